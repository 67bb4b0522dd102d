"""The article's "now": given, or read from the article itself; never the clock.

In this order: what the caller gives; a dateline ("LONDON, March 5 (Reuters) -"); a header, byline or
front matter ("Published: 5 March 2021", "date: 2021-03-05"); the newest full date in the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from parsers.forms import Clock, Day, Form, Written, Year
from parsers.mentions import Candidate, MomentReading
from parsers.moments.periods import make_date
from parsers.moments.resolve import read_stamp
from parsers.moments.words import Pattern
from parsers.values import record

TOP = 2000
DATELINE = Pattern(
    r"(?:^|\n)[^\S\n]{0,8}+(?:\p{Lu}(?:[\p{L}.'\u2019]|-(?=\p{L})){0,20}+[^\S\n]{0,2}+){1,5}+"
    r"(?:,[^\S\n]{1,2}[\p{L}. ]{2,20}+){0,2}+(?:--\([\p{L} ]{3,30}+\)--|[,\s(/\u2013\u2014-]{1,4})\Z"
)
BEHIND = Pattern(r"[^\S\n]{0,2}(?:[\u2013\u2014:-]|--|\(|/)")
LABEL = Pattern(
    r"(?r)(?:(?<=^|\n)[^\S\n]*[\"']?<<headers.label>>[\"']?[^\S\n]{0,2}[:=|\u2013\u2014,-]?[^\S\n]{0,2}\n?[\"']?)"
)
BYLINE = Pattern(r"(?i)(?:^|\n)[^\S\n]*(?:by|from|author:)[ ][^\n]{2,80}\Z")


@record
class Reference:
    """The reference date and how it was found ("given", "dateline", "header", "byline", "newest date")."""

    date: dt.date | None
    how: str | None


def find_reference(text: str, winners: tuple[Candidate, ...], *, given: dt.date | None) -> Reference:
    """The reference date of a text."""
    if given is not None:
        return Reference(given, "given")
    full = [
        (reading, date) for reading in _readings(winners) if (date := full_date(reading.form)) is not None
    ]
    head = [pair for pair in full if pair[0].start < TOP]
    for how, stands in (
        ("dateline", _in_dateline),
        ("header", _labelled),
        ("byline", _in_byline),
        ("header", _alone),
    ):
        for reading, date in head:
            if stands(text, reading):
                return Reference(date, how)
    found = _yearless_dateline(text, winners, full)
    if found is not None:
        return Reference(found, "dateline")
    if full:
        return Reference(max(date for _, date in full), "newest date")
    return Reference(None, None)


def find_published(text: str, winners: tuple[Candidate, ...], reference: Reference) -> dt.date | None:
    """The day that a text itself bears; none where its "now" is only the newest date in it."""
    own = find_reference(text, winners, given=None) if reference.how == "given" else reference
    return None if own.how == "newest date" else own.date


def _readings(winners: tuple[Candidate, ...]) -> Iterator[MomentReading]:
    return (reading for winner in winners for reading in winner.moments)


def full_date(form: Form) -> dt.date | None:
    """The date of a form that states day, month and year."""
    if isinstance(form, Written):
        stamp = read_stamp(form.text)
        return stamp.date() if stamp is not None else None
    if isinstance(form, Clock) and form.day is not None:
        form = form.day
    if not isinstance(form, Day) or not isinstance(form.year, Year) or form.year.short:
        return None
    month, day = form.month, form.day
    if form.numeric is not None:
        one, two = form.numeric
        if one <= 12 and two <= 12 and one != two:
            return None
        month, day = (two, one) if one > 12 else (one, two)
    return make_date(form.year.year, month, day) if month is not None else None


def _line_before(text: str, at: int) -> str:
    return text[max(0, text.rfind("\n", 0, at)) : at][-160:]


def _in_dateline(text: str, reading: MomentReading) -> bool:
    before = _line_before(text, reading.start)
    behind = BEHIND.match(text, reading.end)
    if behind is None or (not before.strip() and reading.start > TOP // 4):
        return False
    return not before.strip() or DATELINE.search("\n" + before.lstrip("\n")) is not None


def _labelled(text: str, reading: MomentReading) -> bool:
    return bool(LABEL.match(text, max(0, reading.start - 60), reading.start))


def _in_byline(text: str, reading: MomentReading) -> bool:
    return bool(BYLINE.search(_line_before(text, reading.start)))


def _alone(text: str, reading: MomentReading) -> bool:
    """A date that is a whole line of its own near the top."""
    after = text.find("\n", reading.end)
    rest = text[reading.end : after if after >= 0 else len(text)]
    before = _line_before(text, reading.start).strip()
    return (
        reading.start < TOP // 2
        and not before
        and len(rest.strip()) < 30
        and not rest.strip(" .,|-").islower()
        and "\n" in text[reading.end :]
    )


def _yearless_dateline(
    text: str, winners: tuple[Candidate, ...], full: list[tuple[MomentReading, dt.date]]
) -> dt.date | None:
    """As in "LONDON, March 5 (Reuters) -": the year is that of the newest full date, or the one after it."""
    for reading in _readings(winners):
        form = reading.form
        if reading.start > TOP // 2:
            break
        if (
            isinstance(form, Day)
            and form.year is None
            and form.month is not None
            and _in_dateline(text, reading)
        ):
            past = [date for _, date in full]
            if not past:
                return None
            newest = max(past)
            here = make_date(newest.year, form.month, form.day)
            if here is not None and (newest - here).days > 180:
                here = make_date(newest.year + 1, form.month, form.day)
            return here
    return None
