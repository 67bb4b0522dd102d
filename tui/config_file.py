"""The configuration as a file to read and to begin from: each setting with its comment. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from textwrap import wrap

from tui.actions import ACTIONS, GROUPS
from tui.fitting import sets
from tui.keymap import with_keys
from tui.keynames import key_name
from tui.settings import CLIPBOARDS, DEFAULTS, THEMES, Settings

WIDTH = 90
HEAD = """\
# figscope: what it uses; lines that begin with "#" are the defaults.
"""


def config_text(settings: Settings) -> str:
    """The settings as TOML; what is not set stands there as a comment."""
    return HEAD + "\n".join(_lines(settings)) + "\n"


def _lines(settings: Settings) -> Iterator[str]:
    yield from _setting(
        f"Colours: {_or(THEMES)}, or a theme of Textual; without a line, what the terminal can show.",
        "theme",
        _short(settings.theme) if settings.theme else "dark",
        given=settings.theme is not None,
    )
    named = next((name for name, members in sets().items() if members == settings.columns), "")
    yield from _setting(
        f"Columns of the figures pane: {_or(sets())}, or a list of {', '.join(sets()['wide'])}.",
        "columns",
        named or settings.columns,
        given=settings.columns != DEFAULTS.columns,
    )
    yield from _setting(
        f"How to copy: {_or(CLIPBOARDS)}, or a command that takes the text (see figscope copy-test).",
        "clipboard",
        settings.clipboard,
        given=settings.clipboard != DEFAULTS.clipboard,
    )
    yield from _setting(
        "Whether the mouse works here; if not, the terminal's own selection does.",
        "mouse",
        settings.mouse,
        given=settings.mouse != DEFAULTS.mouse,
    )
    yield from _setting(
        "Whether marks, filter, order and position come back for the same text.",
        "state",
        settings.state,
        given=settings.state != DEFAULTS.state,
    )
    yield from _keys(settings)


def _keys(settings: Settings) -> Iterator[str]:
    yield "\n# Keys, by action: one, or a list. A key belongs to one action."
    yield "[keys]"
    actions = with_keys(settings.keys)
    widest = max(len(action.id) for action in ACTIONS)
    for group in GROUPS:
        yield f"# {group}"
        for action in actions:
            if action.group == group:
                written = [_written(key) for key in action.keys]
                value = _toml(written[0] if len(written) == 1 else written)
                mark = "" if action.id in settings.keys else "# "
                yield f"{mark}{f'{action.id} = {value}':<{widest + 26 - len(mark)}}  # {action.help}"


def _setting(about: str, name: str, value: object, *, given: bool) -> Iterator[str]:
    yield "\n" + "\n".join(wrap(about, WIDTH, initial_indent="# ", subsequent_indent="# "))
    yield f"{'' if given else '# '}{name} = {_toml(value)}"


def _written(key: str) -> str:
    """A key as one types it: its character, or its name."""
    shown = key_name(key)
    return shown if len(shown) == 1 and key not in ("up", "down", "left", "right") else key


def _short(theme: str) -> str:
    return next((name for name, whole in THEMES.items() if whole == theme), theme)


def _or(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else str(last)


def _toml(value: object) -> str:
    """A value as TOML, whose strings, numbers and lists of them are those of JSON."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
