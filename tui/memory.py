"""Coming back: what was done with a document is kept for the same content, wherever its file lies."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from parsers.values import fields_of, record
from tui.index import Index
from tui.state import Selection

SCHEMA = "figscope-state/2"
MOST = 1000
"""Documents that are remembered; the ones not seen for longest are forgotten first."""


@record
class Remembered:
    """Marks, filter, order, layout and position of one document.

    Figures and moments are known by their places ("f12-25"): these stay the same for the same text,
    whatever else a later version of the reader finds in it.
    """

    selection: str | None = None
    marks: tuple[str, ...] = ()
    words: str = ""
    column: str | None = None
    reverse: bool = False
    grouped: bool = False
    front: str = "figures"
    zoomed: bool = False
    columns: tuple[str, ...] | None = None
    """The columns of the figures pane; ``None``: as configured."""
    window: tuple[int, ...] = ()
    """First and last day of the timeline (proleptic ordinals), where a person has zoomed."""


LISTS = {"marks": str, "columns": str, "window": int}
"""The fields that are lists, and of what."""


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

        text = json.dumps(
            {"schema": SCHEMA, **fields_of(remembered)}, indent=1
        )  # any words, even half a pair
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as out:
                out.write(text)
            beside.replace(file)
            self._forget()
        except OSError as error:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            return f"cannot keep marks and position: {error.strerror}"
        return ""

    def _file(self, digest: str) -> Path:
        return self.folder / f"{digest[:32]}.json"

    def _forget(self) -> None:
        files = list(self.folder.glob("*.json"))
        if len(files) > MOST:
            files.sort(key=_age)
            for file in files[: len(files) - MOST]:
                file.unlink(missing_ok=True)


def _age(file: Path) -> float:
    """When a file was written; one that another figscope has just forgotten is the oldest."""
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def note(index: Index, selection: Selection | None, marks: frozenset[int]) -> Remembered:
    """What is to be remembered of a document: its figures and moments by their places."""
    chosen = None if selection is None else _place(index, selection)
    return Remembered(chosen, tuple(_place(index, Selection.figure(at)) for at in sorted(marks)))


def find(index: Index, remembered: Remembered) -> tuple[Selection | None, frozenset[int]]:
    """The selection and the marks that are remembered, where they still exist."""
    wanted = {*remembered.marks, remembered.selection}
    found = {place: each for _, _, each in index.mentions if (place := _place(index, each)) in wanted}
    marks = (found.get(mark) for mark in remembered.marks)
    return found.get(remembered.selection or ""), frozenset(m.at for m in marks if m and m.is_figure)


def _place(index: Index, selection: Selection) -> str:
    start, end = index.span(selection)
    return f"{'f' if selection.is_figure else 'm'}{start}-{end}"


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
    values: dict[str, Any] = {}
    for name, default in fields_of(Remembered()).items():
        value = found.get(name, default)
        if name in LISTS and isinstance(value, list):
            value = tuple(value)
        if not _fits(value, default, LISTS.get(name)):
            raise ValueError(name)
        values[name] = value
    return Remembered(**values)


def _fits(value: object, default: object, members: type | None) -> bool:
    """Whether a value is what its field can hold."""
    if value is None:
        return default is None
    if members is not None:
        return isinstance(value, tuple) and all(type(each) is members for each in value)
    return isinstance(value, str) if default is None else type(value) is type(default)
