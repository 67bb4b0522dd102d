"""The place whose a figure is: behind a metric of an economy, or told of beside another place."""

from __future__ import annotations

from functools import cache

import regex

from parsers.context.rows.words import Row, known, word_at
from parsers.context.subject.actors import Found
from parsers.context.subject.sorts import is_no_company
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.metrics import group_family, group_of
from parsers.model import Figure, Phrase

IN_PLACE = Pattern(r"nD?x?(?P<own>L(?!')|(?<=D)[ZK])")
IN_LAND = Pattern(r"(?:[op]D?x{0,2}[xMZ])?nD?x?(?P<own>L(?!')|(?<=D)[ZK])")
"""The same behind what it is of ("consumption of beer in Norway")."""
WHERE = Pattern(r"(?r)(?P<own>L),?(?P<where>r)D?[xMG]{1,4}[AHVBWd][^;rNKPL]{0,8}\Z")
"""Where the economy is told of ("in Ontario, where the rate climbed to")."""
PLACE_GAPPED = Pattern(
    r"(?r)(?:^|[,;c&n-])D?L[^;NKPL]{1,12}F(?:[QCGMx]|o[xZM]){0,2},?(?:Wp|[&c])?(?:nD?|D)?(?P<own>L)"
    r"(?:Dx?)?[pa]?q*\Z"
)
"""A second place, with the verb left out ("The West saw a 1.1% gain, and the Northeast a 4% decline")."""
THOSE_IN = Pattern(r"(?r)(?P<those>D)nD?(?P<own>L)[^,;NKPLF]{0,4}\Z")
"""Places with what was told of before ("while those in the West rose")."""


def place_behind(row: Row, figure: Figure, place: int, last: int, topic: Topic) -> regex.Match[str] | None:
    """The place behind a metric of an economy, which ends at ``last`` ("unemployment in Ontario").

    Where the text speaks of nobody, or of a place, any metric can be that of one ("house prices in Ontario").
    """
    free = topic.now is None or topic.now.text in known("parties.place")
    if not is_of_lands(figure):
        traded = figure.metric_name == "futures" or (figure.metric_name or "").endswith(" futures")
        return IN_PLACE.match(row.tags, last + 1) if free and not traded else None
    hit = IN_LAND.match(row.tags, last + 1) or WHERE.search(row.tags[:place])
    if hit is None or row.tags[hit.start("own")] not in "ZK":
        return hit
    return hit if row.keys[hit.start("own")] in known("parties.bloc parties.land") else None


def led_by_place(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The place with which a clause begins that tells of its economy ("in Spain the rate shot up to").

    A company has growth there as well, and so has it where the text speaks of one.
    """
    of_land = is_of_all(figure) or (is_of_lands(figure) and is_no_company(topic.now))
    hit = LED.search(row.tags, max(0, place - FAR), place) if of_land else None
    return Found(row.phrase(hit.start("own"), hit.start("own")), "subject.place") if hit is not None else None


LED = Pattern(
    r"(?r)(?:^|[;\"]|,?[c&])(?:[cd],?)?nD?x?(?P<own>L)(?!'),?[DT]?[xMG]{0,4}[AHBd]{0,3}[VBWm][^;,c&NKIPF]{0,8}\Z"
)
"""A place that leads a clause in which nobody is named before the figure."""


def is_of_lands(figure: Figure) -> bool:
    """Whether what a figure measures is measured of countries and regions ("unemployment")."""
    return (
        is_of_economies(figure)
        or group_of(figure) == "rate"
        or figure.metric_name in ("home prices", "property investment", "consumption", "demand")
        or (figure.metric is not None and PER_HEAD.search(figure.metric.text) is not None)
    )


PER_HEAD = Pattern(r"(?i)^per[- ]capita|\b(?:house|home|property) (?:prices?|values?)$")
"""What is measured of a country by its words."""


def is_of_economies(figure: Figure) -> bool:
    """Whether a metric is one of a whole economy ("unemployment", "consumer prices")."""
    return group_family(figure.metric_name) == "economy" and group_of(figure) != "trade"


def is_of_state(figure: Figure) -> bool:
    """Whether a figure is of what a whole country makes, spends, has or owes."""
    if group_of(figure) in OF_STATE or is_of_economies(figure):
        return True
    return figure.metric is not None and figure.metric.text.lower().endswith(_words_of("of_state"))


def of_world(row: Row, figure: Figure, topic: Topic) -> Found | None:
    """The world, of what economies have and whose first word says so ("Global growth would reach 3%")."""
    first = word_at(row, figure.metric.start) if figure.metric is not None else None
    if first is None or figure.metric is None:
        return None
    for at in (first, max(0, first - 1)):
        word = row.keys[at].split()[0]
        if word in known("contextwords.of_all_lands"):
            break
    else:
        return None
    metric = figure.metric.text.lower()
    grows = group_of(figure) == "trade" or metric.endswith("growth")
    alone = is_no_company(topic.now) or metric.endswith("trade")
    if not (is_of_economies(figure) or (grows and alone)):
        return None
    start, end = row.words[at].start, row.words[at].start + len(word)
    return Found(Phrase(start, end, row.text[start:end]), "subject.of")


OF_STATE = ("production", "trade", "stocks on hand")


@cache
def _words_of(kind: str) -> tuple[str, ...]:
    return tuple(sorted(known(f"contextwords.{kind}")))


def other_place(row: Row, place: int, topic: Topic) -> int | None:
    """The place that a figure is told of together with that of another place."""
    if "L" not in row.tags[max(0, place - 8) : place]:
        return place_listed(row, place, topic)
    hit = THOSE_IN.search(row.tags, max(0, place - 8), place)
    if hit is None or row.keys[hit.start("those")] not in ("that", "those"):
        hit = PLACE_GAPPED.search(row.tags, max(0, place - FAR), place)
    return hit.start("own") if hit is not None else place_listed(row, place, topic)


FAR = 20
"""How many words before a figure the first of two places may stand."""


def is_of_all(figure: Figure) -> bool:
    """Whether what a figure measures is never a company's ("inflation", "new-home sales")."""
    words = figure.metric.text.lower() if figure.metric is not None else ""
    return group_of(figure) in NO_COMPANYS or words.endswith(_words_of("of_all"))


NO_COMPANYS = ("inflation", "unemployment", "confidence", "money supply")
"""What is measured of economies only, whichever company a text speaks of."""


def place_listed(row: Row, place: int, topic: Topic) -> int | None:
    """Of several the one that a figure is told of: before it, or in a text of no company behind it.

    ("Ohio, $9; Iowa, $8" and "$9 in Ohio, $8 in Iowa")
    """
    before = EACH_BEFORE.search(row.tags, max(0, place - 5), place) if "," in row.tags[:place] else None
    if before is not None and len(EACH_LISTED.findall(row.tags)) >= SEVERAL:
        return before.start("own")
    hit = IN_ONE.match(row.tags, place + 1)
    if hit is None or not is_no_company(topic.now) or len(IN_EACH.findall(row.tags)) < SEVERAL:
        return None
    return hit.start("own")


EACH_BEFORE = Pattern(r"(?r)(?:[;:]&?|Wp)D?(?P<own>[LNP]),q*\Z")
EACH_LISTED = Pattern(r";&?D?[LNP],q*F")
IN_ONE = Pattern(r"(?:tq*F)?Q?nD?(?P<own>L)(?=[,;&.]|\Z)")
IN_EACH = Pattern(r"FQ?nD?L(?=[,;&]|\Z)")
SEVERAL = 2
