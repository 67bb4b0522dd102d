"""The words before a figure that says the one before it again, as rules with examples."""

from __future__ import annotations

from parsers.links.leadrules import LeadRule, Role
from parsers.links.pieces import AT_TIME, HEDGE, NAMED, WORDS

TWINS = (
    LeadRule(
        "link.twin",
        Role.TWIN,
        ("(", "["),
        rf"^ ?[(\[](?:\w++: ?)?{HEDGE}$",
        ("It cost 380 billion yuan ($52.44 billion).", "They are 60 miles (about 97 kilometers) apart."),
        ("It cost $5 million (and $3 million more).",),
    ),
    LeadRule(
        "link.or",
        Role.TWIN,
        ("or ", "equal", "equivalent", "that is", "representing", "which"),
        rf"^(?: (?:an?|per) (?:year|month|week|day|hour|dose|unit)| annually|\)|{AT_TIME})?"
        r"(?:[,;]| -?-| \u2014)? ?"
        rf"(?:or|(?:(?:is|are|was|were) )?(?:equal|equivalent) to|the equivalent of|that is,?|representing"
        rf"|which (?:[\p{{L}}-]++ ){{0,5}}?(?:worth|equal to|equivalent to)) "
        rf"{HEDGE}(?:an? )?(?:(?:[\p{{L}}-]++ )?yield of {HEDGE})?$",
        (
            "It earned 45 billion yen, or about $330 million.",
            "It paid 400 million yen -- or $3 million.",
            "It holds 1.4 million shares, or 10% of the stock.",
            "Research cost $61 million, or 14.6% of sales.",
            "Unemployment was 6.4% in May, or 11 million people.",
            "It will cost 40 billion crowns ($2 billion), or 3.1% of output.",
            "Net was 5 billion yen, which at current rates is worth $36 million.",
            "It will issue 3 million shares, representing 8% of its capital.",
        ),
        (
            "It sold 45 billion yen of notes or shares for $330 million.",
            "Halden fell $3, or 4%, to $72.",
        ),
    ),
    LeadRule(
        "link.or_share",
        Role.TWIN,
        ("or ", "(", "equal to ", "representing "),
        rf"^ (?:worth )?(?:of|in) {NAMED}{{0,7}}[\p{{L}}\d.'\u2019-]++"
        rf"(?:,? (?:-- )?(?:or|equal to|representing) | \(){HEDGE}(?:an? )?$",
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
        ("or ", "equal", "equivalent", "worth"),
        rf"^(?: [\p{{L}}\d'\u2019.-]++){{1,6}},? -?-? ?"
        rf"(?:or|equal to|equivalent to|the equivalent of|worth) {HEDGE}$",
        (
            "It had sales of 950 million kroner in the last year, or about $137 million.",
            "It will pay 950 million kroner in cash, the equivalent of $137 million.",
        ),
        ("It had sales of 950 million kroner and a profit of $137 million.",),
    ),
    LeadRule(
        "link.dash",
        Role.TWIN,
        ("-", "\u2014", "\u2013"),
        rf"^ ?(?:--|\u2014|\u2013|-) ?{HEDGE}$",
        ("It paid 900 million yen -- $6.4 million at the current rate -- for the mill.",),
        ("It sold 9 mills -- $6.4 million worth.",),
    ),
    LeadRule(
        "link.stake",
        Role.TWIN,
        ("stock,", "shares,", "equity,", "capital,"),
        rf"^ (?:of|in) {WORDS}{{0,4}}(?:stock|shares|equity|capital), (?:or )?an? {HEDGE}$",
        ("It will buy $50 million of Norvik's stock, a 1.6% stake.",),
        ("It will buy $50 million of Norvik's stock, and 5% of its land.",),
    ),
    LeadRule(
        "link.stake_worth",
        Role.TWIN,
        ("worth ", "valued at "),
        rf"^(?:(?: (?:of|in) {WORDS}{{0,4}}[\p{{L}}'\u2019.&-]++)?, an?)? "
        r"(?:stake|holding|interest|position|shareholding)(?: (?:in|of) [^,;]{1,70}?)?,? (?:is |was )?"
        rf"(?:now |currently )?(?:worth|valued at) {HEDGE}$",
        (
            "He keeps 19%, a holding worth almost $40 million.",
            "It has a 6% stake in Halden, worth $4 million.",
        ),
        ("He keeps 19%, a mill worth almost $40 million.",),
    ),
    LeadRule(
        "link.about",
        Role.TWIN,
        (", ",),
        r"^, (?:about|around|roughly|approximately|some|nearly|almost) $",
        ("The stake is worth 2.3 billion French francs, about $365 million.",),
        ("The stake is worth 2.3 billion French francs, the mill $365 million.",),
    ),
    LeadRule(
        "link.accounting",
        Role.TWIN,
        ("accounting for ", "making up "),
        rf"^, (?:accounting for|making up) {HEDGE}$",
        ("Sales of tools came to $812 million, accounting for 23% of the total.",),
        ("Sales of tools came to $812 million, accounting for 23% of sales at Halden's mills.",),
    ),
    LeadRule(
        "link.giving",
        Role.TWIN,
        ("giving ", "leaving "),
        rf"^, (?:giving|leaving) [^,;]{{1,40}}? (?:with )?(?:an? )?{HEDGE}$",
        ("It issues 3 million shares, giving Norvik 28% of the company.",),
        ("It issues 3 million shares, giving Norvik 28% less than it asked.",),
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
        (", ", " -- ", "\u2014"),
        rf"^(?: (?:of|in) {WORDS}{{0,3}}[\p{{L}}'\u2019-]++|\)|{AT_TIME})?"
        rf"(?:, | -- | \u2014 )(?:an? )?{HEDGE}$",
        (
            "It owns 1.3 million shares, 7.3% of the total.",
            "He owns 2.4 million shares, a 6.2% stake.",
            "The yield was 7.94%, 45 basis points over Treasurys.",
            "It will spend 5.8 billion euros, 2% of output.",
        ),
        ("It owns 1.3 million shares, 7.3% more than before.",),
    ),
    LeadRule(
        "link.twin_again",
        Role.TWIN,
        (";", ","),
        rf"^[;,] (?:or )?{HEDGE}$",
        ("It found gas worth 900 million crowns (40 million dollars; 36 million euros).",),
        ("It found gas worth 900 million crowns, 36 million euros of it abroad.",),
    ),
)
