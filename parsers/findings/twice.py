"""Check 5: one metric of one subject in one period has one value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from parsers import lexicon
from parsers.findings.base import Check, Facts, both, finding
from parsers.findings.moves import open_ended
from parsers.findings.wording import days, name, span_of
from parsers.findings.words import MONTHS, pattern, says
from parsers.metrics import is_vague, per_of
from parsers.model import Direction, Figure, Finding, Kind, LinkKind, State, Status
from parsers.quick import Quick

NAME = "two-values"

LEVELS = frozenset({Kind.MONEY, Kind.COUNT, Kind.QUANTITY, Kind.PERCENT})
# A text that gives one thing so many values gives it per something that is not seen here.
MOST_VALUES = 3
MOST_FIGURES = 30
# Different digits further apart than this are hardly one thing measured twice.
FARTHEST = Decimal("0.5")

# What a company's name may be given with or without.
_DRESS = Quick(
    r"\b(?:group|holdings?|inc|corp|corporation|company|co|ltd|limited|plc|ag|se|sa|nv|n\.v|s\.a|llc|the)\b\.?|[.,]"
)
_LEADING = Quick(r"^(?:the|its|their|his|her|an?|total|overall|group|company)\s+")


_WORD = Quick(r"[^\W\d_][\w'\u2019-]*")
_BEFORE = Quick(r"(?:[^\W\d_][\w'\u2019-]*\s){1,4}$")
_BEHIND = Quick(
    r"(?:\s(?:from|for|of|on|in|at|before|after|excluding|including|with|without)(?:\s[^\W\d_][\w'\u2019-]*){1,4})+"
)
_BASIS = Quick(r"(?i)\bon (?:(?:an?|the) (?:[\w-]+ ){1,3}|that |this |such an? )basis\b")


class Key(NamedTuple):
    """What two figures must share to be values of one thing."""

    metric: str
    subject: str
    period: tuple[date, date]
    kind: Kind
    unit: str | None
    per: str | None


def check_twice(facts: Facts) -> Iterator[Finding]:
    """The findings on things of which the text gives more than one value."""
    groups: dict[Key, list[Figure]] = {}
    for figure, key in comparable(facts):
        groups.setdefault(key, []).append(figure)
    for key, figures in groups.items():
        if 1 < len(figures) <= MOST_FIGURES:
            yield from _compare(facts, key, figures)


def comparable(facts: Facts) -> Iterator[tuple[Figure, Key]]:
    """The figures that state a reported level, each with what it is a level of."""
    changes = {i for link, _ in facts.links(LinkKind.CHANGE) for i in link.figures[:1]}
    parts = {i for link, _ in facts.links(LinkKind.PART_OF) for i in link.figures[:1]}
    for figure in facts.figures:
        key = _key(facts, figure)
        if key is None or figure.id in changes or figure.id in parts or not _plain_level(facts, figure):
            continue
        yield figure, key


def _key(facts: Facts, figure: Figure) -> Key | None:
    """Only what is said beside the figure is firm enough; of a subject one mention may be inferred."""
    period = facts.days(figure)
    if figure.metric is None or figure.subject is None or period is None or figure.kind not in LEVELS:
        return None
    if "metric" in figure.inferred or "period" in figure.inferred:
        return None
    if _is_only_ago(facts, figure):
        return None
    name, subject = figure.metric_name, normal(figure.subject.text)
    if subject == normal(figure.metric.text) or lexicon.surfaces("checks.bare").find(
        normal(figure.metric.text)
    ):
        return None  # "the wholesale price index", whose nobody has said; "a surplus", of what
    metric = normal(figure.metric.text) if name is None or is_vague(name) else name
    return Key(metric, subject, period, figure.kind, figure.unit, per_of(figure))


def _is_only_ago(facts: Facts, figure: Figure) -> bool:
    """Whether a time is only told by how long ago it was, so that a day of it may be meant ("a year ago")."""
    period = facts.moment.get(figure.period or "")
    if period is None or period.first is None or period.last is None:
        return False
    days = (period.last - period.first).days
    return _AGO.search(period.text) is not None and not MONTH < days < QUARTER


_AGO = Quick(r"(?i)\b(?:ago|earlier|before)$")
MONTH, QUARTER = 31, 100
"""Days between which a time told so is a quarter of a report."""


def normal(phrase: str) -> str:
    """A phrase without its article and possessive, in lower case."""
    words = " ".join(phrase.lower().replace("\u2019", "'").split()).removesuffix("'s")
    return _LEADING.sub("", words)


def same_subject(one: str, other: str) -> bool:
    """Whether two names are of one company: but for "Group" or "Inc." the words of one begin the other."""
    first, second = (_DRESS.sub("", name).split() for name in (one, other))
    short = min(len(first), len(second))
    return short > 0 and first[:short] == second[:short] and abs(len(first) - len(second)) <= 1


def _plain_level(facts: Facts, figure: Figure) -> bool:
    if figure.value is None or figure.direction is not Direction.NONE or open_ended(figure):
        return False
    if figure.status is not Status.REPORTED or _is_to_come(facts, figure):
        return False
    sentence = facts.sentence(figure.start)
    said = facts.text[sentence.start : sentence.end]
    return not says(said, "revised", "caveat") and _BASIS.search(said) is None


def _is_to_come(facts: Facts, figure: Figure) -> bool:
    """Whether a period was not over on the day of the text, so that its value can only be foreseen."""
    period, today = facts.days(figure), facts.document.reference_date
    return period is not None and today is not None and period[1] > today


def _compare(facts: Facts, key: Key, figures: Sequence[Figure]) -> Iterator[Finding]:
    ranged = [(figure, both(figure)) for figure in figures]
    apart = [(a, b) for (a, one), (b, other) in combinations(ranged, 2) if not one.meets(other)]
    disagreeing = [pair for pair in apart if frozenset(f.id for f in pair) not in facts.linked]
    differing = {figure.id for pair in apart for figure in pair}
    alike = [figure for figure in figures if figure.id not in differing]
    if len({f.text for f in alike}) > 1:
        yield _agree(key, alike)
    if len({f.value for f in figures}) <= MOST_VALUES:
        told = next((pair for pair in disagreeing if _firm(facts, *pair)), None)
        if told is not None:
            yield _disagree(key, *told)


def _firm(facts: Facts, a: Figure, b: Figure) -> bool:
    """Whether two values can hardly be of two things: near each other, told apart, by one speaker."""
    speakers = {a.attribution, b.attribution} - {None}
    if a.sentence == b.sentence or len(speakers) > 1 or both(a).gap(both(b)) > FARTHEST:
        return False
    if facts.old_values.issuperset((a.id, b.id)):
        return False  # two values before: each is that of another line
    return narrowed(facts, a) == narrowed(facts, b)


def narrowed(facts: Facts, figure: Figure) -> frozenset[str]:
    """The words that make a metric one of several ("new export orders for machines")."""
    metric, subject = figure.metric, figure.subject
    if metric is None:
        return frozenset()
    sentence = facts.sentence(metric.start)
    start = figure.end if figure.end <= metric.start else sentence.start
    before = _BEFORE.search(facts.text, start, metric.start)
    behind = _BEHIND.match(facts.text, metric.end, sentence.end)
    known = normal(f"{metric.text} {subject.text if subject else ''}").split()
    words = [normal(word) for word in _WORD.findall(behind[0])] if behind is not None else []
    for word in reversed(_WORD.findall(before[0]) if before is not None else []):
        if _is_plain(normal(word)):
            break
        words.append(normal(word))
    return frozenset(word for word in words if word not in known and not _is_plain(word))


def _is_plain(word: str) -> bool:
    """Whether a word narrows nothing: "the", "May", "third", "was", "rose"."""
    names = ("checks.plain", "numbers.ordinal", *MONTHS.split("|"), "directions.verb", "directions.before")
    return word.endswith("'s") or pattern(*names).fullmatch(word) is not None


def _agree(key: Key, figures: Sequence[Figure]) -> Finding:
    names = " and ".join(dict.fromkeys(name(f) for f in figures))
    message = f"{_what(key, figures[0])}: {names} are one value within the printed digits."
    return finding(NAME, State.AGREES, figures, message, formula=_formula(figures))


def _disagree(key: Key, a: Figure, b: Figure) -> Finding:
    message = f"{_what(key, a)} is given two values: {name(a)} and {name(b)}."
    return finding(NAME, State.DISAGREES, [a, b], message, formula=_formula([a, b]), expected=both(a).printed)


def _what(key: Key, figure: Figure) -> str:
    metric = " ".join(figure.metric.text.split()) if figure.metric else key.metric
    subject = " ".join(figure.subject.text.split()) if figure.subject else key.subject
    said = f"{metric} of {subject} for {days(*key.period)}"
    return said[0].upper() + said[1:]


def _formula(figures: Sequence[Figure]) -> str:
    return "; ".join(f"{name(f)} is {span_of(both(f).printed, 6)}" for f in figures)


CHECK = Check(
    name=NAME,
    title="One thing, two values",
    needs="two reported values of the same metric, subject and period, each stated beside its figure",
    decides="the two lie within each other's printed digits",
    run=check_twice,
    examples=(
        (
            (
                "Revenue of Norvik in the third quarter of 2023 was $412.5 million.\n\n"
                "Norvik said that revenue was $421.5 million in the third quarter of 2023."
            ),
            "is given two values",
        ),
    ),
    rejects=(
        (
            "Revenue of Norvik in the third quarter of 2023 was $412.5 million.\n\n"
            "Norvik said that revenue was $413 million in the third quarter of 2023."
        ),
        (
            "Revenue of Norvik in the third quarter of 2023 was $412.5 million.\n\n"
            "It was first reported that Norvik had revenue of $421.5 million in the third quarter of 2023."
        ),
    ),
)
