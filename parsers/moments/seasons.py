"""Seasons and holidays: "last summer", "the winter of 1994", "Thanksgiving Day"."""

from __future__ import annotations

from parsers.forms import Form, Holiday, Season, Year
from parsers.moments.around import AROUND, TIMELY, framed
from parsers.moments.building import rule
from parsers.moments.phrase import GAP, relative_year, which_offset
from parsers.moments.weekdays import SIDED
from parsers.moments.words import Pattern, entry, led, year_of
from parsers.rules import Hit, Rule


def _year_group(hit: Hit) -> tuple[Form | None, int | None]:
    """The year of a season or holiday, and its side ("last summer")."""
    year, whose, which = hit["year"], hit["whose"], led(hit, "which")
    if year:
        found = year_of(year)
        return (Year(*found) if found else None), None
    if whose:
        return relative_year(whose), None
    return None, which_offset(which) if which else None


def _season(hit: Hit) -> Form | None:
    found = entry("calendar.season", hit["season"])
    year, offset = _year_group(hit)
    if found is None:
        return None
    certain = year is not None or offset is not None or led(hit, "early")
    if FALLS.match(hit.text, max(0, hit.start - 8), hit.start):
        return None
    if not certain and NOT_SEASON.match(hit.text, hit.end):
        return None
    if (
        not certain
        and found.id in ("autumn", "spring")
        and hit["season"].lower() in ("fall", "spring")
        and not THE.match(hit.text, max(0, hit.match.start() - 12), hit.match.start())
    ):
        return None
    if not certain and not (TIMELY.match(hit.text, max(0, hit.start - AROUND), hit.start) or led(hit, "the")):
        return None
    bare_fall = led(hit, "the") and not certain and hit["season"].lower() == "fall"
    if bare_fall and not DURING.match(hit.text, max(0, hit.start - 8), hit.start):
        return None
    return framed(Season(str(found.get("timex")), year, offset), hit)


NOT_SEASON = Pattern(
    r"[\s\u00a0]?-(?:over|out|back|s\b)|[\s\u00a0](?:of[\s\u00a0](?!\d|last|this|next|nineteen)|in[\s\u00a0](?:the[\s\u00a0])?(?!\d)|to\b|into\b|water|from|short|below|behind|apart|under|victim|prey|by)"
)

FALLS = Pattern(r"(?ri)(?<!\p{L})(?:will|would|may|might|could|should|can|to|not)[\s\u00a0]")
"""Before the verb ("will fall in 2024")."""
DURING = Pattern(r"(?ri)(?<!\p{L})(?:in|of|since|during|until|by|for|this|through)[\s\u00a0]")
THE = Pattern(r"(?ri)(?<!\p{L})(?:the|this|last|next|in|by|of|since|until|late|early|mid)[\s\u00a0-]")


def _holiday(hit: Hit) -> Form | None:
    found = entry("holidays.name", hit["name"])
    if found is None or hit["name"].islower():
        return None
    year, offset = _year_group(hit)
    return framed(Holiday(found.id, year, offset), hit)


_YEAR = (
    rf"(?:,?{GAP}(?:of{GAP}|in{GAP})?(?:(?P<year><<any_year>>)|(?P<whose><<relative_year>>))"
    r"|(?P<year>)(?P<whose>))(?!\p{L})"
)


RULES: tuple[Rule, ...] = (
    rule(
        "season",
        ("calendar.season",),
        rf"(?P<season><<calendar.season>>)(?!\p{{L}}){_YEAR}",
        _season,
        lead=rf"(?:<<before>>)(?:(?<!\p{{L}})(?P<the>the){GAP})?{SIDED}",
        examples=(
            ("it opens next summer in Nice", "next summer"),
            ("the winter of 1994 was cold", "the winter of 1994"),
            ("sales over the summer were weak", "the summer"),
        ),
        rejects=(
            "a fall of 5 percent",
            "stocks fall in Asia",
            "they spring into action",
            "the fall in prices",
        ),
        rank=1,
    ),
    rule(
        "holiday",
        ("holidays.name",),
        rf"(?P<name><<holidays.name>>)(?!\p{{L}}){_YEAR}",
        _holiday,
        lead=rf"<<before>>{SIDED}",
        examples=(
            ("shops shut on Thanksgiving Day in Ohio", "Thanksgiving Day"),
            ("sales at Christmas 2019 rose", "Christmas 2019"),
        ),
        rejects=("the easter bunny", "thanksgivings"),
        rank=1,
    ),
)
