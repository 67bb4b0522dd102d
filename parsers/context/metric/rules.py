"""The rules that tell what a figure measures, in the order in which they are tried.

In the patterns a letter is a word of `words`; the words of the group ``np`` are the metric.
"""

from __future__ import annotations

from parsers.context.metric.far import FAR
from parsers.context.metric.heads import HEADS
from parsers.context.metric.near import NEAR, NP, OWNER, SKIP
from parsers.context.rows.grammar import ContextRule

RULES: tuple[ContextRule, ...] = (
    ContextRule(
        name="metric.at_its_rate",
        before=rf"(?P<np>{NP})(?!')(?:,&D?[xMG]{{1,3}}[po][^F;,VBHAWXS]{{1,6}},|[^F;MG]{{0,12}}?)V[dT]?aDq*",
        after=r"x{0,2}(?=M[,;pnoftc]|M\Z)",
        kinds=("percent",),
        examples=(
            ("Consumer credit grew at a 6.1% annual rate.", "Consumer credit"),
            ("Productivity, or the amount of output for an hour, rose at a 2% annual rate.", "Productivity"),
        ),
        rejects=("Consumer credit grew, at a 6.1% margin on loans.", "The economy has a 2.8% annual rate."),
    ),
    ContextRule(
        name="metric.the_move",
        before=r"^(?:D|i|T'?)q*",
        after=r"[CG](?![noM])",
        kinds=("percent", "points"),
        take="earlier",
        examples=(("Orders rose 4%. The 4% gain offset a slump in May.", "Orders"),),
        rejects=("Orders rose 4%. The 4% gain in costs was small.",),
    ),
    *NEAR,
    ContextRule(
        name="metric.whole_in",
        before=r"[MGx]oDq*",
        after=rf"n(?:D|i|[NKkL]'?)*(?:x-?&)?(?P<np>{NP})(?!['mVBH])",
        kinds=("money",),
        examples=(("Lamps were a small share of the $60 million in exports.", "exports"),),
        rejects=("Exports of lamps were $60 million in sales terms.", "It has debt of $60 million in bonds."),
    ),
    ContextRule(
        name="metric.the_change",
        before=r"(?:^|,)DC[AHBd]{1,4}q*",
        kinds=("percent", "points"),
        take="earlier",
        examples=(("Sales rose 4%. At constant rates, the increase would have been 6%.", "Sales"),),
        rejects=("Sales rose 4%. The increase in costs was 6%.",),
    ),
    ContextRule(
        name="metric.at_a_rate",
        before=rf"(?P<np>{NP})(?!')[^F;MG]{{0,12}}?V[dT]?aDx{{0,4}}Moq*",
        kinds=("percent", "count"),
        examples=(("The economy grew at an annual rate of 2.8%.", "economy"),),
        rejects=("The economy has an annual rate of 2.8%.",),
    ),
    ContextRule(
        name="metric.set_at",
        before=rf"(?P<np>{NP})p[Di]x{{0,2}}[xMZ]aq*",
        kinds=("money", "percent"),
        examples=(("It set the dividend on the new shares at 12 cents.", "dividend"),),
        rejects=("It set the new shares at 12 cents.",),
    ),
    *HEADS,
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
        name="metric.level_is_with",
        before=rf"(?P<np>{NP})w[^F;,VB]{{0,4}}F[^F;,VB]{{0,8}}B(?:d|q|D)*",
        examples=(("Customers with more than $5 million in sales totaled 1,912.", "Customers"),),
        rejects=("Customers totaled 1,912.",),
    ),
    ContextRule(
        name="metric.level_is",
        before=rf"(?:(?<=T[Di]x{{0,2}})|(?<![ponfavy]{OWNER}[xKk]{{0,2}})(?<![pnofavy]{OWNER}[xKkMZ]{{1,3}}))(?P<np>{NP})[dx]?(?:Ad?)?B(?:d|q|D|U|a|x(?=[q]))*",
        examples=(
            ("For the nine months the loss was $388 million.", "loss"),
            ("Premiums totaled $388 million.", "Premiums"),
            ("The bank's assets were $4 billion.", "assets"),
        ),
        rejects=("Sales rose 4%.", "Revenue fell to $5 million."),
    ),
    ContextRule(
        name="metric.part_of",
        before=r"(?:^|[^tq]|[BW]t)q*",
        after=rf"{SKIP}o{OWNER}(?:F(?:\(F\))?n?{OWNER})?(?P<np>{NP})(?!')",
        examples=(
            ("Sales abroad accounted for 43% of the company's revenue.", "revenue"),
            ("It sold $380 million of preferred stock.", "preferred stock"),
        ),
        rejects=("Revenue fell 43%.", "The margin slid to 48% of sales."),
    ),
    ContextRule(
        name="metric.amount_in",
        before=r"(?:(?<!m)a|[^VtUa])q*",
        after=rf"{SKIP}(?:,&q*F(?:[pc]x?M)?,|(?<=F|Q),)?n(?:D|i|E|T|[NKk]'?)*(?:x-?&)?(?P<np>{NP})(?!['mVBH])",
        kinds=("money",),
        examples=(
            ("The company has $412 million in cash.", "cash"),
            ("It issued $62 million in convertible bonds.", "convertible bonds"),
        ),
        rejects=("Profit rose to $4 million in heavy trading.",),
    ),
    ContextRule(
        name="metric.left_under",
        after=rf"xq{OWNER}(?P<np>{NP})(?!')",
        kinds=("money",),
        examples=(("It has $5 million remaining under its credit line.", "credit line"),),
        rejects=("It has $5 million under contract.", "It paid $5 million early under its credit line."),
    ),
    ContextRule(
        name="metric.with_amount_in",
        before=r"wq*",
        after=rf"{SKIP}n(?:D|i|[NKk]'?)*(?P<np>{NP})(?!')",
        kinds=("money",),
        examples=(("Customers with more than $5 million in sales rose.", "sales"),),
        rejects=("The chain opened in May with $5 million.",),
    ),
    ContextRule(
        name="metric.added_to",
        before=r"(?:V|H)(?:q|D|x)*",
        after=rf"(?:Q|T|Dx)?[tf]{OWNER}(?P<np>{NP})(?!['VBHA]|oq*F)",
        kinds=("money", "percent"),
        examples=(
            ("It added $18 million to loan reserves.", "loan reserves"),
            ("The plan will pare $55 million a year from costs.", "costs"),
        ),
        rejects=("Sales rose $18 million to $40 million.",),
    ),
    ContextRule(
        name="metric.was_in",
        before=r"(?:^|[;\"])oD[xM]{0,3},q*",
        after=rf"Bn{OWNER}(?P<np>{NP})(?!')",
        examples=(("Of the total, $5 million was in real estate.", "real estate"),),
        rejects=("Of the loans, $5 million was repaid.",),
    ),
    ContextRule(
        name="metric.including",
        before=r"F[^F;VB]{0,14}(?:y|,r)q*",
        take="previous",
        examples=(
            ("Losses were $71 million, including $58 million from a storm.", "Losses"),
            ("Spending was $71 million, of which about 40% went abroad.", "Spending"),
        ),
        rejects=("It made 71 loans, including a loan of $5 million.",),
    ),
    ContextRule(
        name="metric.of_which_owned",
        before=r"F[^F;VBHAWXm]{0,4},r[NLKIPDxMk]{1,6}d?(?:m|Wp?)q*",
        kinds=("percent", "count", "ratio"),
        take="previous",
        examples=(("It has 13 million shares outstanding, of which Halden owns 9%.", "shares"),),
        rejects=("It has 13 million customers, and Halden owns 9%.",),
    ),
    ContextRule(
        name="metric.apart",
        before=r"F[^F;VBHAWXSMG]{0,4},q*",
        after=r"U(?=p|$)|q",
        kinds=("points", "percent"),
        take="previous",
        examples=(("The rate will peak at 3% next spring, a quarter point higher than expected.", "rate"),),
        rejects=("The rate will peak at 3% next spring, and sales will be 2% higher than expected.",),
    ),
    ContextRule(
        name="metric.half_the",
        after=rf"(?:D|i|[NKkPZ]')+(?:q*F(?:\(F\))?n?{OWNER})?(?P<np>{NP})(?!')",
        kinds=("ratio",),
        examples=(
            ("The paper units hold half the company's assets.", "assets"),
            ("It sold half its debt.", "debt"),
        ),
        rejects=("It owns half of the debt.",),
    ),
    ContextRule(
        name="metric.valued_at",
        before=r"(?P<np>m)(?=[DNiI])(?:[^F;VBWMG,&c]|,[^F;,]{1,8},){1,8}a[qp]*",
        kinds=("money",),
        examples=(("Analysts value the new company, to be called Norvik, at $45 million.", "value"),),
        rejects=("Halden valued the mill and it sold at $45 million.",),
    ),
    ContextRule(
        name="metric.of_things",
        after=rf"{SKIP}o{OWNER}(?P<np>[xKkZ]{{1,3}})(?=[,.nftp&rABVWHDwdTSXIa]|$)",
        kinds=("money", "percent", "ratio", "quantity"),
        examples=(
            ("It processes $90 million of coupons a month.", "coupons"),
            ("The barn has 40 megawatts of solar panels on its roof.", "solar panels"),
        ),
        rejects=("It spent $90 million.",),
    ),
    ContextRule(
        name="metric.yielding",
        before=r"(?P<np>m)(?:q|d|a|f)*",
        kinds=("percent", "points"),
        names=("yield",),
        examples=(
            ("The issue rose 5/32 to 102 5/32, to yield 7.92%.", "yield"),
            ("It was sold to yield 35 basis points more.", "yield"),
        ),
        rejects=("The issue rose 5% to close at 7.92%.",),
    ),
    ContextRule(
        name="metric.weighing",
        before=r"(?P<np>m)(?:q|d)*",
        kinds=("quantity",),
        names=("dimensions",),
        examples=(("The glasses weigh 42 grams.", "weigh"),),
        rejects=("The glasses hold 42 grams.",),
    ),
    ContextRule(
        name="metric.priced",
        before=r"(?P<np>m)(?:q|d|D|a)*",
        kinds=("points",),
        names=("price",),
        examples=(("The debentures were priced 165 basis points above the note.", "debentures"),),
        rejects=("The index lost 165 points.",),
    ),
    ContextRule(
        name="metric.employing",
        before=r"(?P<np>m)q*",
        kinds=("count",),
        names=("employees",),
        examples=(("The mill will employ 600.", "employ"),),
        rejects=("The mill employs 600 people.", "The mill lost 600."),
    ),
    ContextRule(
        name="metric.change_of",
        before=r"[CG]oq*",
        after=rf"n{OWNER}(?P<np>{NP})(?!['mVBH])",
        kinds=("quantity", "count", "money", "percent", "points"),
        examples=(("It reported an increase of 4 million barrels in oil stocks.", "oil stocks"),),
        rejects=("It reported an increase of 4 million barrels in May.",),
    ),
    ContextRule(
        name="metric.cut_from",
        before=r"Vq*",
        after=rf"f[iD]x{{0,2}}(?P<np>{NP})(?!['mVBH])",
        kinds=("quantity", "money"),
        examples=(("Members will cut 2 million barrels a day from their output.", "output"),),
        rejects=("Output rose 2 million barrels from May.",),
    ),
    ContextRule(
        name="metric.which_went",
        before=rf"[pWVXmt]{OWNER}(?P<np>{NP}),r[dAH]{{0,2}}V[^F;MG]{{0,8}}",
        kinds=("money", "percent", "points", "count"),
        examples=(("Costs for options weighed on operating profit, which fell 3%.", "operating profit"),),
        rejects=("Costs for options, which weighed on operating profit, fell 3%.",),
    ),
    ContextRule(
        name="metric.forecast_at",
        before=rf"(?P<np>{NP}),[MX](?:[np]?D?T)?aq*",
        kinds=("percent", "money", "points"),
        examples=(("Import growth, forecast in May at 4%, is slowing.", "Import growth"),),
        rejects=("Imports grew, with a forecast in May at 4%.",),
    ),
    *FAR,
    ContextRule(
        name="metric.half_of",
        before=r"Fo[Di]q*",
        kinds=("money",),
        take="previous",
        examples=(("It won an award of $4 million, half of the $8 million it had sought.", "award"),),
        rejects=("It won half the awards, and paid $8 million.",),
    ),
)
