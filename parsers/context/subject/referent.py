"""What a party's word in a sentence means: a name, "it", "the company", "its paper unit"."""

from __future__ import annotations

from parsers.context.rows.clauses import outside
from parsers.context.rows.words import Name, Row, known
from parsers.context.subject.able import can_act, is_had_with, is_made_by_another
from parsers.context.subject.acting import acting, beside_another, kin_of
from parsers.context.subject.actors import (
    Found,
    is_up,
)
from parsers.context.subject.antecedent import antecedent, foresaw, is_of_many, many_who
from parsers.context.subject.described import described
from parsers.context.subject.passed import (
    are_held,
    ends_its_clause,
    is_aside,
    is_joined,
    is_listed,
    is_of_one_told_of,
    is_told,
    stands_as_subject,
    tells_of_all,
)
from parsers.context.subject.sites import names_site, owns, site_told
from parsers.context.subject.topic import Topic
from parsers.context.subject.trades import index_which, market_which
from parsers.lazy import Pattern
from parsers.model import Figure, Kind

OWN_UNIT = Pattern(r"'[xMZNEL]{0,4}k(?![xMk])")
FIRST_PARTY = Pattern(r"(?:[^;]{0,8}-)?(?:T,|p[^,]*,|d,)?D?x{0,2}(?P<who>[NKk])")
WHO = "NPKkIZL"
VERBS = "VBHAWXmS"
REACH = 60
"""How many words before a figure its subject may stand."""


def clause_subject(row: Row, place: int, topic: Topic, depth: int = 0) -> Found | None:
    """The nearest party before the figure that stands where a subject stands, with a verb behind it."""
    tags = row.tags
    verb_seen = _multiplies(row, place)
    for at in outside(tags, place, REACH):
        tag = tags[at]
        if tag == '"' and at > 0 and tags[at - 1] == "," and "S" in tags[at:place]:
            return None  # what somebody has said before
        verb_seen = verb_seen or _tells_what_is_done(row, at, place)
        if tag == "r" and verb_seen and (told := _told_of(row, at, place, topic)) is not None:
            return told
        if verb_seen and tag == "i" and (kin := kin_of(row, at)) is not None:
            return kin
        if (
            verb_seen
            and tag in "xZMFR"
            and not (
                is_joined(tags, at) or is_told(row, at) or (tag == "x" and OF_ITS_OWN.search(tags, at, place))
            )
            and (does := acting(row, at, place, topic)) is not None
        ):
            return does
        if tag in "NKkZI" and _is_passed(row, at, place, topic):
            continue
        if (
            tag not in WHO
            or (tag == "Z" and are_held(row, at, place))
            or not stands_as_subject(row, at, verb_seen)
        ):
            continue
        if is_joined(tags, at) or ends_its_clause(row, at) or is_told(row, at) or is_had_with(tags, at):
            continue
        if not can_act(row, at, place, topic) or is_of_one_told_of(row, at) or is_made_by_another(row, at):
            continue
        found = beside_another(row, at, place, topic) or resolve(row, at, topic, "subject.clause", depth)
        found = None if found is not None and found.phrase.text in topic.tellers else found
        # A pronoun has looked at everything before it: nothing there is left to try.
        if found is not None or row.words[at].key in PRONOUNS:
            return found
    return None


def _is_passed(row: Row, at: int, place: int, topic: Topic) -> bool:
    """Whether a party is only told by the way, or an office that tells what all did."""
    if row.tags[at] == "N" and tells_of_all(row, at, place):
        return True
    return is_aside(row, at) and not (row.tags[at] == "Z" and _speaks_of_goods(topic))


def _tells_what_is_done(row: Row, at: int, place: int) -> bool:
    """Whether a word is a verb of the clause of a figure, or a "who" that somebody does something behind."""
    if row.tags[at] in VERBS or is_up(row, at) or _is_done(row, at):
        return True
    return row.keys[at] == "who" and "," not in row.tags[at:place]


def _is_done(row: Row, at: int) -> bool:
    """Whether an unknown word right behind a name is what it did ("after Orlin floated on the market")."""
    if row.tags[at] != "x" or row.tags[at - 1 : at] != "N" or not row.keys[at].endswith("ed") or at < 2:
        return False
    return row.tags[at + 1 : at + 2] in tuple("pnatDi") and row.keys[at] not in known("parties.begun")


def _told_of(row: Row, at: int, place: int, topic: Topic) -> Found | None:
    """Whom a "which" or "who" at ``at`` stands for: many, or a party."""
    if (many := many_who(row, at)) is not None:
        return many
    if row.words[at].key == "who" and row.keys[at + 1 : at + 2] != () and foresaw(row, at):
        return None  # "analysts polled by Norvik, who expected a loss of"
    site = site_told(row, at)
    if site is not None and owns(row.words[place].ref):
        return Found(site, "subject.site")
    if (market := market_which(row, at) or index_which(row, at)) is not None:
        return market
    who = antecedent(row, at, place)
    if who is not None and row.tags[who] in "NP" and is_listed(row, who):
        return None
    return resolve(row, who, topic, "subject.which") if who is not None else None


def _multiplies(row: Row, place: int) -> bool:
    """Whether a figure is the verb of its clause ("whose profit doubled")."""
    figure = row.words[place].ref
    return isinstance(figure, Figure) and figure.kind == Kind.MULTIPLE and figure.text.endswith("ed")


OF_ITS_OWN = Pattern(r",?c[DixZ]{0,2}M[^;,cNKkI]{0,8}[VBHm]")
"""A clause of something measured, between who acts and a figure (", while employment in trade grew by")."""
PRONOUNS = ("it", "they", "we", "itself")


DEEPEST = 6
"""How many pronouns in a row are followed back."""


def _speaks_of_goods(topic: Topic) -> bool:
    """Whether a text speaks of what is traded: another such thing has sales and stocks of its own."""
    return topic.now is not None and topic.now.text.lower() in known("parties.security")


def resolve(row: Row, at: int, topic: Topic, rule: str, depth: int = 0) -> Found | None:
    """The party that the word at ``at`` means."""
    word = row.words[at]
    tag = row.tags[at]
    phrase = row.phrase(at, at)
    if isinstance(word.ref, Name):
        unit = OWN_UNIT.match(row.tags[at + 1 : at + 8])
        if unit is not None:
            return Found(row.phrase(at, at + unit.end()), rule)
        if at + 1 < len(row.keys) and row.keys[at + 1] in known("parties.kin"):
            return Found(row.phrase(at, at + 1), rule)
        return Found(phrase, rule)
    if tag == "I":
        return _pronoun(row, at, topic, depth)
    if tag in ("Z", "M"):
        first = at
        while first and row.tags[first - 1] in NARROWS[tag] and row.words[first - 1].key != "current":
            first -= 1
        placed = first > 0 and row.tags[first - 1] == "L"
        if placed and row.tags[max(0, first - 2) : first - 1] not in ("n", "a"):
            first -= 1  # "Dubai crude", not "in Dubai, crude"
        while first < at and _tells_which(row, first):
            first += 1
        last = at + (tag == "Z" and row.keys[at + 1 : at + 2] in (("stocks",), ("shares",)))
        return Found(row.phrase(first, last), rule)  # "Gold stocks" are no gold
    return described(row, at, topic, rule)


def _tells_which(row: Row, at: int) -> bool:
    """Whether a word only says which of several is meant ("the broader-based S&P 500", "most-active")."""
    key = row.keys[at]
    return row.tags[at] == "x" and (key in WHICH or key.endswith(SORTED))


WHICH = ("broad", "broader", "wider", "broadest")
SORTED = ("-based", "-heavy", "-active", "-weighted")
NARROWS = {"Z": "xNEZ", "M": "xNEZT"}
"""What may stand before a thing that is traded, or before what is quoted ("the 30-year bond's yield")."""


def _pronoun(row: Row, at: int, topic: Topic, depth: int) -> Found | None:
    """What "it" means: the subject before it in the sentence, else who the text speaks of."""
    if row.words[at].key not in PRONOUNS:
        return None
    seen = row.phrase(at, at)
    if row.tags[at - 1 : at] == "r" and OF_PARTY.search(row.tags, 0, at) is not None:
        others = (topic.company, topic.main)  # "retailer Norvik, in which it owns"
        told = next(
            (p for p in others if p is not None and not row.span.start <= p.start < row.span.end), None
        )
        if told is not None:
            return Found(told, "subject.pronoun", seen)
    whom = FROM_WHOM.search(row.tags, max(0, at - 14), at)
    if whom is not None and row.keys[whom.start("what")] in known("parties.announced"):
        own = whom.start("own")
        return Found(row.phrase(own, own), "subject.pronoun", seen)  # "news from Orlin that it will"
    if row.tags[at - 2 : at] == "ES" and row.words[at].key != "we":
        return Found(row.phrase(at - 2, at - 2), "subject.pronoun", seen)  # "The agency said it"
    earlier = None
    if depth < DEEPEST:
        earlier = clause_subject(row, at, topic, depth + 1) or first_party(row, at, topic)
    if earlier is not None and not is_of_many(row, at, earlier.phrase):
        return Found(earlier.phrase, "subject.pronoun", seen)
    if row.words[at].key == "they" and topic.many is not None:
        return Found(topic.many, "subject.pronoun", seen)
    later = (
        topic.unit is not None and topic.unit.start > seen.start
    )  # "it cut its range, and Orlin, its unit,"
    now = topic.now if later else topic.unit or topic.now
    if now is not None and row.tags[at + 1 : at + 2] in ("S", "X") and names_site(now):
        now = topic.now
    return Found(now, "subject.pronoun", seen) if now is not None else None


FROM_WHOM = Pattern(r"(?r)(?P<what>[xMS])[pfo](?P<own>N)(?:,[DiL'][^,;VBHAWXS]{1,8},)?[cD]\Z")
"""Before "it" of what somebody has made known ("an announcement from Orlin, the bank, that it")."""
OF_PARTY = Pattern(r"(?r)[NKk],?[pna]r\Z")
"""Before "it": a party of which is told what another one has in it."""


def first_party(row: Row, at: int, topic: Topic) -> Found | None:
    """The party that begins a sentence."""
    hit = FIRST_PARTY.match(row.tags[:at])
    return resolve(row, hit.start("who"), topic, "subject.clause") if hit is not None else None
