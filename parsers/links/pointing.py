"""Parts whose words point to the whole: "Of the 160 people, 95 ...", "half of them", "the rest"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import DOES, SHARES, alike_measure, can_be_part, is_only_meant, size
from parsers.links.ofthem import (
    OF_FIRST,
    OF_IT,
    PAUSE,
    PLAIN,
    REMAINING,
    THAT,
    THINGS_TOLD,
    can_be_of_it,
    is_of_them,
    part_of_things,
    whole_before,
)
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.restating import LESS_THAN
from parsers.links.roles import OF_THE
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.model import Kind, Link, LinkKind

BARE = Pattern(rf"^ {HEDGE}$")
"""Between a whole and its part where the pause is left out ("Of its 40 plants nine will close")."""
APART = (Kind.QUANTITY, Kind.DURATION)
OF_THAT_HERE = Worded(rf"[;,\u2013\u2014] (?:and |but )?of {THAT}, {PLAIN}{{0,5}}{HEDGE}$")
"""Before a part, in the sentence of its whole ("a gain of $200 million; of that, $60 million")."""


def pointed(line: Line) -> Iterator[Link]:
    """The parts of "Of the 160 people, 95 ..." and "52 million shares, half of them ..."."""
    placed = line.placed
    for at, item in enumerate(placed):
        if at and (half_of_it(line, placed[at - 1], item) or _is_bare_share(line, placed[at - 1], item)):
            yield join(LinkKind.PART_OF, item, placed[at - 1], "link.of_them")
            continue
        yield from _of_first(placed, at)
        if at and OF_THAT_HERE.search(item.lead) and (told := whole_before(placed, at)) is not None:
            yield join(LinkKind.PART_OF, item, told, "link.of_them")
            continue
        whole = _pointed_to(line, at) if at else None
        if whole is None:
            if (ahead := whole_ahead(line, at)) is not None:
                yield join(LinkKind.PART_OF, item, ahead, "link.of_them")
            continue
        if is_of_them(line, item):
            if OF_IT.match(line.text, item.figure.end) and not can_be_of_it(item, whole):
                continue
            if is_of_them(line, whole):
                continue  # two parts of one whole, which stands before
            yield join(LinkKind.PART_OF, item, whole, "link.of_them")
        elif (
            REMAINING.search(item.lead)
            and alike_measure(item.figure, whole.figure)
            and not part_of_things(line, whole)
        ):
            yield from _remaining(placed[max(0, at - NEARBY) : at], item)


def _of_first(placed: Sequence[Placed], at: int) -> Iterator[Link]:
    """The parts of a whole that begins the sentence ("Of the 160 people, 95 ...")."""
    item, following = placed[at], placed[at + 1] if at + 1 < len(placed) else None
    if following is None or OF_FIRST.search(item.lead) is None:
        return
    if item.figure.kind == Kind.COUNT and following.figure.kind in APART and at + 2 < len(placed):
        following = placed[at + 2]  # "Of the 71 who took the 100-mg dose, 38 were well"
    if following.role == Role.OLD and at + 2 < len(placed):
        following = placed[at + 2]  # "Of turnover of $5 million, up from $4 million, plants made"
    if _is_in_other_money(placed, at, following):
        yield join(LinkKind.PART_OF, placed[at + 2], item, "link.of_first")
    counts = item.figure.kind == following.figure.kind == Kind.COUNT
    if PAUSE.search(following.lead) or (counts and BARE.match(following.lead)) or _told_late(item, following):
        yield join(LinkKind.PART_OF, following, item, "link.of_first")
        yield from _others_of(placed, at)


def _is_in_other_money(placed: Sequence[Placed], at: int, following: Placed) -> bool:
    """Whether a part in another currency has its amount in brackets ("2.6 trillion won ($1.9 billion)")."""
    whole, again = placed[at].figure, placed[at + 2] if at + 2 < len(placed) else None
    money = whole.kind == following.figure.kind == Kind.MONEY and whole.unit != following.figure.unit
    return money and again is not None and again.role == Role.TWIN and can_be_part(again.figure, whole)


def _pointed_to(line: Line, at: int) -> Placed | None:
    """The figure before one in its sentence that words behind it can mean."""
    placed, item = line.placed, line.placed[at]
    new = whole_before(placed, at, new=True) if is_of_them(line, item) else None
    whole = new or whole_before(placed, at)
    if OF_THAT_ONE.match(line.text, item.figure.end) is not None:
        if BESIDE.match(item.lead) is not None and FROM.match(line.text, item.figure.end) is None:
            return None  # "had put it at $1.7 billion, a third of that": of what was told before
        whole = next((p for p in reversed(placed[max(0, at - NEARBY) : at]) if _is_amount(p, item)), whole)
    if whole is not None and OF_IT.match(line.text, item.figure.end) is not None:
        amounts = (p for p in reversed(placed[max(0, at - NEARBY) : at]) if _is_amount(p, item))
        whole = whole if can_be_of_it(item, whole) else next(amounts, whole)
    whole = _not_aside(line, placed[max(0, at - NEARBY) : at], item, whole)
    things = THINGS_TOLD.match(line.text, item.figure.end) is not None and BESIDE.match(item.lead) is None
    things = things and not (whole is not None and MORE.match(line.text, whole.figure.end) is not None)
    whole = _of_things_named(placed[:at], item, whole) if things and whole is not None else whole
    return _some_of(placed[:at], item, whole)


def _not_aside(line: Line, before: Sequence[Placed], part: Placed, whole: Placed | None) -> Placed | None:
    """What is told, where what lies nearer was only foreseen, or is how many more there are than once."""
    if whole is None or not (
        (whole.role == Role.CHANGE and LESS_THAN.match(line.text, whole.figure.end))
        or is_only_meant(part.figure, whole.figure)
    ):
        return whole
    told = (p for p in reversed(before) if p.role == Role.LEVEL and not is_only_meant(part.figure, p.figure))
    return next((p for p in told if p is not whole and can_be_part(part.figure, p.figure)), whole)


def _some_of(before: Sequence[Placed], item: Placed, whole: Placed | None) -> Placed | None:
    """What "them" means behind some of all: "150 of its 1,900 jobs are to go, half of them in Leeds"."""
    if whole is None or len(before) < 2 or whole is not before[-1] or BESIDE_THEM.search(item.lead) is None:
        return whole
    some = before[-2]
    counts = some.figure.kind == whole.figure.kind == Kind.COUNT and some.role == Role.LEVEL
    return some if counts and OF_THE.match(whole.lead) is not None else whole


BESIDE_THEM = Pattern(rf", {HEDGE}$")
OF_THAT_ONE = Pattern(r" of that(?: (?:total|amount|sum))?\b")


def _is_amount(whole: Placed, part: Placed) -> bool:
    """Whether "that" can mean a figure: an amount before a number of things."""
    level = whole.role in (Role.LEVEL, Role.PART) and whole.figure.kind != Kind.COUNT
    level = level and not is_only_meant(part.figure, whole.figure)
    return level and can_be_part(part.figure, whole.figure)


MORE = Pattern(r" (?!more than)(?:more|additional|new|others)\b")
"""Behind the number of further things ("has 342 shops, and will open 25 more, six of them in Leeds")."""
BESIDE = Pattern(rf"^, {HEDGE}$")
FROM = Pattern(r" of that (?:from|by|in|to|for|on|at|going|coming|due|next|this|last|already|related|tied)\b")
"""Behind a part of what stands right before it ("a gain of $9 million, $6 million of that from")."""


def _of_things_named(before: Sequence[Placed], part: Placed, whole: Placed) -> Placed:
    """What "of them" means: things with a name before a bare number ("312 shops and a staff of 7,400")."""
    if whole.figure.kind == Kind.COUNT and whole.figure.unit is not None:
        return whole
    named = (p for p in reversed(before[-NEARBY:]) if p.role == Role.LEVEL and p.figure.kind == Kind.COUNT)
    found = (p for p in named if p.figure.unit is not None and can_be_part(part.figure, p.figure))
    return next(found, whole)


LATE = Pattern(rf"^[^;:\u2013\u2014]{{0,60}}, [^;:]{{1,90}}?{HEDGE}$")


def _told_late(whole: Placed, part: Placed) -> bool:
    """Whether the part of "Of the $5 million it will net, ..." stands behind more words."""
    level = part.role == Role.LEVEL and part.figure.per is None and LATE.match(part.lead) is not None
    return level and whole.figure.kind != Kind.COUNT and can_be_part(part.figure, whole.figure)


def half_of_it(line: Line, near: Placed, item: Placed) -> bool:
    """Whether a share is one "of it": of the amount right before it in the sentence."""
    share = near.role == Role.LEVEL and item.figure.kind in SHARES and can_be_of_it(item, near)
    return share and bool(HALF_OF_IT.match(item.lead) and OF_IT.match(line.text, item.figure.end))


def _is_bare_share(line: Line, near: Placed, item: Placed) -> bool:
    """Whether a bare share is of the amount before a pause ("$12 billion; nearly half falls due")."""
    share = near.role == Role.LEVEL and item.figure.kind in SHARES and can_be_part(item.figure, near.figure)
    if share and item.figure.kind == Kind.RATIO and BEHIND_PAUSE.match(item.lead) is not None:
        return COMES_FROM.match(line.text, item.figure.end) is not None
    if share and WITH.match(item.lead) is not None:
        return IS_MADE_OF.match(line.text, item.figure.end) is not None
    return share and bool(PAUSED.match(item.lead) and DOES.match(line.text, item.figure.end))


BEHIND_PAUSE = Pattern(rf"^[^,;]{{0,40}}, {HEDGE}$")
COMES_FROM = Pattern(
    r" (?:coming )?(?:from|to|by|through|via) "
    r"(?!(?:an?|the (?:same|previous|prior|year))\b|\d|last|their|its)\p{L}"
    r"| in (?:the )?\p{Lu}"
)
"""Behind a bare fraction of what stands before a pause ("9 million barrels, two-thirds from Norway")."""
WITH = Pattern(rf"^[^,;]{{0,60}}, with {HEDGE}$")
IS_MADE_OF = Pattern(
    r" (?:consisting of|made up of|coming from|going to|(?:held|owned|bought|taken up|financed|funded) by"
    r"|earmarked for|set aside for|due (?:from|to|in|within))\b"
)
"""Behind a share of what stands before "with" ("$400 billion, with half consisting of long bonds")."""
PAUSED = Pattern(rf"^[^,;]{{0,40}}; {HEDGE}$")
HALF_OF_IT = Pattern(rf"^[^,;]{{0,60}}, {HEDGE}$")
"""Before a share of what stands right before it ("$39 million is lent abroad, half of it to Chile")."""


def whole_ahead(line: Line, at: int) -> Placed | None:
    """The whole that follows the aside of a part: "Loans, $2 million of them to Ohio, rose to $6 million"."""
    item, following = line.placed[at], line.placed[at + 1] if at + 1 < len(line.placed) else None
    aside = is_of_them(line, item) or OF_WHICH.search(item.lead) is not None
    if at or not aside or following is None or AFTER_ASIDE.match(following.lead) is None:
        return None
    larger = alike_measure(item.figure, following.figure) and size(following.figure) > size(item.figure)
    return following if larger and following.role == Role.LEVEL else None


OF_WHICH = Pattern(r",? of wh(?:ich|om) [^,;]*$")
AFTER_ASIDE = Pattern(r"[^,;]{0,60},(?! (?:and|or|while|with|values?|valu(?:ed|ing))\b) [^,;]{1,40}$")
OTHER = Pattern(
    rf"[,;](?: and| but| while)? {HEDGE}$| (?:and|but|while) (?:[\p{{L}}'\u2019-]++ ){{0,3}}{HEDGE}$"
)


def _others_of(placed: Sequence[Placed], at: int) -> Iterator[Link]:
    """The further parts of "Of the 21 polled, 16 saw a rise; four saw none", as many as the whole leaves."""
    whole = placed[at].figure
    left = size(whole) - size(placed[at + 1].figure)
    for item in placed[at + 2 : at + NEARBY]:
        figure = item.figure
        bare = figure.kind == whole.kind == Kind.COUNT and (figure.unit is None or figure.unit == whole.unit)
        if bare and item.role == Role.LEVEL and size(figure) <= left and OTHER.search(item.lead):
            left -= size(figure)
            yield join(LinkKind.PART_OF, item, placed[at], "link.of_first")


AND_THE = Worded(r"\band (?:[\p{L}'\u2019-]++ ){0,4}?(?:the|its|their) (?:<<linkwords.remaining>>) ")
"""Before what remains of a whole told elsewhere ("$100 million in cash and the remaining $59 million")."""


def _remaining(before: Sequence[Placed], item: Placed) -> Iterator[Link]:
    """What remains of a whole, and the other part of it where the two add up."""
    like = [p for p in before if alike_measure(p.figure, item.figure)]
    wholes = [p for p in like if size(p.figure) > size(item.figure)]
    for whole in wholes:
        other = next((p for p in reversed(like) if p is not whole and add_up(p, item, whole)), None)
        if other is not None:
            yield join(LinkKind.PART_OF, other, whole, "link.remaining")
            yield join(LinkKind.PART_OF, item, whole, "link.remaining")
            return
    beside = bool(wholes) and wholes[0] is like[-1] and AND_THE.search(item.lead) is not None
    if len(wholes) == 1 and not beside:
        yield join(LinkKind.PART_OF, item, wholes[0], "link.remaining")


def add_up(a: Placed, b: Placed, whole: Placed) -> bool:
    """Whether two amounts come to a third, as closely as the coarsest of them is printed."""
    room = max(p.figure.precision or Decimal(0) for p in (a, b, whole))
    return abs(size(a.figure) + size(b.figure) - size(whole.figure)) <= room
