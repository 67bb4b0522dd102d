"""Some of the things whose number a sentence before told: "1.9 million of the shares went abroad"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers import lexicon
from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, alike_measure, can_be_part, size
from parsers.links.ofthem import REMAINING
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, is_fact, join
from parsers.links.rests import NEAR
from parsers.links.rows import Line
from parsers.metrics import group_named, group_of
from parsers.model import Figure, Kind, Link, LinkKind

OF_THE_THINGS = Pattern(
    r" of (?:the|these|those) (?:\p{Ll}++ )?(?P<noun>\p{Ll}{3,}s)(?!\p{L}|['\u2019-]| (?:who|that|which)\b)"
)
OF_THINGS_FIRST = Pattern(
    r"^\W*Of (?:the|those|these) (?P<noun>\p{Ll}{3,}s)(?: (?:\p{Ll}++ ){0,2}\p{Ll}++)?, "
    rf"(?:\p{{Ll}}++ ){{0,3}}{HEDGE}$"
)
"""Before some of the things that were told of ("Of the shares sold, 1.9 million went abroad")."""
OF_THOSE = Pattern(
    r" of (?:those|these) (?:(?:\p{Ll}++ )?(?:cases|cuts|deaths|employees|hires|jobs|layoffs|losses|orders"
    r"|people|places|positions|posts|roles|sales|shares|staff|units|vacancies|workers)|\p{Ll}{2,}(?<=ed))\b"
)
OF_THAT_THING = Pattern(r" of (?:that|this) (?P<noun>\p{Ll}{3,})(?!\p{L}|['\u2019-])")


def some_of_the_things(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The first figure of a sentence as some of the things told of before, and what hangs on it."""
    line, first = lines[at], lines[at].placed[0]
    told = lines[at - 1]
    if at > 1 and line.follows(lines[at - 2]) and not any(map(is_fact, told.placed)):
        told = lines[at - 2]  # what was expected stands between
    links = list(_of_the_things(line, told.placed, first))
    for further in reversed(lines[max(0, at - 2 * NEAR) : at - 1]):
        if not links and first.figure.kind == Kind.COUNT:  # "Some 1,090 of the jobs"
            told, links = further, list(_of_the_things(line, further.placed, first))
    for link in links:
        yield link
        yield from _what_remains(line, link, told)
        yield from _others_of_them(line, link, told)


def _of_the_things(line: Line, earlier: Sequence[Placed], part: Placed) -> Iterator[Link]:
    """Some of the things that the sentence before told the number of: "$5 million of the bonds"."""
    end = part.figure.end
    named = OF_THE_THINGS.match(line.text, end) or OF_THAT_THING.match(line.text, end)
    named = named or (OF_THINGS_FIRST.match(part.lead) if part.lead.lstrip().startswith("Of ") else None)
    if (whole := those(line, earlier, part)) is not None:
        yield join(LinkKind.PART_OF, part, whole, "link.of_the_things")
        return
    for p in reversed(earlier[-NEARBY:]) if named is not None else ():
        roles = (Role.CHANGE, Role.TWIN) if _has_level(earlier, part) else (Role.CHANGE, Role.OLD, Role.TWIN)
        added = p.role in roles and p.figure.kind == Kind.COUNT
        level = (p.role == Role.LEVEL or added) and can_be_part(part.figure, p.figure)
        if level and named is not None and is_called(line.text, p.figure, named["noun"]):
            yield join(LinkKind.PART_OF, part, p, "link.of_the_things")
            return


def _has_level(earlier: Sequence[Placed], part: Placed) -> bool:
    """Whether a number of things is told that they are now, and not only one that they were."""
    counts = (p for p in earlier if p.role == Role.LEVEL and p.figure.kind == Kind.COUNT)
    return any(can_be_part(part.figure, p.figure) for p in counts)


def those(line: Line, before: Sequence[Placed], part: Placed) -> Placed | None:
    """The last of some figures that counts what "those roles" behind a part can mean."""
    if OF_THOSE.match(line.text, part.figure.end) is None or part.figure.kind not in (Kind.COUNT, *SHARES):
        return None
    counts = (p for p in reversed(before) if p.role in (Role.LEVEL, Role.CHANGE))
    alike = (p for p in counts if p.figure.kind == Kind.COUNT and can_be_part(part.figure, p.figure))
    return next((p for p in alike if size(part.figure) < size(p.figure)), None)


def _what_remains(line: Line, link: Link, before: Line) -> Iterator[Link]:
    """What remains of a whole of which the sentence told a part: "and holders the remaining 700,000"."""
    whole = next(p for p in before.placed if p.figure.id == link.figures[1])
    for item in line.placed[1:NEARBY]:
        like = any(alike_measure(item.figure, p.figure) for p in (line.placed[0], whole))
        like = like and size(item.figure) < size(whole.figure)
        if like and REMAINING.search(item.lead):
            yield join(LinkKind.PART_OF, item, whole, "link.remaining")


AND_OTHERS = Pattern(
    rf"^.{{0,60}}?(?:,| and|, and) (?:[\p{{L}}'\u2019-]++ ){{0,4}}(?:for |another )?{HEDGE}$"
)


def _others_of_them(line: Line, link: Link, before: Line) -> Iterator[Link]:
    """Bare numbers listed behind some of the things ("61,000 of the new jobs and shops for 45,000")."""
    whole = next(p for p in before.placed if p.figure.id == link.figures[1])
    left = size(whole.figure) - size(line.placed[0].figure)
    for item in line.placed[1:NEARBY]:
        figure = item.figure
        bare = figure.kind == Kind.COUNT and (figure.unit is None or "unit" in figure.inferred)
        if not bare or size(figure) > left or AND_OTHERS.match(item.lead) is None:
            return
        left -= size(figure)
        yield join(LinkKind.PART_OF, item, whole, "link.of_the_things")


IN_THINGS = Pattern(r" (?:in|of) (?:(?!and to|that|which)[\p{Ll}-]++ ){0,5}?(?P<noun>\p{Ll}{3,}s)\b")


def is_called(text: str, figure: Figure, noun: str) -> bool:
    """Whether a figure counts or measures the things of this name."""
    told = IN_THINGS.match(text, figure.end)
    if told is not None and told["noun"] == noun:
        return True
    if noun in known("linkwords.cuts") and not known("linkwords.staff").isdisjoint(figure.text.split()):
        return True
    words = (figure.text.split()[-1], figure.metric.text.split()[-1] if figure.metric else "")
    called = lexicon.find("metrics.noun", noun)
    counted = lexicon.find("metrics.noun", words[0]) if figure.kind == Kind.COUNT else ()
    groups = (group_of(figure), *(group_named(entry.id) for entry in counted[:1]))
    same = bool(called) and group_named(called[0].id) in groups
    same = same and (figure.kind == Kind.COUNT or not noun.endswith("s"))
    return noun in words or same
