"""The owner written at a figure or at its metric: "Halden's sales", "shares of Halden"."""

from __future__ import annotations

import regex

from parsers.context.draft import rule_of
from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import Found, index_behind
from parsers.context.subject.beside import has_many, kin_with, led_by, many_more, told_with
from parsers.context.subject.following import HELD, owner_behind
from parsers.context.subject.gapped import gapped_at
from parsers.context.subject.of_metric import OF_OWNER, OWNED, at_whom, owner_of_metric
from parsers.context.subject.places import other_place
from parsers.context.subject.referent import resolve
from parsers.context.subject.sorts import is_no_company
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Figure, Kind
from parsers.quick import Quick

INHERITS = ("metric.twin", "metric.second_twin", "metric.per_unit", "metric.versus", "metric.own_change")
"""The rules of a metric that is the one of the figure before, whose subject stays too."""

ISSUER = Pattern(r"(?r)(?P<own>[NL])(?:[xF]{0,2},[LN])?(?:\([^()]{1,4}\))?-q*\Z")
"""Who begins an entry of a list ("Calder Corp. (Japan) -- $42 million of bonds")."""
HOLDS = Pattern(r"(?r)(?P<own>N|P|(?<=D)x?K)\(\Z")
"""Of several, whom a part in brackets stands behind ("the French government (15%) and Norvik (5%)")."""
MOVED_ASIDE = Pattern(r"(?r)(?P<own>[NZL])\([UV]q*\Z|(?:Wp|[HWy])(?P<own>[NZ]),Uq*\Z")
"""Of several, how each has moved ("shares of Calder (down 2%, at 105p) and Orlin (up 4%)")."""
AGENCY = Quick(r"(?P<own>[NE])(?:[,&][NELk]){1,4}-Q?\Z")
"""The same of a part of a government, with what it is part of ("Calder Housing Agency, Ohio --")."""
AGENT = Pattern(r"(?r)(?P<own>[NLK])'x{0,2}[XM]t[VWHmx][^;,VBHAWXS]{0,8}\Z")
"""Who is about to do something ("Jakarta's plan to lift its levy to")."""
ELIDED = Pattern(r"(?r)(?P<own>[NL])'d?(?:V[dtq]*|B[dqU]*|Bxa|t)\Z")
"""Whose moved, where the noun is left out ("Halden's stock rose 2%, while Orlin's dropped 6.8%")."""
AIMED_AT = Pattern(r"(?r)(?P<own>[NK]),D(?P<what>[xM])oD?x{0,2}q*\Z")
"""What somebody bids for ("Halden, the target of a $40-a-share offer")."""
VALUED = Pattern(
    r"(?r)(?:m(?P<own>N|I|D?x{0,3}K)a|[WVHm]D?x{0,3}(?P<own>[NKI])D[xMZ]{0,2}Mo|n(?P<own>N)aDx?Mo)q*\Z"
)
"""Who is worth it ("valuing Halden at", "gives the firm an enterprise value of")."""
COMPARED = Pattern(r"(?r)v[Dq]{0,3}(?:FpD?[xNLZ]{1,3}&q*)?\Z")
FOR_ANOTHER = Pattern(
    r"Q?[CG]?(?P<for>[pa])(?:[Di](?P<lead>x{0,2}?)(?P<own>[xMZ])|D?[xKM]{0,2}(?P<own>N)(?:'[xMN]{1,3}|x{0,2}M)?|x?(?P<own>L))(?=[,;]|&[dq]*F|pD|\Z)"
    r"|(?P<for>n)(?P<own>L)(?=[,;]|\Z)"
)
"""Whose figure another one is compared with ("against 5% for Calder")."""
THAT_OF = Pattern(
    r"(?r)Do(?:(?P<own>[NLK])|[Di][xM]{1,2}(?P<own>k))(?:,[Di][xKRko]{1,4})?,?(?:a|B|d?Vp?|BU)?[dq]*\Z"
)
"""Whose it is where verb or noun are left out ("Halden rose 9% and Calder 4%"; "that of Calder, at 4%")."""
THAT_OF_THINGS = Pattern(r"(?r)Do(?P<own>x[xMZ]{1,2})d?Vp?[dq]*\Z")
"""The same of things ("those of Japanese-brand vehicles fell")."""
WITH = Pattern(
    r"(?r)(?:(?:W(?P<own>N)|(?P<own>N|(?<![nfptao]D)[Kk]|(?<![,nfptaoL])L),|(?P<own>N),D[xL]{0,2}K|(?P<own>k)|[,&][xLDMK]{1,4}(?P<own>N))w(?:D?[xTd]{0,2}[MG]{1,2}o)?[Dq]{0,2}|(?:,p|F&)(?P<own>[NZ])w[Dq]{0,2}|w[xMK]{0,2}(?P<own>[NL])Uq*|(?:Wp|Uo|F&)(?P<own>L)w[Dq]{0,2}|Wp(?P<own>[NL])a[Dq]{0,2}|Uo(?P<own>N)w[Dq]{0,2}|&(?P<own>L),w[Dq]{0,2}|F&(?P<own>N)xGoq*)\Z"
)
"""Who has something ("the unit, with annual revenue of")."""


def owner_of(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The owner written at the figure or at its metric: "Halden's sales", "shares of Halden"."""
    if _is_set_beside(row, place):
        return None
    if (
        rule_of(figure, "metric") == "metric.whose"
        and (whose := WHOSE.search(row.tags, 0, place)) is not None
    ):
        return Found(row.phrase(whose.start("own"), whose.start("own")), "subject.owner")
    if (holder := _holder_of(row, place)) is not None:
        return holder
    beside = _owner_beside(row, figure, place, topic)
    if beside is not None:
        return beside
    held = figure.metric is not None and group_of(figure) in HELD
    metric = figure.metric
    first = word_at(row, metric.start) if metric is not None and not is_taken(row, figure, place) else None
    if metric is None or first is None or _goes_on_with_another(row, first, place):
        return None
    if first >= place and (issuer := _issuer_behind(row, figure, first, topic)) is not None:
        return issuer
    if first > place:
        if (index := index_behind(row, first, word_at(row, metric.end - 1))) is not None:
            return index
        if (told := at_whom(row, figure, metric, topic)) is not None:
            return told
        of_part = figure.kind in (Kind.PERCENT, Kind.RATIO) or rule_of(figure, "metric") == "metric.of_whole"
        if of_part or (held and figure.kind == Kind.MONEY):
            return None
    return owner_of_metric(row, figure, place, topic, first)


WHOSE = Pattern(r"(?r)(?P<own>[NLK])'d?(?:[AHB]d?)?[VB][tp]?[dq]*\Z")
"""Before a figure: whose it is of the same that was measured before ("Orlin's has surged by")."""


def _goes_on_with_another(row: Row, first: int, place: int) -> bool:
    """Whether a clause of another one stands between a metric and a figure ("while the S&P 500 is up 3%")."""
    return first < place and OTHER_CLAUSE.search(row.tags, first, place) is not None


OTHER_CLAUSE = Pattern(r"(?r)(?:,?c|;c?|,?&|,w)D?(?:[xEN]{0,2}|L')Z[HBA]{0,2}d?[VBHm]?[UqpdFt]{0,4}\Z")


def _holder_of(row: Row, place: int) -> Found | None:
    """Whose stake in another one it is ("Softbank's Alibaba stake will fall to 28%")."""
    hit = STAKE.search(row.tags, max(0, place - 9), place)
    if hit is None or row.keys[hit.end("what") - 1] not in ("stake", "holding", "stakes", "holdings"):
        return None
    return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.owner")


STAKE = Pattern(r"(?r)(?P<own>N)'N(?P<what>M)(?:[AHBd]{0,3}[VBHm])?(?:tq*|q*|aq*|Vtq*)\Z")
"""Before a share: whose it is, in whom, and how it moved."""


def _is_set_beside(row: Row, place: int) -> bool:
    """Whether a figure is what somebody had foreseen of another's ("$5, beating Calder's forecast of $4")."""
    hit = FORESEEN_BY.search(row.tags, max(0, place - 9), place)
    if hit is None or row.keys[hit.start("what")] not in known("contextwords.estimating"):
        return False
    over = row.keys[hit.start("over")]
    return over in ("above", "below", "than") or over in known("contextwords.beating contextwords.misses")


FORESEEN_BY = Pattern(r"(?r)F[^;F]{0,4}(?P<over>[^;,F])D?(?P<own>[NE])'x{0,2}(?P<what>[xMWXG])oq*\Z")


GIVEN = Pattern(
    r"(?r)[HWxmMV](?P<own>N|L(?=q*\Z)|D?E|DK|I|[iD]?[xR]{0,4}P)(?:,[LN](?:,L)?,)?(?:D?[xM]{0,2}[MCG]o)?(?:Dx{1,2}q?|[Dq]{0,2})\Z"
)
"""Who is given something ("The purchase gives Halden 35%")."""
NAMED_AS = Pattern(r"(?r)[Wx](?P<own>N)D[xRK]{1,3}[npow][Dq]{0,2}\Z")
"""What somebody is said to be ("named Halden a leader in 3 of 4 fields")."""
STANDS_AT = Pattern(r"(?r)(?:^|[,;c&-])D?x?(?:(?P<own>[ZN])|(?P<own>[NL])'),[aM]q*\Z")
STOOD = Pattern(r"[Qp]?[DxZT]{0,2},d?[VBHA]")
"""Around a price between commas: whose it is ("and the yen, at 158.20 to the dollar, was")."""


def _owner_beside(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The owner written right at the figure."""
    if row.tags[place - 2 : place] == "Ko" and row.keys[place - 2] in known("parties.land"):
        return resolve(row, place - 2, topic, "subject.of")  # "the city of 23,000"
    low = max(0, place - 8)
    reach = row.tags[low:place]
    # A letter that a pattern cannot do without is looked for first.
    hit = ISSUER.search(reach) if "-" in reach else None
    if hit is not None and not row.phrase(hit.start("own") + low, hit.start("own") + low).text.isupper():
        at = 0 if AGENCY.match(row.tags[:place]) is not None else hit.start("own") + low
        return Found(row.phrase(at, at), "subject.issuer")
    if (told := _told_aside(figure, reach)) is not None:
        return Found(row.phrase(told.start("own") + low, told.end("own") - 1 + low), "subject.beside")
    if (near := _right_before(row, reach, low, topic)) is not None:
        return near
    hit = VALUED.search(reach) if group_of(figure) == "market value" else None
    if hit is not None:
        return _valued(row, hit.end("own") - 1 + low, topic)
    if "v" in reach and COMPARED.search(reach) and (other := _compared(row, place, topic)) is not None:
        return other
    hit = THAT_OF.search(reach) if "Do" in reach else None
    if hit is not None and row.words[low + hit.start()].key not in ("that", "those"):
        hit = None
    things = THAT_OF_THINGS.search(reach) if "Dox" in reach else None
    if things is not None and row.keys[low + things.start()] in ("that", "those"):
        return Found(row.phrase(things.start("own") + low, things.end("own") - 1 + low), "subject.gapped")
    if (far := gapped_at(row, figure, place, that_of=hit is not None)) is not None:
        return resolve(row, far, topic, "subject.gapped")
    hit = hit or (WITH.search(reach) if "w" in reach or "xGo" in reach or "Wp" in reach else None)
    place_beside = None if hit is not None else other_place(row, place, topic)
    gapped = hit.start("own") + low if hit is not None else place_beside
    if gapped is not None:
        return resolve(row, gapped, topic, "subject.gapped")
    if (party := _given_or_priced(row, place, low)) is not None:
        return resolve(row, party, topic, "subject.owner")
    with_w = "w" in row.tags[:place]
    with_another = kin_with(row, place) or told_with(row, place) if with_w else many_more(row, figure, place)
    with_another = with_another or led_by(row, place)
    with_another = with_another or has_many(row, figure, place)
    return with_another or owner_behind(row, figure, place, topic)


def _right_before(row: Row, reach: str, low: int, topic: Topic) -> Found | None:
    """The owner whose figure it is called ("Halden's $5 million"), whose plan it is, or who is aimed at."""
    hit = AIMED_AT.search(reach) if ",D" in reach else None
    if hit is not None and row.keys[hit.start("what") + low] in ("target", "subject", "object"):
        return resolve(row, hit.start("own") + low, topic, "subject.target_of")
    owners = ((OWNED, "subject.owner"), (ELIDED, "subject.owner"), (AGENT, "subject.agent"))
    for pattern, rule in owners if "'" in reach else ():
        hit = pattern.search(reach)
        if hit is not None:
            return resolve(row, hit.start("own") + low, topic, rule)
    return None


def _told_aside(figure: Figure, reach: str) -> regex.Match[str] | None:
    """Of several, the one behind whom an aside tells his part or how he moved."""
    if reach[-1:] == "(" and figure.kind == Kind.PERCENT:
        return HOLDS.search(reach)
    return MOVED_ASIDE.search(reach) if "(" in reach or ",U" in reach else None


def given_to(row: Row, place: int, low: int) -> int | None:
    """The word of who is given a figure ("The purchase gives Halden 35%")."""
    reach = row.tags[low:place]
    named = NAMED_AS.search(reach)
    if named is not None and row.keys[low + named.start()] in known("contextwords.names"):
        return named.start("own") + low
    hit = GIVEN.search(reach)
    if hit is None:
        return None
    last = hit.end("own") - 1 + low
    verbs = "contextwords.gives contextwords.pays" if row.tags[last] == "P" else "contextwords.gives"
    return last if row.keys[low + hit.start()] in known(verbs) else None


def _given_or_priced(row: Row, place: int, low: int) -> int | None:
    """The word of who is given a figure, or whose price it is between commas."""
    reach = row.tags[low:place]
    if (given := given_to(row, place, low)) is not None:
        return given
    hit = STANDS_AT.search(reach) if ",a" in reach or ",M" in reach else None
    stood = hit is not None and STOOD.match(row.tags, place + 1) is not None
    return hit.start("own") + low if hit is not None and stood else None


def _issuer_behind(row: Row, figure: Figure, first: int, topic: Topic) -> Found | None:
    """Who issued what somebody only sells or rates ("Calder priced $5 million of notes of Halden")."""
    last = word_at(row, figure.metric.end - 1) if figure.metric is not None else None
    if last is None or group_of(figure) not in ("security", "debt") or row.keys[last] in CONTRACTS:
        return None
    handled = not known("parties.handles").isdisjoint(row.keys[:first])
    if handled and row.tags[first - 1] == "N":
        return resolve(row, first - 1, topic, "subject.handled")
    hit = OF_OWNER.match(row.tags, last + 1)
    if hit is None or not (row.keys[last + 1] == "for" or (handled and row.keys[last + 1] == "of")):
        return None
    return resolve(row, hit.end("own") - 1, topic, "subject.handled")


CONTRACTS = ("contract", "contracts")
"""Of the securities, what is somebody's for goods ("a $9 million contract for Vega trucks")."""


def is_taken(row: Row, figure: Figure, place: int) -> bool:
    """Whether a metric is that of the figure before, whose owner need not be this one's."""
    rule = rule_of(figure, "metric")
    if rule != "metric.continued" or figure.metric is None:
        return rule in INHERITS
    first = word_at(row, figure.metric.start)
    return first is not None and ACTS_ANEW.search(row.tags[first:place]) is not None


ACTS_ANEW = Pattern(r"F.*[;,&c]D?x{0,2}[NKPI](?:[oap]D?[NL]|')?[VBHAWXm]")


def _valued(row: Row, own: int, topic: Topic) -> Found | None:
    """Who is valued: not who the sentence begins with ("Calder bought 20%, valuing the lender at")."""
    found = resolve(row, own, topic, "subject.valued")
    first = min(at for at, tag in enumerate(row.tags[: own + 1]) if tag in "NKI")
    if found is None or first == own or row.tags[own] != "K":
        return found
    if row.tags[first] == "N" and row.tags[first + 1] == "M":
        return Found(row.phrase(first, first), "subject.valued")  # "Halden shares fell, valuing the group at"
    buyer = row.phrase(first, first).text
    itself = found.phrase.text.startswith(buyer) or buyer.startswith(found.phrase.text)
    itself = itself and known("contextwords.raises").isdisjoint(row.keys[first:own])
    return Found(row.phrase(own, own), "subject.valued") if itself else found


def _compared(row: Row, place: int, topic: Topic) -> Found | None:
    """Whose a figure is that another one is compared with ("against 5% for Calder", "for the industry")."""
    hit = FOR_ANOTHER.match(row.tags, place + 1)
    if hit is None or row.words[hit.start("for")].key not in ("for", "at", "in"):
        return None
    if row.words[hit.start("for")].key == "in" and not is_no_company(topic.now):
        return None  # a company's own, in another country
    at = hit.start("own")
    if row.tags[at] in "NL":
        return resolve(row, at, topic, "subject.compared")
    market = row.tags[at] == "Z" or row.keys[at] in known("parties.market parties.gauge contextwords.peers")
    return Found(row.phrase(hit.start("lead"), at), "subject.compared") if market else None
