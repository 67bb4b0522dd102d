"""Whose a figure is that is told in passing of one who leads, holds or is called something.

So in "led by health care with 40,000 and building, which added 20,000", "she is Halden's largest holder, with
21%", "The handset, called the Corvo 5, starts at $299".
"""

from __future__ import annotations

from parsers.context.rows.bracketed import bracketed
from parsers.context.rows.words import Row, known
from parsers.context.subject.acting import person_before
from parsers.context.subject.actors import Found
from parsers.context.subject.of_metric import is_result
from parsers.context.subject.referent import resolve
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.model import Figure, Kind


def leading(row: Row, place: int, topic: Topic) -> Found | None:
    """Who leads with a figure, or is told of behind one who does; who is something, with it."""
    if row.keys[place - 1 : place] in (("his",), ("her",)) and row.keys[place + 1 : place + 2] in HELD:
        person = person_before(row, place, topic)
        return Found(person, "subject.pronoun", row.phrase(place - 1, place - 1)) if person else None
    low = max(0, place - REACH)
    if "w" in row.tags[low:place]:
        hit = LED_BY.search(row.tags, low, place)
        if (
            hit is not None
            and row.keys[hit.start("by")] == "by"
            and row.keys[hit.start("led")] in known(LEADS)
        ):
            return Found(row.phrase(hit.start("own"), hit.end("own") - 1), "subject.with")
        hit = IS_WITH.search(row.tags, low, place) or HAS_WITH.search(row.tags, max(0, place - 24), place)
        if hit is not None:
            return resolve(row, hit.start("own"), topic, "subject.with")
    makes = MAKES_UP.search(row.tags, low, place)
    counted = isinstance(figure := row.words[place].ref, Figure) and figure.kind is Kind.COUNT
    if counted and makes is not None and row.keys[makes.start("does")] in known("contextwords.accounts_for"):
        return Found(row.phrase(makes.start("own"), makes.end("own") - 1), "subject.words")
    makes = PRODUCES.search(row.tags, low, place)
    part = (
        isinstance(figure, Figure) and figure.kind is Kind.PERCENT and row.tags[place + 1 : place + 2] == "o"
    )
    if part and makes is not None and row.keys[makes.start("does")] in known("contextwords.produces_part"):
        return Found(row.phrase(makes.start("own"), makes.end("own") - 1), "subject.words")
    sent = SENT.search(row.tags, low, place)
    if sent is not None and row.keys[sent.start("does")] in known(SENDS):
        return Found(row.phrase(sent.start("own"), sent.start("own")), "subject.sent")
    by = BY_EACH.search(row.tags, low, place)
    if by is not None and row.keys[by.end("by") - 1] == "by" and BY_FIRST.search(row.tags, 0, place + 1):
        return Found(row.phrase(by.start("own"), by.start("own")), "subject.each")
    hit = SECOND.search(row.tags, low, place)
    if hit is not None and not known(LEADS).isdisjoint(row.keys[low : hit.start()]):
        return Found(row.phrase(hit.start("own"), hit.end("own") - 1), "subject.which")
    called = CALLED.match(row.tags, 0, place + 1)
    if called is not None and row.keys[called.start("how")] in known("contextwords.calls"):
        return Found(row.phrase(called.start("own"), called.start("own")), "subject.clause")
    return None


def in_brackets(row: Row, figure: Figure, place: int) -> Found | None:
    """Whom a figure in brackets stands behind, of several who each have one; no results ("sales (5%)")."""
    words = bracketed(row, figure, place)
    if words is None or is_result(figure, row.keys[words[1]]):
        return None
    return Found(row.phrase(*words), "subject.beside")


HELD = (("stake",), ("holding",), ("shareholding",), ("interest",))
REACH = 14
LEADS = "contextwords.leads_many"
SENDS = "contextwords.sending contextwords.sends"
LED_BY = Pattern(r"(?r)(?P<led>[WxVm])(?P<by>p)D?(?P<own>[xM]{1,3}(?:&[xM]{1,2})?)w[Dq]{0,2}\Z")
SECOND = Pattern(r"(?r)pD?[xMN]{1,3}(?:&[xM]{1,2})?wq?F[,&]{1,2}D?(?P<own>[xM]{1,3}),?r[VHWm]q*\Z")
"""The next one behind who leads ("and building, which added")."""
MAKES_UP = Pattern(r"(?r)(?:^|[;c]|,&?)D?(?P<own>[xM]{1,3}(?:&[xM]{1,2})?)d?(?P<does>[WHx])pq*\Z")
"""Before a part: what makes it up ("Health care accounted for 62,000 of the gain")."""
PRODUCES = Pattern(r"(?r)(?:^|[;c]|,&?)D?(?P<own>[xM]{1,3})d?(?P<does>[WHx])q*\Z")
"""Before a share of all that is made or used: what makes it ("Wind farms generated 34% of its power")."""
SENT = Pattern(r"(?r)(?P<does>[xWV])D?(?P<own>[ZN])U?q*\Z")
"""Before how far something is sent ("sending sterling 0.2% higher", "sent Orlin down 7%")."""
BY_EACH = Pattern(r"(?r)[:,&]D?x?(?P<own>N)(?:,D[^;FVB]{1,8},)?(?P<by>p)q*\Z")
BY_FIRST = Pattern(r"V[^F]{0,8}:D?x?NpF")
"""Several behind a colon, each with by how much it moved ("rallied: Norvik by 6%, Tarn by 4%")."""
IS_WITH = Pattern(r"(?r)(?P<own>[NPI])d?Bd?(?:[NL]'|[Di])[xMKRZ]{1,4}(?:[on]D?[NL])?,w[Dq]{0,2}\Z")
"""Before what somebody has who is something ("remains Halden's biggest shareholder, with a")."""
HAS_WITH = Pattern(r"(?r)(?P<own>[NkKI])[dAT]{0,2}[HW]q*Fo[NLKi]'?x{0,2}Fw[^;,VBHWAXS]{0,14}\Z")
"""Before what else one has who has so many of another's ("has 50 of Halden's 300 mills with sales of")."""
CALLED = Pattern(r"(?:[c&T],?)?Dx{1,3},(?P<how>[Wx])D?(?P<own>N),(?=d?[VBHAWXSm]|M[aF])")
"""A thing and what it is called ("The new handset, called the Corvo 5,")."""
