"""What a figure measures: the metric beside it in its sentence, or the one of the figure it continues.

The rules are tried in their order.  A metric phrase is its head and the words before it that belong
to it ("subscription revenue"), without determiner and without words of time.
"""

from __future__ import annotations

from functools import cache

import regex

from parsers import lexicon
from parsers.context.grammar import Answer, ContextRule, first_answer
from parsers.context.words import known, Row
from parsers.model import Evidence, Figure, Kind, Phrase

NP = r"[xMGZkKC]{0,4}[MG]"
OWNER = r"(?:D|i|[NKkPZL]'|N|L|E|Z(?=[xM])|T(?!'?$)|T'|q|d)*"
SKIP = r"(?:Q|Dx(?=n)|\(q*FQ?\)|,?&q*FQ?(?=,))*"
RATES = ("percent", "points", "multiple", "ratio")
THINGS = ("count", "quantity")

RULES: tuple[ContextRule, ...] = (
    ContextRule(
        name="metric.change_in",
        after=rf"{SKIP}[xMG]{{0,2}}[CGk](?:in|n|o|,T,n)?(?<=[no]){OWNER}(?P<np>{NP})(?!')",
        examples=(
            ("Halden posted a 7% increase in operating profit.", "operating profit"),
            ("It reported a 47% decline in fourth-quarter earnings.", "earnings"),
            ("There was a 3% rise in the company's sales.", "sales"),
        ),
        rejects=("Sales were $5 million, a 3% increase from May.", "It paid 5% in cash."),
    ),
    ContextRule(
        name="metric.compound_change",
        after=r"(?P<np>[xMG]{0,2}M)[CG](?![M])",
        kinds=RATES,
        examples=(("The division posted a 34% profit gain.", "profit"), ("They got a 5% pay raise.", "pay")),
        rejects=("It reported a 5% gain.",),
    ),
    ContextRule(
        name="metric.object",
        after=rf"{OWNER}(?P<np>{NP})(?!')",
        kinds=("multiple",),
        examples=(("The directors halved the quarterly dividend.", "dividend"),),
        rejects=("Revenue doubled.",),
    ),
    ContextRule(
        name="metric.charge",
        after=rf"{SKIP}(?P<np>[xZ]{{0,3}}M[MG]*)(?!')",
        kinds=("money", "percent", "points", "quantity"),
        examples=(
            ("Halden took a $24 million charge.", "charge"),
            ("Mr. Hale has a 14% voting stake.", "voting stake"),
            ("It redeemed the 8.25% subordinated debentures.", "subordinated debentures"),
        ),
        rejects=("Sales rose $24 million, and charges fell.", "Halden posted a 5% increase."),
    ),
    ContextRule(
        name="metric.gain",
        after=rf"{SKIP}(?P<np>[xZ]{{0,3}}G)(?!')",
        kinds=("money", "quantity"),
        examples=(("It had a $9 million gain.", "gain"),),
        rejects=("It posted a 9% gain.",),
    ),
    ContextRule(
        name="metric.ratio_of",
        after=r"(?P<np>[xMGkK]{1,3})(?=[,.&nftpcrTd]|$)",
        kinds=("ratio",),
        examples=(("It leads in 23 out of 32 test criteria.", "test criteria"),),
        rejects=("It owns two-thirds.",),
    ),
    ContextRule(
        name="metric.own_change",
        after=r"[x]{0,2}[CG](?![no])",
        kinds=RATES,
        take="continue",
        examples=(("Sales were $5 million, a 3% increase from May.", "Sales"),),
        rejects=("Sales rose 3%.", "It posted a 3% increase in sales."),
    ),
    ContextRule(
        name="metric.per_unit",
        before=r"F(?:Q|\(F\))?,?&q*",
        after=r"Q|x?,?[ft]|,|$|[v(TnU]",
        kinds=("money",),
        take="previous",
        examples=(("Net income was $4 million, or 45 cents a share.", "Net income"),),
        rejects=("Net income was $4 million and sales were $9 million.",),
    ),
    ContextRule(
        name="metric.restated",
        before=r"F(?:Q|\(F\))?,&?q*",
        after=r",|$|[Dif]",
        kinds=RATES,
        take="previous",
        examples=(("The index fell 508 points, or 22.6%.", "index"),),
        rejects=("It owns 5 mills and 30% of the stock.",),
    ),
    ContextRule(
        name="metric.multiple_of",
        before=r"F[Di]q*",
        kinds=("money", "count", "quantity"),
        take="previous",
        examples=(("Profit was $27 million, more than twice the $13 million of 1988.", "Profit"),),
        rejects=("Profit was twice as high, and sales were $13 million.",),
    ),
    ContextRule(
        name="metric.postponed",
        before=r"Vtq*",
        after=rf"(?:fF)?{OWNER}(?P<np>{NP})(?!')",
        examples=(("The plan reduces to 10% the ownership that it allows.", "ownership"),),
        rejects=("It lowered the ratio to 10%.",),
    ),
    ContextRule(
        name="metric.twin",
        before=r"F[Qx]?\(q*",
        take="previous",
        examples=(("Revenue was 30 billion yuan ($4.2 billion).", "Revenue"),),
        rejects=("Revenue (excluding sales of $4 million) rose 5%.",),
    ),
    ContextRule(
        name="metric.level_of",
        before=rf"(?P<np>{NP})(?:[xT]{{0,2}}o|,?W|:|at|a)?(?:d|q|D|U|x(?=[q]))*",
        examples=(
            ("It had net income of $4 million.", "net income"),
            ("The stock has a price of about $45.", "price"),
        ),
        rejects=("Sales rose 4%.", "Revenue fell to $5 million."),
    ),
    ContextRule(
        name="metric.level_is",
        before=rf"(?<![ponfav]{OWNER})(?P<np>{NP})[dx]?B(?:d|q|D|U|a|x(?=[q]))*",
        examples=(("Premiums totaled $388 million.", "Premiums"), ("The bank's assets were $4 billion.", "assets")),
        rejects=("Sales rose 4%.", "Revenue fell to $5 million."),
    ),
    ContextRule(
        name="metric.part_of",
        after=rf"{SKIP}o{OWNER}(?:F(?:\(F\))?n?{OWNER})?(?P<np>{NP})(?!')",
        examples=(
            ("Sales abroad accounted for 43% of the company's revenue.", "revenue"),
            ("It sold $380 million of preferred stock.", "preferred stock"),
        ),
        rejects=("Revenue fell 43%.",),
    ),
    ContextRule(
        name="metric.amount_in",
        before=r"[^VtU]q*",
        after=rf"{SKIP}n(?:D|i|[NKk]'?)*(?P<np>{NP})(?!['mVBH])",
        kinds=("money",),
        examples=(
            ("The company has $412 million in cash.", "cash"),
            ("It issued $62 million in convertible bonds.", "convertible bonds"),
        ),
        rejects=("Profit rose to $4 million in heavy trading.",),
    ),
    ContextRule(
        name="metric.added_to",
        before=r"V(?:q|D|x)*",
        after=rf"Q?t{OWNER}(?P<np>{NP})(?!['VBHA])",
        kinds=("money",),
        examples=(("It added $18 million to loan reserves.", "loan reserves"),),
        rejects=("Sales rose $18 million to $40 million.",),
    ),
    ContextRule(
        name="metric.including",
        before=r"F[^F;VB]{0,14}yq*",
        take="previous",
        examples=(("Losses were $71 million, including $58 million from a storm.", "Losses"),),
        rejects=("It made 71 loans, including a loan of $5 million.",),
    ),
    ContextRule(
        name="metric.of_things",
        after=rf"{SKIP}o{OWNER}(?P<np>[xKkZ]{{1,3}})(?=[,.nftp&rABVWHDwdT]|$)",
        kinds=("money", "percent", "ratio"),
        examples=(("It processes $90 million of coupons a month.", "coupons"),),
        rejects=("It spent $90 million.",),
    ),
    ContextRule(
        name="metric.versus",
        before=r"F[^MGWHBXAcIrNPK]{0,8}(?:[vf]|U|[tan])[^MGWHBXVAcIrNPK]{0,4}",
        take="previous",
        examples=(
            ("Sales rose 4% to $6 million from $5 million.", "Sales"),
            ("Halden earned $5 million, compared with $4 million.", "earned"),
            ("Output was 5 tons, down from 7 tons.", "Output"),
        ),
        rejects=("Sales rose 4%.", "Sales rose 4% while costs fell to $5 million."),
    ),
    ContextRule(
        name="metric.moved_to",
        before=rf"V(?:D|i|[NKk]'|x|F)*(?P<np>[xMG]{{0,3}}[MG])(?:[onp][^VBHF;]{{0,6}})?tq*",
        examples=(
            ("The board raised its quarterly dividend to $1.20.", "dividend"),
            ("The purchase lifts Halden's share of the paper market to 12%.", "share"),
        ),
        rejects=("Sales rose to $12 million.",),
    ),
    ContextRule(
        name="metric.verb",
        before=r"(?P<np>m)(?:q|d|a|D|x(?=q))*",
        kinds=("money", "percent"),
        take="shares",
        examples=(("Halden earned $5 million.", "earned"), ("Halden shares closed at $45.", "shares")),
        rejects=("Sales were $5 million.",),
    ),
    ContextRule(
        name="metric.governing",
        before=rf"(?<![xMG])(?<![pnofav]{OWNER})(?P<np>{NP})(?!')[^F;]{{0,24}}?[VBHAWXmS][^F;MG]{{0,16}}",
        examples=(
            ("Sales in the latest period climbed 4%.", "Sales"),
            ("Net income at the bank fell to $5 million.", "Net income"),
        ),
        rejects=("Halden earned $5 million.",),
    ),
    ContextRule(
        name="metric.pronoun",
        before=rf"(?P<np>{NP})(?!')[^F;]{{0,24}}?;I[VBHAX][^F;MG]{{0,6}}",
        examples=(("New loans are slow; they were $6 million.", "loans"),),
        rejects=("New loans are slow; Halden lent $6 million.",),
    ),
    ContextRule(
        name="metric.nearest",
        before=rf"(?P<np>{NP})(?!')[^F;MG]{{0,16}}",
        examples=(("Sales, it seems, of some $20 million.", "Sales"),),
        rejects=("Halden closed 5 mills.",),
    ),
)

GOVERNING_COUNT = ContextRule(
    name="metric.governing_count",
    before=rf"(?<![xMG])(?<![pnofav]{OWNER})(?P<np>{NP})(?!')[^F;NKIPc]{{0,12}}?[VB][^F;MGNKIP]{{0,8}}",
    examples=(("Shipments fell to 41 million units.", "Shipments"), ("Payrolls rose by 2,000 jobs.", "Payrolls")),
    rejects=("If debt is swapped, Halden will issue 3,000 shares.",),
)

# A count names its own noun; only a metric that clearly governs it comes before that.
COUNT_RULES = (
    *(
        rule
        for rule in RULES
        if rule.name.split(".")[1] in ("level_of", "level_is", "change_in", "versus", "part_of", "own_change", "twin")
    ),
    GOVERNING_COUNT,
)
DURATION_RULES = (
    *(rule for rule in RULES if rule.name.split(".")[1] in ("level_of", "level_is", "versus")),
    GOVERNING_COUNT,
)

TIME_WORD = regex.compile(
    r"(?i)^(?:latest|recent|year-earlier|year-ago|previous|prior|fiscal|annual|quarterly|monthly|total|after-tax|aftertax|record|"
    r"current|full-year|first-half|second-half|(?:first|second|third|fourth)-quarter|(?:six|nine)-month|last|strong|weak|higher|lower|"
    r"additional|new|own|overall|reported|estimated|expected|following|same|highest|lowest|best|worst|[\p{L}-]++ed)\s+"
)
KEEP = regex.compile(r"(?i)^(?:adjusted|diluted|combined|consolidated|unsecured|guaranteed|realised|realized|subordinated|fixed|proposed|restricted|preferred|leased|collateralized|secured|unemployed|limited|deferred|mixed)\b")




def metric_of(row: Row, figure: Figure, given: dict[str, Figure]) -> Figure:
    """The figure with its metric; ``given`` are the figures before it, with theirs."""
    place = row.places.get(figure.id)
    if place is None or figure.kind in (Kind.RANK,):
        return figure
    noun = own_noun(row, figure, place) if figure.kind in THINGS else None
    rules = COUNT_RULES if noun is not None else DURATION_RULES if figure.kind == Kind.DURATION else RULES
    answer = first_answer(rules, row, place, figure)
    before = previous(row, place, given)
    if answer is None:
        return with_noun(row, figure, place, before)
    if answer.rule.take == "continue" and _names_another(row, place):
        before = None
    if answer.rule.take in ("previous", "continue") and before is not None and before.metric is not None:
        return with_metric(figure, before.metric, before.metric_name, answer.rule.name, before.inferred)
    if answer.rule.take in ("previous", "continue"):
        named = CHANGE_NOUN.match(row.tags, place + 1) if answer.rule.take == "continue" else None
        answer = first_answer([r for r in rules if not r.take], row, place, figure)
        if answer is None and named is not None:
            phrase = row.phrase(named.start("np"), named.end("np") - 1)
            return with_metric(figure, phrase, canonical(phrase.text), "metric.own_change")
        if answer is None:
            return with_noun(row, figure, place, before)
    if answer.rule.name == "metric.verb" and figure.kind == Kind.PERCENT and before is not None and before.metric:
        return with_metric(figure, before.metric, before.metric_name, "metric.continued", before.inferred)
    phrase = trimmed(row.phrase(answer.first, answer.last))
    if phrase.text.lower() in known("metrics.generic") and noun is not None:
        return with_noun(row, figure, place, before)
    if phrase.text.lower() in known("metrics.generic"):
        phrase = _less_generic(row, figure, place, answer) or phrase
    if answer.rule.take == "shares" and figure.kind == Kind.MONEY:
        traded = regex.search(r"(?r)[MZ][^F;c]{0,8}\Z", row.tags[: answer.first])
        if traded is not None:
            phrase = row.phrase(traded.start(), traded.start())
    name = canonical(phrase.text)
    if answer.rule.name == "metric.verb" and phrase.text.endswith(" at"):
        phrase = Phrase(phrase.start, phrase.end - 3, phrase.text[:-3])
    return with_metric(figure, phrase, name, answer.rule.name)


def _names_another(row: Row, place: int) -> bool:
    """Whether a metric stands between a figure and the one before it."""
    return regex.search(r"(?r)[MG][^F]*\Z", row.tags[:place]) is not None


def _less_generic(row: Row, figure: Figure, place: int, answer: Answer) -> Phrase | None:
    """What "the number of X" counts, or the metric that governs "78% of the total"."""
    hit = OF_WHAT.match(row.tags, answer.last + 1)
    if hit is not None and answer.last < place:
        return trimmed(row.phrase(hit.start("np"), hit.end("np") - 1))
    governing = first_answer([r for r in RULES if r.name == "metric.governing"], row, place, figure)
    return trimmed(row.phrase(governing.first, governing.last)) if governing is not None else None


CHANGE_NOUN = regex.compile(r"x{0,2}(?P<np>[CG])")
OF_WHAT = regex.compile(rf"o{OWNER}(?P<np>{NP})")


def with_metric(
    figure: Figure, phrase: Phrase, name: str | None, rule: str, inferred: tuple[str, ...] = ()
) -> Figure:
    """The figure with a metric and the words that gave it."""
    from dataclasses import replace

    marks = (*figure.inferred, "metric") if "metric" in inferred else figure.inferred
    evidence = (*figure.evidence, Evidence("metric", phrase.start, phrase.end, rule))
    return replace(figure, metric=phrase, metric_name=name, inferred=marks, evidence=evidence)


def own_noun(row: Row, figure: Figure, place: int) -> Phrase | None:
    """The counted noun as it stands in the figure ("14,200 employees")."""
    if not figure.unit or figure.kind == Kind.QUANTITY:
        return None
    at = figure.text.lower().find(figure.unit.split()[0][:3].lower())
    if at <= 0 or figure.text[at - 1].isalnum():
        last = LAST_WORD.search(figure.text)
        if last is None or figure.unit.split()[-1][:1] != last[1][:1].lower():
            return None
        at = last.start(1)
    return Phrase(figure.start + at, figure.end, figure.text[at:])


LAST_WORD = regex.compile(r"[ \n-](\p{L}++)$")


def with_noun(row: Row, figure: Figure, place: int, before: Figure | None) -> Figure:
    """A count without a metric beside it measures its own noun, another figure what the one before it does."""
    noun = own_noun(row, figure, place) if figure.kind in (Kind.COUNT, Kind.RATIO) else None
    if noun is not None:
        return with_metric(figure, noun, canonical(noun.text), "metric.counted_noun")
    alike = before is not None and before.metric is not None and before.kind == figure.kind
    if before is not None and before.metric is not None and (alike or figure.kind == Kind.RATIO):
        return with_metric(figure, before.metric, before.metric_name, "metric.continued", ("metric",))
    return figure


def previous(row: Row, place: int, given: dict[str, Figure]) -> Figure | None:
    """The figure before this one in its sentence."""
    for word in reversed(row.words[:place]):
        if isinstance(word.ref, Figure):
            return given.get(word.ref.id)
    return None


def trimmed(phrase: Phrase) -> Phrase:
    """The phrase without words of time and praise at its front."""
    text = phrase.text
    while (lead := TIME_WORD.match(text)) is not None and not KEEP.match(text):
        text = text[lead.end() :]
    return Phrase(phrase.end - len(text), phrase.end, text)


@cache
def canonical(words: str) -> str | None:
    """The name of a metric that is the same under several words ("turnover" is revenue)."""
    pieces = words.split()
    for start in range(len(pieces)):
        for name in ("metrics.noun", "metrics.verb"):
            found = lexicon.find(name, " ".join(pieces[start:]))
            if found:
                return found[0].id
    return words.lower() if words else None
