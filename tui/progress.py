"""What a person is told while articles are read: only on a terminal, and only after a while."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tui.streams import columns

PATIENCE = 0.5
"""Seconds after which a person is told, and between two times of telling."""


class Progress:
    """How far the reading of some articles is; ``total`` articles of ``size`` bytes in all."""

    def __init__(self, total: int, size: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.total = total
        self.size = size
        self.shown = sys.stderr.isatty()
        self._clock = clock
        self._began = self._told_at = clock()
        self._done = self._done_size = 0
        self._name = ""
        self._told = False
        self._lock = threading.Lock()
        self._end = threading.Event()

    def reading(self, name: str) -> None:
        """An article of this name is being read now."""
        with self._lock:
            self._name = name

    def read(self, size: int) -> None:
        """One article more, of so many bytes, is done."""
        with self._lock:
            self._done += 1
            self._done_size += size

    def tick(self) -> None:
        """Tell how far it is, where that is due."""
        if not self.shown:
            return
        with self._lock:
            if self._clock() - self._told_at >= PATIENCE:
                self._write(self.line())

    def wipe(self) -> None:
        """Take back what was told, so that other lines can be written."""
        with self._lock:
            if self._told:
                self._write("")

    @contextmanager
    def ticking(self) -> Iterator[None]:
        """Tell from a thread of its own while this lasts, for one who is busy reading."""
        if not self.shown:
            yield
            return
        thread = threading.Thread(target=self._tick, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._end.set()
            thread.join()
            self.wipe()

    def line(self) -> str:
        """How far it is: "812 of 2,000 articles, 95 a second, 13 s left", or the one that is being read."""
        if self.total < 2:
            return f"reading {self._name}"
        line = f"{self._done:,} of {self.total:,} articles"
        elapsed = self._clock() - self._began
        if self._done and elapsed > 0:
            line += f", {_rate(self._done / elapsed)}"
        if self._done_size and elapsed > 0:
            line += f", {duration(elapsed * (self.size - self._done_size) / self._done_size)} left"
        return line + (f" (reading {self._name})" if self._name else "")

    def _tick(self) -> None:
        while not self._end.wait(PATIENCE):
            self.tick()

    def _write(self, line: str) -> None:
        room = columns() - 1
        sys.stderr.write("\r\x1b[K" + line[:room])
        sys.stderr.flush()
        self._told = bool(line)
        self._told_at = self._clock()


def _rate(each_second: float) -> str:
    return f"{each_second:,.0f} a second" if each_second >= 2 else f"{each_second * 60:,.0f} a minute"


def duration(seconds: float) -> str:
    """A time to wait, in the two units that matter: "8 s", "2 min 5 s", "1 h 10 min"."""
    whole = max(1, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600:,} h {whole % 3600 // 60} min"
