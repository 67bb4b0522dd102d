"""How far behind a figure the time of it may stand: what keeps a time further on from it."""

from __future__ import annotations

from parsers.context.period.inall import leads_to_all
from parsers.context.period.onsales import on_sales
from parsers.context.period.others import is_passed
from parsers.context.period.times import moment_at
from parsers.context.rows.words import Row, known, says_again
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment


def ends_reach(row: Row, place: int, at: int, aside: bool) -> bool:
    """Whether what stands at a word behind a figure keeps times further on from it: a verb, an old value."""
    tag = row.tags[at]
    if tag == "f" and FROM_WHOM.match(row.tags, at) is not None:
        return False
    if _is_expected(row, place, at) or (tag == "F" and _is_beside_its_like(row, place, at)):
        return False
    if tag == "F":
        on = row.tags.rfind("p", place, at)
        goes_on = GOES_ON.search(row.tags[place:at]) is not None or (on > place and on_sales(row, on))
        return not goes_on and not _lasts_aside(row, at)
    if _is_done_then(row, place, at) or _is_worth(row, place, at) or _is_what_they_did(row, place, at):
        return False
    if tag == "X" and row.tags[at - 1] == "o":
        return False  # "85% of planned output for 2026"
    if tag in "fvc;SVBHWXmr" or row.tags[at : at + 2] == "wT":
        return not (tag in "fv" and is_passed(row, at))
    if tag == "," and row.tags.startswith("nT") and "".join(row.keys[at + 1 : at + 2]).endswith("ing"):
        return C_FOR.match(row.tags, at) is not None
    if (tag == "," and (leads_to_all(row, at) or _is_after_doing(row, at))) or _is_for_doing(row, place, at):
        return True
    if tag == "&":
        if row.tags[at + 1 : at + 2] == "M" and OF_ITS_TIME.search(row.tags[:place]) is not None:
            return True
        if row.tags[at - 1] == "," and not says_again(row.words[at].key):
            return True
        return row.tags[at + 1 : at + 2] == "x" and row.words[at + 1].key.endswith("ed")
    return (tag == "," and aside) or (tag == "(" and row.tags[at + 1 : at + 2] != "F")


def _is_after_doing(row: Row, at: int) -> bool:
    """Whether a pause leads to what was done before ("for $5, after failing to sell it this year")."""
    return row.keys[at + 1 : at + 2] in AFTER and "".join(row.keys[at + 2 : at + 3]).endswith("ing")


def _is_for_doing(row: Row, place: int, at: int) -> bool:
    """Whether what an amount is paid for begins ("fined $85 million for failing to act in 2012")."""
    right = at == place + 1 and row.tags[at] == "p" and row.keys[at] in ("for", "over")
    return right and "".join(row.keys[at + 1 : at + 2]).endswith("ing")


def _is_beside_its_like(row: Row, place: int, at: int) -> bool:
    """Whether another amount stands between a figure and the time of both.

    So in "$5 more than the $9 expected in May", "spent $5 buying 9 in May".
    """
    between = row.tags[place + 1 : at]
    if between in ("x", "W", "xq", "Wq"):
        return row.keys[place + 1].endswith("ing")
    return between in ("q", "qD") and EXPECTED_IN.match(row.tags, at + 1) is not None


def _is_expected(row: Row, place: int, at: int) -> bool:
    """Whether a word says that a figure, or one beside it, was expected ("$5 more than expected in May")."""
    if row.tags[at] not in "XWx":
        return False
    if row.tags[place + 1 : at] == "q":
        return row.tags[at] == "X"
    return row.tags[at - 1] == "F" and at > place + 2 and _is_beside_its_like(row, place, at - 1)


EXPECTED_IN = Pattern(r"[XWx][np]T")
FROM_WHOM = Pattern(r"fD?[xKR]{0,3}[NP](?:,?&?D?[xK]{0,2}[NP]){0,4}(?=[npa]?D?T)")
"""From whom an amount came, before its time ("raised $5 million from Norvik and Calder in May")."""
AFTER = (("after",), ("before",), ("following",))


def _lasts_aside(row: Row, at: int) -> bool:
    """Whether a length of time stands in an aside, behind which the time follows.

    So in "to 5.8%, its first rise in nine years, in May".
    """
    length = row.words[at].ref
    if not isinstance(length, Figure) or length.kind != Kind.DURATION or row.tags[at + 1 : at + 4] != ",nT":
        return False
    return ASIDE.search(row.tags[max(0, at - 8) : at]) is not None


ASIDE = Pattern(r"(?r),[iD][xCMG]{1,4}[np]q*\Z")


def has_its_own(row: Row, place: int) -> bool:
    """Whether right behind a value stands when that was ("a 1% fall seen in May", "a 1% fall in May")."""
    if OF_ITS_OWN.match(row.tags, max(0, place - 1)) is not None:
        return True
    return any(_is_done_then(row, place, at) for at in range(place + 1, min(place + 5, len(row.tags))))


def whose_change(row: Row, place: int) -> Moment | None:
    """The time whose change a figure is ("the first quarter's 13% rise")."""
    if row.tags[max(0, place - 2) : place + 2] not in ("T'FC", "T'FG"):
        return None
    moment = moment_at(row, place - 2)
    return moment if moment is not None and moment.first is not None else None


OF_ITS_OWN = Pattern(r"DF[CG]nT")
"""A change with its time ("followed a 0.3% contraction in the final quarter")."""


def _is_done_then(row: Row, place: int, at: int) -> bool:
    """Whether a participle right behind a value or what is counted tells when that was.

    So in "the peak of 43% seen in May", "900 cars bought last month".
    """
    if row.tags[at] not in "HBWX" or row.keys[at] not in known("contextwords.done"):
        return False
    if row.tags[at + 1 : at + 2] == "T":
        return at == place + 1 or (at <= place + 3 and set(row.tags[place + 1 : at]) <= set("xMG"))
    if EACH_DONE.match(row.tags, place + 1) is not None:
        return True
    if row.tags[at + 1 : at + 3] not in ("nT", "pT"):
        return False
    risen = (
        set(row.tags[place + 1 : at]) <= set("xCGM") and row.tags[at - 1] in "CG"
    )  # "a 1% fall seen in May"
    return at <= place + 4 and risen if at > place + 1 else row.tags[place - 1] in "oq"


def _is_what_they_did(row: Row, place: int, at: int) -> bool:
    """Whether a word is of what those counted at the head of a clause did ("40 shops shut down in 2026")."""
    figure = row.words[place].ref
    if not isinstance(figure, Figure) or figure.kind is not Kind.COUNT or figure.unit is None:
        return False
    hit = THEY_DID.match(row.tags, place + 1)
    return hit is not None and at < hit.end() and HEAD.search(row.tags, max(0, place - 4), place) is not None


THEY_DID = Pattern(r"[xM]{0,2}[HBd]{0,3}[WVm][Ud]{0,2}(?:[pna]D?[xNL]{1,3}){0,2}[np]?(?=T)")
HEAD = Pattern(r"(?r)(?:^[xMN]{0,2}|[;\"Sc]|,&)D?q{0,2}\Z")
EACH_DONE = Pattern(r"(?:px|Q)[WHBX]d?nT")
"""Behind an amount: of which time it is, for each of which it is ("229,000 per month created in 2015")."""


def _is_worth(row: Row, place: int, at: int) -> bool:
    """Whether a verb tells what was done with that of which a figure is the worth.

    So in "goods worth $7 million were shipped in May".
    """
    worth = "worth" in row.keys[max(0, place - 2) : place]
    return worth and WAS_DONE.fullmatch(row.tags, place + 1, at + 1) is not None


WAS_DONE = Pattern(r"Bd?[xWHV]?")
OF_ITS_TIME = Pattern(r"(?r)(?<![nopf]D?)T[xMG]{0,2}[MG]oq*\Z")
"""Before a result whose name has its time, where the next has another ("third-quarter net of $4 million")."""
C_FOR = Pattern(r",x[^F,;]{0,4}[CG][np]T")
"""A clause that tells what a value of another time means for a change ("giving a rise for May of 6%")."""
GOES_ON = Pattern(r"(?r)(?:,?&q*|\(q*|[MG]oq*|[ta]q*|o(?:i|D?[KNkxL]{1,3}')q*)\Z")
