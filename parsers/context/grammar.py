"""Rules of context as values: a pattern over the tags of a sentence, matched beside one figure.

``before`` is matched backwards from the figure, ``after`` forwards from it (both where both are
given); in them a letter is a word of `words`, and a ``~`` of ``before``'s end is the figure's left
edge.  The group ``np`` (in either) are the words that the rule gives; a rule without one only says
that the figure takes its answer from elsewhere (``take``).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from parsers import lexicon
from parsers.context.words import Row
from parsers.model import Figure
from parsers.patterns import compiled
from parsers.values import record

REACH = 48
"""How many words beside a figure a pattern may look at."""


@record(kw_only=True)
class ContextRule:
    """One way in which the words beside a figure give one of its fields.

    ``kinds`` limits it to kinds of figure, ``names`` to verbs of metrics of these names.
    ``examples`` are texts with the answer for their last figure, ``rejects`` texts whose last figure
    this rule must not answer.
    """

    name: str
    before: str = ""
    after: str = ""
    kinds: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    take: str = ""
    examples: tuple[tuple[str, str], ...]
    rejects: tuple[str, ...]


@record
class Answer:
    """What a rule gave: the first and last word (inclusive), or where to take the answer from."""

    rule: ContextRule
    first: int = -1
    last: int = -1


@cache
def _compiled(rule: ContextRule) -> tuple[regex.Pattern[str] | None, regex.Pattern[str] | None]:
    before = compiled("(?r)(?:" + rule.before + r")\Z") if rule.before else None
    return before, compiled(rule.after) if rule.after else None


def match(rule: ContextRule, row: Row, place: int, figure: Figure) -> Answer | None:
    """What a rule says about the figure at ``place``, or ``None``."""
    if rule.kinds and figure.kind not in rule.kinds:
        return None
    before, after = _compiled(rule)
    found: tuple[int, int] | None = None
    if before is not None:
        low = max(0, place - REACH)
        hit = before.search(row.tags[low:place])
        if hit is None:
            return None
        if "np" in hit.re.groupindex and hit.start("np") >= 0:
            found = hit.start("np") + low, hit.end("np") - 1 + low
    if after is not None:
        hit = after.match(row.tags, place + 1, min(len(row.tags), place + REACH))
        if hit is None:
            return None
        if "np" in hit.re.groupindex and hit.start("np") >= 0:
            found = hit.start("np"), hit.end("np") - 1
    if found is None:
        return Answer(rule)
    if rule.names and not _is_called(row.words[found[1]].key, rule.names):
        return None
    return Answer(rule, *found)


def _is_called(verb: str, names: tuple[str, ...]) -> bool:
    """Whether a verb is that of a metric of one of these names."""
    return any(entry.id in names for entry in lexicon.find("metrics.verb", verb))


def first_answer(rules: Iterable[ContextRule], row: Row, place: int, figure: Figure) -> Answer | None:
    """The answer of the first rule that has one."""
    for rule in rules:
        answer = match(rule, row, place, figure)
        if answer is not None:
            return answer
    return None
