"""Whom the text speaks of after a figure: the one whose it is, where the words before have named nobody."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.owner import is_of_economies, word_at
from parsers.context.subject.topic import Topic
from parsers.model import Figure, Phrase
from parsers.values import replace


def _is_place(phrase: Phrase) -> bool:
    """Whether what is spoken of is a country or another place."""
    return phrase.text in known("parties.place")


def with_subject(row: Row, topic: Topic, figure: Figure, led: bool) -> Topic:
    """The topic after a sentence that names its company only at the figure, or as an entry of a list.

    So is the first company of a text without a main one (``led``: it has one), and the country of what an
    economy has.
    """
    subject = figure.subject
    if subject is None:
        return topic
    rules = {e.rule for e in figure.evidence if e.field == "subject"}
    if rules.isdisjoint(
        ("subject.behind", "subject.issuer", "subject.whole", "subject.tells", "subject.handled")
    ):
        at = word_at(row, subject.start)
        tag = row.tags[at] if at is not None and row.words[at].end == subject.end else ""
        if tag == "N" and topic.now is None and not led:
            return replace(topic, now=subject, company=subject)
        turns = tag == "L" and is_of_economies(figure) and (topic.now is None or _is_place(topic.now))
        return replace(topic, now=subject, unit=None) if turns else topic
    main = subject if "subject.issuer" in rules else topic.main or subject
    return replace(topic, main=main, now=subject, company=subject, unit=None)
