"""What the words say of many figures, stage by stage: what they measure, whose they are, who says so.

When they are is the last stage, in `dating`.

A stage is asked of every figure at hand before the next one begins: the rules of one stage stay in the
processor's cache, those of all together do not, and it then waits for each of them.  Of an earlier figure a
stage may ask what its own stage and those before it have filled in.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from parsers.context.draft import rule_of
from parsers.context.lists import lead_of
from parsers.context.metric.awaited import RULE, awaited
from parsers.context.metric.before import previous
from parsers.context.metric.generic import rate_again
from parsers.context.metric.metric import metric_of
from parsers.context.metric.ofgoods import without_carried
from parsers.context.metric.standing import (
    Told,
    of_the_rate,
    represents,
    stand_in,
    stands_for,
    told_by,
    with_told,
)
from parsers.context.metric.totalled import totalled
from parsers.context.names.listing import is_release
from parsers.context.names.parties import Names
from parsers.context.rows.reading import as_said
from parsers.context.rows.words import Row
from parsers.context.said.attribution import attribution_of
from parsers.context.said.quotes import find_quotes
from parsers.context.said.sections import foreseen_below, outlooks
from parsers.context.said.turns import with_turns
from parsers.context.subject.market import in_market
from parsers.context.subject.moneys import currencies_told, turned_to, with_currency
from parsers.context.subject.officers import speaking_for, with_officers
from parsers.context.subject.onward import with_subject
from parsers.context.subject.outset import outset
from parsers.context.subject.passing import Passing
from parsers.context.subject.places import led_by_place
from parsers.context.subject.segments import with_gauge, with_segments
from parsers.context.subject.sites import names_site
from parsers.context.subject.speaker import own_of_person, own_of_speaker
from parsers.context.subject.subject import subject_of, told_elsewhere
from parsers.context.subject.telling import with_teller
from parsers.context.subject.topic import Topic, with_main, with_names
from parsers.context.subject.turning import next_topic
from parsers.context.subject.unsaid import is_owed
from parsers.model import Direction, Figure, Phrase, Span
from parsers.quick import Quick
from parsers.values import record, replace

OWED = 64
"""How many old values wait at most for the text to tell their time."""
GOES_ON = Quick(r"i[^N]|I[VHWBmAd]|D[VWHx]I")
"""A paragraph that begins with "its", "it" or "this pushed it", and goes on about the one before."""
DESCRIBED = Quick(r"c?D[xZLN]{1,5}K")
"""A paragraph that begins with more than "the company": with what it is, or where."""
BARE = Quick(r"c?D[BHv]|c?T?M(?:[np]T|T)?A?d?[VBm]|c?D[xZL&]{0,5}K(?:'|,r|d?[VBHAWXSm])")
"""A paragraph that begins with what somebody has, or what "the company" does, and names nobody."""


@record(eq=False, frozen=False)
class Asked:
    """A figure with its row, the figure before it there and whom the text speaks of, as stages find them.

    ``owner`` is the name of the company whose mill has it, ``whose`` the party beside what "it" stands for.
    """

    row: Row
    figure: Figure
    before: Figure | None = None
    topic: Topic = Topic()
    owner: str = ""
    whose: Phrase | None = None


@record(eq=False)
class Sentence:
    """A row with its figures, and whether a paragraph ends between it and the row before it.

    One without figures that is not ``named`` only tells what the next one means with "it".
    """

    row: Row
    asked: Sequence[Asked]
    anew: bool
    named: bool


class Measured:
    """What the figures of a text measure."""

    def __init__(self) -> None:
        self._given: dict[str, Figure] = {}
        self._last: Row | None = None
        self._told: Told | None = None

    def tell(self, sentences: Sequence[Sentence]) -> None:
        """Fill in the metrics of some sentences, and which figure stands before which."""
        given = self._given
        for sentence in sentences:
            row, told = sentence.row, self._told_before(sentence.row)
            for one in sentence.asked:
                place = row.places.get(one.figure.id, 0)
                figure = without_carried(row, metric_of(row, one.figure, given), place)
                figure = rate_again(row, figure, given)
                figure = totalled(row, figure, place)
                if told is not None and stands_for(row, figure, place):
                    figure, one.whose = with_told(row, figure, told)
                if figure.direction is not Direction.NONE:
                    figure = represents(row, figure, place, given)
                figure = awaited(row, of_the_rate(row, figure, place, given), given)
                one.figure = given[figure.id] = figure
                one.before = previous(row, place, given)
            self._last, self._told = row, told

    def _told_before(self, row: Row) -> Told | None:
        """What the sentence before a row is about, where the row goes on about it."""
        last = self._last
        if last is None or last.index != row.index - 1 or stand_in(row) is None:
            return None
        return self._told or told_by(last)


def is_of_many(figure: Figure) -> bool:
    """Whether a figure is of many without a name ("Employers added 9,000 jobs")."""
    return any(e.rule == "subject.words" for e in figure.evidence)


class Spoken:
    """Whose the figures of a text are, and who said them."""

    def __init__(self, text: str, sentences: Sequence[Span], names: Names) -> None:
        self._text = text
        self._names = names
        self._quotes = with_turns(text, names, find_quotes(text, names))
        self._sections = outlooks(text)
        self._passing = Passing(text, sentences, names)
        self._topic, self._begins = outset(text, sentences, names)
        self._led = bool(self._begins)
        self._released = is_release(text)
        self._currencies = deque(currencies_told(text))
        if self._currencies:
            self._topic = turned_to(self._topic, self._currencies[0])
        self._seen = 0
        self._whose: list[str] = []
        self._recent: dict[Phrase, Phrase] = {}
        self._list: tuple[int, Topic] | None = None
        self._owing: list[Asked] = []
        self._first: Phrase | None = None
        self._held = ""

    def tell(self, sentences: Sequence[Sentence]) -> None:
        """Fill in the subjects of some sentences."""
        for sentence in (each for each in sentences if each.named):
            topic = self._turned(sentence)
            for one in sentence.asked:
                one.figure = self._with_subject(one, topic)
                if topic.main is None and one.figure.subject is None and len(self._owing) < OWED:
                    self._owing.append(one)
                topic = with_subject(one.row, topic, one.figure, self._led)
                one.topic = topic = with_currency(topic, one.figure)
                whose = one.figure.subject
                self._whose.append(one.figure.subject_name or "")
                if whose is not None and topic.company is not None and names_site(whose):
                    one.owner = self._names.full(topic.company)
            self._topic = topic
            told = (one.figure for one in sentence.asked if not is_of_many(one.figure))
            self._recent = {
                f.metric: f.subject for f in told if f.metric is not None and f.subject is not None
            }

    def told_later(self) -> Iterator[Figure]:
        """The figures of a lead that are of whom the text only names behind it ("Net down by a fifth")."""
        main = self._first
        for one in self._owing:
            if main is not None and is_owed(one.figure, main):
                one.figure = told_elsewhere(one.row, one.figure, main, self._names, "subject.told_later")
                yield one.figure

    def _with_subject(self, one: Asked, topic: Topic) -> Figure:
        """A figure with whose it is: what "it" stands for, or was awaited, is of the one told before."""
        place = one.row.places.get(one.figure.id, 0)
        if one.whose is not None and led_by_place(one.row, one.figure, place, topic) is None:
            return told_elsewhere(one.row, one.figure, one.whose, self._names, "subject.stands_for")
        speaker = own_of_speaker(one.row, place, self._quotes) if self._quotes else None
        speaker = speaker or (own_of_person(one.row, place) if "P" in one.row.tags else None)
        if speaker is not None:
            return told_elsewhere(one.row, one.figure, speaker, self._names, "subject.speaker")
        metric = one.figure.metric
        if rule_of(one.figure, "metric") == RULE and metric is not None and metric in self._recent:
            return told_elsewhere(one.row, one.figure, self._recent[metric], self._names, "subject.awaited")
        return subject_of(one.row, one.figure, topic, self._names, one.before)

    def _turned(self, sentence: Sentence) -> Topic:
        """Whom the text speaks of where a sentence begins."""
        row = sentence.row
        topic = self._topic
        if not self._holds(topic):
            topic = self._passing.returned(topic, row.span.start)
        if sentence.anew:
            another = self._goes_on_of_another(row, topic)
            goes_on = another or GOES_ON.match(row.tags) is not None
            self._held = self._kept(topic, another) if goes_on else ""
            now = topic.company if goes_on and topic.company else topic.main
            self._whose = []
            topic = replace(topic, now=now, unit=None, company=now, before=topic.company)
        topic = self._in_list(row, topic)
        topic = with_names(topic, self._text, self._names, self._seen, row.span.start)
        self._seen = row.span.start
        while self._begins and self._begins[0][0] < row.span.end:
            _, main, heads = self._begins.popleft()
            self._first = self._first or (None if heads or topic.of_economy else main)
            topic = with_main(topic, main, heads)
        while self._currencies and self._currencies[0].start < row.span.start:
            topic = turned_to(topic, self._currencies.popleft())
        topic = with_officers(row, with_gauge(row, with_segments(row, topic)))
        return speaking_for(row, next_topic(row, with_teller(row, in_market(row, topic, sentence.anew))))

    def _kept(self, topic: Topic, another: bool) -> str:
        """The company of which one more paragraph tells, where it is not the main one."""
        return self._names.full(topic.company) if another and topic.company is not None else self._held

    def _holds(self, topic: Topic) -> bool:
        """Whether the company of which some paragraphs go on to tell is still spoken of."""
        return topic.company is not None and self._names.full(topic.company) == self._held

    def _in_list(self, row: Row, topic: Topic) -> Topic:
        """The topic where an item of a list begins: that of the list, whoever the item before it was of."""
        lead = row.once(lead_of)
        if lead is None:
            self._list = None
            return topic
        if self._list is None or self._list[0] != lead.start:
            self._list = lead.start, topic
            return topic
        of_list = self._list[1]
        return replace(topic, now=of_list.now, company=of_list.company, unit=of_list.unit)

    def _goes_on_of_another(self, row: Row, topic: Topic) -> bool:
        """Whether a paragraph begins with what is had by the company that all of the one before was about."""
        if topic.company is None or self._released:
            return False  # of a release every paragraph is of who issues it
        name, often = self._names.full(topic.company), self._names.often
        if topic.main is None or self._names.full(topic.main) == name:
            return False
        if BARE.match(row.tags) is None and (
            self._names_another(row, name)
            or not (name == self._held or self._passing.tells_apart(topic, row.span.start))
        ):
            return False
        if not self._whose:
            more = often(name) or DESCRIBED.match(row.tags) is not None
            return more and self._passing.has_led(topic.company, topic.main, row.span.start)
        return set(self._whose) == {name} and (len(self._whose) > 1 or often(name) or name == self._held)

    def _names_another(self, row: Row, name: str) -> bool:
        """Whether a sentence names anybody but the company of that fullest name, or what is traded."""
        named = (at for at, tag in enumerate(row.tags) if tag in "NPZ")
        return any(row.tags[at] != "N" or self._names.full(row.phrase(at, at)) != name for at in named)

    def attribute(self, sentences: Sequence[Sentence]) -> None:
        """Fill in who said the figures of some sentences, and their status."""
        for one in (one for sentence in sentences for one in sentence.asked):
            row = as_said(one.row)
            told = attribution_of(row, one.figure, one.topic, self._names, self._quotes, one.before)
            one.figure = foreseen_below(row, told, self._sections)
