"""What each figure says: modifier, direction, metric, subject, period, speaker."""

from __future__ import annotations

from parsers.context.direction import add_directions
from parsers.context.modifier import add_modifiers
from parsers.model import Figure, Moment, Span


def add_context(
    text: str, sentences: tuple[Span, ...], figures: tuple[Figure, ...], moments: tuple[Moment, ...]
) -> tuple[Figure, ...]:
    """The figures with what the text around them says."""
    figures = add_modifiers(text, figures)
    return add_directions(text, [span.start for span in sentences], figures)
