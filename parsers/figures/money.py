"""Money: a currency before or behind a number, with its scale, its sign and what it is for.

``$52.44 billion`` · ``RMB 29.61 billion`` · ``380 billion yuan`` · ``a $24-million charge``
``75 cents a share`` · ``half a million euros`` · ``tens of millions of dollars`` · ``$89 to $93 billion``
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from parsers.compiled import Shortcut
from parsers.digits import END, GAP, JOIN
from parsers.figures.capitals import has_word_before, inside_sentence
from parsers.figures.currency import Currency, is_written_so, pattern, plainly_amount, read_name, read_sign
from parsers.figures.per import PER, read_per
from parsers.figures.range import Item, Measure, read_chain
from parsers.glance import money_end
from parsers.mentions import Candidate
from parsers.model import Kind
from parsers.rules import Head, Hit, Rule
from parsers.spelled import read_scale
from parsers.values import replace

SIGNS = tuple(f"currencies.{c}" for c in ("symbol", "prefixed", "behind", "code", "shy", "loose", "front"))
_LEVEL_BEFORE = (
    r"(?<!\p{L})(?i:(?<!(?:it|they|that|this)\s)(?:was|were|is)"
    r"|of|or|to|from|than|versus|vs\.?|against|compare[ds]\swith)"
)
"""Before an amount in brackets that is the level itself and no aside."""
MINUS = r"(?:[-\u2212\u2010\u2011]|(?<!or[^\S\n])(?:minus|negative)[^\S\n])"

# What may follow a number that borrows its currency from the one before it ("$5 to 7 a share").
_BORROWING = (
    r"(?=[^\S\n]?(?:[^\w\s$\u20ac\xa3%\xb0'\u2019-]|\Z|\n)|-an?-|/(?!\d)"
    rf"|{GAP}(?:an?|per|each|in|for|on|by|from|as|at|and|or|this|next|last|over|after|of|to|is|was|were|will|with"
    rf"|because|depending|when|if|which|but|worth){END})"
)
LARGE = 10**9
"""From here on "Won", which begins a sentence, is the currency."""
NUMBER = "(?:<<money_scaled>>|<<spelled>>)"
_PERCENT = rf"(?![^\S\n]?%|{GAP}(?:per{GAP}?cent|pct|percentage|basis))"

_FRAGMENTS: Mapping[str, str] = {
    "money_sign": (
        r"(?:<<currencies.prefixed>>|(?<=\b(?:a|an|the)[^\S\n]|\([^\S\n]?)us[^\S\n]\$|<<currencies.symbol>>|<<currencies.behind>>"
        r"|<<currencies.front>>(?=[0-9])"
        r"|(?:<<currencies.code>>|<<currencies.shy>>|<<currencies.loose>>)(?:[^\S\n]?\$)?)"
    ),
    "money_name": (
        rf"(?:(?:<<currencies.adjective>>{JOIN})?"
        rf"(?:<<currencies.subunit|currencies.name|currencies.common|currencies.compound>>){END})"
    ),
    "money_behind": (
        rf"(?:{JOIN}<<money_name>>"
        r"|[^\S\n]?(?:<<currencies.symbol|currencies.prefixed>>)(?<!\p{L}|/(?=\p{L}))(?![^\S\n]?\d(?![\d.,]{0,12}[^\S\n]?\p{Sc}))"
        rf"|[^\S\n]?(?:<<currencies.behind>>|[kKmMB]?<<currencies.code>>|<<currencies.shy>>|<<currencies.loose>>){END}"
        rf"|<<currencies.glued>>(?<!(?<![\d.,])(?:480|576|720|1080|1440|2160|4320)p){END})"
    ),
}

_SHARED = (
    rf"(?P<sep>[-\u2013](?:to-)?)(?!\d/\d)(?P<n><<money_scaled>>){_PERCENT}"
    rf"|(?P<sep>{GAP}to{GAP}|{GAP}and{GAP}|[^\S\n][-\u2013][^\S\n])(?P<n><<money_scaled>>){_BORROWING}"
    r"|<<offer>>"
)
# "between $4.25 a share and $4.50 a share"
_EACH_TOLD = (
    rf"(?<=(?i:between){GAP}\p{{Sc}}[\d.]{{1,8}}){GAP}(?:a|per){GAP}share(?P<sep>{GAP}and{GAP})"
    rf"(?P<c><<money_sign>>)(?P<n><<money_scaled>>)(?={GAP}(?:a|per){GAP}share)"
)
# Behind a sign a scale's letter may stand apart ("$5 m"), and blanks may part the thousands ("R1 250 000").
# A fraction behind cents is one of a cent ("$5.61 3/4").
_CENTS = r"[0-9]{1,4}\.[0-9]{2}[ -][1-7]/[248](?![\p{N}/])"
_AMOUNT = (
    rf"(?:{_CENTS}"
    rf"|[1-9][0-9]{{0,2}}(?:[ ][0-9]{{3}}(?!\d)){{2,6}}+(?:\.[0-9]{{1,30}}+)?+(?![.,]\d)<<money_scale>>?+"
    r"|[1-9][0-9]{0,2}[ ][0-9]{3}(?!\d)(?:\.[0-9]{1,2})?+(?=[^\S\n]?[.,;:)!?](?!\d)|[^\S\n]\p{L})"
    rf"|(?![1-9][0-9]{{0,2}}(?:[ ][0-9]{{3}}(?!\d)){{2}})<<money_scaled>>"
    rf"(?:[^\S\n]<<scales.letter|scales.money_letter>>{END}(?![&.'\u2019-]\p{{L}}))?+)"
)
# A chain of amounts with their signs.
_PREFIXED = (
    r"(?!(?<=(?<!\p{L})(?:US|U\.S\.))\p{Sc})"  # the sign of "US$5" is whole
    r"(?:(?=\p{Sc})|(?<!['\u2019])(?<!(?<!s)['\u2019][^\S\n]))(?!\p{Sc}[^\S\n][\d.,]{1,12}[^\S\n]\p{Sc}(?![^\S\n]?\d))"
    rf"(?P<c><<money_sign>>){GAP}?(?P<n>{MINUS}?{_AMOUNT}|\(<<number>>\)<<money_scale>>?+)"
    rf"(?:(?P<sep><<chain_sep>>)(?P<c><<money_sign>>){GAP}?(?P<n>{MINUS}?{_AMOUNT})|{_SHARED}|{_EACH_TOLD}){{0,5}}+"
)
FRAGMENTS: Mapping[str, str] = {**_FRAGMENTS, "money_before": _PREFIXED}


def _plain(text: str, at: int) -> Head | None:
    if text.startswith(("US", "S."), at - 2) and at > 1:
        return None  # the sign of "US$5" is whole
    end = money_end(text, at)
    return None if end is None else Head([text[at + 1 : end]], [(at + 1, end)], [], [(at, at + 1)])


SHORTCUTS: Mapping[str, Shortcut] = {"money_before": _plain}


def _read_prefixed(hit: Hit) -> Candidate | None:
    signs = hit.head.signs
    items: list[Item] = []
    currencies: list[Currency | None] = []
    for start, end in hit.head.spans:
        sign = next((s for s in signs if s[1] <= start and not hit.text[s[1] : start].strip()), None)
        items.append(Item(sign[0] if sign else start, end, _number(hit.text[start:end]), sign is not None))
        currencies.append(read_sign(hit.text[slice(*sign)]) if sign else currencies[-1])
    currency = currencies[0]
    if hit.head.numbers[0][0] == "(" and pattern(r"(?r)\d ?").match(hit.text, max(0, hit.at - 2), hit.at):
        return None  # "-0.07 SEK (0.28)"
    if currency is None or (currency.shy and not plainly_amount(hit.head.numbers[0])):
        return None
    if currency.shy and hit.text[hit.at - 1 : hit.at] == "&":
        return None  # "S&P 0.19 pct"
    if pattern(r"\p{L}{3}-[0-9]+-[0-9]").match(hit.text, hit.at):
        return None  # "CVE-2024-1123" is a code
    kept = next((i for i, c in enumerate(currencies) if c is None or c.unit != currency.unit), len(items))
    if kept == len(items):
        items[-1] = replace(items[-1], end=hit.end)
    if hit.lead is not None:
        items[0] = replace(items[0], start=hit.start, number="-" + items[0].number)
    return money_candidate(hit, items[:kept], currency)


def _read_bracketed(hit: Hit) -> Candidate | None:
    currency = read_sign(hit["c"] or "")
    if currency is None:
        return None
    end = hit.match.end("scale") if hit["scale"] else hit.match.end("n")
    end += hit.text.startswith(")", end)
    item = Item(hit.start, end, f"-{hit['n']}{hit['scale'] or ''}", own=True)
    return money_candidate(hit, [item], currency)


def _read_named(hit: Hit) -> Candidate | None:
    name, number = hit["c"] or "", hit["n"] or ""
    adjective = hit.lead["adjective"] if hit.lead is not None else None
    currency = read_name(name, adjective) or read_name(name, None)
    if currency is None or not (plainly_amount(number) or is_written_so(hit.text, hit.start, name)):
        return None
    if hit["free"] is None and read_scale(number) == 1:
        return None
    if currency.shy and not _is_currency(hit, number):
        return None  # "They won 3.2 million votes"
    return money_candidate(hit, [Item(hit.start, hit.match.end("n"), number, own=True)], currency)


def _is_currency(hit: Hit, number: str) -> bool:
    """Whether an everyday word is a currency before its amount: "a loss of Won 45bn", "Won 3.2 trillion"."""
    large = read_scale(number) >= LARGE and not has_word_before(hit.text, hit.start)
    return (hit["c"] or "")[0].isupper() and (large or inside_sentence(hit.text, hit.start))


def money_candidate(hit: Hit, items: list[Item], currency: Currency) -> Candidate | None:
    """The amounts ``items`` of a hit in one currency; ``None`` where they are no amounts."""
    measure = Measure(
        Kind.MONEY, currency.unit, read_per(hit, items[-1].end), currency.candidates, currency.factor
    )
    separators = hit.match.captures("sep") if "sep" in hit.match.re.groupindex else hit.head.separators
    figures = read_chain(hit.text, items, separators, measure)
    if not figures:
        return None
    if figures[-1].end < items[-1].end:  # "$70.7 million, or $12.09 a share": only the last is a share's
        figures = tuple(replace(figure, per=None) for figure in figures)
    return hit.candidate(start=figures[0].start, end=figures[-1].end, figures=figures)


def _number(surface: str) -> str:
    """An amount without its blanks, and below nothing where it stands in brackets: "$(3.1) million"."""
    if " " not in surface and "/" not in surface and surface[0] != "(":
        return surface
    if found := pattern(r"(-?)(\d+\.\d\d)[ -](\d)/(\d)").fullmatch(surface):
        return found[1] + str(Decimal(found[2]) + Decimal(found[3]) / Decimal(found[4]) / 100)
    joined = pattern(r"(?<=\d) (?=\d{3}(?!\d))").sub("", surface)
    return "-" + joined.replace("(", "").replace(")", "") if surface.startswith("(") else joined


RULES = (
    Rule(
        name="money.before",
        starts=SIGNS,
        rank=1,  # what a sign stands before is nothing else ("$800 rebates")
        head=("money_before",),
        pattern=rf"(?!\p{{L}}{{1,4}}\d|\p{{Lu}}{{4}})(?:{GAP}<<currencies.name>>{END})?+{PER}",
        lead=rf"(?<![\p{{L}}\p{{N}}%]){MINUS}",
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
            ("wheat rose to $5.61 3/4 a bushel", "$5.61 3/4"),
            ("Sales of $5.2 billion2 were reported", "$5.2 billion"),
            ("It sold bonds for R$ 4.2 bi in May", "R$ 4.2 bi"),
        ),
        rejects=(
            "It sold 20 of them.",
            "TRY 5 times before you give up",
            "The R2 road is closed.",
            "the enzyme CYP2D6",
            "it runs on S/4HANA",
            "Dow up 0.09 pct; S&P 0.19 pct",
        ),
    ),
    Rule(
        name="money.bracketed",
        starts=SIGNS,
        rank=2,  # brackets are the minus of accounts: the amount alone would lose it
        pattern=rf"(?P<c><<money_sign>>){GAP}?(?P<n><<number>>)\)(?P<scale>{GAP}?<<money_scale>>){PER}",
        peek=r"\D{1,24}[\d.,'\u2019\u00a0\u202f\u2009 ]{1,80}\)",
        lead=r"\(",
        needs_lead=True,
        read=_read_bracketed,
        examples=(("Free cash flow was ($14.2) million.", "($14.2) million"),),
        rejects=("It paid 12 million euros ($14.2) for each million.", "It lost ($14.2 million) then"),
    ),
    Rule(
        name="money.below_nothing",
        starts=SIGNS,
        rank=2,  # behind these words brackets are no aside
        pattern=rf"(?P<c><<money_sign>>){GAP}?(?P<n><<number>>)(?P<scale>{GAP}?<<money_scale>>)?\){PER}",
        peek=rf"(?<={_LEVEL_BEFORE}\s\()\D{{1,24}}[\d.,'\u2019\u00a0\u202f\u2009 ]{{1,80}}",
        lead=rf"(?<={_LEVEL_BEFORE}\s)\(",
        needs_lead=True,
        read=_read_bracketed,
        examples=(
            ("Free cash flow was ($14.2 million).", "($14.2 million)"),
            ("It had results of ($3.1M) a year", "($3.1M)"),
            ("compared with\n($0.31) per share", "($0.31)"),
        ),
        rejects=(
            "It lost ($14.2 million) then",
            "It paid 12 million euros ($14.2M) for it.",
            "They asked how large it was ($14.2 million).",
            "It met them with ($14.2 million) in cash",
        ),
    ),
    Rule(
        name="money.named",
        starts=("currencies.name", "currencies.subunit", "currencies.common"),
        pattern=(
            rf"(?P<c><<currencies.name|currencies.subunit|currencies.common>>){GAP}(?P<n><<money_scaled>>)"
            rf"(?P<free>{_BORROWING})?+{PER}"
        ),
        peek=rf"<<currencies.name|currencies.subunit|currencies.common>>{GAP}(?:[0-9.]|<<numbers.sign>>)",
        lead=rf"(?<!\p{{L}})(?P<adjective><<currencies.adjective>>){GAP}",
        read=_read_named,
        examples=(
            ("They paid rupees 2,500 for it.", "rupees 2,500"),
            ("a loan of euro 1.5 billion", "euro 1.5 billion"),
            ("the dollars 27bn Halden owes", "dollars 27bn"),
            ("it made a Yen 12 billion loan", "Yen 12 billion"),
            ("the group lost Won 45bn there", "Won 45bn"),
            ("a record Australian dollar 29.4bn", "Australian dollar 29.4bn"),
            ("it owes dollars 27bn and pays pounds 600 a month", "pounds 600"),
        ),
        rejects=(
            "It won the Euro 2008 title.",
            "The yen 5 years ago was weak.",
            "Of the euros 1,200 people had",
            "it won 3.2 million votes",
            "it owes them dollars 5 times over",
            "Won 3.2 million votes in May",
        ),
    ),
)
