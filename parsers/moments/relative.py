"""Times counted from now or from the text: "yesterday", "last week", "two years ago", "a year earlier"."""

from __future__ import annotations

from decimal import Decimal

import regex

from parsers.forms import Form, Length, Range, Reference, Relative, Same, Shifted
from parsers.mentions import Candidate, FigureReading, MomentReading
from parsers.moments.calendar import framed
from parsers.moments.duration import ABOUT, DASH, UNITS, length_figure
from parsers.moments.phrase import GAP, When, read_when, which_offset
from parsers.moments.building import dated, rule
from parsers.moments.words import entry, led, number_of, unit_of
from parsers.rules import Hit, Rule

WITHIN = {"less than", "no more than", "fewer than", "at most", "up to"}


def _more(hit: Hit) -> tuple[tuple[Decimal, str], ...]:
    """The larger unit of "two years and three months ago", taken in the same step."""
    count, unit = number_of(led(hit, "n0") or ""), unit_of(led(hit, "unit0"))
    return ((count, unit),) if count is not None and unit is not None else ()


def _ago(hit: Hit, when: When | None = None) -> Candidate | None:
    unit = unit_of(hit.match["unit"])
    counted = _count(hit)
    if unit is None or counted is None or hit.lead is None:
        return None
    count, said = counted
    if "half" in hit.match.re.groupindex and hit["half"] and count is not None:
        count, said = count + Decimal("0.5"), False
    if "two" in hit.match.re.groupindex and hit["two"]:
        count, said = None, False
    if not said and unit == "year" and "-" in hit.match[0]:
        return None
    form = _shifted(hit, count, unit, when.form if when is not None else None)
    end = when.end if when is not None else hit.end
    figures: tuple[FigureReading, ...] = ()
    if said and count is not None:
        figures = (length_figure(hit, hit.lead.start("n"), count, unit),)
    moments = (MomentReading(start=hit.start, end=end, form=form),)
    return hit.candidate(end=end, figures=figures, moments=moments)


def _count(hit: Hit) -> tuple[Decimal | None, bool] | None:
    """How many units, and whether by a number of their own; a vague count is ``None``."""
    said, some = led(hit, "n"), entry("timewords.some", led(hit, "some"))
    if some is not None:
        value = some.get("value")
        return (Decimal(value) if value else None), False
    if (said or "").lower() in ("a", "an", "one", ""):
        return Decimal(1), False
    if hit.lead is not None and led(hit, "either"):
        return None, False
    count = number_of(said or "")
    return (count, True) if count is not None else None


def _shifted(hit: Hit, count: Decimal | None, unit: str, base: Form | None) -> Form:
    how, more = " ".join(hit.match["how"].lower().split()), _more(hit)
    about = " ".join((led(hit, "about") or "").lower().split())
    ahead = bool(entry("timewords.hence", how)) or how == "from"
    if how == "back":
        how = "ago"
    if how in ("ago", "earlier", "previously", "before", "prior to"):
        if count == 1 and unit == "year" and base is None and not about:
            return Same("period", -1)
        if how == "ago":
            return Shifted(count, unit, -1, more=more) if count is not None else Reference("PAST_REF")
        return Shifted(count, unit, -1, base, from_text=base is None)
    if count is not None and about in WITHIN and (base or ahead):
        start = base or Relative("day", 0)
        return Range(start, Shifted(count, unit, 1, start, more=more))
    if ahead:
        return Shifted(count, unit, 1, base, more=more) if count is not None else Reference("FUTURE_REF")
    return Shifted(count, unit, 1, base, from_text=base is None, more=more)


def _year_ago(hit: Hit) -> Form | None:
    """ "a year-ago profit", "year-earlier results": the same period, a year back."""
    return Same("period", -1)


def _which(hit: Hit) -> Form | None:
    unit, said, the = unit_of(hit.match["unit"]), led(hit, "which"), led(hit, "the")
    if unit is None or said is None or unit in ("second", "minute") or NAMES.match(hit.text, hit.end):
        return None
    offset, word = which_offset(said), said.lower().split()[-1]
    if unit == "quarter" or (unit == "half" and not word):
        return None
    if word == "past" and unit != "weekend" and not led(hit, "early") and (the or unit != "day"):
        return Length(Decimal(1), unit, None, "past")
    if word == "last" and the and unit not in ("weekend", "day", "week"):
        return Length(Decimal(1), unit, None, "past")
    if word in ("following", "previous", "preceding", "prior", "subsequent", "ensuing") or (
        word == "next" and the and unit == "day"
    ):
        return framed(Relative(unit, offset, base="text"), hit)
    return framed(Relative(unit, offset), hit)


NAMES = regex.compile(r"-\p{L}|[\s\u00a0](?:high|low|ended|ending)\b")


def _that(hit: Hit) -> Form | None:
    unit = unit_of(hit.match["unit"])
    if unit is None or unit in ("second", "minute", "hour", "quarter", "half"):
        return None
    return framed(Relative(unit, 0, base="same"), hit)


def _the(hit: Hit) -> Form | None:
    """ "the year", "the week": the current one, or the one that the text is in."""
    unit = unit_of(hit.match["unit"])
    if unit not in ("year", "week", "month", "weekend", "decade") or CONTINUED.match(hit.text, hit.end):
        return None
    if unit in ("month", "decade") and not (
        led(hit, "early") or INSIDE.match(hit.text, max(0, hit.start - 14), hit.start)
    ):
        return None
    return framed(Relative(unit, 0), hit)


CONTINUED = regex.compile(r"-\p{L}|[\s\u00a0](?:of|that|when|in[\s\u00a0]which|before|after|ago|earlier|\d)")
INSIDE = regex.compile(r"(?ri)(?<!\p{L})(?:in|during|for|of|through|over|within|this)[\s\u00a0]")


def _today(hit: Hit) -> Form | None:
    found = entry("timewords.today", hit.match["today"])
    return framed(Relative("day", int(found.get("offset"))), hit) if found else None


def _reference(hit: Hit) -> Form | None:
    found = entry("timewords.present|timewords.past|timewords.future|timewords.current", hit.match[0])
    if found is None or (hit.match[0].lower() == "now" and NOT_NOW.match(hit.text, hit.end)):
        return None
    return Reference(str(found.get("value")))


NOT_NOW = regex.compile(r"-\p{L}|[\s\u00a0](?:that|then)\b")


def _current(hit: Hit) -> Form | None:
    return (
        None
        if regex.match(
            r"[\s\u00a0](?:account|assets?|liabilit|event|affairs)", hit.text[hit.end : hit.end + 12]
        )
        else Reference("PRESENT_REF")
    )


def _day_after(hit: Hit) -> Form | None:
    base = read_when(hit.match["base"])
    return (
        Shifted(Decimal(1), "day", -1 if hit.match["side"].lower() == "before" else 1, base) if base else None
    )


_HOW_MANY = (
    rf"{ABOUT}(?:(?P<n0><<count>>){GAP}(?P<unit0><<unit>>),?{GAP}(?:and{GAP})?)?"
    rf"(?:(?<![\p{{L}}\p{{N}}])(?P<some><<timewords.some>>){GAP}|(?<!\p{{L}})(?P<n>an?){GAP}(?:full{GAP})?|(?:(?P<either><<count>>)(?:{GAP}(?:or|to){GAP}|-))?(?P<n><<count>>){DASH}(?:more{GAP})?)"
)
_UNIT = r"(?P<unit><<unit>>)(?!\p{L})"
_ONE = r"(?P<unit><<timeunits.one>>)(?!\p{L})"

RULES: tuple[Rule, ...] = (
    rule(
        "relative.ago",
        UNITS,
        rf"{_UNIT}(?P<half>{GAP}and{GAP}a{GAP}half)?(?P<two>{GAP}or{GAP}two)?(?:{GAP}or{GAP}(?:so|more){GAP}|{GAP}|-)"
        r"(?P<how><<timewords.ago|timewords.hence>>|earlier|previously|later|afterwards?|on(?=[.,;])|before(?=[.,;:])|back(?=[.,;:]))(?!\p{L})",
        _ago,
        lead=_HOW_MANY,
        needs_lead=True,
        examples=(
            ("it was sold two years ago to a rival", "two years ago"),
            ("a fund set up nearly three weeks ago", "nearly three weeks ago"),
            ("profit had doubled a year earlier, it said", "a year earlier"),
            ("several months later it failed", "several months later"),
        ),
        rejects=("long ago it was sold", "two years after the merger"),
        rank=1,
    ),
    rule(
        "relative.long_ago",
        ("timeunits.many",),
        rf"<<timeunits.many>>{GAP}ago(?!\p{{L}})",
        lambda hit: Reference("PAST_REF"),
        examples=(("it was sold decades ago, they said", "decades ago"),),
        rejects=("two decades ago",),
    ),
    rule(
        "relative.from",
        UNITS,
        rf"{_UNIT}{GAP}(?P<how>before|after|from|prior{GAP}to)(?!\p{{L}})",
        dated(GAP, _ago),
        lead=_HOW_MANY,
        needs_lead=True,
        examples=(("signed two days before yesterday in Rome", "two days before yesterday"),),
        rejects=("two years after the merger",),
        rank=1,
    ),
    rule(
        "relative.year_ago",
        ("timeunits.one",),
        r"year-(?:ago|earlier)(?!\p{L})(?![\s\u00a0-](?:quarter|period|half|month))",
        _year_ago,
        examples=(("a year-earlier loss of $5", "year-earlier"), ("up from year-ago sales", "year-ago")),
        rejects=("a year-long row",),
        rank=1,
    ),
    rule(
        "relative.which",
        ("timeunits.one",),
        _ONE,
        _which,
        lead=(
            rf"<<before>>(?:(?<!\p{{L}})(?P<the>the){GAP})?(?<![\p{{L}}\p{{N}}])(?P<which>(?:this{GAP})?(?:<<timewords.back|timewords.ahead|timewords.here>>)){GAP}(?:(?:whole|full|calendar){GAP})?"
        ),
        needs_lead=True,
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
        "relative.that",
        ("timeunits.one",),
        _ONE,
        _that,
        lead=rf"<<before>>(?<!\p{{L}})(?:that{GAP}same|that|the{GAP}(?:very{GAP})?same|same)(?P<gap>{GAP})",
        needs_lead=True,
        examples=(
            ("it opened in 1990 and failed that year", "that year"),
            ("the same day it was sold", "the same day"),
        ),
        rejects=("that second plant", "that minute detail"),
    ),
    rule(
        "relative.the",
        ("timeunits.one",),
        _ONE,
        _the,
        lead=rf"(?:<<before>>|(?<!\p{{L}})(?P<early>so{GAP}far{GAP}in){GAP})?(?<!\p{{L}})the(?P<gap>{GAP})(?:(?:full|current|calendar){GAP})?",
        needs_lead=True,
        examples=(
            ("profit for the year rose 5 percent", "the year"),
            ("earlier in the week it fell", "earlier in the week"),
        ),
        rejects=("the year that he left", "the week of talks", "the month-long row"),
    ),
    rule(
        "relative.today",
        ("timewords.today",),
        rf"(?P<today><<timewords.today>>)(?!\p{{L}})",
        _today,
        lead="<<before>>",
        examples=(("it was sold yesterday in Rome", "yesterday"), ("earlier today it fell", "earlier today")),
        rejects=("todays",),
    ),
    rule(
        "relative.day_after",
        ("timeunits.one",),
        rf"day{GAP}(?P<side>before|after){GAP}(?P<base>yesterday|tomorrow|today|<<weekday_name>>)(?!\p{{L}})",
        _day_after,
        lead=rf"(?<!\p{{L}})the(?P<gap>{GAP})",
        examples=(("he left the day before yesterday in haste", "the day before yesterday"),),
        rejects=("the day before the vote",),
        rank=1,
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
        r"<<timewords.current>>(?!\p{L})",
        _current,
        examples=(("its current owner is a bank", "current"),),
        rejects=("the current account", "ocean currents"),
    ),
)
