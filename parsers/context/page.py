"""Lines of a page that are no part of its article: what else to read, who took a picture, subheadings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import regex

from parsers.context.rows.words import known, vocabulary
from parsers.lazy import Pattern
from parsers.model import Figure, Moment, Span
from parsers.worded import worded

LONGEST = 160
"""Characters of such a line."""
HEADING = Pattern(r"\p{Lu}\p{L}*+(?:[ ,'\u2019-]+[\p{L}]++){1,8}\??")
"""A line that may head what stands below it, without figures."""


@cache
def _furniture() -> regex.Pattern[str]:
    return worded(
        r"(?i)(?:<<headers.leads_elsewhere>> ?[:|>\u203a\u00bb\u2013\u2014-].*|<<headers.bids_read>> \p{L}.*"
        r"|<<headers.stands_alone>>[.!:]?"
        r"|<<headers.credits>> ?: ?\P{N}{2,80})"
        r"|By (?:\p{Lu}[\p{L}.'\u2019-]+ ){1,3}\p{Lu}[\p{L}'\u2019-]+"
        r"(?:(?:, | and )(?:\p{Lu}[\p{L}.'\u2019-]+ ?){2,3}){0,3}"
    )


def left_out(text: str, sentences: Sequence[Span], mentions: Iterable[Figure | Moment]) -> tuple[Span, ...]:
    """The lines that nothing of the article stands in, by place; ``mentions`` are figures and times."""
    return tuple(_left_out(text, sentences, sorted(one.start for one in mentions)))


def _left_out(text: str, sentences: Sequence[Span], at_mention: list[int]) -> Iterator[Span]:
    end = 0
    for span in sentences:
        if span.start < end:
            continue
        start = text.rfind("\n", max(0, span.start - LONGEST), span.start) + 1
        end = text.find("\n", span.start, span.start + LONGEST)
        if end < 0 or end - start > LONGEST:
            continue
        line = text[start:end].strip()
        bare = bisect_left(at_mention, start) == bisect_left(at_mention, end)
        if _furniture().fullmatch(line) is not None or (bare and start > 0 and _is_heading(line)):
            yield Span(start, end)


def _is_heading(line: str) -> bool:
    """Whether a line is a heading of everyday words, that names nobody."""
    if HEADING.fullmatch(line) is None:
        return False
    tags = vocabulary()[0]
    return all(word in known("everyday.word") or word in tags for word in line.lower().rstrip("?").split())


def without(sentences: Sequence[Span], out: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences but for those that stand in the lines left out."""
    starts = [span.start for span in out]

    def kept(span: Span) -> bool:
        at = bisect_left(starts, span.start + 1) - 1
        return at < 0 or span.start >= out[at].end

    return tuple(filter(kept, sentences))
