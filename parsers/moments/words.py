"""The small words that time phrases are built of: their pattern fragments, and what each means."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import cache, lru_cache, partial

import regex

from parsers import lazy, lexicon
from parsers.lexicon import Entry
from parsers.patterns import Shelf, compiled, kept_at_the_end
from parsers.rules import Hit

OPEN = r"(?<![\p{L}\p{N}_])"
SHUT = r"(?![\p{L}\p{N}_])"
WORD = r"(?:[\s\u00a0-][\s\u00a0-]|[\s\u00a0-])"

_SMALL = rf"(?:<<numbers.tens>>(?:{WORD}<<numbers.unit>>)?|<<numbers.teen>>|<<numbers.unit>>){SHUT}"
_SPELLED_DAY = rf"(?:<<numbers.tens>>{WORD})?<<numbers.ordinal>>{SHUT}"
_CENTURY_WORD = r"(?i:fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
_THOUSAND = rf"(?i:two{WORD}thousand)"

FRAGMENTS: Mapping[str, str] = {
    "month_name": r"(?:<<calendar.month|calendar.month_word>>(?!\p{L})|<<calendar.short>>(?!\p{L})\.?)",
    "weekday_name": rf"(?:<<calendar.weekday>>{SHUT}|<<calendar.weekday_short>>{SHUT}\.?)",
    "small": _SMALL,
    "day_number": r"(?:3[0-9]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![\p{L}\p{N}%])(?![.,/:]\d)",
    "day_word": rf"(?:{_SPELLED_DAY}|{_SMALL})",
    "year4": r"(?:1[0-9]|2[01])[0-9]{2}(?![\d%]|[.,]\d)",
    "year2": r"['\u2019\u2018`][0-9]{2}(?!\d)",
    "year_word": (
        rf"(?:{_THOUSAND}(?:{WORD}(?:and{WORD})?<<small>>)?"
        rf"|{_CENTURY_WORD}{WORD}(?:(?i:hundred)(?:{WORD}(?:and{WORD})?<<small>>)?"
        rf"|<<numbers.zero>>{WORD}<<numbers.unit>>|<<numbers.tens>>(?:{WORD}<<numbers.unit>>)?|<<numbers.teen>>)){SHUT}"
    ),
    "any_year": r"(?:<<year4>>|<<year2>>|<<year_word>>)",
    "relative_year": (
        r"(?:(?:the{g})?<<timewords.back|timewords.ahead|timewords.here>>{g}|that{g})(?:(?:fiscal|calendar|financial){g})?year"
        r"|a{g}year{g}(?:ago|earlier|before)(?!\p{L})"
    ).replace("{g}", lexicon.GAP),
    "ordinal_word": r"(?:<<numbers.ordinal>>|1st|2nd|3rd|[4-9]th|final|last|opening|closing)",
    "unit": r"<<timeunits.one|timeunits.many>>",
    "count": (
        r"(?:(?<![\p{N}\p{L}.,$\u20ac\u00a3\u00a5#/^])(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,6})(?:\.[0-9]{1,3})?"
        r"(?:[\s\u00a0-](?:and[\s\u00a0])?[0-9]/[0-9]|[\u00bd\u00bc\u00be])?"
        r"|(?<![\p{L}\p{N}])(?!and\b|(?<=[0-9][\s\u00a0])<<scales.word>>[\s\u00a0]<<count_word>>)"
        r"(?:a[\s\u00a0-](?=hundred|thousand|dozen|million))?(?:(?:<<count_word>>|and)(?:(?:[^\S\n]|-)[\s-]?|\n[^\S\n]?)){0,5}<<count_word>>(?:[\s\u00a0-]and[\s\u00a0-]a[\s\u00a0-]half)?"
        r"|(?<![\p{L}\p{N}])(?:one[\s\u00a0-])?half(?:[\s\u00a0]an?)?)"
    ),
    "count_word": r"(?:<<numbers.unit|numbers.teen|numbers.tens|scales.hundred|scales.word>>)",
    "before": (
        rf"(?:(?<![\p{{L}}\p{{N}}])(?P<about><<timewords.about>>){lexicon.GAP}|)"
        r"(?:(?<![\p{L}\p{N}])(?<!(?:year|month|quarter|week)[\s\u00a0])"
        rf"(?P<early><<timewords.early>>)(?:{lexicon.GAP}|(?<=-)|-)|)"
    ),
}
COUNTING = (
    *(f"numbers.{c}" for c in ("unit", "teen", "tens")),
    *(f"scales.{c}" for c in ("hundred", "word")),
    *("half", "a", "an"),
)
"""The last words of ``<<count>>``."""
ORDINALS = ("numbers.ordinal", "st", "nd", "rd", "th", "final", "last", "remaining", "opening", "closing")
"""The last words of ``<<ordinal_word>>``."""

SHORT_PIVOT = 50


@cache
def _shelf() -> Shelf:
    """The shelf of the patterns that hold these fragments."""
    return kept_at_the_end(Shelf("moments", (lexicon.digest(), *FRAGMENTS.values())))


def spelt(source: str, once: Collection[str] = ()) -> regex.Pattern[str]:
    """The pattern of a source with ``<<macros>>``; those of ``once`` it holds once (`lexicon.expand`)."""
    return _shelf().find(source, 0, partial(lexicon.expand, fragments=FRAGMENTS, once=once))


class Pattern(lazy.Pattern):
    """A regular expression with ``<<macros>>`` that is compiled on first use."""

    __slots__ = ()

    def _make(self) -> regex.Pattern[str]:
        return spelt(self.source)


def anycase(pattern: str) -> str:
    """The pattern without regard to case; ``(?-i:...)`` inside it keeps it."""
    return f"(?i:{pattern})"


def led(hit: Hit, group: str) -> str | None:
    """What a group of the lead matched; ``None`` where there is no lead or no such group in it."""
    lead = hit.lead
    number = lead.re.groupindex.get(group) if lead is not None else None
    found: str | None = lead[number] if lead is not None and number is not None else None
    return found


def entry(names: str, surface: str | None) -> Entry | None:
    """The lexicon entry of a surface in one of the classes, without a point at its end."""
    if not surface:
        return None
    found = lexicon.find(names, surface) or lexicon.find(names, surface.rstrip("."))
    return found[0] if found else None


def month_of(surface: str | None) -> int | None:
    """The number of a month by its name."""
    found = entry("calendar.month|calendar.month_word|calendar.short", surface)
    return int(found.get("number")) if found else None


def weekday_of(surface: str | None) -> int | None:
    """The number of a weekday (1 is Monday) by its name."""
    found = entry("calendar.weekday|calendar.weekday_short", surface)
    return int(found.get("number")) if found else None


def unit_of(surface: str | None) -> str | None:
    """The id of a unit of time."""
    found = entry("timeunits.one|timeunits.many|timeunits.short", surface)
    return found.id if found else None


@lru_cache(maxsize=1024)
def small_of(surface: str) -> int | None:
    """A number up to 99, or an ordinal: "21", "21st", "twenty-one", "twenty first", "last" (-1)."""
    digits = compiled(r"\d{1,4}").match(surface)
    if digits:
        return int(digits[0])
    if surface.lower() in ("last", "final", "remaining", "closing"):
        return -1
    if surface.lower() == "opening":
        return 1
    total = 0
    for word in compiled(r"[\s\u00a0-]+").split(surface):
        found = lexicon.find("numbers.unit|numbers.teen|numbers.tens|numbers.ordinal|numbers.zero", word)
        if not found:
            return None
        total += int(found[0].get("value"))
    return total


@lru_cache(maxsize=1024)
def year_of(surface: str) -> tuple[int, bool] | None:
    """A year, and whether only two digits of it are printed: "1994", "'94", "nineteen ninety-four"."""
    digits = compiled(r"\d+").search(surface)
    if digits:
        number = int(digits[0])
        return (number + (1900 if number >= SHORT_PIVOT else 2000), True) if number < 100 else (number, False)
    words = [w for w in compiled(r"[\s\u00a0-]+").split(surface.lower()) if w != "and"]
    if words[:2] == ["two", "thousand"]:
        rest = small_of(" ".join(words[2:])) if words[2:] else 0
        return (2000 + (rest or 0), False)
    head = small_of(words[0])
    tail = [w for w in words[1:] if w != "hundred"]
    rest = small_of(" ".join(tail)) if tail else 0
    return None if head is None or rest is None else (head * 100 + rest, False)


def number_of(surface: str) -> Decimal | None:
    """The value of a number in digits or words."""
    from parsers.numerals import read_number

    found = read_number(surface)
    return found.value if found else None
