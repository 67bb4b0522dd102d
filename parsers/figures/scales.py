"""Scales and units told beside a number: above its column, in the label of its line, behind brackets.

``(in millions)`` over a table, ``| £m | £m | %`` over its columns, ``SEK m | 2026 | 2025`` over its labels,
``Revenue (£'000)`` before a line of numbers, ``SEK 1,227 (1,648) million`` in prose.  What stands over a
table is of the bare numbers in its lines, down to the next header or line of prose, save those of a share, a
percentage or a head count; a header "in millions" below which no such line follows is only noted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex

from parsers.digits import Numeral
from parsers.figures.currency import Currency, read_behind, read_sign
from parsers.figures.tables import lines_below
from parsers.lazy import Pattern
from parsers.model import Evidence, Figure, Kind
from parsers.spelled import SCALED, read_scale
from parsers.text import START
from parsers.values import record, replace
from parsers.worded import worded

LONGEST = 60_000
"""How many characters below its header a table ends at the latest."""
_IN = (
    r"(?P<scale>thousands|millions|billions|trillions|crores?|lakhs?)"
    r"(?:[ ]of[ ](?P<unit>(?:<<currencies.adjective>>[ ])?<<currencies.name|currencies.common>>"
    r"|<<currencies.code>>))?"
)
_BEFORE_IN = r"(?:(?P<unit>\p{Sc}|US\$|<<currencies.code>>|Rs\.?)[ ])?"
IN_WORDS = (
    rf"(?i)\((?:[^()\n]{{0,40}}?[ ,;])??{_BEFORE_IN}in[ ]{_IN}(?:[^()\n]{{0,120}})\)"
    rf"|(?<=(?:^|\n)[ \t]*)(?:(?:all[ ])?(?:amounts|figures|dollars)[ ])?{_BEFORE_IN}in[ ]{_IN}"
    rf"(?:,?[ ](?:except|unless|other[ ]than)[^\n]{{0,100}})?(?=[ \t]*(?:\n|\Z))"
    rf"|(?<=(?:^|\n)[ \t|]*(?:\p{{L}}[^\d\n|]{{0,80}}[ ])?){_BEFORE_IN}in[ ]{_IN}"
    rf"(?:,?[ ](?:except|unless|other[ ]than)[^\n|]{{0,100}}?)?(?=[ ]*\||[ ]{{2}}|\t)"
)
"""A header in words ("(in millions of dollars, except per share data)")."""
WORDS = r"(?i)in[ ](?:thousands|millions|billions|trillions|crores?|lakhs?)"
"""Stands in every such header: few texts have it, and they alone are searched for the whole pattern."""
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
OVER_COLUMNS = rf"(?<=\n)[ \t|]*{CELL}(?:[ \t|]+{CELL}){{0,12}}[ \t|]*(?=\n)"
"""A line of nothing but units, over the columns of a table."""
OVER_LABELS = rf"(?<=(?:^|\n)[ \t|]*)[(]?(?:[Ii]n[ ])?{UNIT}[)]?(?=[ ]?[|\t]|[ ]{{2}})(?=[^\n]*\d)"
"""The unit of a table in the cell over its labels."""
OF_LABEL = rf"(?:{UNIT}|(?<=[(])(?P<told>000s?|%|percent|per[ ]cent))[)]?"
LABELLED = rf"(?<=(?:^|\n)[ \t|]*\p{{L}}[^\n|\d(]{{1,60}}[ ,(]){OF_LABEL}(?=[ ]?[|\t]|[ ]{{2,}})"
"""The unit of one line, at the end of its label."""
ENDS_LABEL = rf"[ ,]+[(]?{OF_LABEL}\Z"
"""The same at the end of a label alone, with what stands before it."""
UNITS = Pattern(
    r"(?:\p{Sc}|\b[A-Z]{3}|(?:\A|\n)[ \t|]*)[ ]?\(?(?:[mMbBk]n?|[mM]ln|[mM]illions?|[bB]illions?"
    r"|[tT]housands?|crores?|lakhs?|['\u2019]?000s?)\)?[ ]*(?:[|\t\n]|[ ]{2})"
    r"|(?<![\p{L}\d])[KMTB][A-Z]{3}\)?[ ]*[|\n\t]"
    r"|\((?:000s?|['\u2019]000s?|%|per ?cent)\)"
)
"""In a text with room between its cells: few have any, and they alone are searched for the others."""
UNITS_ALONE = Pattern(r"\n(?:\p{Sc}|US\$|[A-Z]{3,4}|['\u2019]0)[^\n.]{0,60}\n")
"""The same where its cells are parted by single blanks."""
BEHIND = Pattern(
    r"(?<=\d) \((?P<old>-?\d[\d.,]*)\)[ \n](?P<scale>(?:m|b|tr)illion|m|bn|crores?)(?![\p{L}\d])"
)
"""The scale of a value and of the one in brackets behind it."""
OTHERWISE = (
    r"(?i)(?<!\p{L})(?:per[ ](?:\p{L}+[ ]){0,2}share|eps|percent|ratio|margin|number[ ]of|employees"
    r"|shares|headcount|rate)(?!\p{L})|%"
)
"""In the label of a line whose numbers are none of those that a header scales."""
THOUSANDS = Decimal(1000)
NUMBERED = Pattern(r"['\u2019]?000")
PERCENT = ("%", "percent", "per cent")
LEAST = 3
"""Figures of a number told in thousands at the end of a label; changes beside it have fewer."""
OF_TABLE, OF_LINE, OF_BOTH = "table.header", "table.label", "table.behind_brackets"
"""The rules of scales that stand over a table, in the label of a line, behind a value in brackets."""


@record
class Told:
    """What is told of numbers: their ``scale`` (``None`` of a percentage), their currency, and where."""

    scale: Decimal | None
    currency: Currency | None
    start: int
    end: int
    percent: bool = False


@record
class Header:
    """What stands over a table: a unit for each column, or one for all; ``words`` are those of a sentence."""

    start: int
    end: int
    units: tuple[Told, ...]
    words: str = ""


def tell_units(text: str, every: Sequence[Figure]) -> tuple[tuple[Figure, ...], tuple[str, ...]]:
    """The figures in the scales and units that stand beside them, and notes on headers that scale nothing."""
    found: dict[str, Figure] = {}
    notes: dict[str, None] = {}
    units = _has_units(text)
    headers = _headers(text, units=units)
    ends = [*(header.start for header in headers[1:]), len(text)]
    for header, end in zip(headers, ends, strict=False):
        told = {f.id: f for f in _below(text, every, header, min(end, header.end + LONGEST))}
        found |= told
        if header.words and not told:
            said = f"\u201c{header.words}\u201d: no table could be read below it"
            notes[f"{said}; numbers stand as printed."] = None
    left = [figure for figure in every if figure.id not in found]
    if units:
        found |= {figure.id: figure for figure in _labelled(text, left)}
    if ") " in text or ")\n" in text:
        found |= {figure.id: figure for figure in _before_scales(text, left)}
    return tuple(found.get(figure.id, figure) for figure in every), tuple(notes)


def _has_units(text: str) -> bool:
    """Whether a text can have units over its columns or in its labels."""
    if any(room in text for room in ROOM):
        return UNITS.search(text) is not None
    return UNITS_ALONE.search(text) is not None


ROOM = ("|", "\t", "  ")


def _headers(text: str, *, units: bool) -> list[Header]:
    """The headers of a text, in its order; one inside another is none of its own."""
    found: list[Header] = []
    if worded(WORDS).search(text) is not None:
        found += map(_in_words, worded(IN_WORDS).finditer(text))
    if units:
        for pattern in (OVER_COLUMNS, OVER_LABELS):
            found += map(_of_units, worded(pattern).finditer(text))
    told = sorted((h for h in found if any(unit.scale is not None for unit in h.units)), key=START)
    return [h for at, h in enumerate(told) if not at or h.start >= told[at - 1].end]


def _in_words(hit: regex.Match[str]) -> Header:
    unit = next((u for u in hit.captures("unit") if u), None)
    currency = (read_behind(unit) or read_sign(unit)) if unit else None
    told = Told(read_scale(hit["scale"]), currency, hit.start(), hit.end())
    return Header(hit.start(), hit.end(), (told,), hit[0].strip())


def _of_units(hit: regex.Match[str]) -> Header:
    units = zip(hit.captures("told"), hit.spans("told"), strict=True)
    return Header(hit.start(), hit.end(), tuple(_told(unit, *span) for unit, span in units))


def _told(told: str, start: int, end: int) -> Told:
    """What a unit says: "£m", "MSEK", "000", "%"."""
    if told in PERCENT:
        return Told(None, None, start, end, percent=True)
    sign = worded(SIGN).match(told)
    if sign is None and len(told) > len("SEK") and told[0] in SCALED:
        sign = worded(SIGN).match(told, 1)
    rest = told[sign.end() :] if sign is not None and sign.start() == 0 else told
    scale = THOUSANDS if NUMBERED.search(rest) is not None else read_scale(rest)
    return Told(scale if scale != 1 else None, read_sign(sign[0]) if sign is not None else None, start, end)


def _below(text: str, figures: Sequence[Figure], header: Header, end: int) -> Iterator[Figure]:
    """The figures below a header in its units: each in that of its column, or all in the only one."""
    units = header.units
    alike = len({(unit.scale, unit.currency, unit.percent) for unit in units}) == 1
    for line in lines_below(text, header.end, end):
        row = _inside(figures, line.start("cells"), line.end())
        for at, figure in enumerate(row):
            if (len(row) == len(units) or alike) and _is_scaled(figure, line):
                yield _in_unit(figure, units[0 if alike else at], OF_TABLE)


def _is_scaled(figure: Figure, line: regex.Match[str]) -> bool:
    """Whether a figure of a line is a bare number that is told in the scale of its table."""
    if figure.kind not in (Kind.COUNT, Kind.MONEY) or (figure.kind is Kind.COUNT and figure.unit):
        return False
    if figure.value is None or read_scale(figure.text) != 1:
        return False
    if worded(r"[ )]*[|\t ]{1,3}%").match(line.string, figure.end) is not None:
        return False  # a percentage whose sign has a cell of its own
    return worded(OTHERWISE).search(line["label"]) is None


def _labelled(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of lines whose label ends with their unit."""
    for label in worded(LABELLED).finditer(text):
        told = _told(label["told"], *label.span("told"))
        end = text.find("\n", label.end())
        for figure in _inside(figures, label.end(), end if end >= 0 else len(text)):
            bare = figure.kind is Kind.COUNT and figure.unit is None and figure.value is not None
            small = told.scale == THOUSANDS and ("." in figure.text or len(figure.text) < LEAST)
            if bare and not small and read_scale(figure.text) == 1:
                yield _in_unit(figure, told, OF_LINE)


def _before_scales(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The values before a scale that stands behind the second of them, which is in brackets."""
    for hit in BEHIND.finditer(text):
        pair = [*_inside(figures, hit.start() - FAR, hit.start()), *_inside(figures, hit.start(), hit.end())]
        new, old = pair[-2:] if len(pair) > 1 else (None, None)
        if new is None or old is None or new.end != hit.start() or old.start > hit.start("old"):
            continue
        amounts = all(f.kind in (Kind.MONEY, Kind.COUNT) and f.value is not None for f in (new, old))
        if amounts and read_scale(new.text) == 1 and read_scale(old.text) == 1:
            told = Told(read_scale(hit["scale"]), None, *hit.span("scale"))
            yield from (_in_unit(figure, told, OF_BOTH) for figure in (new, old))


FAR = 20
"""How many characters before a bracket the value before it begins at the earliest."""


def _inside(figures: Sequence[Figure], start: int, end: int) -> Sequence[Figure]:
    return figures[bisect_left(figures, start, key=START) : bisect_left(figures, end, key=START)]


def _in_unit(figure: Figure, told: Told, rule: str) -> Figure:
    """The figure in the scale that is told, a bare number in its currency, or as a percentage."""
    if told.percent:
        every = (*figure.evidence, Evidence("unit", told.start, told.end, rule))
        marks = (*figure.inferred, "unit")
        return replace(figure, kind=Kind.PERCENT, unit="percent", inferred=marks, evidence=every)
    if told.scale is None:
        return figure
    currency = told.currency if figure.kind is Kind.COUNT else None
    fields = ("value", "unit") if currency else ("value",)
    number = Numeral(figure.value, figure.precision).times(told.scale)
    return replace(
        figure,
        kind=Kind.MONEY if currency else figure.kind,
        unit=currency.unit if currency else figure.unit,
        candidates=currency.candidates if currency else figure.candidates,
        value=number.value,
        precision=number.step,
        inferred=(*figure.inferred, *fields),
        evidence=(*figure.evidence, *(Evidence(field, told.start, told.end, rule) for field in fields)),
    )
