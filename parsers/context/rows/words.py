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
from collections.abc import Callable, Mapping
from functools import cache, partial
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from parsers import lexicon, store
from parsers.lazy import Pattern
from parsers.model import Figure, Moment, Phrase, Span
from parsers.values import record, shared

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
    "excluding": "y",
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


class Word(NamedTuple):
    """One word of a sentence, or one figure, moment or name; ``key`` is its lower-cased text.

    It is the value made most often: as a tuple (`word_of`) in a third of the time of a record.
    """

    start: int
    end: int
    tag: str
    key: str
    ref: Figure | Moment | Name | None = None


word_of: Callable[[tuple[int, int, str, str, Figure | Moment | Name | None]], Word] = partial(
    tuple.__new__, Word
)


@record
class Name:
    """One place where a name stands; ``party`` numbers the company or person that it means."""

    start: int
    end: int
    tag: str
    party: int


Answer = TypeVar("Answer")


@record
class Row:
    """A sentence: its words, their tags and keys, and where each figure stands among them."""

    text: str
    span: Span
    index: int
    words: tuple[Word, ...]
    tags: str
    places: dict[str, int]
    keys: tuple[str, ...]
    kept: dict[object, Any]

    def once(self, ask: Callable[[Row], Answer]) -> Answer:
        """What a question about the whole sentence comes to, which every figure in it asks again."""
        if ask not in self.kept:
            self.kept[ask] = ask(self)
        answer: Answer = self.kept[ask]
        return answer

    def tells(self, classes: str) -> bool:
        """Whether a word of some lexicon classes (parted by spaces) stands anywhere in it."""
        return not known(classes).isdisjoint(self.keys)

    def phrase(self, first: int, last: int) -> Phrase:
        """The words ``first`` to ``last`` (inclusive) as they stand in the text."""
        start, end = self.words[first].start, self.words[last].end
        words = self.text[start:end]
        return Phrase(start, end, shared(words) if len(words) <= LONG else words)


LONG = 200
"""Phrases of more characters are not kept: no name has as many."""


@cache
def known(classes: str) -> frozenset[str]:
    """The surfaces of one or more lexicon classes, parted by spaces."""
    first, *others = map(lexicon.words, classes.split())
    return first.union(*others)


def says_again(key: str) -> bool:
    """Whether a word leads to an amount that is told again in another way ("or", "equal to")."""
    return key == "or" or key in known("contextwords.equal")


Longer = Mapping[str, tuple[int, ...]]
"""The lengths of the phrases that a word may begin, the longest first, by the word behind it."""


@cache
def vocabulary() -> tuple[dict[str, str], dict[str, Longer]]:
    """The tag of every surface, and for a first word the phrases that it may begin; kept between runs."""
    made_from = (lexicon.digest(), repr((TABLES, OWN, sorted(BOTH.items()))))
    tags, longer = store.remember("vocabulary", made_from, _make_vocabulary)
    return tags, longer


def _make_vocabulary() -> tuple[dict[str, str], dict[str, Longer]]:
    tags: dict[str, str] = {}
    for table, tag in TABLES:
        for surface in lexicon.words(table):
            key = surface.lower()
            tags[key] = BOTH.get((tags.get(key, ""), tag), tag)
    tags.update(OWN)
    longer: dict[str, dict[str, tuple[int, ...]]] = {}
    for key in tags:
        first, *rest = key.split()
        if rest:
            lengths = longer.setdefault(first, {})
            lengths[rest[0]] = tuple(sorted({*lengths.get(rest[0], ()), len(rest) + 1}, reverse=True))
    return tags, dict(longer)


class Seen(dict[str, tuple[str, str, Longer]]):
    """Of every word as texts write it its tag, its key, and what phrases it may begin.

    Words repeat, so that most are told by one look-up.
    """

    def __missing__(self, surface: str) -> tuple[str, str, Longer]:
        tags, longer = vocabulary()
        if len(self) >= MOST_SEEN:
            self.clear()
        key = PUNCTUATION.get(key := surface.lower(), key)
        if key[-1:].isdecimal() and NOTED.match(key) is not None and key not in tags and key[:-1] in _parts():
            key = key[:-1]  # "free cash flow1" has the mark of a note behind it
        tag = tags.get(key) or (key if len(key) == 1 and not key.isalnum() else "x")
        self[surface] = found = tag, key, longer.get(key, {})
        return found


@cache
def _parts() -> frozenset[str]:
    """The words of all phrases of the vocabulary."""
    return frozenset(word for key in vocabulary()[0] for word in key.split())


NOTED = Pattern(r"\p{L}{3,}[1-9]\Z")
"""A word with the mark of a note behind it."""
MOST_SEEN = 16_384
"""How many words as written are kept; beyond it they are gathered anew."""


@cache
def seen() -> Seen:
    """The words of the running program."""
    return Seen()


def word_at(row: Row, offset: int) -> int | None:
    """The word of a row that holds an offset of the text."""
    at = bisect_right(row.words, offset, key=END)
    return at if at < len(row.words) and row.words[at].start <= offset else None


END = attrgetter("end")
