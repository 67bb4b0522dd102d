"""The words before a figure that says the one before it again, as rules with examples."""

from __future__ import annotations

from parsers.links.leadrules import LeadRule, Role
from parsers.links.pieces import AT_TIME, HEDGE, NAMED, WORDS

EACH = r" (?:an?|per) (?:(?:square |cubic )?\p{Ll}{2,9}|\p{L}++ hour)(?!\p{L})"
THINGS = rf"(?: (?:(?!and ){WORDS}){{0,6}}[\p{{L}}'\u2019.&-]++)?"
"""What an amount is of, before it is said again."""
SAYS_IT = ("represent", "amount", "correspond", "translat", "constitut")

TWINS = (
    LeadRule(
        "link.twin",
        Role.TWIN,
        ("(", "["),
        rf"^(?: {NAMED}{{0,3}}[\p{{L}}\d-]++(?= \((?:that|which|equal|equiv|or))|(?:{AT_TIME})(?= \())?"
        rf"(?:,(?= \())? ?"
        rf"[(\[](?:\w++: ?)?(?:(?:that['\u2019]s|that is|which is|equal to|equivalent to|or) )?{HEDGE}$",
        (
            "It cost 380 billion yuan ($52.44 billion).",
            "Net income was 4bn yuan in 2004 ($490m).",
            "They are 60 miles (about 97 kilometers) apart.",
        ),
        ("It cost $5 million (and $3 million more).",),
    ),
    LeadRule(
        "link.or",
        Role.TWIN,
        ("or ", "equal", "equivalent", "that is", "which", "worth", "enough", *SAYS_IT),
        rf"^\)?(?:{EACH}| annually|{AT_TIME})?"
        r"(?:[,;]| -?-| [\u2013\u2014])? ?"
        r"(?:or|enough (?:for|to last)"
        r"|(?:(?:is|are|was|were) )?(?:equal|equivalent) to|the equivalent of|that is,?|representing"
        r"|(?:then |now |today |currently )?worth|amounting to|equall?ing|corresponding to"
        r"|translating (?:in)?to|which (?:[\p{L}-]++ ){0,5}?(?:worth|equal to|equivalent to)"
        r"|which (?:currently )?(?:is|was|are|were|equals|represents?|represented|amounts? to|comes to"
        r"|works out (?:at|to)|translates? (?:in)?to)) "
        rf"{HEDGE}(?:an? )?(?:(?:[\p{{L}}-]++ )?(?:yield|stake|holding|interest|share) of {HEDGE})?$",
        (
            "It earned 45 billion yen, or about $330 million.",
            "It paid 400 million yen -- or $3 million.",
            "It holds 1.4 million shares, or 10% of the stock.",
            "Research cost $61 million, or 14.6% of sales.",
            "Unemployment was 6.4% in May, or 11 million people.",
            "It will cost 40 billion crowns ($2 billion), or 3.1% of output.",
            "Debt was 40 billion crowns ($2 billion) at the end of June, or 3.1 times its profit.",
            "Net was 5 billion yen, which at current rates is worth $36 million.",
            "It will issue 3 million shares, representing 8% of its capital.",
            "The bank paid 250 billion yen, then worth $1.7 billion, for the stake.",
            "Repairs cost $45 million, amounting to 2 percent of sales.",
            "It is shedding 1,200 jobs, which is 8 percent of the staff.",
        ),
        (
            "It sold 45 billion yen of notes or shares for $330 million.",
            "Halden fell $3, or 4%, to $72.",
            "It is shedding 1,200 jobs, which is 8 percent more than planned.",
        ),
    ),
    LeadRule(
        "link.moved_so",
        Role.TWIN,
        (", up ", ", down "),
        rf"^, (?:up|down) {HEDGE}$",
        ("Shares surged 40.5 per cent, up 77p, to a record.",),
        ("Shares closed at 267p, up 77p.", "Sales rose 40.5 per cent, up 7 per cent on May."),
    ),
    LeadRule(
        "link.or_share",
        Role.TWIN,
        ("or ", "(", "equal to ", "representing "),
        rf"^\)? (?:worth )?(?:of|in) {NAMED}{{0,7}}[\p{{L}}\d.'\u2019-]++"
        rf"(?:,? (?:(?:--|[\u2013\u2014]) )?(?:or|equal to|representing) | \(){HEDGE}(?:an? )?$",
        (
            "Holders of 62% of the stock (7.9 million shares) agreed.",
            "It will cut 6% of its staff, or 350 jobs.",
            "It has 1.4 million shares of Halden, or about 10%.",
        ),
        (
            "It sold 45 billion yen of notes or shares for $330 million.",
            "It sold 6% of its land and 350 cars.",
        ),
    ),
    LeadRule(
        "link.or_late",
        Role.TWIN,
        ("or ", "equal", "equivalent", "worth", "which"),
        rf"^(?!.* or face)(?: [\p{{L}}\d'\u2019.&-]++){{1,9}},? -?-? ?"
        r"(?:or|equal to|equivalent to|the equivalent of"
        r"|(?<!(?:deal|transaction|agreement|contract|offer) )worth"
        r"|which (?:at [^,;]{4,24} rates? )?(?:is|was|equals|amounts to|comes to|works out (?:at|to))) "
        rf"{HEDGE}$",
        (
            "It had sales of 950 million kroner in Norway alone, or about $137 million.",
            "It will pay 950 million kroner in cash, the equivalent of $137 million.",
        ),
        (
            "It had sales of 950 million kroner and a profit of $137 million.",
            "It will buy 37% of Norvik in a deal worth $137 million.",
        ),
    ),
    LeadRule(
        "link.dash",
        Role.TWIN,
        ("-", "\u2014", "\u2013"),
        rf"^(?: of (?:all |the |its )?[\p{{L}}'\u2019-]++)? ?(?:--|\u2014|\u2013|-) ?{HEDGE}$",
        ("It paid 900 million yen -- $6.4 million at the current rate -- for the mill.",),
        ("It sold 9 mills -- $6.4 million worth.",),
    ),
    LeadRule(
        "link.stake",
        Role.TWIN,
        ("stock,", "shares,", "equity,", "capital,"),
        rf"^ (?:of|in) {WORDS}{{0,4}}(?:stock|shares|equity|capital), (?:or )?an? {HEDGE}$"
        rf"|^(?: of {WORDS}{{0,4}}stock)?, an? (?:stake|holding|interest) of {HEDGE}$",
        ("It will buy $50 million of Norvik's stock, a 1.6% stake.",),
        ("It will buy $50 million of Norvik's stock, and 5% of its land.",),
    ),
    LeadRule(
        "link.stake_worth",
        Role.TWIN,
        ("worth ", "valued at "),
        rf"^(?:(?: (?:of|in) {WORDS}{{0,4}}[\p{{L}}'\u2019.&-]++)?, an?)? "
        r"(?:stake|holding|interest|position|shareholding)(?: (?:in|of) [^,;]{1,70}?)?"
        r"(?<! (?:deal|transaction|agreement|contract)),? (?:is |was )?"
        rf"(?:now |currently )?(?:worth|valued at) {HEDGE}$"
        rf"|^(?: of {WORDS}{{0,5}}[\p{{L}}'\u2019.&-]++)?"
        r"(?<!deal|transaction|agreement|contract),? (?:is |was )?"
        rf"(?:now |currently )?(?:worth|valued at) {HEDGE}$",
        (
            "He keeps 19%, a holding worth almost $40 million.",
            "It has a 6% stake in Halden, worth $4 million.",
        ),
        ("He keeps 19%, a mill worth almost $40 million.",),
    ),
    LeadRule(
        "link.things_worth",
        Role.TWIN,
        ("worth ", "valued at "),
        rf"^{THINGS}(?<! (?:deal|transaction|agreement|contract)),?"
        rf" (?:(?:now |currently |together )?worth|valued at) (?:as much as )?{HEDGE}$",
        (
            "The backlog is 2,310 homes, worth $702 million.",
            "It will sell 21 million shares valued at $90 million.",
            "It seized 40 tons of copper worth $380,000.",
        ),
        (
            "It has 2,310 homes, and land worth $702 million.",
            "It may buy 20 more ships in a deal worth $2 billion.",
        ),
    ),
    LeadRule(
        "link.represents",
        Role.TWIN,
        ("equal", "make", "made", "account", "give", "gave", " is ", " was ", " are ", " were ", *SAYS_IT),
        rf"^{THINGS}(?:,? (?:and|but)|,)? (?:(?:now|currently|still|also|together|only) )*"
        r"(?:(?:is|are|was|were)(?: (?:equal|equivalent) to)?|represent(?:s|ed)?|amount(?:s|ed)? to"
        r"|equal(?:s|led|ed)?|makes? up|made up|account(?:s|ed)? for|constitut(?:es?|ed)"
        rf"|(?:gives?|gave) (?:it|him|her|them|[\p{{Lu}}][\p{{L}}.]++)) {HEDGE}$",
        (
            "Its holding of 14 million shares represents 31 percent of the votes.",
            "Freight rose to 391 million miles but still made up only 18% of total traffic.",
            "The 14 million shares give him 31 percent of the votes.",
            "The payroll of $52 million is nearly one-fifth of all wages in the county.",
        ),
        (
            "The 14 million shares rose, and mills account for 31 percent of sales.",
            "Sales of $4 million represented 9% growth.",
        ),
    ),
    LeadRule(
        "link.share_beside",
        Role.TWIN,
        (",", " -- ", "\u2014", "\u2013", " - ", "("),
        rf"^(?: (?:of|in) {WORDS}{{0,5}}[\p{{L}}'\u2019-]++| {WORDS}{{0,2}}[\p{{L}}'\u2019-]++)?"
        rf"(?:,| --| \u2014| \u2013| -| \() ?{HEDGE}$",
        (
            "It will cut about 8% of its work force, 1,200 people in all.",
            "She sold half of her stake, 7 million shares, last month.",
            "Two-thirds of the members, about 40,000 people, voted for it.",
            "Half the plants -- 14 of them -- were closed.",
        ),
        ("It owns 8% of Halden, 1,200 shops and a mill.",),
    ),
    LeadRule(
        "link.about",
        Role.TWIN,
        (", ",),
        r"^\)?, (?:about|around|roughly|approximately|some|nearly|almost|close to|just over|just under) $",
        ("The stake is worth 2.3 billion French francs, about $365 million.",),
        ("The stake is worth 2.3 billion French francs, the mill $365 million.",),
    ),
    LeadRule(
        "link.making_up",
        Role.TWIN,
        ("account", "making ", "enough to ", "giving ", "leav", "left ", "gave ", "give", "for a"),
        rf"^{THINGS},? (?:(?:(?:which|that) )?(?:(?:would|will) )?"
        r"(?:accounting for|making up|making (?:it|them|that)"
        r"|enough to \p{L}++(?: for)?|(?:giving|leaving|gives?|gave|leaves?"
        r"|left) [^,;]{1,40}?(?: with)?(?: an?)?"
        r"(?: (?:stake|interest|holding|share) of)?)|for an? (?:\p{L}++ )?(?:stake|interest|holding) of) "
        rf"{HEDGE}$",
        (
            "Sales of tools came to $812 million, accounting for 23% of the total.",
            "It issues 3 million shares, giving Norvik 28% of the company.",
        ),
        (
            "Sales of tools came to $812 million, accounting for 23% of sales at Halden's mills.",
            "It issues 3 million shares, giving Norvik 28% less than it asked.",
        ),
    ),
    LeadRule(
        "link.exchange_rate",
        Role.TWIN,
        ("=",),
        r"^ ?= ?$",
        ("It will pay 9 billion euros. ($1 = 0.91 euros)",),
        ("It paid $1 and 0.91 euros.",),
    ),
    LeadRule(
        "link.beside",
        Role.TWIN,
        (", ", " -- ", "\u2014", "\u2013", " - "),
        rf"^(?:(?:{EACH})?(?: (?:of|in) {WORDS}{{0,3}}[\p{{L}}'\u2019-]++)?"
        rf"| {NAMED}{{0,7}}[\p{{L}}\d'\u2019-]++|\)|{AT_TIME})?"
        rf"(?:, | (?:--|\u2014|\u2013|-) )(?:an? (?:(?:return|margin) of )?)?{HEDGE}$",
        (
            "It owns 1.3 million shares, 7.3% of the total.",
            "He owns 2.4 million shares, a 6.2% stake.",
            "The yield was 7.94%, 45 basis points over Treasurys.",
            "It will spend 5.8 billion euros, 2% of output.",
            "It will supply 45,000 tonnes a year of ore, a quarter of its output.",
            "Wind gave 210 terawatt-hours, 44 percent of the country's power.",
        ),
        ("It owns 1.3 million shares, 7.3% more than before.",),
    ),
    LeadRule(
        "link.annual_rate",
        Role.TWIN,
        ("annual",),
        r"^(?: (?:in|for|during) (?:the )?(?:[\p{L}-]++ ){0,2}[\p{L}\d]++| (?:last|this) \p{L}++)?"
        r"(?:,| -?-| [\u2013\u2014]| \()? ?(?:or )?(?:at )?an annual(?:i[sz]ed)? (?:growth )?"
        r"(?:rate|pace) of "
        rf"{HEDGE}$",
        ("Output grew 0.5% in the spring, an annual rate of 2%.",),
        ("Output grew 0.5% in the spring, after an annual rate of 2%.",),
    ),
    LeadRule(
        "link.twin_again",
        Role.TWIN,
        (";", ",", ":", "/"),
        rf"^(?:[;,:]| /) ?(?:or )?{HEDGE}$",
        ("It found gas worth 900 million crowns (40 million dollars; 36 million euros).",),
        ("It found gas worth 900 million crowns, 36 million euros of it abroad.",),
    ),
)
