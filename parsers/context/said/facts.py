"""Which figures are there already, whatever is foreseen beside them: old values, what is put in, or now."""

from __future__ import annotations

from parsers.context.inbrackets import own_time
from parsers.context.period.isold import is_old, is_there_already
from parsers.context.period.times import moment_at
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Moment
from parsers.quick import Quick

PAST_TIME = Pattern(r"(?i)\b(?:ago|earlier|before|last|today|now|currently|yesterday|previous|prior)\b")


def is_fact(row: Row, place: int) -> bool:
    """Whether a figure is one that is there already ("cut its $5 million of debt", "up from 78% today")."""
    if row.tags[place - 1 : place] in ("i", "'") or row.tags[place + 1 : place + 3] == "-m":
        return True
    if _is_left_behind(row, place) or _is_now(row, place) or _is_put_in(row, place):
        return True
    if row.keys[place - 1] == "the" and _was_done(row, place):
        return True
    if _is_after(row, place) or _is_of_before(row, place) or is_there_already(row, place):
        return True
    if is_old(row, place) and row.keys[place - 1] == "the" and THAT_WAS.match(row.tags, place + 1):
        return True
    twin = _twin(row, place)
    if twin is not None and is_old(row, twin) and is_fact(row, twin):
        return True
    dated = DATED.match(row.tags, place + 1)
    if dated is None or not is_old(row, place) or "and" in row.keys[place + 1 : dated.end()]:
        return False
    at = dated.end() - 1
    if dated["in"] is None and PAST_TIME.search(row.words[at].key) is not None:
        return True
    moment = moment_at(row, at)
    if moment is None or moment.last is None:
        return False
    return _is_past(row, at, moment)


def _is_past(row: Row, at: int, moment: Moment) -> bool:
    """Whether another time of the sentence lies behind that at a word."""
    others = [moment_at(row, i) for i, tag in enumerate(row.tags) if tag == "T" and i != at]
    return any(
        other is not None and other.first and moment.last and other.first > moment.last for other in others
    )


def _is_of_before(row: Row, place: int) -> bool:
    """Whether brackets hold a value with its own, earlier time ("to be £90 million in 2026 (2025: £84m)")."""
    moment = own_time(row, place)
    if moment is None or moment.last is None:
        return False
    own = row.tags.rfind("T", 0, place)
    latest = [moment_at(row, i) for i, tag in enumerate(row.tags[:own]) if tag == "T"]
    return any(m is not None and m.last is not None and m.last > moment.last for m in latest)


def _is_after(row: Row, place: int) -> bool:
    """Whether a figure is what came before what is foreseen ("is seen at $14 billion, after $15 in 2024")."""
    lead = place - 1 - (row.tags[place - 1 : place] == "q")
    if row.keys[lead : lead + 1] != ("after",) or "F" not in row.tags[:lead]:
        return False
    now = known("contextwords.at_present")
    if any(tag == "T" and row.keys[at] not in now for at, tag in enumerate(row.tags[:lead])):
        return False  # of two years foreseen in a row neither may have been
    hit = IN_A_TIME.match(row.tags, place + 1)
    return hit is not None and "X" not in row.tags[lead : hit.end()]


IN_A_TIME = Pattern(r"Q?[np]?T")
DONE = Pattern(r"Q?(?:[xMk]{0,2})[VWmxHC]d?[np]?T")
"""Behind a figure: what was done then ("on top of the 1,000 cut last year")."""


def _was_done(row: Row, place: int) -> bool:
    """Whether a figure is one of which the words behind it say that it came about in the past."""
    hit = DONE.match(row.tags, place + 1)
    return hit is not None and PAST_TIME.search(row.words[hit.end() - 1].key) is not None


TWIN = Pattern(r"(?r)F[QU]?(?:,?&q*|\()\Z")


"""Before the second form of a value ("$5 million, or 9 cents a share")."""


DATED = Quick(r"Q?(?:,?&q*FQ?,?|\(F\)|,(?=T))?(?P<in>[np])?T")


"""Behind an old value: its time, perhaps behind the value in another form ("$5, or 9 crowns, last year")."""


def _twin(row: Row, place: int) -> int | None:
    """The figure that this one gives in another form."""
    low = max(0, place - 6)
    hit = TWIN.search(row.tags, low, place) if "F" in row.tags[low:place] else None
    return hit.start() if hit is not None else None


def is_of_before(row: Row, place: int) -> bool:
    """Whether a figure, or the one that it repeats in another form, is the old value of a change."""
    twin = _twin(row, place)
    return is_old(row, place) or (twin is not None and is_old(row, twin))


THAT_WAS = Pattern(r"Q?[Dr]?[DiNKkIPxL]{1,4}[HVmB](?!X)")


"""Behind an old value that came about ("against the $13 billion that the company made")."""


def _is_put_in(row: Row, place: int) -> bool:
    """Whether a figure is what stands, put in before what is foreseen ("debt, at $5 million, to reach")."""
    put_in = PUT_IN.search(row.tags[max(0, place - 4) : place]) is not None
    return put_in and PUT_IN_END.match(row.tags, place + 1) is not None


PUT_IN, PUT_IN_END = Pattern(r"(?r),aq*\Z"), Pattern(r"Q?(?:[np]?T)?,[tBVAX]")


NOW = Pattern(r"(?r),[dT]q*\Z")


def _is_now(row: Row, place: int) -> bool:
    """Whether a figure is what stands at present ("net debt, now $5 million, to fall below $4 million")."""
    near = row.tags[max(0, place - 4) : place]
    hit = NOW.search(near) if "," in near else None
    return hit is not None and row.words[max(0, place - 4) + hit.start() + 1].key in known(
        "contextwords.at_present"
    )


FROM = Pattern(r"(?r)[fv][Dqd]{0,2}\Z")


def _is_left_behind(row: Row, place: int) -> bool:
    """Whether a figure is what will change ("will go up to 21% from 19%"), and is no forecast that does."""
    near = row.tags[max(0, place - 4) : place]
    hit = FROM.search(near) if "f" in near or "v" in near else None
    if hit is None or not is_old(row, place):
        return False
    lead = row.keys[max(0, place - 4) + hit.start()]
    if not lead.endswith("from") or (lead != "from" and "now" in row.keys[:place]):
        return False  # "now expects $5 million, down from $6 million": what was expected before
    foreseen = [at for at, key in enumerate(row.keys[:place]) if key in known("contextwords.outlooks")]
    return all(row.words[at].key == "plan" and row.tags[at + 1] == "t" for at in foreseen)
