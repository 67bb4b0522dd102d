"""Who only tells the figures of others in a sentence, of whom the text does not speak."""

from __future__ import annotations

from parsers.context.names.tellers import gathers
from parsers.context.rows.words import Row
from parsers.context.subject.topic import Topic, of_teller
from parsers.lazy import Pattern
from parsers.values import replace

SAYS = Pattern(r"(?:^(?:[pn]?T,)?|,)D?(?P<who>E)(?:\(E\))?[dpT]{0,2}S")
"""Who tells figures of others, at a sentence's beginning or end ("the Association of Brewers said")."""


def with_teller(row: Row, topic: Topic) -> Topic:
    """The topic of a sentence that such a one tells: what it has is not that of a company spoken of."""
    hit = SAYS.search(row.tags) if "E" in row.tags else None
    if hit is None or not gathers((who := row.phrase(hit.start("who"), hit.start("who"))).text):
        return topic
    now = who if topic.now is not None else None
    called = {**topic.called, **of_teller(who)}
    return replace(topic, now=now, tellers=topic.tellers | {who.text}, called=called)
