"""The line for typing: a search or a filter, with what it finds at its right and what could follow below."""

from __future__ import annotations

from asyncio import Lock
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.hints import choices_line, problem_line

if TYPE_CHECKING:
    from parsers.query import Completion, QueryError


class Line(Input):
    """The input; its keys beside those of every input."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete(1)", show=False),
        Binding("shift+tab", "complete(-1)", show=False),
        Binding("up", "recall(-1)", show=False),
        Binding("down", "recall(1)", show=False),
    ]

    def action_complete(self, by: int) -> None:
        self._prompt.complete(by)

    def action_recall(self, by: int) -> None:
        self._prompt.recall(by)

    @property
    def _prompt(self) -> Prompt:
        return self.query_ancestor(Prompt)


class Prompt(Vertical):
    """A one-line input that is there only while it is used. ``purpose`` is "search", "filter" or "line"."""

    purpose = "search"
    LABELS: ClassVar[dict[str, str]] = {"search": " / ", "filter": " filter ", "line": " line "}
    HINTS: ClassVar[dict[str, str]] = {
        "search": "words, or /an expression/",
        "filter": "kind:money value>1bn, or words",
        "line": "its number",
    }

    class Typed(Message):
        """The words changed; the cursor stands at ``cursor``."""

        def __init__(self, purpose: str, words: str, cursor: int) -> None:
            super().__init__()
            self.purpose, self.words, self.cursor = purpose, words, cursor

    class Done(Message):
        """Enter was pressed."""

        def __init__(self, purpose: str, words: str) -> None:
            super().__init__()
            self.purpose, self.words = purpose, words

    def __init__(self) -> None:
        super().__init__()
        self._earlier: dict[str, list[str]] = {"search": [], "filter": [], "line": []}
        self._recalled = 0
        self._draft = ""
        self._completion: Completion | None = None
        self._problem: QueryError | None = None
        self._typed: str | None = None
        """The words as they were typed, while choices are put into them one after the other."""
        self._chosen = 0

    def on_mount(self) -> None:
        self.display = False

    @cached_property
    def _making(self) -> Lock:
        """Held while the line is made: a key pressed meanwhile waits until all of it stands there."""
        return Lock()

    async def prepare(self) -> None:
        """Make the line; not before the first picture, which need not wait for it, nor while one leaves."""
        async with self._making:
            if self.is_attached and not self.children:
                field = Line(id="prompt-input", compact=True, select_on_focus=False)
                field.cursor_blink = False  # nothing here moves by itself
                line = (
                    Static(id="prompt-label", markup=False),
                    field,
                    Static(id="prompt-news", markup=False),
                )
                await self.mount(Horizontal(*line, id="prompt-line"), Static(id="prompt-hint", markup=False))

    @property
    def field(self) -> Line:
        """The input itself."""
        return self.query_one(Line)

    @property
    def lines(self) -> int:
        """How many lines of the screen it takes now."""
        return (2 if self.purpose == "filter" else 1) if self.display else 0

    def open(self, purpose: str, words: str) -> None:
        """Show the line for a purpose, with words to begin from."""
        self.purpose = purpose
        self.query_one("#prompt-label", Static).update(Content(self.LABELS[purpose]))
        self.query_one("#prompt-hint").display = purpose == "filter"
        self.field.placeholder = self.HINTS[purpose]
        self._recalled, self._draft = len(self._earlier[purpose]), words
        self._completion = self._problem = self._typed = None
        self._put(words, len(words))
        self.tell("")
        self._show_hint()
        self.display = True
        self.screen.set_focus(self.field)  # now, not behind the keys that wait already

    def close(self) -> None:
        """Put the line away."""
        self.display = False

    def tell(self, news: str) -> None:
        """What the words find: "3/17"."""
        self.query_one("#prompt-news", Static).update(Content(f" {news} "))

    def offer(self, words: str, completion: Completion, problem: QueryError | None) -> None:
        """What could follow the words, or what is wrong with them; nothing, if they have changed since."""
        if words == self.field.value:
            self._problem = problem
            if self._typed is None:
                self._completion = completion
            self._show_hint()

    def refuse(self, problem: QueryError) -> None:
        """Show what is wrong, in the place of what could follow."""
        self._completion, self._problem, self._typed = None, problem, None
        self._show_hint()

    def complete(self, by: int) -> None:
        """Put the next choice into the line, or the one before."""
        if self.purpose != "filter":
            raise SkipAction
        if self._completion is None or not self._completion.choices:
            return
        choices = self._completion.choices
        if self._typed is None:
            self._typed, self._chosen = self.field.value, -1 if by > 0 else 0
        self._chosen = (self._chosen + by) % len(choices)
        self._put(*self._completion.apply(self._typed, choices[self._chosen]))
        if len(choices) == 1:
            self._typed = self._completion = None
        self._show_hint()
        self._say_typed()

    def recall(self, by: int) -> None:
        """Words of an earlier time, or those that were being typed."""
        earlier = self._earlier[self.purpose]
        if self._recalled == len(earlier):
            self._draft = self.field.value
        self._recalled = max(0, min(len(earlier), self._recalled + by))
        words = self._draft if self._recalled == len(earlier) else earlier[self._recalled]
        self._typed = None
        self._put(words, len(words))
        self._say_typed()

    def remember(self, words: str) -> None:
        """Keep words for `recall`, the newest last."""
        earlier = self._earlier[self.purpose]
        if words.strip():
            if words in earlier:
                earlier.remove(words)
            earlier.append(words)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._typed = None
        if self.display:
            self._say_typed()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Done(self.purpose, event.value))

    def on_resize(self) -> None:
        if self.children:
            self._show_hint()

    def _put(self, words: str, cursor: int) -> None:
        with self.prevent(Input.Changed):
            self.field.value = words
        self.field.cursor_position = cursor

    def _say_typed(self) -> None:
        self.post_message(self.Typed(self.purpose, self.field.value, self.field.cursor_position))

    def _show_hint(self) -> None:
        hint = self.query_one("#prompt-hint", Static)
        completion, problem, width = self._completion, self._problem, self.size.width
        left = len(self.LABELS[self.purpose])
        if completion is not None and completion.choices and self._goes_on(completion):
            chosen = self._chosen if self._typed is not None else None
            hint.update(choices_line(completion, chosen, left, width))
        elif problem is not None:
            hint.update(problem_line(problem, self.field.value, left - self.field.scroll_offset.x, width))
        else:
            hint.update(Content(" " * left + (completion.hint if completion else "")))

    def _goes_on(self, completion: Completion) -> bool:
        """Whether the words are only not finished: nothing is wrong before the place that is being typed."""
        problem = self._problem
        return (
            problem is None
            or self._typed is not None
            or bool(problem.closing)
            or problem.end >= completion.start
        )
