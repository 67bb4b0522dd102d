"""The explorer as a program: its title, themes, stylesheets and first screen. No behaviour."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.app import ScreenStackError
from textual.command import Provider
from textual.driver import Driver

from parsers.model import Document
from parsers.values import replace
from tui.interrupt import GONE, end_between_steps
from tui.keyboard import OneKeyAtATime
from tui.keymap import UNBOUND, keymap, with_keys
from tui.memory import Memory
from tui.palette import ActionProvider
from tui.reader import Reader
from tui.screens.explorer import Explorer
from tui.settings import DEFAULTS, Settings
from tui.shelf import Source, make_shelf
from tui.themes import DEFAULT, LIGHT, MEANINGS, THEMES, fitting

if TYPE_CHECKING:
    from tui.clipboard import CopyResult

MOST_NOTICES = 3
STYLES = Path(__file__).parent / "styles"


LOOK_FOR_TERMINAL = 2.0
"""Seconds between two looks at whether the terminal is still there."""


ENDED = 128
"""From here on an exit status is that of a program that a signal has ended."""

SWITCH = 0.001
"""Seconds after which a thread that reads gives way to the keys."""


class FigscopeApp(OneKeyAtATime):
    """The terminal explorer."""

    TITLE = "figscope"
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "layout.tcss", STYLES / "paint.tcss"]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ActionProvider}
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = UNBOUND
    """Textual's own key for the palette would go before all others; the explorer's does not."""

    def __init__(
        self,
        sources: Sequence[Source],
        *,
        theme: str | None = None,
        settings: Settings = DEFAULTS,
        memory: Memory | None = None,
        reader: Reader | None = None,
        notices: Sequence[str] = (),
        day: dt.date | None = None,
    ) -> None:
        self.actions = with_keys(settings.keys)
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.set_keymap(keymap([action for action in self.actions if action.id in settings.keys]))
        self.entries = make_shelf(sources)
        self.settings = settings
        self.memory = memory
        self.reader = reader
        self.notices = notices
        self.day = day
        for each in THEMES:
            self.register_theme(each)
        wanted = theme or settings.theme
        self._begin_with(wanted or fitting(self.console.color_system, no_color=self.no_color))

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver for this system; where it is the usual one, ours."""
        driver = super().get_driver_class()
        if driver.__name__ != "LinuxDriver":
            return driver
        from tui.escape import PromptEscape

        return PromptEscape

    def get_default_screen(self) -> Explorer:
        return Explorer(self.entries, self.memory, self.reader, self.actions, self.settings, self.day)

    def on_load(self) -> None:
        """Before there is a screen: from now on signals end the explorer as its own key does."""
        end_between_steps(asyncio.get_running_loop(), self._end)

    def _end(self, status: int) -> None:
        """End with this exit status: at once where the terminal is gone, else as the key for it does."""
        if not self.is_headless:
            self._leave_with_terminal()
        self.exit(status)

    def on_ready(self) -> None:
        """Once there is a screen: what is wrong with the configuration is said on it."""
        if self.notices:
            lines = list(self.notices[:MOST_NOTICES])
            if more := self.notices[MOST_NOTICES:]:
                lines.append(f"and {len(more)} more: figscope config")
            self.notify("\n".join(lines), severity="warning", timeout=8, markup=False)
        if not self.is_headless:
            self.set_interval(LOOK_FOR_TERMINAL, self._leave_with_terminal)

    def _leave_with_terminal(self) -> None:
        """End where the window was closed and SIGHUP is ignored (nohup): there is nobody to read for.

        What a person did is kept; the ordinary way out would write to the terminal, and wait for it.
        """
        try:
            os.get_terminal_size(0)
        except OSError:
            with suppress(ScreenStackError, KeyError, IndexError):  # there may be no screen yet
                if isinstance(explorer := self.screen_stack[0], Explorer):
                    explorer.put_away()
            os._exit(GONE)

    def _begin_with(self, theme: str) -> None:
        """Set the theme; the usual one without what a change of it costs, as nothing is drawn yet."""
        if theme != DEFAULT:
            self.theme = theme
            return
        self.set_reactive(FigscopeApp.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def watch_app_focus(self, focused: bool) -> None:
        """Who comes back from another window may have changed the file there."""
        if focused and isinstance(explorer := self.screen_stack[0], Explorer):
            explorer.look_for_change()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours that a theme of another maker does not name: for a dark ground, or for a light one."""
        name = DEFAULT if self.current_theme.dark else LIGHT
        default = next(theme for theme in THEMES if theme.name == name)
        return {name: default.variables[name] for name in MEANINGS}

    def marked_documents(self) -> Iterator[Document]:
        """Each document that has marks, with only the marked figures; right once the program was left."""
        for entry in self.entries:
            if entry.index is not None and entry.marks:
                document = entry.index.document
                yield replace(document, figures=tuple(document.figures[at] for at in sorted(entry.marks)))

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what was selected with the mouse or in the typing line, by the ways of this place."""
        self.run_worker(partial(self._copy_in_thread, text), thread=True, group="copy")

    def copy_by_ways(self, text: str) -> CopyResult:
        """Copy by the ways of this place; blocks for up to seconds. For a thread."""
        from tui.clipboard import copy

        return copy(text, mode=self.settings.clipboard, write=self._write_to_terminal)

    def _copy_in_thread(self, text: str) -> None:
        from tui.screens.copies import copy_words

        result = self.copy_by_ways(text)
        self.call_from_thread(self.notify, copy_words(result, text), timeout=3, markup=False)

    def _write_to_terminal(self, sequence: str) -> None:
        self.call_from_thread(self._driver_write, sequence)

    def _driver_write(self, sequence: str) -> None:
        if self._driver is not None:
            self._driver.write(sequence)


def run(
    sources: Sequence[Source],
    *,
    settings: Settings = DEFAULTS,
    notices: Sequence[str] = (),
    marked: Callable[[str], object] | None = None,
    reader: Reader | None = None,
    day: dt.date | None = None,
) -> int:
    """Open the explorer on some sources; gives the exit status.

    ``notices`` are lines about the configuration, shown once.
    ``marked`` is given the marked figures on leaving, as ``figscope extract --format jsonl`` writes them.
    """
    from tui.clipboard import state_folder

    folder = state_folder(os.environ) if settings.state else None
    memory = Memory(folder / "documents") if folder else None
    app = FigscopeApp(sources, settings=settings, memory=memory, reader=reader, notices=notices, day=day)
    sys.setswitchinterval(SWITCH)
    status = app.run(mouse=settings.mouse) or 0
    if marked is not None and status < ENDED:
        from parsers.export import FORMATS, Layout

        for piece in FORMATS["jsonl"].write(app.marked_documents(), Layout()):
            marked(piece)
    return status
