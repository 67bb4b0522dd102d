"""The names in a text: companies, people, places and venues, and which names mean the same party.

A name is a run of capitalised words ("Halden Paper Co.", "Bank of Winnipeg").  A word that only a
sentence's beginning makes a capital is none.  A shorter run that begins a longer one means the same
party ("Halden"), and so does a person's last name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from parsers import lexicon
from parsers.context.words import known, Name, vocabulary
from parsers.model import Phrase, Span

LINK = r"(?:[ \n](?:&|amp|of|de|van|von|del|da)[ \n](?=\p{Lu})|[ \n])"
CAPITAL = (
    r"(?:(?:\p{Lu}\.){1,3}+(?![\p{L}])|\p{Lu}(?:[\p{L}\d]|[&/-](?=[\p{L}\d])|['\u2019](?=\p{L}{2})"
    r"|['\u2019]s(?=[ ](?:\p{Lu}[\p{L}]{0,20}[ ]){0,3}(?:Inc|Corp|Co|Ltd|PLC|Group)\b))*+"
    r"(?:(?<=Corp|CORP|Inc|INC|Co|CO|LTD|Cos|Ltd|Bros|St|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Bancorp|Jr|Sr|S\.p\.A)\.)?+)"
)
VENUES = r"Securities and Exchange Commission|Moody's(?: Investors Service(?: Inc\.)?)?|Standard (?:&|amp) Poor's(?: Corp\.)?"
INDEX = r"(?:S&P|Russell|FTSE|Nikkei|Stoxx(?: Europe)?|CSI|Euronext|Nasdaq|CAC|SSE|ASX|TSX|Topix)(?: Composite)? \d{2,4}(?!\.?\d)"
RUN = regex.compile(rf"(?<![\w.])(?:(?P<word>{INDEX})|(?P<word>{VENUES})|(?P<word>{CAPITAL})(?:{LINK}(?P<word>{CAPITAL})|,?[ \n](?P<word>Inc\.?|Corp\.?|Co\.?|Ltd\.?|L\.P\.|Jr\.|Sr\.|PLC|N\.V\.|S\.A\.)(?![\p{{L}}])){{0,9}}+)")
POSSESSIVE = regex.compile(r"['\u2019]s?$")
HYPHENED = regex.compile(r"-(?:related|based|owned|led|backed|listed|made|style|wide|controlled|managed)$")
DASH = regex.compile(r"(?r)(?:--?|[\u2013\u2014:])\s")
LOWER = regex.compile(r"(?<![\w'\u2019-])\p{Ll}[\p{L}]++")
ROLE_AFTER = r",? (?:\d+, )?(?:an?|the|its|chief|vice|senior|president|chairman|co-|an? [\p{L}-]++ )?[\p{L} -]{0,40}?(?:"


@dataclass(frozen=True, slots=True)
class Party:
    """One company, person or thing that the text names: its fullest name and what it is."""

    number: int
    name: Phrase
    tag: str
    legal: bool = False
    first: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """Every place where a name stands, in text order, and the parties that they mean."""

    found: tuple[Name, ...]
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    words: tuple[str, ...]
    initial: bool


@cache
def _dates() -> frozenset[str]:
    words = {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}
    for entry in lexicon.tables()["calendar"]:
        for surfaces in entry.classes.values():
            words.update(s.title() for s in surfaces)
    return frozenset(words)


def find_names(text: str, sentences: Sequence[Span], taken: Sequence[Span]) -> Names:
    """The names of a text; ``taken`` are the spans of figures and moments, which hold none."""
    common = {m[0] for m in LOWER.finditer(text)}
    runs = list(_runs(text, {s.start for s in sentences}, taken, common))
    return _parties(text, runs)


def _runs(text: str, initials: set[int], taken: Sequence[Span], common: set[str]) -> Iterator[_Run]:
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
            initial = piece[0][0] in initials or text[piece[0][0] - 1 : piece[0][0]] in '"\u201c\u2018(' or DASH.match(text, max(0, piece[0][0] - 4), piece[0][0]) is not None
            while len(piece) > 1 and tags.get(text[slice(*piece[0])].lower()) == "R":
                piece, initial = piece[1:], False
            while piece and initial and _is_common(text[slice(*piece[0])], common, tags, len(piece)):
                piece, initial = piece[1:], False
            while piece and text[slice(*piece[0])] in _dates():
                piece = piece[1:]
            if piece and not _is_word(text, piece, tags):
                words = tuple(text[slice(*p)] for p in piece)
                yield _trim(_Run(piece[0][0], piece[-1][1], words, initial and len(piece) == 1))


def _cuts(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A run is cut behind a possessive, behind a legal form, and before "of" where a person or a word leads."""
    first = 0
    for at in range(len(spans) - 1):
        word = text[slice(*spans[at])]
        gap = text[spans[at][1] : spans[at + 1][0]]
        following = text[slice(*spans[at + 1])]
        role = at + 2 < len(spans) and vocabulary()[0].get(following.lower()) == "R"
        if (word in known("parties.legal") and following not in known("parties.legal") and following not in known("parties.suffix")) or ("of" in gap and word not in known("parties.of_name")) or role:
            yield first, at + 1
            first = at + 1
    if first < len(spans):
        yield first, len(spans)



def _is_common(word: str, common: set[str], tags: dict[str, str], length: int) -> bool:
    """Whether a word that begins a sentence is no part of a name."""
    lower = word.lower()
    tag = tags.get(lower)
    if length > 1 and tag in ("M", "K", "k", "Z", "C", "G", "R", "V", "m"):
        return lower in common
    return tag is not None or lower in common or lower in known("contextwords.opener")



def _is_word(text: str, piece: list[tuple[int, int]], tags: dict[str, str]) -> bool:
    """Whether a single capitalised word is a word of the grammar, a nationality or a title alone."""
    word = POSSESSIVE.sub("", text[slice(*piece[0])])
    if len(piece) > 1:
        return False
    return (
        word in known("parties.nationality parties.title parties.suffix")
        or tags.get(word.lower(), "x") not in "xZKk"
        or (word.isupper() and len(word) == 1)
        or "-" in word[:2]
        or HYPHENED.search(word) is not None
        or (tags.get(word.lower()) in ("K", "k") and not word.isupper())
    )


def _trim(run: _Run) -> _Run:
    """The run without the possessive at its end (unless a name has it: its legal form follows)."""
    last = run.words[-1]
    bare = POSSESSIVE.sub("", last) if not last.endswith("s'") else last[:-1]
    if last.endswith("s\u2019"):
        bare = last[:-1]
    return _Run(run.start, run.end - (len(last) - len(bare)), (*run.words[:-1], bare), run.initial)


def _sure(text: str, runs: list[_Run]) -> list[_Run]:
    """Without the single words at a sentence's beginning that nothing shows to be names."""
    known = {word for run in runs if not run.initial for word in (run.words[0], *run.words[:1])}
    return [r for r in runs if not r.initial or r.words[0] in known or _acts(text, r.end)]


@cache
def _verb_follows() -> regex.Pattern[str]:
    names = "contextwords.say contextwords.have contextwords.modal directions.verb metrics.verb"
    verbs = "|".join(f"contextwords.expect {names}".split())
    return regex.compile(lexicon.expand(rf"['\u2019]|, (?:an?|the|which|whose|based) | <<{verbs}>>(?!\p{{L}})", {}))


def _acts(text: str, at: int) -> bool:
    return _verb_follows().match(text, at) is not None


def _parties(text: str, runs: list[_Run]) -> Names:
    forms = known("parties.suffix")
    runs = _sure(text, runs)
    titled = {r.words[-1] for r in runs if len(r.words) > 1 and r.words[0] in known("parties.title")}
    parties: list[Party] = []
    by_key: dict[str, int] = {}
    first: dict[tuple[str, ...], int] = {}
    for run in runs:
        first[run.words] = min(run.start, first.get(run.words, run.start))
    found = []
    for run in sorted(runs, key=lambda r: -len(_core(r.words, forms))):
        core = _core(run.words, forms)
        number = by_key.get(" ".join(core))
        if number is not None and not _means(run, core, parties[number], first):
            number = by_key.get("=" + " ".join(core))
        if number is None:
            number = len(parties)
            parties.append(Party(number, Phrase(run.start, run.end, text[run.start : run.end]), _tag(text, run, core, titled), len(core) < len(run.words), first[run.words]))
            for key in _keys(core, parties[number].tag):
                by_key.setdefault(key, number)
            by_key.setdefault("=" + " ".join(core), number)
        elif _fuller(run, parties[number].name):
            parties[number] = Party(
                number, Phrase(run.start, run.end, text[run.start : run.end]), parties[number].tag, parties[number].legal, parties[number].first
            )
        end = run.end + 2 if _has_possessive(text, run, parties[number].name.text) else run.end
        found.append(Name(run.start, end, parties[number].tag, number))
    return Names(tuple(sorted(found, key=lambda n: n.start)), tuple(parties))


def _means(run: _Run, core: tuple[str, ...], party: Party, first: dict[tuple[str, ...], int]) -> bool:
    """Whether a short name means a party with a longer one: it comes later, or only lacks legal words."""
    rest = party.name.text.split()[len(core) :]
    if all(word in known("parties.suffix") or word in known("parties.legal") for word in rest) or party.tag == "P":
        return True
    return first[run.words] > party.first


def _has_possessive(text: str, run: _Run, name: str) -> bool:
    """Whether the "'s" behind a short name is part of it ("Weisfield's" of "Weisfield's Inc.")."""
    behind = text[run.end : run.end + 2]
    return behind in ("'s", "\u2019s") and name.startswith(text[run.start : run.end] + behind)


def _fuller(run: _Run, name: Phrase) -> bool:
    """Whether this place writes the name longer than the one kept, or as long but earlier."""
    length = run.end - run.start
    kept = name.end - name.start
    return length > kept or (length == kept and run.start < name.start)


def _core(words: tuple[str, ...], forms: frozenset[str]) -> tuple[str, ...]:
    """The words without title, article and legal form."""
    titles = known("parties.title")
    start = 1 if len(words) > 1 and (words[0] in titles or words[0] == "The") else 0
    end = len(words)
    while end - start > 1 and words[end - 1] in known("parties.legal"):
        end -= 1
    return words[start:end]



def _keys(core: tuple[str, ...], tag: str) -> Iterator[str]:
    """The shorter names by which a party may be called later."""
    yield " ".join(core)
    if tag == "P" and len(core) > 1:
        yield core[-1]
        return
    if tag in "NE":
        for length in range(len(core) - 1, 0, -1):
            yield " ".join(core[:length])
        if len(core) > 1:
            yield POSSESSIVE.sub("", core[0])
            yield "".join(w[0] for w in core)


def _tag(text: str, run: _Run, core: tuple[str, ...], titled: set[str]) -> str:
    """What a name is: ``N``, ``P`` a person, ``L`` a place, ``E`` a venue."""
    whole = " ".join(run.words)
    if core[-1] in known("parties.index") or regex.fullmatch(INDEX, whole):
        return "Z"
    if core[-1] in known("parties.reporting") or whole in known("parties.venue") or " ".join(core) in known("parties.venue"):
        return "E"
    if len(core) in (2, 3) and core[-1] in titled:
        return "P"
    if {whole, whole.title(), whole + ".", whole.removesuffix("-based")} & known("parties.place parties.abbreviated"):
        return "L"
    if run.words[0] in known("parties.title") and len(run.words) > 1:
        return "P"
    if len(core) > 3 or any(w in known("parties.suffix") or "&" in w for w in run.words[1:]):
        return "N"
    if len(core) <= 2 and _is_place(text, run):
        return "L"
    if len(core) in (2, 3) and _is_person(text, run):
        return "P"
    return "N"


@cache
def _person_before() -> regex.Pattern[str]:
    return regex.compile(lexicon.expand(r"(?r)(?:(?<!\p{L})(?:<<parties.role>>|said|says|named|by|investor|leader)[, ]{1,2})", {}))


@cache
def _person_after() -> regex.Pattern[str]:
    return regex.compile(
        lexicon.expand(
            r",? (?:\d{2}, )?(?:(?:an?|the|its|who|chief|vice|senior|newly|[\p{L}]+'s?)\s)?+(?:[\p{L}-]++\s){0,3}?(?:<<parties.role>>)(?!\p{L})|,? who |, of [\p{Lu}]| (?:told|said|says),? ",
            {},
        )
    )


def _is_person(text: str, run: _Run) -> bool:
    """Two or three plain capitalised words beside a role ("said", "an analyst", "chairman")."""
    if not all(w[0].isupper() and (w[1:].islower() or len(w) <= 2) for w in run.words):
        return False
    if any(w.lower() in vocabulary()[0] and vocabulary()[0][w.lower()] in "MKkZ" for w in run.words[1:]):
        return False
    before = _person_before().match(text, max(0, run.start - 40), run.start)
    after = _person_after().match(text, run.end, min(len(text), run.end + 80))
    if before is not None and before[0].strip(" ,") not in ("said", "says", "by", "named"):
        return True
    if after is not None and not after[0].startswith((" told", " said", " says", ", who", " who")):
        return after[0].startswith(",")
    return before is not None and before[0].strip(" ,") in ("said", "says")




def _is_place(text: str, run: _Run) -> bool:
    """A single word before an abbreviated state ("Toledo, Ohio"; "Eau Claire, Wis.")."""
    after = regex.match(r", (\p{Lu}[\p{L}.]*)", text[run.end : run.end + 16])
    return after is not None and after[1] in known("parties.abbreviated parties.place")
