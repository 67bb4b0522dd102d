"""What a time looks like in English financial prose: one module a family, each with its ``RULES``."""

from __future__ import annotations

from collections.abc import Mapping

from parsers.moments import (
    ago,
    calendar,
    clock,
    duration,
    fiscal,
    nth,
    quarter_codes,
    quarter_pairs,
    quarters,
    ranges,
    relative,
    reporting,
    seasons,
    sets,
    stamps,
    step_back,
    trading,
    vague,
    weekdays,
    words,
    year_spans,
    years,
)
from parsers.rules import Rule

RULES: tuple[Rule, ...] = (
    *stamps.RULES,
    *ranges.RULES,
    *reporting.RULES,
    *quarters.RULES,
    *quarter_codes.RULES,
    *quarter_pairs.RULES,
    *fiscal.RULES,
    *calendar.RULES,
    *years.RULES,
    *year_spans.RULES,
    *weekdays.RULES,
    *seasons.RULES,
    *nth.RULES,
    *clock.RULES,
    *trading.RULES,
    *ago.RULES,
    *step_back.RULES,
    *relative.RULES,
    *sets.RULES,
    *duration.RULES,
    *vague.RULES,
)
FRAGMENTS: Mapping[str, str] = words.FRAGMENTS
