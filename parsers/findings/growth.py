"""Check 2: a change, the level that it led to, and the level before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parsers import lexicon
from parsers.findings.base import SHARES, Check, Facts, Range, both, exactly, finding
from parsers.findings.interval import Interval
from parsers.findings.moves import Move, moves_of, of_a_currency, sign
from parsers.findings.wording import about, amount, amounts, name, span_of, trimmed
from parsers.model import Figure, Finding, Kind, State

NAME = "growth"

HUNDRED = Decimal(100)
# Changes are often cut off instead of rounded: within one printed step nothing is called wrong.
CUT = Decimal(1)


def check_growth(facts: Facts) -> Iterator[Finding]:
    """The findings on the moves of levels that are not shares themselves (those: check "points")."""
    for move in moves_of(facts):
        if move.new.kind in SHARES and not move.differences():
            continue
        if move.old is not None and move.changes:
            yield from _with_both_ends(facts, move, move.old)
        elif move.old is None:
            yield from _without_base(move)


# -- both ends are stated -------------------------------------------------------------------------


def _with_both_ends(facts: Facts, move: Move, old: Figure) -> Iterator[Finding]:
    percents = move.percents() if move.new.kind not in SHARES else []
    for changes in (percents, move.differences()):
        found = [_judge(facts, move, old, change, len(changes)) for change in changes]
        # Of two changes of one level only one may belong to the old value that is given.
        fitting = [f for f in found if f.state is State.AGREES]
        yield from fitting or found


def _judge(facts: Facts, move: Move, old: Figure, change: Figure, rivals: int) -> Finding:
    implied = _implied(move.new, old, change)
    stated = both(change)
    signs = [sign(change)] if sign(change) else [1, -1]
    fits = any(_signed(stated, way).meets(implied) for way in signs)
    opposite = _signed(stated, -signs[0]).meets(implied)
    shown = _shown_change(implied, change)
    ends = f"from {name(old)} to {name(move.new)}"
    formula = _formula(move.new, old, change, implied.printed)
    figures = [change, move.new, old]
    if fits:
        message = f"{name(change)} fits: {ends} is {shown}."
        return finding(NAME, State.AGREES, figures, message, formula=formula, expected=implied.printed)
    contrary = _of_another_time(facts, move, change, implied)
    if move.doubtful or contrary or rivals > 1 or opposite or _cut_off(stated, implied, change):
        doubt = _doubt(move, rivals, opposite, contrary)
        message = f"{name(change)} cannot be checked: {doubt}; {ends} is {shown}."
        return finding(NAME, State.CANNOT_CHECK, figures, message, formula=formula, expected=implied.printed)
    message = f"{name(change)} does not fit its two ends: {ends} is {shown}."
    return finding(NAME, State.DISAGREES, figures, message, formula=formula, expected=implied.printed)


def _of_another_time(facts: Facts, move: Move, change: Figure, implied: Range) -> bool:
    """Whether a change is hardly that from an old value which the text only sets beside the new one.

    "Fell by 3 to 749, against 917 a year ago": the 3 are those of the week.
    """
    contrary = sign(change) * implied.value < 0
    if move.firm:
        return contrary and of_a_currency(facts, move)
    sizes = sorted((abs(implied.value), abs(change.value or Decimal(0))))
    return contrary or sizes[1] > ANOTHER * sizes[0] or _is_done_to_it(facts, change)


ANOTHER = 3


def _is_done_to_it(facts: Facts, change: Figure) -> bool:
    """Whether something brings a change about, which is its share alone ("the tax cut profit by $2")."""
    place = next((e for e in change.evidence if e.field == "direction"), None)
    if place is None or not facts.between(place, change).endswith(" by "):
        return False
    word = facts.text[place.start : place.end]
    return bool(lexicon.surfaces("directions.act").find(word)) or word.lower().startswith("cut")


def _implied(new: Figure, old: Figure, change: Figure) -> Range:
    """The change that two levels imply, in the unit of the stated one."""
    if change.kind is Kind.PERCENT:
        return (both(new) / both(old) - exactly(1)) * exactly(HUNDRED)
    if change.kind is Kind.MULTIPLE:
        return both(new) / both(old)
    return both(new) - both(old)


def _signed(stated: Range, way: int) -> Range:
    """A stated change with its direction; digits that carry their own minus keep it."""
    return stated if way > 0 or stated.printed.high < 0 else -stated


def _cut_off(stated: Range, implied: Range, change: Figure) -> bool:
    step = (change.precision or Decimal(0)) * CUT
    wide = Interval(stated.rounded.low - step / 2, stated.rounded.high + step / 2)
    return wide.meets(implied.rounded) or wide.meets((-implied).rounded)


def _doubt(move: Move, rivals: int, opposite: bool, contrary: bool) -> str:
    if move.doubtful or contrary:
        return "the text measures the change on another basis or over another time"
    if rivals > 1:
        return "the text gives several changes"
    if opposite:
        return "the change goes the other way than its ends"
    return "the difference is less than one in the last printed digit"


def _shown_change(implied: Range, change: Figure) -> str:
    if not implied.printed.bounded:
        return f"a change of {span_of(implied.printed)}"
    if change.kind is Kind.MULTIPLE:
        return f"{trimmed(implied.value, 3)} times as much"
    way = "a rise of" if implied.value >= 0 else "a fall of"
    size = abs(implied.value)
    return (
        f"{way} {trimmed(size, 3)} percent"
        if change.kind is Kind.PERCENT
        else f"{way} {amount(size, change)}"
    )


def _formula(new: Figure, old: Figure, change: Figure, implied: Interval) -> str:
    if change.kind is Kind.PERCENT:
        return f"{name(new)} / {name(old)} - 1 = {span_of(implied)} percent; stated {name(change)}"
    if change.kind is Kind.MULTIPLE:
        return f"{name(new)} / {name(old)} = {span_of(implied)}; stated {name(change)}"
    return f"{name(new)} - {name(old)} = {amounts(implied, change)}; stated {name(change)}"


# -- the level before is not stated ---------------------------------------------------------------


def _without_base(move: Move) -> Iterator[Finding]:
    percents = [c for c in move.percents() if sign(c) and move.new.kind not in SHARES]
    differences = [c for c in move.differences() if sign(c)]
    if len(percents) == 1 and len(differences) == 1:
        yield _two_changes(move, percents[0], differences[0])
        return
    for change in (*percents, *differences):
        if change.value is None or move.new.value is None:
            continue
        base = _base(move.new, change)
        if base.printed.bounded and base.printed.low > 0:
            yield _base_only(move, change, base)


def _base(new: Figure, change: Figure) -> Range:
    way = sign(change)
    if change.kind is Kind.PERCENT:
        return both(new) / (exactly(1) + _signed(both(change), way) / exactly(HUNDRED))
    if change.kind is Kind.MULTIPLE:
        return both(new) / both(change)
    return both(new) - _signed(both(change), way)


def _base_only(move: Move, change: Figure, base: Range) -> Finding:
    way = "rise" if sign(change) > 0 else "fall"
    message = (
        f"{name(move.new)} after a {way} of {name(change)} implies about "
        f"{about(base.printed, base.value, move.new)} before; the text gives no earlier value to compare."
    )
    formula = f"{_base_formula(move.new, change)} = {amounts(base.printed, move.new)}"
    return finding(
        NAME, State.CANNOT_CHECK, [change, move.new], message, formula=formula, expected=base.printed
    )


def _base_formula(new: Figure, change: Figure) -> str:
    plus = "+" if sign(change) > 0 else "-"
    if change.kind is Kind.PERCENT:
        return f"{name(new)} / (1 {plus} {trimmed(abs(change.value or Decimal(0)), 6)} / 100)"
    if change.kind is Kind.MULTIPLE:
        return f"{name(new)} / {trimmed(change.value or Decimal(1), 6)}"
    return f"{name(new)} {'-' if plus == '+' else '+'} {name(change)}"


def _two_changes(move: Move, percent: Figure, difference: Figure) -> Finding:
    """Such as "rose 13 cents, or 0.4 percent, to $35.36": the two changes must be one."""
    base = _base(move.new, difference)
    implied = _signed(both(difference), sign(difference)) / base * exactly(HUNDRED)
    stated = _signed(both(percent), sign(percent))
    shown = trimmed(abs(implied.value), 3)
    before = about(base.printed, base.value, move.new)
    formula = f"{name(difference)} / {before} = {span_of(implied.printed)} percent; stated {name(percent)}"
    figures = [percent, difference, move.new]
    if stated.meets(implied):
        state, verdict = State.AGREES, f"fits {name(percent)}"
    elif move.doubtful or (-stated).meets(implied) or _cut_off(stated, implied, percent):
        state, verdict = State.CANNOT_CHECK, f"is near {name(percent)}, or measured on another basis"
    else:
        state, verdict = State.DISAGREES, f"does not fit {name(percent)}"
    message = (
        f"{name(difference)} on the {before} that it implies before {name(move.new)} is {shown} percent, "
        f"which {verdict}."
    )
    return finding(NAME, state, figures, message, formula=formula, expected=implied.printed)


CHECK = Check(
    name=NAME,
    title="Growth and level",
    needs="a change with the level that it led to, and the level before or a second form of the change",
    decides="the change that the two levels imply within their printed digits meets the stated one",
    run=check_growth,
    examples=(
        ("Sales rose 12 percent to $55.0 million from $50.0 million.", "a rise of 10 percent"),
        ("Orders fell by 300 to 2,215 from 2,615.", "a fall of 400"),
    ),
    rejects=(
        "Sales rose 10 percent to $55.0 million from $50.0 million.",
        "Sales rose an average 12 percent a year to $55.0 million from $50.0 million.",
    ),
)
