"""Parts that "with" sets beside their whole: "40 billion crowns, with 12 billion earmarked for rail"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, alike_measure, can_be_part, size
from parsers.links.parts import PLAIN, whole_before
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Cued, Worded
from parsers.model import Kind, Link, LinkKind

SHARING = r"taking(?: up)?|getting|receiving|making up|representing|comprising|providing|claiming|absorbing"
GIVING = (
    r"|buying|lending|paying|committing|pledging|contributing|investing|putting (?:in|up)|spending"
    r"|chipping in|kicking in|turning out|covering|employing|shipping|producing"
)
OTHERS = r"(?:,| -{1,2}| \u2014|\)) with (?:[^,;\d]{1,60}?) "
SHARED = Cued(rf"{OTHERS}(?:{SHARING}) {HEDGE}$", " with ")
"""Before a share that somebody has of a whole ("with foreign funds taking 40%")."""
GIVEN = Cued(rf"{OTHERS}(?:{SHARING}{GIVING}) {HEDGE}$", " with ")
"""Before an amount that is a part of the whole ("with the founder paying $50 million")."""
WITH = Cued(rf"(?:,| -{{1,2}}| \u2014|\)) with (?:another |a further )?{HEDGE}$", " with ")
AND_SOMEBODY = Worded(rf"^[^;:]{{0,40}}?(?:,|,? and|,? while) (?:the )?{PLAIN}{{1,3}}{HEDGE}$")
"""Before what the next one has, where the verb is left out ("and dealers $5 billion")."""
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
        if item.role != Role.LEVEL or not _is_apart(line, item):
            continue
        whole = whole_before(line.placed, at, new=True)
        if whole is not None and _is_alike(item, whole):
            yield join(LinkKind.PART_OF, item, whole, "link.with_part")
            if not item.lead.endswith(" with "):
                yield from _and_others(line.placed[at:], whole)


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
