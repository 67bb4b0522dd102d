"""Counts of what no noun names: a number alone ("rose to 4.2 million")."""

from __future__ import annotations

from parsers import lexicon
from parsers.digits import GAP
from parsers.figures.alone import (
    DETERMINED,
    are_spoken_of,
    goes_down,
    is_level,
    is_mark,
    is_note,
    is_split_in,
)
from parsers.figures.amounts import AMOUNT, first_number, is_one
from parsers.figures.capitals import begins_name, has_word_before, opens_name
from parsers.figures.count import FREE, LEAD, OR_MORE, STARTS, candidate
from parsers.mentions import Candidate
from parsers.rules import Hit, Rule
from parsers.worded import worded

SCALES = frozenset({"thousands", "millions", "billions", "trillions"})


def _bare(hit: Hit) -> Candidate | None:
    """A number alone."""
    number = first_number(hit)
    if is_one(hit) and number.isalpha() and not (hit.lead and hit.lead["sign"]):
        return None
    if any(entry.get("noun") for entry in lexicon.find("numbers.many", number)):
        return None
    if number.lower() in SCALES and worded(r"(?ri)(?<!\p{L})(?:in|the)\s").match(
        hit.text, max(0, hit.start - 5), hit.start
    ):
        return None  # "(in millions)"
    if (
        ("/" in number and number.replace("/", "").isdecimal())
        or is_mark(hit, number)
        or is_note(hit, number)
    ):
        return None
    if number[0].isupper() and (
        has_word_before(hit.text, hit.start) or opens_name(hit.text, hit.start, hit.match.end())
    ):
        return None
    dated = worded(IN_A_MONTH).match(hit.text, max(0, hit.start - 12), hit.start)
    if number.isalpha() and (dated or are_spoken_of(hit) or is_split_in(hit)):
        return None
    if number.isdecimal() and len(number) < 5 and begins_name(hit.text, hit.start, hit.match.end()):
        return None
    if (
        number.isdecimal()
        and 3 <= len(number) <= 5
        and not (hit.lead and hit.lead["sign"])  # "a negative 234"
        and worded(DETERMINED).match(hit.text, max(0, hit.start - 20), hit.start)
    ):
        # "the 486", "its 737 line": a model; "the 5000 mark" is a level, "of the 137" a number.
        before = hit.text[max(0, hit.start - 8) : hit.start].lower()
        counted = before.endswith(("of the ", "all the ")) or is_level(hit)
        counted = counted or worded(OF_SOME).match(hit.text, hit.match.end()) is not None
        return candidate(hit, None) if counted else None
    found = candidate(hit, None)
    # What goes down is no range, and neither of the two is a number of its own.
    return hit.candidate() if found and len(found.figures) == 1 and goes_down(hit) else found


OF_SOME = rf"(?i){GAP}of{GAP}(?:its|their|his|her|our|the){GAP}(?:[\p{{L}}.&'\u2019-]++{GAP}){{0,3}}?\d"
"""Behind a number of some that are counted themselves ("that 640 of its 1,100 workers")."""
IN_A_MONTH = rf"(?r)(?<!\p{{L}})<<calendar.month|calendar.month_word>>{GAP}"
"""Before a day of the month in words ("effective March five")."""


RULES = (
    Rule(
        name="count.bare",
        starts=STARTS,
        lead=rf"(?<!\d(?:[-\u2013:]|-to-)){LEAD}?",
        needs_lead=True,
        head=AMOUNT,
        pattern=rf"{OR_MORE}{FREE}",
        read=_bare,
        examples=(
            ("output rose to 4.2 million in May", "4.2 million"),
            ("the index closed at 5,884", "5,884"),
            ("dozens were hurt", "dozens"),
            ("the index fell to a negative 234", "negative 234"),
        ),
        rejects=(
            "the '70' plate sold well",
            "in 2019 it grew",
            "one of them left",
            "a 12-inch pipe",
            "it is 10:30 there",
            "effective March five, it closes",
            "it was well above 2003's rate",
            "it bought the tower at 22 Bishopsgate",
        ),
    ),
)
