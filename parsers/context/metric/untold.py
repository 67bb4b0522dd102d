"""What a figure measures where no rule has an answer: what stands about it is asked, one after the other."""

from __future__ import annotations

from parsers.context.metric.before import from_before, more_of_them, moves_on, with_metric
from parsers.context.metric.counted import whole_noun, with_noun
from parsers.context.metric.led import led
from parsers.context.metric.naming import canonical
from parsers.context.metric.near import NP, OWNER
from parsers.context.metric.other import BESIDE, totalled
from parsers.context.metric.plainly import compared, made, posted, turned_out
from parsers.context.metric.unknown import (
    amounting,
    changed_by,
    indexed,
    is_other_index,
    moved_on,
    of_futures,
)
from parsers.context.metric.verbs import dealt_for, paid
from parsers.context.rows.clauses import left_aside
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind


def untold(row: Row, figure: Figure, place: int, before: Figure | None, given: dict[str, Figure]) -> Figure:
    """The figure with what it measures where no rule has an answer."""
    anew = before is not None and figure.kind != Kind.COUNT and _acts_anew(row, before, place)
    anew = anew or (before is not None and is_other_index(row, before, place))
    if before is not None and before.metric is not None and _goes_on(row, figure, before, place):
        return with_metric(figure, before.metric, before.metric_name, "metric.versus", before.inferred)
    plain = with_noun(figure, None if anew else before, whole_noun(row, figure, place))
    plain = plain if plain.metric is not None else moves_on(row, figure, place, before)
    plain = plain if plain.metric is not None else which_changed(row, figure, place, before)
    plain = plain if plain.metric is not None else totalled(row, figure, place, before)
    plain = plain if plain.metric is not None else moved_on(row, figure, place, given)
    plain = plain if plain.metric is not None else more_of_them(row, figure, place, given)
    plain = plain if plain.metric is not None else posted(row, figure, place, given)
    plain = plain if plain.metric is not None else remaining_at(row, figure, place, given)
    for told in UNTOLD:
        plain = plain if plain.metric is not None else told(row, figure, place)
    plain = plain if plain.metric is not None else from_before(row, figure, place, given)
    return plain if plain.metric is not None else compared(row, figure, place, given)


def of_those(row: Row, figure: Figure, place: int) -> Figure:
    """A share of those of whom a sentence begins to tell ("Of its holders, 38% live in Italy")."""
    hit = OF_THOSE.match(row.tags) if row.tags[:1] == "o" and figure.kind in SHARES else None
    if hit is None or hit.end() > place or IN_TURN.fullmatch(row.tags, hit.end(), place) is None:
        return figure
    those = row.phrase(hit.start("np"), hit.end("np") - 1)
    return with_metric(figure, those, canonical(those.text), "metric.of_those")


SHARES = (Kind.PERCENT, Kind.RATIO)
OF_THOSE = Pattern(rf"o{OWNER}(?P<np>{NP}|x{{0,2}}x),")
IN_TURN = Pattern(r"(?:q{0,2}F[^;SVHBM]{0,6}[,&]{1,2})*q{0,2}")
"""Between those and the share of some of them: nothing, or the shares of others."""


def which_changed(row: Row, figure: Figure, place: int, before: Figure | None) -> Figure:
    """How much what was told right before has changed ("of $5 million, which marks an increase of 4%")."""
    if before is None or before.metric is None or before.direction is not Direction.NONE:
        return figure
    hit = (
        WHICH.search(row.tags, max(0, place - 10), place) if figure.direction is not Direction.NONE else None
    )
    if hit is None or row.keys[hit.start("verb")] not in known("contextwords.represents"):
        return figure
    return with_metric(figure, before.metric, before.metric_name, "metric.which_changed", before.inferred)


WHICH = Pattern(r"(?r),r(?P<verb>[WBx])D?[xq]{0,2}(?:[CG]oq*)?\Z")


def remaining_at(row: Row, figure: Figure, place: int, given: dict[str, Figure]) -> Figure:
    """What goes on in a clause without a subject ("inflation fell to 4% and is expected to remain at 3%")."""
    hit = AND_STAYS.search(row.tags, max(0, place - 24), place)
    if hit is None or not _stays(row, hit.start(), hit.start("verb")):
        return figure
    told = row.words[hit.start()].ref
    earlier = given.get(told.id) if isinstance(told, Figure) else None
    if earlier is None or earlier.metric is None or earlier.kind != figure.kind:
        return figure
    return with_metric(figure, earlier.metric, earlier.metric_name, "metric.remaining_at", earlier.inferred)


def _stays(row: Row, earlier: int, verb: int) -> bool:
    """Whether a verb tells where something stays, or goes on behind "will" with where it gets."""
    if row.keys[verb] in STAYS:
        return True
    return row.keys[verb] in known("contextwords.bare") and "A" in row.tags[max(0, earlier - 8) : earlier]


STAYS = ("remain", "remains", "remained", "stay", "stays", "stayed", "hold", "average")
AND_STAYS = Pattern(
    r"(?r)F(?:[np]T)?(?:,q[DiKNLRxT'M]{1,8}oF)?,?[&c][BHA]{0,2}d?X?t?(?P<verb>[xWVB])[a]?q*\Z"
)

UNTOLD = (
    changed_by,
    *BESIDE,
    indexed,
    paid,
    dealt_for,
    amounting,
    of_futures,
    of_those,
    led,
    made,
    turned_out,
)
"""What tells of a figure beside which no metric is known, in the order in which it is asked."""


def _goes_on(row: Row, figure: Figure, before: Figure, place: int) -> bool:
    """Whether a figure tells what the one before led to or was ("up 6%, reaching $7", "after growing 4%")."""
    between = row.tags[row.places.get(before.id, place) + 1 : place]
    if REACHING.fullmatch(row.text, before.end, figure.start) is not None:
        return figure.kind != before.kind
    if OF_EARLIER.fullmatch(between) is not None:
        return figure.kind == Kind.MONEY
    grown = AFTER_MOVING.search(between) is not None and figure.kind == Kind.PERCENT
    return grown and row.keys[place - 1].endswith("ing")


REACHING = Pattern(
    r"(?: (?:year-on-year|yoy|on year|(?:from|since|in) [\p{L}][\p{L}\d -]{2,32}))?"
    r",? (?:reaching|hitting|totall?ing|to (?:reach|hit|(?:trade|close|end|finish|settle) at))"
    r"(?: about| around| some| nearly| almost| a record)? "
)
"""Between a change and the level that it led to."""
OF_EARLIER = Pattern(r"[CGx]{0,2}f[D]?T,?rBq*")
"""Between a change and what the earlier value was ("a rise from the year before, which was $5 million")."""
AFTER_MOVING = Pattern(r"^[^,;VBHAWXSmMG]{0,4}p[VC]p?q*\Z")
"""Between an amount and how much it came of ("brought in $3 million of it after growing 4%")."""


def _acts_anew(row: Row, before: Figure, place: int) -> bool:
    """Whether a verb stands between a figure and the one before it: they need not measure the same."""
    last = row.places.get(before.id, place)
    return ANEW.search(row.tags[last + 1 : place]) is not None or left_aside(row.tags, last, place)


ANEW = Pattern(r"[HWm]|(?<![DiMx'])(?:A|X(?<![&c]BX(?=t[BV]|a)))[^BV]")
"""A verb with another subject; "and is forecast to reach" has the one before."""
