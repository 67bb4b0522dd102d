"""Coming back to the same content: marks, order, layout and position are as they were."""

from __future__ import annotations

import json
import resource
from dataclasses import replace
from pathlib import Path

import pytest

from tests.scenes import TEXT, WIDE, Ready, empty, messages, play, ships, ships_checked
from tui.app import FigscopeApp
from tui.fitting import sets
from tui.index import build_index
from tui.memory import Memory, Remembered, find, note
from tui.screens.explorer import Explorer
from tui.settings import Settings
from tui.state import Selection

WRONG = {"marks": "[1]", "zoomed": "1", "window": '["a"]', "columns": '"x"', "words": "null"}


def program(folder: Path, name: str = "norvik.txt") -> FigscopeApp:
    sources = [Ready(name, ships()), Ready("quiet.txt", empty())]
    return FigscopeApp(sources, theme="figscope-dark", memory=Memory(folder))


def explorer(app: FigscopeApp) -> Explorer:
    screen = app.screen_stack[0]
    assert isinstance(screen, Explorer)
    return screen


def kept(folder: Path, suffix: str = "json") -> list[Path]:
    """The files of a memory."""
    return sorted(folder.glob(f"*.{suffix}"))


async def test_all_is_as_it_was(tmp_path: Path) -> None:
    app = program(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("space", "j", "space", "l", "s", "S", "3", "z", "g", "l"))
        left = explorer(app).selection
    again = program(tmp_path, "moved-and-renamed.txt")
    async with again.run_test(size=WIDE) as pilot:
        await play(pilot, ())
        screen = explorer(again)
        assert screen.selection == left
        assert screen.marks == {0, 2}
        assert (screen.sort.column, screen.sort.reverse) == ("value", True)
        assert (screen.front, screen.zoomed) == ("source", True)
        assert messages(again) == ["2 marks kept from before"]


async def test_each_document_keeps_its_own(tmp_path: Path) -> None:
    app = program(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("m", "right_curly_bracket"))
    files = kept(tmp_path)
    assert len(files) == 2
    start = TEXT.index("4.2 billion kroner")
    marks = [[], [f"f{start}-{start + len('4.2 billion kroner')}"]]
    assert sorted(json.loads(file.read_text())["marks"] for file in files) == marks
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


@pytest.mark.parametrize(
    "damage",
    [
        *("", "{", "[]", '{"schema": "other"}', "\x00"),
        *(f'{{"schema": "figscope-state/2", "{name}": {value}}}' for name, value in WRONG.items()),
    ],
)
async def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: str) -> None:
    digest = build_index(ships(), "x").digest
    memory = Memory(tmp_path)
    assert memory.keep(digest, Remembered(selection="f3-4")) == ""
    (file,) = kept(tmp_path)
    file.write_text(damage)
    app = program(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ())
        assert "is damaged; set aside as" in messages(app)[0]
        assert explorer(app).selection == Selection.figure(0)
    assert [aside.read_text() for aside in kept(tmp_path, "damaged")] == [damage]


def test_what_no_longer_exists_is_left_out() -> None:
    index = build_index(ships(), "x")
    start = TEXT.index("$384 million")
    kept = (f"f{start}-{start + len('$384 million')}", "f1-2", f"m{start}-{start + 1}", "gone", "")
    assert find(index, Remembered(selection="f9-99", marks=kept)) == (None, frozenset({1}))
    assert find(index, note(index, Selection.moment(2), frozenset({3}))) == (
        Selection.moment(2),
        frozenset({3}),
    )


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    problem = Memory(tmp_path / "file" / "below").keep("a" * 64, Remembered())
    assert problem.startswith("cannot keep marks and position: ")
    assert Memory(tmp_path / "none").recall("a" * 64) == (None, "")


def test_a_full_disk_leaves_what_was_kept_before(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    assert memory.keep("a" * 64, Remembered(words="one")) == ""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
    try:
        problem = memory.keep("a" * 64, Remembered(words="two"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert problem.startswith("cannot keep marks and position: ")
    assert memory.recall("a" * 64) == (Remembered(words="one"), "")
    assert len(list(tmp_path.iterdir())) == 1


async def test_columns_and_the_timeline_s_window_come_back(tmp_path: Path) -> None:
    app = program(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("C", "2", "j", "plus", "plus"))
        window = explorer(app).window
    again = program(tmp_path)
    async with again.run_test(size=WIDE) as pilot:
        await play(pilot, ())
        screen = explorer(again)
        assert screen.columns == sets()["narrow"]
        assert screen.front == "timeline"
        assert screen.window == window != ()
        await play(pilot, ("1", "C", "C", "right_curly_bracket"))
    third = program(tmp_path)
    async with third.run_test(size=WIDE) as pilot:
        await play(pilot, ())
        assert explorer(third).columns == ()
        assert explorer(third).window == window


async def test_columns_stay_as_configured_until_a_person_changes_them(tmp_path: Path) -> None:
    for columns in (("value", "unit"), ("value", "kind")):
        sources = [Ready("norvik.txt", ships())]
        app = FigscopeApp(sources, settings=Settings(columns=columns), memory=Memory(tmp_path))
        async with app.run_test(size=WIDE) as pilot:
            await play(pilot, ())
            assert explorer(app).columns == columns


async def test_two_programs_keep_the_marks_of_different_documents(tmp_path: Path) -> None:
    """Both are open at the same time; the one that leaves last takes nothing from the other."""
    other = build_index(ships_checked(), "x")
    apart = replace(other.document, text=other.document.text + "\n")
    one = program(tmp_path)
    two = FigscopeApp([Ready("other.txt", apart)], memory=Memory(tmp_path))
    async with two.run_test(size=WIDE) as second:
        await play(second, ("j", "m"))
        async with one.run_test(size=WIDE) as first:
            await play(first, ("m", "m", "m"))
    counts = {file.stem: len(json.loads(file.read_text())["marks"]) for file in kept(tmp_path)}
    digests = [build_index(document, "x").digest[:32] for document in (ships(), apart)]
    assert counts == dict(zip(digests, (3, 1), strict=True))


async def test_the_filter_comes_back(tmp_path: Path) -> None:
    app = program(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("f", *"kind:money", "enter"))
        shown = list(explorer(app).figures_pane.rows)
    again = program(tmp_path)
    async with again.run_test(size=WIDE) as pilot:
        await play(pilot, ())
        assert explorer(again).filter.words == "kind:money"
        assert list(explorer(again).figures_pane.rows) == shown != list(range(14))


async def test_marked_figures_are_given_on_leaving(tmp_path: Path) -> None:
    app = program(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("space", "j", "space", "right_curly_bracket"))
    (document,) = app.marked_documents()
    assert [figure.id for figure in document.figures] == ["f1", "f3"]


def test_several_programs_keep_and_forget_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another program has forgotten meanwhile is no failure; what is kept is whole."""
    monkeypatch.setattr("tui.memory.MOST", 1)
    (tmp_path / "gone.json").symlink_to(tmp_path / "nowhere")
    assert Memory(tmp_path).keep("a" * 64, Remembered(words="one")) == ""
    assert Memory(tmp_path).keep("b" * 64, Remembered(words="two")) == ""
    assert len(list(tmp_path.glob("*.json"))) == 1
    assert Memory(tmp_path).recall("b" * 64) == (Remembered(words="two"), "")
