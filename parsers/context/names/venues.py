"""Venues, wire services and raters that a text is about: those with shares or results of their own."""

from __future__ import annotations

from functools import cache

import regex

from parsers.context.names.parties import Names
from parsers.context.names.runs import HELD
from parsers.context.rows.words import Name, known
from parsers.lazy import Pattern
from parsers.values import replace
from parsers.worded import worded


def with_own_results(text: str, names: Names) -> Names:
    """The names, those of venues and the like that have shares or results here as companies."""
    venues = {p.number for p in names.parties if p.tag == "E" and not _rules(p.name.text)}
    if not venues:
        return names
    own = {n.party for n in names.found if n.party in venues and _has_results(text, n)}
    if not own:
        return names
    found = (replace(n, tag="N") if n.party in own and n.tag == "E" else n for n in names.found)
    parties = (replace(p, tag="N") if p.number in own else p for p in names.parties)
    return Names(tuple(found), tuple(parties))


def _rules(name: str) -> bool:
    """Whether a name is that of a body of a state or of a law, which has no shares."""
    return RULES.search(name) is not None or name.split()[-1] in known("parties.statute")


RULES = Pattern(
    r"\b(?:Commission|Department|Treasurys|Congress|Senate|House|Court|Ministry|Bureau|Office|Administration"
    r"|Statistics|Institute|Council|Agency|Authority|Board|Association|Federation|Committee|Society"
    r"|Class|Series|Phase|Part|Section|Chapter|Tier|Title|Tranche|Schedule|Form|Internet|Big Board)\b"
    r"|\A(?:SEC|FTC|USDA|EIA|IEA|ONS|BLS|FAO|ABS|NBS|CBO|OBR|GAO|AD[RS]s?|INSEE|ISTAT|INEGI|IBGE|EU|UN|IMF)\Z"
)


@cache
def _behind() -> regex.Pattern[str]:
    results = (
        r"(?:pre-?tax |net |operating |trading |annual |quarterly |full-year |half-year "
        r"|\p{Ll}++-quarter ){0,2}"
        r"(?:profits?|earnings|net income|revenues?|net loss|sales|turnover)"
    )
    return worded(
        rf"['\u2019]s? (?:{results}|(?:own )?(?:shares|stock|shareholders|board))(?!\p{{L}})(?! prices?\b)"
        rf"| (?:said|says) (?:that )?(?:its )?{results}(?!\p{{L}})"
        rf"| (?:reported|posted) (?:an?|its|record|higher|lower|stronger) (?:[\p{{Ll}}-]++ ){{0,2}}?"
        rf"(?:profit|loss|{results})(?!\p{{L}})"
        r"| (?:earned|rejected|agreed to (?:buy|acquire|sell|merge)|employs|acquired"
        r"|(?:will|would|plans to|is to) (?:cut|buy|acquire|shed|hire))(?!\p{L})"
        r"| shares (?:opened|closed|ended|rose|fell|gained|lost|jumped|dropped|slid|were|have)(?!\p{L})"
        r"|['\u2019]s? (?:[^\s,;]++ ){0,3}?share price(?!\p{L})"
        r"|['\u2019]s? (?:average |paid |total |weekly |daily ){0,2}"
        r"(?:circulation|readership|subscribers|workforce"
        r"|ad(?:vertising)? (?:pages|rates?|revenues?))(?!\p{L})"
        r"|, an? (?:\p{Ll}++ )?(?:unit|subsidiary) of "
        r"| <\p{Lu}{1,5}(?:\.\p{Lu}{1,2})?> <<directions.verb>>(?!\p{L})"
    )


BEFORE = Pattern(rf"(?r){HELD}(?:the )?")


def _has_results(text: str, name: Name) -> bool:
    """Whether what stands around a name says that shares or results are its own."""
    if BEFORE.match(text, max(0, name.start - 24), name.start) is not None:
        return True
    return _behind().match(text, name.end, name.end + 72) is not None
