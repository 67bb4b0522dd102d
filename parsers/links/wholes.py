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
from parsers.links.pointing import whole_ahead
from parsers.links.rests import (
    COMPRISES,
    FAR,
    IN_ALL,
    NEAR,
    before_the_rest,
    comprised,
    fills_up,
    tells_of_the_rest,
    what_is_left,
)
from parsers.links.roles import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.metrics import group_named, group_of
from parsers.model import Figure, Kind, Link, LinkKind, Status

OF_THAT = Worded(rf"^\W*(?:And |But )?[Oo]f {THAT}, {PLAIN}{{0,5}}{HEDGE}$")
OF_THE_THINGS = Pattern(
    r" of (?:the|these|those) (?:\p{Ll}++ )?(?P<noun>\p{Ll}{3,}s)(?!\p{L}|['\u2019-]| (?:who|that|which)\b)"
)
OF_THAT_THING = Pattern(r" of (?:that|this) (?P<noun>\p{Ll}{3,})(?!\p{L}|['\u2019-])")
OF_SUM = Pattern(r" of (?:the|that|this) (?:sum|amount)\b")
OF_SOMETHING = Pattern(r" of (?:the|its|their|those|all)\b")
HUNDRED = Decimal(100)
ROUGHLY = Decimal("0.03")
"""How far from "half of the total" an amount may be that is called so."""

FIRST_MONEY = Worded(
    rf"^\W*(?:Of|From) (?:the|those|these|that|its) (?:(?:new|net|sale) )?(?:proceeds|money|funds), "
    rf"{PLAIN}{{0,5}}{HEDGE}$"
)
OF_THE_MONEY = Pattern(
    r" of (?:the|those|these|that|its) (?:(?:new|net|sale) )?"
    r"(?:proceeds|money|funds|cash|outlays?|spending|financing)\b"
)
SPENDS = Pattern(r"(?i)\b(?:costs?|spen[dt]|paid|pays?)\b")
RAISES = Pattern(r"(?i)\b(?:rais|borrow|sold|sell|sale|offer|fund|issu|invest(?!or)|loan|spend)")
OF_THE_SUM = Pattern(r"\W*Of (?:the|that) (?:total|amount|sum)")


def parts_across(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The parts of a sentence whose wholes stand in the ones before it."""
    line, first = lines[at], lines[at].placed[0]
    if line.follows(lines[at - 1]):
        listed = at > 1 and COMPRISES.search(lines[at - 1].placed[0].lead) is not None
        earlier = lines[at - 2 if listed and OF_THE_SUM.match(first.lead) else at - 1].placed
        if whole_ahead(line, 0) is not None:
            pass  # the whole stands behind it
        elif OF_THAT.search(first.lead) or is_of_them(line, first) or _remains(first):
            for link in _of_that(earlier, first):
                yield link
                yield from _more_of_that(line, link, earlier)
        elif first.figure.kind != Kind.PERCENT:
            told = lines[at - 1]
            if at > 1 and line.follows(lines[at - 2]) and not any(map(_is_fact, earlier)):
                told = lines[at - 2]  # what was expected stands between
            links = list(_of_the_things(line, told.placed, first))
            for further in reversed(lines[max(0, at - NEAR) : at - 1]):
                if not links and first.figure.kind == Kind.COUNT:  # "Some 1,090 of the jobs"
                    told, links = further, list(_of_the_things(line, further.placed, first))
            for link in links:
                yield link
                yield from _what_remains(line, link, told)
                yield from _others_of_them(line, link, told)
        yield from _of_it(line, earlier)
    yield from _shares_of_a_total(lines, at)
    yield from fills_up(lines, at)
    yield from what_is_left(lines, at)
    if line.follows(lines[at - 1]) and tells_of_the_rest(line):
        yield from before_the_rest(lines, at)
    if line.follows(lines[at - 1]) and COMPRISES.search(first.lead):
        yield from comprised(line, lines[max(0, at - NEAR) : at])


def _remains(item: Placed) -> bool:
    """Whether an amount is told to be what remains; a stake that does is no part of an amount before it."""
    return item.figure.kind not in SHARES and REMAINING.search(item.lead) is not None


def _is_fact(item: Placed) -> bool:
    return item.figure.status == Status.REPORTED


def _of_it(line: Line, earlier: Sequence[Placed]) -> Iterator[Link]:
    """A part "of it" that is not the first figure of its sentence: "Three airlines buy half of it"."""
    for here, item in enumerate(line.placed[1:], 1):
        told = is_of_them(line, item)
        if told and any(is_of_them(line, p) for p in line.placed[:here]):
            yield from _of_that(earlier, item)
            continue
        said = told and (OF_IT.match(line.text, item.figure.end) or OF_SUM.match(line.text, item.figure.end))
        if said and not any(can_be_of_it(item, p) for p in line.placed[:here]):
            yield from _of_that(earlier, item)


def of_the_money(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """A part of what was raised or sold before: "About $5 million of the proceeds"."""
    for here, item in enumerate(lines[at].placed):
        text, end = lines[at].text, item.figure.end
        said = text.startswith(" of ", end) and OF_THE_MONEY.match(text, end) is not None
        said = said or (here == 0 and FIRST_MONEY.search(item.lead) is not None)
        if not said or item.role == Role.PER:
            continue
        near = [(lines[at], lines[at].placed[:here])]
        near += [(line, line.placed[:NEARBY]) for line in reversed(lines[max(0, at - 2 * FAR) : at])]
        for line, placed in near:
            raised = RAISES.search(line.text, line.span.start, line.span.end) is not None
            share = item.figure.kind in SHARES
            raised = raised or (
                share and SPENDS.search(line.text, line.span.start, line.span.end) is not None
            )
            apart = [p for p in placed if IN_ALL.match(line.text, p.figure.end) is None]
            found = [p for p in apart if raised and p.role == Role.LEVEL and _is_money_for(item, p)]
            if found:
                yield join(LinkKind.PART_OF, item, found[0], "link.of_the_money")
                break


def _is_money_for(part: Placed, whole: Placed) -> bool:
    money = whole.figure.kind == Kind.MONEY and whole.figure.per is None and " total " not in whole.lead
    return money and can_be_part(part.figure, whole.figure)


AND_TOO = Pattern(
    rf"^(?: of {THAT})?(?: [\p{{L}}'\u2019-]++){{0,6}}(?:,|,? (?:and|while)) "
    rf"(?:[\p{{L}}'\u2019-]++ ){{1,3}}{HEDGE}$"
)


def _more_of_that(line: Line, link: Link, earlier: Sequence[Placed]) -> Iterator[Link]:
    """The next one of a list: "Mexico owes $8 million of that amount and Brazil $6 million"."""
    whole = next(p for p in earlier if p.figure.id == link.figures[1])
    first, item = line.placed[0], line.placed[1] if len(line.placed) > 1 else None
    if item is None or not alike_measure(item.figure, first.figure) or AND_TOO.match(item.lead) is None:
        return
    if item.role == Role.LEVEL and size(first.figure) + size(item.figure) <= size(whole.figure):
        yield join(LinkKind.PART_OF, item, whole, "link.of_that")


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
    groups = (group_of(figure), *(group_named(entry.id) for entry in counted[:1]))
    same = bool(called) and group_named(called[0].id) in groups
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
