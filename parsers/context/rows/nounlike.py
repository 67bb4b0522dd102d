"""Verbs that their neighbours make nouns ("a separate report"), and a currency that somebody "won"."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.context.rows.words import Word, known
from parsers.model import Figure, Kind

WINNERS = ("N", "K", "k", "I", "P")
"""Before those who "won" something; elsewhere it is a currency."""
DOCUMENTS = ("report", "reports", "records", "offers", "purchase", "projects")
"""Verbs that a word before them makes nouns."""
MEASURES = ("value", "volume", "weight")
"""By what something is only measured."""
PROJECTS, PROJECTED = tuple("WHmVZFxiMopn"), tuple("DqFCG")
"""Before projects, which nobody foresees ("won projects worth $5 million", "five projects")."""


def as_noun_or_win(words: Sequence[Word], at: int, before: str, after: str) -> Word | None:
    """A currency that somebody "won", or a verb that is a noun where it stands; else nothing."""
    word = words[at]
    if word.key == "hit" and before == "F" and at > 1 and words[at - 2].tag in "Dx":
        return word._replace(tag="M")  # "took a $5 million hit"
    if word.key == "won" and (
        (before in WINNERS and after in ("D", "F", "i", "q"))
        or (before in (*WINNERS, ",") and after in ("M", "x", "V", "C") and words[at + 1].key.endswith("s"))
    ):
        return word._replace(tag="H")
    if word.key in MEASURES and before == "p" and words[at - 1].key == "by" and after != "o":
        return word._replace(tag="d")  # "rose 5% by value"
    if word.key == "lead" and before in ("", ",", "&") and after in ("V", "B"):
        return word._replace(tag="Z") if any(w.tag == "Z" for w in words[:at]) else None  # the metal
    if word.key == "won" and after == "p" and words[at + 1].key == "by":
        return word._replace(tag="x")  # "The contract, won by Halden"
    if word.key in known("contextwords.compound") and before in ("x", "C") and at > 1:
        figure = words[at - 2].ref
        sized = isinstance(figure, Figure) and figure.kind == Kind.MONEY
        return word._replace(tag="M") if sized else None  # "a $5 million cost-saving plan"
    led = before == "D" or (before == "x" and at > 1 and words[at - 2].tag == "D")
    one = before == "x" and word.key in ("purchase", "report") and words[at - 1].key[-1] != "s"
    done = word.key == "projects" and before in PROJECTS and after not in PROJECTED
    if (word.key in DOCUMENTS and led) or one or done:
        return word._replace(tag="x")  # "a separate report", "Home purchase plans"
    if word.key == "hit" and before == "F" and at > 1 and words[at - 2].tag in "Dq":
        return word._replace(tag="x")  # "a $5 million hit"
    if word.key == "based" and before == "L" and after in ("K", "k", "x"):
        return word._replace(tag="x")  # "a Rhode Island based bank"
    if (
        word.key == "target"
        and before == "D"
        and at > 1
        and words[at - 2].key in known("contextwords.values")
    ):
        return word._replace(tag="K")  # "the bid values the target at"
    if word.key == "accounts":
        return word if at + 1 < len(words) and words[at + 1].key == "for" else word._replace(tag="x")
    return None
