"""The words that gave the selected figure its fields are underlined in the source."""

from __future__ import annotations

from tests.tui.test_keys import opened
from tui.panes.source import SourcePane


def underlined(pane: SourcePane) -> str:
    """The underlined words on the screen."""
    segments = (s for y in range(pane.size.height) for s in pane.render_line(y))
    return " ".join(s.text.strip() for s in segments if s.style is not None and s.style.underline)


async def test_evidence_of_the_selection_is_underlined() -> None:
    async with opened("ships", keys=("g",)) as (_, screen, _app):
        assert "Norvik Lines" in underlined(screen.source_pane)


async def test_evidence_of_another_figure_is_not() -> None:
    async with opened("ships", keys=("g", "j", "j")) as (_, screen, _app):
        assert "Norvik Lines" not in underlined(screen.source_pane)
