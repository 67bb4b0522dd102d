"""What a person says of himself in a quotation ("I make maybe $400 on beans," said Petra Vogel)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from parsers.context.rows.words import Row, known
from parsers.context.said.quotes import Quote
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.text import START
from parsers.worded import Worded

OWN = Pattern(
    r"(?r)(?:(?P<who>I)(?![XS])(?:(?!M[dA]*[VBHAm])[^NPKIXSFc;\"])*(?:F(?:(?!M[dA]*[VBHAm])[^NPKIXSVHBWc;\"])*)?"
    r"|(?P<who>i)[^NPKIc;\"]*)\Z"
)
"""Before a figure, in its clause: who has it is the one that speaks."""
SINGLE, MANY = frozenset(("i", "my")), frozenset(("we", "our"))
OF_HIS_OWN = Worded(
    r", (?:who (?:also )?(?:<<contextwords.person_has>>|works as)"
    r"|(?:an?|the) <<contextwords.own_trade>>|owner of)\b"
)
"""Behind a speaker: that what is his is no company's that the text speaks of."""


WHO_HAS = Pattern(r"(?r)(?P<who>P),(?:[^,;F]{1,10},)?rd?(?P<verb>[WHVmxM])[^,;PKVm]{0,8}\Z")


def own_of_person(row: Row, place: int) -> Phrase | None:
    """The person of whom a figure is told ("said Petra Vogel, who runs four screens")."""
    hit = WHO_HAS.search(row.tags[:place])
    if hit is None or row.keys[hit.start("verb")] not in known("contextwords.person_has"):
        return None
    return row.phrase(hit.start("who"), hit.start("who"))


def own_of_speaker(row: Row, place: int, quotes: Sequence[Quote]) -> Phrase | None:
    """The person who speaks, where a figure is what he says of himself."""
    at = bisect_right(quotes, row.words[place].start, key=START) - 1
    if at < 0 or quotes[at].end <= row.words[place].start:
        return None
    quote = quotes[at]
    hit = OWN.search(row.tags[:place])
    if hit is None or row.words[hit.start("who")].start < quote.start:
        return None
    word = row.keys[hit.start("who")]
    single = word in SINGLE
    own = word in MANY and OF_HIS_OWN.match(row.text, quote.speaker.end) is not None
    return quote.speaker if single or own else None
