"""What is left of a whole ("The rest, $4 million, ..."), and what a sentence of its own lists of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import alike_measure, size
from parsers.links.ofthem import REMAINING
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, family, join
from parsers.links.rows import Line
from parsers.links.worded import Cued, Worded
from parsers.model import Kind, Link, LinkKind

NEAR, FAR = 3, 4
"""How many sentences with figures back the whole of a list, or of a restated share, may stand."""

THE_REST = Pattern(r"(?i)\W*(?:the (?:rest|remainder|balance|other half)|what is left)\b(?! assured)")


AND_THE_REST = Pattern(
    r"(?i)\b(?:and|with|while|pay(?:s|ing)?|paid|fund(?:s|ed|ing)?|financ(?:e|es|ed|ing)|cover(?:s|ed|ing)?"
    r"|provid(?:e|es|ed|ing)|put(?:s|ting)? up|contribut(?:e|es|ed|ing)|suppl(?:y|ies|ied)"
    r"|tak(?:e|es|ing)|took|h[eo]lds?|owns?|keeps?|kept) the (?:rest|remainder|balance)\b"
)


def _tells_of_the_rest(line: Line) -> bool:
    """Whether a sentence, behind its last figure, or the next one speaks of "the rest"."""
    if THE_REST.match(line.text, line.span.end) is not None:
        return True
    return AND_THE_REST.search(line.text, line.placed[-1].figure.end, line.span.end) is not None


IN_ALL = Pattern(r" (?:in (?:total|all)|altogether|so far|since|to date)\b")
"""Behind what has come together over time: the rest that is spoken of is not of that."""


def before_the_rest(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The amount of a sentence before "The rest ...": part of the larger one that was told before it."""
    if not _tells_of_the_rest(lines[at]):
        return
    before = [p for p in lines[at].placed[-NEARBY:] if p.role in (Role.LEVEL, Role.PART)]
    part = before[-1] if before else None
    if part is not None and lines[at].text.startswith(" on the dollar", part.figure.end):
        return
    if part is None or part.figure.kind not in (Kind.MONEY, Kind.COUNT, Kind.QUANTITY):
        return
    far = lines[max(0, at - 2 * FAR) : at] if at and lines[at].follows(lines[at - 1]) else ()
    earlier = [p for line in reversed(far) for p in line.placed[:NEARBY]]
    for p in (*reversed(before[:-1]), *earlier):
        level = p.role in (Role.LEVEL, Role.CHANGE) and _is_of_its_sort(part, p)
        level = level and p.figure.per is None and _may_be_of(part, p, lines[at])
        in_all = IN_ALL.match(lines[at].text, p.figure.end) is not None
        if level and not in_all and size(p.figure) > size(part.figure):
            yield join(LinkKind.PART_OF, part, p, "link.before_the_rest")
            return


def _is_of_its_sort(part: Placed, whole: Placed) -> bool:
    bare = part.figure.kind == whole.figure.kind == Kind.COUNT and part.figure.unit is None
    return bare or alike_measure(whole.figure, part.figure)


def _may_be_of(part: Placed, whole: Placed, line: Line) -> bool:
    """Whether a part measures what its whole does, as far as it says so, or a colon stands between."""
    listed = part.lead.rstrip().endswith(":") and any(p is whole for p in line.placed)
    told = None if "metric" in part.figure.inferred else family(part.figure)
    return listed or told in (None, *PAID, family(whole.figure))


PAID = ("costs", "investment")
"""Families of what somebody gives of a whole ("will lend $900 million and the state will pay the rest")."""


THE_REST_IS = Cued(
    rf"(?i)(?:^\W*the other \p{{L}}++|\bthe (?:rest|remainder|balance)), (?:an? )?{HEDGE}$",
    "the rest",
    "the remainder",
    "the balance",
    "the other",
)


def what_is_left(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """What is left of a whole: "It sold $5 million of its $9 million. The rest, $4 million, will be ..."."""
    if not lines[at].follows(lines[at - 1]):
        return
    for here, item in enumerate(lines[at].placed[:NEARBY]):
        if THE_REST_IS.search(item.lead) is None:
            continue
        before = (*lines[at - 1].placed[-NEARBY:], *lines[at].placed[:here])
        like = [p for p in before if alike_measure(p.figure, item.figure)]
        wholes = (w for w in like if any(size(p.figure) + size(item.figure) == size(w.figure) for p in like))
        if (whole := next(wholes, None)) is not None:
            yield join(LinkKind.PART_OF, item, whole, "link.remaining")
            return


def rests_of_wholes(found: Sequence[Link], by_id: Mapping[str, Placed]) -> Iterator[Link]:
    """The links, but what remains is of the whole that the part before it is of, and not of that part."""
    wholes = {link.figures[0]: link.figures[1] for link in found if link.rule in BESIDE_THE_REST}
    for link in found:
        part, whole = link.figures[0], wholes.get(link.figures[1])
        rest = link.kind == LinkKind.PART_OF and whole is not None and whole != part
        if rest and whole is not None and REMAINING.search(by_id[part].lead) is not None:
            yield join(link.kind, by_id[part], by_id[whole], link.rule)
        else:
            yield link


BESIDE_THE_REST = (
    "link.of_that",
    "link.of_first",
    "link.of_them",
    "link.part_of_whole",
    "link.put_in",
    "link.of_the_money",
    "link.remaining",
)
"""What gives a part beside which "the remaining $5 million" is another of the same whole."""


def leaves(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """What remains, the parts told before, and the whole that they add up to, in sentences before."""
    for item in lines[at].placed[:NEARBY]:
        other = OTHER.search(item.lead) is not None
        other = other or REMAIN.search(item.figure.text) is not None
        if not (other or REMAINING.search(item.lead)) or item.figure.kind not in (Kind.MONEY, Kind.COUNT):
            continue
        before = lines[at].placed[: lines[at].placed.index(item)]
        here = [p for p in before if _is_nothing_else(p) or p.lead.lstrip().startswith("Of ")]
        near = [p for line in lines[max(0, at - FAR - 1) : at] for p in line.placed[:MOST]]
        # What the sentence gives once more is the whole there.
        near = [
            p for p in (*near, *here) if not any(p.figure.value == h.figure.value for h in here if h is not p)
        ]
        near = [p for p in near if p.figure.per is None and p.figure.kind == item.figure.kind]
        like = [p for p in near if p.figure.unit == item.figure.unit or p.figure.kind == Kind.COUNT]
        yield from _with_the_rest(like[-2 * MOST :], item)


def _is_nothing_else(item: Placed) -> bool:
    """Whether a figure of the sentence may be another part of what was told before, and no other things."""
    return item.figure.kind != Kind.COUNT or item.figure.unit is None


REMAIN = Worded(r" (?:<<linkwords.remaining>>)\b")
OTHER = Cued(rf"(?i)\b(?:the|its) other {HEDGE}$", "other")
MOST = 8
"""How many figures of a sentence can be parts of a whole that is told apart."""


def _with_the_rest(like: Sequence[Placed], item: Placed) -> Iterator[Link]:
    """The whole that what remains and one or two parts before it add up to."""
    for many in (1, 2):
        for whole, *parts in _wholes_with(like, many):
            if sum(size(p.figure) for p in parts) + size(item.figure) == size(whole.figure):
                yield from (join(LinkKind.PART_OF, p, whole, "link.remaining") for p in (*parts, item))
                return


def _wholes_with(like: Sequence[Placed], many: int) -> Iterator[tuple[Placed, ...]]:
    """Each figure as a whole, the last first, with so many of those beside and behind it as its parts."""
    for at, whole in reversed(tuple(enumerate(like))):
        if whole.role == Role.LEVEL or whole.role == Role.CHANGE:
            yield from (
                (whole, *parts) for parts in combinations((*like[max(0, at - 1) : at], *like[at + 1 :]), many)
            )


def fills_up(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """What remains and a part before it, which add up to what was told further back."""
    placed = lines[at].placed
    for here, item in enumerate(placed[1:NEARBY], 1):
        other = placed[here - 1]
        pair = alike_measure(item.figure, other.figure) and REMAINING.search(item.lead) is not None
        if not pair or size(item.figure) == 0:
            continue
        total = size(item.figure) + size(other.figure)
        if any(size(p.figure) == total for p in placed[:here]):
            continue  # the whole is told once more in the sentence
        near = (p for line in reversed(lines[max(0, at - 2 * FAR) : at]) for p in line.placed[:NEARBY])
        whole = next(
            (p for p in near if alike_measure(p.figure, item.figure) and size(p.figure) == total), None
        )
        if whole is not None:
            yield join(LinkKind.PART_OF, other, whole, "link.remaining")
            yield join(LinkKind.PART_OF, item, whole, "link.remaining")
