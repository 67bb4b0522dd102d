"""When the figures of a text are: the last stage of reading, sentence by sentence."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from parsers.context.draft import fill, rule_of
from parsers.context.metric.awaited import RULE
from parsers.context.period.apart import is_after
from parsers.context.period.bearing import day_of_text, on_day_of_text
from parsers.context.period.between import times_so_far
from parsers.context.period.leading import LEAD, NEXT, leads, with_first
from parsers.context.period.ofalist import after_list, in_list
from parsers.context.period.old import is_year_before, owed
from parsers.context.period.period import at_last, period_of
from parsers.context.period.sessions import market_day
from parsers.context.period.times import Now, Times, in_new_paragraph
from parsers.context.stages import OWED, Asked, Sentence
from parsers.model import Evidence, Figure, Kind, Moment, Phrase, Span
from parsers.quick import Quick
from parsers.text import is_loose
from parsers.values import replace

MEASURED = Quick(r"i?[xMG]{0,2}[MG][VBUm]")
"""A paragraph of one sentence that goes on with the next thing measured ("Sales rose")."""
UNDATED = 256
"""How many figures without a period may wait for the day that the text bears: of more the first have none."""
NO_LEVELS = (Kind.DURATION, Kind.RANK)


def _of_what_came(sentence: Sentence) -> Iterator[tuple[Phrase, str]]:
    """The periods of metrics in a sentence, none that came before ("flat, following a 0.6% rise in May")."""
    for figure in (one.figure for one in sentence.asked):
        place = sentence.row.places.get(figure.id)
        old = any(e.field == "period" and e.rule.startswith("period.old") for e in figure.evidence)
        if place is None or old or is_after(sentence.row, place):
            continue
        if figure.metric and figure.period:
            yield figure.metric, figure.period


class Dated:
    """When the figures of a text are."""

    def __init__(self, text: str, spans: Sequence[Span], moments: Sequence[Moment], now: Now) -> None:
        self._text = text
        self._spans = spans
        self._moments = moments
        self._when: Mapping[str, Moment] = {m.id: m for m in moments}
        self._times = Times(today=now.today)
        self._begun = self._end = 0
        self._loose = is_loose(text, spans)
        self._owing: deque[tuple[Asked, Moment]] = deque(maxlen=OWED)
        self._leads: list[Asked] = []
        self._led: Times | None = None
        self._told = 0
        self._recent: dict[Phrase, str] = {}
        self._day = day_of_text(moments, now)
        self._undated: deque[tuple[Asked, Times]] = deque(maxlen=UNDATED)

    def tell(self, sentences: Sequence[Sentence]) -> None:
        """Fill in the periods of some sentences."""
        for sentence in (each for each in sentences if each.named):
            outside = self._so_far(sentence)
            times = in_list(sentence.row, self._moments, outside)
            for one in sentence.asked:
                times = replace(times, owner=one.owner) if one.owner else times
                one.figure, times = period_of(one.row, one.figure, one.before, times, self._when)
                one.figure = self._as_awaited(one.figure, times.now)
                self._owe(one, times)
                self._keep_undated(one, times)
            self._lead(sentence, times)
            listed = times.listed is not None or times.listed_old is not None
            self._times = after_list(outside, times) if listed else times
            self._recent = dict(_of_what_came(sentence))

    def _as_awaited(self, figure: Figure, now: Moment | None) -> Figure:
        """What analysts had in mind of a figure just told, with its time."""
        if figure.metric is None or rule_of(figure, "metric") != RULE:
            return figure
        if figure.period is not None and "period" not in figure.inferred:
            return figure
        moment = self._when.get(self._recent.get(figure.metric, ""))
        moment = moment or (now if figure.period is None else None)
        if moment is None or moment.id == figure.period:
            return figure
        evidence = Evidence("period", moment.start, moment.end, "period.awaited")
        others = (e for e in figure.evidence if e.field != "period")
        inferred = (*(name for name in figure.inferred if name != "period"), "period")
        return fill(figure, period=moment.id, evidence=(*others, evidence), inferred=inferred)

    def _owe(self, one: Asked, times: Times) -> None:
        """Keep an old value whose time the text may still tell; of too many the first are forgotten."""
        row, figure = one.row, one.figure
        if figure.period is not None or one.before is None or not ("f" in row.tags or "v" in row.tags):
            return
        last = self._owing[-1] if self._owing else None
        since = last[1] if last is not None and last[0].figure.id == one.before.id else None
        now = owed(row, figure, one.before, times, since)
        if now is not None:
            self._owing.append((one, now))

    def _keep_undated(self, one: Asked, times: Times) -> None:
        """Keep what may be a price of the day that the text bears, until it names a day of trading."""
        if times.day is not None:
            self._day = None
            self._undated.clear()
        elif self._day is not None and one.figure.period is None:
            self._undated.append((one, times))

    def _lead(self, sentence: Sentence, times: Times) -> None:
        """Keep what a lead tells before the text has named its time, and that time where it comes soon."""
        if self._told > LEAD + NEXT or not sentence.asked:
            return
        self._told += 1
        further = self._told > LEAD
        if not further or (self._led is None and self._leads):
            untimed = (one for one in sentence.asked if one.figure.period is None)
            self._leads += (one for one in untimed if leads(one.figure, further))
        if self._leads:
            self._led = with_first(self._led, times)

    def told_later(self) -> Iterator[Figure]:
        """The figures whose time was told further on: of a lead, and old ones ("A year ago it had")."""
        if self._led is not None:
            yield from self._dated_leads(self._led)
        for one, now in self._owing:
            moment = self._times.old.get(f"{now.first}/{now.last}")
            if moment is not None and is_year_before(moment, now):
                yield at_last(one.figure, moment)
        if self._day is not None:
            yield from on_day_of_text(self._undated, self._day, self._when)

    def _dated_leads(self, led: Times) -> Iterator[Figure]:
        """The figures of a lead that have a time once the text has named one."""
        dated: dict[str, Figure] = {}
        for one in self._leads:
            before = dated.get(one.before.id, one.before) if one.before is not None else None
            figure, after = period_of(one.row, one.figure, before, led, self._when)
            led = replace(led, metrics=after.metrics)  # what was expected is of the same time
            if figure.period is not None:
                dated[figure.id] = figure
        yield from dated.values()

    def _so_far(self, sentence: Sentence) -> Times:
        """The times where a sentence begins."""
        span = sentence.row.span
        anew = sentence.anew and not (self._loose and MEASURED.match(sentence.row.tags))
        times = in_new_paragraph(self._times) if anew else self._times
        bare = all(one.figure.kind in NO_LEVELS for one in sentence.asked)
        reach = self._begun, self._end, span
        self._begun, self._end = span.start, span.end
        return market_day(
            sentence.row, times_so_far(self._text, self._spans, self._moments, reach, bare, times)
        )
