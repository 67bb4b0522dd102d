"""Parts and their wholes: "of which", "half of the 40", "52 million shares, half of them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.roles import WORDS, Placed, Role, join
from parsers.model import Figure, Kind, Link, LinkKind

WHOLE = Pattern(
    rf"^(?: [\p{{L}}-]++){{0,4}}? (?:out )?of (?:the |its |their |all |our "
    rf"|an? |"
    rf"[\p{{Lu}}][\p{{L}}.& ]*['\u2019]s? |{WORDS}{{0,3}}(?:company|group|firm)['\u2019]s )"
    rf"(?:[\p{{L}}-]++ ){{0,2}}$"
)


OUT_OF = Pattern(r"^(?: [\p{L}-]++){0,3} out of (?:the |a total of )?$")


def _stated(placed: Sequence[Placed]) -> Iterator[Link]:
    for at, item in enumerate(placed[1:], 1):
        before = placed[at - 1]
        if item.role == Role.PART and (
            item.figure.unit == before.figure.unit or item.figure.kind == before.figure.kind
        ):
            yield join(LinkKind.PART_OF, item, before, item.rule)
        elif (WHOLE.search(item.lead) or OUT_OF.search(item.lead)) and _can_be_part(
            before.figure, item.figure
        ):
            yield join(LinkKind.PART_OF, before, item, "link.part_of_whole")


def _anaphoric(text: str, placed: Sequence[Placed]) -> Iterator[Link]:
    """The parts of "Of the 160 people, 95 ..." and "52 million shares, half of them ..."."""
    for at, item in enumerate(placed):
        following = placed[at + 1] if at + 1 < len(placed) else None
        if following is not None and OF_FIRST.search(item.lead) and following.lead.rstrip().endswith(","):
            yield join(LinkKind.PART_OF, following, item, "link.of_first")
        if (
            at
            and OF_THEM.match(text, item.figure.end)
            and item.figure.kind in (Kind.RATIO, Kind.COUNT, Kind.PERCENT)
        ):
            yield join(LinkKind.PART_OF, item, placed[at - 1], "link.of_them")


OF_FIRST = Pattern(rf"(?:^|[;\u2014] )Of (?:the|its|their|those|these|all) {WORDS}{{0,2}}$")


OF_THEM = Pattern(r" of (?:them|these|those|which|whom|the total)\b")


def _can_be_part(part: Figure, whole: Figure) -> bool:
    if part.kind in (Kind.PERCENT, Kind.RATIO):
        return whole.kind in (Kind.MONEY, Kind.COUNT, Kind.QUANTITY)
    return part.kind == whole.kind and (part.kind != Kind.MONEY or part.unit == whole.unit)


def parts(text: str, placed: Sequence[Placed]) -> Iterator[Link]:
    """Every part of a sentence with its whole."""
    yield from _stated(placed)
    yield from _anaphoric(text, placed)
