"""From the values of a configuration to settings, and to a line for each that means nothing. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from parsers.values import record, replace
from tui.actions import BY_ID
from tui.keymap import ALWAYS, KEPT, Keys, settle_keys
from tui.keynames import KeyNameError, key_name, read_key
from tui.settings import CLIPBOARDS, DEFAULTS, THEMES, Problem, Settings


@record
class Found:
    """The text of the file, for finding the lines of its keys: tomllib does not tell them."""

    text: str

    def line(self, name: str, table: str = "") -> int | None:
        """The line on which a key of a table stands."""
        current = ""
        own = re.escape(name)
        key = re.compile(rf"""\s*(?:["']?{re.escape(table)}["']?\s*\.\s*)?["']?{own}["']?\s*[=.]""")
        for number, line in enumerate(self.text.splitlines(), 1):
            if head := re.match(r"""\s*\[+\s*["']?([^\]"']*?)["']?\s*\]""", line):
                current = head[1]
                if not table and current.split(".")[0] == name:
                    return number
            elif key.match(line) and (current == table or not current):
                return number
        return None


Problems = list[Problem]


def read_settings(values: Mapping[str, Any], found: Found) -> tuple[Settings, Problems]:
    """The settings of a file; what is wrong with it is left out, and told."""
    problems: Problems = []
    settings = DEFAULTS
    for name, value in values.items():
        line = found.line(name)
        if name == "keys":
            settings = replace(settings, keys=_read_keys(value, found, problems))
        elif name not in READERS:
            near = _nearest(name, (*READERS, "keys"), 'the settings are "{}"')
            problems.append(Problem(f'there is no setting "{name}"; {near}', line))
        else:
            try:
                changed: dict[str, Any] = {name: READERS[name](value)}
                settings = replace(settings, **changed)
            except ValueError as error:
                problems.append(Problem(f"{name}: {error}", line))
    return settings, problems


def read_theme(value: object) -> str:
    """One of our themes by its short name, or one of Textual's."""
    if isinstance(value, str):
        if value in THEMES:
            return THEMES[value]
        from tui.themes import theme_named, theme_names

        if found := theme_named(value):
            return found
        raise ValueError(f'no theme is called "{value}"; {_nearest(value, theme_names(), "", THEMES)}')
    raise ValueError(f"a name in quotation marks is expected, such as {_listed(THEMES)}")


def _read_columns(value: object) -> tuple[str, ...]:
    from tui.columns import column_names
    from tui.fitting import sets

    names = column_names()
    if isinstance(value, str):
        if value in sets():
            return sets()[value]
        raise ValueError(f'there is no set "{value}"; {_nearest(value, sets(), "", sets())}')
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError(f"{_listed(sets())} is expected, or a list of columns")
    for each in value:
        if each not in names:
            raise ValueError(f'there is no column "{each}"; {_nearest(each, names, "", names)}')
    return tuple(dict.fromkeys(value))


def _read_clipboard(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{_listed(CLIPBOARDS)} is expected, or a command that takes the text")
    import difflib

    if value not in CLIPBOARDS and (near := difflib.get_close_matches(value, CLIPBOARDS, n=1, cutoff=0.75)):
        raise ValueError(f'there is no way "{value}"; perhaps "{near[0]}"')
    return value


def _read_switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"true or false is expected, not {_shown(value)}")
    return value


READERS: Mapping[str, Callable[[object], object]] = {
    "theme": read_theme,
    "columns": _read_columns,
    "clipboard": _read_clipboard,
    "mouse": _read_switch,
    "state": _read_switch,
}
"""Each setting, and how its value is read; a value that means nothing is a `ValueError`."""


def _read_keys(value: object, found: Found, problems: Problems) -> dict[str, Keys]:
    if not isinstance(value, dict):
        problems.append(
            Problem('keys: a table is expected, such as [keys] and copy = "y"', found.line("keys"))
        )
        return {}
    wanted: dict[str, Keys] = {}
    for name, written in value.items():
        line = found.line(name, "keys")
        if name not in BY_ID:
            near = _nearest(name, BY_ID, "figscope config lists them")
            problems.append(Problem(f'keys: there is no action "{name}"; {near}', line))
            continue
        try:
            wanted[name] = _keys_of(name, written)
        except ValueError as error:
            problems.append(Problem(f"keys: {name}: {error}", line))
    granted, clashes = settle_keys(wanted)
    problems += [Problem(f"keys: {words}", found.line(name, "keys")) for name, words in clashes]
    return granted


def _keys_of(action: str, written: object) -> Keys:
    """The keys that are written for an action; `ValueError` where one of them cannot be had."""
    several = [written] if isinstance(written, str) else written
    if not isinstance(several, list) or not all(isinstance(each, str) for each in several):
        raise ValueError(f"a key in quotation marks or a list of keys is expected, not {_shown(written)}")
    keys = []
    for each in several:
        try:
            key = read_key(each)
        except KeyNameError as error:
            raise ValueError(str(error)) from None
        if key in KEPT and key not in ALWAYS.get(action, ()):
            raise ValueError(f"{key_name(key)} cannot be given away: {KEPT[key]}")
        keys.append(key)
    return tuple(dict.fromkeys(keys))


def _nearest(word: str, names: Iterable[str], otherwise: str, listed: Iterable[str] = ()) -> str:
    """The name that was perhaps meant, else the names that there are."""
    import difflib

    known = list(names)
    if near := difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6):
        return f'perhaps "{near[0]}"'
    if listed:
        return f"{_listed(listed)} can be had"
    return otherwise.format('", "'.join(known))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _shown(value: object) -> str:
    words = f'"{value}"' if isinstance(value, str) else str(value).lower()
    return words if len(words) <= 40 else words[:39] + "…"
