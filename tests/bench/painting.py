"""The explorer in a terminal: its first paint, beside that of an empty program."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from pathlib import Path

from tests.bench.measure import ARTICLE, ROUNDS, table

EMPTY_PROGRAM = (
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Empty(App):\n"
    "    def compose(self): yield Static('PAINTED')\n"
    "Empty().run()"
)


def painting(_folder: Path) -> None:
    """The first paint of the explorer on an article, and of an empty Textual program."""
    command = str(Path(sys.executable).parent / "figscope")
    empty = first_paint([sys.executable, "-c", EMPTY_PROGRAM], b"PAINTED")
    paint = first_paint([command, "--no-state", str(ARTICLE)], b"380")
    rows = (
        ("an empty Textual program", (f"{empty * 1e3:.0f}", "1.00")),
        ("an article", (f"{paint * 1e3:.0f}", f"{paint / empty:.2f}")),
    )
    table("first paint", ("ms", "ratio"), rows)


def first_paint(command: list[str], needle: bytes) -> float:
    """The median wall time, in seconds, until a program in a terminal of 120x36 has drawn ``needle``."""
    taken = []
    for _ in range(2 * ROUNDS):
        began = time.perf_counter()
        child, terminal = pty.fork()
        if child == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execvp(command[0], command)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
        seen = b""
        while needle not in seen:
            if not select.select([terminal], [], [], 20)[0]:
                raise TimeoutError(f"{command[0]} drew no {needle!r} within 20 seconds")
            seen += os.read(terminal, 65_536)
        taken.append(time.perf_counter() - began)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
    return statistics.median(taken[1:])
