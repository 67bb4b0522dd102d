"""From the shell into the explorer: what can be read, and a terminal for the keys."""

from __future__ import annotations

import datetime as dt
import gc
import os
import sys
from collections.abc import Sequence

from parsers.errors import UnreadableError
from tui.interrupt import take_interrupt
from tui.outcome import UNREADABLE, say
from tui.reader import Apart
from tui.settings import DEFAULTS, Settings
from tui.sources import Prepared, prepare
from tui.streams import write_out

COLLECT_EVERY = 50_000
"""New objects between two looks for rubbish: few, so that none takes so long that a key waits for it."""
TERMINAL = "/dev/tty"
QUICKLY = {"TEXTUAL_FPS": "120", "ESCDELAY": "10"}
"""Pictures in a second: with Textual's own 60 a key that follows another waits for up to 17 ms.  Milliseconds
after which Escape is that key and not the first byte of another: Textual's own are 100."""


def launch(
    paths: Sequence[str],
    *,
    day: dt.date | None = None,
    settings: Settings = DEFAULTS,
    notices: Sequence[str] = (),
    print_marked: bool = False,
) -> int:
    """Open the explorer on what ``paths`` name; gives the exit status.

    What cannot be read is named on standard error, a line each; the others open.  ``notices`` are lines
    about the configuration.
    """
    if not sys.stderr.isatty():
        return _refuse("the explorer draws on standard error, which is redirected; try figscope extract")
    sources, failures = _find(paths, day, notices)
    if not sources:
        return UNREADABLE
    if not sys.stdin.isatty() and not take_terminal():
        return _refuse("there is no terminal to read keys from; try figscope extract")
    _put_off_collecting()
    take_interrupt()
    marked: list[str] = []
    reader = Apart()
    reader.prepare()
    os.environ.update(QUICKLY | os.environ)
    from tui.app import run

    try:
        status = run(
            sources,
            settings=settings,
            notices=notices,
            marked=marked.append if print_marked else None,
            reader=reader,
            day=day,
        )
    finally:
        reader.close()
    return write_out(marked) or status or (UNREADABLE if failures else 0)


def _find(paths: Sequence[str], day: dt.date | None, notices: Sequence[str]) -> tuple[list[Prepared], int]:
    """What can be opened, and how many cannot; those are named, after the notices."""
    found = list(prepare(paths, day))
    failures = [each for each in found if isinstance(each, UnreadableError)]
    for line in (*notices, *map(str, failures)):
        say(line)
    return [each for each in found if isinstance(each, Prepared)], len(failures)


def _put_off_collecting() -> None:
    """Nothing of what is loaded now is rubbish: it is looked for again behind the first picture."""
    gc.disable()
    gc.set_threshold(COLLECT_EVERY)


def take_terminal() -> bool:
    """Put the terminal in the place of standard input, which was a pipe; whether there is one."""
    try:
        terminal = os.open(TERMINAL, os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.stdin = open(0, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    return True


def _refuse(why: str) -> int:
    say(why)
    return UNREADABLE
