"""Totals and their amounts per unit: "$5 million, or 20 cents a share", "$20 a share, or $5 million"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import APART, MANY, size
from parsers.links.olds import LOOKED_BACK
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.roles import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.metrics import group_of
from parsers.model import Kind, Link, LinkKind

UNIT_FIRST = Worded(
    rf"^(?: (?:an?|per|each|apiece)(?: (?:diluted|common|basic|ordinary))?"
    rf"(?: (?:share|unit|ADS|barrel|ton|ounce))?|-an?-\p{{L}}++)?"
    rf"(?: (?:for|in|of|on) {WORDS}{{0,5}}[\p{{L}}'\u2019.&-]++)?"
    rf"(?:,? -?-|,| \(|) ?(?:<<linkwords.in_all>>) {HEDGE}$"
)
# Nothing that moves or has something stands between a total and its price each.
PRICED_EACH = Worded(
    r"^(?:,? (?!(?:and|but|while|as|to|<<directions.verb|contextwords.be|contextwords.have"
    r"|contextwords.modal>>)(?!\p{L}))"
    rf"[\p{{L}}\d.%'\u2019-]++){{0,14}},? (?:at|for|(?:dividend|payout|distribution) of) {HEDGE}$"
)
AVERAGE = Pattern(rf"^(?:,| \(| -?-) ?(?:or |for )?{HEDGE}an average of {HEDGE}$")
EACH = Pattern(r" (?:each|apiece)\b")
EQUAL = Worded(
    rf"(?i)^\W*(?:the|that|this|it|which) (?:{WORDS}{{0,4}}?[\p{{L}}'\u2019.-]++, )?{WORDS}{{0,4}}?"
    rf"(?:is |was |amounts |amounted |works out |comes )?(?:equal|equivalent)? ?to {HEDGE}$"
)


def totals(line: Line) -> Iterator[Link]:
    """The totals of one sentence with their amounts per unit, whichever comes first."""
    placed = line.placed
    for at, item in enumerate(placed):
        before = placed[at - 1] if at else None
        level = before is not None and item.role == Role.LEVEL
        if level and UNIT_FIRST.search(item.lead) and before is not None and _is_in_all(line, before, item):
            yield join(LinkKind.PER, item, before, "link.unit_first")
        if (price := _price_of_bid(line, at)) is not None:
            yield join(LinkKind.PER, *price, "link.unit_bid")
        if item.role == Role.PER:
            yield join(LinkKind.PER, placed[item.base], item, item.rule)
        elif item.role == Role.LEVEL and (total := _priced(line, at)) is not None:
            yield join(LinkKind.PER, total, item, "link.unit_each")


VALUING = Pattern(
    rf"\bvalu(?:ing|es|ed) [^;]{{2,60}}? at {HEDGE}$"
    rf"|^(?:-an?-share)?(?: \p{{L}}++){{0,4}},? (?:(?:is|was) (?:worth|valued at)|totals|totaled) {HEDGE}$"
)
RAISING = Pattern(rf"^(?: [\p{{L}}-]++){{1,4}}, (?:raising|to raise|bringing in|netting) {HEDGE}$")
BID = Pattern(r"-an?-\p{L}++ (?:\p{L}++ ){0,2}?(?:offer|bid|proposal|deal)\b")
OFFER = Pattern(r"(?i)\b(?:offer|bid|proposal|takeover|buy-?out|pay|buy|acquire)\b")
IN_ALL_BID = Pattern(r" (?:\p{L}++ ){0,3}?(?:offer|bid|proposal|deal|buyout|buy-out|takeover)\b")


def _price_of_bid(line: Line, at: int) -> tuple[Placed, Placed] | None:
    """The total and the price a share of one bid in a sentence ("a $41-a-share offer, valuing it at")."""
    item, earlier = line.placed[at], line.placed[max(0, at - NEARBY) : at]
    if item.figure.kind != Kind.MONEY or not earlier:
        return None
    if RAISING.match(item.lead) is not None:
        last = earlier[-1]
        each = last.figure.per == "share" or EACH.match(line.text, last.figure.end) is not None
        return (item, last) if each and _is_in_all(line, last, item) else None
    if VALUING.search(item.lead) is not None:
        bid = OFFER.search(line.text, line.span.start, item.figure.start) is not None
        prices = (p for p in earlier if bid and p.figure.per == "share" and p.role == Role.LEVEL)
        price = next((p for p in prices if _is_total(p, item)), None)
        return (item, price) if price is not None else None
    if item.figure.per == "share" and BID.match(line.text, item.figure.end) is not None:
        bids = (p for p in earlier if IN_ALL_BID.match(line.text, p.figure.end))
        total = next((p for p in bids if p.figure.per is None and _is_total(item, p)), None)
        return (total, item) if total is not None else None
    return None


AT_PRICE = Pattern(rf"(?i)\b(?:at|on) [^,;]{{0,60}}?\b(?:price|close) of {HEDGE}$")
AT_THAT = Pattern(r"^\W*At that (?:price|level|close)\b")
WORTH = Pattern(r"\b(?:value|worth|cost|valued|valuing|capitali[sz]ation|raise|yield)\b[^;]{0,40}$")


def _price_of_all(line: Line, item: Placed, before: Line | None, at: int) -> Placed | None:
    """The price of a share at which all come to an amount ("at a price of $46, the buyback would cost")."""
    if WORTH.search(item.lead) is None:
        return None
    prices = [p for p in line.placed[:at] if AT_PRICE.search(p.lead) is not None]
    if before is not None and at == 0 and AT_THAT.match(item.lead) is not None:
        prices = list(before.placed[-NEARBY:])
    return next((p for p in reversed(prices) if p.role == Role.LEVEL and _is_total(p, item)), None)


def prices_told(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """What all shares come to at a price that the sentence, or the one before it, gives."""
    line, before = lines[at], lines[at - 1] if at else None
    for here, item in enumerate(line.placed[:NEARBY]):
        price = _price_of_all(line, item, before, here) if item.figure.kind == Kind.MONEY else None
        if price is not None:
            yield join(LinkKind.PER, item, price, "link.unit_at_price")


def _priced(line: Line, at: int) -> Placed | None:
    """The total before a price each ("bought $50 million of stock at $42 a share")."""
    item = line.placed[at]
    if item.figure.kind != Kind.MONEY or not at:
        return None
    if item.figure.per is None and EACH.match(line.text, item.figure.end) is None:
        return None
    for before in reversed(line.placed[max(0, at - 2) : at]):
        if before.figure.per is None and before.figure.kind == Kind.MONEY:
            between = line.text[before.figure.end : item.figure.start]
            each = AVERAGE.search(between) or PRICED_EACH.search(between)
            total = before.role in (Role.LEVEL, Role.PART) and _is_total(item, before)
            return before if each is not None and total else None
    return None


def _is_total(unit: Placed, total: Placed) -> bool:
    """Whether "$31.50 a share, or $740 million" is one price, per share and in all."""
    a, b = unit.figure, total.figure
    return a.kind == b.kind == Kind.MONEY and a.unit == b.unit and size(b) >= APART * size(a) > 0


def _is_in_all(line: Line, unit: Placed, total: Placed) -> bool:
    """Whether a total is one of a price before it, which may be of few things ("$6 million each")."""
    a, b = unit.figure, total.figure
    each = a.kind == b.kind == Kind.MONEY and a.unit == b.unit and EACH.match(line.text, a.end) is not None
    return _is_total(unit, total) or (each and size(b) > size(a) > 0)


def totals_across(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The total of the sentence before an amount per share: "The loss, equal to 45 cents a share, ..."."""
    first = lines[at].placed[0]
    if PER_SHARE.match(first.lead) is not None:
        yield from _each_of(lines[at], lines[at - 1])
        return
    if first.figure.per is None:
        return
    if PAYS.search(first.lead) is not None:
        return  # the dividend of the shares that were sold for so much
    if not EQUAL.search(first.lead):
        yield from _paid_to_holders(lines, at, first)
        yield from _said_apart(lines, at, first)
        return
    for earlier in reversed(lines[max(0, at - LOOKED_BACK) : at]):
        if not lines[at].follows(earlier):
            return
        levels = [p for p in earlier.placed[:NEARBY] if p.role == Role.LEVEL]
        total = next((p for p in levels if _is_total(first, p)), None)

        if total is not None:
            yield join(LinkKind.PER, total, first, "link.unit_across")
            return


PER_SHARE = Pattern(
    r"(?i)^\W*(?:On a per-share basis|Per share|(?:Diluted |Basic )?(?:earnings|net income|profit) per share"
    r"|Per-share (?:earnings|profit|net income))\b"
)
"""How a sentence begins that tells the result of the one before it again, per share."""


def _each_of(line: Line, earlier: Line) -> Iterator[Link]:
    """The results a share, and the old ones, of the totals of the sentence before."""
    if not line.follows(earlier) or any(p.role == Role.PER for p in earlier.placed):
        return
    for role in (Role.LEVEL, Role.OLD):
        each = next((p for p in line.placed[:2] if p.role == role), None)
        totals_told = (p for p in earlier.placed[:NEARBY] if p.role == role and group_of(p.figure) in RESULTS)
        total = next((p for p in totals_told if each is not None and _is_total(each, p)), None)
        if total is not None and each is not None:
            yield join(LinkKind.PER, total, each, "link.unit_apart")


PAYS = Pattern(r"(?i)\b(?:dividend|payout|distribution)\b")
HOLDERS_GET = Pattern(
    r"(?i)\b(?:holders|shareholders|stockholders|shareowners|investors) (?:of \p{Lu}[\p{L}.&-]*+ )?"
    rf"(?:will |would |are to |stand to )?(?:get|gets?|receive|be paid|be offered) {HEDGE}$"
)
BUYS = Pattern(r"(?i)\b(?:buy|buys|buying|bought|acquire[sd]?|acquiring|takeover|merger|purchase)\b")
WITH_DEBT = Pattern(r"(?i)\b(?:includ|assum)\p{Ll}++ [^.;]{0,40}\b(?:debt|liabilities)\b")


def prices_of_all(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The total that a number of shares comes to at their price, where the three are told and agree."""
    near = [p for line in lines[max(0, at - 1) : at + 1] for p in line.placed[:NEARBY]]
    text = lines[at].text
    prices = [p for p in near if p.figure.per in ("share", "unit") or EACH.match(text, p.figure.end)]
    prices = [p for p in prices if p.figure.kind == Kind.MONEY and 0 < size(p.figure) < APART]
    counts = [p for p in near if p.figure.kind == Kind.COUNT and p.figure.unit in SHARES_OF]
    for price in prices if counts else ():
        for total in near:
            if _is_total(price, total) and any(_comes_to(price, count, total) for count in counts):
                yield join(LinkKind.PER, total, price, "link.unit_times")
                break


SHARES_OF = frozenset(("share", "unit", "common share", "American depositary share", "ADS"))


def _comes_to(price: Placed, count: Placed, total: Placed) -> bool:
    """Whether so many at that price come to the total, as closely as it and the number are printed."""
    each, number = size(price.figure), size(count.figure)
    half = [(p.figure.precision or Decimal(0)) / 2 for p in (total, count)]
    room = half[0] + each * half[1]
    return number >= MANY and abs(each * number - size(total.figure)) <= room


def _paid_to_holders(lines: Sequence[Line], at: int, first: Placed) -> Iterator[Link]:
    """The price in all of the sentence before, of which holders "will get $41 a share"."""
    line, earlier = lines[at], lines[at - 1]
    if HOLDERS_GET.search(first.lead) is None or not line.follows(earlier):
        return
    if BUYS.search(earlier.text, earlier.span.start, earlier.span.end) is None:
        return
    if WITH_DEBT.search(earlier.text, earlier.span.start, earlier.span.end) is not None:
        return
    levels = (p for p in earlier.placed[:NEARBY] if p.role == Role.LEVEL and _is_total(first, p))
    if (total := next(levels, None)) is not None and not any(p.figure.per for p in earlier.placed):
        yield join(LinkKind.PER, total, first, "link.unit_paid")


RESULTS = frozenset(("net income", "profit", "loss", "earnings per share"))
"""Metrics of which a result per share is one ("a profit of $9 million. It had net income of $1 a share.")."""
ADJUSTED = Pattern(r"(?i)\b(?:adjusted|excluding|non-GAAP|before|core|pro forma)\b")


def _said_apart(lines: Sequence[Line], at: int, first: Placed) -> Iterator[Link]:
    """The result of the sentence before, of which this one only gives the amount a share."""
    line, earlier = lines[at], lines[at - 1]
    if first.role != Role.LEVEL or group_of(first.figure) not in RESULTS or not line.follows(earlier):
        return
    end = first.figure.end
    if ADJUSTED.search(line.text, line.span.start, end) or any(p.role == Role.PER for p in earlier.placed):
        return
    for p in earlier.placed[:NEARBY]:
        like = p.role == Role.LEVEL and group_of(p.figure) in RESULTS and _is_total(first, p)
        if (
            like
            and p.figure.status == first.figure.status
            and p.figure.subject_name == first.figure.subject_name
        ):
            yield join(LinkKind.PER, p, first, "link.unit_apart")
            return
