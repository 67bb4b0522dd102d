"""Old values and the new ones they are compared with, in their sentence and in the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.comparing import FEW_TIMES, alike, comparable
from parsers.links.goingto import going_to
from parsers.links.leadrules import Role
from parsers.links.measures import size
from parsers.links.newvalues import is_new
from parsers.links.others import told_before
from parsers.links.pairs import olds_in_turn
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.placed import NEARBY, Placed, family, join
from parsers.links.rows import Line
from parsers.links.then import AT_A_TIME, IN_THE_PAST
from parsers.links.worded import Worded
from parsers.model import Kind, Link, LinkKind

TO = Pattern(
    rf"\b(?:to|at) (?:{WORDS}{{0,3}}?"
    r"|(?:last|this|that) \p{Ll}++['\u2019]s? (?:level|rate|total|figure)s? of )"
    rf"{HEDGE}$"
)
WITH = Pattern(rf"^ (?:with|by (?:posting|earning)) {WORDS}{{0,4}}?{HEDGE}$")
"""Behind what was reversed ("reversed a loss of $14 million with a profit of $5 million")."""
JUST_FROM = Pattern(rf"^ from {HEDGE}$")
OTHER_CLAUSE = Pattern(r", (?:while|whereas|but|although|and) ")
MOVED_FROM = Worded(
    rf"\b(?:<<directions.verb>>|went|goes|go|gone|going|moved|moves|shifted)(?: \p{{Ll}}+ly)? from {HEDGE}$"
)
"""Before an old value whose new one follows ("rose slightly from 6.1% in 2018 to last year's 6.7%")."""
ANOTHER_CLAUSE = Pattern(r" (?:and|while|but|whereas|although) (?!then )")
AGAINST_OF = Pattern(
    rf"\bagainst (?:revenues?|sales|income|spending|costs|expenses|imports|exports) of {HEDGE}$"
)
BESIDE = Pattern(
    rf"^(?: (?:an?|per) [\p{{L}}-]++(?: [\p{{L}}-]++)?)?,? ?(?:on|and|with) {WORDS}{{0,5}}(?:of|was) {HEDGE}$"
)
FROM = Pattern(rf"\bfrom {HEDGE}$")
FROM_TO = Pattern(rf"^ to {HEDGE}$")
ACTED_ON = Worded(
    rf"\b(?:<<directions.act>>|cut|cuts|cutting|increases|increased|increasing) "
    rf"(?:its |their |his |her |the |{WORDS}{{0,3}}[\p{{L}}.&-]++['\u2019]s? )"
    rf"(?:current |quarterly |annual |initial |original |earlier |previous |existing |old |{HEDGE})?$"
)
ITS_OF = Worded(
    r"\b(?:<<directions.act>>|cut|cuts|cutting|increases|increased|increasing|sweeten(?:s|ed|ing)?) "
    rf"(?:its |their |his |her |the )(?:\p{{Ll}}++ ){{1,3}}of {HEDGE}$"
)
"""Before what something was that is acted on ("cut its fleet of 90 jets to 70")."""
ALL_TO = Pattern(rf"^(?: (?:an?|per) \p{{L}}++)?(?: (?:for|in|on) [^,;\d]{{1,40}})?,? to {HEDGE}$")
THEN_TO = Pattern(rf"^ {WORDS}{{1,8}}to {HEDGE}$")
LOOKED_BACK = 2
"""How many sentences back a new value may stand."""


def olds_inside(line: Line) -> Iterator[Link]:
    """The old values that have their new one in their own sentence."""
    placed = line.placed
    taken: set[str] = set()
    told: set[str] = set()
    last = -1
    for at, item in enumerate(placed):
        if item.figure.id in told:
            continue
        pair = _at_once(line.text, placed, at)
        if pair is not None:
            yield from pair
            told.update(link.figures[0] for link in pair)
            taken.update(link.figures[1] for link in pair)
            continue
        raised = _raised_to(placed, at) or going_to(placed, at)
        if raised is not None:
            yield join(LinkKind.FROM_TO, item, raised, "link.old_acted_on")
        elif item.role == Role.OLD:
            behind = _new_behind(placed, at)
            direct = behind is not None and _goes_on(item, placed[at + 1])
            new = behind if direct else _new_before(line.text, placed, at) or behind
            if new is not None:
                yield from _with_multiple(line.text, item, new, placed[at - 1])
                taken.add(new.figure.id)
                last = at
        elif item.role == Role.LEVEL and at and _was_then(line.text, item):
            new = _like_before(placed[max(0, at - NEARBY) : at], item, taken)
            if new is not None:
                yield join(LinkKind.FROM_TO, item, new, "link.old_year_ago")
                taken.add(new.figure.id)
                last = at
        elif item.role == Role.LEVEL and last >= 0 and BESIDE.search(item.lead):
            new = _like_before(placed[max(0, last - NEARBY) : last], item, taken)
            if new is not None:
                yield join(LinkKind.FROM_TO, item, new, "link.old_beside")
                taken.add(new.figure.id)


def _by_how_much(text: str, placed: Sequence[Placed], at: int) -> tuple[Link, ...] | None:
    """A level, how far it moved and where it was ("traded at 640p, 28p up from a close of 612p")."""
    if at < 2 or placed[at].role != Role.OLD or UP_FROM.match(text, placed[at - 1].figure.end) is None:
        return None
    new, change, old = placed[at - 2 : at + 1]
    alike = comparable(old.figure, new.figure) and change.figure.unit == old.figure.unit
    if not alike or size(new.figure) - size(old.figure) not in (size(change.figure), -size(change.figure)):
        return None
    by = join(LinkKind.CHANGE, change, new, "link.change_from_old")
    return by, join(LinkKind.FROM_TO, old, new, "link.old")


UP_FROM = Pattern(r" (?:up|down|higher|lower|above|below|more|less)\b")


def _goes_on(old: Placed, new: Placed) -> bool:
    """Whether the value that an old one became stands right behind it ("from 5 to 6", "rose from 5 to 6")."""
    goes = FROM_TO.match(new.lead) is not None and FROM.search(old.lead) is not None
    return goes or MOVED_FROM.search(old.lead) is not None


def _at_once(text: str, placed: Sequence[Placed], at: int) -> tuple[Link, ...] | None:
    """The links of an old value that come with others: two old ones in turn, or how far it moved."""
    return olds_in_turn(text, placed, at) or _two_olds(text, placed, at) or _by_how_much(text, placed, at)


def _with_multiple(text: str, old: Placed, new: Placed, before: Placed) -> Iterator[Link]:
    """The link of an old value, and that of the multiple which tells it ("nearly double the loss of $4")."""
    yield told_before(text, old, new)
    multiple = before.role == Role.CHANGE and before.figure.kind == Kind.MULTIPLE
    if multiple and old.rule == "link.old_multiple" and new.role == Role.LEVEL:
        yield join(LinkKind.CHANGE, before, new, "link.change_multiple")


A_YEAR_BEFORE = Worded(
    rf"(?:;|, (?:while|but|and)) (?:in |for )?"
    rf"(?:<<linkwords.ago>>|the (?:previous|prior|preceding) (?:year|quarter))"
    rf",? (?:it|they|he|she|we|the (?:company|unit)|{WORDS}{{1,4}})"
    rf" ?(?:had|earned|lost|made|posted|reported|took|sold|was|were)? {WORDS}{{0,4}}{HEDGE}$"
)


IT_HAD = Pattern(
    rf"; (?:it|they|he|she|we|the (?:company|bank|group)) (?:earned|had|lost|made|sold|posted) "
    rf"{WORDS}{{0,3}}{HEDGE}$"
)
IN_A_TIME = Pattern(
    rf"; in \p{{Lu}}\p{{Ll}}++(?: \d{{4}})? (?:the|its) \p{{L}}++ (?:was|were|stood at) {HEDGE}$"
)


def _was_then(text: str, item: Placed) -> bool:
    """Whether a clause of its own tells an old value ("; it earned $5 million in 1988")."""
    if A_YEAR_BEFORE.search(item.lead) or IN_A_TIME.search(item.lead):
        return True
    return IT_HAD.search(item.lead) is not None and IN_THE_PAST.match(text, item.figure.end) is not None


AND_TOO = Pattern(rf"^(?: [\w'\u2019.-]++){{0,4}},? and {HEDGE}$")
AND_ITS = Pattern(
    rf"^(?: [\w'\u2019.-]++){{0,4}},? and (?:(?:its|the|an?) )?(?:[\p{{L}}-]++ ){{1,3}}{HEDGE}$"
)
"""Between two amounts of which each has its own noun ("sales were $4 million and profit $1 million")."""
RISING_TO = Pattern(
    rf"^ [^;]{{0,60}}, (?:rising|falling|climbing|easing|slowing|dropping|increasing|growing) to {HEDGE}$"
)
ON_SALES = Pattern(rf"^(?: an?| per)?(?: share)?,? on (?:{WORDS}{{0,5}}of )?{HEDGE}$")
BESIDES = (Role.PER, Role.TWIN)


def _two_olds(text: str, placed: Sequence[Placed], at: int) -> tuple[Link, ...] | None:
    """Two old values behind two new ones: "2.3% this year and 2.0% next, against 2.6% and 2.1% before".

    So in "earned $2 million on sales of $9 million, compared with $1 million on sales of $8 million" too.
    """
    if placed[at].role != Role.OLD or at < 2 or at + 1 >= len(placed):
        return None
    news = [p for p in placed[max(0, at - 4) : at] if p.role not in BESIDES][-2:]
    olds = [placed[at], *(p for p in placed[at + 1 : at + 3] if p.role not in BESIDES)][:2]
    if len(news) < 2 or len(olds) < 2:
        return None
    rates = all(p.figure.kind == Kind.PERCENT for p in (*news, *olds))
    levels = all(p.role == Role.LEVEL or (rates and p.role == Role.CHANGE) for p in news)
    levels = levels and olds[1].role in (Role.OLD, Role.LEVEL)
    on = ON_SALES.match(news[1].lead) and ON_SALES.match(olds[1].lead)
    also = placed[at - 1] is news[1] and placed[at + 1] is olds[1]
    side = AND_TOO.match(news[1].lead) or AND_ITS.match(news[1].lead) or RISING_TO.match(news[1].lead)
    also = also and side is not None and AND_TOO.match(olds[1].lead) is not None
    if not levels or not (on or also):
        return None
    pairs = tuple(zip(olds, news, strict=True))
    if not on and (
        AT_A_TIME.match(text, olds[0].figure.end)
        or not all(is_new(text, n, o) or is_new(text, n, olds[0]) for o, n in pairs)
    ):
        return None
    if not all(comparable(o.figure, n.figure) for o, n in pairs):
        return None
    return tuple(join(LinkKind.FROM_TO, old, new, "link.old_two") for old, new in pairs)


def _raised_to(placed: Sequence[Placed], at: int) -> Placed | None:
    """The new value of an old one that something acts on: "raised its 5% stake to 7%"."""
    item, following = placed[at], placed[at + 1] if at + 1 < len(placed) else None
    if following is None or item.role != Role.LEVEL or following.role != Role.LEVEL:
        return None
    acted = ACTED_ON.search(item.lead) is not None and THEN_TO.match(following.lead) is not None
    acted = acted or (ITS_OF.search(item.lead) is not None and ALL_TO.match(following.lead) is not None)
    return following if acted and comparable(item.figure, following.figure, FEW_TIMES) else None


def _new_before(text: str, placed: Sequence[Placed], at: int) -> Placed | None:
    """The level before an old value; the one that measures the like, where the old one says what it is."""
    item = placed[at]
    if WHICH.search(item.lead) is not None:
        return placed[at - 1] if at and comparable(item.figure, placed[at - 1].figure) else None
    near = placed[max(0, at - NEARBY) : at]
    if (
        near
        and near[-1].role == Role.CHANGE
        and JUST_FROM.match(item.lead)
        and OTHER_CLAUSE.search(near[-1].lead)
    ):
        return None  # "was 13.8%, while that on deposits eased 7.5% from 7.7%"
    if near and LEFT_OUT.search(near[-1].lead) and BEHIND_ASIDE.match(item.lead):
        near = near[:-1]
    levels = [p for p in reversed(near) if is_new(text, p, item)]
    metric = item.figure.metric
    if metric is not None and at and metric.start >= placed[at - 1].figure.end:
        alike = [p for p in levels if family(p.figure) == family(item.figure)]
        if not alike and AGAINST_OF.search(item.lead) is not None:
            return None  # "Spending will be $17 million, against revenue of $15 million"
        return next(iter(alike or levels), None)
    return next(iter(levels), None)


LEFT_OUT = Pattern(rf", (?:after|before|excluding|including|despite|net of) {WORDS}{{0,4}}{HEDGE}$")
BEHIND_ASIDE = Pattern(r"[^,;]{1,40}, (?:up |down )?from\b")
"""What a level leaves out stands between it and the old one ("to $44, after a $1 gain, from $35 million")."""
WHICH = Pattern(rf" (?:which|that) {WORDS}{{1,4}}from {HEDGE}$")
"""Before an old value that is told of the last figure ("an estimate of $9 million that it raised from")."""


def _new_behind(placed: Sequence[Placed], at: int) -> Placed | None:
    """The level that "to" leads to ("from $5 million to $6 million")."""
    following = next((p for p in placed[at + 1 : at + NEARBY] if p.role not in (Role.PER, Role.TWIN)), None)
    by = placed[at].rule == "link.old_replaced" and WITH.match(following.lead) if following else None
    if following is None or not (by or TO.search(following.lead)):
        return None
    if ANOTHER_CLAUSE.search(following.lead) is not None:
        return None  # "to four from nine and cutting staff to 125"
    units = {following.figure.unit, placed[at].figure.unit} - {None}
    if placed[at].figure.kind == Kind.COUNT and len(units) > 1:
        return None  # "from 214 warehouses to 9 million customers"
    return following if comparable(following.figure, placed[at].figure) else None


def _like_before(placed: Sequence[Placed], item: Placed, taken: set[str]) -> Placed | None:
    """The level of the new values that an amount beside the old value belongs to."""
    for p in placed:
        new = p.role == Role.LEVEL and p.figure.id not in taken
        if new and comparable(p.figure, item.figure) and alike(p, item):
            return p
    return None
