"""What a figure measures where the words close to it say so, or take it from the figure before.

The first part of the metric rules; the others stand in `rules` and `far`.
"""

from __future__ import annotations

from parsers.context.metric.around import AROUND, RATES, RESTATED
from parsers.context.rows.grammar import ContextRule

NP = r"[xMGZkKC]{0,6}[MG]"


OWNER = r"(?:D|i|[NKkPZLxM]'|N|L|E|Z(?=[xM])|T(?!'?$)|T'|x{1,2}T(?=[xMGZ])|q|d|X(?=[xMG]))*"


SKIP = r"(?:x?\(x\)|Q|-x|T(?=o)|Dx(?=[no])|\(q*FQ?(?:[;,]q*FQ?)?\)|,?&q*FQ?(?=,)|&[cdxU](?=o))*"


TWIN = r"(?:Q|-x)?,&q*FQ?,(?=[xZ]{0,2}M(?:[fopwtn,;]|$))"
"""The same amount told in another way, before what it is ("a $27-a-share, or $630 million, offer from")."""
SAID_AGAIN = ("metric.twin", "metric.second_twin", "metric.per_unit", "metric.per_unit_in")
"""The rules by which a figure states the one before it again: it is of the same time, and as sure."""


THINGS = ("count", "quantity")


NEAR: tuple[ContextRule, ...] = (
    *AROUND,
    ContextRule(
        name="metric.change_in",
        after=rf"{SKIP}[xMG]{{0,2}}[CGk](?:in|n|o|,T,n|Tn)?(?<=[no]){OWNER}(?:x{{0,2}}N)?F?(?P<np>(?:[xZ]{{1,2}}&(?=[xZ]))?{NP})(?!')",
        examples=(
            ("It reported a 5% rise in food and drink sales.", "food and drink sales"),
            ("Halden posted a 7% increase in operating profit.", "operating profit"),
            ("It reported a 47% decline in fourth-quarter earnings.", "earnings"),
            ("There was a 3% rise in the company's sales.", "sales"),
            ("It saw a 3% rise last month in sales.", "sales"),
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
        before=r"(?:^|[^Bq])q*",
        after=rf"{OWNER}(?P<np>{NP})(?!')",
        kinds=("multiple",),
        examples=(("The directors halved the quarterly dividend.", "dividend"),),
        rejects=("Revenue doubled.", "Its debt is twice the size of the economy."),
    ),
    ContextRule(
        name="metric.times_as_many",
        after=r"q|[pc]x[pc]",
        kinds=("multiple",),
        take="previous",
        examples=(("The lamp holds 12 diodes, three times as many as the old one.", "diodes"),),
        rejects=("The new lamp is three times brighter.",),
    ),
    ContextRule(
        name="metric.owned_part",
        after=r"-(?P<np>m)",
        kinds=("percent",),
        names=("stake",),
        examples=(("Orlin Tools will sell its shares in 30%-owned Calder Corp.", "owned"),),
        rejects=("Orlin Tools owned 30% of Calder Corp.",),
    ),
    ContextRule(
        name="metric.owned_by",
        before=r"Bq*",
        after=r"(?P<np>m)(?=p)",
        kinds=("percent",),
        names=("stake",),
        examples=(("Calder Corp. is 30% owned by Orlin Tools.", "owned"),),
        rejects=("Orlin Tools owned 30% of Calder Corp.",),
    ),
    ContextRule(
        name="metric.owned_of",
        after=r"oD?x{0,2}[NK]B[dq]*(?P<np>m)(?=p)",
        kinds=("percent", "ratio"),
        names=("stake",),
        examples=(("About 12% of Calder Corp. is owned by Orlin Tools.", "owned"),),
        rejects=("About 12% of Calder Corp.'s sales were lost.",),
    ),
    ContextRule(
        name="metric.charge",
        after=rf"(?:{SKIP}|{TWIN})(?:x?T(?=[xZM]))?(?P<np>(?:[xZ]|N(?!')){{0,3}}(?:E[xDd])?[xZ]{{0,2}}[Kk]?M[MG]*)(?!')",
        kinds=("money", "percent", "points", "quantity", "count"),
        examples=(
            ("Halden took a $24 million charge.", "charge"),
            ("Mr. Hale has a 14% voting stake.", "voting stake"),
            ("It redeemed the 8.25% subordinated debentures.", "subordinated debentures"),
        ),
        rejects=("Sales rose $24 million, and charges fell.", "Halden posted a 5% increase."),
    ),
    ContextRule(
        name="metric.gain",
        after=rf"{SKIP}T?(?P<np>[xZ]{{0,3}}G)(?!')",
        kinds=("money", "quantity"),
        examples=(
            ("It had a $9 million gain.", "gain"),
            ("It reported a $9 million third-quarter loss.", "loss"),
        ),
        rejects=("It posted a 9% gain.",),
    ),
    ContextRule(
        name="metric.ratio_of",
        after=r"(?P<np>[xMGkK]{1,3})(?=[,.&nftpcrTdBHAVW]|x[DiqF]|$)",
        kinds=("ratio",),
        examples=(("It leads in 23 out of 32 test criteria.", "test criteria"),),
        rejects=("It owns two-thirds.",),
    ),
    ContextRule(
        name="metric.charge_twin",
        before=r"FQ?(?:-x)?,&q*",
        after=r",(?P<np>[xZ]{0,2}M)(?=[fopwtn,;]|$)",
        kinds=("money", "percent"),
        examples=(
            ("It refused a $27, or $630 million, offer from a fund.", "offer"),
            ("It made a $27, or $630 million, tender offer to buy the mill.", "tender offer"),
        ),
        rejects=("It paid $27, or $630 million, in offers.",),
    ),
    ContextRule(
        name="metric.valued_next",
        before=r"(?P<np>m)(?=[DNiIK])[^;VBHWASXcm]{4,40}F,?&[^;VBHWASXcmMGF]{1,10}aq*",
        kinds=("money",),
        names=("market value",),
        examples=(("He valued its mill at $9, its stake at $4 and Orlin, a lamp unit, at $5.", "valued"),),
        rejects=("He valued its mills at $9 million and its stake at $5 million.",),
    ),
    ContextRule(
        name="metric.priced_each",
        before=r"F[^F;VBAXScmw]{0,14}[ap]q*",
        after=r"Q",
        kinds=("money",),
        take="previous",
        examples=(("The fund bought 40,000 shares in the open market at $9.50 each.", "shares"),),
        rejects=("The fund bought 40,000 shares, and oil closed at $9.50 a barrel.",),
    ),
    ContextRule(
        name="metric.set_aside_for",
        before=r"[xWV&](?:Dx?)?q*",
        after=rf"p(?P<np>{NP})(?!['VBHm])",
        kinds=("money",),
        names=("buyback", "dividend", "capital spending"),
        examples=(("The board approved an additional $4 billion for share buybacks.", "share buybacks"),),
        rejects=("It paid $4 billion for the mill.", "It paid $4 billion in May for buybacks."),
    ),
    ContextRule(
        name="metric.fined",
        before=r"(?P<np>m)D?[xKL]{0,3}[NK]q*",
        kinds=("money",),
        names=("penalty",),
        examples=(("The watchdog fined Calder Bank $85 million.", "fined"),),
        rejects=("The watchdog earned Calder Bank $85 million.",),
    ),
    ContextRule(
        name="metric.more",
        after=rf"U(?P<np>{NP})(?!')",
        kinds=("count", "money", "quantity"),
        examples=(("It paid $2.4 million more interest.", "interest"),),
        rejects=("It sold 2.4 million more than a year before.",),
    ),
    ContextRule(
        name="metric.fewer",
        after=r"U(?P<np>[xMKZ]{1,3})(?=[,.;nftp&rTcd]|$)",
        kinds=("percent", "ratio"),
        examples=(("The carrier flew 8% fewer seat miles.", "seat miles"),),
        rejects=("The new lamp is 8% more efficient.", "The carrier earned 8% more in May."),
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
        before=r"F(?:Q|\(F\)|T|Dx)?,?&q*",
        after=r"Q|x?,?[ft]|,|$|[v(TnU]|p[xC]{0,2}Mo",
        kinds=("money",),
        take="previous",
        examples=(("Net income was $4 million, or 45 cents a share.", "Net income"),),
        rejects=("Net income was $4 million and sales were $9 million.",),
    ),
    ContextRule(
        name="metric.plus_or_minus",
        before=r"F(?:Q|\(F\))?,?&&xq*",
        kinds=("money", "percent", "points"),
        take="previous",
        examples=(("It expects revenue of $24 million, plus or minus 2%.", "revenue"),),
        rejects=("It expects revenue of $24 million, or 2%.",),
    ),
    *RESTATED,
    ContextRule(
        name="metric.whole",
        before=r"Fo(?:[Diq]|[NKk]'?)+",
        kinds=("count",),
        take="previous",
        examples=(("It will redeem two million shares, or 8% of the 25 million outstanding.", "shares"),),
        rejects=("It will redeem two million of the shares and sell 25 million.",),
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
        name="metric.below",
        before=r"FqDq*",
        kinds=("money", "count", "quantity"),
        take="previous",
        examples=(("Profit will be about 20% below the $27 million of 1988.", "Profit"),),
        rejects=("Profit will be 20% below that, and sales were $27 million.",),
    ),
    ContextRule(
        name="metric.that",
        before=r"[VCW][DI]U?[tp]q*",
        take="previous",
        examples=(("It controls 6% of the toy market and will raise that to 10%.", "toy market"),),
        rejects=("It controls 6% of the toy market and will raise its dividend to 10%.",),
    ),
    ContextRule(
        name="metric.postponed",
        before=r"Vtq*",
        after=rf"(?:fF)?{OWNER}(?P<np>{NP})(?!')",
        examples=(("The plan reduces to 10% the ownership that it allows.", "ownership"),),
        rejects=("It lowered the ratio to 10%.",),
    ),
    ContextRule(
        name="metric.postponed_by",
        before=r"[VC]pq*",
        after=r"(?:Q|Dx)?(?:i|[NKL]'|D)[xZKkT]{0,3}(?P<np>[xMGZ]{0,2}M)(?!')",
        kinds=("percent", "money"),
        examples=(("It will boost by 50% its capacity.", "capacity"),),
        rejects=("Sales rose by 50%, its profit fell.",),
    ),
    ContextRule(
        name="metric.change_of",
        before=r"F(?:Q|\(q*F\))?,[xW]?D[xU]?[CG]oq*",
        kinds=RATES,
        take="previous",
        examples=(
            ("Net income was $43 million, an increase of 63%.", "Net income"),
            ("Revenue was $43 million, registering a growth of 63%.", "Revenue"),
        ),
        rejects=("There was an increase of 63%.",),
    ),
    ContextRule(
        name="metric.after_a_move",
        before=r"F[^F;VBHAWXS]{0,8}pDx?[CG]oq*",
        after=r"n?T|[,;]|$",
        kinds=(*RATES, "count"),
        take="previous",
        examples=(("Sales rose 5% in May after a gain of 3% in April.", "Sales"),),
        rejects=("Sales rose 5% in May on a gain of 3% in exports.",),
    ),
    ContextRule(
        name="metric.twin",
        before=r"F[Qx]?\(q*",
        take="previous",
        examples=(("Revenue was 30 billion yuan ($4.2 billion).", "Revenue"),),
        rejects=("Revenue (excluding sales of $4 million) rose 5%.",),
    ),
    ContextRule(
        name="metric.second_twin",
        before=r"F[Qx]?\(q*F(?:[;,]|,?&)q*",
        after=r"\)",
        kinds=("money",),
        take="previous",
        examples=(("Revenue was 30 billion yuan ($4.2 billion; 2.3 billion pounds).", "Revenue"),),
        rejects=("Revenue was 30 billion yuan ($4.2 billion; costs were $2 billion).",),
    ),
    ContextRule(
        name="metric.possessed",
        before=r"(?:[NKLkZ]'|i|D)q*",
        after=r"(?P<np>[xL]{0,2}(?:x|H(?=[po])))(?=[,;.nopt&qVBArFmT]|$)",
        kinds=("money",),
        examples=(
            ("Bonds eased ahead of the government's $30 billion refunding.", "refunding"),
            ("The $60 million purchase by the fund was put off.", "purchase"),
            ("It snapped up Calder in a $4 billion merger last March.", "merger"),
        ),
        rejects=("Bonds eased ahead of the sale of $30 billion of bills.",),
    ),
)
