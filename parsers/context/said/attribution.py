"""Who said a figure."""

from __future__ import annotations

import regex

from parsers.context.draft import fill
from parsers.context.names.parties import Names
from parsers.context.rows.clauses import left_aside, outside
from parsers.context.rows.words import Row, known
from parsers.context.said.estimating import appraiser, estimates, foreseen_by, own_estimate
from parsers.context.said.facts import is_of_before
from parsers.context.said.polls import are_analysts, asked, puts_at
from parsers.context.said.quotes import Quote, speaker_at
from parsers.context.said.reach import is_not_said, is_of_estimate, says_again
from parsers.context.said.sources import according_to, by_count, document_shows
from parsers.context.said.status import joined, with_status
from parsers.context.subject.actors import Found, acts_as_party
from parsers.context.subject.owner import last_rule
from parsers.context.subject.referent import clause_subject, first_party, resolve
from parsers.context.subject.telling import who_speaks
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.model import Evidence, Figure, Status
from parsers.quick import Quick
from parsers.values import replace

SAME = ("metric.twin", "metric.per_unit")
"""The rules of a metric by which a figure states the one before it again, as sure as that."""
PERSON_NEXT = Pattern(r"(?:[Di]?(?:[NKLk]')?[xRL]{0,4},?)?(?P<who>P)")
ROLE_NEXT = Pattern(r"Dx{0,2}(?P<who>R)(?=,|\Z)")
"""Behind a verb of saying: a speaker without a name ("said a spokeswoman, who")."""
SPEAKER_EDGE = Pattern(r"(?r)(?:^|[,;:c\"&Sr-]|T|p(?=L'))(?:L')?[Di]?[xLRM]{0,4}\Z")
TAIL = Pattern(
    r'[,"][,"]*(?:[Di]x{0,2}(?P<who>R)[opanw][DiNKkLEMRx\']{1,4}S|[Di]?(?:[xNKLk]\')?[xRLK]{0,3},(?P<who>P),S'
    r'|[Di]?[xLRKM]{0,4}(?P<who>[NPKIERkL])(?:,[^,]{1,14},)?(?:S|[XH](?=[,;"]|\Z))|DoD(?P<who>[MxR])S|D?(?P<who>[xLMKk]{0,2}x)S'
    r"|D?(?P<who>[xMFR])(?P<knows>x?[qwpt]|rH?[XVW])[^,;SF]{0,8}S"
    r"|SD(?P<who>x)(?P<knows>x?[qwpt]|rH?[XVW])"
    r"|S(?:[Di]?(?:[NKLk]\')?[xRL]{0,4},?)?(?P<who>[NPKEk])(?![VHWBAXmS']))"
)
ASIDE = Pattern(r'(?r)(?P<who>[NKPE]|(?<![,LN])L),[^,;:"SAB][^;:"SA]{0,24},\Z')
"""A party with more about it before its verb: "Halden, a takeover target for six months, said"."""


def attribution_of(
    row: Row, figure: Figure, topic: Topic, names: Names, quotes: tuple[Quote, ...], before: Figure | None
) -> Figure:
    """The figure with who said it and its status; ``before`` is the figure before it, with its own."""
    place = row.places.get(figure.id)
    if place is None:
        return figure
    figure = with_status(row, figure, place)
    again = before is not None and (last_rule(figure) in SAME or says_again(row, place))
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


WHOSE = Pattern(r"(?r)(?P<who>[NE])'[xMRq]{0,2}(?P<noun>[MX])o?[qD]{0,3}\Z")


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
    if puts >= 0 and (party := _who(row, puts, topic)) is not None:
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
        if first < last or row.tags[first] == "x":
            return Found(row.phrase(first, last), "attribution.said_after")
        return _resolved(row, first, topic, "attribution.said_after")
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
            found = (row.once(according_to) if discloses else None) or _who(row, at, topic)
            if fact and row.words[at].key in known("contextwords.expect"):
                break  # who predicts says nothing of what was ("predicted $5 million, up from $4 million")
            if found is not None:
                return found
        if row.tags[at] == ";":
            break
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
    return going or aside or row.tags[at - 1] in "KNPRIEdHxT"


def _who(row: Row, at: int, topic: Topic) -> Found | None:
    """The subject of a verb of saying."""
    tags = row.tags
    saying = row.words[at].key.partition(" ")[0].endswith("ing")
    after = PERSON_NEXT.match(tags, at + 1) if not saying else None
    if after is not None and (at == 0 or tags[at - 1] in ',"'):
        return Found(row.phrase(after.start("who"), after.start("who")), "attribution.said")
    hangs = (saying and tags[at - 1 : at] != "B") or tags[at - 1 : at] == "&" or row.keys[at - 1] == "but"
    led = _went_on(row, at, topic) if saying else None
    if hangs and (led := led or _leads_both(row, at, topic)) is not None:
        return replace(led, rule="attribution.said")
    role = ROLE_NEXT.match(tags, at + 1) if not saying and tags[at - 1 : at] in (",", '"') else None
    if role is not None:
        return Found(row.phrase(role.start("who"), role.start("who")), "attribution.said")
    edge = at - (tags[at - 1 : at] == "d")
    aside = ASIDE.search(tags[max(0, edge - 28) : edge]) if tags[edge - 1 : edge] == "," else None
    if aside is not None and SPEAKER_EDGE.search(tags[: max(0, edge - 28) + aside.start("who")]):
        return _resolved(row, max(0, edge - 28) + aside.start("who"), topic, "attribution.said")
    for back in outside(tags, at, 20):
        tag = tags[back]
        of = PERSON_OF.search(tags[max(0, back - 8) : back]) if tag == "N" else None
        who = max(0, back - 8) + of.start("who") if of is not None else back
        if tags[who] == "P" and tags[who - 1 : who] not in ("o", "p"):
            return Found(row.phrase(who, who), "attribution.said")
        speaks = tag in "NKIEk" or (tag == "L" and acts_as_party(tags, back))
        if speaks and tags[back + 1 : back + 2] != "'" and SPEAKER_EDGE.search(tags[:back]):
            return _resolved(row, back, topic, "attribution.said")
        if tag == "R" and tags[back + 1 : back + 2] != "'":
            person = next((i for i in range(back - 3, max(-1, back - 8), -1) if tags[i] == "P"), None)
            spot = person if person is not None else back
            union = person is None and row.keys[back - 1 : back] in UNIONS
            return Found(row.phrase(spot - union, spot), "attribution.said")
        many = _many(row, at, back) if tag in "Fr" else None
        if many is not None:
            return Found(row.phrase(many, many), "attribution.said")
        if tag in ";F":
            break
    return _unnamed(row, at)


UNIONS = (("union",), ("government",))
"""Before officials and the like who speak for no company."""


def _went_on(row: Row, at: int, topic: Topic) -> Found | None:
    """Who goes on to speak ("Petra Lindqvist said in an interview, adding that")."""
    first = row.tags.rfind("S", max(0, at - 16), at)
    return _who(row, first, topic) if first > 0 and ";" not in row.tags[first:at] else None


def _many(row: Row, at: int, back: int) -> int | None:
    """Those who are counted at ``back``, or of whom an aside before the verb at ``at`` begins there."""
    tags = row.tags
    if tags[back] == "r":
        told = WHO.search(tags[max(0, at - 8) : at])
        return max(0, at - 8) + told.start("who") if told is not None else None
    if are_analysts(row, back) and COUNTED.search(tags[:back]):
        return back
    return back - 2 if tags[max(0, back - 2) : back] == "N&" else None


COUNTED = Pattern(r"(?r)(?:^|[,;:c\"&Sr]|T)[Dq]{0,2}(?:Fo)?D?\Z")
"""Before analysts who are counted ("12 of 14 economists")."""
WHO = Pattern(r"(?r)(?P<who>[RNP]),[DFd]q?r[dHB]*\Z")
"""Those of whom an aside tells what they expect ("forecasters, most of whom had looked for")."""


def _leads_both(row: Row, at: int, topic: Topic) -> Found | None:
    """The subject of a verb of saying that is the second of two, or hangs on another ("fell, saying")."""
    found = clause_subject(row, at, topic)
    if found is None and row.tags[at - 1 : at] == "&":
        found = first_party(row, at, topic)
        if found is None and (row.words[0].key in ("he", "she") or row.tags[0] == "P"):
            found = _resolved(row, 0, topic, "attribution.said")
    return found


KNOWING = Pattern(r'(?r)(?:^|[,;c"-])D?(?P<who>[xMFR])x?[qwpt][^,;VBHAWXSF]{0,8}\Z')
"""A speaker without a name who knows ("a person close to the board said")."""
WORDS = Pattern(r"(?r)(?:^|[,;c\"r&-])(?:D?[NKLk]')?D?(?P<who>[xLM]{0,2}[xM])[dT]?H?\Z")
"""A speaker without a name ("trade sources say")."""


def _unnamed(row: Row, at: int) -> Found | None:
    """A speaker without a name, before the verb of saying at ``at``."""
    tags = row.tags
    told = KNOWING.search(tags[max(0, at - 12) : at])
    if told is not None:
        spot = max(0, at - 12) + told.start("who")
        if row.words[spot].key.split()[-1] in known("contextwords.knowing"):
            return Found(row.phrase(spot, spot), "attribution.said")
    words = WORDS.search(tags[max(0, at - 8) : at])
    if words is None:
        return None
    first, last = max(0, at - 8) + words.start("who"), max(0, at - 8) + words.end("who") - 1
    people = row.tags[last] == "x" or row.keys[last] == "staff"
    return Found(row.phrase(first, last), "attribution.said") if people else None


PERSON_OF = Pattern(r"(?r)(?P<who>P),?(?:D?xR)?[oapw]D?(?:N,)?\Z")


def _resolved(row: Row, at: int, topic: Topic, rule: str) -> Found | None:
    if row.tags[at] in "KIk":
        if row.words[at].key in ("he", "she"):
            near = next((i for i in range(at - 1, -1, -1) if row.tags[i] == "P"), None)
            person = row.phrase(near, near) if near is not None else topic.person
            return Found(person, rule) if person is not None else None
        they = row.keys[at] == "they"
        many = next((i for i in range(at - 1, -1, -1) if row.tags[i] == "R"), -1) if they else -1
        if many >= 0 and are_analysts(row, many):
            return Found(row.phrase(many, many), rule)
        earlier = clause_subject(row, at, topic) if row.tags[at] == "I" else None
        if earlier is None and row.tags[at] == "K":
            earlier = resolve(row, at, topic, rule)
        phrase = earlier.phrase if earlier is not None else who_speaks(topic)
        if row.keys[at] == "union" or (phrase is None and row.tags[at] in "kK"):
            kind = at - 1 if row.tags[max(0, at - 2) : at] in ("Dx", "'x") else at  # "the police union"
            phrase = row.phrase(kind, at)
        return Found(phrase, rule) if phrase is not None else None
    return Found(row.phrase(at, at), rule)
