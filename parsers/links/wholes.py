"""Parts whose whole stands in a sentence before: "Of that, $5 million ...", "or 6% of the total"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from parsers import lexicon
from parsers.lazy import Pattern
from parsers.links.leads import HEDGE, Role
from parsers.links.measures import SHARES, size
from parsers.links.parts import (
    APPOSED,
    OF_IT,
    OF_THE_TOTAL,
    PLAIN,
    REMAINING,
    RESTATED,
    THAT,
    alike_measure,
    can_be_of_it,
    can_be_part,
    is_of_them,
)
from parsers.links.roles import NEARBY, Placed, family, join
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.model import Figure, Kind, Link, LinkKind, Status

OF_THAT = Worded(rf"^\W*(?:And |But )?[Oo]f {THAT}, {PLAIN}{{0,5}}{HEDGE}$")
OF_THE_THINGS = Pattern(
    r" of (?:the|these|those) (?:\p{Ll}++ )?(?P<noun>\p{Ll}{3,}s)(?!\p{L}|['\u2019-]| (?:who|that|which)\b)"
)
OF_THAT_THING = Pattern(r" of (?:that|this) (?P<noun>\p{Ll}{3,})(?!\p{L}|['\u2019-])")
OF_SOMETHING = Pattern(r" of (?:the|its|their|those|all)\b")
HUNDRED = Decimal(100)
ROUGHLY = Decimal("0.03")
"""How far from "half of the total" an amount may be that is called so."""

NEAR, FAR = 3, 4
"""How many sentences with figures back the whole of a list, or of a restated share, may stand."""


def parts_across(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The parts of a sentence whose wholes stand in the ones before it."""
    line, first = lines[at], lines[at].placed[0]
    if line.follows(lines[at - 1]):
        listed = at > 1 and COMPRISES.search(lines[at - 1].placed[0].lead) is not None
        earlier = lines[at - 2 if listed and OF_THE_SUM.match(first.lead) else at - 1].placed
        if OF_THAT.search(first.lead) or is_of_them(line, first) or REMAINING.search(first.lead):
            yield from _of_that(earlier, first)
        elif first.figure.kind != Kind.PERCENT:
            told = lines[at - 1]
            if at > 1 and line.follows(lines[at - 2]) and not any(map(_is_fact, earlier)):
                told = lines[at - 2]  # what was expected stands between
            for link in _of_the_things(line, told.placed, first):
                yield link
                yield from _what_remains(line, link, told)
                yield from _others_of_them(line, link, told)
        yield from _of_it(line, earlier)
    yield from _shares_of_a_total(lines, at)
    yield from _fills_up(lines, at)
    yield from _rest(lines, at)
    yield from _of_the_money(lines, at)
    if line.follows(lines[at - 1]) and tells_of_the_rest(line):
        yield from _before_the_rest(lines, at)
    if line.follows(lines[at - 1]) and COMPRISES.search(first.lead):
        yield from _comprised(line, lines[max(0, at - NEAR) : at])


def _is_fact(item: Placed) -> bool:
    return item.figure.status == Status.REPORTED


def _of_it(line: Line, earlier: Sequence[Placed]) -> Iterator[Link]:
    """A part "of it" that is not the first figure of its sentence: "Three airlines buy half of it"."""
    for here, item in enumerate(line.placed[1:], 1):
        told = is_of_them(line, item)
        if told and any(is_of_them(line, p) for p in line.placed[:here]):
            yield from _of_that(earlier, item)
            continue
        said = told and OF_IT.match(line.text, item.figure.end) is not None
        if said and not any(can_be_of_it(item, p) for p in line.placed[:here]):
            yield from _of_that(earlier, item)


PLAIN_WORDS = r"(?:(?!(?:and|or|to|by|from) )[\p{L}'\u2019-]++ )"
OF_THE_MONEY = Pattern(r" of (?:the|those|these|that|its) (?:(?:new|net|sale) )?(?:proceeds|money|funds)\b")
SPENDS = Pattern(r"(?i)\b(?:cost|spen[dt]|paid|pay)")
RAISES = Pattern(r"(?i)\b(?:rais|borrow|sold|sell|sale|offer|fund|issu|invest(?!or)|loan|spend)")
THE_REST = Pattern(r"(?i)\W*(?:the (?:rest|remainder|balance|other half)|what is left)\b(?! assured)")


AND_THE_REST = Pattern(r"(?i)\b(?:and|with|while) (?:the (?:rest|remainder|balance))\b")
OF_THE_SUM = Pattern(r"\W*Of (?:the|that) (?:total|amount|sum)")
COMPRISES = Pattern(
    rf"^\W*(?:The|This|That|Its?|Their) (?:[\p{{L}}'\u2019-]++ ){{0,3}}?"
    rf"(?:comprise[sd]|consist(?:s|ed) of|(?:is|was) made up of|breaks down into"
    r"|(?<=issue |offering |sale |deal |package |price |bid |offer |sum |budget |plan |total )include[sd]?) "
    rf"{PLAIN_WORDS}{{0,4}}{HEDGE}$"
)


def tells_of_the_rest(line: Line) -> bool:
    """Whether a sentence, behind its last figure, or the next one speaks of "the rest"."""
    if THE_REST.match(line.text, line.span.end) is not None:
        return True
    return AND_THE_REST.search(line.text, line.placed[-1].figure.end, line.span.end) is not None


AND_MORE = Pattern(rf"(?:,|\band) (?:an? |another )?(?:[\p{{L}}-]++ ){{0,4}}{HEDGE}$")


def _comprised(line: Line, before: Sequence[Line]) -> Iterator[Link]:
    """The parts that a sentence of its own lists ("The deal comprises $8 million in cash and ...")."""
    first = line.placed[0]
    for whole in (p for earlier in reversed(before) for p in earlier.placed[:NEARBY]):
        figure = whole.figure
        level = whole.role == Role.LEVEL and figure.per is None and size(figure) > size(first.figure)
        if not level or not alike_measure(figure, first.figure):
            continue
        left = size(figure)
        for item in line.placed[:NEARBY]:
            if not alike_measure(item.figure, figure):
                continue
            listed = item is first or AND_MORE.search(item.lead) is not None
            if size(item.figure) > left or not listed:
                break
            left -= size(item.figure)
            yield join(LinkKind.PART_OF, item, whole, "link.comprised")
        return


def _of_the_money(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """A part of what was raised or sold before: "About $5 million of the proceeds"."""
    for here, item in enumerate(lines[at].placed):
        if OF_THE_MONEY.match(lines[at].text, item.figure.end) is None or item.role == Role.PER:
            continue
        near = [(lines[at], lines[at].placed[:here])]
        near += [(line, line.placed[:NEARBY]) for line in reversed(lines[max(0, at - 2 * FAR) : at])]
        for line, placed in near:
            raised = RAISES.search(line.text, line.span.start, line.span.end) is not None
            share = item.figure.kind in SHARES
            raised = raised or (
                share and SPENDS.search(line.text, line.span.start, line.span.end) is not None
            )
            found = [p for p in placed if raised and p.role == Role.LEVEL and _is_money_for(item, p)]
            if found:
                yield join(LinkKind.PART_OF, item, found[0], "link.of_the_money")
                break


def _is_money_for(part: Placed, whole: Placed) -> bool:
    money = whole.figure.kind == Kind.MONEY and whole.figure.per is None and " total " not in whole.lead
    return money and can_be_part(part.figure, whole.figure)


def _before_the_rest(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The amount of a sentence before "The rest ...": part of the larger one that was told before it."""
    before = [p for p in lines[at].placed[-NEARBY:] if p.role in (Role.LEVEL, Role.PART)]
    part = before[-1] if before else None
    if part is None or part.figure.kind not in (Kind.MONEY, Kind.COUNT, Kind.QUANTITY):
        return
    earlier = [p for line in reversed(lines[max(0, at - 2 * FAR) : at]) for p in line.placed[:NEARBY]]
    for p in (*reversed(before[:-1]), *earlier):
        level = p.role in (Role.LEVEL, Role.CHANGE) and alike_measure(p.figure, part.figure)
        level = level and p.figure.per is None and (family(part.figure) in (None, family(p.figure)))
        if level and size(p.figure) > size(part.figure):
            yield join(LinkKind.PART_OF, part, p, "link.before_the_rest")
            return


def _of_that(earlier: Sequence[Placed], part: Placed) -> Iterator[Link]:
    """What the sentence before gave first is what it is about."""
    for p in earlier[:NEARBY]:
        if p.role == Role.LEVEL and can_be_part(part.figure, p.figure):
            yield join(LinkKind.PART_OF, part, p, "link.of_that")
            return


def _of_the_things(line: Line, earlier: Sequence[Placed], part: Placed) -> Iterator[Link]:
    """Some of the things that the sentence before told the number of: "$5 million of the bonds"."""
    named = OF_THE_THINGS.match(line.text, part.figure.end) or OF_THAT_THING.match(line.text, part.figure.end)
    for p in reversed(earlier[-NEARBY:]) if named is not None else ():
        added = p.role in (Role.CHANGE, Role.OLD) and p.figure.kind == Kind.COUNT
        level = (p.role == Role.LEVEL or added) and can_be_part(part.figure, p.figure)
        if level and named is not None and is_called(line.text, p.figure, named["noun"]):
            yield join(LinkKind.PART_OF, part, p, "link.of_the_things")
            return


THE_REST_IS = Pattern(rf"(?i)^\W*the (?:rest|remainder|balance|other \p{{L}}++), {HEDGE}$")


def _rest(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """What is left of a whole: "It sold $5 million of its $9 million. The rest, $4 million, will be ..."."""
    item, before = lines[at].placed[0], lines[at - 1].placed[-NEARBY:]
    if THE_REST_IS.match(item.lead) is None or not lines[at].follows(lines[at - 1]):
        return
    like = [p for p in before if alike_measure(p.figure, item.figure)]
    for whole in like:
        if any(size(p.figure) + size(item.figure) == size(whole.figure) for p in like):
            yield join(LinkKind.PART_OF, item, whole, "link.remaining")
            return


def _fills_up(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """What remains and a part before it, which add up to what was told further back."""
    placed = lines[at].placed
    for here, item in enumerate(placed[1:NEARBY], 1):
        other = placed[here - 1]
        pair = alike_measure(item.figure, other.figure) and REMAINING.search(item.lead) is not None
        if not pair or size(item.figure) == 0:
            continue
        total = size(item.figure) + size(other.figure)
        near = (p for line in reversed(lines[max(0, at - 2 * FAR) : at]) for p in line.placed[:NEARBY])
        whole = next(
            (p for p in near if alike_measure(p.figure, item.figure) and size(p.figure) == total), None
        )
        if whole is not None:
            yield join(LinkKind.PART_OF, other, whole, "link.remaining")
            yield join(LinkKind.PART_OF, item, whole, "link.remaining")


def _what_remains(line: Line, link: Link, before: Line) -> Iterator[Link]:
    """What remains of a whole of which the sentence told a part: "and holders the remaining 700,000"."""
    whole = next(p for p in before.placed if p.figure.id == link.figures[1])
    for item in line.placed[1:NEARBY]:
        like = alike_measure(item.figure, line.placed[0].figure) and size(item.figure) < size(whole.figure)
        if like and REMAINING.search(item.lead):
            yield join(LinkKind.PART_OF, item, whole, "link.remaining")


AND_OTHERS = Pattern(
    rf"^.{{0,60}}?(?:,| and|, and) (?:[\p{{L}}'\u2019-]++ ){{1,4}}(?:for |another )?{HEDGE}$"
)


def _others_of_them(line: Line, link: Link, before: Line) -> Iterator[Link]:
    """Bare numbers listed behind some of the things ("61,000 of the new jobs and shops for 45,000")."""
    whole = next(p for p in before.placed if p.figure.id == link.figures[1])
    left = size(whole.figure) - size(line.placed[0].figure)
    for item in line.placed[1:NEARBY]:
        figure = item.figure
        bare = figure.kind == Kind.COUNT and (figure.unit is None or "unit" in figure.inferred)
        if not bare or size(figure) > left or AND_OTHERS.match(item.lead) is None:
            return
        left -= size(figure)
        yield join(LinkKind.PART_OF, item, whole, "link.of_the_things")


IN_THINGS = Pattern(r" (?:in|of) (?:(?!and to|that|which)[\p{Ll}-]++ ){0,5}?(?P<noun>\p{Ll}{3,}s)\b")


def is_called(text: str, figure: Figure, noun: str) -> bool:
    """Whether a figure counts or measures the things of this name."""
    told = IN_THINGS.match(text, figure.end)
    if told is not None and told["noun"] == noun:
        return True
    words = (figure.text.split()[-1], figure.metric.text.split()[-1] if figure.metric else "")
    called = lexicon.find("metrics.noun", noun)
    counted = lexicon.find("metrics.noun", words[0]) if figure.kind == Kind.COUNT else ()
    same = bool(called) and called[0].id in (figure.metric_name, *(entry.id for entry in counted[:1]))
    same = same and (figure.kind == Kind.COUNT or not noun.endswith("s"))
    return noun in words or same


def _shares_of_a_total(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """A share that restates an amount ("or 12% of the total"), and the amount before of which it is one."""
    placed = lines[at].placed
    for here, item in enumerate(placed[1:], 1):
        restates = item.figure.kind == Kind.PERCENT and RESTATED.search(item.lead) is not None
        share = item.figure.kind in (Kind.PERCENT, Kind.RATIO) and APPOSED.search(item.lead) is not None
        restates = restates or (share and OF_THE_TOTAL.match(lines[at].text, item.figure.end) is not None)
        if not restates or OF_SOMETHING.match(lines[at].text, item.figure.end) is None:
            continue
        amount = placed[here - 1]
        near = reversed(lines[max(0, at - FAR) : at])
        earlier = [p for line in near for p in reversed(line.placed[-NEARBY:])]

        for p in (*reversed(placed[max(0, here - NEARBY) : here - 1]), *earlier):
            whole = p.role in (Role.LEVEL, Role.PART) and alike_measure(p.figure, amount.figure)
            if whole and p.figure.per is None and _is_share(amount.figure, item.figure, p.figure):
                yield join(LinkKind.PART_OF, item, p, "link.share_of_total")
                break


def _is_share(amount: Figure, share: Figure, whole: Figure) -> bool:
    """Whether an amount is that share of a whole, as closely as the three are printed."""
    if share.value is None or not 0 < size(amount) < size(whole):
        return False
    if share.kind == Kind.RATIO:
        return abs(share.value - size(amount) / size(whole)) <= ROUGHLY
    half = [(f.precision or Decimal(0)) / 2 for f in (amount, share, whole)]
    low = (size(amount) - half[0]) / (size(whole) + half[2]) * HUNDRED
    high = (size(amount) + half[0]) / (size(whole) - half[2]) * HUNDRED
    return low <= share.value + half[1] and high >= share.value - half[1]
