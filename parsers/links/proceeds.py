"""Parts of what was raised, sold or paid before: "About $5 million of the proceeds"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import APART, SHARES, can_be_part, size
from parsers.links.ofthem import PLAIN
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rests import FAR, IN_ALL
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.model import Kind, Link, LinkKind

FIRST_MONEY = Worded(
    rf"^\W*(?:Of|From) (?:the|those|these|that|this|its) (?:(?:new|net|sale) )?"
    rf"(?:proceeds|money|funds|financing|(?P<price>(?:purchase |sale |total )?price)), "
    rf"(?:{PLAIN}{{1,3}}said, )?{PLAIN}{{0,5}}{HEDGE}$"
)
OF_THE_MONEY = Pattern(
    r" of (?:the|those|these|that|this|its) (?:(?P<new>new|net|sale) )?"
    r"(?:proceeds|money|funds|cash|outlays?|spending|financing|(?:latest |current )?round"
    r"|(?P<price>(?:purchase |sale )?price))\b"
)
BUYS = Pattern(r"(?i)\b(?:buy|bought|acqui|offer|bid\b|takeover|merger|purchas)")
BRINGS_ALL = Pattern(r"(?i)\b(?:bring|tak)(?:s|es|ing)? (?:the total |it )?to $")
"""Before all that was raised so far."""
BOUGHT = Pattern(rf"(?i)\b(?:buy|bought|purchase|acquire)[sd]?\b[^;]* for {HEDGE}$")
"""Before what somebody paid, of whose proceeds is told afterwards."""
SELLS = Pattern(rf"(?i)\b(?:sell(?:s|ing)?|sold|sale of)\b[^;]{{1,160}} for {HEDGE}$")
"""Before what somebody got for what is told with a figure of its own ("sold 1,200 acres for $9 million")."""
SPENDS = Pattern(r"(?i)\b(?:costs?|spen[dt]|paid|pays?)\b")
RAISES = Pattern(
    r"(?i)\b(?:rais|brought in|netted|fetch|borrow|sold|buyer|sell|sale\b|offer|fund(?:ed|ing|rais)|issu"
    r"|invest(?!or)|loan|spend)"
)


def of_the_money(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """A part of what was raised or sold before: "About $5 million of the proceeds"."""
    for here, item in enumerate(lines[at].placed):
        text, end = lines[at].text, item.figure.end
        told = OF_THE_MONEY.match(text, end) if text.startswith(" of ", end) else None
        first = FIRST_MONEY.search(item.lead) if here == 0 and told is None else None
        if (told is None and first is None) or item.role == Role.PER:
            continue
        again = lines[at].placed[item.base] if item.role == Role.TWIN and item.base >= 0 else None
        new = told is not None and told["new"] is not None
        price = any(hit is not None and hit["price"] is not None for hit in (told, first))
        if price and again is not None and again.figure.kind == Kind.MONEY:
            continue  # "a fee of $65 million, equal to 2.5% of the price"
        near = [(lines[at], lines[at].placed[:here])]
        near += [(line, line.placed[:NEARBY]) for line in reversed(lines[max(0, at - 2 * FAR) : at])]
        for line, placed in near:
            spends = (SPENDS,) if item.figure.kind in SHARES and not new else ()
            says = (RAISES, *spends)
            large = [p for p in placed if size(p.figure) >= APART or not price]
            apart = [p for p in large if IN_ALL.match(line.text, p.figure.end) is None]
            levels = [p for p in apart if p.role == Role.LEVEL and _is_money_for(item, p, total=price)]
            buys = price and BUYS.search(line.text, line.span.start, line.span.end) is not None
            found = [p for p in levels if (buys if price else _is_told(line, p, says))]
            if found:
                yield join(LinkKind.PART_OF, item, found[0], "link.of_the_money")
                pattern = FURTHER if first is None else AND_SOME
                yield from _further(lines[at].placed[here + 1 : here + 2], item, found[0], pattern)
                break


def _is_told(line: Line, whole: Placed, says: Sequence[Pattern]) -> bool:
    """Whether the words around an amount tell that it was raised, sold for or spent."""
    figures = [p.figure for p in line.placed]
    at = figures.index(whole.figure)
    further = [p.figure.start for p in line.placed[at + 1 :] if p.role != Role.TWIN]
    end = further[0] if further else line.span.end
    start = whole.figure.start - len(whole.lead)
    behind = min(end, whole.figure.end + BEHIND)
    pause = PAUSE.search(line.text, whole.figure.end, behind)
    behind = pause.start() if pause is not None else behind
    if VALUED.search(line.text, start, whole.figure.start) is not None:
        return False
    paid = BOUGHT.search(whole.lead) is not None
    paid = paid or (at > 0 and SELLS.search(line.text[line.span.start : whole.figure.start]) is not None)
    return paid or any(p.search(line.text, start, behind) is not None for p in says)


PAUSE = Pattern(r"[,;]")
VALUED = Pattern(r"(?i)\b(?:valu(?:e|es|ed|ing|ation)|worth|capitali[sz]ation|borrowings|debt)\b[^,;]{0,40}$")


BEHIND = 60
"""How many characters behind an amount may tell that it was raised ("$5 million of notes were sold")."""
FURTHER = Pattern(rf"^[^;]{{1,90}},? and (?:an? )?(?:further|another|additional) {HEDGE}$")


AND_SOME = Pattern(rf"^[^;,]{{1,90}},? and {HEDGE}$")


def _further(behind: Sequence[Placed], part: Placed, whole: Placed, joined: Pattern) -> Iterator[Link]:
    """A second amount of the same money ("$4 million of the proceeds and a further $6 million")."""
    for item in behind[:1]:
        like = part.figure.kind == item.figure.kind and joined.match(item.lead) is not None
        left = size(whole.figure) - size(part.figure)
        if like and size(item.figure) <= left and can_be_part(item.figure, whole.figure):
            yield join(LinkKind.PART_OF, item, whole, "link.of_the_money")


def _is_money_for(part: Placed, whole: Placed, *, total: bool) -> bool:
    money = whole.figure.kind == Kind.MONEY and whole.figure.per is None
    money = money and (total or " total " not in whole.lead)
    money = money and BRINGS_ALL.search(whole.lead) is None
    return money and can_be_part(part.figure, whole.figure)
