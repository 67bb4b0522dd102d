"""Parts told by a verb: "The $19 billion budget provides $4 billion for roads", "Asia accounted for half"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, alike_measure, can_be_part, size
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, is_fact, join
from parsers.links.restating import LESS_THAN
from parsers.links.rows import Line
from parsers.links.totals import is_share
from parsers.links.worded import Cued
from parsers.model import Kind, Link, LinkKind

PROVIDES = Cued(
    r"^ ?(?:[\p{L}'\u2019-]++ ){0,4}"
    rf"(?:provid|allocat|allot|earmark|reserv|devot|contain)(?:s|es|ed|ing) (?:for )?{HEDGE}$",
    "provid",
    "allocat",
    "allot",
    "earmark",
    "reserv",
    "devot",
    "contain",
)
"""Between an amount to be spent and a part of it ("a $19 billion budget that provides")."""
ACCOUNTS = r"(?:account(?:s|ed)? for|accounting for|made up|makes? up|contributed)"
CLAUSE = Cued(
    rf"(?:;|[,\u2013\u2014](?: (?:and|while|whereas))?) (?!wh|that )[^,;\d]{{1,60}}? {ACCOUNTS} {HEDGE}$",
    "account",
    "made up",
    "make",
    "contributed",
)
"""Before a part in a clause of its own ("Passengers rose to 4.8 million; foreigners accounted for")."""
SENTENCE = Cued(
    rf"^\W*[^,;\d]{{1,60}}? {ACCOUNTS} {HEDGE}$",
    "account",
    "made up",
    "make",
    "contributed",
)
NOTHING_ELSE = Pattern(r",? (?:and|while|up|down)\b|[.,;)]|\s*\Z")
"""Behind a part that is told to be of nothing else ("accounted for half")."""
SURVEY = Cued(
    r"(?i)\b(?:survey|poll|sample)(?:ed|ing)? of (?:(?:about|some|more than) )?$", "survey", "poll", "sample"
)
FOUND = Pattern(rf"^(?: [\p{{L}}'\u2019-]++){{0,8}}(?:,| (?:found|showed|shows|finds)(?: that)?) {HEDGE}$")
"""Between those who were asked and how many say so ("In a survey of 41 firms, 27")."""
SAYS = Cued(
    r"^(?:,| a \p{Ll}++,)? (?:which |that )?(?:makes? up|made up|accounts? for|accounted for"
    rf"|represents?|represented|constitutes?|is|was) {HEDGE}$",
    "mak",
    "made",
    "account",
    "represent",
    "constitute",
    " is ",
    " was ",
)
"""Between an amount and the share that it is of a whole behind it ("at $4 billion, makes up a fifth of")."""


def provided(line: Line, found: Sequence[Link]) -> Iterator[Link]:
    """The parts of a sentence that a verb tells of, and the amounts before shares that say them again."""
    wholes = {link.figures[0]: link.figures[1] for link in found if link.kind == LinkKind.PART_OF}
    for at, item in enumerate(line.placed[1:], 1):
        before = line.placed[at - 1]
        if PROVIDES.search(item.lead) is not None or _is_found(before, item):
            if before.role == Role.LEVEL and _is_less(item, before):
                yield join(LinkKind.PART_OF, item, before, "link.provided")
        elif item.role == Role.LEVEL and CLAUSE.search(item.lead) is not None:
            if NOTHING_ELSE.match(line.text, item.figure.end) is not None:
                told = _last_level(line, line.placed[max(0, at - NEARBY) : at], item)
                yield from (join(LinkKind.PART_OF, item, p, "link.accounts") for p in told)
        elif item.figure.id in wholes and item.figure.kind in SHARES and SAYS.search(item.lead) is not None:
            whole = next((p for p in line.placed if p.figure.id == wholes[item.figure.id]), None)
            if whole is not None and is_share(before.figure, item.figure, whole.figure):
                yield join(LinkKind.PART_OF, before, whole, "link.part_again")


def accounts_across(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The part that begins a sentence, of the one right before it: "Asia accounted for half."."""
    line, before = lines[at], lines[at - 1]
    first = line.placed[0]
    if line.index - before.index != 1 or "\n" in line.text[before.placed[-1].figure.end : line.span.start]:
        return
    if first.role != Role.LEVEL or SENTENCE.search(first.lead) is None:
        return
    if NOTHING_ELSE.match(line.text, first.figure.end) is not None:
        told = _last_level(before, before.placed[-NEARBY:], first)
        yield from (join(LinkKind.PART_OF, first, p, "link.accounts") for p in told)


def _is_found(asked: Placed, item: Placed) -> bool:
    """Whether a figure tells how many of those asked say something."""
    if asked.figure.kind != Kind.COUNT or item.figure.kind not in (Kind.COUNT, *SHARES):
        return False
    return SURVEY.search(asked.lead) is not None and FOUND.match(item.lead) is not None


def _is_less(part: Placed, whole: Placed) -> bool:
    """Whether a figure measures less of what another one does, or a share of it."""
    a, b = part.figure, whole.figure
    if a.kind in SHARES:
        return can_be_part(a, b)
    alike = alike_measure(a, b) or (a.kind == b.kind == Kind.COUNT and None in (a.unit, b.unit))
    return alike and a.per == b.per and size(a) < size(b)


def _last_level(line: Line, placed: Sequence[Placed], part: Placed) -> Sequence[Placed]:
    """The last figure that is told and can be the whole, if there is one."""
    levels = (p for p in placed if p.role == Role.LEVEL and is_fact(p) and _is_less(part, p))
    return [p for p in levels if LESS_THAN.match(line.text, p.figure.end) is None][-1:]
