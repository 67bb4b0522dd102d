"""Everything about a selection, in lines of (label, words): for the detail pane and its full view."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.metrics import kin_of
from parsers.model import Figure, Link, LinkKind, Moment, State, Status
from tui import fiscal
from tui.index import Index
from tui.state import Selection
from tui.wording import copied_value, counted, day, derivation, exact, months_of, period, stated

Line = tuple[str, str]
LINKS = {
    LinkKind.EQUIVALENT: "equals",
    LinkKind.CHANGE: "change and level",
    LinkKind.FROM_TO: "from and to",
    LinkKind.PART_OF: "part of whole",
    LinkKind.PER: "total and per unit",
}
STATES = {State.AGREES: "agrees", State.DISAGREES: "disagrees", State.CANNOT_CHECK: "cannot check"}


def headline(index: Index, selection: Selection) -> list[str]:
    """The parts of the one-line detail, the most telling first."""
    if not selection.is_figure:
        moment = index.document.moments[selection.at]
        count = len(index.figures_of.get(selection.at, ()))
        name = fiscal.name(moment) or ""
        days = (days_of(moment), _anchor(moment), counted(count, "figure"))
        return [one_line(moment.text), name, *days, _document(index, selection)]
    figure = index.document.figures[selection.at]
    when = index.period(selection)
    written = one_line(figure.text)
    read = stated(figure) + _unstated(figure)
    parts = [written] if read == written else [written, read]
    if figure.metric or figure.metric_name or figure.subject:
        parts.append(
            " of ".join(
                _with_doubt(figure, field) for field in ("metric", "subject") if _words(figure, field)
            )
        )
    if when is not None:
        parts.append(_with_months(when) + _doubt(figure, "period"))
    return [*parts, _document(index, selection)]


def _document(index: Index, selection: Selection) -> str:
    """The document that a mention stands in, where several are shown as one."""
    return index.own(selection)[0].name.rpartition("/")[2] if index.parts else ""


def second_line(index: Index, selection: Selection) -> list[str]:
    """What hangs on the selection: findings first, then links, then how it was read."""
    if not selection.is_figure:
        moment = index.document.moments[selection.at]
        figures = (index.document.figures[at] for at in index.figures_of.get(selection.at, ()))
        return [part for part in (moment.note or "", *(one_line(f.text) for f in figures)) if part]
    figure = index.document.figures[selection.at]
    parts = [
        f"! {finding.message}"
        for finding in index.findings.get(selection.at, ())
        if finding.state is State.DISAGREES
    ]
    parts += [link_words(index, link, figure) for link in index.links.get(selection.at, ())]
    if figure.attribution:
        parts.append("said by " + _with_doubt(figure, "attribution"))
    if figure.status is not Status.REPORTED:
        parts.append(str(figure.status))
    when = index.period(selection)
    if when is not None and when.first is not None:
        parts.append(days_of(when))
    read = derivation(figure)
    if read not in (one_line(figure.text), stated(figure)):
        parts.append(read)
    return parts


def link_words(index: Index, link: Link, own: Figure) -> str:
    """A link as seen from one of its figures: "= $52.44 billion at 7.246"."""
    others = [
        index.document.figures[index.figure_at[i]]
        for i in link.figures
        if i != own.id and i in index.figure_at
    ]
    names = ", ".join(one_line(other.text) for other in others)
    if link.kind is LinkKind.EQUIVALENT:
        return f"= {names}" + (f" at {link.rate:.3f}" if link.rate is not None else "")
    first = bool(link.figures) and link.figures[0] == own.id
    words = {
        LinkKind.CHANGE: ("change, reaching", "reached by a change of"),
        LinkKind.FROM_TO: ("to", "from"),
        LinkKind.PART_OF: ("part of", "whole of"),
        LinkKind.PER: ("per unit", "in total"),
    }[link.kind]
    return f"{words[0 if first else 1]} {names}"


def full(index: Index, selection: Selection) -> list[Line]:
    """Every field of the selection, a line each; an empty label continues the line above."""
    if selection.is_figure:
        return list(_figure(index, selection))
    return list(_moment(index, selection))


def days_of(moment: Moment) -> str:
    """The first and last day of a moment, or that there is none."""
    if moment.first is None and moment.last is None:
        return "no day" if moment.timex is None else f"no day ({moment.timex})"
    if moment.first == moment.last and moment.first is not None:
        return day(moment.first)
    return f"{day(moment.first) if moment.first else 'open'} to {day(moment.last) if moment.last else 'open'}"


def one_line(text: str) -> str:
    """The characters of a mention on one line."""
    return " ".join(text.split())


def line_of(index: Index, offset: int) -> int:
    """The number of the line of the text, from 1, that holds an offset."""
    return index.document.text.count("\n", 0, offset) + 1


def _figure(index: Index, selection: Selection) -> Iterator[Line]:
    figure = index.document.figures[selection.at]
    yield "as written", one_line(figure.text)
    yield "value", (copied_value(figure) or "no number stated") + _doubt(figure, "value")
    yield "read as", derivation(figure)
    yield "kind", str(figure.kind)
    unit = (figure.unit or "none") + (f" per {figure.per}" if figure.per else "")
    yield "unit", unit + _doubt(figure, "unit")
    if figure.candidates:
        yield "could be", ", ".join(figure.candidates)
    yield "precision", "not printed" if figure.precision is None else exact(figure.precision)
    yield "modifier", str(figure.modifier).replace("_", " ")
    yield "direction", str(figure.direction)
    for field in ("metric", "subject", "attribution"):
        yield field, _with_doubt(figure, field) if _words(figure, field) else "not found"
        if field == "metric" and figure.metric_name:
            yield "common name", _with_kin(figure.metric_name)
    when = index.period(selection)
    yield (
        "period",
        "not found" if when is None else f"{one_line(when.text)}: {days_of(when)}" + _doubt(figure, "period"),
    )
    yield "status", str(figure.status)
    for number, field in enumerate(figure.inferred):
        yield "" if number else "inferred", field + _from_words(index, figure, field)
    for number, evidence in enumerate(figure.evidence):
        words = one_line(index.document.text[evidence.start : evidence.end])
        yield "" if number else "evidence", f"{evidence.field}: “{words}” ({evidence.rule})"
    for number, link in enumerate(index.links.get(selection.at, ())):
        yield "" if number else "links", link_words(index, link, figure) + _rate(link)
    for number, finding in enumerate(index.findings.get(selection.at, ())):
        yield "" if number else "findings", f"{STATES[finding.state]}: {finding.message}"
        if finding.formula:
            yield "", finding.formula
    yield from _place(index, selection, figure.rule)


def _with_kin(name: str) -> str:
    """The common name of a metric with the family that it is of, where that says more."""
    family = next(iter(kin_of(name)), "")
    return f"{name} ({family})" if family and family not in name else name


def _from_words(index: Index, figure: Figure, field: str) -> str:
    """From which words, and on which line, a field was inferred."""
    found = next((each for each in reversed(figure.evidence) if each.field == field), None)
    if found is None:
        return ", not stated beside the figure"
    words = one_line(index.document.text[found.start : found.end])
    return f", from “{words}” in line {line_of(index, found.start):,}"


def _moment(index: Index, selection: Selection) -> Iterator[Line]:
    moment = index.document.moments[selection.at]
    yield "as written", one_line(moment.text)
    yield "days", days_of(moment)
    yield "kind", str(moment.kind)
    yield "timex", moment.timex or "none"
    yield "granularity", moment.granularity or "none"
    yield "calendar", str(moment.calendar)
    yield "resolved", _anchor(moment) or "as stated"
    if moment.note:
        yield "note", moment.note
    for number, at in enumerate(index.figures_of.get(selection.at, ())):
        yield "" if number else "figures", one_line(index.document.figures[at].text)
    yield from _place(index, selection, moment.rule)


def _place(index: Index, selection: Selection, rule: str) -> Iterator[Line]:
    start, end = index.span(selection)
    yield "place", f"line {line_of(index, start):,}, characters {start:,} to {end:,}"
    yield "rule", rule or "none"
    sentence = next(
        (s for s in _near(index, start) if s[0] <= start < s[1]),
        (start, end),
    )
    yield "sentence", one_line(index.document.text[sentence[0] : min(sentence[1], sentence[0] + 1000)])


def _near(index: Index, offset: int) -> Iterator[tuple[int, int]]:
    from parsers.text import sentence_of

    sentences = index.document.sentences
    if sentences:
        found = sentences[sentence_of(sentences, offset)]
        yield found.start, found.end


def _rate(link: Link) -> str:
    if link.rate_low is None or link.rate_high is None:
        return ""
    return f" (the printed digits allow {link.rate_low:.4f} to {link.rate_high:.4f})"


def _words(figure: Figure, field: str) -> str:
    found = getattr(figure, field)
    if found is None and field == "metric":
        found = figure.metric_name  # a verb named it: "closed at $45"
    return one_line(found if isinstance(found, str) else found.text) if found else ""


def _with_doubt(figure: Figure, field: str) -> str:
    return _words(figure, field) + _doubt(figure, field)


def _doubt(figure: Figure, field: str) -> str:
    return " (inferred)" if field in figure.inferred else ""


def _unstated(figure: Figure) -> str:
    """What of an amount is not stated beside it: a scale over a table, or only whose dollars they are."""
    return _doubt(figure, "value") or (" (unit inferred)" if "unit" in figure.inferred else "")


def _with_months(moment: Moment) -> str:
    """As in "FQ2 25 (Jul-Sep 2024)": a fiscal name says nothing of the months."""
    short, months = period(moment), months_of(moment)
    return short if short == months else f"{short} ({months})"


def _anchor(moment: Moment) -> str:
    if not moment.anchored:
        return ""
    return f"from {moment.anchor}" if moment.anchor else "from the reference date"
