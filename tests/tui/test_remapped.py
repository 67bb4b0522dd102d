"""A configuration in the running explorer: other keys work and are named everywhere; problems are told."""

from __future__ import annotations

from collections.abc import Sequence

from tests.scenes import DOCUMENTS, SMALL, USUAL, WIDE, messages, play, shown
from tui.actions import BY_ID, keys_of
from tui.app import FigscopeApp
from tui.screens.detail import DetailScreen
from tui.screens.documents import DocumentsScreen
from tui.screens.explorer import Explorer
from tui.screens.help import HelpScreen
from tui.settings import DEFAULTS, Settings
from tui.state import Selection

KEYS = {
    "move-down": ("n", "down"),
    "search-next": ("j",),
    "filter": ("ctrl+t",),
    "filter-clear": ("X",),
    "pane-source": ("F5",),
    "help": ("ctrl+k",),
    "document-open": ("w",),
    "quit": ("x",),
    "theme": (),
    "palette": ("comma",),
}


def program(settings: Settings = DEFAULTS, notices: Sequence[str] = ()) -> FigscopeApp:
    documents = [DOCUMENTS[name]() for name in ("ships", "checked")]
    return FigscopeApp(documents, theme="figscope-dark", settings=settings, notices=notices)


def explorer(app: FigscopeApp) -> Explorer:
    screen = app.screen_stack[0]
    assert isinstance(screen, Explorer)
    return screen


def remapped() -> FigscopeApp:
    return program(Settings(keys={**KEYS, "pane-source": ("f5",)}))


async def test_other_keys_do_what_the_usual_ones_did() -> None:
    app = remapped()
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("n", "n"))
        screen = explorer(app)
        assert screen.selection == Selection.figure(2)
        await play(pilot, ("down", "f5"))
        assert screen.front == "source"
        await play(pilot, ("1", "slash", *"percent", "enter", "j"))
        assert screen.matches.label() == "2/4"
        await play(pilot, ("ctrl+t", *"kind:money", "enter"))
        assert len(screen.figures_pane.rows) == 4
        await play(pilot, ("X",))
        assert not screen.filter
        await play(pilot, ("x",))
    assert app.return_code == 0


async def test_the_usual_keys_are_free() -> None:
    app = remapped()
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("3", "f", "q", "t", "o", "question_mark", "ctrl+p"))
        screen = explorer(app)
        assert app.screen is screen
        assert screen.front == "figures"
        assert not screen.prompt.display
        assert app.theme == "figscope-dark"


async def test_sheets_and_lists_follow() -> None:
    app = remapped()
    async with app.run_test(size=USUAL) as pilot:
        await play(pilot, ("ctrl+k",))
        assert isinstance(app.screen, HelpScreen)
        sheet = app.screen.query_one("#sheet")
        await play(pilot, ("n", "n"))
        assert sheet.scroll_offset.y == 2
        await play(pilot, ("ctrl+k", "w"))
        assert isinstance(app.screen, DocumentsScreen)
        await play(pilot, ("down", "enter"))
        assert explorer(app).at == 1
        await play(pilot, ("enter",))
        assert isinstance(app.screen, DetailScreen)


async def test_footer_titles_help_and_palette_name_them() -> None:
    app = remapped()
    async with app.run_test(size=(160, 40)) as pilot:
        await play(pilot, ())
        screen = explorer(app)
        words = {action.id: text for _, action, text in screen.key_bar.shown()}
        assert words["filter"] == "^t filter"
        assert words["help"] == "^k help"
        assert "F5 Source" in shown(app)
        await play(pilot, ("ctrl+k",))
        assert "^t" in shown(app)
        await play(pilot, ("G",))
        assert "x ^q" in shown(app)
        await play(pilot, ("escape", "comma", *"leave"))
        assert "x ^q" in shown(app)


async def test_an_action_without_a_key_is_still_in_the_palette() -> None:
    app = remapped()
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("comma", *"next theme", "enter"))
        assert app.theme == "figscope-light"


async def test_the_empty_table_names_the_key_that_shows_all() -> None:
    app = remapped()
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("ctrl+t", *"zzz", "enter"))
        assert "X shows all of them again." in shown(app)


async def test_one_pane_at_a_time_names_the_way_to_the_others() -> None:
    app = remapped()
    async with app.run_test(size=SMALL) as pilot:
        await play(pilot, ())
        assert "[1 Figures] 2 F5 4" in shown(app)


async def test_columns_and_theme_are_as_configured() -> None:
    settings = Settings(theme="figscope-light", columns=("value", "unit"))
    documents = [DOCUMENTS["ships"]()]
    app = FigscopeApp(documents, settings=settings)
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ())
        screen = explorer(app)
        assert app.theme == "figscope-light"
        assert screen.figures_pane.render_line(0).text.split() == ["value", "unit"]
        await play(pilot, ("C", "C", "C", "C"))
        assert screen.columns == ("value", "unit")
        assert messages(app)[-1] == "Columns: as configured"


async def test_problems_are_told_in_one_message_that_is_no_markup() -> None:
    app = program(notices=["c.toml:1: [b]one[/b]", "two", "three", "four", "five"])
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ())
        assert messages(app) == ["c.toml:1: [b]one[/b]\ntwo\nthree\nand 2 more: figscope config"]


def test_keys_are_named_in_one_order() -> None:
    assert keys_of(BY_ID["mark"]) == "space m"
