"""Amounts per unit in a sentence of their own: "That works out to $429,000 a house"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import TIMES, size
from parsers.links.olds import LOOKED_BACK
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.proceeds import BUYS
from parsers.links.rows import Line
from parsers.links.units import A_THING, EACH, is_more, is_total
from parsers.links.worded import Worded
from parsers.metrics import group_of
from parsers.model import Figure, Kind, Link, LinkKind

EQUAL = Worded(
    rf"(?i)^\W*(?:the|that|this|it|which) (?:{WORDS}{{0,4}}?[\p{{L}}'\u2019.-]++, )?{WORDS}{{0,4}}?"
    rf"(?:(?:is |was )?(?:equal|equivalent) to|amounts? to|amounted to|works? out to|comes? to"
    rf"|came to) {HEDGE}$"
)


def totals_across(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The total of the sentence before an amount per share: "The loss, equal to 45 cents a share, ..."."""
    first = lines[at].placed[0]
    if PER_SHARE.match(first.lead) is not None:
        yield from _each_of(lines[at], lines[at - 1])
        return
    if WORKS_OUT.match(first.lead) is not None:
        yield from _works_out(lines, at, first)
        return
    if THE_BID_WORTH.match(first.lead) is not None:
        yield from _worth_in_all(lines[at - 1], lines[at], first)
    if lines[at].text.startswith(("Each ", "Every "), lines[at].span.start):
        yield from _each_gets(lines[at], lines[at - 1])
        return
    if first.figure.per is None:
        return
    if PAYS.search(first.lead) is not None:
        return  # the dividend of the shares that were sold for so much
    if not EQUAL.search(first.lead):
        yield from _offered(lines, at, first)
        yield from _paid_to_holders(lines, at, first)
        yield from _said_apart(lines, at, first)
        return
    for earlier in reversed(lines[max(0, at - LOOKED_BACK) : at]):
        if not lines[at].follows(earlier):
            return
        levels = [p for p in earlier.placed[:NEARBY] if p.role == Role.LEVEL]
        total = next((p for p in levels if is_total(first, p)), None)

        if total is not None:
            yield join(LinkKind.PER, total, first, "link.unit_across")
            return


WORKS_OUT = Pattern(
    r"(?i)^\W*(?:(?:taken together|in all|overall),? )?"
    r"(?:(?:that|this|it|which)|(?:the |its |their |capital |total |average |construction )(?:\p{L}++ )?"
    r"(?:price|costs?|bill|sum|amount|total|payment|payout|award|settlement|deal|spending|price tag|plans?))"
    rf"(?: of \p{{L}}++ \p{{L}}++)? (?:works? out|worked out|comes?|came|amounts?|averages?|averaged)"
    rf"(?: (?:at|to))? (?:an average of )?{HEDGE}$"
    rf"|^[\W]*(?:that|this)(?:['\u2019]s| is| was| would be) (?:an average of )?{HEDGE}$"
)
"""How a sentence begins that tells the amount of the one before it again, for each of several."""


def _works_out(lines: Sequence[Line], at: int, first: Placed) -> Iterator[Link]:
    """The amount of a sentence before that one per unit tells again ("That works out to $4 a head")."""
    each = first.figure.per is not None or EACH.match(lines[at].text, first.figure.end)
    if not each and A_THING.match(lines[at].text, first.figure.end) is None:
        return
    for earlier in reversed(lines[max(0, at - LOOKED_BACK) : at]):
        levels = reversed(earlier.placed[-NEARBY:])
        free = (p for p in levels if p.role == Role.LEVEL and p.figure.per in (None, *TIMES))
        total = next((p for p in free if lines[at].follows(earlier) and is_more(first, p)), None)
        if total is not None:
            yield join(LinkKind.PER, total, first, "link.unit_works_out")
            return


EACH_GETS = Pattern(
    r"(?:Each|Every) [^.;:]{0,60}?"
    rf"\b(?:costs?|receives?|gets?|fetch(?:es)?|paid|sells? for|priced at|valued at|worth) {HEDGE}\Z"
)
NEARLY = Decimal("0.15")
"""How far, of a total, so many times an amount each may be from it: prices are rounded."""


def _each_gets(line: Line, earlier: Line) -> Iterator[Link]:
    """The total of the sentence before that a number of things comes to at what each costs or gets."""
    counts = [p.figure for p in (*earlier.placed[-NEARBY:], *line.placed[:2]) if p.figure.kind == Kind.COUNT]
    for item in line.placed[:2] if line.follows(earlier) else ():
        if EACH_GETS.fullmatch(line.text, line.span.start, item.figure.start) is None:
            continue
        for total in earlier.placed[-NEARBY:]:
            room = NEARLY * size(total.figure)
            agree = any(abs(size(c) * size(item.figure) - size(total.figure)) <= room for c in counts)
            if agree and total.figure.per is None and is_more(item, total):
                yield join(LinkKind.PER, total, item, "link.unit_each_gets")
                return


PER_SHARE = Pattern(
    r"(?i)^\W*(?:On a per-share basis|Per share|(?:Diluted |Basic )?(?:earnings|net income|profit) per share"
    r"|(?:The |Its )?per-share (?:earnings|profit|net income|loss))\b"
)
"""How a sentence begins that tells the result of the one before it again, per share."""


def _each_of(line: Line, earlier: Line) -> Iterator[Link]:
    """The results a share, and the old ones, of the totals of the sentence before."""
    if not line.follows(earlier) or any(p.role == Role.PER for p in earlier.placed):
        return
    for role in (Role.LEVEL, Role.OLD):
        each = next((p for p in line.placed[:2] if p.role == role), None)
        totals_told = (p for p in earlier.placed[:NEARBY] if p.role == role and _is_result(p.figure))
        total = next((p for p in totals_told if each is not None and is_total(each, p)), None)
        if total is not None and each is not None:
            yield join(LinkKind.PER, total, each, "link.unit_apart")


PAYS = Pattern(r"(?i)\b(?:dividend|payout|distribution)\b")
HOLDERS_GET = Pattern(
    r"(?i)\b(?:holders|shareholders|stockholders|shareowners|investors) (?:of \p{Lu}[\p{L}.&-]*+ )?"
    rf"(?:will |would |are to |stand to )?(?:get|gets?|receive|be paid|be offered) {HEDGE}$"
)
WITH_DEBT = Pattern(r"(?i)\b(?:includ|assum)\p{Ll}++ [^.;]{0,40}\b(?:debt|liabilities)\b")


THE_BID_WORTH = Pattern(
    r"^\W*(?:The|Its) (?:\p{Ll}++ ){0,2}?(?:bid|offer|payout|dividend|deal|price|buyout|takeover"
    r"|distribution)"
    rf"(?:,? (?:which )?(?:is |was )?(?:valued at|worth|totaling|totalling|which comes to)| totals?) {HEDGE}$"
)


def _worth_in_all(before: Line, line: Line, total: Placed) -> Iterator[Link]:
    """The price a share that the sentence before told, of which this one tells the total."""
    prices = (p for p in before.placed[-NEARBY:] if p.figure.per == "share" and p.role == Role.LEVEL)
    price = next((p for p in prices if is_total(p, total)), None)
    if price is not None and line.follows(before):
        yield join(LinkKind.PER, total, price, "link.unit_worth")


THE_OFFER_OF = Pattern(
    r"^\W*(?:The|Its|That) (?:\p{Ll}++ ){0,4}?(?:offer|bid|price|deal|proposal)"
    rf"(?: (?:price )?of|, (?:at|of)| (?:is|was|works out at|values (?:each"
    rf"|the)(?: \p{{L}}++)? share at)) {HEDGE}$"
)


def _offered(lines: Sequence[Line], at: int, first: Placed) -> Iterator[Link]:
    """The price of all in a sentence before, of which this one tells the offer a share."""
    if THE_OFFER_OF.match(first.lead) is None:
        return
    for earlier in reversed(lines[max(0, at - LOOKED_BACK) : at]):
        here = (earlier.text, earlier.span.start, earlier.span.end)
        if not lines[at].follows(earlier) or any(p.figure.per == "share" for p in earlier.placed):
            return
        if BUYS.search(*here) is not None and WITH_DEBT.search(*here) is None:
            levels = (p for p in earlier.placed[:NEARBY] if p.role == Role.LEVEL and is_total(first, p))
            if (total := next(levels, None)) is not None:
                yield join(LinkKind.PER, total, first, "link.unit_offered")
                return


def _paid_to_holders(lines: Sequence[Line], at: int, first: Placed) -> Iterator[Link]:
    """The price in all of the sentence before, of which holders "will get $41 a share"."""
    line, earlier = lines[at], lines[at - 1]
    if HOLDERS_GET.search(first.lead) is None or not line.follows(earlier):
        return
    if BUYS.search(earlier.text, earlier.span.start, earlier.span.end) is None:
        return
    if WITH_DEBT.search(earlier.text, earlier.span.start, earlier.span.end) is not None:
        return
    levels = (p for p in earlier.placed[:NEARBY] if p.role == Role.LEVEL and is_total(first, p))
    if (total := next(levels, None)) is not None and not any(p.figure.per for p in earlier.placed):
        yield join(LinkKind.PER, total, first, "link.unit_paid")


RESULTS = frozenset(("net income", "profit", "loss", "earnings per share"))
"""Metrics of which a result per share is one ("a profit of $9 million. It had net income of $1 a share.")."""
PRETAX = Pattern(r"(?i)\b(?:pre-?tax|before tax|operating|gross|ebitda?)\b")


def _is_result(figure: Figure) -> bool:
    """Whether a figure is a result of which one per share is told: none before taxes."""
    named = figure.metric is not None and PRETAX.search(figure.metric.text) is not None
    return not named and group_of(figure) in RESULTS


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
        like = p.role == Role.LEVEL and _is_result(p.figure) and is_total(first, p)
        if (
            like
            and p.figure.status == first.figure.status
            and p.figure.subject_name == first.figure.subject_name
        ):
            yield join(LinkKind.PER, p, first, "link.unit_apart")
            return
