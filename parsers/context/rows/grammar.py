"""Rules of context as values: a pattern over the tags of a sentence, matched beside one figure.

``before`` is matched backwards from the figure, ``after`` forwards from it (both where both are
given); in them a letter is a word of `words`, and a ``~`` of ``before``'s end is the figure's left
edge.  The group ``np`` (in either) are the words that the rule gives; a rule without one only says
that the figure takes its answer from elsewhere (``take``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from parsers import lexicon
from parsers.context.rows.words import Row
from parsers.metrics import group_named
from parsers.model import Figure
from parsers.patterns import compiled
from parsers.values import record

REACH = 48
"""How many words beside a figure a pattern may look at."""


@record(kw_only=True, eq=False)
class ContextRule:
    """One way in which the words beside a figure give one of its fields.

    ``kinds`` limits it to kinds of figure, ``names`` to words of metrics of these names.
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


class Tried:
    """A rule with its patterns compiled, and what the letters right beside a figure have told of it."""

    __slots__ = ("_after_gives", "_before_gives", "_behind", "_near", "after", "before", "rule")

    def __init__(self, rule: ContextRule) -> None:
        self.rule = rule
        self.before = compiled("(?r)(?:" + rule.before + r")\Z") if rule.before else None
        self.after = compiled(rule.after) if rule.after else None
        self._before_gives = self.before is not None and "np" in self.before.groupindex
        self._after_gives = self.after is not None and "np" in self.after.groupindex
        self._near: dict[str, bool] = {}
        self._behind: dict[str, bool] = {}

    def may_answer(self, near: str, behind: str) -> bool:
        """Whether the patterns could match beside a figure with these letters before it and behind it."""
        may = self._near.get(near)
        if may is None:
            may = self.before is None or self.before.match(near, partial=True) is not None
            self._near[near] = may
        if not may or self.after is None:
            return may
        may = self._behind.get(behind)
        if may is None:
            may = self._behind[behind] = self.after.match(behind, partial=True) is not None
        return may

    def answer(self, row: Row, place: int) -> Answer | None:
        """What the rule says about the figure at ``place``, or ``None``."""
        found: tuple[int, int] | None = None
        if self.before is not None:
            low = max(0, place - REACH)
            hit = self.before.search(row.tags[low:place], None, None, False)  # as `lazy.alone`
            if hit is None:
                return None
            if self._before_gives and hit.start("np") >= 0:
                found = hit.start("np") + low, hit.end("np") - 1 + low
        if self.after is not None:
            hit = self.after.match(row.tags, place + 1, min(len(row.tags), place + REACH), False)
            if hit is None:
                return None
            if self._after_gives and hit.start("np") >= 0:
                found = hit.start("np"), hit.end("np") - 1
        if found is None:
            return Answer(self.rule)
        if self.rule.names and not _is_called(row.words[found[1]].key, self.rule.names):
            return None
        return Answer(self.rule, *found)


BESIDE = 2
"""How many letters on each side of a figure tell whether a rule is worth trying; most are not."""
MOST_KEPT = 4096
"""For how many surroundings of figures a group keeps what is worth trying."""


class Group:
    """Rules in the order in which they are tried, parted by the kinds of figure that they are for."""

    def __init__(self, rules: Iterable[ContextRule]) -> None:
        self.rules = tuple(rules)
        self._tried: dict[tuple[str, str, str], tuple[Tried, ...]] = {}

    def but(self, leaves_out: Callable[[ContextRule], object]) -> Group:
        """The group without some of its rules."""
        return Group(rule for rule in self.rules if not leaves_out(rule))

    def first_answer(self, row: Row, place: int, figure: Figure) -> Answer | None:
        """The answer of the first rule that has one."""
        near, behind = row.tags[max(0, place - BESIDE) : place], row.tags[place + 1 : place + 1 + BESIDE]
        worth = self._tried.get((figure.kind, near, behind))
        for tried in self._worth_trying(figure.kind, near, behind) if worth is None else worth:
            if (answer := tried.answer(row, place)) is not None:
                return answer
        return None

    def _worth_trying(self, kind: str, near: str, behind: str) -> tuple[Tried, ...]:
        """The rules for a kind that may answer beside these letters, kept for the next such figure."""
        if len(self._tried) >= MOST_KEPT:
            self._tried.clear()
        every = (tried_of(rule) for rule in self.rules if not rule.kinds or kind in rule.kinds)
        found = tuple(tried for tried in every if tried.may_answer(near, behind))
        self._tried[kind, near, behind] = found
        return found


@cache
def tried_of(rule: ContextRule) -> Tried:
    """The one `Tried` of a rule, whichever groups it is in."""
    return Tried(rule)


def _is_called(verb: str, names: tuple[str, ...]) -> bool:
    """Whether a verb or a noun is that of a metric of one of these names."""
    return any(group_named(entry.id) in names for entry in lexicon.find("metrics.verb|metrics.noun", verb))
