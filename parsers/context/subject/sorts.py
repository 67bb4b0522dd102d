"""What sort of party is spoken of: a place, what is traded, who tells of economies; else a company."""

from __future__ import annotations

from functools import lru_cache

from parsers.context.names.parties import NUMBERED_INDEX
from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.model import Phrase

AUTHORITY = Pattern(
    r"\b(?:Central|Reserve|Treasury|Statistics|Agency|Eurostat|Commission|Ministry|Bank of|National Bank"
    r"|Institute|IMF|World Bank|Monetary Fund|Planning|Planbureau"
    r"|ODPM|Bureau|Office|Bangko Sentral"
    r"|Bank Negara|Bank Indonesia|Banco de|Banco Central|Bank of Israel"
    r"|Riksbank|Bundesbank|Fed|ECB|BOJ|BoJ|BOE|BoE|RBA|RBI|RBNZ|SNB|PBOC"
    r"|Banxico|Norges Bank)\b"
)
"""In the names of those who tell of economies."""
COUNTS = Pattern(r"\b(?:Institute|Statistics|Planbureau|Bureau|ODPM)\b")
"""In the names of those who only count what others have."""


def is_place(phrase: Phrase) -> bool:
    """Whether what is spoken of is a country or another place."""
    return _names_a_place(phrase.text)


@lru_cache(maxsize=512)
def _names_a_place(text: str) -> bool:
    first, _, last = text.rpartition(" ")
    district = bool(first) and last in known("parties.district")  # "the Northern Region"
    return district or text in known("parties.place parties.quarter parties.nationality")


def is_traded(phrase: Phrase) -> bool:
    """Whether what is spoken of is itself traded, or an index ("Oil", "Brent crude futures")."""
    return _names_what_is_traded(phrase.text)


@lru_cache(maxsize=512)
def _names_what_is_traded(text: str) -> bool:
    last = text.split()[-1]
    return (
        text.lower() in known("parties.security")
        or last in known("parties.security")  # "Alberta crude", no "Calder Gold"
        or last.lower() in known("parties.gauge")
        or names_index(text)
        or NUMBERED_INDEX.match(text) is not None
    )


def names_index(text: str) -> bool:
    """Whether words name an index ("Dow Jones Industrial Average"), and no company with its name in it."""
    words = text.split()
    return not known("parties.index").isdisjoint(words) and words[-1] not in known("parties.legal")


def is_no_company(phrase: Phrase | None) -> bool:
    """Whether a text speaks of nobody, of a place, of what is traded, or of who tells of economies."""
    return phrase is None or _names_no_company(phrase.text) or is_traded(phrase)


@lru_cache(maxsize=512)
def _names_no_company(text: str) -> bool:
    return (
        _names_a_place(text)
        or AUTHORITY.search(text) is not None
        or not frozenset(text.lower().split()).isdisjoint(known("parties.land parties.bloc"))
    )


BODY = Pattern(
    r"\b(?:Courts?|Tribunal|Pentagon|Department|Commission|Agency|Ministry|Committee|Senate|Congress|Parliament"
    r"|Authority|Administration|Corps|Police|Attorney General|Ombudsman|Inspectorate)\b"
)
"""In the names of courts and offices, which rule about others."""


def is_body(phrase: Phrase) -> bool:
    """Whether a name is that of a court or an office of a state."""
    return BODY.search(phrase.text) is not None


ASSEMBLY = Pattern(
    r"\b(?:Soviet|Politburo|Duma|Bundestag|Diet|Knesset|Council|Institute|Association|Federation|Planning)\b"
)
"""In the names of those who rule a country, or speak for a trade in it."""


def speaks_of_land(phrase: Phrase) -> bool:
    """Whether a name is that of who only tells what a whole country makes, spends or has."""
    return is_body(phrase) or ASSEMBLY.search(phrase.text) is not None


def no_land(word: str, meant: Phrase | None) -> Phrase | None:
    """Whom a word for somebody means, none where a firm of a trade would be a country ("The automaker")."""
    trade = word.split()[-1] in known("parties.trade_of_firm")
    return None if trade and meant is not None and is_place(meant) else meant
