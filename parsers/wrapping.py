"""Lines that were cut for their width: what they say does not end where they do.

A wrapped text is read as if its lines went on: each of their ends that ends nothing is a blank in what the
rules see, at the same place, so that nothing moves.  What comes out has the words as the text has them.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from parsers import lexicon
from parsers.lazy import Pattern
from parsers.model import Document, Figure, Phrase
from parsers.text import BULLET, ends_point
from parsers.values import replace, shared

WRAP = range(30, 120)
"""Lengths of the lines of a wrapped text."""
END = Pattern(r"(?<=\S[ \t\r]*)\n(?P<room>[ \t]*)(?=\S)")
"""The end of a line between two that say something, with the room before the next."""
ITEM = Pattern(rf"(?:{BULLET}|\p{{Lu}}[\p{{L}}-]{{1,24}}:[ \t])")
"""What a line begins with that goes on with none: the mark of a list's item, the name of a header's field."""
NUMBERED = Pattern(r"(?:\d{1,2}[.)] |\()")
"""The same, where the line before it can have come to its end ("40. " can be the end of a sentence)."""
ROOM = 2
"""Blanks at the beginning of a line that are no slip."""
ENDED = (".", "!", "?", '."', ".\u201d", ")", ":")
"""What a paragraph ends with."""
CELLS = Pattern(r"\S(?:\t|[ ]\|[ ]|[ ]{3,}\S|[ ]{2,}[\p{Sc}(\d-])")
"""Room between the cells of a table's line."""


def unwrapped(text: str) -> str:
    """The text with a blank for every end of a line that ends nothing, as long as before.

    Where only room before its first line begins a paragraph, it has an empty line before it.
    """
    ends = [Break(text, match) for match in END.finditer(text)]
    prose = [one for one in ends if one.cuts_prose()]
    if not sum(map(Break.is_open, prose)) * 5 >= len(prose) > 0:
        return text
    pieces: list[str] = []
    at = 0
    for one in ends:
        pieces += (text[at : one.end], one.read())
        at = one.end + len(one.read())
    return "".join((*pieces, text[at:]))


class Break:
    """The end of a line before another."""

    def __init__(self, text: str, match: regex.Match[str]) -> None:
        self.end = match.start()
        self._text, self._room, self._next = text, match["room"], match.end()
        self._begin = text.rfind("\n", 0, self.end) + 1
        self._line = text[self._begin : self.end].strip()

    def cuts_prose(self) -> bool:
        """Whether the line is as long as one that is cut, and no item or line of a table follows."""
        return len(self._line) in WRAP and not self._of_list()

    def is_open(self) -> bool:
        """Whether what the line says goes on behind it beyond doubt."""
        return (
            self._text[self._next].islower()
            or self._line.endswith(",")
            or bool(lexicon.surfaces("nouns.stop").find(self._line.rpartition(" ")[2]))
        )

    def read(self) -> str:
        """What the rules see of it in a wrapped text."""
        if self._of_list():
            return "\n"
        if self._begins_paragraph():
            return "\n\n"
        if NUMBERED.match(self._text, self._next):
            ends = len(self._line) < WRAP.start or self._line.endswith((".", ":", ";", "!", "?"))
        else:
            ends = self._is_heading()
        return "\n" if ends else " "

    def _of_list(self) -> bool:
        """Whether an item of a list begins behind it, or it stands at a line with cells."""
        if ITEM.match(self._text, self._next):
            return True
        behind = self._text.find("\n", self._next)
        behind = len(self._text) if behind < 0 else behind
        return (
            CELLS.search(self._line) is not None or CELLS.search(self._text, self._next, behind) is not None
        )

    def _begins_paragraph(self) -> bool:
        """Whether the next line has room before it that this one has not, behind what came to its end."""
        if len(self._room) < ROOM or self._text[self._begin : self._begin + ROOM].isspace():
            return False
        of_item = ITEM.match(self._line) or NUMBERED.match(self._line)
        anew = self._text[self._next].isupper() and not of_item and not self.is_open()
        return anew or self._line.endswith(ENDED)

    def _is_heading(self) -> bool:
        """Whether the line is short and what follows begins anew."""
        if len(self._line) >= WRAP.start or self._line.endswith((",", ";", "-")):
            return False
        point = self._text.rindex(self._line[-1], self._begin, self.end)
        return self._text[self._next].isupper() and (
            self._line[-1] not in ".!?" or ends_point(self._text, point, self._next)
        )


def with_text(document: Document, text: str) -> Document:
    """What was read of an unwrapped text, with the words of the text itself."""
    if document.text == text:
        return document
    moments = tuple(replace(one, text=shared(text[one.start : one.end])) for one in document.moments)
    return replace(document, text=text, figures=with_words(document.figures, text), moments=moments)


def with_words(figures: Iterable[Figure], text: str) -> tuple[Figure, ...]:
    """Figures of an unwrapped text, with the words of the text itself."""

    def phrase(found: Phrase | None) -> Phrase | None:
        return found and replace(found, text=shared(text[found.start : found.end]))

    return tuple(
        replace(
            figure,
            text=shared(text[figure.start : figure.end]),
            metric=phrase(figure.metric),
            subject=phrase(figure.subject),
        )
        for figure in figures
    )
