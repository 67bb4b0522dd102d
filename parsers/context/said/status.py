"""Whether a figure is reported, estimated, forecast or aimed at."""

from __future__ import annotations

from parsers import lexicon
from parsers.context.draft import fill
from parsers.context.lists import listed_status
from parsers.context.rows.clauses import left_aside, outside
from parsers.context.rows.words import Row, known
from parsers.context.said.behind import FORESEEN, IS, expected_behind
from parsers.context.said.facts import is_fact
from parsers.context.said.polls import (
    MEANS,
    are_analysts,
    is_mean_estimate,
    is_put_now,
    is_reckoned,
    mean_of_analysts,
)
from parsers.context.said.since import told_since
from parsers.context.said.terms import is_agreed
from parsers.context.said.unforeseen import only_of_its_noun, tells_of_past
from parsers.lazy import Pattern
from parsers.model import Evidence, Figure, Kind, Status
from parsers.quick import Quick

REACH = 24
AHEAD = Pattern(r"(?r)A[^VBHWSFc;]{0,3}[VBHWXmxMCKk]?[^Scr;:]{0,14}\Z")
IS_TO = Pattern(r"(?r)Bt[VHWmBxCG][^VBHWSFcA;,]{0,4}\Z")
"""Before a figure that something "is to fall to"."""
JOINED = Pattern(r",&(?!t)[^F]{0,8}[VBHW]|,W|;|&[DiMxL]{1,4}[dT]?[VBHm]")


def with_status(row: Row, figure: Figure, place: int) -> Figure:
    """The figure with its status, and the word that gives it."""
    if is_fact(row, place) or (figure.kind == Kind.COUNT and figure.unit in known("contextwords.analyst")):
        return figure  # who expects something is counted, and not expected
    status, at = _before(row, place)
    before = row.tags[max(0, place - REACH) : place]
    if at < 0 and "A" in before and (ahead := AHEAD.search(before)) is not None:
        will = ahead.start() + max(0, place - REACH)
        if row.words[will].key not in known("contextwords.able") and not _may_have_been(row, will):
            status, at = Status.FORECAST, will
    if at >= 0 and _is_beside(row, at, place):
        return figure
    if at >= 0 and (theirs := _in_mind(row, place)) >= 0:
        status, at = Status.ESTIMATE, theirs
    if at < 0 and (coming := IS_TO.search(row.tags[max(0, place - 8) : place])) is not None:
        will = max(0, place - 8) + coming.start()
        acts = row.tags[will + 2] in "HmW" and row.keys[will + 2] not in FARES
        status = (Status.TARGET if acts else Status.FORECAST) if row.keys[will] in IS else status
        at = will if row.keys[will] in IS else at
    if at < 0:
        status, at = _told_elsewhere(row, figure, place)
    if at < 0 and (reckoned := is_reckoned(row, place)) >= 0:
        status, at = (Status.FORECAST if is_put_now(row, reckoned) else Status.ESTIMATE), reckoned
    if at < 0 and (listed := row.once(listed_status)) is not None:
        status, start, end = listed
        evidence = Evidence("status", start, end, f"status.{status}")
        return fill(figure, status=status, evidence=(*figure.evidence, evidence))
    if at >= 0:
        status = _as_analysts_say(row, at, place, status)
    if (
        status == Status.REPORTED
        or at < 0
        or (status == Status.FORECAST and is_agreed(row, figure, at, place))
    ):
        return figure
    word = row.words[at]
    evidence = Evidence("status", word.start, word.end, f"status.{status}")
    return fill(figure, status=status, evidence=(*figure.evidence, evidence))


def _told_elsewhere(row: Row, figure: Figure, place: int) -> tuple[Status, int]:
    """The word of expecting behind a figure, or the label of its line ("Outlook: ..."), and its status."""
    status, at = expected_behind(row, figure, place)
    label = LABELLED.match(row.tags) if at < 0 else None
    if label is None or row.keys[label.end() - 2] not in OUTLOOKS:
        return status, at
    return Status.FORECAST, label.end() - 2


LABELLED = Quick(r"[-*]?[xMTZ]{0,2}[MXx]:")
"""A label that a line begins with; what is foreseen under it stands in all its clauses."""
OUTLOOKS = ("outlook", "guidance", "forecast", "forecasts", "targets", "projections")


def _is_beside(row: Row, at: int, place: int) -> bool:
    """Whether a figure is of something else than the word of expecting before it: an aside, what has been."""
    if left_aside(row.tags, at, place) or joined(row, at, place) or told_since(row, at, place):
        return True
    between = row.tags[at:place]
    if WHO_HAS.search(between) is not None or NOW_DOES.search(between) is not None:
        return True
    if row.tags[place + 1 : place + 2] in ("X", "S") and row.tags[place - 1 : place] in tuple("&,;cq"):
        return True  # "19 economists expect a cut and 14 expect none"
    if HAS_BEEN.match(row.tags, place + 1) is not None and OF_A_NEW.search(between) is not None:
        return True  # "below the projection for 0.2%, and the annual rate of 2.5% was less than expected"
    return "," in row.tags[at:place] and OF_WHOM.search(row.tags[at:place]) is not None


WHO_HAS = Pattern(r"[KkN],r(?:[HmVW]|B(?![VWx]))[^,;ABHVWXSm]{0,6}\Z")
"""Before a figure told of who is named behind what is foreseen ("cuts at its bank, which has 40 sites")."""
NOW_DOES = Pattern(r"&BTx[no](?:F[&,])*\Z")
"""Before a figure of what is so by now ("plans to invest and is now operating in nine countries")."""
HAS_BEEN = Quick(r"V|B(?!d?X)")
"""Behind a figure: what it did, or was; not that it is expected."""
OF_A_NEW = Pattern(r"&[Di]x{0,2}[xM]{0,2}Moq*\Z")
"""Before a figure: what it is of begins another clause ("and the annual rate of")."""
OF_WHOM = Pattern(r"[NLPkK],(?:D|[NLE]'|T')[xLZMG]{0,4}[KkxR][^,;BAXSF]*[wo][^,;BAXSF]*\Z")
"""Before a figure told of a name by the way ("to merge with Calder, a maker with sales of $5 million")."""


def _in_mind(row: Row, place: int) -> int:
    """The word behind a figure that analysts had in mind, whatever else is foreseen before it."""
    if is_mean_estimate(row, place):
        return place + 1
    hit = FORESEEN.match(row.tags, place + 1) if "R" in row.tags[place + 1 : place + 4] else None
    if hit is None and (mean := mean_of_analysts(row, place)) >= 0:
        return mean
    return hit.start("x") if hit is not None and are_analysts(row, hit.start("who")) else -1


def _may_have_been(row: Row, at: int) -> bool:
    """Whether a modal verb guesses at the past or tells it ("may have led to", "could not hold, ending")."""
    if row.keys[at : at + 2] == ("could", "not") and PARTICIPLE.search(row.tags, at) is not None:
        return True
    key = row.keys[at + 2] if row.tags[at + 1 : at + 2] == "H" and at + 2 < len(row.keys) else ""
    past = key == "been" or key.endswith("ed") or key in known("contextwords.led")
    return past and row.words[at].key in known("contextwords.guesses")


PARTICIPLE = Pattern(r",[xWVm]")


def _before(row: Row, place: int) -> tuple[Status, int]:
    """The word of expecting before the figure in its clause, and the status that it gives."""
    for back in outside(row.tags, place, REACH):
        word = row.words[back]
        if _begins_anew(row, back, place):
            break
        found = lexicon.surfaces("contextwords.expect").find(word.key) if word.tag in "XWHSM" else ()
        if word.tag == "q" and word.key.endswith("estimated") and "F" not in row.tags[back:place]:
            return Status.ESTIMATE, back
        if word.tag == "N" and word.key.endswith(CONSENSUS) and "F" not in row.tags[back:place]:
            return Status.ESTIMATE, back
        aside = row.tags.rfind(",r", back, place) if word.tag == "M" else -1
        if aside >= 0 and "," not in row.tags[aside + 1 : place]:
            continue
        if _is_outdone_by(row, back, place) or (found and _is_left_behind(row, back)):
            continue
        if word.tag == "M" and OTHERWISE.search(row.tags[back:place]) is not None:
            continue
        if found and (_ends_another(row, back) or (word.tag == "M" and left_aside(row.tags, back, place))):
            continue
        if found and not tells_of_past(row, back) and not only_of_its_noun(row, back, place):
            return Status(str(found[0].get("status"))), back
        if word.tag == "S" and back < place - 1:
            break
    return Status.REPORTED, -1


def _begins_anew(row: Row, at: int, place: int) -> bool:
    """Whether another clause begins at a word, which what is expected before it says nothing of."""
    tag, key = row.tags[at], row.keys[at]
    if key == "that" and row.tags[at - 1] in "MG" and row.tags[at + 1] in "VBH":
        return True  # "short of estimates, on sales that rose 4%"
    if tag == ":":
        return TELLS.match(row.tags, at + 1, place) is not None  # "a rise was seen in the US: it sold 51,000"
    return tag in ";c" and key != "because"


TELLS = Pattern(r"(?:[NLKP]|D?[xK]|I)d?[VWHm]")
"""Behind a colon: who does something."""


def _is_left_behind(row: Row, at: int) -> bool:
    """Whether results are set against what was expected, and the figure is told behind that.

    ("exceeded expectations, with net income rising 4%", "short of what was hoped for and below the 5%")
    """
    apart = row.tags[at + 1 : at + 2]
    if not apart or apart not in ",&pc-w" or row.keys[at + 1] in ("by", "for"):
        return False
    if "F" in row.tags[max(0, at - 6) : at]:
        return False
    before = row.keys[max(0, at - 6) : at]
    what = "what" in before and row.tags[at] in "XW"
    noun = row.tags[at] == "M" and not known("contextwords.outdoing").isdisjoint(before)
    return what or (noun and "A" not in row.tags[max(0, at - 8) : at])


def _is_outdone_by(row: Row, at: int, place: int) -> bool:
    """Whether a figure is by how much an estimate was beaten or missed ("beating estimates by 2 cents").

    Or it is what came: "matched expectations at $2.26 billion, a 0.3% improvement".
    """
    by = row.keys[at + 1 : place - (row.tags[place - 1] == "q")] == ("by",) or row.keys[at + 1] == "at"
    return by and at > 0 and row.keys[at - 1] in known("contextwords.outdoing")


def _ends_another(row: Row, at: int) -> bool:
    """Whether a word of expecting tells what the figure before it is, and nothing of what is told next."""
    if row.tags[at] != "X" or not row.keys[at].endswith(("ed", "cast")):
        return False
    return ENDS_FIGURE.search(row.tags, max(0, at - 5), at) is not None


ENDS_FIGURE = Pattern(r"(?r)v[Dq]{0,2}FQ?\Z")
"""Before a word of expecting: what a result is set against ("$3 versus $2 expected, and sales of")."""


CONSENSUS = ("consensus estimate", "consensus estimates")
"""What the name of an estimate ends with ("the Calder Consensus Estimate of $5")."""
OTHERWISE = Quick(r"^Mo[^,]{0,4}F[Q]?,[^&vUf]")
"""Behind an estimate with its amount: something else is told ("above a consensus of $5 million, with")."""


FARES = frozenset(("have", "earn", "lose", "post", "get", "receive", "reach", "make", "become"))
"""What is not done on purpose: who "is to buy" has decided it, who "is to earn" has not."""


def _as_analysts_say(row: Row, at: int, place: int, status: Status) -> Status:
    """The status that a word of expecting gives, an estimate where analysts have it in mind."""
    mean = not MEANS.isdisjoint(" ".join(row.keys[at - 1 : at + 1]).split())
    if status == Status.FORECAST and mean and not row.keys[at].startswith("projection"):
        return Status.ESTIMATE  # "the $5 million average forecast"
    who = _by_analysts(row, at, place) if at < place else None
    if who is None:
        return status
    one = not row.keys[who].endswith("s") and status == Status.FORECAST and row.tags[at] in "AX"
    return Status.FORECAST if one else Status.ESTIMATE


def _by_analysts(row: Row, at: int, place: int) -> int | None:
    """The analysts that expect it: they stand behind that word, or before it with no party between."""
    for back in range(at - 1, max(-1, at - 9), -1):
        if are_analysts(row, back):
            return back
        if row.tags[back] in "IKP":
            break
    return next((i for i in range(at, place) if are_analysts(row, i)), None)


def joined(row: Row, at: int, place: int) -> bool:
    """Whether a new clause begins between a verb of expecting and the figure, or the verb only compares."""
    compares = any(w.key == "than" for w in row.words[max(0, at - 4) : at])
    hit = JOINED.search(row.tags[at:place])
    if hit is not None and row.tags[at] == "A" and row.keys[at + hit.end() - 1] in known("contextwords.bare"):
        hit = None  # "would end the year at 6%, and average 5%"
    return compares or hit is not None
