"""What stands now, behind what was once: "A year ago we had 40 people; now we have 310"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.lazy import Pattern
from parsers.links.before import THEN_IT_WAS
from parsers.links.comparing import FEW_TIMES, comparable
from parsers.links.foreseen import HEDGE, WHO
from parsers.links.leadrules import Role
from parsers.links.placed import NEARBY, Placed, family, join
from parsers.links.rows import Line
from parsers.links.worded import Cued
from parsers.model import Kind, Link, LinkKind, Status

SOME = r"(?: (?!to )[\p{L}'\u2019-]{1,24}){0,4}?"
NOW = Cued(
    r"(?ri)(?:\A[^\w;,]*|[;,:\u2013\u2014.-] (?:(?:but|and|while) )?)"
    rf"(?:(?:now|today|currently|at present|nowadays|these days)(?:,? (?:it['\u2019]s|that['\u2019]s"
    rf"|{WHO}))?{SOME}"
    rf"|by (?:last |this )?\p{{L}}{{3,9}}(?: \d{{4}})?,? {WHO} had|(?:{WHO} )(?:(?:is|are|has"
    rf"|have) )?(?:now|today|currently){SOME}(?: to| at| for)?) {HEDGE}\Z",
    "now",
    "today",
    "currently",
    "at present",
    "these days",
    "by ",
)
"""Before what stands now, in a clause of its own."""
DOWN_TO = Pattern(
    r"(?: [\w'\u2019.]++){0,8}, (?:is|are|has|have)(?: now| since)? (?:(?:been )?\p{Ll}++ )?(?:to|at) "
    rf"{HEDGE}\Z"
)
"""Between what somebody had at a time put in, and what is left ("which had 58 in 1991, is down to 26")."""
HAD_PLANNED = Cued(
    r"(?ri)\bhad (?:been )?(?:planned|planning|expected|hoped|intended|meant|aimed|wanted) to \p{L}++ "
    rf"(?:as many as |another )?{HEDGE}\Z",
    "had ",
)
USED_TO = Cued(rf"(?ri)\bused to \p{{L}}++(?: \p{{L}}++){{0,3}} {HEDGE}\Z", "used to ")
WHICH_HAD = Pattern(
    r"(?r), (?:which|who|where it) (?:had |once )?"
    rf"(?:had|was|were|employed|operated|owned|ran|held|made|sold|cost) {HEDGE}\Z"
)
IN_ITS_TIME = Pattern(
    r"(?: [\p{L}'\u2019-]++){0,4} (?:in (?:the )?(?:\p{L}++ )?(?:19|20)\d\d"
    r"|an? \p{L}++ (?:ago|earlier|before)|\p{L}++ (?:years|months|weeks) (?:ago|earlier|before)"
    r"|last (?:year|month|spring|summer|fall|autumn|winter)|at (?:its|their) peak)\b"
)
"""Behind an old value: its time."""
HAD = Pattern(
    r"(?r)(?:\A\W*|[;,] (?:and |but )?)(?:\p{L}[\w'\u2019.&-]* ){1,5}?"
    rf"(?:had|was|were|stood at|employed|operated|owned|ran) {HEDGE}\Z"
)


def nows_inside(line: Line) -> Iterator[Link]:
    """The values of now whose old ones stand before them in the sentence."""
    for first, second in pairwise(line.placed):
        if not _can_have_become(first, second):
            continue
        gone = WHICH_HAD.search(first.lead) and DOWN_TO.match(second.lead)
        gone = gone and IN_ITS_TIME.match(line.text, first.figure.end)
        if gone or (NOW.search(second.lead) and _was_once(line.text, first)):
            yield join(LinkKind.FROM_TO, first, second, "link.old_now")


HAS = (
    r"(?:has|have|owns?|holds?|employs?|operates?|controls?|sells?|makes?|produces?|runs?|serves?|commands?|charges?"
    r"|pays?|gets?|is|are|accounts? for|stands? at)"
)
IT_NOW_HAS = Cued(
    r"(?ri)(?:\A[^\w;,]*|[;\u2013\u2014-] (?:but |and )?|, (?:but|and|while) )"
    rf"(?:(?:it|they|he|she|the \p{{Ll}}{{1,20}}) (?:now|currently|at present|today) {HAS}"
    rf"|(?:now|currently|at present|today),? (?:it|they|he|she|the \p{{Ll}}{{1,20}}) {HAS}) {HEDGE}\Z",
    "now",
    "currently",
    "at present",
    "today",
)
"""Before what stands now, behind what is to come ("will have 31 mills; it now has 21")."""


def stands_now(coming: Placed, now: Placed) -> bool:
    """Whether a figure tells what stands now of what another one says is to come."""
    if now.figure.status != Status.REPORTED or coming.figure.status == Status.REPORTED:
        return False
    if not coming.role == now.role == Role.LEVEL or IT_NOW_HAS.search(now.lead) is None:
        return False
    units = {coming.figure.unit, now.figure.unit} - {None}
    of = {family(coming.figure), family(now.figure)} - {None}
    like = len(units) == 1 and len(of) < 2
    return like and comparable(coming.figure, now.figure, FEW_TIMES)


def nows_across(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The value of now that begins a sentence, with the old one that the sentence before told."""
    line, before = lines[at], lines[at - 1]
    item = line.placed[0]
    if not line.follows(before) or item.role != Role.LEVEL or NOW.search(item.lead) is None:
        return
    if stands_now(before.placed[-1], item):
        yield join(LinkKind.FROM_TO, item, before.placed[-1], "link.old_now")
        return
    for old in reversed(before.placed[-NEARBY:]):
        if _can_have_become(old, item) and _was_once(line.text, old):
            yield join(LinkKind.FROM_TO, old, item, "link.old_now")
            return


def _was_once(text: str, old: Placed) -> bool:
    """Whether a value is told of a time gone by."""
    lead = old.lead
    if THEN_IT_WAS.search(lead) or USED_TO.search(lead) or HAD_PLANNED.search(lead):
        return True
    return bool(HAD.search(lead) or WHICH_HAD.search(lead)) and bool(IN_ITS_TIME.match(text, old.figure.end))


def _can_have_become(old: Placed, new: Placed) -> bool:
    """Whether one value can be what became of another: of the same things, and of now."""
    levels = old.role == new.role == Role.LEVEL
    levels = levels and (old.figure.status == Status.REPORTED or HAD_PLANNED.search(old.lead) is not None)
    units = {old.figure.unit, new.figure.unit} - {None}
    counted = Kind.COUNT in (old.figure.kind, new.figure.kind) and len(units) > 1
    bare = new.figure.kind == Kind.COUNT and new.figure.unit is None and old.figure.kind == Kind.DURATION
    bare = bare or old.figure.kind == new.figure.kind == Kind.DURATION
    return levels and not counted and (bare or comparable(old.figure, new.figure, FEW_TIMES * FEW_TIMES))
