"""Words that the tags beside them make others ("its own", "since Halden", "groups holding 5%")."""

from __future__ import annotations

from parsers.context.rows.agents import names_many
from parsers.context.rows.words import Word, known


def by_neighbours(word: Word, lead: str, before: str, after: str, behind: str) -> Word:
    """A word that the tags beside it make another ("its own", "since Halden", "the figures")."""
    gauge = word.key == "composite" and before in ("Z", "E") and after in tuple("VBHWAm,")
    acts = word.key == "business" and (after == "H" or after + behind == ",r")
    if gauge or (word.key in known("contextwords.compound") and before == "M" and not acts):
        return word._replace(tag="M")  # "The Nasdaq composite rose"
    if word.key in known("metrics.participle"):
        return _as_holding(word, lead, before, after)
    if word.key in known("contextwords.bought") and before == "F" and after == "o":
        return word._replace(tag="M")
    if (tag := _by_lead(word.key, lead, after)) is not None:
        return word._replace(tag=tag)
    if word.key == "firm" and before in ("D", "i", "x", "L", "N", "E", "'"):
        return word._replace(tag="K")
    if word.key == "a unit" and after == "o":
        return word._replace(tag="k")
    place = after == "L" and behind in ("V", "H", "W", "S", "B", "A", "X", ",")
    if word.key == "own" and before in ("i", "'"):
        return word._replace(tag="x")
    if word.key in known("contextwords.since") and (after in ("N", "K", "I", "P") or place):
        return word._replace(tag="c")
    if word.key in known("contextwords.reckons") and before not in ("I", "P", "N", "R"):
        return word._replace(tag="x")
    if (
        word.key == "estimated"
        and before in ("N", "K", "I", "P", "R", "E", "k", ",")
        and after in ("D", "x", "i")
    ):
        return word._replace(tag="S")
    if word.key == "estimated" and before == "H":
        return word._replace(tag="X")
    return word


def _by_lead(key: str, lead: str, after: str) -> str | None:
    """What the word before a word makes of it ("up by a total 9,000", "in pre-market trade")."""
    if key == "trade" and lead in SESSIONS:
        return "x"
    tag, before_what = BY_LEAD.get((lead, key), (None, ""))
    return tag if after in tuple(before_what) else None


SESSIONS = ("pre-market", "premarket", "after-hours", "early", "late", "morning", "afternoon", "midday")
"""Before "trade" where it is a part of a session ("at $40 in pre-market trade"), and no measure."""
BY_LEAD = {("a", "total"): ("q", "F"), ("to", "project"): ("X", "MxDG")}


def _as_holding(word: Word, lead: str, before: str, after: str) -> Word:
    """The word "holding" as a verb: of holders ("groups holding 5%"), or of what stands ("holding at 5%")."""
    if after == "a":
        return word._replace(tag="V")
    many = before in ("x", "M") and names_many(lead)
    holder = many or before in ("F", "N", "K", "P", "R")
    return word._replace(tag="m") if holder and after in ("D", "F", "i", "q") else word
