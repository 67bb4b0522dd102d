"""Whom a sentence turns to: the company or the government that it begins with, its unit, whom it bids for."""

from __future__ import annotations

import re

import regex

from parsers.context.rows.words import Row, known
from parsers.context.subject.deals import target_of
from parsers.context.subject.fronted import behind_front, told_of_first
from parsers.context.subject.heads import backs, invests, turned
from parsers.context.subject.many import many_at_head
from parsers.context.subject.opening import opened, opens_with_parent
from parsers.context.subject.segments import unit_at_head
from parsers.context.subject.sites import site_at_head
from parsers.context.subject.sorts import is_body, is_no_company
from parsers.context.subject.topic import TELLER, Topic
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.quick import Quick
from parsers.values import replace

THE_COMPANY = Quick(r"(?:[pn][^,;FNKPI]{1,8},)?D(?P<who>[xL,]{0,4}K)")

HEAD = Quick(
    r"(?>(?:d,|[pnatf][^,;]{0,8},|[pn]D?T(?=N)|T,|c|&|x,|L'(?=x?N)|N'[xK]{1,2}(?=N[VBHAWXSm])|[iD]F-m(?=N)|[NL],L-W"
    r"|L-W|L,|L,?-|T|E\)-|-)*)"
    r"D?(?P<who>[xKRMLU]{0,4}N|[Kk](?=o[NL]))"
)


AT_HEAD = Pattern(
    r"[c&]?a(?:(?:[NL]'|i|D)[xMZL]{0,3}[kK],?(?P<who>N)(?=,)"
    r"|D?[xLKRU]{1,4}(?P<who>N)(?=,)"
    r"|D?(?:i|K')?(?P<who>N'[xMZEL]{0,4}k(?!,N)|N'?|x{0,3}N?x{0,2}(?:&x{1,2})?k)(?:[,']|(?=n(?:D?x{0,2})?[LN],)|(?=D?[xMG]{1,4}[VBHA])))"
)


PART = Pattern(r"(?r)(?:[NKL]'|i|D)(?P<who>(?:[xMZ]{1,2}&)?[xMZELN]{1,4}k)(?!'|[xM]?k)")
OWN_PART = Pattern(r"(?r)(?:[NKL]'|i)(?P<who>(?:[xMZ]{1,2}&)?[xMZELN]{1,4}k)(?!'|[xM]?k)")


UNIT = Pattern(
    r"(?:^D?|[,;cS])(?:[NK]'|i)(?P<who>[xMZNE]{0,4}k)(?=[^F]*F)|^D[xLE]{0,3}k,(?P<who>N)(?:,|oN|oL)"
)


OWN_NAMED = Quick(r"(?:[c&],?)?i[xMZEL]{0,4}k,(?P<who>N),(?=d?[VBHAWXm])")


SPOKESMAN = Pattern(r"(?:[pn]?(?:D?T|TT),)?D?x?R[po]D?(?P<who>N)")


THING = Pattern(
    r"(?:(?:^|-|,)D(?P<who>[xR]{0,2}K)(?![RM])(?=[^,;]{0,6}(?<!o)[VBHAS])|[fptw]D(?P<who>[xR]{0,2}K)(?=Wp))"
)


def _only_tells(row: Row, who: regex.Match[str] | re.Match[str]) -> bool:
    """Whether a party without a name only says what was told ("fell 8%, an industry group said")."""
    if not known("contextwords.document contextwords.survey").isdisjoint(row.keys[who.end() : who.end() + 1]):
        return True  # "a government report showed"
    return row.tags[who.start() : who.start() + 1] == "," and row.tags[who.end() : who.end() + 1] == "S"


SEATED, BASED = Pattern(r",xK"), "-based"


def _head(row: Row) -> regex.Match[str] | re.Match[str] | None:
    """The name that a sentence begins with, none of where a company is ("The Calden, Ohio-based firm")."""
    head = HEAD.match(row.tags, behind_front(row))
    seated = head is not None and SEATED.match(row.tags, head.end("who")) is not None
    return None if seated and head is not None and row.keys[head.end("who") + 1].endswith(BASED) else head


def next_topic(row: Row, topic: Topic) -> Topic:
    """Who the text speaks of from a sentence on."""
    now, last_unit, thing, tags = topic.now, topic.unit, topic.thing, row.tags
    # A letter that a pattern cannot do without is looked for first: most rows have none.
    head, unit = _head(row), UNIT.search(tags) if "k" in tags else None
    at_head = AT_HEAD.match(tags) if "a" in tags[:2] else None
    spokesman = SPOKESMAN.match(tags) if "R" in tags[:6] else None
    new = THING.search(tags) if "K" in tags else None
    if new is not None and row.words[new.start("who") - 1].key in ("a", "an") and not _only_tells(row, new):
        thing = row.phrase(new.start("who"), new.end("who") - 1)
    if spokesman is not None:
        now = row.phrase(spokesman.start("who"), spokesman.start("who"))
    if at_head is not None and "at" in row.keys[:2]:
        found = row.phrase(at_head.start("who"), at_head.end("who") - 1)
        now, last_unit = found, found if row.tags[at_head.end("who") - 1] == "k" else None
    elif (told := _turned_to(row, head, topic)) is not None:
        now, last_unit = told, None
    elif (begun := opened(row, topic)) is not None:
        now, last_unit = begun, None
    elif (described := THE_COMPANY.match(row.tags)) is not None:
        now, last_unit = _company_again(row, topic, now, described.span("who")), None
    last_unit = _unit_told(row, unit, topic) or last_unit
    if thing is not None and _tells_of(row, thing):
        now = thing
    company = now
    if topic.company is not None and _is_by_the_way(
        row, head, at_head is not None, now, last_unit, topic.company
    ):
        company = topic.company
    if head is not None and topic.main is not None and invests(row, head.end("who") - 1):
        now = topic.now
    if _is_of_all_the_land(row, topic):
        now, last_unit = topic.homeland or topic.called.get("country"), None
        company = now if is_no_company(company) else company
    main = _main(row, topic, now)
    target, part = target_of(row) or topic.target, _part(row) or topic.part
    last = site_at_head(row) or _goods_at_head(row, topic) or last_unit
    topic = replace(topic, many=many_at_head(row, topic.many), target=target, part=part)
    return replace(topic, main=main, now=now, unit=last, thing=thing, company=company)


def _turned_to(row: Row, head: regex.Match[str] | re.Match[str] | None, topic: Topic) -> Phrase | None:
    """Of whom a sentence begins to tell ("As for Halden, it lost"), or whom it begins with."""
    if (whose := told_of_first(row)) is not None:
        return whose
    return turned(row, head.end("who"), topic) if head is not None else None


def _company_again(row: Row, topic: Topic, now: Phrase | None, who: tuple[int, int]) -> Phrase | None:
    """Whom "the company" is, which a sentence begins with."""
    first, end = who
    if row.keys[first] in MERGED:
        return row.phrase(first, end - 1)  # "The combined company will be large. It will have"
    if now is None and topic.main is None and row.tags[end : end + 1] != "S":
        now = topic.before or _named_by(row.phrase(first, end - 1), topic)
    return topic.company if row.keys[end - 1] == "company" and topic.company is not None else now


MERGED = ("combined", "enlarged", "merged")
"""Before "company": the one that two become."""


def _is_of_all_the_land(row: Row, topic: Topic) -> bool:
    """Whether a sentence turns from the parts of a country to all of it ("Nationally, sales fell")."""
    first = row.keys[:1] and row.keys[0] in known("parties.nationwide")
    return bool(first) and (is_no_company(topic.now) or topic.homeland is not None)


def _unit_told(row: Row, owned: regex.Match[str] | None, topic: Topic) -> Phrase | None:
    """The unit that a sentence tells of: one that is called somebody's, or that it begins with."""
    if (named := OWN_NAMED.match(row.tags)) is not None:
        return row.phrase(named.start("who"), named.start("who"))  # "But its web business, Orlin, had"
    if owned is None and topic.company is not None:
        at = int(row.tags[:1] == "D")
        sited = topic.sites and row.tags[at : at + 1] == "N" and row.phrase(at, at).text in topic.sites
        return row.phrase(at, at) if sited else unit_at_head(row)
    if owned is None:
        return None
    first = owned.start("who")
    first -= 2 * (row.tags[max(0, first - 2) : first] == "N'")
    return row.phrase(first, owned.end("who") - 1)


def _goods_at_head(row: Row, topic: Topic) -> Phrase | None:
    """What is traded, where a sentence of a text about a company tells of it ("Brent crude settled")."""
    hit = OF_GOODS.match(row.tags) if topic.company is not None and "Z" in row.tags[:4] else None
    return row.phrase(hit.start("who"), hit.end("who") - 1) if hit is not None else None


OF_GOODS = Quick(r"D?(?P<who>x{0,2}Z)(?:pT[xM]?)?M?(?:nD?[LxE])?d?[VBHm]")


def _named_by(words: Phrase, topic: Topic) -> Phrase | None:
    """Whom words for a company begin to tell of: nobody, where they mean one who tells of others."""
    if TELLER in topic.called and words.text in known("parties.teller"):
        return None
    return topic.called.get(words.text, words)


def _is_by_the_way(
    row: Row,
    head: regex.Match[str] | re.Match[str] | None,
    at: bool,
    now: Phrase | None,
    unit: Phrase | None,
    company: Phrase,
) -> bool:
    """Whether whom a sentence turns to is none that "the company" means: a product, a backer, a unit."""
    if head is not None and row.tags[: head.start("who")].endswith("D") and not at:
        return True
    if now is not None and now is not company and is_body(now) and not is_body(company):
        return True
    return (head is not None and backs(row, head.end("who") - 1)) or (now is not None and now is unit)


def _tells_of(row: Row, thing: Phrase) -> bool:
    """Whether a sentence has the word for a party without a name, of no other one ("a group of banks")."""
    word = thing.text.split()[-1].lower()
    for at, key in enumerate(row.keys):
        if row.tags[at] != "K" or key.split()[-1] != word:
            continue
        other = row.tags[at + 1 : at + 2] == "o" and at > 0 and row.keys[at - 1] in ("a", "another")
        if not other or row.words[at].end == thing.end:
            return True
    return False


def _main(row: Row, topic: Topic, now: Phrase | None) -> Phrase | None:
    """The main party from a sentence on: that of the first ones, or the parent that one begins with."""
    no_company = now is not None and (
        now.text in topic.tellers or (topic.of_market and not is_no_company(now))
    )
    now = None if no_company else now
    return now if opens_with_parent(row) else topic.main or (now if row.index <= 1 else None)


def _part(row: Row) -> Phrase | None:
    """The last unit that a sentence names with words of its own ("its paper division")."""
    hit = (OWN_PART.search(row.tags) or PART.search(row.tags)) if "k" in row.tags else None
    if hit is None:
        return None
    first, last = hit.start("who"), hit.end("who") - 1
    if row.keys[first - 1] == "the" and row.keys[last] in known("parties.descriptor"):
        return None  # "after the fashion chain warned"
    if first > 2 and row.keys[first - 1] in ("a", "an") and row.tags[first - 3 : first - 1] == "N,":
        return row.phrase(first - 3, first - 3)  # "Orrin Lane, a seafood unit"
    return row.phrase(first, last)
