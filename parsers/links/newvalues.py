"""Which figure can be the new value of an old one."""

from __future__ import annotations

from parsers.lazy import Pattern
from parsers.links.comparing import FEW_TIMES, comparable
from parsers.links.leadrules import Role
from parsers.links.oldroles import OF_THEN
from parsers.links.others import SET_AGAINST, of_another
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.placed import Placed
from parsers.links.then import AT_A_TIME, IN_THE_PAST
from parsers.links.worded import Worded
from parsers.model import Direction, Figure, Kind, Status

EXPECTED = Pattern(
    r"(?: an?| per)?(?: share)?(?: (?:that|which))?(?: [\p{L}]++){0,3}?(?: had)?(?: been)?"
    r" (?:expected|forecast|projected|estimated|predicted|anticipated)\b"
)
OF_ANALYSTS = Pattern(
    r" (?:forecast|expected|predicted|estimated|tipped|pencil?led in) by (?:analysts|economists|the market)\b"
    r"| (?:that |which )?(?:analysts|economists|forecasters|Wall Street|investors) (?:had|were"
    r"|was)\b"
)
DIFFERENCE = Pattern(r" (?:below|above|short of|ahead of|(?:more|less|higher|lower|fewer) than)\b")
BESIDE_PART = Worded(rf"^,? (?!from )(?:<<linkwords.against>>) (?:(?:just|a mere|only) )?{HEDGE}$")
"""Between a part and what it was before ("chips gave $31 million, against just $12 million")."""
UP_FROM = Pattern(rf"\b(?:up|down) from {HEDGE}$")
BEYOND = Worded(
    rf"(?:(?:\bup|\bdown|, \p{{Ll}}+ing|, an? (?:increase|decrease|decline|drop|rise)) from"
    rf"|\b(?!from )(?:<<linkwords.against>>)) {WORDS}{{0,3}}{HEDGE}$"
)
AFTER_A = Pattern(rf"\bafter (?:an? )(?:gain|increase|rise|advance) of {HEDGE}$")
AFTER_ALONE = Pattern(rf"\bafter {HEDGE}$")
AFTER_REVISED = Pattern(rf"\b(?:after|following) (?:an? )?(?:\p{{L}}++ )?(?:revised )?{HEDGE}$")
LOST = Pattern(rf"\b(?:lost|losing|loses) {HEDGE}$")
"""Before a loss, which is a level of its own and no change of another."""
PREVIOUSLY = Pattern(
    r" (?:(?:that |which )?(?:it|they|he|she|the \p{Ll}++) (?:had )?"
    r"(?:(?:first|originally|previously|earlier|initially) )?"
    r"(?:reported|estimated|announced|forecast|predicted)"
    r"|previously|before|earlier|beforehand|originally|initially|first)\b"
)
SLOWED = Worded(
    rf"\b(?:up|down|slowing|slower|easing|cooling|accelerating|quickening|improving"
    rf"|slowdown|acceleration|improvement) (?:sharply )?from "
    rf"{WORDS}{{0,4}}{HEDGE}$"
    r"|\b(?:<<linkwords.against>>) (?:an? |its |the )?(?:previous|earlier|prior|initial|original) "
    rf"{WORDS}{{0,3}}{HEDGE}$"
)


def is_new(text: str, new: Placed, old: Placed) -> bool:
    """Whether a figure before an old value can be what that became."""
    if _only_expected(text, new.figure, old) or OF_ANALYSTS.match(text, new.figure.end) is not None:
        return False
    if old.rule in ("link.old_named", "link.old_than") and DIFFERENCE.match(text, new.figure.end):
        return False  # "$880 million, $30 million below its earlier forecast of $910 million"
    if new.role == Role.PART and UP_FROM.search(old.lead) is None and BESIDE_PART.match(old.lead) is None:
        return False
    if old.rule == "link.old_multiple" and new.figure.kind in (Kind.RATIO, Kind.MULTIPLE):
        return False  # "2.5%, half the 5% it reached in May"
    rate = new.role == Role.CHANGE and old.figure.direction != Direction.NONE
    added = _was_added(new.figure, old)
    # "grew 3.9%, slowing from 4.4%": one rate at two times.
    slowed = new.figure.kind == old.figure.kind == Kind.PERCENT and SLOWED.search(old.lead) is not None
    if old.rule == "link.old_reported" and new.figure.kind == old.figure.kind:
        return comparable(new.figure, old.figure)
    if of_another(text, old):
        return False
    revised = PREVIOUSLY.match(text, old.figure.end) is not None and new.figure.kind == old.figure.kind
    both = new.figure.kind == old.figure.kind == Kind.PERCENT
    rate = rate or (new.role == Role.CHANGE and old.rule == "link.old_than" and both)
    lost = new.role == Role.CHANGE and new.figure.kind == Kind.MONEY and LOST.search(new.lead) is not None
    then = _of_two_times(text, new.figure, old)
    owned = OF_THEN.search(old.lead) is not None and new.figure.kind == old.figure.kind
    owned = owned and comparable(
        new.figure, old.figure, FEW_TIMES
    )  # "by 4 million in May, against April's 5"
    rate = rate or (new.role == Role.CHANGE and (added or slowed or revised or then or owned))
    owners = {new.figure.subject_name, old.figure.subject_name}
    if rate and len(owners) > 1 and None not in owners:
        return False
    kinds = (Kind.PERCENT, Kind.MULTIPLE) if old.figure.kind == new.figure.kind else (Kind.PERCENT,)
    share = new.role == Role.TWIN and new.figure.kind in kinds  # "$2 million, equal to 54% of capital"
    unit = new.role == Role.PER and new.figure.per in (old.figure.per, "share")  # "or 42 cents a share"
    level = new.role in (Role.LEVEL, Role.PART) or lost or unit
    return (level or rate or share) and comparable(new.figure, old.figure)


def _was_added(new: Figure, old: Placed) -> bool:
    """Whether that many more were added than before ("added 22,000 jobs, down from 79,000")."""
    if new.kind == Kind.COUNT and old.figure.unit not in (None, new.unit):
        return False
    return new.kind in (Kind.COUNT, Kind.QUANTITY) and (
        BEYOND.search(old.lead) is not None
        or (new.direction == Direction.INCREASE and AFTER_A.search(old.lead) is not None)
        or (old.rule == "link.old_after" and AFTER_REVISED.search(old.lead) is not None)
    )


def _of_two_times(text: str, new: Figure, old: Placed) -> bool:
    """Whether two rates are one at two times: set against an older one with its time, or two outlooks."""
    if not new.kind == old.figure.kind == Kind.PERCENT:
        return False
    if Status.REPORTED not in (new.status, old.figure.status):
        return True  # "to grow 1%, rather than 1.2%"
    if old.rule == "link.old_after" and AFTER_ALONE.search(old.lead) is not None:
        return True
    past = AT_A_TIME.match(text, old.figure.end) or IN_THE_PAST.match(text, old.figure.end)
    return past is not None and SET_AGAINST.search(old.lead) is not None


def _only_expected(text: str, new: Figure, old: Placed) -> bool:
    """Whether what was expected is compared with what came: no old value."""
    behind = EXPECTED.match(text, old.figure.end) is not None
    expected = (behind and new.status == Status.REPORTED) or (
        old.figure.status != Status.REPORTED and new.status == Status.REPORTED
    )
    past = IN_THE_PAST.match(text, old.figure.end) or AT_A_TIME.match(text, old.figure.end)
    return expected and not past and "from " not in old.lead


def is_expected(old: Placed, new: Placed) -> bool:
    """Whether a figure is only what analysts expected of another ("$5 vs. $4 expected")."""
    if old.figure.status != Status.ESTIMATE or new.figure.status == Status.ESTIMATE:
        return False
    return AGAINST.search(old.lead) is not None and OWN.search(old.lead) is None


AGAINST = Pattern(
    r"\b(?:vs\.?|versus|compared (?:with|to)|compares (?:with|to)) (?:[\p{L}'\u2019-]++ ){0,6}?(?:\S+ )?$"
)
"""Before what a result is compared with."""
OWN = Pattern(r"\b(?:earlier|previous|prior|original|initial|own) ")
"""Before what somebody had expected first, and now does no more."""
