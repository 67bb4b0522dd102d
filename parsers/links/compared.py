"""Old values whose new ones stand in a sentence before: "That compares with $5 million a year ago"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.links.become import goes_to
from parsers.links.comparing import FEW_TIMES, MANY_TIMES, alike, are_anothers, comparable, of_one_unit
from parsers.links.leadrules import Role
from parsers.links.measures import fits
from parsers.links.olds import BESIDE, LOOKED_BACK
from parsers.links.pieces import HEDGE, TIME_OWNS, WORDS
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import AGO, Line
from parsers.links.worded import Worded
from parsers.model import Direction, Kind, Link, LinkKind, Span, Status

COMPARES = Worded(
    rf"(?i)^\W*(?:<<linkwords.compares>>) {WORDS}{{0,6}}$"
    r"|^\W*(?:it|that|this) (?:beats?|topped|tops|surpassed|surpasses|exceeds|exceeded|eclipsed) "
    rf"{TIME_OWNS} (?:[\p{{L}}-]++ ){{0,4}}?(?:of )?{HEDGE}$"
    rf"|^\W*(?:<<linkwords.ago>>),? (?:it|they|that|the (?:figure|rate|total)) (?:was|were|stood at) {HEDGE}$"
)
OF_ANALYSTS = Pattern(r"(?i)\b(?:analysts?|economists|consensus|estimates?|wall street)\b")
# An old value alone in its sentence says that something moved, or is compared outright.
MOVED = Worded(
    rf"(?:<<directions.act|directions.verb|directions.before>>)"
    rf"(?: last \p{{L}}++| yesterday| \p{{Lu}}\p{{Ll}}++day| [\p{{Ll}}-]++(?<=ly|fold))? from {WORDS}{{0,5}}$"
    rf"|\b(?:<<directions.act>>) (?:its|their|his|her|the) {WORDS}{{1,4}}from {HEDGE}$"
    rf"|\b(?!from )(?:<<linkwords.against>>) {WORDS}{{0,8}}$"
)


def olds_across(lines: Sequence[Line], at: int, known: Sequence[Link]) -> Iterator[Link]:
    """The old values of a sentence whose new ones stand in a sentence before it."""
    line = lines[at]
    before = [earlier for earlier in lines[max(0, at - LOOKED_BACK) : at] if line.follows(earlier)]
    if not before:
        return
    yield from (*_slowed(line, before[-1]), *goes_to(line, before[-1]))
    linked = {f for link in known if link.kind in (LinkKind.FROM_TO, LinkKind.CHANGE) for f in link.figures}
    news = {link.figures[1] for link in known if link.kind == LinkKind.FROM_TO}
    compares = _compares(line)
    ago = not compares and not any(p.role in (Role.OLD, Role.PART) for p in line.placed) and line.tells(AGO)
    known_one: Placed | None = None
    for item in line.placed[:NEARBY]:
        first = item is line.placed[0]
        free = item.role == Role.OLD and item.figure.id not in linked
        times = free and _has_multiplied(line.placed, item)
        fell = free and _has_fallen_from(line.placed, item)
        sized = free and first and SIZE.match(item.lead) is not None
        analysts = " from " not in item.lead and OF_ANALYSTS.search(item.lead) is not None
        free = free and not analysts and not (FORTH.search(line.placed[0].lead) and _is_elsewhere(line, item))
        old = sized or times or fell or (free and MOVED.search(item.lead) is not None)
        times = times or (fell and IT_FELL.search(line.placed[0].lead) is not None)
        replaces = (free or item.role == Role.LEVEL) and REPLACES.search(item.lead) is not None
        if old or replaces or (compares and first):
            new = _new_earlier(before, item, news, anything=compares or replaces or times)
            new = new or (_sized(before, item) if old and first else None)
            new = new or (_moved_before(before[-1], item) if compares and first else None)
            if new is not None:
                yield join(LinkKind.FROM_TO, item, new, "link.old_across")
                known_one = new if compares else None
        elif (
            (ago or (compares and known_one is not None))
            and item.role == Role.LEVEL
            and item.figure.id not in linked
        ):
            beside = known_one is None or BESIDE.search(item.lead) is not None
            new = _new_earlier(before, item, news, anything=False) if beside else None
            if new is not None and (compares or line.a_year_after(new.figure, item.figure)):
                yield join(LinkKind.FROM_TO, item, new, "link.old_year_ago")
                known_one = new


def _compares(line: Line) -> bool:
    """Whether a sentence is one that compares with an older value, no other place's, nor an estimate."""
    lead = line.placed[0].lead
    told = COMPARES.search(lead) is not None and OF_ANALYSTS.search(lead) is None
    return told and not _is_elsewhere(line, line.placed[0])


IN_PLACE = Pattern(
    r" (?:(?:an?|per) \p{Ll}++ )?(?:in|for) (?:the )?(?P<place>\p{Lu}[\p{L}.]++(?: \p{Lu}\p{Ll}++)?)"
)


OF_RIVAL = Pattern(
    r"[^.;]{0,80}? (?:by|at|for) (?:its |the )?(?:[\p{L}.-]++ ){0,2}(?:rival|competitor|peer)s?\b"
)
"""Behind a value: that another had it ("That compares with 383 sales, notched up by U.S. rival Norvik")."""
FORTH = Pattern(r"^\W*(?:This|That|It) compares with ")


def _is_elsewhere(line: Line, item: Placed) -> bool:
    """Whether a figure is that of another place ("This compares with 59 litres in France")."""
    if OF_RIVAL.match(line.text, item.figure.end, line.span.end) is not None:
        return True
    hit = IN_PLACE.match(line.text, item.figure.end)
    return hit is not None and not known("parties.place").isdisjoint((hit["place"], hit["place"].split()[0]))


SLOWED_FROM = Pattern(
    r"^\W*(?:Hiring|Growth|Job growth|Job gains|Payroll growth|The (?:pace|increase|gain|growth|rate))"
    r"(?: of \p{L}++)? (?:slowed|decelerated|cooled|accelerated|eased|picked up|weakened"
    r"|quickened)(?: \p{L}++)? "
    rf"from {HEDGE}$"
)


def _slowed(line: Line, before: Line) -> Iterator[Link]:
    """The older pace of what the sentence before told first ("Hiring slowed from 79,000 in July")."""
    item, new = line.placed[0], before.placed[0]
    slowed = SLOWED_FROM.match(item.lead) is not None and line.follows(before)
    kinds = item.figure.kind == new.figure.kind and item.figure.kind in (Kind.COUNT, Kind.PERCENT)
    if slowed and kinds and new.role in (Role.LEVEL, Role.CHANGE):
        yield join(LinkKind.FROM_TO, item, new, "link.old_pace")


FROM_PACE = Pattern(
    r"(?: (?:in|during|for) (?:\p{Lu}\p{L}++\.?|(?:the )?(?:last|latest|first|second|third|fourth) \p{L}++)"
    rf"(?: (?:19|20)\d\d)?)?,? (?:up |down )?from {HEDGE}"
)
"""Between how much something rose and how much it had risen before ("rose 0.5% in January from 0.4%")."""


def paces_inside(line: Line) -> Iterator[Link]:
    """How much something had risen before, behind how much it rose ("0.5% in January from 0.4%")."""
    for new, old in pairwise(line.placed):
        a, b = new.figure, old.figure
        moves = a.direction != Direction.NONE and b.direction == Direction.NONE
        percents = a.kind == b.kind == Kind.PERCENT and a.value is not None and b.value is not None
        near = moves and percents and new.role == Role.CHANGE and old.role == Role.OLD
        if near and FROM_PACE.fullmatch(line.text, a.end, b.start) is not None:
            yield join(LinkKind.FROM_TO, old, new, "link.old_pace")


REPLACES = Pattern(rf"(?i)\breplac(?:es?|ed|ing) (?:an?|the|its) (?:\p{{Ll}}++ ){{0,3}}?{HEDGE}$")
"""Before an old programme ("The new program replaces a $1.5 billion authorization")."""


def _has_multiplied(placed: Sequence[Placed], item: Placed) -> bool:
    """Whether something became so many times an old value ("tripled from 8.5%", "That is twice the $5")."""
    at = placed.index(item)
    if not at or placed[at - 1].figure.kind != Kind.MULTIPLE:
        return False
    told = at == 1 and item.rule == "link.old_multiple" and THAT_IS.match(placed[0].lead) is not None
    return told or item.lead.strip() == "from"


def _has_fallen_from(placed: Sequence[Placed], item: Placed) -> bool:
    """Whether a change stands right before an old value, and no new one does ("They fell 4% from $9")."""
    at = placed.index(item)
    change = placed[at - 1] if at else None
    if change is None or change.role != Role.CHANGE or FROM_OLD.match(item.lead) is None:
        return False
    levels = (p.figure.kind for p in placed if p.role in (Role.LEVEL, Role.PART))
    return change.figure.direction != Direction.NONE and item.figure.kind not in levels


IT_FELL = Worded(
    r"(?i)^\W*(?:it|they|that|this|the (?:rate|figure|total|number|level))"
    rf"(?: (?:has|have|had|was|is|were))? (?:<<directions.verb|directions.before>>)(?: by)? {HEDGE}$"
)
"""Before a change of what the sentence before told."""
THAT_IS = Pattern(rf"(?i)^\W*(?:that|this|it|the \p{{L}}++) (?:is|was|would be) {HEDGE}$")
"""Before a multiple that tells of the sentence before."""


SIZE = Pattern(
    rf"^\W*(?:The|Its) (?:size|amount|offering|offer|issue|deal|sale|total|placement"
    rf"|order) (?:of {WORDS}{{1,4}})?"
    rf"(?:was|has been|had been) \p{{L}}++ from {WORDS}{{0,3}}{HEDGE}$"
)


def _sized(before: Sequence[Line], item: Placed) -> Placed | None:
    """The issue whose size changed, told in the sentence before: "The size was cut from $75 million"."""
    if SIZE.match(item.lead) is None:
        return None
    for earlier in reversed(before):
        levels = (p for p in earlier.placed[:NEARBY] if p.role == Role.LEVEL)
        alike = (p for p in levels if comparable(p.figure, item.figure, FEW_TIMES) and of_one_unit(p, item))
        if (new := next(alike, None)) is not None:
            return new
    return None


def _nearest(before: Sequence[Line], item: Placed, news: set[str]) -> Placed | None:
    """The nearest level of the sentence before that is of much the same size."""
    for p in reversed(before[-1].placed[-NEARBY:]):
        level = p.role == Role.LEVEL and p.figure.id not in news and p.figure.status != Status.ESTIMATE
        if level and comparable(p.figure, item.figure, FEW_TIMES):
            return p
    return None


def _new_earlier(before: Sequence[Line], item: Placed, news: set[str], *, anything: bool) -> Placed | None:
    """The level of the sentences before that measures the like; of ``anything`` comparable the nearest."""
    if anything and (near := _nearest(before, item, news)) is not None:
        return near
    moved = not anything and item.role == Role.OLD and " from " in item.lead
    limit = FEW_TIMES if moved and "fold" not in item.lead else MANY_TIMES  # "rose multi-fold from"
    for earlier in reversed(before):
        for p in earlier.placed[:NEARBY] if not anything else reversed(earlier.placed[-NEARBY:]):
            level = p.role == Role.LEVEL and p.figure.id not in news
            level = level and {p.figure.kind, item.figure.kind} != {Kind.RATIO, Kind.PERCENT}
            level = level and (anything or not are_anothers(p.figure, item.figure))
            each = p.figure.per == item.figure.per == "share" and moved
            if level and comparable(p.figure, item.figure, limit) and (anything or each or alike(p, item)):
                return p
    return None


def _moved_before(before: Line, item: Placed) -> Placed | None:
    """The change that an older one is set against ("Output rose 0.7%. That followed a 1.4% rise in May").

    Of several in a sentence nobody can tell which one is meant.
    """
    if item.figure.direction is Direction.NONE or item.figure.kind is not Kind.PERCENT:
        return None
    moved = [p for p in before.placed if p.role == Role.CHANGE and p.figure.kind is Kind.PERCENT]
    return moved[0] if len(moved) == 1 else None


def changes_across(line: Line, news: Sequence[Link], moved: Sequence[Link]) -> Iterator[Link]:
    """The change of an old value whose new one was told before ("It has been cut by a third from $9")."""
    by_id = {p.figure.id: p for p in line.placed}
    linked = {link.figures[0] for link in moved}
    for link in news:
        old = by_id.get(link.figures[0])
        at = line.placed.index(old) if old is not None else 0
        change = line.placed[at - 1] if at else None
        if old is None or change is None or FROM_OLD.match(old.lead) is None or change.figure.id in linked:
            continue
        moves = change.role == Role.CHANGE and change.figure.direction != Direction.NONE
        if moves and link.figures[1] not in by_id and fits(change.figure, old.figure):
            evidence = Span(min(link.evidence.start, change.figure.start), link.evidence.end)
            ids = (change.figure.id, link.figures[1])
            yield Link(kind=LinkKind.CHANGE, figures=ids, evidence=evidence, rule="link.change_across")


FROM_OLD = Pattern(rf"^ from (?:an? |the |its )?(?:\p{{L}}++ ){{0,3}}{HEDGE}$")
