"""Numerals: "4.2", "4,200", "two-thirds", "tens of thousands" -> `Decimal`, with printed precision."""

from __future__ import annotations

from collections.abc import Mapping

FRAGMENTS: Mapping[str, str] = {}
