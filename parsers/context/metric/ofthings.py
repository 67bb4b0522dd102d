"""What is measured of several things, where a rule gave only the last of them ("sales of cars and buses")."""

from __future__ import annotations

from parsers import lexicon
from parsers.context.metric.near import NP
from parsers.context.rows.grammar import Answer
from parsers.context.rows.words import Row
from parsers.lazy import Pattern


def head_of_things(row: Row, answer: Answer) -> Answer | None:
    """The noun of whose things a rule gave the last, or what stands behind their share."""
    told = [key for key in row.keys[: answer.first] if key.endswith(NAMED)]
    ratio = RATIO_OF.search(row.tags, 0, answer.first) if told else None
    if ratio is not None and row.keys[ratio.end("np") - 1].split()[-1] in RATIOS:
        return Answer(answer.rule, ratio.start("np"), ratio.end("np") - 1)
    margin = MARGIN_ON.search(row.tags, 0, answer.first) if told else None
    if margin is not None and row.keys[margin.end("np") - 1].split()[-1] == "margin":
        return Answer(answer.rule, margin.start("np"), margin.end("np") - 1)
    if not _is_a_thing(row, answer.last):
        return None
    hit = OF_SEVERAL.search(row.tags, 0, answer.first) or OF_SO_MUCH.search(row.tags, 0, answer.first)
    if hit is None or row.keys[hit.start("of")] not in OF or "F" in row.tags[answer.last + 1 :][:1]:
        return None
    if _is_a_thing(row, hit.end("np") - 1) or any(
        row.tags[at] == "B" and row.keys[at] != "made" for at in range(hit.end("np"), answer.first)
    ):
        return None
    return Answer(answer.rule, hit.start("np"), hit.end("np") - 1)


def is_of_list(row: Row, answer: Answer, first: int) -> bool:
    """Whether a word at ``first`` only ends a list of what something is told of ("cars, vans and buses")."""
    hit = OF_SEVERAL.search(row.tags, 0, first)
    return hit is not None and row.keys[hit.start("of")] in OF and hit.end("np") - 1 <= answer.last


def _is_a_thing(row: Row, at: int) -> bool:
    """Whether a word names what is sold, owed or counted, and nothing that is measured itself."""
    if row.tags[at] == "x":
        return True
    found = lexicon.find("metrics.noun", row.keys[at])
    return any(entry.get("group") in SOLD_OR_OWED or entry.id in SOLD_OR_OWED for entry in found)


SOLD_OR_OWED = ("fleet", "places", "customers", "employees", "security", "debt")
"""Metrics, and groups of them, that are things of which more is measured."""
MARGIN_ON = Pattern(r"(?r)(?P<np>x{0,2}M)p(?:[xM]{1,3}\()?\Z")
"""Before what a margin is told on ("a margin on earnings before tax of 9%")."""
RATIOS = frozenset(("ratio", "ratios"))
NAMED = ("ratio", "ratios", "margin")
"""How the words for what has two things in it end."""
RATIO_OF = Pattern(r"(?r)(?P<np>x{0,2}M)o[^;,VBHAWXF]{1,6}t[Dxi]{0,2}\Z")
"""Before the second of two things of which one is told as a part ("the ratio of debt to assets")."""
OF = ("of", "for", "on", "in")
OF_SEVERAL = Pattern(rf"(?r)(?P<np>{NP})(?!')(?P<of>[opn])[DLxMdWBZNk,]{{1,12}}[&,][Dd]{{0,2}}x?[NL]?k?\Z")
"""Before the last of several things: what is measured of them."""
OF_SO_MUCH = Pattern(rf"(?r)(?P<np>{NP})(?!')(?P<of>[opn])D?[xd]{{0,2}}q*F\Z")
"""Before things that a share or a rate tells ("Yields on 10.5 percent bonds")."""
