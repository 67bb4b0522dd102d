"""Counts: a number with what it counts ("70,000 derivative models"), or alone ("rose to 4.2 million")."""

from __future__ import annotations

from decimal import Decimal

from parsers import lexicon
from parsers.digits import GAP, plain
from parsers.figures.alone import (
    counts_one,
    is_year,
)
from parsers.figures.amounts import AMOUNT, AMOUNTS, first_number, is_one, read_amounts
from parsers.figures.capitals import begins_name, inside_sentence
from parsers.figures.nouns import Counted, is_class, is_plural, read_counted
from parsers.figures.per import stands_behind_per
from parsers.figures.quantity import PER, unit_of
from parsers.figures.range import Measure
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind, Modifier
from parsers.numerals import SPELLED_STARTS, VAGUE_STARTS, read_number
from parsers.rules import DIGIT, Hit, Rule
from parsers.values import replace
from parsers.worded import worded

STARTS = (DIGIT, *SPELLED_STARTS, *VAGUE_STARTS)
OR_MORE = rf"(?P<more>\+|[-\u2010]?(?:plus|odd)(?![\p{{L}}])|{GAP}or{GAP}(?:more|so|fewer)(?![\p{{L}}]))?+"
_ODD_SCALE = "scales.short|scales.wire|scales.letter|scales.money_letter"
"""Behind a blank, or behind another scale, these are neither a scale nor a noun: "1 t bn" stays unread."""
FREE = (
    r"(?![\p{L}\p{N}_]|[.,]\d|[-/\u2010][\p{L}\d]|:\d|[^\S\n]?%"
    r"|(?:(?:[-\u2013]|[^\S\n]to[^\S\n])\d{1,2})?[^\S\n][ap]\.?m\b"
    r"|[^\S\n](?i:hundred|thousand|[mb]illion|trillion)th(?!\p{L})|[-\u2010](?:,|[^\S\n](?:and|or|to)(?!\p{L}))"
    rf"|(?<=[0-9])[^\S\n]<<{_ODD_SCALE}>>(?!\p{{L}}|[.'\u2019&-]\p{{L}})"
    r"|(?<=(?<![\d,.])(?:19|20)\d\d)['\u2019]s[^\S\n])"  # "above 2003's"
)
_NO_MEMBERS = (
    "nouns.stop|nouns.joined|timeunits.one|units.name|scales.word"
    "|numbers.ordinal|numbers.denominator|multiples.adverb"
)
LEAD = r"(?P<sign><<signed>>)"
MORE = {"+": Modifier.AT_LEAST, "plus": Modifier.AT_LEAST, "more": Modifier.AT_LEAST, "fewer": Modifier.UP_TO}


def _modifier(hit: Hit) -> Modifier:
    more = hit["more"] or ""
    return MORE.get(more.strip(" -\u2010\n\u00a0").split()[-1].lower(), Modifier.ABOUT)


def _counted(hit: Hit) -> Candidate | None:
    """A number and the noun phrase behind it."""
    single = is_one(hit)
    if hit["words"][0].isupper() and "\n" in hit.text[hit.head.end : hit.match.start("words")]:
        return None  # the next line of a table begins
    noun = read_counted(hit["words"], single=single)
    if (
        noun is None
        or _is_measure(noun)
        or (
            not is_class(noun)
            and lexicon.find(_ODD_SCALE, (noun.unit if " " in noun.unit else noun.head).split()[0])
        )
        or (single and lexicon.find("nouns.joined", noun.head))
        or (single and not counts_one(hit, noun))
        or _opens_name(hit, noun)
        or _acts_on(hit, noun)
        or _foresee(hit, noun)
        or _is_of_no_things(hit, noun)
    ):
        return None
    found = candidate(hit, noun)
    series = any(word[0].isdecimal() for word in noun.unit.split())
    return (
        replace(found, rank=2) if found and series else found
    )  # "Boeing 737 freighters" wins over "Boeing 787"


def _acts_on(hit: Hit, noun: Counted) -> bool:
    """Whether what is taken for a noun is a verb ("a fleet of 210 serves 40 cities")."""
    of = " " not in noun.unit and hit.text.endswith(" of ", max(0, hit.at - 4), hit.at)
    return of and worded(rf"{GAP}\d").match(hit.text, hit.match.start("words") + noun.length) is not None


def _foresee(hit: Hit, noun: Counted) -> bool:
    """Whether those behind a number are who expected it ("than the 180,000 economists had forecast")."""
    end = hit.match.start("words") + noun.length
    if not lexicon.find("contextwords.analyst", noun.head):
        return False
    said = worded(r"(?r)\bthe[\s]").match(hit.text, max(0, hit.start - 4), hit.start)
    return said is not None and worded(FORESAW).match(hit.text, end) is not None


def _is_of_no_things(hit: Hit, noun: Counted) -> bool:
    """Whether it is one of money or percent ("a 30 million dollar sales contract")."""
    first, _, rest = noun.unit.partition(" ")
    if lexicon.find("percent.word", first.partition("-")[0]) and "-" in first:
        return True
    if not rest or not lexicon.find("currencies.name|currencies.compound", first) or noun.head in IN_MONEY:
        return False
    number = read_number(first_number(hit))
    return number is not None and number.value is not None and number.value >= SUM


IN_MONEY = ("notes", "bills", "coins", "banknotes", "stores")
SUM = 1000
FORESAW = rf"(?i){GAP}(?:(?:had|were|have|had{GAP}been){GAP})?<<contextwords.expect>>(?!{GAP}to\b|\p{{L}})"


def _opens_name(hit: Hit, noun: Counted) -> bool:
    """Whether a sentence begins with a name of three words: "Three Arrows Capital failed"."""
    if not (first_number(hit)[0].isupper() and noun.unit[0].isupper()):
        return False
    return begins_name(hit.text, hit.at, hit.match.start("words") + noun.length, always=True)


def _digits(hit: Hit) -> Candidate | None:
    """An amount told by how many digits it has: "a six-figure sum", "into seven figures"."""
    number = read_number(hit["n"])
    before = hit.text[max(0, hit.start - 6) : hit.start].lower().split(" ")
    if number is None or number.value is None or not 3 < number.value < 14:
        return None
    led = before[-2:-1] and before[-2] in ("in", "to", "into", "of", "low", "mid", "high", "worth")
    if "-" not in hit.match[0] and not led:
        return None
    low = Decimal(1).scaleb(int(number.value) - 1)
    reading = FigureReading(
        start=hit.at, end=hit.end, kind=Kind.COUNT, low=plain(low), high=plain(low * 10) - 1
    )
    return hit.candidate(start=hit.at, figures=(reading,))


def _membered(hit: Hit) -> Candidate | None:
    """A number hyphened to what it counts: "a 13-member board"."""
    word = hit["words"]
    if is_one(hit) or is_plural(word) or lexicon.find(_NO_MEMBERS, word):
        return None
    return candidate(hit, Counted(len(word), word, word))


def candidate(hit: Hit, noun: Counted | None) -> Candidate | None:
    """A count of what a noun names, or of nothing that is named."""
    number = first_number(hit)
    if _is_name(hit) or (number[0] == "0" and number[1:2].isdecimal()) or stands_behind_per(hit):
        return None
    end = hit.match.start("words") + noun.length if noun else hit.match.end()
    found = read_amounts(hit, Measure(Kind.COUNT, noun.unit if noun else None), end)
    if not found or any(is_year(hit.text, reading, bool(noun)) for reading in found):
        return None
    if noun is not None and (per := worded(PER).match(hit.text, end)) and per["per"]:
        found = tuple(replace(reading, per=unit_of(per["per"])) for reading in found)
    if hit["more"]:
        found = (*found[:-1], replace(found[-1], modifier=_modifier(hit)))
    return hit.candidate(start=found[0].start, end=end, figures=found)


def _is_name(hit: Hit) -> bool:
    """A number word with a capital inside a sentence is part of a name ("Six Flags")."""
    return first_number(hit)[0].isupper() and inside_sentence(hit.text, hit.at)


def _is_measure(noun: Counted) -> bool:
    """Lengths of time belong to the moments, units to the quantities."""
    spans = "timeunits.many|timeunits.one|timeunits.short"
    if lexicon.find(spans, noun.head) or (" " in noun.unit and lexicon.find(spans, noun.unit.split()[0])):
        return True  # "200 day moving averages"
    if " " in noun.unit and lexicon.find("percent.point", noun.unit.split()[0]):
        return True  # "1/4 point prime rate increases"
    stem = noun.head.replace("\u2019", "'").partition("'")[0]
    if stem != noun.head and lexicon.find("scales.word", stem):
        return True  # no thing is called "trillion'cents"
    first = noun.unit.split()[0] if " " in noun.unit else noun.head
    return bool(lexicon.find("units.name|units.symbol", first))


RULES = (
    Rule(
        name="count.noun",
        starts=STARTS,
        lead=LEAD,
        head=AMOUNTS,
        pattern=rf"{OR_MORE}{GAP}(?P<words><<words>>)",
        read=_counted,
        examples=(
            ("it has over 70,000 derivative models", "70,000 derivative models"),
            ("it will cut 13,000 jobs there", "13,000 jobs"),
            ("twenty-six people were hurt", "twenty-six people"),
            ("5,000 to 6,000 new homes", "5,000 to 6,000 new homes"),
            ("it needs 20 or more stores", "20 or more stores"),
            ("one customer left", "one customer"),
            ("as many as 30 Boeing 737 freighters", "30 Boeing 737 freighters"),
        ),
        rejects=(
            "in 2019 sales rose",
            "three years of work",
            "no one knows",
            "one analyst at Calder said",
            "one reason is debt",
            "a deal, one covering the mill",
            "the stake of 5 percent",
            "shares in Six Flags rose",
            "Boeing 737 jets",
        ),
    ),
    Rule(
        name="count.vague",
        starts=VAGUE_STARTS,
        head=("vague_amount",),
        pattern=rf"(?P<more>){GAP}of{GAP}(?P<words><<words>>)",
        read=_counted,
        examples=(
            ("tens of thousands of people came", "tens of thousands of people"),
            ("it sold dozens of old ships", "dozens of old ships"),
        ),
        rejects=("dozens of years of work", "millions of dollars were lost", "hundreds of the best"),
    ),
    Rule(
        name="count.digits",
        starts=("numbers.unit", "numbers.teen"),
        near=("figure", "figures"),
        rank=1,
        pattern=rf"(?P<n><<numbers.unit|numbers.teen>>)(?:-|{GAP})figures?(?![\p{{L}}])",
        read=_digits,
        examples=(("a six-figure sum was paid", "six-figure"), ("it runs to seven figures", "seven figures")),
        rejects=("three figures were shown", "six figures in black stood there"),
    ),
    Rule(
        name="count.member",
        starts=STARTS,
        near=("-", "\u2010"),
        head=AMOUNT,
        pattern=(
            rf"(?P<more>)[-\u2010](?P<words>\p{{Ll}}{{3,20}}(?<!ed|ing))(?![\p{{L}}\p{{N}}])"
            rf"(?={GAP}\p{{L}})"
        ),
        read=_membered,
        examples=(("a 13-member board", "13-member"), ("its 800-room hotel", "800-room")),
        rejects=(
            "a one-time gain",
            "a two-way deal",
            "its 486-based machines",
            "a three-year plan",
            "a 5-inch pipe",
        ),
    ),
)
