"""The first and the last line: what is open, and the keys that work here."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.actions import Action
from tui.keynames import key_name
from tui.paint import fitted

GAP = 3


class TopBar(Widget):
    """The document's name and what is in it; parts that do not fit are left out, the last first.

    A path (the second part) goes down to the file's own name before anything is left out.  News at the
    right are worth more than all but the first two, and what there is no room for goes from their end.
    """

    left: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())
    right: reactive[str] = reactive("")
    program = "figscope"

    def render(self) -> Content:
        width = self.size.width
        parts = list(self.left)
        right = cell_len(self.right) + GAP if self.right else 0
        if len(parts) > 1 and _long(parts) > width - 2 - right:
            parts[1] = own_name(parts[1])
        while len(parts) > 2 and _long(parts) > width - 2 - right:
            parts.pop()
        news = self.right
        if news and len(parts) > 1 and _long([*parts, news]) > width - 2:
            news = news.partition(";")[0]
            if _long([*parts, news]) > width - 2:
                parts.pop()
        if len(parts) == 2 and _long(parts) > width - 2:
            parts[1] = fitted(parts[1], max(0, width - 2 - GAP - cell_len(parts[0])))
        text = (" " * GAP).join(parts)
        room = width - cell_len(text) - 2 - GAP
        if news and cell_len(news) <= room:
            text += " " * (room + GAP - cell_len(news)) + news
        named = len((" " * GAP).join(parts[:2])) + 1
        line = fitted(f" {text}", width)
        return Content.assemble(Content.styled(line[:named], "bold"), Content(line[named:]))


def own_name(named: str) -> str:
    """A path's own name, with its place among several ("news/a.txt 1/2": "a.txt 1/2")."""
    path, _, place = named.rpartition(" ")
    if not (path and place.replace("/", "").isdecimal()):
        path, place = named, ""
    return f"{path.rpartition('/')[2] or path} {place}".rstrip()


def _long(parts: Sequence[str]) -> int:
    """The cells that parts take side by side."""
    return sum(map(cell_len, parts)) + GAP * (len(parts) - 1)


class KeyBar(Widget):
    """Keys and their names, as many as fit; a click does what the key does. News stand at the right."""

    actions: reactive[tuple[Action, ...]] = reactive[tuple[Action, ...]](())
    news: reactive[str] = reactive("")

    class Pressed(Message):
        """A person clicked on an action."""

        def __init__(self, action: Action) -> None:
            super().__init__()
            self.action = action

    def shown(self) -> Sequence[tuple[int, Action, str]]:
        """The actions that fit, each with its column and words: the most needed first."""
        room = self.size.width - 1 - (cell_len(self.news) + GAP if self.news else 0)
        found = []
        at = 1
        for action in self.actions:
            words = f"{key_name(action.keys[0])} {action.label}"
            if at + cell_len(words) > room:
                continue
            found.append((at, action, words))
            at += cell_len(words) + 2
        return found

    def render(self) -> Content:
        parts: list[Content] = []
        at = 0
        for column, action, words in self.shown():
            key = key_name(action.keys[0])
            parts.append(Content(" " * (column - at)))
            parts.append(Content.styled(key, "bold $keys"))
            parts.append(Content(words[len(key) :]))
            at = column + cell_len(words)
        news = fitted(self.news, max(0, min(cell_len(self.news), self.size.width - at - 1)))
        parts.append(Content(" " * max(0, self.size.width - at - cell_len(news) - 1)))
        parts.append(Content.styled(news, "bold"))
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        for column, action, words in self.shown():
            if column <= event.x < column + cell_len(words):
                self.post_message(self.Pressed(action))
