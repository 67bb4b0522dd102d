"""The time of a price: of the close that bids are measured by ("25% over Wednesday's close"), or a week."""

from __future__ import annotations

from parsers.context.period.isold import more_than
from parsers.context.period.times import is_day, moment_at
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind, Moment, Status

OF_A_DAY = Pattern(r"(?r)(?P<day>T)'?L?(?P<noun>[xMGVCWm]{1,3})[oa]q*\Z")
"""Before a price: whose day's close it is ("Friday's close of $45")."""
ITS_CLOSE = Pattern(r"(?r)(?P<noun>[xMGVCWm])[oa]q*\Z")
ON_A_DAY = Pattern(r"Q?(?:n[xMLd]{1,3})?(?:[np]D?)?(?P<day>T)")
SET_THEN = Pattern(r"Q?(?:n[xMLd]{1,3})?(?:x{0,2}p|,?[Dr]?[IN]?[VWHxB][npa])D?(?P<day>T)")
"""Behind a record: when it was set ("the record high of 5,048.62 that it set in March", "on Monday")."""
BY_A_CLOSE = Pattern(r"[xMGk]{0,2}(?:[qptf]|U[fp])[DiNKxT']{0,5}(?P<noun>[xMGVCWm])(?=o|[,.;]|pT|T|\Z)")
"""Behind a premium: the close that it is counted from."""


def of_close(row: Row, figure: Figure, place: int) -> Moment | None:
    """The day of the close that a price is ("Friday's close of $45", "its close of $45 on Friday")."""
    if figure.kind not in (Kind.MONEY, Kind.COUNT, Kind.POINTS) or not row.once(_tells_of_closes):
        return None
    closes = known("contextwords.closes")
    low = max(0, place - 8)
    hit = OF_A_DAY.search(row.tags[low:place])
    if hit is not None and not closes.isdisjoint(row.keys[low + hit.start("noun") : place]):
        moment = moment_at(row, low + hit.start("day"))
        return moment if moment is not None and is_day(moment) else None
    its = ITS_CLOSE.search(row.tags[low:place])
    if its is None:
        return None
    if row.keys[low + its.start("noun")] in known("contextwords.marks"):
        set_then = SET_THEN.match(row.tags, place + 1)
        return moment_at(row, set_then.start("day")) if set_then is not None else None
    if row.keys[low + its.start("noun")] not in closes:
        return None
    behind = ON_A_DAY.match(row.tags, place + 1)
    moment = moment_at(row, behind.start("day")) if behind is not None else None
    return moment if moment is not None and is_day(moment) else None


def some_time(row: Row, place: int) -> Moment | None:
    """The time of more than a day that a price tells itself, or right behind it ("around $25 last week")."""
    own = OF_A_TIME.search(row.tags, max(0, place - 10), place)
    then = moment_at(row, own.start("when")) if own is not None else None
    if then is not None and then.granularity in ("year", "quarter", "month"):
        return then
    hit = SOME_TIME.match(row.tags, place + 1)
    if hit is not None and more_than(row, hit.end() - 1):
        return None  # "8% more than a year ago"
    moment = moment_at(row, hit.end() - 1) if hit is not None else None
    return moment if moment is not None and moment.granularity in ("week", "month") else None


OF_A_TIME = Pattern(r"(?r)[iD](?P<when>T)[xMGZ]{1,4}oq*\Z")
"""Before a price: the time that the price itself tells ("flat with its 2010 offering price of $33")."""
SOME_TIME = Pattern(r"Q?T")


def _tells_of_closes(row: Row) -> bool:
    """Whether a sentence tells of a close or a record at all."""
    return "closing" in row.keys or row.tells("contextwords.closes contextwords.marks")


def is_over_a_close(row: Row, figure: Figure, place: int) -> bool:
    """Whether a figure is how far a bid or a target is from a close, which is of no day."""
    if figure.kind not in (Kind.PERCENT, Kind.MONEY, Kind.RATIO) or not row.once(_tells_of_closes):
        return False
    hit = BY_A_CLOSE.match(row.tags, place + 1)
    if hit is None:
        return False
    noun = hit.start("noun")
    if row.keys[noun] not in known("contextwords.closes") and row.keys[noun - 1] != "closing":
        return False
    return figure.direction == Direction.NONE or figure.status != Status.REPORTED
