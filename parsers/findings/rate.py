"""Check 1: amounts that are given in two currencies at one time share a rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from parsers.findings.base import Check, Facts, Range, finding
from parsers.findings.interval import Interval
from parsers.findings.overlap import largest
from parsers.findings.pairs import Pair, Time, find_pairs, oriented, per
from parsers.findings.stated import Stated, find_stated
from parsers.findings.wording import about, amounts, days, digits, listed, name, span_of
from parsers.model import Finding, Span, State

NAME = "implied-rate"

# Rates that lie no further apart are one rate: of two days, or a day's and a period's average.
SAME = Decimal("0.004")
# Rates must lie further apart than this to be called different; between the two nothing is said.
DIFFERENT = Decimal("0.012")
# A factor is called a slip of scale where it is this near to a power of ten.
FACTORS = (10, 100, 1_000, 1_000_000)
NEAR = Interval(Decimal("0.85"), Decimal("1.18"))

# Of so many pairs without a stated time one that differs from all the others can be named.
MANY = 4

Witness: TypeAlias = Pair | Stated


def check_rates(facts: Facts) -> Iterator[Finding]:
    """The findings on the pairs of each two currencies."""
    stated = find_stated(facts)
    for units, pairs in find_pairs(facts).items():
        witnesses = [oriented(s, pairs[0]) for s in stated if s.units == units]
        if len({s.rate for s in witnesses}) > 1:
            witnesses = []
        slips = list(_slips(pairs, witnesses))
        for slip, others in slips:
            yield _slip_of_scale(slip, others)
        slipped = {id(slip) for slip, _ in slips}
        rest = [pair for pair in pairs if id(pair) not in slipped]
        for group in _times(rest, witnesses):
            yield from _one_time(group, witnesses)


# -- slips of scale -------------------------------------------------------------------------------


def _slips(pairs: Sequence[Pair], stated: Sequence[Stated]) -> Iterator[tuple[Pair, Members]]:
    """Pairs whose rate is ten, a hundred, a thousand or a million times that of most others."""
    every: list[Witness] = [*pairs, *stated]
    rates = [w.rate.value for w in every]
    if len(rates) < 2:
        return
    middle = sorted(rates)[len(rates) // 2]
    others = Members(w for w in every if _near(w.rate.value, middle))
    apart = [pair for pair in pairs if not _near(pair.rate.value, middle)]
    if 2 * len(others) >= len(rates):
        yield from ((pair, others) for pair in apart if _factor(pair.rate.value / middle))


def _near(one: Decimal, other: Decimal) -> bool:
    return one / other in NEAR


def _factor(ratio: Decimal) -> int | None:
    larger = ratio if ratio >= 1 else 1 / ratio
    return next((factor for factor in FACTORS if larger / factor in NEAR), None)


def _slip_of_scale(pair: Pair, others: Members) -> Finding:
    rate = others.narrowest
    factor = _factor(pair.rate.value / rate.value) or 1
    expected = pair.expected(rate)
    either = "" if len(others) > 1 else " (or the other amount is the one that slipped)"
    message = (
        f"{pair.written} implies a rate of {pair.shown_rate} {per(pair)}, about {factor:,} times away from "
        f"{others.shown} elsewhere in the text: this looks like a slip of scale; "
        f"at that rate it would be about {about(expected.printed, expected.value, pair.converted)}{either}."
    )
    return _finding(State.DISAGREES, [pair], others, message, expected)


# -- times ----------------------------------------------------------------------------------------


def _times(pairs: list[Pair], stated: Sequence[Stated]) -> Iterator[list[Pair]]:
    """The pairs by time.  Those of no stated time stand with each other, or with those whose rate they have.

    All of them are one group where a single rate fits them all, or all but one of the undated.
    """
    if len(pairs) < 2:
        yield from [pairs] if pairs else []
        return
    witnesses: list[Witness] = [*pairs, *stated[:1]]
    every = largest([w.rate.rounded for w in witnesses], SAME)
    inside = set(every.members)
    outside = [pair for n, pair in enumerate(pairs) if n not in inside]
    if not outside or (
        every.unique and len(outside) == 1 and len(pairs) >= MANY and not any(p.dated for p in pairs)
    ):
        yield pairs
        return
    times: dict[Time, list[Pair]] = {}
    for pair in pairs:
        times.setdefault(pair.time, []).append(pair)
    yield from times.values()


# -- one time -------------------------------------------------------------------------------------


def _one_time(pairs: Sequence[Pair], stated: Sequence[Stated]) -> Iterator[Finding]:
    """The findings on pairs of one time, with the rate that the text states, if it does."""
    witnesses: list[Witness] = [*pairs, *stated[:1]]
    if len(witnesses) == 1:
        yield _alone(pairs[0])
        return
    # Both readings of the printed digits are open as long as nothing disagrees.
    agreement = largest([w.rate.rounded for w in witnesses], SAME)
    members = Members(witnesses[n] for n in agreement.members)
    inside = set(agreement.members)
    others = [w for n, w in enumerate(witnesses) if n not in inside]
    if not others:
        yield _agree(members)
    elif agreement.unique and len(members) > len(others) and len(members) > 1:
        yield _agree(members)
        for other in others:
            yield _outlier(other, members, agreement.common)
    else:
        yield from _no_majority(witnesses)


def _alone(pair: Pair) -> Finding:
    message = (
        f"{pair.written} implies {pair.shown_rate} {per(pair)}; no other amounts of that time "
        "are given in both currencies, so the rate cannot be checked."
    )
    return _finding(State.CANNOT_CHECK, [pair], Members(), message, None)


def _agree(members: Members) -> Finding:
    pairs = [w for w in members if isinstance(w, Pair)]
    stated = [w for w in members if isinstance(w, Stated)]
    what = pairs[0].written if len(pairs) == 1 else f"The {len(pairs)} conversions{_when(pairs)}"
    verb = "agree" if len(pairs) > 1 else "agrees"
    joint = f"{verb} with the rate that the text states" if stated else "share one rate"
    message = f"{what} {joint}: {members.shown} {per(pairs[0])}."
    return _finding(State.AGREES, pairs, Members(stated), message, None)


def _outlier(other: Witness, members: Members, common: Interval) -> Finding:
    if isinstance(other, Stated):
        pairs = [w for w in members if isinstance(w, Pair)]
        message = (
            f"The text states a rate of {digits(other.rate.value)} {per(pairs[0])}, "
            f"but its {len(pairs)} conversions imply {Members(pairs).shown}."
        )
        state = State.DISAGREES if other.rate.rounded.gap(common) > DIFFERENT else State.CANNOT_CHECK
        return _finding(state, [], Members((other, *pairs)), message, None)
    expected = other.expected(members.narrowest)
    implied = f"{other.written} implies {other.shown_rate} {per(other)}"
    if other.rate.rounded.gap(common) <= DIFFERENT:
        message = (
            f"{implied}, slightly off {members.shown}{_when([other])}: rates of two days differ as much, "
            "so nothing can be said."
        )
        return _finding(State.CANNOT_CHECK, [other], members, message, expected)
    message = (
        f"{implied}, while {members.sources}{_when([other])} {_imply(members)} {members.shown}: "
        f"at that rate it would be about {about(expected.printed, expected.value, other.converted)}."
    )
    return _finding(State.DISAGREES, [other], members, message, expected)


def _no_majority(witnesses: Sequence[Witness]) -> Iterator[Finding]:
    pairs = [w for w in witnesses if isinstance(w, Pair)]
    lowest = min(witnesses, key=lambda w: w.rate.rounded.high)
    highest = max(witnesses, key=lambda w: w.rate.rounded.low)
    apart = lowest.rate.gap(highest.rate) > DIFFERENT
    stated = [w for w in witnesses if isinstance(w, Stated)]
    rates = listed([f"{p.written} implies {p.shown_rate}" for p in pairs[:4]])
    if stated:
        rates += f", while the text states {digits(stated[0].rate.value)}"
    end = (
        "these cannot all be one rate, and the text does not show which is wrong."
        if apart
        else "rates of two days differ as much, so nothing can be said."
    )
    message = f"{rates} {per(pairs[0])}{_when(pairs)}: {end}"
    expected = pairs[-1].expected(witnesses[0].rate) if len(pairs) > 1 else pairs[0].expected(stated[0].rate)
    yield _finding(
        State.DISAGREES if apart else State.CANNOT_CHECK, pairs, Members(stated), message, expected
    )


# -- words ----------------------------------------------------------------------------------------

MOST_SHOWN = 24
"""Of how many other pairs the places are kept: a text may hold thousands."""


def _finding(
    state: State, pairs: Sequence[Pair], others: Members, message: str, expected: Range | None
) -> Finding:
    figures = [f for pair in pairs for f in (pair.given, pair.converted)]
    spans: list[Span] = []
    for other in others[:MOST_SHOWN]:
        if isinstance(other, Pair):
            spans += [
                Span(other.given.start, other.given.end),
                Span(other.converted.start, other.converted.end),
            ]
        else:
            spans.append(other.span)
            if not pairs:
                figures.append(other.figure)
    parts = [f"{name(p.over)} / {name(p.under)} = {span_of(p.rate.printed)}" for p in pairs[:6]]
    if expected and len(pairs) == 1 and others:
        sign = "×" if pairs[0].converted is pairs[0].over else "/"
        rate = span_of(others.narrowest.printed)
        parts.append(
            f"{name(pairs[0].given)} {sign} {rate} = {amounts(expected.printed, pairs[0].converted)}"
        )
    formula = "; ".join(parts) or None
    return finding(
        NAME,
        state,
        figures,
        message,
        formula=formula,
        expected=expected.printed if expected else None,
        evidence=spans,
    )


class Members(tuple[Witness, ...]):
    """Witnesses that stand together; what each finding on another says of them is worked out once."""

    @cached_property
    def narrowest(self) -> Range:
        """The rate that says most."""
        return min((w.rate for w in self), key=lambda r: r.printed.high - r.printed.low)

    @cached_property
    def shown(self) -> str:
        """Their rates: "7.017 and 7.018"; the ends only, where they are many."""
        rates = sorted({w.shown_rate if isinstance(w, Pair) else digits(w.rate.value) for w in self})
        return listed(rates) if len(rates) < 4 else f"{rates[0]} to {rates[-1]}"

    @cached_property
    def sources(self) -> str:
        """Where they stand: "the other two pairs and the stated rate"."""
        pairs = sum(isinstance(w, Pair) for w in self)
        others = {0: "", 1: "the other pair", 2: "the other two pairs"}.get(pairs, f"the other {pairs} pairs")
        stated = "the stated rate" if pairs < len(self) else ""
        return listed([s for s in (others, stated) if s])


def _imply(members: Sequence[Witness]) -> str:
    return "implies" if len(members) == 1 else "imply"


def _when(pairs: Sequence[Pair]) -> str:
    time = pairs[0].time
    same = isinstance(time, tuple) and all(pair.time == time for pair in pairs)
    return f" for {days(*time)}" if same and isinstance(time, tuple) else ""


CHECK = Check(
    name=NAME,
    title="Implied rate",
    needs="two amounts that are given in two currencies for the same time, or one and a stated rate",
    decides="the quotients share a number within the printed digits; up to 1.2 % apart nothing is accused",
    run=check_rates,
    examples=(
        (
            (
                "In the quarter ended June 30, 2023 sales were 81.20 billion yen ($580 million), "
                "operating profit was "
                "16.24 billion yen ($116 million) and net profit was 9.80 billion yen ($78 million)."
            ),
            "it would be about $70 million",
        ),
        (
            "The bids were 400 million pounds ($508 million) and 450 million pounds ($531 million).",
            "does not show which is wrong",
        ),
    ),
    rejects=(
        "The bids were 400 million pounds ($508 million) and 450 million pounds ($571.5 million).",
        "In 2012 it paid 300 million euros ($390 million). In 2022 it paid 300 million euros ($300 million).",
    ),
)
