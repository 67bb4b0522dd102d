"""A currency of which a text speaks: "the dollar" is "the currency" and "the U.S. unit" too."""

from __future__ import annotations

from functools import cache

import regex

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Phrase
from parsers.values import replace
from parsers.worded import worded

CURRENCY = "currency"
AGAIN = Pattern(
    r"(?i)(?:the )?(?:(?:U\.S\.|American|British|Japanese|German|European|single|common) )?(?:currency|unit)"
)


@cache
def _told() -> regex.Pattern[str]:
    return worded(
        r"\b[Tt]he (?:\p{Lu}[\p{L}.]+ )?(?P<own>(?=\p{Ll})<<currencies.name>>)(?: \p{Ll}+ly)? "
        r"(?:(?:has|had|have|was|were|is) (?:\p{Ll}+ )?)?"
        r"(?:<<directions.verb>>|ended|closed|finished|opened|traded|hit|quoted|lower|higher|weaker|stronger|mixed)\b"
    )


def currency_told(text: str) -> Topic:
    """The topic at the beginning of a text, with the currency that it tells of first."""
    hit = _told().search(text, 0, LEAD)
    if hit is None:
        return Topic()
    start, end = hit.span("own")
    return Topic(called={CURRENCY: Phrase(start, end, text[start:end])})


LEAD = 1000
"""How many characters of a text may tell which currency it is about."""


def with_currency(topic: Topic, figure: Figure) -> Topic:
    """The topic after a figure of a currency, which may be called so further on."""
    subject = figure.subject
    if subject is None or subject.text.lower().split()[-1] not in known("currencies.name"):
        return topic
    return replace(topic, called={**topic.called, CURRENCY: subject})


def as_currency(found: Found, topic: Topic) -> Found:
    """The currency that is meant where only "the currency" is said."""
    called = topic.called.get(CURRENCY)
    if called is None or AGAIN.fullmatch(found.phrase.text) is None:
        return found
    return Found(called, "subject.the_company", found.seen or found.phrase)


def priced_in(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The currency of a price in another, of which the sentence speaks ("The U.S. unit was at 142 yen")."""
    called = topic.called.get(CURRENCY)
    if called is None or figure.kind != Kind.MONEY or figure.per is not None:
        return None
    words = {CURRENCY, "unit", called.text.lower().split()[-1]}
    at = next((i for i, key in enumerate(row.keys[:place]) if key in words), None)
    return None if at is None else Found(called, "subject.the_company", row.phrase(at, at))
