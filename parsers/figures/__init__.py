"""What a figure looks like in English financial prose: one module a family, each with its ``RULES``."""

from __future__ import annotations

from collections.abc import Mapping

from parsers.figures import (
    amounts,
    arithmetic,
    count,
    labels,
    money,
    multiple,
    names,
    nouns,
    percent,
    points,
    quantity,
    range,
    rank,
    ratio,
)
from parsers.rules import Rule

RULES: tuple[Rule, ...] = (
    *money.RULES,
    *percent.RULES,
    *points.RULES,
    *quantity.RULES,
    *ratio.RULES,
    *arithmetic.RULES,
    *multiple.RULES,
    *rank.RULES,
    *count.RULES,
)
# Numbers that are no figures give way to a figure or a moment over the same characters: they come last.
NAMES: tuple[Rule, ...] = (*labels.RULES, *names.RULES)
FRAGMENTS: Mapping[str, str] = {
    **range.FRAGMENTS,
    **money.FRAGMENTS,
    **percent.FRAGMENTS,
    **amounts.FRAGMENTS,
    **nouns.FRAGMENTS,
}
