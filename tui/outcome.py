"""How the command ends, and how it says what went wrong."""

from __future__ import annotations

import sys

DONE = 0
DISAGREES = 1
"""A check found figures that do not fit together (``figscope check`` only)."""
UNREADABLE = 2
"""Wrong usage, or something could not be read or written."""
INTERRUPTED = 130
TERMINATED = 143


def say(line: str) -> None:
    """One line on standard error; names in it must be safe already."""
    sys.stderr.write(f"figscope: {line}\n")
