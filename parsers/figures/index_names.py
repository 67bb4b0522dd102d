"""Indices named after how many shares they hold: "the 30-share index"; the number is no figure."""

from __future__ import annotations

from parsers.mentions import Candidate
from parsers.numerals import GAP
from parsers.rules import DIGIT, Hit, Rule


def _name(hit: Hit) -> Candidate:
    return hit.candidate()


RULES = (
    Rule(
        name="name.index_size",
        starts=(DIGIT,),
        pattern=(
            rf"[0-9]{{2,4}}-<<names.member>>"
            rf"{GAP}(?:\p{{L}}[\p{{L}}-]{{1,14}}{GAP}){{0,3}}?<<names.gauge>>(?!\p{{L}})"
        ),
        read=_name,
        rank=1,
        examples=(
            ("the 30-share index lost 4 points", "30-share index"),
            ("its 40-stock industrial average", "40-stock industrial average"),
        ),
        rejects=("a 30-share purchase", "the 63-store chain"),
    ),
)
