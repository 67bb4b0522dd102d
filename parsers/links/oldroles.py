"""When a figure can be an old value, an old amount per unit, or a part that comes from somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.lazy import Pattern
from parsers.links.leadrules import LeadRule, Role
from parsers.links.measures import APART, SHARES, size
from parsers.links.pieces import HEDGE, OF_RESULT, TIME_OWNS, WORDS
from parsers.links.placed import NEARBY, Placed, family
from parsers.links.then import AT_A_TIME, IN_A_MONTH, IN_THE_PAST, past_noun
from parsers.links.worded import Worded
from parsers.metrics import group_family
from parsers.model import Direction, Figure, Kind, Status

AND_PER = Pattern(rf"^(?: [\p{{L}}'\u2019.-]++){{0,3}},? (?:and|or) {HEDGE}$")


def is_old_per_unit(lead: str, placed: Sequence[Placed], figure: Figure) -> bool:
    """Whether an amount a share stands beside the old total ("versus $8 billion and $1.98 a year ago")."""
    if not any(p.role == Role.PER for p in placed[-NEARBY:]) or AND_PER.match(lead) is None:
        return False
    total = placed[-1].figure
    alike = total.kind == figure.kind == Kind.MONEY and total.unit == figure.unit
    return alike and size(total) >= APART * size(figure) > 0


def measured(text: str, share: Figure, figure: Figure) -> bool:
    """Whether a figure is what another is so many times, or so much of ("less than half the $9 of 1988")."""
    if share.kind == Kind.MULTIPLE:
        return True
    then = (IN_THE_PAST.match(text, figure.end) or IT_HAD.match(text, figure.end)) is not None
    return share.kind == Kind.RATIO and then and NO_NOUN.match(text, figure.end) is not None


IT_HAD = Pattern(r" (?:it|he|she|they|we|the company) had (?:feared|expected|planned|forecast|projected)\b")
NO_NOUN = Pattern(
    r",? (?:an?|at|he|in|it|last|of|on|one|she|the|they"
    r"|set aside|struck|seen|done|made|lost|paid|spent|sold|built|won|\p{Ll}{2,}ed)\b"
)
"""Behind a figure: its time, and not what else it is ("half the 13% peak reached in May")."""


COMES_FROM = Pattern(
    r" (?:of it |of that |more )?(?:coming|going|due|earmarked|set aside|reserved|devoted|allocated|to be"
    r"|financed|funded|paid|provided|met|covered|spent|in (?:cash|stock|equity))\b"
)


def comes_from(text: str, figure: Figure) -> bool:
    """Whether a part is told of where it comes from or goes ("with 40 percent coming from the state")."""
    return figure.kind in (*SHARES, Kind.MONEY) and COMES_FROM.match(text, figure.end) is not None


CAUSE = Pattern(
    r"\b(?:result(?:ing|ed|s)|stem(?:ming|med|s)|aris(?:ing|es)|arose) from "
    rf"|\bfrom \p{{Lu}}[^;]{{2,60}} at an? (?:[\p{{L}}-]++ ){{0,3}}?(?:valuation|price|rate|cost) of {HEDGE}$"
    r"|\bfrom (?:an? |the )?(?:\p{Ll}++ )?(?:year|quarter|month|period)(?: (?:earlier|ago|before))?"
    rf" on (?:an? )?{HEDGE}$"
)
"""Where "from" tells what something comes of, or is of the time before ("rose from a year ago on a")."""
FROM_SALES = Pattern(
    rf"(?<!up |down |,)\bfrom (?:[\p{{Ll}}-]++ ){{0,2}}?(?:sales|revenues?|turnover) of {HEDGE}$"
)
"""Before the sales of a result."""
FROM_STOCK = Pattern(
    r"\bfrom (?:an?|its|the|their) (?:\p{Ll}++ )?"
    rf"(?:staff|work ?force|fleet|pool|payroll|network) of {HEDGE}$"
)
"""Before all of what some are taken from ("cut 1,500 positions from a workforce of 9,000")."""
THOSE_FROM = Pattern(
    r"\b(?:those|ones|some|others|another|and|buyers|visitors|investors) from (?:\p{Lu}[\p{L}-]++ ){1,2}$"
)
"""Before what others have who come from a place ("and those from France 21%")."""


OF_A_CHANGE = Pattern(rf"\b(?:an?|the) (?:[\p{{Ll}}-]++ ){{0,2}}?\p{{Ll}}++ of {HEDGE}$")
FOR_ANOTHER = Pattern(r" (?:for|by|among) (?:the )?(?:\p{Lu}|\p{Ll}++s\b|(?:[\p{Ll}-]++ ){1,3}as a whole\b)")
"""Behind how another moved ("compared with a gain of 24% for the S&P 500")."""


FORESEEN = Pattern(r" (?:analysts?['\u2019]? )?(?:consensus|f['\u2019]cast|ests?)\b")
"""Behind what analysts had in mind, which was never so ("cut to Y200 bln, vs Y275 bln consensus")."""
BUT_MOVED = Pattern(
    rf" (?:and|but|though) (?:still )?(?:up|down|off)(?: by)? {HEDGE}$"
    rf"| from (?:the )?(?:[\p{{L}}.-]++ ){{1,3}}(?:up|down|off) {HEDGE}$"
)
"""Before a change that is no old value ("up 46 percent from August but down 10 percent from")."""


IS_FROM = Pattern(
    rf"\b(?:far|away|is|are|was|were) from (?:the |its )?{HEDGE}$"
    rf"|\band [^,;]{{2,48}}\b(?:cut|lift|lower|raise|trim)(?:s|ed|ing)? it from (?:the )?{HEDGE}$"
)
"""Before how far something is from a value, or what another one acts on ("and others may cut it from 3%")."""
OF_MULTIPLES = ("link.old", "link.old_in_brackets")


def _tells_whence(lead: str, placed: Sequence[Placed]) -> bool:
    """Whether "from" tells what something comes of or the sales of a profit ("$4 from sales of $9")."""
    if CAUSE.search(lead) is not None or IS_FROM.search(lead) is not None:
        return True
    sold = bool(placed) and FROM_SALES.search(lead) is not None
    return sold and group_family(placed[-1].figure.metric_name) == "profit"


def _is_a_source(text: str, figure: Figure, lead: str) -> bool:
    """Whether "from" tells out of what money came ("drew $4 million from a $300 million credit line")."""
    return (
        lead.endswith((" from a ", " from an ", " from its ")) and SOURCE.match(text, figure.end) is not None
    )


SOURCE = Worded(r" (?:[\p{L}-]++ ){0,2}?<<contextwords.money_source>>\b")
"""Behind an amount: what it is the size of."""


def can_be_old(text: str, rule: LeadRule, figure: Figure, lead: str, placed: Sequence[Placed]) -> bool:
    """Whether a figure can be an old value: none of its own change, and a second one only with its time."""
    if figure.kind == Kind.MULTIPLE:
        return rule.name in OF_MULTIPLES and any(p.figure.kind == Kind.MULTIPLE for p in placed[-2:])
    if rule.name == "link.old" and placed and FROM_STOCK.search(lead) is not None:
        return placed[-1].lead.endswith(" to ")
    if rule.name == "link.old" and (_tells_whence(lead, placed) or _is_a_source(text, figure, lead)):
        return False
    if rule.name == "link.old" and placed and FOR_ANOTHER.match(text, figure.end) is not None:
        return OF_A_CHANGE.search(lead) is None
    bound = rule.name == "link.old" and placed and (LIMIT.search(lead) or THOSE_FROM.search(lead)) is not None
    bound = bound or (rule.name == "link.old" and FORESEEN.match(text, figure.end) is not None)
    if bound or (figure.direction != Direction.NONE and BUT_MOVED.search(lead)):
        return False
    if (
        rule.name == "link.old_after"
        and placed
        and (told := _comes_after(text, figure, lead, placed)) is not None
    ):
        return told
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
        of_then = of_then or (rule.name == "link.old_than" and THAT_THEN.match(text, figure.end) is not None)
        ahead = bool(placed) and placed[-1].figure.status != Status.REPORTED
        of_then = of_then or (ahead and EXPECTED_THEN.match(text, figure.end) is not None)
        again = OR_SO.match(text, figure.end) or PER_THING.match(text, figure.end)
        end = figure.end if again is None else again.end()  # "than $12 million, or $2 a share, a year ago"
        past = IN_THE_PAST.match(text, end) is not None or _is_rise_then(text, figure, lead)
        return bool(placed) and (of_then or past)
    if rule.name != "link.old_too":
        return True
    return _is_a_second(text, figure, placed)


def _is_rise_then(text: str, figure: Figure, lead: str) -> bool:
    """Whether it is by how much something moved at another time ("up on the $7.1 billion rise in May")."""
    end = past_noun(text, figure.end)
    return end > figure.end and UP_ON.search(lead) is not None and AT_A_TIME.match(text, end) is not None


UP_ON = Pattern(r"\b(?:up|down) on ")


def _is_a_second(text: str, figure: Figure, placed: Sequence[Placed]) -> bool:
    """Whether a figure behind an old value is another one, of a time of its own."""
    before = placed[-1] if placed else None
    if before is not None and before.role in (Role.PER, Role.TWIN) and len(placed) > 1:
        before = placed[-2]  # "from $198 million, or $1.02, a year ago and $187 million, or $0.97, in May"
    if before is None or before.role != Role.OLD or before.figure.kind != figure.kind:
        return False
    if figure.status != Status.REPORTED and GONE.match(text, figure.end) is None:
        return False  # "grow 1.2%, down from the 1.8% seen in May, and 1.6% in 2026"
    each = PER_THING.match(text, figure.end) or OR_SO.match(text, figure.end)
    ends = (figure.end, figure.end if each is None else each.end())
    return any(AT_A_TIME.match(text, end) is not None for end in ends)


OR_SO = Pattern(
    r",? or (?:\p{Sc}|Rs\.? ?|\p{Lu}{1,3}\p{Sc}? ?)?\d[\d.,]*+(?: (?:cents|pence|percent|per cent))?%?"
    r"(?: (?:an?|per)(?: \p{Ll}++){1,3})?,?(?= )"
)
"""Behind an old value: the same told in another way."""


def _comes_after(text: str, figure: Figure, lead: str, placed: Sequence[Placed]) -> bool | None:
    """Whether a figure behind "after" is of the time before, where the words there can tell."""
    percent = figure.kind == Kind.PERCENT
    past = IN_THE_PAST.match(text, figure.end) is not None
    if placed[-1].figure.kind != figure.kind:
        rate = next((p.figure for p in reversed(placed[-NEARBY:]) if p.figure.kind == Kind.PERCENT), None)
        end = past_noun(text, figure.end)
        risen = percent and end > figure.end and AFTER_SOME.search(lead) is not None
        if risen and rate is not None and rate.direction == figure.direction:
            return AT_A_TIME.match(text, end) is not None  # "rose 3% to $38, following a 2% rise in May"
        grown = percent and GROWTH_OF.search(lead) is not None
        if grown and rate is not None and {rate.direction, figure.direction} == set(MOVING):
            return False
        return past or AT_A_TIME.match(text, figure.end) is not None if grown else None
    if AFTER_THAT_OF.search(lead) is not None:
        return True  # "at 885p after yesterday's 870p close"
    if AFTER_BY.search(lead) is not None and placed[-1].role == Role.LEVEL:
        return False  # "rose by 700 to 6,200 after rising by 1,000 in May"
    doing = "ing " in lead[lead.rfind(" after ") :]
    if doing and {"profit", "revenue"} == {family(placed[-1].figure), family(figure)}:
        return False  # "revenue of $9 million, and a first profit after losing $1 million"
    ways = {placed[-1].figure.direction, figure.direction}
    # "took in $3 million after losing $1 million in May", "added 7,200 jobs after losing 3,500"
    money = figure.kind in (Kind.MONEY, Kind.COUNT)
    if not money and len(ways - {Direction.NONE}) > 1 and doing:
        return False  # "slipped 0.2% after rising 0.1% in May"
    rates = percent or ways != {Direction.NONE}
    end = past_noun(text, figure.end) if rates else figure.end
    if PEAKING.search(lead) is not None:
        return True
    if percent and AFTER_ALONE.match(lead) and text[figure.end : figure.end + 1] in ".,;":
        return True  # "quickened to 0.7% after 0.6%"
    told = (rates or doing) and AT_A_TIME.match(text, end) is not None
    return told or IN_THE_PAST.match(text, end) is not None


def _is_of_last_year(level: Placed, figure: Figure) -> bool:
    """Whether an amount alone in brackets is last year's of the one before ("earned 31.4p (28.2p)")."""
    new = level.figure
    bare = figure.kind == Kind.COUNT and figure.unit is None
    unit = new.unit if bare else figure.unit  # "8,420 employees (8,105)"
    alike = level.role == Role.LEVEL and (new.kind, new.unit, new.per) == (figure.kind, unit, figure.per)
    if not alike or figure.kind not in BY_YEAR or figure.direction != Direction.NONE:
        return False
    least, most = sorted((size(new), size(figure)))
    return 0 < most <= BRACKETED * least


BY_YEAR = (Kind.MONEY, Kind.PERCENT, Kind.COUNT, Kind.QUANTITY)
BRACKETED = 3
"""How many times as large one of two years' results may be, where only brackets tell them apart."""


PER_THING = Pattern(r" (?:an?|per) (?!year|month|week|day)\p{Ll}++")
PEAKING = Pattern(r"\bafter \p{L}++ing (?:out )?(?:at|with) [\p{L} ]{0,20}$")
MOVING = (Direction.INCREASE, Direction.DECREASE)
GROWTH_OF = Worded(rf"\bafter (?:\p{{L}}++ )?(?:growth|an? (?:<<directions.noun>>|surge)) of {HEDGE}$")
AFTER_THAT_OF = Pattern(rf"\bafter (?:{TIME_OWNS}|(?:yesterday|\p{{Lu}}\p{{Ll}}++day)['\u2019]s) {HEDGE}$")
AFTER_BY = Pattern(rf"\bafter \p{{Ll}}++ing by {HEDGE}$")
AFTER_SOME = Pattern(rf"\b(?:after|following) an? {HEDGE}$")
AFTER_ALONE = Pattern(rf"^ after {HEDGE}$")
ON = Pattern(r" (?:on|over) ")
OF_THEN = Pattern(rf"\b{TIME_OWNS} (?:{OF_RESULT} )?{HEDGE}$")
"""Before an old value that has its time before it ("less than last year's 7 million")."""
THAT_THEN = Pattern(
    r" (?:that|which) (?:it|they|he|she|we|\p{Lu}\p{L}++) \p{Ll}++ (?:in (?:19|20)\d\d|last|a year)\b"
)
EXPECTED_THEN = Pattern(
    r" (?:that |which )?(?:it|they|he|she|we|the company|the group) (?:had )?(?:first |previously )?"
    r"(?:expected|forecast|planned|predicted|estimated|projected|promised|foresaw|announced|targeted)\b"
)
"""Behind an older outlook ("plans to save $3.3 billion, more than the $3 billion it had forecast")."""
GONE = Pattern(r"[^.;,]{0,30}\b(?:ago|earlier|before|last|previous|previously|prior)\b")
LIMIT = Pattern(
    r"\b(?:against|versus|compared with) "
    rf"(?:(?!(?:previous|earlier|prior|old|original|initial) ){WORDS}){{0,3}}"
    rf"(?:covenant|limit|ceiling|cap|threshold|minimum|maximum|requirement|goal|target|norm)"
    rf"s? of {HEDGE}$"
    rf"|\bagainst (?:the |its |an? )?(?:[\p{{L}}.]++ ){{1,4}}at {HEDGE}$"
    r"|\b(?:against|versus|compared with) an? (?:marketed |indicated |price |expected )?range of $"
    rf"|\b(?:against|versus|vs\.?) (?:I/B/E/S )?(?:ests?\.?|view)(?: of)? {HEDGE}$"
    rf"|\b(?:against|versus|compared with|from) an? {WORDS}{{0,2}}consensus(?: estimate)? of {HEDGE}$"
    r"|\b(?:against|versus|compared with|compared to|vs\.?) (?:an? |the )?"
    r"(?:average |mean |median )?(?:analysts?['\u2019]?s?|Wall Street['\u2019]s|economists['\u2019]) "
    rf"{WORDS}{{0,4}}of {HEDGE}$"
    rf"|\bfrom (?:last|an?|the previous) \p{{L}}++(?: ago| earlier)? at {HEDGE}$"
    rf"|\b(?:far|away) from {WORDS}{{1,6}}?(?:target|goal|aim) of {HEDGE}$"
    r"|\b(?:comes?|came|coming|stems?|stemm(?:ed|ing)|deriv(?:es?|ed)|results?|resulted) from "
    rf"{WORDS}{{1,7}}?{HEDGE}$"
    rf"|\bfrom (?:\p{{Lu}}[\p{{L}}.&'\u2019-]*+ ){{1,5}}for {HEDGE}$"
    rf"|\bon (?:\p{{Ll}}++ )?(?:revenues?|sales|turnover) of {HEDGE}$"
    rf"|\b(?:revised|restated|rounded|reported|given) (?:\p{{Ll}}++ )?(?:from|as) {HEDGE}$"
    rf"|\bfrom {WORDS}{{1,5}}?for (?:an? |another )?(?:further|additional|extra|another) {HEDGE}$"
    r"|\b(?:gains?|income|profits?|proceeds|charges?|losses|revenues?|savings|benefits?|contributions?"
    r"|dividends|royalties|fees) from (?!an? |the |its |last )(?:\p{Ll}++ ){1,4}"
    rf"of {HEDGE}$"
    r"|^ (?:in|of) (?:\p{L}++ ){0,2}?(?:benefits?|gains?|income|proceeds|profits?|revenues?|sales|savings"
    rf"|synergies) (?:\p{{L}}++ )?from (?:the|its|this|that|an?) {HEDGE}$"
    r"|\b(?:against|versus|compared with) "
    r"(?:analysts?['\u2019]?s?|economists['\u2019]|market|forecasters['\u2019]) "
    rf"{WORDS}{{0,3}}of an? {HEDGE}$"
)
"""Before what a figure is only measured by ("38%, against a covenant of 55%")."""
