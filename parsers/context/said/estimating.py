"""Whose estimate a figure is: his own, that of analysts who had it in mind, of who values something."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.said.behind import FORESEEN, expected_by
from parsers.context.subject.actors import Found
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern

OWN_ESTIMATE = Pattern(
    r"(?r)i[xTNLM']{0,5}(?P<noun>[MX])(?:[po][xLNTMZGCDin']{0,6})?T?(?:[opt]q*)?(?:F.{0,4}[ftp]q*)?\Z"
)


BY_PERSON = Pattern(r"(?r)(?P<who>P)[^;S]{0,32}\Z")


BY_PARTY = Pattern(r"(?r)(?P<who>N)(?:[oap]N)?(?!')[^;NS]{0,12}\Z")


APPRAISED = Pattern(
    r"(?r)(?:^|[,;c\"]|T)(?P<who>[xLD]{0,3}R|[NP])(?:,r[^;,]{1,12},)?(?P<verb>[WMVm])"
    r"[^;VHAXSF]{0,16}F?[^;VBHAWXSF]{0,4}\Z"
)


def estimates(row: Row, at: int) -> bool:
    """Whether a word is what analysts make ("estimate")."""
    key, made = row.words[at].key, known("contextwords.estimating")
    return key in made or key.split()[-1] in made


def own_estimate(row: Row, place: int, topic: Topic) -> Found | None:
    """Whose estimate it is, by "his": "Elias Thorne cut his 1990 earnings estimate to $2.95"."""
    low = max(0, place - 16)
    reach = row.tags[low:place]
    hit = OWN_ESTIMATE.search(reach) if "i" in reach else None
    if hit is None or not estimates(row, low + hit.start("noun")):
        return None
    first = max(0, low - 32)
    before = row.tags[first : low + hit.start()]
    who = BY_PERSON.search(before) or BY_PARTY.search(before)
    if who is None:
        him = row.keys[0] in ("he", "she") and "S" not in before
        return Found(topic.person, "attribution.whose") if him and topic.person is not None else None
    at = first + who.start("who")
    return Found(row.phrase(at, at), "attribution.whose")


def foreseen_by(row: Row, place: int) -> Found | None:
    """Those outside who had an amount in mind: "the $5 million that analysts had forecast"."""
    if (by := expected_by(row, place)) is not None and row.tags[by[1]] != "x":
        return Found(row.phrase(by[1], by[1]), "attribution.foreseen")
    if "R" not in row.tags[place + 1 :] and "E" not in row.tags[place + 1 : place + 4]:
        return None
    hit = FORESEEN.match(row.tags, place + 1)
    at = hit.start("who") if hit is not None else -1
    return Found(row.phrase(at, at), "attribution.foreseen") if hit and row.tags[at] in ("R", "E") else None


def appraiser(row: Row, place: int) -> Found | None:
    """Who values something at the figure: "Analysts value the company at $500 million"."""
    low = max(0, place - 24)
    hit = APPRAISED.search(row.tags[low:place]) if row.once(_appraises) else None
    if hit is None:
        return None
    first, last = low + hit.start("who"), low + hit.end("who") - 1
    values = row.words[low + hit.start("verb")].key in known("contextwords.appraises")
    return Found(row.phrase(first, last), "attribution.appraised") if values else None


def _appraises(row: Row) -> bool:
    """Whether a sentence has a verb of valuing at all."""
    return row.tells("contextwords.appraises")
