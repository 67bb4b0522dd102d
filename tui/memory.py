"""Coming back: what was done with a document is kept for the same content, wherever its file lies."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from tui.index import Index
from tui.state import Selection

SCHEMA = "figscope-state/1"
MOST = 1000
"""Documents that are remembered; the ones not seen for longest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """Marks, filter, order, layout and position of one document; figures and moments by their ids."""

    selection: str | None = None
    marks: tuple[str, ...] = ()
    words: str = ""
    column: str | None = None
    reverse: bool = False
    grouped: bool = False
    front: str = "figures"
    zoomed: bool = False


LARGEST = 16 * 1024 * 1024
"""Bytes of a file; a larger one was not written here."""


class Memory:
    """A folder of small JSON files, one per document, named by the digest of its text."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def recall(self, digest: str) -> tuple[Remembered | None, str]:
        """What is known of a document, and one line about it where the file was damaged.

        A damaged file is set aside under another name, never read again and never deleted.
        """
        file = self._file(digest)
        try:
            with file.open("rb") as opened:
                return _read(opened.read(LARGEST + 1)), ""
        except FileNotFoundError:
            return None, ""
        except OSError as error:
            return None, f"cannot read what was kept of this document: {error.strerror}"
        except (ValueError, RecursionError):
            aside = file.with_suffix(".damaged")
            with suppress(OSError):
                file.replace(aside)
            return None, f"what was kept of this document is damaged; set aside as {aside.name}"

    def keep(self, digest: str, remembered: Remembered) -> str:
        """Write what is to be remembered, all or nothing; gives one line where that failed."""
        file = self._file(digest)
        beside = file.with_suffix(f".{os.getpid()}")
        import json  # here, because the first picture does not need it

        text = json.dumps({"schema": SCHEMA, **asdict(remembered)}, ensure_ascii=False, indent=1)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as out:
                out.write(text)
            beside.replace(file)
            self._forget()
        except OSError as error:
            return f"cannot keep marks and position: {error.strerror}"
        return ""

    def _file(self, digest: str) -> Path:
        return self.folder / f"{digest[:32]}.json"

    def _forget(self) -> None:
        files = list(self.folder.glob("*.json"))
        if len(files) > MOST:
            files.sort(key=lambda file: file.stat().st_mtime)
            for file in files[: len(files) - MOST]:
                file.unlink(missing_ok=True)


def note(index: Index, selection: Selection | None, marks: frozenset[int]) -> Remembered:
    """What is to be remembered of a document, its figures and moments by their ids."""
    figures = index.document.figures
    chosen = None
    if selection is not None:
        chosen = (figures if selection.is_figure else index.document.moments)[selection.at].id
    return Remembered(selection=chosen, marks=tuple(figures[at].id for at in sorted(marks)))


def find(index: Index, remembered: Remembered) -> tuple[Selection | None, frozenset[int]]:
    """The selection and the marks that are remembered, where they still exist."""
    marks = frozenset(index.figure_at[mark] for mark in remembered.marks if mark in index.figure_at)
    name = remembered.selection or ""
    if name in index.figure_at:
        return Selection.figure(index.figure_at[name]), marks
    if name in index.moment_at:
        return Selection.moment(index.moment_at[name]), marks
    return None, marks


def _read(data: bytes) -> Remembered:
    """The remembered values of a file; `ValueError` where they are not what they should be.

    JSON that is nested without end raises `RecursionError`.
    """
    import json

    if len(data) > LARGEST:
        raise ValueError("too large")
    found: Any = json.loads(data.decode("utf-8"))
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise ValueError("another schema")
    default = asdict(Remembered())
    values: dict[str, Any] = {}
    for field in fields(Remembered):
        value = found.get(field.name, default[field.name])
        if field.name == "marks":
            value = tuple(value) if isinstance(value, list) else None
        fits = isinstance(value, type(default[field.name])) or (
            default[field.name] is None and (value is None or isinstance(value, str))
        )
        if not fits or (field.name == "marks" and not all(isinstance(each, str) for each in value)):
            raise ValueError(field.name)
        values[field.name] = value
    return Remembered(**values)
