"""The process that reads: what it sends is what reading here gives, and its death is one line."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from parsers.article import make_article
from parsers.errors import FigscopeError
from parsers.model import Figure
from tests.bench.measure import ARTICLE, SEEDS
from tui.reader import Apart, Here, Told

NEWS = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))


def quiet(done: int, figures: tuple[Figure, ...]) -> None:
    """Nobody listens."""


@pytest.fixture
def apart() -> Iterator[Apart]:
    reader = Apart()
    yield reader
    reader.close()


def test_a_document_comes_whole_out_of_its_pieces(apart: Apart) -> None:
    for text in (NEWS, ARTICLE.read_text(encoding="utf-8"), "", "No figure here."):
        article = make_article(text, source="news.txt")
        assert apart.parse(article, quiet) == Here().parse(article, quiet)


def test_what_it_has_compiled_is_there_for_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is ended from outside, so it cannot wait for its end."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    reader = Apart()
    article = make_article(ARTICLE.read_text(encoding="utf-8"))
    for _ in range(2):  # the first is kept before the second begins
        assert reader.parse(article, quiet).figures
    reader.close()
    kept = {path.name.partition("-")[0] for path in (tmp_path / "figscope").iterdir()}
    assert {"lexicon", "modules", "moments", "patterns", "rules", "worded"} <= kept


def test_news_come_from_the_other_side(apart: Apart) -> None:
    heard: list[Figure] = []
    article = make_article(NEWS)
    document = apart.parse(article, lambda _done, figures: heard.extend(figures))
    assert [f.id for f in heard] == [f.id for f in document.figures]


def test_a_process_that_dies_is_named_and_the_next_article_is_read(apart: Apart) -> None:
    article = make_article("Profit was $4 million. " * 3, source="news.txt")
    assert apart.parse(article, quiet).figures

    def die(done: int, figures: tuple[Figure, ...]) -> None:
        os.kill(children()[-1], signal.SIGKILL)

    with pytest.raises(FigscopeError, match=r"^news.txt: the process that read it ended \(signal 9\)$"):
        parse_until_dead(apart, die)
    assert apart.parse(article, quiet).figures


def test_closing_ends_what_is_being_read() -> None:
    reader = Apart()
    began = threading.Event()
    problems: list[str] = []

    def read() -> None:
        try:
            reader.parse(make_article(NEWS * 40, source="long.txt"), lambda *_: began.set())
        except FigscopeError as error:
            problems.append(str(error))

    thread = threading.Thread(target=read)
    thread.start()
    assert began.wait(60)
    reader.close()
    thread.join(30)
    assert not thread.is_alive()
    assert problems == ["long.txt: the process that read it ended (signal 9)"]


def parse_until_dead(reader: Apart, told: Told) -> None:
    """A text long enough that there are news before its end."""
    reader.parse(make_article(NEWS * 20, source="news.txt"), told)


def children() -> list[int]:
    """The processes that this one has started, the newest last."""
    return list(map(int, Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split()))
