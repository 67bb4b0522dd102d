"""Who in a text only watches, tells or is told of others, and is none that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import regex

from parsers.context.names.parties import Names
from parsers.context.rows.words import Name, known
from parsers.lazy import Pattern
from parsers.model import Phrase, Span
from parsers.worded import Worded, worded


def outsiders(text: str, names: Names, mains: Iterable[Phrase]) -> frozenset[str]:
    """The names of those who come in as an analyst's firm or the like, and are nowhere told of themselves."""
    first = {n.party: n for n in reversed(names.found) if n.tag == "N"}
    own = {phrase.text for phrase in mains}
    out = {p for p, n in first.items() if names.parties[p].name.text not in own and is_outsiders(text, n)}
    return frozenset(text[n.start : n.end] for n in names.found if n.party in out)


@cache
def _outsider_before() -> regex.Pattern[str]:
    return worded(
        r"(?r)\b(?:<<parties.outsider>>(?: [\p{L}'-]++){0,4}?,? (?:at|of|for|with|from)"
        r"|<<contextwords.polled>> by"
        r"|(?:report|study|survey|tally|analysis)(?: (?:released|published|issued|compiled|\p{L}+day))* by)"
        r" (?:the )?"
    )


@cache
def _outsider_behind() -> regex.Pattern[str]:
    return worded(
        r"(?:['\u2019]s)? (?:[\p{Ll}-]++ ){0,2}?"
        r"(?:<<parties.outsider>>|poll|survey|report (?:issued|published|released))(?!\p{L})"
    )


def is_outsiders(text: str, name: Name) -> bool:
    """Whether a name is that of who watches or asks others ("an economist at Calder", "polled by Calder")."""
    return (
        _outsider_before().match(text, max(0, name.start - 64), name.start) is not None
        or _outsider_behind().match(text, name.end, name.end + 48) is not None
        or _is_outlet(text, name)
        or WORKS_WITH.match(text, max(0, name.start - 40), name.start) is not None
        or _only_estimates(text, name)
    )


def _only_estimates(text: str, name: Name) -> bool:
    """Whether a name ends a sentence as that of who estimates it (", Kestrel estimated on Monday.")."""
    if ESTIMATES.match(text, name.end, name.end + 32) is None:
        return False
    return AT_ITS_END.match(text, max(0, name.start - 48), name.start) is not None


ESTIMATES = Pattern(r" (?:estimate[sd]|calculate[sd]|reckon(?:s|ed)|figures)(?: on \p{Lu}\p{Ll}+day)?[.,]")
AT_ITS_END = Pattern(r"(?r), (?:the )?(?:[\p{Ll}-]++ ){0,4}")


WORKS_WITH = Pattern(r"(?r)\b\p{Lu}[\p{Ll}.]+ \p{Lu}\p{Ll}+, (?:\p{Ll}+ )?with (?:the )?")
"""Before the firm of somebody who is asked ("Petra Vogel, with Calder Insight Inc.")."""


def is_site(text: str, name: Name) -> bool:
    """Whether a name is that of what somebody builds ("building the Calden stadium"), or of where it is."""
    if WHERE.match(text, max(0, name.start - 48), name.start) is not None:
        return True
    if not text.startswith(SITES, name.end):
        return False
    return BUILDS.match(text, max(0, name.start - 40), name.start) is not None


SITES = (" stadium", " project", " plant", " airport", " bridge", " tunnel", " dam", " mall", " resort")
BUILDS = Pattern(
    r"(?r)\b(?:build|builds|built|building|rebuild|rebuilding|opening|operates|operating) (?:\p{Ll}++ ){1,2}"
)


WHERE = Pattern(r"(?r)\bat (?:the )?(?:\p{Lu}[\p{L}&.-]* ){1,4}in ")
"""Before where a company has its works ("job cuts at Orlin Foods in Calden")."""


def is_league(text: str, name: Name) -> bool:
    """Whether a body of countries is only named by the way ("more than any other NATO member")."""
    return text[name.start : name.end] in known("parties.league") and not begins(text, name.start)


@cache
def _maker_behind() -> regex.Pattern[str]:
    return worded(r" <<parties.making>> (?=\p{Lu})")


def is_made(text: str, name: Name) -> bool:
    """Whether a name is that of what another one has or makes ("Battleaxe maker Norvik")."""
    return _maker_behind().match(text, name.end, name.end + 40) is not None


def is_scheme(text: str, name: Name) -> bool:
    """Whether a name is that of what a state or an employer runs ("the JobGain wage subsidy")."""
    return SCHEME.match(text, name.end) is not None


SCHEME = Pattern(
    r" (?:\p{Ll}+ )?(?:program(?:me)?|scheme|subsidy|exemption|initiative|legislation|payment)s?(?!\p{L})"
)
"""Behind the name of a scheme: what it is."""


def _is_outlet(text: str, name: Name) -> bool:
    """Whether a name is that of whom people tell what they know ("two people told the Courier", a byline)."""
    if SEEN_BY.match(text, max(0, name.start - 24), name.start) is not None:
        return True
    told = text[max(0, name.start - 9) : name.start].endswith(("told ", "told the "))
    return told and TOLD_END.match(text, name.end) is not None


SEEN_BY = Pattern(r"(?r)(?:(?:\A|\n)By |\b(?:seen|obtained|reviewed|viewed|interviewed) by (?:the )?)")
TOLD_END = Pattern(r"[.,\n\u201d\"]| in an interview| on \w+day")


def begins(text: str, at: int) -> bool:
    """Whether a sentence or what follows a dateline begins at a place."""
    return BEGINS.match(text, max(0, at - 4), at) is not None


BEGINS = Pattern(r"(?r)(?:\A\s*|(?:--?|[\u2013\u2014:\n]) ?)")


DATED = 48
"""How far from a sentence's beginning its dateline may reach."""


def is_of_market(text: str, sentences: Sequence[Span]) -> bool:
    """Whether a text begins with what all the shares, bonds or futures of a place did."""
    lead = next((span for span in sentences if text[span.end - 1 : span.end] == "."), None)
    return lead is not None and MARKET.search(text, lead.start, lead.start + DATED + 60) is not None


MARKET = Worded(
    r"(?:\A|\n|(?:--?|[\u2013\u2014]) )(?:The |World |Most )?(?:\p{Lu}[\p{L}.]+ )?(?:blue[ -]chip )?"
    r"(?:[Ss]hares|[Ss]tocks|[Ee]quities|[Bb]onds|[Bb]ond prices|[Ss]tock prices"
    r"|(?:\p{Ll}+ )?futures(?: prices)?|[Dd]ollar) (?:(?:on|in) [\p{L} ]{2,30} )?"
    r"(?:<<directions.verb>>|closed|ended|finished|opened|posted|were|was|soared)(?!\p{L})"
)
"""A sentence that tells what the shares, bonds or futures of a place did."""
