"""The words before a figure that say what it does there, as rules with examples."""

from __future__ import annotations

from enum import StrEnum

from parsers.context.rows.beside import first_words
from parsers.links.pieces import AT_TIME, HEDGE, NAMED, NO_VERBS, WORDS
from parsers.values import quick, record


@quick
class Role(StrEnum):
    """What a figure does in its sentence."""

    TWIN = "twin"
    PER = "per"
    OLD = "old"
    CHANGE = "change"
    PART = "part"
    LEVEL = "level"


@record
class LeadRule:
    """The words before a figure that give it a role.

    ``lead`` ends at the figure and begins at the figure before it.  One of the ``cues`` (or of the words of
    a class "table.class") stands in every lead that matches: they only save the trying of others.  In
    ``examples`` and ``rejects`` the last figure has, or has not, the role by this rule.
    """

    name: str
    role: Role
    cues: tuple[str, ...]
    lead: str
    examples: tuple[str, ...]
    rejects: tuple[str, ...]

    def signs(self) -> tuple[str, ...]:
        """The cues, in small letters; of a class the first words."""
        found = (sorted(first_words(cue)) if "linkwords." in cue else (cue,) for cue in self.cues)
        return tuple(sign for signs in found for sign in signs)


LEADS = (
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
        rf"^(?: (?:an?|per) (?:year|month|week|day|hour)| annually|\)|{AT_TIME})?(?:[,;]| -?-| \u2014)? ?"
        rf"(?:or|equal to|equivalent to|the equivalent of|that is,?|representing"
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
        "link.with_share",
        Role.PART,
        (" with ",),
        r"(?:,| -) with (?:about |some |nearly |almost |roughly |just over |more than )?$",
        ("The mill will cost $750 million, with 40 percent coming from the state.",),
        ("The mill will cost $750 million, with 40 workers from the state.",),
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
        rf"^(?: (?:of|in) {WORDS}{{0,4}}[\p{{L}}'\u2019.&-]++)?, an? "
        rf"(?:stake|holding|interest|position|shareholding) (?:now |currently )?(?:worth|valued at) {HEDGE}$",
        ("He keeps 19%, a holding worth almost $40 million.",),
        ("He keeps 19%, a mill worth almost $40 million.",),
    ),
    LeadRule(
        "link.with_amount",
        Role.PART,
        (" with ",),
        r"(?:,| -) with [^;]{1,60}? (?:contributing|accounting for|supplying|adding|generating|bringing in) "
        rf"{HEDGE}$",
        ("Sales were $75 million, with the mill, bought in May, contributing $8 million.",),
        ("Sales were $75 million, with the mill losing $8 million.",),
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
        rf"^(?: (?:of|in) {WORDS}{{0,3}}[\p{{L}}'\u2019-]++|\))?(?:, | -- | \u2014 )(?:an? )?{HEDGE}$",
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
    LeadRule(
        "link.per_unit",
        Role.PER,
        ("linkwords.equal",),
        rf"^(?: {WORDS}{{0,5}}[\p{{L}}'\u2019.-]++)?\)?(?:,? -?-|,?) (?:<<linkwords.equal>>) {HEDGE}$",
        (
            "Net was $4 million, or 45 cents a share.",
            "It took a $9 million charge, equal to 45 cents a share, for repairs.",
        ),
        ("Net was $4 million, and it paid 45 cents a share.",),
    ),
    LeadRule(
        "link.per_unit_beside",
        Role.PER,
        ("(", ",", " -- "),
        rf"^(?: ?\(|, | -- ){HEDGE}$",
        ("Net was $4 million (45 cents a share).", "It lost $4 million, 45 cents a share."),
        ("Net was $4 million; it paid 45 cents a share.",),
    ),
    LeadRule(
        "link.part_including",
        Role.PART,
        ("linkwords.including", "which", "whom"),
        rf"\b(?:<<linkwords.including>>) {WORDS}{{0,7}}?{HEDGE}$"
        rf"|\bof wh(?:ich|om) (?:[\p{{L}}\d'\u2019.-]++ ){{0,9}}?{HEDGE}$",
        (
            "It lost $50 million, including $36 million from fires.",
            "It employs 160 people, of whom 95 are engineers.",
            "It lost $50 million, including a charge of $36 million.",
            "It will sell $50 million of stock, of which Halden Paper Co. has agreed to buy $36 million.",
        ),
        ("It lost $50 million and sold 36 mills.",),
    ),
    LeadRule(
        "link.old_multiple",
        Role.OLD,
        ("the ", "its ", "year's "),
        r"^(?: as (?:many|much|large|big|high|great) as)? (?:the|its|last year's|the previous year's)"
        r"(?: (?:previous|earlier|prior|old|former|original))? $",
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
        r"^ ?\((?:\d{4}|[\p{L}][\w ]{2,24}): ?$",
        ("Revenue was 2.87 billion euros (2024: 2.61 billion euros).",),
        ("Revenue was 2.87 billion euros (in 2024 it was 2.61 billion euros).",),
    ),
    LeadRule(
        "link.old",
        Role.OLD,
        ("linkwords.against",),
        rf"(?<!\b(?:<<linkwords.spanning>>) )\b(?:<<linkwords.against>>) "
        rf"(?:(?:the |an? )?(?:previously|originally|initially) [\p{{L}}]++ |{NO_VERBS}{{0,7}}?){HEDGE}$",
        (
            "Sales rose to $6 million from $5 million.",
            "Sales were raised to $6 million from the previously reported $5 million.",
            "It earned $3 million, compared with a loss of $2 million.",
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
        ("than ", "below ", "above "),
        rf"\b(?:(?:less|more|lower|higher|fewer|larger|smaller|better|worse|wider|narrower"
        rf"|stronger|weaker|faster|slower|bigger|steeper|greater|richer|thinner) than|below|above)"
        rf" (?:the|its|last year's) {HEDGE}$",
        ("It earned $3 million, more than the $2 million of a year earlier.",),
        ("It earned $3 million, more than the $2 million that analysts expected.",),
    ),
    LeadRule(
        "link.old_after",
        Role.OLD,
        ("after ", "following "),
        rf"\b(?:after|following) (?:an? |the |its )?{NO_VERBS}{{0,3}}?(?:growth|loss|profit|gain|increase"
        r"|rise|advance|decline|drop|fall|contraction|expansion|deficit|surplus|income|earnings) "
        rf"of {HEDGE}$",
        ("It lost $3 million, after a loss of $2 million in 1991.",),
        ("It sold $3 million of notes after it made a profit of $2 million.",),
    ),
    LeadRule(
        "link.old_too",
        Role.OLD,
        ("and ",),
        rf"^(?: [\w'\u2019.-]++){{0,5}},? and (?:from )?{HEDGE}$",
        ("Sales rose to $6 million from $5 million in May and $4 million a year ago.",),
        ("Sales rose to $6 million in May and $4 million of debt was paid.",),
    ),
)
