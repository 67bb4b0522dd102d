"""Investors and those whose stock they hold: a text about a stake goes on about the company that is held."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.context.names.parties import Names
from parsers.context.rows.words import Name
from parsers.lazy import Pattern
from parsers.model import Span

OWNED_BY = Pattern(
    r"(?r)(?:, (?:\w+-)?(?:owned|controlled|backed|bought) by|\b(?:held|owned) by|, in which"
    r"|\bwhose [\p{Ll} -]{0,40}(?:shareholder|stockholder|holder|investor)s?(?: is| are| include)?,?"
    r"|\b(?:shareholder|stockholder|hedge fund|pension fund|wealth fund|activist(?: investor)?),?)"
    r" (?:the |an? )?(?:\p{Lu}\p{Ll}+(?:an|ese|ish|sh|ch|i) )?(?:[\p{Ll}-]+ ){0,4}"
)
"""Before the name of an owner ("backed by the investor Calder", "in which Qatari fund Calder holds")."""
HOLDS = Pattern(
    r"(?:, which|, who)?(?: (?:already|now|also|currently))? (?:holds?|owns?|held|owned)"
    r" (?:an? |about |nearly |roughly |almost |more than |just under |just over )*+\d[\d.]*+ ?(?:%|per ?cent)"
)
"""Behind the name of one who has a part of another ("Calder, which owns about 9% of")."""
STAKE_IN = Pattern(
    r"(?r)\b(?:boosted|bought|built|cut|disclosed|doubled|holds|increased|lifted|raised|reduced|reported|taken|took"
    r"|trebled|trimmed|tripled) [^.;]{0,48}\b(?:stake|holding|interest|shareholding|position) in (?:the )?"
    r"(?:\p{Lu}\p{Ll}+ )?(?:[\p{Ll}-]+ ){0,4}"
)
"""Before the name of whom somebody takes or holds a part of."""
AT_PARAGRAPH = Pattern(r"(?r)\n(?:Shares (?:of|in) )?(?:The )?")
REPORTS = Pattern(r"(?r)\bas ")
REPORTED = Pattern(r" (?:reported|posted|said|announced)")


def holds_part(text: str, name: Name) -> bool:
    """Whether a name comes in as that of one who has a part of another."""
    return HOLDS.match(text, name.end) is not None


def told_of_held(text: str, sentences: Sequence[Span], names: Names, best: int | None) -> int | None:
    """Where a text that begins with an investor's holding goes on about the company that is held.

    ``best`` is the party that it names most; the place is that of a name which begins a paragraph, or
    which reports something ("The purchase came as Halden reported").
    """
    if best is None or not sentences:
        return None
    lead = [name for name in names.found if name.start < sentences[0].end and name.tag == "N"]
    if not lead or lead[0].party != best:
        return None
    held = next((name.party for name in lead[1:] if _is_held(text, name) and name.party != best), None)
    if held is None:
        return None
    return next((n.start for n in names.found if n.party == held and _goes_on(text, n)), None)


def _is_held(text: str, name: Name) -> bool:
    return STAKE_IN.match(text, max(0, name.start - 120), name.start) is not None


def _goes_on(text: str, name: Name) -> bool:
    """Whether a text begins to tell of a company where its name stands."""
    if AT_PARAGRAPH.match(text, max(0, name.start - 24), name.start) is not None:
        return True
    reports = REPORTED.match(text, name.end) is not None
    return reports and REPORTS.match(text, max(0, name.start - 4), name.start) is not None
