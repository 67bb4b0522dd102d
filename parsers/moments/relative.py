"""Times counted from now or from the text: "yesterday", "last week", "that year", "currently"."""

from __future__ import annotations

from decimal import Decimal

from parsers.forms import Form, Length, Reference, Relative, Same, WholeYear
from parsers.moments.around import framed
from parsers.moments.building import rule
from parsers.moments.phrase import GAP, which_offset
from parsers.moments.words import Pattern, entry, led, unit_of
from parsers.patterns import compiled
from parsers.rules import Hit, Rule


def _which(hit: Hit) -> Form | None:
    unit, said, the = unit_of(hit["unit"]), led(hit, "which"), led(hit, "the")
    if unit is None or said is None or unit in ("second", "minute") or NAMES.match(hit.text, hit.end):
        return None
    offset, word = which_offset(said), said.lower().split()[-1]
    if unit == "quarter" or (unit == "half" and not word):
        return None
    if word == "past" and unit != "weekend" and not led(hit, "early") and (the or unit != "day"):
        return Length(Decimal(1), unit, None, "past")
    if word == "last" and the and unit not in ("weekend", "day", "week"):
        return Length(Decimal(1), unit, None, "past")
    if word in ("next", "coming") and the and unit == "decade":
        return Length(Decimal(1), unit, None, "next")
    if word in ("following", "previous", "preceding", "prior", "subsequent", "ensuing") or (
        word == "next" and the and unit == "day"
    ):
        return framed(Relative(unit, offset, base="text"), hit)
    return framed(Relative(unit, offset), hit)


NAMES = Pattern(r"-\p{L}|[\s\u00a0](?:high|low|ended|ending)\b")


def _that(hit: Hit) -> Form | None:
    unit = unit_of(hit["unit"])
    if unit is None or unit in ("second", "minute", "hour", "quarter", "half"):
        return None
    return framed(Relative(unit, 0, base="same"), hit)


def _the(hit: Hit) -> Form | None:
    """As in "the year", "the week": the current one, or the one that the text is in."""
    unit = unit_of(hit["unit"])
    if unit not in ("year", "week", "month", "weekend", "decade") or CONTINUED.match(hit.text, hit.end):
        return None
    if unit in ("month", "decade") and not (
        led(hit, "early") or INSIDE.match(hit.text, max(0, hit.start - 14), hit.start)
    ):
        return None
    if unit == "month" and not led(hit, "early"):
        return framed(Same("month"), hit)
    if unit == "week" and not led(hit, "early") and OVER.match(hit.text, max(0, hit.start - 8), hit.start):
        return framed(Relative(unit, 0, base="over"), hit)
    return framed(WholeYear() if unit == "year" and not led(hit, "early") else Relative(unit, 0), hit)


def _coming(hit: Hit) -> Form | None:
    """As in "the year ahead": the next one."""
    unit = unit_of(hit["unit"])
    return Relative(unit, 1) if unit in ("year", "week", "month", "weekend", "quarter", "decade") else None


CONTINUED = Pattern(
    r"-\p{L}|[\s\u00a0](?:of(?![\s\u00a0](?:(?:about|around|nearly|roughly|some|almost|only|just)[\s\u00a0])?[\p{Sc}\d])"
    r"|that|when|in[\s\u00a0]which|before|after|ago|earlier|\d)"
)

OVER = Pattern(r"(?ri)(?<!\p{L})(?:in|during|for)[\s\u00a0]")
"""Before the week that statistics are of ("stocks fell by 3 million barrels in the week to 480 million")."""
INSIDE = Pattern(r"(?ri)(?<!\p{L})(?:in|during|for|of|through|over|within|this)[\s\u00a0]")


def _today(hit: Hit) -> Form | None:
    found = entry("timewords.today", hit["today"])
    return framed(Relative("day", int(found.get("offset"))), hit) if found else None


def _reference(hit: Hit) -> Form | None:
    found = entry("timewords.present|timewords.past|timewords.future|timewords.current", hit.match[0])
    if found is None or (hit.match[0].lower() == "now" and NOT_NOW.match(hit.text, hit.end)):
        return None
    return Reference(str(found.get("value")))


NOT_NOW = Pattern(r"-\p{L}|[\s\u00a0](?:that|then)\b")


def _current(hit: Hit) -> Form | None:
    return (
        None
        if compiled(r"[\s\u00a0](?:account|assets?|liabilit|event|affairs)").match(
            hit.text[hit.end : hit.end + 12]
        )
        else Reference("PRESENT_REF")
    )


_UNIT = r"(?P<unit><<unit>>)(?!\p{L})"

_ONE = r"(?P<unit><<timeunits.one>>)(?!\p{L})"


AND_NEXT = Pattern(
    r"(?ri)\bthis (?P<unit>year|quarter|month|week),?(?: and)? [^.;!?\n]{0,36}"
    r"\d[^\s]{0,8}(?: per ?cent| \p{L}+illion)? \Z"
)
"""Before the next one, of which only that is said ("5% this year and 3% next")."""


def _left_out(hit: Hit) -> Form | None:
    """As in "5% this year and 3% next": the unit was said before."""
    told = AND_NEXT.search(hit.text, max(0, hit.start - 72), hit.start)
    return Relative(told["unit"].lower(), 1) if told is not None else None


RULES: tuple[Rule, ...] = (
    rule(
        "relative.which",
        ("timeunits.one",),
        _ONE,
        _which,
        lead=(
            rf"<<before>>(?:(?<!\p{{L}})(?P<the>the){GAP})?(?<![\p{{L}}\p{{N}}])(?P<which>(?:this{GAP})?(?:<<timewords.back|timewords.ahead|timewords.here>>)){GAP}(?:(?:whole|full|calendar){GAP})?"
        ),
        needs_lead=True,
        before=(*("timewords.back", "timewords.ahead", "timewords.here"), *("whole", "full", "calendar")),
        examples=(
            ("it was sold last week to a rival", "last week"),
            ("early next year it opens", "early next year"),
            ("earlier this month it paid", "earlier this month"),
            ("over the past decade it grew", "the past decade"),
            ("he left the following day, they said", "the following day"),
        ),
        rejects=("the last word", "this second plant", "last yearling"),
    ),
    rule(
        "relative.left_out",
        ("timewords.ahead",),
        rf"(?P<which>(?-i:next))(?=[,.;:)]|\s*\Z|{GAP}(?:and|but|while|as|before|after|from)\b)",
        _left_out,
        examples=(("prices will rise 5% this year and 3% next.", "next"),),
        rejects=(
            "who will be next.",
            "this year and the one that comes next.",
            "5% this year. What comes 3% next?",
        ),
        rank=1,
    ),
    rule(
        "relative.that",
        ("timeunits.one",),
        _ONE,
        _that,
        lead=rf"<<before>>(?<!\p{{L}})(?:that{GAP}same|that|the{GAP}(?:very{GAP})?same|same)(?P<gap>{GAP})",
        needs_lead=True,
        before=("that", "same"),
        examples=(
            ("it opened in 1990 and failed that year", "that year"),
            ("the same day it was sold", "the same day"),
        ),
        rejects=("that second plant", "that minute detail"),
    ),
    rule(
        "relative.the_coming",
        ("timeunits.one",),
        rf"{_ONE}{GAP}(?:ahead|to{GAP}come)(?!\p{{L}}|{GAP}of\b)",
        _coming,
        lead=rf"(?<!\p{{L}})the(?P<gap>{GAP})",
        needs_lead=True,
        before=("the",),
        examples=(
            ("growth will slow in the year ahead, it said", "the year ahead"),
            ("in the week to come it reports", "the week to come"),
        ),
        rejects=("the road ahead", "the year ahead of the vote", "the year to March"),
        rank=1,
    ),
    rule(
        "relative.the",
        ("timeunits.one",),
        _ONE,
        _the,
        lead=rf"(?:<<before>>|(?<!\p{{L}})(?P<early>so{GAP}far{GAP}in){GAP})?(?<!\p{{L}})the(?P<gap>{GAP})(?:(?:full|current|calendar|(?<=[Ff]or{GAP}the{GAP})(?:whole|entire)){GAP})?",
        needs_lead=True,
        before=("the", "full", "whole", "entire", "current", "calendar"),
        examples=(
            ("profit for the year rose 5 percent", "the year"),
            ("for the whole year it lost", "the whole year"),
            ("earlier in the week it fell", "earlier in the week"),
        ),
        rejects=("the year that he left", "the week of talks", "the month-long row"),
    ),
    rule(
        "relative.today",
        ("timewords.today",),
        r"(?P<today><<timewords.today>>)(?!\p{L})",
        _today,
        lead="<<before>>",
        examples=(("it was sold yesterday in Rome", "yesterday"), ("earlier today it fell", "earlier today")),
        rejects=("todays",),
    ),
    rule(
        "reference",
        ("timewords.present", "timewords.past", "timewords.future"),
        r"(?:<<timewords.present|timewords.past|timewords.future>>)(?!\p{L})",
        _reference,
        examples=(("it currently owns a mill", "currently"), ("it recently sold a mill", "recently")),
        rejects=("now that it is sold", "sooner or later it will"),
    ),
    rule(
        "reference.current",
        ("timewords.current",),
        r"<<timewords.current>>(?!\p{L}|-account)",
        _current,
        examples=(("its current owner is a bank", "current"),),
        rejects=("the current account", "the current-account gap", "ocean currents"),
    ),
)
