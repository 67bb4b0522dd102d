"""What stands behind a figure and says that it is foreseen ("the $5 million that analysts expected")."""

from __future__ import annotations

from parsers import lexicon
from parsers.context.rows.words import Row, known
from parsers.context.said.polls import are_analysts, mean_of_analysts
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Status
from parsers.quick import Quick

GOES_TO = Pattern(
    r"Q?(?:oI|oD?[xNLMEZi'k]{1,4})?(?:,[^,;FVBHAWXS]{1,10},)?d?(?P<will>A|B(?=tB?[VWHmx](?!F)))"
)
"""Behind a figure that is a subject: "$5 million of the money will go to", "is to be spent"."""

IS_EXPECTED = Quick(r"Q?(?:oI|oD?[xNLMEZi'k]{1,4})?Bd?(?P<x>X)(?=t|[,;pnT]|\Z)")
RISE_EXPECTED = Pattern(r"(?:[CG](?:[no]D?[xM]{1,3})?)?(?:[np]?D?T)?[BA]{1,2}d?(?P<x>[XM])(?=[,;:.pnT]|\Z)")
"""Behind a change that has not come: "a 3% rise is expected", "growth of 3% next year is forecast"."""
FOR_THEN = Quick(r"[xCMG]{0,2}?(?P<x>[XM])[np]D?T")
"""Behind a figure: "growth of 4% expected in 2025"."""
ITS_FORECAST = Pattern(r"Q?[xRTMNE]{0,3}(?P<x>[MX])(?=[,;:.)ptnofw&]|[xW]p|\Z)")
ITS_RANGE = Pattern(r"Q?(?P<x>[MX])(?=M(?:[,;:.)ptnofw&]|\Z))")
"""Behind figures: "within the 3.5 to 4.3 percent forecast range of"."""
OF_ANALYSTS = Pattern(r"[opf][xR]")
FORESEEN = Pattern(
    r"(?:[CGMV](?=[DrR]))?(?:rDx?|[Dr])?(?P<who>[INKRE])(?:(?:[xW]?p|a)[NEL])?(?:(?:HB?|B)?(?P<x>X)|H(?P<x>S))"
)
"""Behind a figure: "the $5 million analyst consensus", "the $5 million it had targeted"."""

EXPECTED_BY = Quick(r"Q?[CGM]?(?P<x>[XMS])pD?x{0,2}R?(?P<who>[xRNPKLE])")
"""Behind a figure: "the $1.05 expected by analysts", "the 3% rise forecast by the central bank"."""

SET_AGAINST = Quick(r"Q?(?P<x>X)(?=[,;.)&NMLxT]|\Z)")
VERSUS = Pattern(r"(?r)v[Dq]{0,2}\Z")
"""About a figure that a result is set against: "vs. 41 cents expected"."""

RECKONED = Quick(r'[^;"F]{0,20},D?[xR]{0,2}[NKPIRx](?P<x>X)(?=[,;"]|\Z)')
"""Behind a figure, at the end: ", the company estimates"."""

THEIR_ESTIMATE = Quick(r"[xMoD]{0,5}(?P<who>[xR])'?(?P<noun>[XM])")
"""Behind a figure: "the $5 million average of analysts' estimates"."""

IS = ("is", "are")


def expected_behind(row: Row, figure: Figure, place: int) -> tuple[Status, int]:
    """The word of expecting behind a figure that is a subject, or that analysts made."""
    behind = row.tags[place + 1 :]
    will = GOES_TO.match(row.tags, place + 1) if "A" in behind or "Bt" in behind else None
    if will is not None and row.tags[will.start("will")] == "B" and row.keys[will.start("will")] not in IS:
        will = None
    if will is not None and figure.kind not in (Kind.DURATION, Kind.RANK):
        return Status.FORECAST, will.start("will")
    if "X" not in behind and "M" not in behind and "HS" not in behind and "Sp" not in behind:
        return Status.REPORTED, -1
    return _foreseen_behind(row, place, behind) or _told_behind(row, place)


def _foreseen_behind(row: Row, place: int, behind: str) -> tuple[Status, int] | None:
    """What a word of expecting right behind a figure makes of it ("the $5 million analyst consensus")."""
    its = row.tags[place - 1 : place] in ("D", "q", "v")
    for pattern in (
        *((ITS_FORECAST, ITS_RANGE) if its else ()),
        *((FORESEEN,) if "X" in behind or "HS" in behind else ()),
    ):
        hit = pattern.match(row.tags, place + 1)
        if hit is None:
            continue
        key = row.words[hit.start("x")].key
        if row.tags[hit.start("x") - 1] == "B" and not key.split()[0].endswith("ing"):
            continue  # "the 4% that regulators are expected to demand"
        found = lexicon.surfaces("contextwords.expect").find(key)
        if found and pattern is FORESEEN and row.tags[hit.start("who")] in ("R", "E"):
            return Status.ESTIMATE, hit.start("x")
        of_analysts = pattern is ITS_FORECAST and OF_ANALYSTS.match(row.tags, hit.end()) is not None
        if found and of_analysts and are_analysts(row, hit.end() + 1):
            return Status.ESTIMATE, hit.start("x")
        if found and not (pattern is not FORESEEN and key.endswith("ed")):
            return Status(str(found[0].get("status"))), hit.start("x")
    return None


def _told_behind(row: Row, place: int) -> tuple[Status, int]:
    """That word where others than the party that tells expect it, or where it ends what is told."""
    expected = IS_EXPECTED.match(row.tags, place + 1)
    if expected is not None:
        return Status.FORECAST, expected.start("x")
    risen = RISE_EXPECTED.match(row.tags, place + 1) if _is_any(row, place) else None
    if risen is not None and lexicon.surfaces("contextwords.expect").find(row.keys[risen.start("x")]):
        return Status.FORECAST, risen.start("x")
    then = FOR_THEN.match(row.tags, place + 1)
    if then is not None and row.keys[then.start("x")] in known("contextwords.foretold"):
        return Status.FORECAST, then.start("x")
    if (by := expected_by(row, place)) is not None:
        return (Status.ESTIMATE if are_analysts(row, by[1]) else Status.FORECAST), by[0]
    set_against = SET_AGAINST.match(row.tags, place + 1) if "v" in row.tags[:place] else None
    if set_against is not None and VERSUS.search(row.tags, 0, place) is not None:
        return Status.ESTIMATE, set_against.start("x")
    reckons = RECKONED.match(row.tags, place + 1)
    if reckons is not None:
        found = lexicon.surfaces("contextwords.expect").find(row.words[reckons.start("x")].key)
        return (Status(str(found[0].get("status"))), reckons.start("x")) if found else (Status.REPORTED, -1)
    if (mean := mean_of_analysts(row, place)) >= 0:
        return Status.ESTIMATE, mean
    theirs = THEIR_ESTIMATE.match(row.tags, place + 1)
    if theirs is not None:
        noun = theirs.start("noun")
        if row.words[noun].key in known("contextwords.estimating") and are_analysts(row, theirs.start("who")):
            return Status.ESTIMATE, noun
    return Status.REPORTED, -1


def expected_by(row: Row, place: int) -> tuple[int, int] | None:
    """The word behind a figure that says that it was foreseen, and by whom it was."""
    by = EXPECTED_BY.match(row.tags, place + 1)
    if by is None or row.keys[by.end("x")] != "by":
        return None
    at, who = by.start("x"), by.start("who")
    if row.keys[at] not in known("contextwords.foretold contextwords.thought"):
        return None
    return (at, who) if row.tags[who] != "x" or are_analysts(row, who) else None


def _is_any(row: Row, place: int) -> bool:
    """Whether a change is one of several that may come ("a 3% rise", "growth of 3%"), not "the 3% rise"."""
    at = place - 1
    while at > 0 and row.tags[at] == "q":
        at -= 1
    return row.keys[at] in ("a", "an") or row.tags[max(0, at - 1) : at + 1] in ("Co", "Go", "Mo")
