"""What ``y`` can put on the clipboard: the key, the name and the text of each form."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from parsers.serial import figure_dict, moment_dict
from tui.columns import columns
from tui.describe import days_of, line_of, one_line
from tui.index import Index
from tui.state import Selection
from tui.wording import copied_value

Picked = Sequence[Selection]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a copy: its key in the menu, its name, and how it is written."""

    key: str
    name: str
    write: Callable[[Index, Picked], str]


def written(index: Index, picked: Picked) -> str:
    """As written, with where it stands: `"380 billion yuan" (file.txt, line 3)`."""
    lines = []
    for selection in picked:
        start, end = index.span(selection)
        lines.append(f'"{index.document.text[start:end]}" ({index.name}, line {line_of(index, start):,})')
    return "\n".join(lines)


def value(index: Index, picked: Picked) -> str:
    """The plain value, a line each; of a moment its days."""
    found = []
    for selection in picked:
        if selection.is_figure:
            found.append(copied_value(index.document.figures[selection.at]))
        else:
            moment = index.document.moments[selection.at]
            found.append(moment.timex or days_of(moment))
    return "\n".join(found)


def row(index: Index, picked: Picked) -> str:
    """The cells of the table, apart by tabs, without a head."""
    return "\n".join("\t".join(cells) for cells in _cells(index, picked))


def as_csv(index: Index, picked: Picked) -> str:
    """The rows as CSV, with a head; nothing in it can start a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_head(picked))
    for cells in _cells(index, picked):
        writer.writerow(
            ["'" + cell if cell[:1] in "=+-@" and cell[1:2].isalpha() else cell for cell in cells]
        )
    return out.getvalue()


def as_json(index: Index, picked: Picked) -> str:
    """The public form (README, "JSON"): one object, or a list of several."""
    found = [
        figure_dict(index.document.figures[s.at])
        if s.is_figure
        else moment_dict(index.document.moments[s.at])
        for s in picked
    ]
    return json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, indent=2, default=str)


def as_markdown(index: Index, picked: Picked) -> str:
    """A Markdown table."""
    rows = [_head(picked), ["---"] * len(_head(picked)), *_cells(index, picked)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |" for cells in rows)


FORMS: tuple[Form, ...] = (
    Form("y", "as written, with its place", written),
    Form("v", "value", value),
    Form("r", "row (TSV)", row),
    Form("c", "CSV", as_csv),
    Form("j", "JSON", as_json),
    Form("m", "Markdown", as_markdown),
)


def _head(picked: Picked) -> list[str]:
    if picked and not picked[0].is_figure:
        return ["as written", "days"]
    return [column.title or column.id for column in columns()]


def _cells(index: Index, picked: Picked) -> list[list[str]]:
    rows = []
    for selection in picked:
        if selection.is_figure:
            rows.append([column.text(index, selection.at) for column in columns()])
        else:
            moment = index.document.moments[selection.at]
            rows.append([one_line(moment.text), days_of(moment)])
    return rows
