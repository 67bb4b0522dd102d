"""What a value of the sentence before becomes: "The sale will cut the ratio to 57%"."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.lazy import Pattern
from parsers.links.comparing import FEW_TIMES, comparable, of_one_unit
from parsers.links.leadrules import Role
from parsers.links.pieces import HEDGE
from parsers.links.placed import NEARBY, Placed, join
from parsers.links.rows import Line
from parsers.links.worded import Worded
from parsers.model import Link, LinkKind

BRINGS_TO = Pattern(
    r"^\W*(?:The|This|That|Its|These) [^,;.]{2,40}? (?:will|would|should|is to|are to) "
    r"(?:bring|cut|lower|push|take|lift|raise|reduce|trim|increase) (?:the|its|their|that) "
    rf"(?:\p{{L}}++ ){{0,2}}?(?P<what>\p{{Ll}}{{3,}})(?: (?:up|down|back))? to {HEDGE}$"
)
WHITTLED = Pattern(
    r"(?:has|have) (?:since )?(?:whittled|cut|reduced|trimmed|pared|raised|lifted|swelled|pushed|brought) "
    rf"(?:that|it|them|this)(?: (?:up|down|back))? to {HEDGE}$"
    r"|^\W*(?:(?:However|But|And|Since then|Now),? )?"
    r"(?i:that|this|it|these|they|the (?:figure|total|number|sum|rate)) (?:has|have|had|was|were)"
    r"(?: (?:now|since|already|later|then)){0,2}(?: been)?(?: (?:now|since|already|later))? "
    r"(?:whittled|cut|reduced|trimmed|pared|raised|lifted|swelled|brought|lowered|increased|widened|narrowed)"
    rf"(?: (?:up|down|back))? to {HEDGE}$"
)
WENT_TO = Worded(
    r"(?i)^\W*(?:(?:in|by|during) [^,;]{3,24}, )?"
    r"(?:that|this|the) (?:amount|figure|number|percentage|proportion"
    r"|rate|ratio|share|sum|tally|total) (?:(?:has|had) )?(?:<<directions.verb>>)(?: \p{Ll}++ly)? to "
    rf"{HEDGE}$"
)
"""Before what a value of the sentence before became ("In November, that figure jumped to")."""
BID_RAISED = Pattern(
    r"\b(?:sweeten|rais|boost|increas|lift|improv|upp|lower|reduc)(?:s|ed|es|ing) (?:its|the|their|that|his) "
    rf"(?:\p{{Ll}}++ )?(?:offer|bid|proposal) to {HEDGE}$"
)
"""Before a bid that took the place of one told in the sentence before."""
RIVAL = Pattern(r"(?i)\b(?:rival|competing|competitor|suitor|bidder|another|other)s?\b")
BID_OF = Pattern(rf"\b(?:offered|bid|bids?|offers?|proposed|proposal)(?: (?:of|to pay))? {HEDGE}$")


def goes_to(line: Line, before: Line) -> Iterator[Link]:
    """What a value of the sentence before will become, or has ("The sale will cut the ratio to 57%")."""
    item = line.placed[0]
    if item.role != Role.LEVEL or not line.follows(before):
        return
    told = BRINGS_TO.match(item.lead)
    bid = BID_RAISED.search(item.lead) is not None and RIVAL.search(item.lead) is None
    went = WHITTLED.search(item.lead) is not None or WENT_TO.search(item.lead) is not None
    if told is None and not bid and not went:
        return
    for p in before.placed[-NEARBY:]:
        like = comparable(p.figure, item.figure, FEW_TIMES) and of_one_unit(p, item)
        each = item.figure.per in (None, p.figure.per)
        like = like and (not bid or (each and BID_OF.search(p.lead) is not None))
        if p.role == Role.LEVEL and like and (told is None or _is_called(p, told["what"])):
            yield join(LinkKind.FROM_TO, p, item, "link.old_goes_to")
            return


def _is_called(item: Placed, what: str) -> bool:
    """Whether a word stands before a figure, or in what it measures."""
    return what in item.lead or (item.figure.metric is not None and what in item.figure.metric.text)
