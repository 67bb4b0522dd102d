"""Multiples: "doubled", "halved", "two-fold", "10x", "three times", "twice"."""

from __future__ import annotations

from decimal import Decimal

from parsers import lexicon
from parsers.digits import END, GAP
from parsers.mentions import Candidate, FigureReading
from parsers.model import Direction, Kind
from parsers.numerals import SPELLED_STARTS, read_number
from parsers.patterns import compiled
from parsers.rules import DIGIT, Hit, Rule

# "Three times" compares only beside these; else it counts how often.
_COMPARED = (
    rf"(?={GAP}(?:(?i:as|the|its|their|his|that|what|those|more|less|higher|lower|larger|bigger|greater"
    rf"|faster|better|average|median|typical|usual|normal|expected|estimated|projected|forecast|trailing|underlying|adjusted|operating|tangible|free|next|previous|original|national|disposable|over|oversubscribed|annual|forward|book|current|last|this|earnings|revenue|sales"
    rf"|profits?|income|cash|net|gross|core|ebitda|fiscal|annuali[sz]ed|prospective|(?:19|20)[0-9]{{2}})\b"
    rf"|[$\u20ac\u00a3]|\p{{Lu}}[\p{{L}}.&-]++(?:\s\p{{Lu}}[\p{{L}}.&-]++){{0,2}}['\u2019](?:s\b|\s)))"
)

# What a thing is valued at: "compared with 16 times for its rivals".
_VALUED = (
    r"(?<=(?<!\p{L})(?i:(?:compared|comparing)\swith|trad(?:e|es|ed|ing)\s(?:at|on)|valued\sat|against|versus"
    r"|(?:average|multiple|median)\sof)\s)"
)
# What orders or debt are so many times of: "covered almost four times", "leverage below three times".
_COVERED = (
    r"(?<=(?<!\p{L})(?i:covered|subscribed|leverage\s(?:\p{L}+\s){0,3}?(?:to|at|of|below|above|under|over))\s"
    r"(?:(?:\p{L}+\s){0,2})?)"
)
# What grows so many times to an amount, or by so many times: "rose seven times to $9 million".
_GROWN = (
    r"(?<=(?<!\p{L})(?i:grew|grown|increased|jumped|risen|rose|soared|surged|swelled)\s"
    r"(?:(?:by|nearly|almost|about|over)\s)?)"
)
_TO_AMOUNT = (
    rf"(?={GAP}(?:to|from){GAP}(?:\p{{Lu}}\p{{L}}{{0,3}}\.?{GAP}?|[^\w\s]|\p{{Lu}}{{1,3}}[^\w\s])?"
    rf"[0-9][0-9.,]*+(?!{GAP}?(?:%|per{GAP}?cent|pct)))"
)


# "a two- to three-fold rise"
_UNTIL = rf"(?:-to-|-?{GAP}(?:to|or){GAP})"
_TO = rf"(?:-to-|{GAP}to{GAP}|[-\u2013])"


def _word(hit: Hit) -> Candidate | None:
    """A word that is a factor by itself."""
    found = lexicon.find("multiples.verb|multiples.fold|multiples.adverb", hit["word"])
    if not found or _is_adjective(hit):
        return None
    factor = Decimal(found[0].id)
    changes = bool(lexicon.surfaces("multiples.verb").find(hit["word"])) and not _is_plain(hit)
    direction = Direction.NONE
    if changes:
        direction = Direction.INCREASE if factor > 1 else Direction.DECREASE
    return _candidate(hit, factor, None, direction)


def _is_plain(hit: Hit) -> bool:
    """Whether "double" is no verb: "double the price", not "to double the price"."""
    if not lexicon.surfaces("multiples.adverb").find(hit["word"]):
        return False
    return not compiled(
        r"(?ri)(?<!\p{L})(?:to|will|would|can|could|may|might|should|must|and|or|they|we|you|nearly|almost|than"
        r"|about|roughly|helped?)\s"
    ).match(hit.text, max(0, hit.start - 12), hit.start)


def _is_adjective(hit: Hit) -> bool:
    """Whether "double" only says of what kind a thing is: "a double dip", "triple glazing"."""
    if not lexicon.surfaces("multiples.adverb").find(hit["word"]):
        return False
    before = r"(?ri)(?:(?<!\p{L})(?:an?|the|this|that|another|of|for|with|no|any|so-called)\s|(?:[.\n]\s?|^))"
    after = (
        r"[\s-](?!(?:as|the|its|their|his|her|our|your|my|that|what|those|these|this|last|an?|in|to|from|by|over"
        r"|since|every|within|between|or|and|digits?)(?!\p{L}))\p{L}"
    )
    determined = compiled(before).match(hit.text, max(0, hit.start - 12), hit.start)
    return determined is not None and compiled(after).match(hit.text, hit.end) is not None


def _times(hit: Hit) -> Candidate | None:
    """A number of times."""
    number = read_number(hit["n"])
    if number is None or number.value is None:
        return None
    return _candidate(hit, number.value, number.step, Direction.NONE)


def _range(hit: Hit) -> Candidate | None:
    """Two numbers of times, of which the second is the larger: "2-3x", "two to three times as fast"."""
    low, high = read_number(hit["low"] or ""), read_number(hit["high"] or "")
    if low is None or high is None or low.value is None or high.value is None or low.value >= high.value:
        return None
    if hit.text[max(0, hit.start - 5) : hit.start].lower() == "from ":
        return None  # "from 1.5x to 2.5x": the old and the new
    steps = [step for step in (low.step, high.step) if step is not None]
    reading = FigureReading(
        start=hit.start,
        end=hit.end,
        kind=Kind.MULTIPLE,
        low=low.value,
        high=high.value,
        precision=max(steps, default=None),
        unit="time",
    )
    return hit.candidate(figures=(reading,))


def _candidate(hit: Hit, factor: Decimal, step: Decimal | None, direction: Direction) -> Candidate:
    reading = FigureReading(
        start=hit.match.start(),
        end=hit.end,
        kind=Kind.MULTIPLE,
        value=factor,
        precision=step,
        unit="time",
        direction=direction,
    )
    return hit.candidate(start=hit.match.start(), figures=(reading,))


RULES = (
    Rule(
        name="multiple.verb",
        starts=("multiples.verb",),
        pattern=rf"(?P<word><<multiples.verb>>){END}(?![-\u2010])(?!{GAP}(?:digits?|down)\b)",
        lead=r"(?<![\p{L}\p{N}-])",
        needs_lead=True,
        read=_word,
        examples=(("profit doubled last year", "doubled"), ("it halved its dividend", "halved")),
        rejects=(
            "a double-digit rise",
            "it doubled down on coal",
            "double digits",
            "fears of a double dip recession",
            "a triple A rating",
        ),
    ),
    Rule(
        name="multiple.fold",
        starts=("multiples.fold",),
        pattern=rf"(?P<word><<multiples.fold>>){END}",
        read=_word,
        examples=(("a three-fold increase", "three-fold"), ("demand rose tenfold", "tenfold")),
        rejects=("three folders were lost",),
    ),
    Rule(
        name="multiple.adverb",
        starts=("multiples.adverb",),
        pattern=(
            rf"(?P<word><<multiples.adverb>>){END}(?=(?:{GAP}as\b|{GAP}(?:the|its|their|his|her|our|that|those|what|last"
            rf"|a|an)\b))"
        ),
        read=_word,
        examples=(("twice the price of it", "twice"), ("twice as many people", "twice")),
        rejects=("it tried twice", "a double agent"),
    ),
    Rule(
        name="multiple.range",
        starts=(DIGIT, *SPELLED_STARTS),
        near=("x", "\u00d7", "fold", "times"),
        rank=1,
        pattern=(
            rf"(?:(?P<low><<number>>)[x\u00d7]?{_TO}(?P<high><<number>>)(?:[x\u00d7]|-?fold){END}"
            rf"|(?P<low><<number>>|<<spelled>>){_TO}(?P<high><<number>>|<<spelled>>)(?:{GAP}|-)times{END}{_COMPARED}"
            rf"|(?<=between{GAP})(?P<low><<number>>|<<spelled>>){GAP}and{GAP}(?P<high><<number>>|<<spelled>>)"
            rf"{GAP}times{END}{_COMPARED}"
            rf"|(?P<low><<number>>|<<spelled>>)(?:-?fold)?{_UNTIL}(?P<high><<number>>|<<spelled>>)-?fold{END})"
        ),
        lead=r"(?<![$\u20ac\u00a3\u00a5\p{L}\p{N}.,-])",
        needs_lead=True,
        read=_range,
        examples=(
            ("it trades at 2-3x earnings", "2-3x"),
            ("within a range of 1.5x to 2.5x", "1.5x to 2.5x"),
            ("it is two to three times as fast", "two to three times"),
            ("debt of between 1.5 and 2.0 times EBITDA", "1.5 and 2.0 times"),
            ("a two- to three-fold rise", "two- to three-fold"),
            ("a 10-fold to 12-fold gain", "10-fold to 12-fold"),
        ),
        rejects=("leverage rose from 1.5x to 2.5x", "it moved 3 to 5 times a day", "it fell 3x to 2x"),
    ),
    Rule(
        name="multiple.times",
        starts=(DIGIT, *SPELLED_STARTS),
        near=("x", "\u00d7", "fold", "times"),
        pattern=(
            rf"(?:(?P<n><<number>>)(?:[x\u00d7]{END}|(?<!\d\d\d)X{END}|-?fold{END})|(?P<n><<number>>"
            rf"|<<spelled>>)(?:{GAP}|-)times{END}{_COMPARED}"
            rf"|{_VALUED}(?P<n><<number>>){GAP}times{END}(?!{GAP}(?:an?|per|in|since|this|last|each|every|over){END})"
            rf"|{_COVERED}(?P<n><<number>>|<<spelled>>){GAP}times{END}"
            rf"|{_GROWN}(?P<n><<number>>|<<spelled>>){GAP}times{END}{_TO_AMOUNT}"
            rf"|(?P<n>[0-9]{{1,3}}\.[0-9]{{1,2}}){GAP}times{END}|(?P<n><<spelled>>)-?fold{END})"
        ),
        read=_times,
        examples=(
            ("a valuation of 10x earnings", "10x"),
            ("three times the average", "three times"),
            ("it was 2.5 times oversubscribed", "2.5 times"),
            ("it sells for 18 times earnings", "18 times"),
            ("they pay six times sales for it", "six times"),
            ("they pay six times Halden's sales", "six times"),
            ("it fetches 12 times Tarrant Mills' profit", "12 times"),
            ("it fetches 12 times 1997 profit", "12 times"),
            ("valued at 11 times, compared with 16 times for rivals", "11 times"),
            ("the deal was covered almost four times", "four times"),
            ("it will cut leverage to below three times", "three times"),
            ("sales rose seven times to Rs. 380 crore", "seven times"),
            ("spending surged 14 times to $9 million", "14 times"),
        ),
        rejects=(
            "it was fined 3 times for it",
            "he called three times a day",
            "rates rose three times to 5 percent",
            "it moved three times before",
            "hard times",
            "a 10xy model",
        ),
    ),
)
