"""What a total or an average is of, where those words only stand before it ("the total spend came to")."""

from __future__ import annotations

from parsers.context.draft import fill
from parsers.context.metric.naming import canonical
from parsers.context.rows.words import Row, word_at
from parsers.lazy import Pattern
from parsers.model import Evidence, Figure, Phrase

BEFORE_IT = ("total", "average", "overall")
"""Words that stand before what is measured, and are it only where nothing else is named."""
ITS_NOUN = Pattern(r"[xW](?:(?=d?[VBHAWm]|[pno]D?T)|(?<=W)(?=x[np])|o[xMZ]{1,3}(?=d?[VBHAWm]|[np]))")
"""Behind such a word: the noun, and what it is of ("the average book of core loans grew")."""
OF_THINGS = Pattern(r"oD?T?[xZM]{1,4}(?=[VBHAW]|[,;.npaf]|\Z)")
"""Behind an amount: what there is so much of ("a total 59,000 tonnes of sugar")."""


def totalled(row: Row, figure: Figure, place: int) -> Figure:
    """The figure with all the words for what it measures, where its metric is only a total or an average."""
    metric = figure.metric
    at = word_at(row, metric.end - 1) if metric is not None else None
    if metric is None or at is None or at >= place:
        return figure
    if metric.text.lower() not in BEFORE_IT:
        if not _goes_on(row, at, place):
            return figure
        end = row.words[at + 1].end
        return _with(figure, Phrase(metric.start, end, row.text[metric.start : end]))
    noun = ITS_NOUN.match(row.tags, at + 1, place)
    if noun is not None and not row.keys[at + 1].endswith(("ed", "ing", "ly")):
        return _with(figure, row.phrase(at, noun.end() - 1))
    things = OF_THINGS.match(row.tags, place + 1) if at == place - 1 else None
    if things is None:
        return figure
    first = place + 2 + (row.tags[place + 2] == "D")
    return _with(figure, row.phrase(first + (row.tags[first] == "T"), things.end() - 1))


def _goes_on(row: Row, at: int, place: int) -> bool:
    """Whether a noun that is not known goes on with a metric ("mortgage approvals fell")."""
    if GOES_ON.match(row.tags, at + 1, place) is None:
        return False
    key = row.keys[at + 1]
    return key.endswith("s") and not key.endswith(("ss", "us", "is")) and key.isalpha()


GOES_ON = Pattern(r"x(?=d?[VB])")


def _with(figure: Figure, words: Phrase) -> Figure:
    evidence = Evidence("metric", words.start, words.end, "metric.totalled")
    name = canonical(words.text) or figure.metric_name
    return fill(figure, metric=words, metric_name=name, evidence=(*figure.evidence, evidence))
