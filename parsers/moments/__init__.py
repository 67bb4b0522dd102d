"""What a time looks like in English financial prose: one module a family, each with its ``RULES``."""

from __future__ import annotations

from collections.abc import Mapping

from parsers.rules import Rule

RULES: tuple[Rule, ...] = ()
FRAGMENTS: Mapping[str, str] = {}
