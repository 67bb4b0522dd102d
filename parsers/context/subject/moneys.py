"""A currency of which a text speaks: "the dollar" is "the currency" and "the U.S. unit" too."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Direction, Figure, Kind, Phrase
from parsers.quick import Quick
from parsers.values import replace
from parsers.worded import Worded

CURRENCY = "currency"
AGAIN = Pattern(
    r"(?i)(?:the )?(?:(?:U\.S\.|American|British|Japanese|German|European|single|common) )?(?:currency|unit)"
)


TOLD = Worded(
    r"\b[Tt]he (?:\p{Lu}[\p{L}.]+ )?(?P<own>(?=\p{Ll})<<currencies.name>>)(?: \p{Ll}+ly)? "
    r"(?:(?:has|had|have|was|were|is) (?:\p{Ll}+ )?)?"
    r"(?:<<directions.verb>>|ended|closed|finished|opened|traded|hit|quoted|posted|remained|stayed|continued|staged|made|started|began|changed|stood|settled|lower|higher|weaker|stronger|mixed)\b"
)
"""A currency of which it is told what it did."""


MOVED = Worded(
    r"\b(?:boost|defend|drag|lift|prop up|pull|push|shore up|strengthen|support|weaken)(?:s|ed|ing)? the "
    r"(?P<own>(?=\p{Ll})<<currencies.name>>)(?!\p{L})"
)
"""A currency that somebody holds or lifts."""


def currencies_told(text: str) -> Iterator[Phrase]:
    """The currencies that a text tells of, in text order: only the first if none is called so further on."""
    low = text.lower()
    end = len(text) if "currency" in low or " unit " in low else LEAD
    found = [*TOLD.finditer(text, 0, end), *MOVED.finditer(text, 0, end)]
    for start, end in sorted(hit.span("own") for hit in found):
        yield Phrase(start, end, text[start:end])


LEAD = 1000
"""How many characters of a text may tell which currency it is about, where it calls none so."""


def turned_to(topic: Topic, currency: Phrase) -> Topic:
    """The topic where the text tells of a currency."""
    return replace(topic, called={**topic.called, CURRENCY: currency})


def with_currency(topic: Topic, figure: Figure) -> Topic:
    """The topic after a figure of a currency, which may be called so further on, or of a bond."""
    subject = figure.subject
    if subject is None:
        return topic
    last = subject.text.lower().split()[-1]
    measured = figure.metric.text.lower().split()[-1] if figure.metric is not None else ""
    if last in known("parties.borrowing") or measured in ("bond", "note"):
        return replace(topic, called={**topic.called, BOND: subject})
    return (
        replace(topic, called={**topic.called, CURRENCY: subject})
        if last in known("currencies.name")
        else topic
    )


BOND = "bond of the yield"
"""Under this the bond that was told of last."""


def yielded(row: Row, figure: Figure, topic: Topic) -> Found | None:
    """The bond that a yield without an owner is of, told of before ("The bond rose. The yield fell to")."""
    bond = topic.called.get(BOND)
    bare = bond is not None and group_of(figure) == "yield" and YIELD.match(row.tags) is not None
    return Found(bond, "subject.carried") if bond is not None and bare else None


YIELD = Pattern(r"(?:[cd],?)?[Di]x?M(?:d?[VBH]|,)")


def as_currency(found: Found, topic: Topic) -> Found:
    """The currency that is meant where only "the currency" is said."""
    called = topic.called.get(CURRENCY)
    if called is None or AGAIN.fullmatch(found.phrase.text) is None:
        return found
    return Found(called, "subject.the_company", found.seen or found.phrase)


def currency_at_head(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The currency that a sentence begins with as such ("The currency, which fell to 87, was last at 86")."""
    called = topic.called.get(CURRENCY)
    if called is None or figure.kind not in PRICED:
        return None
    if _it_moved(row, figure, place, topic):
        return Found(called, "subject.pronoun", row.phrase(0, 0))
    hit = AT_HEAD.match(row.tags)
    if hit is None or row.keys[hit.start("own")] != CURRENCY:
        return None
    at = hit.start("own")
    others = any(tag in row.tags[at:place] for tag in "NPKk")
    return None if others else Found(called, "subject.the_company", row.phrase(at, at))


def _it_moved(row: Row, figure: Figure, place: int, topic: Topic) -> bool:
    """Whether a sentence tells how far "it" moved, where the text is about nobody ("It has lost 5%")."""
    if topic.now is not None or row.keys[0] != "it" or figure.direction is Direction.NONE:
        return False
    return row.tags[place - 1] in "Vm" and not any(tag in row.tags[:place] for tag in "NPKk")


AT_HEAD = Quick(r"(?:c|d,?)?D[xL]?(?P<own>[xKZ])(?=,r|'?d?[VBHWAx])")
PRICED = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.POINTS)


def priced_in(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The currency of a price in another, of which the sentence speaks ("The U.S. unit was at 142 yen")."""
    called = topic.called.get(CURRENCY)
    if called is None or figure.kind != Kind.MONEY or figure.per is not None:
        return None
    words = {CURRENCY, "unit", called.text.lower().split()[-1]}
    at = next((i for i, key in enumerate(row.keys[:place]) if key in words), None)
    return None if at is None else Found(called, "subject.the_company", row.phrase(at, at))
