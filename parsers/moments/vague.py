"""Amounts of time without a number: "several weeks", "the coming years", "a year", "for decades"."""

from __future__ import annotations

from decimal import Decimal

from parsers.forms import Form, Length, Reference, Repeat
from parsers.moments.building import rule
from parsers.moments.lengths import ABOUT, KIND_WORDS, KINDS, OLD, SIDE, TAIL, UNITS, letter_of, side_of
from parsers.moments.phrase import GAP
from parsers.moments.words import Pattern, entry, led, unit_of
from parsers.rules import Hit, Rule

RATE = Pattern(r"(?r)(?:[$\u20ac\u00a3\u00a5%\d]|(?<!\p{L})<<timenames.rated>>)[\s\u00a0,)]{1,3}")


def _vague(hit: Hit) -> Form | None:
    unit = unit_of(hit["unit"])
    if unit is None:
        return None
    some = entry("timewords.some", led(hit, "some"))
    value = some.get("value") if some else None
    return Length(Decimal(value) if value else None, unit, None, side_of(hit))


def _single(hit: Hit) -> Form | None:
    unit = unit_of(hit["unit"])
    article = (led(hit, "n") or "").lower()
    if article == "the" and not led(hit, "full"):
        return None
    if unit is None or unit == "second" or (unit in ("quarter", "half", "weekend") and not led(hit, "full")):
        return None
    if OLD.match(hit.text, hit.end) or LINKED.match(hit.text, hit.end):
        return None
    rate = RATE.match(hit.text, max(0, hit.start - 16), hit.start)
    if article in ("a", "an", "per") and rate and not led(hit, "full"):
        return Repeat(
            "P1" + letter_of(unit) if not letter_of(unit).startswith("T") else "PT1" + letter_of(unit)[1],
            unit,
        )
    if article == "per" or (
        unit == "day"
        and not led(hit, "full")
        and not TEMPORAL.match(hit.text, max(0, hit.start - 12), hit.start)
    ):
        return None
    if hit["two"]:
        return (
            Reference("FUTURE_REF")
            if FUTURE.match(hit.text, max(0, hit.start - 8), hit.start)
            else Length(Decimal(1), unit, Decimal(2))
        )
    return Length(Decimal(1), unit)


LINKED = Pattern(r"[\s\u00a0]?-\p{L}|[\s\u00a0](?:of|in)[\s\u00a0](?:which|the[\s\u00a0]life)\b")


TEMPORAL = Pattern(
    r"(?ri)(?<!\p{L})(?:for|in|within|over|after|about|than|only|just|nearly|almost|least|lasted|took|take|takes)[\s\u00a0]"
)


FUTURE = Pattern(r"(?ri)(?<!\p{L})in[\s\u00a0]")


def _bare(hit: Hit) -> Form | None:
    unit = unit_of(hit["unit"])
    return Length(None, unit) if unit and unit != "quarter" else None


RULES: tuple[Rule, ...] = (
    rule(
        "duration.vague",
        UNITS,
        r"(?P<unit><<timeunits.many>>)(?!\p{L})" + TAIL,
        _vague,
        lead=rf"{SIDE}(?<![\p{{L}}\p{{N}}])(?:(?P<some><<timewords.some>>)|(?:(?:the|these|those){GAP})?(?:past|last|next|coming|following|previous|early|recent)){GAP}{KINDS}",
        needs_lead=True,
        before=(
            *("timewords.some", "past", "last", "next", "coming", "following", "previous", "early", "recent"),
            *KIND_WORDS,
        ),
        examples=(
            ("it took several years to build", "several years"),
            ("in the coming years it must", "the coming years"),
            ("over the past few weeks it has", "the past few weeks"),
            ("a couple of years in jail", "a couple of years"),
        ),
        rejects=("some year it may", "several yearlings were sold"),
    ),
    rule(
        "duration.single",
        UNITS,
        rf"(?P<unit><<timeunits.one>>)(?!\p{{L}})(?P<two>{GAP}or{GAP}two(?!\p{{L}}))?(?:{GAP}or{GAP}so(?!\p{{L}}))?",
        _single,
        lead=rf"{ABOUT}(?<!\p{{L}})(?P<n>an?|the|per){GAP}(?P<full>(?:full|whole|entire|long){GAP})?",
        needs_lead=True,
        before=("a", "an", "the", "per", "full", "whole", "entire", "long"),
        examples=(
            ("it must reply within a month of that", "a month"),
            ("it pays $5 million a year in rent", "a year"),
            ("over the whole year it lost", "the whole year"),
        ),
        rejects=("a quarter of the staff", "a second plant", "a day job", "a year-long row"),
    ),
    rule(
        "duration.bare",
        ("timeunits.many",),
        r"(?P<unit><<timeunits.many>>)(?!\p{L})(?![\s\u00a0](?:ago|earlier|later|of|after|before|old)\b)",
        _bare,
        lead=rf"(?<!\p{{L}})(?i:for|in|within|over|through|lasting|takes?|took|spent)(?P<gap>{GAP})",
        needs_lead=True,
        before=("for", "in", "within", "over", "through", "lasting", "take", "takes", "took", "spent"),
        after=True,
        examples=(("it stood empty for decades, he said", "decades"),),
        rejects=("years of war", "the days are long"),
    ),
    rule(
        "duration.long",
        UNITS,
        r"(?P<unit><<unit>>)-long(?!\p{L})",
        lambda hit: Length(
            Decimal(1) if hit["unit"].lower()[-1] != "s" and unit_of(hit["unit"]) != "century" else None,
            unit_of(hit["unit"]) or "year",
        ),
        lead=r"(?<![\p{L}\p{N}-])(?P<gap>)",
        needs_lead=True,
        examples=(("a decades-long feud", "decades-long"), ("a week-long strike", "week-long")),
        rejects=("a long week", "a two-week-long strike"),
    ),
)
