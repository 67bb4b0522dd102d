"""Parties of a clause that are not its subject: asides, examples, objects, those who are only told."""

from __future__ import annotations

from parsers.context.rows.clauses import named_for
from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import is_edge, is_employer, is_let
from parsers.context.subject.sorts import is_body
from parsers.context.traded import FUTURES
from parsers.lazy import Pattern
from parsers.model import Figure, Kind

EXPLETIVE = Pattern(r"IBx{0,2}d?[XSx]")
"""What is generally expected or said, by nobody in particular."""


def stands_as_subject(row: Row, at: int, verb_seen: bool) -> bool:
    """Whether a party stands where a subject stands: before its verb, or what it is let or helped to do."""
    if verb_seen and row.keys[at - 1 : at] in (("meant",), ("means",)):
        return True  # "That meant Norvik regained its place with"
    if verb_seen:
        return is_edge(row.tags, at) or is_let(row, at)
    return row.tags[at + 1 : at + 2] in ("C", "G", "M", "t", "x") and is_let(
        row, at
    )  # "helped Norvik boost its sales"


def is_of_one_told_of(row: Row, at: int) -> bool:
    """Whether a word only says what one is of whom something is told ("earnings of Norvik, a maker,")."""
    if row.tags[at] not in "Kk":
        return False
    who = named_for(row, at)
    return who is not None and who < at and row.tags[who - 1 : who] in ("o", "p", "a", "w", "f")


def is_told(row: Row, at: int) -> bool:
    """Whether a party is only told something ("told Norvik the deficit would be"), or is none at all."""
    if row.tags[at] == "L" and row.keys[at - 1 : at] in (("outside",), ("inside",), ("throughout",)):
        return True  # "Shipments outside Korea sank"
    if row.tags[at] == "I" and EXPLETIVE.match(row.tags, at) and "that" in row.keys[at + 2 : at + 6]:
        return True  # "it was widely expected that there would be two cuts"
    if row.tags[at : at + 3] == "KS," and row.keys[at] in known("parties.teller parties.body"):
        return TOLD_BY.search(row.tags, max(0, at - 6), at) is not None
    before = at - 1 - (row.tags[at - 1 : at] == "D")
    return before > 0 and row.keys[before] in ("tell", "telling", "tells", "told")


def tells_of_all(row: Row, at: int, place: int) -> bool:
    """Whether an office only says what was done by all ("The ministry said 9 million trips were made")."""
    if row.tags[at + 1 : at + 2] != "S" or row.tags[place + 1 : place + 2] not in ("B", "H"):
        return False
    between = row.tags[at + 2 : place]
    return set(between) <= set("dqDc") and is_body(row.phrase(at, at))


TOLD_BY = Pattern(r"(?r),(?:i|D|L')[xM]{0,3}\Z")
"""Before who only tells it in passing ("will harvest 52 tons, its supply agency said, up from 47")."""


def ends_its_clause(row: Row, at: int) -> bool:
    """Whether a party is what something is done to, before a participle ("cut its unit, reducing debt")."""
    if row.tags[at] in "kK" and FOR_ITS.search(row.tags, max(0, at - 12), at) is not None:
        return True
    if row.tags[at + 1 : at + 2] != "," or not row.keys[at + 2 : at + 3] or row.keys[at + 2][-3:] != "ing":
        return False
    return OBJECT.match(row.tags, max(0, at - 6), at) is not None


FOR_ITS = Pattern(r"(?r)[pwoafn](?:[Di]|[NKL]')[xNZML]{0,4}&[xNZML]{1,3}\Z")
"""Before a unit of two sorts of business that a preposition leads to ("for its farm and road equipment")."""
OBJECT = Pattern(r"(?r)(?:[VHWm](?:D|i|[NK]')?|xi)x{0,3}\Z")
"""Before what somebody does something to ("restructured its")."""


BY_WHOM = Pattern(r"(?r)N,[xWVH]pD?\Z")
"""Before who has made somebody what he is, told between commas."""
JOINED = Pattern(r"(?r)[MG][pon]D?x{0,2}[NLZkxM]x{0,2}(?:,x{0,2}[xM]){0,3},?&D?[xK]{0,2}\Z")
"""Before the second of two things that a metric is of ("Demand for the lamp and the Orlin shelf rose")."""


def is_joined(tags: str, at: int) -> bool:
    """Whether what stands at ``at`` is only one of the things that a metric is of, or of two metrics."""
    if tags[at] == "Z" and tags[max(0, at - 2) : at] == "M&":
        return True  # "Cash and bullion rose by $142 million"
    hit = JOINED.search(tags, max(0, at - 14), at) if "&" in tags[max(0, at - 4) : at] else None
    return hit is not None and ACTED.search(tags, 0, hit.start()) is None


ACTED = Pattern(r"(?r)[VBHAWXm][^,;c\"VBHAWXm]{0,4}\Z")
"""Before a metric that is no subject ("$5 million will come from cash on hand and Calder will borrow")."""


def are_held(row: Row, at: int, place: int) -> bool:
    """Whether what is traded is only held in store ("U.S. crude stocks rose by two million barrels")."""
    figure = row.words[place].ref if place < len(row.words) else None
    held = row.tags[at] == "Z" and isinstance(figure, Figure) and figure.kind == Kind.QUANTITY
    return held and row.keys[at + 1 : at + 2] in (("stocks",), ("inventories",))


def is_aside(row: Row, at: int) -> bool:
    """Whether a party only says whose analyst, where something is, what it imports, or is "itself"."""
    tag, behind = row.tags[at], row.tags[at + 1 : at + 2]
    if tag == "I":
        return row.tags[at - 1 : at] == "r" and row.keys[at] == "itself"  # "Norvik, which itself made"
    if "such" in row.keys[max(0, at - 4) : at]:  # "tenants such as the grocer Calder"
        return True
    if tag in "NP" and is_listed(row, at):
        return True
    if row.tags[at - 1 : at] == '"' and row.tags[at + 1 : at + 3] in (',"', '".', '",'):
        return True  # a game: 'known for "Orlin Rush," had'
    if tag == "N" and row.tags[at + 1 : at + 3] in ("ZM", "xM") and row.keys[at + 2] in FUTURES:
        return True  # "ICE March raw sugar futures fell"
    if tag == "N" and behind == "," and BY_WHOM.search(row.tags, max(0, at - 4), at) is not None:
        return True  # "Norvik, managed by Norvik Capital Corp., Calden, would pay"
    if tag == "N":
        led = at - 1 - (row.tags[max(0, at - 2) : at] == "ix")
        return is_employer(row, at) or OF_ITS.match(row.tags, max(0, led)) is not None
    if tag == "k":
        return behind == "M" and row.keys[at] == "unit"  # "unit costs"
    if tag == "K":
        led = row.keys[at - 1 : at] == ("a",)  # "A company offer of 2 percent"
        narrows = behind == "M" and (led or row.keys[at] in NARROWING)  # "Two-year government bonds"
        apposed = row.tags[max(0, at - 2) : at] in ("N,", "K,", "k,") and behind == "o"
        apposed = apposed and row.keys[at] in known(
            "parties.making"
        )  # "Calder, maker of Orlin tyres, said it"
        return (
            behind == "R" or apposed or narrows or row.tags[at + 1 : at + 3] in ("NS", "ES")
        )  # "rival lender Norvik said"
    if at and row.keys[at - 1] in ("realised", "realized"):
        return True  # "the average realised gold price rose"
    own = row.words[at].key in known("parties.bloc")
    return not own and behind == "M" and row.words[at + 1].key not in known("parties.quoted")


def is_listed(row: Row, at: int) -> bool:
    """Whether a name is one of several that only are examples ("brands such as Orlin, Vega and Tarn had")."""
    hit = EXAMPLES.search(row.tags, max(0, at - 14), at)
    return hit is not None and (row.tags[hit.start()] == "y" or row.keys[hit.start()] == "such")


EXAMPLES = Pattern(r"(?r)(?:D[cp]|y)(?:[xD]?[NPLZ](?:,|,?&))+[xD]?\Z")
NARROWING = ("government", "bank")
"""Words for a party that stand before what is called by them."""
OF_ITS = Pattern(r"ix?N[xkM]{1,2}[VBHAWXmF]")
"""A place or a brand that stands before what a party has ("its Gdansk factory will")."""
