"""Whether two figures can be one thing at two times."""

from __future__ import annotations

from parsers import lexicon
from parsers.links.measures import SHARES, alike_measure, size
from parsers.links.placed import Placed, family
from parsers.model import Figure, Kind

FEW_TIMES, MANY_TIMES = 5, 1000
"""How many times as large one of two amounts may be: a plan and its outcome, results of two years."""


def alike(a: Placed, b: Placed) -> bool:
    """Whether two figures measure the like: profit and loss, an issue and its notes."""
    return family(a.figure) is not None and family(a.figure) == family(b.figure)


def of_one_unit(a: Placed, b: Placed) -> bool:
    """Whether two figures, where they count, count the same things, or do not say what."""
    counted = a.figure.kind == Kind.COUNT
    return not counted or a.figure.unit == b.figure.unit or None in (a.figure.unit, b.figure.unit)


def are_anothers(a: Figure, b: Figure) -> bool:
    """Whether two figures are told of two parties by their names."""
    one, two = a.subject_name, b.subject_name
    return one is not None and two is not None and one != two and one[0].isupper() and two[0].isupper()


def comparable(a: Figure, b: Figure, limit: int = MANY_TIMES) -> bool:
    """Whether two figures can be one thing at two times: of one kind and unit, and of like size."""
    bare, other = sorted((a, b), key=lambda f: (f.kind != Kind.COUNT, f.unit is not None))
    if bare.kind == Kind.COUNT and bare.unit is None and other.kind in (Kind.QUANTITY, Kind.MONEY):
        return 0 < size(bare) <= FEW_TIMES * size(other) and size(other) <= FEW_TIMES * size(bare)
    if a.kind != b.kind and a.kind in SHARES and b.kind in SHARES:
        return True  # "a third of the seats, up from 18%"
    if a.kind == b.kind == Kind.QUANTITY and _one_dimension(a, b):
        return True  # "1.4 gigawatts, up from 210 megawatts"
    if a.kind != b.kind or not (alike_measure(a, b) or a.kind in (Kind.COUNT, Kind.RATIO) or _is_bare(a, b)):
        return False
    if a.kind != Kind.MONEY:
        return True
    least, most = sorted((size(a), size(b)))
    if (a.per is None) != (b.per is None):
        limit = FEW_TIMES
    return least == 0 or most <= limit * least


def _one_dimension(a: Figure, b: Figure) -> bool:
    """Whether two quantities are told in units of one dimension."""
    one, two = (lexicon.entries("units").get(f.unit or "") for f in (a, b))
    return one is not None and two is not None and one.get("dimension") == two.get("dimension")


def _is_bare(a: Figure, b: Figure) -> bool:
    """Whether one of two amounts has no currency of its own ("3 billion marks, or $2 billion, from 2.9")."""
    return a.kind == Kind.MONEY and any("unit" in f.inferred for f in (a, b))


def called_alike(new: Figure, old: Figure) -> bool:
    """Whether the words for two share one that says what they are ("net premiums", "premium collected")."""
    if new.metric is None or old.metric is None:
        return False
    one, two = (
        {word.removesuffix("s") for word in metric.text.lower().split() if len(word) > SHORTEST}
        for metric in (new.metric, old.metric)
    )
    return not one.isdisjoint(two)


SHORTEST = 5
"""More letters than this has a word that says what is measured, and not only "total" or "gross"."""
