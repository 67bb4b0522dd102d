"""A document of any size without reading it: one that was read, repeated with quiet prose between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from parsers.model import Document, Figure, Finding, Link, Moment, Span

QUIET = (
    "The market opened without much news, and traders waited for what the afternoon would bring. "
    "Analysts had little to add to what they had written before, and the companies kept silent. "
)


@dataclass(frozen=True, slots=True)
class Copy:
    """One repetition: how far its offsets are shifted, and how its ids and sentences are counted on."""

    shift: int
    number: int
    base: Document

    def name(self, own: str | None) -> str | None:
        """An id of the base, as it is called in this copy; other words stay as they are."""
        if own is None or not own[1:].isdigit():
            return own
        size = len(self.base.figures if own[0] == "f" else self.base.moments)
        return f"{own[0]}{int(own[1:]) + self.number * size}"

    def moved(self, value: Any) -> Any:
        """A value of the base with the offsets and ids of this copy."""
        if isinstance(value, tuple):
            return tuple(self.moved(each) for each in value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changed: dict[str, Any] = {}
        for field in fields(value):
            own = getattr(value, field.name)
            if field.name in ("start", "end"):
                changed[field.name] = own + self.shift
            elif field.name in ("id", "period", "anchor"):
                changed[field.name] = self.name(own)
            elif field.name == "figures":
                changed[field.name] = tuple(self.name(each) for each in own)
            elif field.name == "sentence":
                changed[field.name] = own + self.number * len(self.base.sentences)
            elif is_dataclass(own) or isinstance(own, tuple):
                changed[field.name] = self.moved(own)
        return replace(value, **changed)


def repeated(base: Document, figures: int, length: int) -> Document:
    """At least so many figures in about so many characters."""
    times = -(-figures // len(base.figures))
    gap = max(2, length // times - len(base.text))
    quiet = "\n\n" + (QUIET * (gap // len(QUIET) + 1))[: gap - 4] + "\n\n"
    step = len(base.text) + len(quiet)
    copies = [Copy(number * step, number, base) for number in range(times)]
    return replace(base, text=(base.text + quiet) * times, **_parts(base, copies))


def _parts(base: Document, copies: list[Copy]) -> Mapping[str, Any]:
    parts: dict[str, tuple[Span | Figure | Moment | Link | Finding, ...]] = {}
    for name in ("sentences", "figures", "moments", "links", "findings"):
        parts[name] = tuple(_of(getattr(base, name), copies))
    return parts


def _of(items: tuple[Any, ...], copies: list[Copy]) -> Iterator[Any]:
    return (copy.moved(item) for copy in copies for item in items)
