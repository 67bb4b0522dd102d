"""Names of keys: as people write them, and as the terminal's events are called. Pure; no Textual.

``read_key`` takes what a person writes into the configuration ("/", "ctrl+p", "PgUp"), ``key_name``
gives what the footer, the help and the README show.
"""

from __future__ import annotations

import string
import unicodedata
from functools import cache

_CALLED = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at"}
_CALLED |= {"hyphen_minus": "minus", "plus_sign": "plus", "low_line": "underscore"}
"""Characters whose events have another name than Unicode gives them."""

_SHOWN = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "enter": "Enter",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "insert": "Ins",
    "delete": "Del",
    "backspace": "Backspace",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
_ALIASES = {"pgup": "pageup", "pgdn": "pagedown", "page_up": "pageup", "page_down": "pagedown"}
_ALIASES |= {"esc": "escape", "return": "enter", "ins": "insert", "del": "delete", "bksp": "backspace"}
_ALIASES |= {"↑": "up", "↓": "down", "←": "left", "→": "right", "blank": "space"}
_MOVING = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete")
_FUNCTION = tuple(f"f{number}" for number in range(1, 13))
_NAMED = (*_MOVING, "enter", "tab", "backspace", "space", "escape", *_FUNCTION)

SAME_AS = {"m": "Enter", "i": "Tab", "h": "Backspace", "j": "a line break", "[": "Escape"}
"""Letters that with ctrl are the same for a terminal as another key."""


class KeyNameError(ValueError):
    """What was written is no key that a terminal sends."""


def key_name(key: str) -> str:
    """How a key is written for people: "ctrl+p" -> "^p", "slash" -> "/"."""
    if key.startswith("ctrl+"):
        return "^" + key_name(key[5:])
    for modifier in ("shift+", "alt+"):
        if key.startswith(modifier):
            return modifier + key_name(key[len(modifier) :])
    if key in _SHOWN:
        return _SHOWN[key]
    if key in _FUNCTION:
        return key.upper()
    return _character(key) or key


def read_key(written: str) -> str:
    """The key that a person means, as its events are called; raises `KeyNameError` with the reason."""
    text = written.strip() or written[:1]
    if len(text) == 2 and text[0] == "^":
        text = f"ctrl+{text[1]}"
    before, plus, last = text.rpartition("+")
    if not last:  # "+" itself, or "ctrl++"
        before, last = before.removesuffix("+"), "+" if plus else ""
    modifiers = [part.strip().lower() for part in before.split("+")] if before else []
    key = _base(last)
    for modifier in modifiers:
        if modifier not in ("ctrl", "shift", "alt"):
            raise KeyNameError(_unknown(written) if modifier.isalpha() else f'no key is called "{written}"')
    return _with(modifiers, key, written)


def _base(name: str) -> str:
    if len(name) == 1 and name not in _ALIASES:
        return _event_of(name)
    lowered = name.lower()
    lowered = _ALIASES.get(lowered, lowered)
    if lowered in _NAMED or _character(lowered):
        return lowered
    raise KeyNameError(_unknown(name))


def _with(modifiers: list[str], key: str, written: str) -> str:
    """The key with its modifiers, where a terminal can send that."""
    shown = _character(key)
    wanted = sorted(set(modifiers))
    if not wanted:
        return key
    if wanted == ["ctrl"] and shown is not None and shown.lower() in SAME_AS:
        other = SAME_AS[shown.lower()]
        raise KeyNameError(f'"{written}" cannot be used: for a terminal it is the same key as {other}')
    if wanted == ["ctrl"] and shown is not None and shown.isascii() and shown.isalpha():
        return f"ctrl+{shown.lower()}"
    if wanted == ["alt"] and shown is not None and shown.isascii() and shown.isalnum():
        return f"alt+{shown}"
    if wanted == ["shift"] and shown is not None:
        if shown.isalpha():
            return shown.upper()
        raise KeyNameError(f'"{written}" depends on the keyboard: write the character that it gives')
    sent = key in (*_MOVING, *_FUNCTION) or (wanted, key) == (["shift"], "tab")
    if sent and len(wanted) == 1:
        return f"{wanted[0]}+{key}"
    raise KeyNameError(f'"{written}" cannot be used: most terminals do not tell it from another key')


def _event_of(character: str) -> str:
    """What the event of a character's key is called: "/" -> "slash"."""
    if character == " ":
        return "space"
    if character.isalnum():
        return character
    try:
        name = unicodedata.name(character)
    except ValueError:
        raise KeyNameError("this character is no key") from None
    name = name.lower().replace("-", "_").replace(" ", "_")
    return _CALLED.get(name, name)


def _character(key: str) -> str | None:
    """The character of a key that has one, but the blank."""
    if len(key) == 1:
        return key
    if key in _punctuation():
        return _punctuation()[key]
    try:
        return unicodedata.lookup(key.replace("_", " ")) if key not in _NAMED else None
    except KeyError:
        return None


@cache
def _punctuation() -> dict[str, str]:
    """The characters of an ordinary keyboard that are no letters, by what their events are called."""
    return {_event_of(character): character for character in string.punctuation}


def _unknown(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name.lower(), (*_NAMED, *_ALIASES, "ctrl", "shift", "alt"), n=1)
    return f'no key is called "{name}"' + (f'; perhaps "{near[0]}"' if near else "")
