"""What a figure looks like in English financial prose: one module a family, each with its ``RULES``."""

from __future__ import annotations

from collections.abc import Mapping

from parsers.figures import (
    amounts,
    arithmetic,
    count,
    european,
    identifiers,
    index_names,
    labels,
    money,
    money_behind,
    multiple,
    names,
    nouns,
    percent,
    points,
    quantity,
    rank,
    ratio,
    tables,
)
from parsers.figures import range as ranges
from parsers.rules import Rule

RULES: tuple[Rule, ...] = (
    *money.RULES,
    *money_behind.RULES,
    *european.RULES,
    *tables.RULES,
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
NAMES: tuple[Rule, ...] = (
    *labels.RULES,
    *identifiers.RULES,
    *index_names.RULES,
    *names.RULES,
)
FRAGMENTS: Mapping[str, str] = {
    **ranges.FRAGMENTS,
    **money.FRAGMENTS,
    **percent.FRAGMENTS,
    **amounts.FRAGMENTS,
    **nouns.FRAGMENTS,
    **european.FRAGMENTS,
}
