"""What a party's word in a sentence means: a name, "it", "the company", "its paper unit"."""

from __future__ import annotations

from parsers.context.rows.clauses import named_for, outside
from parsers.context.rows.words import Name, Row, known
from parsers.context.subject.able import can_act, is_had_with
from parsers.context.subject.acting import acting, beside_another, kin_of
from parsers.context.subject.actors import (
    Found,
    is_edge,
    is_employer,
    is_let,
    is_up,
)
from parsers.context.subject.antecedent import antecedent, foresaw, is_of_many, many_who
from parsers.context.subject.described import described
from parsers.context.subject.sites import names_site, owns, site_told
from parsers.context.subject.topic import Topic
from parsers.context.subject.trades import index_which, market_which
from parsers.context.traded import FUTURES
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
        verb_seen = verb_seen or tag in VERBS or is_up(row, at)
        if tag == "r" and verb_seen and (told := _told_of(row, at, place, topic)) is not None:
            return told
        if verb_seen and tag == "i" and (kin := kin_of(row, at)) is not None:
            return kin
        if (
            verb_seen
            and tag in "xZMFR"
            and not (_is_joined(tags, at) or _is_told(row, at))
            and (does := acting(row, at, place, topic)) is not None
        ):
            return does
        if tag in "NKkZI" and _is_aside(row, at) and not (tag == "Z" and _speaks_of_goods(topic)):
            continue
        if (
            tag not in WHO
            or (tag == "Z" and _are_held(row, at, place))
            or not _stands_as_subject(row, at, verb_seen)
        ):
            continue
        if _is_joined(tags, at) or _ends_its_clause(row, at) or _is_told(row, at) or is_had_with(tags, at):
            continue
        if not can_act(row, at, place, topic) or _is_of_one_told_of(row, at):
            continue
        found = beside_another(row, at, place, topic) or resolve(row, at, topic, "subject.clause", depth)
        if found is not None and found.phrase.text in topic.tellers:
            found = None
        # A pronoun has looked at everything before it: nothing there is left to try.
        if found is not None or row.words[at].key in PRONOUNS:
            return found
    return None


EXPLETIVE = Pattern(r"IBx{0,2}d?[XSx]")
"""What is generally expected or said, by nobody in particular."""


def _stands_as_subject(row: Row, at: int, verb_seen: bool) -> bool:
    """Whether a party stands where a subject stands: before its verb, or what it is let or helped to do."""
    if verb_seen:
        return is_edge(row.tags, at) or is_let(row, at)
    return row.tags[at + 1 : at + 2] in ("C", "G", "M", "t", "x") and is_let(
        row, at
    )  # "helped Norvik boost its sales"


def _is_of_one_told_of(row: Row, at: int) -> bool:
    """Whether a word only says what one is of whom something is told ("earnings of Norvik, a maker,")."""
    if row.tags[at] not in "Kk":
        return False
    who = named_for(row, at)
    return who is not None and who < at and row.tags[who - 1 : who] in ("o", "p", "a", "w", "f")


def _is_told(row: Row, at: int) -> bool:
    """Whether a party is only told something ("told Norvik the deficit would be"), or is none at all."""
    if row.tags[at] == "L" and row.keys[at - 1 : at] in (("outside",), ("inside",), ("throughout",)):
        return True  # "Shipments outside Korea sank"
    if row.tags[at] == "I" and EXPLETIVE.match(row.tags, at) and "that" in row.keys[at + 2 : at + 6]:
        return True  # "it was widely expected that there would be two cuts"
    before = at - 1 - (row.tags[at - 1 : at] == "D")
    return before > 0 and row.keys[before] in ("tell", "telling", "tells", "told")


def _ends_its_clause(row: Row, at: int) -> bool:
    """Whether a party is what something is done to, before a participle ("cut its unit, reducing debt")."""
    if row.tags[at + 1 : at + 2] != "," or not row.keys[at + 2 : at + 3] or row.keys[at + 2][-3:] != "ing":
        return False
    return OBJECT.match(row.tags, max(0, at - 6), at) is not None


OBJECT = Pattern(r"(?r)(?:[VHWm](?:D|i|[NK]')?|xi)x{0,3}\Z")
"""Before what somebody does something to ("restructured its")."""


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
    if who is not None and row.tags[who] in "NP" and _is_listed(row, who):
        return None
    return resolve(row, who, topic, "subject.which") if who is not None else None


JOINED = Pattern(r"(?r)[MG][pon]D?x{0,2}[NLZkxM]x{0,2}(?:,x{0,2}[xM]){0,3},?&D?[xK]{0,2}\Z")
"""Before the second of two things that a metric is of ("Demand for the lamp and the Orlin shelf rose")."""


def _multiplies(row: Row, place: int) -> bool:
    """Whether a figure is the verb of its clause ("whose profit doubled")."""
    figure = row.words[place].ref
    return isinstance(figure, Figure) and figure.kind == Kind.MULTIPLE and figure.text.endswith("ed")


def _is_joined(tags: str, at: int) -> bool:
    """Whether what stands at ``at`` is only one of the things that a metric is of, or of two metrics."""
    if tags[at] == "Z" and tags[max(0, at - 2) : at] == "M&":
        return True  # "Cash and bullion rose by $142 million"
    hit = JOINED.search(tags, max(0, at - 14), at) if "&" in tags[max(0, at - 4) : at] else None
    return hit is not None and ACTED.search(tags, 0, hit.start()) is None


ACTED = Pattern(r"(?r)[VBHAWXm][^,;c\"VBHAWXm]{0,4}\Z")
"""Before a metric that is no subject ("$5 million will come from cash on hand and Calder will borrow")."""


PRONOUNS = ("it", "they", "we", "itself")


DEEPEST = 6
"""How many pronouns in a row are followed back."""


def _speaks_of_goods(topic: Topic) -> bool:
    """Whether a text speaks of what is traded: another such thing has sales and stocks of its own."""
    return topic.now is not None and topic.now.text.lower() in known("parties.security")


def _are_held(row: Row, at: int, place: int) -> bool:
    """Whether what is traded is only held in store ("U.S. crude stocks rose by two million barrels")."""
    figure = row.words[place].ref if place < len(row.words) else None
    held = row.tags[at] == "Z" and isinstance(figure, Figure) and figure.kind == Kind.QUANTITY
    return held and row.keys[at + 1 : at + 2] in (("stocks",), ("inventories",))


def _is_aside(row: Row, at: int) -> bool:
    """Whether a party only says whose analyst, where something is, what it imports, or is "itself"."""
    tag, behind = row.tags[at], row.tags[at + 1 : at + 2]
    if tag == "I":
        return row.tags[at - 1 : at] == "r" and row.keys[at] == "itself"  # "Norvik, which itself made"
    if "such" in row.keys[max(0, at - 4) : at]:  # "tenants such as the grocer Calder"
        return True
    if tag in "NP" and _is_listed(row, at):
        return True
    if row.tags[at - 1 : at] == '"' and row.tags[at + 1 : at + 3] in (',"', '".', '",'):
        return True  # a game: 'known for "Orlin Rush," had'
    if tag == "N" and row.tags[at + 1 : at + 3] in ("ZM", "xM") and row.keys[at + 2] in FUTURES:
        return True  # "ICE March raw sugar futures fell"
    if tag == "N":
        led = at - 1 - (row.tags[max(0, at - 2) : at] == "ix")
        return is_employer(row, at) or OF_ITS.match(row.tags, max(0, led)) is not None
    if tag == "k":
        return behind == "M" and row.keys[at] == "unit"  # "unit costs"
    if tag == "K":
        led = row.keys[at - 1 : at] == ("a",)  # "A company offer of 2 percent"
        narrows = behind == "M" and (led or row.keys[at] in NARROWING)  # "Two-year government bonds"
        return (
            behind == "R" or narrows or row.tags[at + 1 : at + 3] in ("NS", "ES")
        )  # "rival lender Norvik said"
    if at and row.keys[at - 1] in ("realised", "realized"):
        return True  # "the average realised gold price rose"
    own = row.words[at].key in known("parties.bloc")
    return not own and behind == "M" and row.words[at + 1].key not in known("parties.quoted")


def _is_listed(row: Row, at: int) -> bool:
    """Whether a name is one of several that only are examples ("brands such as Orlin, Vega and Tarn had")."""
    hit = EXAMPLES.search(row.tags, max(0, at - 14), at)
    return hit is not None and (row.tags[hit.start()] == "y" or row.keys[hit.start()] == "such")


EXAMPLES = Pattern(r"(?r)(?:D[cp]|y)(?:[xD]?[NPLZ](?:,|,?&))+[xD]?\Z")
NARROWING = ("government", "bank")
"""Words for a party that stand before what is called by them."""
OF_ITS = Pattern(r"ix?N[xkM]{1,2}[VBHAWXmF]")
"""A place or a brand that stands before what a party has ("its Gdansk factory will")."""


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
