"""What was and what it became in two verbs of one subject: "was $5 million and will reach $9 million"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from parsers.lazy import Pattern
from parsers.links.comparing import comparable
from parsers.links.leadrules import Role
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.links.then import IN_THE_PAST
from parsers.links.worded import Worded
from parsers.model import Kind, Link, LinkKind

WAS = Pattern(
    r"\b(?:is|are|was|were|stood at|stands at|totaled|totalled|amounted to|came to|worth|valued at|had|has"
    rf"|employs?|employed|numbered) {HEDGE}$"
)
"""Before a value that a verb tells."""
COMES = (
    r"(?:(?:(?:is|are|was|were) )?(?:now |widely |still )?(?:<<linkwords.bound>>) "
    r"|(?:will|would|should|could|may|might) (?:soon |probably )?)(?:<<linkwords.reach>>)"
)
AND_WILL = Worded(rf"^(?: [\w'\u2019.-]++){{0,6}},? (?:and|but) (?:{COMES}|<<linkwords.reached>>) {HEDGE}$")
"""Between what was and what the next verb of its subject tells that it becomes."""
PUT_IN = Pattern(rf", (?:now|currently|today)(?: worth| valued at| at| put at)? {HEDGE}$")
THEN_WILL = Worded(rf"^(?: [\w'\u2019.-]++){{0,5}}, {COMES} {HEDGE}$")
THOUGH_WAS = Pattern(
    r"^(?: [\w'\u2019.-]++){0,6},? (?:though|although|but|while|whereas) "
    rf"(?:it|they|that|the (?:figure|rate|price|number|total)) (?:was|were|stood at|had been) {HEDGE}$"
)
AIMS = Worded(
    r"^(?: [\w'\u2019.-]++){0,8},? (?:and|but|which|who)(?: (?:it|they|the \p{L}++|\p{Lu}\p{L}++))?"
    r"(?: now| still)? "
    r"(?:<<linkwords.aims>>)(?: it| them| that| this)? to "
    rf"(?:get to|reach|(?:<<linkwords.bring_it>>) (?:it|that|this|them|the \p{{L}}++) to) {HEDGE}$"
)
"""Between what is and what somebody wants it to be ("is 17 percent, and the state wants it to reach")."""
TIMES = 100
"""How many times as large at most one is as the other."""


def grown(line: Line) -> Iterator[Link]:
    """The values of a sentence that one subject had and has, or is to have, told by two verbs."""
    for first, second in pairwise(line.placed):
        roles = first.role in (Role.LEVEL, Role.PART) and second.role == Role.LEVEL
        if not roles or not _are_alike(first, second):
            continue
        a, b = first.figure, second.figure
        timed = a.period != b.period
        later = timed and WAS.search(first.lead) is not None and AND_WILL.match(second.lead) is not None
        put_in = PUT_IN.search(first.lead) is not None and THEN_WILL.match(second.lead) is not None
        if later or put_in or AIMS.match(second.lead) is not None:
            yield join(LinkKind.FROM_TO, first, second, "link.grown")
        elif THOUGH_WAS.match(second.lead) is not None and IN_THE_PAST.match(line.text, b.end) is not None:
            yield join(LinkKind.FROM_TO, second, first, "link.though_it_was")


def _are_alike(first: Placed, second: Placed) -> bool:
    """Whether two figures can be of one thing: of one kind, and of one unit where both say theirs."""
    a, b = first.figure, second.figure
    units = {a.unit, b.unit} - ({None} if a.kind == b.kind == Kind.COUNT else set())
    return a.per == b.per and len(units) < 2 and comparable(a, b, TIMES)
