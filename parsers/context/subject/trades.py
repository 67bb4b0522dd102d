"""What a trade or a market has: its size, its sales, what is imported; no company's."""

from __future__ import annotations

from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import Found
from parsers.context.subject.sorts import is_no_company
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Phrase
from parsers.quick import Quick

SIZED = Quick(r"(?:-x)?(?P<own>(?:[xZEL]|M(?=[xMkZE])){0,3}[Mxk])(?![xMkZEGCF'])")
"""Behind an amount: what may be so big ("the $6 billion frozen pizza market")."""
LED = Pattern(r"(?r)(?P<in>[npao])?(?:D|(?:L|Dx)')x?q*\Z")
"""Before the size of a market, which nobody has ("in the roughly", "the world's")."""


def sized(row: Row, figure: Figure, place: int) -> Found | None:
    """The market or the industry whose size a figure is ("losing share in the $6 billion pizza market")."""
    if figure.kind != Kind.MONEY:
        return None
    hit = SIZED.match(row.tags, place + 1)
    if hit is None:
        return _put_at(row, place) if row.tags[place - 1 : place] in ("a", "q", "M") else None
    last = hit.end("own") - 1
    lead = LED.search(row.tags, max(0, place - 6), place)
    word = row.keys[last].split()[-1]
    if lead is None or not (word in SIZES or (word == "business" and lead["in"] == "n")):
        return None
    return Found(row.phrase(hit.start("own"), last), "subject.size")


SIZES = ("market", "industry")
PUT_AT = Pattern(r"(?r)(?:D|[LN]')(?P<own>[xZEL]{0,3}[Mx])(?:[pn][LxMZH]{1,3})?,?(?P<put>[qmMWSx])a?q*\Z")
"""Before what a market is put at ("the market for pumps, estimated at", "the soap market, worth about")."""
PUTS = ("estimated", "valued", "worth")


def _put_at(row: Row, place: int) -> Found | None:
    """The market whose size is told behind it."""
    hit = PUT_AT.search(row.tags, max(0, place - 12), place)
    if hit is None or row.keys[hit.start("put")] not in PUTS:
        return None
    last = hit.end("own") - 1
    if row.keys[last].split()[-1] not in SIZES:
        return None
    return Found(row.phrase(hit.start("own"), last), "subject.size")


def market_which(row: Row, at: int) -> Found | None:
    """The market of which a "which" at ``at`` tells ("that young market, which had sales of")."""
    behind = FOR_GOODS.search(row.tags, max(0, at - 5), at)
    last = behind.start() - 1 if behind is not None else at - 1 - (row.tags[at - 1 : at] == ",")
    if last < 1 or row.words[at].key != "which" or row.keys[last].split()[-1] not in SIZES:
        return None
    first = last
    while first and row.tags[first - 1] in "xZEV" and last - first < 4:
        first -= 1
    joined = JOINED.search(row.tags, max(0, first - 3), first)
    first = joined.start() + 1 if joined is not None else first
    led = row.tags[first - 1 : first] in ("D", "'")
    return Found(row.phrase(first, last), "subject.which") if led else None


def index_which(row: Row, at: int) -> Found | None:
    """The index of which a "which" at ``at`` tells ("the best of the DAX index, which added 0.8%")."""
    last = at - 2
    named = last > 0 and row.tags[last - 1] in "ZN" and row.tags[at - 1] == ","
    if not named or row.keys[last].split()[-1] not in known("parties.gauge"):
        return None
    return Found(row.phrase(last - 1, last), "subject.which")


FOR_GOODS = Pattern(r"(?r)(?<=M)p[xMZH]{1,3},?\Z")
"""Behind a market: what for ("the market for paint, which had")."""
JOINED = Pattern(r"(?r)Dx&\Z")
"""Before the second word for a market ("the young and growing market")."""
OF_LAND = Pattern(r"[no]D?(?P<own>L)x{0,3}M")
"""Behind an amount, or in a sentence: the country whose imports are meant ("in U.S. watch imports")."""
IMPORTED = Pattern(r"(?:[^;NPKkISF]{0,8},)?(?P<what>M)o[^;,NPKkIiSF]{1,16}[BV]")
"""A sentence that begins with what is imported ("Imports of watches that will be dutiable totaled")."""


def traded_by(row: Row, figure: Figure, place: int) -> Found | None:
    """The country of whose imports or exports an amount is a part, told behind it."""
    metric = figure.metric
    if metric is not None and (into := _traded_into(row, metric, figure)) is not None:
        return into
    if metric is not None and metric.text.split()[-1].lower() == "imports" and metric.end <= figure.start:
        from_land = row.tags[place + 1 : place + 3] == "fL"
        return (
            Found(row.phrase(place + 2, place + 2), "subject.beside") if from_land else None
        )  # "from Taiwan"
    if metric is None or metric.start < figure.end or metric.text.split()[-1].lower() not in TRADED:
        return None
    hit = OF_LAND.match(row.tags, place + 1)
    if hit is None or row.words[hit.end() - 1].end != metric.end:
        return None
    return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.beside")


WAY = Pattern(r"(?:o[xMZ]{1,3})?(?P<way>[ptf])D?(?P<own>L)(?!')")
WAYS = {"imports": ("into", "to", "by"), "exports": ("from", "by")}
"""Behind what is traded: whose it is ("imports of cars into Japan", "exports from Brazil")."""


def _traded_into(row: Row, metric: Phrase, figure: Figure) -> Found | None:
    """The country that imports or exports, told behind what does the measuring."""
    ways = WAYS.get(metric.text.split()[-1].lower(), ())
    last = word_at(row, metric.end - 1) if ways and metric.end <= figure.start else None
    hit = WAY.match(row.tags, last + 1) if last is not None else None
    if hit is None or row.keys[hit.start("way")] not in ways:
        return None
    return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.of")


TRADED = ("imports", "exports")


def not_imported(row: Row, figure: Figure, found: Found) -> Found | None:
    """Whose a figure is, if it is not of what all import, while a company is only spoken of.

    Then it is that of the country whose imports the sentence tells of besides, or of nobody.
    """
    if found.rule != "subject.carried" or figure.metric_name != "imports" or is_no_company(found.phrase):
        return found
    head = IMPORTED.match(row.tags)
    if head is None or row.keys[head.start("what")] != "imports":
        return found
    for hit in OF_LAND.finditer(row.tags, head.end()):
        if row.keys[hit.end() - 1].split()[-1] == "imports":
            return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.beside")
    return None
