"""Time phrases -> moments with first and last day; the only module that imports dateparser."""

from __future__ import annotations

import datetime as dt

from parsers.mentions import Candidate
from parsers.model import Moment


def resolve(text: str, winners: tuple[Candidate, ...], reference: dt.date | None) -> tuple[Moment, ...]:
    """The moments of the settled mentions, in text order."""
    return ()
