"""The words before a figure that say what it does there, as rules with examples."""

from __future__ import annotations

from parsers.links.leadrules import LeadRule, Role
from parsers.links.oldleads import OLD_THEN, OLDS
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.twinleads import TWINS

LEADS = (
    *TWINS,
    OLD_THEN,
    LeadRule(
        "link.with_share",
        Role.PART,
        (" with ",),
        r"(?:,| -) with (?:about |some |nearly |almost |roughly |just over |more than )?$",
        ("The mill will cost $750 million, with 40 percent coming from the state.",),
        ("The mill will cost $750 million, with 40 workers from the state.",),
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
        "link.per_unit",
        Role.PER,
        ("linkwords.equal",),
        rf"^(?: {WORDS}{{0,5}}[\p{{L}}'\u2019.-]++)?(?: to \p{{L}}++| in (?:19|20)\d\d)?\)?(?:,? -?-|,?) "
        r"(?:<<linkwords.equal>>) "
        rf"{HEDGE}(?:an average of |(?:an? )?(?:\p{{Ll}}++ )?(?:earnings|income|profit|loss|EPS)"
        rf"(?: per (?:\p{{Ll}}++ )?share)? of )?{HEDGE}$",
        (
            "Net was $4 million, or 45 cents a share.",
            "Net was $4 million, or diluted earnings of 45 cents a share.",
            "Net was $4 million, or earnings per share of 45 cents.",
            "It took a $9 million charge, equal to 45 cents a share, for repairs.",
        ),
        ("Net was $4 million, and it paid 45 cents a share.",),
    ),
    LeadRule(
        "link.per_unit_beside",
        Role.PER,
        ("(", ",", " -- ", " - "),
        rf"^(?: ?\(|, | (?:--?|[\u2013\u2014]) ){HEDGE}$",
        ("Net was $4 million (45 cents a share).", "It lost $4 million, 45 cents a share."),
        ("Net was $4 million; it paid 45 cents a share.",),
    ),
    LeadRule(
        "link.part_including",
        Role.PART,
        ("linkwords.including", "which", "whom"),
        rf"\b(?:<<linkwords.including>>) {WORDS}{{0,7}}?{HEDGE}$"
        r"|(?<!midpoint )\bof wh(?:ich|om),? (?:(?!(?:ahead|above|below)\b)[\p{L}\d'\u2019.-]++ ){0,9}?"
        r"(?:[\p{L}\d'\u2019.-]++, (?:whose|which|who|an?|the|now|once) [^,;\d]{1,80}, "
        rf"(?:[\p{{L}}'\u2019.-]++ ){{0,4}}?)?{HEDGE}$",
        (
            "It lost $50 million, including $36 million from fires.",
            "It employs 160 people, of whom 95 are engineers.",
            "It lost $50 million, including a charge of $36 million.",
            "It manages $50 million, most of which, about $36 million, is in bonds.",
            "It will sell $50 million of stock, of which Halden Paper Co. has agreed to buy $36 million.",
        ),
        ("It lost $50 million and sold 36 mills.",),
    ),
    LeadRule(
        "link.mostly",
        Role.PART,
        ("mostly ", "mainly ", "chiefly ", "largely ", "principally ", "primarily "),
        rf"^(?: {WORDS}{{0,8}}[\p{{L}}'\u2019.-]++)?, (?:mostly|mainly|chiefly|largely|principally|primarily)"
        rf" (?:from |for |in |because of |due to )?(?:an? |the |its )?{WORDS}{{0,3}}?{HEDGE}$",
        (
            "The charge was $24 million, mostly a $19 million write-down.",
            "It took charges of $24 million, chiefly for severance of $19 million.",
        ),
        ("The charge was $24 million, mostly for 19 mills, and costs $5 million.",),
    ),
    *OLDS,
)
