"""What a total or an average is of, where those words only stand before it ("the total spend came to")."""

from __future__ import annotations

from parsers.context.draft import fill
from parsers.context.metric.naming import canonical
from parsers.context.rows.words import Row, word_at
from parsers.lazy import Pattern
from parsers.model import Evidence, Figure, Phrase

BEFORE_IT = ("total", "average", "overall")
"""Words that stand before what is measured, and are it only where nothing else is named."""
ITS_NOUN = Pattern(r"[xW](?:(?=d?[VBHAWm])|(?<=W)(?=x[np])|o[xMZ]{1,3}(?=d?[VBHAWm]|[np]))")
"""Behind such a word: the noun, and what it is of ("the average book of core loans grew")."""
OF_THINGS = Pattern(r"oD?T?[xZM]{1,4}(?=[VBHAW]|[,;.npaf]|\Z)")
"""Behind an amount: what there is so much of ("a total 59,000 tonnes of sugar")."""


def totalled(row: Row, figure: Figure, place: int) -> Figure:
    """The figure with all the words for what it measures, where its metric is only a total or an average."""
    metric = figure.metric
    if metric is None or metric.text.lower() not in BEFORE_IT:
        return figure
    at = word_at(row, metric.start)
    if at is None or at >= place:
        return figure
    noun = ITS_NOUN.match(row.tags, at + 1, place)
    if noun is not None and not row.keys[at + 1].endswith(("ed", "ing", "ly")):
        return _with(figure, row.phrase(at, noun.end() - 1))
    things = OF_THINGS.match(row.tags, place + 1) if at == place - 1 else None
    if things is None:
        return figure
    first = place + 2 + (row.tags[place + 2] == "D")
    return _with(figure, row.phrase(first + (row.tags[first] == "T"), things.end() - 1))


def _with(figure: Figure, words: Phrase) -> Figure:
    evidence = Evidence("metric", words.start, words.end, "metric.totalled")
    name = canonical(words.text) or figure.metric_name
    return fill(figure, metric=words, metric_name=name, evidence=(*figure.evidence, evidence))
