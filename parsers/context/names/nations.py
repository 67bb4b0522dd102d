"""Who only says what a country has: its figures are the country's that a report begins with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.context.names.parties import Names
from parsers.context.rows.words import Name, known
from parsers.lazy import Pattern
from parsers.model import Span
from parsers.values import replace


def with_land_tellers(text: str, names: Names, sentences: Sequence[Span]) -> Names:
    """The names, those of who only tells of a country as ``E``."""
    tellers = set(tells_of_land(text, names, sentences))
    if not tellers:
        return names
    found = (replace(name, tag="E") if name.party in tellers else name for name in names.found)
    return replace(names, found=tuple(found))


def tells_of_land(text: str, names: Names, sentences: Sequence[Span]) -> Iterator[int]:
    """Who only says, at the end of a first sentence, what a country has that it begins with."""
    lead = next((span for span in sentences if text[span.end - 1 : span.end] == "."), None)
    if lead is None or not _starts_with_land(text, names, lead):
        return
    for name in names.found:
        if name.tag == "N" and lead.start <= name.start < lead.end and _says_last(text, name):
            others = (n for n in names.found if n.party == name.party)
            if all(_says(text, other) for other in others if other.start >= lead.start):
                yield name.party


def _starts_with_land(text: str, names: Names, lead: Span) -> bool:
    """Whether a sentence begins with a country, its people's name, or either behind a dateline."""
    for hit in LAND.finditer(text, lead.start, lead.start + DATED):
        if _begins(text, hit.start()) and (hit[0] in known("parties.nationality parties.place")):
            return True
    return any(
        name.tag == "L" and _begins(text, name.start)
        for name in names.found
        if lead.start <= name.start < lead.start + DATED
    )


LAND = Pattern(r"\b\p{Lu}\p{Ll}+(?= \p{Ll})")


def _says_last(text: str, name: Name) -> bool:
    """Whether a name ends a sentence by saying it (", Norvik said.")."""
    before = text[max(0, name.start - 6) : name.start]
    return before.endswith((", ", ", the ")) and SAID_LAST.match(text, name.end) is not None


SAID_LAST = Pattern(r"(?: \([\p{L}&]{2,12}\))? (?:said|reported|says)(?: \p{Lu}?\p{Ll}{2,9}day)?\.")


def _says(text: str, name: Name) -> bool:
    """Whether a name stands before what it says."""
    return SAYS.match(text, name.end) is not None


SAYS = Pattern(
    r"(?: \([\p{L}&]{2,12}\))?,? (?:also |which |who )?(?:said|says|added|reported|noted)(?!\p{L})"
)


def _begins(text: str, at: int) -> bool:
    """Whether a sentence or what follows a dateline begins at a place."""
    return BEGINS.match(text, max(0, at - 4), at) is not None


BEGINS = Pattern(r"(?r)(?:\A\s*|(?:--?|[\u2013\u2014:\n]) ?)")
DATED = 48
"""How far from a sentence's beginning its dateline may reach."""
