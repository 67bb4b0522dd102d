"""Money with its currency behind the number: "380 billion yuan", "75 cents a share", "19p"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex

from parsers import lexicon
from parsers.digits import END, GAP, JOIN
from parsers.figures.currency import Currency, pattern, plainly_amount, read_behind, split_letter
from parsers.figures.money import MINUS, NUMBER, money_candidate
from parsers.figures.per import PER, read_per
from parsers.figures.pounds import are_weight
from parsers.figures.range import Item
from parsers.lexicon import Entry
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.numerals import SPELLED_STARTS, VAGUE_STARTS, read_number
from parsers.rules import DIGIT, Hit, Rule
from parsers.spelled import read_scale
from parsers.values import replace

# Not {1,6}: that would hold the whole twice, and a rule that matches nothing finds nothing.
_BEHIND = (
    rf"(?:(?:(?:\G|(?P<sep><<chain_sep>>))(?P<n>{NUMBER})|<<offer>>)"
    rf"(?:(?P<u><<money_behind>>){PER})?+){{0,6}}+"
)
_COMPOUND = (
    rf"(?P<n>{NUMBER})(?P<u>{JOIN}<<money_name>>)"
    rf"(?:(?:{GAP}|{GAP}and{GAP}|,{GAP})(?P<n>{NUMBER})(?P<u>{JOIN}(?:<<currencies.subunit>>){END})"
    rf"|{GAP}(?P<n>[0-9]{{2}})(?=[^\S\n]?(?:[.,;:!?](?:\s|\Z)|\Z)))"
)
_PART = rf"(?P<n><<part>>){JOIN}(?:of{GAP})?(?:(?:an?|one){GAP})?(?P<u><<money_name>>){PER}"
_VAGUE = rf"(?P<n><<vague>>){GAP}(?:of{GAP})?(?P<u><<money_name>>){PER}"


def _read_behind(hit: Hit) -> Candidate | None:
    units = dict(hit.match.spans("u"))
    if not units:
        return None
    items: list[Item] = []
    currency: Currency | None = None
    kept = 0
    for start, end in hit.match.spans("n"):
        name, letter = split_letter(hit.text[end : units[end]]) if end in units else ("", "")
        own = read_behind(name) if name else None
        if own is not None and currency is not None and own.unit_size != currency.unit_size:
            break
        items.append(Item(start, units.get(end, end), hit.text[start:end] + letter, end in units))
        if name == "c" and not hit.match.spans("per") and not _are_cents(hit, start):
            return None  # "50c a share" is money, "50c" may be a temperature
        if name:
            currency, kept = own, len(items)
    items = items[:kept]
    if currency is None:
        return None
    if hit.lead is not None:
        items[0] = replace(items[0], start=hit.start, number="-" + items[0].number)
    if currency.shy and not _is_amount(hit, items, currency):
        return None
    if are_weight(hit, items[-1]) or (kept == 1 and _is_of_year(hit, items[0])):
        return None
    return money_candidate(hit, items, currency)


def _is_amount(hit: Hit, items: Sequence[Item], currency: Currency) -> bool:
    """Whether an everyday word counts money: beside a plain amount, or where the text tells of such money.

    A compound one ("the 5,000 mark") only before what costs it.
    """
    end = items[-1].end
    name = pattern(r"\p{L}+\Z").search(hit.text, items[-1].start, end)
    word = name[0].lower() if name else ""
    compound = bool(lexicon.find("currencies.compound", word))
    if compound and not _priced(hit.text, end):
        return False
    if any(plainly_amount(item.number) for item in items):
        return True
    if not (compound or word.endswith("s")):
        return False  # "of nine films five won prizes"
    near = hit.text[max(0, hit.start - TOLD) : hit.start], hit.text[end : end + TOLD]
    stem = regex.escape(word.removesuffix("s"))
    told = pattern(rf"(?:[,.]\d{{3}}|illion){GAP}{stem}s\b|\b{stem}s{DOLLARS}")
    if pattern(DOLLARS).match(hit.text, end) is not None or any(
        told.search(part) is not None for part in near
    ):
        return True
    entries = (lexicon.entries("currencies")[unit] for unit in currency.candidates or (currency.unit,))
    names = {name for entry in entries for name in _countries(entry)}
    return any(name in part for part in near for name in names)


DOLLARS = rf"{GAP}\((?:US)?\$\d"
"""Behind an amount: what it is in dollars ("rose to 622 marks ($338)")."""


def _countries(entry: Entry) -> tuple[str, ...]:
    """What its country and what is of it are called."""
    return entry.classes.get("adjective", ()) + entry.classes.get("country", ())


def _priced(text: str, end: int) -> bool:
    """Whether a noun stands right behind, or its worth between: "a 17 million mark ($9 million) charge"."""
    worth = rf"(?:{GAP}\([^()\n]{{1,40}}\))?"
    noun = rf"{worth}(?:{GAP}|-)(?!(?:<<nouns.stop>>|and|or){END})\p{{Ll}}{{3}}"
    return pattern(noun).match(text, end) is not None


TOLD = 1000
"""How many characters from an everyday word the text may tell that it means money."""


def _are_cents(hit: Hit, at: int) -> bool:
    """Whether "c" is told to be a cent: "a 4.5c dividend", "EPS of 42c", "fell 3c to $2.41", "36.69c"."""
    behind = (
        rf"(?:{GAP}|-)(?:(?:(?:interim|final|special|fully{GAP}franked){GAP})?(?:dividend|distribution|payout)"
        rf"|(?:to|at){GAP}\p{{Sc}})"
    )
    before = (
        rf"(?ri)(?<!\p{{L}})(?:eps|dps|dividends?|payout|distribution|earnings|heps|cps|cents)"
        rf"(?:{GAP}(?:[\p{{L}}\d%,]|\.(?=\d)){{1,12}}){{0,8}}:?{GAP}"
    )
    return bool(
        pattern(r"\d\.\d\dc").search(hit.text, at, hit.end)
        or pattern(behind).match(hit.text, hit.end)
        or pattern(before).match(hit.text, max(0, at - 90), at)
    )


def _read_part(hit: Hit) -> Candidate | None:
    """A part of one: "half a cent", "three-quarters of a penny"."""
    currency = read_behind(hit["u"])
    item = Item(hit.match.start("n"), hit.match.end("u"), hit["n"], own=True)
    return money_candidate(hit, [item], currency) if currency is not None else None


def _read_compound(hit: Hit) -> Candidate | None:
    numbers = [read_number(number) for number in hit.match.captures("n")]
    units = [read_behind(unit) for unit in hit.match.captures("u")]
    if len(units) == 1:  # "15 dollars 50"
        units.append(replace(units[0], factor=Decimal("0.01")) if units[0] else None)
    whole, part = units
    if whole is None or part is None or whole.factor != 1 or whole.unit not in (part.unit, *part.candidates):
        return None
    amounts = [n.value for n in numbers if n is not None and n.value is not None]
    if len(amounts) < 2:
        return None
    cents = amounts[1] * part.factor
    step = numbers[1].step if numbers[1] is not None else None
    reading = FigureReading(
        start=hit.start,
        end=hit.end,
        kind=Kind.MONEY,
        value=amounts[0] + cents,
        precision=part.factor * (step or 1),
        unit=whole.unit,
        candidates=whole.candidates,
    )
    scaled = read_scale(hit.match[0]) > 1  # "5 billion dollars and 60 cents per share" are two
    whole_sum = cents < 1 and amounts[0] == int(amounts[0]) and not scaled
    return hit.candidate(figures=(reading,)) if whole_sum else None


def _read_vague(hit: Hit) -> Candidate | None:
    currency = read_behind(hit["u"] or "")
    header = r"(?ri)(?:^|[\n(;,]\s?|\p{Sc}\s)(?:amounts\s|figures\s|dollars\s)?in\s"
    if currency is None:
        return None
    if pattern(header).match(hit.text, max(0, hit.start - 16), hit.start):
        return hit.candidate()  # the header of a table
    return money_candidate(hit, [Item(hit.start, hit.match.end("u"), hit["n"] or "", own=True)], currency)


def _read_several(hit: Hit) -> Candidate | None:
    """More than one of a scale: "a multibillion-dollar deal"."""
    entry, currency = lexicon.find("numbers.several", hit["n"] or "")[0], read_behind(hit["u"] or "")
    if currency is None or currency.factor != 1:
        return None
    low, high = Decimal(entry.get("low")), Decimal(entry.get("high"))
    reading = FigureReading(
        start=hit.start,
        end=hit.match.end("u"),
        kind=Kind.MONEY,
        low=low,
        high=high,
        unit=currency.unit,
        candidates=currency.candidates,
        per=read_per(hit, hit.match.end("u")),
    )
    return hit.candidate(figures=(reading,))


def _is_of_year(hit: Hit, item: Item) -> bool:
    """Whether the number is the year whose money is meant: "in 2018 dollars"."""
    if not pattern(r"(?:19|20)\d\d").fullmatch(item.number):
        return False
    before = pattern(r"\b(?:in|of|at|to|constant|real|adjusted)(?:\s\p{L}+)?\s$")
    return before.search(hit.text, max(0, item.start - 24), item.start) is not None


# One of these stands behind the number, or it is not this rule's.
BEHIND = tuple(
    f"currencies.{c}"
    for c in (
        "adjective",
        "name",
        "common",
        "compound",
        "subunit",
        "symbol",
        "prefixed",
        "behind",
        "code",
        "shy",
        "loose",
        "glued",
    )
)
NAMED = tuple(f"currencies.{c}" for c in ("adjective", "name", "common", "compound", "subunit"))

RULES = (
    Rule(
        name="money.compound",
        starts=(DIGIT, *SPELLED_STARTS),
        near=NAMED,
        peek=(
            r"(?:(?:[^\p{L}]{1,120}+\p{L}++){1,12}?|\p{L}++(?:[^\p{L}]{1,9}+\p{L}++){1,40}?)"
            r"[^\p{L}]{1,120}+<<currencies.subunit>>(?!\p{L})"
            r"|(?:[^\p{L}]{1,120}+)?\p{L}++(?:[^\p{L}\d]{1,9}+\p{L}++){0,40}?"
            r"(?<!<<calendar.month>>)\s{1,3}[0-9]{2}(?=[^\S\n]?(?:[.,;:!?](?:\s|\Z)|\Z))"
        ),
        pattern=_COMPOUND,
        read=_read_compound,
        examples=(("The toll is 3 dollars and 50 cents.", "3 dollars and 50 cents"),),
        rejects=("It pays 3 dollars, 200 cents more than before.",),
    ),
    Rule(
        name="money.behind",
        starts=(DIGIT, *SPELLED_STARTS),
        near=BEHIND,
        pattern=_BEHIND,
        lead=rf"(?<![\p{{L}}\p{{N}}%]){MINUS}",
        read=_read_behind,
        examples=(
            ("It will invest 380 billion yuan there.", "380 billion yuan"),
            ("It raised half a million euros.", "half a million euros"),
            ("It pays 75 cents a share.", "75 cents"),
            ("notes worth 125 million Hong Kong dollars", "125 million Hong Kong dollars"),
            ("The shares closed at 164p.", "164p"),
            ("a 12-cent-a-share payout", "12-cent"),
            ("between 5 and 7 million euros", "5 and 7 million euros"),
            ("cash flow of minus 74 million euros", "minus 74 million euros"),
        ),
        rejects=("It weighs 20 pounds.", "The team won 5 medals.", "a 1080p screen", "the 5,000 mark"),
    ),
    Rule(
        name="money.part",
        starts=("numbers.unit", "numbers.opening"),
        near=NAMED,
        pattern=_PART,
        read=_read_part,
        examples=(("It cut the payout by half a cent a share.", "half a cent"),),
        rejects=("half a million euros", "half the pounds it lost"),
    ),
    Rule(
        name="money.vague",
        starts=VAGUE_STARTS,
        pattern=_VAGUE,
        read=_read_vague,
        examples=(("It cost tens of millions of dollars.", "tens of millions of dollars"),),
        rejects=("It sold tens of millions of phones.",),
    ),
    Rule(
        name="money.several",
        starts=("numbers.several",),
        pattern=rf"(?P<n><<numbers.several>>)(?P<u>{JOIN}<<money_name>>){PER}",
        read=_read_several,
        examples=(
            ("It won a multibillion-dollar order.", "multibillion-dollar"),
            ("a multi-million-pound fine", "multi-million-pound"),
        ),
        rejects=("a multimillion deal", "a multinational dollar fund"),
    ),
)
