"""The errors that callers can tell apart."""

from __future__ import annotations


class FigscopeError(Exception):
    """Anything that figscope itself reports; its text is one clear line."""


class LexiconError(FigscopeError):
    """A word table is not well formed."""


class UnreadableError(FigscopeError):
    """A file cannot be read as an article; the message names the file and the reason."""
