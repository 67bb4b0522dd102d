"""When a figure says the one before it again: in another currency, in another measure, as a share."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from parsers import lexicon
from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.links.measures import MANY, SHARES, TIMES, of_one_money, size
from parsers.links.measuring import FROM_ANOTHER, SUPPLY, is_measured, moved_so
from parsers.links.pieces import HEDGE
from parsers.model import Direction, Figure, Kind

BEHIND_OR = ("link.or", "link.or_share", "link.or_late")
SHARING = ("link.or", "link.or_share", "link.twin", "link.stake", "link.about")
"""The rules by which one of two may be the share of all that the other is."""


def says_again(text: str, rule: str, before: Figure, figure: Figure) -> bool:
    """Whether a figure, by its lead, is the one before it in another currency or measure."""
    if rule in BY_RULE:
        return BY_RULE[rule](text, before, figure)
    if OF_THEM_HERE.match(text, figure.end) is not None:
        return False  # "84 mills, roughly 8 percent of them in Norway"
    if figure.kind != Kind.POINTS and LESS_THAN.match(text, figure.end) is not None:
        return False  # "built 68,450 cars, or 5% fewer than", "at $25, representing a 24% premium over"
    if rule == "link.or" and figure.kind == Kind.MONEY and text.startswith(")", before.end):
        return False  # "5 billion yen ($40 million), or 12 yen a share"
    if rule in BEHIND_OR and (_is_by_time(before, figure) or _is_of_more(text, before, figure)):
        return True
    stuff = before.kind == Kind.QUANTITY  # "1.5 million tons of corn, or about 59 million bushels"
    alike = _equal_kind(before, figure, same=rule in ("link.about", "link.beside"))
    alike = alike or (
        rule == "link.dash" and {before.kind, figure.kind} == set(SHARES)
    )  # "half - some 47% -"
    if alike and (rule != "link.or_share" or stuff):
        return rule not in ("link.or_late", "link.dash") or before.kind in (Kind.MONEY, *SHARES)
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
    if rule == "link.twin" and before.kind in AMOUNTS and figure.kind in SHARES and _of_a_whole(text, figure):
        return True  # "$3 billion (42% of the total)"
    if rule == "link.twin" and before.kind == Kind.COUNT and figure.kind == Kind.PERCENT:
        beside = text.startswith((" (", "("), before.end)  # not "3m cars in May (3%)"
        return beside and text.startswith(")", figure.end)  # "22 patients (24%)"
    return _is_share(text, rule, before, figure)


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
    return equal and _of_a_whole(text, figure) and not text.startswith(" of ", before.end)


def _is_beside(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a share in apposition says what the amount before it is of all ("900 million, 2% of GDP")."""
    if before.kind == Kind.PERCENT and figure.unit == "basis point":
        return FROM_ANOTHER.match(text, figure.end) is not None
    if figure.kind not in SHARES or before.kind not in AMOUNTS or OF_THEN.match(text, figure.end) is not None:
        return False
    if (
        before.kind == Kind.MONEY
        and A_RETURN.match(text, max(0, figure.start - 14), figure.start) is not None
    ):
        return ENDED.match(text, figure.end) is not None
    if before.unit is not None and HALF_ITS.match(text, figure.end) is not None:
        return True  # "300 people, half its team"
    if (
        figure.rule == "ratio.part_of"
        and before.unit is not None
        and ENDED.match(text, figure.end) is not None
    ):
        return True  # "2,000 workers, nearly one in five"
    if before.kind == Kind.COUNT and before.unit is None and size(before) < MANY:
        return OF_NUMBER.match(text, figure.end) is not None
    return _of_a_whole(text, figure)


def _of_a_whole(text: str, share: Figure) -> bool:
    """Whether it is said of what something is a share."""
    sought = SOUGHT.match(text, share.end) is not None
    return not sought and any(p.match(text, share.end) is not None for p in (OF_ALL, OF_A_THING, OF_NUMBER))


def _is_worth(text: str, before: Figure, figure: Figure) -> bool:
    """Whether money is what things are worth, and no price of each."""
    things = before.kind == Kind.COUNT and (before.unit or OF_ITS_SHARES.match(text, before.end)) is not None
    things = things or before.kind == Kind.QUANTITY
    each = EACH.match(text, figure.end) is not None
    return things and figure.kind == Kind.MONEY and figure.per is None and not each


def _represents(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a share is what an amount makes up of all (and not three customers of sales)."""
    if text.startswith(",", before.end) and not text.endswith(", ", 0, before.start):
        return False  # "The unit, bought for $160 million, accounts for 6% of sales"
    if before.kind in (Kind.MONEY, Kind.QUANTITY):
        return figure.kind in SHARES and _of_a_whole(text, figure)
    return _makes_up(text, before, figure)


def _is_stake_worth(text: str, before: Figure, figure: Figure) -> bool:
    held = STAKE.search(text, max(0, before.start - 16), figure.start) is not None
    held = held or text.startswith(" of ", before.end)
    return held and before.kind in SHARES and figure.kind == Kind.MONEY and figure.per is None


def _makes_up(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a share is said to be of all that there is ("giving it 28% of the company")."""
    if before.kind not in AMOUNTS or figure.kind not in SHARES:
        return False
    here = (text, max(0, figure.start - 24), figure.start)
    giving = GIVING.match(*here) is not None and before.kind != Kind.MONEY
    if giving and _of_a_whole(text, figure):
        return True
    if ENOUGH.match(*here) is not None and _of_a_whole(text, figure):
        return True
    making = MAKING_UP.match(*here) is not None and ELSEWHERE.match(text, figure.end) is None
    if making and _of_a_whole(text, figure):
        return True
    if STAKE_OF.match(*here) is not None and ENDED.match(text, figure.end) is not None:
        return True
    return OF_ALL.match(text, figure.end) is not None


def _counts_a_share(text: str, before: Figure, figure: Figure) -> bool:
    """Whether people, shares or "14 of them" are what the share before them comes to."""
    of = before.direction == Direction.NONE or text.startswith(" of ", before.end)
    if before.kind in SHARES and figure.kind in (Kind.MONEY, Kind.QUANTITY):
        told = (
            text.startswith(" of ", before.end) and figure.per is None and figure.direction == Direction.NONE
        )
        return told and ENDED.match(text, figure.end) is not None
    if before.kind not in SHARES or not of or figure.kind != Kind.COUNT:
        return False
    if OF_THEM.match(text, figure.end) is not None:  # not "4,000 people, or 6%, 1,500 of them in Leeds"
        return not text.startswith("or ", before.start - 3)
    if figure.unit is None and text.startswith(" of them, ", before.end):
        return ENDED.match(text, figure.end) is not None
    hedged = HEDGED.match(text, max(0, figure.start - 12), figure.start) is not None
    if figure.unit is None and size(figure) >= MANY and hedged:
        return ENDED.match(text, figure.end) is not None  # "one in six customers, some 300,000,"
    things = (figure.unit or "").split()[-1:]
    held = things == ["share"] or not known("linkwords.staff").isdisjoint(figure.text.split())
    return held and ENDED.match(text, figure.end) is not None


def _are_rates(_: str, before: Figure, figure: Figure) -> bool:
    """Whether both are percentages of growth, of which the second is that of a year."""
    return before.kind == figure.kind == Kind.PERCENT and before.direction != Direction.NONE


BY_RULE: Mapping[str, Callable[[str, Figure, Figure], bool]] = {
    "link.annual_rate": _are_rates,
    "link.beside": _is_beside,
    "link.stake_worth": _is_stake_worth,
    "link.things_worth": _is_worth,
    "link.moved_so": moved_so,
    "link.represents": _represents,
    "link.making_up": _makes_up,
    "link.share_beside": _counts_a_share,
}


def _is_share(text: str, rule: str, before: Figure, figure: Figure) -> bool:
    """Whether one of two is a number of things, the other their share of all; in brackets only of shares."""
    count, share = sorted((before, figure), key=lambda f: f.kind in SHARES)
    if share.kind not in SHARES:
        return False
    if rule == "link.or_late" and count.kind == Kind.QUANTITY:
        return share is figure and _of_a_whole(text, share)
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


AMOUNTS = (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)
OF_EARNINGS = Pattern(
    r" (?:of )?(?:its|their|the|last year['\u2019]s|projected|estimated|expected|forecast|trailing|annual"
    r"|book|\d{4}) (?:[\p{L}'\u2019-]++ ){0,3}?"
    r"(?:earnings|sales|revenues?|profits?|income|value|cash flow|ebitda|assets|equity)\b"
    r"| (?:shareholders|stockholders)['\u2019] (?:funds|equity)\b"
)
OF_NUMBER = Pattern(
    rf" of (?:the |its |their |all )?(?:(?!(?:it|them|that|this|those|these|which|whom|and|or|in|to) )"
    rf"[\p{{L}}'\u2019-]++ ){{0,4}}?{HEDGE}[\p{{Sc}}\d]"
)
"""Behind a share of what has a figure ("half of the 12", "a quarter of its output of 40,000 tons")."""
EQUAL_TO = Pattern(r"(?r)\b(?:equal|equivalent) to (?:(?:about|around|roughly|nearly) )?")
EACH = Pattern(r" (?:each|apiece)\b")
SOME = r"(?:(?:about|around|roughly|nearly|almost|just over) )?"
GIVING = Pattern(rf"(?r)\b(?:giving|gives?|gave) (?:it|him|her|them|the \p{{L}}++) {SOME}")
MAKING_UP = Pattern(rf"(?r)\b(?:accounting for|making up|making it) {SOME}")
ELSEWHERE = Pattern(r" of [^,.;]{1,40}? (?:at|in|from|by) (?:the |its )?\p{L}")
OF_ITS_SHARES = Pattern(
    r" of (?:its|the|their) (?:own |common |outstanding |Class [AB] )?(?:shares|stock"
    r"|units)\b"
)
SHARES_HERE = Pattern(r"\b(?:shares|stock|units)\b")
ENOUGH = Pattern(rf"(?r)\benough to \p{{L}}++ (?:for )?{SOME}")
STAKE_OF = Pattern(rf"(?r)\b(?:stake|holding|interest) of {SOME}")
STAKE = Pattern(r"\b(?:stake|holding|interest|position|shareholding)\b")
OF_THEM_HERE = Pattern(r" of (?:them|it|which|whom)\b|[ -](?:owned|held|controlled)\b")
"""Behind what is no second telling ("84 mills, roughly 8% of them in", "Calder, which is 40% owned by")."""
OF_THEM = Pattern(r" (?:of them|of those|in all|in total)\b")
HEDGED = Pattern(r"(?r)\b(?:some|about|nearly|almost|roughly|around|more than) ")
ENDED = Pattern(r"(?: (?:in all|in total|or so|of them))?(?:[,.;)]| --|\u2014|$)")
OF_A_THING = Pattern(
    r" of (?:all |the |its |their |our )?(?!(?:which|whom|them|it|that|these|those|the (?:sum|amount))\b)"
    r"(?:(?:U\.S\.|[\p{L}'\u2019-]++) ){0,4}?[\p{L}'\u2019-]++"
    r"(?:[,.;:)]|$| (?:--?|\u2014|\u2013) | at the end\b| in \d{4}\b)"
)
"""Behind a share in apposition that ends there ("5.8 billion euros, 2% of GDP,")."""
OF_THEN = Pattern(
    r" of (?:the|its) \p{Sc}?\d[^,;]{0,30}? (?:in|of|a|last|at) (?:the same|(?:19|20)\d\d|year|month"
    r"|the (?:previous|prior))"
)
"""Behind a share of an old value ("less than half of the $70 billion struck in the same period of 2022")."""
A_RETURN = Pattern(r"(?r)\ba (?:return|margin) of ")
HALF_ITS = Pattern(
    r" (?:its|the|their|his|her|our|all) (?:[\p{L}'\u2019-]++ ){0,3}?[\p{L}'\u2019-]++"
    r"(?:[,.;:)]|$| (?:--?|\u2014|\u2013) )"
)
SOUGHT = Pattern(
    r" of (?:the \p{Sc}?[\d.,]++ (?:\p{Ll}{1,2}illion )?|what )(?:that |which )?"
    r"(?:it|they|he|she|we|analysts|economists|investors|\p{Lu}\p{L}++) (?:had |was |were )?"
    r"(?:sought|wanted|asked|requested|demanded|feared|figured|expected|forecast|predicted)\b"
)
"""Behind a share of what was asked or foreseen ("less than half of the $103 million it had sought")."""
OF_ALL = Pattern(
    r" of (?:the |its |their |all |that |those )?(?:\p{Lu}[\p{L}.-]++['\u2019]s )?"
    r"(?:\p{Ll}++ )?"
    r"(?:total|shares|stock|votes|company|capital|outstanding|common|equity|work ?force|staff)\b"
    r"| (?:stake|interest|holding)\b"
)
LESS_THAN = Pattern(
    r" (?:(?:less|more|lower|higher|fewer|below|above|short|behind|ahead)\b"
    r"|(?:\p{Ll}++ )?(?:premium|discount) (?:over|to|above|below|from|on)\b)"
)
