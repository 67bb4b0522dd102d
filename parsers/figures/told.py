"""Scales and units told beside a number: above its column, in the label of its line, behind brackets.

``| £m | £m | %`` over the columns of a table, ``SEK m | 2026 | 2025`` over its labels, ``Revenue (£'000)``
before a line of numbers, and ``SEK 1,227 (1,648) million`` in prose.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex

from parsers.figures.currency import Currency, read_sign
from parsers.figures.tables import LONGEST, is_scaled, lines_below, times
from parsers.lazy import Pattern
from parsers.model import Evidence, Figure, Kind
from parsers.spelled import SCALED, read_scale
from parsers.text import START
from parsers.values import replace
from parsers.worded import worded

SIGN = r"(?:US\$|<<currencies.symbol|currencies.prefixed|currencies.code>>)"
SCALE = (
    r"(?:[mM]|[mM]n|[mM]ln|[mM]io|[mM]illions?|[bB]n|[bB]illions?|tn|trillions?|k|K|[tT]housands?"
    r"|crores?|lakhs?|['\u2019]?000(?:['\u2019]?s)?)"
)
UNIT = rf"(?P<told>(?:{SIGN}[ ]?{SCALE}|<<currencies.scaled>>|['\u2019]000(?:['\u2019]?s)?)(?![\p{{L}}\d]))"
CELL = (
    rf"(?:{UNIT}|(?P<told>%|{SIGN})(?![\p{{L}}\d])"
    r"|\(?(?:[Uu]n)?[Aa]udited\)?|[Nn]otes?|[Cc]hange|[Gg]rowth)"
)
HEADER = rf"(?<=\n)[ \t|]*{CELL}(?:[ \t|]+{CELL}){{0,12}}[ \t|]*(?=\n)"
"""A line of nothing but units, over the columns of a table."""
OVER_LABELS = rf"(?<=(?:^|\n)[ \t|]*)[(]?(?:[Ii]n[ ])?{UNIT}[)]?(?=[ ]?[|\t]|[ ]{{2}})(?=[^\n]*\d)"
"""The unit of a table in the cell over its labels."""
LABELLED = (
    rf"(?<=(?:^|\n)[ \t|]*\p{{L}}[^\n|\d(]{{1,60}}[ ,(])"
    rf"(?:{UNIT}|(?<=[(])(?P<told>000s?|%|percent|per[ ]cent))[)]?"
    r"(?=[ ]?[|\t]|[ ]{2,})"
)
"""The unit of one line, at the end of its label."""
UNITS = Pattern(
    r"(?:\p{Sc}|\b[A-Z]{3}|\n[ \t|]*)[ ]?\(?(?:[mMbBk]n?|[mM]ln|[mM]illions?|[bB]illions?|[tT]housands?"
    r"|crores?|lakhs?|['\u2019]?000s?)\)?[ ]*(?:[|\t\n]|[ ]{2})|[ |\t\n]MSEK[ ]*[|\n\t]"
    r"|\((?:000s?|['\u2019]000s?|%|per ?cent)\)"
)
"""Few texts have any, and they alone are searched for the others."""
BEHIND = Pattern(
    r"(?<=\d) \((?P<old>-?\d[\d.,]*)\)[ \n](?P<scale>(?:m|b|tr)illion|m|bn|crores?)(?![\p{L}\d])"
)
"""The scale of a value and of the one in brackets behind it."""
THOUSANDS = Decimal(1000)
NUMBERED = Pattern(r"['\u2019]?000")
LEAST = 3
"""Figures of a number told in thousands at the end of a label; changes beside it have fewer."""


def tell_units(text: str, every: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures in the scales and units that stand beside them."""
    found: dict[str, Figure] = {}
    figures = [figure for figure in every if not figure.inferred]
    if UNITS.search(text) is not None:
        found |= {figure.id: figure for figure in _below_headers(text, figures)}
        found |= {figure.id: figure for figure in _labelled(text, figures)}
    if ") " in text or ")\n" in text:
        found |= {figure.id: figure for figure in _before_scales(text, figures)}
    return tuple(found.get(figure.id, figure) for figure in every) if found else tuple(every)


def _below_headers(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    headers = [*worded(HEADER).finditer(text), *worded(OVER_LABELS).finditer(text)]
    headers = sorted((h for h in headers if any(_scale(told) for told in h.captures("told"))), key=_start)
    ends = [*(header.start() for header in headers[1:]), len(text)]
    for header, end in zip(headers, ends, strict=False):
        units = [
            (told, *span) for told, span in zip(header.captures("told"), header.spans("told"), strict=True)
        ]
        alike = len({told for told, _, _ in units}) == 1
        for line in lines_below(text, header.end(), min(end, header.end() + LONGEST)):
            row = _inside(figures, line.start("cells"), line.end())
            for at, figure in enumerate(row):
                if (len(row) == len(units) or alike) and is_scaled(figure, line):
                    yield _in_unit(figure, *units[0 if alike else at])


def _start(found: regex.Match[str]) -> int:
    return found.start()


def _labelled(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    for label in worded(LABELLED).finditer(text):
        end = text.find("\n", label.end())
        for figure in _inside(figures, label.end(), end if end >= 0 else len(text)):
            bare = figure.kind is Kind.COUNT and figure.unit is None and figure.value is not None
            small = _scale(label["told"]) == THOUSANDS and ("." in figure.text or len(figure.text) < LEAST)
            if bare and not small and read_scale(figure.text) == 1:
                yield _in_unit(figure, label["told"], *label.span("told"))


def _before_scales(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    for hit in BEHIND.finditer(text):
        pair = [*_inside(figures, hit.start() - 20, hit.start()), *_inside(figures, hit.start(), hit.end())]
        new, old = pair[-2:] if len(pair) > 1 else (None, None)
        if new is None or old is None or new.end != hit.start() or old.start > hit.start("old"):
            continue
        amounts = all(f.kind in (Kind.MONEY, Kind.COUNT) and f.value is not None for f in (new, old))
        if amounts and read_scale(new.text) == 1 and read_scale(old.text) == 1:
            for figure in (new, old):
                yield _in_unit(figure, hit["scale"], *hit.span("scale"))


def _inside(figures: Sequence[Figure], start: int, end: int) -> Sequence[Figure]:
    return figures[bisect_left(figures, start, key=START) : bisect_left(figures, end, key=START)]


def _in_unit(figure: Figure, told: str, start: int, end: int) -> Figure:
    """The figure in the scale and currency that are told, or as the percentage that it is."""
    if told in PERCENT:
        evidence = Evidence("unit", start, end, "unit.told")
        marks = (*figure.inferred, "unit")
        every = (*figure.evidence, evidence)
        return replace(figure, kind=Kind.PERCENT, unit="percent", inferred=marks, evidence=every)
    factor = _scale(told)
    if factor is None:
        return figure
    return times(figure, factor, _currency(told), Evidence("value", start, end, "table.header"))


PERCENT = ("%", "percent", "per cent")


def _scale(told: str) -> Decimal | None:
    """How many times as much as printed; none where only a currency or a percentage is told."""
    if told in PERCENT:
        return None
    if NUMBERED.search(told) is not None:
        return THOUSANDS
    scale = read_scale(told.lstrip(UPPER) if not told.isupper() else told)
    return scale if scale != 1 else None


UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ$ "


def _currency(told: str) -> Currency | None:
    sign = worded(SIGN).match(told)
    if sign is None and len(told) > len("SEK") and told[0] in SCALED:
        sign = worded(SIGN).match(told, 1)
    return read_sign(sign[0]) if sign is not None else None
