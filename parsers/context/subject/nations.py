"""The country that a text is about from its first sentences on, where a nationality says it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from parsers.context.rows.words import known
from parsers.context.subject.topic import COUNTRY, Topic, is_country
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.patterns import compiled
from parsers.values import replace

LEAD = 600
"""How many characters of a text may tell which country it is about."""
GOVERNS = (
    r"(?:government|economy|authorities|parliament|cabinet|budget|treasury|exports|imports|inflation"
    r"|unemployment|central bank|finance minist(?:er|ry)|prime minister|economic (?:growth|output))"
)
PASSING = Pattern(r"(?r)\b(?:against|by|from|to|with|sued|on) (?:the )?")
"""Before a country that is only dealt with ("has sued the Russian government")."""


OWNED = (
    r"(?:trade|budget|current[ -]account|external|foreign|national|public|gross domestic|gross national"
    r"|inflation|unemployment|jobless|economy|economic|exports|imports|central bank|government|oil exports)"
)
"""What a country has, behind its name ("Chile's trade surplus")."""


ACTIVE = (
    r"(?:activity|layoffs|output|production|inventories|stocks|supplies|sales|orders|prices|rates|jobs|employers"
    r"|crop|harvest|factories|retailers|homebuilders|consumers|consumer)"
)
"""What is told of a country that a text begins with ("U.S. drilling activity slowed")."""


@cache
def _nation() -> regex.Pattern[str]:
    lands = _any_of(known("parties.nationality"))
    names = _any_of(place for place in known("parties.place") if is_country(place))
    return compiled(
        rf"\b(?:(?P<own>{lands})\s(?:new\s)?{GOVERNS}"
        rf"|(?P<own>{names})['\u2019]s\s(?:\p{{Ll}}{{3,}}\s){{0,2}}?{OWNED}"
        rf"|(?:\A|\n|\d\s--?\s)(?P<own>{lands}|U\.S\.)\s(?:\p{{Ll}}{{3,}}\s){{0,2}}?{ACTIVE})\b"
    )


def _any_of(words: Iterable[str]) -> str:
    """One of the words, the longest first; in one order, by which the pattern is found again."""
    return "|".join(regex.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def with_nation(text: str, topic: Topic) -> Topic:
    """The topic with the country whose government or economy a text tells of first."""
    hit = _nation().search(text, 0, LEAD)
    if hit is None or PASSING.match(text, max(0, hit.start() - 14), hit.start()) is not None:
        return topic
    land = Phrase(*hit.span("own"), hit["own"])
    return replace(topic, land=land, called={**topic.called, **dict.fromkeys(COUNTRY, land)})
