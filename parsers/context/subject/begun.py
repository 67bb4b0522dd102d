"""Whom a text begins with: a central bank under its headline, a company that leads, a country, a city."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from parsers.context.names.parties import Names
from parsers.context.rows.words import Name
from parsers.context.subject.asides import begins, is_league, is_outsiders
from parsers.context.subject.beginning import of_body
from parsers.context.subject.sorts import AUTHORITY
from parsers.context.subject.topic import is_country
from parsers.lazy import Pattern
from parsers.model import Span
from parsers.text import START


def begun_with(text: str, sentences: Sequence[Span], names: Names) -> Iterator[int]:
    """Whom a text begins with: a central bank under its headline, who leads, a city."""
    if text[sentences[0].end - 1] != ".":
        yield from of_body(text, names, sentences)
        yield from (n.party for span in sentences[1:HEADED] for n in _rules(text, names, span))
    yield from _of_lead(text, names, sentences[0].end)
    yield from _civic(text, names, sentences[sentences[0].end < DATED and len(sentences) > 1].end)


def _of_lead(text: str, names: Names, end: int) -> Iterator[int]:
    """Who the first sentence is about, where nobody is named more than once: a company, else a country.

    A company that it only names beside another ("led by Calder") is not; a country only as its subject.
    """
    inside = [name for name in names.found if name.start < end]
    for name in inside:
        beside = BESIDE.match(text, max(0, name.start - 24), name.start) is not None
        aside = AUTHORITY.search(text, name.start, name.end) is not None and not _leads(text, name.start)
        aside = aside or is_league(text, name)
        if name.tag == "N" and not is_outsiders(text, name) and not beside and not aside:
            yield name.party
    for name in inside:
        if name.tag == "L" and is_country(text[name.start : name.end]) and _has(text, name):
            yield name.party


def _has(text: str, name: Name) -> bool:
    """Whether a sentence begins at a country or says what it has, but not as a reason."""
    if begins(text, name.start):
        return True
    if text[max(0, name.start - 10) : name.start] == "Corporate ":
        return False  # "Corporate America's jobs"
    if text[name.end : name.end + 2] in ("'s", "\u2019s"):
        return REASON.match(text, max(0, name.start - 12), name.start) is None
    fronts = text[max(0, name.start - 4) : name.start] == "The "
    return fronts and LAND_HAS.match(text, name.end) is not None


REASON = Pattern(r"(?r)\b(?:after|amid|as|because|despite|on|since|while) ")
"""Before a country that only gives the reason ("fell as Asia's troubles ate into exports")."""
LAND_HAS = Pattern(r" (?:\p{Ll}++ ){0,2}?(?:deficit|economy|inflation|jobless|surplus|unemployment)(?!\p{L})")
"""Behind a country whose economy is spoken of ("The U.S. trade deficit")."""
DATED = 40
"""How long what stands before the first sentence, as one of its own ("CALDEN, Ore."), is at most."""


def _civic(text: str, names: Names, end: int) -> Iterator[int]:
    """The city whose mayor or council a text begins with."""
    for name in names.found:
        if name.start < end and name.tag == "L" and CIVIC.match(text, name.end) is not None:
            yield name.party


CIVIC = Pattern(
    r"(?:['\u2019]s)?(?:(?:, [^\n-]{2,24}?)?(?: \([\p{L} ]{2,20}\))? ?(?:--?|[\u2013\u2014]))?"
    r" (?:The )?(?:Mayor|City [Cc]ouncil|city council|mayor|Gov\.|Governor|County Executive)(?!\p{L})"
)
"""Behind the name of a place that a text is about ("Calden Mayor Petra Vogel proposed")."""


HEADED = 4
"""Among how many sentences, headline and date lines counted, the first one of the report itself is."""


def _rules(text: str, names: Names, span: Span) -> Iterator[Name]:
    """The central bank or the like that a sentence of a report begins with, which its headline calls less."""
    at = bisect_left(names.found, span.start, key=START)
    for name in names.found[at : at + 1]:
        first = name.start in (span.start, span.start + len("The "))
        if first and name.tag == "N" and AUTHORITY.search(text, name.start, name.end) is not None:
            yield name


def _leads(text: str, at: int) -> bool:
    """Whether a central bank or the like acts in a sentence, and is not named in passing ("as the Fed")."""
    return begins(text, at) or LEADS.match(text, max(0, at - 40), at) is not None


LEADS = Pattern(r"(?r)(?:\A\s*|(?:--?|[\u2013\u2014:\n]) ?)(?:The |[\p{Lu}][\p{L}. ]{1,24}['\u2019]s? )?")
BESIDE = Pattern(
    r"(?ri)\b(?<!\b(?:shares?|stock|stake|maker|unit|owner) )"
    r"(?:by|with|from|for|at|of|to|on|in|against|via|through) (?:the )?"
)
