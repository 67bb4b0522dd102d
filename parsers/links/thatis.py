"""What a sentence says of the amount of the one before it: "That is 11% more than the 76 of 2013"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.comparing import FEW_TIMES, comparable
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, fits
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.model import Kind, Link, LinkKind, Status

COMPARED = r"(?:Compared with [^,;.]{3,30}, )?"
WAS_UP = Pattern(
    rf"^\W*{COMPARED}(?i:it|they|that|the (?:figure|total|number|amount|price|sum|rate)) "
    rf"(?:is|was|were|are)(?: (?:now|still))? (?:up|down|off)(?: by)? {HEDGE}$"
)
"""How a sentence begins that tells how what the one before it told has moved ("They were up 4%")."""
THAT_IS = Pattern(
    rf"^\W*{COMPARED}(?i:that(?:['\u2019]s)?|this|it|they"
    r"|the (?:cash )?(?:figure|total|number|amount|price|sum|rate))"
    r"(?: (?:is|was|are|were|would be|will be|represents|represented|marks|marked|compares with))?"
    rf"(?: (?:also|still|now))?(?: an? [\p{{L}} -]{{2,24}}(?:, and|,| and))? (?:an? )?{HEDGE}$"
)
MORE_THAN = Pattern(
    r" (?:more|less|fewer|higher|lower|larger|smaller|bigger|better|worse|wider|narrower) than\b"
    r"| a (?:share|unit|barrel|ton) (?:more|less) than\b"
    r"| (?:above|below|ahead of|behind|short of) (?:the|its|last|what|in)\b"
    r"| (?:the|what|as (?:many|much|large|big|high) as|last year['\u2019]s) "
)
NO_TIME = Pattern(
    r"[^.;]{0,80}\b(?:analysts?|economists|consensus|expected|forecast|estimate|expect|average"
    r"|polled|required"
    r"|needed|target|peers|rivals?)\b"
)
"""Behind what a value is only measured by."""
OLD_VALUE = Pattern(
    rf"^ (?:(?:[\p{{L}}-]++ )?(?:than|above|below|ahead of|behind|short of) )?(?:the|its) {HEDGE}$"
)


def told_of_that(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The change of a level that the sentence before told, and the old value it is set against."""
    line, before = lines[at], lines[at - 1]
    item = line.placed[0]
    if item.role == Role.CHANGE and WAS_UP.match(item.lead) is not None:
        yield from _was_up(lines, at)
        return
    if _is_the_growth(line, before):
        level = _level(before, item, None)
        if level is not None and level.figure.kind in LEVELS:
            yield join(LinkKind.CHANGE, item, level, "link.change_of_that")
        return
    if THAT_IS.match(item.lead) is None or line.index - before.index > 1:
        return
    if item.figure.kind not in (Kind.PERCENT, Kind.MULTIPLE, Kind.RATIO, Kind.POINTS, Kind.MONEY, Kind.COUNT):
        return
    if MORE_THAN.match(line.text, item.figure.end) is None:
        return
    following = line.placed[1] if len(line.placed) > 1 else None
    measured = following is not None and OLD_VALUE.match(following.lead) is not None
    end = following.figure.end if measured and following is not None else item.figure.end
    if NO_TIME.match(line.text, end) is not None:
        return
    level = _level(before, item, following if measured else None)
    if level is None:
        return
    yield join(LinkKind.CHANGE, item, level, "link.change_of_that")
    if measured and following is not None and comparable(following.figure, level.figure, FEW_TIMES):
        yield join(LinkKind.FROM_TO, following, level, "link.old_of_that")


THE = Pattern(r"^\W*(?:The|That|This) $")
GROWTH = Pattern(
    r"(?: (?:annual|quarterly|monthly|year-on-year))? (?:growth|rise|increase|gain|advance|jump|surge|drop"
    r"|fall|decline|decrease|improvement)(?: (?:in|of) [^,.;]{3,40}?)? (?:is|was|were|came|marks|marked"
    r"|follows|followed|made|makes|reflects|reflected|beat|beats|topped|compares|compared)\b"
)
"""Around a change that is called so in the sentence behind its level ("The 0.4 percent growth was")."""


def _is_the_growth(line: Line, before: Line) -> bool:
    """Whether a sentence begins with the growth of what the one before it told without it."""
    item = line.placed[0]
    if THE.match(item.lead) is None or GROWTH.match(line.text, item.figure.end) is None:
        return False
    moved = any(p.role == Role.CHANGE for p in before.placed)
    return not moved and line.index - before.index <= 1 and item.figure.kind in (Kind.PERCENT, Kind.MULTIPLE)


def _was_up(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """How the level that a sentence before told has moved, and moved by another measure."""
    line = lines[at]
    item = line.placed[0]
    if item.figure.kind != Kind.PERCENT or any(p.role in (Role.LEVEL, Role.OLD) for p in line.placed[:2]):
        return
    for before in reversed(lines[max(0, at - 2) : at]):
        reported = [p for p in before.placed[-NEARBY:] if p.figure.status == Status.REPORTED]
        levels = (p for p in reversed(reported) if p.role in (Role.LEVEL, Role.PART))
        level = next((p for p in levels if p.figure.kind in LEVELS), None)
        if level is not None and line.follows(before):
            yield join(LinkKind.CHANGE, item, level, "link.change_of_that")
            for other in line.placed[1:2]:
                if other.role == Role.CHANGE and AND_DOWN.match(other.lead) is not None:
                    yield join(LinkKind.CHANGE, other, level, "link.change_of_that")
            return


LEVELS = (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)
AND_DOWN = Pattern(rf"^ [^,;.]{{1,50}},? (?:and|but) (?:up|down|off)(?: by)? {HEDGE}$")


def _is_worth(line: Line, twin: Placed) -> bool:
    """Whether a twin is what things are worth, and no amount in another currency."""
    kinds = {p.figure.kind for p in line.placed if p is not twin}
    return twin.figure.kind == Kind.MONEY and Kind.MONEY not in kinds


def _level(before: Line, item: Placed, old: Placed | None) -> Placed | None:
    """The last level of a sentence that a change fits, in the currency of the old value if there is one."""
    for p in reversed(before.placed[-NEARBY:]):
        again = p.role == Role.TWIN and (old is not None or _is_worth(before, p))
        told = (again or p.role in (Role.LEVEL, Role.PART)) and p.figure.kind not in (
            Kind.DURATION,
            Kind.MULTIPLE,
        )
        if (
            told
            and fits(item.figure, p.figure)
            and (old is None or comparable(p.figure, old.figure, FEW_TIMES))
        ):
            return p
        if p.role == Role.OLD:
            return None
    return None


REPRESENTS = Pattern(
    r"^\W*(?:That(?:['\u2019]s)?|This|It|They|The (?:sum|amount|total|figure|price))"
    r"(?: (?:now|currently|still))? ?"
    r"(?:represents?|represented|accounts? for|accounted for|makes? up|made up|(?:(?:is|are|was"
    r"|were) )?(?:equal|equivalent) to|equals|equaled|amounts? to"
    rf"|amounted to|works? out (?:at|to)|translates? (?:in)?to|is|was)? (?:the equivalent of )?{HEDGE}$"
)
OF_WHOLE = Pattern(rf"^ of (?:the |its |all )?(?:[\p{{L}}'\u2019-]++ ){{0,5}}?(?:of )?{HEDGE}$")
"""Between a share and what it is a share of, told as a figure ("6% of assets of $2 billion")."""
EQUAL = Pattern(r"\b(?:equal|equivalent)\b")
AT_A_RATE = Pattern(r",? at (?:current|today['\u2019]s|prevailing|the (?:current|prevailing|present)|Friday)")
SHARE_OF = Pattern(r",? of (?!the (?:total|amount)|that|this|them|it\b|which|whom)")


def said_again_of_that(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The amount of the sentence before as a share, or in another currency ("They represent 6% of loans")."""
    line, before = lines[at], lines[at - 1]
    item = line.placed[0]
    if item.role != Role.LEVEL or line.index - before.index > 1 or REPRESENTS.match(item.lead) is None:
        return
    only_is = " is " in item.lead or " was " in item.lead
    only_is, end = only_is and EQUAL.search(item.lead) is None, item.figure.end
    whole = len(line.placed) > 1 and OF_WHOLE.match(line.placed[1].lead) is not None
    share = (
        item.figure.kind in SHARES
        and not only_is
        and not whole
        and SHARE_OF.match(line.text, end) is not None
    )
    money = item.figure.kind == Kind.MONEY and AT_A_RATE.match(line.text, end) is not None
    kinds = (Kind.MONEY,) if money else (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)
    for p in reversed(before.placed[-NEARBY:]) if share or money else ():
        if p.role == Role.LEVEL and p.figure.kind in kinds and p.figure.unit != item.figure.unit:
            yield join(LinkKind.EQUIVALENT, p, item, "link.twin_of_that")
            return
