"""What a time phrase says before it is resolved: the meaning of its words, free of any date of today."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """The meaning of a time phrase; see the subclasses."""
