"""Which actions do something here and now. Pure: the footer, the help and the palette show only these."""

from __future__ import annotations

from parsers.values import record
from tui.actions import Action
from tui.index import Index
from tui.state import Selection


@record
class Situation:
    """What the explorer holds when it is asked."""

    index: Index | None
    selection: Selection | None
    documents: int
    matches: int
    marks: int
    filtered: bool
    file: bool = False
    """What is shown comes from a file, which can be read again."""


def possible(action: Action, front: str, now: Situation) -> bool:
    """Whether an action has something to work on, in the pane in front."""
    if action.panes and front not in action.panes:
        return False
    figures = bool(now.index and now.index.document.figures)
    findings = bool(now.index and now.index.document.findings)
    several = now.documents > 1
    needs = {
        "search": now.index is not None,
        "line-go": now.index is not None,
        "search-next": now.matches > 0,
        "search-previous": now.matches > 0,
        "filter": figures,
        "filter-clear": now.filtered,
        "sort": figures,
        "sort-reverse": figures,
        "sort-group": figures,
        "columns": figures,
        "columns-set": figures,
        "copy": now.selection is not None,
        "copy-marked": now.marks > 0,
        "mark": now.selection is not None and now.selection.is_figure,
        "mark-next": now.marks > 0,
        "mark-previous": now.marks > 0,
        "mark-clear": now.marks > 0,
        "detail": now.selection is not None,
        "jump": bool(now.index and now.index.mentions),
        "time-previous": bool(now.index and now.index.lanes),
        "time-next": bool(now.index and now.index.lanes),
        "finding-next": findings,
        "finding-previous": findings,
        "time-in": bool(now.index and now.index.lanes),
        "time-out": bool(now.index and now.index.lanes),
        "follow": figures,
        "document-reread": now.file,
        "document-all": several,
        "document-next": several,
        "document-previous": several,
    }
    return needs.get(action.id, True)
