"""The status that the line above a list gives to its items ("Halden expects:")."""

from __future__ import annotations

from parsers import lexicon
from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.model import Status

BULLETS = ("-", "*", "\u2022", "\u2013")
WINDOW = 1200
"""How far above an item of a list the line that leads the list may stand, in characters."""

WORD = Pattern(r"\p{L}[\p{L}'\u2019-]*+")


ITEM = Pattern(
    r"(?r)(?:^|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])\s*[-*\u2022\u2013][^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*"
)
"""The beginning of a line that is an item of a list, up to its end."""


def listed_status(row: Row) -> tuple[Status, int, int] | None:
    """What leads the list that a sentence is an item of ("Halden expects:"): its status, and its word."""
    text, low = row.text, max(0, row.span.start - WINDOW)
    line = text[max(low, text.rfind("\n", low, row.span.end) + 1) : row.span.end]
    if not line.lstrip().startswith(BULLETS) and len(line.splitlines()) < 2:
        return None  # told at once: most sentences are no item
    if ITEM.match(text, low, row.span.end) is None:
        return None
    above = text[low : row.span.end].splitlines(keepends=True)
    end = row.span.end - len(above[-1]) if above else low
    if not above or not (above[-1].lstrip().startswith(BULLETS)):
        return None
    for line in reversed(above[:-1]):
        start = end - len(line)
        if line.strip() and not line.lstrip().startswith(BULLETS):
            return _leads(text, start, end) if line.rstrip().endswith(":") else None
        end = start
    return None


def _leads(text: str, start: int, end: int) -> tuple[Status, int, int] | None:
    """The word of expecting in the line that leads a list."""
    for word in WORD.finditer(text, start, end):
        found = lexicon.surfaces("contextwords.expect").find(word[0].lower())
        if found:
            return Status(str(found[0].get("status"))), word.start(), word.end()
    return None
