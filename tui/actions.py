"""ACTIONS: everything a key can do. Bindings, footer, help, palette and the README table are made from it."""

from __future__ import annotations

from collections.abc import Iterable

from parsers.values import record
from tui.keynames import key_name


@record
class Action:
    """One thing a person can do in the explorer.

    ``id`` names it in the configuration: small letters with hyphens, a bare key of TOML.
    ``command`` is the action that the explorer screen runs.  ``footer`` ranks it in the footer
    (1 comes first and stays longest; 0 is not shown).  ``panes`` are those it belongs to (empty: all),
    ``home`` is the pane whose work it is, though it can be done from all.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    group: str
    help: str
    command: str
    footer: int = 0
    panes: tuple[str, ...] = ()
    home: str = ""

    def rank(self, pane: str) -> tuple[int, int]:
        """Its place in the footer while a pane is in front: what that pane is for comes forward."""
        return (min(self.footer, OWN) if self.belongs(pane) else self.footer, self.footer)

    def belongs(self, pane: str) -> bool:
        """Whether it is the work of a pane."""
        return pane in self.panes or pane == self.home


OWN = 6
"""The place in the footer of what belongs to the pane in front."""


def _move(name: str, keys: str, told: str) -> Action:
    """A movement: the explorer's command says it with an underscore, its id with a hyphen."""
    return Action(
        f"move-{name.replace('_', '-')}", tuple(keys.split()), name, "Move", told, f"move('{name}')"
    )


ACTIONS: tuple[Action, ...] = (
    _move("up", "up k", "The figure, period or line above"),
    _move("down", "down j", "The figure, period or line below"),
    _move("left", "left h", "The mention, column or period before"),
    _move("right", "right l", "The mention, column or period after"),
    _move("page_up", "pageup ctrl+b", "One page up"),
    _move("page_down", "pagedown ctrl+f", "One page down"),
    _move("half_up", "ctrl+u", "Half a page up"),
    _move("half_down", "ctrl+d", "Half a page down"),
    _move("top", "g home", "The first"),
    _move("bottom", "G end", "The last"),
    Action("pane-next", ("tab",), "pane", "Panes", "The next pane", "pane(1)", 10),
    Action("pane-previous", ("shift+tab",), "pane back", "Panes", "The pane before", "pane(-1)"),
    Action("pane-figures", ("1",), "figures", "Panes", "The figures", "show_pane('figures')"),
    Action("pane-timeline", ("2",), "timeline", "Panes", "The timeline", "show_pane('timeline')"),
    Action("pane-source", ("3",), "source", "Panes", "The source text", "show_pane('source')"),
    Action("pane-findings", ("4",), "findings", "Panes", "What the checks found", "show_pane('findings')"),
    Action("pane-zoom", ("z",), "zoom", "Panes", "This pane alone, and back", "zoom", 13),
    Action("detail", ("enter",), "detail", "Look", "Everything about the selection", "detail", 8),
    Action(
        "search",
        ("slash",),
        "search",
        "Search",
        "Search text and figures; /.../ is an expression",
        "search",
        1,
    ),
    Action(
        "jump",
        ("semicolon",),
        "jump",
        "Search",
        "Jump to anything in sight by the letters on it",
        "label",
        14,
        home="source",
    ),
    Action(
        "line-go",
        ("ctrl+g",),
        "line",
        "Search",
        "Go to a line of the text by its number",
        "line",
        20,
        home="source",
    ),
    Action("search-next", ("n",), "next", "Search", "The next match", "jump(1)", 2),
    Action("search-previous", ("N",), "previous", "Search", "The match before", "jump(-1)", 0),
    Action(
        "filter",
        ("f",),
        "filter",
        "Search",
        "Only the figures that match, such as kind:money value>1bn",
        "filter",
        3,
    ),
    Action("filter-clear", ("F",), "all figures", "Search", "All the figures again", "clear_filter"),
    Action("copy", ("y",), "copy", "Copy", "Copy the selection: opens a small menu", "copy", 4),
    Action("copy-marked", ("Y",), "copy marked", "Copy", "Copy all marked figures", "copy_marked", 7),
    Action("mark", ("space", "m"), "mark", "Copy", "Mark the figure, or unmark it", "mark", 7),
    Action("mark-next", ("u",), "next mark", "Copy", "The next marked figure", "to_mark(1)"),
    Action("mark-previous", ("U",), "mark before", "Copy", "The marked figure before", "to_mark(-1)"),
    Action("mark-clear", ("M",), "unmark all", "Copy", "Take all marks away", "clear_marks"),
    Action(
        "sort",
        ("s",),
        "sort",
        "Figures",
        "Sort by the chosen column, then as in the text",
        "sort",
        16,
        ("figures",),
    ),
    Action(
        "sort-group",
        ("b",),
        "group",
        "Figures",
        "Group by the chosen column, then as in the text",
        "group",
        17,
        ("figures",),
    ),
    Action(
        "columns",
        ("c",),
        "columns",
        "Figures",
        "Show and hide columns; sort or group by any of them",
        "columns",
        18,
        ("figures",),
    ),
    Action(
        "columns-set",
        ("C",),
        "column set",
        "Figures",
        "The next set of columns: those that fit, narrow, wide",
        "columns_set",
        0,
        ("figures",),
    ),
    Action("sort-reverse", ("S",), "reverse", "Figures", "Turn the order round", "reverse", 0, ("figures",)),
    Action("finding-next", ("e",), "finding", "Look", "The next finding", "finding(1)", 9, home="findings"),
    Action(
        "finding-previous",
        ("E",),
        "finding back",
        "Look",
        "The finding before",
        "finding(-1)",
        21,
        home="findings",
    ),
    Action(
        "lines", ("number_sign",), "numbers", "Source", "Line numbers or none", "numbers", 16, ("source",)
    ),
    Action(
        "time-previous",
        ("left_square_bracket",),
        "earlier",
        "Timeline",
        "The period before that has figures",
        "period(-1)",
        19,
        home="timeline",
    ),
    Action(
        "time-next",
        ("right_square_bracket",),
        "later",
        "Timeline",
        "The next period that has figures",
        "period(1)",
        20,
        home="timeline",
    ),
    Action(
        "time-in",
        ("plus", "equals_sign"),
        "zoom in",
        "Timeline",
        "A shorter stretch of time",
        "scale(1)",
        16,
        ("timeline",),
    ),
    Action(
        "time-out",
        ("minus",),
        "zoom out",
        "Timeline",
        "A longer stretch of time",
        "scale(-1)",
        17,
        ("timeline",),
    ),
    Action(
        "follow",
        ("v",),
        "values",
        "Timeline",
        "The values of the selected figure's metric through its periods, and back",
        "follow",
        15,
        home="timeline",
    ),
    Action(
        "document-open",
        ("o",),
        "open",
        "Documents",
        "Choose among the documents, or open more by their path",
        "documents",
        12,
    ),
    Action(
        "document-reread",
        ("R",),
        "read again",
        "Documents",
        "Read the file again; selection, marks and filter stay where the figures are still there",
        "reread",
    ),
    Action(
        "document-next",
        ("right_curly_bracket",),
        "next document",
        "Documents",
        "The next document",
        "document(1)",
    ),
    Action(
        "document-previous",
        ("left_curly_bracket",),
        "document before",
        "Documents",
        "The document before",
        "document(-1)",
    ),
    Action(
        "document-all",
        ("a",),
        "all",
        "Documents",
        "All documents as one, to filter, sort and group across them; and back",
        "together",
        12,
    ),
    Action("theme", ("t",), "theme", "Program", "The next theme: dark, light, high contrast, plain", "theme"),
    Action(
        "back",
        ("escape",),
        "back",
        "Program",
        "One step back: chart, zoom, search, filter; never quits",
        "back",
    ),
    Action("help", ("question_mark", "f1"), "help", "Program", "These keys", "help", 5),
    Action("palette", ("ctrl+p", "colon"), "commands", "Program", "Every action by name", "palette"),
    Action(
        "suspend",
        ("ctrl+z",),
        "stop",
        "Program",
        "Back to the shell for a while (fg continues)",
        "suspend",
    ),
    Action("quit", ("q", "ctrl+q"), "quit", "Program", "Leave", "leave", 11),
)
BY_ID = {action.id: action for action in ACTIONS}
GROUPS = tuple(dict.fromkeys(action.group for action in ACTIONS))


def keys_of(action: Action) -> str:
    """All keys of an action, for people."""
    return " ".join(key_name(key) for key in action.keys)


def first_keys(actions: Iterable[Action]) -> dict[str, str]:
    """The key to name in a sentence, by the action's id; empty where an action has none."""
    return {action.id: key_name(action.keys[0]) if action.keys else "" for action in actions}
