"""Shares: "23 out of 32, or 72 percent"; parts that are more than their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

import regex

from parsers.findings.base import Facts, Range, both, exactly, finding, same_measure
from parsers.findings.interval import around
from parsers.findings.wording import name, span_of, trimmed
from parsers.findings.words import says
from parsers.metrics import group_family
from parsers.model import Figure, Finding, Kind, LinkKind, Span, State
from parsers.numerals import read_number
from parsers.patterns import compiled

NAME = "parts-and-whole"

HUNDRED = Decimal(100)


# -- "23 out of 32, or 72 percent" ----------------------------------------------------------------


def check_ratios(facts: Facts, group: Sequence[Figure]) -> Iterator[Finding]:
    """The findings on the ratios of one sentence that are given in percent too."""
    for left, right in pairwise(group):
        ratio, share = (left, right) if left.kind is Kind.RATIO else (right, left)
        if ratio.kind is not Kind.RATIO or share.unit != "percent" or share.value is None:
            continue
        if not _same().fullmatch(facts.between(left, right)) or right.start < left.end:
            continue
        numbers = _numbers(ratio)
        if numbers is not None:
            yield _share(ratio, share, *numbers)


def _numbers(ratio: Figure) -> tuple[Range, Range] | None:
    """Part and whole of a ratio as written."""
    match = _out_of().fullmatch(ratio.text)
    if match is None:
        return None
    part, whole = read_number(match["part"]), read_number(match["whole"])
    if part is None or whole is None or part.value is None or whole.value is None:
        return None
    return _whole_number(part.value), _whole_number(whole.value)


def _whole_number(value: Decimal) -> Range:
    """A counted number is exact below a hundred; "400" and "1,000" may be rounded."""
    if value < HUNDRED or value != value.to_integral_value():
        return exactly(value)
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Range(exactly(value).printed, around(value, Decimal(10) ** zeros if zeros else Decimal(0)), value)


def _share(ratio: Figure, share: Figure, part: Range, whole: Range) -> Finding:
    written = name(ratio)
    formula = written.replace(" out of ", " / ")
    return _judge_share([ratio, share], share, part / whole * exactly(HUNDRED), written, formula)


def _judge_share(
    figures: Sequence[Figure], share: Figure, implied: Range, written: str, division: str
) -> Finding:
    shown = f"{trimmed(implied.value, 3)} percent"
    formula = f"{division} = {span_of(implied.printed)} percent; stated {name(share)}"
    if both(share).meets(implied):
        state, message = State.AGREES, f"{written} is {shown}: {name(share)} fits."
    elif _within_step(both(share), implied, share):
        state = State.CANNOT_CHECK
        message = f"{written} is {shown}; {name(share)} may be cut off instead of rounded."
    else:
        state, message = State.DISAGREES, f"{written} is {shown}, not {name(share)}."
    return finding(NAME, state, figures, message, formula=formula, expected=implied.printed)


def _within_step(stated: Range, implied: Range, figure: Figure) -> bool:
    step = figure.precision or Decimal(0)
    wide = around(stated.rounded.middle, (stated.rounded.high - stated.rounded.low) + step)
    return wide.meets(implied.rounded)


# -- a part larger than its whole, a share above 100 % --------------------------------------------


def check_parts_of(facts: Facts) -> Iterator[Finding]:
    """The findings on the parts that the text ties to their whole."""
    for link, (part, whole, *_rest) in facts.links(LinkKind.PART_OF):
        if part.unit == "percent" and part.value is not None:
            yield from _above_hundred(facts, part, whole, link.evidence)
        elif same_measure(part, whole) and part.value is not None and whole.value is not None:
            yield _part_and_whole(part, whole, link.evidence)


def check_counted_shares(facts: Facts, group: Sequence[Figure]) -> Iterator[Finding]:
    """Such as "of the 40 ships, 10 ships, or 25 percent, were idle"."""
    for part, share in pairwise(group):
        if share.unit != "percent" or share.value is None or part.kind is not Kind.COUNT or not part.value:
            continue
        found = [whole for whole in facts.wholes.get(part.id, []) if whole.value]
        if len(found) == 1 and _same().fullmatch(facts.between(part, share)) and same_measure(part, found[0]):
            implied = both(part) / both(found[0]) * exactly(HUNDRED)
            written = f"{name(part)} of {name(found[0])}"
            yield _judge_share(
                [part, found[0], share], share, implied, written, f"{name(part)} / {name(found[0])}"
            )


def _above_hundred(facts: Facts, part: Figure, whole: Figure, evidence: Span) -> Iterator[Finding]:
    if both(part).rounded.low > HUNDRED and says(facts.before(part), "claim"):
        message = f"{name(part)} is said to be a share of {name(whole)}, but no part is more than the whole."
        formula = f"{name(part)} > 100 percent"
        yield finding(NAME, State.DISAGREES, [part], message, formula=formula, evidence=[evidence])


def _is_of_a_result(whole: Figure) -> bool:
    """Whether a whole is a profit or a loss, in which gains and charges count against each other."""
    return group_family(whole.metric_name) == "profit"


def _part_and_whole(part: Figure, whole: Figure, evidence: Span) -> Finding:
    formula = f"{name(part)} ≤ {name(whole)}"
    figures = [part, whole]
    if both(part).rounded.low > both(whole).rounded.high:
        if _is_of_a_result(whole):
            message = f"{name(part)} is more than {name(whole)}, of which it is a part, as a charge may be."
            return finding(NAME, State.CANNOT_CHECK, figures, message, formula=formula, evidence=[evidence])
        message = f"{name(part)} is said to be a part of {name(whole)}, but is more than that."
        return finding(NAME, State.DISAGREES, figures, message, formula=formula, evidence=[evidence])
    message = f"{name(part)} is within {name(whole)}, of which it is a part."
    return finding(NAME, State.AGREES, figures, message, formula=formula, evidence=[evidence])


@cache
def _same() -> regex.Pattern[str]:
    """What stands between two forms of one number: ", or ", " (", ", that is "."""
    return compiled(
        r"(?:\s[\p{L}'\u2019-]+){0,3}?"
        r"(?:,?\s\(?(?:or|that is|i\.e\.|equal to|about)\s(?:about\s|around\s|some\s|roughly\s)?"
        r"|\s?\(|,\s|\s[\u2013\u2014-]\s)"
    )


@cache
def _out_of() -> regex.Pattern[str]:
    return compiled(
        r"(?P<part>.{1,40}?)(?:\sout\sof\s(?:every\s|the\s|its\s)?|\sin\s(?:every\s)?|-in-)(?P<whole>.{1,40})"
    )
