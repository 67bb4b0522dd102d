"""What the explorer can open: places checked as far as one can tell without reading them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from parsers.article import Article
from parsers.errors import UnreadableError
from parsers.readers import Source, find_sources
from parsers.values import record, replace


@record
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
        return replace(article, given=self.day) if self.day else article


def prepare(paths: Sequence[str], day: dt.date | None = None) -> Iterator[Prepared | UnreadableError]:
    """What some paths name, in order; for each that cannot be read the reason."""
    for source in find_sources(paths):
        try:
            if isinstance(source, UnreadableError):
                raise source
            article = source.read() if source.path is None else None
            source.check()
        except UnreadableError as error:
            yield error
        else:
            yield Prepared(source, article, day)
