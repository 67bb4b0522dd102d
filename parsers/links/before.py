"""Old values told in a clause or a sentence of their own: "In April it sold 850.", "; it was $22 before"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.comparing import FEW_TIMES, MANY_TIMES, called_alike, comparable
from parsers.links.foreseen import EVER, HEDGE, MONTH, WHO, was_foreseen
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES
from parsers.links.placed import NEARBY, Placed, family, join
from parsers.links.rows import Line
from parsers.links.worded import Cued, Worded
from parsers.model import Figure, Kind, Link, LinkKind, Status

LONG = dt.timedelta(days=400)
"""Results of a year long before are history, where nothing says that they are compared."""
SAME = (
    r"(?:same|like|comparable|corresponding|previous|prior|preceding|year-earlier|year-ago) "
    r"(?:\p{Ll}{1,20} )?(?:year|quarter|period|half|months?|week|stretch|time)"
    r"(?: (?:(?:of|in) )?(?:last year|\d{4}|a year (?:ago|earlier)))?"
)
THEN = (
    rf"(?:(?:(?:in|at|on|for|by|during) )?(?:the )?(?:<<linkwords.ago>>|{SAME}"
    r"|[\p{L}\d]{1,12} (?:years?|months?|weeks?|quarters?|days?) (?:ago|earlier|before)"
    r"|before (?:the |that )?[\p{L}-]{3,16}(?: \p{L}{3,12})?(?=,? (?:it|they|he|she|the)\b)"
    rf"|as recently as (?:{MONTH}|last \p{{L}}++|\d{{4}})"
    r"|this time (?:last year|a year ago)|(?:spring|summer|autumn|fall|winter)"
    rf"|(?:end|start|beginning) of (?:{MONTH}|the year|last year|\d{{4}}|the \p{{Ll}}++ quarter)"
    r"|last year['\u2019]s \p{Ll}++ (?:quarter|half)"
    r"|(?:previously|before that)(?=,? (?:it|they|he|she|the)\b)"
    r"|(?:first|second|third|fourth) (?:quarter|half)|last (?:year|month|quarter|week)"
    rf"|(?:year|month|quarter|week) before)|(?:in|on|at|for)"
    rf" (?:(?:early |late |mid-)?{MONTH}(?:,? \d{{4}})?|\d{{4}}))"
)
"""A time gone by, as it opens a clause."""
DID = (
    r"(?:changed hands (?:at|for)|(?:was|were) (?:selling|trading|going|quoted|priced) (?:at|for)"
    r"|(?:had )?(?:was|were|been|had|\p{Ll}{1,20}(?:ed|n)|made|sold|lost|held|paid|stood|had|cost|came)"
    r"(?: (?:at|to|of|by|out))?)"
)
OPENS = r"(?:\A\W*|[;,\u2013\u2014-]+ (?:(?:while|but|whereas|and|where) )?|\b(?:while|whereas) )"
THEN_IT_WAS = Worded(
    rf"(?ri){OPENS}{THEN},? (?:when [^,;]{{1,80}}, )?(?:{WHO} )?{DID} (?:an? \p{{Ll}}{{1,20}} of )?{HEDGE}\Z"
    rf"|; {THEN}, {HEDGE}\Z"
)
"""Before an old value whose time opens its clause ("; in April it sold 850")."""
IT_WAS = Pattern(
    r"(?r)(?:\A\W*(?:It|They|The (?:rate|figure|total|ratio|margin)|The (?:\p{Ll}++ )?\p{Ll}++, which)"
    r"|[;,] (?:(?:while|whereas|but|and) )?(?:it|they|the (?:rate|figure|total))) "
    r"(?:was|were|(?:was|were) trading at|traded at|stood at|had(?: been| stood at)?|employed|owned|operated"
    rf"|earned|lost) {HEDGE}\Z"
)
OLD_ONE = Pattern(
    r"(?ri)(?:\A\W*|[;,] (?:while |but |and )?)"
    r"(?:(?:the|its|their) (?:previous|prior|earlier|old|year-earlier|year-ago"
    rf"|(?:previous|preceding) \p{{Ll}}{{1,8}}['\u2019]s)"
    rf"|(?:the )?(?:(?:last|previous) (?:year|quarter|month|week)|{MONTH}|a year (?:ago|earlier))['\u2019]s"
    rf"|the {MONTH}) "
    r"(?:(?:reading|figure|number|level|rate|total|result|payout|dividend|price|profit|loss|deficit"
    r"|surplus|gap"
    r"|average|peak|high|low|offer|bid|margin|share|valuation)"
    rf" )(?:was|had been|stood at|came to) (?:an? \p{{Ll}}{{1,20}} of )?{HEDGE}\Z"
)
"""Before an old value that is called one ("The previous reading was 49")."""
WAS_THEN = Worded(
    rf"(?i)(?: an? \p{{L}}++)? (?:{THEN}"
    r"|(?:previously|earlier|before|beforehand|originally)\b(?! (?:the|its|it|this)))"
)
"""Behind an old value: its time ("; it was $22 before", "It was $8 billion in July")."""
HAD_BEEN = Cued(
    rf"(?r)(?:[,;] (?:where |which |while |but |and )?|\A\W*)(?:(?:{WHO} had"
    r"|whose (?:\p{Ll}{1,20} ){1,2}had|having) "
    r"(?:previously |until then )?"
    rf"(?:been|stood at|held|sold for|cost|paid|been (?:getting|paying|holding|at))) {HEDGE}\Z",
    "had",
    "having",
)
"""Before an old value in the pluperfect ("; Calder had held 14.9%")."""
WHEN_IT_WAS = Cued(
    rf"(?ri)\b(?:since|from|than|in|of) [^,;.]{{2,30}}, when (?:{WHO} )"
    r"(?:was|were|had|stood at|totaled|totalled|came to|peaked at|averaged|traded at|sold for"
    r"|closed at|changed hands at|employed|paid|made|earned|lost) "
    rf"{HEDGE}\Z",
    "when ",
)
"""Before an old value whose time a clause tells ("has slipped to 27% since 2019, when it stood at 34%")."""
HAD_MADE = Cued(
    rf"(?ri)(?:\A\W*|[;,] (?:where |while |but |and )?)(?:{WHO} had|having) "
    r"(?:made|earned|lost|posted|reported|recorded|booked|suffered) "
    rf"(?:an? (?:\p{{Ll}}++ ){{1,3}}of )?{HEDGE}\Z",
    "had",
    "having",
)
"""Before an old result whose time stands behind it ("; the airline had made $1.2 billion a year before")."""
AT_FIRST = Cued(
    r"(?ri)(?:\A\W*|[;,] (?:while |but |and )?)(?:originally|initially|at first|previously),? \Z",
    "originally",
    "initially",
    "at first",
    "previously",
)
PLANNED = Pattern(
    r"(?: (?:in|of) \p{L}++)? (?:had been|was|were) (?:planned|proposed|sought|offered|expected|announced)\b"
)
"""Around what was planned at first ("; originally $400 million had been planned")."""
YEAR = Pattern(r"\W*In \d{4}(?!,? (?:\p{L}++ ){1,3}(?:was|were|had been|stood at) )")
"""The year that begins a sentence is one of a story, unless the sentence only says what something was."""


def olds_apart(line: Line) -> Iterator[Link]:
    """The old values of a sentence that have a clause of their own beside that of the new one."""
    placed = line.placed
    for at in range(1, len(placed)):
        yield from _told(line, placed[max(0, at - NEARBY) : at], placed[at], FIGURE)


def olds_then(lines: Sequence[Line], at: int, known: Sequence[Link]) -> Iterator[Link]:
    """The old value that begins a sentence, with its new one in the sentence before."""
    line, before = lines[at], lines[at - 1]
    item = line.placed[0]
    if not line.follows(before):
        return
    for earlier in reversed(lines[max(0, at - 2) : at]):
        yield from _reported(line, earlier, item)
    since = item.role == Role.CHANGE and item.figure.kind in SHARES and len(line.placed) > 1
    if since and WHEN_IT_WAS.search(line.placed[1].lead) is not None:
        yield from _since(line, before, known)
        return
    if item.role == Role.OLD:
        return
    story = YEAR.match(item.lead) is not None
    linked = {f for link in known if link.kind == LinkKind.FROM_TO for f in link.figures}
    if item.figure.id not in linked:
        free = [p for p in before.placed[-NEARBY:] if p.figure.id not in linked]
        told = [p for p in free if not story or _is_next_year(line, p.figure, item.figure)]
        for link in _told(line, told, item):
            yield link
            yield from _also_then(line, told, link)


def _also_then(line: Line, before: Sequence[Placed], link: Link) -> Iterator[Link]:
    """A second old value behind the one that begins a sentence ("had been 9.6% in May and 12% in 2019")."""
    item = line.placed[1] if len(line.placed) > 1 else None
    if (
        item is None
        or item.role != Role.LEVEL
        or not comparable(line.placed[0].figure, item.figure, FEW_TIMES)
    ):
        return
    if AND_THEN.fullmatch(item.lead) is not None and WAS_THEN.match(line.text, item.figure.end) is not None:
        new = next(p for p in before if p.figure.id == link.figures[1])
        yield join(LinkKind.FROM_TO, item, new, link.rule)


AND_THEN = Worded(rf"(?i) {THEN},? and {HEDGE}")
"""Between two old values of which each has its time."""


def _since(line: Line, before: Line, known: Sequence[Link]) -> Iterator[Link]:
    """What something was as it began to change, and the change ("It has lost half since it stood at $9")."""
    change, old = line.placed[:2]
    news = {link.figures[1] for link in known if link.kind == LinkKind.FROM_TO}
    free = [p for p in before.placed[-NEARBY:] if p.figure.id not in news]
    for link in _told(line, free, old):
        yield link
        new = next(p for p in free if p.figure.id == link.figures[1])
        yield join(LinkKind.CHANGE, change, new, "link.change_since")


def _is_next_year(line: Line, new: Figure, old: Figure) -> bool:
    """Whether two figures are known to be of a year and the one before ("In 1989 it earned $9 million")."""
    dated = new.period is not None and old.period is not None and new.period != old.period
    return dated and line.a_year_after(new, old)


FIGURE = "0"
"""Stands for the figure before a lead that does not begin its sentence."""


def _told(line: Line, placed: Sequence[Placed], item: Placed, begins: str = "") -> Iterator[Link]:
    """The link of an old value with the nearest of the figures before it that it has become."""
    lead = begins + item.lead
    foreseen = was_foreseen(line.text, item, lead)
    lost = item.role == Role.CHANGE and lead.endswith(" lost ") and item.figure.kind == Kind.MONEY
    if not foreseen and not ((item.role == Role.LEVEL or lost) and _was(line.text, item, lead)):
        return
    rule = "link.old_foreseen" if foreseen else "link.old_before"
    for p in reversed(placed):
        if _becomes(p, item, foreseen=foreseen) and (foreseen or not _is_later(line, p, item)):
            yield join(LinkKind.FROM_TO, item, p, rule)
            return


REPORTED_AS = Pattern(
    rf"(?r)\A\W*(?:[^;,]{{0,40}} )?"
    rf"(?:had (?:{EVER} |first )?been (?:{EVER} |first )?|(?:was|were) (?:{EVER}|first) )"
    rf"(?:reported|estimated|put|given)(?: {EVER})? (?:as|at) (?:an? \p{{L}}++ of )?{HEDGE}\Z"
    rf"|\A\W*(?:The )?{MONTH}(?:['\u2019]s)? (?:\p{{Ll}}++ ){{1,3}}?(?:was|were"
    rf"|has been) (?:\p{{Ll}}++ )?revised "
    rf"(?:(?:up|down|upward|downward|higher|lower) )?from (?:an? \p{{L}}++ of )?{HEDGE}\Z"
)
"""Before a value that a sentence corrects ("January's decline had been reported as 0.8%")."""


def _reported(line: Line, before: Line, item: Placed) -> Iterator[Link]:
    """The value of the sentence before, of the same time, of which this one says how it was reported."""
    if item.figure.period is None or REPORTED_AS.search(item.lead) is None:
        return
    when = line.moments[item.figure.period]
    for p in before.placed[-NEARBY:]:
        then = line.moments.get(p.figure.period or "")
        same = then is not None and (then.first, then.last) == (when.first, when.last)
        if (
            same
            and p.role in (Role.LEVEL, Role.CHANGE, Role.OLD)
            and comparable(p.figure, item.figure, FEW_TIMES)
        ):
            yield join(LinkKind.FROM_TO, item, p, "link.old_reported")
            return


BOOKED = Pattern(
    r" (?:against|to) (?:[\p{L}'\u2019-]++ ){0,5}?"
    r"(?:earnings|income|profits?|results|reserves?|provisions?)\b"
)
"""Behind what was put to or taken from something once ("In May it charged $5 million against earnings")."""


def _was(text: str, item: Placed, lead: str) -> bool:
    """Whether a clause tells what was before."""
    if BOOKED.match(text, item.figure.end) is not None:
        return False
    if HAD_BEEN.search(lead) or THEN_IT_WAS.search(lead) or OLD_ONE.search(lead):
        return True
    if WHEN_IT_WAS.search(lead) is not None:
        return True
    if AT_FIRST.search(lead) is not None and PLANNED.match(text, item.figure.end) is not None:
        return True
    then = IT_WAS.search(lead) or HAD_MADE.search(lead)
    return then is not None and WAS_THEN.match(text, item.figure.end) is not None


WILL = Pattern(r"\b(?:will|would|plans?|planned|expects?|aims?|hopes?) (?:to )?(?:\p{L}++ ){1,4}$")


def _becomes(new: Placed, old: Placed, *, foreseen: bool) -> bool:
    """Whether a figure can be what an old value has become, or an old outlook."""
    changed = new.role == Role.CHANGE and foreseen and new.figure.kind == Kind.PERCENT
    share = new.role == Role.TWIN and new.figure.kind == old.figure.kind == Kind.PERCENT
    unit = new.role == Role.PER and new.figure.per is not None and new.figure.per == old.figure.per
    if new.role not in (Role.LEVEL, Role.PART) and not changed and not share and not unit:
        return False
    results = family(new.figure) == family(old.figure) == "profit"  # a loss may be many times a profit
    times = MANY_TIMES if results or HAD_MADE.search(old.lead) is not None else FEW_TIMES
    if not comparable(new.figure, old.figure, times) or not _is_like(new.figure, old):
        return False
    if new.figure.metric is not None and new.figure.metric.text.lower() in ("target", "goal", "limit"):
        return False  # "double the bank's 2% target; it was 2.5% in December"
    if foreseen:
        tellers = {new.figure.attribution, old.figure.attribution} - {None}
        coming = new.figure.status != Status.REPORTED or WILL.search(new.lead) is not None
        return coming and len(tellers) < 2
    # What is expected is set against what was only where both are called the same.
    same = new.figure.status == old.figure.status or family(new.figure) is None
    same = same or OLD_ONE.search("0" + old.lead) is not None
    return same or new.figure.metric_name == old.figure.metric_name


def _is_like(new: Figure, old: Placed) -> bool:
    """Whether two figures can measure the like: of one family, or the old one does not say what it is of."""
    own = old.figure.metric is not None and old.figure.metric.start >= old.figure.start - len(old.lead)
    counted = new.kind == old.figure.kind == Kind.COUNT and old.figure.unit in (None, new.unit)
    called = old.figure.metric is not None and old.figure.metric.text.lower() in (
        *("reading", "figure", "number", "average", "level", "rate", "ratio", "share", "proportion"),
    )
    alike = counted or called or not own or called_alike(new, old.figure)
    return alike or family(old.figure) in (family(new), "outlook")


def _is_later(line: Line, new: Placed, old: Placed) -> bool:
    """Whether the time of an old value is known to end behind that of the new one, or far before it."""
    late, early = (line.moments.get(p.figure.period or "") for p in (new, old))
    if late is None or early is None or late.last is None or early.last is None:
        return False
    long_ago = late.last - early.last > LONG and " ago" not in old.lead and " before" not in old.lead
    return early.last > late.last or long_ago
