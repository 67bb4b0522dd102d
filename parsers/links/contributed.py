"""Parts that somebody contributes to what is told behind them ("9 percent to sales of $3bn")."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.links.measures import SHARES
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.model import Kind, Link, LinkKind

RULE = "metric.contributed"


def contributed(line: Line) -> Iterator[Link]:
    """The parts of a sentence that are contributed to an amount behind them."""
    for at, item in enumerate(line.placed):
        if not _is_given(item):
            continue
        whole = next((p for p in line.placed[at + 1 :] if _is_its_whole(item, p)), None)
        if whole is not None:
            yield join(LinkKind.PART_OF, item, whole, "link.contributed")


def _is_given(item: Placed) -> bool:
    """Whether a figure measures what somebody contributes to."""
    return any(mark.field == "metric" and mark.rule == RULE for mark in item.figure.evidence)


def _is_its_whole(part: Placed, whole: Placed) -> bool:
    """Whether an amount is all of what a part is contributed to: the same words tell what it measures."""
    one, two = part.figure, whole.figure
    if _is_given(whole) or one.metric is None or one.metric != two.metric or two.kind is not Kind.MONEY:
        return False
    if one.kind in SHARES:
        return True
    return one.value is not None and two.value is not None and one.value < two.value
