"""What figures are taken from: "according to ...", and a document that shows them ("its filing showed")."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.lazy import Pattern

ACCORDING = Pattern(
    r"D?[xM]{0,2}[NLEK]'(?:[xLMRK]{1,4},?(?P<who>P)|[xLMRK]{0,3}(?P<who>[NE])(?![xM]))|(?:D|i|x|L|R|K|M){0,4}(?P<who>[NPKERZ])"
)
BY_ROLE = Pattern(r"[DixLKMN']{0,4}[Rx]&[xKR]{0,3}R(?P<who>P)")
"""Somebody with two offices ("co-founder and chief executive Petra Lindqvist")."""
WORDS = Pattern(r"(?:D|i|q)*(?P<who>(?:F[xLKkM]{0,2}|[xLKkM]{0,3})x|F)")
"""Who or what is no name ("an adviser to the minister", "two brokers", "its annual report")."""

SHOWN = Pattern(r"(?r)(?:^|[,;]|[,;][&c])(?:D|i|R|[NEKkPL]'|[NE])*(?P<who>[xLTMK]{0,2}[xM])\Z")


BY_WHOM = Pattern(r"(?r)[xM][pofa]D?(?:[NLEK]')?[xRKM]{0,3}[NEK]\Z")
"""A document, and whose it is ("A poll by the Courier")."""


def according_to(row: Row) -> Found | None:
    """Who a sentence is "according to"."""
    at = row.keys.index("according") if "according" in row.keys else len(row.keys)
    if at + 2 >= len(row.keys):
        return None
    hit = (
        BY_ROLE.match(row.tags, at + 2) or ACCORDING.match(row.tags, at + 2) or WORDS.match(row.tags, at + 2)
    )
    if hit is None:
        return None
    first, last = hit.start("who"), hit.end("who") - 1
    if row.tags[last] == "K" and row.tags[last + 1 : last + 2] in ("N", "E"):
        first = last = last + 1  # "the French car makers' association CCTA"
    while row.tags[last] == "K" and first > at + 2 and row.tags[first - 1] in "xM":
        first -= 1  # "an industry trade group"
    informed = known("contextwords.informed")
    while last > first and (row.words[last].key.endswith("ed") or row.words[last].key in informed):
        last -= 1  # "a memorandum distributed by", "people briefed on"
    by = COMPILED.match(row.tags, last + 1) if row.keys[last] in known("contextwords.survey") else None
    if by is not None:
        return Found(row.phrase(by.end() - 1, by.end() - 1), "attribution.according_to")
    return Found(row.phrase(first, last), "attribution.according_to")


COMPILED = Pattern(r"[xWVHm]{0,2}[pfo]D?[xKR]{0,3}[NE]")
"""Behind data: whose they are ("data compiled by the research firm Norvik")."""


BY_COUNT = Pattern(
    r"p(?:D(?P<noun>[xMX])o(?P<who>[xL]?[PNRE])|D?(?P<who>[xL]{0,2}[PNRE])'(?:D?[xL]{0,2})(?P<noun>[xMX]))"
)
"""By whose count: "by the reckoning of Petra Lindqvist", "by the bank's estimate"."""


def by_count(row: Row, place: int) -> Found | None:
    """Who has counted or reckoned what a sentence tells ("By Orlin's count, 300 shops have closed")."""
    if "by" not in row.keys or not row.tells("contextwords.counts"):
        return None
    for hit in BY_COUNT.finditer(row.tags):
        noun = hit.start("noun")
        counts = row.keys[hit.start()] == "by" and row.keys[noun] in known("contextwords.counts")
        if counts and ";" not in row.tags[min(noun, place) : max(noun, place)]:
            who = row.phrase(hit.start("who"), hit.end("who") - 1)
            return Found(who, "attribution.by_count")
    return None


DATED = Pattern(r"(?r)p?T\Z")
GATHERED = ("data", "figures", "numbers", "report", "reports", "statistics")
"""What has a source behind it, who says it ("figures from the Dairy Institute")."""


def document_shows(row: Row, place: int) -> Found | None:
    """The document that shows a figure: "its filing showed" behind it, "The prospectus shows that" before."""
    if not row.tells("contextwords.shows"):
        return None
    for at, word in enumerate(row.words[1:], 1):
        if word.key not in known("contextwords.shows"):
            continue
        dated = DATED.search(row.tags, max(0, at - 3), at)
        told = at if dated is None else dated.start()  # "figures from Dealpoint for May showed"
        told -= 3 * (row.tags[max(0, told - 3) : told] in ("(E)", "(N)", "(x)"))
        by = BY_WHOM.search(row.tags[:told]) if row.tags[told - 1] in "NEK" else None
        end = by.start() + 1 if by is not None else at
        source = row.words[end - 1].key
        behind = at > place and row.tags[at + 1 : at + 2] in ("", *',;"pT')
        behind = behind and source in known("contextwords.document contextwords.survey")
        before = at < place and source in known("contextwords.document contextwords.survey")
        before = before and row.tags[at + 1 : at + 2] in tuple("DNKiIMFq")
        hit = SHOWN.search(row.tags[:end]) if behind or before else None
        if hit is not None and (behind or ";" not in row.tags[at:place]):
            first, last = hit.start("who"), hit.end("who") - 1
            if by is not None and source in GATHERED:
                first = last = told - 1  # "data from Dealpoint show"
                while row.tags[last] == "K" and row.tags[first - 1] in "xM":
                    first -= 1  # "data from the industry group show"
            elif row.tags[last - 1 : last] in ("N", "E") and source in known("contextwords.survey"):
                first = last = last - 1  # "Dealpoint data show"
            return Found(row.phrase(first, last), "attribution.document")
    return None
