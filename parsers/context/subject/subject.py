"""Whose figure it is: the owner beside the metric, the clause's subject, or who the text speaks of.

The text speaks of its `Topic`: the company whose sentence came last.  "The company", "it" and an
unsaid subject mean the topic; "the unit" means the last unit named; "Separately, X" or "At X"
changes the topic.  A person is a subject only of what a person can hold.
"""

from __future__ import annotations

from parsers.context.draft import fill, rule_of
from parsers.context.metric.contributed import given_at
from parsers.context.names.parties import Names
from parsers.context.rows.words import Row
from parsers.context.subject.actors import (
    Found,
    counted_actor,
)
from parsers.context.subject.adjective import named_before
from parsers.context.subject.agencies import agency_of
from parsers.context.subject.allshares import of_a_place, of_a_trade
from parsers.context.subject.apposed import apposed, which_many
from parsers.context.subject.around import named_behind
from parsers.context.subject.beside import among_many, part_of_many, told_of_by, who_earn
from parsers.context.subject.carried import (
    are_answers,
    are_nobodys,
    carried,
    has_its,
    land_in_metric,
    of_its_shares,
    of_the_whole,
    whose_stock,
)
from parsers.context.subject.contracts import dealt_in
from parsers.context.subject.deals import bought_for, raising, valued, valued_parts
from parsers.context.subject.eachof import each_of
from parsers.context.subject.gapped import thing_gapped
from parsers.context.subject.goods import in_stock, of_goods, of_goods_everywhere, of_visitors, priced_goods
from parsers.context.subject.homeland import at_home
from parsers.context.subject.inheriting import inherited, one_of
from parsers.context.subject.labelled import labelled
from parsers.context.subject.leading import in_brackets, leading
from parsers.context.subject.lengths import length_of, pointed_at
from parsers.context.subject.many import some_of_many
from parsers.context.subject.market import (
    aimed_at,
    breadth_of,
    in_land,
    is_equated,
    issued_by,
    moved_on,
    place_before,
    told_in_data,
    volume_of,
)
from parsers.context.subject.moneys import as_currency, currency_at_head, priced_in, yielded
from parsers.context.subject.of_unit import unit_beside
from parsers.context.subject.ofplaces import place_of
from parsers.context.subject.onward import of_prices, paid_to_holders
from parsers.context.subject.owner import is_taken, owner_of
from parsers.context.subject.places import led_by_place, of_world
from parsers.context.subject.referent import clause_subject, resolve
from parsers.context.subject.respective import each_listed, each_with, listed_mover, respective
from parsers.context.subject.seeing import seen_by
from parsers.context.subject.segments import (
    gauge_of,
    mover_of,
    of_segment,
    segment_of,
)
from parsers.context.subject.telling import home_of, of_land
from parsers.context.subject.things import thing_at_head
from parsers.context.subject.topic import Topic
from parsers.context.subject.trades import not_imported, sized, traded_by
from parsers.context.subject.unsaid import at_last
from parsers.lazy import Pattern
from parsers.metrics import group_family, group_of
from parsers.model import Evidence, Figure, Kind, Phrase
from parsers.quick import Quick


def told_elsewhere(row: Row, figure: Figure, whose: Phrase, names: Names, rule: str) -> Figure:
    """The figure with a party that another sentence has named: beside the same metric, or behind a lead."""
    return _with(figure, Found(whose, rule), row, names)


def subject_of(row: Row, figure: Figure, topic: Topic, names: Names, before: Figure | None) -> Figure:
    """The figure with its subject; ``before`` is the figure before it in the sentence, with its own."""
    place = row.places.get(figure.id)
    if place is None or (figure.metric is None and is_equated(row, place)):
        return figure
    behind = figure.metric is None or figure.metric.start >= figure.end
    if figure.kind in (Kind.RANK, Kind.DURATION) and behind:
        found = length_of(row, figure, place, topic) or clause_subject(row, place, topic)
        found = found or inherited(row, figure, place, before, topic) or pointed_at(row, figure, place, topic)
        return _with(figure, found, row, names) if found is not None else figure
    own = _told_here(row, figure, place, before, topic)
    found = own or of_its_shares(row, figure, names)
    found = found or each_of(row, figure, place, before) or breadth_of(row, figure, place, topic)
    found = found or place_before(row, figure, place, topic) or inherited(row, figure, place, before, topic)
    found = found or _less_near(row, figure, place, topic)
    found = not_imported(row, figure, found) if found is not None else None
    found = _not_itself(row, place, found, names)
    paid = group_family(figure.metric_name) == "payout" and topic.company is not None
    if paid and found is not None and found.phrase.text.lower() == "investors":
        found = carried(row, figure, topic)  # "Investors will get a dividend of 7p a share"
    if found is not None and has_its(row, place, found, topic):
        found = carried(row, figure, topic) or found
    if found is not None and found.rule == "subject.words" and found.phrase == figure.metric:
        found = carried(row, figure, topic) or (
            None if group_family(figure.metric_name) in COUNTED_OF else found
        )
    if found is None or found.rule == "subject.place":
        found = priced_in(row, figure, place, topic) or found
    if found is not None and found.rule == "subject.carried":
        found = thing_at_head(row, figure) or found
    found = of_prices(figure, paid_to_holders(figure, found), topic)
    found = as_currency(found, topic) if found is not None else home_of(row, figure, topic)
    found = seen_by(row, figure, place, found, topic, names) if found is not None else None
    found = of_land(row, figure, one_of(row, place, found), topic) if found is not None else None
    found = in_stock(row, figure, at_home(figure, found, topic, names) or of_goods(row, figure, place))
    found = priced_goods(row, figure, found)
    return figure if found is None else _with(figure, found, row, names)


def _told_here(row: Row, figure: Figure, place: int, before: Figure | None, topic: Topic) -> Found | None:
    """Whose a figure is by what stands at it: an owner, those counted, of whom a part is told."""
    if rule_of(figure, "metric") == "metric.contributed":
        return clause_subject(row, given_at(row, place) + 1, topic)
    counted = figure.kind == Kind.COUNT
    own = counted_actor(row, place) or some_of_many(row, place) if counted else valued(row, place, topic)
    own = own or valued_parts(row, place) or bought_for(row, place, topic)
    own = own or raising(row, figure, place) or in_brackets(row, figure, place) or leading(row, place, topic)
    own = own or (None if _holds_on(row, place, figure, before) else owner_of(row, figure, place, topic))
    own = own or told_of_by(row, place, topic) or apposed(row, figure, place)
    own = own or (of_world(row, figure, topic) if not is_taken(row, figure, place) else None)
    own = own or aimed_at(row, figure, topic) or of_a_place(row, figure, place)
    own = own or led_by_place(row, figure, place, topic) or told_in_data(row, figure, place)
    own = own or in_land(row, figure, place)
    own = named_behind(row, place) or listed_mover(row, figure, place) or moved_on(row, figure, place) or own
    own = (
        respective(row, figure, place)
        or each_with(row, place)
        or each_listed(row, place)
        or sized(row, figure, place)
        or traded_by(row, figure, place)
        or thing_gapped(row, figure, place, before)
        or own
    )
    own = own or of_segment(figure, topic) or part_of_many(row, figure, place) or _so_many(row, figure, place)
    own = own or who_earn(row, place) or among_many(row, place) or of_visitors(row, figure, place)
    return own or labelled(row, figure)


COUNTED_OF = ("users", "volume")
"""Families of what is counted of a company, and is nobody itself ("Customers rose to 4 million")."""
OF_ONE = Pattern(r"[xM]{0,3}o(?P<own>N)")
"""Behind a part: the company that it is of ("9.6% of Halden Corp.'s shares")."""


def _so_many(row: Row, figure: Figure, place: int) -> Found | None:
    """So many whose something is told ("Profits of the 11 foreign banks fell"): they are it themselves."""
    of_them = OF_SO_MANY.search(row.tags, max(0, place - 8), place) is not None
    counted = figure.kind == Kind.COUNT and figure.metric is not None and "-" not in figure.text
    of_them = of_them and figure.metric is not None and figure.metric.start > figure.start
    return Found(figure.metric, "subject.of") if of_them and counted and figure.metric is not None else None


OF_SO_MANY = Pattern(r"(?r)(?:^|[;,\"c&S-])[DLTi]?[xTL]{0,2}[MG]{1,2}oD\Z")
"""Before so many: what is told of them, at the beginning of a clause."""


def _not_itself(row: Row, place: int, found: Found | None, names: Names) -> Found | None:
    """Who holds a part of a company: words for somebody do not mean it ("The group holds 9% of Halden")."""
    if found is None or found.rule != "subject.the_company" or found.seen is None:
        return found
    hit = OF_ONE.match(row.tags, place + 1)
    of = row.phrase(hit.start("own"), hit.start("own")) if hit is not None else None
    itself = of is not None and names.full(of) == names.full(found.phrase)
    return (
        Found(found.seen, "subject.words") if itself and found.seen.end <= row.words[place].start else found
    )


def _with(figure: Figure, found: Found, row: Row, names: Names) -> Figure:
    """The figure with whose it is found to be."""
    shown = found.seen or found.phrase
    evidence = Evidence("subject", shown.start, shown.end, found.rule)
    here = row.span.start <= found.phrase.start < row.span.end
    inferred = figure.inferred if here else (*figure.inferred, "subject")
    name = names.full(found.phrase)
    evidence_now = (*figure.evidence, evidence)
    return fill(figure, subject=found.phrase, subject_name=name, evidence=evidence_now, inferred=inferred)


def _less_near(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """Whose a figure is that has no owner beside it: who acts in its clause, or is spoken of."""
    return (
        _behind(row, figure, place, topic)
        or named_before(row, figure, place, topic)
        or place_of(row, figure, place, topic.now or topic.main)
        or unit_beside(row, figure, place)
        or segment_of(row, figure, place, topic)
        or gauge_of(row, figure, place, topic)
        or mover_of(row, figure, place)
        or which_many(row, place)
        or clause_subject(row, place, topic)
        or issued_by(row, figure, place, topic)
        or agency_of(row, place)
        or _mentioned(row, place)
        or whose_stock(row, figure, place, topic)
        or of_the_whole(row, figure, topic)
        or volume_of(row, figure, topic)
        or yielded(row, figure, topic)
        or of_a_trade(row, figure, place)
        or land_in_metric(row, figure)
        or dealt_in(row, figure, place)
        or of_goods_everywhere(row, figure, place)
        or currency_at_head(row, figure, place, topic)
        or (carried(row, figure, topic) if not are_nobodys(row, figure, place) else None)
        or (at_last(row, figure, place, topic.asides) if not are_answers(row, figure, place) else None)
    )


def _holds_on(row: Row, place: int, figure: Figure, before: Figure | None) -> bool:
    """Whether a figure is a second one of what is held, or how much more the one before it is.

    ("$5 million of Halden's stock but less than 5%", "put $5 million into shares of Halden, a 6% rise")
    """
    if before is None or before.metric is None:
        return False
    if row.tags[place - 2 : place] == ",D" and row.tags[place + 1 : place + 2] in ("C", "G"):
        return figure.metric == before.metric
    if group_of(figure) not in ("security", "stake", "control"):
        return False
    return figure.metric == before.metric and before.start < before.metric.start < figure.start


def _behind(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The company behind a figure that opens a sentence: "Profit rose 5 percent for Halden, ..."."""
    hit = FOR_WHOM.match(row.tags, place + 1) if MOVED_FIRST.match(row.tags[:place]) is not None else None
    if hit is None or figure.metric is None or row.words[hit.start("for")].key not in ("for", "at"):
        return None
    return resolve(row, hit.start("own"), topic, "subject.behind")


MOVED_FIRST = Quick(r"(?:[xNL,]{0,8}-)?(?:[xTDd]{0,3}[xMG]{1,4})[dA]?[VB][^VBHAWXSmFNKkPi;]{0,4}\Z")
FOR_WHOM = Pattern(r"(?P<for>[pa])D?[xKkL]{0,3}(?P<own>N)(?!')")


def _mentioned(row: Row, place: int) -> Found | None:
    """A company's unit that the sentence has named ("growth in Halden's paper business")."""
    hit = MENTIONED.search(row.tags[:place])
    if hit is None:
        return None
    return Found(row.phrase(hit.start("who"), hit.end("who") - 1), "subject.mentioned")


MENTIONED = Pattern(r"(?r)[no](?P<who>N'[xNMZ]{0,3}k)")
