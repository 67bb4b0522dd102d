"""What each figure of a sentence does there, told by the words between it and the figure before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress

import regex

from parsers import lexicon
from parsers.lazy import Pattern
from parsers.links.leadrules import LeadRule, Role
from parsers.links.leads import LEADS
from parsers.links.measures import APART, SHARES, per_unit, size
from parsers.links.pieces import HEDGE, TIME_OWNS, WORDS
from parsers.links.restating import says_again
from parsers.links.then import AT_A_TIME, IN_A_MONTH, IN_THE_PAST, past_noun
from parsers.metrics import group_family
from parsers.model import Direction, Figure, Kind, Link, LinkKind, Span
from parsers.patterns import compiled
from parsers.values import record

NEARBY = 24
"""How many figures before one are looked at for its partner, so that reading stays linear."""
REACH = 120
"""How many characters before a figure can give it its role."""


@record
class Placed:
    """A figure of a sentence with its role, its lead and who is its total or original."""

    figure: Figure
    role: Role
    rule: str
    lead: str
    base: int = -1
    """Where the figure stands that a twin or an amount per unit belongs to."""


@cache
def _patterns() -> tuple[tuple[LeadRule, regex.Pattern[str]], ...]:
    return tuple((rule, compiled(lexicon.expand(rule.lead, {}))) for rule in LEADS)


@cache
def _signs() -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The signs of all rules, and of each the bits of the rules (by their places) that it is a sign of."""
    bits: dict[str, int] = {}
    for place, rule in enumerate(LEADS):
        for sign in rule.signs():
            bits[sign] = bits.get(sign, 0) | 1 << place
    return tuple(bits), tuple(bits.values())


OLDS = sum(1 << place for place, rule in enumerate(LEADS) if rule.role == Role.OLD)
EVERY = (1 << len(LEADS)) - 1


def matching(lead: str, *, old_only: bool) -> Iterator[LeadRule]:
    """The rules whose lead stands there, in their order; few have one of their cues in it, and are tried."""
    worth = EVERY
    if lead.isascii():
        signs, each = _signs()
        worth = 0
        for bits in compress(each, map(lead.lower().__contains__, signs)):
            worth |= bits
    if old_only:
        worth &= OLDS
    while worth:
        rule, pattern = _patterns()[(worth & -worth).bit_length() - 1]
        worth &= worth - 1
        if pattern.search(lead, None, None, False) is not None:  # as `lazy.alone`
            yield rule


def place(text: str, start: int, figures: Sequence[Figure]) -> list[Placed]:
    """The figures of one sentence with their roles."""
    placed: list[Placed] = []
    end = start
    for figure in figures:
        lead = (
            " ".join(text[max(end, figure.start - REACH) : figure.start].split("\n"))
            if figure.start > end
            else ""
        )
        role, rule = _role(text, figure, lead, placed)
        base = _base(placed, figure, role, rule) if role in (Role.TWIN, Role.PER) else -1
        placed.append(Placed(figure, role, rule, lead, base))
        end = max(end, figure.end)
    return placed


def _role(text: str, figure: Figure, lead: str, placed: Sequence[Placed]) -> tuple[Role, str]:
    before = placed[-1].figure if placed else None
    if placed and placed[-1].role == Role.OLD and _is_old_per_unit(lead, placed, figure):
        return Role.PER, "link.per_unit_old"
    for rule in matching(lead, old_only=before is None):
        if rule.name == "link.old_multiple" and not (before is not None and _measured(text, before, figure)):
            continue
        if rule.role == Role.OLD and not _can_be_old(text, rule, figure, lead, placed):
            continue
        if rule.role == Role.TWIN and not _says_again(text, rule, figure, placed):
            continue
        if rule.name == "link.with_share" and not _comes_from(text, figure):
            continue
        if rule.name == "link.twin_again" and placed[-1].rule != "link.twin":
            continue
        told = (p.figure for p in reversed(placed[-NEARBY:]) if p.role != Role.TWIN or p.rule == WORTH)
        total = next(told, None)
        if rule.role == Role.PER and total is not None and total.kind == Kind.COUNT and figure.per is None:
            total = next(told, None)  # so many things stand between
        if rule.role == Role.PER and not (total is not None and per_unit(text, total, figure)):
            continue
        return rule.role, rule.name
    if figure.direction != Direction.NONE:
        return Role.CHANGE, "link.change"
    return Role.LEVEL, "link.level"


def _says_again(text: str, rule: LeadRule, figure: Figure, placed: Sequence[Placed]) -> bool:
    """Whether a figure says the one before it again, or the part of it before that."""
    if not placed:
        return False
    if says_again(text, rule.name, placed[-1].figure, figure):
        return True
    part = rule.name == "link.or" and len(placed) > 1 and _is_whole(placed[-1], placed[-2], figure)
    return part and says_again(text, rule.name, placed[-2].figure, figure)


def _base(placed: Sequence[Placed], figure: Figure, role: Role, rule: str) -> int:
    """Where the figure stands that one says again, or is an amount per unit of.

    It is the one before, or where that is only put in, the one before it: the level of "1.42 billion euros,
    up 340 million, equivalent to 2% of output", the part of "1,760 of the 4,100 loans, or 43 percent", the
    total of "a $1.26 billion contract for 42 trainers, or $30 million apiece".
    """
    base = len(placed) - 1
    if base > 0:
        last, earlier = placed[base], placed[base - 1]
        aside = role == Role.TWIN and _is_aside(last, earlier)
        part = rule in ("link.or", "link.beside") and _is_whole(last, earlier, figure)
        apiece = role == Role.PER and last.figure.kind == Kind.COUNT
        base -= aside or part or apiece
    twin = placed[base].role == Role.TWIN and not (role == Role.PER and placed[base].rule == WORTH)
    if twin and placed[base].figure.kind == figure.kind == Kind.MONEY:
        twin = placed[placed[base].base].figure.kind == Kind.MONEY  # "14%, worth HK$16 billion ($2 billion)"
    return placed[base].base if base > 0 and twin else base


WORTH = "link.things_worth"
"""What things are worth is an amount of its own: it can be so much each."""
OF_THE = Pattern(
    rf"^ (?:out )?of (?:(?:the |its |their |all |our )?(?:\p{{Lu}}[\p{{L}}.&-]*+ ){{0,2}}"
    rf"(?:[\p{{L}}.&-]++['\u2019]s? )?)?{HEDGE}$"
)


def _is_whole(whole: Placed, part: Placed, again: Figure) -> bool:
    """Whether a figure behind a whole says again the part before it, one of them as a share."""
    counts = whole.figure.kind == part.figure.kind == Kind.COUNT and again.kind in SHARES
    share = part.figure.kind in SHARES and again.kind == whole.figure.kind in (Kind.COUNT, Kind.QUANTITY)
    less = share and again.kind == Kind.COUNT and size(again) < size(whole.figure)
    return (counts or less) and OF_THE.match(whole.lead) is not None


UP = Pattern(rf"^, (?:up|down) {HEDGE}$")


def _is_aside(change: Placed, level: Placed) -> bool:
    """Whether a change is put in behind its level."""
    alike = (
        change.role == Role.CHANGE and level.role == Role.LEVEL and change.figure.kind == level.figure.kind
    )
    return alike and UP.match(change.lead) is not None


AND_PER = Pattern(rf"^(?: [\p{{L}}'\u2019.-]++){{0,3}},? (?:and|or) {HEDGE}$")


def _is_old_per_unit(lead: str, placed: Sequence[Placed], figure: Figure) -> bool:
    """Whether an amount a share stands beside the old total ("versus $8 billion and $1.98 a year ago")."""
    if not any(p.role == Role.PER for p in placed[-NEARBY:]) or AND_PER.match(lead) is None:
        return False
    total = placed[-1].figure
    alike = total.kind == figure.kind == Kind.MONEY and total.unit == figure.unit
    return alike and size(total) >= APART * size(figure) > 0


def _measured(text: str, share: Figure, figure: Figure) -> bool:
    """Whether a figure is what another is so many times, or so much of ("less than half the $9 of 1988")."""
    if share.kind == Kind.MULTIPLE:
        return True
    then = (IN_THE_PAST.match(text, figure.end) or IT_HAD.match(text, figure.end)) is not None
    return share.kind == Kind.RATIO and then and NO_NOUN.match(text, figure.end) is not None


IT_HAD = Pattern(r" (?:it|he|she|they|we|the company) had (?:feared|expected|planned|forecast|projected)\b")
NO_NOUN = Pattern(
    r",? (?:an?|at|he|in|it|last|of|on|one|she|the|they"
    r"|set aside|made|lost|paid|spent|sold|built|won|\p{Ll}{2,}ed)\b"
)
"""Behind a figure: its time, and not what else it is ("half the 13% peak reached in May")."""


COMES_FROM = Pattern(
    r" (?:of it |of that |more )?(?:coming|going|due|earmarked|set aside|reserved|devoted|allocated|to be"
    r"|financed|funded|paid|provided|met|covered|spent|in (?:cash|stock|equity))\b"
)


def _comes_from(text: str, figure: Figure) -> bool:
    """Whether a part is told of where it comes from or goes ("with 40 percent coming from the state")."""
    return figure.kind in (*SHARES, Kind.MONEY) and COMES_FROM.match(text, figure.end) is not None


def _can_be_old(text: str, rule: LeadRule, figure: Figure, lead: str, placed: Sequence[Placed]) -> bool:
    """Whether a figure can be an old value: none of its own change, and a second one only with its time."""
    if figure.kind == Kind.MULTIPLE:
        return rule.name == "link.old" and any(p.figure.kind == Kind.MULTIPLE for p in placed[-2:])
    if rule.name == "link.old" and placed and LIMIT.search(lead) is not None:
        return False
    if rule.name == "link.old_after" and placed and placed[-1].figure.kind == figure.kind:
        ways = {placed[-1].figure.direction, figure.direction}
        if len(ways - {Direction.NONE}) > 1 and "ing " in lead[lead.rfind(" after ") :]:
            return False  # "slipped 0.2% after rising 0.1% in May"
        rates = figure.kind == Kind.PERCENT or ways != {Direction.NONE}
        end = past_noun(text, figure.end) if rates else figure.end
        return IN_THE_PAST.match(text, end) is not None or (rates and AT_A_TIME.match(text, end) is not None)
    if rule.name == "link.old_then":
        then = IN_THE_PAST.match(text, figure.end)
        if then is None and text.startswith(")", figure.end):
            return bool(placed) and _is_of_last_year(placed[-1], figure)
        return then is not None and text.startswith(")", then.end())
    if rule.name == "link.old_than" and ON.match(lead) and not (placed and placed[-1].role == Role.CHANGE):
        return False
    if rule.name in ("link.old_than", "link.old_after"):
        of_then = rule.name == "link.old_than" and OF_THEN.search(lead) is not None
        of_then = of_then or (rule.name == "link.old_than" and IN_A_MONTH.match(text, figure.end) is not None)
        return bool(placed) and (of_then or IN_THE_PAST.match(text, figure.end) is not None)
    if rule.name != "link.old_too":
        return True
    before = placed[-1] if placed else None
    second = before is not None and before.role == Role.OLD and before.figure.kind == figure.kind
    return second and AT_A_TIME.match(text, figure.end) is not None


def _is_of_last_year(level: Placed, figure: Figure) -> bool:
    """Whether an amount alone in brackets is last year's of the one before ("earned 31.4p (28.2p)")."""
    new = level.figure
    alike = level.role == Role.LEVEL and (new.kind, new.unit, new.per) == (
        figure.kind,
        figure.unit,
        figure.per,
    )
    if not alike or figure.kind not in (Kind.MONEY, Kind.PERCENT) or figure.direction != Direction.NONE:
        return False
    least, most = sorted((size(new), size(figure)))
    return 0 < most <= BRACKETED * least


BRACKETED = 3
"""How many times as large one of two years' results may be, where only brackets tell them apart."""


ON = Pattern(r" on ")
OF_THEN = Pattern(rf"\b{TIME_OWNS} {HEDGE}$")
"""Before an old value that has its time before it ("less than last year's 7 million")."""
LIMIT = Pattern(
    r"\b(?:against|versus|compared with) "
    rf"(?:(?!(?:previous|earlier|prior|old|original|initial) ){WORDS}){{0,3}}"
    r"(?:covenant|limit|ceiling|cap|threshold|minimum|maximum|requirement|goal|target)s? of $"
    rf"|\bagainst (?:the |its |an? )?(?:[\p{{L}}.]++ ){{1,4}}at {HEDGE}$"
    r"|\b(?:against|versus|compared with) an? (?:marketed |indicated |price |expected )?range of $"
    rf"|\b(?:against|versus|compared with|from) an? {WORDS}{{0,2}}consensus(?: estimate)? of {HEDGE}$"
    r"|\b(?:against|versus|compared with|compared to|vs\.?) (?:an? |the )?"
    r"(?:average |mean |median )?(?:analysts?['\u2019]?s?|Wall Street['\u2019]s|economists['\u2019]) "
    rf"{WORDS}{{0,4}}of {HEDGE}$"
    rf"|\bfrom (?:\p{{Lu}}[\p{{L}}.&'\u2019-]*+ ){{1,5}}for {HEDGE}$"
)
"""Before what a figure is only measured by ("38%, against a covenant of 55%")."""


def family(figure: Figure) -> str | None:
    """The family of what a figure measures ("profit" of a loss), or its own name where it has none."""
    if figure.metric_name is None:
        return None
    return group_family(figure.metric_name) or figure.metric_name


def join(kind: LinkKind, first: Placed, second: Placed, rule: str) -> Link:
    """A link of two placed figures; its evidence spans both."""
    a, b = first.figure, second.figure
    span = Span(min(a.start, b.start), max(a.end, b.end))
    return Link(kind=kind, figures=(a.id, b.id), evidence=span, rule=rule)
