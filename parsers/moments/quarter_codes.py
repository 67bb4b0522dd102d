"""Quarters and halves by their codes: "Q3 2024", "1H25", "Q1-Q3 2024", "2009's Q2"."""

from __future__ import annotations

from parsers.anchors import Digits
from parsers.forms import Form, Range, Share
from parsers.mentions import Candidate, MomentReading
from parsers.moments.around import framed
from parsers.moments.building import rule, spanning
from parsers.moments.fiscal import IN_NAME, SHORT_YEAR, YEAR_OF_SHARE, year_of_share
from parsers.moments.phrase import GAP
from parsers.moments.words import Pattern
from parsers.rules import DIGIT, Hit, Rule


def _code(hit: Hit) -> Form | None:
    printed = hit["n"]
    parts = 4 if hit["k"] in "Qq" else 2
    if not 1 <= int(printed) <= parts or IN_NAME.match(hit.text, max(0, hit.start - 1), hit.start):
        return None
    year, fiscal = year_of_share(hit)
    if parts == 2 and year is None and A_THING.match(hit.text, max(0, hit.start - 12), hit.start):
        return None  # "the H2 chips"
    return framed(Share(parts, int(printed), year, fiscal), hit)


A_THING = Pattern(r"(?ri)\b(?:the|its|an?|new|each) \Z")


def _codes(hit: Hit) -> Candidate | None:
    """As in "Q1-Q3 2024", a range, and "Q1 and Q2 2024", two quarters of one year."""
    parts = 4 if hit["k"] in "Qq" else 2
    first, last = int(hit["n"]), int(hit["n2"])
    year, fiscal = year_of_share(hit)
    if not 1 <= first < last <= parts or IN_NAME.match(hit.text, max(0, hit.start - 1), hit.start):
        return None
    one, two = (Share(parts, number, year, fiscal) for number in (first, last))
    if hit["joint"]:
        return spanning(hit, Range(one, two), hit.start, hit.end)
    return hit.candidate(
        moments=(
            MomentReading(start=hit.start, end=hit.match.end("n"), form=one),
            MomentReading(start=hit.match.start("second"), end=hit.end, form=two),
        )
    )


RULES: tuple[Rule, ...] = (
    rule(
        "quarter.code",
        ("fiscal.code",),
        rf"(?P<k>(?-i:[QHq]))(?P<n>[1-4])(?!\d|[.,]\d)(?:(?:{GAP}of{GAP}|,?{GAP}|-|/)?{YEAR_OF_SHARE}"
        rf"|/(?P<year>[0-9]{{2}})|{SHORT_YEAR})?(?-i:[EFA])?(?![\p{{L}}\p{{N}}]|-\p{{L}})",
        _code,
        lead=rf"<<before>>(?:(?<![\p{{L}}\p{{N}}])(?:(?P<fy>FY|CY)?(?P<year>(?:19|20)?[0-9]{{2}})[\s\u00a0/-]?|(?P<fy>fiscal{GAP})(?:(?P<year><<year4>>){GAP})?))?",
        examples=(
            ("sales in Q3 2024 rose", "Q3 2024"),
            ("profit of Q2 FY25 fell", "Q2 FY25"),
            ("sales of H1 fell", "H1"),
            ("its Q4'23 update", "Q4'23"),
        ),
        rejects=("the Audi Q5 sold well", "an H1-B visa", "model XQ3 sold"),
        rank=1,
    ),
    rule(
        "quarter.codes",
        ("fiscal.code",),
        rf"(?P<k>(?-i:[QH]))(?P<n>[1-4])(?:(?P<joint>[\s\u00a0]?[-\u2013][\s\u00a0]?|{GAP}to{GAP})|{GAP}?(?:and|&|,){GAP}?)"
        rf"(?P<second>(?-i:[QH])(?P<n2>[1-4]))(?!\d)(?:{GAP}of)?{GAP}?{YEAR_OF_SHARE}(?![\p{{L}}\p{{N}}])",
        _codes,
        examples=(
            ("sales of Q1-Q3 2024 rose", "Q1-Q3 2024"),
            ("sales of Q1 and Q2 2024 rose", "Q1 and Q2 2024"),
        ),
        rejects=("the Q3-Q1 2024 sets", "an Audi Q3-Q5"),
        rank=2,
    ),
    rule(
        "quarter.digit",
        (DIGIT,),
        rf"(?:(?P<n>[1-4])(?P<k>[QH])(?:(?:{GAP}of)?[\s\u00a0/]?{YEAR_OF_SHARE}|/?(?P<year>[0-9]{{2}}))?(?-i:[EFA])?|(?P<year>(?:19|20)[0-9]{{2}})(?:['\u2019]s)?[\s\u00a0-]?(?P<k>[QH])(?P<n>[1-4]))(?![\p{{L}}\p{{N}}])",
        _code,
        lead=rf"<<before>>(?:(?<!\p{{L}})(?P<fiscal>fiscal){GAP})?",
        near=("q", "h"),
        digits=Digits(count=(1, 4), then="Aa -'\u2019"),
        examples=(
            ("sales in 3Q24 rose", "3Q24"),
            ("the 2016 H2 results", "2016 H2"),
            ("by 1H25 it may", "1H25"),
        ),
        rejects=("it has 4Q8 parts", "a 5Q24 code"),
        rank=1,
    ),
)
