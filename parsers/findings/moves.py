"""What a text says of one change: the change itself, the level reached, the level before.

Built from the links of a document, one `Move` for each level that was reached.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise

import regex

from parsers.findings.base import AMOUNTS, Facts, same_measure
from parsers.findings.basis import (
    MARGIN,
    is_a_mark,
    moved_itself,
    on_another_base,
    own_word,
    set_beside,
    starts_from,
)
from parsers.findings.words import says
from parsers.model import Direction, Figure, Kind, LinkKind, Modifier, Span
from parsers.values import record
from parsers.worded import worded


@record(cached=True)
class Move:
    """``new`` was reached from ``old`` (if the text gives it) by ``changes`` (if it gives any)."""

    new: Figure
    old: Figure | None
    changes: tuple[Figure, ...]
    text: str
    doubtful: bool
    own_word: Span | None = None
    """The word of change between the level and the old value behind it."""
    firm: bool = True
    """Whether the old value is the one that the word of change starts from ("from 5%", not "against 5%")."""

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """All its figures, in text order."""
        found = [self.new, *self.changes, *([self.old] if self.old else [])]
        return tuple(sorted(found, key=lambda f: f.start))

    @property
    def span(self) -> Span:
        """From the first of its figures to the last."""
        return Span(self.figures[0].start, max(f.end for f in self.figures))

    def percents(self) -> list[Figure]:
        """The changes that are given in percent or as a multiple."""
        return [c for c in self.changes if c.kind in (Kind.PERCENT, Kind.MULTIPLE)]

    def differences(self) -> list[Figure]:
        """The changes that are given in the unit of the level."""
        new = self.new
        return [
            c
            for c in self.changes
            if c.kind is new.kind and c.unit == new.unit and c.per in (None, new.per) and c.unit != "percent"
        ]


def moves_of(facts: Facts) -> list[Move]:
    """The moves of a document, found once."""
    if "moves" not in facts.kept:
        facts.kept["moves"] = _find_moves(facts)
    found: list[Move] = facts.kept["moves"]
    return found


def _find_moves(facts: Facts) -> list[Move]:
    """The moves of a document, in text order.

    A level with changes and more than one earlier value is left out: the text does not say which change
    belongs to which.  Without changes there is a move from each of them.
    """
    changes: dict[str, list[Figure]] = {}
    for _, (change, level, *_rest) in facts.links(LinkKind.CHANGE):
        changes.setdefault(level.id, []).append(change)
    olds: dict[str, list[Figure]] = {}
    for _, (old, new, *_rest) in facts.links(LinkKind.FROM_TO):
        olds.setdefault(new.id, []).append(old)
    found = []
    for figure, behind in _named_behind(facts, olds):
        changes.setdefault(figure.id, []).append(behind)
    for figure in facts.figures:
        before, by = olds.get(figure.id, []), changes.get(figure.id, [])
        if figure.kind not in AMOUNTS or (by and len(before) > 1):
            continue
        bases: list[Figure | None] = [*before] if before or not by else [None]
        moves = [_move(facts, figure, old, by, before) for old in bases]
        found += [move for move in moves if move is not None]
    return found


def _named_behind(facts: Facts, olds: dict[str, list[Figure]]) -> Iterator[tuple[Figure, Figure]]:
    """The change behind its ends: "rose from 5% to 7%, or 40 percent", ", an increase of 40 percent"."""
    linked = {frozenset(link.figures[:2]) for link, _ in facts.links(LinkKind.CHANGE)}
    for figure, behind in pairwise(facts.figures):
        ends = any(old.start < figure.start for old in olds.get(figure.id, ()))
        if not ends or frozenset((figure.id, behind.id)) in linked:
            continue
        share = behind.direction is Direction.NONE and facts.after(behind).startswith(" of ")
        if share or behind.kind not in (Kind.PERCENT, Kind.POINTS, Kind.MULTIPLE):
            continue
        between = facts.between(figure, behind)
        if figure.kind is behind.kind and not between.startswith(","):
            continue  # "to three or four percent"
        if figure.sentence == behind.sentence and _or().fullmatch(between):
            yield figure, behind


@cache
def _or() -> regex.Pattern[str]:
    lead = r"(?:or|that\sis|which\sis|an?\s(?:[\p{L}-]+\s)?<<directions.noun>>\sof)"
    return worded(rf",?\s{lead}\s(?:(?:about|around|some|roughly|nearly|almost)\s)?")


def _move(
    facts: Facts, new: Figure, old: Figure | None, changes: list[Figure], olds: Sequence[Figure]
) -> Move | None:
    old = old if old is not None and same_measure(old, new) and old.sentence == new.sentence else None
    near = tuple(c for c in changes if c.sentence == new.sentence and c is not old)
    near = tuple(c for c in near if not moved_itself(facts, c, new))
    if old is None and not near:
        return None
    places = [new, *near, *([old] if old else [])]
    start, end = min(f.start for f in places), max(f.end for f in places)
    sentence = facts.sentence(start)
    text = facts.text[max(sentence.start, start - MARGIN) : min(end + MARGIN, sentence.end)]
    inner = facts.text[start:end]
    doubtful = (
        says(text, "caveat", "recounted") or (old is not None and says(inner, "loss")) or _vague(places)
    )
    doubtful = doubtful or on_another_base(facts, new, old, near)
    own = None if old is None else own_word(facts, new, old, olds)
    # "rose 5% to $10.50, up from $8": the change is another one than that from the old value.
    if own is not None and any(c.end <= own.start or c.end <= new.start for c in near):
        doubtful = True
    firm = old is None or own is not None or starts_from(facts, old)
    alone = old is not None and len(olds) == 1 and not near and not set_beside(facts, old)
    mark = old is not None and is_a_mark(facts, old)
    return Move(new, old, near, text, doubtful or mark, own, (firm or alone) and not mark)


def _vague(figures: list[Figure]) -> bool:
    """Whether a figure has no value of its own, or goes per time ("5% a year")."""
    return any(f.value is None or (f.kind is Kind.PERCENT and f.per is not None) for f in figures)


def sign(change: Figure) -> int:
    """1 for an increase, -1 for a decrease, 0 where the text does not say."""
    if change.value is not None and change.value < 0:
        return -1
    return {Direction.INCREASE: 1, Direction.DECREASE: -1}.get(change.direction, 0)


def open_ended(figure: Figure) -> bool:
    """Whether the text bounds it on one side only ("more than 5 percent")."""
    return figure.modifier in (Modifier.OVER, Modifier.AT_LEAST, Modifier.UNDER, Modifier.UP_TO)


def of_a_currency(facts: Facts, move: Move) -> bool:
    """Whether the sentence names a currency: one that falls may cost more of the other one."""
    if move.new.kind not in (Kind.MONEY, Kind.COUNT):
        return False
    spans = [(f.start, f.end) for f in facts.sentences.get(move.new.sentence, [])]
    sentence = facts.sentence(move.new.start)
    return any(
        not any(start <= match.start() < end for start, end in spans)
        for match in _currencies().finditer(facts.text, sentence.start, sentence.end)
    )


@cache
def _currencies() -> regex.Pattern[str]:
    return worded(r"(?<!\p{L})<<currencies.name|checks.currency>>(?!\p{L})")
