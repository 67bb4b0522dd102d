"""Parts that "with" sets beside their whole: "40 billion crowns, with 12 billion earmarked for rail"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, alike_measure, can_be_part, size
from parsers.links.ofthem import PLAIN, whole_before
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Cued, Worded
from parsers.model import Kind, Link, LinkKind

SHARING = r"taking(?: up)?|getting|receiving|making up|representing|comprising|providing|claiming|absorbing"
GIVING = (
    r"|buying|lending|paying|committing|pledging|contributing|investing|putting (?:in|up)|spending"
    r"|chipping in|kicking in|turning out|earning|covering|employing|shipping|producing"
)
OTHERS = r"(?:,| -{1,2}| [\u2013\u2014]|\)) with (?:[^,;\d]{1,60}?) "
SHARED = Cued(rf"{OTHERS}(?:{SHARING}) {HEDGE}$", " with ")
"""Before a share that somebody has of a whole ("with foreign funds taking 40%")."""
GIVEN = Cued(rf"{OTHERS}(?:{SHARING}{GIVING}) {HEDGE}$", " with ")
"""Before an amount that is a part of the whole ("with the founder paying $50 million")."""
WITH = Cued(rf"(?:,| -{{1,2}}| [\u2013\u2014]|\)) with (?:another |a further )?{HEDGE}$", " with ")
AND_SOMEBODY = Worded(rf"^[^;:]{{0,40}}?(?:,|,? and|,? while) (?:the )?{PLAIN}{{1,3}}{HEDGE}$")
"""Before what the next one has, where the verb is left out ("and dealers $5 billion")."""
COLON = Pattern(rf"^[^,;:\d]{{0,40}}: {HEDGE}$")
BEHIND = Pattern(rf"^[^,;:\d]{{0,40}}, {HEDGE}$")
THERE = Pattern(
    r" (?:in|at|through|via|by|for|from|under|abroad|overseas)\b(?! (?:all|total|\p{Sc}?\d|an?\b))"
)
"""Behind some of the things told right before ("1,500 positions, 600 through early retirement")."""
AND_MORE = Pattern(rf"^[^;:\d]{{0,60}}?(?:,|,? and) {HEDGE}$")
SET_APART = Pattern(
    r" (?:of (?:it|that|this|them|those|these|the (?:total|money|sum|amount))|coming|going|earmarked"
    r"|set aside|allocated|reserved|destined|bound|intended|slated|scheduled|due|falling due|maturing"
    r"|expiring|already|to (?:come|go|be)|still|assigned|devoted|invested|tied|linked|payable|repayable"
    r"|(?:from|in) (?:the )?\p{Lu}[\p{L}-]*+(?! (?:and |or )?\p{Sc}?\d))(?!\p{L})"
)
"""Behind an amount that is told apart from the rest ("with $1.2 billion maturing next year")."""
LED_BY = Cued(
    r"(?:,| -{1,2}) (?:led|driven|helped) by an? (?:[\p{Ll}-]++ ){0,2}?"
    rf"(?:gain|increase|rise|jump|advance|drop|decline|fall|loss|surge) of {HEDGE}$",
    "led by",
    "driven by",
    "helped by",
)
"""Before the largest part of a change ("rose by 180,000, led by a gain of 62,000 in health care")."""
SOMEWHERE = Pattern(
    r" (?:in|at|on|outside|abroad|overseas|based|located|working|employed|under|for|from|\p{Ll}{2,}ing)\b"
    r"(?! \p{Sc}?\d)"
)
"""Behind a bare number that is told apart from the rest ("with 2,100 in Germany")."""


def beside(line: Line) -> Iterator[Link]:
    """The parts of a sentence that stand behind "with", with the one who has them or what becomes of them."""
    for at, item in enumerate(line.placed[1:], 1):
        if item.role == Role.LEVEL and _is_some_of_them(line, at):
            yield join(LinkKind.PART_OF, item, line.placed[at - 1], "link.some_there")
            yield from _others_there(line, at, line.placed[at - 1])
            continue
        if item.role != Role.LEVEL or not _is_apart(line, item):
            continue
        whole = whole_before(line.placed, at, new=True)
        if whole is not None and _is_alike(item, whole):
            yield join(LinkKind.PART_OF, item, whole, "link.with_part")
            if not item.lead.endswith(" with "):
                yield from _and_others(line.placed[at:], whole)


def _is_some_of_them(line: Line, at: int) -> bool:
    """Whether a bare number behind a pause is some of the things before it ("1,500 jobs, 600 through").

    A list of more than two tells of others: "sold 98 cars of its own, 61 from Norvik and 33 from Calder".
    """
    whole, item = line.placed[at - 1], line.placed[at]
    a, b = item.figure, whole.figure
    counts = a.kind == b.kind == Kind.COUNT and b.unit is not None and whole.role in (Role.LEVEL, Role.CHANGE)
    bare = a.unit is None or (a.unit == b.unit and "unit" in a.inferred)
    if not counts or not bare or a.per != b.per or not 0 < size(a) < size(b):
        return False
    colon = COLON.match(item.lead) is not None
    further = line.placed[at + 1] if at + 1 < len(line.placed) else None
    if not colon and further is not None and AND_MORE.match(further.lead) is not None:
        return False
    return colon or (BEHIND.match(item.lead) is not None and THERE.match(line.text, a.end) is not None)


def _others_there(line: Line, at: int, whole: Placed) -> Iterator[Link]:
    """The further ones of a list behind a colon ("21 million: 9 million went to China and 5 million")."""
    left = size(whole.figure) - size(line.placed[at].figure)
    for item in line.placed[at + 1 : at + NEARBY]:
        left -= size(item.figure)
        bare = item.figure.kind == Kind.COUNT and item.figure.unit in (None, whole.figure.unit)
        if item.role != Role.LEVEL or not bare or left < 0 or AND_MORE.match(item.lead) is None:
            return
        yield join(LinkKind.PART_OF, item, whole, "link.some_there")


def _and_others(placed: Sequence[Placed], whole: Placed) -> Iterator[Link]:
    """What others have behind the first one that "with" tells of."""
    a = placed[0].figure
    left = size(whole.figure) - size(a)
    for item in placed[1:NEARBY]:
        b = item.figure
        if item.role != Role.LEVEL or not alike_measure(a, b) or AND_SOMEBODY.match(item.lead) is None:
            return
        left -= size(b)
        if a.kind not in SHARES and left < 0:
            return
        yield join(LinkKind.PART_OF, item, whole, "link.with_part")


def _is_apart(line: Line, item: Placed) -> bool:
    """Whether the words around a figure tell it apart as some of a whole."""
    if LED_BY.search(item.lead) is not None:
        return item.figure.kind in (Kind.COUNT, Kind.MONEY, Kind.QUANTITY)
    if " with " not in item.lead:
        return False
    if item.figure.kind in SHARES:
        return SHARED.search(item.lead) is not None
    if GIVEN.search(item.lead) is not None:
        return True
    if WITH.search(item.lead) is None:
        return False
    bare = item.figure.kind == Kind.COUNT and SOMEWHERE.match(line.text, item.figure.end) is not None
    return bare or SET_APART.match(line.text, item.figure.end) is not None


def _is_alike(part: Placed, whole: Placed) -> bool:
    """Whether a figure measures the same as its whole, as a share or less of it."""
    a, b = part.figure, whole.figure
    if a.kind in SHARES:
        return can_be_part(a, b)
    unit = alike_measure(a, b) or (a.kind == b.kind == Kind.COUNT and a.unit is None)
    return unit and a.per == b.per and size(a) < size(b)
