"""From the shell into the explorer: what can be read, and a terminal for the keys."""

from __future__ import annotations

import datetime as dt
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from parsers.article import Article
from parsers.errors import UnreadableError
from parsers.readers import Source, find_sources
from tui.outcome import UNREADABLE, say
from tui.reader import Apart
from tui.settings import DEFAULTS, Settings

TERMINAL = "/dev/tty"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A source for the explorer: standard input is read before the keys need it; a date may be given."""

    source: Source
    article: Article | None
    day: dt.date | None

    @property
    def name(self) -> str:
        """What to call it on the screen."""
        return self.source.name

    @property
    def path(self) -> Path | None:
        """Where it lies, if it is a file."""
        return self.source.path

    @property
    def quick(self) -> bool:
        """Whether it can be read before the first picture: what is here already, and short plain texts."""
        return self.article is not None or self.source.quick

    def read(self) -> Article:
        """The article; raises `UnreadableError` with one line that names it and the reason."""
        article = self.article or self.source.read()
        return replace(article, dated=self.day) if self.day else article


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
    failures: list[str] = []
    sources = list(_prepare(paths, day, failures))
    for line in (*notices, *failures):
        say(line)
    if not sources:
        return UNREADABLE
    if not sys.stdin.isatty() and not take_terminal():
        return _refuse("there is no terminal to read keys from; try figscope extract")
    gc.disable()  # nothing of what is loaded now is rubbish; on again behind the first picture
    reader = Apart()
    reader.prepare()
    from tui.app import run

    status = run(
        sources,
        settings=settings,
        notices=notices,
        marked=sys.stdout.write if print_marked else None,
        reader=reader,
    )
    reader.close()
    return status or (UNREADABLE if failures else 0)


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


def _prepare(paths: Sequence[str], day: dt.date | None, failures: list[str]) -> Iterator[Prepared]:
    """The sources that can be read as far as one can tell without reading them."""
    for source in find_sources(paths):
        try:
            if isinstance(source, UnreadableError):
                raise source
            article = source.read() if source.path is None else None
            source.check()
        except UnreadableError as error:
            failures.append(str(error))
        else:
            yield Prepared(source, article, day)


def _refuse(why: str) -> int:
    say(why)
    return UNREADABLE
