"""Parts whose whole stands in a sentence before: "Of that, $5 million ...", "or 6% of the total"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.composed import comprises
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, alike_measure, can_be_part, size
from parsers.links.ofthem import (
    ACCOUNTS,
    OF_IT,
    PLAIN,
    REMAINING,
    RESTATED,
    THAT,
    THINGS_TOLD,
    can_be_of_it,
    is_of_them,
)
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, family, is_fact, join
from parsers.links.pointing import half_of_it, whole_ahead
from parsers.links.proceeds import OF_THE_MONEY, VALUED
from parsers.links.restating import LESS_THAN
from parsers.links.rests import (
    FAR,
    NEAR,
    fills_up,
    leaves,
    what_is_left,
)
from parsers.links.rows import Line
from parsers.links.things import some_of_the_things
from parsers.links.worded import Worded
from parsers.metrics import group_of
from parsers.model import Kind, Link, LinkKind

OF_THAT = Worded(
    rf"^\W*(?:And |But )?(?:[Oo]f|Within) {THAT}, {PLAIN}{{0,5}}"
    rf"(?:(?:account(?:s|ed)? for|was|were|is|are|totall?ed|amounted to|came to) )?{HEDGE}$"
)
OF_THESE = Pattern(
    r"^\W*(?:And |But )?Of (?:them|these|those(?: \p{Ll}++(?<=ed|ing|told|hit|made|sold|held))?),"
)
OF_SUM = Pattern(r" of (?:the|that|this) (?:sum|amount|total)\b")

ASKED = Pattern(
    r" (?:that |which )?(?:\p{L}[\p{L}.'\u2019-]*+ ){1,4}?(?:had |has )?"
    r"(?:asked|sought|demanded|wanted|expected|hoped|feared|projected)\b"
)
"""Behind what somebody wanted, which is not what was got."""
TOOK = Pattern(rf"(?i)\b(?:took(?: up)?|bought|placed|acquired|snapped up|subscribed for) {HEDGE}$")
"""Before the share of what was sold that somebody got ("Funds took up 61% of the shares")."""
OF_THE_SUM = Pattern(r"\W*Of (?:the|that) (?:total|amount|sum)")


def parts_across(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The parts of a sentence whose wholes stand in the ones before it."""
    line, first = lines[at], lines[at].placed[0]
    left = list(leaves(lines, at))
    yield from left
    if line.follows(lines[at - 1]):
        if whole_ahead(line, 0) is not None or any(first.figure.id in link.figures for link in left):
            pass  # the whole stands behind it, or has been found
        elif (
            OF_THAT.search(first.lead)
            or OF_THESE.match(first.lead)
            or is_of_them(line, first)
            or _remains(first)
        ):
            yield from _parts_of_that(lines, at)
        elif first.figure.kind != Kind.PERCENT or TOOK.search(first.lead) is not None:
            yield from some_of_the_things(lines, at)
        yield from _of_it(line, lines[at - 1].placed)
    yield from fills_up(lines, at)
    yield from what_is_left(lines, at)


def _parts_of_that(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The first figure of a sentence as a part of what was told before, and what hangs on it."""
    line, first = lines[at], lines[at].placed[0]
    earlier: Sequence[Placed] = lines[at - 1].placed
    if at > 1:
        listed = comprises(lines[at - 1]) and OF_THE_SUM.match(first.lead) is not None
        # What was expected, or first reported, may stand between.
        between = line.follows(lines[at - 2]) and not any(_is_told(p, first) for p in earlier)
        earlier = lines[at - 2].placed if listed or between else earlier
        if between and OF_THE_SUM.match(first.lead) is not None:
            earlier = _of_the_sum(lines, at)
    if _is_of_its_kind(line, first):
        earlier = _of_its_kind(lines, at)
    things = THINGS_TOLD.match(line.text, first.figure.end) or OF_THESE.match(first.lead)
    for link in _of_that(line.text, earlier, first, things=things is not None):
        yield link
        yield from _more_of_that(line, link, earlier)
        yield from _said_again(line, link, earlier)


def _of_the_sum(lines: Sequence[Line], at: int) -> Sequence[Placed]:
    """What the nearest sentence tells that can be "the total", behind some that list smaller amounts."""
    first = lines[at].placed[0]
    for back in range(at - 2, max(-1, at - 2 - FAR), -1):
        if not lines[back + 1].follows(lines[back]):
            break
        told = [p for p in lines[back].placed[:NEARBY] if _can_be_the_sum(p, first)]
        if told:
            return told
    return lines[at - 2].placed


def _can_be_the_sum(whole: Placed, part: Placed) -> bool:
    """Whether a figure can be the total that a part of its kind is of."""
    level = whole.role == Role.LEVEL or (whole.role == Role.CHANGE and whole.figure.kind == Kind.COUNT)
    return level and can_be_part(part.figure, whole.figure) and _is_less(part, whole)


ASIDE = Pattern(rf"\p{{L}}, (?:which |who )?(?:[\p{{L}}-]++ ){{0,3}}?{HEDGE}$")


def _is_of_its_kind(line: Line, share: Placed) -> bool:
    """Whether a share in passing tells how much a thing is of all such things ("Cars, 40% of the total,")."""
    aside = share.figure.kind in SHARES and ASIDE.search(share.lead) is not None
    return aside and OF_SUM.match(line.text, share.figure.end) is not None


def _of_its_kind(lines: Sequence[Line], at: int) -> Sequence[Placed]:
    """What the nearest sentence tells of all such things as the first figure of a sentence is a share of."""
    first = lines[at].placed[0]
    for by in reversed(lines[max(0, at - NEAR) : at]):
        told = [p for p in by.placed[:NEARBY] if _is_told(p, first) and _is_alike(first, by, p)]
        if told:
            return told
    return ()


def _is_alike(share: Placed, told: Line, whole: Placed) -> bool:
    """Whether an amount measures what a share in passing does, or its sentence names the thing too."""
    if group_of(whole.figure) == group_of(share.figure):
        return True
    said = told.text[told.span.start : told.span.end]
    return any(len(word) >= LONG and word in said for word in share.lead.partition(",")[0].lower().split())


LONG = 5
"""How many letters a word has at least that tells of a thing."""


def _remains(item: Placed) -> bool:
    """Whether an amount is told to be what remains; a stake that does is no part of an amount before it."""
    return item.figure.kind not in SHARES and REMAINING.search(item.lead) is not None


def _is_told(whole: Placed, part: Placed) -> bool:
    """Whether a figure, as sure as its part, can be the whole that "that" or "the total" means."""
    sure = is_fact(whole) or not is_fact(part)
    return whole.role == Role.LEVEL and sure and can_be_part(part.figure, whole.figure)


def _of_it(line: Line, earlier: Sequence[Placed]) -> Iterator[Link]:
    """A part "of it" that is not the first figure of its sentence: "Three airlines buy half of it"."""
    for here, item in enumerate(line.placed[1:], 1):
        told = is_of_them(line, item) and not half_of_it(line, line.placed[here - 1], item)
        told = told and not _is_rate_of_things(line, here)
        if told and any(is_of_them(line, p) for p in line.placed[:here]):
            yield from _of_that(line.text, earlier, item)
            continue
        said = told and (OF_IT.match(line.text, item.figure.end) or OF_SUM.match(line.text, item.figure.end))
        if said and not any(can_be_of_it(item, p) for p in line.placed[:here]):
            amounts = [p for p in earlier if item.figure.kind not in SHARES or p.figure.kind != Kind.COUNT]
            yield from _of_that(line.text, amounts, item)


OF_A_THING = Pattern(r" of (?:the|a|an|its|their|each|every) (?!total|amount|sum)\p{Ll}")


def _is_rate_of_things(line: Line, here: int) -> bool:
    """Whether "of it" means what a rate before it is of ("ask 0.5% of its value, and want 1% of it")."""
    item, before = line.placed[here], line.placed[here - 1]
    rates = item.figure.kind == before.figure.kind == Kind.PERCENT
    return rates and OF_A_THING.match(line.text, before.figure.end) is not None


AND_TOO = Pattern(
    rf"^(?: of {THAT})?(?: [\p{{L}}'\u2019-]++){{0,6}}(?:,|,? (?:and|while)) "
    rf"(?:[\p{{L}}'\u2019-]++ ){{1,3}}{HEDGE}$"
)


def _more_of_that(line: Line, link: Link, earlier: Sequence[Placed]) -> Iterator[Link]:
    """The next one of a list: "Mexico owes $8 million of that amount and Brazil $6 million"."""
    whole = next(p for p in earlier if p.figure.id == link.figures[1])
    first, item = line.placed[0], line.placed[1] if len(line.placed) > 1 else None
    if item is None:
        return
    too = alike_measure(item.figure, first.figure) and AND_TOO.match(item.lead) is not None
    too = too and (item.role == Role.LEVEL or (item.role == Role.CHANGE and item.figure.kind == Kind.COUNT))
    if too and size(first.figure) + size(item.figure) <= size(whole.figure):
        yield join(LinkKind.PART_OF, item, whole, "link.of_that")
        return
    for item in line.placed[1:NEARBY]:
        rest = item.figure.kind == first.figure.kind and item.role == Role.LEVEL and " and " in item.lead
        if rest and 0 < size(item.figure) == size(whole.figure) - size(first.figure):
            yield join(LinkKind.PART_OF, item, whole, "link.of_that")
            return


def _is_level(p: Placed, *, first: bool, many: Kind | None) -> bool:
    """Whether a sentence tells a figure; what it tells first is no old value ("from a $9 loan")."""
    return (
        p.role == Role.LEVEL
        or (p.role == Role.CHANGE and p.figure.kind == many)
        or (first and p.role == Role.OLD)
    )


def _of_that(text: str, earlier: Sequence[Placed], part: Placed, *, things: bool = False) -> Iterator[Link]:
    """What the sentence before gave first is what it is about: things, if "them", and otherwise none."""
    # "will cut 1,200 jobs. Of these, 700 are in Germany", "added 140,000 jobs. Of the total, 90,000"
    many = Kind.COUNT if things or part.figure.kind == Kind.COUNT else None
    levels = [p for p in earlier[:NEARBY] if _is_level(p, first=p is earlier[0], many=many)]
    levels = [p for p in levels if can_be_part(part.figure, p.figure) and _is_less(part, p)]
    # "33 million pounds more than", "5 trillion won of the spending"
    apart = (LESS_THAN, OF_THE_MONEY, ASKED)
    levels = [p for p in levels if all(q.match(text, p.figure.end) is None for q in apart)]
    levels = [p for p in levels if VALUED.search(p.lead) is None] or levels
    facts = [p for p in levels if is_fact(p)]
    levels = facts or [p for p in levels if not is_fact(part) or ACCOUNTS.search(part.lead) is None]
    levels = [p for p in levels if (p.figure.kind == Kind.COUNT) == things] or levels
    if levels and ACCOUNTS.search(part.lead) is not None:  # what contributes does so to sales
        levels = [p for p in levels if family(p.figure) == "revenue"] or levels
        levels = levels[-1:]
    if levels:
        yield join(LinkKind.PART_OF, part, levels[0], "link.of_that")


def _is_less(part: Placed, whole: Placed) -> bool:
    """Whether an amount is less than the one that it would be a part of ("six of those" of six are all)."""
    return part.figure.kind in SHARES or size(part.figure) < size(whole.figure)


def _said_again(line: Line, link: Link, earlier: Sequence[Placed]) -> Iterator[Link]:
    """The amount that says a share "of that" again: "About 43% of that, or 80 billion yen, ..."."""
    first, item = line.placed[0], line.placed[1] if len(line.placed) > 1 else None
    whole = next(p for p in earlier if p.figure.id == link.figures[1])
    if item is None or first.figure.kind not in SHARES or not alike_measure(item.figure, whole.figure):
        return
    if RESTATED.search(item.lead) is not None and size(item.figure) < size(whole.figure):
        yield join(LinkKind.EQUIVALENT, first, item, "link.or_share")
