"""What is only agreed, offered or planned: the time in which that was told is none of its amounts."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind


def is_of_a_bid(row: Row, figure: Figure, place: int) -> bool:
    """Whether an amount is what is bid, or what a bid makes something worth."""
    return figure.kind is Kind.MONEY and (_is_offered(figure) or _is_valued_in(row, place))


def _is_offered(figure: Figure) -> bool:
    """Whether an amount is what is bid for something ("Earlier this year it made a $15-a-share offer")."""
    if figure.metric_name == "offer price":
        return True
    if figure.metric is None:
        return False
    return figure.metric.text.split()[-1].lower() in known("contextwords.offers")


def _is_valued_in(row: Row, place: int) -> bool:
    """Whether an amount is what a bid or a deal makes something worth ("valued it at $5 million")."""
    if "at" not in row.keys[max(0, place - 2) : place]:
        return False
    values = known("contextwords.valuing")
    verb = next((at for at in range(place - 2, max(0, place - 10), -1) if row.keys[at] in values), None)
    if verb is None or "T" in row.tags[verb:place]:
        return False
    return not known("contextwords.offers contextwords.programs contextwords.deals").isdisjoint(
        row.keys[:verb]
    )


def is_agreed(row: Row, place: int) -> bool:
    """Whether a figure is of a deal that is agreed on or meant ("agreed to buy it for $5 million")."""
    deals = known("contextwords.buying contextwords.deals")
    for to in range(place - 2, max(0, place - REACH), -1):
        if row.tags[to] == "t" and not deals.isdisjoint(row.keys[to + 1 : to + 3]):
            behind = to + 2 + (row.keys[to + 1] not in deals)
            return _is_meant(row, to) and _is_of_it(row, behind, place)
    return False


REACH = 24
"""How many words behind the verb of a deal its amounts stand."""


def _is_meant(row: Row, to: int) -> bool:
    """Whether an infinitive is what somebody has agreed to or plans ("agreed in June to buy")."""
    meant = known("contextwords.undertakes contextwords.programs contextwords.plans")
    hit = BESIDE.search(row.tags[max(0, to - 6) : to])
    return hit is not None and row.keys[max(0, to - 6) + hit.start()] in meant


def _is_of_it(row: Row, first: int, place: int) -> bool:
    """Whether no other clause and no time stand between a deal and a figure."""
    between = row.tags[first:place]
    hit = ANOTHER.search(between)
    return hit is None and not any(
        row.keys[at - 1] == "and" and row.keys[at].endswith("ed") for at in range(first + 1, place)
    )


BESIDE = Pattern(r"(?r)[WHXMxVC](?:,?[npd]?d?T,?|,?nx,?|d)?\Z")
"""What may stand between the word of an agreement and "to buy": a time, "in principle"."""
ANOTHER = Pattern(r"[;crVmBSAHT\"]")


def is_of_a_program(row: Row, place: int) -> bool:
    """Whether a figure is what a plan would do, whenever that is ("The program could cut pensions 5%")."""
    if row.tags[:1] not in "Di":
        return False
    modal = row.tags.find("A", 1, place)
    return modal > 0 and not known("contextwords.programs").isdisjoint(row.keys[1:4])


def is_left_of(row: Row, place: int) -> bool:
    """Whether a figure is a whole of which a part is to go ("to repay $5 million of its $9 million debt")."""
    hit = PART_OF.search(row.tags[max(0, place - 10) : place])
    if hit is None:
        return False
    key = row.keys[max(0, place - 10) + hit.start()]
    return key in ("to", "will", "would")


PART_OF = Pattern(r"(?r)[tA]d?[VWHmx][dU]?q*Fo[Di]?x?q*\Z")
