"""The line that leads a list ("For the full year, Halden expects:"), which speaks for all its items.

A list is items one below the other, each a line with a bullet or, below a line that ends in a colon, one
with figures and without an end.  Its lead is the line above the first of them.
"""

from __future__ import annotations

from parsers import lexicon
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Span, Status
from parsers.quick import Quick
from parsers.text import BULLET

WINDOW = 2000
"""How far above an item of a list the line that leads the list may stand, in characters."""
LONGEST = 160
"""Characters of a line that leads a list, and of an item without a bullet."""
WORD = Pattern(r"\p{L}[\p{L}'\u2019-]*+")
COLUMNS = Quick(r"[^\s.!?\"\u201d] {2,}\S|[\t|]")
"""A line of a table, which is no item; two blanks behind a sentence make none."""
PAIR = Pattern(
    r"[|\s]*\p{L}(?:[^|\t\n ]|[ ](?![ ]))*+(?:[ ]*[|\t][ ]*|(?<![.!?][\"\u201d]?)[ ]{2,})"
    r"(?=[^\n]*\d)(?:[^|\t\n ]|[ ](?![ |]))++[|\s]*"
)
"""A line of one label and one value, which is one ("Sales | $111 - 115 million")."""
AMOUNT = Pattern(r"\p{Sc}|\d ?%")
"""In a line that tells something itself, and heads nothing."""
LIST_MARK = Pattern(rf"\s*{BULLET}")
DIGIT = Quick(r"[0-9]")
DATED = Pattern(
    r"[\p{L}.,]++(?: [\p{L}.]++)? ?\d{1,2}(?:, |\. | )?(?:\p{L}++\.? )?(?:19|20)\d\d|\d[\d/.-]{5,9}"
)
"""A line that is only the day of what is told."""
ENDS = (".", "!", "?", ";", ":")


def lead_of(row: Row) -> Span | None:
    """The line that leads the list that a sentence is an item of; none where it is no item."""
    text, end = row.text, row.span.start
    start = text.rfind("\n", 0, end) + 1
    stop = text.find("\n", row.span.end)
    line = text[start : min(stop if stop >= 0 else len(text), start + 2 * LONGEST)]
    bulleted = LIST_MARK.match(line) is not None
    paired = ("|" in line or "\t" in line) and _is_pair(line)
    if not bulleted and not paired and not _is_bare_item(line):
        return None  # told at once: most sentences are no item
    low = max(0, start - WINDOW)
    while start > low:
        start, end = text.rfind("\n", 0, start - 1) + 1, start - 1
        above = text[start:end].strip()
        if not above or LIST_MARK.match(text, start) is not None or COLUMNS.search(above) is not None:
            continue
        if len(above) > LONGEST or DATED.fullmatch(above) is not None:
            return None
        heads = (bulleted or paired) and above[-1] not in ENDS and AMOUNT.search(above) is None
        if above.endswith(":") or heads:
            return Span(start, end)
        if bulleted or not _is_bare_item(above):
            return None
    return None


def _is_pair(line: str) -> bool:
    """Whether a line is one label and one value."""
    return PAIR.fullmatch(line) is not None and "  " not in line.strip(" |").replace(" | ", "|")


def ends_openly(text: str, lead: Span) -> bool:
    """Whether a line ends in a colon, and so leads what stands below it in so many words."""
    return text[lead.start : lead.end].rstrip().endswith(":")


def _is_bare_item(line: str) -> bool:
    """Whether a line without a bullet can be an item: one with figures that does not end like a sentence."""
    plain = line.strip()
    if not 0 < len(plain) <= LONGEST or plain[-1] in ENDS or not plain[0].isupper():
        return False
    return DIGIT.search(plain) is not None and COLUMNS.search(plain) is None


def listed_status(row: Row) -> tuple[Status, int, int] | None:
    """What leads the list that a sentence is an item of ("Halden expects:"): its status, and its word."""
    lead = row.once(lead_of)
    if lead is None or not ends_openly(row.text, lead):
        return None
    for word in WORD.finditer(row.text, lead.start, lead.end):
        found = lexicon.surfaces("contextwords.expect").find(word[0].lower())
        if found:
            return Status(str(found[0].get("status"))), word.start(), word.end()
    return None


def tells_what_is(row: Row) -> bool:
    """Whether the line that leads a list tells what is or was ("As of June 30, Halden had:")."""
    lead = row.once(lead_of)
    if lead is None or not ends_openly(row.text, lead):
        return False
    words = [word[0].lower() for word in WORD.finditer(row.text, lead.start, lead.end)]
    if not known("contextwords.expect contextwords.modal contextwords.heads_outlook").isdisjoint(words):
        return False
    return words[:1] != [] and (words[0] in OF_NOW or not known(FINITE).isdisjoint(words))


OF_NOW = ("as", "at", "compared", "versus")
FINITE = (
    "contextwords.have contextwords.be contextwords.verb directions.act directions.verb metrics.verb"
    " checks.claim"
)
