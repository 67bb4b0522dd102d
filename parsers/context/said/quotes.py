"""Who speaks in a quotation: the one named beside it, else the speaker of the quotation before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import regex

from parsers.context.names.parties import Names
from parsers.context.rows.words import Name
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.text import START
from parsers.values import record
from parsers.worded import worded

QUOTED = Pattern(r"\"[^\"\n]{1,1200}+(?:\"|(?=\n))|\u201c[^\u201c\u201d\n]{1,1200}+(?:\u201d|(?=\n))")
"""A quotation, up to its closing mark or to the end of its paragraph."""

CLOSES = '"\u201d'
GAP = 240
"""How far a speaker's words may stand from those before and still be the same speaker's."""


@record
class Quote:
    """One quotation and who says it."""

    start: int
    end: int
    speaker: Phrase


@cache
def _said_by() -> regex.Pattern[str]:
    """Between a quotation and its speaker behind it: ", said " or " says analyst "."""
    return worded(r"[,\s]{0,3}(?:also\s)?(?:<<contextwords.say>>)\s(?:(?:[\p{Ll}-]++,?\s){0,6}?)?")


@cache
def _told_by() -> regex.Pattern[str]:
    """Behind a quotation: its speaker's role and, behind the name, the verb: " governor A B told"."""
    return worded(r"(?:,\s[^\"\u201c\n]{1,80},)?\s(?:<<contextwords.say>>)(?!\p{L})")


@cache
def _pronoun() -> regex.Pattern[str]:
    """Behind a quotation: who has been named before (", she said")."""
    return worded(r"\s(?:he|she)\s(?:(?:also|later|then)\s)?(?:<<contextwords.say>>)(?!\p{L})")


FAR = 600
"""How far before a quotation the person may be named who is only "she" behind it."""
ROLE = Pattern(r"\s(?:(?:the|its|an?|[\p{L}][\p{L}'\u2019.-]*+)[ \n]){0,6}?\Z")
"""Between a quotation and a speaker whose verb stands behind the name."""


@cache
def _says() -> regex.Pattern[str]:
    """Between a speaker and the quotation behind: " said, " or ", the chairman, says: "."""
    aside, tail = r"(?:,[^\"\u201c\n]{1,80},)?", r"[^.\"\u201c\n]{0,40}"
    return worded(rf"{aside}\s(?:<<contextwords.say>>){tail}")


def find_quotes(text: str, names: Names) -> tuple[Quote, ...]:
    """The quotations of a text whose speaker is known, in text order."""
    return tuple(_quotes(text, names))


def _quotes(text: str, names: Names) -> Iterator[Quote]:
    last: Quote | None = None
    open_end = -1
    for match in QUOTED.finditer(text):
        start, end = match.span()
        speaker = _beside(text, start, end, names)
        if speaker is None and last is not None:
            goes_on = open_end == last.end or text.count("\n\n", last.end, start) < 2
            speaker = last.speaker if goes_on and start - last.end <= GAP else None
        open_end = end if text[end - 1] not in CLOSES else -1
        last = Quote(start, end, speaker) if speaker is not None else None
        if last is not None:
            yield last


def _beside(text: str, start: int, end: int, names: Names) -> Phrase | None:
    """The person or company that a verb of saying ties to a quotation."""
    at = bisect_left(names.found, end, key=START)
    if at < len(names.found):
        name = names.found[at]
        said = _said_by().fullmatch(text, end, name.start) if name.start - end < 64 else None
        if said is not None and name.tag in "PN":
            return _phrase(text, name)
        teller = next((n for n in names.found[at : at + 2] if _tells(text, end, n)), None)
        if teller is not None:
            return _phrase(text, teller)
    if _pronoun().match(text, end) is not None:
        who = (n for n in reversed(names.found[:at]) if n.end <= start)
        person = next((n for n in who if n.tag == "P" or start - n.end > FAR), None)
        return _phrase(text, person) if person is not None and start - person.end <= FAR else None
    if (told := _he_said().search(text, max(0, start - LEAD), start)) is not None:
        return _named_before(text, told, names, at)
    for name in reversed(names.found[max(0, at - 6) : at]):
        if name.end <= start and name.tag in "PN" and start - name.end < 140:
            return _phrase(text, name) if _says().fullmatch(text, name.end, start) is not None else None
    return None


def _named_before(text: str, told: regex.Match[str], names: Names, at: int) -> Phrase | None:
    """Whom "he" or "the minister" is before a quotation: the person named last, or last with that office."""
    office = told["office"]
    for name in reversed(names.found[max(0, at - MANY) : at]):
        if told.start() - name.end > LONG:
            return None
        if name.end > told.start() or name.tag != "P":
            continue
        if office is None or office in text[max(0, name.start - OFFICE) : name.start].lower():
            return _phrase(text, name)
    return None


LEAD, LONG, OFFICE, MANY = 48, 2400, 48, 200
"""Within how many characters stand "he said:", whom it means and an office; among how many names he is."""


@cache
def _he_said() -> regex.Pattern[str]:
    """Before a quotation: who has been named before ("On spending, he said: ")."""
    return worded(
        r"(?r)(?<!\p{L})(?i:he|she|the (?P<office>minister|president|governor|chairman|chief executive))"
        r"\s(?:(?:also|later|then)\s)?(?:<<contextwords.say>>)[:,]\s?\Z"
    )


def _tells(text: str, end: int, name: Name) -> bool:
    """Whether a name behind a quotation has a verb of saying behind itself, in the quotation's sentence."""
    if name.tag not in "PN" or name.start - end >= 64 or text[end - 2 : end - 1] != ",":
        return False
    return ROLE.match(text, end, name.start) is not None and _told_by().match(text, name.end) is not None


def _phrase(text: str, name: Name) -> Phrase:
    return Phrase(name.start, name.end, text[name.start : name.end])


def speaker_at(quotes: tuple[Quote, ...], at: int) -> Phrase | None:
    """Who says what stands at ``at``, if that is quoted."""
    index = bisect_left(quotes, at, key=lambda q: q.end)
    if index < len(quotes) and quotes[index].start <= at < quotes[index].end:
        return quotes[index].speaker
    return None
