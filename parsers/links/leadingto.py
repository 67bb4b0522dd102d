"""The level behind a change that leads to it: "rose 7% to $5 million", "fell 5%, or 22 points, to 400"."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.context.joined import BASIS
from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import SHARES, fits
from parsers.links.pieces import HEDGE, WORDS
from parsers.links.placed import Placed
from parsers.links.worded import Worded
from parsers.model import Kind

STANDS = "rate|pace|level|total|record|midpoint|average"
TO = Pattern(
    rf"\b(?:to|at) (?:{WORDS}{{0,3}}?|an? (?:[\w-]++ ){{0,5}}?"
    rf"(?:{STANDS}|high|low|peak|close|finish) of ){HEDGE}$"
)
ACTED_ON = r" (?:its|their|the) (?:[\p{L}-]++ ){0,3}[\p{L}-]++,"
DIRECT_TO = Pattern(
    rf"^(?: [\p{{L}}-]++|{ACTED_ON}| an? \p{{L}}++(?: (?:on )?\p{{L}}{{2,7}}day)?)?,?(?: down| up)?"
    rf" to {HEDGE}$"
    rf"|^ from (?:last|the previous|an?) \p{{L}}++(?: ago| earlier)?,? (?:to|at) {HEDGE}$"
)
# What stands between a change and its level may say when ("fell 5% in the year to May, to $2 million"),
# or what it brings about ("added $5 million to reserves, raising them to $9 million").
RATE = rf"(?:an? {WORDS}{{0,5}}?(?:rate|pace|level|total|record|average) of |{WORDS}{{0,4}}?)"
LATE_TO = Worded(
    rf"^(?>(?: <<directions.noun>>)?)"
    rf" (?:in|for|during|over|from|on|against|at constant|compared (?:with|to)) [^,;]{{1,80}}"
    rf"(?:, [^,;]{{2,60}} (?:said|says|reported|showed)[^,;]{{0,16}})?, to {RATE}{HEDGE}$"
    r"|^ (?:ahead of|behind|above|below|(?:more|less|fewer|higher|lower) than) [^,;]{1,60}, "
    rf"(?:at|to) {RATE}{HEDGE}$"
    rf"|^ (?:this \p{{L}}++|last \p{{L}}++|since [^,;]{{2,24}}), to {RATE}{HEDGE}$"
    rf"|^ (?:higher|lower|up|down|weaker|stronger)(?: [^,;]{{1,40}})?, at {RATE}{HEDGE}$"
    r"|^(?: [^,;]{1,60}|, (?:its|the|an?) [^,;]{1,60}| [^,;]{1,60}, (?:its|the|an?) [^,;]{1,60}), "
    r"(?:bringing|lifting|taking|<<directions.act|directions.verb>>) "
    r"(?!(?:\p{L}++ ){0,2}?(?:gains?|loss(?:es)?|advance|declines?|rise)\b)"
    rf"{WORDS}{{1,5}}"
    rf"(?:to|past|above|over) (?:between )?{HEDGE}$"
    r"|^ (?:[^,;]{1,60}, )?(?:closing|ending|finishing|landing|settling|trading) "
    rf"(?:\p{{L}}++ ){{0,3}}?(?:at|with) {HEDGE}$"
    r"|^ compared (?:with|to) the (?:previous|prior|preceding|same|year-ago|year-earlier) [\p{L} ]{3,40}? "
    rf"to {RATE}{HEDGE}$"
    r"|^ (?:increase|rise|raise|cut|reduction|decrease) (?:in|to) (?:its|the) [^,;]{3,40}, "
    rf"to {RATE}{HEDGE}$"
    rf"|^(?: [^,;]{{1,40}})?, (?:its|the|an?) [^,;]{{3,60}}, to "
    rf"(?:(?:close|end|finish|settle|trade|stand)(?: \p{{L}}++)? at )?{RATE}{HEDGE}$"
    rf"|^(?: [^,;]{{1,60}})?(?: and|,) (?:reached|reaching|hit|hitting|totaled|totalled|totaling|came to"
    rf"|topped|topping|passed|passing|(?:now )?averages|averaged|now (?:stands at|totals?|numbers?)) {HEDGE}$"
)
YIELDS = Pattern(r"\byields?\b")
"""What a bond yields is no level of its price ("fell half a point to yield 7.92%")."""
RESTATES = Pattern(
    rf"^(?:(?: an?| per)? [\p{{L}}-]++| (?:{BASIS}))?"
    rf"(?:,? or |,? and |, (?:up |down )?| \(){HEDGE}$"
)
"""Between a change and the same one in other words ("fell 508 points, or 22.6%, to 1738.74")."""
THEN_WAS = Pattern(
    r"^(?: (?:in|over|from|on|for|since) [^,;]{1,40})?, (?:was|were|came to|reached|totaled"
    r"|totalled|is(?: now)?"
    r"|(?:stood|stands|closed|ended|finished|settled|traded)(?: [\p{L}'\u2019]++){0,2}? at) "
    rf"{HEDGE}$"
)
PUT_IN = Worded(
    rf", (?:(?:up|down)(?: by)?|an? <<directions.noun>> of) {HEDGE}$"
    rf"|, (?:which|that) (?:(?:has|have|had) )?(?:<<directions.verb>>)(?: by)? {HEDGE}$"
)
"""Around a change that is put in before its level ("revenue, up 39%, was $14 billion")."""
APART = Pattern(
    r"^[^;]*;|^, (?:while|but|whereas|as) |^,? and (?:those|that) "
    r"|^[^;]{0,80} that (?:refuses|remains|stays) "
    r"|^[^;]*\b(?:equal|equivalent|according|due|thanks|compared) to "
    r"|^[^;]{0,60} and (?:\p{L}++ )?(?:plans?|expects?|hopes?|wants?|intends?|aims?|agreed|decided) to "
    r"|^[^;]{0,60},? and (?:also )?to (?!(?:an?|the|about|around|almost|nearly|just|over|some)\b)\p{Ll}++ "
    r"|^[^;]{0,60} and (?:is|are) (?:expected|forecast|projected|likely|set|seen) to "
    r"|^[^;]{0,60} (?:and|while|but) (?:[\p{L}\p{N}'\u2019./&-]++ ){1,7}?(?:[\p{L}]++ )?"
    r"(?:flat|unchanged|steady|little changed|stable|level) "
    r"|^, and (?:(?!now |then |so )[\p{L}'\u2019-]++ ){1,4}?(?:came|was|were|stood|stands|is|are) "
)
AFTERWARDS = Pattern(
    r" (?:after|(?<!(?:year|month|week|quarter) )before|since (?:[\p{L}'\u2019]++ ){2,8}at) "
)
FEWER_AT = Pattern(r"^ fewer than [^,;]{1,40}, at ")
"""Before the price of what there were fewer of ("31 per cent fewer than a year ago, at $287 each")."""
AND_DOES = Worded(
    r"^,? and (?:<<directions.act|directions.verb>>|narrow(?:s|ed)?|widen(?:s|ed)?) (?:the|its) "
    r"|^[^;]{0,60} and (?:<<directions.act>>|cuts?|trim(?:s|med)?) "
    r"(?!by |to |further |again |back |up |down |\p{Ll}+ly )(?:[\p{Ll}-]++ ){1,4}to "
    r"|^(?: (?:in|last|next|on|this) [\p{L}\d ]{2,20}?)?,? and (?:that )?(?!then |by |later )"
    r"(?:(?:\p{Ll}[\p{Ll}-]*+|\p{Lu}[\p{L}.&'\u2019-]++(?<!['\u2019])) ){1,5}?"
    r"(?:(?:will|would|could|had|has|have) )?(?:(?:<<directions.verb>>|moderate) to "
    r"|(?:<<directions.act>>) (?:its|their|the) (?:[\p{Ll}-]++ ){1,4}to )"
)
"""Before the level of another move ("raises spending by a third and narrows the deficit to 2%")."""


def level_behind(placed: Sequence[Placed], at: int) -> Placed | None:
    """The level that a change leads to: "rose 7% to X", "fell 508 points, or 22.6%, to X"."""
    each = False
    for following in placed[at + 1 : at + 4]:
        of_each = FOR_EACH.match(following.lead) is not None
        each = each or of_each
        by_the_way = following.figure.kind == Kind.DURATION != placed[at].figure.kind
        if by_the_way or of_each:
            continue  # "has doubled in 18 months and stood at", "$8.75 for each $1,000"
        level = following.role in (Role.LEVEL, Role.PART) and not _is_place(following)
        if YIELDS.search(following.lead) is not None and not _is_of_a_yield(placed, at):
            return None
        if level and DIRECT_TO.search(following.lead):
            return following
        if (
            FEWER_AT.match(following.lead)
            or AFTERWARDS.search(following.lead)
            or AND_DOES.match(following.lead)
        ):
            return None
        near = (
            TO.search(following.lead)
            and "," not in following.lead.rstrip(", ")[2:]
            and not APART.match(following.lead)
            and not _is_place(following)
        )
        put_in = PUT_IN.search(placed[at].lead) is not None and THEN_WAS.match(following.lead) is not None
        put_in = put_in or (each and FACE_TO.match(following.lead) is not None)
        if level and (near or put_in or LATE_TO.search(following.lead)):
            return following if fits(placed[at].figure, following.figure) else None
        restates = following.figure.kind == Kind.PERCENT or placed[at].figure.kind in SHARES
        restates = restates or (following.role == Role.TWIN and placed[following.base] is placed[at])
        restates = restates and RESTATES.search(following.lead) is not None
        if following.role != Role.OLD and not (following.role in (Role.CHANGE, Role.TWIN) and restates):
            return None
    return None


def _is_place(item: Placed) -> bool:
    """Whether something moved at so many places ("fell 0.9% at the 212 stores")."""
    things = item.figure.kind == Kind.COUNT and item.figure.unit is not None
    return things and AT_THE.search(item.lead) is not None


AT_THE = Pattern(rf" at (?:the|its|their|all) {HEDGE}$")
FACE_TO = Pattern(rf"^(?: \p{{L}}++){{1,4}}, to {HEDGE}$")
FOR_EACH = Pattern(r"^ (?:for each|for every|per|on each|on every) $")


def _is_of_a_yield(placed: Sequence[Placed], at: int) -> bool:
    """Whether a change is one of a yield: in basis points, or told so."""
    figure = placed[at].figure
    return figure.unit in ("basis point", "percentage point") or YIELDS.search(placed[at].lead) is not None
