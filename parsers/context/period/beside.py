"""Figures that only tell more of the one before them, and so share its time."""

from __future__ import annotations

from parsers.context.inbrackets import is_of_the_year_before
from parsers.context.metric.near import SAID_AGAIN
from parsers.context.period.apart import is_present
from parsers.context.period.isold import is_old
from parsers.context.period.old import REVISED
from parsers.context.period.told import was_foreseen
from parsers.context.rows.words import Row, says_again
from parsers.lazy import Pattern
from parsers.model import Figure, Kind

OWN_TIME = Pattern(r"[np]?T")
APPOSED_SHARE = Pattern(r"(?r)F[QU]?[np]?T?,D?q*\Z")
"""Before a share that tells of the amount before it ("$150 million next year, about a quarter of sales")."""
THAT_IS = Pattern(r"(?r)[;,-]DBq*\Z")
"""Before what an amount comes to ("$5 million; that is 4% of sales")."""
RESTATES = Pattern(r"(?r)FQ?,&q*\Z")
OR_SHARE = Pattern(r"(?r)F&q*\Z")
"""Before a share that tells the amount before it again ("$14 million or 12% of net sales")."""
ATTACHED = Pattern(r"(?r)FQ?(?:[MGC]|[npa]?T|[tfo]q*F){0,2},d?(?P<verb>[BWVHXxmA])t?q*D?[xMCG]?(?:o?q*)\Z")


def follows(row: Row, figure: Figure, place: int, before: Figure, rule: str) -> bool:
    """Whether a figure only tells more of the one before it."""
    if "F" not in row.tags[max(0, place - 16) : place]:
        return False
    if is_of_the_year_before(row, place):
        return False
    if row.tags[place - 2 : place + 2] == "F(F)":
        return True
    if was_foreseen(row, place) and before.period and not is_old(row, row.places.get(before.id, 0)):
        return True
    if THAT_IS.search(row.tags[max(0, place - 5) : place]) and "that" in row.keys[max(0, place - 4) : place]:
        return before.period is not None
    restated = RESTATES.search(row.tags[max(0, place - 8) : place]) is not None and _says_or(row, place)
    share = figure.kind in (Kind.PERCENT, Kind.RATIO) and row.tags[place + 1 : place + 2] == "o"
    if share and APPOSED_SHARE.search(row.tags[max(0, place - 8) : place]):
        return True
    if share and OR_SHARE.search(row.tags[max(0, place - 4) : place]) and _says_or(row, place):
        return True
    attached = _is_attached(row, place) and not is_old(row, row.places.get(before.id, place))
    if restated or _continues(row, rule, place) or attached or _goes_on(row, figure, place):
        return True
    if before.period is not None and _is_revised_to(row, place):
        return True
    return _tells_of_old(row, row.places.get(before.id, place), place)


def _is_revised_to(row: Row, place: int) -> bool:
    """Whether a value is what an old one was revised to: both are of the time that is told of again."""
    hit = REVISED_TO.search(row.tags, max(0, place - 12), place)
    return hit is not None and not REVISED.isdisjoint(row.keys[: hit.start()])


REVISED_TO = Pattern(r"(?r)F,?fq*Ftq*\Z")
"""Before what an old figure was changed to, behind by how much ("by 17,000, from 142,000 to 159,000")."""


def _continues(row: Row, rule: str, place: int) -> bool:
    """Whether a figure says the one before it again, and has no time of its own behind it."""
    if rule == "metric.in_turn" and IN_A_ROW.search(row.tags[max(0, place - 6) : place]) is not None:
        return OWN_TIME.match(row.tags, place + 1) is None
    if rule not in SAID_AGAIN:
        return False
    return rule in ("metric.twin", "metric.second_twin") or OWN_TIME.match(row.tags, place + 1) is None


IN_A_ROW = Pattern(r"(?r)FQ?(?:,|,?&)q*\Z")
"""Between two figures told in a row."""
JOINED_ON = Pattern(r"(?r)F[^,;TFv]{0,6},?&d?(?P<verb>[VBHWm])[^,;TFNPK]{0,4}\Z")


def _goes_on(row: Row, figure: Figure, place: int) -> bool:
    """Whether a share is told of in one breath with the figure before ("rose to $6 and made up 43%")."""
    low = max(0, place - 16)
    hit = JOINED_ON.search(row.tags[low:place]) if figure.kind in (Kind.PERCENT, Kind.RATIO) else None
    if hit is None or OWN_TIME.match(row.tags, place + 1) is not None:
        return False
    return not is_present(row, low + hit.start("verb"))


OF_OLD = Pattern(r"(?:Q|\(F\))?(?:[np]?T)?,r[^F;,]{0,8}\Z")


def _tells_of_old(row: Row, last: int, place: int) -> bool:
    """Whether a figure only tells of an old value ("up from $9 million, which included a gain of")."""
    return is_old(row, last) and OF_OLD.match(row.tags[last + 1 : place]) is not None


def _is_attached(row: Row, place: int) -> bool:
    """Whether the figure only tells of the one before it (", representing 92% of the total")."""
    low = max(0, place - 12)
    hit = ATTACHED.search(row.tags[low:place])
    if hit is None or OWN_TIME.match(row.tags, place + 1) is not None:
        return False  # "$3 billion in 2004, falling to $2 billion in 2005"
    key = row.words[low + hit.start("verb")].key
    return key.endswith("ing") or key in ("equal", "equivalent")


def _says_or(row: Row, place: int) -> bool:
    """Whether the figure says the one before it in another way ("$31 million, or 12% of revenue")."""
    return any(says_again(word.key) for word in row.words[max(0, place - 3) : place])
