"""The errors that callers can tell apart."""

from __future__ import annotations


class FigscopeError(Exception):
    """Anything that figscope itself reports; its text is one clear line."""


class LexiconError(FigscopeError):
    """A word table is not well formed."""


class UnreadableError(FigscopeError):
    """A file cannot be read as an article; the message names the file and the reason."""


class QueryError(FigscopeError):
    """A filter expression that means nothing; ``position`` and ``end`` say where (half-open, code points).

    ``expected`` is what could stand there, ``nearest`` the name that was perhaps meant; ``closing``
    what would end it, where something was begun and not ended.
    """

    def __init__(
        self,
        message: str,
        position: int,
        end: int | None = None,
        *,
        expected: str = "",
        nearest: str | None = None,
        closing: str = "",
    ) -> None:
        self.message = message
        self.position = position
        self.end = position + 1 if end is None else end
        self.expected = expected
        self.nearest = nearest
        self.closing = closing
        hint = f'; did you mean "{nearest}"?' if nearest else f"; expected {expected}" if expected else ""
        super().__init__(message + hint)
