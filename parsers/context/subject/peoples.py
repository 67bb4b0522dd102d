"""Whom the adjective of a country means: "the Taiwanese firm" is who came in as "Taiwan's Norvik"."""

from __future__ import annotations

from parsers import lexicon
from parsers.context.rows.words import Row, Word
from parsers.lazy import Pattern
from parsers.model import Phrase


def of_people(row: Row, first: int, at: int, lead: Word | None) -> Phrase | None:
    """Whom "the Taiwanese firm" means: the one that a text brings in as that country's, before it."""
    if first != at - 1 or lead is None or lead.key != "the":
        return None
    people = row.phrase(first, first).text
    lands = lexicon.surfaces("demonyms.demonym").find(people) if people[:1].isupper() else ()
    if not lands:
        return None
    called = {people, *(noun + mark for noun in lands[0].classes.get("noun", ()) for mark in OWNS)}
    start = row.words[0].start
    hits = BROUGHT_IN.finditer(row.text, max(0, start - FAR), start)
    hit = next((each for each in hits if each["whose"] in called), None)
    return Phrase(*hit.span("who"), hit["who"]) if hit is not None else None


OWNS = ("'s", "\u2019s")
FAR = 4000
"""How many characters back one may have come in whom such words mean."""
BROUGHT_IN = Pattern(
    r"(?<!\p{L})(?P<whose>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?(?:['\u2019]s)?) (?:[\p{Ll}-]+ ){0,3}"
    r"(?P<who>\p{Lu}[\p{L}&.-]*(?: \p{Lu}[\p{L}&.-]*){0,4})(?=[\s,;.:)'\u2019])"
)
"""A party that comes in as a country's ("Taiwan's Foxconn", "French carmaker Renault")."""
