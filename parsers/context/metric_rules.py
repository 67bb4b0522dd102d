"""The rules that tell what a figure measures, in the order in which they are tried.

In the patterns a letter is a word of `words`; the words of the group ``np`` are the metric.
"""

from __future__ import annotations

from parsers.context.grammar import ContextRule

NP = r"[xMGZkKC]{0,4}[MG]"


OWNER = r"(?:D|i|[NKkPZL]'|N|L|E|Z(?=[xM])|T(?!'?$)|T'|q|d)*"


SKIP = r"(?:Q|-x|Dx(?=n)|\(q*FQ?\)|,?&q*FQ?(?=,))*"


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
        name="metric.change_of",
        before=r"F(?:Q|\(q*F\))?,D[xU]?[CG]oq*",
        kinds=RATES,
        take="previous",
        examples=(("Net income was $43 million, an increase of 63%.", "Net income"),),
        rejects=("There was an increase of 63%.",),
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
        examples=(
            ("Premiums totaled $388 million.", "Premiums"),
            ("The bank's assets were $4 billion.", "assets"),
        ),
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
        before=r"V(?:D|i|[NKk]'|x|F)*(?P<np>[xMG]{0,3}[MG])(?:[onp][^VBHF;]{0,6})?tq*",
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
        name="metric.relative",
        before=rf"(?P<np>{NP}),r[^;c]{{0,30}},[VB][^F;MG]{{0,8}}",
        examples=(("Cloud revenue, which is 40% of the total, rose 6%.", "Cloud revenue"),),
        rejects=("Cloud revenue rose 6%.",),
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
    examples=(
        ("Shipments fell to 41 million units.", "Shipments"),
        ("Payrolls rose by 2,000 jobs.", "Payrolls"),
    ),
    rejects=("If debt is swapped, Halden will issue 3,000 shares.",),
)


# A count names its own noun; only a metric that clearly governs it comes before that.
COUNT_RULES = (
    *(
        rule
        for rule in RULES
        if rule.name.split(".")[1]
        in ("level_of", "level_is", "change_in", "versus", "part_of", "own_change", "twin")
    ),
    GOVERNING_COUNT,
)


DURATION_RULES = (
    *(rule for rule in RULES if rule.name.split(".")[1] in ("level_of", "level_is", "versus")),
    GOVERNING_COUNT,
)
