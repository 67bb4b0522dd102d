"""What a verb says that a figure measures: "earned $5 million", "paid $5 million", "closed at $45"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from parsers import lexicon
from parsers.context.draft import fill
from parsers.context.metric.before import LOOKED_AT, NEAR, with_metric
from parsers.context.metric.doubts import LOOSE
from parsers.context.metric.naming import canonical
from parsers.context.metric.near import NP
from parsers.context.rows.grammar import Answer
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.metrics import group_named, group_of
from parsers.model import Figure, Kind, Phrase

VERBS = ("metric.verb", "metric.priced_at", "metric.yielding", "metric.priced", "metric.valued_at")
"""The rules that give a verb."""
TRADED = Pattern(r"(?r)[MZ](?:,r[HB][^;]{1,10},)?(?:[^F;c]{0,8}?|[^;,c]{0,10}?Fp)\Z")
BARE_VERB = Pattern(r"^(?:(?:to|was|were|is|are) )?(?P<verb>.+?)(?: at| up| hands at)?$")
PRICED_THING = Pattern(rf"(?r)(?P<np>{NP})[^,;VBHMG]{{0,10}},?B?\Z")
"""Before "priced": what a spread is one of ("bonds due 1999, priced at 165 basis points over")."""


def thing_of(row: Row, figure: Figure, answer: Answer, phrase: Phrase) -> tuple[Phrase, str | None]:
    """The words of a metric, with the thing that a verb says it of, and its name."""
    verb = answer.rule.name in VERBS
    traded = TRADED.search(row.tags[: answer.first]) if answer.rule.take == "shares" else None
    if (
        traded is not None
        and canonical(row.words[traded.start()].key) != "coupon"  # "with a 7% coupon and priced at 99.5"
        and figure.kind in (Kind.MONEY, Kind.PERCENT)
        and _is_priced(row, traded.start(), phrase)
    ):
        phrase = row.phrase(traded.start(), traded.start())
        goods = row.tags[traded.start()] == "Z" and phrase.text.lower() in known("parties.security")
        if goods and phrase.text.lower() not in known("currencies.name currencies.common"):
            return phrase, "price"
    name = "interest rate" if _is_charged(row, figure, answer, phrase) else canonical(phrase.text)
    if answer.rule.name == "metric.valued_at":
        name = "valuation"
    if answer.rule.name == "metric.priced" and (thing := PRICED_THING.search(row.tags[: answer.first])):
        return row.phrase(thing.start("np"), thing.end("np") - 1), name
    if verb and (bare := BARE_VERB.search(phrase.text)) is not None:
        phrase = Phrase(phrase.start + bare.start("verb"), phrase.start + bare.end("verb"), bare["verb"])
    return phrase, name


def _is_charged(row: Row, figure: Figure, answer: Answer, phrase: Phrase) -> bool:
    """Whether interest is what a loan costs, and not a stake ("loans at 10% interest")."""
    if figure.kind not in (Kind.PERCENT, Kind.POINTS) or phrase.text.lower() not in INTEREST:
        return False
    place = row.places[figure.id]
    yearly = answer.last > 0 and row.keys[answer.last - 1] in ("annual", "fixed", "floating")
    return yearly or row.keys[place - 1 : place] == ("at",)


INTEREST = ("interest", "annual interest")


def its_stock(row: Row, figure: Figure, answer: Answer, given: dict[str, Figure]) -> Figure | None:
    """The price of the stock that a sentence before speaks of ("Yesterday it closed at $45")."""
    if answer.rule.name != "metric.verb" or row.tags[answer.first - 1 : answer.first] != "I":
        return None
    if group_named(canonical(row.phrase(answer.first, answer.last).text)) != "closing price":
        return None
    for earlier in islice(reversed(given.values()), LOOKED_AT):
        if figure.start - earlier.end > NEAR:
            break
        metric = earlier.metric
        if metric is not None and metric.text.split()[-1].lower() in known("parties.shares"):
            return with_metric(figure, metric, "closing price", "metric.its_stock", ("metric",))
    return None


FELL_TO = Pattern(r"Q?(?:,&q*FQ?,)?tF")
"""Behind an amount: the level that what lost it fell to ("lost $1.25 to $18.50")."""


def is_lost(row: Row, figure: Figure, answer: Answer) -> bool:
    """Whether a rule gave the verb of a fall: what "lost 4%" is not lost, and a price that lost $2 fell."""
    if answer.rule.name != "metric.verb":
        return False
    if row.tags[answer.first - 1 : answer.first] == "o":
        return True  # "finished its first day of trading at $45"
    if group_named(canonical(row.words[answer.last].key)) != "loss":
        return False
    lead = row.words[answer.last - 1] if answer.last else None
    traded = lead is not None and (lead.tag == "Z" or lead.key in known("parties.security"))
    priced = lead is not None and group_named(canonical(lead.key)) in ("security", "price", "index")
    priced = priced or FELL_TO.match(row.tags, row.places[figure.id] + 1) is not None
    return figure.kind != Kind.MONEY or traded or priced


def costing(row: Row, figure: Figure, place: int, answer: Answer) -> Figure | None:
    """What the verb right before an amount says, where only words far from it say something else."""
    at = place
    while at > 0 and row.tags[at - 1] in "qD":
        at -= 1
    raised = row.tags[max(0, at - 2) : at] in ("IV", "NV", "KV", "rV")
    whom = COST_WHOM.search(row.tags[:at])
    to_whom = whom is not None and (answer.last + 1 < whom.start() or answer.first > whom.start())
    if answer.rule.name not in LOOSE or not (raised or to_whom or row.tags[at - 1 : at] == "W"):
        return None
    costs = paid(row, figure, place)
    said = "proceeds" if raised else "sale price"
    return costs if costs.metric is not None and group_of(costs) == said else None


def paid(row: Row, figure: Figure, place: int) -> Figure:
    """An amount that only its verb explains: "paid $5 million", "raised $5 million"."""
    at = place - 1
    while at > 0 and row.tags[at] in "qDd":
        at -= 1
    if at < 0 or figure.kind != Kind.MONEY:
        return figure
    whom = COST_WHOM.search(row.tags[: at + 1])
    if whom is not None and (row.keys[whom.start()] in known("metrics.costing") or row.tags[at] in "NPIK"):
        at = whom.start()
    fined = FINED_WHOM.search(row.tags[: at + 1])
    if fined is not None and row.keys[fined.start()] in known("contextwords.fines"):
        return _of_verb(row, figure, fined.start())
    key = row.words[at].key
    if key == "bought" and row.tags[at - 1 : at] == "Z":  # "The pound bought $1.33"
        return with_metric(
            figure, row.phrase(at - 1, at - 1), canonical(row.words[at - 1].key), "metric.verb", ("metric",)
        )
    found = lexicon.find("metrics.paying", key) or (
        _into(row, place) and lexicon.find("metrics.placing", key)
    )
    return with_metric(figure, row.phrase(at, at), found[0].id, "metric.paid") if found else figure


def _of_verb(row: Row, figure: Figure, at: int) -> Figure:
    """The amount with what the verb at ``at`` says of it."""
    key = row.keys[at]
    found = lexicon.find("metrics.paying", key) or lexicon.find("metrics.verb", key)
    return with_metric(figure, row.phrase(at, at), found[0].id if found else key, "metric.paid")


def which_it(row: Row, figure: Figure, place: int) -> Figure | None:
    """An amount that its own clause says what was done with ("the $5 million it saved")."""
    hit = WHICH_IT.match(row.tags, place + 1) if figure.kind == Kind.MONEY else None
    if hit is None or row.tags[place - 1 : place] != "D":
        return None
    at = hit.start("verb")
    found = lexicon.find("metrics.paying", row.keys[at]) or lexicon.find("metrics.verb", row.keys[at])
    return with_metric(figure, row.phrase(at, at), found[0].id, "metric.which_it") if found else None


WHICH_IT = Pattern(r"r?(?:I|D?[NK]|ixx?)d?(?:H(?=[xHWm]))?(?P<verb>[HWmxV])(?!t|F|q*F)")


def dealt_for(row: Row, figure: Figure, place: int) -> Figure:
    """An amount that something was bought or sold for, as its verb says ("sold its mill for $5 million")."""
    told = DEALT_FOR.search(row.tags, max(0, place - FAR), place) if figure.kind == Kind.MONEY else None
    if told is None or row.keys[told.start("for")] != "for":
        return figure
    dealing = known("metrics.dealing")
    for at in range(told.start("for") - 1, max(0, place - FAR) - 1, -1):
        if row.tags[at] in "HWx" and row.keys[at] in dealing:
            return with_metric(figure, row.phrase(at, at), "sale price", "metric.dealt_for", ("metric",))
        counted = getattr(row.words[at].ref, "kind", None) in SOLD
        if row.tags[at] in ";VBHAXSFmc" and not counted:
            break
    return figure


SOLD = (Kind.COUNT, Kind.PERCENT)
"""What may stand before a price, behind its verb ("bought 600,000 shares for", "sold a 49% stake for")."""
DEALT_FOR = Pattern(r"(?r)(?P<for>p)[qd]*\Z")
FAR = 32
FINED_WHOM = Pattern(r"(?r)[mWH](?:F|[Di]|[NKkL]'?){0,3}[xKkNLR']{0,4}(?:o[Di]?[xKN]{1,2})?(?:Dx)?\Z")
"""Before an amount: who was fined it, or given it ("fined seven makers of elevators a record $9 million")."""
COST_WHOM = Pattern(r"(?r)[xMWH](?:D?[KNkP]|DM|I|Dx{0,2}[xK])\Z")
"""Before an amount: whom something cost it ("the strike cost the carrier $5 million")."""
INTO = Pattern(r"(?:\(q*F[^()F]{0,4}\))?(?P<into>p)")


def _into(row: Row, place: int) -> bool:
    """Whether "into" stands behind an amount, or behind the one in brackets that follows it."""
    hit = INTO.match(row.tags, place + 1)
    return hit is not None and row.words[hit.start("into")].key == "into"


def _is_priced(row: Row, at: int, verb: Phrase) -> bool:
    """Whether a verb tells the price of the thing before it; what is traded and "lost $1" fell."""
    name = group_named(canonical(verb.text))
    traded = row.tags[at] == "Z" or row.words[at].key.split()[-1] in (*known("parties.shares"), "prices")
    return name in PRICED or (name == "loss" and traded)


PRICED = ("closing price", "price", "market value")
"""What the verbs say of whose thing it is the price of ("shares closed at $45")."""


def without_verbs(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures without the words of a metric where these are only a verb that points at a thing.

    Other verbs ("paid $5 million", "owns 12%") tell what is measured, but not that hands changed or money was
    put somewhere.  The name of the metric stays, and so does the evidence.
    """
    verbs = {e.start for f in figures for e in f.evidence if e.field == "metric" and e.rule in VERBAL}
    each = {f.metric.start for f in figures if f.metric is not None and f.per == "share"}
    for figure in figures:
        metric = figure.metric
        if metric is None or metric.start not in verbs:
            yield figure
            continue
        verb = metric.text.lower()
        paid_each = metric.start in each and verb in PAID
        if verb == "changed" or verb in known("metrics.placing metrics.participle") or paid_each:
            figure = fill(figure, metric=None, inferred=tuple(dict.fromkeys((*figure.inferred, "metric"))))
        yield figure


PAID = ("pay", "pays", "paying", "paid")
VERBAL = ("metric.verb", "metric.paid", "metric.owned_part")
