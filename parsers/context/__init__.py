"""What each figure says: modifier, direction, metric, subject, period, speaker.

`rows` reads a sentence into a row of tagged words and `names` tells the parties apart; on them stand
`metric`, `subject`, `period` and `said` (who said it, and whether it is a fact).  What the words at a
figure say of itself stands in the modules beside them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from parsers.context.alike import LAST, in_its_unit
from parsers.context.columns import with_columns
from parsers.context.dating import Dated
from parsers.context.direction import add_directions
from parsers.context.draft import closed, opened
from parsers.context.eighths import in_dollars
from parsers.context.indexed import in_points
from parsers.context.listed import as_listed
from parsers.context.metric.standing import may_go_on
from parsers.context.metric.verbs import without_verbs
from parsers.context.modifier import add_modifiers
from parsers.context.names.names import find_names
from parsers.context.names.parties import Names
from parsers.context.period.times import Now
from parsers.context.rows.reading import read_row
from parsers.context.rows.words import Name, Row, known
from parsers.context.stages import Asked, Measured, Sentence, Spoken
from parsers.context.units import settle_units
from parsers.model import Figure, Moment, Span
from parsers.text import START, parted_by_blanks

AT_ONCE = 100
"""How many sentences go through one stage after the other together."""
HEAD = 80
"""How many characters of a sentence without figures can hold the party that it turns to."""


Spans = Sequence[Span]
Figures = Sequence[Figure]


def add_context(
    text: str, sentences: Spans, figures: Figures, moments: Sequence[Moment], now: Now, out: Spans = ()
) -> tuple[Figure, ...]:
    """The figures with what the text around them says; in the lines that are left ``out`` nobody is named."""
    figures = _moved(text, sentences, figures)
    taken = [Span(f.start, f.end) for f in figures] + [Span(m.start, m.end) for m in moments]
    names = find_names(text, sentences, sorted((*taken, *out), key=START))
    measured = Measured()
    spoken = Spoken(text, sentences, names)
    dated = Dated(text, sentences, moments, now)
    given = {f.id: f for f in figures}
    units = partial(_with_unsaid, text, [])
    every = _sentences(text, rows(text, sentences, figures, moments, names))
    while some := tuple(islice(every, AT_ONCE)):
        for tell in (measured.tell, spoken.tell, units, spoken.attribute, dated.tell):
            tell(some)
        given.update((one.figure.id, one.figure) for sentence in some for one in sentence.asked)
    given.update((figure.id, figure) for stage in (spoken, dated) for figure in stage.told_later())
    told = with_columns(text, list(given.values()), moments)
    found = tuple(without_verbs(told))
    done: list[Figure] = []
    for figure in found:
        done.append(as_listed(text, figure, done[-LISTED:]))
    return tuple(map(closed, done))


LISTED = 8
"""How many figures before a price the one with its currency may stand."""


def _with_unsaid(text: str, before: list[Figure], sentences: Sequence[Sentence]) -> None:
    """Give the figures of some sentences the units that a market leaves out; ``before`` are the last ones."""
    for one in (one for sentence in sentences for one in sentence.asked):
        figure = in_dollars(text, in_points(text, one.figure, before[-2:]), before[-2:])
        one.figure = in_its_unit(text, figure, before)
        before[:] = [*before[1 - LAST :], one.figure]


def _sentences(text: str, found: Iterable[tuple[Row, Figures, bool]]) -> Iterator[Sentence]:
    """The rows with their figures, and where paragraphs begin."""
    gap = "\n\n" if parted_by_blanks(text) else "\n"
    end = 0
    for row, inside, named in found:
        anew = text.find(gap, end, row.span.start) >= 0
        yield Sentence(row, [Asked(row, figure) for figure in inside], anew, named)
        end = row.span.end if named else end


def _moved(text: str, sentences: Sequence[Span], figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, opened, with their units, modifiers and directions."""
    figures = add_modifiers(text, settle_units(text, tuple(map(opened, figures))))
    return add_directions(text, [span.start for span in sentences], figures)


def _heads(text: str, start: int, name: Name) -> bool:
    """Whether a name can be whom a sentence turns to: a company, what is a country's, a market."""
    owns = text[name.end : name.end + 2] in ("'s", "\u2019s")
    return name.tag == "N" or (name.tag == "L" and (owns or _is_market(text, start, name)))


def _names_somebody(text: str, span: Span, first: Sequence[Name]) -> bool:
    """Whether a sentence names somebody near its head, maybe behind where he is ("In the UK, Norvik")."""
    end = min(span.start + HEAD, span.end)
    if not first or first[0].start >= end:
        return False
    if _heads(text, span.start, first[0]):
        return True
    placed = first[0].tag == "L" and text.startswith(("In ", "in "), span.start)
    return placed and len(first) > 1 and first[1].start < end and first[1].tag == "N"


DEALT = ("stock", "share", "equities")


def _is_market(text: str, start: int, name: Name) -> bool:
    """Whether a place is told of as a market: "In Tokyo,", "London shares", "Stocks ended mixed in Tokyo"."""
    lead = text[start : name.start].lower()
    if not lead:
        return text.startswith(DEALT, name.end + 1)
    return lead == "in " or (lead.startswith(DEALT) and lead.endswith(" in "))


MEANT_BEFORE = ("They ", "The index ")
"""The beginning of a sentence that tells of whom the one before it names, wherever it does."""
DASHES = (" - ", " -- ", " \u2013 ", " \u2014 ")


def _is_of_goods(head: str) -> bool:
    """Whether a sentence, maybe behind a dateline, begins with what is traded ("Palm oil futures rose")."""
    for dash in DASHES:
        head = head.rpartition(dash)[2]
    words = head.replace(":", " ").split(None, 2)[:2]
    if not words:
        return False
    traded = known("parties.security")
    return words[0] in known("parties.issuing") or not traded.isdisjoint(
        (words[0].lower(), " ".join(words).lower())
    )


def rows(
    text: str,
    sentences: Sequence[Span],
    figures: Sequence[Figure],
    moments: Sequence[Moment],
    names: Names,
) -> Iterator[tuple[Row, tuple[Figure, ...], bool]]:
    """The sentences with figures, as rows, each with its figures; of others that name a party, the head.

    So do those of which the next sentence goes on with "it": they say nothing of parties (``False``).
    """
    at_figure = [f.start for f in figures]
    at_moment = [m.start for m in moments]
    at_name = [n.start for n in names.found]
    for index, span in enumerate(sentences):
        inside = tuple(figures[bisect_left(at_figure, span.start) : bisect_left(at_figure, span.end)])
        named = True
        first_name = bisect_left(at_name, span.start)
        if not inside:
            near = _names_somebody(text, span, names.found[first_name : first_name + 2])
            behind = sentences[index + 1].start if index + 1 < len(sentences) else len(text)
            they = text.startswith(MEANT_BEFORE, behind)
            named = near or they or _is_of_goods(text[span.start : span.start + HEAD])
            if not (named or may_go_on(text, behind)):
                continue
            span = Span(span.start, min(span.end, span.start + 2 * HEAD))
        when = moments[bisect_left(at_moment, span.start) : bisect_left(at_moment, span.end)]
        who = names.found[first_name : bisect_left(at_name, span.end)]
        yield read_row(text, span, index, inside, when, who), inside, named
