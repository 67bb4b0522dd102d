"""Values of two times told in one breath: "was $3 million in 2023 and $4 million in 2024"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.lazy import Pattern
from parsers.links.comparing import FEW_TIMES, comparable
from parsers.links.leadrules import Role
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed, join
from parsers.links.rows import ABOUT, Line
from parsers.links.then import IN_THE_PAST
from parsers.model import Direction, Kind, Link, LinkKind, Status

TIME = (
    r"(?:(?:in|for|at|during|of) )?(?:the )?(?:fiscal (?:year )?)?"
    r"(?:(?:19|20)\d\d|last (?:year|quarter|month)|this (?:year|quarter|month)|(?:year|month) before"
    r"|(?:first|second|third|fourth|previous|prior|same)(?: (?:quarter|half|period|year|month))?"
    r"(?: of (?:(?:19|20)\d\d|last year|this year))?|an? (?:year|month|quarter) (?:ago|earlier|before))"
)
IN_TURN = Pattern(rf"^(?: [\p{{L}}-]++){{0,3}} {TIME},? and (?:(?:just|only|was|to|of|at|as) )*{HEDGE}$")
"""Between the values of two times."""
AND_TIME = Pattern(rf"(?: [\p{{L}}-]++){{0,3}} {TIME}(?=[\s,.;:)]|$)")
THIS_YEAR = Pattern(r"^(?: [\p{L}-]++){0,3} (?:in )?this (?:year|quarter|month),? and ")
YEARS = Pattern(
    r"(?: [\p{L}-]++){0,3},? (?:in|for|at|as of|during) [^.;$\p{Sc}]{0,50}?"
    r"\b(?P<first>(?:19|20)\d\d),? (?:and|versus) (?P<second>(?:19|20)\d\d),? respectively\b"
)
"""Behind the values of two years ("for the six months ended June 30, 2001 and 2000, respectively")."""
AND = Pattern(rf"^(?: [\p{{L}}-]++){{0,3}},? (?:and|versus) {HEDGE}$")
RESPECTIVELY = Pattern(r"(?: [\p{L}-]++){0,5}?,? respectively\b")


def pairs_in_turn(line: Line) -> Iterator[Link]:
    """The old and new values that a sentence tells side by side with their times."""
    for first, second in pairwise(line.placed):
        if first.role != Role.LEVEL or second.role != Role.LEVEL or " and " not in second.lead:
            continue
        if not comparable(first.figure, second.figure, FEW_TIMES):
            continue
        still = all(
            f.direction == Direction.NONE and f.status == Status.REPORTED
            for f in (first.figure, second.figure)
        )
        new = _newer(line, first, second) if still else None
        if new is not None:
            old = first if new is second else second
            yield join(LinkKind.FROM_TO, old, new, "link.old_in_turn")


def _newer(line: Line, first: Placed, second: Placed) -> Placed | None:
    """Which of two values with their times is of the later one."""
    if AND.match(second.lead) is not None and (years := YEARS.match(line.text, second.figure.end)):
        return first if years["first"] > years["second"] else second
    if IN_TURN.match(second.lead) is None or AND_TIME.match(line.text, second.figure.end) is None:
        return None
    one, two = (line.moments.get(p.figure.period or "") for p in (first, second))
    if one is None or two is None or not (one.first and one.last and two.first and two.last):
        return None
    longer = (one.last - one.first) - (two.last - two.first)
    coming = two.first > one.first and THIS_YEAR.match(second.lead) is not None
    if abs(longer) > ABOUT or one.first == two.first or coming:
        return None
    return first if one.first > two.first else second


HALF_OF = Pattern(rf"^ of (?:the|its) {HEDGE}$")
APART = Pattern(r", (?:not quite )?(?:\p{Ll}++ ){0,3}$")


def olds_of_shares(line: Line) -> Iterator[Link]:
    """The old values of which the new ones are so much ("$32, less than half of the $70 of 2022")."""
    for first, share, old in zip(line.placed, line.placed[1:], line.placed[2:], strict=False):
        if (
            share.figure.kind != Kind.RATIO
            or HALF_OF.match(old.lead) is None
            or APART.search(share.lead) is None
        ):
            continue
        then = IN_THE_PAST.match(line.text, old.figure.end) is not None
        if then and first.role == Role.LEVEL and comparable(first.figure, old.figure):
            yield join(LinkKind.FROM_TO, old, first, "link.old_of_share")


def olds_in_turn(text: str, placed: Sequence[Placed], at: int) -> tuple[Link, ...] | None:
    """Two old values told at once of two new ones ("was 41% and 29%, against 38% and 26% respectively")."""
    if placed[at].role != Role.OLD or at < 2 or at + 1 >= len(placed):
        return None
    last = placed[at + 1]
    if AND.match(last.lead) is None or RESPECTIVELY.match(text, last.figure.end) is None:
        return None
    news = [p for p in placed[max(0, at - 4) : at] if p.role in (Role.LEVEL, Role.CHANGE)][-2:]
    told = tuple(zip((placed[at], last), news, strict=False))
    if len(news) < 2 or not all(comparable(o.figure, n.figure) for o, n in told):
        return None
    return tuple(join(LinkKind.FROM_TO, old, new, "link.old_in_turn") for old, new in told)
