"""Opening more documents from within, and reading one again whose file has changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, OptionList

from tests.scenes import WIDE, messages, settle, shown
from tests.tui.test_reading import until
from tui.app import FigscopeApp
from tui.browsing import rows
from tui.screens.documents import DocumentsScreen
from tui.screens.explorer import Explorer
from tui.shelf import make_shelf
from tui.sources import Prepared, prepare
from tui.stamp import change_of, stamp_of

TEXTS = {
    "halden.txt": "Halden Paper sold 300 boats in 2024. Profit rose 4% to $3.2 million.\n",
    "norvik.txt": "Norvik Lines carried 41,000 cars.\n",
    "quiet.txt": "A quiet day.\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "third.md").write_text("# Third\n\nIt has 12 ships.\n", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def opened(*paths: str) -> FigscopeApp:
    sources = [each for each in prepare(paths) if isinstance(each, Prepared)]
    return FigscopeApp(sources, theme="figscope-dark")


def explorer(app: FigscopeApp) -> Explorer:
    screen = app.screen_stack[0]
    assert isinstance(screen, Explorer)
    return screen


async def until_read(pilot: Any, app: FigscopeApp, more: Callable[[], bool] = lambda: True) -> Explorer:
    await settle(pilot)
    await until(
        pilot,
        lambda: bool(explorer(app).index and not explorer(app).index.partial and more()),  # type: ignore[union-attr]
    )
    return explorer(app)


async def test_the_list_counts_what_is_in_each_document(folder: Path) -> None:
    app = opened(".")
    async with app.run_test(size=WIDE) as pilot:
        screen = await until_read(pilot, app)
        await pilot.press("o")
        await until(pilot, lambda: all(entry.index for entry in screen.entries))
        await until(pilot, lambda: "not read yet" not in shown(app) and "reading" not in shown(app))
        lines = shown(app).splitlines()
        assert any("halden.txt" in line and " 3      1         - " in line for line in lines)
        await pilot.press(*"third", "enter")
        await until_read(pilot, app, lambda: screen.at == 1)
        assert screen.entries[screen.at].name == "more/third.md"


async def test_a_path_opens_another_document_and_an_open_one_is_not_opened_twice(folder: Path) -> None:
    app = opened("halden.txt")
    async with app.run_test(size=WIDE) as pilot:
        screen = await until_read(pilot, app)
        await pilot.press("o", *"nor", "tab")
        assert app.screen.query_one(Input).value == "norvik.txt"
        await pilot.press("enter")
        await until_read(pilot, app, lambda: screen.at == 1)
        assert [entry.name for entry in screen.entries] == ["halden.txt", "norvik.txt"]
        await pilot.press("o", *"./halden.txt", "enter")
        await until_read(pilot, app, lambda: screen.at == 0)
        assert len(screen.entries) == 2


async def test_a_path_that_leads_nowhere_is_one_line(folder: Path) -> None:
    app = opened("halden.txt")
    async with app.run_test(size=WIDE) as pilot:
        screen = await until_read(pilot, app)
        await pilot.press("o", *"nowhere.txt", "enter")
        await until(pilot, lambda: "nowhere.txt" in " ".join(messages(app)))
        assert len(screen.entries) == 1
        assert screen.at == 0


async def test_a_folder_in_the_list_opens_its_articles(folder: Path) -> None:
    app = opened("halden.txt")
    async with app.run_test(size=WIDE) as pilot:
        screen = await until_read(pilot, app)
        await pilot.press("o", *"mo", "tab", "enter")
        await until_read(pilot, app, lambda: screen.at == 1)
        assert screen.entries[1].name == "more/third.md"


async def test_the_order_of_the_list_and_escape(folder: Path) -> None:
    app = opened(".")
    async with app.run_test(size=WIDE) as pilot:
        screen = await until_read(pilot, app)
        await pilot.press("o")
        await until(pilot, lambda: all(entry.index for entry in screen.entries))
        await pilot.press("ctrl+s", "ctrl+s")
        sheet = app.screen
        assert isinstance(sheet, DocumentsScreen)
        assert sheet.rows[0].name == "halden.txt"
        assert "by figures" in str(sheet.query_one("#documents").border_title)
        await pilot.press("down", "down")
        assert sheet.query_one(OptionList).highlighted == 2
        await pilot.press("escape")
        assert app.screen is screen


async def test_a_changed_file_is_noticed_and_read_again_with_selection_and_marks(folder: Path) -> None:
    app = opened("halden.txt")
    async with app.run_test(size=WIDE) as pilot:
        screen = await until_read(pilot, app)
        await pilot.press("m")  # 300 boats, then on to the next
        selected = screen.selection
        assert screen.marks == {0}
        assert selected is not None
        assert screen.index is not None
        before = screen.index.document.figures[selected.at].text
        file = folder / "halden.txt"
        file.write_text("First 7 ships were built. " + TEXTS["halden.txt"], encoding="utf-8")
        app.app_focus = False
        app.app_focus = True  # as after a while in an editor
        await until(pilot, lambda: "changed on disk; R reads it again" in shown(app))
        await pilot.press("R")
        await until(pilot, lambda: "Read again" in " ".join(messages(app)))
        assert screen.index is not None
        marked = [screen.index.document.figures[at].text for at in screen.marks]
        assert marked == ["300 boats"]
        assert screen.selection is not None
        assert screen.index.document.figures[screen.selection.at].text == before
        assert "has changed" not in screen.top_bar.right


async def test_a_file_that_is_gone_leaves_what_was_read(folder: Path) -> None:
    app = opened("halden.txt")
    async with app.run_test(size=WIDE) as pilot:
        screen = await until_read(pilot, app)
        before = screen.index
        (folder / "halden.txt").unlink()
        screen.look_for_change()
        await until(pilot, lambda: "gone from its place" in shown(app))
        await pilot.press("R")
        await until(pilot, lambda: "what was read before stays" in " ".join(messages(app)))
        assert screen.index is before


def test_a_stamp_tells_a_change(folder: Path) -> None:
    [source] = prepare(["halden.txt"])
    before = stamp_of(source)
    assert change_of(source, before) == ""
    os.utime("halden.txt", ns=(1, 1))
    assert change_of(source, before) == "changed on disk"
    Path("halden.txt").unlink()
    assert change_of(source, before) == "gone from its place"
    assert stamp_of(object()) is None
    assert change_of(object(), None) == ""


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("", ["norvik.txt"]),
        ("NOR", ["norvik.txt"]),
        ("nor lines", []),
        ("h", ["halden.txt"]),
        ("more/", ["more/", "more/third.md"]),
        ("m", ["more/"]),
        ("pic", []),
        ("nowhere/x", []),
        ("~nobody-at-all/", []),
        ("\0", []),
    ],
)
def test_rows(folder: Path, typed: str, named: list[str]) -> None:
    entries = make_shelf([each for each in prepare(["norvik.txt"]) if isinstance(each, Prepared)])
    assert [row.name for row in rows(entries, typed)] == named
