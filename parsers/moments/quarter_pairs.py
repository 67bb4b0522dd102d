"""Two quarters or halves told together: "the first and second quarters of 1986"."""

from __future__ import annotations

from parsers.forms import Form, Range, Share
from parsers.mentions import Candidate, MomentReading
from parsers.moments.building import rule, spanning
from parsers.moments.fiscal import YEAR_OF_SHARE, year_of_share
from parsers.moments.phrase import GAP
from parsers.moments.words import small_of
from parsers.rules import Hit, Rule


def _two(hit: Hit) -> Candidate | None:
    """Each of the two is a time of its own; one "to" the other is a range."""
    parts = 4 if hit["unit"].lower().startswith("q") else 2
    first, second = small_of(hit["a"]), small_of(hit["b"])
    if first is None or second is None or not 1 <= first < second <= parts:
        return None
    year, fiscal = year_of_share(hit)
    one: Form = Share(parts, first, year, fiscal)
    two: Form = Share(parts, second, year, fiscal)
    if hit["joint"].strip().lower() in ("to", "through"):
        return spanning(hit, Range(one, two), hit.start, hit.end)
    return hit.candidate(
        moments=(
            MomentReading(start=hit.start, end=hit.match.end("a"), form=one),
            MomentReading(start=hit.match.start("b"), end=hit.end, form=two),
        )
    )


def _of_years(hit: Hit) -> Form | None:
    """The same quarter of several years: the first of them; those behind it are told by the years alone."""
    year, fiscal = year_of_share(hit)
    parts = 4 if hit["unit"].lower().startswith("q") else 2
    number = small_of(hit["n"])
    return Share(parts, number, year, fiscal) if number is not None and 1 <= number <= parts else None


RULES: tuple[Rule, ...] = (
    rule(
        "quarter.of_years",
        ("numbers.ordinal",),
        rf"(?P<n>first|second|third|fourth)[\s\u00a0-](?P<unit>quarters|halves){GAP}of{GAP}{YEAR_OF_SHARE}"
        rf"(?=,?{GAP}and{GAP}(?:[0-9]{{4}}|fiscal|FY))",
        _of_years,
        lead=rf"(?:(?<!\p{{L}})the{GAP})?",
        examples=(
            ("shares for the first quarters of 2025 and 2024 were", "the first quarters of 2025"),
            ("in the second halves of 2025 and 2024 it", "the second halves of 2025"),
        ),
        rejects=("the first quarters of the game", "three quarters of 2025"),
        rank=2,
    ),
    rule(
        "quarter.pair",
        ("numbers.ordinal",),
        rf"(?P<a>first|second|third)-?(?P<joint>{GAP}(?:and|or|to|through){GAP})(?:the{GAP})?"
        rf"(?P<b>second|third|fourth)[\s\u00a0-](?P<unit>quarters|quarter(?!s)|halves)"
        rf"(?:{GAP}(?:of{GAP})?(?:the{GAP})?{YEAR_OF_SHARE})?(?![\p{{L}}\p{{N}}])"
        rf"(?=(?:(?<=-quarter){GAP}[\p{{L}}-]++{GAP}(?P<whose>(?:this|next){GAP}year)(?!\p{{L}}))?)",
        _two,
        peek=rf"\p{{L}}++-?{GAP}(?:and|or|to|through){GAP}",
        lead=rf"(?:(?<!\p{{L}})the{GAP})?",
        examples=(
            ("growth in the first and second quarters of 1986 was", "the first and second quarters of 1986"),
            ("third and fourth-quarter profits rose", "third and fourth-quarter"),
        ),
        rejects=(
            "the second and first quarters",
            "the first and second plants",
            "the third and fourth halves",
        ),
        rank=2,
    ),
)
