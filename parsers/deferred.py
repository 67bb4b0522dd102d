"""What the patterns of both engines share: they are made on first use, so that importing does no work."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")
"""The methods that a pattern takes over."""


class Deferred(ABC):
    """A pattern that is made when one of its methods is first asked for.

    From then on the method is that of the compiled pattern itself, with nothing or little in between:
    patterns are asked tens of thousands of times in a text, and most of them say no at once.
    """

    __slots__ = ("_compiled", *METHODS)

    def __init__(self) -> None:
        self._compiled: Any = None

    def __getattr__(self, name: str) -> Any:
        """One of the methods, not there yet: it is from now on."""
        if name not in METHODS:
            raise AttributeError(name)
        method = self._method(getattr(self.compiled, name))
        setattr(self, name, method)
        return method

    @property
    def compiled(self) -> Any:
        """The compiled pattern."""
        if self._compiled is None:
            self._compiled = self._make()
        return self._compiled

    def _method(self, method: Any) -> Any:
        """What stands for a method of the compiled pattern."""
        return method

    @abstractmethod
    def _make(self) -> Any:
        """The compiled pattern, made now."""
