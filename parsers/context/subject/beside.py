"""Whose a figure is of several that are told of with a word each ("with Orlin off 2% and banks down 1%")."""

from __future__ import annotations

from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.context.subject.referent import resolve
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.metrics import group_of
from parsers.model import Figure, Kind
from parsers.quick import Quick

TOLD_WITH = Pattern(r"(?r)(?:w|,|&)(?:D|L')?(?P<own>[NLZ]|[xM])(?P<went>[UpVCxWHm])d?q*\Z")
NAMED_AT = Pattern(r"(?r)(?:w|,|&)D?x?(?P<own>[NL])x?aq*\Z")
"""Before what one of several stands at ("with Calder second at 22% and Vega at 10%")."""
TOLD_ALONE = Pattern(r"(?r)F(?:Q|[tfa]q*F){0,2},?&?(?P<own>[xM])q*\Z")
WITH = Pattern(r"(?r)(?:^|[,VWmU])w[^;w]*\Z")
"""Before one of several that "with" begins to tell of."""
APPOSED = Pattern(r"(?:[cd],?)?D?(?P<own>[NLK]),w[^;]{1,12},d?x[DqMx]{0,2}\Z")
"""A party with what it has, and a verb that no table knows ("Norway, with 5 million people, eats")."""
WENT = ("off", "up", "down", "ahead", "lower", "higher")


LED_BY = Pattern(r"(?r)(?P<led>[xWVm])U?(?P<by>p)(?P<own>[NLZxM]{1,3}),[UVp]q*\Z")


def led_by(row: Row, place: int) -> Found | None:
    """Who led a move, and how far ("sectors fell, led by technology, off 2.7%")."""
    hit = LED_BY.search(row.tags, max(0, place - 10), place) if "," in row.tags[:place] else None
    if hit is None or row.keys[hit.start("by")] != "by":
        return None
    led = row.keys[hit.start("led")].split()[0] in known("contextwords.heads_move")
    return Found(row.phrase(hit.start("own"), hit.end("own") - 1), "subject.with") if led else None


def told_with(row: Row, place: int) -> Found | None:
    """Whom "with" tells of, with what it did and no verb ("with banks dropping 2% and miners 1%")."""
    if WITH.search(row.tags, max(0, place - 24), place) is None:
        return None
    apposed = APPOSED.match(row.tags, 0, place)
    if apposed is not None:
        who = apposed.start("own")
        return Found(row.phrase(who, who), "subject.clause")
    hit = TOLD_WITH.search(row.tags, max(0, place - 8), place)
    if hit is not None:
        key = row.keys[hit.start("went")]
        if key not in WENT and not key.endswith("ing"):
            return None
    else:
        hit = TOLD_ALONE.search(row.tags, max(0, place - 12), place)
        if hit is not None and row.keys[hit.start("own")][-1] == "s":
            return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.with")
    if hit is None and getattr(row.words[place].ref, "kind", None) == Kind.PERCENT:
        hit = NAMED_AT.search(row.tags, max(0, place - 8), place)
    if hit is None:
        return None
    at = hit.start("own")
    if row.tags[at] not in "NLZ" and row.keys[at] not in known("parties.actor parties.counted"):
        return None
    return Found(row.phrase(at, at), "subject.with")


MANY_MORE = Pattern(r"(?r)(?:F|,)(?:Q|T)?[,;]?&?(?P<own>x{0,2}[xM](?:&[xM])?),?q*\Z")
"""Before a figure: other many, with the verb left out ("banks cut 300 jobs and hotels and bars 200")."""


def many_more(row: Row, figure: Figure, place: int) -> Found | None:
    """Many of another sort that a figure is told of without their verb."""
    if figure.kind != Kind.COUNT or row.tags[place - 1 : place] not in ("x", "M", "q", ","):
        return None
    hit = MANY_MORE.search(row.tags, max(0, place - 8), place)
    if hit is None or "F" not in row.tags[max(0, place - 10) : place]:
        return None
    last = hit.end("own") - 1
    if row.keys[last] not in known("parties.actor parties.counted"):
        return None
    return Found(row.phrase(hit.start("own"), last), "subject.words")


def part_of_many(row: Row, figure: Figure, place: int) -> Found | None:
    """Many of whom a part begins a clause ("A study found that 64% of people aged 65 to 74 live alone")."""
    if figure.kind not in (Kind.PERCENT, Kind.RATIO):
        return None
    asked = OF_ASKED.match(row.tags) if row.tags.startswith("oD") else None
    if asked is not None and place > asked.end() and row.keys[asked.start("how")] in ASKED:
        return Found(row.phrase(asked.start("who"), asked.end("who") - 1), "subject.of_many")
    if row.tags[place + 1 : place + 2] != "o":
        return None
    first = place - 1
    while first >= 0 and row.tags[first] in "qd":
        first -= 1
    if first >= 0 and row.tags[first] not in ',;:cwS&"' and row.keys[first] not in OPENS:
        return None
    those = row.keys[place + 2 : place + 3] in (("those",), ("these",)) and not THOSE.match(
        row.tags, place + 2
    )
    begin = place + 2 + (row.tags[place + 2 : place + 3] == "D" and not those)
    for at in range(begin, min(begin + 4, len(row.tags))):
        if row.keys[at] in known("parties.public") or _are_many(row, at):
            aged = AGED.match(row.tags, at + 1) if row.keys[at + 1 : at + 2] == ("aged",) else None
            if aged is None and row.keys[at] == "those" and row.keys[at + 1 : at + 2]:
                at += row.keys[at + 1].endswith("ed")  # "those questioned"
            return Found(row.phrase(begin, aged.end() - 1 if aged is not None else at), "subject.of_many")
        if row.tags[at] not in "xMLEZ":
            break
    return None


OF_ASKED = Quick(r"oD(?P<who>x{0,2}[xMKk])(?P<how>[xWS])p")
"""Whom a sentence begins with who were asked ("Of the firms questioned by Calder, 48% were")."""
ASKED = ("asked", "canvassed", "interviewed", "polled", "questioned", "sampled", "surveyed")


def among_many(row: Row, place: int) -> Found | None:
    """The people or the like of whom a rate is told ("The jobless rate among young Greeks hit")."""
    hit = AMONG.search(row.tags, max(0, place - 10), place)
    if hit is None or row.keys[hit.start("among")] not in ("among", "amongst"):
        return None
    last = hit.end("who") - 1
    if row.keys[last] not in known("parties.public parties.many"):
        return None
    return Found(row.phrase(hit.start("who"), last), "subject.of")


AMONG = Pattern(r"(?r)M(?P<among>p)D?(?P<who>[xMLEZN]{1,3})[dAH]{0,2}[VBHxW]q*\Z")


THOSE = Quick(r"D[xL]?[xMKk](?=[BHVWAXSm,pt]|\Z)")
"""Many that were told of before ("90% of those mills had")."""


def who_earn(row: Row, place: int) -> Found | None:
    """People of whom a clause tells by what they earn, pay or have ("Someone earning $30,000 will")."""
    hit = EARNING.search(row.tags, max(0, place - 6), place)
    if hit is None or not row.keys[hit.start("doing")].endswith("ing"):
        return None
    at = hit.start("own")
    if row.keys[at] not in known("parties.public parties.actor parties.anyone"):
        return None
    return Found(row.phrase(at, at), "subject.words")


EARNING = Pattern(r"(?r)(?:^|[,;c&\"S])D?(?P<own>[xMKR])(?P<doing>[xWm])[qdD]*\Z")


def _are_many(row: Row, at: int) -> bool:
    """Whether a word for firms ends those of whom a part is told ("70% of local businesses were")."""
    return row.keys[at] in known("parties.many") and row.tags[at + 1 : at + 2] in tuple("BHVWAXSm,p")


AGED = Pattern(r"xF(?:&[xU])?")
"""Behind many: their age ("those aged 75 and older")."""
OPENS = ("that", "some", "about", "and", "while")
"""Words that a part may begin a clause behind."""

HAS_MANY = Pattern(r"(?r)(?P<own>[NE]),Dx{0,2}(?P<what>[kKx])oq*\Z")
"""Before how many a party has, told of it between commas ("Halden, a chain of 40 shops")."""


def has_many(row: Row, figure: Figure, place: int) -> Found | None:
    """The party that is told to be a chain or the like of so many."""
    hit = HAS_MANY.search(row.tags, max(0, place - 9), place) if figure.kind == Kind.COUNT else None
    if hit is None or row.keys[hit.start("what")] not in known("contextwords.gathers"):
        return None
    return Found(row.phrase(hit.start("own"), hit.start("own")), HAS_RULE)


HAS_RULE = "subject.has_many"
HELD_BEHIND = Pattern(
    r"[ -]?(?:per cent|stake)?,? ?(?:(?:of [^,.;]{2,40}? )?(?:is|are|was|were) (?:still |now |also )*)?"
    r"(?:will be |would be |to be )?(?:in the hands of|belongs? to"
    r"|(?:held|owned|controlled|retained|kept) by)\b"
)


def held_behind(row: Row, figure: Figure, place: int) -> Found | None:
    """Who holds a part, told behind it ("the remaining 15% is in the hands of Norvik")."""
    if figure.kind not in (Kind.PERCENT, Kind.RATIO):
        return None
    owned = row.keys[place + 1 : place + 2] == ("by",) and not OWNED.isdisjoint(row.keys[:place])
    if not owned and HELD_BEHIND.match(row.text, figure.end) is None:
        return None
    by = HOLDER.search(row.tags, place + 1, place + 12)
    if by is None or "," in row.tags[place + 2 : by.start("own")]:
        return None
    return Found(row.phrase(by.start("own"), by.end("own") - 1), "subject.gapped")


OWNED = frozenset(("controlled", "held", "owned"))
"""Before parts with those whose they are ("is owned 60 percent by Norvik and 30 percent by Orlin")."""
HOLDER = Pattern(r"(?P<own>[NP]x?(?=[,;]|\Z)|[NP]|Lx?K{1,2})")
"""By whom something is held ("held by Norvik", "by the Baxter family", "by the Oslo city council")."""


WHO_OWNS = Pattern(r"[Dr](?P<own>N)[HB]?d?[mHVW]|[Dr](?:i|D|[NP]')[xRK]{1,3},(?P<own>[PN]),[HB]?d?[mHVW]")
WHOSE_IT_IS = Pattern(r"[Mx]?(?P<own>[NP])d?(?:[mHWSB]|V(?!F)|[IiD]?x{1,2}(?=p))")


def who_owns(row: Row, figure: Figure, place: int) -> Found | None:
    """Who has what is told of, behind it ("the 26 million shares that Norvik still owns")."""
    if figure.kind not in WHOLE or row.tags[place - 1 : place] != "D":
        return None
    hit = WHO_OWNS.match(row.tags, place + 1) if figure.kind in (Kind.COUNT, Kind.MONEY) else None
    if hit is None or row.keys[place + 1] not in ("that", "which"):
        hit = WHOSE_IT_IS.match(row.tags, place + 1) if row.tags[place - 2 : place - 1] != "n" else None
    if hit is None:
        return None
    return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.which")


WHOLE = (Kind.COUNT, Kind.MONEY, Kind.PERCENT)


TOLD_BY = Quick(r"[xM]{0,2}(?P<told>[xWVHm])T?(?P<by>p)[Di]?[xKR]{0,2}(?P<own>N)(?!'|&)")
"""Behind a figure: the company that has told of it ("the $204 million announced by its rival Orlin")."""
LEFT_WITH = Pattern(r"(?r)(?P<leaves>[xWHV])D?x{0,2}(?P<own>[NK])w[Dqx]{0,3}\Z")
"""Whom something leaves with so many ("The sale left the group with three divisions")."""


def told_of_by(row: Row, place: int, topic: Topic) -> Found | None:
    """The company that has told of a figure, or that something leaves with it."""
    hit = TOLD_BY.match(row.tags, place + 1)
    if hit is not None and row.keys[hit.start("by")] == "by":
        told = row.keys[hit.start("told")] in known("contextwords.told_by")
        return resolve(row, hit.start("own"), topic, "subject.told_by") if told else None
    whom = LEFT_WITH.search(row.tags, max(0, place - 9), place) if "w" in row.tags[:place] else None
    if whom is None or row.keys[whom.start("leaves")] not in known("contextwords.leaves"):
        return None
    return resolve(row, whom.start("own"), topic, "subject.left_with")


BY_WITH = Pattern(r"(?r)pD?[xRKML]{0,3}(?P<own>[NP])w[Dq]{0,2}\Z")
"""Before a part: who controls a company with it ("controlled by the investor Petra Vogel with 43%")."""
KIN_WITH = Pattern(r"(?r)(?P<own>[NPL])(?P<kin>x)w[Dq]{0,2}\Z")


def kin_with(row: Row, place: int) -> Found | None:
    """The family that has something ("controlled by the Halden family, with 61%")."""
    holder = BY_WITH.search(row.tags, max(0, place - 10), place)
    if holder is not None and row.keys[holder.start()] == "by":
        return Found(row.phrase(holder.start("own"), holder.start("own")), "subject.of")
    hit = KIN_WITH.search(row.tags, max(0, place - 6), place)
    if hit is None or row.keys[hit.start("kin")] not in known("parties.kin"):
        return None
    return Found(row.phrase(hit.start("own"), hit.start("kin")), "subject.of")


def whose_pay(row: Row, figure: Figure, first: int, topic: Topic) -> Found | None:
    """The person whose pay a metric is that begins at the word ``first`` ("His bonus was")."""
    if group_of(figure) != "pay" or not {"his", "her"}.intersection(row.keys[max(0, first - 3) : first]):
        return None
    before = row.tags.rfind("P", 0, first)
    person = row.phrase(before, before) if before >= 0 else topic.person
    if person is None:
        return None
    at = next(i for i in range(first - 1, -1, -1) if row.keys[i] in ("his", "her"))
    return Found(person, "subject.pronoun", row.phrase(at, at))
