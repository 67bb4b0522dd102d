"""What a sentence says of the amount of the one before it: "That is 11% more than the 76 of 2013"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.changes import fits
from parsers.links.comparing import FEW_TIMES, comparable
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.model import Kind, Link, LinkKind

THAT_IS = Pattern(
    r"^\W*(?:That(?:['\u2019]s)?|This|It|They|The (?:cash )?(?:figure|total|number|amount|price|sum|rate))"
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
    r"[^.;]{0,80}\b(?:analysts?|economists|consensus|expected|forecast|estimate|expect|average|polled|required"
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


def _level(before: Line, item: Placed, old: Placed | None) -> Placed | None:
    """The last level of a sentence that a change fits, in the currency of the old value if there is one."""
    for p in reversed(before.placed[-NEARBY:]):
        roles = (Role.LEVEL, Role.PART) if old is None else (Role.LEVEL, Role.PART, Role.TWIN)
        told = p.role in roles and p.figure.kind not in (Kind.DURATION, Kind.MULTIPLE)
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
    r"(?:represents?|represented|(?:(?:is|are|was|were) )?(?:equal|equivalent) to|equals|equaled|amounts? to"
    rf"|amounted to|works? out (?:at|to)|translates? (?:in)?to|is|was)? (?:the equivalent of )?{HEDGE}$"
)
AT_A_RATE = Pattern(r",? at (?:current|today['\u2019]s|prevailing|the (?:current|prevailing|present)|Friday)")
SHARE_OF = Pattern(r",? of (?!the (?:total|amount)|that|this|them|it\b|which|whom)")


def said_again_of_that(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The amount of the sentence before as a share, or in another currency ("They represent 6% of loans")."""
    line, before = lines[at], lines[at - 1]
    item = line.placed[0]
    if item.role != Role.LEVEL or line.index - before.index > 1 or REPRESENTS.match(item.lead) is None:
        return
    end, only_is = item.figure.end, " is " in item.lead or " was " in item.lead
    share = item.figure.kind in SHARES and not only_is and SHARE_OF.match(line.text, end) is not None
    money = item.figure.kind == Kind.MONEY and AT_A_RATE.match(line.text, end) is not None
    kinds = (Kind.MONEY,) if money else (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)
    for p in reversed(before.placed[-NEARBY:]) if share or money else ():
        if p.role == Role.LEVEL and p.figure.kind in kinds and p.figure.unit != item.figure.unit:
            yield join(LinkKind.EQUIVALENT, p, item, "link.twin_of_that")
            return
