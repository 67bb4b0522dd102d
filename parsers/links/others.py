"""Amounts that one is set against: those of somebody else, and older outlooks, which are of its own time."""

from __future__ import annotations

from parsers.lazy import Pattern
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed, join
from parsers.links.worded import Worded
from parsers.model import Link, LinkKind, Status

SET_AGAINST = Worded(rf"\b(?!from )(?:<<linkwords.against>>) (?:an? )?{HEDGE}$")
OF_ANOTHER = Worded(
    r"(?: (?:<<directions.noun>>|of \p{L}++))? (?:for|in|on|at) (?:the )?(?:central |greater |rest of )?"
    r"(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Christ|East"
    r"|[QH]\d|FY)\p{Lu}\p{L}"
)
"""Behind what is no old value, but somebody else's ("versus a 4% gain in the Nikkei")."""


MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
OWNED = Worded(
    rf"\b(?!from )(?:<<linkwords.against>>) (?:the )?(?!{MONTHS})"
    rf"\p{{Lu}}[\p{{L}}.&-]*+(?: \p{{Lu}}[\p{{L}}.&-]*+){{0,3}}['\u2019]s {HEDGE}$"
)
"""Before what somebody else reckons ("instead of the Treasury's 5.3%")."""


OF_A_GROUP = Pattern(
    r" (?:on|in|for|among|with|at) (?:the |those |a |all |its |their )?(?:[\p{Ll}-]++ )?"
    r"(?:(?:east|west|north|south)\b|(?:rich|poor|young|old|wealthi)est|rich|poor|(?:college )?graduates"
    r"|(?:average|typical|median) [\p{Ll}-]++"
    r"|placebo|control|comparison|rivals?|peers?|competitors?|men|women|whites|blacks|others|industry|sector"
    r"|(?:placebo |control |treatment )?(?:group|arm))\b| (?:nationally|nationwide)\b"
)
"""Behind what another group had at the same time ("versus 4.2% on placebo")."""


ALONE = Pattern(r" for \p{Lu}[^.,;]{1,30} alone\b")
"""Behind what only one of two that join has ("14 per cent, against 9 per cent for Halden alone")."""


def of_another(text: str, old: Placed) -> bool:
    """Whether an amount that another is set against belongs to somebody else at the same time."""
    if OWNED.search(old.lead) is not None:
        return True
    end = old.figure.end
    if ALONE.match(text, end) is not None:
        return False
    other = OF_ANOTHER.match(text, end) is not None or OF_A_GROUP.match(text, end) is not None
    return other and SET_AGAINST.search(old.lead) is not None


def told_before(text: str, old: Placed, new: Placed) -> Link:
    """The link of an old value; an outlook of weeks or months ago is one for the time of the new one."""
    foreseen = new.figure.status in (Status.ESTIMATE, Status.FORECAST)
    foreseen = foreseen and old.figure.status == Status.REPORTED
    outlook = foreseen and NOT_LONG_AGO.match(text, old.figure.end) is not None
    return join(LinkKind.FROM_TO, old, new, "link.old_outlook" if outlook else old.rule)


NOT_LONG_AGO = Pattern(
    r"(?: an?| per)?(?: share)? "
    r"(?:(?:an?|one|two|three|four|six) (?:month|week|quarter)s? (?:ago|earlier|before)|previously"
    r"|(?:in|at) (?:the|its) (?:previous|prior|last) (?:survey|poll|forecast|estimate|update|report)"
    r"|last (?:month|week))\b"
)
"""Behind an older outlook ("growth of 0.85%, down from 0.89% a month earlier")."""
