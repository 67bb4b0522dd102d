"""Worker processes: the same work on many things, the results in the order of the things.

A worker is a fork of this process, so what is loaded already is shared and nothing is sent but the
things and their results.  One that dies takes only the thing with it that it was at.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from parsers.pieces import keep_sometimes

# One article is read without workers: what they need is imported when there are some.
if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Thing = TypeVar("Thing")
Result = TypeVar("Result")

AHEAD = 64
"""Things that are worked at ahead of the result that is due; more would only fill the memory."""
QUEUED = 2
"""Things that a worker holds at most: the one that it works at, and the next."""
TICK = 0.25
"""Seconds between two looks at whether something is to be told."""


def can_fork() -> bool:
    """Whether this system makes workers that share what is loaded."""
    return hasattr(os, "fork")


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def idle_core() -> bool:
    """Whether a processor seems to be free for a second process; true where the system does not say."""
    return not hasattr(os, "getloadavg") or os.getloadavg()[0] < cores()


class Workers(Generic[Thing, Result]):
    """Some processes that do ``work``; leaving the ``with`` block ends them at once.

    ``lost`` gives the result of a thing whose worker died, from its exit code (negative: the signal).
    """

    def __init__(
        self, count: int, work: Callable[[Thing], Result], lost: Callable[[Thing, int], Result]
    ) -> None:
        self._work = work
        self._lost = lost
        self._workers: list[_Worker] = []
        gc.freeze()  # or the children would copy every page that their collector looks at
        for _ in range(count):
            self._start()

    def __enter__(self) -> Workers[Thing, Result]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()

    def results(self, things: Sequence[Thing], tick: Callable[[], object]) -> Iterator[Result]:
        """The result of each thing, in order; ``tick`` is called a few times a second while it waits."""
        from multiprocessing.connection import wait

        done: dict[int, Result] = {}
        waiting = deque(range(len(things)))
        for due in range(len(things)):
            while due not in done:
                self._hand_out(things, waiting, due + AHEAD)
                for ready in wait([worker.pipe for worker in self._workers], TICK):
                    self._collect(next(w for w in self._workers if w.pipe is ready), things, waiting, done)
                tick()
            yield done.pop(due)

    def _hand_out(self, things: Sequence[Thing], waiting: deque[int], end: int) -> None:
        for _ in range(QUEUED):
            for worker in self._workers:
                if len(worker.holds) < QUEUED and waiting and waiting[0] < end:
                    at = waiting.popleft()
                    worker.holds.append(at)
                    worker.give(things[at])

    def _collect(
        self, worker: _Worker, things: Sequence[Thing], waiting: deque[int], done: dict[int, Result]
    ) -> None:
        """Take a result; where the worker has died, another takes its place and what it had not begun."""
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            code = worker.end()
            self._workers.remove(worker)
            if worker.holds:
                at = worker.holds.popleft()
                done[at] = self._lost(things[at], code)
            waiting.extendleft(reversed(worker.holds))
            self._start()
        else:
            done[worker.holds.popleft()] = result

    def _start(self) -> None:
        self._workers.append(_Worker(self._work, [worker.pipe for worker in self._workers]))


class _Worker:
    """One process, our end of its pipe, and which things it holds, by their place."""

    def __init__(self, work: Callable[[Any], Any], others: Sequence[Connection]) -> None:
        from multiprocessing import get_context

        context = get_context("fork")
        self.pipe, its_pipe = context.Pipe()
        self.holds: deque[int] = deque()
        # Pipes of ours that the child inherits keep its siblings from seeing that we have ended.
        ours = [*others, self.pipe]
        self._process = context.Process(target=_serve, args=(its_pipe, ours, work), daemon=True)
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # the child is born with it
        try:
            self._process.start()
        finally:
            signal.signal(signal.SIGINT, before)
        its_pipe.close()

    def give(self, thing: object) -> None:
        """Send something to work at; a worker that has died is found out when its result is due."""
        with suppress(OSError):
            self.pipe.send(thing)

    def end(self) -> int:
        """End the process, whatever it is at; its exit code."""
        self.pipe.close()
        self._process.kill()
        self._process.join()
        return self._process.exitcode or 0


def _serve(pipe: Connection, ours: Sequence[Connection], work: Callable[[Any], Any]) -> None:
    """What a worker does until its pipe is closed."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    for other in ours:
        other.close()
    for done in count(1):
        try:
            thing = pipe.recv()
        except EOFError:
            return
        result = work(thing)
        keep_sometimes(done)
        pipe.send(result)
