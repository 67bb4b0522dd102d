"""Where a report was written: the place that it begins with is no party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parsers.context.names.parties import Names
from parsers.context.rows.small import is_loud_town
from parsers.context.rows.words import Name, known
from parsers.lazy import Pattern
from parsers.values import replace


def without_dateline(text: str, names: Names) -> Names:
    """The names of a text, those of its dateline but the place left out."""
    line = DATELINE.match(text) or DATED.search(text, 0, FRONT) or AGENCY.search(text, 0, FRONT)
    line = line or SMALL.search(text, 0, FRONT)
    if line is None and any(mark in text[:RELEASE] for mark in CLOSES):
        line = BRACKETED.search(text, 0, RELEASE)
    if line is None or not known("parties.legal").isdisjoint(line["place"].split()):
        return names
    found = _without_dateline(names.found, *line.span("place"), line.end())
    town = line["place"].title()
    return replace(names, found=tuple(_with_town(text, found, town) if line["place"].isupper() else found))


def _with_town(text: str, found: Iterable[Name], town: str) -> Iterator[Name]:
    """The names, the town of the dateline a place wherever it is named ("CALDEN, Ohio --", "Calden's")."""
    for name in found:
        here = name.tag == "N" and text[name.start : name.end] == town
        yield replace(name, tag="L") if here else name


def _without_dateline(found: Sequence[Name], start: int, place: int, end: int) -> Iterator[Name]:
    """The names, none of them in a dateline but the place (from ``start`` on) that it begins with."""
    for name in found:
        if name.start < start or name.start >= end:
            yield name
        elif name.end <= place:
            yield replace(name, tag="L") if name.tag == "N" else name


def town_before(text: str, start: int, words: Sequence[str]) -> int:
    """How many words in front are the town of a dateline that has lost its dash ("LONDON Oil fell")."""
    if text[max(0, start - 1) : start].strip(" \n"):
        return 0
    for count in range(min(3, len(words) - 1), 0, -1):
        if is_loud_town(" ".join(words[:count])) and not words[count].isupper():
            return count
    return 0


RELEASE = 2500
"""How many characters from its beginning on a release with highlights above it can have its dateline."""
FRONT = 400
"""How many characters from its beginning on a text can have its dateline, under a headline."""
DATELINE = Pattern(
    r"\s*(?P<place>\p{Lu}[\p{Lu} .'/-]{2,30})(?:, \p{Lu}[^\n,-]{2,16})?"
    r"(?: \([^()\n]{2,40}\))? ?(?:--?|\u2013|\u2014) "
)
"""How a report begins: where it was written is no party, known place or not ("SERANA/BERN, Aug 8 - ")."""
CLOSES = (") - ", ") -- ", ") \u2013 ", ") \u2014 ")
BRACKETED = Pattern(
    r"(?m)^\s*(?P<place>\p{Lu}[\p{L} .'/-]{2,30})(?:, [^\n()]{2,40})? "
    r"\( ?(?:\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,9} \d{4}) ?\) ?(?:--?|\u2013|\u2014) "
)
"""The same with its day in brackets, however the place is written ("Calden Lakes, NJ ( May 3, 2024 ) - ")."""
DATED = Pattern(
    r"(?m)^\s*(?P<place>\p{Lu}[\p{Lu} .'/-]{2,30})(?:, \p{Lu}[^\n,-]{2,16})?"
    r", \p{Lu}\p{L}{2,8}\.? \d{1,2} ?(?:--?|\u2013|\u2014) "
)
"""The same with its day, under a headline ("NEW YORK, March 2 - ")."""
SMALL = Pattern(
    r"(?m)^\s*(?P<place>\p{Lu}[\p{L} .'/-]{2,30})(?:, \p{Lu}[^\n,-]{1,16})?"
    r", (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}{0,6}\.? \d{1,2}(?:, \d{4})?"
    r" ?(?:--|-|\u2013|\u2014) ?(?=\p{Lu})"
)
"""The same, its place in small letters ("Calden, CA, November 5--Sales rose")."""
AGENCY = Pattern(
    r"(?m)^\s*(?P<place>\p{Lu}[\p{L} .'/-]{2,30})(?:, [^\n()]{2,40})? "
    r"(?:\([^()\n]{2,40}\)|/[\p{L}][^/\n]{2,40}/) ?(?:--(?=[ \p{L}])|-(?= )|\u2013|\u2014)[ ]?"
)
"""The same with the agency that sends it, a party no more ("LONDON, May 3 (Wireservice) - ", "/Wire/ --")."""
