"""Which words of a sentence act: where a subject stands, and who is only named beside one."""

from __future__ import annotations

from itertools import pairwise

from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Phrase
from parsers.values import record

SUBJECT_EDGE = Pattern(
    r"(?r)(?:^|[,;c:\"&r(w-]|[SX]D?|Ix|T|(?<![BA])d)[Dixq]{0,3}(?:[NLKPx]'|(?<=D)N(?=[xRMKEZL]))?[xRMKEZLk]{0,4}\Z"
)


@record
class Found:
    """A subject: its words, the words that point at it where it is inferred, and the rule."""

    phrase: Phrase
    rule: str
    seen: Phrase | None = None


def acts_as_party(tags: str, at: int) -> bool:
    """Whether a place at ``at`` acts or speaks ("Brazil, the largest grower, said")."""
    if (
        tags[at - 1 : at] == ","
        and LED_IN.match(tags[:at]) is None
        and LISTED_BEFORE.search(tags[:at]) is None
    ):
        return False
    if tags[at - 1 : at] == "o" and MAKER_OF.search(tags[:at]) is not None:
        return False
    if tags[at - 1 : at] == "w" and ITS_WITH.search(tags[:at]) is not None:
        return False
    return PLACE_ACTS.match(tags, at + 1) is not None


ITS_WITH = Pattern(r"(?r)ix{0,2}[MGC]w\Z")
"""Before the place that another one has something with ("Its deficit with China widened")."""
MAKER_OF = Pattern(r"(?r)N[xK]{1,4}o\Z")
"""Before the place that a company is of ("the Halden paper group of Norway said")."""
LISTED_BEFORE = Pattern(r"(?r)L[VHWm][^;,NPKL]{0,4}F[xMC]{0,3},\Z")
"""Before the second of several places that each did something ("Ohio lost 24 rigs, Texas gained six")."""
LED_IN = Pattern(r"(?r)(?:^|[;\"-])c?(?:[d&T]|[npaT][^,;VBHAWXS]{1,5}),\Z")
"""Before a place that a sentence turns to ("Elsewhere, Ohio sold", not "a plant in Toledo, Ohio")."""
PLACE_ACTS = Pattern(
    r"(?:nT|T)?d?['VBHAWXSm]|T?F[iD]|,[^,;VBHAWXSm]{1,14},[VBHAWXSm]|,r[^,;]{1,20},[VBHAWXSm]"
)


def is_employer(row: Row, at: int) -> bool:
    """Whether a company is only an analyst's ("an analyst at Halden", "Halden analyst Petra Vogel")."""
    if EMPLOYER.search(row.tags[max(0, at - 4) : at]) is not None or row.tags[at + 1 : at + 3] == "'P":
        return True
    return row.tags[at + 1 : at + 2] == "R" and row.words[at + 1].key in known("parties.outsider")


EMPLOYER = Pattern(r"(?r)(?:R[oapw]|P[op])D?\Z")
"""Before the company that a person works for ("an analyst at Halden")."""

PAIR = Pattern(r"(?:N&N|P&P|L&L)(?=(?:,r[^,;F]{1,8},|,?r?)[dQ]?[BHVWXmAS])")
"""Two names as one subject, with their verb."""

ACTS = Pattern(
    r"(?:DcN(?:,D?N)*(?:,?&D?N)?,?|[,pona][^,;VBHAWXSmF]{1,12},?|xD[^,;VBHAWXSmF]{1,6}|f(?:D?[NL],?&?){1,5})?T?d?[VBHAWXm]"
)


SAYS = Pattern(r"(?:[,pona][^,;VBHAWXSmF]{1,12},?)?[dT]?[VBHAWXSm]|TMF")


PUT_AT = Pattern(r"(?r)(?:a|D[xMG]{1,3}o)q*\Z")
"""Before what somebody puts a value at, which is not his."""


NAMED_PART = Pattern(r"(?r)(?:[i']|Dx?)Nx{0,2}\Z")
"""Before a word for a unit: the name that it begins with ("Its Fluid Handling", "the sold Halden glass")."""


def is_edge(tags: str, at: int) -> bool:
    """Whether a clause's subject may begin at ``at`` (not behind "around the", which counts nothing)."""
    if tags[max(0, at - 2) : at] == "qD":
        return False
    listed = at - (tags[at - 1 : at] == "D")
    if tags[listed - 1 : listed] == "&" and (
        (IN_BOTH.search(tags[:listed]) is not None and not IN_ONE.search(tags, max(0, at - 2), at + 2))
        or ACTS_AS_WELL.match(tags, at + 1) is not None
    ):
        return False
    named = NAMED_PART.search(tags, max(0, at - 5), at) if tags[at : at + 1] == "k" else None
    if named is not None:
        at = named.start() + 1  # "Its Fluid Handling business"
    lead = tags[max(0, at - 12) : at]
    measured = MEASURED.search(lead) if "Qo" in lead and tags[at : at + 1] in ("Z", "N") else None
    if measured is not None:
        lead = lead[: measured.start()]  # "A barrel of Brent crude leaped"
    lead = lead.replace("F-m", "x")  # "Its 49%-owned Norvik"
    lead = lead.replace("U", "x") if tags[at : at + 1] in "NZ" else lead  # "Larger rival Norvik"
    grouped = tags[at : at + 2] in ("NV", "NH", "Nm") and IN_GROUP.search(lead) is not None
    return grouped or SUBJECT_EDGE.search(lead) is not None


IN_GROUP = Pattern(r"(?r)(?:^|[;\"])[np]D?x{1,3}\Z")
"""Before a name: what it is one of, where a sentence begins with that ("In lower oils Norvik lost")."""
MEASURED = Pattern(r"(?r)Qox{0,2}\Z")
"""Before a thing that is traded: of how much of it is told ("A barrel of")."""
ACTS_AS_WELL = Pattern(r"x{0,2}(?:[pna]D?[NLEx]{1,2})?&d?[VHWm]")
"""Behind the last of what somebody makes, who does more ("builds Orlin vans and Tarn vans and employs")."""
IN_BOTH = Pattern(
    r"(?r)[na]D?[NL]&\Z|[MG][xH]?[pftn]D?[xZ]{1,2}&\Z|xf(?:D?[NL],){0,4}D?[NL],?&\Z"
    r"|[FKk][Wx]p(?:D?[NL],){0,4}D?[NL],?&\Z"
)
"""Before the last where something is, that it is from, or that leads ("stores in Fresno and Stockton")."""


IN_ONE = Pattern(r"L&N[VHWm]")
"""A place, and a company that acts ("Orlin fell 3% in Oslo and Calder fell 5%"), no two places."""


def counted_actor(row: Row, at: int) -> Found | None:
    """The companies that a figure counts, where they are the subject of its clause ("Four banks lent")."""
    figure = row.words[at].ref
    if not isinstance(figure, Figure) or figure.kind != Kind.COUNT or not figure.unit:
        return None
    head = figure.text.split()[-1].lower()
    if head in known("parties.outsider") and " " in figure.text:
        start = figure.text.rfind(" ") + 1
        return Found(Phrase(figure.start + start, figure.end, figure.text[start:]), "subject.counted")
    if head not in known("parties.counted") and not head.endswith("makers"):
        return None
    top = row.keys[at - 1 : at] and (row.keys[at - 1] in LARGE or row.keys[at - 1].endswith("est"))
    if not is_edge(row.tags, at - 1 if top else at) or SAYS.match(row.tags, at + 1) is None:
        return None
    start = figure.text.find(" " + _named_by(figure.unit).removesuffix("y")) + 1
    words = Phrase(figure.start + start, figure.end, figure.text[start:])
    return Found(words, "subject.counted") if start else None


def _named_by(unit: str) -> str:
    """The first word of what is counted that tells what it is, and not how large ("two largest banks")."""
    words = unit.split()
    return next((word for word in words[:-1] if not word.endswith("est") and word not in LARGE), words[-1])


LARGE = ("top", "leading", "main", "major", "other", "further")


def holds(row: Row, at: int, place: int) -> bool:
    """Whether a person between ``at`` and ``place`` owns, buys or sells ("raised her stake to")."""
    if "S" in row.tags[at:place]:
        return False
    keys = row.keys[at : place + 2]
    if PUT_AT.search(row.tags[:place]) is not None:
        keys = tuple(key for key in keys if key not in ("put", "puts"))
    if is_worth(row, place):
        return True
    return not known("contextwords.holding").isdisjoint(keys) or any(
        key in ("his", "her") and after in known("parties.held") for key, after in pairwise(keys)
    )


IS_WORTH = Pattern(r"(?r)(?:(?<=P)|(?<=P,r[^;VBH]{1,10},)|(?<=I))B[dHA]?M\Z")
"""Between a person and how much he has ("Ms. Smith, who founded Halden, is worth")."""


def is_worth(row: Row, place: int) -> bool:
    """Whether a person is told to be worth an amount."""
    return row.keys[place - 1 : place] == ("worth",) and IS_WORTH.search(row.tags[:place]) is not None


def index_behind(row: Row, first: int, last: int | None) -> Found | None:
    """The index that a change is one of, whose words end at ``last`` ("a 0.3% rise in the Carrow index")."""
    if last is None or row.words[last].key.split()[-1] not in known("parties.gauge"):
        return None
    if row.keys[last] == "average" and row.keys[last - 1] in known("contextwords.of_an_average"):
        return None
    while first and row.tags[first - 1] in "xNLEZ":
        first -= 1
    return Found(row.phrase(first, last), "subject.index")


def is_let(row: Row, at: int) -> bool:
    """Whether a party is one that another lets act or tells of ("allowed Iraq to sell")."""
    if row.tags[at] == "N" and _is_told_that(row, at):
        return True
    if row.tags[at + 1 : at + 2] != "t":
        return is_seen(row, at, at)
    first = at - 1
    while first and row.tags[at] in "Kx" and row.tags[first] in "xM" and at - first < 4:
        first -= 1  # "wanted the cigarette firms to pay"
    first -= row.tags[first] == "D"
    return first > 0 and (row.keys[first] in known("contextwords.lets") or row.tags[first] == "X")


def is_up(row: Row, at: int) -> bool:
    """Whether a side word does for the verb, as it does in headlines ("Norvik up 3% to $20")."""
    up = row.tags[at] == "U" and row.tags[at - 1 : at] in ("N", "Z", "k", "M")
    return up and "F" in row.tags[at + 1 : at + 3]


def is_seen(row: Row, first: int, last: int) -> bool:
    """Whether some words are seen or helped to do something ("a week that saw gold fall")."""
    does = row.tags[last + 1 : last + 2]
    unknown = does == "x" and row.tags[last] in "NP" and row.tags[last + 2 : last + 3] in tuple("DiFq")
    if not (unknown or does in tuple("mVCGHW")) or row.keys[last + 1].endswith(DONE):
        return False
    if row.tags[last + 1] in "mVCG":
        at = first - (row.tags[first - 1 : first] == "D")
        if at > 0 and row.keys[at - 1] in SEES:
            return True
    while first and row.tags[first - 1] in "xKkRLNM'" and last - first < HELPED:
        first -= 1
    first -= row.tags[first - 1 : first] in ("D", "i")
    return first > 0 and row.keys[first - 1] in HELPS


HELPED = 7
"""How many words tell at most of who is helped ("helped its French parent Calder raise")."""
HELPS = ("help", "helps", "helped", "helping", "let", "lets", "letting")
SEES = ("saw", "see", "sees", "seen")
DONE = ("s", "ed")
"""How no infinitive ends."""


def _is_told_that(row: Row, at: int) -> bool:
    """Whether a name begins what somebody has been told ("news that the investor Norvik had taken")."""
    hit = THAT.search(row.tags, max(0, at - 4), at)
    return hit is not None and row.keys[hit.start()] == "that"


THAT = Pattern(r"(?r)D{1,2}[xK]{0,2}\Z")
