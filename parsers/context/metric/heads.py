"""What a figure measures where words stand between it and the noun that says so, as its object or its place.

A part of the metric rules, tried before those that look at the nearest noun.
"""

from __future__ import annotations

from parsers.context.metric.near import NP, OWNER
from parsers.context.rows.grammar import ContextRule

HEADS: tuple[ContextRule, ...] = (
    ContextRule(
        name="metric.defined",
        before=r"^q*",
        after=rf":{OWNER}(?:Mo(?=[xM]{{1,3}}[HW,n]))?(?P<np>{NP})(?!')",
        kinds=("money", "percent", "count", "quantity", "points", "multiple"),
        examples=(
            ("$4.1 billion: Halden's market value on Monday.", "market value"),
            ("62%: The margin of the stores in May.", "margin"),
        ),
        rejects=("It fell 5%: The margin of the stores is low.",),
    ),
    ContextRule(
        name="metric.at_constant",
        before=r"F(?:[tf]q*F|[pn]?T)?,&q*",
        after=r"d|y",
        kinds=("percent",),
        take="previous",
        examples=(("Profit rose 9.3% to $96 million, or 11% at constant rates.", "Profit"),),
        rejects=("Profit rose 9.3% to $96 million, and 11% of sales are new.",),
    ),
    ContextRule(
        name="metric.per_unit_in",
        before=r"F(?:n[xM](?:&[xM])?|[xM]{0,2}[MG]),&q*",
        after=r"Q",
        kinds=("money",),
        take="previous",
        examples=(
            ("The bid was $2 million in cash and stock, or $45 a share.", "bid"),
            ("It had a $2 million loss, or 45 cents a share.", "loss"),
        ),
        rejects=("The bid was $2 million in cash, and oil closed at $45 a barrel.",),
    ),
    ContextRule(
        name="metric.ranging",
        before=rf"(?P<np>{NP})Bfq*",
        kinds=("percent", "money", "points"),
        examples=(("Halden held stakes ranging from 18 to 25 percent in a mine.", "stakes"),),
        rejects=("Halden held mines, and sold from 18 to 25 percent.",),
    ),
    ContextRule(
        name="metric.for_another",
        before=r"FpD?[xM]{1,3},?&q*",
        after=r"pD?[xM]{1,3}(?:[,.;]|$)",
        kinds=("money", "percent"),
        take="previous",
        examples=(("Rebates are $700 for two-door cars and $500 on vans.", "Rebates"),),
        rejects=("Rebates are $700 for two-door cars and sales rose $500 on vans.",),
    ),
    ContextRule(
        name="metric.still_above",
        before=r"F(?:[np]?D?x{0,2}T)?,?c[BV]d?[qp]Dq*",
        kinds=("money", "quantity", "count"),
        take="previous",
        examples=(
            ("Reserves fell to $4 million from $5 million, but were above the $3 million held.", "Reserves"),
        ),
        rejects=("Reserves fell to $4 million, but sales were $3 million.",),
    ),
    ContextRule(
        name="metric.that_moved",
        before=rf"(?P<np>{NP})Dd?[VBH][dtqU]*",
        kinds=("percent", "money", "points"),
        examples=(("Halden earned $40 million on sales that rose 4%.", "sales"),),
        rejects=("Halden earned $40 million as sales rose 4%.",),
    ),
    ContextRule(
        name="metric.which_moved",
        before=rf"(?<![pnofawvy&]{OWNER})(?P<np>{NP}),rd?V[dptqU]*",
        kinds=("percent", "money", "points"),
        examples=(("The banks may have to curb lending, which rose by 4%.", "lending"),),
        rejects=("The talks lifted shares in rival Orlin Holdings, which rose by 4%.",),
    ),
    ContextRule(
        name="metric.those",
        before=r"(?:^|[,;c&])D[nopt]D?[xLNEM]{1,3}d?[VB][dtqU]*",
        kinds=("percent", "money", "points"),
        take="previous",
        examples=(("Sales of trucks rose 8%, and those of cars fell 3%.", "Sales"),),
        rejects=("Sales of trucks rose 8%, and those who buy cars earn 3%.",),
    ),
    ContextRule(
        name="metric.put_at",
        before=rf"W(?:D|i)?(?P<np>{NP})o[^F;,VBHAWX]{{1,8}}(?:,r[^;,]{{1,24}},)?aq*",
        examples=(
            ("Traders put the odds of a rate cut by June at about 75%.", "odds"),
            ("The deal put the value of the site, which has 9 mills, at about $8 million.", "value"),
        ),
        rejects=("Traders put money into bonds of banks in June, with rates at 75%.",),
    ),
    ContextRule(
        name="metric.change_of_what",
        before=r"[CG]oq*(?:Fn[DixMG]{1,4}&q*)?",
        after=rf"n{OWNER}(?P<np>{NP})(?!')",
        kinds=("percent", "points", "money"),
        examples=(
            ("They expected growth of 3% in output and 4% in retail sales.", "retail sales"),
            ("It seeks a reduction of 50% in the value of its debt.", "value"),
            ("An increase of 5% in sales lifted its shares.", "sales"),
        ),
        rejects=("Sales showed an increase of 5% in May.",),
    ),
    ContextRule(
        name="metric.stands_at",
        before=r"(?:^|[;\"]|^[&c])aq*",
        after=rf",(?:(?:D|i|[NKkPZLx]'|L|N|E|T|d|q)*)(?P<np>{NP})(?=[dAVBHWXm])",
        kinds=("money", "percent", "count", "quantity"),
        examples=(("At 2.6%, inflation is within the range.", "inflation"),),
        rejects=("At 2.6%, Halden is no cheap lender.", "At $5 million, buyers of debt are few."),
    ),
    ContextRule(
        name="metric.level_of_head",
        before=r"(?P<np>[xMGZkK]{0,4}(?:[MG](?=n)|G(?=p)|M(?=t)))[npt](?:D|i|[NKkPZLx]'|L|T|x(?=[xM]))*[xMGZkK]{0,3}[MGx]oq*",
        kinds=("money",),
        examples=(
            ("It has unrealized gains in its bond portfolio of $7 million.", "unrealized gains"),
            ("The storm came at a cost to the economy of about $9 billion.", "cost"),
            ("It took a charge to 1989 earnings of $7 million.", "charge"),
        ),
        rejects=("Halden sells to mills with sales of $7 million.", "It had a profit of $7 million."),
    ),
)
