"""What comes from outside is shown, never obeyed: no markup, no escape sequences, no reversed text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parsers.article import Article, make_article
from parsers.errors import UnreadableError
from tests.scenes import (
    HOSTILE,
    HOSTILE_NAME,
    WIDE,
    Ready,
    empty,
    hostile,
    messages,
    play,
    settle,
    ships,
    shown,
)
from tui.app import FigscopeApp
from tui.clipboard import Certainty, CopyResult
from tui.screens.copies import copy_words
from tui.screens.explorer import Explorer
from tui.shelf import one_line

UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
KEYS = (
    ("3", "z", "g", "l"),
    ("2", "j"),
    ("y",),
    ("enter",),
    ("o",),
    ("slash", "bracketleft", "slash", "bracketright"),
    ("f", *"[/"),
    ("ctrl+p", *"[b]"),
)


@pytest.mark.parametrize(
    "keys", KEYS, ids=["source", "timeline", "copy", "detail", "list", "search", "filter", "palette"]
)
async def test_hostile_text_is_harmless(keys: tuple[str, ...]) -> None:
    app = FigscopeApp([Ready(HOSTILE_NAME, hostile()), Ready("[/]", empty())], theme="figscope-dark")
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, keys)
        assert app.is_running
        assert not UNSAFE.search(shown(app))


async def test_markup_is_shown_as_it_is() -> None:
    app = FigscopeApp([Ready(HOSTILE_NAME, hostile())], theme="figscope-dark")
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, ())
        screen = shown(app)
        assert "[@click=app.quit]press[/] [/]" in screen
        assert "[bold red]x[/]" in screen
        assert "[red]" in screen


@pytest.mark.parametrize("problem", [True, False])
async def test_markup_in_a_message_is_shown_as_it_is(problem: bool) -> None:
    app = FigscopeApp([Ready("norvik.txt", ships())], theme="figscope-dark", notices=("key [b]one[/b]",))
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        assert "key [b]one[/b]" in shown(app)
        screen = app.screen
        assert isinstance(screen, Explorer)
        screen.say("read [b]two[/b]", problem=problem)
        await settle(pilot)
        assert "read [b]two[/b]" in shown(app)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("o",), "[bold red]x[/]"),
        (("enter",), "[red]$5 million[/red]"),
        (("enter",), "[USD]"),
        (("f", *"[b]x[/b] and"), "[b]x[/b] and"),
        (("f", *"metric:", "tab"), "[red]"),
    ],
)
async def test_markup_in_a_list_is_shown_as_it_is(keys: tuple[str, ...], words: str) -> None:
    app = FigscopeApp([Ready(HOSTILE_NAME, hostile()), Ready("quiet.txt", empty())], theme="figscope-dark")
    async with app.run_test(size=WIDE) as pilot:
        await play(pilot, keys)
        assert words in shown(app)


async def test_a_name_and_a_message_are_one_harmless_line() -> None:
    assert not UNSAFE.search(one_line(HOSTILE_NAME + "\n\t" + HOSTILE))


class Broken:
    """A source that cannot be read."""

    name = "[red]gone[/red].txt"

    def read(self) -> Article:
        raise UnreadableError(f"{self.name}: no such file \x1b[2J [/]")


class Missing:
    """A source whose file has gone since it was found."""

    name = "gone.txt"

    def read(self) -> Article:
        return make_article(Path("/no/such/file").read_text(encoding="utf-8"))


async def test_what_cannot_be_read_is_named_and_the_others_open() -> None:
    app = FigscopeApp([Broken(), Missing(), Ready("norvik.txt", ships())], theme="figscope-dark")
    async with app.run_test(size=WIDE) as pilot:
        for _ in range(3):
            await settle(pilot)
        told = messages(app)
        assert told[0] == "[red]gone[/red].txt: no such file \ufffd[2J [/]"
        assert told[1] == "gone.txt: No such file or directory"
        assert "norvik.txt" in shown(app)
        await pilot.press("left_curly_bracket")
        await settle(pilot)
        assert "gone.txt: No such file or directory" in shown(app)


def test_a_copy_is_told_as_it_happened() -> None:
    text = "[b]x[/b] " * 20
    done = copy_words(CopyResult("tmux", Certainty.COPIED, 180), text)
    assert done == 'Copied "' + " ".join(text.split())[:40] + '…" (tmux)'
    sent = copy_words(CopyResult("OSC 52", Certainty.SENT, 3), "7 %")
    assert sent == '"7 %": sent to the terminal (cannot confirm)'
    assert "Copied" not in sent
