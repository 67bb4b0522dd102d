"""The list behind ``o``: documents that are open with what is in them, and files that could be. Pure."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from parsers.article import show_path
from parsers.model import State
from parsers.readers.registry import SUFFIXES
from parsers.values import record
from tui.shelf import Entry

ORDERS = ("as opened", "by name", "by figures", "by findings")
MOST = 500
"""Rows of one kind that are listed; typing narrows them down."""


@record
class Row:
    """A document that is open (``at`` is its place), or a file or folder that is not."""

    name: str
    at: int | None = None
    path: str = ""
    figures: int | None = None
    dates: int | None = None
    wrong: int | None = None
    told: str = ""
    """What there is instead of counts: reading, not read yet, or why it cannot be."""


def rows(entries: Sequence[Entry], typed: str, order: str = ORDERS[0]) -> list[Row]:
    """The open documents whose names hold every typed word, then the files that a typed path begins."""
    words = typed.casefold().split()
    found = [_row(at, entry) for at, entry in enumerate(entries)]
    found = [row for row in found if all(word in row.name.casefold() for word in words)]
    if order == "by name":
        found.sort(key=lambda row: row.name.casefold())
    elif order == "by figures":
        found.sort(key=lambda row: -(row.figures or 0))
    elif order == "by findings":
        found.sort(key=lambda row: -(row.wrong or 0))
    open_here = {entry.name for entry in entries}
    files = (row for row in _files(typed) if row.name not in open_here)
    return found[:MOST] + list(islice(files, MOST))


def common(paths: Sequence[str]) -> str:
    """What some paths begin with; empty where there are none."""
    first, last = min(paths, default=""), max(paths, default="")
    return first[
        : next(
            (at for at, pair in enumerate(zip(first, last, strict=False)) if len(set(pair)) > 1),
            min(len(first), len(last)),
        )
    ]


def _row(at: int, entry: Entry) -> Row:
    if entry.index is None:
        told = entry.problem or ("reading" if entry.reading else "not read yet")
        return Row(entry.name, at, told=told)
    document = entry.index.document
    wrong = sum(finding.state is State.DISAGREES for finding in document.findings)
    told = entry.change
    return Row(entry.name, at, "", len(document.figures), len(document.moments), wrong, told)


def _files(typed: str) -> Iterator[Row]:
    """Folders, and files that a reader knows, whose paths begin as typed; hidden ones only on request."""
    if not typed.strip():
        return
    folder, begin = os.path.split(typed)
    try:
        place = Path(folder or ".").expanduser()
        with os.scandir(place) as found:
            items = sorted(found, key=lambda item: (not _is_folder(item), item.name.casefold()))
    except (OSError, RuntimeError, ValueError):  # no such folder, no home, a NUL
        return
    if not begin:
        yield Row(show_path(typed), path=typed)
    for item in items:
        if not item.name.startswith(begin) or (item.name.startswith(".") and not begin.startswith(".")):
            continue
        path = os.path.join(folder, item.name)  # noqa: PTH118 - as typed, with its ~
        if _is_folder(item):
            yield Row(show_path(path) + "/", path=path + "/")
        elif Path(item.name).suffix.lower() in SUFFIXES:
            yield Row(show_path(path), path=path)


def _is_folder(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:
        return False
