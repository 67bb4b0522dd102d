"""Old values and changes that only a turn of phrase tells, gathered: within a sentence and across two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.links.moved import changes_told
from parsers.links.nows import nows_across, nows_inside
from parsers.links.pairs import olds_of_shares, pairs_in_turn
from parsers.links.premiums import premiums, premiums_across
from parsers.links.reaching import levels_of_the_move, levels_reached
from parsers.links.rows import Line
from parsers.links.thatis import said_again_of_that, told_of_that
from parsers.model import Link


def comparisons_inside(line: Line, moved: Sequence[Link]) -> Iterator[Link]:
    """Those of one sentence, beside the changes that were ``moved`` already."""
    yield from (*pairs_in_turn(line), *premiums(line), *nows_inside(line))
    yield from (*olds_of_shares(line), *levels_reached(line), *changes_told(line, moved))


def comparisons_across(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """Those of a sentence and the one before it."""
    yield from (*nows_across(lines, at), *levels_of_the_move(lines, at))
    yield from (*told_of_that(lines, at), *said_again_of_that(lines, at))
    yield from premiums_across(lines[at], lines[at - 1])
