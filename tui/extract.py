"""Reading articles and writing what was found: to standard output, or beside a file and then in its place."""

from __future__ import annotations

import datetime as dt
import io
import os
import shutil
import stat
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from parsers.article import show_path
from parsers.errors import UnreadableError
from parsers.export import FORMATS, Layout
from parsers.model import Document
from parsers.pipeline import parse_article
from parsers.query import Query, QueryError, narrow
from parsers.readers import Source, find_sources
from tui.outcome import DONE, UNREADABLE, say

PATIENCE = 0.5
"""Seconds after which a person is told what is being read."""


def format_for(output: str | None) -> str:
    """The format that a file's suffix names, else the table."""
    name = Path(output).suffix.lower().removeprefix(".") if output else ""
    return (
        {"markdown": "md", "ndjson": "jsonl"}.get(name, name)
        if name in (*FORMATS, "markdown", "ndjson")
        else "table"
    )


def extract(
    paths: Sequence[str],
    *,
    form: str,
    output: str | None = None,
    with_text: bool = False,
    day: dt.date | None = None,
    where: Query | None = None,
) -> int:
    """Read what ``paths`` name and write it in a format of `FORMATS`; gives the exit status.

    What cannot be read is named on standard error, a line each, and the rest is still written.
    ``where`` keeps the figures that match it.
    """
    reading = Reading(paths, day)
    to_terminal = output in (None, "-") and sys.stdout.isatty()
    layout = Layout(with_text, shutil.get_terminal_size().columns if to_terminal else None)
    documents = reading.documents()
    if where is not None:
        documents = (narrow(document, where) for document in documents)
    try:
        return deliver(FORMATS[form].write(documents, layout), reading, output)
    except QueryError as error:
        say(f"--where: {error}")
        return UNREADABLE


def deliver(pieces: Iterable[str], reading: Reading, output: str | None = None) -> int:
    """Write what comes of a reading, piece by piece; gives the exit status."""
    try:
        with _opened(output, reading) as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
    except BrokenPipeError:
        _drop_standard_output()  # the reader of the pipe has seen enough
    except OSError as error:
        where = "standard output" if output in (None, "-") else show_path(str(output))
        say(f"{where}: cannot be written: {(error.strerror or str(error)).lower()}")
        _drop_standard_output()
        return UNREADABLE
    return UNREADABLE if reading.failures else DONE


class Reading:
    """The documents of some paths, one at a time, and what went wrong on the way."""

    def __init__(self, paths: Sequence[str], day: dt.date | None) -> None:
        self._paths = paths
        self._day = day
        self._progress = _Progress()
        self.failures = 0
        self.read = 0

    def documents(self) -> Iterator[Document]:
        """Each document as soon as it is read."""
        with self._progress.shown():
            for source in find_sources(self._paths):
                document = self._document(source)
                if document is not None:
                    self.read += 1
                    yield document

    def _document(self, source: Source | UnreadableError) -> Document | None:
        try:
            if isinstance(source, UnreadableError):
                raise source
            self._progress.reading(f"reading {source.name} ({self.read:,} read)")
            article = source.read()
            document = parse_article(article, reference_date=self._day)
        except UnreadableError as error:
            self._progress.reading("")
            self.failures += 1
            say(str(error))
            return None
        self._progress.reading("")
        for note in article.notes:
            say(f"{article.source}: {note}")
        return document


class _Progress:
    """Tells on standard error what is being read, where a person waits for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._done = threading.Event()
        self._told = False
        self._line = ""

    def reading(self, line: str) -> None:
        """From now on ``line`` is being read; empty: nothing is, and what was told is wiped away."""
        with self._lock:
            self._line = line
            if self._told and not line:
                self._write("")

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Tell while this lasts, where standard error is a terminal."""
        if not sys.stderr.isatty():
            yield
            return
        thread = threading.Thread(target=self._tell, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.reading("")
            self._done.set()
            thread.join()

    def _tell(self) -> None:
        while not self._done.wait(PATIENCE):
            with self._lock:
                if self._line:
                    self._write(self._line)

    def _write(self, line: str) -> None:
        room = shutil.get_terminal_size().columns - 1
        sys.stderr.write("\r\x1b[K" + line[:room])
        sys.stderr.flush()
        self._told = bool(line)


@contextmanager
def _opened(output: str | None, reading: Reading) -> Iterator[TextIO]:
    """Where to write: standard output; a device or pipe as it is; a file only once all is written."""
    if output in (None, "-"):
        if isinstance(sys.stdout, io.TextIOWrapper):
            # A terminal keeps its own encoding; a pipe or file gets the one that its readers expect.
            encoding = None if sys.stdout.isatty() else "utf-8"
            sys.stdout.reconfigure(encoding=encoding, errors="replace", newline="\n")
        yield sys.stdout
        return
    target = Path(os.path.realpath(str(output)))
    if target.exists() and not target.is_file():
        with target.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            yield file
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with beside.open("x", encoding="utf-8", errors="replace", newline="\n") as file:
            yield file
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        # An earlier result is not lost to a run that could read nothing.
        if reading.read or not reading.failures:
            beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _drop_standard_output() -> None:
    """Forget what could not be written, so that Python does not try it again when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
