"""What a reader is: one input format, from bytes to text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from parsers.values import record


@record(kw_only=True)
class Content:
    """What a reader makes of a file's bytes; the text is not yet made safe."""

    text: str
    title: str | None = None
    dated: dt.date | None = None
    notes: tuple[str, ...] = ()


@record(kw_only=True)
class Reader:
    """One input format.

    ``suffixes`` (lower case, with the dot) are the files that a folder is searched for.  ``sniff``
    recognises the format by its first bytes, whatever the file is called.  ``read`` takes the
    whole content; it raises `UnreadableError` with the reason alone, the file is named later.
    """

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes], Content]


def iso_day(text: str | None) -> dt.date | None:
    """The day that a header states as an ISO date or time ("2024-10-04T08:30:00Z"), or ``None``."""
    try:
        return dt.date.fromisoformat((text or "").strip()[:10])
    except ValueError:
        return None
