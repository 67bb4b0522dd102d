"""What each investor puts into a round: "The round was led by Calder, which put in $60 million"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.measures import alike_measure, can_be_part
from parsers.links.pieces import HEDGE, PUT_IN
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rests import FAR, IN_ALL
from parsers.links.rows import Line
from parsers.model import Kind, Link, LinkKind

LED_WITH = Pattern(
    rf"\b(?:led (?:(?:[^.;]{{2,50}} with|by) an?|with)"
    rf"|lead(?:s|ing)? the (?:lenders|investors|round|group) with) {HEDGE}$"
)
ROUND_BEHIND = Pattern(r" (?:[\p{L}-]++ ){0,3}?(?:round|fund-?raising)\b")
WROTE = Pattern(r"\b(?:wrote|writes?|writing|written) an? $")
CHECK = Pattern(r" (?:check|cheque)\b")
INCLUDED = Pattern(rf"(?i)\bincludes?d? {HEDGE}$")
FROM_SOMEBODY = Pattern(r" (?:each )?from \p{Lu}")
ROUND = Pattern(r"(?i)\b(?:(?:funding |financing )?round|series [a-h]|fund-?raising)\b")
RAISED = Pattern(
    r"(?i)\b(?:rais(?:e|es|ed|ing)|clos(?:ed|ing)|secur(?:ed|ing)|landed|collected|attracted) [^.;]{0,24}$"
)


EARLIER = Pattern(r"\b(?:after|since) (?:it|they|the company) (?:had )?rais(?:ed|ing) ")
"""Before what a round before this one raised."""
TO_A_ROUND = Pattern(rf"^ (?:to|in|into|towards?) (?:the|its|that|an?) {HEDGE}$")
"""Between what an investor gives and the round ("contributed $45 million to the $120 million round")."""


def put_into_rounds(lines: Sequence[Line], at: int) -> Iterator[Link]:
    """The amounts of a sentence that its investors put into the round that it speaks of."""
    line = lines[at]
    for item, all_of_it in pairwise(line.placed[:NEARBY]):
        given_to = TO_A_ROUND.match(all_of_it.lead) is not None and PUT_IN.search(item.lead) is not None
        given_to = given_to and ROUND_BEHIND.match(line.text, all_of_it.figure.end) is not None
        if given_to and can_be_part(item.figure, all_of_it.figure):
            yield join(LinkKind.PART_OF, item, all_of_it, "link.put_in")
    given = [p for p in line.placed[:NEARBY] if p.figure.kind == Kind.MONEY and is_put_in(line, p)]
    if not given:
        return
    before = [(line, line.placed[: line.placed.index(given[0])])]
    before += [(earlier, earlier.placed[:NEARBY]) for earlier in reversed(lines[max(0, at - FAR) : at])]
    raised = ((told, p) for told, placed in before for p in placed if _is_raised(told, p, given[0]))
    told, whole = next(raised, (line, None))
    if whole is None or not (told is line or _tells_of_a_round(told) or _tells_of_a_round(line)):
        return
    for item in given:
        if can_be_part(item.figure, whole.figure):
            yield join(LinkKind.PART_OF, item, whole, "link.put_in")


def _tells_of_a_round(line: Line) -> bool:
    return ROUND.search(line.text, line.span.start, line.span.end) is not None


def is_put_in(line: Line, item: Placed) -> bool:
    """Whether an investor gives the amount, or a round includes it "from" somebody."""
    if PUT_IN.search(item.lead) is not None or LED_WITH.search(item.lead) is not None:
        return True
    if CHECK.match(line.text, item.figure.end) is not None:  # "which wrote a $15 million check"
        return WROTE.search(item.lead) is not None
    return (
        INCLUDED.search(item.lead) is not None and FROM_SOMEBODY.match(line.text, item.figure.end) is not None
    )


def is_raised(lead: str) -> bool:
    """Whether the words before an amount tell that it was raised."""
    return RAISED.search(lead) is not None


def _is_raised(line: Line, whole: Placed, part: Placed) -> bool:
    """Whether an amount is what a round raised, and not all that was raised so far."""
    level = whole.role == Role.LEVEL and alike_measure(whole.figure, part.figure)
    round_of = ROUND_BEHIND.match(line.text, whole.figure.end) is not None
    if not level or not (round_of or is_raised(whole.lead)) or " total " in whole.lead:
        return False
    return IN_ALL.match(line.text, whole.figure.end) is None and EARLIER.search(whole.lead) is None
