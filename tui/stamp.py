"""What a file looked like when it was read: whether it has changed since, without reading it."""

from __future__ import annotations

from pathlib import Path

from parsers.values import record


@record
class Stamp:
    """The file itself, its size in bytes, and when it was written (nanoseconds)."""

    node: tuple[int, int]
    size: int
    written: int


def stamp_of(source: object) -> Stamp | None:
    """How the file of a source looks now; ``None`` where it has none, or none any more."""
    path = getattr(source, "path", None)
    if not isinstance(path, Path):
        return None
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return Stamp((status.st_dev, status.st_ino), status.st_size, status.st_mtime_ns)


def change_of(source: object, before: Stamp | None) -> str:
    """What happened to the file of a source since, in words; empty where nothing did."""
    if before is None:
        return ""
    now = stamp_of(source)
    if now is None:
        return "gone from its place"
    return "" if now == before else "changed on disk"
