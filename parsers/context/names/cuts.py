"""Where a run of capitalised words is cut: behind a legal form, before a role, at a headline's verb."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.context.names.common import is_word
from parsers.context.names.parties import bare_of
from parsers.context.names.runs import ECHO, in_title, is_persons, quoted
from parsers.context.rows.words import known, vocabulary
from parsers.lazy import Pattern


def cuts(
    text: str, spans: list[tuple[int, int]], words: list[str], initials: set[int]
) -> Iterator[tuple[int, int]]:
    """A run is cut behind a legal form and a sentence, before a role, a headline's verb, "of" of a person."""
    first = 0
    for at in range(len(spans) - 1):
        word, following = words[at], words[at + 1]
        gap = text[spans[at][1] : spans[at + 1][0]]
        tag = vocabulary()[0].get(following.lower(), "x")
        role = following in SENATORS or (
            tag == "R" and (at + 2 < len(spans) or following in known("parties.title"))
        )
        role = role and not (at == first and _ends_as_a_firm(words[at + 1 :]))
        goes_on = tag in VERBS if first else tag in HEADLINE
        moves = vocabulary()[0].get(word.lower()) in MOVED  # "Dollar Falls", not "Niagara Falls"
        named = following in known("parties.suffix") and not moves
        verb = goes_on and not named and _tells(text, word, tag, spans[at][0])
        verb = verb and known("parties.legal").isdisjoint(words[at + 2 : at + 3])
        verb = verb and text.find(f"{word} {following}", behind := spans[at + 1][1], behind + ECHO) < 0
        if "of" in gap and _is_of_land(word, words[at + 1 :]) and not SEAT.match(text, spans[at + 1][1]):
            continue
        if (
            (
                bare_of(word) in known("parties.legal")
                and word != "Bros."
                and following not in known("parties.legal")
                and following not in known("parties.suffix")
            )
            or ("of" in gap and word not in known("parties.of_name") and not quoted(text, spans[first][0]))
            or role
            or verb
            or is_persons(words, at)
            or (at == first and _leads_person(text, words[at:]))
            or spans[at + 1][0] in initials
            or _ends_a_name(text, spans[0], words, at, gap)
        ):
            yield first, at + 1
            first = at + 1
    if first < len(spans):
        yield first, len(spans)


def _tells(text: str, word: str, tag: str, at: int) -> bool:
    """Whether a verb behind a name goes on: in a headline, or behind an index ("Nikkei Ends Up 1%")."""
    return (word in known("parties.index") and tag in VERBS) or in_title(text, at)


def _ends_a_name(text: str, first: tuple[int, int], words: list[str], at: int, gap: str) -> bool:
    """Whether a name ends with a word: the heading of a section, a town, or the company of a headline."""
    if gap == ", " and words[at] in known("parties.place"):
        return True  # "In London, Marks & Spencer fell"
    return words[at] in known("parties.section") or (at == 0 and _is_shorter_below(text, first, words))


def _is_shorter_below(text: str, first: tuple[int, int], words: list[str]) -> bool:
    """Whether a heading goes on behind a company with words of its own ("Orlin Spring quarter sales rise").

    Below it the text has the company often, and never those words behind it.
    """
    line = text.find("\n")
    if not first[0] < line < HEADLINE_END or len(words) > LONGEST or words[1] in known("parties.place"):
        return False
    if not known("parties.legal parties.suffix parties.trade").isdisjoint(map(bare_of, words[1:])):
        return False
    name = words[0]
    below = text[line : line + ECHO]
    often = sum(1 for hit in AGAIN.finditer(below) if hit[1] == name)
    return often >= OFTEN and not any(word in below for word in words[1:])


HEADLINE_END = 160
OFTEN = 2
AGAIN = Pattern(r"(?<![\w'\u2019.-])(\p{Lu}[\p{L}\d&-]+)(?= \p{Ll}|['\u2019]s )")
"""A name of one word below a headline."""


def _leads_person(text: str, words: list[str]) -> bool:
    """Whether a firm's letters stand before one of its people, who is named again ("HADS Carl Lind")."""
    if len(words) != 3 or not (words[0].isupper() and words[0].isalpha() and len(words[0]) > 2):
        return False
    return any(f"{title} {bare_of(words[2])}" in text for title in ("Mr", "Mr.", "Mrs", "Ms", "Ms."))


def _ends_as_a_firm(words: list[str]) -> bool:
    """Whether a word for what somebody is belongs to a firm's name ("Coldwell Banker Commercial Group")."""
    if (
        words[0] in known("parties.title")
        or words[0].lower() in known("parties.chief")
        or len(words) > LONGEST
    ):
        return False
    return bare_of(words[-1]) in known("parties.legal parties.suffix")


MOVED = ("Z", "M")
"""What is said to fall or to rise: what is traded or measured."""
LONGEST = 4
"""How many words of a firm's name may stand from such a word on."""


def _is_of_land(word: str, behind: list[str]) -> bool:
    """Whether a company has its country or state in its name ("Power Co. of Ohio", "CP of New Mexico")."""
    short = word.isupper() and 1 < len(word) < 6 and word.isalpha() and not is_word(word)
    if not short and word.removesuffix(".") not in ("Co", "Corp"):
        return False
    places = known("parties.place")
    return bare_of(behind[0]) in places or " ".join((*behind[:1], *map(bare_of, behind[1:2]))) in places


SEAT = Pattern(r", \p{Lu}")
"""Behind a town that only tells where a company is ("Halden Corp. of Dayton, Ohio")."""
SENATORS = ("Sen.", "Rep.", "Gov.")
"""Titles before which another one may stand ("Democratic Sen. Petra Vogel")."""
VERBS = "SHVXWm"
HEADLINE = VERBS + "CMG"
"""What goes on behind the name that begins a headline: verbs, changes (verbs there), metrics."""
