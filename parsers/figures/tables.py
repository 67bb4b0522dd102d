"""Lines of a table, and brackets in them as the minus of accounts.

A line is one of a table when it is a label and then nothing but cells of numbers ("Net loss (3.1) (2.4)").
Only there do brackets stand for a minus; in prose "(3.1)" is an aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from parsers import lexicon
from parsers.anchors import Digits
from parsers.digits import Numeral, digits
from parsers.figures.currency import read_sign
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.rules import DIGIT, Hit, Rule
from parsers.worded import worded

WIDEST = 240
"""A longer line is no line of a table."""
_CELL = (
    r"(?:(?:(?:Up|Down|up|down)[ ])?\(?-?(?:\p{Sc}|US\$)?[ ]?\(?-?[0-9][0-9,]{0,14}(?:\.[0-9]{1,6})?"
    r"(?:[ ]?\))?(?:[ ]?%)?\)?(?:[ ]?(?:pts?|bps)\b)?"
    r"|[-\u2013\u2014]{1,2}|[nN]/?[amAM]|%)"
)
_LINE = (
    rf"[ \t|]*(?P<label>\p{{L}}[^\d\n|(]{{0,70}}?(?:\(\p{{L}}[^)\n]{{1,40}}\)[^\d\n|(]{{0,20}}?)?)"
    rf"(?P<cells>(?:[ \t|$:]{{1,40}}{_CELL}){{1,12}}+)[ \t|]*"
)
_WIDE = (
    r"[ \t|]*(?P<label>\p{L}(?:[^\n|\t ]|[ ](?![ ])){0,160}?)"
    rf"(?P<cells>(?:(?:[ ]{{2,40}}|[ ]?[|\t][ \t]*)\$?[ ]?{_CELL}){{2,12}}+)[ \t|]*"
)
"""A line whose label is parted from its cells by room, whatever it says."""


def _bracketed(hit: Hit) -> Candidate | None:
    """A number in brackets, below nothing where its line is one of a table."""
    number = digits(hit["n"] or "")
    line = _line(hit.text, hit.match.start())
    if number is None or line is None or not _is_column(hit, line):
        return None
    sign = (hit.lead["c"] or "").strip() if hit.lead else ""
    currency = read_sign(sign) if sign else None
    kind = Kind.MONEY if currency else Kind.PERCENT if "%" in hit.match[0] else Kind.COUNT
    unit = currency.unit if currency else "percent" if kind is Kind.PERCENT else None
    below: Numeral = number.times(Decimal(-1))
    reading = FigureReading(
        start=hit.start,
        end=hit.end,
        kind=kind,
        value=below.value,
        precision=below.step,
        unit=unit,
        candidates=currency.candidates if currency else (),
    )
    return hit.candidate(figures=(reading,))


def _is_column(hit: Hit, line: regex.Match[str]) -> bool:
    """Whether brackets are of accounts here: beside another column, or on a line that tells of a loss."""
    if hit.match.start() < line.start("cells"):
        return False
    several = len(worded(r"[0-9][0-9,.]*").findall(line["cells"])) > 1
    small = (hit["n"] or "").isdecimal() and len(hit["n"] or "") < 3
    told = worded(r"(?i)(?<!\p{L})<<moneywords.below>>(?!\p{L})").search(line["label"]) is not None
    return told or (several and not small)


def _line(text: str, at: int) -> regex.Match[str] | None:
    """The line around ``at``, if it is one of a table."""
    start = text.rfind("\n", max(0, at - WIDEST), at) + 1
    if not start and at > WIDEST:
        return None
    end = text.find("\n", at, at + WIDEST)
    if end < 0:
        end = min(len(text), at + WIDEST)
    return _table_line(text, start, end)


def _table_line(text: str, start: int, end: int) -> regex.Match[str] | None:
    found = worded(_LINE).fullmatch(text, start, end) or worded(_WIDE).fullmatch(text, start, end)
    if found is None or ". " in found["label"]:
        return None
    words = found["label"].rstrip(" \t:$").rsplit(None, 1)
    return None if not words or lexicon.surfaces("nouns.stop").find(words[-1].lower()) else found


def lines_below(text: str, at: int, last: int) -> Iterator[regex.Match[str]]:
    """The lines of the table below a header, down to the next header or line of prose."""
    at = text.find("\n", at, last)
    while 0 <= at < last:
        end = text.find("\n", at + 1, at + WIDEST + 2)
        if end < 0 and len(text) - at > WIDEST:
            return
        end = len(text) if end < 0 else end
        line = _table_line(text, at + 1, end)
        if line is not None:
            yield line
        elif worded(r"[^\n]{40,}[.!?][\"\u201d]?[ \t]*").fullmatch(text, at + 1, end):
            return
        at = end if end < len(text) else -1


RULES = (
    Rule(
        name="table.bracketed",
        starts=(DIGIT,),
        digits=Digits(before="($? "),
        pattern=r"(?P<n><<number>>)[ ]?(?:%[ ]?)?\)(?:[ ]?%)?",
        lead=r"(?P<c>(?:\p{Sc}|US\$)[ ]?)?\((?P<c>(?:\p{Sc}|US\$)[ ]?)?",
        needs_lead=True,
        rank=1,
        read=_bracketed,
        examples=(
            ("Net loss (3.1) (2.4)", "(3.1)"),
            ("Net loss | ($4.5) | ($3.2)", "($4.5)"),
            ("Net loss (3.1)", "(3.1)"),
        ),
        rejects=(
            "a ratio (3.1) of it",
            "It rose to 45.3 (12.5) there.",
            "see note (2) for it",
            "grew to 45.3 (12.5%)",
        ),
    ),
)
