"""Which names are headings: from there on a text is about the company."""

from __future__ import annotations

from parsers.context.names.listing import TICKER
from parsers.context.rows.words import Name
from parsers.lazy import Pattern
from parsers.model import Span


def is_heading(text: str, line: Span, name: Name) -> bool:
    """Whether a name is all of its line, or opens a paragraph as "Halden Paper Co. (HPC) --"."""
    behind = text[max(0, line.start - 8) : line.start].rstrip(" \t")
    whole = line.end <= name.end + 1 and text[line.end : line.end + 1] in ("", "\n", "\r")
    if behind[-1:] not in ("", "\n"):
        return False
    return whole or TICKER.match(text, name.end) is not None or _heads_item(text, line, name)


def _heads_item(text: str, line: Span, name: Name) -> bool:
    """Whether a line amid a text begins with whom the paragraph below it begins with ("Hino profit up")."""
    if line.start == 0 or line.end - line.start > LONGEST_HEAD or text[line.end - 1] in ".!?:;,":
        return False
    words = text[name.start : name.end]
    below = BELOW.match(text, line.end)
    return below is not None and text.startswith(words, below.end())


LONGEST_HEAD = 64
"""Characters of a line that heads an item of a report."""
BELOW = Pattern(r"[ \t]*\n\s*\n(?:The )?")
