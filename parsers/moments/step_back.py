"""A time one step from that of the text: "a year-ago profit", "the month before", "the same month"."""

from __future__ import annotations

from decimal import Decimal

from parsers.forms import Form, Relative, Same, Shifted, Year
from parsers.moments.building import rule
from parsers.moments.phrase import GAP, read_when, year_form
from parsers.moments.words import led, year_of
from parsers.rules import Hit, Rule


def _year_ago(_hit: Hit) -> Form | None:
    """As in "a year-ago profit", "year-earlier results": the same period, a year back."""
    return Same("period", -1)


def _year_before(hit: Hit) -> Form | None:
    """As in "from the month before": the one before that of the text."""
    unit = hit["unit"].lower()
    return Same("period", -1) if unit == "year" else Relative(unit, -1, base="text")


def _same_month(hit: Hit) -> Form | None:
    """As in "the same month last year": the month of the text, a year back or in the year that is named."""
    year = year_form(hit.match)
    return Same("month", 0, year) if year is not None else Same("month", -1)


def _month_of(hit: Hit) -> Form | None:
    """As in "the same 1988 month": the month of the text in the year that is named."""
    year = year_of(led(hit, "year") or "")
    return Same("month", 0, Year(*year)) if year is not None else None


def _day_after(hit: Hit) -> Form | None:
    base = read_when(hit["base"])
    return Shifted(Decimal(1), "day", -1 if hit["side"].lower() == "before" else 1, base) if base else None


RULES: tuple[Rule, ...] = (
    rule(
        "relative.year_ago",
        ("timeunits.one",),
        r"year-(?:ago|earlier|prior)(?!\p{L})(?![\s\u00a0-](?:quarter|period|half|month))",
        _year_ago,
        examples=(("a year-earlier loss of $5", "year-earlier"), ("up from year-ago sales", "year-ago")),
        rejects=("a year-long row",),
        rank=1,
    ),
    rule(
        "relative.prior_year",
        ("timeunits.one",),
        r"year(?![\p{L}'\u2019])(?![\s\u00a0-](?:quarter|period|half|month))",
        _year_ago,
        lead=r"(?<![\p{L}-])(?:prior|previous)-",
        needs_lead=True,
        before=("prior", "previous"),
        examples=(
            ("a prior-year loss of $5", "prior-year"),
            ("up from previous-year sales", "previous-year"),
        ),
        rejects=("the prior-year quarter", "the prior year"),
        rank=1,
    ),
    rule(
        "relative.year_before",
        ("timeunits.one",),
        r"(?P<unit>year|quarter|month|week)[\s\u00a0](?:before|earlier|prior(?=[\s\u00a0.,;:)]))(?=[.,;:)]|['\u2019]s\b|[\s\u00a0](?:and|as|because|amid|despite|thanks|due)\b)",
        _year_before,
        lead=rf"(?<!\p{{L}})the(?P<gap>{GAP})",
        needs_lead=True,
        before=("the",),
        examples=(
            ("up from the $5 million of the year before, it said", "the year before"),
            ("it rose 2% in May from 1% the month prior, they said", "the month prior"),
        ),
        rejects=(
            "it was sold the year before the merger",
            "it was sold the year prior to the merger",
            "a year before, it was sold to the Swiss",
        ),
        rank=1,
    ),
    rule(
        "relative.same_month",
        ("timeunits.one",),
        rf"month(?:{GAP}(?:of|in))?{GAP}(?:(?:the{GAP})?(?:(?:a{GAP})?year{GAP}(?:ago|earlier|before)|(?:last|previous|prior){GAP}year)|(?P<year><<year4>>))(?!\p{{L}})",
        _same_month,
        lead=rf"(?<!\p{{L}})(?:the{GAP})?(?:same|comparable|corresponding|like|equivalent){GAP}",
        needs_lead=True,
        before=("same", "comparable", "corresponding", "like", "equivalent"),
        examples=(
            ("up 6% on the same month last year, it said", "the same month last year"),
            ("from the same month of 2019 it rose", "the same month of 2019"),
        ),
        rejects=("the same month it was sold",),
        rank=1,
    ),
    rule(
        "relative.month_of",
        ("timeunits.one",),
        r"month(?!\p{L})",
        _month_of,
        lead=rf"(?<!\p{{L}})(?:the{GAP})?(?:same|comparable|corresponding|like|equivalent){GAP}(?P<year><<year4>>){GAP}",
        needs_lead=True,
        before=("same", "comparable", "corresponding", "like", "equivalent"),
        examples=(("from 5,922 in the same 1988 month", "the same 1988 month"),),
        rejects=("in the same month it was sold",),
        rank=1,
    ),
    rule(
        "relative.day_after",
        ("timeunits.one",),
        rf"day{GAP}(?P<side>before|after){GAP}(?P<base>yesterday|tomorrow|today|<<weekday_name>>)(?!\p{{L}})",
        _day_after,
        lead=rf"(?<!\p{{L}})the(?P<gap>{GAP})",
        examples=(("he left the day before yesterday in haste", "the day before yesterday"),),
        rejects=("the day before the vote",),
        rank=1,
    ),
)
