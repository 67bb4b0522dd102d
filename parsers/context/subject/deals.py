"""Deals: who is bid for, and whose their figures are."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.context.subject.referent import clause_subject
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Phrase

VALUED_AT = Pattern(r"[xWVHm](?:[Di]|[NL]')?[xNLM]{0,3}(?P<own>[NKkI])(?:o[^,;VBHAWXSmF]{1,5})?aq*(?P<at>F)")
"""Who is valued at how much ("the deal values the business at about $5 million")."""


OWN_SHARES = Pattern(r"iM(?=[HBVA])")
"""At the beginning of a sentence: what a company's own shares do."""


def valued(row: Row, place: int, topic: Topic) -> Found | None:
    """Who a deal values: whose the value is, and the debt in it ("Including $5 million of debt")."""
    hit = row.once(_valued)
    if hit is None:
        return None
    own, at = hit
    it = row.tags[own] == "I"
    if it and OWN_SHARES.match(row.tags) and row.keys[1] in known("parties.shares"):
        return None  # "Its shares have doubled, valuing it at"
    if row.tags[own] == "k" and place == at and (first := _own_unit(row, own)) is not None:
        return Found(row.phrase(first, own), "subject.valued")
    target = topic.target if not it else target_of(row) or topic.target
    if target is None or (place != at and not (place < own and row.keys[0] == "including")):
        return None
    phrase = row.phrase(own, own)
    if row.tags[own] == "N":
        return Found(phrase, "subject.valued")
    return Found(target, "subject.valued", phrase) if it or "the" in row.keys[own - 3 : own] else None


def _own_unit(row: Row, at: int) -> int | None:
    """Where the name of a unit begins that is somebody's ("valued its paints arm at $5 million")."""
    hit = OWN_UNIT.search(row.tags, max(0, at - 5), at)
    return hit.start() + 1 if hit is not None else None


OWN_UNIT = Pattern(r"(?r)[i'][xNLM]{0,3}\Z")


def _valued(row: Row) -> tuple[int, int] | None:
    values = known("contextwords.valuing")
    if values.isdisjoint(row.keys):
        return None
    for hit in VALUED_AT.finditer(row.tags):
        if row.keys[hit.start()] in values:
            return hit.start("own"), hit.start("at")
    return None


def valued_parts(row: Row, place: int) -> Found | None:
    """Which of several parts somebody values at a figure ("valued its paper arm at $9 and Orlin at $5")."""
    hit = PART_AT.search(row.tags, max(0, place - 12), place)
    if hit is None or known("contextwords.valuing").isdisjoint(row.keys[: hit.start()]):
        return None
    if VERB.search(row.tags, row_at(row), hit.start()) is not None:
        return None
    first, last = hit.start("own"), hit.end("own") - 1
    if row.tags[last] == "M":  # "its Halden Steel stake"
        named = row.tags.rfind("N", first, last)
        return Found(row.phrase(named, named), "subject.valued") if named >= 0 else None
    return Found(row.phrase(first, last), "subject.valued")


def row_at(row: Row) -> int:
    """Where the word behind the first verb of valuing of a sentence stands."""
    return next(at for at, key in enumerate(row.keys) if key in known("contextwords.valuing")) + 1


PART_AT = Pattern(r"(?r)(?:i|D?[NLK]'|D|[,&])(?P<own>[xNLMZ]{0,3}[kNM])(?:,D[xL]{0,2}[kK],)?aq*\Z")
"""Before a value: the part that it is of, maybe with what it is ("and Medfax, a drug unit, at")."""
VERB = Pattern(r"[VBHWASXm;c]")


def raising(row: Row, figure: Figure, place: int) -> Found | None:
    """Who raises money at a valuation, whoever puts it in ("led a $50 million round for Orlin at a $1bn")."""
    metric = figure.metric.text.lower() if figure.metric is not None else ""
    if not metric.endswith("valuation") or figure.kind is not Kind.MONEY:
        return None
    for at in range(place - 1, -1, -1):
        if row.tags[at] != "N":
            continue
        gathers = row.keys[at + 1].startswith("rais")
        given = row.keys[at - 1 : at] in (("for",), ("in",)) and not known(
            "contextwords.round_of"
        ).isdisjoint(row.keys[max(0, at - 4) : at])
        if gathers or given:
            return Found(row.phrase(at, at), "subject.valued")
    return None


BID_FOR = Pattern(r"(?P<for>[pWHV])[D]?x{0,2}(?P<who>N)(?!')")
BOUGHT = ("acquired", "bought", "taken over")


def target_of(row: Row) -> Phrase | None:
    """The company that a sentence says is bid for ("pay $18 a share for Norvik", "acquire Norvik")."""
    if "by" in row.keys and (bought := _bought(row)) is not None:
        return bought
    if not row.tells("parties.bid"):
        return _sold_part(row)
    bids = [at for at, key in enumerate(row.keys) if key in known("parties.bid")]
    for hit in BID_FOR.finditer(row.tags, bids[0]):
        key = row.words[hit.start("for")].key
        if key == "for" or key in known("parties.bid"):
            return row.phrase(hit.start("who"), hit.start("who"))
    return None


SALE_OF = Pattern(r"D(?P<sale>[xMC])oD?[xK]{0,2}(?P<who>N)(?!'|&)")
"""What a unit is up for ("is considering a sale of Halden Optics")."""
STAKE_IN = Pattern(r"(?P<part>M)(?:-x)?n(?:D|x){0,3}(?P<who>N)(?!'|&)")


def _sold_part(row: Row) -> Phrase | None:
    """The company of which a sentence says that somebody sells a part ("sold a 5% stake in Norvik")."""
    sale = SALE_OF.search(row.tags)
    if sale is not None and row.keys[sale.start("sale")] in known("contextwords.sale"):
        return row.phrase(sale.start("who"), sale.start("who"))
    hit = STAKE_IN.search(row.tags)
    part = row.keys[hit.start("part")] if hit is not None else ""
    if hit is None or part not in ("stake", "stakes", "holding", "sell-down"):
        return None
    sold = part == "sell-down" or not known("contextwords.sells").isdisjoint(row.keys[: hit.start()])
    return row.phrase(hit.start("who"), hit.start("who")) if sold else None


def _bought(row: Row) -> Phrase | None:
    """The company that a sentence says is bought by another ("Norvik agreed to be bought by")."""
    at = next((i for i, key in enumerate(row.keys[:-1]) if key in BOUGHT and row.keys[i + 1] == "by"), 0)
    who = row.tags.find("N", 0, at)
    return row.phrase(who, who) if at and who >= 0 and row.tags[who + 1] != "'" else None


BOUGHT_FOR = Pattern(r"(?r)(?P<how>[HxWV])q?(?P<by>p)[DNLKkoxM'&]{1,10}(?P<for>p)q*\Z")
"""Before a price: that somebody is bought, and by whom ("acquired by an affiliate of Orlin for")."""


def bought_for(row: Row, place: int, topic: Topic) -> Found | None:
    """Who is bought at a price, whoever buys it ("Vega agreed to be acquired by Orlin for $3 a share")."""
    hit = BOUGHT_FOR.search(row.tags, max(0, place - 14), place)
    if hit is None or row.keys[hit.start("by")] != "by" or row.keys[hit.start("for")] != "for":
        return None
    how = row.keys[hit.start("how")]
    bought = (
        how in BOUGHT or how == "purchased" or (how == "taken" and hit.start("by") > hit.start("how") + 1)
    )
    if not bought:
        return None
    named = IS_BOUGHT.search(row.tags, 0, hit.start("how"))
    if named is not None:
        return Found(row.phrase(named.start("own"), named.start("own")), "subject.clause")
    return clause_subject(row, hit.start("how"), topic)


IS_BOUGHT = Pattern(r"(?r)(?P<own>N)(?:,|[dA]?[BH]{1,3}d?)\Z")
"""Who is bought, right before the verb ("Vega is being bought", "Vega, bought")."""


CAME_AS = Pattern(r"D[xMCHW]{1,3}(?P<came>B)cD?(?P<who>N)[HSXm]")


def came_as(row: Row) -> Phrase | None:
    """Who reports while something came ("The purchase came as Halden reported a fall in earnings")."""
    hit = CAME_AS.match(row.tags) if "Bc" in row.tags[:6] else None
    if hit is None or row.keys[hit.start("came")] not in ("came", "comes"):
        return None
    return row.phrase(hit.start("who"), hit.start("who"))
