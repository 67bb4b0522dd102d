"""Who finds the figures of an article: a process of its own, so that the interface keeps its interpreter.

A thread would do too, but the rules hold the interpreter: while a long text is read, keys would wait.
Figures come in small pieces, because taking one in holds the interpreter as well.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any, Protocol

from parsers.article import Article
from parsers.errors import FigscopeError
from parsers.model import Document, Figure
from parsers.values import replace
from tui.pieces import PARTS, End, Failure, Heading, Part, Progress
from tui.workers import idle_core

COMMAND = (
    "import os, sys; getattr(os, 'nice', int)({nice}); sys.path[:] = {path!r}; "
    "from tui.modules import from_one_file; from_one_file(); "
    "from tui.reader_process import serve; serve()"
)
NICE = 5
"""The interface goes first, from the beginning."""
MOST_IDLE = 2
"""Processes that are kept for the next article."""

Told = Callable[[int, tuple[Figure, ...]], object]
"""Called with how many characters are read, and the figures that were found since the last time."""


class Reader(Protocol):
    """Finds the figures of articles; for threads, several at a time."""

    def parse(self, article: Article, told: Told) -> Document:
        """The document of an article; raises `FigscopeError` with the reason where there is none."""
        ...

    def close(self) -> None:
        """Give up whatever is being read."""
        ...


class Here:
    """Reads in the thread that asks; for tests, and where no process can be started."""

    def parse(self, article: Article, told: Told) -> Document:
        from parsers import pipeline  # with the rules: not before the first picture

        return pipeline.parse_article(article, told=told)

    def close(self) -> None:
        """There is nothing to give up."""


class Apart:
    """Reads in processes that wait for the next article when they are done with one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[_Process] = []
        self._busy: list[_Process] = []
        self._closed = False

    def prepare(self) -> None:
        """Start a process, which loads the rules while the interface is loaded here.

        Where no core is free for it the picture would come later by that: it is started when it is asked.
        """
        if idle_core():
            with suppress(OSError):
                self._idle.append(_Process())

    def parse(self, article: Article, told: Told) -> Document:
        try:
            process = self._take()
        except OSError:
            return Here().parse(article, told)
        done = False
        try:
            document = process.parse(article, told)
            done = True
        finally:
            self._give_back(process, good=done)
        return document

    def close(self) -> None:
        with self._lock:
            self._closed = True
            for process in (*self._idle, *self._busy):
                process.end()

    def _take(self) -> _Process:
        with self._lock:
            process = self._idle.pop() if self._idle else _Process()
            self._busy.append(process)
            return process

    def _give_back(self, process: _Process, *, good: bool) -> None:
        with self._lock:
            self._busy.remove(process)
            if good and not self._closed and len(self._idle) < MOST_IDLE:
                self._idle.append(process)
            else:
                process.end()


class _Process:
    """One process that reads, and our ends of its pipes."""

    def __init__(self) -> None:
        # The same modules as here, and never those of the folder that the program is started in.
        command = [sys.executable, "-P", "-c", COMMAND.format(nice=NICE, path=sys.path)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._asks: IO[bytes] = self._process.stdin
        self._answers: IO[bytes] = self._process.stdout

    def parse(self, article: Article, told: Told) -> Document:
        try:
            pickle.dump(article, self._asks, protocol=pickle.HIGHEST_PROTOCOL)
            self._asks.flush()
            return self._receive(article, told)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            code = self._process.wait()
            how = f"signal {-code}" if code < 0 else f"exit status {code}"
            name = article.source or "the text"
            raise FigscopeError(f"{name}: the process that read it ended ({how})") from None

    def end(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        with suppress(OSError, ValueError):
            self._asks.close()

    def _receive(self, article: Article, told: Told) -> Document:
        parts: dict[str, list[Any]] = {name: [] for name in PARTS}
        heading = Heading(Document(text=""))
        while not isinstance(came := pickle.load(self._answers), End):
            if isinstance(came, Failure):
                raise FigscopeError(came.reason)
            if isinstance(came, Progress):
                told(came.done, came.figures)
            elif isinstance(came, Part):
                parts[came.name] += came.items
            elif isinstance(came, Heading):
                heading = came
        whole: dict[str, Any] = {name: tuple(items) for name, items in parts.items()}
        return replace(heading.document, text=article.text, **whole)
