"""The article's "now": given, or read from the article itself; never the clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from parsers.mentions import Candidate


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference date and how it was found ("given", "dateline", "header", "newest date")."""

    date: dt.date | None
    how: str | None


def find_reference(text: str, winners: tuple[Candidate, ...], *, given: dt.date | None) -> Reference:
    """The reference date of a text."""
    return Reference(given, "given" if given else None)
