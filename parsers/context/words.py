"""A sentence as a row of tagged words, so that grammar rules are patterns over one letter a word.

Figures, moments and names are one word each, whatever their length.  `Row.tags` holds a letter for
every word; a rule matches it with an ordinary pattern and gets positions of words back.

=====  =======================================  =====  ==========================================
``F``  a figure                                 ``T``  a time
``N``  a name (company, thing)                  ``P``  a person
``L``  a place                                  ``E``  a venue, an agency that reports
``M``  a metric noun ("revenue")                ``m``  a metric verb ("earned")
``C``  a change noun ("increase")               ``G``  both at once ("gain", "loss")
``V``  a verb of change ("rose")                ``U``  its side word ("up", "lower")
``B``  "was", "totaled"                         ``H``  "had", "posted"
``S``  "said"                                   ``A``  "will", "would"
``X``  "expects"                                ``W``  another verb
``K``  "company", "insurer"                     ``k``  "unit", "division"
``R``  "analyst", "chairman"                    ``Z``  "dollar", "gold"
``D``  determiner                               ``i``  "its", "their"
``I``  "it", "they"                             ``'``  possessive 's
``o``  of    ``t`` to    ``f`` from             ``n``  in    ``a`` at    ``p`` another preposition
``v``  "compared with"                          ``c``  "but", "while"
``r``  "which", "who"                           ``&``  and, or
``w``  with                                     ``y``  including
``Q``  "a share"                                ``q``  "about", "more than"
``d``  adverb                                   ``x``  any other word
=====  =======================================  =====  ==========================================

Punctuation stands for itself: ``, ; : ( ) "`` and ``-`` for a dash.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from parsers import lexicon
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment, Phrase, Span
from parsers.values import record, replace, shared

# Later tables win where a word stands in several; pairs in BOTH become a letter of their own.
TABLES = (
    ("contextwords.adverb", "d"),
    ("contextwords.verb", "W"),
    ("contextwords.preposition", "p"),
    ("contextwords.conjunction", "c"),
    ("contextwords.expect", "X"),
    ("contextwords.say", "S"),
    ("contextwords.have", "H"),
    ("contextwords.be", "B"),
    ("modifiers.before", "q"),
    ("parties.descriptor", "K"),
    ("parties.unit", "k"),
    ("parties.role", "R"),
    ("parties.security", "Z"),
    ("directions.act", "V"),
    ("directions.verb", "V"),
    ("metrics.verb", "m"),
    ("metrics.noun", "M"),
    ("directions.noun", "C"),
    ("directions.side", "U"),
    ("directions.before", "U"),
    ("contextwords.versus", "v"),
    ("contextwords.modal", "A"),
    ("contextwords.determiner", "D"),
    ("contextwords.possessive", "i"),
    ("contextwords.pronoun", "I"),
    ("contextwords.relative", "r"),
    ("contextwords.and", "&"),
    ("contextwords.per", "Q"),
)
OWN = {
    "of": "o",
    "with": "w",
    "including": "y",
    "to": "t",
    "from": "f",
    "in": "n",
    "at": "a",
    "'s": "'",
    "\u2019s": "'",
    "'": "'",
    "\u2019": "'",
}
BOTH = {("M", "C"): "G", ("V", "m"): "m", ("V", "C"): "C", ("M", "V"): "M", ("K", "k"): "k"}
PUNCTUATION = {
    "--": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u201c": '"',
    "\u201d": '"',
    "``": '"',
    "''": '"',
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
}
WORD = Pattern(
    r"(?P<own>['\u2019]s\b|(?<=s)['\u2019](?!\w))|\p{Lu}\.(?:\p{L}\.)*+|[\p{L}\d](?:[\p{L}\d]|[-&/.'\u2019](?!s\b)(?=[\p{L}\d]))*+"
    r"|--|``|''|[,;:(){}\[\]\"\u201c\u201d\u2013\u2014-]"
)


@record(frozen=False)  # not frozen: it is the value made most often, and frozen ones take twice as long
class Word:
    """One word of a sentence, or one figure, moment or name; ``key`` is its lower-cased text."""

    start: int
    end: int
    tag: str
    key: str
    ref: Figure | Moment | Name | None = None


@record
class Name:
    """One place where a name stands; ``party`` numbers the company or person that it means."""

    start: int
    end: int
    tag: str
    party: int


@record
class Row:
    """A sentence: its words, their tags, and where each figure stands among them."""

    text: str
    span: Span
    index: int
    words: tuple[Word, ...]
    tags: str
    places: dict[str, int]

    def phrase(self, first: int, last: int) -> Phrase:
        """The words ``first`` to ``last`` (inclusive) as they stand in the text."""
        start, end = self.words[first].start, self.words[last].end
        return Phrase(start, end, shared(self.text[start:end]))


@cache
def known(classes: str) -> frozenset[str]:
    """The surfaces of one or more lexicon classes, parted by spaces."""
    return frozenset(s for name in classes.split() for s in lexicon.surfaces(name).entries)


@cache
def vocabulary() -> tuple[dict[str, str], dict[str, tuple[int, ...]]]:
    """The tag of every surface, and for a first word the lengths of the phrases it may begin."""
    tags: dict[str, str] = {}
    for table, tag in TABLES:
        for surface in lexicon.surfaces(table).entries:
            key = surface.lower()
            tags[key] = BOTH.get((tags.get(key, ""), tag), tag)
    tags.update(OWN)
    lengths: dict[str, set[int]] = {}
    for key in tags:
        if " " in key:
            lengths.setdefault(key.split()[0], set()).add(key.count(" ") + 1)
    return tags, {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


def read_row(
    text: str,
    span: Span,
    index: int,
    figures: Sequence[Figure],
    moments: Sequence[Moment],
    names: Sequence[Name],
) -> Row:
    """The row of one sentence; the mentions given are those inside it, in text order."""
    words: list[Word] = []
    at = span.start
    for start, end, tag, ref in _mentions(figures, moments, names):
        if start < at:
            continue
        words += _words(text, at, start)
        words.append(Word(start, end, tag, text[start:end].lower(), ref))
        at = end
    words += _words(text, at, span.end)
    merged = tuple(_as_verbs(words))
    return Row(text, span, index, merged, "".join([w.tag for w in merged]), _places(merged, figures))


def _mentions(
    figures: Iterable[Figure], moments: Iterable[Moment], names: Iterable[Name]
) -> list[tuple[int, int, str, Figure | Moment | Name]]:
    """Figures, moments and names in text order, the longer first where they overlap."""
    found: list[tuple[int, int, str, Figure | Moment | Name]] = [
        (f.start, f.end, _figure_tag(f), f) for f in figures
    ]
    found += [(m.start, m.end, "T", m) for m in moments if m.kind != "set"]
    found += [(n.start, n.end, n.tag, n) for n in names]
    return sorted(found, key=lambda m: (m[0], -m[1], m[2]))


def _figure_tag(figure: Figure) -> str:
    """A rank, a "10-year" and a "30-share" stand like an adjective; every other figure is ``F``."""
    hyphened = figure.kind in (Kind.DURATION, Kind.COUNT) and "-" in figure.text
    adjective = figure.kind == Kind.RANK or hyphened
    return "x" if adjective else "F"


def _words(text: str, start: int, end: int) -> Iterable[Word]:
    """The words between two mentions with their tags, phrases of several words made one."""
    tags, lengths = vocabulary()
    found = [
        (match.start(), match.end(), PUNCTUATION.get(word := match[0].lower(), word))
        for match in WORD.finditer(text, start, end)
    ]
    after = 0
    for at, (first, last, key) in enumerate(found):
        if at < after:
            continue
        for length in lengths.get(key, ()):
            piece = found[at : at + length]
            joined = " ".join([w for _, _, w in piece])
            if len(piece) == length and joined in tags:
                key, last, after = joined, piece[-1][1], at + length
                break
        tag = tags.get(key) or (key if len(key) == 1 and not key.isalnum() else "x")
        yield Word(first, last, tag, key)


SPECIAL = "contextwords.since contextwords.foresees contextwords.verblike"
"""The classes of the words that `_as_verbs` may take for others."""


def _as_verbs(words: list[Word]) -> Iterable[Word]:
    """The words, with a noun that stands where only a verb can made one ("will total", "is forecast")."""
    special = known(SPECIAL)
    for at, word in enumerate(words):
        if word.key not in special and word.key not in ("own", "estimated"):
            yield word
            continue
        before = words[at - 1].tag if at else ""
        after = words[at + 1].tag if at + 1 < len(words) else ""
        if word.key == "own" and before in ("i", "'"):
            word = replace(word, tag="x")
        if word.key in known("contextwords.since") and after in ("N", "K", "I", "P"):
            word = replace(word, tag="c")
        if word.key == "estimated" and before in ("N", "K", "I", "P", "R", ",") and after in ("D", "x", "i"):
            word = replace(word, tag="S")
        if word.key == "estimated" and before == "H":
            word = replace(word, tag="X")
        if (
            word.key in known("contextwords.foresees")
            and before in ("N", "K", "I", "P", "R", "E")
            and after in ("M", "G")
        ):
            word = replace(word, tag="X")
        if (
            word.key in known("contextwords.values")
            and before in ("R", "N", "K", "I", "A")
            and after in ("D", "N", "i")
        ):
            word = replace(word, tag="m")
        if word.tag in "MCkK" and word.key in known("contextwords.verblike") and after != "o":
            subject = before == "r" and words[at - 1].key in ("where", "whose")
            if (before in ("A", "I", "P", "r") and not subject) or (
                before and before in "BHRKNMGZC" and (not after or after in "FDiqtVNKpa")
            ):
                word = replace(word, tag="X" if word.key in known("contextwords.expecting") else "W")
            elif before == "t" and (after in "DFiq" or word.key == "pay"):
                word = replace(word, tag="W")
        yield word


def _places(words: Sequence[Word], figures: Iterable[Figure]) -> dict[str, int]:
    """Where each figure stands: its own word, or that of the moment which holds it."""
    found = {word.ref.id: at for at, word in enumerate(words) if isinstance(word.ref, Figure)}
    starts = [word.start for word in words]
    for figure in figures:
        if figure.id not in found:
            at = bisect_right(starts, figure.start) - 1
            if at >= 0 and words[at].tag in ("F", "T") and words[at].end > figure.start:
                found[figure.id] = at
    return found
