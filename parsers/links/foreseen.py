"""Older outlooks: what was foreseen once for the same time ("; it had forecast $5 million")."""

from __future__ import annotations

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.pieces import HEDGES
from parsers.links.placed import Placed
from parsers.links.worded import Cued
from parsers.model import Status

HEDGE = rf"(?>(?:\b(?:{HEDGES}) )*)"
"""The words that may stand right before a figure, where a pattern is read backwards from it."""
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}{0,6}\.?(?: \d{1,2})?"
NAME = r"\p{Lu}[\p{L}.&'\u2019-]{0,20}"
WHO = (
    r"(?:it|they|he|she|we|(?:the|its|their) (?:\p{Ll}[\p{Ll}-]{0,20} ){0,3}?\p{Ll}{1,20}|\p{Ll}{1,20}"
    rf"|{NAME}(?: {NAME}){{0,3}})"
)
OTHERS = r"(?!(?:analysts|economists|forecasters|traders|wall street|the street|investors) )"
CLAUSE = r"(?:\A\W*|[;,] (?:while |but |and )?|\b(?:while|but|and) )"
SOME = r"(?: (?!to )[\p{L}'\u2019.-]{1,24})"
EVER = r"(?:previously|earlier|originally|initially|once)"
HAD_FORESEEN = Pattern(
    rf"(?ri){CLAUSE}(?:(?:{EVER}|until now|before|in {MONTH}|as recently as [\w ]{{3,16}}|at first"
    rf"|\w{{1,12}} (?:months?|weeks?) (?:ago|earlier)),? )?"
    rf"{OTHERS}{WHO} (?:had(?: been)?|was|were|has)(?: (?:{EVER}|been)){{0,3}} "
    r"(?:seen|forecast|forecasting|projected|projecting|predicted|predicting|expected|expecting|estimated"
    r"|planned|planning|targeted|targeting|promised|anticipated|penciled in|pencilled in|budgeted|put it at"
    r"|(?:guided|called|looked|aimed|hoped|guiding|calling|looking|aiming|hoping) for)"
    rf"{SOME}{{0,6}}? {HEDGE}\Z"
)
"""Before what was foreseen once."""
OLD_OUTLOOK = Pattern(
    rf"(?ri)(?:\A\W*|[;,] (?:while |but |and |against )?)(?:the|its|his|her|their|an?|{NAME}['\u2019]s) "
    rf"(?:previous|earlier|prior|original|initial|old|last|{MONTH}) (?:\p{{Ll}}{{1,20}} )?"
    r"(?:forecast|estimate|target|guidance|outlook|projection|range|plan|goal|view|number|figure|one)s?"
    rf"(?:{SOME}{{0,4}}? (?:was|were|had been|called for|stood at|of)(?: for)?|, for) {HEDGE}\Z"
)
"""Before an older outlook ("Its May estimate was 7.4 million")."""
FORESEEN_THEN = Pattern(
    r"(?: an?| per)?(?: share)?(?: (?:that |which )?(?!(?:analysts|economists) )"
    r"(?:it|he|she|they|the (?:company|bank|group|government|ministry)|\p{Lu}\p{L}++)(?: had| was| were)?"
    rf" (?:{EVER} )?(?:been )?)?(?: {EVER})? ?"
    r"(?:seen|saw|forecast|projected|predicted|expected|estimated|planned|targeted|envisaged|budgeted|given"
    r"|penciled in|pencilled in"
    r"|(?:looking|aiming|hoping) for)(?: back)? "
    rf"(?:in (?:{MONTH}|\d{{4}})|last \p{{L}}++|an? \p{{L}}++ (?:ago|earlier)|earlier|previously|before"
    r"|\p{L}++ (?:months|weeks) (?:ago|earlier))"
)
"""Behind what was foreseen for the same time ("above the 2.2% seen in August")."""
ABOVE_THE = Pattern(
    r"(?r)(?:above|below|over|under|than|short of|against|from) "
    rf"(?:the|its|an? (?:earlier|previous)) {HEDGE}\Z"
)


HAD_SAID = Cued(
    rf"(?ri){CLAUSE}(?:(?:{EVER}|until now|before|in {MONTH}"
    rf"|\w{{1,12}} (?:months?|weeks?) (?:ago|earlier)),? )?"
    rf"(?:it|they|he|she|we) had (?:{EVER} )?(?:said|spoken of|talked of|put it at|called for) {HEDGE}\Z",
    "had ",
)
"""Before what was said once of what is to come ("; in July he had said $3")."""


HAVING_FORESEEN = Cued(
    rf"(?ri)[,;] having (?:{EVER} )?"
    r"(?:guided|forecast|predicted|said|expected|targeted|projected|estimated|planned|promised)"
    rf"{SOME}{{0,4}}?(?: to| for)? [\"\u201c]?{HEDGE}\Z",
    "having ",
)


def was_foreseen(text: str, item: Placed, lead: str) -> bool:
    """Whether a figure behind ``lead`` is what was foreseen before, for the same time."""
    if item.role == Role.LEVEL and (OLD_OUTLOOK.search(lead) or HAD_SAID.search(lead)):
        return True
    if item.role == Role.LEVEL and HAVING_FORESEEN.search(lead) is not None:
        return True
    if item.figure.status == Status.REPORTED:
        return False
    if item.role in (Role.LEVEL, Role.OLD) and ABOVE_THE.search(lead):
        return FORESEEN_THEN.match(text, item.figure.end) is not None
    return HAD_FORESEEN.search(lead) is not None
