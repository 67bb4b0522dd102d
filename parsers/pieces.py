"""Many pieces of bytes kept between runs in one file, of which each is read only when it is asked for."""

from __future__ import annotations

import atexit
import marshal
import os
from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO

from parsers import store

SIZE = 8
"""How many bytes tell how long the index of a file is."""


_KEEPERS: list[Callable[[], object]] = []
"""What writes the pieces that were added."""


def keep_at_the_end(keep: Callable[[], object]) -> None:
    """Have pieces written when the program ends, or sooner."""
    if not _KEEPERS:
        atexit.register(keep_now)
    _KEEPERS.append(keep)


def keep_now() -> None:
    """Write what was added so far: a process that is ended from outside does not come to its end."""
    for keep in _KEEPERS:
        keep()


def keep_sometimes(done: int) -> None:
    """Write what was added, behind the first, second, fourth, eighth ... of the things done.

    Each adds less than the one before, and writing takes as long however little was added.
    """
    if done & (done - 1) == 0:
        keep_now()


class Pieces:
    """The pieces of one name that earlier runs have kept, made from just this, and those of this one.

    What is damaged is not there.
    """

    def __init__(self, name: str, made_from: Iterable[str] = ()) -> None:
        self._name, self._made_from = name, tuple(made_from)
        self._kept = _opened(name, self._made_from)
        self._added: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """The piece of a key, or ``None``."""
        added = self._added.get(key)
        return added if added is not None else self._kept.read(key)

    def add(self, key: str, piece: bytes) -> None:
        """Keep a piece from now on."""
        self._added[key] = piece

    def keep(self, most: int) -> None:
        """Write what was added, for the next run; more than so many pieces are gathered anew."""
        if not self._added:
            return
        kept = _opened(self._name, self._made_from)  # what another process has added meanwhile
        others = {key: kept.read(key) for key in kept.index}
        kept.close()
        found = {key: piece for key, piece in others.items() if piece is not None} | self._added
        self._added = {}
        _write(self._name, self._made_from, found if len(found) <= most else {})


class _Kept:
    """A file of pieces: where every one begins behind the index, how long it is, and its check."""

    def __init__(self, file: BinaryIO | None, base: int, index: dict[str, tuple[int, int, bytes]]) -> None:
        self.index = index
        self._file = file
        self._base = base

    def read(self, key: str) -> bytes | None:
        """The piece of a key; ``None`` where there is none, or it is damaged."""
        place = self.index.get(key)
        if self._file is None or place is None:
            return None
        start, size, told = place
        try:
            piece = self._at(self._base + start, size)
        except (OSError, ValueError, TypeError, OverflowError):
            return None
        return piece if store.check(piece) == told else None

    def _at(self, start: int, size: int) -> bytes:
        """Some bytes of the file: where it can be, without its place, which processes share."""
        assert self._file is not None
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), size, start)
        self._file.seek(start)
        return self._file.read(size)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()


def _opened(name: str, made_from: tuple[str, ...]) -> _Kept:
    """The file of a name; one with nothing in it where it is missing or damaged."""
    file = store.open_kept(name, made_from)
    if file is None:
        return _Kept(None, 0, {})
    try:
        told, size = file.read(4), int.from_bytes(file.read(SIZE), "big")
        body = file.read(size)
        if store.check(body) == told:
            return _Kept(file, 4 + SIZE + size, marshal.loads(body))
    except (OSError, ValueError, EOFError, TypeError, OverflowError, MemoryError):
        pass
    file.close()
    return _Kept(None, 0, {})


def _write(name: str, made_from: tuple[str, ...], pieces: Mapping[str, bytes]) -> None:
    """Keep pieces in a file, the index in front."""
    index: dict[str, tuple[int, int, bytes]] = {}
    start = 0
    for key, piece in pieces.items():
        index[key] = (start, len(piece), store.check(piece))
        start += len(piece)
    body = marshal.dumps(index)
    parts = (store.check(body), len(body).to_bytes(SIZE, "big"), body, *pieces.values())
    store.write_kept(name, made_from, parts)
