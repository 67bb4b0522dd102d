"""Shares that say what an amount is of all: "900 million, 2% of GDP", "300 people, half its team"."""

from __future__ import annotations

from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.links.measures import MANY, SHARES, size
from parsers.links.measuring import FROM_ANOTHER
from parsers.links.pieces import HEDGE
from parsers.metrics import group_of
from parsers.model import Direction, Figure, Kind


def is_beside(text: str, before: Figure, figure: Figure) -> bool:
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
    return of_a_whole(text, figure)


def of_a_whole(text: str, share: Figure) -> bool:
    """Whether it is said of what something is a share."""
    sought = SOUGHT.match(text, share.end) is not None
    return not sought and any(p.match(text, share.end) is not None for p in (OF_ALL, OF_A_THING, OF_NUMBER))


def represents(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a share is what an amount makes up of all (and not three customers of sales)."""
    if text.startswith(",", before.end) and not text.endswith(", ", 0, before.start):
        return False  # "The unit, bought for $160 million, accounts for 6% of sales"
    if before.kind in (Kind.MONEY, Kind.QUANTITY):
        return figure.kind in SHARES and of_a_whole(text, figure)
    return makes_up(text, before, figure)


def makes_up(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a share is said to be of all that there is ("giving it 28% of the company")."""
    if before.kind not in AMOUNTS or figure.kind not in SHARES or group_of(before) == "market value":
        return False  # what the whole company is worth is no share of it
    here = (text, max(0, figure.start - 24), figure.start)
    giving = GIVING.match(*here) is not None and before.kind != Kind.MONEY
    if giving and of_a_whole(text, figure):
        return True
    if ENOUGH.match(*here) is not None and of_a_whole(text, figure):
        return True
    making = MAKING_UP.match(*here) is not None and ELSEWHERE.match(text, figure.end) is None
    if making and of_a_whole(text, figure):
        return True
    if STAKE_OF.match(*here) is not None and ENDED.match(text, figure.end) is not None:
        return True
    return OF_ALL.match(text, figure.end) is not None


def counts_a_share(text: str, before: Figure, figure: Figure) -> bool:
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


AMOUNTS = (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)
OF_NUMBER = Pattern(
    rf" of (?:the |its |their |all )?(?:(?!(?:it|them|that|this|those|these|which|whom|and|or|in|to) )"
    rf"[\p{{L}}'\u2019-]++ ){{0,4}}?{HEDGE}[\p{{Sc}}\d]"
)
"""Behind a share of what has a figure ("half of the 12", "a quarter of its output of 40,000 tons")."""
SOME = r"(?:(?:about|around|roughly|nearly|almost|just over) )?"
GIVING = Pattern(rf"(?r)\b(?:giving|gives?|gave) (?:it|him|her|them|the \p{{L}}++) {SOME}")
MAKING_UP = Pattern(rf"(?r)\b(?:accounting for|making up|making it) {SOME}")
ELSEWHERE = Pattern(r" of [^,.;]{1,40}? (?:at|in|from|by) (?:the |its )?\p{L}")
ENOUGH = Pattern(rf"(?r)\benough to \p{{L}}++ (?:for )?{SOME}")
STAKE_OF = Pattern(rf"(?r)\b(?:stake|holding|interest) of {SOME}")
OF_THEM = Pattern(r" (?:of them|of those|in all|in total)\b")
HEDGED = Pattern(r"(?r)\b(?:some|about|nearly|almost|roughly|around|more than) ")
ENDED = Pattern(r"(?: (?:in all|in total|or so|of them))?(?:[,.;)]| --| ?[\u2013\u2014]|$)")
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
