"""Patterns of the standard `re`, quicker than `regex` in what both know: made on first use, and kept.

It compiles them in Python, each in up to a thousandth of a second: forty would be felt at every start.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, AnyStr, Generic

from parsers.deferred import Deferred


class Quick(Deferred, Generic[AnyStr]):
    """A pattern of `re` that is made when one of its methods is first asked for."""

    __slots__ = ("flags", "source")

    compiled: re.Pattern[AnyStr]
    match: Callable[..., re.Match[AnyStr] | None]
    search: Callable[..., re.Match[AnyStr] | None]
    fullmatch: Callable[..., re.Match[AnyStr] | None]
    finditer: Callable[..., Iterator[re.Match[AnyStr]]]
    findall: Callable[..., list[Any]]
    sub: Callable[..., AnyStr]
    split: Callable[..., list[AnyStr]]

    def __init__(self, source: AnyStr, flags: int = 0) -> None:
        super().__init__()
        self.source: AnyStr = source
        self.flags = int(flags)

    def _make(self) -> re.Pattern[AnyStr]:
        from parsers.patterns import shelf  # what only names a pattern loads no other engine

        return shelf().find_quick(self.source, self.flags)
