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

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple, TypeVar

from parsers import lexicon
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
        return Phrase(start, end, shared(self.text[start:end]))


@cache
def known(classes: str) -> frozenset[str]:
    """The surfaces of one or more lexicon classes, parted by spaces."""
    return frozenset(s for name in classes.split() for s in lexicon.surfaces(name).entries)


Longer = Mapping[str, tuple[int, ...]]
"""The lengths of the phrases that a word may begin, the longest first, by the word behind it."""


@cache
def vocabulary() -> tuple[dict[str, str], dict[str, Longer]]:
    """The tag of every surface, and for a first word the phrases that it may begin."""
    tags: dict[str, str] = {}
    for table, tag in TABLES:
        for surface in lexicon.surfaces(table).entries:
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
    """Of every word as texts write it its tag, its key, and the phrases that it may begin.

    Words repeat, so that most are told by one look-up.
    """

    def __missing__(self, surface: str) -> tuple[str, str, Longer]:
        tags, longer = vocabulary()
        if len(self) >= MOST_SEEN:
            self.clear()
        key = PUNCTUATION.get(key := surface.lower(), key)
        tag = tags.get(key) or (key if len(key) == 1 and not key.isalnum() else "x")
        self[surface] = found = tag, key, longer.get(key, {})
        return found


MOST_SEEN = 16_384
"""How many words as written are kept; beyond it they are gathered anew."""


@cache
def seen() -> Seen:
    """The words of the running program."""
    return Seen()


SPECIAL = "contextwords.since contextwords.foresees contextwords.verblike contextwords.reckons"
"""The classes of the words that `as_verbs` may take for others."""


AUXILIARY = ("has", "have", "had", "having")


QUOTED = ("bid", "asked")
"""Behind a price these only say which one it is ("rose $2 to $44 bid")."""


def as_verbs(words: list[Word]) -> list[Word]:
    """The words, with a noun that stands where only a verb can made one ("will total", "is forecast")."""
    special = known(SPECIAL)
    found = list(words)
    for at, word in enumerate(words):
        if word.key in special or word.key in ("own", "estimated", "asked"):
            found[at] = _as_verb(words, at)
        elif word.tag == "x" and at and words[at - 1].tag == "A" and word.key.isalpha():
            found[at] = word._replace(tag="W")
    return found


def _as_verb(words: Sequence[Word], at: int) -> Word:
    """A word that may be a verb, with the tag that its neighbours give it."""
    word = words[at]
    before = words[at - 1].tag if at else ""
    after = words[at + 1].tag if at + 1 < len(words) else ""
    behind = words[at + 2].tag if at + 2 < len(words) else ""
    if word.key in QUOTED and before == "F" and at > 1 and words[at - 2].tag in "ta" and after in ("", ","):
        return word._replace(tag="d")
    word = _by_neighbours(word, before, after, behind)
    if (
        word.key in known("contextwords.foresees")
        and before in ("N", "K", "I", "P", "R", "E")
        and after in ("M", "G")
    ):
        word = word._replace(tag="X")
    if (
        word.key in known("contextwords.values")
        and before in ("R", "N", "K", "I", "A")
        and after in ("D", "N", "i")
    ):
        word = word._replace(tag="m")
    if word.tag in "MCkK" and word.key in known("contextwords.verblike") and after != "o":
        subject = before == "r" and words[at - 1].key in ("where", "whose")
        if (before in ("A", "I", "P", "r") and not subject) or (
            before
            and before in "BHRKNMGZC"
            and (before != "H" or words[at - 1].key in AUXILIARY)
            and (
                not after
                or after in "FDiqtNKa"
                or (before == "R" and after == ",")
                or (after == "V" and words[at + 1].key.endswith("ing"))
            )
        ):
            word = word._replace(tag="X" if word.key in known("contextwords.expecting") else "W")
        elif before == "t" and (after in "DFiq" or word.key == "pay"):
            word = word._replace(tag="W")
    return word


def _by_neighbours(word: Word, before: str, after: str, behind: str) -> Word:
    """A word that the tags beside it make another ("its own", "since Halden", "the figures")."""
    place = after == "L" and behind in ("V", "H", "W", "S", "B", "A", "X", ",")
    if word.key == "own" and before in ("i", "'"):
        return word._replace(tag="x")
    if word.key in known("contextwords.since") and (after in ("N", "K", "I", "P") or place):
        return word._replace(tag="c")
    if word.key in known("contextwords.reckons") and before not in ("I", "P", "N", "R"):
        return word._replace(tag="x")
    if word.key == "estimated" and before in ("N", "K", "I", "P", "R", ",") and after in ("D", "x", "i"):
        return word._replace(tag="S")
    if word.key == "estimated" and before == "H":
        return word._replace(tag="X")
    return word
