"""Whom the lines over a report and its first sentence begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.context.names.parties import Names
from parsers.context.subject.asides import is_outsiders
from parsers.lazy import Pattern
from parsers.model import Span


def stands_over(text: str, sentences: Sequence[Span], names: Names, best: int) -> bool:
    """Whether lines stand over a report that tell of the company which it begins with, and name nobody.

    ("* Full-year forecast cut to $5 million", and below it "OSLO, Jan 31 Halden Corp booked")
    """
    first = next((span for span in sentences if text[span.end - 1] == "."), None)
    name = next((n for n in names.found if n.tag in "NLPE"), None)
    if first is None or name is None or first.start == sentences[0].start or name.start < first.start:
        return False
    named = next((n for n in names.found if n.start >= first.start and n.tag == "N"), None)
    return named is not None and named.party == best and named.end <= first.end


def headed(text: str, names: Names, sentences: Sequence[Span]) -> set[int]:
    """Whom a headline begins with."""
    if not sentences or text[sentences[0].end - 1] in ".!?":
        return set()
    return {name.party for name in names.found if name.start == sentences[0].start}


def of_body(text: str, names: Names, sentences: Sequence[Span]) -> Iterator[int]:
    """The company that the first sentence below a headline begins with."""
    body = sentences[1] if len(sentences) > 1 else None
    first = next(
        (n for n in names.found if body is not None and n.start >= body.start and n.tag == "N"), None
    )
    if body is None or first is None or first.start >= body.end or is_outsiders(text, first):
        return
    if first.start == body.start or TOLD_OF.fullmatch(text, body.start, first.start) is not None:
        yield first.party


TOLD_OF = Pattern(
    r"(?:\([\p{L} /]{2,24}\) ?[-\u2013\u2014]{1,2} ?|\p{Lu}[^.\n]{0,40} [-\u2013\u2014]{1,2} )?"
    r"(?:The )?(?:\p{Lu}\p{Ll}+(?:an|ish|ese|ch|ss|i) )?(?:[\p{Ll}-]+ ){0,5}"
)
"""Before a company that a report begins with: its agency or its place, and what the company is."""
