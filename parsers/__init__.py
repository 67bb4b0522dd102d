"""Reading financial news: text in, `Document` out."""

from parsers.errors import FigscopeError, LexiconError, UnreadableError
from parsers.findings.compare import Comparison, compare
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
from parsers.pipeline import parse

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
