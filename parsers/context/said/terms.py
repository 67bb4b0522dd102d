"""What is agreed on or decided: terms of a deal, where money goes, what will be shut."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.said.polls import are_analysts
from parsers.lazy import Pattern
from parsers.model import Figure, Kind

WILL = ("will", "would")
LATER_VERB = Pattern(r"(?r)[VBHAXSm;c]")
OF_A_MEASURE = Pattern(r"(?r)[MCGZ]T?d?\Z")
PUT_IN = (("put", "in"), ("put", "up"))
MONEY = frozenset(("money", "proceeds", "sum"))


def is_agreed(row: Row, figure: Figure, at: int, place: int) -> bool:
    """Whether the modal verb at ``at`` states terms ("holders will get $5"), and what is expected of none.

    What analysts think is none, nor what a price or a rate will go to.  Before the figure another verb
    may only go on with the terms ("will get $5 and own 9%", not "will pay $5 to lift its stake by 9%").
    """
    if row.keys[at] not in WILL or any(are_analysts(row, i) for i in range(at)):
        return False
    verb = at + 1
    while row.tags[verb : verb + 1] == "d":
        verb += 1
    if "be" in row.keys[verb : verb + 1]:
        verb += 1
        agreed = _is_one_of(row, verb, "contextwords.settled")
    else:
        agreed = (
            _is_one_of(row, verb, "contextwords.terms")
            or row.keys[verb : verb + 2] in PUT_IN
            or _is_moved(row, at, verb)
            or _is_decided(row, figure, verb)
        )
    if not agreed or place < at:
        return agreed
    later = LATER_VERB.search(row.tags, verb + 1, place)
    return later is None or (
        row.tags[later.start() - 1] == "&" and _is_one_of(row, later.start(), "contextwords.terms")
    )


TWIN = Pattern(r"(?r)F,?&q*\Z")


def _is_decided(row: Row, figure: Figure, verb: int) -> bool:
    """Whether somebody will cut so many jobs, or sell something for so much ("will sell 900" is foreseen)."""
    if figure.value is None:
        return False
    counted = figure.kind is Kind.COUNT or TWIN.search(row.tags[: row.places.get(figure.id, 0)]) is not None
    return (
        _is_one_of(row, verb, "contextwords.dismisses") if counted else row.keys[verb : verb + 1] == ("sell",)
    )


def _is_one_of(row: Row, at: int, words: str) -> bool:
    return not known(words).isdisjoint(row.keys[at : at + 1])


def _is_moved(row: Row, at: int, verb: int) -> bool:
    """Whether somebody keeps, holds or shuts something, or money goes somewhere; no price goes there."""
    if not _is_one_of(row, verb, "contextwords.disposes"):
        return False
    if row.keys[verb] == "go" and row.tags[verb + 1 : verb + 2] != "t":
        return False  # "800 jobs will go"
    before = row.tags[max(0, at - 3) : at]
    return OF_A_MEASURE.search(before) is None or not MONEY.isdisjoint(row.keys[max(0, at - 3) : at])
