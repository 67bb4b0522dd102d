"""The untouched text: where its sentences and its lines are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from parsers import lexicon
from parsers.lazy import Pattern
from parsers.model import Span


def split_sentences(text: str) -> tuple[Span, ...]:
    """Sentence spans in text order, without the white space between them.

    The mark of a list's item is no part of its sentence.  One ends at the end of a line, and at ``. ! ?``
    before what can begin a sentence, unless the point belongs to an abbreviation or an initial.  A point
    between a small word and a capitalised one ends one too where the space was lost ("a year
    ago.Revenue rose").
    """
    found: list[Span] = []
    start = 0
    for match in BREAK.finditer(text):
        broken = match["line"] is not None or match["blank"] is not None
        if not broken and not ends_point(text, match.start(), match.end()):
            continue
        _add(text, start, match.start("gap"), found)
        start = match.end()
    _add(text, start, len(text), found)
    return tuple(found)


START = attrgetter("start")
"""Where a span, a mention or a name begins, to look it up by."""


def sentence_of(sentences: Sequence[Span], offset: int) -> int:
    """The index of the sentence that holds ``offset`` (the nearest before it; 0 at the top)."""
    return max(0, bisect_right(sentences, offset, key=START) - 1)


CLOSING = r"[\"'\u201d\u2019)\]]{0,3}"
OPENING = r"[\"'`\u201c\u2018(\[{]{0,3}"
BREAK = Pattern(
    r"(?P<blank>)(?P<gap>\n[ \t\r]*+\n\s*+)"
    r"|(?P<line>)(?P<gap>\n[ \t]*+)"
    rf"|(?:(?P<point>(?<!\.)\.)|\.{{3,4}}|[!?]){CLOSING}(?P<gap>[^\S\n]++)(?={OPENING}(?:[\p{{Lu}}\d$\u20ac\u00a3\u00a5#\u2022-]|\p{{Ll}}{{1,5}}\p{{Lu}}\p{{Ll}}{{2}}))"
    r"|(?<=(?<![\p{L}.@/])\p{L}\p{Ll}{2,24}|\d%)\.(?P<gap>)(?=(?!(?:Com|Net|Org)\b)\p{Lu}\p{Ll}+[ ,'\u2019])"
)
WORD_BEFORE = Pattern(r"(?r)[\p{L}.&]++")
NEXT = Pattern(rf"{OPENING}(?P<word>(?:Mr|Ms|Mrs|Dr)\.|[\p{{L}}\d]++)(?P<after>['\u2019]s\b| \p{{Ll}}|,)?")
BULLET = (
    r"(?:[\u2022\u25cf\u25aa\u25a0\u25e6\u2023\u2043\u27a2\u2713\uf0b7]|\u00b7(?=\s)"
    r"|[-*\u2013\u2014](?=[ \t\u00a0])|(?<![^\n])o(?=[ \t]+[\p{Lu}\p{Sc}\d]))"
)
"""The mark that an item of a list begins with, a pattern."""
MARK = Pattern(rf"{BULLET}\s*")


def parted_by_blanks(text: str) -> bool:
    """Whether blank lines part paragraphs and single line ends none: many do."""
    blanks = text.strip().count("\n\n")
    single = text.strip().count("\n") - 2 * blanks
    return blanks > max(2, single // 2)


def is_loose(text: str, sentences: Sequence[Span]) -> bool:
    """Whether most paragraphs are one sentence, so that a new one need not begin anything new."""
    gap = "\n\n" if parted_by_blanks(text) else "\n"
    parts = text.strip().count(gap) + 1
    return parts > FEW and 2 * len(sentences) <= 3 * parts


FEW = 3
"""Paragraphs of a text of which nothing can be told yet."""


def ends_point(text: str, point: int, following: int) -> bool:
    """Whether the point at ``point`` ends a sentence, given where the next one would begin."""
    if text[point] != ".":
        after = NEXT.match(text, following)
        if text[point] == "!" and _is_in_name(text, point):
            return after is not None and bool(lexicon.surfaces("abbreviations.starter").find(after["word"]))
        return after is None or not lexicon.surfaces("abbreviations.firm").find(after["word"])
    if text.startswith("...", point):
        return True
    word = WORD_BEFORE.match(text, max(0, point - 24), point)
    if word is None:
        return LIST_NUMBER.match(text, max(0, point - 6), point) is None
    surface = word[0]
    joined = text[word.start() - 1 : word.start()].isdigit() and surface.isalpha()
    if joined and (surface.islower() or len(surface) == 1):
        return True  # a unit or a scale, and no abbreviation ("rose to 575p. The shares", "was $5M. Sales")
    graded = GRADE.match(text, max(0, point - 3), point) is not None
    short = (len(surface) == 1 and surface.isupper() and not graded) or "." in surface
    firm = bool(lexicon.surfaces("abbreviations.firm").find(surface))
    if lexicon.surfaces("abbreviations.word").find(surface):
        return _ends_with_amount(text, word.start(), surface, following)
    if not (short or firm or lexicon.surfaces("abbreviations.place").find(surface)):
        return True
    after = NEXT.match(text, following)
    if after is None:
        return False
    if lexicon.surfaces("abbreviations.starter").find(after["word"]):
        return True
    if surface == BROTHERS and lexicon.surfaces("abbreviations.of_brothers").find(after["word"]):
        return False
    if _is_state(text, surface, point) and after["word"][0].isupper():
        return True
    return firm and after["after"] is not None and after["after"] != "," and not after["word"][0].isdigit()


BROTHERS = "Bros"
"""A short form inside of names ("Warner Bros. Discovery")."""


def _ends_with_amount(text: str, start: int, surface: str, following: int) -> bool:
    """Whether a sentence ends with an amount whose scale is shortened ("It lost $5 mln. A year earlier")."""
    counted = text[max(0, start - 2) : start - 1].isdigit() and text[start - 1 : start].isspace()
    return (
        counted
        and bool(lexicon.surfaces("abbreviations.amount").find(surface))
        and text[following : following + 2].lstrip("\"'\u201c\u2018(")[:1].isupper()
    )


def _is_in_name(text: str, point: int) -> bool:
    """Whether a mark is the end of a name ("Yahoo! Inc. said")."""
    word = WORD_BEFORE.match(text, max(0, point - 24), point)
    return word is not None and bool(lexicon.surfaces("parties.exclaimed").find(word[0] + "!"))


def _is_state(text: str, surface: str, point: int) -> bool:
    """Whether an abbreviated state stands behind its town: inside a sentence a comma would follow it."""
    start = point - len(surface)
    town = text[max(0, start - 3) : start]
    if town[-2:] != ", " or not town[:1].isalpha():
        return False
    return bool(lexicon.surfaces("parties.abbreviated").find(surface + "."))


GRADE = Pattern(r"(?r)\p{Ll}-\p{Lu}")
"""Before the point behind a rating, which no name begins with ("to double-B. Halden said")."""
LIST_NUMBER = Pattern(r"(?r)(?:^|\n)[ \t]{0,4}\d{1,2}")


LONGEST = 4000
"""More characters than this are no sentence: what reads a sentence at a time stays quick on any text."""


MARKED = 40
"""How many characters the mark of an item and the room behind it are at most."""


def _add(text: str, start: int, end: int, found: list[Span]) -> None:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        _add(text, start, cut, found)
        start = cut
    piece = text[start:end]
    begin = end - len(piece.lstrip())
    mark = MARK.match(text, begin, min(end, begin + MARKED))
    if mark is not None:
        start = mark.end()
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
