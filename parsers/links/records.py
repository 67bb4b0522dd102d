"""The record that the sentence before says to be broken: "a record $9 billion. The previous record was"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.comparing import FEW_TIMES, comparable
from parsers.links.leadrules import Role
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, join
from parsers.links.rows import Line
from parsers.model import Link, LinkKind

OLD_RECORD = Pattern(
    r"^\W*(?:The|Its|Their|That) (?:previous|prior|old|earlier|former) (?:[\p{L}-]++ )?"
    rf"(?:record|high|peak|best|low|mark)(?: [^,;]{{1,30}}?)? (?:was|of|came to|stood at|were) {HEDGE}$"
)
A_RECORD = Pattern(r"(?i)\b(?:records?|highest|lowest|biggest|largest|most|best|peak|high|low)\b")


def old_records(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The old record of what the sentence right before it tells to be one."""
    line, before = lines[at], lines[at - 1]
    old = line.placed[0]
    if line.index - before.index != 1 or OLD_RECORD.match(old.lead) is None:
        return
    if A_RECORD.search(line.text, before.span.start, before.span.end) is None:
        return
    for new in before.placed[:NEARBY]:
        if new.role == Role.LEVEL and comparable(new.figure, old.figure, FEW_TIMES):
            yield join(LinkKind.FROM_TO, old, new, "link.old_record")
            return
