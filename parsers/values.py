"""Values: classes of named fields, what a changed copy of one is, and repeated strings kept once.

`record` makes a class what ``dataclass(frozen=True, slots=True)`` would make it, in a hundredth of the time:
nothing is generated while a module is imported.  Its constructor is written when some dozen values were made,
and that one is quicker too; comparing, hashing and showing are the same few functions for all classes.

Reading hands every figure through many steps, each of which may add a field; a changed copy is made field by
field here, without going through the constructor, while the copy still belongs to a class that lets it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from enum import StrEnum
from functools import cache, lru_cache, partial
from itertools import repeat
from operator import attrgetter, call
from typing import Any, TypeVar, dataclass_transform, overload

Value = TypeVar("Value")
Members = TypeVar("Members", bound=type[StrEnum])
_NONE: Any = object()
RARE = 30
"""How many values of a class are made before its constructor is written: that takes as long as so many."""
MANY = 3
"""So many fields or more are set sooner while a value is open than one by one by their slots."""


@overload
def record(kind: type[Value], /) -> type[Value]: ...
@overload
def record(
    *, frozen: bool = ..., eq: bool = ..., kw_only: bool = ..., cached: bool = ...
) -> Callable[[type[Value]], type[Value]]: ...
@dataclass_transform(frozen_default=True)
def record(
    kind: Any = None, /, *, frozen: bool = True, eq: bool = True, kw_only: bool = False, cached: bool = False
) -> Any:
    """A class of the annotated fields, with slots; its values cannot be changed.

    ``frozen=False`` lets them be changed, without ``eq`` each equals itself only, ``kw_only`` wants the names
    of all fields where one is made, ``cached`` leaves room for a `cached_property`.
    """
    if kind is None:
        return partial(_record, frozen=frozen, eq=eq, kw_only=kw_only, cached=cached)
    return _record(kind, frozen=frozen, eq=eq, kw_only=kw_only, cached=cached)


def _record(kind: Any, *, frozen: bool, eq: bool, kw_only: bool, cached: bool) -> Any:
    body = dict(vars(kind))
    own = {name: body.pop(name, _NONE) for name in body.get("__annotations__", ())}
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    inherited = getattr(kind, "__record_fields__", {})
    fields = {**inherited, **own}
    body |= {
        "__slots__": (*(name for name in own if name not in inherited), *(("__dict__",) if cached else ())),
        "__record_fields__": fields,
        "__match_args__": () if kw_only else tuple(fields),
        "__dataclass_fields__": _AS_DATACLASS,
        "__qualname__": kind.__qualname__,
    }
    given: dict[str, Any] = {"__repr__": _shown, "__getstate__": _state, "__setstate__": _restore}
    if eq:
        given |= {"__eq__": _equals, "__hash__": _hash if frozen else None}
    if frozen:
        given |= {"__setattr__": _refuse, "__delattr__": _refuse}
    return _made_first(type(kind)(kind.__name__, kind.__bases__, {**given, **body}), frozen, kw_only)


def _made_first(made: Any, frozen: bool, kw_only: bool) -> Any:
    """The class with what makes its first values and copies; once they are many, that is written for it."""
    rare = RARE
    defaults = {name: default for name, default in made.__record_fields__.items() if default is not _NONE}

    def first(self: Any, *args: Any, **named: Any) -> None:
        nonlocal rare
        rare -= 1
        if rare < 0 or (args and kw_only) or not _filled(made, defaults, self, args, named):
            made.__init__ = _constructor(made, frozen, kw_only)
            made.__init__(self, *args, **named)

    def first_copy(self: Any) -> Any:
        nonlocal rare
        rare -= 1
        if rare < 0:
            made.__copy__ = _copier(made)
        read, setters, _ = _slots(made)
        copy = object.__new__(type(self))
        deque(map(call, setters, repeat(copy), read(self)), maxlen=0)
        return copy

    made.__init__ = first
    made.__copy__ = first_copy
    return made


def _filled(
    kind: Any, defaults: dict[str, Any], self: Any, args: tuple[Any, ...], named: dict[str, Any]
) -> bool:
    """Whether the arguments are fields of a value, which are set now; where not, the constructor says why."""
    fields = kind.__record_fields__
    given = {**defaults, **dict(zip(fields, args, strict=False)), **named} if args else {**defaults, **named}
    if given.keys() != fields.keys() or len(args) > len(fields):
        return False
    if args and named and not named.keys().isdisjoint(list(fields)[: len(args)]):
        return False
    setters = _slots(kind)[2]
    for name, value in given.items():
        setters[name](self, value)
    return True


def _constructor(kind: Any, frozen: bool, kw_only: bool) -> Any:
    """The function that sets every field: by its slot, or of many plainly while the value is still open."""
    fields = kind.__record_fields__
    known: dict[str, Any] = {f"default_{name}": default for name, default in fields.items()}
    known |= {f"set_{name}": getattr(kind, name).__set__ for name in fields}
    wanted = [name if default is _NONE else f"{name}=default_{name}" for name, default in fields.items()]
    plain = [f"self.{name} = {name}" for name in fields]
    if not frozen:
        steps = plain
    elif len(fields) < MANY:
        steps = [f"set_{name}(self, {name})" for name in fields]
    else:
        known |= {"_become": object.__dict__["__class__"].__set__, "_opened": opened(kind)}
        steps = ["_kind = self.__class__", "_become(self, _opened)", *plain, "self.__class__ = _kind"]
    head = ", ".join(["self", *(["*"] if kw_only and fields else []), *wanted])
    return _written(kind, f"__init__({head})", steps, known)


def _copier(kind: Any) -> Any:
    """The function that makes a copy of a record or of one derived from it."""
    steps = ["copy = new(opened)", *(f"copy.{name} = self.{name}" for name in kind.__record_fields__)]
    steps += ["copy.__class__ = self.__class__", "return copy"]
    return _written(kind, "__copy__(self)", steps, {"new": object.__new__, "opened": opened(kind)})


def _written(kind: Any, head: str, steps: list[str], known: dict[str, Any]) -> Any:
    """A method of a class from its source."""
    source = f"def {head}:\n  " + "\n  ".join(steps or ["pass"])
    # Compiled first: where Ctrl-C comes in the `exec` of a string, Python ends by the signal, caught or not.
    exec(compile(source, kind.__qualname__, "exec"), known)
    name = head.partition("(")[0]
    made = known[name]
    made.__qualname__ = f"{kind.__qualname__}.{name}"
    return made


@cache
def opened(kind: Any) -> Any:
    """The same class, whose values may be changed: a value belongs to it while its fields are filled in."""
    free = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(kind)(kind.__name__, (kind,), free)


def _equals(self: Any, other: object) -> Any:
    if type(self) is not type(other):
        return NotImplemented
    kind: Any = type(self)
    read = _slots(kind)[0]
    same: bool = read(self) == read(other)
    return same


def _hash(self: Any) -> int:
    kind: Any = type(self)
    return hash(_slots(kind)[0](self))


def _shown(self: Any) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__record_fields__)
    return f"{type(self).__qualname__}({fields})"


def _refuse(self: Any, name: str, _value: object = None) -> None:
    raise AttributeError(f"a {type(self).__name__} cannot be changed: {name}")


def _state(self: Any) -> tuple[Any, ...]:
    """What pickling keeps: the fields in their order."""
    kind: Any = type(self)
    state: tuple[Any, ...] = _slots(kind)[0](self)
    return state


def _restore(self: Any, state: tuple[Any, ...]) -> None:
    kind: Any = type(self)
    deque(map(call, _slots(kind)[1], repeat(self), state), maxlen=0)


class _AsDataclass:
    """The fields as `dataclasses` knows them, made where somebody asks for them (``asdict``, ``fields``)."""

    def __get__(self, _value: object, kind: Any) -> Any:
        from dataclasses import field, make_dataclass

        plain = [
            (
                name,
                Any,
                field() if default is _NONE else field(default_factory=partial(lambda it: it, default)),
            )
            for name, default in kind.__record_fields__.items()
        ]
        kind.__dataclass_fields__ = vars(make_dataclass(kind.__name__, plain, kw_only=True))[
            "__dataclass_fields__"
        ]
        return kind.__dataclass_fields__


_AS_DATACLASS = _AsDataclass()


def fields_of(value: object) -> dict[str, Any]:
    """What stands in each field of a record, by the field's name."""
    kind: Any = type(value)
    return dict(zip(kind.__record_fields__, _slots(kind)[0](value), strict=True))


def replace(value: Value, /, **changes: Any) -> Value:
    """``value``, a record, with other values in some of its fields."""
    kind: Any = type(value)
    made: Value = kind.__copy__(value)
    named = _slots(kind)[2]
    for name, change in changes.items():
        named[name](made, change)
    return made


@cache
def _slots(kind: Any) -> tuple[Callable[[Any], Any], tuple[Any, ...], dict[str, Any]]:
    """What reads every field of a record at once, and what sets each of them."""
    names = list(kind.__record_fields__)
    setters = [getattr(kind, name).__set__ for name in names]
    read = attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, n) for n in names)
    return read, tuple(setters), dict(zip(names, setters, strict=True))


def quick(enum: Members) -> Members:
    """The same enumeration, its members plain attributes, as they are from Python 3.12 on.

    Until then ``Kind.MONEY`` calls a function of Python, ten times as slow, and reading asks it everywhere.
    """
    for name, member in enum.__members__.items():
        type.__setattr__(enum, name, member)
    return enum


@lru_cache(maxsize=4096)
def shared(text: str) -> str:
    """The string that was first made of these characters: thousands of figures name the same few things."""
    return text
