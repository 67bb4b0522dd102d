"""Words that begin a clause of their own, and asides that leave something out of a metric."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.context.rows.agents import names_many
from parsers.context.rows.words import Word, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind

WHILE = frozenset(("as", "after", "before", "until", "since"))
BEGINS = Pattern(
    r"(?:[NL]')?[Di]?T?[xL]{0,2}[MZKkN](?:[nop][Di]?(?:T[xM]?|[xLZ]?[xMLZ]))?d?(?:[VBHAm]|S(?!D?I))|D?[NLK]W[DiqF]"
    r"|D?[xLMKR]{1,4}NS(?=[iMDIG])"
)
"""Behind such a word: a clause of its own ("as vehicle sales rose", "after the yen fell")."""


def begins_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a clause of its own stands behind a word ("as sales rose"; not "profit after tax was")."""
    behind = words[at + 1 : at + 9]
    if any(_act(behind, here) for here in (0, 1)):
        return True  # "hiring bounced back as employers added jobs"
    left_out = not behind or behind[0].tag != "M" or behind[0].key in known("contextwords.left_out")
    if at and words[at - 1].tag in "MG" and left_out:
        return False
    return BEGINS.match("".join([word.tag for word in behind])) is not None


def _act(words: Sequence[Word], at: int) -> bool:
    """Whether a word is one for many who add or cut so many of something."""
    if (
        at + 2 >= len(words)
        or words[at].tag != "x"
        or words[at + 1].tag != "V"
        or words[at + 2].tag not in "qF"
    ):
        return False
    return words[at].key.endswith("s") and names_many(words[at].key)


def leave_out(words: list[Word], first: int) -> None:
    """Take the metrics from an aside on what is left out of another ("profit, before charges, was")."""
    for at in range(first + 1, min(len(words), first + 12)):
        if words[at].tag not in ASIDE:
            ends = words[at].tag == "," and at + 1 < len(words)
            goes_on = ends and (words[at + 1].tag in "BVHWm" if first else words[at + 1].tag in "NKIPD")
            if goes_on and (first or words[0].key == "excluding"):
                words[first:at] = [w._replace(tag="x") if w.tag in "MGC" else w for w in words[first:at]]
            return


ASIDE = "MGCxDioapnwZNk&'dtfRLTyEKPU"


def without_seat(words: list[Word], keys: Sequence[str]) -> None:
    """Words that only tell where a party is, made plain ones ("the Dayton, Ont.-based packer")."""
    for at, key in enumerate(keys):
        first = _seat_of(words, key, at) if key.endswith("based") else at
        if first < at:
            words[first : at + 1] = [word._replace(tag="x") for word in words[first : at + 1]]


def _seat_of(words: Sequence[Word], key: str, at: int) -> int:
    """Where the words begin that end in "based" at ``at``; there, if they are no seat."""
    first = at
    if key == "based" and words[at - 1].tag == "-":
        while first and at - first < SEAT and words[first - 1].tag in ("-", ",", "L", "N"):
            first -= 1
        return first if first and words[first - 1].tag in "Dx," else at
    town = key.endswith("-based") and at > 2 and words[at - 2].tag + words[at - 1].tag == "L,"
    return at - 2 if town and words[at - 3].tag in ("D", ",") else at  # "a Berlin, Germany-based maker"


def from_sales(words: list[Word]) -> None:
    """Make the "from" of the sales that a result is made on an "on" ("a profit of $4 from sales of $9")."""
    tags = "".join([word.tag for word in words])
    for hit in FROM_SALES.finditer(tags):
        at = hit.start("from")
        result = words[hit.start("what")].key.split()[-1]
        if words[hit.end("of") - 2].key.split()[-1] in SALES and result in RESULTS:
            words[at] = words[at]._replace(tag="p", key="on")


FROM_SALES = Pattern(r"(?P<what>M)oq*F[QU]?(?:,?&q*FQ?,?)?(?P<from>f)[xC]{0,2}(?P<of>Mo)q*F")
SALES = frozenset(("revenue", "revenues", "sales", "turnover"))
RESULTS = frozenset(("earnings", "income", "loss", "losses", "net", "profit", "profits", "ebitda", "ebit"))
"""What is made on sales, by the last word of its name."""


SEAT = 4
"""How many words tell of a seat at most."""


def as_or(words: list[Word], keys: Sequence[str]) -> None:
    """Make "equal to" between a comma and an amount an "or" ("$5 million, equal to 45 cents a share")."""
    equal = known("contextwords.equal")
    for at in range(1, len(words) - 2):
        the = keys[at - 1] == "the"
        if keys[at] not in equal or keys[at + 1] != ("of" if the else "to"):
            continue
        first = at - the
        amount = next((word.ref for word in words[at + 2 : at + 4] if word.tag == "F"), None)
        near = (
            words[at + 2].tag in ("F", "q") and isinstance(amount, Figure) and amount.kind is not Kind.COUNT
        )
        if near and words[first - 1].tag == ",":
            words[first] = words[first]._replace(tag="&", key=keys[at])
            words[first + 1 : at + 2] = [word._replace(tag="q") for word in words[first + 1 : at + 2]]
