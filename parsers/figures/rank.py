"""Ordinals and ranks: "ranked first", "No. 2", "the fifth consecutive quarter", "third-largest"."""

from __future__ import annotations

from decimal import Decimal

from parsers import lexicon
from parsers.anchors import Digits
from parsers.digits import END, GAP
from parsers.figures.capitals import inside_sentence, opens_name
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.rules import DIGIT, Hit, Rule
from parsers.worded import worded

_HUNDRED = rf"(?ri)(?<![\p{{L}}-])(?:(?:(?P<n><<numbers.unit>>)|an?){GAP})?hundred(?:{GAP}and)?{GAP}"
_ROW = rf"{GAP}(?:consecutive|straight|successive){GAP}\p{{Ll}}{{3,12}}{END}"
_MOST = rf"(?:[-\u2010](?:<<numbers.superlative>>|<<numbers.degree>>)|{GAP}<<numbers.superlative>>){END}"
_TENS = r"(?:(?P<tens><<numbers.tens>>)[-\s\u2010])"


def _ordinal(hit: Hit) -> Candidate | None:
    """An ordinal in words, with what it counts."""
    word = hit["word"]
    if word.lower() == "second" and hit.text[max(0, hit.start - 4) : hit.start].lower().endswith(
        ("per ", "/")
    ):
        return None
    if word[0].isupper() and (
        inside_sentence(hit.text, hit.start) or opens_name(hit.text, hit.start, hit.end)
    ):
        return None
    value = Decimal(lexicon.surfaces("numbers.ordinal").find(word)[0].get("value"))
    if hit["tens"] is not None:
        value += Decimal(lexicon.surfaces("numbers.tens").find(hit["tens"])[0].get("value"))
    if hundred := worded(_HUNDRED).match(hit.text, max(0, hit.start - 24), hit.start):
        count = lexicon.surfaces("numbers.unit").find(hundred["n"])[0].get("value") if hundred["n"] else 1
        return _candidate(hit, 100 * Decimal(count) + value, hundred.start())
    many = worded(_MANY).match(hit.text, max(0, hit.start - 12), hit.start) if value >= HUNDREDTH else None
    if many is not None:
        count = lexicon.surfaces("numbers.unit").find(many["n"])[0].get("value")
        return _candidate(hit, Decimal(count) * value, many.start())
    return _candidate(hit, value)


HUNDREDTH = 100
_MANY = rf"(?ri)(?<![\p{{L}}-])(?P<n><<numbers.unit>>)(?:{GAP}|-)"
"""Before "hundredth" and "thousandth": how many of them ("the nine hundredth store")."""


def _digits(hit: Hit) -> Candidate | None:
    name = worded(rf"{GAP}(?P<word>\p{{Lu}}[\p{{L}}.]+)").match(hit.text, hit.end)
    if name is not None and not lexicon.find("parties.nationality|parties.place", name["word"]):
        return None  # "San Francisco-based 1st Nationwide Bank"
    return _candidate(hit, Decimal(hit["n"]))


def _number(hit: Hit) -> Candidate | None:
    reading = FigureReading(
        start=hit.start, end=hit.end, kind=Kind.RANK, value=Decimal(hit["n"]), precision=Decimal(1)
    )
    return hit.candidate(figures=(reading,))


def _number_word(hit: Hit) -> Candidate | None:
    """A rank in words, "number" included ("the number one carmaker")."""
    value = Decimal(lexicon.surfaces("numbers.unit").find(hit["word"])[0].get("value"))
    return _candidate(hit, value, hit.start)


def _candidate(hit: Hit, value: Decimal, start: int | None = None) -> Candidate:
    begin = hit.match.start() if start is None else start
    reading = FigureReading(start=begin, end=hit.end, kind=Kind.RANK, value=value, precision=Decimal(1))
    return hit.candidate(start=begin, figures=(reading,))


RULES = (
    Rule(
        name="rank.ordinal",
        starts=("numbers.ordinal", "numbers.tens"),
        pattern=rf"{_TENS}?(?P<word><<numbers.ordinal>>){END}(?:{_ROW}|{_MOST})?(?![-\u2010]\p{{L}})",
        lead=r"(?<![\p{L}\p{N}]-|\p{N}[ ])",
        needs_lead=True,
        read=_ordinal,
        examples=(
            ("it ranked first in safety", "first"),
            ("for the fifth consecutive quarter", "fifth consecutive quarter"),
            ("its twenty-second plant", "twenty-second"),
            ("the one hundred and fifth store", "one hundred and fifth"),
            ("it was a hundred first there", "a hundred first"),
            ("the nine hundredth store", "nine hundredth"),
            ("the third-largest carmaker", "third-largest"),
            ("its second best year", "second best"),
        ),
        rejects=(
            "a first-class seat",
            "two-thirds of it",
            "shares of First Solar fell",
            "First Solar said so",
        ),
    ),
    Rule(
        name="rank.digits",
        starts=(DIGIT,),
        pattern=rf"(?P<n>[0-9]{{1,4}})(?:st|nd|rd|th){END}(?:{_ROW}|{_MOST})?(?![-\u2010]\p{{L}})",
        lead=r"(?<!\d/)",
        needs_lead=True,
        read=_digits,
        digits=Digits(count=(1, 2, 3, 4), then="a"),
        examples=(
            ("it came 3rd in the poll", "3rd"),
            ("the 12th straight month", "12th straight month"),
            ("the 7th-biggest bank", "7th-biggest"),
        ),
        rejects=("in the 21st century", "3 rd", "it is 1/287th of that", "he led the 1st Carrow Bank"),
    ),
    Rule(
        name="rank.number",
        starts=(DIGIT,),
        pattern=r"(?P<n>[0-9]{1,3})(?![\p{L}\p{N}]|[.,]\d|-\d)",
        lead=rf"(?<![\p{{L}}\p{{N}}])(?:(?:No|Nos|no)\.?{GAP}?|(?i:number){GAP}|#)",
        needs_lead=True,
        read=_number,
        rank=1,
        digits=Digits(count=(1, 2, 3), before=" .#a", then="^Aa"),
        examples=(("the No. 2 carmaker", "No. 2"), ("it is number 3 in chips", "number 3")),
        rejects=("the number 45,000 was given", "no 1990s film"),
    ),
    Rule(
        name="rank.number_word",
        starts=("numbers.unit",),
        pattern=rf"(?P<word><<numbers.unit>>){END}(?![-\u2010]\p{{L}}|{GAP}(?:<<scales.word>>|of\b))",
        lead=rf"(?<![\p{{L}}\p{{N}}])(?i:number){GAP}",
        needs_lead=True,
        read=_number_word,
        rank=1,
        examples=(
            ("the number one carmaker", "number one"),
            ("it is the number two in phones", "number two"),
        ),
        rejects=("the number of two mills", "a number three million higher"),
    ),
)
