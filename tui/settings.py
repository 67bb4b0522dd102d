"""What a person can set: frozen values with their defaults. No files here, no Textual."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parsers.values import record

CLIPBOARDS = ("auto", "tmux", "native", "osc52", "file")
"""Ways of copying by name; anything else is a command that takes the text."""
THEMES = {
    "dark": "figscope-dark",
    "light": "figscope-light",
    "contrast": "figscope-contrast",
    "plain": "figscope-ansi",
}
"""Our themes, by the names that people write."""
NO_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@record
class Settings:
    """How the explorer is to be.

    ``theme`` is ``None`` where the terminal decides; ``columns`` are ids of the figures pane's columns
    (none: those that fit); ``keys`` has the keys of actions, by id, where they are not the usual ones.
    """

    theme: str | None = None
    columns: tuple[str, ...] = ()
    clipboard: str = "auto"
    mouse: bool = True
    state: bool = True
    keys: Mapping[str, tuple[str, ...]] = NO_KEYS


DEFAULTS = Settings()


@record
class Problem:
    """One thing that is wrong in a configuration, and the line where it stands, if that is known."""

    words: str
    line: int | None = None
