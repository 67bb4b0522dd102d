"""Money: a currency before or behind a number, with its scale, its sign and what it is for.

``$52.44 billion`` · ``RMB 29.61 billion`` · ``380 billion yuan`` · ``a $24-million charge``
``75 cents a share`` · ``half a million euros`` · ``tens of millions of dollars`` · ``$89 to $93 billion``
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache

import regex

from parsers import lexicon
from parsers.figures.currency import Currency, read_name, read_sign
from parsers.figures.range import Item, Measure, read_chain, separator_kind
from parsers.mentions import Candidate, FigureReading
from parsers.model import Kind
from parsers.numerals import END, GAP, JOIN, SPELLED_STARTS, VAGUE_STARTS, read_number
from parsers.rules import DIGIT, Hit, Rule
from parsers.spelled import read_scale

SIGNS = tuple(f"currencies.{c}" for c in ("symbol", "prefixed", "behind", "code", "shy", "loose"))
_MINUS = r"(?:[-\u2212\u2010\u2011]|(?:minus|negative)[^\S\n])"

# "a share", "per barrel", "/MWh", "-a-month": seen, not claimed; "a year ago" is a date.
_AGO = rf"(?!{GAP}(?:ago|earlier|later|before|after|prior|and{GAP}a{GAP}half|or{GAP}(?:so|two|more)))"
_PER = (
    rf"(?=(?:{JOIN}(?:an?|per|every){JOIN}(?P<per><<pers.noun>>)s?{END}{_AGO}"
    rf"|{GAP}?per{JOIN}(?P<per>\p{{L}}[\p{{L}}-]{{1,24}})|[^\S\n]?/[^\S\n]?(?P<per><<pers.short|pers.noun>>){END}))?+"
)
# What may follow a number that borrows its currency from the one before it ("$5 to 7 a share").
_BORROWING = (
    r"(?=[^\S\n]?(?:[^\w\s$\u20ac\xa3%\xb0'\u2019-]|\Z|\n)|-an?-|/"
    rf"|{GAP}(?:an?|per|each|in|for|on|by|from|as|at|and|or|this|next|last|over|after|of|to|is|was|were|will|with"
    rf"|because|depending|when|if|which|but|worth){END})"
)
_NUMBER = "(?:<<money_scaled>>|<<spelled>>)"
_PERCENT = rf"(?![^\S\n]?%|{GAP}(?:per{GAP}?cent|pct|percentage|basis))"

FRAGMENTS: Mapping[str, str] = {
    "money_sign": (
        r"(?:<<currencies.prefixed>>|(?<=\b(?:a|an|the)[^\S\n])us[^\S\n]\$|<<currencies.symbol>>|<<currencies.behind>>"
        r"|(?:<<currencies.code>>|<<currencies.shy>>|<<currencies.loose>>)(?:[^\S\n]?\$)?)"
    ),
    "money_name": (
        rf"(?:(?:<<currencies.adjective>>{JOIN})?"
        rf"(?:<<currencies.subunit|currencies.name|currencies.common>>){END})"
    ),
    "money_behind": (
        rf"(?:{JOIN}<<money_name>>"
        r"|[^\S\n]?(?:<<currencies.symbol|currencies.prefixed>>)(?<!\p{L})(?![^\S\n]?\d(?![\d.,]{0,12}[^\S\n]?\p{Sc}))"
        rf"|[^\S\n]?(?:<<currencies.behind>>|[kKmMB]?<<currencies.code>>|<<currencies.shy>>|<<currencies.loose>>){END}"
        rf"|<<currencies.glued>>(?<!(?:480|576|720|1080|1440|2160|4320)p){END})"
    ),
    "per": _PER,
}

_SHARED = (
    rf"(?P<sep>[-\u2013](?:to-)?)(?P<n><<money_scaled>>){_PERCENT}"
    rf"|(?P<sep>{GAP}to{GAP}|{GAP}and{GAP}|[^\S\n][-\u2013][^\S\n])(?P<n><<money_scaled>>){_BORROWING}"
)
_PREFIXED = (
    r"(?<!['\u2019])(?<!['\u2019][^\S\n])(?!\p{Sc}[^\S\n][\d.,]{1,12}[^\S\n]\p{Sc}(?![^\S\n]?\d))"
    rf"(?P<c><<money_sign>>){GAP}?(?P<n>{_MINUS}?<<money_scaled>>|\(<<number>>\)<<money_scale>>?+)"
    rf"(?:(?P<sep><<chain_sep>>)(?P<c><<money_sign>>){GAP}?(?P<n>{_MINUS}?<<money_scaled>>)|{_SHARED}){{0,5}}+"
    rf"(?:{GAP}<<currencies.name>>{END})?+{_PER}"
)
_BEHIND = (
    rf"(?:(?P<n>{_NUMBER})(?P<u><<money_behind>>)?(?P<sep><<chain_sep>>)){{0,5}}"
    rf"(?P<n>{_NUMBER})(?P<u><<money_behind>>){_PER}"
)
_JOINED = (
    rf"(?<![\p{{Sc}}\p{{L}}])(?P<n><<money_scaled>>)(?P<sep><<range_sep>>|{GAP}(?:or|and){GAP})"
    rf"(?P<c><<money_sign>>){GAP}?(?P<n><<money_scaled>>){_PER}"
)
_COMPOUND = (
    rf"(?P<n>{_NUMBER})(?P<u>{JOIN}<<money_name>>)(?:{GAP}|{GAP}and{GAP}|,{GAP})"
    rf"(?P<n>{_NUMBER})(?:(?P<u>{JOIN}(?:<<currencies.subunit>>){END})|(?<=[^\d]\d\d)(?=[^\S\n]?(?:[.,;:!?]?(?:\s|\Z))))"
)
_VAGUE = rf"(?P<n><<vague>>){GAP}(?:of{GAP})?(?P<u><<money_name>>){_PER}"


def _read_prefixed(hit: Hit) -> Candidate | None:
    signs = hit.match.spans("c")
    items: list[Item] = []
    currencies: list[Currency | None] = []
    for start, end in hit.match.spans("n"):
        sign = next((s for s in signs if s[1] <= start and not hit.text[s[1] : start].strip()), None)
        items.append(Item(sign[0] if sign else start, end, _number(hit.text[start:end]), sign is not None))
        currencies.append(read_sign(hit.text[slice(*sign)]) if sign else currencies[-1])
    currency = currencies[0]
    if currency is None or (currency.shy and not plainly_amount(items[0].number)):
        return None
    kept = next((i for i, c in enumerate(currencies) if c is None or c.unit != currency.unit), len(items))
    if kept == len(items):
        items[-1] = replace(items[-1], end=hit.end)
    if hit.lead is not None:
        items[0] = replace(items[0], start=hit.start, number="-" + items[0].number)
    return _candidate(hit, items[:kept], currency)


def _read_behind(hit: Hit) -> Candidate | None:
    units = hit.match.spans("u")
    items, currencies = [], []
    for start, end in hit.match.spans("n"):
        unit = next((u for u in units if u[0] == end), None)
        name, letter = _split_letter(hit.text[slice(*unit)]) if unit else ("", "")
        items.append(Item(start, unit[1] if unit else end, hit.text[start:end] + letter, unit is not None))
        currencies.append(read_behind(name) if name else None)
    currency = next((c for c in currencies if c is not None), None)
    if currency is None or (currency.shy and not plainly_amount(items[-1].number)):
        return None
    if currencies[-1] is None or (currency.unit == "GBP" and _is_weight(hit, items[-1])):
        return None
    other = next((i for i, c in enumerate(currencies) if c is not None and c.unit != currency.unit), None)
    return _candidate(hit, items[:other], currency)


def _read_joined(hit: Hit) -> Candidate | None:
    (start, end), (start2, end2) = hit.match.spans("n")
    currency = read_sign(hit["c"] or "")
    separator = separator_kind(hit["sep"] or "")
    between = hit.text[max(0, start - 12) : start].rstrip().lower().endswith("between")
    if currency is None or currency.shy or (separator == "and" and not between):
        return None
    first = Item(start, end, hit.text[start:end], own=False)
    second = Item(hit.match.start("c"), end2, hit.text[start2:end2], own=True)
    return _candidate(hit, [first, second], currency)


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
    reading = FigureReading(
        start=hit.start,
        end=hit.end,
        kind=Kind.MONEY,
        value=amounts[0] + cents,
        precision=part.factor,
        unit=whole.unit,
        candidates=whole.candidates,
    )
    return hit.candidate(figures=(reading,)) if cents < 1 else None


def _read_vague(hit: Hit) -> Candidate | None:
    currency = read_behind(hit["u"] or "")
    if currency is None:
        return None
    return _candidate(hit, [Item(hit.start, hit.match.end("u"), hit["n"] or "", own=True)], currency)


def _candidate(hit: Hit, items: list[Item], currency: Currency) -> Candidate | None:
    measure = Measure(Kind.MONEY, currency.unit, _per(hit), currency.candidates, currency.factor)
    figures = read_chain(
        hit.text, items, hit.match.captures("sep") if "sep" in hit.match.groupdict() else [], measure
    )
    if not figures:
        return None
    return hit.candidate(start=figures[0].start, end=figures[-1].end, figures=figures)


def read_behind(surface: str) -> Currency | None:
    """The currency written behind a number: a name with or without its adjective, a code, a sign."""
    surface = surface.strip(" -\u2010\u2011\u00a0\n\t")
    if (named := read_name(surface, None)) is not None:
        return named
    for match in _pattern(rf"(?P<adjective><<currencies.adjective>>){JOIN}(?P<name>.+)").finditer(surface):
        return read_name(match["name"], match["adjective"])
    return read_sign(surface)


def plainly_amount(number: str) -> bool:
    """Whether a numeral can only be an amount: it has a scale, separators or two decimals."""
    return read_scale(number) != 1 or "," in number or bool(_pattern(r"\.\d\d").search(number))


def _number(surface: str) -> str:
    """Brackets inside the amount mean less than nothing: "$(3.1) million"."""
    if surface.startswith("("):
        return "-" + surface.replace("(", "").replace(")", "")
    return surface


def _split_letter(surface: str) -> tuple[str, str]:
    """The code and the scale before it: "MGBP" is GBP and M."""
    code = surface.strip()
    if len(code) == 4 and code[0] in "kKmMB" and read_sign(code[1:]) is not None:
        return code[1:], code[0]
    return surface, ""


def _is_weight(hit: Hit, item: Item) -> bool:
    unit = hit.match.captures("u")[-1].strip(" -").lower()
    if not unit.startswith("pound") or "sterling" in unit:
        return False
    text, start, end = hit.text, hit.start, hit.match.ends("u")[-1]
    if _pattern(r"\b<<moneywords.weigh>>\b[^.;]{0,24}$").search(text, max(0, start - 36), start):
        return True
    if _pattern(r"-pound(?!s)").search(text, item.end - 7, end) and read_scale(item.number) == 1:
        return True
    after = (
        rf"{GAP}of{GAP}(?!(?:\p{{L}}+{GAP})?<<moneywords.moneyed>>{END})"
        rf"|{GAP}(?:per{GAP}square|<<moneywords.weigh>>{END})"
    )
    return _pattern(after).match(text, end) is not None


def _per(hit: Hit) -> str | None:
    surface = hit.match.groupdict().get("per")
    if not surface:
        return None
    for entry in lexicon.find("pers.short|pers.noun", surface):
        return entry.id
    return surface.lower()


@cache
def _pattern(source: str) -> regex.Pattern[str]:
    return regex.compile(lexicon.expand(source, {}), regex.IGNORECASE)


RULES = (
    Rule(
        name="money.before",
        starts=SIGNS,
        rank=1,  # what a sign stands before is nothing else ("$800 rebates")
        pattern=_PREFIXED,
        lead=rf"(?<![\p{{L}}\p{{N}}%]){_MINUS}",
        read=_read_prefixed,
        examples=(
            ("Sales came to $52.44 billion.", "$52.44 billion"),
            ("It booked a $24-million charge", "$24-million"),
            ("a trade gap of -$50.8bn in May", "-$50.8bn"),
            ("a trade gap of $-50.8bn in May", "$-50.8bn"),
            ("a loss of $(3.1) million", "$(3.1) million"),
            ("orders worth RMB 29.61 billion", "RMB 29.61 billion"),
            ("The flat cost HK $5.4m.", "HK $5.4m"),
            ("bonds worth USD10m were sold", "USD10m"),
            ("It sees sales of $89 to $93 billion.", "$89 to $93 billion"),
            ("a $5-7 billion plan", "$5-7 billion"),
            ("a price of $5 to 7 a share", "$5 to 7"),
        ),
        rejects=("It sold 20 of them.", "TRY 5 times before you give up", "The R2 road is closed."),
    ),
    Rule(
        name="money.compound",
        starts=(DIGIT, *SPELLED_STARTS),
        pattern=_COMPOUND,
        read=_read_compound,
        examples=(("The toll is 3 dollars and 50 cents.", "3 dollars and 50 cents"),),
        rejects=("It pays 3 dollars, 200 cents more than before.",),
    ),
    Rule(
        name="money.behind",
        starts=(DIGIT, *SPELLED_STARTS),
        pattern=_BEHIND,
        read=_read_behind,
        examples=(
            ("It will invest 380 billion yuan there.", "380 billion yuan"),
            ("It raised half a million euros.", "half a million euros"),
            ("It pays 75 cents a share.", "75 cents"),
            ("notes worth 125 million Hong Kong dollars", "125 million Hong Kong dollars"),
            ("The shares closed at 164p.", "164p"),
            ("a 12-cent-a-share payout", "12-cent"),
            ("between 5 and 7 million euros", "5 and 7 million euros"),
        ),
        rejects=("It weighs 20 pounds.", "The team won 5 medals.", "a 1080p screen", "the 5,000 mark"),
    ),
    Rule(
        name="money.joined",
        starts=(DIGIT,),
        rank=1,
        pattern=_JOINED,
        read=_read_joined,
        examples=(("It costs about 8 or $9.", "8 or $9"),),
        rejects=("In 2018 and $9 later", "It grew from $8 to $9."),
    ),
    Rule(
        name="money.vague",
        starts=VAGUE_STARTS,
        pattern=_VAGUE,
        read=_read_vague,
        examples=(("It cost tens of millions of dollars.", "tens of millions of dollars"),),
        rejects=("It sold tens of millions of phones.",),
    ),
)
