"""What a figure measures where the words stand before it in its clause, or it goes on from a figure before.

The last part of the metric rules; the others stand in `near` and `rules`.
"""

from __future__ import annotations

from parsers.context.metric.elided import ELIDED
from parsers.context.metric.near import NP, OWNER
from parsers.context.rows.grammar import ContextRule

FAR: tuple[ContextRule, ...] = (
    ContextRule(
        name="metric.besides",
        before=rf"(?P<np>{NP})(?:oq*F|[pon][^F;,VBHAWXSmc]{{1,6}})?,[ypW][^;,VBHAWXSF]{{0,6}}F[^;,VBHAWXSF]{{0,10}},(?:t?[VBH])[^F;MG]{{0,8}}",
        examples=(
            ("Net income, including a gain of $3 million, rose to $5 million.", "Net income"),
            (
                "Operating profit for the year, after charges of $2 million, was $7 million.",
                "Operating profit",
            ),
        ),
        rejects=("Net income rose to $5 million, including a gain of $3 million.",),
    ),
    ContextRule(
        name="metric.before_what",
        before=r"(?P<np>[xM]{0,2}M)&[xM]{1,2}[tp]D?[xMX]{1,3}d?[VB][^F;MG]{0,8}(?:F[^F;MG]{0,6})?",
        names=("pretax profit",),
        examples=(("Profit before taxes and gifts to employee plans rose 9%.", "Profit before taxes"),),
        rejects=("Profit before taxes rose 9%.",),
    ),
    ContextRule(
        name="metric.price_of_all",
        before=rf"(?:^|[,;c])D?[xT]{{0,2}}(?P<np>{NP})o(?:D|i|[NKL]')?[^;,VBHAWXSmf]{{0,6}}F[^;,VBHAWXSm]{{1,8}}(?:-[^;-]{{1,16}}-|,[^;,]{{1,16}},)?d?V[^F;MG]{{0,6}}(?:F[^F;MG]{{0,6}})?",
        kinds=("money", "percent"),
        names=("price", "yield", "market value"),
        examples=(
            ("The price of Norvik's $5 million of bonds plummeted to 30 cents on the dollar.", "price"),
        ),
        rejects=("The price of bonds plummeted to $5.",),
    ),
    ContextRule(
        name="metric.versus",
        before=r"F(?!.*Z[dA]?[VB])(?:oD?[xM]{0,3}[MG](?=,?[vf])|'[MG](?:oD?[xN]{1,2})?(?=,?[vf]))?(?![^F]*&[dDT]?m)[^MGWHBXAcIrNPK]{0,8}(?:[vf]|UpT'xo|U|[an]|t(?!x\Z))[^MGWHBXVAcIrNPKF]{0,4}",
        take="previous",
        examples=(
            ("Sales rose 4% to $6 million from $5 million.", "Sales"),
            ("Halden earned $5 million, compared with $4 million.", "earned"),
            ("Output was 5 tons, down from 7 tons.", "Output"),
            ("The deficit was 4.8% of output against 5.7%.", "deficit"),
        ),
        rejects=("Sales rose 4%.", "Sales rose 4% while costs fell to $5 million."),
    ),
    ContextRule(
        name="metric.reached",
        before=r"F(?:Dx|[xpT]){0,4}(?:,?tB|&d?B)q*",
        kinds=("money", "quantity", "count"),
        take="previous",
        examples=(
            ("Premiums were increased by 27% and stood at $13 million.", "Premiums"),
            ("Trade grew 14.2% year on year to reach $4 million.", "Trade"),
        ),
        rejects=("Premiums rose 27% and costs were $13 million.",),
    ),
    ContextRule(
        name="metric.but_went",
        before=r"F(?:[np]?D?x{0,2}T)?,?cA?d?V[xd]?[tp]q*",
        kinds=("percent", "money", "points"),
        take="previous",
        examples=(("Inflation will climb to 2.5%, but will drop back to 1.9% in 2021.", "Inflation"),),
        rejects=("Inflation will climb to 2.5%, but growth will drop back to 1.9%.",),
    ),
    ContextRule(
        name="metric.for_what_is",
        before=rf"(?:^|[;\"])D?(?P<np>{NP})p[^F;VBHAWXSm]{{1,10}}[dx]?AB(?:d|q|D|U|a)*",
        kinds=("money", "percent"),
        examples=(
            ("Operating costs for mills, retail stores and roads will be $4 million.", "Operating costs"),
        ),
        rejects=("Halden paid for retail stores, which will be $4 million.",),
    ),
    ContextRule(
        name="metric.sees_it",
        before=r"XIt?[BVW][qdaDt]{0,3}",
        kinds=("percent", "money", "points"),
        take="previous",
        examples=(("Inflation fell to 2%, but the bank sees it averaging 3%.", "Inflation"),),
        rejects=("Inflation fell to 2%, but the bank sees growth averaging 3%.",),
    ),
    ContextRule(
        name="metric.share_or",
        before=r"FoD?x?[MG],&q*",
        kinds=("money",),
        take="previous",
        examples=(("Government debt amounted to 62.9% of GDP, or $2 million.", "Government debt"),),
        rejects=("Debt was 62.9% of GDP and spending was $2 million.",),
    ),
    ContextRule(
        name="metric.beat",
        before=r"F[Qx]?(?:,?r)?H?[WV]Dq*",
        after=r"D?x?[RENIKP]H?d?X(?!t)",
        kinds=("percent", "money"),
        take="previous",
        examples=(("Revenue of $3.2 million missed the $3.4 million that analysts expected.", "Revenue"),),
        rejects=("Revenue of $3.2 million repaid the $3 million that Halden owed.",),
    ),
    ContextRule(
        name="metric.went_on",
        before=r"F[^F;VBHWAXMGmNPKI]{0,8}&[xW][^F;VBHWAXMGmNPKI]{0,6}U",
        kinds=("percent", "money", "points"),
        take="previous",
        examples=(
            (
                "The shares opened at $14 in heavy dealings in London and ended their first day up 6%.",
                "shares",
            ),
        ),
        rejects=("The shares opened at $14 and profit ended the day up 6%.",),
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
        name="metric.moved_across",
        before=r"V(?:D|i|[NKk]'|x)*(?P<np>[xMG]{0,3}[MG])[onp][^VBHAF;,&]{0,3}F[^VBHAF;,&]{0,2}[tp][dq]*",
        kinds=("money", "percent", "points"),
        examples=(("The grocer will cut prices on 2,000 items by 9%.", "prices"),),
        rejects=("The grocer cut prices, and on 2,000 items by 9%.",),
    ),
    ContextRule(
        name="metric.verb",
        before=r"(?P<np>m)(?:,[yp][^F;,VBHAS]{1,8},)?(?:q|d|a|Dx?|f|x(?=q))*",
        kinds=("money", "percent", "ratio"),
        take="shares",
        examples=(
            ("Halden earned $5 million.", "earned"),
            ("Halden shares closed at $45.", "shares"),
            ("Halden earned, excluding one-time items, $5 million.", "earned"),
        ),
        rejects=("Sales were $5 million.",),
    ),
    ContextRule(
        name="metric.priced_at",
        before=r"(?P<np>m)aq*",
        kinds=("count", "percent"),
        names=("price",),
        examples=(("The notes have a 7% coupon and were priced at 99.75.", "priced"),),
        rejects=("The notes have a coupon at 7%.",),
    ),
    ContextRule(
        name="metric.explained",
        before=rf"(?<![pnofav]{OWNER})(?P<np>{NP})(?:\([xM]\))?,&D?[xMG]{{1,3}}(?:[po][^F;,VBHAWXS]{{1,6}}|D[xK][xWVHm][^F;,]{{0,6}})?,[VB][^F;MG]{{0,8}}",
        examples=(("The load factor, or percentage of seats filled, narrowed to 61%.", "load factor"),),
        rejects=("The load factor narrowed, and the percentage of seats filled rose to 61%.",),
    ),
    ContextRule(
        name="metric.relative",
        before=rf"(?P<np>{NP})(?:[ponfat][^F;,VBHAWXSm]{{1,7}})?,(?:r[^;c]{{0,30}}(?:c[MG]{{1,2}}B[xd])?|[LN]'[^;c,VBHAWXSF]{{1,8}}|D[^;c,VBHAWXS]{{0,12}}|DMo[^;,F]{{0,14}}|U[^;c,VBHAWXSMG]{{0,8}}|(?:[dT]{{1,2}}(?:DMo)?|a|[VXM](?:[np]?D?T)?[at])q*F(?:Q|Dx)?|x[Dpxqof]{{0,4}}F[pxMoD]{{0,3}}),(?:[VWx][xMG]{{1,2}}&)?(?:t?W|t?[VBHm]|[AHd]{{1,2}}[VBHWm])[^F;MG]{{0,8}}",
        examples=(
            ("Cloud revenue, which is 40% of the total, rose 6%.", "Cloud revenue"),
            ("Its capital ratio, a measure of strength, was 12.9%.", "capital ratio"),
            ("Net debt, which was $5 million last year, will rise to $6 million.", "Net debt"),
            ("The number of cards in the system, Europe's biggest, grew 11%.", "cards"),
            ("Capacity use, a measure of how busy firms are, rose to 77%.", "Capacity use"),
            ("The shares, down a third this year, gained 2%.", "shares"),
            ("It expects net debt, now $9 million, to fall below $4 million.", "net debt"),
            ("The operating margin, at 40%, was 12 points wider.", "operating margin"),
            ("Growth of imports, forecast in May at 4%, is now seen slowing to 3%.", "Growth"),
            ("Unemployment, covering ages 16 to 24, hit 16%.", "Unemployment"),
        ),
        rejects=("Cloud revenue rose 6%.",),
    ),
    ContextRule(
        name="metric.governing",
        before=rf"(?<![xMGKkZ])(?:(?<=T[Di])|(?<=^pT)|(?<![pnofavty]{OWNER}(?:x{{1,2}}T)?))(?<!Mq{OWNER})(?<![onpt]{OWNER}[xMZK]{{1,3}}&D?)(?<!o[xMZK]{{1,3}},[xMZK,]{{0,6}}&D?)(?<![onp]x{{0,2}}[LN]x?)(?P<np>{NP})(?!['Kk])(?:,r[VHBm][^F;]{{1,20}}?,(?=[VBHA]))?(?:(?!c(?:{OWNER}M|D?[xL]{{0,2}}[NKIPZ][AHVBWm]))[^F;]){{0,24}}?[VBHAWXmS](?:(?!c[NKP][HV])[^F;MG]){{0,16}}",
        examples=(
            ("It cut jobs after profits for 2019 fell by 4%.", "profits"),
            ("The yield on its bank debt rose 4%.", "yield"),
            ("Sales in the latest period climbed 4%.", "Sales"),
            ("Net income at the bank fell to $5 million.", "Net income"),
            ("Revenue, which includes rents as well as fees, fell 3%.", "Revenue"),
            ("Reserves of gold, convertible money, and drawing rights fell 3%.", "Reserves"),
        ),
        rejects=("Halden earned $5 million.",),
    ),
    ContextRule(
        name="metric.governing_across",
        before=rf"(?:^|[,;cS\"])D?[NZE]?(?:[xM]{{0,2}}T)?(?P<np>{NP})[pwoanf](?:D?x?[NLKk]'|[iD])?x?q*F[Qx]{{0,2}}(?:[HmM](?=[AB]))?(?:p[DNLKxE']{{1,5}}|D[xZ])?(?:[np]?T|(?:r|DW)[^F;,]{{1,10}}?)?(?:[AVB]|W(?=t))[^F;MG]{{0,8}}",
        examples=(
            ("Pensions of 2 million people will increase by 3%.", "Pensions"),
            ("Sales of $20 million in the first quarter of 2004 rose 1%.", "Sales"),
            ("Output at the 12 mills which report to it was 9% lower.", "Output"),
            ("Sales at Orlin's 320 stores open at least a year fell 2%.", "Sales"),
            ("Savings from the $6 million purchase reached $3 million.", "Savings"),
        ),
        rejects=(
            "Halden has pensions for 2 million people and owes 3%.",
            "Raising the pension by two years would save 3%.",
        ),
    ),
    ContextRule(
        name="metric.pronoun",
        before=rf"(?P<np>{NP})(?!')[^;]{{0,24}}?;I[VBHAX][^F;MG]{{0,6}}",
        examples=(("New loans are slow; they were $6 million.", "loans"),),
        rejects=("New loans are slow; Halden lent $6 million.",),
    ),
    *ELIDED,
    ContextRule(
        name="metric.nearest",
        before=rf"(?<!^p{OWNER}x{{0,4}})(?P<np>{NP})(?!['Kk]|,D?[xTL]{{0,2}}Z)[^F;MG]{{0,16}}",
        examples=(("Sales, it seems, of some $20 million.", "Sales"),),
        rejects=(
            "Halden closed 5 mills.",
            "Among individual stocks, Halden sank 7%.",
            "In other markets, gold rose $2.",
            "Among the other actively traded issues, Halden fell 11.",
        ),
    ),
    ContextRule(
        name="metric.object_by",
        before=r"V(?:D|i|L')x{0,2}?(?P<np>x)(?:o[DiTL]?[xZL]{1,3})?pq*",
        kinds=("percent", "points"),
        examples=(("The drug reduced the risk of stroke by 21%.", "risk"),),
        rejects=("The drug reduced pain by 21%.",),
    ),
    ContextRule(
        name="metric.points_of",
        after=r"oD?(?P<np>x?C)(?!o)",
        kinds=("points", "money"),
        examples=(("Traders price in 90 basis points of cuts.", "cuts"),),
        rejects=("Traders price in 90 basis points.",),
    ),
    ContextRule(
        name="metric.change_alone",
        before=r"(?:^|;)[^F;]{0,30}?(?P<np>[CG])oq*",
        kinds=("percent", "points"),
        examples=(("They expect a contraction of 0.4% next year.", "contraction"),),
        rejects=("They expect sales to fall 0.4%.",),
    ),
)
