"""What surrounds a time phrase while it is resolved: now, the text's own anchors, its fiscal calendar, tense."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import singledispatch

import regex

from parsers.forms import Form
from parsers.moments import periods
from parsers.moments.periods import Period

REFERENCE = "reference date"
FUTURE = regex.compile(
    r"(?i)(?<!\p{L})(?:will|'ll|won't|shall|would|should|may|could|can|expects?|expected|expecting|plans?|planned|planning|intends?|due|scheduled|"
    r"slated|until|by|expires?|expire|effective|payable|redeem|set|hopes?|aims?|begin|next|upcoming|going[\s]to|to[\s](?:be|begin|start|end|expire|open|close|come|take)|"
    r"forecasts?|projects?|projected|sees|outlook|deadline|takes|matures?|maturing|is[\s](?:to|due|set))(?!\p{L})"
)
PAST = regex.compile(
    r"(?i)(?<!\p{L})(?:was|were|had|has|have|did|been|since|ended|said|rose|fell|held|made|took|began|came|went|got|sold|bought|won|lost|met|told|saw|"
    r"left|grew|cut|paid|became|ran|led|gave|found|after|last|ago|earlier|compared|dated|\p{L}{3,}ed)(?!\p{L})"
)
CLAUSE = 160


@dataclass(slots=True)
class Context:
    """The state of one reading, from the top of the text to its end."""

    text: str
    reference: dt.date | None
    day_first: bool = False
    order_note: str | None = None
    year_end: int | None = None
    year_end_anchor: str | None = None
    at: int = 0
    end: int = 0
    last: Period | None = None
    last_id: str | None = None
    period: Period | None = None
    period_id: str | None = None
    period_end: int = 0
    quarter: Period | None = None
    quarter_id: str | None = None
    seen: list[Period] = field(default_factory=list)

    def tense(self) -> str | None:
        """ "future" or "past" by the nearest verb before the phrase in its clause, else after it."""
        before = self.text[max(0, self.at - CLAUSE) : self.at]
        cut = max(before.rfind(". "), before.rfind("\n\n"), before.rfind("; "), before.rfind('." '))
        before = before[cut + 1 :] if cut >= 0 else before
        found = _last(FUTURE, before), _last(PAST, before)
        if found == (-1, -1):
            after = self.text[self.end : self.end + CLAUSE // 2]
            stop = regex.search(r"[.;](?:\s|$)|\n\n", after)
            after = after[: stop.start()] if stop else after
            ahead, back = FUTURE.search(after), PAST.search(after)
            found = (-ahead.start() if ahead else -CLAUSE, -back.start() if back else -CLAUSE)
            if found[0] == found[1]:
                return None
        return "future" if found[0] > found[1] else "past"


def _last(pattern: regex.Pattern[str], text: str) -> int:
    at = -1
    for match in pattern.finditer(text):
        at = match.start()
    return at


@singledispatch
def meaning(form: Form, context: Context) -> Period:
    """The period of a form in its context; fields stay ``None`` where it cannot be known."""
    raise TypeError(f"no meaning for {type(form).__name__}")


def unknown(timex: str | None, granularity: str | None, note: str | None = None) -> Period:
    """A period whose days cannot be known."""
    return Period(timex=timex, granularity=granularity, note=note or "no reference date to resolve it from")


def nearest_year(context: Context, month: int, day: int | None = None) -> int | None:
    """The year for a month (and day) that is printed without one, by tense and distance from now."""
    now = context.reference
    if now is None:
        return None
    tense = context.tense()
    found = []
    for year in (now.year - 1, now.year, now.year + 1):
        date = periods.make_date(year, month, min(day or 15, 28))
        if date is not None:
            found.append(((date - now).days, year))
    slack = 45 if day else 16
    if tense == "future":
        ahead = [pair for pair in found if pair[0] >= (-20 if day else -16)]
        return min(ahead)[1] if ahead else now.year
    if tense == "past":
        back = [pair for pair in found if pair[0] <= (slack if day else 16)]
        return max(back)[1] if back else now.year
    return min(found, key=lambda pair: abs(pair[0]))[1] if found else None
