"""What was drawn on a credit line or spent under a program, and what is left of it."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import alike_measure, size
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.model import Kind, Link, LinkKind

CAN_BE_DRAWN = Pattern(
    r" (?:[\p{L}'\u2019-]++ ){0,3}?"
    r"(?:line|facility|program(?:me)?|buy-?back|authori[sz]ation|plan|loan|fund)\b"
)
"""Behind an amount of which some is drawn or spent."""
DRAWS = r"(?:draw|drew|drawn|use[sd]?|spen[dt]|borrow(?:s|ed)?|bought(?: back)?|repurchased?|tapped)"
THEN = Pattern(rf"^ [^;]{{2,80}}(?:,|under which|from which) [^;]{{0,40}}\b{DRAWS} {HEDGE}$")
"""Between a program and what was spent ("a $9 million program under which it has spent")."""
UNDER = Pattern(rf"^ (?:{WORDS}{{0,4}})(?:under|on|from) (?:its|the|that|an?) {HEDGE}$")
DID = Pattern(rf"\b{DRAWS}(?: up)? {HEDGE}$")
WITH = Pattern(rf",? (?:with|and has|leaving) {HEDGE}$")
LEFT = Pattern(r" (?:of it )?(?:still |yet )?(?:available|unused|undrawn|left|remaining|unspent|to spend)\b")


def drawn(line: Line) -> Iterator[Link]:
    """The parts of a line of credit, or of a program, that the sentence tells of."""
    for at, item in enumerate(line.placed[1:], 1):
        before = line.placed[at - 1]
        if not alike_measure(before.figure, item.figure) or item.figure.kind != Kind.MONEY:
            continue
        if UNDER.match(item.lead) is not None and DID.search(before.lead) is not None:
            whole, part = item, before
        elif THEN.match(item.lead) is not None or _is_left(line, item):
            whole, part = before, item
        else:
            continue
        if _can_be_drawn(line, whole) and size(part.figure) < size(whole.figure):
            yield join(LinkKind.PART_OF, part, whole, "link.drawn")


def _is_left(line: Line, item: Placed) -> bool:
    return WITH.search(item.lead) is not None and LEFT.match(line.text, item.figure.end) is not None


def _can_be_drawn(line: Line, whole: Placed) -> bool:
    level = whole.role == Role.LEVEL and whole.figure.per is None
    return level and CAN_BE_DRAWN.match(line.text, whole.figure.end) is not None
