"""Jump labels: letters on everything in sight, typed to select it."""

from __future__ import annotations

import pytest

from tests.scenes import SMALL, WIDE, Scene, app_of, play, shown
from tui.jumping import LETTERS, MOST, label, narrow
from tui.screens.explorer import Explorer
from tui.state import Selection


def explorer_of(app: object) -> Explorer:
    screen = getattr(app, "screen_stack")[0]  # noqa: B009
    assert isinstance(screen, Explorer)
    return screen


@pytest.mark.parametrize("size", [WIDE, SMALL])
@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_every_label_leads_to_its_mention(size: tuple[int, int], pane: str) -> None:
    app = app_of(Scene("jump"))
    async with app.run_test(size=size) as pilot:
        await play(pilot, (pane, "semicolon"))
        screen = explorer_of(app)
        labels = dict(screen.labels)
        assert labels
        for mention, name in labels.items():
            await play(pilot, tuple(name))
            assert screen.selection == mention
            assert screen.labels == {}
            await play(pilot, ("home", "semicolon"))
            if screen.labels != labels:
                break


async def test_labels_are_drawn_and_go_away() -> None:
    app = app_of(Scene("jump"))
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ("3",))
        before = shown(app)
        await play(pilot, ("semicolon",))
        name = explorer_of(app).labels[Selection.figure(4)]
        assert (name + "NOK"[len(name) :] + " ") in shown(app)  # over the first letters of "NOK 1.94 billion"
        await play(pilot, ("escape",))
        assert shown(app) == before


def test_labels_are_short_and_different() -> None:
    few = label(Selection.figure(at) for at in range(len(LETTERS)))
    assert {len(name) for name in few.values()} == {1}
    many = label(Selection.figure(at) for at in range(MOST + 50))
    assert len(many) == MOST == len(set(many.values()))
    assert {len(name) for name in many.values()} == {2}
    assert set(narrow(many, "a").values()) == set(LETTERS)
