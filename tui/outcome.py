"""How the command ends, and how it says what went wrong."""

from __future__ import annotations

import sys
from contextlib import suppress

DONE = 0
DISAGREES = 1
"""A check found figures that do not fit together (``figscope check`` only)."""
UNREADABLE = 2
"""Wrong usage, or something could not be read or written."""
INTERRUPTED = 130


def say(line: str) -> None:
    """One line on standard error, where it can be written; names in it must be safe already."""
    with suppress(OSError):
        sys.stderr.write(f"figscope: {line}\n")
        sys.stderr.flush()
