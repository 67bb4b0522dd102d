"""What a present value is to become: "expects debt, now $5 million, to fall below $4 million"."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.lazy import Pattern
from parsers.links.comparing import FEW_TIMES, comparable
from parsers.links.leadrules import Role
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.placed import Placed
from parsers.links.worded import Cued, Worded
from parsers.model import Kind, Status

NOW = Cued(rf"\b(?:now|currently|at present)(?: at| of)? {HEDGE}$", "now", "currently", "present")
PUT_IN = Pattern(rf"\p{{L}}, at {HEDGE}$")
GOING_TO = Pattern(
    r"^(?: in \p{L}++| at \p{L}++\.? \d+)?,?(?: (?:(?:is|are|was|were)(?: (?:seen|expected|forecast"
    r"|likely|due|set))?))? "
    r"(?:to )?(?:climbing|rising|falling|dropping|growing|shrinking|fall|drop|decline|rise|climb"
    r"|grow|increase|shrink|reach|come down|go up)"
    rf"(?: (?:to|below|above|under))? {HEDGE}$"
)


NUMBER_THAT = Pattern(
    r"^(?: [\p{L}'\u2019-]++){0,4}, an? (?:number|figure|total|sum|share|level) (?:that|which) [^,;]{3,40} "
    rf"(?:to )?(?:hit|reach|rise to|grow to|climb to|double to|fall to) {HEDGE}$"
)
APART = Pattern(rf"\p{{Ll}}, {HEDGE}$")
THEN_WILL = Pattern(
    r"^ (?:last year|in \d{4}|a year ago), (?:will|would|should|could|is (?:expected|due|set) to) "
    rf"(?:\p{{L}}++ ){{1,4}}{HEDGE}$"
)
WHICH_WERE = Pattern(rf", which (?:was|were|stood at|totaled|totalled|came to|had been|averaged) {HEDGE}$")
THEN_GO = Pattern(r"^(?: [\w'\u2019.]++){0,5}, (?:\p{L}++ ){1,4}(?:to|at) " + HEDGE + "$")

TURNS = Pattern(
    rf"\b(?:turn|transform|convert|revers)(?:s|ed|ing|e|es|ing)? (?:an? )?(?:[\w'\u2019-]++ ){{0,6}}?{HEDGE}$"
)
INTO = Pattern(rf"^(?! [^;]*\band )(?: [\w'\u2019-]++){{0,6}}? into (?:[\p{{L}}-]++ ){{0,5}}?{HEDGE}$")
"""Around what is made another ("turned a loss of $5 million into a profit of $3 million")."""
SEES_IT_GO = Worded(
    rf"^[^;]{{0,60}}? (?:sees?|seeing|expects?|expecting|wants?|hopes) (?:that|it|this|them) "
    rf"(?:to )?(?:<<directions.verb>>) to {HEDGE}$"
)
"""Between a value and the one that is to come of it ("has 41% and sees that grow to 42%")."""
THEN_TURNS = Worded(
    rf"^[^;]{{0,60}}?(?:,? (?:before|but|and|then)(?: then| again)?|,) (?:(?:will|would|should|could) )?"
    r"(?:<<directions.verb>>|recovering|recover|recovered|slipping|slip|slipped) "
    rf"(?:\p{{L}}++ly )?(?:back |again |up |down )?to {HEDGE}$"
)
"""Between two values of one thing, the later one behind a turn ("3% in 2004, slipping to 2% next year")."""


BUT_THAT = Worded(
    r"^[^;]{0,60}?[,;]? (?:but|and|though|although) (?:that|this|the) "
    r"(?:(?:share|figure|total|number|proportion|rate|percentage|portion|ratio|sum|level) )?"
    r"(?:has |had |was |later |since |then |now ){0,2}(?:<<directions.verb>>) (?:back )?to "
    rf"(?:(?:just|only) )?{HEDGE}$"
)
"""Between a value and what it came to later ("half of sales, but that fell to 20% last quarter")."""
BEFORE = Worded(
    rf"^[^,;]{{0,40}} before (?:<<directions.verb>>|recovering|slipping) (?:back |again )?to {HEDGE}$"
)
"""Between a level and the one that came behind it ("fell to $1.90 before rallying to $2.20")."""
IN_ITS_TIME = Pattern(rf"^(?: [\p{{L}}-]++){{0,2}} in \d{{4}}(?:,|,? and) {HEDGE}$")
MOVES_TO = Worded(
    rf"(?:<<directions.verb|directions.act>>)(?: (?:its|their|the) {WORDS}{{1,3}})? to {HEDGE}$"
)
"""Before the first of the values of years to come ("fall to $48 in 2027, $20 in 2028")."""


def going_to(placed: Sequence[Placed], at: int) -> Placed | None:
    """What a present value is to become: "expects debt, now $5 million, to fall below $4 million"."""
    item, following = placed[at], placed[at + 1] if at + 1 < len(placed) else None
    if following is None:
        return None
    going = (NOW.search(item.lead) or PUT_IN.search(item.lead)) and GOING_TO.match(following.lead)
    will = APART.search(item.lead) and THEN_WILL.match(following.lead)
    which = ", which " in item.lead and WHICH_WERE.search(item.lead) and THEN_GO.match(following.lead)
    going = going or SEES_IT_GO.match(following.lead)
    going = going or BUT_THAT.match(following.lead)
    going = going or NUMBER_THAT.match(following.lead)
    going = going or (INTO.match(following.lead) and TURNS.search(item.lead))
    told = going or will or which or _goes_on(placed, at) or _turns(item, following)
    told = told or _is_followed(item, following)
    if not told:
        return None
    return following if comparable(item.figure, following.figure, FEW_TIMES) else None


def _is_followed(item: Placed, following: Placed) -> bool:
    """Whether a rate of one month is followed by the next ("October's 2.6% rate followed by 3.1%")."""
    rates = item.figure.kind == following.figure.kind == Kind.PERCENT
    apart = item.figure.period != following.figure.period and following.figure.period is not None
    return rates and apart and FOLLOWED.match(following.lead) is not None


FOLLOWED = Pattern(rf"^(?: [\p{{L}}\d]++){{0,5}},? followed by (?:an? |the )?{HEDGE}$")


def _turns(item: Placed, following: Placed) -> bool:
    """Whether one value is told at two times ("would reach 4% in 2004, but fall to 3% in 2005")."""
    a, b = item.figure, following.figure
    like = (a.kind, a.unit, a.per) == (b.kind, b.unit, b.per) and a.metric_name == b.metric_name
    times = a.period != b.period and b.period is not None
    came = a.status == b.status == Status.REPORTED and BEFORE.match(following.lead) is not None
    times = times or came
    rate = item.role == Role.CHANGE and a.kind == Kind.PERCENT  # "growth of 3%, slipping to 2%"
    level = item.role == Role.LEVEL or rate
    turns = level and following.role == Role.LEVEL and THEN_TURNS.match(following.lead) is not None
    return like and times and turns


def _goes_on(placed: Sequence[Placed], at: int) -> bool:
    """Whether two values are those of two years in a row of which the first is told to be moved to."""
    first, following = at, placed[at + 1]
    if IN_ITS_TIME.match(following.lead) is None or following.role != Role.LEVEL:
        return False
    while first and IN_ITS_TIME.match(placed[first].lead) is not None:
        first -= 1
    a, b = placed[at].figure, following.figure
    like = (a.kind, a.unit, a.per) == (b.kind, b.unit, b.per) and None not in (a.period, b.period)
    return like and a.period != b.period and MOVES_TO.search(placed[first].lead) is not None
