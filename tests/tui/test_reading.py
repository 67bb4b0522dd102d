"""Reading never holds the keys: a long text is shown while its figures are looked for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.worker import Worker

from parsers import pipeline
from parsers.article import Article, make_article
from parsers.model import Document
from tests.scenes import WIDE, settle, shown
from tui.app import FigscopeApp
from tui.reader import Here, Told
from tui.screens.explorer import Explorer
from tui.state import Selection
from tui.threads import in_thread

LONG = "Harbour fees rose to $4 million in 2024.\n" * 4000


class Slow:
    """An article whose text is there at once."""

    name = "slow.txt"
    text = LONG

    def read(self) -> Article:
        return make_article(self.text, source=self.name)


class Shorter(Slow):
    """As long as it has to be to have figures that are shown before it is read."""

    text = LONG[: len(LONG) // 8]


async def until(pilot: Any, true: Callable[[], bool]) -> None:
    """Wait for a condition, at most ten seconds."""
    for _ in range(200):
        if true():
            return
        await pilot.pause(0.05)
    raise AssertionError("it did not come")


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Parsing waits for this event, then finds nothing."""
    event = threading.Event()

    def parse(_self: Here, article: Article, _told: Told) -> Document:
        assert event.wait(30)
        return Document(text=article.text, source=article.source)

    monkeypatch.setattr(Here, "parse", parse)
    return event


async def test_the_text_comes_first_and_the_keys_work(go_on: threading.Event) -> None:
    app = FigscopeApp([Slow()], theme="figscope-dark")
    async with app.run_test(size=WIDE) as pilot:
        screen = app.screen_stack[0]
        assert isinstance(screen, Explorer)
        await until(pilot, lambda: screen.index is not None)
        assert screen.index is not None
        assert screen.index.partial
        await pilot.press("3", "z", "pagedown")
        await until(pilot, lambda: screen.source_pane.scroll_offset.y > 0)
        assert "Harbour fees rose" in shown(app)
        await until(pilot, lambda: screen.notice.startswith("Reading slow.txt"))
        assert "Reading slow.txt" in shown(app)
        top = screen.source_pane.scroll_offset.y
        go_on.set()
        await settle(pilot)
        await until(pilot, lambda: screen.index is not None and not screen.index.partial)
        assert screen.source_pane.scroll_offset.y == top
        assert screen.notice == ""


async def test_at_the_first_start_of_all_it_is_said_what_takes_long(
    go_on: threading.Event, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    app = FigscopeApp([Slow()], theme="figscope-dark")
    async with app.run_test(size=WIDE) as pilot:
        screen = app.screen_stack[0]
        assert isinstance(screen, Explorer)
        await until(pilot, lambda: screen.notice.startswith("Making the rules ready"))
        assert "Making the rules ready" in screen.figures_pane.render_line(1).text
        (tmp_path / "figscope").mkdir()
        (tmp_path / "figscope" / "rules-1").touch()
        await until(pilot, lambda: screen.notice.startswith("Reading slow.txt"))
        go_on.set()
        await settle(pilot)


async def test_what_is_found_so_far_is_shown_with_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the figures measure comes when all is read; the title says so meanwhile."""
    pipeline.engine()  # where the rules are new they are made ready first, however long that takes
    event = threading.Event()

    def parse(_self: Here, article: Article, told: Told) -> Document:
        document = pipeline.parse_article(article, told=told)
        assert event.wait(30)
        return document

    monkeypatch.setattr(Here, "parse", parse)
    app = FigscopeApp([Shorter()], theme="figscope-dark")
    async with app.run_test(size=WIDE) as pilot:
        screen = app.screen_stack[0]
        assert isinstance(screen, Explorer)
        await until(pilot, lambda: len(screen.figures_pane.rows) >= 200)
        assert screen.index is not None
        assert screen.index.partial
        assert "values first; what they measure follows" in str(screen.figures_pane.border_title)
        row = screen.figures_pane.render_line(1).text
        assert "$4 million" in row
        assert "m  USD" in row
        assert "fees" not in row
        await until(pilot, lambda: "figures so far" in " ".join(screen.top_bar.left))
        await pilot.press("j")
        event.set()
        await settle(pilot)
        await until(pilot, lambda: screen.index is not None and not screen.index.partial)
        assert screen.selection == Selection.figure(1)
        assert "values first" not in str(screen.figures_pane.border_title)
        assert "fees" in screen.figures_pane.render_line(1).text.lower()


async def test_leaving_does_not_wait_for_reading(go_on: threading.Event) -> None:
    app = FigscopeApp([Slow()], theme="figscope-dark")
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: bool(shown(app)))
        await pilot.press("q")
    assert app.return_code == 0
    assert not go_on.is_set()
    go_on.set()


async def test_what_a_thread_raises_is_raised_where_it_is_awaited() -> None:
    def fail() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await in_thread(fail)
    assert await in_thread(lambda: 7) == 7
    waiting = asyncio.ensure_future(in_thread(threading.Event().wait))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_no_worker_is_described_by_the_text_that_it_works_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual would write out the arguments of a worker for its log: a long text, for every letter typed."""
    described: list[int] = []
    start = Worker.__init__

    def watch(self: Worker[Any], *args: Any, **named: Any) -> None:
        start(self, *args, **named)
        described.append(len(self.description))

    monkeypatch.setattr(Worker, "__init__", watch)
    text = "Quiet words without end. " * 60_000 + "Fees rose to $4 million in 2024."

    class Ready:
        name = "long.txt"

        def read(self) -> Document:
            return Document(text=text)

    app = FigscopeApp([Ready()], theme="figscope-dark")
    async with app.run_test(size=WIDE) as pilot:
        screen = app.screen_stack[0]
        assert isinstance(screen, Explorer)
        await until(pilot, lambda: screen.index is not None)
        await pilot.press("slash", *"fees")
        await until(pilot, lambda: len(screen.matches) == 1)
    assert len(described) > 3
    assert max(described) < 200
