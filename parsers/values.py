"""A changed copy of a frozen value, twice as quick as `dataclasses.replace`; repeated strings kept once.

Reading hands every figure through many steps, each of which may add a field; a copy is made slot by slot
here, without going through the constructor.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import fields
from functools import cache, lru_cache
from itertools import repeat
from operator import attrgetter, call
from typing import Any, TypeVar

Value = TypeVar("Value")


def replace(value: Value, /, **changes: Any) -> Value:
    """``value``, a dataclass with slots, with other values in some of its fields."""
    kind: Any = type(value)
    read, setters, named = _slots(kind)
    made: Value = object.__new__(kind)
    deque(map(call, setters, repeat(made), read(value)), maxlen=0)
    for name, change in changes.items():
        named[name](made, change)
    return made


@cache
def _slots(kind: type[Any]) -> tuple[Callable[[Any], Any], tuple[Any, ...], dict[str, Any]]:
    """What reads every field of a class at once, and what sets each of them."""
    names = [field.name for field in fields(kind)]
    setters = [getattr(kind, name).__set__ for name in names]
    read = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    return read, tuple(setters), dict(zip(names, setters, strict=True))


@lru_cache(maxsize=4096)
def shared(text: str) -> str:
    """The string that was first made of these characters: thousands of figures name the same few things."""
    return text
