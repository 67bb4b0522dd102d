"""Parts and ratios: "23 out of 32", "one in five", "two-thirds", "a quarter of", "3-for-2", "4:1"."""

from __future__ import annotations

from decimal import Context, Decimal

from parsers import lexicon
from parsers.anchors import Digits
from parsers.digits import END, GAP, Numeral
from parsers.figures.nouns import read_counted
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.numerals import SPELLED_STARTS, read_number
from parsers.rules import DIGIT, Hit, Rule
from parsers.worded import worded

QUOTIENT = Context(prec=28)
LARGEST = 1000
"""The largest whole in "one in a thousand"; beyond it stand years."""
_COUNT = r"(?:<<number>>|<<spelled>>)"
LARGEST_SCORE = 100
"""From here on two numbers set one against the other are counted votes or shares, each for itself."""
LARGEST_PART = 10
"""A number from ten on is a price or a level, no part; so is one with a fraction in digits ("5 1/4")."""
_PART_OF = (
    rf"{GAP}(?:of|more|less|higher|lower|fewer|above|below|as|the|its|their|his|her|our|that|what"
    r"|all|off)(?!\p{L})"
)
_CHANGED = (
    rf"(?ri)(?<!\p{{L}})(?:<<modifiers.before|directions.verb|directions.before>>|by|in|only|just|to){GAP}"
)
_MODIFIED = rf"(?ri)(?<!\p{{L}})<<modifiers.before>>{GAP}"
_ALWAYS = r"(?i)a half|an?\s.*(?:hundred|thousand|illion)th"
_ENDS = (
    rf"(?:{GAP}(?:in|to|from|on|since|over|last|this|after|and|but|or|at|by|while|among|across|for|with|per|when"
    r"|as|between|against|within|under|before|during|every|each|year|annually|overall|because)(?!\p{L})"
    r"|[.,;:)]|\s*\Z)"
)
_TOLD = rf"(?<!\p{{L}})(?i:ratio|split|odds)(?:{GAP}(?i:is|was|of|at)){{1,2}}{GAP}"
_OPEN = r"(?![\p{L}\p{N}]|[.,]\d|[-/:]\d)"


def _quotient(first: str, second: str) -> tuple[Decimal, Numeral, Numeral] | None:
    part, whole = read_number(first), read_number(second)
    if part is None or whole is None or part.value is None or not whole.value:
        return None
    return QUOTIENT.divide(part.value, whole.value), part, whole


def _part_of(hit: Hit) -> Candidate | None:
    """A part out of a whole: a ratio over all of it."""
    found = _quotient(hit.match["part"], hit.match["whole"])
    if found is None or found[0] > 1 or found[2].value is None or found[2].value == 1:
        return None
    noun = read_counted(hit.match["words"]) if hit.match["words"] else None
    if noun is not None and lexicon.find("timeunits.many", noun.head):
        return None
    if not hit.match["of"] and (found[1].step != found[2].step or found[2].value > LARGEST):
        return None
    reading = FigureReading(
        start=hit.match.start(),
        end=hit.match.end("whole"),
        kind=Kind.RATIO,
        value=found[0],
        unit=noun.unit if noun else None,
    )
    return hit.candidate(
        start=hit.match.start(),
        end=hit.match.start("words") + noun.length if noun else reading.end,
        figures=(reading,),
    )


def _relation(hit: Hit) -> Candidate | None:
    """The first over the second: "3-for-2", "4:1"."""
    found = _quotient(hit.match["part"], hit.match["whole"])
    if found is None:
        return None
    end = hit.match.end("whole")
    return hit.candidate(figures=(FigureReading(start=hit.start, end=end, kind=Kind.RATIO, value=found[0]),))


def _against(hit: Hit) -> Candidate | None:
    """The first against the second, told by the words before: a ratio, two counts, or a score (no figure)."""
    found = _quotient(hit.match["part"], hit.match["whole"])
    if found is None or found[1].step != found[2].step or found[0] <= 1:
        return None  # what goes up is a range
    assert hit.lead is not None
    large = (found[2].value or 0) >= LARGEST_SCORE
    if hit.lead["contest"] or (hit.lead["ballot"] and not large):
        return hit.candidate()  # "won 112 to 104", "voted 7 to 2": a score
    if large and not hit.lead["quotient"]:
        return _each(hit, found[1], found[2])  # "voted 1,012 to 486"
    reading = FigureReading(start=hit.match.start(), end=hit.end, kind=Kind.RATIO, value=found[0])
    return hit.candidate(figures=(reading,))


def _each(hit: Hit, *numbers: Numeral) -> Candidate:
    """Each of the two numbers for itself."""
    figures = tuple(
        FigureReading(
            start=hit.match.start(group),
            end=hit.match.end(group),
            kind=Kind.COUNT,
            value=number.value,
            precision=number.step,
        )
        for group, number in zip(("part", "whole"), numbers, strict=True)
    )
    return hit.candidate(figures=figures)


def _shares(hit: Hit) -> Candidate | None:
    """Two parts of a hundred: "a 60-40 split", "fifty-fifty"."""
    found = _quotient(hit.match["part"], hit.match["whole"])
    if found is None or found[1].value is None or found[2].value is None:
        return None
    if found[0] < 1 and "-" in hit.match[0]:
        return None  # "40-60" is rather a range
    return _relation(hit) if found[1].value + found[2].value == 100 else None


def _fraction(hit: Hit) -> Candidate | None:
    start = hit.match.start()
    if hit.match["part"] is not None:  # "an eighth": the match begins behind the article
        start -= 3 if hit.text[start - 2] in "nN" else 2
    written = hit.text[start : hit.end]
    if written.lower().endswith("quarters") and _are_times(hit.text, start, hit.end):
        return None
    number = read_number(written)
    if number is None or number.value is None:
        return None
    if written[0] in "aAhH" and not _is_part(hit.text, start, hit.end):
        return None
    mixed = number.value > 1 and "/" in written
    if number.value >= 1 and worded(r"[0-9]+[/\u2044][0-9]+").fullmatch(written):
        return None  # "12/6" is a day, "24/7" a name
    kind = Kind.COUNT if mixed or number.value >= LARGEST_PART else Kind.RATIO
    reading = FigureReading(start=start, end=hit.end, kind=kind, value=number.value, precision=number.step)
    return hit.candidate(start=start, figures=(reading,))


def _are_times(text: str, start: int, end: int) -> bool:
    """Whether quarters are of a year: "for two quarters", "three quarters in a row"."""
    if worded(_PART_OF).match(text, end):
        return False
    if not text[start:end].lower().startswith(("three", "3/")):
        return True
    behind = worded(rf"{GAP}(?:in{GAP}a{GAP}row|in{GAP}succession|running|straight|ago|earlier|later){END}")
    before = worded(rf"(?ri)(?<!\p{{L}})(?:last|past|next|first|final|previous|prior|coming|after){GAP}")
    return bool(behind.match(text, end) or before.match(text, max(0, start - 10), start))


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether "a third" is a part of something or an amount of change, not the next one after two."""
    written = text[start:end]
    if worded(_PART_OF).match(text, end) or worded(_ALWAYS).fullmatch(written):
        return True
    if written.lower() == "half" and worded(_MODIFIED).match(text, max(0, start - 24), start):
        return True
    changed = worded(_CHANGED).match(text, max(0, start - 24), start)
    return changed is not None and worded(_ENDS).match(text, end) is not None


RULES = (
    Rule(
        name="ratio.part_of",
        starts=(DIGIT, *SPELLED_STARTS),
        near=("out", "in"),
        lead=r"(?<!\d[-\u2013])",
        needs_lead=True,
        pattern=(
            rf"(?P<part>{_COUNT})(?:(?P<of>{GAP}out{GAP}of{GAP}(?:every{GAP}|the{GAP}|its{GAP})?)"
            rf"|{GAP}in{GAP}(?:every{GAP})?|-in-)(?P<whole>{_COUNT}){END}{_OPEN}(?!{GAP}?%)(?:{GAP}"
            rf"(?P<words><<words>>))?+"
        ),
        rank=1,
        read=_part_of,
        examples=(
            ("it led in 23 out of 32 categories", "23 out of 32 categories"),
            ("one in five voters agreed", "one in five voters"),
            ("nine out of every ten firms", "nine out of every ten firms"),
        ),
        rejects=(
            "it opened 9 in 12 months of work",
            "it sold 5 in one day",
            "out of 32 firms",
            "it opened 8 in 2016",
            "won 8-7 in 11 tries",
        ),
    ),
    Rule(
        name="ratio.relation",
        rank=1,
        starts=(DIGIT, *SPELLED_STARTS),
        near=("for", "to", ":"),
        pattern=(
            rf"(?:(?<={_TOLD})(?P<told>))?(?P<part>{_COUNT})(?:-for-|-to-(?=(?:1|one)(?![\p{{L}}\p{{N}}]|[.,]\d))|{GAP}for{GAP}"
            rf"(?={_COUNT}{GAP}(?:stock|share|split|bonus|rights))|:(?=\d(?!\d))"
            rf"|:(?(told)(?=\d{{2,3}})|(?=\d{{2,3}}(?:{GAP}|-)<<multiples.split>>)))"
            rf"(?P<whole>{_COUNT}){END}{_OPEN}(?:(?:{GAP}|-)<<multiples.split>>)?+"
        ),
        lead=r"(?<![\d:.,]|\d-)",
        needs_lead=True,
        read=_relation,
        examples=(
            ("a 3-for-2 stock split", "3-for-2 stock split"),
            ("by a ratio of 4:1", "4:1"),
            ("the ratio is 1:20 here", "1:20"),
            ("a 1:10 reverse split", "1:10 reverse split"),
        ),
        rejects=("at 10:30 in the morning", "from 3 to 2 plants", "the split at noon, 1:20 sharp"),
    ),
    Rule(
        name="ratio.shares",
        rank=1,
        starts=(DIGIT, "numbers.tens"),
        digits=Digits(count=(2,), then="-\u2013/:"),
        pattern=(
            r"(?P<part>[1-9][0-9])(?:[-\u2013/:](?!\d\d[-/:]))(?P<whole>[0-9]{2})(?![\p{L}\p{N}%]|[.,:/-]\d)"
            r"|(?P<part>(?i:fifty|sixty|seventy|eighty|ninety))-(?P<whole>(?i:fifty|forty|thirty|twenty|ten))"
            r"(?![\p{L}\p{N}]|-\p{L}{3,})"
        ),
        lead=r"(?<![\d:.,/$-]|\p{L}-)",
        needs_lead=True,
        read=_shares,
        examples=(
            ("a 60-40 split of it", "60-40"),
            ("a fifty-fifty venture", "fifty-fifty"),
            ("the 80/20 rule", "80/20"),
        ),
        rejects=("it costs 40-60 euros", "from 10-15 people", "sixty-three of them", "they won 51-48"),
    ),
    Rule(
        name="ratio.against",
        rank=1,
        starts=(DIGIT, *SPELLED_STARTS),
        near=("to",),
        pattern=(
            rf"(?P<part>{_COUNT}){GAP}to{GAP}(?P<whole>{_COUNT})(?![\p{{L}}\p{{N}}%-]|[.,]\d|[^\S\n]%)"
            rf"(?!{GAP}(?:<<scales.word|scales.short|scales.hundred|units.name|percent.word|timeunits.many>>)(?!\p{{L}}))"
        ),
        lead=(
            rf"(?<!\p{{L}})(?:(?P<quotient>(?i:ratio{GAP}of{GAP}\p{{L}}{{2,20}}{GAP}to{GAP}\p{{L}}{{2,20}}|ratio|odds))|<<multiples.against>>|(?P<ballot><<names.ballot>>)"
            rf"|(?P<contest><<names.contest>>))(?:{GAP}\p{{Ll}}{{2,14}}){{0,3}}{GAP}(?<!(?:from|between){GAP})"
        ),
        needs_lead=True,
        read=_against,
        examples=(
            ("losers outnumbered gainers 5 to 3 there", "outnumbered gainers 5 to 3"),
            ("by a margin of two to one", "margin of two to one"),
            ("the ratio of buyers to sellers was 5 to 2", "ratio of buyers to sellers was 5 to 2"),
            ("the owners voted 1,012 to 486 for it", "voted 1,012 to 486"),
        ),
        rejects=(
            "the ratio fell from 5 to 3",
            "it led 2 to 3 million people",
            "odds of 5 to 10 percent",
            "it raised 5 to 3",
        ),
    ),
    Rule(
        name="ratio.fraction",
        starts=(DIGIT, *SPELLED_STARTS, "numbers.denominator"),
        lead=(
            r"(?<!(?<!\p{L})(?i:first|second|latter|other|last|this|front|back|next|each|either"
            r"|per)[ \u00a0]|[\p{L}\p{N}]-)"
        ),
        needs_lead=True,
        pattern=(
            rf"(?:<<part>>|<<fraction>>|(?<=(?<!\p{{L}})[Aa]n?[ \u00a0])"
            rf"(?P<part><<numbers.denominator>>)){END}(?![-\u2010]\p{{L}})"
            rf"(?!{GAP}<<scales.word|scales.hundred|scales.dozen>>{END})(?![-\s](?:an?\s"
            rf"|years?|days?|hours?|time|century|minute|dozen)\b)"
        ),
        read=_fraction,
        near=("/", "\u2044", "half", "numbers.sign", "numbers.denominator"),
        examples=(
            ("two-thirds of the staff agreed", "two-thirds"),
            ("a quarter of sales came from China", "a quarter"),
            ("the rest, 3/4 of it, was sold", "3/4"),
            ("half of the shares were sold", "half"),
            ("an eighth of sales", "an eighth"),
            ("a tenth below its peak", "a tenth"),
        ),
        rejects=(
            "in the third quarter it grew",
            "half a million people",
            "on 9/11 of that year",
            "a third party was told",
            "in the first half of the game",
            "two and a half tonnes",
            "profit fell for two quarters",
            "the first three quarters were weak",
        ),
    ),
)
