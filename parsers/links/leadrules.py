"""A rule that tells by the words before a figure what it does there."""

from __future__ import annotations

from enum import StrEnum

from parsers.context.rows.beside import first_words
from parsers.values import quick, record


@quick
class Role(StrEnum):
    """What a figure does in its sentence."""

    TWIN = "twin"
    PER = "per"
    OLD = "old"
    CHANGE = "change"
    PART = "part"
    LEVEL = "level"


@record
class LeadRule:
    """The words before a figure that give it a role.

    ``lead`` ends at the figure and begins at the figure before it.  One of the ``cues`` (or of the words of
    a class "table.class") stands in every lead that matches: they only save the trying of others.  In
    ``examples`` and ``rejects`` the last figure has, or has not, the role by this rule.
    """

    name: str
    role: Role
    cues: tuple[str, ...]
    lead: str
    examples: tuple[str, ...]
    rejects: tuple[str, ...]

    def signs(self) -> tuple[str, ...]:
        """The cues, in small letters; of a class the first words."""
        found = (sorted(first_words(cue)) if "linkwords." in cue else (cue,) for cue in self.cues)
        return tuple(sign for signs in found for sign in signs)
