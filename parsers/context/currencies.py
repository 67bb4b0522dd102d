"""The currency of an amount whose sign or name several countries have.

A "$" or "peso" is that of the country of the article, and a cent one of the money that it tells of.
Every unit that is decided here is listed in the figure's ``inferred``.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

import regex

from parsers import lexicon
from parsers.context.draft import fill
from parsers.lazy import Pattern
from parsers.model import Figure, Kind
from parsers.worded import worded

SHOWN = 8
"""How many candidates a figure keeps; the first ones are the most traded."""
NEAR = 6
"""How many figures before one are looked at for cents whose country is told."""
COUNTRIES = "currencies.country|currencies.adjective"


def decide(text: str, figures: Sequence[Figure]) -> Iterable[Figure]:
    """The figures whose currency is one of several, with the one that the text is about."""
    open_ones = {f.candidates for f in figures if f.candidates and f.kind is Kind.MONEY}
    if not open_ones:
        return figures
    stated = Counter(f.unit for f in figures if f.kind is Kind.MONEY and not f.candidates)
    # A bare "$" is the American one, or beside "A$" the other dollar, unless US dollars are stated too.
    asked = [c for c in open_ones if c[0] != "USD" or stated["USD"]]
    named = _named(text, figures) if asked else (Counter[str](), Counter[str]())
    decided = {candidates: _decided(named, stated, candidates) for candidates in asked}
    if (written := _as_stated(text) or _as_written(text, figures) or _as_spelled(text, stated)) is not None:
        decided |= {c: written for c in open_ones if c[0] == "USD" and written in c}
    whole = _of_cents(figures, stated, decided)
    found: list[Figure] = []
    for figure in figures:
        unit = decided.get(figure.candidates)
        if _are_cents(figure):
            unit = _cents_before(found, figure) or unit or whole
        if found and _is_twin(text, found[-1], figure) and found[-1].unit == unit:
            unit = "USD"
        found.append(_with_currency(figure, unit))
    return found


def _is_twin(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a bare "$" says an amount of another dollar again ("A$750 million ($577 million)")."""
    bare = bool(figure.candidates) and figure.candidates[0] == "USD"
    return bare and not before.candidates and text[before.end : figure.start] == " ("


def _as_stated(text: str) -> str | None:
    """The currency that a report says its dollars are ("All amounts are in Canadian dollars unless ...")."""
    if "dollars" not in text:
        return None
    hit = _statement().search(text)
    found = lexicon.find("currencies.adjective", hit["whose"]) if hit is not None else ()
    return found[0].id if found else None


@cache
def _statement() -> regex.Pattern[str]:
    return worded(
        r"(?i)(?<!\p{L})(?:(?:amounts|figures|values|dollars|results|statements|information)"
        r"(?: (?:herein|contained|here))?,? (?:(?:are|is|have been|has been) )?(?:(?:all )?(?:expressed"
        r"|stated|reported|presented|given|quoted|shown) )?in "
        r"|(?:dollars|\$[\"\u201d]?),? (?:are|is|refers? to|means?) )(?:(?:thousands|millions) of )?"
        r"(?P<whose><<currencies.adjective>>) dollars(?!\p{L})"
    )


def _as_written(text: str, figures: Sequence[Figure]) -> str | None:
    """The currency of the country whose papers write "a profit of $5-million", where the text names it."""
    alone = [f for f in figures if HYPHENED.fullmatch(f.text) and AS_A_NOUN.match(text, f.end)]
    if (
        len(alone) < HABIT
        or OF_AMERICA.search(text) is not None
        or HYPHENED_ELSEWHERE.search(text) is not None
    ):
        return None
    place = _hyphening().search(text)
    return None if place is None else lexicon.find("currencies.hyphening", place[0])[0].id


def _as_spelled(text: str, stated: Counter[str | None]) -> str | None:
    """The dollar of the country that a text is of, where it writes "per cent" as papers do there.

    Agencies of elsewhere write "percent", or "A$" and "US$": their bare "$" is the American one.
    So it is in a text that speaks of America at all.
    """
    if stated["USD"] or PER_CENT.search(text) is None or SPELLED_OTHERWISE.search(text) is not None:
        return None
    told = Counter(
        entry.id for hit in _homes().finditer(text) for entry in lexicon.find("currencies.home", hit[0])
    )
    (first, most), (_, second) = [*told.most_common(2), ("", 0), ("", 0)][:2]
    return first if most > second and "USD" not in told else None


PER_CENT = Pattern(r"(?i)\d per cent\b")
SPELLED_OTHERWISE = Pattern(r"US\$|\d percent\b|\d ?%")
"""What papers that write "per cent", and mean their own dollar by "$", do not write."""
OF_AMERICA = Pattern(r"\$[\d.,]++(?:-[mb]illion)? ?\(U\.?S\.?\)")
"""An amount that a Canadian paper gives in American dollars."""


@cache
def _homes() -> regex.Pattern[str]:
    return worded(r"(?<![\p{L}.])<<currencies.home>>(?!\p{L})")


HYPHENED = Pattern(r"\$[\d.,]++-(?:million|billion)")
HYPHENED_ELSEWHERE = Pattern(r"[^$\P{Sc}][\d.,]++-[mb]illion|\$\d++,\d{1,2}-[mb]illion")
"""Amounts of papers of other countries that write so ("\u00a38.7-billion", "$17,2-billion")."""
AS_A_NOUN = Pattern(
    r"\s*(?:[.,;:)]|\Z)|\s(?:in|from|to|of|for|on|or|and|as|by|after|at|with|this|last|that|than|compared|versus)\b"
)
"""Behind an amount with a hyphen that describes no noun ("a $5-million loan")."""
HABIT = 2
"""How many such amounts a text has at least that is written so."""


@cache
def _hyphening() -> regex.Pattern[str]:
    return worded(r"(?i)(?<!\p{L})<<currencies.hyphening>>(?!\p{L})")


def _are_cents(figure: Figure) -> bool:
    """Whether a figure is in cents of no country ("17 cents")."""
    return len(figure.candidates) > 1 and "USD" in figure.candidates and "EUR" in figure.candidates


def _cents_before(before: Sequence[Figure], figure: Figure) -> str | None:
    """The currency of the cents that the sentence gave before ("12 Australian cents, up from 5 cents")."""
    for other in reversed(before[-NEAR:]):
        if other.sentence != figure.sentence:
            return None
        if other.kind is Kind.MONEY and "cent" in other.text and not other.candidates:
            return other.unit
    return None


def _of_cents(
    figures: Sequence[Figure],
    stated: Counter[str | None],
    decided: Mapping[tuple[str, ...], str | None],
) -> str | None:
    """The currency of an article's cents: that of its other amounts, if none is in bare dollars."""
    cents = next((f.candidates for f in figures if _are_cents(f)), ())
    bare = any(f.candidates and not _are_cents(f) and decided.get(f.candidates) is None for f in figures)
    if not cents or bare:
        return None
    most = max(cents, key=lambda unit: stated[unit])
    return most if stated[most] >= TOLD and stated[most] > stated["USD"] else None


TOLD = 2
"""How many amounts of an article at least are in the currency that its cents are of."""


def _with_currency(figure: Figure, unit: str | None) -> Figure:
    shown = figure.candidates[:SHOWN]
    if unit is None or unit == figure.unit:
        return fill(figure, candidates=shown) if shown != figure.candidates else figure
    return fill(
        figure,
        unit=unit,
        candidates=tuple(dict.fromkeys((*shown, unit))),
        inferred=tuple(dict.fromkeys((*figure.inferred, "unit"))),
    )


def _decided(
    countries: tuple[Mapping[str, int], Mapping[str, int]],
    stated: Counter[str | None],
    candidates: tuple[str, ...],
) -> str | None:
    """The one candidate that the text speaks of, if it speaks of one alone."""
    everywhere, outside = countries
    if candidates[0] == "USD":
        # Who writes "A$5 million" too means the other dollar by "$".
        others = [u for u, n in outside.items() if u in candidates and u != "USD" and n > 1 and not stated[u]]
        return others[0] if len(others) == 1 else None
    named = Counter({unit: everywhere[unit] for unit in everywhere if unit in candidates})
    for unit in candidates:
        named[unit] += stated[unit]
    if lexicon.entries("currencies")[candidates[0]].get("major") and (
        named[candidates[0]] or max(named.values()) < 2
    ):
        return None  # pounds are British unless the text keeps speaking of Egypt alone
    (first, most), (_, second) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return first if most > second else None


def _named(text: str, figures: Sequence[Figure]) -> tuple[Counter[str], Counter[str]]:
    """How often a text names the countries of currencies: everywhere, and outside its figures.

    Who writes "5 million Singapore dollars" means another dollar by "$".
    """
    everywhere, outside = Counter[str](), Counter[str]()
    ends = [figure.end for figure in figures]
    for match in _countries().finditer(text):
        currencies = _currencies_of(match[0])
        everywhere.update(currencies)
        behind = bisect(ends, match.start())
        if behind == len(ends) or match.start() < figures[behind].start:
            outside.update(currencies)
    return everywhere, outside


@lru_cache(maxsize=1024)
def _currencies_of(country: str) -> tuple[str, ...]:
    return tuple(entry.id for entry in lexicon.find(COUNTRIES, country))


@cache
def _countries() -> regex.Pattern[str]:
    return worded(r"\b(?=\p{Lu})<<currencies.country|currencies.adjective>>\b")
