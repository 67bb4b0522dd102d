"""Whether a figure keeps the subject of the one before it in its sentence."""

from __future__ import annotations

from parsers.context.draft import rule_of
from parsers.context.rows.clauses import SAID, left_aside
from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import Found
from parsers.context.subject.beside import HAS_RULE
from parsers.context.subject.carried import of_the_whole
from parsers.context.subject.many import is_many_acting, many_between
from parsers.context.subject.owner import INHERITS
from parsers.context.subject.places import is_of_economies
from parsers.context.subject.segments import is_gauge, next_segment
from parsers.context.subject.sites import site_told
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Evidence, Figure, Kind, Phrase

NEW_CLAUSE = Pattern(r"[NPKkIZ].*[VBHAWXmS]|(?<![nfo])L[VBHAWXm]|[;c]D?L,|;nD?L[xMG]|S|[,;&c][NZ]M?Uq*\Z")


def inherited(row: Row, figure: Figure, place: int, before: Figure | None, topic: Topic) -> Found | None:
    """The subject of the figure before it, where nothing between the two names another."""
    if before is None or before.subject is None:
        return None
    seen = next((e for e in reversed(before.evidence) if e.field == "subject"), None)
    gauge = figure.metric is not None and figure.metric.start > before.end and is_gauge(figure.metric)
    if gauge or _counts_others(before, figure, seen) or _acts_itself(row, figure, place, before):
        return None
    shown = Phrase(seen.start, seen.end, row.text[seen.start : seen.end]) if seen else None
    found = Found(before.subject, "subject.continued", shown)
    whole = _whole_beside_a_part(row, figure, before, topic) or _beside_a_segment(row, place, before, topic)
    if whole is not None:
        return whole
    if seen is not None and (after := next_segment(row, figure, place, before, seen.rule)) is not None:
        return after
    if seen is not None and (
        seen.rule == "subject.size" or (seen.rule == "subject.of_many" and figure.kind == Kind.COUNT)
    ):
        return (
            None  # "Halden's share of the $5 billion market is 5%", "60% of voters in a poll of 900 adults"
        )
    if seen is not None and seen.rule == "subject.each":
        apart = NEXT_CLAUSE.search(row.tags, row.places.get(before.id, place) + 1, place) is not None
        return _other(row, place, before.subject) or (None if apart else found)
    last = row.places.get(before.id, place)
    between = row.tags[last + 1 : place]
    told = SAID.search(between) if "S" in between else None
    if told is not None:
        between = between[: told.start()] + between[told.end() :]
    if seen is not None and (seen.rule == HAS_RULE or acts_on(figure, seen, before, between)):
        return None
    if figure.metric is not None and figure.metric.start > before.end and _turns(row, figure, before, last):
        return None
    many = figure.kind == Kind.COUNT and many_between(row, last, place)
    if many or _tells_of_a_site(row, last, place):
        return None
    rule = rule_of(figure, "metric")
    if rule in INHERITS and not (rule == "metric.own_change" and NEW_CLAUSE.search(between)):
        return found
    return found if not NEW_CLAUSE.search(between) and not left_aside(row.tags, last, place) else None


NEXT_CLAUSE = Pattern(r"c[MG][tnof]D?[LN]")
"""Behind the last of several told in turn: what others have ("while shipments to China and India fell")."""


def _acts_itself(row: Row, figure: Figure, place: int, before: Figure) -> bool:
    """Whether who multiplies something is named right before it ("while China's Orlin tripled its sales")."""
    last = row.places.get(before.id, place) + 1
    parted = ";" in row.tags[last:place] or "c" in row.tags[last:place]
    if figure.kind is Kind.PERCENT and parted and MOVES_ITSELF.search(row.tags, last, place) is not None:
        return True  # "Nissan shares fell 2%, while Orlin dropped 3%"
    if figure.kind != Kind.MULTIPLE or not figure.text.endswith("ed"):
        return False
    return HIMSELF.search(row.tags, row.places.get(before.id, place) + 1, place) is not None


MOVES_ITSELF = Pattern(r"(?r)[;c](?:L'|D)?x?Nd?Vd?q*\Z")
HIMSELF = Pattern(r"(?r)[;c,&](?:L'|D)?x?[NKI][dqA]*\Z")


def _turns(row: Row, figure: Figure, before: Figure, last: int) -> bool:
    """Whether a figure with a metric of its own is not that of what the one before it, at ``last``, is of."""
    place = row.places.get(figure.id, last)
    thing = rule_of(before, "subject") == "subject.words"
    if thing and (
        is_of_economies(figure)
        or group_of(figure) in ("employees", "employment")
        or ";" in row.tags[last + 1 : place]
        or before.subject == before.metric
    ):
        return True  # "Employers added 9,000 jobs, and the unemployment rate fell"
    many = MANY_ACT.search(row.tags, last + 1, place)
    return many is not None and is_many_acting(row, many.start("who"))  # "and the buyers had offered"


def _tells_of_a_site(row: Row, last: int, place: int) -> bool:
    """Whether between two figures a mill is named of which is told ("$9 million for a mill, which has")."""
    at = row.tags.find("r", last + 1, place)
    return at > 0 and row.tags[at + 1 : at + 2] in tuple("BHVWAm") and site_told(row, at) is not None


MANY_ACT = Pattern(r"[&;c]D[xM]{0,2}(?P<who>x)(?=[dA]?[VBHWm])")


def _counts_others(before: Figure, figure: Figure, seen: Evidence | None) -> bool:
    """Whether the figure before an amount only counts many ("in a poll of 8 analysts and a profit of")."""
    acts = seen is not None and seen.rule == "subject.of_many"  # "Four of the banks were fined"
    return (
        not acts
        and before.kind == Kind.COUNT
        and before.subject == before.metric
        and figure.kind == Kind.MONEY
    )


def _whole_beside_a_part(row: Row, figure: Figure, before: Figure, topic: Topic) -> Found | None:
    """The company, where what all its parts have stands behind what one has ("while overall sales rose")."""
    own = before.subject.text.split()[-1].lower() if before.subject is not None else ""
    own_metric = figure.metric is not None and figure.metric.end <= figure.start  # not "12% of total sales"
    return of_the_whole(row, figure, topic) if own_metric and own in known("parties.unit") else None


def _beside_a_segment(row: Row, place: int, before: Figure, topic: Topic) -> Found | None:
    """The company, where a clause turns from one of its segments to another ("while trauma fell 3%")."""
    company = topic.company or topic.main
    own = before.subject
    if company is None or own is None or own.text.startswith(company.text.split()[0]):
        return None
    segment = own.text.split()[-1].lower() in known("parties.unit") or own.text in known("parties.sector")
    hit = SEGMENT.search(row.tags, row.places.get(before.id, place) + 1, place) if segment else None
    if hit is None:
        return None
    if hit["verb"] is None and row.words[hit.start("np")].key.capitalize() not in known("parties.sector"):
        return None
    return Found(company, "subject.carried")


SEGMENT = Pattern(r"(?r)(?:[c;]|,&?|&)D?(?P<np>x{1,3})(?:,r[^;]{1,12},)?(?P<verb>d?[VBHm][dDqtp]{0,3})?\Z")
"""A clause of another segment ("while trauma, which it will sell, shrank"; ", radio $5 million")."""


def _other(row: Row, place: int, first: Phrase) -> Found | None:
    """The second of two names, for the second of two figures."""
    at = word_at(row, first.start)
    if at is None or PAIRED_SECOND.search(row.tags[max(0, place - 8) : place]) is None:
        return None
    return Found(row.phrase(at + 2, at + 2), "subject.each") if row.tags[at + 1 : at + 2] == "&" else None


PAIRED_FIRST = Pattern(r"q*(?:o?[xM]{0,2})&q*F")
PAIRED_SECOND = Pattern(r"(?r)F(?:o?[xM]{0,2})&q*\Z")


def one_of(row: Row, place: int, found: Found) -> Found:
    """Of two names as one subject, the one that a figure of two belongs to."""
    at = word_at(row, found.phrase.start)
    if (
        at is not None
        and row.tags[max(0, at - 2) : at + 1] == "Z&Z"
        and PAIRED_FIRST.match(row.tags, place + 1)
    ):
        return Found(row.phrase(at - 2, at - 2), "subject.each")  # "the Dow and the Nasdaq rose 2% and 3%"
    if at is not None and row.tags[max(0, at - 2) : at + 2] == "N&N,":
        first = (
            PAIRED_FIRST.match(row.tags, place + 1) is not None
        )  # "Calder and Vega, both old, hold 9% and 7%"
        return Found(row.phrase(at - 2, at - 2), "subject.each") if first else found
    if at is None or row.tags[at : at + 3] not in ("N&N", "P&P") or row.words[at + 2].end != found.phrase.end:
        return found
    if PAIRED_SECOND.search(row.tags[max(0, place - 8) : place]):
        return Found(row.phrase(at + 2, at + 2), "subject.each")
    if PAIRED_FIRST.match(row.tags, place + 1):
        return Found(row.phrase(at, at), "subject.each")
    return found


ANOTHER_VERB = Pattern(r",?&d?[XHW]")
NEXT_VERB = Pattern(r"^,[dT]?[HWm]q*\Z")
AT_A_PLACE = ("subject.of", "subject.each_at")


def acts_on(figure: Figure, seen: Evidence, before: Figure, between: str) -> bool:
    """Whether who acts in a clause goes on to act ("will cut 300 jobs at the mine and expects sales of").

    ``seen`` says whose the figure ``before`` was, ``between`` are the tags of the words between the two.
    """
    own = figure.metric is not None and figure.metric.start > before.end
    kin = seen.rule == "subject.of"
    if own and kin and NEXT_VERB.match(between) is not None:
        return True  # "The chain, controlled by the Halden family with 61%, runs"
    return own and seen.rule in AT_A_PLACE and ANOTHER_VERB.search(between) is not None
