"""Where articles come from: paths, folders and standard input, checked before they are opened."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from parsers.article import Article, make_article, show_path
from parsers.errors import UnreadableError
from parsers.readers.registry import SUFFIXES, choose_reader
from parsers.values import record

STANDARD_INPUT = "standard input"
LIMIT = 512 * 1024 * 1024
"""Bytes; a larger file is not one article."""

QUICK = 256 * 1024
"""Bytes of plain text that are read in a few milliseconds."""

PLAIN = (".txt", ".text", ".md", ".markdown")

# Pipes that the shell has opened for us: `figscope <(curl ...)`.
GIVEN_PIPES = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")


@record
class Source:
    """One place to read an article from; without a ``path`` it is standard input."""

    path: Path | None

    @property
    def name(self) -> str:
        """How it is called where it is shown: one safe line."""
        return show_path(self.path) if self.path is not None else STANDARD_INPUT

    @property
    def ours(self) -> bool:
        """Whether only this process can read it: standard input, or a pipe that the shell opened for it."""
        return self.path is None or self.path.as_posix().startswith(GIVEN_PIPES)

    @property
    def quick(self) -> bool:
        """Whether reading it takes no time that a person would notice: a short file of plain text."""
        try:
            status = (self.path or Path()).stat()
        except (OSError, ValueError):
            return False
        return stat.S_ISREG(status.st_mode) and status.st_size <= QUICK and _suffix(self.path) in PLAIN

    def read(self) -> Article:
        """The article there; raises `UnreadableError` with one line that names it and the reason."""
        try:
            data = _load(self.path) if self.path is not None else _read(_standard_input())
            content = choose_reader(self.path, data).read(data)
        except (OSError, UnreadableError) as error:
            raise self._named(error) from error
        return make_article(
            content.text,
            title=content.title,
            source=self.name,
            path=self.path,
            dated=content.dated,
            notes=content.notes if data else ("there is no text in it",),
        )

    def check(self) -> None:
        """Raise the `UnreadableError` that reading would raise, as far as one can tell without opening."""
        try:
            if self.path is not None and not _inspect(self.path) and not os.access(self.path, os.R_OK):
                raise UnreadableError("permission denied")
        except (OSError, UnreadableError) as error:
            raise self._named(error) from error

    def _named(self, error: OSError | UnreadableError) -> UnreadableError:
        return UnreadableError(f"{self.name}: {reason(error) if isinstance(error, OSError) else error}")


def find_sources(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Source | UnreadableError]:
    """The sources that ``paths`` name, in order: ``-`` is standard input, a folder all articles in it.

    Of a folder come the files that a reader knows by their suffix, in the order of their names,
    folders within it too.  Hidden files, and a README, which is about the folder, are left out.
    """
    for path in paths:
        if os.fspath(path) == "-":
            yield Source(None)
        elif os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises on a name with a NUL in 3.11
            yield from _walk(Path(path))
        else:
            yield Source(Path(path))


def reason(error: OSError) -> str:
    """Why the system refused, in words."""
    return (error.strerror or str(error)).lower()


def _suffix(path: Path | None) -> str:
    return path.suffix.lower() if path is not None else ""


def _walk(top: Path) -> Iterator[Source | UnreadableError]:
    found = False
    for item in _files(top, set()):
        found = True
        yield item
    if not found:
        yield UnreadableError(f"{show_path(top)}: no articles in this folder ({', '.join(sorted(SUFFIXES))})")


def _files(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Source | UnreadableError]:
    """The articles below a folder; a folder that was seen (a loop of links) is not entered again."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        entries = sorted(folder.iterdir(), key=lambda path: os.fsencode(path.name))
    except OSError as error:
        yield UnreadableError(f"{show_path(folder)}: {reason(error)}")
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _files(path, seen)
        elif path.suffix.lower() in SUFFIXES and path.stem.lower() != "readme":
            yield Source(path)


def _load(path: Path) -> bytes:
    """The bytes of a regular file; nothing else is opened, because it might never end."""
    given = _inspect(path)
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | (0 if given else os.O_NONBLOCK))
    with os.fdopen(descriptor, "rb") as file:
        if not given:
            _refuse(os.fstat(descriptor))  # it may have been replaced since
        return _read(file)


def _inspect(path: Path) -> bool:
    """Refuse what is no regular file; whether it is a pipe that the shell has opened for us."""
    try:
        status = path.stat()
    except ValueError:  # a NUL in the name
        raise UnreadableError("no such file") from None
    given = path.as_posix().startswith(GIVEN_PIPES) and (
        stat.S_ISFIFO(status.st_mode) or stat.S_ISCHR(status.st_mode)
    )
    if not given:
        _refuse(status)
    return given


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise UnreadableError("is closed")
    return sys.stdin.buffer


def _read(file: BinaryIO) -> bytes:
    data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise UnreadableError(f"is too large (at most {LIMIT:,} bytes are read)")
    return data


def _refuse(status: os.stat_result) -> None:
    mode = status.st_mode
    for test, what in (
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISDIR, "a folder"),
    ):
        if test(mode):
            raise UnreadableError(f"is {what}, not a file")
    if status.st_size > LIMIT:
        raise UnreadableError(f"is too large ({status.st_size:,} bytes; at most {LIMIT:,} are read)")
