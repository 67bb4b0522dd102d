"""Reading what some paths name: a result for each article, in order, by this process or by several.

Whatever goes wrong with one article is one line on standard error; the others are read all the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from typing import Generic, TypeVar

from parsers.errors import QueryError, UnreadableError
from parsers.model import Document
from parsers.pipeline import engine, parse_article
from parsers.readers import Source, find_sources
from parsers.values import record
from tui.interrupt import Interrupt
from tui.outcome import failed_on, say
from tui.progress import Progress
from tui.workers import Workers, can_fork, cores

Result = TypeVar("Result")
Item = Source | UnreadableError

WORTH = 100_000
"""Bytes of articles for which one more worker is worth its start."""


@record
class Outcome(Generic[Result]):
    """What came of one article: a result, or why there is none; lines to say; why all must stop."""

    result: Result | None = None
    failure: str = ""
    notes: tuple[str, ...] = ()
    stop: str = ""


@record
class Work(Generic[Result]):
    """What is done with each article, in the process that reads it.

    ``make`` turns its document into the result, ``pack`` turns a result into what can be sent from
    one process to another.  Without ``checks`` documents have no findings.
    """

    make: Callable[[Document], Result]
    pack: Callable[[Result], Result]
    day: dt.date | None = None
    checks: bool = True

    def here(self, item: Item) -> Outcome[Result]:
        """Read one article in this process, whatever happens."""
        try:
            if isinstance(item, UnreadableError):
                raise item
            article = item.read()
            result = self.make(parse_article(article, reference_date=self.day, checks=self.checks))
        except UnreadableError as error:
            return Outcome(failure=str(error))
        except QueryError as error:
            return Outcome(stop=str(error))
        except MemoryError:
            return Outcome(failure=f"{_name(item)}: is too large for the memory of this machine")
        except Exception as error:  # noqa: BLE001 - one article's misfortune is named, and ends no other
            return Outcome(failure=failed_on(_name(item), error))
        return Outcome(result, notes=tuple(f"{article.source}: {note}" for note in article.notes))

    def there(self, item: Item) -> Outcome[Result]:
        """Read one article in a worker."""
        outcome = self.here(item)
        if outcome.result is None:
            return outcome
        return Outcome(self.pack(outcome.result), notes=outcome.notes)


class Reading(Generic[Result]):
    """The results of some paths, and what went wrong on the way."""

    def __init__(self, paths: Sequence[str], work: Work[Result], jobs: int | None = None) -> None:
        self.interrupt = Interrupt()
        self.failures = 0
        self.read = 0
        self._items = list(find_sources(paths))
        self._sizes = [_size(item) for item in self._items]
        self._work = work
        self._jobs = jobs
        self._progress = Progress(len(self._items), sum(self._sizes))

    @property
    def total(self) -> int:
        """How many articles there are to read."""
        return len(self._items)

    @property
    def interrupted(self) -> bool:
        """Whether a person has ended it; ``read`` articles were done before."""
        return self.interrupt.came

    @property
    def workers(self) -> int:
        """How many processes read; none where this one does it alone."""
        if not can_fork():
            return 0
        wanted = min(cores(), sum(self._sizes) // WORTH) if self._jobs is None else self._jobs
        count = min(wanted, len(self._items))
        return count if count > 1 else 0

    def results(self) -> Iterator[Result]:
        """Each result as soon as it is there; it ends early where a person interrupts it."""
        several = self.workers
        with (
            self.interrupt.watched(),
            closing(self._by_workers(several) if several else self._alone()) as outcomes,
        ):
            while (outcome := self._next(outcomes)) is not None:
                result = self._told(outcome)
                if result is not None:
                    self.read += 1
                    yield result

    def _next(self, outcomes: Iterator[Outcome[Result]]) -> Outcome[Result] | None:
        try:
            with self.interrupt.at_once():
                return next(outcomes, None)
        except KeyboardInterrupt:
            self._progress.wipe()
            return None

    def _told(self, outcome: Outcome[Result]) -> Result | None:
        """The result of one article; what is to be said of it is said."""
        if outcome.stop:
            raise QueryError(outcome.stop, 0)
        lines = (outcome.failure,) if outcome.failure else outcome.notes
        if lines or outcome.result is not None:
            self._progress.wipe()
        for line in lines:
            say(line)
        self.failures += bool(outcome.failure)
        return outcome.result

    def _alone(self) -> Generator[Outcome[Result], None, None]:
        with self._progress.ticking():
            for item, size in zip(self._items, self._sizes, strict=True):
                self._progress.reading(_name(item))
                outcome = self._work.here(item)
                self._progress.read(size)
                self._progress.reading("")
                yield outcome

    def _by_workers(self, count: int) -> Generator[Outcome[Result], None, None]:
        engine()  # once here, or each worker would load the rules for itself
        here = {at for at, item in enumerate(self._items) if isinstance(item, Source) and item.ours}
        there = [at for at in range(len(self._items)) if at not in here]
        sizes = self._sizes
        with Workers(count, self._there, self._lost) as workers:
            others = workers.results(there, self._progress.tick)
            for at, item in enumerate(self._items):
                outcome = self._work.here(item) if at in here else next(others)
                self._progress.read(sizes[at])
                yield outcome

    def _there(self, at: int) -> Outcome[Result]:
        return self._work.there(self._items[at])

    def _lost(self, at: int, code: int) -> Outcome[Result]:
        how = f"signal {-code}" if code < 0 else f"exit status {code}"
        return Outcome(failure=f"{_name(self._items[at])}: the process that read it ended ({how})")


def _name(item: Item) -> str:
    return item.name if isinstance(item, Source) else str(item)


def _size(item: Item) -> int:
    """The bytes of a file, as far as one can tell without opening it."""
    if not isinstance(item, Source) or item.path is None:
        return 0
    try:
        return item.path.stat().st_size
    except (OSError, ValueError):  # a NUL in the name
        return 0
