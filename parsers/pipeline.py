"""The whole way from text to `Document`, top to bottom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

from parsers import figures, moments, numerals
from parsers.article import Article
from parsers.context import add_context
from parsers.context.counting import with_things
from parsers.context.openers import behind_openers
from parsers.context.page import left_out, without
from parsers.context.period.times import Now
from parsers.context.traded import as_traded
from parsers.engine import Engine
from parsers.figures.scales import tell_units
from parsers.links import follow_links, link_figures
from parsers.mentions import Candidate
from parsers.model import Coverage, Document, Figure, Span
from parsers.moments.reference import find_published, find_reference
from parsers.moments.resolve import resolve
from parsers.naming import name_metrics
from parsers.settle import Settled, settle
from parsers.text import sentence_of, split_sentences
from parsers.undisturbed import undisturbed
from parsers.values import replace, shared
from parsers.watching import watched
from parsers.wrapping import unwrapped, with_text, with_words

Told = Callable[[int, tuple[Figure, ...]], object]
"""Called while a text is read: how many characters are, and the figures that were found since last time."""


@undisturbed()
def parse(
    text: str,
    *,
    reference_date: dt.date | None = None,
    title: str | None = None,
    source: str | None = None,
    told: Told | None = None,
) -> Document:
    """Read one article.

    ``reference_date`` is the article's "now".  Where it is not given it is read from the text (a
    dateline, a header, the newest full date in it, in this order); where none can be read,
    relative phrases stay unresolved.  The clock is never read, and no text raises.

    ``told`` hears on the way how many characters are read, and which figures were found in them: with
    their values, but not yet with what the text says of them.
    """
    return _read(text, reference_date, title, source, told)


def _read(
    text: str,
    given: dt.date | None,
    title: str | None,
    source: str | None,
    told: Told | None,
    checks: bool = True,
) -> Document:
    """One article, read as if its lines were not cut for their width."""

    def tell(done: int, figures: tuple[Figure, ...]) -> None:
        assert told is not None
        told(done, with_words(figures, text))

    flowing = unwrapped(text)
    document = _unchecked(flowing, given, title, source, tell if told and flowing is not text else told)
    return with_text(_checked(document) if checks else document, text)


def _unchecked(
    text: str, given: dt.date | None, title: str | None, source: str | None, told: Told | None
) -> Document:
    """One article without what the checks find."""
    settled = settle_text(text, told)
    sentences = split_sentences(text)
    reference = find_reference(text, settled.winners, given=given)
    found_moments = resolve(text, settled.winners, reference.date, sentences)
    found_figures, notes = tell_units(text, build_figures(text, settled.winners, sentences))
    published = find_published(text, settled.winners, reference)
    now = Now(reference.date, published)
    out = left_out(text, sentences, (*found_figures, *found_moments))
    begun = without(behind_openers(text, sentences), out)
    found_figures = add_context(text, begun, numbered(found_figures, begun), found_moments, now, out)
    links = link_figures(text, begun, found_figures, found_moments)
    linked = tuple(map(as_traded, follow_links(text, found_figures, links)))
    linked = numbered(tuple(map(with_things, name_metrics(text, linked))), sentences)
    return Document(
        text=text,
        title=title,
        source=source,
        reference_date=reference.date,
        reference_date_from=reference.how,
        published=published,
        sentences=sentences,
        figures=linked,
        moments=found_moments,
        links=links,
        notes=notes,
        coverage=Coverage(figures=len(linked)),
    )


def numbered(figures: tuple[Figure, ...], sentences: tuple[Span, ...]) -> tuple[Figure, ...]:
    """The figures with the numbers of their sentences among some."""
    at = ((figure, sentence_of(sentences, figure.start)) for figure in figures)
    return tuple(f if f.sentence == number else replace(f, sentence=number) for f, number in at)


def _checked(document: Document) -> Document:
    """The document with what the checks find."""
    from parsers.findings import check_document  # nobody else needs them, and loading them takes a while

    findings, coverage = check_document(document)
    return replace(document, findings=findings, coverage=coverage)


@undisturbed()
def parse_article(
    article: Article, *, reference_date: dt.date | None = None, told: Told | None = None, checks: bool = True
) -> Document:
    """Read an article that was read from a file; its own header's day is its "now" unless one is given.

    Without ``checks`` it has no findings, which who writes figures alone does not need.
    """
    given = reference_date or article.given
    document = _read(article.text, given or article.dated, article.title, article.source, told, checks)
    from_header = given is None and article.dated is not None
    how = "header" if from_header else document.reference_date_from
    published = article.dated or document.published
    notes = (*article.notes, *document.notes)
    return replace(document, reference_date_from=how, published=published, notes=notes)


@cache
def engine() -> Engine:
    """The engine with every rule, built on first use."""
    fragments = {**numerals.FRAGMENTS, **figures.FRAGMENTS, **moments.FRAGMENTS}
    rules = (*figures.RULES, *moments.RULES, *figures.NAMES)
    return Engine(rules, fragments, figures.SHORTCUTS, figures.ONCE)


def settle_text(text: str, told: Told | None = None) -> Settled:
    """What the rules find in a text, settled."""
    found = engine().scan(text)
    if told is None:
        return settle(found)
    count = 0

    def tell(done: int, winners: tuple[Candidate, ...]) -> None:
        nonlocal count
        figures = build_figures(text, winners, (), first=count + 1)
        count += len(figures)
        told(done, figures)

    return settle(watched(found, len(text), tell))


def build_figures(
    text: str, winners: tuple[Candidate, ...], sentences: tuple[Span, ...], *, first: int = 1
) -> tuple[Figure, ...]:
    """The figures of the settled mentions, in text order; the first has the number ``first``."""
    found = sorted(
        ((reading, winner.rule) for winner in winners for reading in winner.figures),
        key=lambda pair: (pair[0].start, pair[0].end),
    )
    return tuple(
        Figure(
            id=f"f{number}",
            start=reading.start,
            end=reading.end,
            text=shared(text[reading.start : reading.end]),
            kind=reading.kind,
            value=reading.value,
            low=reading.low,
            high=reading.high,
            precision=reading.precision,
            unit=reading.unit,
            per=reading.per,
            candidates=reading.candidates,
            modifier=reading.modifier,
            direction=reading.direction,
            sentence=sentence_of(sentences, reading.start),
            rule=rule,
        )
        for number, (reading, rule) in enumerate(found, first)
    )
