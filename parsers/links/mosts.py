"""The amount of most of what was told: "The bulk of the charge is a $52 million write-off"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.links.called import earlier, named, things_of
from parsers.links.leadrules import Role
from parsers.links.measures import alike_measure, size
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Cued
from parsers.model import Kind, Link, LinkKind

SOME = r"(?:(?!(?:in|at|by|to|with|of|than|on|held|owned|sold|due|more|less)\b)[\p{L}'\u2019-]++ )"
MOST_OF = Cued(
    r"^\W*(?i:(?:the )?(?:bulk|majority|lion['\u2019]s share"
    r"|(?:largest|biggest|main|major|greater|larger) (?:part|share|chunk|portion)"
    r"|most(?= of)|(?P<some>part|much|some)(?= of)))"
    r" of (?:the|this|that) (?P<words>(?:\p{Ll}[\p{Ll}-]++ ){0,2}?\p{Ll}[\p{Ll}-]++)"
    rf"(?:, {HEDGE}| (?:is|was|were|will be|comes? from|came from|stems? from|stemmed from|reflects?"
    r"|reflected|relates? to|related to|represents?|represented|covers?|covered|results? from"
    r"|resulted from) "
    rf"{SOME}{{0,4}}?{HEDGE})$",
    " of th",
)
"""Before the amount of most of something, right behind it or as what it is."""


def most_of_named(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The first figure of a sentence as most of what was called so in one before it."""
    item = lines[at].placed[0]
    told = MOST_OF.search(item.lead) if at and item.figure.kind == Kind.MONEY else None
    if told is None or item.role not in (Role.LEVEL, Role.PART):
        return
    least = 0 if told["some"] else 2
    wholes = [(by, p) for by, p in earlier(lines, at, 0) if _is_larger(p, item, least)]
    noun = told["words"].rpartition(" ")[2]
    whole = next((p for _, p in wholes if _measures(p, noun)), None) or named(
        wholes, things_of(told["words"])
    )
    if whole is not None:
        yield join(LinkKind.PART_OF, item, whole, "link.most_of")


def _measures(whole: Placed, noun: str) -> bool:
    """Whether an amount is one of what is called so."""
    metric = whole.figure.metric
    return metric is not None and metric.text.lower().endswith(noun)


def _is_larger(whole: Placed, part: Placed, least: int) -> bool:
    """Whether an amount is a larger one, and no more than so many times as large (0: whatever many)."""
    a, b = whole.figure, part.figure
    if whole.role not in (Role.LEVEL, Role.PART) or a.per is not None or not alike_measure(a, b):
        return False
    return size(b) < size(a) and (not least or size(a) <= least * size(b))
