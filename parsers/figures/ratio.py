"""Parts of a whole: "23 out of 32", "one in five", "two-thirds", "a quarter of"."""

from __future__ import annotations

from parsers import lexicon
from parsers.digits import END, GAP, JOIN
from parsers.figures.against import COUNT, OPEN, quotient
from parsers.figures.nouns import read_counted
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.numerals import SPELLED_STARTS, read_number
from parsers.rules import DIGIT, Hit, Rule
from parsers.worded import worded

LARGEST = 1000
"""The largest whole in "one in a thousand"; beyond it stand years, but for "one in 40,000"."""
LARGEST_PART = 10
"""A number from ten on is a price or a level, no part; so is one with a fraction in digits ("5 1/4")."""
_PART_OF = (
    rf"{GAP}(?:of|more|less|higher|lower|fewer|above|below|as|the|its|their|his|her|our|that|what"
    rf"|all|off|(?:of{GAP}the{GAP})?(?:stake|share|interest|holding|price|cash|stock|debt|equity))(?!\p{{L}})"
)
_CHANGED = (
    rf"(?ri)(?:(?<!\p{{L}})(?:<<modifiers.before|directions.verb|directions.before>>|by|in|only|just|to|from"
    rf"|than|own|owns|owned|hold|holds|held|holding|owning|control|controls|controlled|controlling|lost?|account(?:s|ed)?{GAP}for)"
    rf"|,{GAP}or){GAP}"
)
_MODIFIED = rf"(?ri)(?<!\p{{L}})<<modifiers.before>>{GAP}"
_ARE = rf"{GAP}(?:are|were|have|aren['\u2019]t|weren['\u2019]t|haven['\u2019]t)(?!\p{{L}})"
_DOES = (
    rf"{GAP}(?:is|was|are|were|has|have|had|will|would|goes?|went|comes?|came|says?|said|expects?|expected|lives?"
    rf"|works?|falls?|fell)(?!\p{{L}})"
)
_ALL = rf"(?ri)(?:\A|[.;:,!?\u2014\u201d\"]\s+|\n\s*|(?<!\p{{L}})(?:which|whom|while|and|but){GAP})"
"""What half of all stands behind, where it does something ("Half will come from taxes")."""
_OF_WHICH = (
    rf"(?ri)(?<!\p{{L}})(?:of|in|with){GAP}(?:which|whom|these|those|them),?{GAP}"
    rf"(?:(?:<<modifiers.before>>|only|just){GAP})?"
)
"""Before a part of what was told before ("of which about a third went to Peru")."""
_AND_HALF = r" (?:[\p{L}'\u2019.-]{2,20} ){1,4}and half [\p{L}]"
_HALF_AND = r"(?r)(?<!\p{L})half (?:[\p{L}'\u2019.-]{2,20} ){1,4}and "
"""Beside one of two halves ("half cash and half preferred stock")."""
_ORDINAL = (
    r"(?i)(?:hundred|thousand|and|ty)[- ](?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\Z"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten)[- ](?:hundred|thousand)th\Z"
)
_ALWAYS = r"(?i)a half|an?\s.*(?:hundred|thousand|illion)th"
_ENDS = (
    rf"(?:{GAP}(?:in|to|from|on|since|over|last|this|after|and|but|or|at|by|while|among|across|for|with|per|when"
    r"|as|between|against|within|under|before|during|every|each|year|annually|overall|because)(?!\p{L})"
    r"|[.,;:)]|\s*\Z)"
)


def _part_of(hit: Hit) -> Candidate | None:
    """A part out of a whole: a ratio over all of it."""
    found = quotient(hit["part"], hit["whole"])
    if found is None or found[0] > 1 or found[2].value is None or found[2].value == 1:
        return None
    noun = read_counted(hit["words"]) if hit["words"] else None
    if noun is not None and lexicon.find("timeunits.many", noun.head):
        return None
    large = found[2].value > LARGEST and not (found[1].value == 1 and "," in hit["whole"])
    if not hit["of"] and (found[1].step != found[2].step or large):
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


def _fraction(hit: Hit) -> Candidate | None:
    start = hit.match.start()
    if hit["part"] is not None:  # "an eighth": the match begins behind the article
        start -= 3 if hit.text[start - 2] in "nN" else 2
    written = hit.text[start : hit.end]
    if written.lower().endswith("quarters") and _are_times(hit.text, start, hit.end):
        return None
    number = read_number(written)
    if number is None or number.value is None:
        return None
    if worded(_ORDINAL).search(written):
        return None
    if written[0] in "aAhH" and not _is_part(hit.text, start, hit.end):
        return None
    mixed = number.value > 1 and "/" in written
    if number.value >= 1 and worded(r"[0-9]+[/\u2044][0-9]+").fullmatch(written):
        return None  # "12/6" is a day, "24/7" a name
    kind = Kind.COUNT if mixed or number.value >= LARGEST_PART else Kind.RATIO
    reading = FigureReading(start=start, end=hit.end, kind=kind, value=number.value, precision=number.step)
    return hit.candidate(start=start, figures=(reading,))


def _between(hit: Hit) -> Candidate | None:
    """Two fractions in words, of which the second is the larger: "a quarter to a third"."""
    low, high = read_number(hit["low"] or ""), read_number(hit["high"] or "")
    if low is None or high is None or low.value is None or high.value is None or low.value >= high.value:
        return None
    reading = FigureReading(start=hit.start, end=hit.end, kind=Kind.RATIO, low=low.value, high=high.value)
    return hit.candidate(figures=(reading,))


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
    if written.lower() == "half" and (
        worded(_MODIFIED).match(text, max(0, start - 24), start)
        or (worded(_ALL).match(text, max(0, start - 12), start) and worded(_DOES).match(text, end))
    ):
        return True
    if worded(_ARE).match(text, end) or worded(_OF_WHICH).match(text, max(0, start - 40), start):
        return True
    if written.lower() == "half" and (
        worded(_AND_HALF).match(text, end) or worded(_HALF_AND).match(text, max(0, start - 64), start)
    ):
        return True
    changed = worded(_CHANGED).match(text, max(0, start - 24), start)
    return changed is not None and worded(_ENDS).match(text, end) is not None


RULES = (
    Rule(
        name="ratio.part_of",
        starts=(DIGIT, *SPELLED_STARTS),
        near=("out", "in", "every"),
        lead=(
            r"(?<!\d[-\u2013]|\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?[ ]"
            r"|\b(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)[ ])"
        ),
        needs_lead=True,
        peek=(
            rf"[\p{{L}}\p{{N}}.,\s\u2010\u2011-]{{1,160}}?(?:-in-"
            rf"|{GAP}(?:of{GAP}every|in|out{GAP}of(?:{GAP}(?:the|its))?){GAP}(?:every{GAP})?)"
            rf"(?:[\p{{N}}.]|[Aa]n?{JOIN}<<scales.hundred|scales.word|scales.dozen|numbers.denominator>>"
            r"|<<numbers.unit|numbers.teen|numbers.tens|numbers.zero|numbers.denominator>>)"
        ),
        pattern=(
            rf"(?P<part>{COUNT})(?:(?P<of>{GAP}out{GAP}of{GAP}(?:every{GAP}|the{GAP}|its{GAP})?)"
            rf"|{GAP}of{GAP}every{GAP}|{GAP}in{GAP}(?:every{GAP})?|-in-)(?P<whole>{COUNT}){END}{OPEN}(?!{GAP}?%)(?:{GAP}"
            rf"(?P<words><<words>>))?+"
        ),
        rank=1,
        read=_part_of,
        examples=(
            ("it led in 23 out of 32 categories", "23 out of 32 categories"),
            ("one in five voters agreed", "one in five voters"),
            ("nine out of every ten firms", "nine out of every ten firms"),
            ("it strikes 1 in 40,000 people", "1 in 40,000 people"),
            ("two of every three homes were new", "two of every three homes"),
        ),
        rejects=(
            "it opened 9 in 12 months of work",
            "it sold 5 in one day",
            "out of 32 firms",
            "it opened 8 in 2016",
            "on sale on Sept. 20 in 32 countries",
            "it opens May 3 in 20 towns",
            "won 8-7 in 11 tries",
        ),
    ),
    Rule(
        name="ratio.between",
        rank=1,
        starts=SPELLED_STARTS,
        near=("numbers.denominator",),
        pattern=(
            rf"(?P<low><<part>>){GAP}(?:to|(?<=(?i:between)[ \u00a0](?P=low)[ \u00a0])and){GAP}"
            rf"(?P<high><<part>>){END}(?![-\u2010]\p{{L}})"
        ),
        lead=rf"(?<!(?<!\p{{L}})from{GAP}|[\p{{L}}\p{{N}}]-)",
        needs_lead=True,
        read=_between,
        examples=(
            ("between a quarter and a third of sales", "a quarter and a third"),
            ("one-quarter to one-third of the staff", "one-quarter to one-third"),
        ),
        rejects=("it fell from a half to a third", "a quarter and a third of it", "a third to a quarter"),
    ),
    Rule(
        name="ratio.fraction",
        starts=(DIGIT, *SPELLED_STARTS, "numbers.denominator"),
        lead=(
            r"(?<!(?<!\p{L})(?i:first|second|latter|other|last|this|the[ \u00a0](?:front|back)|next|each"
            r"|either|per)[ \u00a0]|[\p{L}\p{N}]-)"
        ),
        needs_lead=True,
        # "third quarter": what the fraction is of is told in front of it, by a number or an article.
        peek=(
            r"(?i:half)|[^\p{L}]|(?<=(?<!\p{L})[Aa]n?[ \u00a0])"
            rf"|(?!<<numbers.denominator>>{END})\p{{L}}"
        ),
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
            ("it sold 100, or a third, of them", "a third"),
            ("A third are leased.", "A third"),
            ("it saves $9 million, of which half goes to holders", "half"),
            ("They cost much. Half will come from taxes.", "Half"),
            ("it offers half cash and the rest in notes", "half"),
            ("it has a quarter stake in it", "a quarter"),
            ("half Halden notes and half new shares", "half"),
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
            "a third said it would sell",
            "the half was weak",
        ),
    ),
)
