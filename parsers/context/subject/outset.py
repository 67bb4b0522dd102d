"""Whom a text is about, as it is known before its first sentence is read: its main parties, its country."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from parsers.context.names.nations import who_only_speak
from parsers.context.names.parties import Names
from parsers.context.subject.asides import is_of_market, outsiders
from parsers.context.subject.homeland import with_homeland
from parsers.context.subject.mains import mains
from parsers.context.subject.topic import Topic
from parsers.model import Phrase, Span
from parsers.values import replace

Begins = deque[tuple[int, Phrase, bool]]
"""Where a main party begins, which one, and whether a heading says so."""


def outset(text: str, sentences: Sequence[Span], names: Names) -> tuple[Topic, Begins]:
    """The topic before the first sentence, and the main parties in text order."""
    topic = with_homeland(text, Topic(), names)
    mute = who_only_speak(text, names) if topic.of_economy else frozenset()
    begins = deque(mains(text, sentences, names, mute))
    tellers = frozenset(text[n.start : n.end] for n in names.found if n.party in mute)
    asides = outsiders(text, names, (main for _, main, _ in begins)) | tellers
    market = is_of_market(text, sentences)
    return replace(topic, asides=asides, tellers=tellers, of_market=market), begins
