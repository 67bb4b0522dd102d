"""The names in a text: companies, people, places and venues, and which names mean the same party.

A name is a run of capitalised words ("Halden Paper Co.", "Bank of Winnipeg").  A word that only a
sentence's beginning makes a capital is none.  A shorter run that begins a longer one means the same
party ("Halden"), and so does a person's last name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from parsers import lexicon
from parsers.context.parties import INDEX, POSSESSIVE, Names, Run, tell_parties
from parsers.context.words import known, vocabulary
from parsers.lazy import Pattern
from parsers.model import Span
from parsers.patterns import compiled

LINK = r"(?:[ \n](?:&|amp|of|de|van|von|del|da)[ \n](?=\p{Lu})|[ \n])"
CAPITAL = (
    r"(?:(?:\p{Lu}\.){1,3}+(?![\p{L}])|\p{Lu}(?:[\p{L}\d]|[&/-](?=[\p{L}\d])|['\u2019](?=\p{L}{2})"
    r"|['\u2019]s(?=[ ](?:\p{Lu}[\p{L}]{0,20}[ ]){0,3}(?:Inc|Corp|Co|Ltd|PLC|Group)\b))*+"
    r"(?:(?<=Corp|CORP|Inc|INC|Co|CO|LTD|Cos|Ltd|Bros|St|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Bancorp|Jr|Sr|S\.p\.A)\.)?+)"
)
VENUES = (
    r"Securities and Exchange Commission|Moody's(?: Investors Service(?: Inc\.)?)?"
    r"|Standard (?:&|amp) Poor's(?: Corp\.)?"
)
RUN = Pattern(
    rf"(?<![\w.])(?:(?P<word>{INDEX})|(?P<word>{VENUES})|(?P<word>{CAPITAL})(?:{LINK}(?P<word>{CAPITAL})|"
    rf",?[ \n](?P<word>Inc\.?|Corp\.?|Co\.?|Ltd\.?|L\.P\.|Jr\.|Sr\.|PLC|N\.V\.|S\.A\.)(?![\p{{L}}])){{0,9}}+)"
)
HYPHENED = Pattern(r"-(?:related|based|owned|led|backed|listed|made|style|wide|controlled|managed)$")
DASH = Pattern(r"(?r)(?:--?|[\u2013\u2014:])\s")
MARKS = ("# ", "- ", "* ", "> ", "\u2022 ")
MANY = Pattern(r" (?:have|are|were|do|don't|aren't|weren't|haven't)(?!\p{L})")
ABSTRACT = Pattern(r"(?r)(?:[ts]ion|ment|ness|ity|ism|ance|ence|age)")
SPEAKS = Pattern(
    r"['\u2019]|, (?:an?|the|which|based) | (?:said|says|agreed|reported|announced|posted)(?!\p{L})"
)
LOWER = Pattern(r"(?<![\w'\u2019-])\p{Ll}[\p{L}]++")


@cache
def _dates() -> frozenset[str]:
    words = {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}
    for entry in lexicon.tables()["calendar"]:
        for surfaces in entry.classes.values():
            words.update(s.title() for s in surfaces if len(s) > 3)
    return frozenset(words)


def find_names(text: str, sentences: Sequence[Span], taken: Sequence[Span]) -> Names:
    """The names of a text; ``taken`` are the spans of figures and moments, which hold none."""
    common = {m[0] for m in LOWER.finditer(text)}
    runs = list(_runs(text, {s.start for s in sentences}, taken, common))
    return tell_parties(text, _sure(text, runs))


def _runs(text: str, initials: set[int], taken: Sequence[Span], common: set[str]) -> Iterator[Run]:
    tags = vocabulary()[0]
    after = iter(sorted(taken, key=lambda s: s.start))
    mention = next(after, None)
    for match in RUN.finditer(text):
        while mention is not None and mention.end <= match.start():
            mention = next(after, None)
        stop = min(match.end(), mention.start if mention is not None else match.end())
        spans = [s for s in match.spans("word") if s[1] <= stop]
        for first, last in _cuts(text, spans):
            piece = spans[first:last]
            initial = (
                piece[0][0] in initials
                or text[piece[0][0] - 1 : piece[0][0]] in '"\u201c\u2018('
                or text[max(0, piece[0][0] - 2) : piece[0][0]] in MARKS
                or DASH.match(text, max(0, piece[0][0] - 4), piece[0][0]) is not None
            )
            while len(piece) > 1 and tags.get(text[slice(*piece[0])].lower()) == "R":
                piece, initial = piece[1:], False
            if first and _in_title(text, piece[0][0]):
                while piece and tags.get(text[slice(*piece[0])].lower(), "x") in HEADLINE:
                    piece = piece[1:]
            while piece and initial and _is_common(text[slice(*piece[0])], common, tags, len(piece)):
                piece, initial = piece[1:], False
            while piece and text[slice(*piece[0])] in _dates():
                piece = piece[1:]
            if piece and not _is_word(text, piece, tags):
                words = tuple(text[slice(*p)] for p in piece)
                yield _trim(Run(piece[0][0], piece[-1][1], words, initial and len(piece) == 1))


def _cuts(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A run is cut behind a legal form, before a role or a headline's verb, and before "of" of a person."""
    first = 0
    for at in range(len(spans) - 1):
        word = text[slice(*spans[at])]
        gap = text[spans[at][1] : spans[at + 1][0]]
        following = text[slice(*spans[at + 1])]
        tag = vocabulary()[0].get(following.lower(), "x")
        role = at + 2 < len(spans) and tag == "R"
        goes_on = tag in VERBS if first else tag in HEADLINE
        verb = goes_on and following not in known("parties.suffix") and _in_title(text, spans[at][0])
        if (
            (
                word in known("parties.legal")
                and following not in known("parties.legal")
                and following not in known("parties.suffix")
            )
            or ("of" in gap and word not in known("parties.of_name"))
            or role
            or verb
            or word in known("parties.section")
        ):
            yield first, at + 1
            first = at + 1
    if first < len(spans):
        yield first, len(spans)


LONGEST_TITLE = 160
VERBS = "SHVXWm"
HEADLINE = VERBS + "CMG"
"""What goes on behind the name that begins a headline: verbs, changes (verbs there), metrics."""


def _in_title(text: str, at: int) -> bool:
    """Whether a place stands in a line whose every longer word is capitalised, with no full stop."""
    start = max(at - LONGEST_TITLE, text.rfind("\n", 0, at) + 1)
    end = text.find("\n", at, start + LONGEST_TITLE)
    line = text[start : end if end >= 0 else start + LONGEST_TITLE].strip()
    longer = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and line[-1:] != "." and all(word[0].isupper() for word in longer)


def _is_common(word: str, common: set[str], tags: dict[str, str], length: int) -> bool:
    """Whether a word that begins a sentence is no part of a name."""
    lower = word.lower()
    tag = tags.get(lower)
    if length > 1 and tag in ("M", "K", "k", "Z", "C", "G", "R", "V", "m"):
        return lower in common
    if length == 1 and lower in known("parties.actor"):
        return True
    return tag is not None or lower in common or lower in known("contextwords.opener")


def _is_word(text: str, piece: list[tuple[int, int]], tags: dict[str, str]) -> bool:
    """Whether a single capitalised word is a word of the grammar, a nationality or a title alone."""
    word = POSSESSIVE.sub("", text[slice(*piece[0])])
    if len(piece) > 1:
        return False
    return (
        word in known("parties.nationality parties.title parties.suffix parties.acronym")
        or tags.get(word.lower(), "x") not in "xZKk"
        or (word.isupper() and len(word) == 1)
        or "-" in word[:2]
        or HYPHENED.search(word) is not None
        or (tags.get(word.lower()) in ("K", "k") and not word.isupper())
    )


def _trim(run: Run) -> Run:
    """The run without the possessive at its end (unless a name has it: its legal form follows)."""
    last = run.words[-1]
    bare = POSSESSIVE.sub("", last) if not last.endswith("s'") else last[:-1]
    if last.endswith("s\u2019"):
        bare = last[:-1]
    return Run(run.start, run.end - (len(last) - len(bare)), (*run.words[:-1], bare), run.initial)


def _sure(text: str, runs: list[Run]) -> list[Run]:
    """Without the single words at a sentence's beginning that nothing shows to be names."""
    known = {word for run in runs if not run.initial for word in (run.words[0], *run.words[:1])}
    return [r for r in runs if not r.initial or r.words[0] in known or _acts(text, r.end)]


@cache
def _verb_follows() -> regex.Pattern[str]:
    names = "contextwords.say contextwords.have contextwords.modal directions.verb metrics.verb"
    verbs = "|".join(f"contextwords.expect {names}".split())
    return compiled(
        lexicon.expand(rf"['\u2019]|, (?:an?|the|which|whose|based) | <<{verbs}>>(?!\p{{L}})", {})
    )


def _acts(text: str, at: int) -> bool:
    """Whether a word that opens a sentence is shown to be one party by what follows it."""
    if text[at - 3 : at] == "ing" or MANY.match(text, at) is not None:
        return False
    if ABSTRACT.match(text, max(0, at - 5), at) is not None and SPEAKS.match(text, at) is None:
        return False
    return _verb_follows().match(text, at) is not None
