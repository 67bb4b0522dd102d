"""Segments as whose a figure is: "In specialty glass, profit rose", "Packaging had sales of"."""

from __future__ import annotations

from parsers.context.draft import rule_of
from parsers.context.names.parties import NUMBERED_INDEX
from parsers.context.rows.words import Row, known
from parsers.context.subject.actors import Found
from parsers.context.subject.of_metric import REPORTED
from parsers.context.subject.sorts import is_no_company, names_index
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.metrics import counts_peaks, group_of
from parsers.model import Figure, Kind, Phrase
from parsers.quick import Quick
from parsers.values import replace

IN_SEGMENT = Pattern(r"(?:c,?)?n(?P<own>[xMZ]{1,3}(?:&[xMZ]{1,2})?),(?=D?[xdT]{0,3}M)")
HAS_RESULTS = Pattern(
    r"(?:c,?)?(?P<own>x{1,2}(?:&x)?|x&M)(?:d?(?P<has>[Hm])|,r[^;NPKk]{1,16},Vi)"
    r"|nT,(?P<own>x&[xM])d?(?P<has>[Hm])"
)
"""A sentence that begins with a word of its own which has or earns something."""


def segment_of(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The segment that a sentence begins with, of the results that it tells of it and of nobody else."""
    if topic.company is None or is_no_company(topic.now) or group_of(figure) not in REPORTED:
        return None
    hit = IN_SEGMENT.match(row.tags) if row.tags[:1] in ("n", "c") else None
    hit = hit or HAS_RESULTS.match(row.tags)
    if hit is None or hit.end() > place or _tells_of_others(row.tags[hit.end() : place]):
        return None
    has = hit.groupdict().get("has")
    if has is not None and row.keys[hit.start("has")] not in known("contextwords.books"):
        return None
    first, last = hit.start("own"), hit.end("own") - 1
    words = row.keys[first : last + 1]
    if not known("contextwords.no_segment contextwords.opener").isdisjoint(words) or words[0].endswith("ly"):
        return None
    if not known("parties.actor parties.counted").isdisjoint(words):
        return None
    return Found(row.phrase(first, last), "subject.segment")


def _tells_of_others(between: str) -> bool:
    """Whether another clause or a party stands before a figure."""
    return any(tag in between for tag in "NPKkIZS;cr:")


UNIT_AT_HEAD = Pattern(
    r"(?:c,?)?D(?P<who>[xMZLNE]{1,3}k)(?:,(?:r|D)[^;]{1,24},|[npa][^,;VBHAWXSmk]{1,5})?d?(?=[VBHAWm])"
)


def unit_at_head(row: Row) -> Phrase | None:
    """The unit that a sentence begins with and tells of ("The cloud division, which rents space, grew")."""
    hit = UNIT_AT_HEAD.match(row.tags) if "k" in row.tags[:6] else None
    if hit is None or row.keys[hit.end("who") - 1] in known("parties.descriptor"):
        return None
    return row.phrase(hit.start("who"), hit.end("who") - 1)


MOVER = Pattern(r"(?:^|[;])(?:c,?)?(?P<own>x{1,3})(?:,r[^;]{1,24},)?[HBA]{0,2}d?V(?:F,?tq*|q*|Dq*)\Z")


BY_ITS_WORD = Pattern(r"(?:^|;)(?:c,?)?D?(?P<own>[xLNM]{0,3}x)(?:\([^)]{1,4}\))?d?VU?(?:F,?tq*|q*|Dq*)\Z")
"""What its last word says to be a part of a market ("The retail sector rose", "The Oslo benchmark fell")."""
OF_MARKETS = {
    "benchmark": "subject.index",
    "bourse": "subject.index",
    "sector": "subject.words",
    "subsector": "subject.words",
}


def mover_of(row: Row, figure: Figure, place: int) -> Found | None:
    """What a sentence begins with that rose or fell itself ("Steel plate, which ..., has fallen 12%")."""
    if figure.metric is not None or figure.kind not in (Kind.PERCENT, Kind.MONEY):
        return None
    hit = MOVER.search(row.tags[:place])
    if hit is None:
        part = BY_ITS_WORD.search(row.tags[:place])
        rule = OF_MARKETS.get(row.keys[part.end("own") - 1]) if part is not None else None
        if part is None or rule is None:
            return None
        return Found(row.phrase(part.start("own"), part.end("own") - 1), rule)
    words = row.keys[hit.start("own") : hit.end("own")]
    if not known("contextwords.no_segment contextwords.opener").isdisjoint(words) or words[0].endswith("ly"):
        return None
    return Found(row.phrase(hit.start("own"), hit.end("own") - 1), "subject.words")


AVERAGED = Pattern(r"(?i)\brate averages?\Z")
OF_SOME = Pattern(r" of (?:the )?(?:\d+ )?(?:analysts?|economists?|estimates|forecasts)\b")
"""Behind "average": of what many foresee ("the $5 million average of 26 analyst estimates")."""
OF_TIME = Pattern(r"(?ri)[ -](?:day|week|month|quarter|year)[ -]\Z")
"""Before "average": how long it is taken over ("the four-week average")."""


def is_averaged(row: Row, metric: Phrase) -> bool:
    """Whether a metric is only the average of a rate, or of some weeks, and no index."""
    if AVERAGED.search(metric.text) is not None:
        return True  # "the jobless rate average"
    if metric.text.lower() not in ("average", "moving average"):
        return False
    of_time = OF_TIME.search(row.text, max(0, metric.start - 16), metric.start) is not None
    return of_time or OF_SOME.match(row.text, metric.end) is not None


def is_gauge(metric: Phrase) -> bool:
    """Whether a metric is an index, which has its figures itself ("the 30-share index gained 9.8")."""
    words = metric.text.lower().split()
    if words[-1] == "market" and words[0] in known("parties.wide"):
        return True
    return words[-1] in known("parties.gauge") and (len(words) > 1 or not words[-1].startswith("average"))


SENT = Pattern(r"(?r)[WxVHm]D(?P<own>[ExZ]{0,3}[ZM])Up?q*\Z")
"""Before a figure: the index that something moved ("drove the industrial index down 0.4%")."""
GAUGE = Pattern(
    r"(?:^|(?<=[;c]))D?(?:[xLNEM]{1,3}')?(?P<own>x{0,3}M{1,2})(?:[op][^;,VBHAm]{1,10}|,[^;,VBHAm]{1,12},)?d?(?=[VBHm])"
)


def gauge_of(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The index that a clause begins with ("An index of 60 retailers rose 1.9%"), by its name if told."""
    metric = figure.metric
    if metric is not None and rule_of(figure, "metric") == "metric.index_for":
        return Found(metric, "subject.index")
    if (sent := SENT.search(row.tags[:place])) is not None:
        last = sent.end("own") - 1
        if row.tags[last] == "Z" or row.keys[last].split()[-1] in known("parties.gauge"):
            return gauge_at(row, sent.start("own"), last, topic)
    peaks = counts_peaks(figure)
    if metric is not None and not peaks and (group_of(figure) != "index" or is_averaged(row, metric)):
        return None
    hit = next((h for h in GAUGE.finditer(row.tags, 0, place) if ";" not in row.tags[h.end() : place]), None)
    if hit is None or row.keys[hit.end("own") - 1].split()[-1] not in known("parties.gauge"):
        return None
    if row.keys[hit.start("own")] == "average" and hit.end("own") - hit.start("own") == 1:
        return None  # "The average for eight months came to 5%"
    if any(tag in "NPKkIZcS" for tag in row.tags[hit.end() : place]):
        return None
    return gauge_at(row, hit.start("own"), hit.end("own") - 1, topic)


def with_segments(row: Row, topic: Topic) -> Topic:
    """The topic with the segments that a sentence names by what they make ("its electronics segment")."""
    if "k" not in row.tags:
        return topic
    found = {row.keys[hit.start("own")] for hit in PART.finditer(row.tags)} - known("contextwords.no_segment")
    if not found - topic.segments:
        return topic
    return replace(
        topic, segments=frozenset(found) | topic.segments if len(topic.segments) < MOST else frozenset(found)
    )


MOST = 100
"""How many segments are kept; beyond it they are gathered anew."""


PART = Pattern(r"(?<=['iD])(?P<own>[xZ])k")
"""A unit and what it makes ("its electronics segment", "the graphics business")."""


def of_segment(figure: Figure, topic: Topic) -> Found | None:
    """The segment whose name stands before its result ("Electronics earnings soared")."""
    metric = figure.metric
    if metric is None or group_of(figure) not in REPORTED or topic.company is None:
        return None
    lead = NARROWS.match(metric.text)
    skipped = lead.end() if lead is not None else 0
    word, _, rest = metric.text[skipped:].partition(" ")
    sold = group_of(figure) == "revenue"
    if not rest or not (word.lower() in topic.segments or (not sold and _is_sector(word))):
        return None
    if word in OWN_TRADE or ON_PAPER.search(metric.text) is not None or LAND.match(metric.text) is not None:
        return None
    if (both := BOTH.match(metric.text, skipped)) is not None:
        word = both[0]
    own = Phrase(metric.start + skipped, metric.start + skipped + len(word), word)
    return Found(own, "subject.segment")


ON_PAPER = Quick(r"(?i)\bpaper (?:gain|loss|profit)|net property income")
"""What is not realized, and of no mill; what landlords call their own result."""
OWN_TRADE = ("retail", "industrial")
"""What grocers and makers call their own result by, within a sentence ("sees retail profit of")."""
LAND = Quick(r"(?i)commercial (?:deficit|surplus|balance)")
"""What is a country's, and of no segment."""
BOTH = Pattern(r"\p{L}[\p{L}-]* and \p{L}[\p{L}-]*(?= \p{L})")
"""A segment of two words ("Refining and marketing profit fell")."""
NARROWS = Pattern(r"(?i:pre-?tax|operating|net|total|quarterly|annual|underlying|adjusted) ")
"""Before the name of a segment in what it earns ("pretax electronics earnings")."""


def _is_sector(word: str) -> bool:
    """Whether a word says what a segment makes or deals in, and no company's whole trade."""
    return word.capitalize() in known("parties.sector")


def gauge_at(row: Row, first: int, last: int, topic: Topic) -> Found:
    """The index told of between two words, by its name where only its kind stands there ("the index")."""
    first += row.keys[first] in WHICH_OF_THEM and row.tags[first + 1] in "ZEN"
    first += row.tags[first] == "T" and row.keys[first].isalpha() and first < last  # "the April index"
    if row.tags[last + 1 : last + 2] == "N":
        return Found(row.phrase(last + 1, last + 1), "subject.index")  # "The broad gauge Hang Lo rose"
    own = row.phrase(first, last)
    named = topic.called.get(own.text.lower()) if row.keys[first - 1 : first] == ("the",) else None
    return Found(own, "subject.index") if named is None else Found(named, "subject.index", own)


WHICH_OF_THEM = ("broader", "broad", "wider", "narrower", "main", "key", "benchmark")
"""Before an index, which is known by its name without them."""
TOLD_BESIDE = Pattern(r"(?r)[wcS&,]D?[xU]?(?P<own>[ZE]x{0,2}M)(?:o[^;,VBHAm]{1,8})?(?=d?[VBHm])")
"""The index of a clause that goes on ("prices rebounded, with the Nikkei index rising")."""


def with_gauge(row: Row, topic: Topic) -> Topic:
    """The topic with the index that a sentence begins with, for "the index" later on."""
    hit = GAUGE.match(row.tags) or TOLD_BESIDE.search(row.tags)
    at = hit.end("own") - 1 if hit is not None else 0
    if hit is None or hit.start("own") == at or row.keys[at] not in known("parties.gauge"):
        named = NAMED_GAUGE.search(row.tags)
        index = _index(row, named.start("own")) if named is not None else _only_index(row)
        return (
            topic if index is None else replace(topic, called={**topic.called, **dict.fromkeys(AGAIN, index)})
        )
    return replace(topic, called={**topic.called, row.keys[at]: row.phrase(hit.start("own"), at)})


def _only_index(row: Row) -> Phrase | None:
    """The one index that a sentence names ("a dull week for the FTSE 100"); none where it names more."""
    named = (_index(row, at) for at, tag in enumerate(row.tags) if tag in "ZM")
    found = [index for index in named if index is not None]
    return found[0] if len({index.text for index in found}) == 1 else None


def _index(row: Row, at: int) -> Phrase | None:
    """What stands at a word, if it is the name of an index."""
    index = row.phrase(at, at)
    is_index = names_index(index.text) or NUMBERED_INDEX.match(index.text) is not None
    return index if is_index and index.text != index.text.lower() else None


AGAIN = ("index", "gauge", "benchmark", "benchmark index")
"""What an index is called again."""


NAMED_GAUGE = Pattern(r"(?r)(?:^|[wcS&,;])D?[xU]?(?P<own>Z)(?=d?[VBHmU])")
"""An index that has a name of its own ("the FTSE 100 fell", "with the Dow down")."""
NEXT = Pattern(r"(?r)F(?:o[Dx])?,?&?(?P<own>x{0,2}[xMK])q*\Z")


def next_segment(row: Row, figure: Figure, place: int, before: Figure, rule: str) -> Found | None:
    """A second segment, with the verb left out ("Soups had sales of $9 million and sauces $4 million").

    ``rule`` is the one that gave the figure ``before`` its subject.
    """
    if rule not in ("subject.segment", "subject.clause", "subject.words"):
        return None
    hit = NEXT.search(row.tags, max(0, place - 12), place)
    if hit is None:
        return None
    own = row.phrase(hit.start("own"), hit.end("own") - 1)
    if rule == "subject.words":
        alike = figure.kind == before.kind and figure.metric in (before.metric, own)
        return Found(own, rule) if alike and figure.kind in (Kind.COUNT, Kind.PERCENT) else None
    if row.tags[hit.end("own") - 1] == "K":
        return None
    same = figure.metric == before.metric and group_of(figure) in REPORTED
    named = figure.metric == own and rule == "subject.segment"
    return Found(own, "subject.segment") if same or named else None
