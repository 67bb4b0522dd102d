"""How figures hang together: equivalent amounts, changes, old and new, parts of a whole, per unit.

Each figure of a sentence plays a role, told by the words between it and the figure before it: a
twin in brackets, an amount per unit, an old value, a change, a part, or a level.  Links join roles,
first within a sentence, then to the sentence before it where the text says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from parsers.links.alone import parts_of_one_alone
from parsers.links.another import parts_with_another
from parsers.links.apiece import apiece
from parsers.links.before import olds_apart, olds_then
from parsers.links.beside import beside
from parsers.links.bids import parts_of_prices, prices_of_bids
from parsers.links.changes import changes
from parsers.links.coloned import listed_behind_colon
from parsers.links.compared import changes_across, olds_across, paces_inside
from parsers.links.comparisons import comparisons_across, comparisons_inside
from parsers.links.composed import composed
from parsers.links.contributed import contributed
from parsers.links.drawn import drawn
from parsers.links.firsts import olds_first
from parsers.links.follow import follow_links
from parsers.links.grown import grown
from parsers.links.included import included, included_first
from parsers.links.inturn import changed_in_turn, not_across
from parsers.links.lists import parts_listed
from parsers.links.marketshares import shares_of_markets
from parsers.links.mosts import most_of_named
from parsers.links.named import parts_of_named
from parsers.links.newvalues import is_expected
from parsers.links.olds import LOOKED_BACK, olds_inside
from parsers.links.outofall import parts_out_of
from parsers.links.overall import wholes_behind
from parsers.links.parts import stated
from parsers.links.placed import Placed
from parsers.links.pointing import pointed
from parsers.links.proceeds import of_the_money
from parsers.links.provided import accounts_across, provided
from parsers.links.records import old_records
from parsers.links.represented import represented
from parsers.links.rests import before_the_rest, rests_of_wholes
from parsers.links.retold import changes_again, changes_retold, said_once_more
from parsers.links.rounds import put_into_rounds
from parsers.links.rows import Line, read_lines
from parsers.links.shares import (
    included_across,
    more_shares,
    of_holding,
    shares_across,
    shares_in_order,
    shares_of_sales,
    things_inside,
)
from parsers.links.sums import sums
from parsers.links.tables import tabled
from parsers.links.totals import of_the_total, parts_said_again, shares_of_a_total
from parsers.links.tototals import added_to_totals
from parsers.links.twins import equivalents
from parsers.links.units import olds_per_unit, parts_per_unit, prices_of_all, prices_told, totals
from parsers.links.unitsapart import totals_across
from parsers.links.wholes import parts_across
from parsers.links.withparts import parts_begun, with_parts
from parsers.links.yearbefore import olds_of_last_year
from parsers.model import Figure, Link, LinkKind, Moment, Span

Tell = Callable[[Sequence[Line], int], Iterable[Link]]
"""What tells the links of one sentence of many, by its number, that no other links have a say in."""

FIRST_ACROSS: tuple[Tell, ...] = (parts_across, represented, parts_of_one_alone, parts_begun)
"""What ties a sentence to those before it, and is known where old values of then are looked for."""
ACROSS: tuple[Tell, ...] = (
    shares_across,
    included_across,
    included_first,
    shares_of_sales,
    accounts_across,
    said_once_more,
    old_records,
    comparisons_across,
)
"""What ties a sentence to those before it."""
OF_WHOLES: tuple[Tell, ...] = (
    sums,
    of_the_money,
    composed,
    prices_of_all,
    prices_told,
    shares_of_a_total,
    put_into_rounds,
    wholes_behind,
    before_the_rest,
    added_to_totals,
    most_of_named,
    prices_of_bids,
    parts_of_prices,
    parts_with_another,
)
"""The parts of a sentence whose wholes any sentence near may tell."""


def link_figures(
    text: str, sentences: tuple[Span, ...], figures: tuple[Figure, ...], moments: tuple[Moment, ...] = ()
) -> tuple[Link, ...]:
    """The links of a document, in text order."""
    lines = tuple(read_lines(text, sentences, figures, moments))
    inside = [tuple(_inside(line)) if len(line.placed) > 1 else () for line in lines]
    found = [link for links in inside for link in links]
    for at in range(1, len(lines)):
        near = [link for links in inside[max(0, at - LOOKED_BACK) : at + 1] for link in links]
        across = tuple(olds_across(lines, at, near))
        found += [*totals_across(lines, at), *across, *changes_across(lines[at], across, near)]
        found += [link for tell in FIRST_ACROSS for link in tell(lines, at)]
        found += olds_then(lines, at, (*near, *found[-8:]))
        found += [link for tell in ACROSS for link in tell(lines, at)]
    found += [link for at in range(1, len(lines)) for link in olds_of_last_year(lines, at, found)]
    by_id = {p.figure.id: p for line in lines for p in line.placed}
    found += [link for at in range(len(lines)) for tell in OF_WHOLES for link in tell(lines, at)]
    _add_parts(lines, found)
    found = list(of_the_total(text, list(rests_of_wholes(found, by_id)), by_id))
    found += [
        *olds_per_unit(text, found, by_id),
        *parts_per_unit(found, by_id),
        *parts_said_again(found, by_id),
    ]
    found = [link for link in found if not _only_expected(link, by_id)]
    found += tabled(text, figures, {moment.id: moment for moment in moments})
    order = {figure.id: at for at, figure in enumerate(figures)}
    return tuple(sorted(_unique(found), key=lambda link: (link.evidence.start, order[link.figures[0]])))


def _only_expected(link: Link, by_id: Mapping[str, Placed]) -> bool:
    """Whether what would be an old value is only what analysts expected."""
    return link.kind == LinkKind.FROM_TO and is_expected(*(by_id[figure] for figure in link.figures))


def _add_parts(lines: Sequence[Line], found: list[Link]) -> None:
    """Add the parts that are told apart from their wholes, of figures that are none yet."""
    known = _parts(found)
    found += [link for at in range(len(lines)) for link in parts_of_named(lines, at, known)]
    found += _listed_rather(found, list(parts_listed(lines, found, _parts(found, but=GUESSED))))
    known = _parts(found)
    found += [link for at in range(1, len(lines)) for link in parts_out_of(lines, at, known)]


GUESSED = "link.before_the_rest"
"""What takes the nearest amount before a part for its whole, where no list tells another."""


def _listed_rather(found: list[Link], listed: Sequence[Link]) -> Sequence[Link]:
    """The parts of lists; what was guessed of them is taken out of the links that were found."""
    told = _parts(listed)
    found[:] = [link for link in found if link.rule != GUESSED or link.figures[0] not in told]
    return listed


def _parts(found: Iterable[Link], *, but: str = "") -> frozenset[str]:
    """The figures that are parts of others, but for those that a rule tells."""
    return frozenset(link.figures[0] for link in found if link.kind == LinkKind.PART_OF and link.rule != but)


def _inside(line: Line) -> Iterator[Link]:
    """The links within one sentence."""
    twins = tuple(equivalents(line))
    same = {frozenset(link.figures) for link in twins}  # "fell 1.2%, losing 80 points"
    in_turn = tuple(changed_in_turn(line))
    moved = tuple(link for link in not_across(changes(line), in_turn) if frozenset(link.figures) not in same)
    yield from (
        *twins,
        *totals(line),
        *apiece(line),
        *olds_first(line),
        *olds_apart(line),
        *olds_inside(line),
        *grown(line),
    )
    yield from (*moved, *changes_again(line, twins, moved), *changes_retold(line, moved))
    yield from (*comparisons_inside(line, moved), *paces_inside(line))
    told = (*stated(line), *included(line), *pointed(line), *drawn(line), *shares_of_markets(line))
    told = (*told, *contributed(line))
    told = (*told, *beside(line), *provided(line, told), *with_parts(line))
    yield from (*in_turn, *listed_behind_colon(line))
    yield from (
        *told,
        *more_shares(line, told),
        *shares_in_order(line, told),
        *things_inside(line),
        *of_holding(line),
    )


def _unique(links: Iterable[Link]) -> Sequence[Link]:
    """The links without the same one twice; a figure is the old value of one new one."""
    return list({(link.kind, link.figures): link for link in links}.values())


__all__ = ["follow_links", "link_figures"]
