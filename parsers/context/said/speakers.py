"""Who is meant by the words that speak: the subject of "said", "the company", "he", those who are counted."""

from __future__ import annotations

from parsers.context.rows.clauses import outside
from parsers.context.rows.words import Row, known
from parsers.context.said.polls import are_analysts
from parsers.context.subject.able import is_made_by_another
from parsers.context.subject.actors import Found, acts_as_party
from parsers.context.subject.referent import clause_subject, first_party, resolve
from parsers.context.subject.sorts import is_place
from parsers.context.subject.telling import who_speaks
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.values import replace

PERSON_NEXT = Pattern(r"(?:[Di]?(?:[NKLk]')?[xRL]{0,4},?)?(?P<who>P)")
ROLE_NEXT = Pattern(r"Dx{0,2}(?P<who>R)(?=,|\Z)")
"""Behind a verb of saying: a speaker without a name ("said a spokeswoman, who")."""
SPEAKER_EDGE = Pattern(r"(?r)(?:^|[,;:c\"&Sr-]|T|p(?=L'|DK'))(?:L'|DK')?[Di]?[xLRM]{0,4}\Z")
NAMED_EDGE = Pattern(r"(?r)(?:^|[,;:c\"&Sr-]|T|p(?=L'))(?:L'|D?[NEK]')?[Di]?[xLRM]{0,4}(?:K[xLRMK]{0,3})?\Z")
"""Before a speaker with a name, and what it is ("state oil firm Calmet said")."""
ASIDE = Pattern(r'(?r)(?P<who>[NKPE]|(?<![,LND])L),[^,;:"SAB][^;:"SA-]{0,24},\Z')
"""A party with more about it before its verb: "Halden, a takeover target for six months, said"."""


def who_says(row: Row, at: int, topic: Topic) -> Found | None:
    """The subject of the verb of saying at ``at``."""
    tags = row.tags
    saying = row.words[at].key.partition(" ")[0].endswith("ing")
    after = PERSON_NEXT.match(tags, at + 1) if not saying else None
    if after is not None and (at == 0 or tags[at - 1] in ',"'):
        return Found(row.phrase(after.start("who"), after.start("who")), "attribution.said")
    if saying and (told := WITH_WHOM.search(tags, 0, at)) is not None:
        return Found(row.phrase(told.start("who"), at - 1), "attribution.said")
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
        return resolved(row, max(0, edge - 28) + aside.start("who"), topic, "attribution.said")
    for back in outside(tags, at, 20):
        tag = tags[back]
        of = PERSON_OF.search(tags[max(0, back - 8) : back]) if tag == "N" else None
        who = max(0, back - 8) + of.start("who") if of is not None else back
        if tags[who] == "P" and tags[who - 1 : who] not in ("o", "p"):
            return Found(row.phrase(who, who), "attribution.said")
        if _speaks(row, back):
            return resolved(row, back, topic, "attribution.said")
        if tag == "R" and tags[back + 1 : back + 2] != "'":
            return Found(_officer(row, back), "attribution.said")
        many = _many(row, at, back) if tag in "Fr" else None
        if many is not None:
            return Found(row.phrase(many, many), "attribution.said")
        if tag in ";F":
            break
    return _unnamed(row, at)


def _speaks(row: Row, at: int) -> bool:
    """Whether a party stands where one speaks: no owner of somebody else, nothing that another makes."""
    tags = row.tags
    if not (tags[at] in "NKIEk" or (tags[at] == "L" and acts_as_party(tags, at))):
        return False
    edge = NAMED_EDGE if tags[at] == "N" else SPEAKER_EDGE
    return tags[at + 1 : at + 2] != "'" and bool(edge.search(tags[:at])) and not is_made_by_another(row, at)


def _officer(row: Row, at: int) -> Phrase:
    """Who speaks in an office: the person who has it, or the office with whose it is ("union officials")."""
    person = next((i for i in range(at - 2, max(-1, at - 8), -1) if row.tags[i] == "P"), None)
    spot = person if person is not None else at
    union = person is None and (row.keys[at - 1 : at] in UNIONS or row.tags[at - 1 : at] == "N")
    return row.phrase(spot - union, spot)


WITH_WHOM = Pattern(r"(?r)w[LDqN]?(?P<who>x?R)\Z")
"""Before a participle: who else speaks ("with some analysts saying")."""
UNIONS = (("union",), ("government",))
"""Before officials and the like who speak for no company."""


def _went_on(row: Row, at: int, topic: Topic) -> Found | None:
    """Who goes on to speak ("Petra Lindqvist said in an interview, adding that")."""
    first = row.tags.rfind("S", max(0, at - 16), at)
    return who_says(row, first, topic) if first > 0 and ";" not in row.tags[first:at] else None


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
            found = resolved(row, 0, topic, "attribution.said")
    return found


KNOWING = Pattern(r'(?r)(?:^|[,;c"-])D?(?P<who>[xMFR])x?[qwpt][^,;VBHAWXSF]{0,8}\Z')
"""A speaker without a name who knows ("a person close to the board said")."""
OF_A_SIDE = Pattern(r"(?r)(?:^|[,;c\"-])[Dx]?(?P<who>x)[ow][Di]?[NLExMXZ']{1,5}d?H?\Z")
"""Those for or against something ("Backers of the plan say")."""
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
    if (side := side_before(row, at)) is not None:
        return Found(row.phrase(side, side), "attribution.said")
    words = WORDS.search(tags[max(0, at - 8) : at])
    if words is None:
        return None
    first, last = max(0, at - 8) + words.start("who"), max(0, at - 8) + words.end("who") - 1
    people = row.tags[last] == "x" or row.keys[last] == "staff"
    return Found(row.phrase(first, last), "attribution.said") if people else None


def side_before(row: Row, at: int) -> int | None:
    """Those for or against something who stand before a verb at ``at`` ("Backers of the plan say")."""
    low = max(0, at - 12)
    side = OF_A_SIDE.search(row.tags[low:at])
    if side is None or row.keys[low + side.start("who")] not in known("contextwords.sides"):
        return None
    return low + side.start("who")


PERSON_OF = Pattern(r"(?r)(?P<who>P),?(?:D?xR)?[oapw]D?(?:N,)?\Z")


def resolved(row: Row, at: int, topic: Topic, rule: str) -> Found | None:
    """Whom the word at ``at`` means where it speaks: a name, "the company", "he", "they"."""
    counts = row.keys[at] in ("agency", "body") and row.keys[at - 1] in ("statistics", "statistical")
    if counts or row.keys[at] in known("contextwords.authorities"):
        first = at
        while first and row.tags[first - 1] in "xLM":
            first -= 1  # "the Saudi energy ministry"
        return Found(row.phrase(first, at), rule)
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
        lands = row.tags[at] != "K" or row.keys[at] in known("parties.land")
        if phrase is not None and not lands and is_place(phrase):
            phrase = None  # "The bank said": no country does
        if row.keys[at] == "union" or (phrase is None and row.tags[at] in "kK"):
            kind = at - 1 if row.tags[max(0, at - 2) : at] in ("Dx", "'x") else at  # "the police union"
            phrase = row.phrase(kind, at)
        return Found(phrase, rule) if phrase is not None else None
    return Found(row.phrase(at, at), rule)
