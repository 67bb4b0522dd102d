"""``make fuzz``: many more made texts than the tests try; counts what was read and prints what breaks a law.

``python -m tests.fuzz --seed 1 --megabytes 10 --numerals 1000000``: the same seed makes the same texts.
A text that breaks a law is made shorter, as long as it still breaks one in the same way, and printed;
its place is then `tests/test_fuzz.py`, as an example.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

from parsers import Document, parse
from tests.fuzz.laws import assert_lawful
from tests.fuzz.mutate import articles, framed, news
from tests.fuzz.slow import complaint

DATES = (None, dt.date(2024, 11, 15), dt.date(2024, 2, 29), dt.date.min, dt.date.max)
TOGETHER = 25
"""Numerals that are read as one text, each in a sentence of its own."""


class BrokenError(Exception):
    """A law that a text breaks; two breaks with the same ``where`` are one fault."""

    def __init__(self, where: str, what: str) -> None:
        self.where = where
        super().__init__(what)


def read_news(text: str, day: dt.date | None) -> Document:
    """Read a text and look whether all laws hold; raises `BrokenError`."""
    try:
        document = parse(text, reference_date=day)
        assert_lawful(document, text)
    except Exception as error:
        raise BrokenError(_where(error), f"{type(error).__name__}: {error}") from error
    return document


def read_numerals(text: str, counts: Counter[str]) -> None:
    """Read a text and compare each figure with the slow reading; raises `BrokenError`."""
    for figure in read_news(text, DATES[1]).figures:
        found = complaint(figure, text)
        counts["figures not judged" if found is None else "figures judged"] += 1
        if found:
            raise BrokenError(f"wrong number: {figure.rule}", f"{figure.text!r}: {found}")


def _where(error: BaseException) -> str:
    """The last line of ours that an error went through."""
    frames = traceback.extract_tb(error.__traceback__)
    last = next(frame for frame in reversed(frames) if "/site-packages/" not in frame.filename)
    return f"{last.filename.rpartition('/')[2]}:{last.lineno} {type(error).__name__}"


def shortened(text: str, broken: BrokenError, read: Callable[[str], object]) -> str:
    """A shorter text that breaks the same law."""
    size = max(1, len(text) // 2)
    while size:
        at = 0
        while at < len(text):
            shorter = text[:at] + text[at + size :]
            try:
                read(shorter)
            except BrokenError as other:
                if other.where == broken.where:
                    text = shorter
                    continue
            at += size
        size //= 2
    return text


class Run:
    """One run: what was read so far, and each fault once."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.counts: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()

    def news(self, size: int) -> None:
        """Mutated news of so many bytes in all."""
        originals = articles()
        while self.counts["bytes of news"] < size:
            text = news(self.random, originals)
            day = self.random.choice(DATES)
            self.counts["texts of news"] += 1
            self.counts["bytes of news"] += len(text.encode("utf-8", "replace"))
            self._try(text, lambda made, day=day: read_news(made, day))  # type: ignore[misc]

    def numerals(self, number: int) -> None:
        """So many mutated numerals."""
        while self.counts["numerals"] < number:
            text = "\n\n".join(framed(self.random) for _ in range(TOGETHER))
            self.counts["numerals"] += TOGETHER
            self._try(text, lambda made: read_numerals(made, self.counts))

    def _try(self, text: str, read: Callable[[str], object]) -> None:
        try:
            read(text)
        except BrokenError as broken:
            self.faults[broken.where] += 1
            if self.faults[broken.where] <= SHOWN:
                text = shortened(text, broken, read)
                print(f"{broken.where}: {broken}\n    {text!r}", flush=True)

    def summary(self, seconds: float) -> Iterator[str]:
        """What was read and what was found, a line each."""
        for name, count in self.counts.items():
            yield f"{name:24}{count:14,}"
        yield f"{'seconds':24}{seconds:14,.0f}"
        yield f"{'faults':24}{len(self.faults):14,}"
        for where, count in self.faults.most_common():
            yield f"    {where:40}{count:8,} times"


SHOWN = 3


def main() -> int:
    """Make, read, count; the exit status is 1 where a law was broken."""
    options = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--megabytes", type=float, default=10, help="of mutated news")
    options.add_argument("--numerals", type=int, default=1_000_000, help="mutated ones")
    chosen = options.parse_args()
    began = time.monotonic()
    run = Run(chosen.seed)
    run.numerals(chosen.numerals)
    run.news(int(chosen.megabytes * 1_000_000))
    print("\n".join(run.summary(time.monotonic() - began)))
    return 1 if run.faults else 0


if __name__ == "__main__":
    sys.exit(main())
