"""Times that come again: "every year", "each quarter", "quarterly", "every Friday"."""

from __future__ import annotations

from parsers.forms import Form, Repeat
from parsers.moments.building import rule
from parsers.moments.lengths import UNITS, letter_of
from parsers.moments.phrase import GAP
from parsers.moments.words import COUNTING, Pattern, entry, led, month_of, number_of, unit_of, weekday_of
from parsers.rules import Hit, Rule


def _every(hit: Hit) -> Form | None:
    unit = unit_of(hit["unit"])
    if unit is None or (hit["unit"].lower() == "second"):
        return None
    said, each = led(hit, "n"), " ".join((led(hit, "each") or "").lower().split())
    count = number_of(said) if said else None
    if (said and count is None) or (hit["unit"].lower().endswith("s") and count is None):
        return None
    if each == "every other":
        count = number_of("2")
    letter = letter_of(unit)
    amount = str(count if count is not None else 1)
    if letter in ("Q", "H"):
        amount, letter = str((count or 1) * (3 if letter == "Q" else 6)), "M"
    return Repeat(f"PT{amount}{letter[1]}" if letter.startswith("T") else f"P{amount}{letter}", unit)


def _often(hit: Hit) -> Form | None:
    found = entry("timewords.often", hit.match[0])
    if found is None or PAPER.match(hit.text, hit.end):
        return None
    return Repeat(str(found.get("timex")), str(found.get("granularity")))


PAPER = Pattern(r"[\s\u00a0]<<timenames.paper>>(?!\p{L})")
"""Behind "Daily" in the name of a newspaper."""


def _each_day(hit: Hit) -> Form | None:
    weekday = weekday_of(hit["name"].removesuffix("s"))
    month = month_of(hit["name"])
    if weekday:
        return Repeat(f"XXXX-WXX-{weekday}", "day")
    return Repeat(f"XXXX-{month:02}", "month") if month else None


def _plural(hit: Hit) -> Form | None:
    weekday = weekday_of(hit["name"].removesuffix("s"))
    return Repeat(f"XXXX-WXX-{weekday}", "day") if weekday else None


_EACH = rf"(?<![\p{{L}}\p{{N}}])(?P<each><<timewords.each>>){GAP}"

RULES: tuple[Rule, ...] = (
    rule(
        "set.every",
        UNITS,
        r"(?P<unit><<unit>>)(?!\p{L})",
        _every,
        lead=rf"{_EACH}(?:(?P<n><<count>>){GAP})?(?:(?:single|fiscal|calendar|business|working){GAP})?",
        needs_lead=True,
        before=("timewords.each", *COUNTING, "single", "fiscal", "calendar", "business", "working"),
        examples=(
            ("it pays a bonus every year in May", "every year"),
            ("they meet every two weeks in Bern", "every two weeks"),
        ),
        rejects=("every second plant", "each years"),
        rank=1,
    ),
    rule(
        "set.often",
        ("timewords.often",),
        r"<<timewords.often>>(?!\p{L})",
        _often,
        examples=(
            ("it pays a quarterly dividend", "quarterly"),
            ("prices rise annually, he said", "annually"),
        ),
        rejects=("The Daily Telegraph said", "the monthlies"),
    ),
    rule(
        "set.each_day",
        ("calendar.weekday", "calendar.month", "calendar.month_word"),
        r"(?P<name><<calendar.weekday|calendar.month|calendar.month_word>>)(?!\p{L})",
        _each_day,
        lead=_EACH,
        needs_lead=True,
        before=("timewords.each",),
        examples=(("they meet every Friday in Bern", "every Friday"),),
        rejects=("every frying pan",),
        rank=1,
    ),
    rule(
        "set.weekdays",
        ("timemarks.weekdays",),
        r"(?P<name><<timemarks.weekdays>>)(?!\p{L})",
        _plural,
        lead=rf"(?<!\p{{L}})(?i:on)(?P<gap>{GAP})",
        needs_lead=True,
        before=("on",),
        after=True,
        examples=(("they meet on Mondays in Bern", "Mondays"),),
        rejects=("two Mondays ago",),
    ),
)
