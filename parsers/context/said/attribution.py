"""Who said a figure."""

from __future__ import annotations

import regex

from parsers.context.draft import fill, rule_of
from parsers.context.metric.near import SAID_AGAIN
from parsers.context.names.parties import Names
from parsers.context.rows.clauses import left_aside
from parsers.context.rows.words import Row, known
from parsers.context.said.estimating import appraiser, estimates, foreseen_by, own_estimate
from parsers.context.said.facts import is_of_before
from parsers.context.said.polls import asked, puts_at
from parsers.context.said.quotes import Quote, speaker_at
from parsers.context.said.reach import is_not_said, is_of_estimate, says_again
from parsers.context.said.sources import according_to, by_count, document_shows
from parsers.context.said.speakers import ASIDE, resolved, side_before, who_says
from parsers.context.said.status import joined, with_status
from parsers.context.subject.actors import Found
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.model import Evidence, Figure, Status
from parsers.quick import Quick
from parsers.values import replace

TAIL = Pattern(
    r'[,"][,"]*(?:[Di]x{0,2}(?P<who>R)[opanw][DiNKkLEMRx\']{1,4}S|[Di]?(?:[xNKLk]\')?[xRLK]{0,3},(?P<who>P),S'
    r"|[DiMxNL]{1,4}&[xLMN]{1,3}R(?P<who>P)S|D?[NLEK]'(?P<who>[NE]|x{0,2}R)(?:\([^()]{1,3}\))?[dHpT]{0,3}S"
    r'|[Di]?(?:N(?=[xK]?RP?[dH]?S))?[xLRKM]{0,4}(?P<who>[NPKIERkL])(?:,[^,]{1,14},|\([^()]{1,3}\))?(?:[dH]?S|[XH](?=[,;"]|\Z)|(?<=[NPE])[HX](?=p?T[,;"]|p?T\Z))|DoD(?P<who>[MxR])S|D?(?P<who>[xLMKk]{0,2}x)S'
    r"|D?(?P<who>[xMFR])(?P<knows>x?[qwpto]|rH?[XVW])[^,;SF]{0,8}S"
    r"|[Di]?[xL]'x{1,2}(?P<who>K)[dH]?S"
    r"|SD(?P<who>x)(?P<knows>x?[qwpt]|rH?[XVW])"
    r"|S(?:[Di]?(?:[NKLk]\')?[xRL]{0,4},?)?(?P<who>[NPKEk])(?![VHWBAXmS'])"
    r'|S[xL]{0,2}(?P<who>R)(?=[,;"ao]|\Z)|[cp][Di]?(?:N(?=R))?[xLRM]{0,3}(?P<who>[NPKER])S(?=[,;"]|\Z))'
)


def attribution_of(
    row: Row, figure: Figure, topic: Topic, names: Names, quotes: tuple[Quote, ...], before: Figure | None
) -> Figure:
    """The figure with who said it and its status; ``before`` is the figure before it, with its own."""
    place = row.places.get(figure.id)
    if place is None:
        return figure
    figure = with_status(row, figure, place)
    again = before is not None and (rule_of(figure, "metric") in SAID_AGAIN or says_again(row, place))
    if before is not None and figure.status == Status.REPORTED and again:
        figure = fill(figure, status=before.status)
    fact = figure.status == Status.REPORTED and is_of_before(row, place)
    quoted = speaker_at(quotes, figure.start)
    speaker = Found(quoted, "attribution.quote") if quoted is not None else _speaker(row, place, topic, fact)
    if speaker is None and before is not None and before.attribution and again:
        told = tuple(e for e in before.evidence if e.field == "attribution")
        return fill(figure, attribution=before.attribution, evidence=(*figure.evidence, *told))
    if speaker is None or speaker.phrase.start <= figure.start < speaker.phrase.end:
        return figure
    evidence = Evidence("attribution", speaker.phrase.start, speaker.phrase.end, speaker.rule)
    meant = topic.called.get(speaker.phrase.text, speaker.phrase)  # "the commission"
    return fill(figure, attribution=names.full(meant), evidence=(*figure.evidence, evidence))


WHOSE = Pattern(r"(?r)(?P<who>[NER])'[xMRqT]{0,3}(?P<noun>[MX])(?:[op](?:Dx?[CGM]o)?)?[qD]{0,3}\Z")


def _speaker(row: Row, place: int, topic: Topic, fact: bool) -> Found | None:
    low = max(0, place - 12)
    before = row.tags[low:place]
    whose = WHOSE.search(before) if "'" in before else None
    if whose is not None and estimates(row, low + whose.start("noun")):
        return Found(row.phrase(low + whose.start("who"), low + whose.start("who")), "attribution.whose")
    own = own_estimate(row, place, topic) or appraiser(row, place) or foreseen_by(row, place)
    own = own or asked(row, place)
    if own is not None:
        return own
    puts = puts_at(row, place)
    if puts >= 0 and (party := who_says(row, puts, topic)) is not None:
        return replace(party, rule="attribution.appraised")
    said = _before(row, place, topic, fact)
    if said is not None:
        return said
    source = None if is_of_estimate(row, place) else row.once(according_to)
    source = source or by_count(row, place) or document_shows(row, place)
    if source is not None:
        return source
    tail = _tail(row, place)
    if tail is not None and not _is_of_its_own(row, place, tail):
        first, last = tail.start("who"), tail.end("who") - 1
        named = row.tags.find(",P,", last, tail.end()) if row.tags[last] == "R" else -1
        if named >= 0:
            first = last = named + 1  # "its president, Petra Lindqvist, said"
        if tail["knows"] and row.words[first].key.split()[-1] not in known("contextwords.knowing"):
            return None
        if row.tags[first : first + 2] == "xo":
            last = tail.end() - 2  # "officials of the union said"
        if row.tags[first - 1 : first + 1] == "NR":
            first -= 1  # "a Halden spokesman said"
        if first < last or row.tags[first] == "x":
            return Found(row.phrase(first, last), "attribution.said_after")
        return resolved(row, first, topic, "attribution.said_after")
    return None


def _before(row: Row, place: int, topic: Topic, fact: bool) -> Found | None:
    """The speaker of a verb of saying or expecting before a figure in its sentence."""
    reach = row.tags[max(0, place - 47) : place]
    for at in range(place - 1, max(-1, place - 48), -1) if TELLS.search(reach) else ():
        if (
            row.tags[at] == "S"
            or _reports(row, at)
            or (row.tags[at] == "X" and _asserts(row, at) and _tells(row, at, place))
        ):
            if is_not_said(row, at, place):
                continue
            discloses = row.words[at].key in known("contextwords.discloses")
            found = (row.once(according_to) if discloses else None) or who_says(row, at, topic)
            if fact and row.words[at].key in known("contextwords.expect"):
                break  # who predicts says nothing of what was ("predicted $5 million, up from $4 million")
            if found is not None:
                return found
        if row.tags[at] == ";" and row.tags.rfind("(", 0, at) <= row.tags.rfind(")", 0, at):
            break  # not the one between two twins
    return None


TELLS = Quick(r"[SX]|HD")


def _reports(row: Row, at: int) -> bool:
    """Whether a verb of results tells what a clause says ("the department reported that spending rose")."""
    return row.tags[at : at + 2] == "HD" and row.keys[at + 1] == "that" and row.keys[at] in REPORTS


REPORTS = frozenset(("reported", "reports", "announced", "announces", "showed", "shows"))


def _tail(row: Row, place: int) -> regex.Match[str] | None:
    """The speaker behind a figure; one that was found for a figure before is not looked for again."""
    start, found = row.kept.get(TAIL, (len(row.tags) + 1, None))
    if start > place or (found is not None and found.start() < place):
        found = TAIL.search(row.tags, place)
        row.kept[TAIL] = place, found
    answer: regex.Match[str] | None = found
    return answer


def _is_of_its_own(row: Row, place: int, tail: regex.Match[str]) -> bool:
    """Whether words of saying behind a figure are of another clause, or its aside ends before them."""
    goes_on = GOES_ON.match(row.tags, tail.end()) is not None
    if goes_on and ";" in row.tags[place : tail.start()]:
        return True
    return left_aside(row.tags, place, tail.start())


GOES_ON = Pattern(r'p?T?[,"]+[^r"][^;"]*?[VBHAWm]')
"""Behind a speaker whose words go on ("had prices held, Halden said, the gain would have been")."""
TOLD_BY = Pattern(r"(?r)S(?:DK|I|N)B?d?\Z")


def _tells(row: Row, at: int, place: int) -> bool:
    """Whether a verb of expecting is of the figure, and nobody tells of it ("she said Calder expects")."""
    if row.keys[place + 1 : place + 2] == ("consensus",) or joined(row, at, place):
        return False
    if row.tags[at - 1 : at] == "," and _tail(row, place) is not None:
        return False
    return TOLD_BY.search(row.tags[max(0, at - 4) : at]) is None


def _asserts(row: Row, at: int) -> bool:
    """Whether a verb of expecting has its speaker before it ("the company expects")."""
    if row.words[at].key not in known("contextwords.asserts") or at == 0:
        return False
    going = row.tags[at - 1] == "B" and row.words[at].key.split()[0].endswith("ing")
    aside = row.tags[at - 1] == "," and ASIDE.search(row.tags[max(0, at - 28) : at]) is not None
    return going or aside or row.tags[at - 1] in "KNPRIEdHxT" or side_before(row, at) is not None
