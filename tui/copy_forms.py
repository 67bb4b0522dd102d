"""What ``y`` can put on the clipboard: the key, the name and the text of each form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from parsers.cells import csv_line, markdown_line, tsv_line
from parsers.model import Figure
from parsers.serial import dumps, figure_dict, moment_dict
from parsers.values import record, replace
from tui.columns import columns
from tui.describe import days_of, line_of, one_line
from tui.index import Index
from tui.state import Selection
from tui.wording import copied_value

Picked = Sequence[Selection]
MOMENT = ("as written", "first and last day", "timex")


@record
class Form:
    """One form of a copy: its key in the menu, its name, and how it is written."""

    key: str
    name: str
    write: Callable[[Index, Picked], str]


def written(index: Index, picked: Picked) -> str:
    """As written, with where it stands: `"380 billion yuan" (file.txt, line 3)`."""
    lines = []
    for own, selection in (index.own(each) for each in picked):
        start, end = own.span(selection)
        lines.append(f'"{own.document.text[start:end]}" ({own.name}, line {line_of(own, start):,})')
    return "\n".join(lines)


def value(index: Index, picked: Picked) -> str:
    """The plain value, a line each; of a moment its TIMEX3 value."""
    found = []
    for selection in picked:
        if selection.is_figure:
            found.append(copied_value(index.document.figures[selection.at]))
        else:
            moment = index.document.moments[selection.at]
            found.append(moment.timex or days_of(moment))
    return "\n".join(found)


def row(index: Index, picked: Picked) -> str:
    """The cells of the table with tabs between, without a head; nothing in it starts a formula."""
    return "".join(tsv_line(cells) for cells in _cells(index, picked))


def as_csv(index: Index, picked: Picked) -> str:
    """As ``figscope extract --format csv`` writes these figures, with the head."""
    if not _figures(picked):
        return "".join(csv_line(cells) for cells in (MOMENT, *_cells(index, picked)))
    from parsers.export import FORMATS, Layout

    chosen: dict[Index, list[Figure]] = {}
    for own, selection in (index.own(each) for each in picked if each.is_figure):
        chosen.setdefault(own, []).append(own.document.figures[selection.at])
    documents = [replace(own.document, figures=tuple(figures)) for own, figures in chosen.items()]
    return "".join(FORMATS["csv"].write(documents, Layout()))


def as_json(index: Index, picked: Picked) -> str:
    """The public form (README, "JSON"): one object, or a list of several."""
    found = [
        figure_dict(own.document.figures[selection.at])
        if selection.is_figure
        else moment_dict(own.document.moments[selection.at])
        for own, selection in (index.own(each) for each in picked)
    ]
    return dumps(found[0] if len(found) == 1 else found, indent=2)


def as_markdown(index: Index, picked: Picked) -> str:
    """A Markdown table, in which nothing is read as markup."""
    head = [column.title or column.id for column in columns()] if _figures(picked) else MOMENT
    body = "".join(markdown_line(cells) for cells in _cells(index, picked))
    return markdown_line(head) + "|" + " --- |" * len(head) + "\n" + body


FORMS: tuple[Form, ...] = (
    Form("y", "as written, with its place", written),
    Form("v", "value", value),
    Form("r", "row (TSV)", row),
    Form("c", "CSV", as_csv),
    Form("j", "JSON", as_json),
    Form("m", "Markdown", as_markdown),
)


def _figures(picked: Picked) -> bool:
    return bool(picked) and picked[0].is_figure


def _cells(index: Index, picked: Picked) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = []
    for selection in picked:
        if selection.is_figure:
            rows.append([one_line(column.text(index, selection.at)) for column in columns()])
        else:
            moment = index.document.moments[selection.at]
            rows.append((one_line(moment.text), days_of(moment), moment.timex or ""))
    return rows
