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


RULES: tuple[Rule, ...] = (
    rule(
        "quarter.pair",
        ("numbers.ordinal",),
        rf"(?P<a>first|second|third)-?(?P<joint>{GAP}(?:and|or|to|through){GAP})(?:the{GAP})?"
        rf"(?P<b>second|third|fourth)[\s\u00a0-](?P<unit>quarters|quarter(?!s)|halves)"
        rf"(?:{GAP}(?:of{GAP})?(?:the{GAP})?{YEAR_OF_SHARE})?(?![\p{{L}}\p{{N}}])"
        rf"(?=(?:(?<=-quarter){GAP}[\p{{L}}-]++{GAP}(?P<whose>(?:this|next){GAP}year)(?!\p{{L}}))?)",
        _two,
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
