"""Rules for figures that go on from the one before: behind who says it, and in other words."""

from __future__ import annotations

from parsers.context.rows.grammar import ContextRule

RATES = ("percent", "points", "multiple", "ratio")
AROUND: tuple[ContextRule, ...] = (
    ContextRule(
        name="metric.said_between",
        before=r"F[^F;VBHAWX]{0,6},[NPKIRxE]{1,3}Sd?,tq*",
        take="previous",
        examples=(("Fares fell by 4% on average, Norvik Air said, to 61 euros.", "Fares"),),
        rejects=("Fares fell by 4%, and Norvik Air moved its base to 61 cities.",),
    ),
    ContextRule(
        name="metric.whose",
        before=r"F[^F;]{1,14}[NLK]'d?(?:[AHB]d?)?[VB][tp]?[dq]*",
        take="previous",
        examples=(("Calder's output rose by 16%, and Orlin's has surged by 40%.", "output"),),
        rejects=("Calder's output rose by 16%, and Orlin has surged by 40%.",),
    ),
    ContextRule(
        name="metric.or_times",
        before=r"F[^F;VBHAWXS]{0,8},&q*",
        kinds=("multiple",),
        take="previous",
        examples=(("Net debt stood at 2.7 billion euros, or 3.1 times EBITDA.", "Net debt"),),
        rejects=("Net debt stood at 2.7 billion euros, and profit tripled.",),
    ),
    ContextRule(
        name="metric.elsewhere",
        before=r"F[^F;]{1,14},?&q*",
        after=r"n[LN](?:,L)?(?:,|$|&q*FnL)",
        kinds=("count",),
        take="previous",
        examples=(("About 282 jobs will go at its plants in Norway, and about 72 in Sweden.", "jobs"),),
        rejects=("About 282 jobs will go at its plants in Norway, and 72 mills in Sweden will shut.",),
    ),
)

RESTATED: tuple[ContextRule, ...] = (
    ContextRule(
        name="metric.restated",
        before=r"F(?:Q|\(F\))?,&?q*",
        after=r",|$|[DifUq]|&F(?:q|T)|o(?:[Diq]|[NKk]'?)+F",
        kinds=(*RATES, "count"),
        take="previous",
        examples=(("The index fell 508 points, or 22.6%.", "index"),),
        rejects=("It owns 5 mills and 30% of the stock.",),
    ),
    ContextRule(
        name="metric.off_target",
        before=r"F(?:&q*F)?[qv][Di]?[xM]{1,3}aq*",
        kinds=("money", "count", "quantity"),
        take="previous",
        examples=(("Income tax came in 1 per cent below target at 15 billion euros.", "Income tax"),),
        rejects=("Sales were below target at 15 billion euros.",),
    ),
    ContextRule(
        name="metric.restated_part",
        before=r"F(?:Q|\(F\))?,&q*",
        after=r"o(?!F)",
        kinds=("percent",),
        take="previous",
        examples=(("Bad loans rose to $4 million, or 1.4% of net loans and leases.", "Bad loans"),),
        rejects=("It owns 5 mills and 30% of the stock.",),
    ),
)
