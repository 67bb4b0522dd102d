"""What "it", "that" or "the figure" stands for: the metric that the sentence before is about.

("Norway's jobless rate rose in October. It stood at 4.1%.")
"""

from __future__ import annotations

from itertools import islice

import regex

from parsers.context.metric.before import with_metric
from parsers.context.metric.doubts import OUTPUT
from parsers.context.metric.naming import canonical, trimmed
from parsers.context.metric.near import NP, OWNER
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind, Phrase
from parsers.values import record
from parsers.worded import Worded


@record
class Told:
    """The metric that a sentence is about, and whose it is said to be there."""

    metric: Phrase
    whose: Phrase | None


def told_by(row: Row) -> Told | None:
    """What the next sentence may call "it": the metric that this one begins or ends with."""
    hit = ABOUT.match(row.tags)
    if hit is None:
        hit = OBJECT.search(row.tags)
        return Told(_words(row, hit), None) if hit is not None else None
    own = next((name for name in ("own", "of") if hit.start(name) >= 0), "")
    return Told(_words(row, hit), row.phrase(hit.start(own), hit.end(own) - 1) if own else None)


def _words(row: Row, hit: regex.Match[str]) -> Phrase:
    """The metric that a pattern has found."""
    return trimmed(row.phrase(hit.start("np"), hit.end("np") - 1))


LEAD = r"(?:[c\"]|[dT],?|[npa][^,;FVBHAWXSmI]{1,5},|[^;F\"IM]{1,10}SD?)?"
ABOUT = Pattern(
    rf"{LEAD}(?:D?(?:(?P<own>N)'|(?P<own>L)'?)[xT]{{0,2}}|{OWNER})(?P<np>{NP})"
    r"(?:[na]D?(?P<of>[NL])(?!')|[onpa][DLNKkxTEZiM']{1,5}){0,2}(?:,[^,;]{1,14},)?[dA]?[VBHAWXm]"
)
"""A sentence whose subject is a metric, with the party that it is of."""
OBJECT = Pattern(rf"(?r)[VHWXm](?:{OWNER}Mp)?{OWNER}(?P<np>{NP})(?!')[^;\"'MGCNKkPIRSF]*\Z")
"""A metric that somebody does something to, where no other one stands behind it ("cut its dividend")."""


def may_go_on(text: str, start: int) -> bool:
    """Whether the sentence at an offset may begin with a word for what the one before is about."""
    return GOES_ON.match(text, start, start + HEAD) is not None


HEAD = 96
"""How many characters of a sentence are looked at."""
GOES_ON = Worded(
    r"(?:It|That|This|The <<contextwords.stands_in>>) |[^;]{1,40}(?<!\w)(?:it|they) "
    r"|(?:In )?\p{Lu}[\p{L}. &-]{1,30}['\u2019]s? (?:was|were|is|are|stood|<<directions.verb>>)(?!\p{L})"
)


def stand_in(row: Row) -> int | None:
    """Where the word ends that begins a sentence and stands for what the one before is about."""
    hit = STANDS.match(row.tags)
    if hit is None:
        return _of_another(row)
    at = hit.start("who")
    key = row.keys[at]
    if row.tags[at] == "I":
        return at if key in ("it", "they") else None
    if hit.end("who") == at + 1:
        return at if key in ("that", "this") else None
    return at + 1 if key == "the" and row.keys[at + 1] in known("contextwords.stands_in") else None


def _of_another(row: Row) -> int | None:
    """Where a name ends that begins a sentence with the same told of it ("Italy's was", "That of Orlin")."""
    hit = OF_ANOTHER.match(row.tags)
    if hit is None or (row.tags[0] == "D" and row.keys[0] not in ("that", "those")):
        return None
    return hit.end("who") - 1


OF_ANOTHER = Pattern(r"(?P<who>D?(?:[NL],?)?[NL]'|D[on]D?[NL])(?=[dTA]{0,2}[VB])")
SAID = r"[^;F\"I]{1,12}SD?(?=I[dTAH]{0,2}V)"
STANDS = Pattern(
    rf"(?:{SAID}|[xy][pnU]?[xMN]{{1,3}},?|[cdT],?|[npa][^,;FVBHI]{{1,4}},?|[cd]?,?aq*F,)?(?P<who>I|D[xM]?)(?=[dTAHX]{{0,2}}[VB])"
)
"""Behind a time, a place, an amount or who said it: "it", which with a speaker only rose or fell."""


def stands_for(row: Row, figure: Figure, place: int) -> bool:
    """Whether a figure without a metric of its own tells what a word that stands for one rose to or was."""
    own = figure.metric.text.lower() if figure.metric is not None else None
    if figure.kind not in LEVELS:
        return False
    if own is not None and own not in OUTPUT and own not in known("contextwords.stands_in"):
        return False
    at = stand_in(row)
    if at is None:
        return False
    return MOVES.fullmatch(row.tags, at + 1, place) is not None or at == place + BEHIND


def with_told(row: Row, figure: Figure, told: Told) -> tuple[Figure, Phrase | None]:
    """The figure with the metric that the sentence before is about; whose, unless a row names another."""
    whose = told.whose if _of_another(row) is None else None
    name = canonical(told.metric.text)
    return with_metric(figure, told.metric, name, "metric.stands_for", ("metric",)), whose


def represents(row: Row, figure: Figure, place: int, given: dict[str, Figure]) -> Figure:
    """The figure, where it tells how much the last amount of the sentence before has changed.

    ("Revenue was $5 million. This represents an increase of 4% from the prior year.")
    """
    if figure.kind not in CHANGES or row.keys[0] not in ("it", "that", "this", "which"):
        return figure
    hit = CHANGE_OF.match(row.tags, 0, place)
    if hit is None or row.keys[hit.start("verb")] not in known("contextwords.represents"):
        return figure
    for earlier in islice(reversed(given.values()), LOOKED_AT):
        if earlier.id == figure.id or figure.sentence == earlier.sentence:
            continue
        if figure.sentence - earlier.sentence > 1:
            break
        if earlier.direction is Direction.NONE and earlier.metric is not None and earlier.kind in LEVELS:
            return with_metric(figure, earlier.metric, earlier.metric_name, REPRESENTS, ("metric",))
    return figure


def of_the_rate(row: Row, figure: Figure, place: int, given: dict[str, Figure]) -> Figure:
    """The figure with the rate that the text has told of, where it is only called "a rate of" so much."""
    if figure.kind is not Kind.PERCENT or row.keys[max(0, place - 3) : place] != ("a", "rate", "of"):
        return figure
    for earlier in islice(reversed(given.values()), LOOKED_AT):
        if earlier.metric is not None and earlier.metric.text.lower().endswith(" rate"):
            return with_metric(figure, earlier.metric, earlier.metric_name, "metric.same_rate", ("metric",))
    return figure


REPRESENTS = "metric.represents"
LOOKED_AT = 8
CHANGES = (Kind.PERCENT, Kind.MONEY, Kind.COUNT, Kind.POINTS, Kind.QUANTITY)
CHANGE_OF = Pattern(r"[DIr]d?(?P<verb>[WBxV])D[xq]{0,3}(?:[CG]oq*)?\Z")
"""What tells how much something has changed ("This represents an increase of", "It was a record 5%")."""
BEHIND = 2
"""How many words behind an amount "it" stands that is told of it ("At $84 billion, it was")."""
LEVELS = (Kind.PERCENT, Kind.MONEY, Kind.COUNT, Kind.QUANTITY, Kind.POINTS, Kind.MULTIPLE)
MOVES = Pattern(r"[dTAH]{0,3}(?:B?Xt)?[VB]{1,2}(?:Dx(?:n[DLxK]{1,3})?,?a)?(?:[dqDUTatp]|n(?=a))*")
"""Between a word that stands for a metric and an amount of it: that it rose, was, or is expected to reach."""
