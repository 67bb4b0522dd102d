"""Numbers behind the noun that they tell from others: "Section 301", "phase 3", "Note 12", "Zone 2".

A ``designator`` of ``lexicon/names.toml`` stays one where a counted noun follows ("phase 3 trials"); a
``label`` is a verb or a count as well ("train 500 workers"): there it needs a capital.
"""

from __future__ import annotations

from itertools import pairwise

from parsers import lexicon
from parsers.anchors import Digits
from parsers.digits import END, GAP
from parsers.figures.capitals import COUNTED, NAMED, NO_AMOUNT, NO_YEAR, TOKEN, has_word_before, whole
from parsers.figures.nouns import is_plural
from parsers.mentions import Candidate
from parsers.patterns import compiled
from parsers.rules import DIGIT, Hit, Rule
from parsers.worded import worded

_MORE = (
    rf"(?:(?:,{GAP}|{GAP}(?:and|or|to|through){GAP}|\s?[-\u2013/]\s?){TOKEN}"
    rf"(?:\([0-9A-Za-z]{{1,3}}\)){{0,4}}+(?![\p{{L}}\p{{N}}%]){NO_AMOUNT}(?!{COUNTED})){{0,4}}+(?:,{GAP}[Nn]o\.{GAP}[0-9]{{1,4}}(?![\p{{L}}\p{{N}}]))?"
)
# "page 3 of 12"
_NO_PLURALS = (
    "names.plain|directions.verb|directions.act|directions.noun|currencies.name|currencies.common"
    "|timeunits.many"
)
_OF = rf"(?:{GAP}of{GAP}[0-9]{{1,4}}(?![\p{{L}}\p{{N}}%-]|[.,]\d))?"

_SPELLED = rf"{END}{NO_AMOUNT}(?![-\u2010]|{GAP}(?:hundred|or|to)\b)"
"""Behind a number in words that is whole: "two" of "phase two"."""


def _labelled(hit: Hit) -> Candidate | None:
    """A noun and its number; where a counted noun follows only with a capital ("Zone 2 rents")."""
    if compiled(r"\p{Ll}[^\d]* [0-9]+p").fullmatch(hit.match[0]):
        return None  # "ended the day 9p lower"
    if worded(COUNTED).match(hit.text, hit.end) is None:
        return hit.candidate()
    few = compiled(r"\D*[0-9]{1,2}(?!\d)").match(hit.match[0])
    named = hit.match[0][0].isupper() and (few or has_word_before(hit.text, hit.start))
    return hit.candidate() if named else None


def _neighbours(hit: Hit) -> Candidate | None:
    """A plural and the numbers that follow one another behind it: "boards 1 and 2"."""
    assert hit.lead is not None
    word = hit.lead["word"].lower()
    if not is_plural(word) or lexicon.find(_NO_PLURALS, word):
        return None
    numbers = [int(number) for number in compiled(r"\d+").findall(hit.match[0])]
    return hit.candidate() if all(b - a == 1 for a, b in pairwise(numbers)) else None


RULES = (
    Rule(
        name="name.designator",
        starts=("names.designator",),
        pattern=rf"<<names.designator>>(?:{GAP}(?i:no\.?|number)?{GAP}?|-)#?{NAMED}{_OF}{_MORE}",
        read=whole,
        rank=1,
        examples=(
            ("under Section 301 tariffs", "Section 301"),
            ("filed for Chapter 11 protection", "Chapter 11"),
            ("in phase 3 trials", "phase 3"),
            ("the table on page 14 shows", "page 14"),
            ("rules 12 and 13 apply", "rules 12 and 13"),
            ("Section 16(b) applies", "Section 16(b)"),
        ),
        rejects=(
            "at a level 12 percent higher",
            "the scope 3 million users have",
            "the section had 12 pages",
        ),
    ),
    Rule(
        name="name.phase",
        starts=("names.phase",),
        pattern=(
            rf"<<names.phase>>{GAP}(?i:one|two|three|four)"
            rf"(?=[.,;)]|{GAP}(?:and|clinical|of|results|stud(?:y|ies)|tests?|trials?)(?!\p{{L}}))"
        ),
        read=whole,
        rank=1,
        examples=(
            ("it is in phase two trials there", "phase two"),
            ("after phase one, it stopped", "phase one"),
        ),
        rejects=("in that phase two mills closed", "in phase 3 million people"),
    ),
    Rule(
        name="name.label",
        starts=("names.label",),
        pattern=rf"(?<!\p{{L}}[-\u2010])<<names.label>>{GAP}(?i:(?:no\.?|number){GAP})?#?{NO_YEAR}{NAMED}{_OF}{_MORE}",
        peek=rf"<<names.label>>{GAP}(?i:(?:no\.?|number){GAP})?#?[0-9]",
        read=_labelled,
        rank=1,
        examples=(
            ("see Note 12 to the accounts", "Note 12"),
            ("the meeting in round 14 ended", "round 14"),
            ("Form 10-K was filed", "Form 10-K"),
            ("Lot 45 fetched a record", "Lot 45"),
            ("the blast at reactor No. 4 in May", "reactor No. 4"),
            ("printed in vol. 12, No. 3 of it", "vol. 12, No. 3"),
            ("Zone 2 rents rose", "Zone 2"),
        ),
        rejects=(
            "they train 500 workers",
            "Train 500 workers",
            "the group 12 companies own",
            "the series 3 million people saw",
            "a book-to-bill 1.1 times as high",
            "it ended the day 9p lower",
        ),
    ),
    # What a kind of ship or machine is called by.
    Rule(
        name="name.class_of",
        starts=(DIGIT,),
        digits=Digits(count=(3, 4), then="-"),
        pattern=r"[1-9][0-9]{2,3}-(?:class|model|type)(?![\p{L}\p{N}-])",
        read=whole,
        rank=1,
        examples=(("a 688-class submarine", "688-class"), ("its 4200-model tractor", "4200-model")),
        rejects=("a 12-class course", "a 688 class was held", "a 120-classroom school"),
    ),
    # How many stocks an index is of is part of what it is called.
    Rule(
        name="name.index_of",
        starts=(DIGIT,),
        digits=Digits(count=(2, 3), before=" ", then=" "),
        pattern=rf"[1-9][0-9]{{1,2}}{GAP}(?:\p{{Ll}}[\p{{Ll}}-]{{2,12}}{GAP})?(?:issues|stocks|shares|industrials|companies)(?!\p{{L}})",
        lead=r"(?<!\p{L})(?i:index|average|gauge|barometer)[\u00a0 ]of[\u00a0 ](?:the[\u00a0 ])?",
        needs_lead=True,
        read=whole,
        rank=1,
        examples=(
            ("the Carrow index of 225 issues rose", "index of 225 issues"),
            ("its average of 30 leading stocks fell", "average of 30 leading stocks"),
        ),
        rejects=("it has an average of 225 people", "an index of 225 was read", "it sold 225 issues"),
    ),
    Rule(
        name="name.spelled",
        starts=("names.designator", "names.label"),
        pattern=(
            rf"<<names.designator|names.label>>{GAP}<<numbers.unit|numbers.teen>>"
            rf"{_SPELLED}(?!{COUNTED})"
        ),
        peek=rf"<<names.designator|names.label>>{GAP}<<numbers.unit|numbers.teen>>{END}",
        read=whole,
        rank=1,
        examples=(("they met on day two of it", "day two"), ("phase one ended", "phase one")),
        rejects=("they train two dogs", "the group two companies own", "a page one hundred read"),
    ),
    Rule(
        name="name.span_of_plan",
        starts=("names.span",),
        pattern=rf"<<names.span>>{GAP}<<numbers.unit>>{_SPELLED}",
        lead=r"(?<!\p{L})(?i:in|by|of|from|through|until|after)[\u00a0 ]",
        needs_lead=True,
        peek=rf"<<names.span>>{GAP}<<numbers.unit>>{END}",
        read=whole,
        rank=1,
        examples=(
            ("savings due by the end of year three", "of year three"),
            ("in year two it made money", "in year two"),
        ),
        rejects=("last year three mills closed", "the year two sites opened", "in one year it lost"),
    ),
    Rule(
        name="name.neighbours",
        starts=(DIGIT,),
        near=("and", "or", "&"),
        digits=Digits(count=(1, 2), before=" ", then=" ,"),
        pattern=(
            rf"[1-9][0-9]?(?:,{GAP}[1-9][0-9]?){{0,3}}{GAP}(?:and|or|&){GAP}[1-9][0-9]?"
            rf"(?![\p{{L}}\p{{N}}%-]|[.,/:]\d){NO_AMOUNT}(?!{COUNTED})(?!{GAP}respectively)"
        ),
        lead=r"(?<![\p{L}\p{N}-])(?P<word>\p{L}\p{Ll}{2,15}s)[\u00a0 ]",
        needs_lead=True,
        read=_neighbours,
        rank=1,
        examples=(
            ("Boards 1 and 2 were late", "Boards 1 and 2"),
            ("the reactors 3, 4 and 5 are shut", "reactors 3, 4 and 5"),
        ),
        rejects=(
            "it sells 1 and 2 euros apiece",
            "it rises 3 and 4 percent",
            "plants with 5 and 6 people",
            "the boards 12 and 40 were sold",
        ),
    ),
)
