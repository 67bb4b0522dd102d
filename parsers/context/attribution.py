"""Who said a figure, and whether it is reported, estimated, forecast or aimed at."""

from __future__ import annotations

from parsers import lexicon
from parsers.context.parties import Names
from parsers.context.referent import Found, clause_subject
from parsers.context.topic import Topic
from parsers.context.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Evidence, Figure, Status
from parsers.values import replace

PERSON_NEXT = Pattern(r"(?:D?[xRL]{0,4},?)?(?P<who>P)")
SPEAKER_EDGE = Pattern(r"(?r)(?:^|[,;c\"&S-]|T)D?[xLRM]{0,4}\Z")
TAIL = Pattern(
    r'[,"][,"]*(?:D?[xL]{0,3}(?P<who>[NPKIERk])(?:,[^,]{1,14},)?S|S(?:D?[xRL]{0,4},?)?(?P<who>[NPKEk]))'
)
ACCORDING = Pattern(r"(?:D|i|x|L|R|K){0,4}(?P<who>[NPKERZ])")
AHEAD = Pattern(r"(?r)A[^VBHWSFc;]{0,3}[VBHWXmxMCKk]?[^Scr;]{0,14}\Z")


def attribution_of(row: Row, figure: Figure, topic: Topic, names: Names) -> Figure:
    """The figure with who said it and its status."""
    place = row.places.get(figure.id)
    if place is None:
        return figure
    figure = _with_status(row, figure, place)
    speaker = _speaker(row, place, topic)
    if speaker is None:
        return figure
    evidence = Evidence("attribution", speaker.phrase.start, speaker.phrase.end, speaker.rule)
    return replace(figure, attribution=names.full(speaker.phrase), evidence=(*figure.evidence, evidence))


WHOSE = Pattern(r"(?r)(?P<who>[NE])'[xMRq]{0,2}(?P<noun>[MX])o?[qD]{0,3}\Z")


def _speaker(row: Row, place: int, topic: Topic) -> Found | None:
    whose = WHOSE.search(row.tags[:place])
    if whose is not None and row.words[whose.start("noun")].key.split()[-1] in known(
        "contextwords.estimating"
    ):
        return Found(row.phrase(whose.start("who"), whose.start("who")), "attribution.whose")
    for at in range(place - 1, max(-1, place - 48), -1):
        if row.tags[at] == "S" or (row.tags[at] == "X" and _asserts(row, at) and not _joined(row, at, place)):
            found = _who(row, at, topic)
            if found is not None:
                return found
        if row.tags[at] == ";":
            break
    at = next((i for i, w in enumerate(row.words) if w.key == "according"), -1)
    if at >= 0 and at + 2 < len(row.words):
        hit = ACCORDING.match(row.tags, at + 2)
        if hit is not None:
            return Found(row.phrase(hit.start("who"), hit.start("who")), "attribution.according_to")
    tail = TAIL.search(row.tags, place)
    if tail is not None:
        who = tail.start("who")
        return _resolved(row, who, topic, "attribution.said_after")
    return None


def _joined(row: Row, at: int, place: int) -> bool:
    """Whether a new clause begins between a verb of expecting and the figure, or the verb only compares."""
    compares = any(w.key == "than" for w in row.words[max(0, at - 4) : at])
    return compares or JOINED.search(row.tags[at:place]) is not None


JOINED = Pattern(r",&[^F]{0,8}[VBH]|,W|;")


def _asserts(row: Row, at: int) -> bool:
    """Whether a verb of expecting has its speaker before it ("the company expects")."""
    return row.words[at].key in known("contextwords.asserts") and at > 0 and row.tags[at - 1] in "KNPRIEdH"


def _who(row: Row, at: int, topic: Topic) -> Found | None:
    """The subject of a verb of saying."""
    tags = row.tags
    after = PERSON_NEXT.match(tags, at + 1)
    if after is not None and (at == 0 or tags[at - 1] in ',"'):
        return Found(row.phrase(after.start("who"), after.start("who")), "attribution.said")
    for back in range(at - 1, max(-1, at - 20), -1):
        tag = tags[back]
        if tag == "P" and tags[back - 1 : back] not in ("o", "p"):
            return Found(row.phrase(back, back), "attribution.said")
        if tag in "NKIEk" and SPEAKER_EDGE.search(tags[:back]):
            return _resolved(row, back, topic, "attribution.said")
        if tag == "R" and tags[back + 1 : back + 2] != "'":
            person = next((i for i in range(back - 3, max(-1, back - 8), -1) if tags[i] == "P"), None)
            spot = person if person is not None else back
            return Found(row.phrase(spot, spot), "attribution.said")
        if tag in ";F":
            break
    return None


def _resolved(row: Row, at: int, topic: Topic, rule: str) -> Found | None:
    if row.tags[at] in "KIk":
        if row.words[at].key in ("he", "she"):
            near = next((i for i in range(at - 1, -1, -1) if row.tags[i] == "P"), None)
            person = row.phrase(near, near) if near is not None else topic.person
            return Found(person, rule) if person is not None else None
        earlier = clause_subject(row, at, topic) if row.tags[at] == "I" else None
        phrase = earlier.phrase if earlier is not None else topic.now
        return Found(phrase, rule) if phrase is not None else None
    return Found(row.phrase(at, at), rule)


def _by_analysts(row: Row, first: int, place: int) -> bool:
    """Whether analysts stand among the words ("31 analysts" too, and "Wall Street")."""
    analyst = known("contextwords.analyst")
    return any(w.key in analyst or w.key.rpartition(" ")[2] in analyst for w in row.words[first:place])


def _with_status(row: Row, figure: Figure, place: int) -> Figure:
    status, at = Status.REPORTED, -1
    for back in range(place - 1, max(-1, place - 24), -1):
        word = row.words[back]
        if (
            word.tag == ";"
            or (word.tag == "c" and word.key != "because")
            or (word.tag == "S" and back < place - 1)
        ):
            break
        found = lexicon.surfaces("contextwords.expect").find(word.key)
        noun = word.key in ("plan", "plans") and back > 0 and row.tags[back - 1] not in "NKPRIAdk,&r"
        noun = noun and row.tags[back + 1 : back + 2] != "t"
        if found and word.tag in "XWHSM" and not noun:
            status, at = Status(str(found[0].get("status"))), back
            break
    if at < 0 and (ahead := AHEAD.search(row.tags[max(0, place - 24) : place])) is not None:
        status, at = Status.FORECAST, ahead.start() + max(0, place - 24)
    if at >= 0 and _joined(row, at, place):
        return figure
    if at >= 0 and _by_analysts(row, max(0, at - 8), place):
        status = Status.ESTIMATE
    if status == Status.REPORTED or at < 0:
        return figure
    word = row.words[at]
    evidence = Evidence("status", word.start, word.end, f"status.{status}")
    return replace(figure, status=status, evidence=(*figure.evidence, evidence))
