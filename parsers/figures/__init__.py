"""What a figure looks like in English financial prose: one module a family, each with its ``RULES``.

The mistakes that readers of figures make, and where each is dealt with; tests/corpus/families.toml
has what is to be read and what is not for every one of them.

================================ ========================================================================
years and dates as counts        `parsers.moments` (dates settle first); ``count._is_year``
numbers in names                 ``names`` (makes, indices), ``products``, ``designators`` (sections),
                                 ``places``, ``labels`` (scores, lists, phones), ``identifiers`` (registers);
                                 with ``lexicon/names.toml``, and ``capitals`` for what they share
ranges split or half-scaled      ``range.read_chain``, with its separators and ``_share_scale``
false ranges ("in 2018 to")      ``range._first_sharing``, ``_is_range``; ``amounts._reaches``
parentheses as minus             ``tables`` (lines of a table), ``percent.bracketed``, ``money._number``,
                                 ``money.bracketed``, ``money.below_nothing`` (behind "was", "of" ...)
glued scale letters              ``numerals.FRAGMENTS`` (scale, money_scale), ``amounts._GLUED``
codes and symbols glued          ``money.before``: ``money_sign`` needs no blank
spaced country prefixes          ``money_sign``, class ``prefixed`` of ``lexicon/currencies.toml``
currencies missing               ``lexicon/currencies.toml``; ``money.named``, ``european`` for other forms
a unit shared by coordination    ``range.read_chain``; `parsers.context.units` across other words
an article as one                ``numerals`` (an article counts only before a scale or a part)
prepositions as units            ``lexicon/units.toml`` holds no "in"; ``quantity``
vague magnitudes                 ``numerals`` (vague), ``money.vague``, ``count.vague``, ``count.digits``
reporting periods as counts      `parsers.moments`; ``count._membered``, ``rank.ordinal``
"a" before money                 ``per.PER``: "-a-month" is what the amount is for
================================ ========================================================================
"""

from __future__ import annotations

from collections.abc import Mapping

from parsers.figures import (
    against,
    ages,
    amounts,
    arithmetic,
    bare,
    count,
    designators,
    european,
    identifiers,
    labels,
    metres,
    money,
    money_behind,
    money_joined,
    money_scaled,
    multiple,
    names,
    nouns,
    percent,
    places,
    points,
    pounds,
    products,
    quantity,
    rank,
    ratio,
    shortened,
    single,
    tables,
)
from parsers.figures import range as ranges
from parsers.rules import Rule

RULES: tuple[Rule, ...] = (
    *money.RULES,
    *money_joined.RULES,
    *money_scaled.RULES,
    *money_behind.RULES,
    *european.RULES,
    *tables.RULES,
    *percent.RULES,
    *points.RULES,
    *single.RULES,
    *quantity.RULES,
    *ages.RULES,
    *metres.RULES,
    *pounds.RULES,
    *ratio.RULES,
    *against.RULES,
    *arithmetic.RULES,
    *multiple.RULES,
    *rank.RULES,
    *count.RULES,
    *bare.RULES,
)
# Numbers that are no figures give way to a figure or a moment over the same characters: they come last.
NAMES: tuple[Rule, ...] = (
    *labels.RULES,
    *identifiers.RULES,
    *products.RULES,
    *designators.RULES,
    *places.RULES,
    *names.RULES,
)
SHORTCUTS = {**amounts.SHORTCUTS, **money.SHORTCUTS}
FRAGMENTS: Mapping[str, str] = {
    **ranges.FRAGMENTS,
    **shortened.FRAGMENTS,
    **money.FRAGMENTS,
    **percent.FRAGMENTS,
    **amounts.FRAGMENTS,
    **nouns.FRAGMENTS,
    **european.FRAGMENTS,
}
ONCE = frozenset(
    (
        "one_amount",
        "spelled",
        "money_scaled",
        "scaled",
        "apart",
        "nouns.stop|nouns.singular",
        "money_sign",
        "count",
        "units.name",
    )
)
"""Macros of many words, which a pattern holds once: what it holds is made whenever the program starts.

In a pattern all places of one must be read in the same direction and case (`regex` mistakes calls across):
none may stand in a lookbehind, or in a lookahead of a lead, if another does not.
"""
