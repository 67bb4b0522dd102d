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
LONGEST_REASON = 200
"""Characters of an error of our own that are told."""


def say(line: str) -> None:
    """One line on standard error, where it can be written; names in it must be safe already."""
    with suppress(OSError):
        sys.stderr.write(f"figscope: {line}\n")
        sys.stderr.flush()


def failed_on(name: str, error: Exception) -> str:
    """What is said of an article on which the program itself failed."""
    from parsers.article import one_line  # here, because what ends at once needs no article

    reason = one_line(f"{type(error).__name__}: {error}")[:LONGEST_REASON]
    return f"{name}: figscope failed on it ({reason}); please report it"
