"""What a figure measures that only stands beside one of the sentence before ("That compares with $5")."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice

from parsers.context.draft import fill
from parsers.context.rows.bracketed import bracketed
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Direction, Evidence, Figure, Kind, Phrase


def with_metric(
    figure: Figure, phrase: Phrase, name: str | None, rule: str, inferred: tuple[str, ...] = ()
) -> Figure:
    """The figure with a metric and the words that gave it."""
    marks = (*figure.inferred, "metric") if "metric" in inferred else figure.inferred
    evidence = (*figure.evidence, Evidence("metric", phrase.start, phrase.end, rule))
    return fill(figure, metric=phrase, metric_name=name, inferred=marks, evidence=evidence)


def from_before(row: Row, figure: Figure, place: int, given: dict[str, Figure], sure: str = "") -> Figure:
    """An amount that only stands beside one of the sentence before: "That compared with $5 million"."""
    if not sure and _says_they(row, place):
        return _of_them(figure, given)
    if not sure and _goes_on(row, figure, place):
        return last_alike(figure, given, "metric.before")
    lead = row.tags[: _called_a_figure(row, place)]
    if not sure and COMPARES.match(row.tags[:place]) is None and EXPECTED.search(lead) is None:
        return figure
    return last_alike(figure, given, sure or "metric.before")


def _called_a_figure(row: Row, place: int) -> int:
    """Where words begin that only call an amount one ("a figure closer to $5"); else its own place."""
    hit = A_FIGURE.search(row.tags, max(0, place - 6), place)
    return hit.start() if hit is not None and row.keys[hit.start() + 1] in FIGURES else place


FIGURES = ("figure", "number", "result", "total", "sum")
A_FIGURE = Pattern(r"(?r)Dx(?:[xdq]{0,2}[otpa]q?|q)\Z")


def _goes_on(row: Row, figure: Figure, place: int) -> bool:
    """Whether a sentence only sets what was told beside something ("That followed a 5% rebound in May").

    So does "It is 3 percentage points below its average".
    """
    move = MOVE_FOLLOWS.match(row.tags, 0, place)
    if move is not None and _follows(row, move.start("did")):
        return (
            figure.direction != Direction.NONE and DETERMINED.match(row.tags[move.end() : place]) is not None
        )
    if row.keys[0] not in ("that", "this", "it", "which"):
        return False
    if place > 1 and row.keys[1] in known("contextwords.followed"):
        return figure.direction != Direction.NONE and DETERMINED.match(row.tags[2:place]) is not None
    beside = row.keys[place + 1 : place + 2] in (("below",), ("above",), ("higher",), ("lower",))
    return beside and IT_IS.match(row.tags[:place]) is not None


def _follows(row: Row, at: int) -> bool:
    """Whether a verb says that a move comes behind another ("followed", "came after")."""
    return row.keys[at] in known("contextwords.followed") or row.keys[at + 1 : at + 2] == ("after",)


MOVE_FOLLOWS = Pattern(r"D[xT]?[CG](?P<did>W|B(?=p)p)")
"""The move that the sentence before tells of, and that it follows another ("The increase followed")."""
DETERMINED = Pattern(r"[Dqdxp]{0,3}\Z")
IT_IS = Pattern(r"[ID][dT]?[BH][dTq]{0,3}\Z")


def last_alike(figure: Figure, given: dict[str, Figure], rule: str) -> Figure:
    """The figure with what the last amount of its kind and like size measures."""
    for earlier in islice(reversed(given.values()), LOOKED_AT):
        if figure.start - earlier.end > NEAR:
            break
        if earlier.metric is not None and _alike(figure, earlier):
            return with_metric(figure, earlier.metric, earlier.metric_name, rule, ("metric",))
    return figure


def more_of_them(row: Row, figure: Figure, place: int, given: dict[str, Figure]) -> Figure:
    """So many more of the things that a figure shortly before counts ("It plans to add 600 more")."""
    more = row.keys[place + 1 : place + 2] == ("more",) and MORE.match(row.tags, place + 1) is not None
    if figure.kind != Kind.COUNT or figure.unit is not None or not more:
        return figure
    for earlier in islice(reversed(given.values()), LOOKED_AT):
        if figure.sentence - earlier.sentence > 1:
            break
        if earlier.kind == Kind.COUNT and earlier.unit is not None and earlier.metric is not None:
            return with_metric(
                figure, earlier.metric, earlier.metric_name, "metric.more_of_them", ("metric",)
            )
    return figure


MORE = Pattern(r"U(?=[nptaT,;&.]|\Z)")
"""Behind a number: "more", and no thing that there are more of."""


def listed_alike(row: Row, figure: Figure, place: int, given: dict[str, Figure]) -> Figure | None:
    """One of several numbers, each in brackets behind whose it is: of what the number before them counts."""
    if figure.kind is not Kind.COUNT or figure.unit is not None or bracketed(row, figure, place) is None:
        return None
    for earlier in islice(reversed(given.values()), LOOKED_AT):
        if figure.start - earlier.end > NEAR:
            break
        if earlier.kind is Kind.COUNT and earlier.metric is not None:
            return with_metric(figure, earlier.metric, earlier.metric_name, "metric.before", ("metric",))
    return figure


def last_told(figure: Figure, given: dict[str, Figure]) -> tuple[Phrase, str | None] | None:
    """What the amount before a figure measures: what "60% of that" is of."""
    for earlier in islice(reversed(given.values()), LOOKED_AT):
        if earlier.kind not in (Kind.RANK, Kind.DURATION):
            if figure.kind == Kind.COUNT and earlier.kind != Kind.COUNT:
                return None  # "ended the year with 5 million of them"
            near = figure.start - earlier.end <= NEAR
            return (earlier.metric, earlier.metric_name) if near and earlier.metric is not None else None
    return None


def dealt(row: Row, figure: Figure, place: int, given: dict[str, Figure]) -> Figure | None:
    """The figure with the shares that a number before it counts, where it says how many were dealt in.

    A verb of dealing stands right before it ("after buying 310,000").
    """
    at = place - 1
    while at > 0 and row.tags[at] in "qD":
        at -= 1
    if figure.kind != Kind.COUNT or at < 0 or row.keys[at] not in known("contextwords.deals"):
        return None
    for earlier in islice(reversed(given.values()), LOOKED_AT):
        if figure.start - earlier.end > NEAR:
            break
        if earlier.kind == Kind.COUNT and earlier.metric is not None and group_of(earlier) == "security":
            return with_metric(figure, earlier.metric, earlier.metric_name, "metric.dealt", ("metric",))
    return None


def _says_they(row: Row, place: int) -> bool:
    """Whether "they" are the subject of a sentence up to a figure ("On an organic basis they grew 7%")."""
    hit = PRONOUN.match(row.tags[:place])
    return hit is not None and row.words[hit.start("who")].key == "they"


def _of_them(figure: Figure, given: dict[str, Figure]) -> Figure:
    """What "they" are that rose or fell: the metric that the sentence before begins with, if of many."""
    found: Figure | None = None
    for earlier in islice(reversed(given.values()), LOOKED_AT):
        ranged = figure.low is not None and _alike(figure, earlier)
        still = figure.direction == Direction.NONE and not ranged
        if still or figure.sentence - earlier.sentence > 1:
            break
        many = earlier.metric is not None and earlier.metric.text.endswith("s")
        found = earlier if many and earlier.sentence < figure.sentence else found
    if found is None or found.metric is None:
        return figure
    return with_metric(figure, found.metric, found.metric_name, "metric.before", ("metric",))


def _alike(figure: Figure, earlier: Figure) -> bool:
    """Whether two amounts can measure the same: of one kind and unit, and of like size."""
    unsaid = figure.per is None and earlier.per is not None
    if (figure.kind, figure.unit) != (earlier.kind, earlier.unit) or (
        figure.per != earlier.per and not unsaid
    ):
        return False
    values = [abs(f.value or f.high or f.low or Decimal(0)) for f in (figure, earlier)]
    return 0 < max(values) <= (NEARLY if unsaid else ALIKE) * min(values)


ALIKE, NEARLY = 50, 3
"""How many times as large as the other one of two amounts that are compared may be; the second where
only one of them says "a share"."""


PRONOUN = Pattern(r"(?:[pna][^,;FVBHI]{1,4},?)?(?P<who>I)[BHdA]{0,3}[VUd]{0,2}(?:[qdDtoa]{0,3}|f)\Z")
COMPARES = Pattern(
    r"(?:c)?[DI]d?v(?:D?x?T'?[xM]o)?[Dqd]{0,3}\Z|(?:[cdT],?)?[DI](?:H[dT]?B|B)[dT]?Vt[qd]{0,3}\Z"
)
EXPECTED = Pattern(
    r"(?r)(?:^|[,;c]|T)d?,?[Dx]{0,2}(?:[REF]|[NKIP](?=[BH]?d?X))(?:x?pD?x?[NEKR])?d?[HBA]{0,2}(?:d|px,?)?X(?:p|t[WmB])?(?:D[xU]?Co)?[Dqda]{0,3}\Z"
)
NEAR = 600
"""How many characters back a metric is carried over from an earlier sentence."""
LOOKED_AT = 12


def moves_on(row: Row, figure: Figure, place: int, before: Figure | None) -> Figure:
    """The figure with what the one before it measures, where that moves on ("and dropped 2% in Paris")."""
    if before is None or before.metric is None or figure.direction == Direction.NONE:
        return figure
    last = row.places.get(before.id, place)
    in_turn = row.tags[last + 1 : place] == "&" and "respectively" in row.keys[place + 1 : place + 3]
    if not in_turn and MOVES_ON.fullmatch(row.tags, last + 1, place) is None:
        return figure
    return with_metric(figure, before.metric, before.metric_name, "metric.continued", ("metric",))


MOVES_ON = Pattern(r"[Qx]?(?:[npf][DxLNET]{1,3}){0,2}(?:,?[&c]d?Vp?q*|,d?Vq*)")
"""Between a level and how the same moved elsewhere or then."""


def larger(row: Row, place: int, given: dict[str, Figure]) -> Figure | None:
    """The nearest figure before a part in its sentence that it can be a part of, else the nearest."""
    part = row.words[place].ref
    first = before = previous(row, place, given)
    while before is not None and isinstance(part, Figure) and (before.value or 0) < (part.value or 0):
        before = previous(row, row.places.get(before.id, 0), given)
    return before or first


def previous(row: Row, place: int, given: dict[str, Figure]) -> Figure | None:
    """The figure before this one in its sentence."""
    last, found = -1, None
    for name, at in row.places.items():
        ref = row.words[at].ref if last < at < place else None
        if isinstance(ref, Figure) and row.words[at].tag != "x" and ref.id == name:  # not "50-share"
            last, found = at, name
    return given.get(found) if found is not None else None


def names_another(row: Row, place: int) -> bool:
    """Whether a metric stands between a figure and the one before it."""
    return METRIC_SINCE.search(row.tags[:place]) is not None


METRIC_SINCE = Pattern(r"(?r)[MG][^F]*\Z")
"""A metric, and no figure behind it."""
