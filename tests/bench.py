"""``make bench``: how fast, as ratios measured in one run (no test: nothing here passes or fails).

Absolute times depend on the machine; the last column compares with a yardstick measured beside it.
The news it reads is the seeds, repeated; ``python -m tests.bench FOLDER`` reads texts of your own.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import regex

from parsers import parse, query
from parsers.model import Document
from parsers.query import Lookup

ROUNDS = 3
REFERENCE = dt.date(2024, 11, 15)
SEEDS = Path(__file__).parent.parent / "seeds"
IMPORTS = "import regex, dateparser"
MANY = 100_000
EXPRESSIONS = (
    "kind:money",
    "value>1bn unit:USD",
    "metric:revenue and (period:2024 or period>=2025)",
    "cloud",
    r"/^RMB \d/",
)
EMPTY_PROGRAM = (
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Empty(App):\n"
    "    def compose(self): yield Static('PAINTED')\n"
    "Empty().run()"
)


def main() -> int:
    """Measure and print one table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    news = "\n\n".join(f.read_text(encoding="utf-8") for f in sorted(folder.glob("*.txt")))
    megabyte = (news * (1_000_000 // len(news) + 1))[:1_000_000]
    parse(news, reference_date=REFERENCE)
    reading(megabyte)
    scaling(megabyte)
    filtering(parse(news, reference_date=REFERENCE))
    starting()
    return 0


def reading(text: str) -> None:
    """Reading a megabyte, beside one pass of a bare pattern."""
    pattern = regex.compile(r"[$€£¥]?\d[\d,.]*\d?\s?(?:%|percent|million|billion)?")
    bare = seconds(lambda: sum(1 for _ in pattern.finditer(text)))
    pieces = [text[at : at + 8_000] for at in range(0, len(text), 8_000)]
    short = seconds(lambda: [parse(piece, reference_date=REFERENCE) for piece in pieces])
    whole = seconds(lambda: parse(text, reference_date=REFERENCE))
    print(f"{'reading 1 MB of news':34}{'MB/s':>8}{'x bare':>8}")
    for name, took in (("one bare pattern", bare), ("articles of 8 kB", short), ("one article", whole)):
        print(f"{name:34}{1 / took:8.2f}{took / bare:8.1f}")


def scaling(text: str) -> None:
    """Time per character of texts of growing length, beside that of the shortest."""
    print(f"\n{'one text of':34}{'µs/kB':>8}{'x 8 kB':>8}")
    first = 0.0
    for size in (8_000, 80_000, 800_000, 4_000_000):
        sample = (text * (size // len(text) + 1))[:size]
        repeats = max(1, 400_000 // size)
        took = seconds(partial(read_often, sample, repeats))
        each = took / (size * repeats) * 1e9
        first = first or each
        print(f"{size / 1000:,.0f} kB{'':26}{each:8.0f}{each / first:8.2f}")


def filtering(document: Document) -> None:
    """Applying a filter to 100,000 figures (compiled anew, as at each key), beside a bare loop over them."""
    figures = (document.figures * (MANY // len(document.figures) + 1))[:MANY]
    many = Lookup(replace(document, figures=tuple(replace(f, id=f"f{n}") for n, f in enumerate(figures, 1))))
    bare = seconds(lambda: [at for at, figure in enumerate(many.document.figures) if figure.value is None])
    print(f"\n{f'filtering {MANY:,} figures':44}{'ms':>8}{'x bare':>8}")
    for expression in EXPRESSIONS:
        took = seconds(partial(lambda words: query.compile(words).select(many), expression))
        print(f"{expression:44}{took * 1e3:8.1f}{took / bare:8.1f}")


def read_often(text: str, times: int) -> None:
    """Read a text so many times."""
    for _ in range(times):
        parse(text, reference_date=REFERENCE)


def starting() -> None:
    """Whole processes: one article extracted, and the first paint of the explorer in a terminal."""
    article = str(SEEDS / "alibaba-cloud-investment.txt")
    python, command = sys.executable, str(Path(sys.executable).parent / "figscope")
    imports = process([python, "-c", IMPORTS])
    extract = process([command, "extract", article])
    empty = first_paint([python, "-c", EMPTY_PROGRAM], b"PAINTED")
    paint = first_paint([command, "--no-state", article], b"380")
    print(f"\n{'whole processes':34}{'ms':>8}{'ratio':>8}")
    print(f"{f'python -c {IMPORTS!r}':34}{imports * 1e3:8.0f}{1:8.2f}")
    print(f"{'figscope extract, one article':34}{extract * 1e3:8.0f}{extract / imports:8.2f}")
    print(f"{'first paint, empty Textual program':34}{empty * 1e3:8.0f}{1:8.2f}")
    print(f"{'first paint, an article':34}{paint * 1e3:8.0f}{paint / empty:8.2f}")


def process(command: list[str]) -> float:
    """The median wall time of a whole process, in seconds, after one warming run."""
    taken = []
    for _ in range(2 * ROUNDS):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken[1:])


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


def seconds(run: Callable[[], object]) -> float:
    """The median CPU time of a few runs, in seconds."""
    taken = []
    for _ in range(ROUNDS):
        began = time.process_time()
        run()
        taken.append(time.process_time() - began)
    return statistics.median(taken)


if __name__ == "__main__":
    sys.exit(main())
