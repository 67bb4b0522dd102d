"""Totals and their amounts per unit: "$5 million, or 20 cents a share", "$20 a share, or $5 million"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import APART, MANY, alike_measure, size
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.model import Kind, Link, LinkKind

UNIT_FIRST = Worded(
    r"^(?: in (?:cash|stock|cash and stock)(?= ))?"
    r"(?: (?:an?|per|each|apiece)(?: (?:diluted|common|basic|ordinary))?"
    rf"(?: (?:share|unit|ADS|barrel|ton|ounce))?|-(?:an?|per)-\p{{L}}++(?: [\p{{L}}-]++){{0,3}}?)?"
    rf"(?: (?:for|in|of|on|from) {WORDS}{{0,5}}[\p{{L}}'\u2019.&-]++)?"
    rf"(?:,? -?-|,| \(|) ?(?:<<linkwords.in_all>>) {HEDGE}$"
    rf"|^ (?:each|apiece|(?:an?|per) \p{{L}}++),? {HEDGE}$"
    rf"|^ in (?:[\p{{L}}-]++ ){{0,2}}?(?:per-share [\p{{L}}-]++|[\p{{L}}-]++ (?:per|a) share),? "
    rf"(?:on|from|off(?: of)?) (?:[\p{{L}}-]++ ){{0,3}}?(?:income|profits?|earnings) of {HEDGE}$"
)
# Nothing that moves or has something stands between a total and its price each.
PRICED_EACH = Worded(
    r"^(?: newly issued|,? (?!(?:and|but|while|as"
    r"|to(?! (?:its|their|the|an?|some|employees|investors|holders)\b)"
    r"|<<directions.verb|contextwords.be|contextwords.have|contextwords.modal>>)(?!\p{L}))"
    rf"[\p{{L}}\d.%'\u2019-]++){{0,14}},? (?:(?:valued |priced )?at|for|worth"
    rf"|(?:dividend|payout|distribution) of) {HEDGE}$"
)
AVERAGE = Pattern(
    r"^(?: [\p{L}\d'\u2019.-]++){0,9}?(?:,| \(| -?-| \u2014| \u2013|(?= at | for )) ?"
    r"(?:or |for |at |paying )?"
    rf"{HEDGE}(?:an average(?: \p{{L}}++)?(?: \p{{L}}++)? of|averaging|on average|which averages?) {HEDGE}$"
)
EACH = Pattern(r" (?:each|apiece)\b")
A_THING = Pattern(r" (?:an?|per|for each|for every) \p{Ll}{3,}")


def totals(line: Line) -> Iterator[Link]:
    """The totals of one sentence with their amounts per unit, whichever comes first."""
    placed = line.placed
    for at, item in enumerate(placed):
        before = placed[at - 1] if at else None
        if at > 1 and FOR_EACH_OF.match(placed[at - 1].lead) is not None:
            before = placed[at - 2]  # "$44 for each of its 31 million shares, or $1.4 billion"
        level = before is not None and item.role == Role.LEVEL
        if level and UNIT_FIRST.search(item.lead) and before is not None and _is_in_all(line, before, item):
            yield join(LinkKind.PER, item, before, "link.unit_first")
        if (price := _price_of_bid(line, at)) is not None:
            yield join(LinkKind.PER, *price, "link.unit_bid")
        if item.role == Role.PER:
            yield join(LinkKind.PER, placed[item.base], item, item.rule)
        elif item.role == Role.LEVEL and (total := _priced(line, at)) is not None:
            yield join(LinkKind.PER, total, item, "link.unit_each")


FOR_EACH_OF = Pattern(
    rf"^ (?:for each of|on each of|for every one of) (?:the |its "
    rf"|their )?(?:\p{{Lu}}[\p{{L}}.&'\u2019-]*+ ){{0,3}}{HEDGE}$"
)
VALUING = Pattern(
    rf"\bvalu(?:ing|es|ed) [^;]{{2,60}}? at (?:a total of )?{HEDGE}$"
    rf"|\bgiv(?:ing|es) [^;]{{2,50}}? an? (?:[\p{{L}}-]++ ){{0,2}}(?:value|valuation|capitali[sz]ation)"
    rf" of {HEDGE}$"
    rf"|^(?:-(?:an?|per)-share)?(?: [\p{{L}}-]++,?){{0,4}}(?:(?<=,) |, |,? (?:is|was) )"
    rf"(?:worth|valued at) {HEDGE}$"
    rf"|^(?:-an?-share)?(?: \p{{L}}++){{0,4}},? (?:totals|totaled"
    rf"|(?:will |would )?(?:costs?|total)(?: \p{{L}}++){{0,3}}?|amounts to|comes to) {HEDGE}$"
)
SHARE_AT = Pattern(rf"(?:^| )(?:to|at) {HEDGE}$")
SHARES_UP = Pattern(r"(?i)\b(?:shares|stock|share price)\b")
"""Before the price of a share that values all of a company ("shares rose to 362 pence, valuing it at")."""
BID_AT = Pattern(rf"\b(?:bid|offer|price|proposal)\b[^;,]{{0,40}}? (?:to|of|at) {HEDGE}$")
RAISING = Pattern(
    rf"^(?: [\p{{L}}-]++){{1,4}}(?:, | (?=to raise))(?:raising|to raise|bringing in|netting"
    rf"|returning|totaling|at a (?:total )?cost of"
    rf"|totalling|costing) {HEDGE}$"
)
BID = Pattern(r"-an?-\p{L}++ (?:\p{L}++ ){0,2}?(?:offer|bid|proposal|deal)\b")
OFFER = Pattern(
    r"(?i)\b(?:offer|bid|proposal|takeover|buy-?out|pay|buy|acquire|payout|dividend"
    r"|distribution)\b"
)
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
    if (valuing := VALUING.search(item.lead)) is not None:
        if not valuing[0].startswith(("valu", "giv")):
            earlier = earlier[-1:]  # "a $41-a-share bid, worth $2 billion"
        bid = OFFER.search(line.text, line.span.start, item.figure.start) is not None
        priced = (p for p in earlier if p.figure.per == "share" or BID_AT.search(p.lead))
        prices = [p for p in priced if bid and p.role == Role.LEVEL]
        if not prices and SHARES_UP.search(line.text, line.span.start, earlier[0].figure.start) is not None:
            prices = [p for p in earlier[-1:] if p.role == Role.LEVEL and SHARE_AT.search(p.lead)]
        other = valuing[0].startswith("valu")  # "to 362 crowns per share, valuing it at $2.9 billion"
        price = next((p for p in prices if is_total(p, item) or (other and _in_other_money(p, item))), None)
        return (item, price) if price is not None else None
    if item.figure.per == "share" and BID.match(line.text, item.figure.end) is not None:
        bids = (p for p in earlier if IN_ALL_BID.match(line.text, p.figure.end))
        total = next((p for p in bids if p.figure.per is None and is_total(item, p)), None)
        return (total, item) if total is not None else None
    return None


def _in_other_money(unit: Placed, total: Placed) -> bool:
    """Whether a price of a share and what all are worth are told in different currencies."""
    a, b = unit.figure, total.figure
    large = b.kind == Kind.MONEY and size(b) >= MILLION
    return large and a.per == "share" and a.unit != b.unit


MILLION = 1_000_000
AT_PRICE = Pattern(rf"(?i)\b(?:at|on) [^,;]{{0,60}}?\b(?:price|close) of {HEDGE}$|^\W*(?-i:At) {HEDGE}$")
AT_THAT = Pattern(r"^\W*At that (?:price|level|close)\b")
AT_THAT_INSIDE = Pattern(r"[,;] (?:and |so )?at that (?:price|level|close)\b")
WORTH = Pattern(r"\b(?:value|worth|cost|valued|valuing|capitali[sz]ation|raise|yield)\b[^;]{0,40}$")


def _price_of_all(line: Line, item: Placed, before: Line | None, at: int) -> Placed | None:
    """The price of a share at which all come to an amount ("at a price of $46, the buyback would cost")."""
    if WORTH.search(item.lead) is None:
        return None
    prices = [p for p in line.placed[:at] if AT_PRICE.search(p.lead) is not None]
    if before is not None and at == 0 and AT_THAT.match(item.lead) is not None:
        prices = list(before.placed[-NEARBY:])
    elif at and AT_THAT_INSIDE.search(item.lead) is not None:
        prices = [line.placed[at - 1]]
    return next((p for p in reversed(prices) if p.role == Role.LEVEL and is_total(p, item)), None)


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
    stated = item.figure.per is not None or EACH.match(line.text, item.figure.end) is not None
    if not stated and " averag" not in item.lead:
        return None
    stated = stated or A_THING.match(line.text, item.figure.end) is not None
    for before in reversed(line.placed[max(0, at - 2) : at]):
        if before.figure.per is None and before.figure.kind == Kind.MONEY:
            between = line.text[before.figure.end : item.figure.start]
            average = AVERAGE.search(between) is not None
            told = average or (stated and PRICED_EACH.search(between) is not None)
            total = is_total(item, before) or (average and stated and is_more(item, before))
            return before if told and total and before.role in (Role.LEVEL, Role.PART) else None
    return None


def is_more(unit: Placed, total: Placed) -> bool:
    """Whether an amount can be that of several units: of a few houses, or years."""
    a, b = unit.figure, total.figure
    return a.kind == b.kind == Kind.MONEY and alike_measure(a, b) and size(b) >= 2 * size(a) > 0


def is_total(unit: Placed, total: Placed) -> bool:
    """Whether "$31.50 a share, or $740 million" is one price, per share and in all."""
    a, b = unit.figure, total.figure
    return a.kind == b.kind == Kind.MONEY and alike_measure(a, b) and size(b) >= APART * size(a) > 0


def _is_in_all(line: Line, unit: Placed, total: Placed) -> bool:
    """Whether a total is one of a price before it, which may be of few things ("$6 million each")."""
    a, b = unit.figure, total.figure
    if IN_ALL_BARE.match(total.lead) is not None:
        return IN_ALL.match(line.text, b.end) is not None and is_more(unit, total)
    each = a.kind == b.kind == Kind.MONEY and a.unit == b.unit and EACH.match(line.text, a.end) is not None
    return is_total(unit, total) or (each and size(b) > size(a) > 0)


IN_ALL_BARE = Pattern(rf"^ (?:each|apiece|(?:an?|per) \p{{L}}++),? (?!or |equal ){HEDGE}$")
IN_ALL = Pattern(r" (?:in all|in total|altogether|all told|overall|in aggregate)\b")
"""Around a total that has nothing but these words ("$150,000 each, $450,000 in all")."""


def prices_of_all(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The total that a number of shares comes to at their price, where the three are told and agree."""
    near = [p for line in lines[max(0, at - 1) : at + 1] for p in line.placed[:NEARBY]]
    text = lines[at].text
    prices = [p for p in near if p.figure.per in ("share", "unit") or EACH.match(text, p.figure.end)]
    prices = [p for p in prices if p.figure.kind == Kind.MONEY and size(p.figure) > 0]
    counts = [p for p in near if p.figure.kind == Kind.COUNT and p.figure.unit is not None]
    for price in prices if counts else ():
        of_shares = price.figure.per in ("share", "unit")
        for total in near:
            like = (c for c in counts if _is_of_one_sentence(price, c, total))
            all_told = is_total(price, total) or (not of_shares and is_more(price, total))
            if all_told and any(_comes_to(price, count, total) for count in like):
                yield join(LinkKind.PER, total, price, "link.unit_times")
                break


def _is_of_one_sentence(price: Placed, count: Placed, total: Placed) -> bool:
    """Whether a price and a total of shares stand in one sentence: in two nothing ties them."""
    shares = count.figure.unit in SHARES_OF
    if not shares and price.figure.per in ("share", "unit"):
        return False
    return not shares or price.figure.sentence == total.figure.sentence


SHARES_OF = frozenset(("share", "unit", "common share", "American depositary share", "ADS"))


def _comes_to(price: Placed, count: Placed, total: Placed) -> bool:
    """Whether so many at that price come to the total, as closely as it and the number are printed."""
    each, number = size(price.figure), size(count.figure)
    half = [(p.figure.precision or Decimal(0)) / 2 for p in (total, count)]
    room = half[0] + each * half[1]
    if price.figure.per in ("share", "unit") and (number < MANY or each >= APART):
        return False
    return number > 2 and abs(each * number - size(total.figure)) <= room


def olds_per_unit(text: str, pairs: Sequence[Link], by_id: Mapping[str, Placed]) -> Iterator[Link]:
    """The amounts per unit of an old and a new total are old and new as well, and so are their shares.

    A share that is told with its whole ("or 12% of revenue") may only explain its amount.
    """
    per = {link.figures[0]: link.figures[1] for link in pairs if link.kind == LinkKind.PER}
    total = {unit: whole for whole, unit in per.items()}
    twins = (link.figures for link in pairs if link.kind == LinkKind.EQUIVALENT)
    shares = {a: b for a, b in twins if by_id[b].figure.kind == Kind.PERCENT}
    for link in pairs:
        if link.kind == LinkKind.FROM_TO and all(f in shares for f in link.figures):
            old, new = (by_id[shares[f]] for f in link.figures)
            if text.startswith(" of ", old.figure.end):
                continue
            yield join(LinkKind.FROM_TO, old, new, "link.old_share")
        if link.kind == LinkKind.FROM_TO and all(f in total for f in link.figures):
            old, new = (by_id[total[f]] for f in link.figures)
            yield join(LinkKind.FROM_TO, old, new, "link.old_total")
        if link.kind == LinkKind.FROM_TO and all(f in per for f in link.figures):
            old, new = (by_id[per[f]] for f in link.figures)
            yield join(LinkKind.FROM_TO, old, new, "link.old_per_unit")


def parts_per_unit(pairs: Sequence[Link], by_id: Mapping[str, Placed]) -> Iterator[Link]:
    """What a part and its whole are per share is part and whole as well ("$9, or 90 cents, including $2")."""
    per = {link.figures[0]: link.figures[1] for link in pairs if link.kind == LinkKind.PER}
    for link in pairs:
        if link.kind == LinkKind.PART_OF and all(f in per for f in link.figures):
            part, whole = (by_id[per[f]] for f in link.figures)
            if size(part.figure) < size(whole.figure):
                yield join(LinkKind.PART_OF, part, whole, "link.part_per_unit")
