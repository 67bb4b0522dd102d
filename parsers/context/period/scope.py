"""Which time of a sentence dates a figure: the one behind it, the one before it, and which reach it not."""

from __future__ import annotations

from parsers.context.period.apart import ends_clause, is_still_to_come
from parsers.context.period.asides import is_aside, is_told_aside
from parsers.context.period.instead import instead_of
from parsers.context.period.isold import belongs_to_old, is_old, more_than
from parsers.context.period.ofnext import is_of_what_follows
from parsers.context.period.others import (
    is_by_the_way,
    is_made_known,
    is_of_a_clause_before,
    is_of_other,
    is_of_the_most,
    is_only_beside,
    leads_on,
)
from parsers.context.period.reach import ends_reach
from parsers.context.period.since import since_aside, since_before
from parsers.context.period.stood import TERMS, stood_on, stood_then
from parsers.context.period.times import COMPARED, DAYS, PERIODS, Given, moment_at
from parsers.context.period.told import clause_of
from parsers.context.period.trading import PRICES, family_of
from parsers.context.period.turns import in_turn
from parsers.context.period.usable import is_span_ahead, usable
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Direction, Figure, Kind, Moment, Status
from parsers.quick import Quick


def stated_after(row: Row, figure: Figure, place: int) -> Given | None:
    """A time behind the figure in its clause, before any old value."""
    if (clause := clause_of(row, figure, place)) is not None:
        return clause.given
    taken = _taken_from(row, place) or _against_the_year_before(row, place)
    taken = taken or in_turn(row, place) or _of_both(row, figure, place)
    if taken is not None:
        return Given(taken, "period.stated")
    twin = TWIN.match(row.tags, place + 1) or OR_TWIN.match(row.tags, place + 1)
    aside = is_told_aside(row, place)
    for at in range(twin.end() if twin else place + 1, min(len(row.tags), place + 24)):
        tag = row.tags[at]
        if ends_reach(row, place, at, aside):
            return None
        if tag == "T" and (
            leads_on(row, at) or is_of_other(row, place, at) or is_of_what_follows(row, place, at)
        ):
            return None
        within = row.tags[at - 2 : at] == "To"
        if tag == "T" and not within and (_is_its_own(row, place, at) or not belongs_to_old(row, at)):
            if stood_on(row, figure, place, at) and (day := moment_at(row, at)) is not None:
                return Given(day, "period.stated")
            near = at <= place + 3 or "," not in row.tags[place:at] or since_aside(row, at)
            moment = usable(row, at, near=near)
            if moment is None or (is_span_ahead(moment, figure) and at > place + 1):
                continue
            if is_made_known(row, place, moment) or _is_of_results(row, figure, place, at, moment):
                continue
            over = not OVER.isdisjoint(key.split()[-1] for key in row.keys[place + 1 : at])
            if over and EARLIER.search(moment.text):
                return None  # "a gain of 9% over sales a year earlier"
            if row.keys[at - 1] != "since":
                return Given(moment, "period.stated")
            return None if _is_only_since(row, figure, place, at) else Given(moment, "period.since")
    return None


def _is_only_since(row: Row, figure: Figure, place: int, at: int) -> bool:
    """Whether a time only tells since when nothing was as high, or since when something has been so much."""
    if any(key.endswith("est") for key in row.keys[place + 1 : at]):
        return True  # "rose by 0.5% to its highest reading since 2019"
    has = not {"has", "have"}.isdisjoint(row.keys[max(0, place - 12) : place])
    return figure.kind == Kind.MONEY and figure.direction == Direction.NONE and not has


def _is_of_results(row: Row, figure: Figure, place: int, at: int, moment: Moment) -> bool:
    """Whether a quarter behind a share's move is that of the results that moved it ("on a report for")."""
    if family_of(figure) not in PRICES or moment.granularity not in ("quarter", "half", "year"):
        return False
    told = row.keys[place + 1 : at]
    return "results" in told or not known("contextwords.survey contextwords.outlooks").isdisjoint(told)


def _taken_from(row: Row, place: int) -> Moment | None:
    """The time of results that an amount is taken from ("would shave 35 cents from 1991 earnings")."""
    out_of = OUT_OF.match(row.tags, place + 1)
    return moment_at(row, out_of.end() - 2) if out_of is not None else None


def _against_the_year_before(row: Row, place: int) -> Moment | None:
    """The time behind the one it is compared with ("rose 5% from a year earlier in the second quarter")."""
    hit = FROM_OLD_IN.match(row.tags, place + 1)
    old = moment_at(row, hit.start("old")) if hit is not None else None
    if hit is None or old is None or EARLIER.search(old.text) is None:
        return None
    return usable(row, hit.end() - 1, near=True)


FROM_OLD_IN = Quick(r"Q?[fpq](?P<old>T)n(?:D|i)?T")


def _of_both(row: Row, figure: Figure, place: int) -> Moment | None:
    """The time behind the older of two outlooks, which both are for ("cut to 1.8% from 2% this year")."""
    told = INSTEAD.match(row.tags, place + 1)
    if told is not None and row.keys[place + 1] in known("contextwords.in_place_of"):
        return usable(row, told.end() - 1, near=True)
    hit = BOTH.match(row.tags, place + 1) if figure.status != Status.REPORTED else None
    if hit is None or not row.keys[hit.end() - 1].startswith(("this ", "next ")):
        return None
    if known("contextwords.outlooks").isdisjoint(row.keys[max(0, place - 8) : place]):
        return None  # "Exports should rise to 9 million from 8 million this year"
    return usable(row, hit.end() - 1, near=True)


BOTH = Pattern(r"fq*FT")
INSTEAD = Pattern(r"vq*F[np]?D?T")
"""Behind a value: what was thought before, and the time of both ("2% instead of 3% in 2026")."""
EARLIER = Pattern(r"\b(?:earlier|ago|before)$")
OVER = frozenset(("over", "above", "below", "than"))


def _is_its_own(row: Row, place: int, at: int) -> bool:
    """Whether a time stands right behind a figure ("$5 million of August 1988")."""
    if row.tags[place + 1 : at] in ("n", "o") and row.tags[place - 1] == "f" and not is_old(row, place):
        return True  # "The pace slowed from 2.2 percent in May"
    between = row.tags[place + 1 : at]
    reached = between in ("n", "nD") and row.tags[place - 1] in "t&"
    reached = reached or (
        between == "n" and SECOND_OLD.search(row.tags, max(0, place - 24), place) is not None
    )
    return reached or (at == place + 1 and not more_than(row, at)) or row.tags[place + 1 : at] == "o"


SECOND_OLD = Pattern(r"(?r)T,(?:[UC])?[fv](?:[xMG]{1,3}o)?q*F[,&]{1,2}(?:[xMG]{1,3}o)?q*\Z")
"""Before the last of several old values, behind which their time is ("up from sales of $6 million and")."""
TWIN = Quick(r"\([^()]{0,4}F[^()]{0,4}\)")
OR_TWIN = Pattern(r",&q*FQ,&(?=[xMG]{0,3}[MG]oq*F)")
"""Behind a result: what it is a share, before sales of its time ("or 30 cents a share, and sales of")."""
OUT_OF = Quick(r"Q?fTM")
"""Behind what something takes off the results of a time ("would shave 35 cents from 1991 earnings")."""


def stated_before(row: Row, figure: Figure, place: int) -> Given | None:
    """A time before the figure in its clause, that no old value has."""
    ahead = figure.status != Status.REPORTED
    if (since := since_before(row, place)) is not None:
        return Given(since, "period.since")
    for at in range(place - 1, max(-1, place - 40), -1):
        tag = row.tags[at]
        if ends_clause(row, at):
            return None
        if tag == "T" and row.tags[max(0, at - 2) : at] != "To" and not _is_of_old(row, at, place):
            if is_of_a_clause_before(row, at, place):
                continue
            if OWNS_ANOTHER.match(row.tags, at + 1, place) or IN_BRACKETS.match(row.tags, at + 1, place):
                continue
            if stood_then(row, figure, at, place):
                then = moment_at(row, at)
                return Given(then, "period.stated") if then is not None else None
            moment = (
                _ended_by(row, at) or usable(row, at, near=at == place - 1) or _of_what_came(row, at, place)
            )
            if is_only_beside(row, figure, moment, at, place):
                return None
            aside = is_aside(row, at, moment, place) or is_still_to_come(row, figure, at, place)
            aside = aside or (ahead and AND_SAID.search(row.tags[at:place]) is not None)
            before_it = ahead and _is_before_it(row, at, moment)
            said = WHEN_SAID.match(row.tags[at + 1 : place]) is not None
            aside = aside or (said and row.keys[at - 1 : at] not in LEADS)  # "For May it is projecting $3"
            aside = aside or is_by_the_way(row, at) or _dates_a_figure(row, at) or is_of_the_most(row, at)
            aside = aside or _is_of_another(row, at, moment, figure)
            if moment is not None and not aside and not (before_it and AHEAD.search(row.tags[at:place])):
                other = instead_of(row, at, moment)
                return Given(other or moment, "period.stated")
    return None


def _is_before_it(row: Row, at: int, moment: Moment | None) -> bool:
    """Whether a time may only be that of what is told before something is foreseen."""
    front = FRONT.search(row.tags[max(0, at - 4) : at]) and not _is_of_saying(row, at, moment)
    if not (at > 3 or "S" in row.tags[:at]) or front:
        return False
    lead = at - 1 - (row.tags[at - 1] == "i")  # "guidance for its first quarter, saying it expects"
    if row.keys[lead] == "for" and row.tags[lead - 1] in "xMG":
        return False
    if SUBJECT.search(row.tags[max(0, at - 2) : at + 2]) is not None or _of_an_outlook(row, at):
        return False
    whose = moment is not None and ("-" in moment.text or row.keys[at - 1] == "that")
    attributive = whose and RESULT.match(row.tags, at + 1) is not None  # "that full year profits would"
    attributive = attributive or OWN_PLAN.match(row.tags, at - 1) is not None
    return not attributive and WHEN.match(row.tags[:at]) is None


def _is_of_old(row: Row, at: int, place: int) -> bool:
    """Whether a time is that of an old value, and not what owns the figure ("on last year's $5 million")."""
    when = at + 1 + (row.tags[at + 1] == ",")
    if row.tags[when] == "c" and row.keys[when] == "when":
        return False
    leads = at == 1 and row.tags[0] != "v" and row.tags[when - 1 : when] == ","  # "From May 1, it will pay"
    return not leads and OWNS_IT.match(row.tags[at + 1 : place]) is None and belongs_to_old(row, at)


OWNS_IT = Pattern(r"(?:'[xM]?|[xMG]{1,2}o)q*\Z")
"""Between a time and the figure that it owns ("than July's revised $8 billion", "a May average of $8")."""


OWNS_ANOTHER = Pattern(r"'[xMG]{0,3}q*F[^;]*&[^;]*[VHWBqfpv][^;]*\Z")
"""Behind the time of another figure ("below 2003's $784 million and analysts' hopes of $374 million")."""


def _ended_by(row: Row, at: int) -> Moment | None:
    """The months that end with a time which is told right behind them ("the year ending in August")."""
    end = moment_at(row, at)
    first = row.tags.rfind("T", max(0, at - 4), at)
    whole = moment_at(row, first) if end is not None and first >= 0 else None
    if whole is None or end is None or not whole.rule.startswith("reporting"):
        return None
    return whole if whole.anchor == end.id else None


IN_BRACKETS = Quick(r"[^()]{0,3}F[^()]*\)")
"""Behind the time of an amount in brackets that are closed again ("$9 million (2015: $8 million)")."""


def _of_what_came(row: Row, at: int, place: int) -> Moment | None:
    """The time of results after which something happened ("after third-quarter output rose 11%")."""
    if row.words[at - 1].key not in ("after", "before") or ROSE.match(row.tags, at + 1, place) is None:
        return None
    moment = moment_at(row, at)
    return moment if moment is not None and "-" in moment.text else None


LEADS = (("for",), ("from",))
"""What leads to the time of what is said, and not to when it was."""
ROSE = Pattern(r"[xMGZC]{1,4}(?:[po][DiKNkMx]{1,3})?d?(?:[VBHm](?:[taq]|F[ta])*|q*(?:Ftq*)?)\Z")
WHEN_SAID = Pattern(r",?[INR](?:Hd?|B)[SX][^F;,]{0,6}\Z")
"""Between a time and what was said or foreseen then ("in July he had said $3")."""


def _is_of_saying(row: Row, at: int, moment: Moment | None) -> bool:
    """Whether a month or a day is when something was said ("It said in October it would")."""
    days = moment is not None and moment.granularity in (*DAYS, "week", "month")
    return days and row.tags[max(0, at - 2) : at - 1] == "S"


def _dates_a_figure(row: Row, at: int) -> bool:
    """Whether a time of comparison belongs to the figure right before it ("the $9 million a year before")."""
    near = row.keys[max(0, at - 8) : at]
    came_after = (
        AFTER_A.search(row.tags, max(0, at - 8), at) if "after" in near or "following" in near else None
    )
    if came_after is not None and row.keys[came_after.start("lead")] in ("after", "following"):
        return True  # "static in May following a 0.4% fall in April, making it $9"
    if DATED.search(row.tags[max(0, at - 3) : at]) is None or at == len(row.tags) - 1:
        return False
    if ENDS.search(row.tags[:at]) and any("yield" in key for key in row.keys[max(0, at - 12) : at]):
        return True
    return COMPARED.search(row.words[at].key) is not None and not row.words[at].key.startswith("next")


AFTER_A = Pattern(r"(?r)(?P<lead>p)Dq*F[CGMV]{0,2}n\Z")
ENDS = Pattern(r"(?r)(?:f|fFnTt)q*Fn\Z")
DATED = Pattern(r"(?r)F[QU]?[onp]?\Z")


def _is_of_another(row: Row, at: int, moment: Moment | None, figure: Figure) -> bool:
    """Whether a time is only that of results, and the figure of terms ("third-quarter net ... dividend")."""
    if moment is None or moment.granularity not in PERIODS or "-" not in moment.text:
        return False
    own = (
        figure.metric is not None
        and row.words[at + 1 : at + 2]
        and row.words[at + 1].start == figure.metric.start
    )
    return family_of(figure) in TERMS and RESULT.match(row.tags, at + 1) is not None and not own


def _of_an_outlook(row: Row, at: int) -> bool:
    """Whether a time is that of a forecast ("cut his 2025 oil forecast to $70")."""
    hit = OUTLOOK.match(row.tags, at + 1)
    return hit is not None and row.words[hit.end() - 1].key.split()[-1] in known("contextwords.outlooks")


OUTLOOK = Pattern(r"[xNZLMG]{0,3}[XM]")
WHEN = Pattern(r"c[INDKkx]{1,3}[VWHm][^,]{0,4}\Z")
"""Before the time of a clause that says when a plan is carried out ("When it opens in 2028, ...")."""
OWN_PLAN = Pattern(r"iT[xMGk]{1,3}A")
"""What will be of somebody's year ("its 2026 deliveries would come in at")."""
RESULT = Pattern(r"[xMGk]{0,3}[MG]")
AHEAD = Pattern(r"[XAS]")
SUBJECT = Pattern(r"[MGC][np]?TA")
"""A time that is part of what is to come: "sales this year will", "sales in the latest period will"."""
AND_SAID = Pattern(r"&d?S")
FRONT = Pattern(r"(?r)(?:(?:^|[,;SDc\"])[pna]D?|[;c\"]|SD)\Z")
"""Before a time that opens a clause ("that by 1992")."""
