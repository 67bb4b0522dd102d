"""Rules of time phrases: patterns without regard to case, a form instead of a candidate, a date behind."""

from __future__ import annotations

from collections.abc import Callable

from parsers.anchors import Digits
from parsers.forms import Form
from parsers.mentions import Candidate, MomentReading
from parsers.moments.phrase import When, when_at
from parsers.moments.words import Pattern, anycase
from parsers.rules import ANY, Hit, Rule


def rule(
    name: str,
    starts: tuple[str, ...],
    pattern: str,
    form: Callable[[Hit], Form | Candidate | None],
    *,
    examples: tuple[tuple[str, str], ...],
    rejects: tuple[str, ...],
    lead: str | None = None,
    needs_lead: bool = False,
    near: tuple[str, ...] = (),
    before: tuple[str, ...] = (),
    digits: Digits = ANY,
    peek: str = "",
    rank: int = 0,
    after: bool = False,
) -> Rule:
    """A rule whose whole hit is one moment of the form that ``form`` reads.

    ``form`` may also return a candidate of its own making, with several moments or with figures.
    With ``after`` the lead is only a condition: the moment begins behind it.
    """
    return Rule(
        name=name,
        starts=starts,
        pattern=anycase(pattern),
        read=_reader(form, after=after),
        examples=examples,
        rejects=rejects,
        lead=anycase(lead) if lead is not None else None,
        needs_lead=needs_lead,
        near=near,
        before=before,
        digits=digits,
        peek=anycase(peek) if peek else "",
        rank=rank,
    )


def _reader(
    form: Callable[[Hit], Form | Candidate | None], *, after: bool
) -> Callable[[Hit], Candidate | None]:
    def read(hit: Hit) -> Candidate | None:
        meaning = form(hit)
        if meaning is None or isinstance(meaning, Candidate):
            return meaning
        return spanning(hit, meaning, hit.match.start() if after else hit.start, hit.end)

    return read


def spanning(hit: Hit, form: Form, start: int, end: int) -> Candidate:
    """A candidate that is one moment from ``start`` to ``end``."""
    return hit.candidate(start=start, end=end, moments=(MomentReading(start=start, end=end, form=form),))


def dated(
    joint: str, form: Callable[[Hit, When | None], Form | Candidate | None], *, needed: bool = True
) -> Callable[[Hit], Candidate | None]:
    """A reader for a hit that a date follows behind ``joint``: ``form`` gets the date too.

    The pattern of dates is large: it is compiled once here, not once in every rule.
    """
    pattern = Pattern(anycase(joint))

    def read(hit: Hit) -> Candidate | None:
        between = pattern.match(hit.text, hit.end)
        found = when_at(hit.text, between.end()) if between is not None else None
        if found is None and needed:
            return None
        meaning = form(hit, found)
        if meaning is None or isinstance(meaning, Candidate):
            return meaning
        return spanning(hit, meaning, hit.start, found.end if found is not None else hit.end)

    return read
