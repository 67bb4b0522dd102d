"""The words of a metric as they are shown, and the name that it has under several words."""

from __future__ import annotations

from functools import lru_cache

from parsers import lexicon
from parsers.lazy import Pattern
from parsers.model import Phrase

TIME_WORD = Pattern(
    r"(?i)^(?:a-\p{L}+|latest|recent|year-earlier|year-ago|previous|prior|fiscal|annual|quarterly|monthly|total|after-tax|aftertax|record|"
    r"current(?![ -]account)|full-year|first-half|second-half|(?:first|second|third|fourth)-quarter|"
    r"(?:six|nine)-month|last|strong|weak|higher|lower|"
    r"additional|new|own|overall|reported|estimated|expected|forecast|following|same|highest|lowest|best|worst|excluding|[\p{L}-]++ed)\s+"
)
KEEP = Pattern(
    r"(?i)^(?:adjusted|diluted|combined|consolidated|unsecured|guaranteed|realised|realized|subordinated|fixed|proposed|restricted|preferred|leased|collateralized|secured|unemployed|limited|deferred|mixed)\b"
)


ACTS = Pattern(
    r"(?i)^.*\b(?:raise[sd]?|boost(?:s|ed|ing)?|help(?:s|ed|ing)?|seek(?:s|ing)?|suggest(?:s|ing)|show(?:s|ing)"
    r"|cit(?:es|ing)|send(?:s|ing)|push(?:es|ing)|lift(?:s|ing)|post(?:s|ing)|giv(?:es|ing)|bring(?:s|ing)"
    r"|leav(?:es|ing)|spark(?:s|ing)|expect(?:s|ing)?|see(?:s|ing)?|predict(?:s|ing)?|let(?:s|ting)?"
    r"|assum(?:es|ing)|chang(?:es|ing)|caus(?:es|ed|ing)|levied|imposed|incurred|suffered"
    r"|list(?:s|ing)(?! (?:price|fee|cost)s?\b)|sav(?:es|ing)|book(?:s|ing)"
    r"|record(?:s|ing)|report(?:s|ing)"
    r"|reduc(?:es|ing)|lowering|(?:report|survey|bank|group|firm|company|agency|analysts?) forecasts?) (?=\S)"
    r"|^limit(?:s|ing)? (?=\S+ \S)"
    r"|^(?:be(?:gins?|gun|gan|ginning) |start(?:s|ed|ing) )?offering "
    r"(?!(?:price|cost|size|expense|proceeds|circular|document)s?\b)(?=\S+ \S)"
)
"""What somebody does to a metric, before it ("higher premiums help boost net income")."""


def trimmed(phrase: Phrase) -> Phrase:
    """The phrase without words of time and praise at its front, and without what is done to it."""
    text = phrase.text
    if " " in text and (acts := ACTS.match(text)) is not None:
        text = text[acts.end() :]
    while (lead := TIME_WORD.match(text)) is not None and not KEEP.match(text):
        text = text[lead.end() :]
    return Phrase(phrase.end - len(text), phrase.end, text)


@lru_cache(maxsize=2048)
def headed(words: str) -> tuple[str, str | None]:
    """The words before the head of a metric, and the name of the head; none where none is known."""
    pieces = words.split()
    for start in range(len(pieces)):
        for name in ("metrics.noun", "metrics.verb", "metrics.making"):
            found = lexicon.find(name, " ".join(pieces[start:]))
            if found:
                return " ".join(pieces[:start]), found[0].id
    return words, None


def canonical(words: str) -> str | None:
    """The name of a metric that is the same under several words ("turnover" is revenue)."""
    return headed(words)[1] or words.lower() or None
