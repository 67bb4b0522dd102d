"""Which names of two or three plain words are people: by a role beside them, by whom they stand with."""

from __future__ import annotations

from functools import cache

import regex

from parsers.context.names.runs import HELD, Run
from parsers.context.rows.beside import last_words, may_end
from parsers.context.rows.words import known, vocabulary
from parsers.lazy import Pattern
from parsers.worded import Worded, worded

OPENS = Pattern(r"(?r)(?:\A|\n|[.!?] )")
"""Before what opens a sentence or a paragraph ("Petra Vogel, who became chairman, said")."""
BESIDE_PERSON = Pattern(r"(?r)\b(?P<given>\p{Lu}\p{Ll}+) \p{Lu}[\p{L}'\u2019-]+ and ")
"""Before the second of two people."""


BEFORE_PERSON = ("said", "says", "named", "by", "investor", "leader")


@cache
def _person_before() -> regex.Pattern[str]:
    return worded(rf"(?r)(?:(?<!\p{{L}})(?:<<parties.role>>|{'|'.join(BEFORE_PERSON)})[, ]{{1,2}})")


PERSON_AFTER = Worded(
    r",? (?:\d{2}, )?(?>(?:(?:an?|the|its|who|chief|vice|senior|newly|[\p{L}]{1,24}+'s?)\s){0,2})"
    r"(?:[\p{L}-]{1,24}+\s){0,3}?(?:<<parties.role>>)(?!\p{L})"
    r"|,? who |, of [\p{Lu}]| (?:told|said|says),? "
)


def is_person(text: str, run: Run) -> bool:
    """Two or three plain capitalised words beside a role ("said", "an analyst", "chairman")."""
    if not all(w[0].isupper() and (w[1:].islower() or len(w) <= 2 or DOUBLE.match(w)) for w in run.words):
        return False
    if (
        AGED.match(text, run.end) is not None
        or _is_beside_person(text, run.start)
        or _is_told_of_as_one(text, run)
    ):
        return True
    if any(w.lower() in vocabulary()[0] and vocabulary()[0][w.lower()] in "MKkZ" for w in run.words[1:]):
        return False
    before = None
    if may_end(text, run.start, last_words("parties.role", *BEFORE_PERSON)):
        before = _person_before().match(text, max(0, run.start - 40), run.start)
    after = PERSON_AFTER.match(text, run.end, min(len(text), run.end + 80))
    if before is not None and before[0].strip(" ,") not in ("said", "says", "by", "named"):
        return True
    if (
        after is not None
        and after[0].startswith(", who")
        and OPENS.match(text, max(0, run.start - 2), run.start)
    ):
        return True
    if after is not None and not after[0].startswith((" told", " said", " says", ", who", " who")):
        return after[0].startswith(",")
    return before is not None and before[0].strip(" ,") in ("said", "says")


def is_child_of(text: str, run: Run) -> bool:
    """Whether a name tells whose child somebody is ("Salim bin Nasser al Harthy")."""
    return CHILD_OF.search(text, run.start, run.end) is not None


CHILD_OF = Pattern(r"[ \n](?:bin|bint|ibn)[ \n]")
AGED = Pattern(r", (?:aged )?[2-9]\d,")
"""Behind a person: the age."""
DOUBLE = Pattern(r"\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+\Z")
"""A double name ("Holden-Brown")."""


def acts_as_a_company(text: str, run: Run) -> bool:
    """Whether a name that begins like a person's stands before what "it" does ("Laura Orlin has cut its")."""
    hit = ITS.match(text, run.end)
    return hit is not None and THINKS.search(hit[0]) is None


def fares_as_a_company(text: str, run: Run) -> bool:
    """Whether shares or results of a name that could be a person's are told ("Philip Lane fell 4%")."""
    if len(run.words) not in (2, 3):
        return False
    if HELD_SO.match(text, max(0, run.start - 16), run.start) is not None:
        return True
    return FARES.match(text, run.end, run.end + 64) is not None


HELD_SO = Pattern(rf"(?r){HELD}")
FARES = Pattern(
    r" (?:said|says) (?:that )?(?:its|\p{L}+-quarter|quarterly|full-year|annual)"
    r" (?:[\p{Ll}-]+ ){0,2}?(?:income|profits?|loss|earnings|revenues?|sales|board|shareholders)\b"
    r"| (?:posted|reported) (?:an?|its|record|higher|lower|strong|weak) (?:[\p{Ll}-]+ ){0,3}?"
    r"(?:income|profits?|loss|earnings|revenues?|sales|results)\b"
    r"| (?:shares|stock) (?:rose|fell|gained|lost|climbed|dropped|slid|jumped|were|was)\b"
    r"| (?:rose|fell|gained|climbed|dropped|slid|jumped|slipped|advanced|edged) (?:\p{Ll}+ ){0,2}"
    r"(?:\p{Sc}?\d[\d.,/ -]*(?:%| percent| cents| to \p{Sc}?\d))"
)
"""Before and behind what has shares or results."""
ITS = Pattern(
    r"(?: (?!the\b|of\b|and\b)\p{Ll}{2,12}){1,3} its "
    r"(?:(?:own|annual|full-year|interim|final|staff|quarterly) )?"
    r"(?:staff|bonus|dividends?|workforce|outlook|guidance|forecasts?|profits?|sales|stores|shops|shares?|debts?"
    r"|prices|revenues?|jobs|headcount|customers|earnings|losses)\b"
)
THINKS = Pattern(
    r" (?:said|says|told|adds|added|expects?|expected|believes|thinks|sees|led|leads|runs|ran|called|praised"
    r"|as|when|that|which|who|in|to|at|for|with|from|on|by|became|is|was) "
)
"""What people do with a company that is "it"."""


def _is_told_of_as_one(text: str, run: Run) -> bool:
    """Whether the last of two words is a person's name further on ("said Iwata, who has worked there")."""
    last = run.words[-1]
    if len(run.words) != 2 or not last.isalpha():
        return False
    behind = text[run.end : run.end + FAR]
    return f"said {last}, who " in behind or f"Mr. {last}" in behind or f"Ms. {last}" in behind


FAR = 3000
"""How many characters behind a name its last word may stand alone."""


def speaks_as_one(text: str, run: Run) -> bool:
    """Whether a name tells reporters something, or "he" goes on where it spoke ("Orlin said ... He said")."""
    first, last = run.words[0], run.words[-1]
    if len(run.words) > 3 or not (last.isalpha() and last[0].isupper() and last[1:].islower()):
        return False
    if (
        first in known("parties.place parties.nationality")
        or last.lower() in vocabulary()[0]
        or not known("parties.suffix parties.trade").isdisjoint(run.words)
    ):
        return False
    at = run.end - len(last)
    for _ in range(PLACES):
        if SPEAKS_ON.match(text, at + len(last)) and not OF_OTHERS.match(text, max(0, run.start - 12), at):
            return True
        at = text.find(last, at + len(last), run.start + FAR)
        if at < 0:
            return False
    return False


PLACES = 6
"""At how many places of a name what it does is looked at."""
SPEAKS_ON = Pattern(
    r" (?:later |also |today |yesterday |then )?"
    r"told (?:reporters|journalists|Reuters|newsmen|an? (?:news|press) conference)\b"
    r"|(?:,? (?:also |later )?(?:said|added|noted|told)\b)"
    r"[^.\n]{0,240}(?:\.(?:\p{L}|\d)[^.\n]{0,120}){0,4}\.[\"\u201d]?"
    r"\s{1,3}[\"\u201c]?(?:But |And |However, )?(?:He|She) \p{Ll}"
)
"""What only people do behind a name; between what was said and "He said" nobody else speaks."""
OF_OTHERS = Pattern(r"(?r)\b(?:in|at|for|of|from|with|by|to) (?:the )?(?:\p{Lu}\p{Ll}+ ){0,2}")
"""Before a place or a company whose people speak ("a dealer at Orlin Trust told Reuters")."""


def _is_beside_person(text: str, at: int) -> bool:
    """Whether a name is the second of two, behind that of a person by its first name."""
    hit = BESIDE_PERSON.match(text, max(0, at - 48), at)
    return hit is not None and hit["given"] in known("parties.given")


def is_one_who_said(text: str, run: Run) -> bool:
    """Whether a name is that of somebody who said something, and what he is, is no company's description."""
    if len(run.words) not in (2, 3) or SAID_BY.match(text, max(0, run.start - 8), run.start) is None:
        return False
    hit = IS_ONE.match(text, run.end, run.end + 96)
    if hit is None or not known("parties.suffix parties.trade parties.legal").isdisjoint(run.words):
        return False
    return vocabulary()[0].get(hit["noun"], "x") not in "Kk"


SAID_BY = Pattern(r"(?r)\b(?:said|says) ")
IS_ONE = Pattern(
    r", (?:(?:an?|the) (?:[\p{Ll}'\u2019-]+ ){0,4}?(?P<noun>\p{Ll}{3,})"
    r"(?: (?:at|in|for|from|who|of|with)\b|[,.;])"
    r"|(?P<noun>who) \p{Ll})"
)
"""Behind a name: what one is ("said Petra Vogel, a school nurse")."""
