"""When a figure says the one before it again: in another currency, in another measure, as a share."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from parsers import lexicon
from parsers.lazy import Pattern
from parsers.links.asshares import (
    AMOUNTS,
    OF_ALL,
    counts_a_share,
    is_beside,
    makes_up,
    of_a_whole,
    represents,
)
from parsers.links.measures import MANY, SHARES, TIMES, of_one_money, size
from parsers.links.measuring import SUPPLY, is_measured, moved_so
from parsers.links.worded import Worded
from parsers.model import Direction, Figure, Kind

BRACKETED = ((Kind.COUNT, Kind.PERCENT), (Kind.PERCENT, Kind.MONEY))
"""What is said again in brackets that hold nothing else."""
BEHIND_OR = ("link.or", "link.or_share", "link.or_late")
SHARING = ("link.or", "link.or_share", "link.twin", "link.stake", "link.about")
"""The rules by which one of two may be the share of all that the other is."""


def says_again(text: str, rule: str, before: Figure, figure: Figure) -> bool:
    """Whether a figure, by its lead, is the one before it in another currency or measure."""
    if rule in BY_RULE:
        return BY_RULE[rule](text, before, figure)
    if rule == "link.or" and _are_one_difference(text, before, figure):
        return True
    if _tells_more(text, rule, before, figure):
        return False
    if rule in BEHIND_OR and (_is_by_time(before, figure) or _is_of_more(text, before, figure)):
        return True
    stuff = before.kind == Kind.QUANTITY  # "1.5 million tons of corn, or about 59 million bushels"
    alike = _equal_kind(before, figure, same=rule in ("link.about", "link.beside"))
    alike = alike or (
        rule == "link.dash" and {before.kind, figure.kind} == set(SHARES)
    )  # "half - some 47% -"
    if alike and (rule != "link.or_share" or stuff):
        return rule not in ("link.or_late", "link.dash") or before.kind in (Kind.MONEY, *SHARES)
    if rule in BEHIND_OR and before.kind == Kind.MONEY and figure.kind == Kind.COUNT:
        return figure.unit == "share"  # "bought back $5 million, or 2 million shares"
    if rule in BEHIND_OR and is_measured(text, rule, before, figure):
        return True
    if rule == "link.about" and figure.kind in (Kind.DURATION, Kind.MULTIPLE):
        return _is_about(text, before, figure)
    if (
        rule == "link.twin"
        and before.kind == Kind.COUNT
        and before.unit is None
        and figure.kind != Kind.PERCENT
    ):
        # A price list leaves out the unit: "climbed 19 pence to 338 ($5.33)".
        return figure.kind == Kind.MONEY and size(figure) < MANY
    if rule == "link.twin" and before.kind in AMOUNTS and figure.kind in SHARES and of_a_whole(text, figure):
        return True  # "$3 billion (42% of the total)"
    if rule == "link.twin" and (before.kind, figure.kind) in BRACKETED:
        beside = text.startswith((" (", "("), before.end)  # not "3m cars in May (3%)"
        return beside and text.startswith(")", figure.end)  # "22 patients (24%)", "4.6% ($12,000)"
    return _is_share(text, rule, before, figure)


def _are_one_difference(text: str, before: Figure, figure: Figure) -> bool:
    """Whether two tell by how much something is above or below ("1 per cent or 153 million euros below")."""
    share = (before.kind is Kind.PERCENT) != (figure.kind is Kind.PERCENT)
    alone = text[before.end : figure.start] == " or "
    return share and alone and LESS_THAN.match(text, figure.end) is not None


def _tells_more(text: str, rule: str, before: Figure, figure: Figure) -> bool:
    """Whether a figure tells more of the one before it than how much it is: a part, a change, a price.

    So it does in "5 billion yen ($40 million), or 12 yen a share".
    """
    if OF_THEM_HERE.match(text, figure.end) is not None:
        return True  # "84 mills, roughly 8 percent of them in Norway"
    if figure.kind != Kind.POINTS and LESS_THAN.match(text, figure.end) is not None:
        return True  # "built 68,450 cars, or 5% fewer than", "at $25, representing a 24% premium over"
    if figure.kind == Kind.PERCENT and before.kind != Kind.PERCENT and _is_change(text, figure):
        return True
    return rule == "link.or" and figure.kind == Kind.MONEY and text.startswith(")", before.end)


def _is_change(text: str, figure: Figure) -> bool:
    """Whether a percentage behind an amount is how that has changed ("9 mills (+4%)", ", or 4% growth")."""
    signed = figure.text[0] in SIGNS and text[figure.start - 1 : figure.start] == "("
    return signed or GREW.match(text, figure.end) is not None


SIGNS = "+-\u2212\u2013"
GREW = Worded(r" (?:[\p{L}-]++ ){0,2}?<<directions.noun>>\b")


def _equal_kind(a: Figure, b: Figure, *, same: bool) -> bool:
    """Whether two figures are one kind of amount in two units; of the ``same`` dimension, if asked."""
    if a.kind != b.kind or a.unit == b.unit or of_one_money(a, b):
        return False
    if a.kind == Kind.QUANTITY and same:
        one, two = (lexicon.entries("units").get(f.unit or "") for f in (a, b))
        return one is None or two is None or one.get("dimension") == two.get("dimension")
    return a.kind in (Kind.MONEY, Kind.POINTS, Kind.QUANTITY)


def _is_by_time(before: Figure, figure: Figure) -> bool:
    """Whether a price each is told of something else as well ("$725 per dose, or $8,700 a year")."""
    money = before.kind == figure.kind == Kind.MONEY and before.unit == figure.unit
    each = money and before.per in TIMES and figure.per not in TIMES and size(before) > size(figure)
    return money and None not in (figure.per, before.per) and before.per != figure.per and not each


def _is_about(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a figure behind "about" tells how long a store lasts, or how many times earnings a price is."""
    if figure.kind == Kind.DURATION:
        return before.kind in AMOUNTS and SUPPLY.match(text, figure.end) is not None
    return before.kind == Kind.MONEY and OF_EARNINGS.match(text, figure.end) is not None


def _is_of_more(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a percentage is told again of something larger ("by 9%, equivalent to 2% of output")."""
    if before.kind != Kind.PERCENT or figure.kind != Kind.PERCENT:
        return False
    equal = EQUAL_TO.match(text, max(0, figure.start - 24), figure.start) is not None
    equal = equal and LESS_THAN.match(text, before.end) is None
    return equal and of_a_whole(text, figure) and not text.startswith(" of ", before.end)


def _is_worth(text: str, before: Figure, figure: Figure) -> bool:
    """Whether money is what things are worth, and no price of each."""
    things = before.kind == Kind.COUNT and (before.unit or OF_ITS_SHARES.match(text, before.end)) is not None
    things = things or before.kind == Kind.QUANTITY
    each = EACH.match(text, figure.end) is not None
    return things and figure.kind == Kind.MONEY and figure.per is None and not each


def _is_stake_worth(text: str, before: Figure, figure: Figure) -> bool:
    held = STAKE.search(text, max(0, before.start - 16), figure.start) is not None
    held = held or text.startswith(" of ", before.end)
    return held and before.kind in SHARES and figure.kind == Kind.MONEY and figure.per is None


def _are_rates(_: str, before: Figure, figure: Figure) -> bool:
    """Whether both are percentages of growth, of which the second is that of a year."""
    return before.kind == figure.kind == Kind.PERCENT and before.direction != Direction.NONE


BY_RULE: Mapping[str, Callable[[str, Figure, Figure], bool]] = {
    "link.annual_rate": _are_rates,
    "link.beside": is_beside,
    "link.stake_worth": _is_stake_worth,
    "link.things_worth": _is_worth,
    "link.moved_so": moved_so,
    "link.represents": represents,
    "link.making_up": makes_up,
    "link.share_beside": counts_a_share,
}


def _is_share(text: str, rule: str, before: Figure, figure: Figure) -> bool:
    """Whether one of two is a number of things, the other their share of all; in brackets only of shares."""
    count, share = sorted((before, figure), key=lambda f: f.kind in SHARES)
    if share.kind not in SHARES:
        return False
    if rule == "link.or_late" and count.kind == Kind.QUANTITY:
        return share is figure and of_a_whole(text, share)
    if rule == "link.or_late":
        shares = SHARES_HERE.search(text, before.end, figure.start) is not None
        return count.kind == Kind.COUNT and (bool(count.unit) or shares) and share is figure
    if rule not in SHARING:
        return False
    if rule == "link.stake":
        return count.kind == Kind.MONEY and share is figure
    if count.kind == Kind.QUANTITY:
        return rule in ("link.or", "link.or_share", "link.about")
    things = (count.unit or "").split()[-1:]
    # "2 million of its clients, or a fifth"
    told = bool(things) or (rule == "link.or_share" and share is figure)
    counted = told or (share.kind == Kind.RATIO and rule in BEHIND_OR and count is figure)
    counted = counted or (rule == "link.or" and share is figure and _is_of_all(text, before, share))
    counted = counted or (rule == "link.or" and share is figure and text.endswith(", ", 0, before.start))
    if count.kind != Kind.COUNT or (share.kind == Kind.RATIO and not counted):
        return False
    if rule == "link.twin":
        return things == ["share"]
    # "9.4%, or 1.27 million": a bare number behind a share counts what it is a share of.
    return counted or (rule == "link.or" and count is figure) or size(count) >= MANY


def _is_of_all(text: str, count: Figure, share: Figure) -> bool:
    """Whether a bare number is of a whole told before it ("of 12.8 million, 5.2 million, or four in 10")."""
    total = OF_ALL.match(text, share.end) is not None
    return size(count) >= MANY or total


OF_EARNINGS = Pattern(
    r" (?:of )?(?:its|their|the|last year['\u2019]s|projected|estimated|expected|forecast|trailing|annual"
    r"|book|\d{4}) (?:[\p{L}'\u2019-]++ ){0,3}?"
    r"(?:earnings|sales|revenues?|profits?|income|value|cash flow|ebitda|assets|equity)\b"
    r"| (?:shareholders|stockholders)['\u2019] (?:funds|equity)\b"
)
EQUAL_TO = Pattern(r"(?r)\b(?:equal|equivalent) to (?:(?:about|around|roughly|nearly) )?")
EACH = Pattern(r" (?:each|apiece)\b")
OF_ITS_SHARES = Pattern(
    r" of (?:its|the|their) (?:own |common |outstanding |Class [AB] )?(?:shares|stock"
    r"|units)\b"
)
SHARES_HERE = Pattern(r"\b(?:shares|stock|units)\b")
STAKE = Pattern(r"\b(?:stake|holding|interest|position|shareholding)\b")
OF_THEM_HERE = Pattern(r" of (?:them|it|which|whom)\b|[ -](?:owned|held|controlled)\b")
"""Behind what is no second telling ("84 mills, roughly 8% of them in", "Calder, which is 40% owned by")."""
LESS_THAN = Pattern(
    r" (?:(?:less|more|lower|higher|fewer|below|above|short|behind|ahead)\b"
    r"|(?:\p{Ll}++ )?(?:premium|discount) (?:over|to|above|below|from|on)\b)"
)
