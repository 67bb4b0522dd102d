"""Old values told by the way before their new ones: "The yield, 7.9% a week ago, was 8.1%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.lazy import Pattern
from parsers.links.before import THEN
from parsers.links.comparing import FEW_TIMES, comparable
from parsers.links.foreseen import HEDGE, WHO
from parsers.links.leadrules import Role
from parsers.links.nows import stands_now
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.model import Kind, Link, LinkKind

WAS_FIRST = Worded(
    rf"(?ri)(?:, (?:which|who),? (?:{THEN} )?"
    r"(?:was|were|had been|stood at|peaked at|amounted to|totaled|totalled|came to|averaged"
    r"|(?:can|could|may) (?:now )?(?:reach|be|go to)"
    r"|(?:now|currently) (?:is|are|stands at|averages?|pays?|costs?|totals?|make|earn|sell for|employs?))"
    r"|\b(?:that|which) (?:had|used to) (?:been?|stand at|stood at|cost|pay|paid)"
    r"|\b(?:that|which|what) (?:(?:once|last year) )?(?:cost|sold for|went for|fetched|traded at)"
    rf"|\A\W*where (?:{WHO} )(?:once|formerly|used to) \p{{L}}{{2,12}}"
    rf"|\A\W*once \p{{L}}{{2,12}}(?: at| for)?"
    rf"|, (?:once|originally|initially|previously|earlier|first) \p{{L}}{{2,12}}(?: at| for| to (?:be|cost))?"
    r"|, (?:once|formerly|previously|until recently)(?: at)?"
    rf") {HEDGE}\Z"
)
"""Before an old value that its new one follows (", which at Dec. 31 amounted to 74 days, had")."""
NOW_IS = Pattern(
    r"(?: [\w'\u2019.]++){0,6}, (?:to |(?:\p{L}++ ){0,3}?(?:(?:had been|has been|have been|was|were|is|are) "
    r"(?:now )?(?:\p{L}++ (?:down |up )?(?:to|at) )?"
    r"|(?:rose|fell|grew|shrank|dropped|slipped|climbed|\p{L}{1,16}ed) to (?:an? \p{L}++ )?"
    r"|(?:has|have) \p{L}++ to "
    r"|(?:will|would|should|is to|are to) (?:now )?"
    r"(?:(?:\p{L}++ ){1,3}?(?:to|at|below|above)|reach|hit|become"
    r"|be \p{L}+ing) "
    rf"|(?:\p{{L}}++ ){{0,3}}?(?:now|today) \p{{L}}++ (?:for |at )?)){HEDGE}\Z"
    rf"|(?: \p{{L}}++){{0,2}} (?:was|were|is|are) (?:now )?\p{{L}}++ to {HEDGE}\Z"
    r"|(?: \w++){0,4} (?:now )?(?:costs?|sells? for|go(?:es)? for|fetch(?:es)?|trades? at|will cost)"
    rf" {HEDGE}\Z"
)
"""Between an old value told by the way and its new one."""
AGO_WAS = Worded(
    rf"(?i)(?: an? \p{{L}}++(?: ton| foot)?)? (?:an? \p{{L}}++ (?:ago|earlier|before)|{THEN}|last \p{{L}}++"
    r"|at the time of [^,;]{2,30}), "
    r"(?:\p{L}++ ){0,2}?(?:(?:was|were|is|are)(?: now)?(?: (?:up|down) (?:to|at))?|stood at|stands at"
    r"|ended at|rose to|fell to|reached|now|(?:has|have)(?: since| now)? (?:\p{L}++ ){1,2}to)"
    rf" {HEDGE}\Z"
)
"""Between an old value put in with its time and its new one ("The yield, 7.9% a week ago, was 8.1%")."""
PUT_IN = Pattern(rf"(?r), (?:at |now at |now |currently at |currently )?{HEDGE}\Z")
THEN_WILL = Pattern(
    r"(?: (?:an?|of) \p{L}++| strong)?(?: in [^,;]{2,20}| today| now)?, (?:will|would|should) "
    rf"(?:(?:\p{{L}}++ ){{1,2}}(?:to|below|above|under)|reach|hit) {HEDGE}\Z"
)
"""Between a value put in and what it is to become ("at 33 per cent, will drop below 30 per cent")."""
WHO_HAD = Pattern(rf"(?r), (?:which|who) (?:\p{{L}}{{1,16}} ){{1,6}}?{HEDGE}\Z")
WHO_NOW = Pattern(
    r"(?: [\w'\u2019.]++){0,9}, (?:now (?:\p{L}++ ){1,4}?"
    r"|(?:finished|ended|closed) (?:\p{L}++ ){1,3}with "
    r"|(?:cut|raised|lowered|lifted|trimmed) (?:its|his|her|their) (?:\p{L}++ ){1,3}?to )"
    rf"(?:at least )?{HEDGE}\Z"
)
"""Around an old value of whom or what a sentence is about ("who had been on $25, cut her number to $17")."""
NOW_COSTS = Pattern(r"\b(?:now|currently) (?:\p{L}++ ){1,5}?(?:(?:about|some|around) )?$")
FIGURE_WILL = Pattern(
    r"(?: [\w'\u2019.]++){0,12},? (?:and|but) (?:that )?(?:the|that|this) (?:figure|number|rate|cost"
    r"|price|share) "
    rf"(?:will|would|should|must|could|is to) (?:\p{{L}}++ ){{1,5}}to {HEDGE}\Z"
)
"""Around what stands now and what it will become ("it now costs 9 cents, and the figure must fall to 7")."""
STARTS_AT = Pattern(
    rf"(?r)\b(?:start|begin|open|beg[au]n|debut)(?:s|ed|ing|ning)? (?:out )?(?:with"
    rf"|at) {HEDGE}\Z"
)
GROWS_TO = Pattern(
    r"(?: [\w'\u2019.]++){0,5}(?:,? and|,? but)? (?:(?:then|could|will|would|may|should|eventually|later) )*"
    r"(?:be )?(?:grow|rise|expand|increase|climb|ramp up|raise|go up|step up|fall|drop)(?:n|ed|s|es"
    r"|d)?(?: up)? to "
    rf"{HEDGE}\Z"
)
"""Around what something starts with and what that becomes ("will start with 200 workers and grow to 650")."""
FELL_FIRST = Pattern(rf"(?ri)\A\W*(?:having|after) (?:\p{{L}}++ ){{1,2}}(?:to|at) {HEDGE}\Z")
THEN_ROSE = Worded(
    r"(?: [\w'\u2019.]++){0,6}, (?:\p{L}++ ){1,5}?"
    rf"(?:<<directions.verb>>|recovered|rebounded|bounced)(?: back)? to {HEDGE}\Z"
)
"""Around what something had come to before it moved ("Having fallen to 103, sales recovered to 129")."""
CUT_TIMES = 25
"""How many times as large a verdict or a plan may be as what it was cut to."""
CUT_TO = Pattern(
    r"(?: [\p{L}'\u2019-]++){0,6}?,? (?:was|were|has been|have been|had been|will be|would be) "
    rf"(?:later |since |then )?(?:cut|reduced|lowered|raised|increased|lifted|trimmed) to {HEDGE}\Z"
    r"|(?: [\p{L}'\u2019-]++){0,6}?, (?:which|but|and) (?:the |an? |it |he |she |they )?"
    r"(?:[\p{Ll}-]++ ){0,4}?(?:cut|reduced|lowered|raised|increased|trimmed|slashed) "
    rf"(?:it |that |this )?to {HEDGE}\Z"
    rf"|(?: [\p{{L}}'\u2019-]++){{0,6}}?(?:,? which|,? that) (?:doubles|rises|falls|climbs|grows"
    rf"|drops|goes up) to {HEDGE}\Z"
)
"""Between a value and what it was made ("the $9 million verdict was cut to $2 million")."""
PARED_TO = Pattern(
    r"(?: [^,;.]{1,60})?,? before (?:paring|trimming|narrowing|cutting|reducing|extending) "
    rf"(?:the|its|their|that|those|most of the|some of the) (?:\p{{L}}++ )?(?:loss|gain|advance"
    rf"|decline|drop|fall|rise)"
    rf"(?:es|s)? (?:to|at) {HEDGE}\Z"
)
"""Between the most that something moved and what was left ("fell 5% before paring the loss to 3%")."""
REVISED_TO = Pattern(
    r"(?r)[;,] (?:and |but )?(?:that|this|it|which) (?:figure |number |rate )?(?:was|has been|is) "
    rf"(?:later |since |now )?(?:revised|raised|lowered|cut|corrected|changed|scaled|pared|whittled"
    rf"|boosted|bumped)(?: up| down| back)? to {HEDGE}\Z"
)
"""Before what the figure before was revised to."""
ONLY_TO = Pattern(
    rf"(?: [\p{{L}}'\u2019-]++){{0,8}},? only to "
    r"(?:sink|fall|drop|slip|slide|rise|climb|jump|grow|recover|rebound|settl|eas|plung|soar|declin|retreat)"
    rf"(?:e|l|p|b)?(?: back| down| up)? (?:to|at) (?:an? (?:\p{{L}}++ ){{1,3}}of )?{HEDGE}\Z"
)
"""Between a value and what became of it ("averaged 226,000, only to sink to 73,000")."""


BY_THE_WAY = Worded(
    rf"(?ri), (?:(?:which|that) (?:sold for|traded at|was|were|stood at|fetched|cost|closed at)"
    rf"|worth|priced at) {HEDGE}\Z"
)
WITH_TIME = Worded(r"(?: an? \p{L}++)?(?: (?:on|last|in|an?|late|early) [^,;]{3,24}), (?:\p{L}++ ){1,4}?$")
TO_LEVEL = Pattern(
    rf"(?: \p{{L}}++)?,? to (?:(?:close|end|finish|settle"
    rf"|trade) (?:\p{{L}}++ )?at )?{HEDGE}\Z"
)
"""Around a value told by the way, the change from it and the new one ("$24 in May, lost $1 to $4")."""


def _with_change(placed: Sequence[Placed], at: int) -> Placed | None:
    """The new value behind the change of one told by the way."""
    if at + 2 >= len(placed) or BY_THE_WAY.search(placed[at].lead) is None:
        return None
    change, new = placed[at + 1], placed[at + 2]
    told = WITH_TIME.match(change.lead) is not None and TO_LEVEL.match(new.lead) is not None
    return new if told and comparable(placed[at].figure, new.figure, CUT_TIMES) else None


def _moves_on(item: Placed, following: Placed) -> bool:
    """Whether something starts with a value, or had come to it, and goes on to another."""
    if STARTS_AT.search(item.lead) is not None:
        return GROWS_TO.match(following.lead) is not None
    return FELL_FIRST.search(item.lead) is not None and THEN_ROSE.match(following.lead) is not None


def olds_first(line: Line) -> Iterator[Link]:
    """The old values told by the way before their new ones."""
    for at, (item, following) in enumerate(pairwise(line.placed)):
        if (new := _with_change(line.placed, at)) is not None:
            yield join(LinkKind.FROM_TO, item, new, "link.old_by_the_way")
            continue
        if REVISED_TO.search(following.lead) is not None and comparable(item.figure, following.figure):
            yield join(LinkKind.FROM_TO, item, following, "link.old_revised")
        pared = item.figure.kind == following.figure.kind and "ing " in following.lead
        if pared and PARED_TO.match(following.lead) is not None:
            yield join(LinkKind.FROM_TO, item, following, "link.old_pared")
        if item.role != Role.LEVEL or following.role != Role.LEVEL:
            continue
        turned = (CUT_TO.match(following.lead) or ONLY_TO.match(following.lead)) is not None
        turned = turned or _moves_on(item, following)
        if turned and comparable(item.figure, following.figure, CUT_TIMES):
            yield join(LinkKind.FROM_TO, item, following, "link.old_cut")
            continue
        will = NOW_COSTS.search(item.lead) is not None and FIGURE_WILL.match(following.lead) is not None
        told = will or (WAS_FIRST.search(item.lead) is not None and NOW_IS.match(following.lead) is not None)
        put_in = PUT_IN.search(item.lead) is not None
        told = told or (
            put_in and (AGO_WAS.match(following.lead) or THEN_WILL.match(following.lead)) is not None
        )
        told = told or (WHO_NOW.match(following.lead) is not None and WHO_HAD.search(item.lead) is not None)
        if stands_now(item, following):
            yield join(LinkKind.FROM_TO, following, item, "link.old_now")
        units = {item.figure.unit, following.figure.unit} - {None}
        counted = item.figure.kind == Kind.COUNT and len(units) > 1
        if told and not counted and comparable(item.figure, following.figure, FEW_TIMES):
            yield join(LinkKind.FROM_TO, item, following, "link.old_first")
