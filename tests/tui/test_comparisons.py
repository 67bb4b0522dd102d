"""Several documents that are open are compared, and what they disagree on stands in the findings pane."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parsers import Document, parse
from tests.scenes import WIDE, settle
from tui.app import FigscopeApp
from tui.screens.explorer import Explorer


@dataclass(frozen=True)
class Text:
    name: str
    text: str

    def read(self) -> Document:
        return parse(self.text, source=self.name)


STORY = Text("story.txt", "The brewer sold its mill for 412.5 million euros ($461.2 million).")
RELEASE = Text("release.txt", "Price\n\nThe mill went for 412.5 million euros ($446.7 million).")
SAME = Text("same.txt", "The mill went for 412.5 million euros ($461 million).")


async def test_what_two_documents_disagree_on_is_shown_in_both() -> None:
    app = FigscopeApp([STORY, RELEASE], theme="figscope-dark")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        screen = app.screen_stack[0]
        assert isinstance(screen, Explorer)
        for key, figure in (("4", "$461.2 million"), ("right_curly_bracket", "$446.7 million")):
            await pilot.press(key)
            await settle(pilot)
            assert screen.findings_pane.display
            assert "1 finding" in screen.counts  # as many as the pane shows
            await pilot.press("e")
            await settle(pilot)
            assert screen.index is not None
            assert screen.selection is not None
            assert screen.index.document.figures[screen.selection.at].text == figure
            lines = [screen.findings_pane.render_line(y).text for y in range(5)]
            shown = " ".join(" ".join(lines).split())
            assert "story.txt, line 1" in shown
            assert "release.txt, line 3" in shown


async def test_files_are_called_by_their_own_names_where_these_tell_them_apart() -> None:
    for names, called in (
        (("/far/away/story.txt", "/far/away/release.txt"), ["story.txt, line 1", "release.txt, line 3"]),
        (("/far/a.txt", "/away/a.txt"), ["/far/a.txt, line 1", "/away/a.txt, line 3"]),
    ):
        app = FigscopeApp([replace(STORY, name=names[0]), replace(RELEASE, name=names[1])])
        async with app.run_test(size=WIDE) as pilot:
            await settle(pilot)
            await pilot.press("4", "e")
            screen = app.screen_stack[0]
            assert isinstance(screen, Explorer)
            lines = [screen.findings_pane.render_line(y).text for y in range(5)]
            shown = " ".join(" ".join(lines).split())
            assert all(f" {name}" in f" {shown}" for name in called)


async def test_what_they_agree_on_is_not_pushed_forward() -> None:
    app = FigscopeApp([STORY, SAME], theme="figscope-dark")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        screen = app.screen_stack[0]
        assert isinstance(screen, Explorer)
        assert len(screen.comparisons) == 1
        assert not screen.findings_pane.display
