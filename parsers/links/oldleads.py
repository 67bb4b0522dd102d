"""The words before an old value, as rules with examples: what something rose from, or is set against."""

from __future__ import annotations

from parsers.links.leadrules import LeadRule, Role
from parsers.links.pieces import HEDGE, NO_VERBS, OF_RESULT, TIME_OWNS, WORDS

OLD_THEN = LeadRule(
    "link.old_then",
    Role.OLD,
    ("(",),
    rf"^(?: (?:at|in|for|by|per) (?:the )?[\p{{L}}\d -]{{2,24}}| an? \p{{L}}++)? ?\({HEDGE}$",
    (
        "Debt was 740 million euros at year-end (812 million euros a year earlier).",
        "Earnings were 0.42 euros (0.37 euros a year earlier).",
        "Orders reached 1.9 billion euros (1.7 billion euros in the prior-year quarter).",
        "Earnings per share were 31.4p (28.2p), and sales grew.",
    ),
    (
        "Orders reached 1.9 billion euros (1.7 billion euros for trains).",
        "It will spend 1.9 billion euros (40 million euros).",
    ),
)
"""Tried before what an amount in brackets may be else: that of a share, a part."""

OLDS = (
    LeadRule(
        "link.old_multiple",
        Role.OLD,
        ("the ", "its ", "'s ", "\u2019s "),
        r"^(?: as (?:many|much|large|big|high|great) as)? (?:the|its|last year's|the previous year's"
        r"|(?:\p{Lu}\p{Ll}++ )?\p{Lu}\p{Ll}++['\u2019]s)"
        r"(?: (?:previous|earlier|prior|old|former|original|current|present))?"
        r"(?: (?:loss|profit|gain|net|income|deficit|surplus|total|level|figure|rate|sum|amount) of)? $",
        (
            "Profit was $27 million, more than twice the $13 million of 1988.",
            "Profit was $27 million, twice as much as the $13 million it made in 1985.",
            "Debt was $27 million, less than half the $95 million of a year earlier.",
        ),
        ("Profit was $27 million in the quarter.",),
    ),
    LeadRule(
        "link.old_in_brackets",
        Role.OLD,
        ("(",),
        rf"^(?: {WORDS}{{0,6}}?[\p{{L}}\d]++"
        r"(?= \((?:\p{L}++ |\d{1,2} \p{L}++ ){0,3}(?:FY|[FHQ])?\d))?:? ?"
        r"\((?:(?:\d{4}|[\p{L}][\w ]{2,24}|\d{1,2} \p{L}{3,9} \d{4}): ?"
        rf"|(?:(?:it was )?(?:previously|formerly|originally|earlier)(?: at)?|prior|old:?"
        rf"|(?:last year|a year (?:ago|earlier)|the (?:year before|previous year)|year ago)[:,]?) {HEDGE})$",
        (
            "Revenue was 2.87 billion euros (2024: 2.61 billion euros).",
            "Revenue will be $572 million (previously $565 million).",
            "Revenue was $572 million (last year $565 million).",
            "Debt was 61 million euros at the end of the year (31 December 2015: 74 million euros).",
            "The dividend is 6.1p per share (2015: 5.6p).",
        ),
        ("Revenue was 2.87 billion euros (in 2024 it was 2.61 billion euros).",),
    ),
    LeadRule(
        "link.old_named",
        Role.OLD,
        (
            *("earlier ", "previous ", "prior ", "original ", "initial ", "old ", "existing "),
            *(" over the ", " over its ", ", which "),
        ),
        rf"\b(?:than|below|above|over|under|short of|beyond|beating|topping) {WORDS}{{0,6}}?"
        r"(?:earlier|previous|prior|original|initial|old|existing) "
        r"(?:forecast|guidance|estimate|outlook|target|range|plan|projection|offer|bid|prediction|proposal"
        r"|promise|pledge|commitment|request|budget)s?"
        rf"(?: range)?(?: of| for)?(?: between)? {HEDGE}$"
        rf"|, an? (?:[\p{{L}}-]++ )?(?:improvement|increase|raise) over (?:the|its) {HEDGE}$"
        rf"|\bcompared (?:to|with) (?:(?:19|20)\d\d|{TIME_OWNS}) (?:[\p{{L}}-]++ ){{0,3}}[\p{{L}}-]++,"
        rf" which (?:was|were|stood|came)(?: at)? {HEDGE}$",
        (
            "Sales would be $880 million, less than its earlier forecast of $910 million.",
            "Spending of $3 billion on roads is well below his initial promise of $5 billion.",
            "It will spend $11 billion, lower compared to 2015 public spending, which was at $14 billion.",
        ),
        (
            "Sales would be $880 million, less than analysts' estimates of $910 million.",
            "Sales would be $880 million; it repeated its earlier forecast of $910 million.",
        ),
    ),
    LeadRule(
        "link.old_passed",
        Role.OLD,
        ("trail", "lag", "top", "surpass", "exceed", "beat", "broke", "breaking", "eclips"),
        r"\b(?:trail(?:ed|s|ing)|lag(?:ged|s|ging)|top(?:ped|s|ping)|surpass(?:ed|es|ing)?|exceed(?:ed|s|ing)?"
        r"|beat(?:s|ing)?) (?:the |its |their )?(?:(?:year[- ](?:earlier|ago)|last year|(?:previous|prior"
        r"|preceding) (?:year|quarter|month|week))(?:['\u2019]s)?|19\d\d['\u2019]s|20\d\d['\u2019]s)"
        rf" (?:[\p{{L}}-]++ ){{0,3}}?{HEDGE}$"
        r"|\b(?:top(?:ped|s|ping)|surpass(?:ed|es|ing)?|exceed(?:ed|s|ing)?|beat(?:s|ing)?|broke|breaking"
        r"|eclips(?:ed|es|ing)) (?:the|its|their|a) (?:previous |prior |old |earlier |past )"
        rf"(?:[\p{{L}}-]++ ){{0,2}}?(?:record|high|peak|best)(?: of)? {HEDGE}$",
        (
            "Net of $38 million trailed the year earlier's $49 million.",
            "Sales hit $9 million, topping the previous record of $5 million.",
            "Sales of $5 million topped 1988's $4 million.",
        ),
        ("Net of $38 million trailed the forecast of $49 million.",),
    ),
    LeadRule(
        "link.old",
        Role.OLD,
        ("linkwords.against",),
        rf"\b(?<!\b(?:<<linkwords.spanning>>) )(?:<<linkwords.against>>) "
        rf"(?:(?:the |an? )?(?:previously|originally|initially) [\p{{L}}]++ |{NO_VERBS}{{0,7}}?"
        rf"|{NO_VERBS}{{0,4}}?(?:19|20)\d\d {NO_VERBS}{{1,6}}?of "
        rf"|the \p{{Lu}}\p{{Ll}}++, (?:19|20)\d\d,? {NO_VERBS}{{1,4}}?of "
        rf"|(?:fiscal )?{TIME_OWNS} (?:(?:[\p{{Ll}}-]++ ){{1,3}}of )?"
        rf"|(?:an? (?:[\p{{Ll}}-]++ ){{0,2}}?)?(?:<<directions.noun>>) of ){HEDGE}$",
        (
            "Sales rose to $6 million from $5 million.",
            "Sales were $6 million last year, up from 2022's $5 million.",
            "It had gains of $6 million, up from gains of $5 million the year before.",
            "Sales were raised to $6 million from the previously reported $5 million.",
            "It earned $3 million, compared with a loss of $2 million.",
            "Sales rose 5%, compared with a rise of 4% a year earlier.",
        ),
        (
            "Sales rose to $6 million and costs to $5 million.",
            "The bonds yield from 5% in 1992 to 6%.",
            "Prices rose 5% from July and 6% from May.",
            "It fell to $5 million. Profit from coal doubled.",
            "Sales grew 5% and revenue from chips showed 9% growth.",
        ),
    ),
    LeadRule(
        "link.old_reported",
        Role.OLD,
        ("reported", "estimated", "put ", "given", "announced", "stated"),
        rf"\b(?:first|initially|originally|previously|earlier) (?:been )?"
        rf"(?:reported|estimated|put|given|announced|stated) (?:as|at|to be) {HEDGE}$",
        ("Orders rose 0.6% in June, originally reported as 0.9%.",),
        ("Orders rose 0.6% in June, as reported, and 0.9% in May.",),
    ),
    LeadRule(
        "link.old_than",
        Role.OLD,
        ("than ", "below ", "above ", "not the", "short of", " on ", " over "),
        rf"\b(?:(?:less|more|lower|higher|fewer|larger|smaller|better|worse|wider|narrower"
        rf"|stronger|firmer|softer|weaker|cheaper|dearer|shorter|longer|faster|slower|bigger|steeper|greater"
        rf"|richer|thinner|sharper|milder|smaller)"
        rf"(?: \p{{Ll}}++){{0,2}} than|below|above|short of)"
        rf" (?:the|its|{TIME_OWNS}|an? (?:\p{{Ll}}++ )?(?:peak|high|record|low|level) of"
        rf"|(?:the|its|an?) (?:\p{{Ll}}++ )?(?:loss|profit|gain|deficit|surplus|total) of) {HEDGE}$"
        r"|^ (?:above|below|(?:less|more|lower|higher|fewer) than) $"
        r"|, (?:(?:well|far|slightly|much|just) )?"
        r"(?:above|below|(?:lower|higher|better|worse|stronger|weaker|greater|smaller) than) $"
        rf"|, not the {HEDGE}$"
        rf"|\b(?:up|down) on (?:the|{TIME_OWNS})(?: {OF_RESULT})? {HEDGE}$"
        rf"|\b(?:up|down) on an? {OF_RESULT} {HEDGE}$"
        rf"|^(?: (?:improvement|increase|gain|advance|rise|jump))? (?:on|over) "
        rf"(?:the|(?:fiscal )?{TIME_OWNS}|(?:last year|the (?:previous|prior"
        rf"|preceding) \p{{L}}++)['\u2019]s) {HEDGE}$",
        (
            "It earned $3 million, more than the $2 million of a year earlier.",
            "It earned $3 million, more than last year's $2 million.",
            "It earned $3 million, well up on the previous year's figure of $2 million.",
            "It lost $3 million, wider than the loss of $2 million a year earlier.",
            "It sold 14,302 homes, up 26 percent on the 11,319 of a year before.",
            "It sold 14,302 homes in June, well above 11,319 a year before.",
            "Visitors numbered 3.1 million, still short of the 3.9 million of 2019.",
            "Claims totaled 231,000, fewer than the 238,000 filed the previous week.",
            "Lending rose by $7.2 billion in January, marginally up on the $7.1 billion rise in December.",
            "It earned $1.83 a share, more than the $1.42 per share for the second quarter of 1987.",
            "Output grew 1.9%, not the 2.2% originally reported.",
        ),
        (
            "It earned $3 million, more than the $2 million that analysts expected.",
            "It earned $3 million, not the $2 million that it had hoped for.",
            "It earned $3 million, better than $2 million that analysts expected.",
        ),
    ),
    LeadRule(
        "link.old_after",
        Role.OLD,
        ("after ", "following "),
        rf"\b(?:after|following) (?:an? |the |its )?{NO_VERBS}{{0,3}}?(?:growth|loss|profit|gain|increase"
        r"|rise|advance|decline|drop|fall|surge|jump|slump|contraction|expansion|deficit|surplus"
        r"|income|earnings"
        r"|(?:out|in)flows?|withdrawals|purchases|sales|revenues?) "
        rf"of {HEDGE}$"
        r"|^\)?(?:,? [\p{L}\d-]++){0,12},? (?:after|following) "
        rf"(?:an? (?:(?:\p{{L}}{{2,12}}ly )?revised )?)?{HEDGE}$"
        rf"|\bafter (?:{TIME_OWNS}|(?:yesterday|\p{{Lu}}\p{{Ll}}++day)['\u2019]s) {HEDGE}$"
        rf"|\bafter (?:peaking|topping out|starting|standing|bottoming out|beginning"
        rf"|bottoming) (?:at|with) {HEDGE}$"
        rf"|^(?: [\p{{L}}\d,-]++){{0,14}}?,? after (?:\p{{L}}+ing|having \p{{L}}++) (?:(?:up|down|in"
        rf"|out) )?(?:by )?{HEDGE}$",
        (
            "It lost $3 million, after a loss of $2 million in 1991.",
            "Output will grow 2.1 percent next year after 0.8 percent in 2025.",
            "Prices rose 1.3% last month after advancing 1% in May.",
            "Funds had outflows of $4 million, following outflows of $3 million the week before.",
            "Sales rose 0.1% in May after an upwardly revised 1.7% advance in April.",
            "It added 177,000 jobs in May, after a gain of 185,000 in April.",
            "Prices rose 2.3% in May, the smallest gain since 2021, after rising 2.4% in April.",
            "Stocks rose to 446 million barrels after 441 million the week before.",
            "The economy grew 2.8% last quarter after expanding 1.6% in the first.",
            "It earned $5 million after losing $14 million in the year-ago quarter.",
        ),
        (
            "It sold $3 million of notes after it made a profit of $2 million.",
            "Output slipped 0.2% in May after rising 0.1% in April.",
        ),
    ),
    LeadRule(
        "link.old_replaced",
        Role.OLD,
        ("revers", "replac"),
        r"\brevers(?:ing|ed|es) (?:an?|its|the|last year's|the (?:previous|prior) \p{L}++'s) "
        rf"{NO_VERBS}{{0,2}}?(?:loss|profit|deficit|surplus|decline|drop) of {HEDGE}$"
        r"|\breplac(?:ing|ed|es) (?:an?|its|the) (?:(?:earlier|previous|prior|initial|original|old|existing) "
        rf"(?:{NO_VERBS}{{0,3}}?of )?)?{HEDGE}$",
        (
            "It had net income of $5 million, reversing a loss of $14 million.",
            "Its new bid of $42 a share replaces an earlier offer of $38.",
        ),
        ("It had net income of $5 million, reversing a charge of $14 million.",),
    ),
    LeadRule(
        "link.old_too",
        Role.OLD,
        ("and ",),
        rf"^,?(?: [\w'\u2019.-]++){{0,7}},? and (?:from )?(?:the )?(?:below |above )?{HEDGE}$",
        (
            "Sales rose to $6 million from $5 million in May and $4 million a year ago.",
            "Debt rose to 49% from below 40% in 2019 and below 30% in 2010.",
        ),
        ("Sales rose to $6 million in May and $4 million of debt was paid.",),
    ),
)
