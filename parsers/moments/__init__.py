"""What a time looks like in English financial prose: one module a family, each with its ``RULES``."""

from __future__ import annotations

from collections.abc import Mapping

from parsers.moments import (
    calendar,
    clock,
    days,
    duration,
    fiscal,
    phrase,
    ranges,
    relative,
    reporting,
    sets,
    words,
)
from parsers.rules import Rule

RULES: tuple[Rule, ...] = (
    *ranges.RULES,
    *reporting.RULES,
    *fiscal.RULES,
    *calendar.RULES,
    *days.RULES,
    *clock.RULES,
    *relative.RULES,
    *sets.RULES,
    *duration.RULES,
)
FRAGMENTS: Mapping[str, str] = words.FRAGMENTS
