"""What is sold, made, priced or held in stock, where no company has it: "Sales of plug-in hybrids rose"."""

from __future__ import annotations

from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import Found
from parsers.context.subject.sorts import is_place
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Phrase

GOODS = Pattern(
    r"oD?(?P<what>[xZM]{1,4}(?:(?:,[xZM]{1,2})*&[xZM]{1,2})?)(?=d?[AVBHW]|(?:[pn]D?[LTx]{1,3}){1,2}d?[AVBHW])"
)
"""Behind what is measured: the goods, and the verb ("sales of plug-in hybrids rose")."""


def of_goods(row: Row, figure: Figure, place: int) -> Found | None:
    """The goods whose sales, output or price a figure of nobody is."""
    metric = figure.metric
    last = word_at(row, metric.end - 1) if metric is not None else None
    if metric is None or last is None or last >= place:
        return None
    hit = GOODS.match(row.tags, last + 1, place)
    if hit is None or row.keys[hit.start("what")] in known("contextwords.determiner"):
        return None
    return Found(row.phrase(hit.start("what"), hit.end("what") - 1), "subject.of")


def of_goods_everywhere(row: Row, figure: Figure, place: int) -> Found | None:
    """The goods of which so many were sold in all the world ("Global shipments of tablets rose")."""
    metric = figure.metric
    first = word_at(row, metric.start) if metric is not None else None
    if metric is None or first is None or first >= place:
        return None
    if not set(row.tags[max(0, first - 2) : first]).isdisjoint("i'"):
        return None  # "Its worldwide sales of tablets"
    near = {row.keys[first].split()[0], *row.keys[max(0, first - 1) : first]}
    told = not near.isdisjoint(known("contextwords.of_all_lands") | known("contextwords.of_all_makers"))
    return of_goods(row, figure, place) if told else None


def of_visitors(row: Row, figure: Figure, place: int) -> Found | None:
    """The country to which or from which people come ("foreign visitors to Norway rose")."""
    metric = figure.metric
    if metric is None or metric.text.lower().split()[-1] not in known("parties.visitors"):
        return None
    last = word_at(row, metric.end - 1)
    last = place if last is None or metric.start >= figure.start else last
    hit = WHERE_TO.match(row.tags, last + 1)
    return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.of") if hit is not None else None


WHERE_TO = Pattern(r"(?:[tfn]|[xWVH])D?(?P<own>L)(?!')")


def priced_goods(row: Row, figure: Figure, found: Found | None) -> Found | None:
    """The goods whose prices no company makes, where one is only told of before ("Fuel prices fell")."""
    metric = figure.metric
    lead, _, last = metric.text.rpartition(" ") if metric is not None else ("", "", "")
    if metric is None or last.lower() not in ("price", "prices") or not lead:
        return found
    if lead.lower() not in known("parties.priced_goods"):
        return found
    told = found is None or (found.rule == "subject.carried" and not is_place(found.phrase))
    here = row.span.start <= metric.start < row.span.end
    first = word_at(row, metric.start)
    if not (told and here) or first is None or row.tags[first - 1 : first] in ("i", "'", "N"):
        return found
    return Found(Phrase(metric.start, metric.start + len(lead), lead), "subject.goods")


def in_stock(row: Row, figure: Figure, found: Found | None) -> Found | None:
    """The goods that are held in stock, where nobody but a company told of before would have them.

    ("Gasoline stocks were down 1%": a country's, where the text goes on about one.)
    """
    metric, goods = figure.metric, goods_in_stock(figure)
    if metric is None or goods is None or not row.span.start <= metric.start < row.span.end:
        return found
    same = found is not None and metric.start <= found.phrase.start < metric.end
    told = found is None or (found.rule == "subject.carried" and not is_place(found.phrase))
    return Found(goods, "subject.in_stock") if same or told else found


def goods_in_stock(figure: Figure) -> Phrase | None:
    """The words for goods in the words for a stock of them ("commercial crude oil stocks").

    "Gold stocks" that rose by a percentage are shares.
    """
    metric = figure.metric
    lead, _, last = metric.text.rpartition(" ") if metric is not None else ("", "", "")
    if metric is None or last.lower() not in ("stocks", "stockpiles", "inventories") or not lead:
        return None
    words = lead.split()
    while len(words) > 1 and words[0].lower() in known("parties.sort_of_stock"):
        words.pop(0)
    name = " ".join(words).lower()
    if name not in known("parties.security") and words[-1].lower() not in known("parties.in_stock"):
        return None
    if figure.kind == Kind.PERCENT and last.lower() == "stocks" and name in known("parties.mined"):
        return None
    start = metric.end - len(last) - 1 - len(" ".join(words))
    return Phrase(start, metric.end - len(last) - 1, " ".join(words))
