"""The untouched text: making what comes from outside safe, and where its sentences are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import regex

from parsers import lexicon
from parsers.model import Span

# C0 but tab and newline, DEL, C1, bidirectional and invisible formatting, surrogates, tags.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def make_safe(text: str) -> str:
    """``text`` with every character that a terminal might obey replaced, its length kept."""
    return UNSAFE.sub("\ufffd", text)


def split_sentences(text: str) -> tuple[Span, ...]:
    """Sentence spans in text order, without the white space between them.

    A sentence ends at a line's blank neighbour, or at ``. ! ?`` before a capital, a digit or a
    quotation mark, unless the point belongs to an abbreviation or an initial.
    """
    found: list[Span] = []
    start = 0
    for match in _breaks().finditer(text):
        if match["point"] is not None and _abbreviated(text, match.start()):
            continue
        _add(text, start, match.start("gap"), found)
        start = match.end()
    _add(text, start, len(text), found)
    return tuple(found)


def sentence_of(sentences: Sequence[Span], offset: int) -> int:
    """The index of the sentence that holds ``offset`` (the nearest before it; 0 at the top)."""
    return max(0, bisect_right(sentences, offset, key=lambda s: s.start) - 1)


_BREAKS = r"(?:(?P<point>\.)|[!?])[\"'\u201d\u2019)\]]{0,3}(?P<gap>\s+)(?=[\"'\u201c\u2018(\[]{0,2}[\p{Lu}\d$€£¥])|(?P<gap>[ \t]*\n[ \t]*(?:\n\s*)?)"


def _breaks() -> regex.Pattern[str]:
    return regex.compile(_BREAKS)


def _abbreviated(text: str, point: int) -> bool:
    word = regex.compile(r"(?r)[\p{L}.&]+").match(text, max(0, point - 20), point)
    if word is None:
        return False
    surface = word[0]
    return (
        (len(surface) == 1 and surface.isupper())
        or "." in surface
        or bool(lexicon.surfaces("abbreviations.word").find(surface))
    )


def _add(text: str, start: int, end: int, found: list[Span]) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        found.append(Span(start, start + len(stripped)))


def lines_of(text: str) -> Sequence[int]:
    """Where each line of a text begins, for `line_at`."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def line_at(lines: Sequence[int], offset: int) -> int:
    """The number of the line (from 1) that holds ``offset``."""
    return bisect_right(lines, offset)
