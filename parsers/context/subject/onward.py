"""Whom the text speaks of after a figure: the one whose it is, where the words before have named nobody."""

from __future__ import annotations

from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import Found
from parsers.context.subject.places import is_of_economies
from parsers.context.subject.sorts import is_no_company, is_place
from parsers.context.subject.topic import COUNTRY, Topic
from parsers.metrics import group_of
from parsers.model import Figure, Kind, Phrase
from parsers.values import replace


def with_subject(row: Row, topic: Topic, figure: Figure, led: bool) -> Topic:
    """The topic after a sentence that names its company only at the figure, or as an entry of a list.

    So is the first company of a text without a main one (``led``: it has one), and the country of what an
    economy has.
    """
    subject = figure.subject
    if subject is None:
        return topic
    rules = {e.rule for e in figure.evidence if e.field == "subject"}
    topic = _with_prices(topic, figure)
    if rules.isdisjoint(
        ("subject.behind", "subject.issuer", "subject.whole", "subject.tells", "subject.handled")
    ):
        at = word_at(row, subject.start)
        tag = row.tags[at] if at is not None and row.words[at].end == subject.end else ""
        the_one = tag == "K" and at is not None and row.keys[at - 1 : at] == ("the",)
        if (tag == "N" or the_one) and topic.now is None and not led:
            return replace(topic, now=subject, company=subject)
        economy = is_of_economies(figure) or group_of(figure) in OF_LANDS or "subject.place" in rules
        national = subject.text in known("parties.nationality")
        if national and COUNTRY[0] not in topic.called:
            topic = replace(topic, called={**topic.called, **dict.fromkeys(COUNTRY, subject)})
        if economy and subject.text.lower() in known("parties.bloc"):
            topic = replace(topic, called={**topic.called, **dict.fromkeys(COUNTRY, subject)})
        economy = economy or tag == "x"
        if at is not None and "subject.place" in rules and "I" in row.tags[at + 1 : at + 3]:
            return topic  # "In France, it expects growth of": "it" is whom the text goes on about
        if topic.now is not None and row.span.start <= topic.now.start < subject.start:
            return topic  # "Norvik cut its forecast for growth in Germany": it goes on about Norvik
        turns = (tag == "L" or national) and ((economy and is_no_company(topic.now)) or _sells(figure))
        return replace(topic, now=subject, unit=None) if turns else topic
    if "subject.issuer" in rules:  # an agency that sells bonds tells of itself
        told = replace(topic, main=subject, tellers=topic.tellers - {subject.text})
    else:
        told = replace(topic, main=topic.main or subject)
    return replace(told, now=subject, company=subject, unit=None)


PRICES = "prices"


def _with_prices(topic: Topic, figure: Figure) -> Topic:
    """The topic with whose prices a text is about, where they are those of a place ("UK house prices")."""
    named = figure.metric.text.lower() if figure.metric is not None else ""
    if not named.endswith(" " + PRICES) or figure.subject is None or not is_place(figure.subject):
        return topic
    if PRICES in topic.called:
        return topic
    return replace(topic, called={**topic.called, PRICES: figure.subject})


def of_prices(figure: Figure, found: Found | None, topic: Topic) -> Found | None:
    """Whose bare "prices" are: not those of who tells of them, in a text about the prices of a place.

    The price of what is traded is its own, and not that of a company of which the text has told.
    """
    if found is not None and found.rule == "subject.carried" and (thing := _priced(figure)) is not None:
        return Found(thing, "subject.beside")
    place = topic.called.get(PRICES)
    if found is None or place is None or found.rule not in TELLING or figure.metric is None:
        return found
    return Found(place, "subject.carried") if figure.metric.text.lower() == PRICES else found


def paid_to_holders(figure: Figure, found: Found | None) -> Found | None:
    """Whose an amount is that holders get: of the company, while they own a part of it themselves."""
    if found is None or figure.kind != Kind.MONEY:
        return found
    name, _, holders = found.phrase.text.rpartition(" ")
    if holders not in HOLDERS or not name[:1].isupper():
        return found
    start = found.phrase.start
    return Found(Phrase(start, start + len(name), name), found.rule, found.seen)


HOLDERS = ("shareholders", "stockholders")


def _priced(figure: Figure) -> Phrase | None:
    """What is traded whose price a figure is, where the words of its metric name it ("oil price")."""
    metric = figure.metric
    thing, _, head = metric.text.rpartition(" ") if metric is not None else ("", "", "")
    if (
        metric is None
        or head.lower() not in ("price", PRICES)
        or thing.lower() not in known("parties.security")
    ):
        return None
    return Phrase(metric.start, metric.start + len(thing), thing)


TELLING = ("subject.clause", "subject.the_company", "subject.pronoun", "subject.carried")
OF_LANDS = ("trade", "assets", "production")
"""What countries have besides what economies have, where the text is about no company."""


def _sells(figure: Figure) -> bool:
    """Whether a figure is of what a government has sold ("Ohio sold $210 million of bonds")."""
    return group_of(figure) == "security" and any(e.rule == "subject.clause" for e in figure.evidence)
