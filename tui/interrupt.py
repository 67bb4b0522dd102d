"""Signals: how they end the program, and Ctrl-C while articles are read and written."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop


GONE = 128 + 1
"""The exit status of a program whose terminal went away: that of one ended by SIGHUP."""


def take_signals() -> None:
    """SIGTERM and SIGHUP end the program the ordinary way: no half-written file, the terminal as it was."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # What is ignored, as SIGHUP by nohup, stays so.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


def take_interrupt() -> None:
    """SIGINT ends the explorer in the same way: its Ctrl-C is a key, so another program has sent it."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, _end)


def end_between_steps(loop: AbstractEventLoop, end: Callable[[int], None]) -> None:
    """While a loop runs, what would end the program calls ``end`` with its exit status instead.

    It does so between two steps of the loop: an error raised inside one could be swallowed there, or leave
    the terminal half set up.
    """
    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is _end:
            with suppress(NotImplementedError):  # some systems' loops take no signals
                loop.add_signal_handler(number, end, 128 + number)


def _end(number: int, _frame: object) -> NoReturn:
    sys.exit(128 + number)


class Interrupt:
    """Whether a person has pressed Ctrl-C; while this is entered, it ends nothing by itself.

    What may end at any time stands in `at_once`, where it raises `KeyboardInterrupt`.  Elsewhere,
    in the middle of an article's writing, it is remembered in ``came`` for the next good moment; a
    person who cannot wait presses it again.
    """

    def __init__(self) -> None:
        self.came = False
        self._now = False

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Take Ctrl-C over while this lasts: in the main thread (no other can), unless it is ignored."""
        before = signal.getsignal(signal.SIGINT)
        if before in (None, signal.SIG_IGN) or threading.current_thread() is not threading.main_thread():
            yield
            return
        signal.signal(signal.SIGINT, self._handle)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """What stands in here ends with `KeyboardInterrupt` as soon as the key is pressed."""
        self._now = True
        try:
            if self.came:
                raise KeyboardInterrupt
            yield
        finally:
            self._now = False

    def _handle(self, _number: int, _frame: object) -> None:
        again, self.came = self.came, True
        if self._now or again:
            raise KeyboardInterrupt
