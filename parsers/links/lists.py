"""Further parts of a whole, listed behind the first ("of which six are in France and four in Spain")."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, alike_measure, size
from parsers.links.ofthem import REMAINING
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed, join
from parsers.links.rows import Line
from parsers.model import Figure, Kind, Link, LinkKind

NEXT = Pattern(
    r"^[^:]{0,60}?(?:[,;]|,? and|, while|, with|; but|, but) (?:another |a further |the other )?"
    r"(?:(?:[\p{L}'\u2019-]++ ){1,2}(?:for|with) |(?:\p{Lu}[\p{L}.&'\u2019-]*+ ){1,3})?"
    rf"{HEDGE}$"
)
"""Between two parts of a list ("in France and", "and aircraft for", "of it and Brazil")."""
GOES_ON = Pattern(
    r" (?:in|from|for|to|on|at|with|by|abroad|overseas|elsewhere|and)\b"
    r"(?! (?:\p{Sc}?(?!(?:19|20)\d\d(?!\d))\d))|[.,;)]|\s*\Z"
)
"""Behind a bare part of a list: where it is, or what it is for."""
ADJECTIVES = Pattern(rf"^ (?:(?:is|are|was|were|will be|would be) )?(?:[\p{{Ll}}-]++ ){{1,2}}and {HEDGE}$")
ADJECTIVE = Pattern(r" \p{Ll}[\p{Ll}-]*+(?:[.,;)]|\s*\Z)")
"""Around the second of two numbers with an adjective each ("73,000 were full-time and 33,600 part-time")."""
ROUNDED = Decimal("0.005")
"""By how much of the whole its parts may exceed it, each rounded for itself."""
VOTES = Pattern(
    r" (?:preferr|favou?r|vot|want|dissent|oppos|abstain|expect|predict|forecast|foresaw|saw|sees?|said"
    r"|would)"
)
"""Behind the number of those who think otherwise ("Seven of nine backed it, while two favoured a cut")."""
APART = Pattern(
    r"(?i)\b(?:but|took|against|versus|compared|up|down|than"
    r"|(?<!\b(?:came|comes?|coming|stems?|stemmed) )from)\b"
)
"""What does not stand between two parts of a list ("$3 million came from bonds and" parts none)."""


def parts_listed(lines: Sequence[Line], found: Sequence[Link], known: Collection[str]) -> Iterator[Link]:
    """What a sentence lists behind its first part of a whole; ``known`` are parts already."""
    places = {p.figure.id: (line, at) for line in lines for at, p in enumerate(line.placed)}
    for link in found:
        if link.kind != LinkKind.PART_OF:
            continue
        line, at = places[link.figures[0]]
        whole_line, whole_at = places[link.figures[1]]
        whole, part = whole_line.placed[whole_at], line.placed[at]
        if whole.figure.start > part.figure.start:
            if whole_line is not line:
                continue
            at = whole_at  # "62% of the 120,000 tons went to China and 20% to Japan"
        left = _left(whole.figure, part.figure)
        for item in line.placed[at + 1 :]:
            if item.role in (Role.TWIN, Role.PER):
                continue
            left -= size(item.figure)
            if (
                item.figure.id in known
                or left < -ROUNDED * size(whole.figure)
                or not (_is_next(line, part, item) or _is_other_thing(line, part, item))
            ):
                break
            yield join(LinkKind.PART_OF, item, whole, "link.listed")


def _left(whole: Figure, part: Figure) -> Decimal:
    """How much further parts can come to."""
    if part.kind == Kind.PERCENT:
        return 100 - size(part)
    return (1 if part.kind == Kind.RATIO else size(whole)) - size(part)


OTHER_THING = Pattern(rf"^[^:;]{{0,60}}?(?:,|,? and) {HEDGE}$")
LISTS = Pattern(r"\b(?:of wh(?:ich|om)|compris|consist|made up of|split)")
ENDS = Pattern(r"[.,;)]|,? and (?:(?:about|some) )?\d|\s*\Z")


def _is_other_thing(line: Line, part: Placed, item: Placed) -> bool:
    """Whether a list goes on with things of another name ("comprising 40 cars and 20 vans")."""
    counts = part.figure.kind == item.figure.kind == Kind.COUNT and item.role == Role.LEVEL
    if not counts or LISTS.search(part.lead) is None or OTHER_THING.match(item.lead) is None:
        return False
    return ENDS.match(line.text, item.figure.end) is not None


def _is_next(line: Line, part: Placed, item: Placed) -> bool:
    a, b = part.figure, item.figure
    alike = alike_measure(a, b) or (a.kind == b.kind and a.kind in (*SHARES, Kind.COUNT) and b.unit is None)
    if not alike or item.role != Role.LEVEL or a.per != b.per:
        return False
    if a.kind == b.kind and a.kind in SHARES and REMAINING.search(item.lead) is not None:
        return True  # "broadcasting brought 43% of that; the gates brought the remaining 57%"
    if NEXT.match(item.lead) is None:
        return False
    if ADJECTIVES.match(item.lead) is not None and ADJECTIVE.match(line.text, b.end) is not None:
        return True
    voters = (
        a.kind == b.kind and a.kind in (Kind.COUNT, *SHARES) and VOTES.match(line.text, b.end) is not None
    )
    return voters or (APART.search(item.lead) is None and GOES_ON.match(line.text, b.end) is not None)
