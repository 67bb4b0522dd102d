"""The owner written at a metric: "Halden's sales", "the mine's output", "revenue in the wire unit"."""

from __future__ import annotations

import regex

from parsers import lexicon
from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.acting import person_before
from parsers.context.subject.actors import Found
from parsers.context.subject.behind import goods_of, many_behind, many_have, paper_of
from parsers.context.subject.beside import whose_pay
from parsers.context.subject.many import is_many_acting
from parsers.context.subject.places import is_of_economies, place_behind
from parsers.context.subject.referent import first_party, resolve
from parsers.context.subject.sites import site_before, site_behind
from parsers.context.subject.sorts import is_no_company
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.metrics import group_family, group_named, group_of
from parsers.model import Figure, Phrase

REPORTED = frozenset(("revenue", "net income", "profit", "operating profit", "earnings per share", "loss"))
OWNED = Pattern(
    r"(?r)(?:(?P<own>K)'[xT]{0,2}N|(?P<own>[NKkLPZ])'(?:[xTqdMCSHXW]{0,3}|[xdT]{0,2}[MmHC]oD?q*))\Z"
)
TIED = Pattern(r"[xW]tD?(?P<own>[xE]{0,2}Z|[xM]{0,2}M)(?!')")
"""Behind futures: the index that they are tied to."""
OF_PERSON = Pattern(r"oD?[xR]{0,3}(?P<own>P)(?!')")
"""Behind a fortune: whose it is."""
SHARES_IN = Pattern(r"[no]D?[xLRK]{0,3}(?P<own>N(?!'))")
"""Behind "shares": the company that they are of."""
OF_OWNER = Pattern(
    r"M?(?:[opf]|a)D?[iD]?(?:L')?(?P<own>x?N(?!')|N(?='[xMZT]{1,3}(?:[,VBHAWm]|\Z))|(?<=D)L,x{1,2}K(?!')|(?<=D)L,L,[xM]{0,2}K(?!')|(?<=D)[xLE]{0,3}KN(?!')|(?<=D)[xLE]{0,3}K(?!')|[xLE]{1,3}KN(?!')|(?P<seat>L,x)N(?!')|[xk]{0,3}k|[TELNx]{0,3}Z|[Tx]{0,2}E[MZ]|L(?!['xkM]))"
)
IN_UNIT = Pattern(
    r"(?:[na](?:D|i|D?K'|N')|fD?K')(?P<own>[xMZNLE]{0,4}(?:&[xMZN]{1,2})?k?k)(?!['k])"
    r"|a(?:N'|i)(?P<own>[xMZNLE]{1,4}K)(?!['kKR])"
)
"""Behind a metric: the unit that it is of ("revenue in the wire and cable unit")."""
WHO_DID = Pattern(r"(?P<own>N)(?:[HAB]d?)?[mVWH](?=[tVBHA])")
"""Behind a metric: who has done what it says ("the total Halden has raised to")."""
DONE_BY = Pattern(r"[xHWVm]p(?P<own>N)(?='?[^'&,])")
"""The same with a participle ("Passengers carried by Calder rose")."""
AFTER_COLON = Pattern(r":[NPZ]d?[VBHm]")
MANY = Pattern(r"[xMKk]{1,3}[xMKZ]")


def owner_of_metric(row: Row, figure: Figure, place: int, topic: Topic, first: int) -> Found | None:
    """The owner written at a figure's metric, which begins at the word ``first``."""
    metric = figure.metric
    assert metric is not None
    if (own := _possessor(row, figure, metric, first, topic)) is not None:
        return own
    last = word_at(row, metric.end - 1)
    deal = group_of(figure) == "price" and metric.text.split()[-1].lower() in known("metrics.deal")
    deal = deal or metric.text.split()[-1].lower() == "share" or group_of(figure) == "market share"
    if last is None or AFTER_COLON.search(row.tags, last, place) is not None:
        return None  # "Shares of rivals fell: Calder lost 4%"
    if last < place and (thing := paper_of(row, figure, last) or site_behind(row, figure, last)) is not None:
        return thing
    if last < place and (sector := _sector_behind(row, figure, last)) is not None:
        return sector
    tied = TIED.match(row.tags, last + 1, place)
    if tied is not None and row.keys[last + 1] in ("linked", "tied"):
        return Found(row.phrase(tied.start("own"), tied.end("own") - 1), "subject.of")
    hit = _party_behind(row, last, deal) if last < place else None
    if hit is not None and not GOING_ON.isdisjoint(row.keys[hit.start("own") : hit.end("own")]):
        return None  # "profit from continuing operations"
    if hit is None and last < place:
        gauge = row.keys[last].split()[-1] in known("parties.gauge")  # "the index of blue chip firms"
        many = None if gauge else many_behind(row, last, topic)
        if (many := many or goods_of(row, figure, last)) is not None:
            return many
        hit = place_behind(row, figure, place, last, topic)
    if row.words[last].key in known("parties.shares") and last < place:
        hit = SHARES_IN.match(row.tags, last + 1) or hit
    if hit is None or (row.tags[last + 1 : last + 2] == "f" and group_of(figure) not in REPORTED):
        return None  # "a loan from Calder"
    made = row.tags[hit.end("own") - 1] == "Z" and group_of(figure) in ("production", "revenue")
    if made and topic.company is not None and not is_no_company(topic.company):
        return None  # "Halden said production of gold fell"
    return resolve(row, hit.end("own") - 1, topic, "subject.of")


def _possessor(row: Row, figure: Figure, metric: Phrase, first: int, topic: Topic) -> Found | None:
    """Who has the metric that begins at the word ``first`` ("Halden's sales", "the mine's output")."""
    if row.tags[first] == "Z" and metric.text.split()[-1].lower() in ("rate", "rates"):
        money = row.keys[first] in known("currencies.name currencies.common")
        return Found(row.phrase(first, first), "subject.beside") if money else None  # "late dollar rates in"
    rich = OF_PERSON.match(row.tags, first + 1) if figure.metric_name == "net worth" else None
    if rich is not None:
        return Found(row.phrase(rich.start("own"), rich.start("own")), "subject.of")
    low = max(0, first - 8)
    shares = row.words[first].key in known("parties.shares")
    if shares and row.tags[max(0, first - 1) : first] == "N" and row.tags[first + 1 : first + 2] == "t":
        return resolve(row, first - 1, topic, "subject.owner")  # "the report caused Halden stock to jump"
    his = row.keys[first - 1 - (row.tags[first - 1] == "x")] if first > 1 and row.tags[first] != "m" else ""
    holds = group_of(figure) in ("security", "stake", "control") and his in ("his", "her")
    if holds and (person := person_before(row, first, topic)) is not None:
        return Found(person, "subject.pronoun", row.phrase(first - 1, first - 1))
    if "i" in row.tags[low:first]:
        shares = shares and row.tags[first - 1] == "i"
        lead = first_party(row, first, topic) if shares else whose_pay(row, figure, first, topic)
        if lead is not None:
            return lead
    if "'" not in row.tags[low:first]:
        return None
    hit = OWNED.search(row.tags[low:first])
    if hit is not None:
        return _whose_own(row, figure, low + hit.start("own"), first, metric, topic)
    if (many := many_have(row, first)) is not None:
        return many
    if row.tags[first - 2 : first] == "M'" and row.keys[first - 2] in known("parties.borrowing"):
        return resolve(row, first - 2, topic, "subject.owner")
    return site_before(row, first)


def at_whom(row: Row, figure: Figure, metric: Phrase, topic: Topic) -> Found | None:
    """Whose a change is, behind what has changed ("a 3% drop in sales at, or in, its tool unit")."""
    last = word_at(row, metric.end - 1)
    if last is not None and any(e.rule == "metric.change_of_what" for e in figure.evidence):
        hit = OF_TRADED.match(row.tags, last + 1)
        return resolve(row, hit.end("own") - 1, topic, "subject.of") if hit is not None else None
    if last is None or row.keys[last + 1 : last + 2] not in (("at",), ("in",)):
        return None
    entered = group_family(figure.metric_name) in ENTERED and row.keys[last + 1] == "at"
    if not (entered or any(e.field == "metric" and e.rule in CHANGES for e in figure.evidence)):
        return None
    hit = IN_UNIT.match(row.tags, last + 1) or AT_FIRM.match(row.tags, last + 1)
    return resolve(row, hit.end("own") - 1, topic, "subject.of") if hit is not None else None


OF_TRADED = Pattern(r"oD?(?P<own>[xEN]{0,2}Z)(?!')")
"""Behind a price that has changed by so much ("a rise of 10 cents in the price of crude")."""
CHANGES = ("metric.change_in", "metric.changed_in")
ENTERED = ("one-time item", "profit")
"""Families of what is entered in somebody's books ("a $4 million charge at Brandt")."""
AT_FIRM = Pattern(r"ax?(?P<own>N)(?![']|[kKM])")


def _party_behind(row: Row, last: int, deal: bool) -> regex.Match[str] | None:
    """The party or the unit behind a metric that ends at ``last``; of the terms of a deal nobody's."""
    hit = IN_UNIT.match(row.tags, last + 1) or DONE_BY.match(row.tags, last + 1)
    if hit is None and not deal:
        hit = OF_OWNER.match(row.tags, last + 1)
        if (
            hit is not None
            and row.tags[hit.end("own") - 1] == "Z"
            and "i" in row.tags[max(0, last - 3) : last]
        ):
            return None  # "cut its forecast for copper"
    if hit is not None and row.tags[hit.end("own") - 1] == "L" and row.keys[last + 1] in BETWEEN:
        return None  # "its fare between New York and Miami"
    seat = hit.groupdict().get("seat") if hit is not None else None
    if hit is not None and seat and not row.keys[hit.end("seat") - 1].endswith("-based"):
        return None  # "shares of Akron, Ohio-based Calder" are Calder's
    return hit or WHO_DID.match(row.tags, last + 1)


IN_SECTOR = Pattern(r"[nap]D(?P<own>[xMZ]{1,3})(?=d?[VBHAWm]|,)")
SECTORS = ("sector", "segment", "field", "category", "area")
WHOLE = ("industry", "market")
"""What all the companies of a sort are together ("sales for the industry rose")."""


def _sector_behind(row: Row, figure: Figure, last: int) -> Found | None:
    """The sector that a result is told of ("profits in the packaging sector improved")."""
    hit = IN_SECTOR.match(row.tags, last + 1) if group_of(figure) in REPORTED else None
    if hit is None:
        return None
    word, several = row.keys[hit.end("own") - 1], hit.end("own") - hit.start("own") > 1
    if word not in WHOLE and not (word in SECTORS and several and row.tags[last + 1] != "p"):
        return None
    return Found(row.phrase(hit.start("own"), hit.end("own") - 1), "subject.of")


GOING_ON = frozenset(("continuing", "discontinued", "ongoing", "continued"))
"""Before "operations": those of the company itself that go on or not."""
BETWEEN = ("between", "from", "into", "through", "via")


def _whose_own(row: Row, figure: Figure, own: int, first: int, metric: Phrase, topic: Topic) -> Found | None:
    """Whose a metric is that the word at ``own`` has: its own, its index's or its people's."""
    if row.tags[first] == "m" and MANY.fullmatch(row.tags, own + 2, first) is not None:
        return Found(row.phrase(own + 2, first - 1), "subject.clause")  # "the nation's savings banks lost"
    lands = row.tags[own] == "L" or row.keys[own] in known("parties.land parties.market")
    if row.tags[first] == "m" and first == own + 3 and lands and is_many_acting(row, first - 1):
        return Found(row.phrase(first - 1, first - 1), "subject.words")  # "the nation's thrifts lost"
    gauge = row.tags[own] == "L" and metric.text.lower().split()[-1] in known("parties.gauge")
    if gauge and not is_of_economies(figure):
        return Found(metric, "subject.index")
    return resolve(row, own, topic, "subject.owner")


def is_result(figure: Figure, word: str) -> bool:
    """Whether a metric is one of a company's results, by its name or its first word ("earnings estimate")."""
    named = {group_named(entry.id) for entry in lexicon.surfaces("metrics.noun").find(word)}
    return group_of(figure) in REPORTED or not named.isdisjoint(REPORTED)
