"""What each figure says: modifier, direction, metric, subject, period, speaker."""

from __future__ import annotations

from parsers.model import Figure, Moment, Span


def add_context(
    text: str, sentences: tuple[Span, ...], figures: tuple[Figure, ...], moments: tuple[Moment, ...]
) -> tuple[Figure, ...]:
    """The figures with what the text around them says."""
    return figures
