"""Who only says what a country has: its figures are the country's that a report begins with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.context.names.parties import Names
from parsers.context.names.tellers import is_source, speaks
from parsers.context.rows.words import Name, known
from parsers.lazy import Pattern
from parsers.model import Span
from parsers.values import replace


def with_land_tellers(text: str, names: Names, sentences: Sequence[Span]) -> Names:
    """The names, those of who only tells of a country, or of what homes cost, as ``E``."""
    tellers = set(tells_of_land(text, names, sentences)) | _tells_of_homes(text, names)
    if not tellers:
        return names
    found = (replace(name, tag="E") if name.party in tellers else name for name in names.found)
    return replace(names, found=tuple(found))


def _tells_of_homes(text: str, names: Names) -> frozenset[int]:
    """Who gathers the prices of homes, where a text begins with them: a lender, a portal."""
    if HOMES.search(text, 0, HEAD) is None:
        return frozenset()
    known_for = known("parties.counts_homes")
    return frozenset(party.number for party in names.parties if party.name.text in known_for)


HEAD = 300
"""In how many characters a text tells what it is about."""
HOMES = Pattern(r"(?i)\b(?:house|home|property|rental|housing) (?:prices?|rents?)\b|\brents\b")


def tells_of_land(text: str, names: Names, sentences: Sequence[Span]) -> Iterator[int]:
    """Who only speaks in a report that begins with what a country has, or ends its first sentence so."""
    lead = next((span for span in sentences if text[span.end - 1 : span.end] == "."), None)
    if lead is None or not _starts_with_land(text, names, lead):
        return
    economy = ECONOMY.search(text, lead.start, lead.end) is not None
    for number in {name.party for name in names.found if name.tag == "N"}:
        told = [n for n in names.found if n.party == number and n.start >= lead.start]
        inside = [n for n in told if n.start < lead.end]
        if not all(_says_last(text, name) for name in inside) or not (inside or economy):
            continue
        if told and all(_says(text, name) or (economy and speaks(text, name)) for name in told):
            yield number


def who_only_speak(text: str, names: Names) -> frozenset[int]:
    """The parties that say something in each of their places, and whose figures they are said to be.

    They do nothing else; none is a company by its name.
    """
    does = {name.party for name in names.found if name.tag != "N" or not _speaks_there(text, name)}
    does |= {party.number for party in names.parties if party.legal or _is_a_firm(party.name.text)}
    return frozenset({name.party for name in names.found if _is_asked(text, name)} - does)


def _is_asked(text: str, name: Name) -> bool:
    """Whether a name is told as the source of something (", Norvik said.", "a survey by Norvik")."""
    titled = SAYS_TITLED.match(text, name.end) is not None
    return (
        titled
        or _says_last(text, name)
        or is_source(text, name)
        or SURVEYS.match(text, max(0, name.start - 64), name.start) is not None
    )


SURVEYS = Pattern(
    r"(?r)\b(?:survey|study|poll|report|research|analysis) (?:[^.;\n]{0,40} )?(?:by|from) (?:the )?"
)


def _is_a_firm(name: str) -> bool:
    """Whether a name is that of a company, a bank or an office by one of its words."""
    return not known("parties.suffix parties.trade parties.of_name").isdisjoint(name.split())


def _speaks_there(text: str, name: Name) -> bool:
    """Whether a name stands where it only says something, in a sentence or in a headline."""
    return _says(text, name) or speaks(text, name) or _is_asked(text, name)


SAYS_TITLED = Pattern(r" (?:say|show)s?\s*(?:\n|\Z)")
"""Behind a name that ends a headline with what it says ("jobs added, StatsNorge says")."""


ECONOMY = Pattern(
    r"(?i)\b(?:(?:house|home|consumer|producer|wholesale|property) prices|economy|gross domestic product|GDP"
    r"|inflation|unemployment|jobless|trade (?:deficit|surplus|gap)|current account"
    r"|industrial (?:output|production)|retail sales|durable[ -]goods"
    r"|factory orders|trade (?:data|figures)|payrolls|employers|house[- ]?building|housing starts"
    r"|economic growth|budget (?:deficit|surplus|gap)"
    r"|(?:government|public|public[- ]sector) (?:borrowing|debt|finances|spending)"
    r")(?!\p{L})"
)
"""What a report of a whole country tells of in its first sentence."""


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


SAID_LAST = Pattern(
    r"(?: \([\p{L}&]{2,12}\))? (?:has |have )?(?:said|reported|says)(?: \p{Lu}?\p{Ll}{2,9}day)?\."
)


def _says(text: str, name: Name) -> bool:
    """Whether a name stands before what it says."""
    return SAYS.match(text, name.end) is not None


SAYS = Pattern(
    r"(?: \([\p{L}&]{2,12}\))?,? (?:also |which |who )?(?:has |had )?(?:in the past |previously |long )?"
    r"(?:said|says|added|reported|noted|predicted|warned)(?!\p{L})"
)


def _begins(text: str, at: int) -> bool:
    """Whether a sentence or what follows a dateline begins at a place."""
    return BEGINS.match(text, max(0, at - 4), at) is not None


BEGINS = Pattern(r"(?r)(?:\A\s*|(?:--?|[\u2013\u2014:\n]) ?)")
DATED = 48
"""How far from a sentence's beginning its dateline may reach."""
