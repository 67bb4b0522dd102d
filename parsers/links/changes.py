"""Changes and the levels that they lead to: "rose 7% to $5 million", "$45, up 25 cents"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.against import SIDE, TIMES_WHAT, is_above
from parsers.links.leadingto import level_behind
from parsers.links.leadrules import Role
from parsers.links.measures import fits
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.placed import Placed, join
from parsers.links.putin import is_closed
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.model import Direction, Kind, Link, LinkKind, Modifier, Status

TELLING = r"(?:representing|reflecting|registering|recording|posting|marking|showing|logging|clocking)"
"""What a change is said to be behind its level ("sales of $883 million, registering a rise of 33%")."""
BEHIND = Worded(
    r"^\)?(?: [\w'\u2019.:-]++(?:, \d{4}(?!\d))?){0,12}?(?:, (?:in|for|during) [\w ]{3,30})?"
    r"(?:,| -| \(| [\u2013\u2014]) ?(?:or |and |also )?"
    rf"(?:(?:up|down|off|an?|the|{TELLING} an?|for an?"
    rf"|having \p{{L}}++|gaining|losing|adding|rising|falling|climbing|dropping)(?: by)? {WORDS}{{0,3}}?"
    r"|which (?:(?:is|was)(?: (?:still|just|only))?|work(?:s|ed) out to|amount(?:s|ed) to"
    r"|represent(?:s|ed)|means|meant|mark(?:s|ed)) "
    rf"(?:an? (?:\p{{L}}++ )?<<directions.noun>> of (?:{WORDS}{{1,2}})?|an? |about )?"
    rf"|(?:{TELLING} )?(?:an? )?(?:\p{{L}}++ )?<<directions.noun>> (?:of|in) {WORDS}{{0,3}}?"
    rf"|{TELLING} ){HEDGE}$"
)
BARE = Pattern(
    rf"^\)?(?: [\w'\u2019./-]++){{0,12}}(?:, according to [^,;]{{2,40}})?(?:,| \(| --| [\u2013\u2014]"
    rf"| \u2013) ?{HEDGE}$"
)
WAS = Pattern(
    rf"^(?: \p{{L}}++ (?:\p{{L}}++ )?\p{{L}}++)?, (?:is|was|are|were|had been) "
    rf"(?:up |down |off )?(?:by )?{HEDGE}$"
    rf"|^(?: an? \p{{L}}++)?, (?:[\p{{L}}'\u2019-]++ ){{1,5}}(?:is|was|are|were) (?:up|down) {HEDGE}$"
)
IN_A_TIME = (
    r"(?: (?:in|for|during) (?:the |its )?(?:[\w-]++ ){0,3}?(?:quarter|half|year|period|month)s?"
    r"(?: (?:of )?\d{4}| (?:ended|to) (?:\p{L}++\.? ?)(?:\d{1,2}(?:, \d{4})?)?)?)?"
)
"""Behind a level, before what it did ("Sales of $5 million in the first quarter of 2004 rose 6%")."""
MOVES = Worded(
    rf"^{IN_A_TIME}(?: (?:<<directions.verb>>)| (?:was|were|is|are)(?: up| down)?) (?:by )?{HEDGE}$"
)
MARKED = Worded(
    rf"^{IN_A_TIME} (?:represents?|represented|marks?|marked|means|meant|reflects?|reflected) an? "
    rf"(?:\p{{Ll}}++ )?(?:<<directions.noun>> of )?{HEDGE}$"
)
"""Between a level and what it was ("Sales of $6 million marked a 3% gain")."""
ALSO = Worded(
    r"^(?: (?:in|for|during) [^,;]{2,40}?)?,? and (?:<<directions.verb>>|(?:was|were) (?:up|down))"
    rf" (?:by )?{HEDGE}$"
)
"""Between a level and how much it has changed to get there ("was $5 million and rose 2%")."""
WAS_ABOVE = Pattern(
    rf"^(?: an?)?(?: \p{{L}}++)?, (?:[\p{{L}}'\u2019-]++ ){{0,5}}?"
    rf"(?:is|was|are|were|costs?|sells? for|runs?|pays?) {HEDGE}$"
)
UP_FIRST = Pattern(rf"^\W*(?:(?:Up|Down)(?: by)?|(?:With|After) an?) {HEDGE}$")
UP_CAME_TO = Pattern(
    rf"^(?: [^,;]{{1,40}})?, [^,;]{{3,60}} (?:came to|was|were|totall?ed|reached|stood at|hit"
    rf"|amounted to) {HEDGE}$"
)
"""Around a change with which a sentence begins ("Up 17% on the year, exports came to 212 billion yen")."""
SUBJECT = Pattern(rf"^\W*(?:The|Its|This|That|Their|A) (?:(?:\p{{L}}++ ){{1,2}})?{HEDGE}$")
IS_SO = Pattern(rf"^ (?:[\p{{L}}-]++ ){{1,6}}(?:is|was|would be|will be) {HEDGE}$")
IS_A = Pattern(
    r"^ (?:[\p{L}-]++ ){1,6}(?:represents?|represented|marks|marked|is|was|would be|reflects)"
    rf" (?:an? |up |down ){HEDGE}$"
)
"""Between an amount that its sentence begins with and how it moved."""
THAT_WAS = Pattern(rf"^(?: [\w'\u2019.-]++){{0,8}}; (?:that|this|it) (?:is|was|would be) {HEDGE}$")
A_RISE = Worded(rf", an? (?:\p{{Ll}}++ )?<<directions.noun>> of {HEDGE}$|, (?:up|down) {HEDGE}$")
"""Before a change behind an old value ("compared with $29 million, an increase of 6%")."""
AN = Pattern(rf", an? {HEDGE}$")
RISE = Worded(r" (?:<<directions.noun>>)\b")
"""Around a change behind an old value ("to 9.1 million from 8.4 million, an 8.3% increase")."""
OF = Pattern(rf"\p{{Ll}} of {HEDGE}$")
"""Before a level that itself moved ("sales of $611 million rose 9 percent")."""
SAMPLE = Pattern(
    rf"\b(?:tally|index|survey|sample|average|basket|poll|panel|measure|gauge|group|study) of {HEDGE}$"
)
"""Before how many a measure is of, which moved itself ("its tally of 74 chains rose 1 percent")."""
AT = Pattern(rf", at {HEDGE}$|^\W*(?:At|With) {HEDGE}$")
"""Before a level that is put in ("the margin, at 40%, was 12 points wider than", "At $6, it was up 4%")."""
OR = Pattern(rf"^,? or {HEDGE}$")
AND = Pattern(rf"^(?: [\p{{L}}-]++){{0,4}},? (?:and|but) {HEDGE}$")
AND_ALSO = Pattern(
    r"^(?: [\w'\u2019.-]++){1,6},? (?:and (?:(?:up|down|off) )?|(?:though|but) (?:still )?(?:up|down|off) )$"
)
ALSO_MOVED = Pattern(
    r"^(?: [\w'\u2019.-]++){0,6}?,? (?:and|but|though) (?:still )?(?:up|down|off|higher|lower)(?: by)? "
    rf"{HEDGE}$"
)
"""Behind an old value, before another change to the same level."""
AND_ROSE = Worded(
    rf"^(?: [\w'\u2019.-]++){{0,6}}?,? (?:and|but|though) (?:(?:still|also) )?"
    rf"(?:up|down|off|<<directions.verb>>)(?: by)? {HEDGE}$"
)
"""Between a level and another change to it ("to $96 million from a year earlier but rose 7.5% from")."""
AND_ABOVE = Pattern(
    rf"^(?: [\w'\u2019.-]++){{1,9}},? (?:and|but|though|although)(?: (?:still|also|yet|only|just))? {HEDGE}$"
)
"""Between two changes of one level, the second set against another time ("and 4% below that of 2019")."""
APPOSED = Worded(rf"^(?: {WORDS}{{0,9}}[\w'\u2019.-]++)?, an? {WORDS}{{0,3}}?$")


MOVED_IN = Worded(r", [^;]{0,40}?\b<<directions.noun>> in |\b(?:if|unless) ")
"""Before a level of another clause ("fell 6%, resulting in a surge in imports to 9 million")."""


def changes(line: Line) -> Iterator[Link]:
    """The changes of one sentence with their levels."""
    placed = line.placed
    reached: dict[int, Placed] = {}
    for at, item in enumerate(placed):
        moved = item.figure.direction != Direction.NONE or is_above(line.text, item.figure)
        if item.role in (Role.OLD, Role.TWIN) or not moved:
            continue
        times = item.figure.kind == Kind.MULTIPLE and TIMES_WHAT.match(line.text, item.figure.end) is not None
        if times or is_closed(placed, at) or (at > 0 and _closed_after(placed[at - 1], item)):
            level = _level_before(line.text, placed, at) or level_behind(placed, at)
        else:
            level = level_behind(placed, at) or _level_before(line.text, placed, at)
            level = level or _came_to(placed, at)
        level = level or _with_the_one_before(line.text, placed, at, reached)
        if level is not None and MOVED_IN.search(line.text, item.figure.end, level.figure.start) is not None:
            level = None
        if level is not None and not _is_still_to_come(item, level):
            reached[at] = level
            yield join(LinkKind.CHANGE, item, level, "link.change")


def _is_still_to_come(change: Placed, level: Placed) -> bool:
    """Whether a change is foreseen and no level before it came of it ("to $9, and a rise is expected")."""
    told = level.figure.status == Status.REPORTED and level.figure.end <= change.figure.start
    return told and change.figure.status == Status.FORECAST


def _came_to(placed: Sequence[Placed], at: int) -> Placed | None:
    """The level behind a change with which its sentence begins ("Up 17% on the year, exports came to")."""
    following = placed[at + 1] if at + 1 < len(placed) else None
    if following is None or following.role != Role.LEVEL or UP_FIRST.match(placed[at].lead) is None:
        return None
    told = UP_CAME_TO.match(following.lead) is not None
    return following if told and fits(placed[at].figure, following.figure) else None


def _closed_after(level: Placed, change: Placed) -> bool:
    """Whether a price is where something closed after it moved so far ("ended at $7 after falling 3%")."""
    return AFTER_MOVING.match(change.lead) is not None and CLOSED_AT.search(level.lead) is not None


AFTER_MOVING = Worded(
    r"^(?: [\p{L}\d'\u2019-]++){0,6},? after \p{Ll}+ing(?: (?:up|down|higher|lower|southward|northward"
    rf"|southwards|northwards))?(?: by)? {HEDGE}$"
)
CLOSED_AT = Pattern(
    r"\b(?:settled|ended|closed|finished|settling|ending|closing|finishing)"
    rf"(?: [\p{{L}}']++){{0,4}}? at {HEDGE}$"
)


def _level_before(text: str, placed: Sequence[Placed], at: int) -> Placed | None:
    """The level that a change behind it explains: "closed at $45, up 25 cents"."""
    change, end = placed[at], placed[at].figure.end
    sample = at > 0 and SAMPLE.search(placed[at - 1].lead) is not None
    moves = MOVES.match(change.lead) or MARKED.match(change.lead)
    if at and not sample and moves and OF.search(placed[at - 1].lead):
        return placed[at - 1] if placed[at - 1].role == Role.LEVEL else None
    if at and ALSO.match(change.lead) and _same_metric(change, placed[at - 1]):
        return placed[at - 1]
    was = WAS.match(change.lead) or (WAS_ABOVE.match(change.lead) and SIDE.match(text, end))
    if at and (_closed_after(placed[at - 1], change) or _is_of_its_subject(text, placed, at)):
        return placed[at - 1]
    if at and was and AT.search(placed[at - 1].lead):
        return placed[at - 1] if fits(change.figure, placed[at - 1].figure) else None
    bare = BARE.match(change.lead) and (
        change.figure.text[0] in "+-\u2212"
        or SIDE.match(text, end)
        or (change.lead == ", " and RISE.match(text, end))  # "$3.5 billion, 12% fall compared to"
        or (change.figure.kind == Kind.MULTIPLE and TIMES_WHAT.match(text, change.figure.end))
    )
    # A second change may stand beside an old value: "up from $6 million and 4% higher than a year ago".
    side = SIDE.match(text, end) is not None
    too = at > 0 and placed[at - 1].role == Role.OLD
    risen = AN.search(change.lead) is not None and RISE.match(text, end) is not None
    too = too and bool((side and AND.match(change.lead)) or A_RISE.search(change.lead) or risen)
    that = side and THAT_WAS.match(change.lead) is not None
    if (not (bare or too or that) and not BEHIND.search(change.lead)) or THAN_ANOTHER.match(text, end):
        return None
    return _nearest_level(placed, at, too=too)


def _nearest_level(placed: Sequence[Placed], at: int, *, too: bool) -> Placed | None:
    """The level before a change that can be its own; ``too`` if an old value may stand between."""
    change = placed[at]
    for here in range(at - 1, max(-1, at - 5), -1):
        before = placed[here]
        if before.figure.kind == Kind.DURATION:
            continue
        outlook = change.figure.kind == Kind.POINTS and before.figure.kind == Kind.PERCENT
        if outlook and here == at - 1 and before.role in (Role.TWIN, Role.PART):
            return before  # "making up 64% of all exports, up 3 percentage points"
        if before.role == Role.LEVEL or (outlook and before.role == Role.CHANGE):
            if _is_attribute(placed, here) or MAKES_UP.search(before.lead) is not None:
                continue
            return before if _explains(change, before) else None
        if not (too and before.role == Role.OLD) and before.role not in (Role.PER, Role.TWIN, Role.CHANGE):
            return None
    return None


MAKES_UP = Pattern(rf", which (?:makes?|made) up {HEDGE}$|, which (?:accounts?|accounted) for {HEDGE}$")
"""Before how large a part something is, which did not change itself."""
THAN_ANOTHER = Pattern(
    r" (?:more|less|higher|lower|bigger|smaller|fewer) than (?!\p{Lu}\p{Ll}+day\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\b)"
    r"(?:\p{Lu}\p{L}+['\u2019]s )?\p{Lu}[\p{Ll}]+(?=[.,;\n])"
)
"""Behind a difference to what somebody else has ("half a point more than China's Norvik")."""


def _same_metric(change: Placed, level: Placed) -> bool:
    """Whether a level right before a change is one of what has changed ("was $5 million and rose 2%")."""
    one, two = level.figure.metric, change.figure.metric
    return level.role == Role.LEVEL and one is not None and one == two and fits(change.figure, level.figure)


def _is_of_its_subject(text: str, placed: Sequence[Placed], at: int) -> bool:
    """Whether an amount that its sentence begins with moved ("The $5 million budget is 3% larger than")."""
    change, level = placed[at], placed[at - 1]
    told = IS_A.match(change.lead) or (IS_SO.match(change.lead) and SIDE.match(text, change.figure.end))
    begins = told and level.role == Role.LEVEL and SUBJECT.match(level.lead) is not None
    return (
        bool(begins) and level.figure.kind in (Kind.MONEY, Kind.COUNT) and fits(change.figure, level.figure)
    )


def _is_attribute(placed: Sequence[Placed], at: int) -> bool:
    """Whether an amount only says which things are counted ("40 customers with sales above $5 million")."""
    bound = placed[at].figure.modifier in (Modifier.OVER, Modifier.AT_LEAST, Modifier.UNDER)
    return bound and at > 0 and " with " in placed[at].lead and placed[at - 1].role == Role.LEVEL


def _explains(change: Placed, level: Placed) -> bool:
    """Whether a change behind a level is its own; "43% of sales, a 7% increase" is one of the sales."""
    share = change.figure.kind == level.figure.kind == Kind.PERCENT and APPOSED.search(change.lead)
    return not share and fits(change.figure, level.figure)


def _with_the_one_before(
    text: str, placed: Sequence[Placed], at: int, reached: dict[int, Placed]
) -> Placed | None:
    """The level of the change before, where two are given of it ("down 4% from Monday and 6% from May")."""
    before = at - 1
    level = placed[before] if at else None
    if level is not None and any(level is p for p in reached.values()) and AND_ROSE.match(placed[at].lead):
        return level if _same_metric(placed[at], level) else None
    if at > 1 and placed[before].role == Role.OLD and ALSO_MOVED.match(placed[at].lead):
        before -= 1  # "up 46 percent from 20,309 but down 10.7 percent from"
        return reached.get(before) if fits(placed[at].figure, placed[before].figure) else None
    if before not in reached:
        return None
    if placed[at].figure.kind == Kind.PERCENT and OR.match(placed[at].lead):
        return reached[before]
    if AND_ABOVE.match(placed[at].lead) is not None and is_above(text, placed[at].figure):
        return reached[before] if fits(placed[at].figure, reached[before].figure) else None
    if placed[before].figure.kind != placed[at].figure.kind:
        return None
    also = bool(AND_ALSO.match(placed[at].lead) or ALSO_MOVED.match(placed[at].lead))
    told = placed[at].lead == " and " and ON_A_BASIS.match(text, placed[at].figure.end) is not None
    also = also or told
    return reached[before] if also else None


ON_A_BASIS = Pattern(
    r" (?:sequentially|annually|(?:quarter|month|year)[- ](?:on|over)[- ](?:quarter|month|year)"
    r"|on (?:the|an?) (?:\p{L}++ )?(?:quarter|month|year|basis)|from (?:the|an?) )\b"
)
"""Behind a second change: what it is set against ("growth of 6.8% and 0.9% sequentially")."""
