"""Reading financial news: text in, `Document` out.

The values are here at once; the reader with its rules is loaded when it is first asked for, so that
a program that only shows documents paints before it loads them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from parsers.errors import FigscopeError, LexiconError, UnreadableError
from parsers.model import (
    Calendar,
    Coverage,
    Direction,
    Document,
    Evidence,
    Figure,
    Finding,
    Kind,
    Link,
    LinkKind,
    Modifier,
    Moment,
    MomentKind,
    Phrase,
    Span,
    State,
    Status,
)

if TYPE_CHECKING:
    from parsers.findings.compare import Comparison, compare
    from parsers.pipeline import parse

_LATER = {
    "Comparison": "parsers.findings.compare",
    "compare": "parsers.findings.compare",
    "parse": "parsers.pipeline",
}

__all__ = [
    "Calendar",
    "Comparison",
    "Coverage",
    "Direction",
    "Document",
    "Evidence",
    "FigscopeError",
    "Figure",
    "Finding",
    "Kind",
    "LexiconError",
    "Link",
    "LinkKind",
    "Modifier",
    "Moment",
    "MomentKind",
    "Phrase",
    "Span",
    "State",
    "Status",
    "UnreadableError",
    "compare",
    "parse",
]


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
