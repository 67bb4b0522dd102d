"""Parts of what is called by its name: "half of the issue", "2 points of the increase"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.called import earlier, named, things_of
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, alike_measure, can_be_part, size
from parsers.links.ofthem import RESTATED
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.links.totals import is_a_reserve, is_share
from parsers.model import Direction, Kind, Link, LinkKind

OF_NAMED = Pattern(
    r" of (?:the|that|this) (?P<words>(?:(?!(?:of|and|or|to|in|for)\b)\p{Ll}[\p{Ll}-]++ ?){1,3})"
    r"(?! ?(?:of|at|from) [\p{Sc}\d])"
)
CREATES = Pattern(
    rf"\b(?:add|creat|gain|generat|hir)(?:s|e|es|ed|ing)? (?:an? )?(?:[\p{{L}}-]++ ){{0,2}}?{HEDGE}$"
)
"""Before how many more there are ("created a record 106,500 jobs")."""
OF_NOUN_FIRST = Pattern(
    r"^\W*(?:Of|Out of) (?:the|that|those|its|their|last year['\u2019]s|this year['\u2019]s) "
    r"(?P<noun>\p{Ll}{4,}), "
    rf"(?:[\p{{L}}'\u2019-]++ ){{0,4}}?{HEDGE}$"
)
"""Before some of what was measured before ("Of last year's imports, 870,000 tons came from Canada")."""
STOCK = ("shares", "stock", "votes")
OF_WHAT = Pattern(r" of (?:what|its|their)\b")
"""Behind another part of the whole ("swapped $640 million of what it owes")."""
OF_THE_CHANGE = Pattern(
    r" of (?:the|that|this) (?:[\p{Ll}'\u2019]++ )?"
    r"(?:overall |annual |headline )?(?:increase|rise|growth|gain|improvement|jump|advance|expansion"
    r"|decrease|decline|drop|fall|slump|slowdown|shortfall|gains|losses|cuts)"
    r"(?! (?:of|to|from) [\p{Sc}\d])(?![\p{L}-])"
)
MOST_OF_CHANGE = Pattern(
    r"(?i)\b(?:most|much|nearly all|almost all|all|the bulk|the majority|part) of the (?:\p{Ll}++ )?"
    rf"(?:increase|rise|growth|gain|improvement|decrease|decline|drop|fall|cuts?|losses), {HEDGE}$"
)
"""Before how much of a change something is ("Almost all of the gain, 18,400 jobs, was in")."""


def parts_of_named(lines: Sequence[Line], at: int, known: Collection[str]) -> Iterator[Link]:
    """The parts of a sentence whose whole is called by a name, or is a change told before.

    Figures whose ids are ``known`` are parts of something already.
    """
    line = lines[at]
    for here, item in enumerate(line.placed[:NEARBY]):
        end = item.figure.end
        if MOST_OF_CHANGE.search(item.lead) is not None and here == 0 and at:
            before = [(lines[at - 1], p) for p in reversed(lines[at - 1].placed[-NEARBY:])]
            if (change := _change(before, item)) is not None:
                yield join(LinkKind.PART_OF, item, change, "link.of_the_change")
            continue
        first = OF_NOUN_FIRST.match(item.lead) if here == 0 and item.figure.id not in known else None
        if first is not None and (whole := _called_first(lines, at, item, first["noun"])) is not None:
            yield join(LinkKind.PART_OF, item, whole, "link.of_the_named")
            continue
        if (
            item.figure.id in known
            or (RESTATED.search(item.lead) is not None and item.figure.kind not in SHARES)
            or not line.text.startswith(" of t", end)
        ):
            continue
        told = list(earlier(lines, at, here))
        whole = _change(told, item) if OF_THE_CHANGE.match(line.text, end) is not None else None
        if whole is not None:
            yield join(LinkKind.PART_OF, item, whole, "link.of_the_change")
        elif (called := OF_NAMED.match(line.text, end)) is not None:
            again = here and RESTATED.search(item.lead) is not None
            said = line.placed[here - 1] if again else None
            wholes = [(by, p) for by, p in told if p is not said and _can_be(by, p, item)]
            found = named(wholes, things_of(called["words"]), known, item.figure.status)
            if said is not None:
                part = found is not None and is_share(said.figure, item.figure, found.figure)
                if found is not None and part and not is_a_reserve(said):
                    yield join(LinkKind.PART_OF, item, found, "link.of_the_named")
                continue
            found = found or _measured(lines, at, item, called["words"].split()[-1])
            if found is not None:
                yield join(LinkKind.PART_OF, item, found, "link.of_the_named")


def _called_first(lines: Sequence[Line], at: int, item: Placed, noun: str) -> Placed | None:
    """What a sentence begins by naming: what the one before measures by that noun, or is called so."""
    if (whole := _measured(lines, at, item, noun)) is not None:
        return whole
    told = [(by, p) for by, p in earlier(lines, at, 0) if _can_be(by, p, item)]
    return named(told, things_of(noun), (), item.figure.status)


def _measured(lines: Sequence[Line], at: int, item: Placed, noun: str) -> Placed | None:
    """What this sentence or the one before measures by a noun ("18% of the volume"); stakes are none."""
    if noun in STOCK:
        return None
    near = [lines[at], *([lines[at - 1]] if at and lines[at].follows(lines[at - 1]) else [])]
    for line in near:
        for p in line.placed[:NEARBY]:
            metric = p.figure.metric
            told = (
                metric is not None
                and metric.text.lower().split()[-1:] == [noun]
                and p.figure.start < item.figure.start
            )
            if told and p.role == Role.LEVEL and can_be_part(item.figure, p.figure):
                return p
    return None


def _change(before: Sequence[tuple[Line, Placed]], item: Placed) -> Placed | None:
    """The change that "the increase" means: the last that was told, of which the figure can be a part."""
    for _, p in before:
        figure = p.figure
        created = figure.kind == Kind.COUNT and CREATES.search(p.lead) is not None
        if (figure.direction == Direction.NONE and not created) or p.role == Role.OLD:
            continue
        points = item.figure.kind == Kind.POINTS and figure.kind == Kind.PERCENT
        bare = item.figure.kind == figure.kind == Kind.COUNT and item.figure.unit is None
        like = item.figure.kind not in SHARES and (bare or alike_measure(item.figure, figure))
        if item.figure.kind in SHARES or points or (like and size(item.figure) < size(figure)):
            return p
    return None


def _can_be(line: Line, whole: Placed, part: Placed) -> bool:
    amount = whole.figure.kind in (Kind.MONEY, Kind.QUANTITY) and whole.figure.per is None
    end = whole.figure.end
    amount = amount and OF_NAMED.match(line.text, end) is None and OF_WHAT.match(line.text, end) is None
    return (
        amount
        and whole.role in (Role.LEVEL, Role.PART, Role.CHANGE)
        and can_be_part(part.figure, whole.figure)
    )
