"""Amounts that are added or taken, and what they lead to: "draws $7 million, leaving $31 million"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import fits, size
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Cued
from parsers.metrics import group_family
from parsers.model import Direction, Figure, Kind, Link, LinkKind

ADDS = Cued(
    r"(?i)\b(?:adds?|added|adding|hires?|hired|hiring|recruits?|recruit(?:ed|ing)|another|additional"
    r"|further|extra"
    r"|draws?|drew|drawing|taps?|tapped|tapping|takes?|took|taking|withdr[ae]w|repaid|repays?|cuts?|cutting"
    rf"|sheds?|shedding|los(?:es?|t|ing)|bled|gains?|gained|wins?|won|opens?|opened|opening|clos(?:e"
    rf"|es|ed|ing)) {WORDS}{{0,3}}?{HEDGE}$",
    *("add", "hire", "hiring", "recruit", "another", "further", "extra", "draw", "drew", "tap"),
    *(
        "shed",
        "los",
        "bled",
        "gain",
        "win",
        "won",
        "take",
        "took",
        "taking",
        "withdr",
        "repa",
        "cut",
        "open",
        "clos",
    ),
)
"""Before what is added or taken."""
ADDITION = Pattern(r" (?:addition|increase|supplement|top-up) to\b")
LEAVING = Pattern(
    r"^(?: [\w'\u2019.-]++){0,12},? (?:which |that |a move that )?(?:(?:would|will|should) )?"
    rf"(?:leaving {HEDGE}$|(?:(?:bring|leav|tak|lift|rais|push|cut|reduc|giv)(?:ing|es|e|s)?|brought"
    rf"|took|left|pushed|lifted) "
    rf"(?:(?:(?:its|the|their|his|her|that) )?(?:[\w'\u2019-]++ ){{1,6}}?(?:to|at|with) "
    rf"|(?:it|them|the \p{{L}}++) with |(?:an? )?(?:total|balance|backlog) of )(?:just )?{HEDGE}$)"
)
"""Between an amount and what it brings about."""
MOVE = Pattern(
    r"^\W*(?:The|This|That|\p{Lu}\p{Ll}++day's) (?:latest |quarter-point |half-point )?"
    r"(?:move|cut|increase|reduction|rise|decision|hike|action|change),? "
    r"(?:(?:will|would|also|effectively) )*(?:brings?|brought|lifts?|lifted|takes?|took|lowers?|lowered"
    rf"|leaves?|left|raises?|raised|puts?|pushe[sd]|reduce[sd]?|cuts?) {WORDS}{{1,7}}?(?:to|at) "
    rf"(?:an? {WORDS}{{1,4}}of )?{HEDGE}$"
)
"""How a sentence begins that tells where the change of the one before it leads."""


def levels_reached(line: Line) -> Iterator[Link]:
    """What is left, or reached, by what is added or taken in the same sentence."""
    for at, level in enumerate(line.placed[1:], 1):
        change = line.placed[at - 1]
        if level.role not in (Role.LEVEL, Role.PART) or change.role in (Role.OLD, Role.TWIN, Role.PER):
            continue
        if _is_of_a_stake(change, level):
            yield join(LinkKind.CHANGE, change, level, "link.change_of_stake")
            continue
        if not _can_lead(change.figure, level.figure) or LEAVING.match(level.lead) is None:
            continue
        if ADDS.search(change.lead) or ADDITION.match(line.text, change.figure.end):
            yield join(LinkKind.CHANGE, change, level, "link.change_leaves")
            further = line.placed[at + 1] if at + 1 < len(line.placed) else None
            if further is not None and _is_brought_too(level, further):
                yield join(LinkKind.CHANGE, change, further, "link.change_leaves")


BUYS = Pattern(
    r"(?i)\b(?:buy(?:s|ing)?|bought|acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)"
    rf"|pick(?:s|ed|ing)? up|add(?:s|ed|ing)?|tak(?:e|es|ing)|took) {WORDS}{{0,4}}?{HEDGE}$"
)
STAKE_TO = Pattern(
    r"^(?: [\w'\u2019.&-]++){0,14},? (?:which |that )?(?:(?:would|will|should) )?"
    r"(?:increas|rais|lift|boost|bring|tak)(?:ing|es|ed|e|s)? "
    r"(?:its|their|his|her|the|\p{Lu}\S++['\u2019]s?) (?:[\w'\u2019.&-]++ ){0,4}?"
    r"(?:stake|holdings?|ownership|interest|shareholding)"
    rf"(?: (?:in|of) [^,;]{{2,40}}?)? to {HEDGE}$"
)
"""Between a share of a company that is bought and what its buyer then owns ("raising its stake to 51%")."""


def _is_of_a_stake(change: Placed, level: Placed) -> bool:
    """Whether a share is bought by which a stake grows ("bought 16% of Orlin, raising its stake to 51%")."""
    shares = change.figure.kind == level.figure.kind == Kind.PERCENT
    grows = shares and 0 < size(change.figure) < size(level.figure)
    return grows and STAKE_TO.match(level.lead) is not None and BUYS.search(change.lead) is not None


AND_TO = Pattern(rf"^(?: (?:an?|per) \p{{L}}++)?,? and (?:[\p{{L}}'\u2019-]++ ){{1,5}}to {HEDGE}$")
BRINGING = Pattern(r"\b(?:bringing|brings|brought|taking|takes|took|putting|puts) ")


def _is_brought_too(level: Placed, further: Placed) -> bool:
    """Whether a change leads to a second level ("bringing light crude to $21 and sour crude to $19")."""
    alike = level.figure.kind == further.figure.kind and level.figure.unit == further.figure.unit
    told = alike and further.role == Role.LEVEL and BRINGING.search(level.lead) is not None
    return told and AND_TO.match(further.lead) is not None


def levels_of_the_move(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """Where the change of the sentence before leads: "The move lifted the rate to 4%"."""
    line, before = lines[at], lines[at - 1]
    level = line.placed[0]
    if level.role != Role.LEVEL or not line.follows(before) or MOVE.match(level.lead) is None:
        return
    for change in reversed(before.placed[-3:]):
        if change.role == Role.CHANGE and _moves(change, level):
            yield join(LinkKind.CHANGE, change, level, "link.change_of_move")
            return


def _moves(change: Placed, level: Placed) -> bool:
    """Whether a change alone in its sentence can be one of a level."""
    told = change.figure.direction != Direction.NONE and change.figure.kind != Kind.MULTIPLE
    return told and fits(change.figure, level.figure)


def _can_lead(change: Figure, level: Figure) -> bool:
    """Whether an amount can be what is added to a total, or taken from it."""
    if change.kind != level.kind or change.kind not in (Kind.MONEY, Kind.COUNT):
        return False
    charged = change.metric is not None and "charge" in change.metric.text.lower()
    if charged and group_family(level.metric_name) != "one-time item":
        return False  # "took a $4 million charge, leaving profit at $9 million"
    units = {change.unit, level.unit} - {None}
    return len(units) < 2 and 0 < size(change) < 5 * size(level)
