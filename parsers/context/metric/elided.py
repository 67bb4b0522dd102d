"""What a figure measures where its sentence leaves it out, and means what was told before of another."""

from __future__ import annotations

from parsers.context.rows.grammar import ContextRule

ELIDED: tuple[ContextRule, ...] = (
    ContextRule(
        name="metric.of_others",
        before=r"F[^F;VBHAWXS]*,p[NZL]wq*|F&[NZL]wq*",
        kinds=("percent",),
        take="previous",
        examples=(("Halden has a 12% share of its market, behind Orlin with 20%.", "share"),),
        rejects=("Halden has a 12% share of its market, and Orlin has debt with a yield of 20%.",),
    ),
    ContextRule(
        name="metric.elided_anew",
        before=r"^(?:[cd],?)?[NL]'d?(?:V[dtpq]*|B[dqU]*(?:Dx(?:n[DLxK]{1,3})?,?a)?q*)",
        kinds=("percent", "money", "points"),
        take="earlier",
        examples=(("Halden's traffic rose 5% in May. Orlin's fell 1%.", "traffic"),),
        rejects=("Halden's traffic rose 5% in May. Orlin fell 1%.",),
    ),
    ContextRule(
        name="metric.elided",
        before=r"[NL]'d?(?:V[dtq]*|B[dqU]*)",
        kinds=("percent", "money", "points"),
        take="previous",
        examples=(("Halden's stock rose to $61, while Orlin's was down 6.8%.", "stock"),),
        rejects=("Halden's stock rose to $61, while Orlin's sales dropped 6.8%.",),
    ),
    ContextRule(
        name="metric.elided_month",
        before=r"(?:^|&)T'(?:d?[BV][xdtq]*|tq*)",
        take="earlier",
        examples=(("Payroll gains were 4,000. April's were revised to 6,000.", "Payroll gains"),),
        rejects=("Payroll gains were 4,000. April's sales were 6,000.",),
    ),
    ContextRule(
        name="metric.named_at",
        before=r"F(?:o[^F;,VBHAWXSm]{1,5})?(?:,w|,?&|,|,Wp)D?x?[NL]x?[awp]q*",
        kinds=("percent",),
        take="previous",
        examples=(
            ("Orlin's market share is 31%, with Calder second at 22%.", "market share"),
            ("Orlin has a market share of 31%, followed by Calder on 22%.", "market share"),
        ),
        rejects=("Orlin's market share is 31%, and Calder has 22%.",),
    ),
    ContextRule(
        name="metric.moved_too",
        before=r"F[np]D?x{1,2},?&q*",
        after=r"t|$",
        kinds=("percent",),
        take="previous",
        examples=(("Halden's circulation fell 7% to 412,000 on weekdays and 5%.", "circulation"),),
        rejects=("Halden's circulation fell 7% to 412,000 on weekdays and 5% of ads were lost.",),
    ),
    ContextRule(
        name="metric.hoped_for",
        before=r"F(?:[np]T)?,?&XT?t[xBVWHm]q*",
        kinds=("money",),
        take="previous",
        examples=(("It had revenue of $58 million in 2018 and hopes to reach $90 million.", "revenue"),),
        rejects=("It had revenue of $58 million in 2018, and costs of $90 million.",),
    ),
)
