"""Words that their neighbours make others: nouns that only can be verbs there, and the like."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from parsers.context.rows.agents import names_many
from parsers.context.rows.costing import has_cost
from parsers.context.rows.doing import (
    SHIPS,
    before_time,
    is_dealt,
    is_infinitive,
    is_object,
    is_to_be_done,
    many_do,
    moves_by,
    only_tells_which,
    takes_amount,
    values_something,
)
from parsers.context.rows.foretelling import TELLERS, closes_speech, makes_known, opens_clause
from parsers.context.rows.neighbours import by_neighbours
from parsers.context.rows.nounlike import DOCUMENTS, as_noun_or_win
from parsers.context.rows.turns import (
    SALES,
    WHILE,
    as_or,
    begins_clause,
    from_sales,
    leave_out,
    without_seat,
)
from parsers.context.rows.words import Word, known
from parsers.model import Figure, Kind
from parsers.quick import Quick

SPECIAL = (
    "metrics.making contextwords.since contextwords.foresees contextwords.verblike contextwords.reckons "
    "contextwords.saidlike contextwords.compound metrics.participle contextwords.bought "
    "contextwords.gathered contextwords.made_known"
)
"""The classes of the words that `as_verbs` may take for others."""
AUXILIARIES = frozenset(("has", "have", "had"))
FORESAW = ("estimated", "forecast")
AUXILIARY = ("has", "have", "had", "having")


MAKERS = ("N", "K", "k", "I", "A", "d")
"""Before those who "made" money."""
QUOTED = ("bid", "asked")
"""Behind a price these only say which one it is ("rose $2 to $44 bid")."""


def as_verbs(words: list[Word]) -> list[Word]:
    """The words, with a noun that stands where only a verb can made one ("will total", "is forecast")."""
    special, keys = _special(), [word.key for word in words]
    found = list(words)
    left_out = known("contextwords.leaves_out")
    for at, word in enumerate(words):
        if word.key in special:
            found[at] = _as_verb(words, at)
        elif word.tag == "x" and at and _is_unknown_verb(word.key, words, at):
            found[at] = word._replace(tag="W")
        elif word.tag in "HWm" and at and words[at - 1].tag in "pno" and _is_present(word.key):
            found[at] = word._replace(tag="x")  # "spent on pumps", "invested in ships"
    for at, word in enumerate(words) if not WHILE.isdisjoint(keys) else ():
        if word.key in WHILE and word.tag == "p" and begins_clause(found, at):
            found[at] = word._replace(tag="c")
    if not known("contextwords.equal").isdisjoint(keys):
        as_or(found, keys)
    if "from" in keys and not SALES.isdisjoint(keys):
        from_sales(found)
    if any(key.endswith("based") for key in keys):
        without_seat(found, keys)
    for at, word in enumerate(words) if not left_out.isdisjoint(keys) else ():
        adjusted = word.key == "adjusted" and (at == 0 or keys[at + 1 : at + 2] not in (["for"], ["to"]))
        if word.key in left_out and not adjusted and (at == 0 or words[at - 1].tag == ","):
            leave_out(found, at)
    return found


@cache
def _special() -> frozenset[str]:
    """The words that `_as_verb` looks at."""
    return known(SPECIAL).union(SINGLE)


def _is_unknown_verb(key: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word that no table knows is a verb ("will turn", "which ended", "he inspected 40 mills")."""
    before = words[at - 1].tag
    if before == "A":
        return key.isalpha()
    if before in "MNZK" and key.endswith("ed") and at + 1 < len(words) and words[at + 1].key == "between":
        return True  # "the index traded between"
    if before == "Z" and key in known("contextwords.moves") and is_dealt(words, at):
        return True  # "Silver traded late in London at $6"
    aside = before == "," and at > 2 and words[at - 2].tag in "LN"
    first = at - 1 - (before == "d" and at > 1)
    before = words[first].tag
    after = words[at + 1].tag if at + 1 < len(words) else ""
    if after in ("D", "i") and before in ("N", "I", "P") and _is_present(key):
        return True  # "Halden enjoys a lead"
    past = key.endswith("ed") or key in known("contextwords.irregular")
    if not past or not (before in "IrNKkPRLZ&" or aside or names_many(words[first].key)):
        return False
    if after == "t" and before in ("L", "N", "P", "I"):
        return key in known("contextwords.undertakes")  # "Canberra decided to spend"
    moved = after in tuple("dU") or (after != "" and words[at + 1].key in PARTICLES)
    behind = at + 2 if moved else at + 1
    after = words[behind].tag if behind < len(words) else ""
    if before == "K" and after in ("M", "G") and first > 0 and words[first - 1].tag in "Dx":
        return key not in known("contextwords.attributive")  # "The group blamed claims inflation"
    dealt = before == "Z" and after == "a"  # "the yen steadied at 140"
    return before in "Ir" or after in ("D", "F", "i", "q") or dealt


def _is_present(key: str) -> bool:
    """Whether a word has the form of a verb of one who does something now ("enjoys")."""
    return key[-1:] == "s" and key[-2:] not in ("ss", "us", "is") and key.isalpha() and len(key) > SHORT


SHORT = 4
"""Letters that a verb has more than."""
PARTICLES = ("away", "back", "off", "out", "over")
"""Between a verb and its object ("builders laid off 500 people")."""
ALONE = ("may", "net", "ran", "runs", "between")
"""Words whose neighbours alone tell what they are."""
BEFORE_ONE = ("held", "owned", "stock", "group")
"""Words that may only tell which company or exchange is meant ("closely held Norvik", "stock exchange")."""
SINGLE = frozenset((*ALONE, *BEFORE_ONE, *DOCUMENTS)).union(
    ("composite", "accounts", "based", "hit", "own", "estimated", "asked", "a unit", "firm", "target", "won"),
    ("raises", "values", "lead", "value", "volume", "weight"),
)


def _as_what_it_is(words: Sequence[Word], at: int, before: str, after: str) -> Word:
    """The month, "a net $5 million", what "ran at" so much, "between" two amounts, what somebody made."""
    word = words[at]
    if word.key == "may":
        dated = before in ("", "S", "o", "n", "p") and after in ("Z", "M", "x")
        return word._replace(tag="T") if dated else word
    if word.key == "net":
        return word._replace(tag="q") if at and words[at - 1].key == "a" and after == "F" else word
    if word.key in ("ran", "runs"):
        return word._replace(tag="V") if after == "a" else word
    if word.key == "between":
        return word._replace(tag="q") if after == "F" else word  # "between 5% and 7%"
    figure = words[at + 1].ref if after == "F" else None
    money = isinstance(figure, Figure) and figure.kind == Kind.MONEY
    return word._replace(tag="m") if money and before in MAKERS else word


def _as_verb(words: Sequence[Word], at: int) -> Word:
    """A word that may be a verb, with the tag that its neighbours give it."""
    word = words[at]
    before = words[at - 1].tag if at else ""
    after = words[at + 1].tag if at + 1 < len(words) else ""
    behind, lead = words[at + 2].tag if at + 2 < len(words) else "", words[at - 1].key if at else ""
    if word.key in BEFORE_ONE:
        return only_tells_which(words, at, after)
    if word.key in ALONE or word.key in known("metrics.making"):
        return _as_what_it_is(words, at, before, after)
    if word.key in QUOTED and before == "F" and at > 1 and words[at - 2].tag in "ta" and after in ("", ","):
        return word._replace(tag="d")
    if (other := _as_sum(words, at, after) or as_noun_or_win(words, at, before, after)) is not None:
        return other
    word = _as_told(words, at, before, after) or by_neighbours(word, lead, before, after, behind)
    outright = after in ("M", "G") or (before == "N" and after + behind == "L'")
    if word.key in known("contextwords.foresees") and outright and _foresee(words, at):
        word = word._replace(tag="X")
    if word.key in FORESAW and not AUXILIARIES.isdisjoint(w.key for w in words[max(0, at - 2) : at]):
        word = word._replace(tag="X")  # "has forecast growth", "had originally estimated that"
    if word.key in known("contextwords.values") and values_something(words, at, before, after):
        word = word._replace(tag="m")
    if word.tag == "p" and word.key in known("contextwords.since") and _begins_clause(words, at):
        word = word._replace(tag="c")
    expecting = word.key in known("contextwords.expecting")
    closes = (expecting or word.key == "estimated") and closes_speech(words, at)
    if closes or (expecting and opens_clause(words, at, before)):
        word = word._replace(tag="X")
    if word.tag == "M" and word.key in known("contextwords.gathered") and before == "A":
        word = word._replace(tag="W")
    likely = word.tag in "MCkKG" and word.key in known("contextwords.verblike") and after != "o"
    likely = likely and not (before == "N" and at > 1 and words[at - 2].tag == "i")  # "its Selic rate at"
    before = _tag_before(words, at, before) if likely else before
    if likely and (
        is_infinitive(word, before, after)
        or moves_by(words, at, before)
        or _stands_as_verb(words, at, before, after, behind)
    ):
        word = word._replace(tag=_verb_tag(word.key))
    return word


def _tag_before(words: Sequence[Word], at: int, before: str) -> str:
    """The tag before a word, adverbs and times left out ("will also close", "Norvik on Monday cut rates")."""
    if before == "d" and at > 1:
        return words[at - 2].tag
    who = words[before_time(words, at)].tag if before == "T" else before
    return who if who in ("N", "P", "K") else before


def _as_sum(words: Sequence[Word], at: int, after: str) -> Word | None:
    """The word "total" where many do it ("loans total $5 million"), "raises" that somebody gets ("of 5%")."""
    if words[at].key == "raises":
        return words[at]._replace(tag="G") if after == "o" else None
    if words[at].key != "total" or after not in ("F", "q") or not at:
        return None
    many = words[at - 1].tag in ("x", "M", "L") and words[at - 1].key.endswith("s")
    return words[at]._replace(tag="B") if many else None


def _foresee(words: Sequence[Word], at: int) -> bool:
    """Whether those before a word are who may foresee something ("Halden now forecasts sales of")."""
    last = at - 1 - (at > 1 and (words[at - 1].tag == "d" or words[at - 1].key == "now"))
    if last < 0:
        return False
    asked = words[last].tag == "F" and words[last].key.split()[-1] in known("parties.outsider")
    many = words[last].tag == "x" and names_many(words[last].key)
    return words[last].tag in (*TELLERS, "E") or many or asked  # "40 economists forecast growth"


CLAUSE = Quick(r"[DixLENZT']{0,4}[MG]{1,3}(?:[no][DixLNETM]{1,4})?d?[VBHm]")
"""Behind "after": what is measured and its verb ("after sales in the fourth quarter rose")."""
DOUBLED = Quick(r"[DixLENZT']{0,4}[MG]{1,3}F")
TIMES = ("doubled", "halved", "quadrupled", "tripled")
"""The same with a figure that is its verb ("after its profit doubled")."""
TAKEN_OFF = frozenset(
    ("tax", "taxes", "interest", "charges", "items", "provisions", "minorities", "exceptionals")
)
"""Behind "after" and "before", what is taken off a profit ("profit after tax rose")."""


def _begins_clause(words: Sequence[Word], at: int) -> bool:
    """Whether "after" or the like begins a clause of what is measured."""
    behind = (word.key for word in words[at + 1 : at + 3] if " before " not in word.key)
    if not TAKEN_OFF.isdisjoint(key.split()[-1] for key in behind):
        return False
    tags = "".join([word.tag for word in words[at + 1 : at + 12]])
    if CLAUSE.match(tags) is not None:
        return True
    doubled = DOUBLED.match(tags)
    return doubled is not None and words[at + doubled.end()].key in TIMES


def _stands_as_verb(words: Sequence[Word], at: int, before: str, after: str, behind: str) -> bool:
    """Whether only a verb can stand between two words with these tags."""
    lead = words[at - 1].key if at else ""
    if is_to_be_done(words, at, before, after) or has_cost(words, at, before, after):
        return True
    if words[at].key == "starts":
        return at > 0 and (before in ("A", "I", "P", "r", "N", "M", "F") or after in ("p", "w", "T"))
    if before in ("A", "I", "P", "r"):
        return lead not in ("where", "whose")
    if words[at].key in SHIPS or (before in ("T", "F") and after in ("D", "i")):
        return takes_amount(words[at].key, before, after)
    if before == "L" and after in ("D", "F", "i", "p"):
        return words[at].key in known("directions.verb") or words[at].key == "average"
    if before in ("x", "M") and names_many(lead) and after in tuple("DFiqMG"):
        return many_do(words[at].key, before, after)
    if before in ("N", "K", "L") and after in ("M", "G"):
        land = before == "L"  # "Iraq cut output", no "U.S. rate gains"
        return words[at].key in (("cut", "cuts") if land else known("directions.verb"))
    if not before or before not in "BHRKNMGZC" or (before == "H" and lead not in AUXILIARY):
        return False
    many = words[at].key.endswith("s") and not lead.endswith("s")
    if before == "M" and many and words[at].key in known("directions.verb") and after in ("t", "p"):
        return True  # "whose stake drops to 6 percent"
    if is_object(words, at, before, after, behind):
        return False
    if not after and any(word.tag == "F" for word in words[max(0, at - 3) : max(0, at - 1)]):
        return False  # "a $5 million Army order.", "a $3 billion hostile takeover bid."
    going = after == "V" and words[at + 1].key.endswith("ing")
    return not after or after in "FDiqtNKa" or (before == "R" and after == ",") or going


def _verb_tag(key: str) -> str:
    """The tag of a noun that is a verb: of expecting, of change ("cut"), or another."""
    if key in known("contextwords.expecting"):
        return "X"
    return "V" if key in known("directions.verb directions.act") else "W"


def _as_told(words: Sequence[Word], at: int, before: str, after: str) -> Word | None:
    """A word that says something here ("it added,", "announced it had")."""
    word = words[at]
    said = word.key in known("contextwords.saidlike") and before in (*TELLERS, "E")
    said = said and after in ("", ",", '"', ";")
    if said or (word.key in known("contextwords.made_known") and makes_known(words, at, before)):
        return word._replace(tag="S")
    return None
