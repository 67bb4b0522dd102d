"""A program in a real terminal: a pseudo-terminal, with an emulator that shows what a person would see."""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

import pyte

PATIENCE = 30.0
"""Seconds to wait at most for what a test expects; nothing waits longer than it takes."""


class Terminal:
    """A running program, its keys and its screen; leaving the ``with`` block ends it."""

    def __init__(
        self, command: list[str], *, columns: int, rows: int, environ: Mapping[str, str], folder: str
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.raw = b""
        self._stream = pyte.ByteStream(self.screen)
        self.pid, self.fd = pty.fork()
        if not self.pid:
            os.chdir(folder)
            os.execvpe(command[0], command, dict(environ))
        self._size(columns, rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)

    @property
    def text(self) -> str:
        """The screen as lines."""
        return "\n".join(self.screen.display)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, as a person does."""
        self.screen.resize(rows, columns)
        self._size(columns, rows)

    def keys(self, typed: str) -> None:
        """Type characters (and control characters)."""
        os.write(self.fd, typed.encode())

    def wait(self, what: str | Callable[[str], bool]) -> str:
        """Let the program go on until a text stands on the screen (or the screen passes); the screen."""
        arrived = what if callable(what) else lambda screen: what in screen
        end = time.monotonic() + PATIENCE
        while not arrived(self.text):
            if not self._read(end - time.monotonic()):
                raise AssertionError(f"{what!r} never came:\n{self.text}\n{self.raw[-2000:]!r}")
        return self.text

    def status(self) -> int:
        """Let the program end; its exit status."""
        end = time.monotonic() + PATIENCE
        while self._read(end - time.monotonic()):
            pass
        if time.monotonic() >= end:
            raise AssertionError(f"it never ended:\n{self.text}")
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def _size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, seconds: float) -> bool:
        """Take what the program has written; whether there may be more."""
        ready, _, _ = select.select([self.fd], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError as error:
            if error.errno != errno.EIO:  # what Linux says when the program has ended
                raise
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)
