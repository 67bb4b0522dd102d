"""What a number alone may be instead of a count: who was spoken of, a mark, a model, what goes down."""

from __future__ import annotations

from parsers import lexicon
from parsers.digits import BESIDE_YEAR, GAP
from parsers.figures.nouns import Counted
from parsers.figures.range import separator_kind
from parsers.figures.shortened import complete
from parsers.mentions import FigureReading
from parsers.numerals import read_number
from parsers.rules import Hit
from parsers.worded import worded

ARE_SPOKEN_OF = (
    rf"{GAP}(?:<<contextwords.be|contextwords.have|contextwords.modal>>|said|say|agreed|met|plan|planned|also"
    r"|companies|together)(?!\p{L})"
)


def are_spoken_of(hit: Hit) -> bool:
    """Whether a number word stands for who was spoken of ("the two had sales of", "the three agreed")."""
    before = hit.text[max(0, hit.start - 4) : hit.start].lower() == "the "
    return before and worded(ARE_SPOKEN_OF).match(hit.text, hit.match.end()) is not None


DETERMINED = (
    rf"(?ri)(?:(?<!\p{{L}})(?:the|an?|its|this|that|their|his|her|your|our)(?:{GAP}(?:new|newer|newest"
    rf"|latest|old|older|original|current|upcoming|popular|bigger|smaller))?|['\u2019]s){GAP}"
)
OF_A_TIME = (
    rf"(?ri)(?<!\p{{L}})(?:(?:last|this|(?:the{GAP})?(?:previous|prior|preceding))"
    rf"{GAP}(?:day|week|month|quarter|year|session)|yesterday|a{GAP}(?:year|month|week){GAP}(?:ago|earlier)"
    rf"|<<calendar.month|calendar.weekday>>(?:{GAP}(?:19|20)\d\d)?|(?:19|20)\d\d)['\u2019]s{GAP}"
)
"""Before the value of a time gone by, which is no model ("from last week's 744", "May 2018's 5,710")."""
MARK = (
    rf"{GAP}(?:(?:point|psychological|key)[- ])?(?:mark|level|barrier|threshold|milestone|range|area)"
    rf"(?!\p{{L}})"
)


QUOTES = ("'", '"', "\u2018", "\u2019", "\u201c", "\u201d")


NOTED = (
    r"(?r)(?<!\p{L})(?!(?:about|and|after|before|for|from|group|least|level|number|only|over|page|part|phase|"
    r"stage|step|than|tier|type|under|with)[ ])\p{Ll}{4,}(?:\u00ae|\u2122)?[ ]"
)
"""A word before the mark of a note ("edibles 1"), which no number belongs to."""
LABELLED = r"(?r)(?:\n|\|)[|\s]*\p{L}[^\n|\d]{1,40}[\p{L})][ ]?\("
"""A label of a table or a list before the mark of a note in brackets ("Load Factor (3)")."""
ENDS_THERE = r"[ ]?(?:\n|\Z)|[ ],[ ]"


def is_note(hit: Hit, number: str) -> bool:
    """Whether a digit alone is the mark of a note: at the end of a line without a stop, before " , "."""
    if len(number) > 1 or not number.isdecimal() or number == "0":
        return False
    if worded(r"\)").match(hit.text, hit.match.end()) and worded(LABELLED).match(
        hit.text, max(0, hit.start - 48), hit.start
    ):
        return True
    ends = worded(ENDS_THERE).match(hit.text, hit.match.end()) is not None
    return ends and worded(NOTED).match(hit.text, max(0, hit.start - 24), hit.start) is not None


def is_mark(hit: Hit, number: str) -> bool:
    """Whether an article or quotes make a mark of a small number: "rolled a seven", "the '70' plate"."""
    if not (number.isalpha() or (number.isdecimal() and len(number) < 3)):
        return False
    if hit.text[hit.start - 1 : hit.start] in QUOTES and hit.text[hit.end : hit.end + 1] in QUOTES:
        return True
    return hit.text[max(0, hit.start - 3) : hit.start].lower().endswith((" a ", " an "))


SPLIT = (
    rf"(?ri)(?<!\p{{L}})(?:split(?:s|ting)?|cut(?:s|ting)?|br(?:eak|eaks|oke|oken)|divid(?:e|es|ed|ing)|torn|tears?"
    rf"|slic(?:e|es|ed)|sawn|folded)(?:{GAP}[\p{{L}}'\u2019-]++){{0,3}}?{GAP}in(?:to)?{GAP}"
)


def is_split_in(hit: Hit) -> bool:
    """Whether a number word says into how many parts something falls ("split in two")."""
    return worded(SPLIT).match(hit.text, max(0, hit.start - 48), hit.start) is not None


def is_level(hit: Hit) -> bool:
    """Whether a number after an article is a level, and no model ("the 5000 mark", "last week's 744")."""
    if worded(MARK).match(hit.text, hit.end) is not None:
        return True
    return worded(OF_A_TIME).match(hit.text, max(0, hit.start - 28), hit.start) is not None


def goes_down(hit: Hit) -> bool:
    """Whether two numbers go down: a code, a score or odds ("77210-4417", "3 to 2"), no range."""
    if len(hit.head.numbers) != 2 or separator_kind(hit.head.separators[0]) != "to":
        return False
    first, second = hit.head.numbers
    one, two = read_number(first), read_number(complete(first, second, hit.head.separators[0]))
    if one is None or two is None or one.value is None or two.value is None:
        return False
    return one.value > two.value


TELLS = (
    rf"(?i)(?:,?{GAP}(?:at|of|in|who|close|with|for|from)(?:{GAP}[\p{{L}}\d.&\u2019'-]++){{1,7}}?,?)?"
    rf"{GAP}<<contextwords.say>>(?!\p{{L}})"
)
TOLD = rf"(?ri)(?<!\p{{L}})(?:<<contextwords.say>>,?|as|what|quot(?:ed|es|ing)){GAP}"
PRONOUN = r"(?ri)(?<!\p{L})(?:the|this|that|no|any|every|each|which|another|only|-)[\s-]"


WITH_OBJECT = (
    rf"(?!{GAP}(?:<<calendar.weekday>>|<<calendar.month|calendar.month_word>>)){GAP}"
    r"(?:(?i:the|its|their|his|her|all|both|each|most)(?!\p{L})|\p{Lu}|\d)"
)
"""Behind a verb with what it acts on ("two deals, one covering the mill"): no thing is called so."""


def counts_one(hit: Hit, noun: Counted) -> bool:
    """Whether "one" counts ("one customer"): not as a pronoun, no certain thing, nobody who speaks."""
    if not noun.head.islower() or lexicon.find("nouns.certain", noun.head):
        return False
    end = hit.match.start("words") + noun.length
    if worded(TELLS).match(hit.text, end):
        return False
    if noun.unit.endswith("ing") and " " not in noun.unit and worded(WITH_OBJECT).match(hit.text, end):
        return False
    said = worded(TOLD).match(hit.text, max(0, hit.at - 24), hit.at)
    return not said and not worded(PRONOUN).match(hit.text, max(0, hit.at - 10), hit.at)


_TEMPORAL = r"(?ri)(?<!\p{L})(?:in|by|since|until|during|from|of|for|to|and|before|after|early|late|year)\s"


_OF_A_YEAR = rf"\d{{4}}{GAP}(?:(?:average|closing|full-year|peak|record){GAP})?<<nouns.dated>>(?!\p{{L}})"
"""A year with what it had, which much is measured by ("below 2019 levels")."""


def is_year(text: str, reading: FigureReading, counted: bool) -> bool:
    """Whether four bare digits are rather a year: from 1900 to 2059, and no round number of things."""
    written = text[reading.start : reading.start + 5]
    if written[:2] not in ("19", "20") or not worded(r"(?:19\d\d|20[0-5]\d)(?!\d)").match(written):
        return False
    before = text[max(0, reading.start - 24) : reading.start]
    if written[2:4] != "00" and worded(_OF_A_YEAR).match(text, reading.start) is not None:
        return True
    if written[2:4] != "00" and worded(BESIDE_YEAR).match(before):
        return True
    if worded(rf"(?r)<<modifiers.before>>{GAP}").match(before) and not before.endswith("beyond "):
        return False
    return not counted or written[2:4] != "00" or bool(worded(_TEMPORAL).match(before))
