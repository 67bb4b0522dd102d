"""Check 4: parts and wholes: sums that the text draws, shares of one whole, "23 out of 32" in percent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

import regex

from parsers.findings.base import Check, Facts, Range, both, exactly, finding, same_measure, same_unit
from parsers.findings.interval import around
from parsers.findings.moves import open_ended
from parsers.findings.shares import NAME, check_counted_shares, check_parts_of, check_ratios
from parsers.findings.wording import about, amounts, name, span_of, trimmed
from parsers.findings.words import pattern, says
from parsers.model import Direction, Figure, Finding, Kind, Span, State
from parsers.patterns import compiled
from parsers.worded import worded

HUNDRED = Decimal(100)
SUMMED = frozenset({Kind.MONEY, Kind.COUNT, Kind.QUANTITY})
# A sum is looked for among so many figures before it.
MOST_PARTS = 8
# Where each of the parts is rounded by itself, a sum is off by a unit or two.
UNEVEN = Decimal(1)


def check_parts(facts: Facts) -> Iterator[Finding]:
    """The findings on sums, shares and ratios."""
    for group in facts.sentences.values():
        yield from check_ratios(facts, group)
        yield from check_counted_shares(facts, group)
        yield from _sums(facts, group)
        yield from _remainders(facts, group)
    yield from check_parts_of(facts)


# -- "A from X and B from Y, together C" ----------------------------------------------------------


def _sums(facts: Facts, group: Sequence[Figure]) -> Iterator[Finding]:
    for at, total in enumerate(group):
        if total.kind not in SUMMED or total.value is None:
            continue
        word = _sum_word(facts, group[at - 1] if at else None, total)
        if word is None:
            continue
        parts = [f for f in group[:at] if _addable(f, total) and f.end <= word.start]
        bare = total.kind is Kind.COUNT and all(part.unit is None for part in parts)
        alike = bare or any(same_unit(part, total) for part in parts)
        parts = _since_another_total(facts, parts)
        if 2 <= len(parts) <= MOST_PARTS and alike:
            yield _sum(facts, parts, total, word)


def _since_another_total(facts: Facts, parts: list[Figure]) -> list[Figure]:
    """The parts behind a total of others ("five, taking the total to 54, and four, for a total of 39")."""
    for at in range(len(parts) - 1, 0, -1):
        if " total " in facts.between(parts[at - 1], parts[at]):
            return parts[at + 1 :]
    return parts


def _addable(part: Figure, total: Figure) -> bool:
    """Whether a part counts what the total counts; "310 people here and 245 there" says so once."""
    if part.value is None:
        return False
    bare = part.kind is total.kind is Kind.COUNT and None in (part.unit, total.unit)
    return bare or same_measure(part, total)


def _sum_word(facts: Facts, previous: Figure | None, total: Figure) -> Span | None:
    """The word before a total that says it is one."""
    if previous is None:
        return None
    matches = list(pattern("checks.sum").finditer(facts.text, previous.end, total.start))
    if not matches or not _comes_to().fullmatch(facts.text, matches[-1].end(), total.start):
        return None
    if facts.text[previous.end : matches[-1].start()].endswith(" by "):
        return None  # "reducing its profit by a total of"
    return Span(matches[-1].start(), matches[-1].end())


def _sum(facts: Facts, parts: list[Figure], total: Figure, word: Span) -> Finding:
    stated = both(total)
    for some in (parts, _changes(facts, parts)):
        for first in range(len(some) - 1):
            added = _add(some[first:])
            if added.meets(stated):
                message = f"{_joined(some[first:])} add up to {name(total)}, as printed."
                return _sum_finding(State.AGREES, some[first:], total, added, word, message)
    added = _add(parts)
    shown = about(added.printed, added.value, total, *parts)
    near = _near(parts, added, stated)
    more = _over_so_many().match(facts.after(total)) is not None
    if near or more or any(map(open_ended, (*parts, total))) or _linked(facts, parts):
        why = "each part is rounded by itself" if near else "they may not be all of its parts"
        message = f"{_joined(parts)} add up to {shown}; whether {name(total)} fits cannot be said, as {why}."
        return _sum_finding(State.CANNOT_CHECK, parts, total, added, word, message)
    message = f"{_joined(parts)} add up to {shown}, not {name(total)}."
    return _sum_finding(State.DISAGREES, parts, total, added, word, message)


def _sum_finding(
    state: State, parts: Sequence[Figure], total: Figure, added: Range, word: Span, message: str
) -> Finding:
    formula = f"{' + '.join(name(p) for p in parts)} = {amounts(added.printed, total)}; stated {name(total)}"
    figures = [*parts, total]
    return finding(NAME, state, figures, message, formula=formula, evidence=[word], expected=added.printed)


def _changes(facts: Facts, parts: Sequence[Figure]) -> list[Figure]:
    """The parts without the levels between which they lie ("by 55, from 89 to 144, and by 17, ...")."""
    return [p for p in parts if p.id not in facts.between_levels]


def _near(parts: Sequence[Figure], added: Range, stated: Range) -> bool:
    """Whether a sum is off by no more than a printed step or two, as sums of rounded parts are."""
    if any(map(open_ended, parts)):
        return False
    room = max((p.precision or Decimal(0) for p in parts), default=Decimal(0)) * UNEVEN
    wide = added.rounded.high - added.rounded.low + 2 * room
    return around(added.rounded.middle, wide).meets(stated.rounded)


def _add(parts: Sequence[Figure]) -> Range:
    added = exactly(0)
    for part in parts:
        added += both(part)
    return added


def _linked(facts: Facts, parts: Sequence[Figure]) -> bool:
    """Whether two of the parts are one thing at two times, or one amount in two forms."""
    return any(frozenset((a.id, b.id)) in facts.linked for a, b in combinations(parts, 2))


def _joined(parts: Sequence[Figure]) -> str:
    names = [name(p) for p in parts]
    return ", ".join(names[:-1]) + " and " + names[-1]


# -- "A owns 55 percent and B the remaining 40 percent" -------------------------------------------


def _remainders(facts: Facts, group: Sequence[Figure]) -> Iterator[Finding]:
    """Percentages of one whole of which the last one is called the rest."""
    shares = [f for f in group if f.unit == "percent" and f.value is not None]
    for at, rest in enumerate(shares):
        before = _rest().search(facts.text, max(rest.start - 30, shares[at - 1].end if at else 0), rest.start)
        if not at or at > 6 or before is None or any(f.direction is not Direction.NONE for f in shares):
            continue
        parts = shares[: at + 1]
        inner = facts.text[parts[0].start : rest.end]
        if says(inner, "caveat") or any(map(open_ended, parts)) or len(group) != len(shares):
            continue
        if len({hit["of"] for part in parts if (hit := _of_what().match(facts.after(part)))}) > 1:
            continue  # "two percent of the common stock and the remaining 40 percent of Calder"
        others = _others().search(facts.before(parts[0])) is not None
        yield _whole(parts, inner, Span(before.start(), before.end()), others)


def _whole(parts: list[Figure], inner: str, word: Span, others: bool) -> Finding:
    for first in range(len(parts) - 1):
        if Decimal(100) in _add(parts[first:]).rounded:
            parts = parts[first:]
            message = f"{_joined(parts)} make up the whole."
            return finding(NAME, State.AGREES, parts, message, formula=_hundred(parts), evidence=[word])
    added = _add(parts).rounded
    room = UNEVEN * len(parts)
    changing = pattern(*(f"directions.{k}" for k in ("verb", "act", "before"))).search(inner) is not None
    doubtful = changing or others or abs(added.middle - HUNDRED) <= room or _repeated(parts)
    total = trimmed(_add(parts).value, 4)
    message = f"{_joined(parts)} are said to make up a whole, but add up to {total} percent."
    if doubtful:
        end = "whether they are shares of one whole cannot be said"
        message = f"{_joined(parts)} add up to {total} percent; {end}."
    state = State.CANNOT_CHECK if doubtful else State.DISAGREES
    return finding(NAME, state, parts, message, formula=_hundred(parts), evidence=[word])


def _hundred(parts: Sequence[Figure]) -> str:
    terms = " + ".join(name(p) for p in parts)
    return f"{terms} = {span_of(_add(parts).printed)} percent; a whole is 100 percent"


def _repeated(parts: Sequence[Figure]) -> bool:
    """One share said twice is no second part."""
    return len({p.value for p in parts}) < len(parts) and len(parts) > 2


@cache
def _comes_to() -> regex.Pattern[str]:
    """Between "together" and the sum: nothing, or "that is", "they come to"."""
    return compiled(
        r"[,:]?(?:\s(?:that|it|they|this|these))?"
        r"(?:\s(?:is|are|was|were|makes?|made|comes?\sto|came\sto|adds?\sup\sto|added\sup\sto))?"
        r"(?:\s(?:about|around|some|roughly|nearly|almost|a\stotal\sof))?\s"
    )


@cache
def _of_what() -> regex.Pattern[str]:
    """Behind a share: that of which it is one."""
    return compiled(r"(?: \p{L}+){0,2}? of (?P<of>(?:(?:the|its) )?[\p{L}-]+(?: (?!and\b)[\p{L}-]+)?)")


@cache
def _others() -> regex.Pattern[str]:
    """Before the first share, where the text has told of more: "other partners hold 20 percent"."""
    return compiled(r"(?i)\b(?:others?|another|also|further)\b")


@cache
def _over_so_many() -> regex.Pattern[str]:
    """Behind a sum: over how many years it goes, of which the parts may be fewer."""
    return compiled(
        r"(?:\s[\p{L}]+){0,3}\s(?:over|in|within|during|across)\s(?:the\s)?(?:[\p{L}-]+\s){1,2}(?:year|quarter|month|week)s"
    )


@cache
def _rest() -> regex.Pattern[str]:
    """The rest of a whole; "the bank's remaining stake" is that of one holder."""
    return worded(
        r"(?i)(?<!\p{L}|\p{L}['\u2019]s\s|\b(?:its|their|his|her)\s)<<checks.rest>>\s(?:about\s|some\s)?\Z"
    )


CHECK = Check(
    name=NAME,
    title="Parts and wholes",
    needs="parts with the sum that the text gives, shares of one whole, or a ratio with its percentage",
    decides="the sum, the whole or the quotient lies within the printed digits",
    run=check_parts,
    examples=(
        ("It hired 310 people in Lyon and 245 in Turin, together 655 people.", "add up to 555"),
        (
            "The pension fund owns 55.0 percent and the family the remaining 40.0 percent.",
            "add up to 95 percent",
        ),
        ("The drug helped 18 out of 24 patients, or 85 percent.", "is 75 percent"),
    ),
    rejects=(
        "It hired 310 people in Lyon and 245 in Turin, together 555 people.",
        "The pension fund owns 55.0 percent and the family the remaining 45.0 percent.",
        "The drug helped 18 out of 24 patients, or 75 percent.",
    ),
)
