"""What a figure measures: the metric beside it in its sentence, or the one of the figure it continues.

The rules are tried in their order.  A metric phrase is its head and the words before it that belong
to it ("subscription revenue"), without determiner and without words of time.
"""

from __future__ import annotations

from collections.abc import Sequence

from parsers.context.draft import fill
from parsers.context.metric.answered import with_answer
from parsers.context.metric.aside import AGAINST, before_aside, is_and_money, is_over, resumed, told_again
from parsers.context.metric.before import (
    dealt,
    from_before,
    larger,
    last_alike,
    last_told,
    listed_alike,
    names_another,
    previous,
    with_metric,
)
from parsers.context.metric.contributed import contributed
from parsers.context.metric.counted import (
    adjective,
    is_of_other_things,
    is_of_that,
    own_noun,
    things_of,
    whole_noun,
    with_noun,
)
from parsers.context.metric.countrules import COUNT_RULES, DURATION_RULES
from parsers.context.metric.doubts import (
    begins_anew,
    is_chance_of,
    is_elsewhere,
    is_left_aside,
    is_no_thing,
    is_of_economy,
    is_of_people,
    is_reached,
)
from parsers.context.metric.estimates import beats, estimated_by_some, estimated_of, is_estimate
from parsers.context.metric.generic import GOVERNING
from parsers.context.metric.indexfor import with_index
from parsers.context.metric.inturn import in_turn
from parsers.context.metric.naming import canonical
from parsers.context.metric.near import THINGS
from parsers.context.metric.ofthings import head_of_things
from parsers.context.metric.other import FARTHER, things_behind
from parsers.context.metric.plainly import despite, is_away, of_margin, owner_of, ranked, the_figure
from parsers.context.metric.prices import price_range, then_closed
from parsers.context.metric.rules import RULES
from parsers.context.metric.setforms import in_a_form
from parsers.context.metric.undone import before_items, moved_back, that_saw
from parsers.context.metric.unknown import (
    is_their_estimate,
    made_of,
    moved_thing,
    reaches,
    sized,
    with_change,
)
from parsers.context.metric.untold import untold
from parsers.context.metric.verbs import costing, is_lost, its_stock, which_it
from parsers.context.rows.grammar import Answer, ContextRule, Group
from parsers.context.rows.words import Row, known
from parsers.model import Figure, Kind, Phrase

DOUBTED = ("fewer", "possessed", "of_things", "amount_in", "hoped_for", "those", "own_change")
NO_THINGS = tuple(f"metric.{name}" for name in DOUBTED)
"""Rules whose words may be no thing at all."""


class Rules:
    """The rules for figures of a sort: all, those that give words of their own, those without the verb."""

    def __init__(self, rules: Sequence[ContextRule]) -> None:
        self.all = Group(rules)
        self.own = self.all.but(lambda rule: rule.take)
        self.but_verb = self.all.but(lambda rule: rule.name == "metric.verb")
        self.but_fewer = self.all.but(lambda rule: rule.name in NO_THINGS)
        self.but_charge = self.all.but(lambda rule: rule.name == "metric.charge")


ALL, COUNTED, LASTING = Rules(RULES), Rules(COUNT_RULES), Rules(DURATION_RULES)
LEVEL = Group(
    rule for rule in RULES if rule.name in ("metric.governing", "metric.level_is", "metric.nearest")
)


def metric_of(row: Row, figure: Figure, given: dict[str, Figure]) -> Figure:
    """The figure with its metric; ``given`` are the figures before it, with theirs."""
    place = row.places.get(figure.id)
    if place is None or figure.kind == Kind.RANK or is_away(row, figure, place):
        return figure if place is None else ranked(row, figure, place)
    noun = own_noun(figure) if figure.kind in THINGS else None
    whole = whole_noun(row, figure, place)
    if whole is not None and (figure.kind != Kind.COUNT or noun is None):
        return with_metric(figure, whole, canonical(whole.text), "metric.of_whole")
    if "-" in figure.text and " " not in figure.text and figure.kind in (*THINGS, Kind.DURATION):
        return adjective(row, figure, place, noun)
    if place > 1 and row.tags[place - 2 : place] == "N," and row.tags[place + 1 : place + 2] == "r":
        return fill(figure, metric_name="stake")  # "Calder, 22% of which is owned by"
    before = previous(row, place, given)
    if (told := _told_outright(row, figure, place, noun, before, given)) is not None:
        return told
    if noun is None and (things := things_of(row, figure, place)) is not None:
        return with_metric(figure, things, canonical(things.text), "metric.some_of")
    if (again := told_again(row, figure, place, before)) is not None:
        return again
    rules = COUNTED if noun is not None else LASTING if figure.kind == Kind.DURATION else ALL
    answer = _beside(row, figure, place, rules)
    thing = moved_thing(row, figure, place, answer) if noun is None else None
    thing = thing or (sized(row, figure, place, answer) if noun is None else None)
    if thing is not None:
        return thing
    if answer is not None:
        said = costing(row, figure, place, answer) or its_stock(row, figure, answer, given)
        if said is not None:
            return said
    return _taken(row, figure, place, answer, rules, given)


def _told_outright(
    row: Row, figure: Figure, place: int, noun: Phrase | None, before: Figure | None, given: dict[str, Figure]
) -> Figure | None:
    """The figure with its metric where its sentence has a form that leaves no other."""
    if noun is None and is_of_that(row, place) and (told := last_told(figure, given)) is not None:
        return with_metric(figure, *told, "metric.of_that", ("metric",))
    did = listed_alike(row, figure, place, given) if noun is None else None
    did = did or made_of(row, figure, place) or which_it(row, figure, place)
    did = did or contributed(row, figure, place) or estimated_by_some(row, figure, place, given)
    did = did or of_margin(row, figure, place) or despite(row, figure, place)
    did = did or in_a_form(row, figure, place, before)
    did = did or owner_of(row, figure, place) or the_figure(row, figure, place, before, given)
    if noun is None:
        did = did or dealt(row, figure, place, given) or in_turn(row, figure, place, given)
        did = did or with_index(row, figure, place)
    return did or price_range(row, figure, place, before) or then_closed(row, figure, place, before)


def _taken(
    row: Row, figure: Figure, place: int, answer: Answer | None, rules: Rules, given: dict[str, Figure]
) -> Figure:
    """The figure with what the answer of a rule says, or takes from a figure before."""
    including = answer is not None and answer.rule.name == "metric.including" and figure.kind is Kind.COUNT
    before = (larger if including else previous)(row, place, given)
    before = resumed(row, figure, place, before) if answer is None else before
    aside = before_aside(row, place, given)
    if aside is not None and aside.metric is not None and (answer is None or answer.rule.name in AGAINST):
        return with_metric(figure, aside.metric, aside.metric_name, "metric.versus", aside.inferred)
    noun = own_noun(figure) if rules is COUNTED else None
    if answer is not None and (apart := _apart(row, figure, answer, noun, before)) is not None:
        return apart
    if answer is not None and answer.rule.name == "metric.versus" and is_over(row, before, place):
        answer = rules.own.first_answer(row, place, figure)
    if answer is not None and answer.rule.take in ("previous", "continue"):
        goes_on = answer.rule.take == "previous" or not names_another(row, place)
        goes_on = goes_on and not (noun is not None and before is not None and before.kind == Kind.MONEY)
        goes_on = goes_on and not is_and_money(row, figure, place, before)
        if goes_on and before is not None and before.metric is not None:
            return with_metric(figure, before.metric, before.metric_name, answer.rule.name, before.inferred)
        named = answer.rule.take == "continue"
        answer = rules.own.first_answer(row, place, figure)
        if answer is None and named:
            return with_change(row, figure, place, given)
    if answer is not None and before is None and (answer.rule.take == "earlier" or is_estimate(row, answer)):
        rule = answer.rule.name if answer.rule.take else "metric.before"
        earlier = from_before(row, figure, place, given, sure=rule)
        if earlier.metric is not None:
            return earlier
    if answer is not None and answer.rule.take == "earlier":
        answer = rules.own.first_answer(row, place, figure)
    if answer is None and place > 1 and row.keys[place - 1] in OTHERS and row.tags[place - 2] in "Di":
        return last_alike(figure, given, "metric.remaining")
    if answer is None:
        return untold(row, figure, place, before, given)
    return with_answer(row, figure, place, answer, before, noun)


def _apart(
    row: Row, figure: Figure, answer: Answer, noun: Phrase | None, before: Figure | None
) -> Figure | None:
    """The figure, where it measures something else than the one before it that an answer goes on from."""
    if is_of_other_things(row, figure, answer, noun, before):
        return with_noun(figure, None)
    if (own := estimated_of(row, answer)) is not None:
        return with_metric(figure, own, canonical(own.text), "metric.estimated")
    if (
        before is not None
        and before.metric is not None
        and (
            reaches(row, answer, before)
            or is_their_estimate(row, figure, answer)
            or (beats(row, answer) and before.metric.text.lower() not in known("metrics.generic"))
        )
    ):
        return with_metric(figure, before.metric, before.metric_name, "metric.versus", before.inferred)
    goes_on = before is not None and answer.rule.take in ("previous", "continue")
    return figure if goes_on and before is not None and is_chance_of(figure, before.metric_name) else None


def _beside(row: Row, figure: Figure, place: int, rules: Rules) -> Answer | None:
    """The answer of the first rule that what the figure is allows."""
    answer = rules.all.first_answer(row, place, figure)
    if answer is not None and rules is COUNTED and row.keys[answer.last] == "economy":
        return None  # "the economy is down 4.7 million jobs"
    if answer is not None and is_reached(row, place, answer):
        answer = GOVERNING.first_answer(row, place, figure) or answer  # "leverage fell to 3 times earnings"
    if answer is not None and is_of_economy(row, place, answer):
        answer = LEVEL.first_answer(row, place, figure) or answer  # "a deficit put at 4% of GDP"
    if answer is not None and (mover := moved_back(row, place, answer)) is not None:
        return Answer(answer.rule, mover, mover)
    if answer is not None and (saw := before_items(row, answer) or that_saw(row, answer)) is not None:
        return saw
    if answer is not None and answer.last < place and (head := head_of_things(row, answer)) is not None:
        return head
    if answer is not None and is_lost(row, figure, answer):
        answer = rules.but_verb.first_answer(row, place, figure)
    if answer is not None and row.keys[answer.first : answer.last + 2] == ("net", "of"):
        answer = rules.but_charge.first_answer(row, place, figure)  # "raised $5 million net of expenses"
    if answer is not None and is_no_thing(row, place, answer):
        answer = rules.but_fewer.first_answer(row, place, figure)
    if answer is not None and (
        is_of_people(figure, answer, canonical(row.words[answer.last].key))
        or is_chance_of(figure, canonical(row.words[answer.last].key))
        or begins_anew(row, place, answer)
        or is_left_aside(row, place, answer)
        or (rules is COUNTED and is_elsewhere(row, place, answer))
        or (answer.rule.name in FARTHER and things_behind(row, figure, place))
    ):
        return None
    return answer


OTHERS = ("remaining", "other")
"""Before an amount that is of the same as one before it ("the remaining $5 million")."""
