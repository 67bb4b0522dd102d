"""Reading articles and writing what was found: to standard output, or beside a file and then in its place."""

from __future__ import annotations

import datetime as dt
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from parsers.article import show_path
from parsers.errors import QueryError
from parsers.export import FORMATS, Layout
from parsers.model import Document
from tui.outcome import DONE, INTERRUPTED, UNREADABLE, say
from tui.reading import Reading, Work
from tui.streams import columns, drop_standard_output

if TYPE_CHECKING:
    from parsers.query import Query

PARTIAL = ".partial"
"""Is put behind the name of a file whose making was interrupted: what was done until then."""


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
    jobs: int | None = None,
) -> int:
    """Read what ``paths`` name and write it in a format of `FORMATS`; gives the exit status.

    What cannot be read is named on standard error, a line each, and the rest is still written.
    ``where`` keeps the figures that match it; ``jobs`` processes read (``None``: as many as pay).
    """
    to_terminal = output in (None, "-") and sys.stdout.isatty()
    layout = Layout(with_text, columns() if to_terminal else None)

    def written(document: Document) -> Iterable[str]:
        if where is not None:
            from parsers.query import narrow

            document = narrow(document, where)
        return FORMATS[form].pieces(document, layout)

    checks = where is not None or FORMATS[form].findings
    reading = Reading(paths, Work(written, lambda pieces: ("".join(pieces),), day, checks), jobs)
    try:
        return deliver(FORMATS[form].join(reading.results()), reading, output)
    except QueryError as error:
        say(f"--where: {error}")
        return UNREADABLE


def deliver(pieces: Iterable[str], reading: Reading[Any], output: str | None = None) -> int:
    """Write what comes of a reading, piece by piece; gives the exit status."""
    try:
        with _opened(output, reading) as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
    except BrokenPipeError:
        drop_standard_output()  # the reader of the pipe has seen enough
    except OSError as error:
        where = "standard output" if output in (None, "-") else show_path(str(output))
        say(f"{where}: cannot be written: {(error.strerror or str(error)).lower()}")
        drop_standard_output()
        return UNREADABLE
    if reading.interrupted:
        _tell_interrupted(reading, output)
        return INTERRUPTED
    return UNREADABLE if reading.failures else DONE


@contextmanager
def _opened(output: str | None, reading: Reading[Any]) -> Iterator[TextIO]:
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
        if reading.interrupted:
            if reading.read:
                beside.replace(partial_of(target))
        # An earlier result is not lost to a run that could read nothing.
        elif reading.read or not reading.failures:
            beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def partial_of(target: Path) -> Path:
    """Where what was done is kept when a person interrupts the making of a file."""
    return target.with_name(target.name + PARTIAL)


def _tell_interrupted(reading: Reading[Any], output: str | None) -> None:
    kept = f"{reading.read:,} of {reading.total:,} articles are done"
    if output not in (None, "-") and reading.read:
        kept += f" and kept in {show_path(partial_of(Path(str(output))))}"
    say(f"interrupted: {kept}" if reading.read else "interrupted")
