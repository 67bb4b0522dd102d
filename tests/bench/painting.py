"""The explorer in a terminal: its first paint, beside that of an empty program.

Both are started in a pseudo-terminal of 120x36, in turns, after a warming run of each; the time is taken from
the fork until the bytes of a word of the article (of the one word of the empty program) have arrived.  Both
find their bytecode compiled, as an installed program does.
"""

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

from tests.bench.measure import ARTICLE, as_installed, table

TURNS = 9

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
    nothing, article = [sys.executable, "-c", EMPTY_PROGRAM], [command, "--no-state", str(ARTICLE)]
    pairs = [(first_paint(nothing, b"PAINTED"), first_paint(article, b"380")) for _ in range(TURNS + 1)][1:]
    empty, paint = (statistics.median(taken) for taken in zip(*pairs, strict=True))
    ratio = statistics.median(mine / theirs for theirs, mine in pairs)
    rows = (
        ("an empty Textual program", (f"{empty * 1e3:.0f}", "1.00")),
        ("an article", (f"{paint * 1e3:.0f}", f"{ratio:.2f}")),
    )
    table("first paint", ("ms", "ratio"), rows)


def first_paint(command: list[str], needle: bytes) -> float:
    """The wall time, in seconds, until a program in a terminal of 120x36 has drawn ``needle``."""
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, as_installed())
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    seen = b""
    try:
        while needle not in seen:
            if not select.select([terminal], [], [], 20)[0]:
                raise TimeoutError(f"{command[0]} drew no {needle!r} within 20 seconds")
            seen += os.read(terminal, 65_536)
        return time.perf_counter() - began
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
