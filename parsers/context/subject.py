"""Whose figure it is: the owner beside the metric, the clause's subject, or who the text speaks of.

The text speaks of its `Topic`: the company whose sentence came last.  "The company", "it" and an
unsaid subject mean the topic; "the unit" means the last unit named; "Separately, X" or "At X"
changes the topic.  A person is a subject only of what a person can hold.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from parsers.context.clauses import named_for, outside
from parsers.context.parties import Names
from parsers.context.topic import Topic
from parsers.context.words import Name, Row, known
from parsers.lazy import Pattern
from parsers.model import Evidence, Figure, Kind, Phrase

NEW_CLAUSE = Pattern(r"[NPKkIZ].*[VBHAWXmS]|S")
WORDS_BEFORE_VERB = Pattern(r"(?r)(?:^|[,;cS&-]|T)D?(?P<np>[xLNEKk&]{1,4})(?=[VHAWBm])[^;c]*\Z")
OWN_UNIT = Pattern(r"'[xMZNE]{0,4}k")
FIRST_PARTY = Pattern(r"(?:T,|p[^,]*,|d,)?D?x{0,2}(?P<who>[NKk])")
WHO = "NPKkIZL"
VERBS = "VBHAWXmS"
REACH = 60
"""How many words before a figure its subject may stand."""
INHERITS = ("metric.twin", "metric.per_unit", "metric.versus", "metric.own_change")


@dataclass(frozen=True, slots=True)
class Found:
    """A subject: its words, the words that point at it where it is inferred, and the rule."""

    phrase: Phrase
    rule: str
    seen: Phrase | None = None


OWNED = Pattern(r"(?r)(?P<own>[NKkLPZ])'[xTqdMCSHXW]{0,3}\Z")
OWNED_BY_IT = Pattern(r"(?r)i[xTqdMC]{0,3}\Z")
OF_OWNER = Pattern(r"M?(?:[opf]|a)D?[iD]?(?P<own>N(?!')|x{0,3}k|[TELNx]{0,3}Z|[Tx]{0,2}E[MZ]|L(?!'))")
FIGURE_OF = Pattern(r"o(?P<own>[NKL])'")
SUBJECT_EDGE = Pattern(r"(?r)(?:^|[,;c:\"&r(w-]|SD?|T|(?<![BA])d)[Dix]{0,3}(?:[NL]')?[xRMKEZL]{0,4}\Z")
DEFINITE = frozenset({"the", "this", "that"})


def subject_of(row: Row, figure: Figure, topic: Topic, names: Names, before: Figure | None) -> Figure:
    """The figure with its subject; ``before`` is the figure before it in the sentence, with its own."""
    place = row.places.get(figure.id)
    if place is None or (figure.kind in (Kind.RANK, Kind.DURATION) and figure.metric is None):
        return figure
    found = _own(row, figure, place, topic) or _inherited(row, figure, place, before)
    found = (
        found
        or _behind(row, figure, place, topic)
        or clause_subject(row, place, topic)
        or _mentioned(row, place)
        or _carried(topic)
        or _generic(row, place)
    )
    if found is None:
        return figure
    shown = found.seen or found.phrase
    evidence = Evidence("subject", shown.start, shown.end, found.rule)
    here = row.span.start <= found.phrase.start < row.span.end
    inferred = figure.inferred if here else (*figure.inferred, "subject")
    name = names.full(found.phrase)
    evidence_now = (*figure.evidence, evidence)
    return replace(figure, subject=found.phrase, subject_name=name, evidence=evidence_now, inferred=inferred)


def _own(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The owner written at the figure or at its metric: "Halden's sales", "shares of Halden"."""
    low = max(0, place - 8)
    hit = OWNED.search(row.tags[low:place])
    if hit is not None:
        return _resolve(row, hit.start("own") + low, topic, "subject.owner")
    after = FIGURE_OF.match(row.tags, place + 1)
    held = figure.metric is not None and figure.metric_name in ("security", "stake", "control")
    if after is not None and figure.kind == Kind.MONEY and not held:
        return _resolve(row, after.start("own"), topic, "subject.of")
    metric = figure.metric
    first = _word_at(row, metric.start) if metric is not None and _last_rule(figure) not in INHERITS else None
    if metric is None or first is None:
        return None
    if first > place and figure.kind in (Kind.PERCENT, Kind.RATIO):
        return None
    low = max(0, first - 8)
    hit = OWNED.search(row.tags[low:first])
    if hit is not None:
        return _resolve(row, hit.start("own") + low, topic, "subject.owner")
    last = _word_at(row, metric.end - 1)
    deal = figure.metric_name == "price" and metric.text.split()[-1].lower() in known("metrics.deal")
    hit = OF_OWNER.match(row.tags, last + 1) if last is not None and last < place and not deal else None
    if hit is not None:
        return _resolve(row, hit.end("own") - 1, topic, "subject.of")
    return None


def _behind(row: Row, figure: Figure, place: int, topic: Topic) -> Found | None:
    """The company behind a figure that opens a sentence: "Profit rose 5 percent for Halden, ..."."""
    hit = FOR_WHOM.match(row.tags, place + 1) if MOVED_FIRST.match(row.tags[:place]) is not None else None
    if hit is None or figure.metric is None or row.words[hit.start("for")].key not in ("for", "at"):
        return None
    return _resolve(row, hit.start("own"), topic, "subject.behind")


MOVED_FIRST = Pattern(r"(?:[xNL,]{0,8}-)?(?:[xTDd]{0,3}[xMG]{1,4})[dA]?[VB][^VBHAWXSmFNKkPi;]{0,4}\Z")
FOR_WHOM = Pattern(r"(?P<for>[pa])D?x{0,2}(?P<own>N)(?!')")


def _last_rule(figure: Figure) -> str:
    return next((e.rule for e in reversed(figure.evidence) if e.field == "metric"), "")


def _word_at(row: Row, offset: int) -> int | None:
    """The word of a row that holds an offset of the text."""
    low, high = 0, len(row.words)
    while low < high:
        middle = (low + high) // 2
        if row.words[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return low if low < len(row.words) and row.words[low].start <= offset else None


def _inherited(row: Row, figure: Figure, place: int, before: Figure | None) -> Found | None:
    """The subject of the figure before it, where nothing between the two names another."""
    if before is None or before.subject is None:
        return None
    seen = next((e for e in reversed(before.evidence) if e.field == "subject"), None)
    shown = Phrase(seen.start, seen.end, row.text[seen.start : seen.end]) if seen else None
    found = Found(before.subject, "subject.continued", shown)
    if _last_rule(figure) in INHERITS:
        return found
    last = row.places.get(before.id, place)
    between = row.tags[last + 1 : place]
    return found if not NEW_CLAUSE.search(between) else None


def clause_subject(row: Row, place: int, topic: Topic) -> Found | None:
    """The nearest party before the figure that stands where a subject stands, with a verb behind it."""
    tags = row.tags
    verb_seen = False
    for at in outside(tags, place, REACH):
        tag = tags[at]
        verb_seen = verb_seen or tag in VERBS
        if tag == "r" and verb_seen and row.words[at].key != "where":
            head = at - 2 if tags[at - 1 : at] == "," else at - 1
            if head > 0 and tags[head] == "M" and tags[head - 1] in "N'":
                head -= 1 if tags[head - 1] == "N" else 2
            if row.words[at].key == "who" and head > 1 and tags[head] == "N" and tags[head - 1] == "o":
                continue
            if head >= 0 and (tags[head] in "NKkP" or (tags[head] == "L" and row.words[at].key == "whose")):
                return _resolve(row, head, topic, "subject.which")
        if tag not in WHO or not verb_seen or SUBJECT_EDGE.search(tags[max(0, at - 12) : at]) is None:
            continue
        following = tags[at + 1 : at + 2]
        if (tag == "L" and following not in "'VBHAWX") or (tag == "P" and not _holds(row, at, place)):
            continue
        if tag == "K" and tags[at + 1 : at + 3] in ("oN", "oL"):
            return Found(row.phrase(at + 2, at + 2), "subject.clause")
        found = _resolve(row, at, topic, "subject.clause")
        if found is not None:
            return found
    return None


def _generic(row: Row, place: int) -> Found | None:
    """Where no party is named at all: the words before the verb ("health care companies")."""
    hit = WORDS_BEFORE_VERB.search(row.tags[:place])
    return Found(row.phrase(hit.start("np"), hit.end("np") - 1), "subject.words") if hit is not None else None


def _holds(row: Row, at: int, place: int) -> bool:
    """Whether a person between ``at`` and ``place`` owns, buys or sells."""
    return (
        any(w.key in known("contextwords.holding") for w in row.words[at:place])
        and "S" not in row.tags[at:place]
    )


def _resolve(row: Row, at: int, topic: Topic, rule: str) -> Found | None:
    """The party that the word at ``at`` means."""
    word = row.words[at]
    tag = row.tags[at]
    phrase = row.phrase(at, at)
    if isinstance(word.ref, Name):
        unit = OWN_UNIT.match(row.tags[at + 1 : at + 8])
        if unit is not None:
            return Found(row.phrase(at, at + unit.end()), rule)
        return Found(phrase, rule)
    if tag == "I":
        return _pronoun(row, at, topic)
    if tag in ("Z", "M"):
        first = at
        while first and row.tags[first - 1] in "xNEZ" and row.words[first - 1].key != "current":
            first -= 1
        return Found(row.phrase(first, at), rule)
    return _described(row, at, topic, rule)


def _pronoun(row: Row, at: int, topic: Topic) -> Found | None:
    """What "it" means: the subject before it in the sentence, else who the text speaks of."""
    if row.words[at].key not in ("it", "they", "we", "itself"):
        return None
    seen = row.phrase(at, at)
    earlier = clause_subject(row, at, topic) or _first_party(row, at, topic)
    if earlier is not None:
        return Found(earlier.phrase, "subject.pronoun", seen)
    now = topic.unit or topic.now
    return Found(now, "subject.pronoun", seen) if now is not None else None


def _first_party(row: Row, at: int, topic: Topic) -> Found | None:
    """The party that begins a sentence."""
    hit = FIRST_PARTY.match(row.tags[:at])
    return _resolve(row, hit.start("who"), topic, "subject.clause") if hit is not None else None


def _described(row: Row, at: int, topic: Topic, rule: str) -> Found | None:
    """What a word like "company" means: the topic, or one of its own ("a Dutch group", "its paper unit")."""
    named = named_for(row, at)
    if named is not None:
        return Found(row.phrase(named, named), rule)
    first = at
    while first and row.tags[first - 1] in "xNLMEZkR" and at - first < 6:
        first -= 1
    lead = row.words[first - 1] if first else None
    if first > 1 and row.tags[first - 2 : first] == "N'" and row.tags[at] == "k":
        first -= 2
    phrase = row.phrase(first, at)
    if row.tags[at] == "k":
        if lead is not None and lead.key in ("a", "an"):
            of_name = row.tags[at + 1 : at + 3] == "oN"
            return Found(row.phrase(first, at + 2 if of_name else at), rule)
        if lead is not None and (lead.tag in "i'" or first < at):
            return Found(phrase, rule)
        meant = topic.unit or topic.now
        return Found(meant, "subject.the_unit", phrase) if meant is not None else None
    thing = topic.thing
    if thing is not None and thing.text.split()[-1] == row.words[at].key:
        return Found(thing, "subject.the_company", phrase)
    called = topic.called.get(row.words[at].key)
    if called is not None and lead is not None and lead.key == "the" and first == at:
        return Found(called, "subject.the_company", phrase)
    if lead is not None and lead.key in ("a", "an", "another"):
        if first > 2 and row.tags[first - 3 : first - 1] == "N,":
            return Found(row.phrase(first - 3, first - 3), rule)
        return Found(phrase, rule)
    meant = topic.company or topic.now
    return Found(meant, "subject.the_company", phrase) if meant is not None else Found(phrase, rule)


def _mentioned(row: Row, place: int) -> Found | None:
    """A company's unit that the sentence has named ("growth in Halden's paper business")."""
    hit = MENTIONED.search(row.tags[:place])
    if hit is None:
        return None
    return Found(row.phrase(hit.start("who"), hit.end("who") - 1), "subject.mentioned")


MENTIONED = Pattern(r"(?r)[no](?P<who>N'[xNMZ]{0,3}k)")


def _carried(topic: Topic) -> Found | None:
    now = topic.now or topic.main
    return Found(now, "subject.carried") if now is not None else None
