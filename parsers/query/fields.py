"""FIELDS: what can be asked of a figure. Filter, completion and the README's table come from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache

from parsers.metrics import kin_of
from parsers.model import Calendar, Direction, Figure, Kind, LinkKind, Modifier, State, Status
from parsers.query import amounts, spans
from parsers.query.days import write_days
from parsers.query.lookup import Lookup, Words
from parsers.values import record

EQUAL = (":", "=", "!=")
ORDER = (*EQUAL, ">", ">=", "<", "<=")


class Sort(StrEnum):
    """How the values of a field are compared; see `parsers.query.compare`."""

    NUMBER = "number"
    DAYS = "days"
    UNIT = "unit"
    NAME = "name"
    PRESENCE = "presence"
    DOTTED = "dotted"
    WORDS = "words"


@record
class Field:
    """One thing to ask.  ``read`` gives what a figure has in it, ``known`` the only names there can be.

    ``expected`` says what can stand behind the operator; ``others`` are names by which it is known too.
    """

    name: str
    sort: Sort
    about: str
    example: str
    read: Callable[[Lookup, Figure], Words]
    expected: str = "words"
    known: Callable[[], Words] = tuple
    others: Words = ()

    @property
    def operators(self) -> Words:
        """The operators that it can be asked with."""
        return ORDER if self.sort in (Sort.NUMBER, Sort.DAYS) else EQUAL

    @property
    def wanted(self) -> str:
        """What can stand behind the operator, in words."""
        return ", ".join(self.known()) or self.expected


def _one(get: Callable[[Figure], str | None]) -> Callable[[Lookup, Figure], Words]:
    def read(_lookup: Lookup, figure: Figure) -> Words:
        word = get(figure)
        return (word,) if word else ()

    return read


def _nothing(_lookup: Lookup, _figure: Figure) -> Words:
    return ()


def _metric(_lookup: Lookup, figure: Figure) -> Words:
    written = figure.metric.text if figure.metric else None
    return tuple(dict.fromkeys(word for word in (figure.metric_name, written) if word))


def _family(_lookup: Lookup, figure: Figure) -> Words:
    return kin_of(figure.metric_name)


def _period(lookup: Lookup, figure: Figure) -> Words:
    moment = lookup.period(figure)
    if moment is None:
        return ()
    if moment.first is None or moment.last is None:
        return (moment.text,)
    return (write_days(moment.first, moment.last),)


def _calendar(lookup: Lookup, figure: Figure) -> Words:
    moment = lookup.period(figure)
    return (moment.calendar,) if moment is not None else ()


def _source(lookup: Lookup, figure: Figure) -> Words:
    return lookup.sources(figure)


def _checks(lookup: Lookup, figure: Figure) -> Words:
    found = lookup.findings.get(figure.id, ())
    return tuple(dict.fromkeys(word for f in found for word in (str(f.state), f.check)))


def _links(lookup: Lookup, figure: Figure) -> Words:
    return tuple(dict.fromkeys(str(link.kind) for link in lookup.links.get(figure.id, ())))


PRESENT: dict[str, Callable[[Lookup, Figure], bool]] = {
    "value": lambda _, figure: figure.value is not None,
    "range": lambda _, figure: figure.low is not None or figure.high is not None,
    "unit": lambda _, figure: figure.unit is not None,
    "per": lambda _, figure: figure.per is not None,
    "metric": lambda _, figure: figure.metric is not None,
    "subject": lambda _, figure: figure.subject is not None,
    "period": lambda _, figure: figure.period is not None,
    "by": lambda _, figure: figure.attribution is not None,
    "link": lambda lookup, figure: figure.id in lookup.links,
    "check": lambda lookup, figure: figure.id in lookup.findings,
}


def _present(lookup: Lookup, figure: Figure) -> Words:
    return tuple(name for name, has in PRESENT.items() if has(lookup, figure))


def _names(names: Iterable[StrEnum]) -> Words:
    return tuple(str(name) for name in names)


def _check_names() -> Words:
    from parsers.findings import CHECKS

    return (*_names(State), *(check.name for check in CHECKS))


INFERABLE = (
    "value",
    "unit",
    "per",
    "metric",
    "subject",
    "period",
    "attribution",
    "status",
    "direction",
    "modifier",
)
FIELDS: tuple[Field, ...] = (
    Field("value", Sort.NUMBER, "how much", "value>1bn", _nothing, amounts.EXPECTED),
    Field("unit", Sort.UNIT, "currency, percent, or what is counted", "unit:USD", _one(lambda f: f.unit)),
    Field(
        "kind",
        Sort.NAME,
        "what sort of figure",
        "kind:percent",
        _one(lambda f: f.kind),
        known=lambda: _names(Kind),
    ),
    Field("metric", Sort.WORDS, "what is measured", "metric:revenue", _metric),
    Field("family", Sort.WORDS, "what is measured and what is akin to it", "family:profit", _family),
    Field(
        "subject",
        Sort.WORDS,
        "whose",
        'subject:"Northwind Labs"',
        _one(lambda f: f.subject.text if f.subject else None),
    ),
    Field("period", Sort.DAYS, "when", "period:2024Q3", _period, spans.EXPECTED),
    Field(
        "status",
        Sort.NAME,
        "a fact, or said to lie ahead",
        "status:forecast",
        _one(lambda f: f.status),
        known=lambda: _names(Status),
    ),
    Field(
        "direction",
        Sort.NAME,
        "which way a change goes",
        "direction:increase",
        _one(lambda f: f.direction),
        known=lambda: _names(Direction),
    ),
    Field(
        "modifier",
        Sort.NAME,
        "how exact",
        "modifier:about",
        _one(lambda f: f.modifier),
        known=lambda: _names(Modifier),
    ),
    Field("by", Sort.WORDS, "who said it", "by:Moen", _one(lambda f: f.attribution), others=("attribution",)),
    Field(
        "check",
        Sort.NAME,
        "what a check of it came to, or which check",
        "check:disagrees",
        _checks,
        known=_check_names,
    ),
    Field(
        "link",
        Sort.NAME,
        "how it hangs together with others",
        "link:equivalent",
        _links,
        known=lambda: _names(LinkKind),
    ),
    Field("text", Sort.WORDS, "as it is written", "text:/^RMB/", _one(lambda f: f.text)),
    Field("per", Sort.WORDS, "the price of one what", "per:barrel", _one(lambda f: f.per)),
    Field(
        "calendar",
        Sort.NAME,
        "whose year its period is counted in",
        "calendar:fiscal",
        _calendar,
        known=lambda: _names(Calendar),
    ),
    Field(
        "has", Sort.PRESENCE, "what is there at all", "not has:period", _present, known=lambda: tuple(PRESENT)
    ),
    Field(
        "inferred",
        Sort.NAME,
        "which fields were inferred, not stated beside it",
        "inferred:subject",
        lambda _, figure: figure.inferred,
        known=lambda: INFERABLE,
    ),
    Field("source", Sort.WORDS, "file or title of its article", "source:release", _source, others=("title",)),
    Field(
        "rule",
        Sort.DOTTED,
        "the rule that found it, or its family",
        "rule:money.before",
        _one(lambda f: f.rule),
    ),
    Field("id", Sort.NAME, "its number in the article", "id:f12", _one(lambda f: f.id)),
)


@cache
def fields() -> dict[str, Field]:
    """The fields by each of their names."""
    return {name: field for field in FIELDS for name in (field.name, *field.others)}


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name that was perhaps meant: one that begins so, else one that is written much like it."""
    known = list(names)
    lowered = word.lower()
    if len(lowered) > 1 and (begun := [name for name in known if name.startswith(lowered)]):
        return begun[0]
    from difflib import get_close_matches

    close = get_close_matches(lowered[:40], known, n=1, cutoff=0.6)
    return close[0] if close else None
