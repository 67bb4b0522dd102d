"""Changes whose level the words tell by a turn: "closed 14p, or 6%, lower at 223p", "cut by 3, to 4"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.against import SIDE
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, fits
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.model import Direction, Kind, Link, LinkKind

RATE = rf"(?:an? {WORDS}{{0,4}}?(?:rate|pace|level|total|record|average) of )?"
ASIDE = (
    r"higher|lower|weaker|stronger|firmer|softer|dearer|cheaper|wider|narrower|ahead|better|worse|up|down|off"
)
LOWER_AT = Pattern(
    rf"^(?!,? up to )(?: an? \p{{L}}++)?,? (?:{ASIDE})(?: on the (?:day|week|month))?,? (?:at|to) {HEDGE}$"
)
"""Between a change and its level ("closed 35 cents higher at $14.90")."""
BY = Pattern(rf"\bby (?:an? (?:further|additional|total of|combined) |another )?{HEDGE}$")
BY_ITS = Pattern(r"\b(?:its|their|his|her|the) [^,;]{1,70} by $")
BY_TO = Pattern(
    rf"^(?: (?:an?|per) \p{{L}}++)?(?: (?:in|during|between|over) [^,;\d]{{1,50}})?,? to {RATE}{HEDGE}$"
)
TO_END_AT = Pattern(
    r"^(?: of (?:its|their|his|her|the) (?:[\p{L}'\u2019-]++ ?){1,3}| in (?:\p{L}++ ?){1,3}),? to "
    rf"(?:(?:end|close|finish|settle|trade|stand) (?:\p{{L}}++ )?at )?{HEDGE}$"
)
"""Between what was lost of something and what is left ("lost $7, or 61% of its value, to end at $4")."""
RISE_OF = Worded(rf"\b(?:<<directions.noun>>|raise|cut) of {HEDGE}$")
IN_IT_TO = Pattern(
    rf"^(?: (?:an?|per) [\p{{L}}-]++)?(?:,? (?:in|for|on) [^,;]{{1,60}},|,)? to {RATE}{HEDGE}$"
)
DOUBLES_TO = Pattern(rf"^ [^,;]{{1,80}}, to {RATE}{HEDGE}$")
"""Between a multiple and its level ("will double output at the site, to 75,000 barrels")."""
NET_GAIN = Worded(rf", an? (?:net |further )?(?:<<directions.noun>>|addition|loss) of {HEDGE}$")
SAVING = Pattern(rf", an? (?:saving|reduction|cut|discount|improvement) of {HEDGE}$")
RAISING_BY = Pattern(
    r", (?:rais|lift|cut|lower|trimm|reduc|increas|boost|slash|upp)ing (?:its|their|the|an?) "
    rf"(?:\p{{L}}++ ){{0,3}}(?:forecast|estimate|target|outlook|guidance|projection|view)s? by {HEDGE}$"
)
"""Before how far what is foreseen right before has moved ("sees 40 million, raising its forecast by")."""
WHICH_WAS = Pattern(rf"[^;]{{0,80}}, which (?:is|was)(?: (?:still|about))? {HEDGE}$")
FROM_THEN = Pattern(r" from (?:(?:19|20)\d\d|a year|last \p{L}++)\b")
END_AT = Pattern(rf"^(?: (?:an?|per) share)?,? to (?:finish|close|end|settle)(?: \p{{L}}++)? at {HEDGE}$")
THAT = Pattern(r" that(?: (?:in|by|next|the)\b|[.,;])")
HAS = Pattern(r"^(?: an? \p{L}++)?, (?:has|have)(?: (?:more than|nearly|almost|about|roughly))? $")
OR_BY = Pattern(rf"^(?: an? \p{{L}}++)?,? or (?:by )?{HEDGE}$")
AND = Pattern(rf"^(?: [\p{{L}}'\u2019]++){{0,4}},? and {HEDGE}$")
AHEAD_OF = Pattern(r" (?:more|less|higher|lower|fewer) than (?:he|she|it|they|in|a year|last)\b")
TO = Pattern(rf"^ to {HEDGE}$")
WHICH_CAME_TO = Pattern(
    r"^,? (?:from|off|to) [^,;]{1,60}, which (?:\p{Ll}++ ){0,2}?"
    rf"(?:fell|rose|grew|shrank|slid|sank|stood|(?!had)\p{{Ll}}+ed|now (?:stands?|starts?|sells?)) (?:to"
    rf"|at|for) {HEDGE}$"
    rf"|^ to [^,;]{{1,60}}, which (?:now )?(?:totals?|totaled|come to|amount to) {HEDGE}$"
)
"""Between what was taken off something and where that came to."""
KNOCKED = Pattern(
    rf"\b(?:added|adds?|adding|knocked|shaved|took|cut|lopped|sliced|chopped|knocking"
    rf"|shaving) {HEDGE}$"
)
PUT_IN = Pattern(rf", (?:now|currently)(?: at)? {HEDGE}$|, at {HEDGE}$")
THEN_BY = Pattern(rf"^(?: (?:an?|per) \p{{L}}++)?, by (?:as much as )?{HEDGE}$")
AND_IS = Pattern(
    rf"^(?: [\w'\u2019.]++){{0,3}},? (?:and|but) (?:is|was|are|were|stands|remains?)(?: (?:now|still))? "
    rf"(?:(?:up|down) )?{HEDGE}$"
)
PUTTING = Pattern(
    r"^(?: [\w'\u2019.-]++){0,8}, (?:putting|leaving|placing|making|which (?:is|was|puts|leaves|made)) "
    rf"(?:(?:it|them|that|this|the \p{{L}}++|its \p{{L}}++) )?{HEDGE}$"
)
AHEAD = Pattern(
    r" (?:(?:more|less|fewer|higher|lower|larger|smaller|bigger|better|wider) than|above|below|ahead of"
    r"|behind) (?:(?:the|its|their|last|an?) (?:[\p{L}-]++ ){0,3}?"
    r"(?:year|quarter|month|week|level|pace|period|total|record|mark|\d{4})\b|(?:in )?(?:19|20)\d\d\b)"
)
"""Behind a change: the earlier time it is set against."""
WAS = Pattern(rf"^(?: [\p{{L}}'\u2019-]++){{0,5}}\)? (?:is|was|were|are|would be) {HEDGE}$")
AS_BIG_AS = Pattern(
    r" (?:as|the) (?:\p{Ll}++ )(?:as|of) (?:(?:at|in) |it |they |an? |last |the [^,.;]{0,40}?\b)"
    r"(?:\p{Ll}++ )*+(?:(?:19|20)\d\d|year|month|quarter|\p{Lu}\p{Ll}{2,8}|start|end|had|was|were|did)\b"
)
"""Behind a multiple that compares a level with an earlier one ("ten times as wide as the gap of May")."""
BARE = Pattern(rf"^(?: [\p{{L}}\d'\u2019.-]++){{0,6}}, {HEDGE}$")


IN_SOME = Pattern(rf"^(?: [\p{{L}}'\u2019-]++){{0,5}} (?:in|at|across|with|from) {HEDGE}$")


def changes_told(line: Line, moved: Sequence[Link]) -> Iterator[Link]:
    """The changes of one sentence that only the words around their levels tell."""
    yield from _of_bases(line)
    known = {link.figures[0] for link in moved}
    levels = {link.figures[1] for link in moved}
    placed = line.placed
    for at in range(1, len(placed)):
        before, here = placed[at - 1], placed[at]
        if before.figure.id in levels and at + 1 < len(placed) and _is_gapped(placed, at):
            yield join(LinkKind.CHANGE, here, placed[at + 1], "link.change_gapped")
            continue
        reached = here.role in (Role.LEVEL, Role.PART) and before.figure.id not in known
        reached = reached and LED_BY.search(before.lead) is None
        if reached and _leads(before, here) and fits_money(before, here):
            yield join(LinkKind.CHANGE, before, here, "link.change_told")
            twin = _twin(placed, at - 1)
            if twin is not None and twin.figure.id not in known:
                yield join(LinkKind.CHANGE, twin, here, "link.change_told")
        if here.role in (Role.LEVEL, Role.CHANGE) and here.figure.id not in known:
            level = _explained(line, placed, at)
            if level is not None and fits_money(here, level):
                yield join(LinkKind.CHANGE, here, level, "link.change_told")


LED_BY = Pattern(rf"\b(?:beat|led|outnumbered|outpaced|trailed) [^.;]{{0,60}}\bby {HEDGE}$")
"""Before the first of two that are only set beside each other ("Advancers led decliners by 847 to 644")."""
OF_THAT = Pattern(r"^\W*(?:This|That|The (?:figure|total|number|amount|price|sum|rate))\b")
IS_TIMES = Pattern(rf"^\W*(?:The|Its|This|That) (?:\p{{Ll}}++[ -]){{1,4}}(?:is|was|would be) {HEDGE}$")


def _of_bases(line: Line) -> Iterator[Link]:
    """A multiple that begins a sentence without its level: "The valuation is five times the $250 of May"."""
    first, second = line.placed[0], line.placed[1] if len(line.placed) > 1 else None
    if OF_THAT.match(first.lead) is not None:
        return  # it tells of the sentence before
    times = first.figure.kind == Kind.MULTIPLE and second is not None and second.rule == "link.old_multiple"
    if times and second is not None and IS_TIMES.match(first.lead) is not None:
        yield join(LinkKind.CHANGE, first, second, "link.change_of_base")


def _is_gapped(placed: Sequence[Placed], at: int) -> bool:
    """Whether a second change and its level stand beside the first two ("6% to 412 and 4% to 588")."""
    here, following = placed[at], placed[at + 1]
    percent = here.figure.kind == Kind.PERCENT and following.figure.kind == placed[at - 1].figure.kind
    return percent and AND.match(here.lead) is not None and TO.match(following.lead) is not None


def fits_money(change: Placed, level: Placed) -> bool:
    """Whether a change can be one of a level; cents may be those of any dollar."""
    a, b = change.figure, level.figure
    cents = a.kind == b.kind == Kind.MONEY and "cent" in a.text
    return cents or fits(a, b)


def _leads(change: Placed, level: Placed) -> bool:
    """Whether the words around two figures tell that the first led to the second."""
    lasts = change.figure.kind == Kind.DURATION and change.figure.direction == Direction.NONE
    if change.role == Role.OLD or lasts:
        return False
    told = change.role == Role.CHANGE or change.role == Role.TWIN
    if LOWER_AT.match(level.lead) is not None or END_AT.match(level.lead) is not None:
        return True
    voted = change.figure.unit == "vote"  # "passed by 52 votes to 48"
    if not voted and BY.search(change.lead) is not None and BY_TO.match(level.lead) is not None:
        of_two = change.figure.kind == Kind.RATIO and " to " in change.figure.text
        bare = of_two or (change.figure.kind == Kind.COUNT and change.figure.unit is None)
        own = BY_ITS.search(change.lead) is not None
        return change.figure.direction != Direction.NONE or own or not bare  # "outnumbered by 5 to 1"
    if change.figure.kind == Kind.MULTIPLE and DOUBLES_TO.match(level.lead) is not None:
        return True
    if RISE_OF.search(change.lead) is not None and IN_IT_TO.match(level.lead) is not None:
        return True
    if (
        level.lead.startswith((" from ", " off ", " to ", ", off ", ", from "))
        and WHICH_CAME_TO.match(level.lead) is not None
    ):
        cut = change.role == Role.TWIN or KNOCKED.search(change.lead) is not None
        return cut or change.figure.kind == Kind.POINTS or change.role == Role.CHANGE
    return told and TO_END_AT.match(level.lead) is not None


def _twin(placed: Sequence[Placed], at: int) -> Placed | None:
    """The other of two that tell the change at a place, where it stands right before ("14p, or 6%,")."""
    item = placed[at]
    first = placed[at - 1] if at else None
    one = first is not None and sum(p.figure.kind in SHARES for p in (first, item)) == 1
    joined = item.role == Role.TWIN or item.lead.rstrip().endswith((", or", "("))
    return first if one and joined else None


def _explained(line: Line, placed: Sequence[Placed], at: int) -> Placed | None:
    """The level before a change, or before its own twin, that the change behind it explains."""
    item, before = placed[at], placed[at - 1]
    end = item.figure.end
    base = placed[before.base] if before.role == Role.TWIN and before.base >= 0 else before
    share = item.figure.kind in SHARES
    if base.role == Role.OLD and at > 1 and SAVING.search(item.lead) is not None:
        return placed[at - 2] if placed[at - 2].role == Role.LEVEL else None
    if base.role == Role.OLD and at > 1 and share and OR_BY.match(item.lead) is not None:
        return placed[at - 2] if placed[at - 2].role == Role.LEVEL else None
    if base.role not in (Role.LEVEL, Role.PART):
        return None
    put_in = PUT_IN.search(base.lead) is not None and THEN_BY.match(item.lead) is not None
    if put_in or RAISING_BY.search(item.lead) is not None:
        return base
    if NET_GAIN.search(item.lead) is not None and item.figure.kind == base.figure.kind == Kind.COUNT:
        return base
    if (
        item.figure.kind == Kind.MULTIPLE
        and PUT_IN.search(base.lead) is not None
        and HAS.match(item.lead) is not None
    ):
        return base
    way = item.figure.direction != Direction.NONE or SIDE.match(line.text, end) is not None
    if WHICH_WAS.match(item.lead) is not None and AHEAD_OF.match(line.text, end) is not None:
        return base
    times = item.figure.kind == Kind.MULTIPLE
    if times and (FROM_THEN.match(line.text, end) or THAT.match(line.text, end)) is not None:
        return base if BARE.match(item.lead) or AND.match(item.lead) else None
    if AND_IS.match(item.lead) is not None and way and item.figure.kind == Kind.PERCENT:
        return base if base.figure.kind != Kind.PERCENT else None
    if PUTTING.match(item.lead) is not None and AHEAD.match(line.text, end) is not None:
        return base
    multiple = item.figure.kind == Kind.MULTIPLE and AS_BIG_AS.match(line.text, end) is not None
    of_count = at > 1 and base.figure.kind == placed[at - 2].figure.kind == Kind.COUNT
    if multiple and of_count and IN_SOME.match(base.lead) is not None and placed[at - 2].role == Role.LEVEL:
        base = placed[at - 2]  # "9,400 bikes in 17 cities, twice as many as in May"
    told = multiple and (WAS.match(item.lead) or BARE.match(item.lead)) is not None
    return base if told else None
