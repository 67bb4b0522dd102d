"""What may stand before a time at the head of a sentence or of a clause, whose verb follows it."""

from __future__ import annotations

from parsers.lazy import Pattern

_LED = r"(?:(?:in|for|during|on|over) )?(?:the |its )?"
CLAUSE_HEAD = Pattern(
    rf"(?i)[;,] (?:and |but )?(?:while|but|whereas|although|though|and) {_LED}\Z|; {_LED}\Z"
)
"""Before a time at the head of its clause ("plans to cut jobs, while in the third quarter sales rose")."""
FRONT_BY = Pattern(r"\W*By (?:the )?(?:(?:end|close|middle|start) of )?")
"""All that stands before a time that opens a sentence ("By the end of August, 41 mills had been sold")."""
