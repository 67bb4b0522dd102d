"""Things and many without a name behind a metric that is theirs ("the yield on the two-year note")."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.context.subject.many import is_typical
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Figure, Kind, Phrase
from parsers.quick import Quick

ON_PAPER = Pattern(r"pD?(?:[NL]')?(?P<own>[TxLNZK]{0,4}[xZMN])(?=[,VBHA]|xnT)")
"""Behind "yield": what is borrowed with ("the yield on the two-year note")."""


def paper_of(row: Row, figure: Figure, last: int) -> Found | None:
    """What has a yield, or what a rate is paid on ("the yield on the two-year note")."""
    hit = ON_PAPER.match(row.tags, last + 1) if group_of(figure) in ("yield", "rate") else None
    if hit is None or row.keys[last + 1] != "on":
        return None
    at = hit.end("own") - 1
    borrowed = group_of(figure) == "yield" or row.keys[at] in known("parties.borrowing")
    return Found(row.phrase(hit.start("own"), at), "subject.of") if borrowed else None


def many_behind(row: Row, last: int, topic: Topic) -> Found | None:
    """Many without a name behind a metric ("bad loans at Austrian banks", "layoffs made by employers")."""
    if (counted := _counted_behind(row, last)) is not None:
        return counted
    hit = OF_MANY.match(row.tags, last + 1)
    classes = "parties.counted parties.actor" if topic.now is None else "parties.counted"
    if hit is None or row.keys[hit.end("own") - 1] not in known(classes):
        return None
    if row.tags[last + 1] == "V" and row.keys[last + 2] in ("across", "throughout"):
        return None  # "revenue rose across all regions"
    return Found(row.phrase(hit.start("own"), hit.end("own") - 1), "subject.of")


def _counted_behind(row: Row, last: int) -> Found | None:
    """Those who are counted behind a metric ("Assets of the 400 taxable funds grew")."""
    figure = row.words[last + 3].ref if row.tags[last + 1 : last + 4] == "oDF" else None
    if not isinstance(figure, Figure) or figure.kind != Kind.COUNT or not figure.unit:
        return None
    if figure.text.split()[-1].lower() not in known("parties.counted"):
        return None
    at = figure.text.find(" ") + 1
    return Found(Phrase(figure.start + at, figure.end, figure.text[at:]), "subject.of") if at else None


GOODS = Pattern(r"p(?P<own>[LxNE]{0,2}x)(?:,r[^;F]{1,14}(?:F[^;F]{0,6})?,)?(?=d?[VBHAmx])")


def goods_of(row: Row, figure: Figure, last: int) -> Found | None:
    """What prices are of that a sentence begins with ("Prices for LNG carriers have risen to")."""
    earned = row.keys[last].split()[-1] == "earnings" and row.keys[0].startswith("average")
    priced = row.keys[last].split()[-1] in ("prices", "rates") and group_of(figure) in ("price", "rate")
    if last > 1 + earned or not (earned or priced) or row.keys[last + 1 : last + 2] != ("for",):
        return None
    hit = GOODS.match(row.tags, last + 1)
    if hit is None:
        return None
    return Found(row.phrase(hit.start("own"), hit.end("own") - 1), "subject.of")


OF_MANY = Quick(r"(?:[xWmVH](?=p))?(?:a|o|p|n)D?(?P<own>[xLE]{0,2}[xMZ])")


MANYS = Pattern(r"(?r)(?P<own>[xM])'[xTdMC]{0,3}\Z")


def many_have(row: Row, first: int) -> Found | None:
    """Many without a name that have the metric which begins at ``first`` ("stockholders' stake")."""
    hit = MANYS.search(row.tags, max(0, first - 5), first)
    at = hit.start("own") if hit is not None else -1
    if at < 0 or not (row.keys[at] in known("parties.actor parties.counted") or is_typical(row, at)):
        return None
    return Found(row.phrase(at, at), "subject.owner")
