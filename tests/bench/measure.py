"""How time is taken, and the news that is read."""

from __future__ import annotations

import datetime as dt
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

ROUNDS = 3
REFERENCE = dt.date(2024, 11, 15)
SEEDS = Path(__file__).parent.parent.parent / "seeds"
ARTICLE = SEEDS / "alibaba-cloud-investment.txt"


@cache
def joined(folder: Path) -> str:
    """The texts of a folder as one."""
    files = sorted((*folder.glob("*.txt"), *folder.glob("*.md")))
    return "\n\n".join(f.read_text(encoding="utf-8") for f in files if f.name != "README.md")


def news(folder: Path, size: int) -> str:
    """So many characters of the texts of a folder, repeated."""
    text = joined(folder) + "\n\n"
    return (text * (size // len(text) + 1))[:size]


def pieces(text: str, size: int) -> list[str]:
    """A text cut into articles."""
    return [text[at : at + size] for at in range(0, len(text), size)]


def seconds(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median CPU time of a few runs, in seconds."""
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        run()
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def process(command: list[str]) -> tuple[float, float]:
    """The median CPU time of a whole process in seconds, after one warming run, and its peak memory in MB.

    It finds its bytecode compiled, as an installed program does.
    """
    taken, peaks = [], []
    for _ in range(2 * ROUNDS):
        runner = [sys.executable, "-IS", "-c", RUNNER, *command]
        output = subprocess.run(runner, check=True, stdout=subprocess.PIPE, env=as_installed()).stdout
        used, peak = output.split()[-2:]
        taken.append(float(used))
        peaks.append(float(peak) / 1024)
    return statistics.median(taken[1:]), max(peaks[1:])


# A process begins with the peak of the one that starts it: a small one stands between.
RUNNER = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, used = os.wait4(child, 0)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def as_installed() -> dict[str, str]:
    """The environment of a usual terminal, in which bytecode and patterns are compiled once and kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "TERM": "xterm-256color",
        "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "figscope-bytecode"),
        "XDG_CACHE_HOME": str(Path(tempfile.gettempdir()) / "figscope-patterns"),
    }


def table(title: str, columns: Iterable[str], rows: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Print one table: a name and right-aligned cells."""
    print(f"{title:44}" + "".join(f"{column:>10}" for column in columns))
    for name, cells in rows:
        print(f"{name:44}" + "".join(f"{cell:>10}" for cell in cells), flush=True)
    print()
