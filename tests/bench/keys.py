"""Keys in a large document: 20 MB of text with more than 100,000 figures, opened in a terminal of 120x36.

The text is the news, repeated with paragraphs without figures between.  A key is answered when the first
bytes of the new picture arrive after it was written to the terminal; the next key is pressed when the
picture is complete, which here is 10 ms without another byte.  Keys are pressed while the text is read
(line and page movements in the source) and when it is read (movements in the table, marking, switching
panes; then a search and a filter are typed).  Bytes are not interpreted but for the first line's words.
"""

from __future__ import annotations

import itertools
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ
from types import TracebackType
from typing import Self

from tests.bench.large import QUIET
from tests.bench.measure import as_installed, joined, table

SIZE = 20_000_000
SHARE = 3
"""The text is so many times as long as the news in it: about five figures in a thousand characters."""
QUIET_TIME = 0.01
PATIENCE = 600.0
PRESSED = 200
DOWN, UP, PAGE_DOWN, PAGE_UP = "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[5~"


def keys(folder: Path) -> None:
    """Opening 20 MB, and how long a key waits meanwhile and afterwards."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "large.txt"
        file.write_text(large(folder), encoding="utf-8")
        began = time.perf_counter()
        with Explorer([str(Path(sys.executable).parent / "figscope"), "--no-state", str(file)]) as explorer:
            explorer.wait("large.txt")
            shown = time.perf_counter() - began
            explorer.press("3")
            meanwhile = explorer.series(itertools.cycle((PAGE_DOWN, DOWN, PAGE_UP, DOWN, UP)), until=" dates")
            read = time.perf_counter() - began
            explorer.press("1")
            movements = explorer.series(
                [DOWN, PAGE_DOWN, "j", "G", "g", PAGE_DOWN, "m", "k"] * (PRESSED // 8)
            )
            panes = explorer.series(["2", "j", "3", PAGE_DOWN, "1", "]"] * (PRESSED // 6))
            search = explorer.series(["/", *"traders waited", "\x1b"])
            sift = explorer.series(["f", *"kind:money value>1bn", "\x1b"])
    table(
        "opening 20 MB", ("s",), [("its text is shown", (f"{shown:.1f}",)), ("all is read", (f"{read:.1f}",))]
    )
    rows = [
        ("while it is read", _waits(meanwhile)),
        ("moving among its figures", _waits(movements)),
        ("from pane to pane", _waits(panes)),
        ("typing a search", _waits(search)),
        ("typing a filter", _waits(sift)),
    ]
    table("a key is answered in", ("median ms", "p95 ms", "keys"), rows)


def large(folder: Path) -> str:
    """The text."""
    news = joined(folder)
    quiet = (QUIET * (len(news) // len(QUIET) + 1))[: len(news) - 1]
    piece = f"{news}\n\n" + f"{quiet}\n\n" * (SHARE - 1)
    return piece * (SIZE // len(piece) + 1)


class Explorer:
    """The program in a terminal; its keys, and the bytes that it answers with."""

    def __init__(self, command: Sequence[str]) -> None:
        self.pid, self.fd = pty.fork()
        if not self.pid:
            os.execvpe(command[0], list(command), as_installed())
        ioctl(self.fd, TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
        self.seen = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)

    def wait(self, words: str) -> None:
        """Until some words have been drawn."""
        end = time.monotonic() + PATIENCE
        while words.encode() not in self.seen:
            if time.monotonic() > end:
                raise TimeoutError(f"{words!r} never came")
            self._read(1.0)

    def press(self, key: str) -> float | None:
        """Press a key; the seconds until it is answered, ``None`` where it changes nothing."""
        self.seen = b""
        began = time.perf_counter()
        os.write(self.fd, key.encode())
        answered = time.perf_counter() - began if self._read(1.0) else None
        while self._read(QUIET_TIME):
            pass
        return answered

    def series(self, pressed: Iterable[str], until: str = "") -> list[float]:
        """How long each key waited; until some words are drawn, or the keys are at their end."""
        waits = []
        end = time.monotonic() + PATIENCE
        for key in pressed:
            wait = self.press(key)
            if wait is not None:
                waits.append(wait)
            if until and (until.encode() in self.seen or time.monotonic() > end):
                break
        return waits

    def _read(self, seconds: float) -> bool:
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        self.seen += os.read(self.fd, 65_536)
        return True


def _waits(waits: Sequence[float]) -> tuple[str, ...]:
    ordered = sorted(waits)
    late = ordered[int(len(ordered) * 0.95)]
    return f"{statistics.median(ordered) * 1e3:.1f}", f"{late * 1e3:.1f}", f"{len(ordered):,}"
