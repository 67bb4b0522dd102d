"""Times that something is only likened to: no later sentence goes on from them.

("Prices averaged 94 pounds, half the level of 2022. Emissions were a fifth below the year before.")
"""

from __future__ import annotations

from parsers.forms import Form, Relative, Shifted, Year
from parsers.moments.context import Context
from parsers.moments.periods import Period
from parsers.moments.words import Pattern

LEVEL = r"(?:levels?|figures?|numbers?|values?|prices?|pace|rate|sizes?|sums?|totals?|amounts?|volumes?)"
LIKENED = Pattern(
    r"(?ri)(?<!\p{L})(?:(?:half|twice|double|triple|quadruple|times|below|above|beneath|of|near|to)"
    rf" (?:the|its|their) (?:\p{{L}}++ )?{LEVEL} (?:of|in|seen in|recorded in|from)"
    r"|as (?:big|fast|few|high|large|long|low|many|much|small|strong)(?: \p{L}++){0,2} as"
    r"(?: in| during| it was| they were)?"
    r"|(?:half|twice|double|triple|times) (?:what|as much as|as many as)(?: \p{L}++){1,4}"
    r") (?:the |an? )?\Z"
)
"""Before a time that something is likened to ("half the level of", "three times as many as")."""
THAN = Pattern(r"(?ri)(?<!\p{L})than (?:(?:in|during|it was|they were) )?(?:the |an? )?\Z")
LEAD = 72
AWAY = 2
"""How many years back a time lies that is only looked back at ("12% more than in 2019")."""


def look_back(context: Context, form: Form, period: Period) -> None:
    """Keep the time that the text is about, before one that something in it is likened to."""
    if not _is_likened(context, form, period):
        context.aside = None
    elif context.aside is None:
        context.aside = context.last, context.last_id, context.last_at, context.end


def _is_likened(context: Context, form: Form, period: Period) -> bool:
    """Whether a year, or a time so long ago, is only what something is likened to."""
    if not isinstance(form, Year | Relative | Shifted):
        return False
    told = context.last.first if context.last is not None else None
    if told is None or period.first is None or told.year <= period.first.year:
        return False
    start, end = max(0, context.at - LEAD), context.at
    if told.year - period.first.year >= AWAY and THAN.search(context.text, start, end) is not None:
        return True
    return LIKENED.search(context.text, start, end) is not None


def look_ahead(context: Context) -> None:
    """Go on from the time that the text is about, in a sentence behind one that looked back."""
    if context.aside is not None and context.sentence()[0] > context.aside[3]:
        context.last, context.last_id, context.last_at, _ = context.aside
        context.aside = None
