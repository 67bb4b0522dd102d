"""What happened over the time of a report: what moved, was made, was entered in the books, or averaged."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Figure, Kind, Status


def moved(row: Row, figure: Figure, place: int) -> bool:
    """Whether a figure is how far something moved, or where it was left ("grew by 58", "steady at 9")."""
    if (
        figure.kind not in (Kind.COUNT, Kind.QUANTITY, Kind.POINTS, Kind.MONEY, Kind.PERCENT)
        or figure.status != Status.REPORTED
    ):
        return False
    near = row.tags[max(0, place - 8) : place]
    at = place - 1 - (near[-1:] == "q")
    held = row.keys[at - 1 : at + 1] in HELD_AT
    return held or (LEFT_AT.search(near) is not None and "A" not in near)


LEFT_AT = Pattern(r"(?r)(?:V(?:pq*|d?[ta]q*)|Upq*|C[ta]q*|BUq*(?:Faq*)?)\Z")


HELD_AT = tuple((word, "at") for word in ("changed", "unchanged", "steady", "flat", "stable"))


def is_of_doers(row: Row, figure: Figure, place: int) -> bool:
    """Whether a share is told of that did something ("31% of the companies reported fewer orders")."""
    if figure.kind not in (Kind.PERCENT, Kind.RATIO):
        return False
    hit = DID.match(row.tags, place + 1)
    if hit is None:
        return False
    key = row.keys[hit.end() - 1]
    return key.endswith("ed") or key in (
        "said",
        "told",
        "saw",
        "had",
        "were",
        "paid",
        "sold",
        "bought",
        "made",
    )


DID = Pattern(r"(?:o[DiFxNKkRLMZ]{1,5})?d?[VWmHSB]")


def is_pace(row: Row, figure: Figure, place: int) -> bool:
    """Whether a figure is how fast something went ("ran at an annual rate of 6.9 million cars")."""
    if figure.kind not in (Kind.COUNT, Kind.QUANTITY, Kind.MONEY):
        return False
    at = place - 2 - (row.tags[place - 1 : place] == "q")
    return at > 1 and row.tags[at + 1] == "o" and row.keys[at].split()[-1] in known("contextwords.pace")


TOTALED = Pattern(r"(?r)M(?:B|A[BWVx]t?)[qD]*\Z")


def makes_up(row: Row, figure: Figure, place: int) -> bool:
    """Whether a share is told of that something had in the time of the report ("cars made up half")."""
    part = figure.kind in (Kind.PERCENT, Kind.RATIO, Kind.POINTS) or (
        figure.metric is None and figure.kind is Kind.MONEY
    )
    if figure.kind is Kind.MONEY and not known("contextwords.makes_up").isdisjoint(
        row.keys[max(0, place - 2) : place]
    ):
        return True  # "Services contributed $2 million"
    if not part:
        return False
    return any(word.key in known("contextwords.makes_up") for word in row.words[max(0, place - 5) : place])


def is_average(row: Row, figure: Figure, place: int) -> bool:
    """Whether the figure is what something averaged over the report's time, or where a rate stood in it."""
    if figure.metric is not None and AVERAGE.match(figure.metric.text) is not None:
        return True
    at = place - 1 - (row.tags[place - 1 : place] == "q")
    if row.keys[at - 1 : at + 1] in AVERAGE_OF:
        return True
    if "on average" in row.keys[max(0, place - 3) : place + 4]:
        return True
    verb = next((at for at in range(place - 1, max(-1, place - 5), -1) if row.tags[at] in "VHWmB"), None)
    if verb is None:
        return False
    key = row.words[verb].key
    return key in known("contextwords.averaged") or (
        key in ("was", "were") and row.words[verb - 1].key.endswith("rate")
    )


AVERAGE_OF = (("average", "of"), ("median", "of"))
AVERAGE = Pattern(r"(?i)(?:average|median)\b")


def is_delivered(row: Row, figure: Figure, place: int) -> bool:
    """Whether things are counted that were sold or made in the time of the report ("delivered 900 cars")."""
    if figure.kind not in (Kind.COUNT, Kind.QUANTITY) or group_of(figure) == "security":
        return False
    verb = next((at for at in range(place - 1, max(-1, place - 5), -1) if row.tags[at] in "VHWmBx"), None)
    verbs = "contextwords.delivered" if figure.status == Status.REPORTED else "contextwords.deliver"
    return verb is not None and row.words[verb].key in known(verbs)


def is_booked(row: Row, place: int) -> bool:
    """Whether the verb before the figure is an entry in the books ("added $5 million to reserves")."""
    verb = next((at for at in range(place - 1, max(-1, place - 5), -1) if row.tags[at] in "VHWmB"), None)
    return verb is not None and row.words[verb].key in known("contextwords.booked")
