"""The titles of films, games, albums and books of which the text tells how they fare ("Mad Max" opened to).

Other words between marks of quotation name nobody (`runs.is_only_quoted`).
"""

from __future__ import annotations

import re
from itertools import count

import regex

from parsers.context.names.parties import Names, Party
from parsers.context.rows.words import Name
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.text import START
from parsers.worded import Worded

DOUBLE, SINGLE = r"[^\s\"\u201c\u201d]", r"[^\s'\u2018\u2019]"
QUOTED = Pattern(
    rf"(?<![\p{{L}}\d])(?:[\"\u201c](?P<title>[\p{{Lu}}\d]{DOUBLE}*(?: {DOUBLE}+){{0,9}}?)(?<!,),?[\"\u201d]"
    rf"|['\u2018](?P<title>[\p{{Lu}}\d]{SINGLE}*(?: {SINGLE}+){{0,9}}?)(?<!,),?['\u2019])(?!\w)"
)
"""Words between marks of quotation, the first of them with a capital."""
MARKS = frozenset("\"'\u201c\u2018")
PLAIN = 3
"""How many letters a word of a title has at most that may be written in small ones ("Lord of the Rings")."""
WORK = Worded(r"(?:<<names.work>>|<<contextwords.picture>>),?[ \n]\Z")
FARES = Worded(
    r"(?: (?:also|already|has|have|had|still|then|now))?[ \n]<<contextwords.fares>>(?!\w)"
    r"|,?[\"\u201d'\u2019]?,? (?:an?|the) (?:[\w-]{2,16} ){0,3}?"
    r"(?:<<names.work>>|<<contextwords.picture>>)(?!\w)"
)
BACK, REACH = 24, 40
"""How many characters before and behind a title are looked at."""


def with_titles(text: str, names: Names) -> Names:
    """The names, with the titles whose success the text tells of."""
    if MARKS.isdisjoint(text):
        return names
    quoted = [hit for hit in QUOTED.finditer(text) if _is_title(hit["title"])]
    told = {hit["title"] for hit in quoted if _fares(text, hit)}
    if not told:
        return names
    numbers = count(len(names.parties))
    parties = {
        title: Party(next(numbers), Phrase(*first.span("title"), title), "N", first=first.start("title"))
        for title in sorted(told)
        for first in [next(hit for hit in quoted if hit["title"] == title)]
    }
    found = [Name(*h.span("title"), "N", parties[h["title"]].number) for h in quoted if h["title"] in told]
    within = [(name.start, name.end) for name in found]
    others = (n for n in names.found if not any(start <= n.start < end for start, end in within))
    return Names(tuple(sorted((*others, *found), key=START)), (*names.parties, *parties.values()))


def _is_title(words: str) -> bool:
    """Whether all longer words have a capital, and one that is no number begins with a letter."""
    long = [word for word in re.findall(r"[^\W_]+", words) if len(word) > PLAIN]
    return bool(long) and all(not word[0].islower() for word in long) and any(w[0].isupper() for w in long)


def _fares(text: str, hit: regex.Match[str]) -> bool:
    """Whether a title stands behind the word for a work, or before what a work does."""
    if FARES.match(text, hit.end(), hit.end() + REACH) is not None:
        return True
    start = max(0, hit.start() - BACK)
    return WORK.search(text, start, hit.start()) is not None
