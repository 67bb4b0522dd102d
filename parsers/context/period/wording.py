"""What the sentence of a time says: whether it expects something, reports results, or measures anything."""

from __future__ import annotations

from collections.abc import Sequence

from parsers import lexicon
from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.model import Moment, Span
from parsers.text import sentence_of
from parsers.worded import Worded

RESULT = r"(?:results?|earnings|profits?|loss(?:es)?|sales|revenues?|net|income)"
"""Words for results, a pattern."""
HAVE_COME = Pattern(
    rf"(?: [\p{{Ll}}-]{{2,16}}){{0,2}}? {RESULT} (?:beat|met|rose|fell|grew|slid"
    r"|(?!expect|forecast|project|estimat|predict)\p{Ll}{2,}ed)\b"
)
"""Behind a time: results of it that are known ("third-quarter sales beat forecasts")."""

REPORTED = Pattern(
    r"\b(?:reported|posted|announced|recorded|showed|disclosed"
    r"|had(?! (?:been )?(?:anticipat|estimat|expect|forecast|hop|plann|predict|project))\b)"
)
"""Verbs of results that are out."""


def sentence_words(text: str, sentences: Sequence[Span], moment: Moment) -> set[str]:
    """The lower-case words of a moment's sentence."""
    span = sentences[sentence_of(sentences, moment.start)]
    return {word.strip('.,;:"()') for word in text[span.start : span.end].lower().split()}


def looks_ahead(text: str, sentences: Sequence[Span], moment: Moment) -> bool:
    """Whether a moment's sentence expects something, and reports nothing of that time."""
    span = sentences[sentence_of(sentences, moment.start)]
    if REPORTED.search(text, span.start, moment.start) is not None or HAVE_COME.match(text, moment.end):
        return False
    expect = lexicon.surfaces("contextwords.expect")
    found = [word for word in sentence_words(text, sentences, moment) if expect.find(word)]
    return any(not _is_name(text[span.start : span.end], word) for word in found)


def _is_name(sentence: str, word: str) -> bool:
    """Whether a word has a capital in a sentence that is no headline, where it is none's first ("Target")."""
    words = sentence.split()
    small = sum(each[0].islower() for each in words)
    return 2 * small > len(words) and f" {word.title()}" in sentence and word not in words


def measures(text: str, sentences: Sequence[Span], moment: Moment) -> bool:
    """Whether a moment's sentence names what is measured, or lists it ("For the year it expects:")."""
    span = sentences[sentence_of(sentences, moment.start)]
    words = sentence_words(text, sentences, moment)
    return text[span.start : span.end].rstrip().endswith(":") or not words.isdisjoint(
        known("metrics.noun contextwords.outlooks")
    )


def is_reported_on(text: str, sentences: Sequence[Span], moment: Moment) -> bool:
    """Whether results of a time are out, whatever its sentence says of what was or is expected."""
    start = sentences[sentence_of(sentences, moment.start)].start
    outdone = OUTDONE.search(text, max(start, moment.start - 80), moment.start) is not None
    out = OUT.search(text, max(start, moment.start - 60), moment.start) is not None
    return outdone or out or REPORTS.match(text, moment.end) is not None


OUT = Pattern(
    r"(?ri)(?<!\b(?:to|will|would|before|until|when it|due to be) )"
    r"\b(?:published|reported|released|posted|announced|unveiled|delivered|reporting|posting)"
    r"(?: (?!(?:that|forecasts?|plans|guidance)\b)[\p{L}'\u2019-]+){0,3} \Z"
)
"""Before the time of results that somebody has told ("published mixed 2014 results")."""

OUTDONE = Worded(r"(?<!\bto )\b(?:<<contextwords.outdoing>>) (?!if\b|when\b)")
"""Before the time of results that are out ("topped estimates for third-quarter profit")."""
REPORTS = Pattern(r"(?i) (?:(?:financial|operating|earnings) )?results and \p{L}")
"""Behind a time that is over and reported on, before what the same headline says of the time to come."""
