"""Patterns of the standard `re`, quicker than `regex` in what both know: made on first use, and kept.

It compiles them in Python, each in up to a thousandth of a second: forty would be felt at every start.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, AnyStr, Generic

METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")
"""The methods that a pattern takes over."""


class Quick(Generic[AnyStr]):
    """A pattern of `re` that is made when one of its methods is first asked for.

    From then on its methods are those of the compiled pattern itself.
    """

    __slots__ = ("_compiled", "flags", "source", *METHODS)

    match: Callable[..., re.Match[AnyStr] | None]
    search: Callable[..., re.Match[AnyStr] | None]
    fullmatch: Callable[..., re.Match[AnyStr] | None]
    finditer: Callable[..., Iterator[re.Match[AnyStr]]]
    findall: Callable[..., list[Any]]
    sub: Callable[..., AnyStr]
    split: Callable[..., list[AnyStr]]

    def __init__(self, source: AnyStr, flags: int = 0) -> None:
        self.source: AnyStr = source
        self.flags = int(flags)
        self._compiled: re.Pattern[AnyStr] | None = None

    def __getattr__(self, name: str) -> Any:
        """One of the methods, not there yet: all of them are from now on."""
        if name not in METHODS:
            raise AttributeError(name)
        pattern = self.compiled
        for method in METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(self, name)

    @property
    def compiled(self) -> re.Pattern[AnyStr]:
        """The compiled pattern."""
        if self._compiled is None:
            from parsers.patterns import shelf  # what only names a pattern loads no other engine

            self._compiled = shelf().find_quick(self.source, self.flags)
        return self._compiled
