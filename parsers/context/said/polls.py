"""What is had in mind though no verb of expecting says so: "Wall Street was at", "put it at", "in a poll"."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.lazy import Pattern

STOOD_AT = Pattern(r"(?r)(?:^|[;,c&])(?:[Dq]p)?D?(?P<who>[REx])d?H?B(?:ap?|t)q*\Z")
"""Analysts before an amount ("Wall Street was at $5 million")."""
CALLING_FOR = Pattern(r"(?r)(?P<who>[REx])d?H?Bd?(?P<verb>x)p[Di]?[xMGCUT]{0,4}(?:FQ?p?)?[opM]{0,3}q*\Z")
"""The same ("Analysts were calling for a loss of $5 million")."""
PUT_AT = Pattern(r"(?r)B[Td]?(?P<verb>[WV])(?:[np]T)?aq*\Z")
"""Before an amount that nobody is said to reckon ("spending is now put at $5 million")."""
PUTS_AT = Pattern(r"(?r)[PRI](?:[opaw]D?[N]|,r)?,?d?(?P<verb>[WV])[^;,VBHAWXSF]{1,12}?aq*\Z")
"""Before an amount that one reckons ("She puts earnings at $5 million")."""
IN_A_POLL = Pattern(r"Q?[XMS]?[nf][Di](?P<poll>[xLNTEM]{1,4})(?:[op](?P<who>F|[xR]{0,2}R))?")
"""Behind an amount: "the $5 million in a poll of analysts"."""
AVERAGE_OF = Pattern(r"(?P<mean>[xMd])oF?[xDq]{0,2}?(?P<who>[FR])")
"""Behind an amount: "the $529 million average of 11 analysts"."""
POLL_HAD = Pattern(
    r"(?r)(?P<poll>x)(?:oq?(?P<who>[FR]))?(?:p[DNEL]{1,2})?H?(?P<verb>[xWVmS])(?:t|p)(?:D?[xMCG]o?)?q*\Z"
)
"""A poll before an amount that it points to ("A survey of 30 analysts pointed to growth of 2%")."""


def is_reckoned(row: Row, place: int) -> int:
    """The word that makes a figure an estimate without a verb of expecting; -1 where there is none."""
    low = max(0, place - 16)
    near = row.tags[low:place]
    if "a" in near[-4:]:
        stood = STOOD_AT.search(near)
        if stood is not None and are_analysts(row, low + stood.start("who")):
            return low + stood.start("who")
        put = PUT_AT.search(near) or PUTS_AT.search(near)
        if put is not None and row.keys[low + put.start("verb")] in PUTS:
            return low + put.start("verb")
    if (calling := _calling(row, place)) >= 0:
        return calling
    polled = poll_of(row, place)
    return polled[0] if polled is not None else -1


def _calling(row: Row, place: int) -> int:
    """The word for analysts who are calling for a figure; -1 where there is none."""
    if "calling" not in row.keys:
        return -1
    hit = CALLING_FOR.search(row.tags, max(0, place - 16), place)
    told = hit is not None and row.keys[hit.start("verb")] == "calling"
    return hit.start("who") if hit is not None and told and are_analysts(row, hit.start("who")) else -1


def is_put_now(row: Row, at: int) -> bool:
    """Whether the outlook of somebody who tells is "now put" at a figure."""
    return row.keys[at] == "put" and row.keys[at - 1] == "now" and row.tags[at - 2 : at - 1] == "B"


MEAN = Pattern(
    r"(?r)(?P<mean>[xMd])(?:[nfop]D?[xLNEM]{1,4}?(?=[ofp]))?[ofp]q?D?[xNL]?(?P<who>[FR])"
    r"(?:xpD?[NE])?B(?:[ap]|t)?(?:[xM]{1,3}o)?q*\Z"
)
"""Before what analysts expect on average ("the average in a survey of 17 analysts was $172 million")."""
MEANS = frozenset(("average", "mean", "median", "consensus"))


ESTIMATED = frozenset(("estimate", "forecast", "prediction", "projection", "expectation"))


def is_mean_estimate(row: Row, place: int) -> bool:
    """Whether an amount is called what analysts foresee on average ("versus the $3.20 average estimate")."""
    behind = " ".join(row.keys[place + 1 : place + 3]).split()
    return len(behind) > 1 and behind[0] in MEANS and behind[1] in ESTIMATED


def mean_of_analysts(row: Row, place: int) -> int:
    """The word for those whose average a figure is ("the $529 million average of 11 analysts"); none: -1."""
    mean = AVERAGE_OF.match(row.tags, place + 1)
    averaged = mean is not None and row.keys[place + 1] in ("average", "mean", "median")
    if mean is None or not averaged or not are_analysts(row, mean.start("who")):
        return -1
    return mean.start("who")


def poll_of(row: Row, place: int) -> tuple[int, int] | None:
    """The poll that gives a figure, and those who were asked (or the poll again): their words."""
    polls = known("contextwords.polls")
    low = max(0, place - 16)
    mean = MEAN.search(row.tags[low:place]) if not MEANS.isdisjoint(row.keys[low:place]) else None
    of = low + mean.start("mean") if mean is not None else 0
    if mean is not None and row.keys[of] in MEANS and are_analysts(row, low + mean.start("who")):
        return of, low + mean.start("who")
    if polls.isdisjoint(row.keys):
        return None
    hit = IN_A_POLL.match(row.tags, place + 1)
    if (
        hit is not None
        and row.tags[place - 1 : place] in ("D", "q")
        and row.keys[hit.end("poll") - 1] in polls
    ):
        poll = hit.end("poll") - 1
        return poll, hit.end("who") - 1 if hit["who"] else poll
    had = POLL_HAD.search(row.tags[low:place])
    if had is None or row.keys[low + had.start("poll")] not in polls:
        return None
    poll = low + had.start("poll")
    who = low + had.start("who") if had["who"] else poll
    verb = low + had.start("verb")
    awaits = row.tags[verb - 1] == "H" and " ".join(row.keys[verb : verb + 2]) in known("contextwords.awaits")
    return (poll, who) if awaits or (had["who"] and are_analysts(row, who)) else None


def asked(row: Row, place: int) -> Found | None:
    """Who had a figure in mind: those asked in a poll, or where Wall Street was."""
    low = max(0, place - 16)
    stood = STOOD_AT.search(row.tags[low:place])
    if stood is not None and are_analysts(row, low + stood.start("who")):
        who = low + stood.start("who")
    elif (calling := _calling(row, place)) >= 0:
        who = calling
    elif (polled := poll_of(row, place)) is not None:
        who = polled[1]
    elif (mean := AVERAGE_OF.match(row.tags, place + 1)) is not None and row.keys[place + 1] in MEANS:
        who = mean.end("who") - 1
        if not are_analysts(row, who):
            return None
    else:
        return None
    return Found(row.phrase(who, who), "attribution.asked")


def puts_at(row: Row, place: int) -> int:
    """Where the verb stands by which one puts something at the figure ("the union put turnout at 80%")."""
    low = max(0, place - 16)
    near = row.tags[low:place]
    hit = WHO_PUTS.search(near) if "a" in near[-4:] else None
    if hit is None or row.keys[low + hit.start("verb")] not in PUTS:
        return -1
    verb = low + hit.start("verb")
    return verb if row.keys[verb + 1] not in ("together", "aside", "forward") else -1


PUTS = frozenset(("put", "puts", "pegs", "pegged"))
WHO_PUTS = Pattern(r"(?r)[^BTtA](?P<verb>[WV])[^;,VBHAWXSFU]{1,12}?aq*\Z")


def are_analysts(row: Row, at: int) -> bool:
    """Whether a word means those who estimate from outside ("31 analysts" too, and "Wall Street")."""
    analyst, key = known("contextwords.analyst"), row.words[at].key
    return key in analyst or key.rpartition(" ")[2] in analyst
