"""Each key does what the registry says, in the running explorer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, OptionList

from tests.scenes import DOCUMENTS, SMALL, USUAL, WIDE, Ready, messages, play, settle, ships, shown
from tui.actions import ACTIONS, BY_ID
from tui.app import FigscopeApp
from tui.clipboard import Certainty, CopyResult
from tui.keynames import key_name
from tui.panes.base import Pane
from tui.screens.copy_menu import CopyMenu
from tui.screens.detail import DetailScreen
from tui.screens.documents import DocumentsScreen
from tui.screens.explorer import Explorer
from tui.screens.help import HelpScreen
from tui.state import Selection
from tui.themes import THEMES
from tui.together import Partners

SIZES = (WIDE, USUAL)


class Tried(FigscopeApp):
    """The program, with a clipboard that remembers instead of copying."""

    def __init__(self, *names: str) -> None:
        super().__init__([DOCUMENTS[name]() for name in names], theme="figscope-dark")
        self.copied: list[str] = []

    stopped = False

    def action_suspend_process(self) -> None:
        self.stopped = True

    def copy_by_ways(self, text: str) -> CopyResult:
        self.copied.append(text)
        return CopyResult("tmux", Certainty.COPIED, len(text))

    @property
    def told(self) -> list[str]:
        """The messages on the screen."""
        return messages(self)


@asynccontextmanager
async def opened(
    *names: str, keys: tuple[str, ...] = (), size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[Pilot[Any], Explorer, Tried]]:
    app = Tried(*(names or ("ships", "checked")))
    async with app.run_test(size=size) as pilot:
        await play(pilot, keys)
        screen = app.screen_stack[0]
        assert isinstance(screen, Explorer)
        yield pilot, screen, app


async def press(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await settle(pilot)


def top(app: Tried) -> object:
    """The screen that has the keys."""
    return app.screen


def figure(at: int) -> Selection:
    return Selection.figure(at)


def test_every_action_has_its_method() -> None:
    for action in ACTIONS:
        assert hasattr(Explorer, "action_" + action.command.partition("(")[0]), action.id


def test_no_key_stands_for_two_actions() -> None:
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))
    assert not {"ctrl+m", "ctrl+i", "ctrl+h", "ctrl+c"} & set(keys)


async def test_going_to_another_pane_draws_the_two_panes_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as (pilot, screen, _):
        drawn: list[str | None] = []
        dirty = Widget._set_dirty  # noqa: SLF001 - Textual has no public way to ask

        def tell(self: Widget, *regions: Region) -> None:
            drawn.append(self.id or type(self).__name__)
            dirty(self, *regions)

        monkeypatch.setattr(Widget, "_set_dirty", tell)
        await press(pilot, "2")
        assert set(drawn) - {"ScrollBar"} == {"figures", "timeline", "KeyBar"}
        assert screen.focused is screen.timeline_pane


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (("j", "j"), 2),
        (("down", "down", "k"), 1),
        (("up",), 0),
        (("G",), 13),
        (("end", "g"), 0),
        (("end", "home"), 0),
        (("G", "k", "up"), 11),
    ],
)
async def test_rows(keys: tuple[str, ...], at: int, size: tuple[int, int]) -> None:
    async with opened(keys=keys, size=size) as (_, screen, _):
        assert screen.selection == figure(at)


async def test_pages() -> None:
    async with opened(size=USUAL) as (pilot, screen, _):
        page = screen.figures_pane.page
        await press(pilot, "pagedown")
        assert screen.selection == figure(min(page, 13))
        await press(pilot, "ctrl+b")
        assert screen.selection == figure(0)
        await press(pilot, "ctrl+d")
        assert screen.selection == figure(page // 2)
        await press(pilot, "ctrl+u")
        assert screen.selection == figure(0)
        await press(pilot, "ctrl+f", "pageup")
        assert screen.selection == figure(0)


async def test_one_selection_moves_all_panes() -> None:
    async with opened(keys=("G",), size=USUAL) as (pilot, screen, _):
        assert screen.index is not None
        start = screen.index.document.figures[13].start
        source = screen.source_pane
        assert source.in_sight(start)
        assert screen.timeline_pane.selection == figure(13)
        await press(pilot, "2", "g")
        assert screen.selection == Selection.moment(6)
        assert source.selection == screen.figures_pane.selection == Selection.moment(6)


async def test_source_moves_from_mention_to_mention() -> None:
    async with opened(keys=("3",)) as (pilot, screen, _):
        assert screen.index is not None
        await press(pilot, "g")
        seen = [screen.selection]
        for _ in range(5):
            await press(pilot, "l")
            seen.append(screen.selection)
        assert seen == [mention[2] for mention in screen.index.mentions[:6]]
        await press(pilot, "h", "left")
        assert screen.selection == seen[3]
        await press(pilot, "right", "G")
        assert screen.selection == screen.index.mentions[-1][2]
        before = screen.index.span(screen.index.mentions[-1][2])[0]
        await press(pilot, "k")
        assert screen.selection is not None
        assert screen.index.span(screen.selection)[0] < before


async def test_panes() -> None:
    async with opened() as (pilot, screen, app):
        for key, pane in (("2", "timeline"), ("3", "source"), ("1", "figures")):
            await press(pilot, key)
            assert app.focused is not None
            assert app.focused.id == screen.front == pane
        await press(pilot, "tab", "tab")
        assert screen.front == "source"
        await press(pilot, "tab", "shift+tab")
        assert screen.front == "source"


async def test_zoom_and_back() -> None:
    async with opened(keys=("3", "z")) as (pilot, screen, _):
        shown = [(pane.id, pane.display) for pane in screen.query(Pane)]
        assert shown == [("figures", False), ("timeline", False), ("findings", False), ("source", True)]
        await press(pilot, "escape")
        assert [pane.id for pane in screen.query(Pane) if pane.display] == ["figures", "timeline", "source"]
        await press(pilot, "escape", "escape")
        assert screen.app.is_running


async def test_search_counts_jumps_and_goes_back() -> None:
    async with opened(keys=("slash", *"percent")) as (pilot, screen, app):
        assert isinstance(app.focused, Input)
        assert len(screen.matches) == 4
        assert screen.matches.label() == "1/4"
        assert screen.selection == figure(3)
        await press(pilot, "enter", "n")
        assert screen.matches.label() == "2/4"
        assert screen.selection == figure(8)
        await press(pilot, "N", "N")
        assert screen.matches.label() == "4/4"
        assert "4/4" in screen.key_bar.news
        await press(pilot, "escape")
        assert len(screen.matches) == 0


async def test_search_is_undone_by_escape() -> None:
    async with opened(keys=("j", "slash", *"divid")) as (pilot, screen, _):
        assert len(screen.matches) == 2
        await press(pilot, "escape")
        assert screen.selection == figure(1)
        assert len(screen.matches) == 0
        assert screen.front == "figures"


async def test_letters_are_typed_while_the_line_is_open() -> None:
    async with opened(keys=("slash", "q", "y", "z")) as (_, screen, app):
        assert app.is_running
        assert screen.prompt.query_one(Input).value == "qyz"
        assert not screen.zoomed


async def test_a_broken_expression_is_told_not_raised() -> None:
    async with opened(keys=("slash", *"/(/")) as (_, screen, _):
        assert "not an expression" in screen.matches.label()


async def test_filter_and_clear() -> None:
    async with opened(keys=("f", *"revenue", "enter")) as (pilot, screen, _):
        assert len(screen.figures_pane.rows) == 3
        await press(pilot, "slash", *"ships", "enter")
        assert len(screen.figures_pane.rows) == 3
        await press(pilot, "F")
        assert len(screen.figures_pane.rows) == 14
        await press(pilot, "f", "x", "escape")
        assert len(screen.figures_pane.rows) == 14


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("y", '"4.2 billion kroner" (norvik-lines.txt, line 3)'),
        ("v", "4200000000"),
        ("r", "4.2 billion kroner\t≥\t4.2\tbn NOK\torder\tNorvik Lines\tOct 2024-Oct 2027"),
        ("c", "f1,"),
        ("j", '"value": 4200000000'),
        ("m", "| 4.2 billion kroner | ≥ |"),
    ],
)
async def test_copy_menu(key: str, expected: str) -> None:
    async with opened(keys=("y",)) as (pilot, _, app):
        assert isinstance(top(app), CopyMenu)
        await press(pilot, key)
        assert expected in app.copied[0]
        assert app.told[0].startswith("Copied ")
        assert app.told[0].endswith("(tmux)")


async def test_the_copy_menu_says_what_is_copied() -> None:
    async with opened(keys=("y",)) as (pilot, _, app):
        for keys, said in (
            ((), "Copy “4.2 billion kroner”"),
            (("escape", "space", "Y"), "Copy 1 marked figure"),
            (("escape", "space", "Y"), "Copy 2 marked figures"),
        ):
            await press(pilot, *keys)
            assert str(app.screen.query_one(OptionList).border_title) == said


async def test_copy_menu_with_arrows_and_back() -> None:
    async with opened(keys=("y", "down", "enter")) as (pilot, _, app):
        assert app.copied == ["4200000000"]
        await press(pilot, "y", "escape")
        assert len(app.copied) == 1


async def test_marks() -> None:
    async with opened(keys=("space", "j", "m")) as (pilot, screen, app):
        assert screen.marks == {0, 2}
        assert "2 marked" in screen.key_bar.news
        await press(pilot, "Y", "v")
        assert app.copied == ["4200000000\n6"]
        await press(pilot, "M")
        assert screen.marks == frozenset()


async def test_sort_and_reverse() -> None:
    async with opened(keys=("l", "s")) as (pilot, screen, _):
        assert screen.sort.column == "value"
        assert screen.index is not None
        money = [screen.index.document.figures[at] for at in screen.figures_pane.rows[:4]]
        assert [(f.unit, f.value) for f in money] == sorted((f.unit, f.value) for f in money)
        first = screen.figures_pane.rows[0]
        await press(pilot, "S")
        assert screen.figures_pane.rows[-1] == first
        await press(pilot, "S", "s")
        assert list(screen.figures_pane.rows) == list(range(14))


async def test_timeline_steps_and_zooms() -> None:
    async with opened(keys=("2", "g")) as (pilot, screen, _):
        assert screen.index is not None
        await press(pilot, "right_square_bracket")
        lane = screen.index.lanes[screen.index.lane_of[screen.selection]]  # type: ignore[index]
        assert lane.figures
        await press(pilot, "right_square_bracket", "left_square_bracket")
        assert screen.index.lanes[screen.index.lane_of[screen.selection]] == lane  # type: ignore[index]
        before = screen.timeline_pane.axis
        await press(pilot, "plus")
        assert screen.timeline_pane.axis is not None
        assert before is not None
        assert screen.timeline_pane.axis.per_column < before.per_column
        await press(pilot, "minus", "minus")
        assert screen.timeline_pane.axis.per_column > before.per_column


async def test_documents() -> None:
    async with opened(keys=("j", "j", "right_curly_bracket")) as (pilot, screen, app):
        assert screen.at == 1
        assert screen.selection == figure(0)
        await press(pilot, "left_curly_bracket")
        assert screen.at == 0
        assert screen.selection == figure(2)
        await press(pilot, "o")
        assert isinstance(top(app), DocumentsScreen)
        assert app.screen.query_one(OptionList).option_count == 2
        await press(pilot, "down", "enter")
        assert screen.at == 1


async def test_findings() -> None:
    async with opened("checked", keys=("e",)) as (pilot, screen, _):
        assert screen.selection == figure(4)
        assert figure(5) in Partners(screen.index, figure(4))
        await press(pilot, "g", "E")
        assert screen.selection == figure(4)


async def test_the_findings_pane() -> None:
    async with opened("checked", keys=("4",)) as (pilot, screen, _):
        pane = screen.findings_pane
        assert pane.display
        assert pane.has_focus
        await press(pilot, "g")
        assert screen.selection == figure(4)
        shown = "".join(pane.render_line(y).text for y in range(pane.size.height))
        assert "= 10.94" in shown
        await press(pilot, "j")
        assert screen.selection == figure(2)
        await press(pilot, "e")
        assert screen.selection == figure(4)


async def test_the_findings_pane_shows_itself_where_something_disagrees() -> None:
    def in_sight() -> bool:
        return any(pane.id == "findings" and pane.display for pane in screen.query(Pane))

    async with opened("empty", "checked") as (pilot, screen, _):
        seen = [in_sight()]
        await press(pilot, "right_curly_bracket")
        seen.append(in_sight())
        await press(pilot, "left_curly_bracket", "4")
        assert [*seen, in_sight()] == [False, True, True]
        shown = "".join(screen.findings_pane.render_line(y).text for y in range(3))
        assert "Nothing here could be checked." in shown


async def test_marks_are_gone_through_in_the_order_of_the_text() -> None:
    async with opened(keys=("j", "m", "j", "j", "m", "g", "s")) as (pilot, screen, _):
        seen = []
        for key in ("u", "u", "u", "U"):
            await press(pilot, key)
            seen.append(screen.selection)
        assert seen == [figure(1), figure(4), figure(1), figure(4)]
        await press(pilot, "M", "u")
        assert screen.selection == figure(4)


def test_a_light_theme_of_another_maker_has_colours_for_a_light_ground() -> None:
    own = {theme.name: theme.variables for theme in THEMES}
    for name, like in (("solarized-light", "figscope-light"), ("gruvbox", "figscope-dark")):
        app = FigscopeApp([], theme=name)
        assert app.get_css_variables()["figure-money"] == own[like]["figure-money"]


async def test_detail_help_palette_theme() -> None:
    async with opened() as (pilot, screen, app):
        await press(pilot, "enter")
        assert isinstance(top(app), DetailScreen)
        await press(pilot, "escape", "question_mark")
        assert isinstance(top(app), HelpScreen)
        await press(pilot, "q", "f1", "escape", "colon")
        assert top(app) is not screen
        await press(pilot, "escape", "ctrl+p", *"zoom", "escape")
        assert top(app) is screen
        await press(pilot, "t")
        assert app.theme == "figscope-light"


async def test_the_help_begins_with_the_pane_in_front_and_its_words_hang_together() -> None:
    async with opened("checked", keys=("2", "question_mark"), size=SMALL) as (_, _, app):
        lines = [line.strip(" │") for line in shown(app).splitlines()]
        assert lines[1] == "In the timeline"
        first = next(n for n, line in enumerate(lines) if line.startswith("[ "))
        assert lines[first : first + 2] == ["[          The period before", "that has figures"]


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_quit(key: str) -> None:
    async with opened() as (pilot, _, app):
        await pilot.press(key)
        assert app.return_code == 0


async def test_footer_names_only_what_works() -> None:
    async with opened("empty") as (pilot, screen, _):
        shown = {action.id for action in screen.key_bar.actions}
        assert "search" in shown
        assert not shown & {"copy", "mark", "search-next", "document-reread", "detail", "time-in", "filter"}
    async with opened(keys=("2",)) as (pilot, screen, _):
        shown = {action.id for action in screen.key_bar.actions}
        assert {"copy", "time-in", "document-open"} <= shown
        assert "sort" not in shown
        await press(pilot, "1")
        assert "sort" in {action.id for action in screen.key_bar.actions}


@pytest.mark.parametrize(
    ("pane", "own"),
    [
        ("1", {"sort", "sort-group", "columns"}),
        ("2", {"time-in", "time-out", "follow", "time-previous"}),
        ("3", {"lines", "jump"}),
        ("4", {"finding-next", "finding-previous"}),
    ],
)
async def test_the_footer_has_the_keys_of_the_pane_in_front_at_80_columns(pane: str, own: set[str]) -> None:
    async with opened("checked", keys=(pane,), size=USUAL) as (_, screen, _):
        fitting = [action.id for _, action, _ in screen.key_bar.shown()]
        assert fitting[:4] == ["search", "filter", "copy", "help"]
        assert own <= set(fitting)


async def test_a_long_path_goes_down_to_its_file_before_counts_are_left_out() -> None:
    app = FigscopeApp([Ready("a/rather/long/way/to/the/folder/of/the/articles/norvik.txt", ships())])
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        first = shown(app).splitlines()[0]
        assert first.startswith(" figscope   norvik.txt   14 figures   8 dates")
        await pilot.resize_terminal(140, 24)
        await settle(pilot)
        assert "articles/norvik.txt" in shown(app).splitlines()[0]


def test_keys_are_named_for_people() -> None:
    assert key_name("ctrl+p") == "^p"
    assert key_name("left_square_bracket") == "["
    assert key_name(BY_ID["pane-previous"].keys[0]) == "shift+Tab"


async def test_groups_have_heads_and_every_figure_once() -> None:
    async with opened(keys=("l", "l", "l", "b")) as (pilot, screen, _):
        pane = screen.figures_pane
        assert (screen.sort.column, screen.sort.grouped) == ("metric", True)
        assert sorted(pane.rows) == list(range(14))
        await press(pilot, "g")
        seen = [screen.selection]
        for _ in range(13):
            await press(pilot, "j")
            seen.append(screen.selection)
        assert [selection.at for selection in seen if selection] == list(pane.rows)
        await press(pilot, "k", "g", "up")
        assert screen.selection == figure(pane.rows[0])
        heads = [pane.render_line(y).text.split("  ")[0].strip() for y in range(1, pane.size.height)]
        assert "growth" in heads
        await press(pilot, "b")
        assert list(pane.rows) == list(range(14))


async def test_line_numbers_on_demand() -> None:
    async with opened(keys=("3", "number_sign")) as (pilot, screen, _):
        pane = screen.source_pane
        lines = [pane.render_line(y).text for y in range(8)]
        assert lines[0].split()[0] == "1"
        row, column = pane.place_of(screen.index.document.text.index("OSLO") if screen.index else 0)
        assert lines[row].split()[:2] == ["3", "OSLO,"]
        assert lines[row].index("OSLO") == column
        assert pane.in_sight(0)
        await press(pilot, "number_sign")
        assert not pane.numbered
        assert pane.render_line(0).text.startswith("  Norvik")
