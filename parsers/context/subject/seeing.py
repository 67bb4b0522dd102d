"""Who only says what others will have: a bank that sees a deficit widening, a consultancy's own guess."""

from __future__ import annotations

from parsers.context.names.parties import Names
from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import Found
from parsers.context.subject.places import is_of_state
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.model import Figure, Phrase

SEES = Pattern(r"(?:,r)?[dA]*[XS]c?(?P<what>D[xZLMK]{0,3}[xMKZ])(?=[^,;F]{0,12}\Z)")
"""Behind who sees something, up to the figure: what is seen ("Norvik sees the deficit widening to")."""
GUESSES = Pattern(r"(?:K|^x)N[dA]*X\Z")
"""Before a bare amount: who guesses it ("Consultancy Norvik sees 114 million tonnes")."""


def seen_by(row: Row, figure: Figure, place: int, found: Found, topic: Topic, names: Names) -> Found | None:
    """Whose a figure is, where it was given to who only sees or expects it of something else."""
    at = word_at(row, found.phrase.start) if found.rule in ACTING else None
    if at is None or not 0 <= at < place or row.words[at].tag not in "NPE":
        return found
    if topic.main is not None and names.full(topic.main) == names.full(found.phrase):
        return found
    hit = SEES.match(row.tags[:place], at + 1)
    if hit is None:
        return _guessed(row, figure, place, found, topic, at)
    first, end = hit.span("what")
    if row.keys[first] != "the":
        return found
    if row.keys[end - 1] in known("contextwords.wide_thing"):
        land = topic.called.get("country") if row.keys[end - 1] == "economy" else None
        return Found(land or row.phrase(first + 1, end - 1), "subject.words")
    if not is_of_state(figure):
        return found
    return _of_topic(topic, found.phrase)


ACTING = ("subject.clause", "subject.which", "subject.pronoun", "subject.words")


def _guessed(row: Row, figure: Figure, place: int, found: Found, topic: Topic, at: int) -> Found | None:
    """Whose an amount without a metric is that a consultancy or a poll guesses."""
    guessing = figure.metric is None and GUESSES.search(row.tags[:place]) is not None and at == place - 2
    if not guessing or known("parties.researcher").isdisjoint((row.keys[at - 1],)):
        return found
    return _of_topic(topic, found.phrase)


def _of_topic(topic: Topic, seer: Phrase) -> Found | None:
    """The country, or the party, that is spoken of besides who sees."""
    whose = topic.called.get("country") or topic.homeland or topic.main
    return Found(whose, "subject.carried") if whose is not None and whose.text != seer.text else None
