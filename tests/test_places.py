"""The explorer where nothing can be kept, and several of them at once: in terminals, as a person meets it."""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent
ARTICLE = "Sales climb\n\nRevenue rose 7 percent to 4.2 billion euros in the third quarter of 2024.\n"
PLACES = ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def explorer(article: Path, places: Mapping[str, str]) -> Terminal:
    """The explorer on an article, its exit status told behind it."""
    environ = {name: value for name, value in os.environ.items() if name not in PLACES}
    environ |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **places}
    command = f"{shlex.quote(sys.executable)} -m tui.start {article}; echo status $?"
    return Terminal(["/bin/sh", "-c", command], columns=100, rows=30, environ=environ, folder=str(ROOT))


def selected(screen: str) -> str:
    return next((line for line in screen.splitlines() if "▸" in line), "")


def assert_works(person: Terminal) -> None:
    """It opens, moves, marks and copies, and leaves without a word about what it could not keep there."""
    person.wait(lambda screen: "7 percent" in selected(screen))
    person.keys("j")
    person.wait(lambda screen: "4.2 billion euros" in selected(screen))
    person.keys(" ")
    person.wait("1 marked")
    person.keys("q")
    person.wait("status 0")
    person.status()
    assert b"Traceback" not in person.raw


@pytest.mark.parametrize(
    "places",
    [{}, {"HOME": ""}, {"HOME": "/proc"}, {"HOME": "/dev/null"}],
    ids=["no home", "an empty name", "cannot be written", "no folder"],
)
def test_it_works_where_nothing_can_be_kept(article: Path, places: dict[str, str]) -> None:
    with explorer(article, places) as person:
        assert_works(person)


def test_two_at_once_work_and_keep_what_the_last_one_left(tmp_path: Path, article: Path) -> None:
    places = {"HOME": str(tmp_path)}
    with explorer(article, places) as one, explorer(article, places) as two:
        for person in (one, two):
            person.wait(lambda screen: "7 percent" in selected(screen))
        one.keys(" ")
        two.keys("j")
        two.wait(lambda screen: "4.2 billion euros" in selected(screen))
        two.keys(" ")
        for person in (one, two):
            person.wait("1 marked")
            person.keys("q")
            person.wait("status 0")
            person.status()
            assert b"Traceback" not in person.raw
    (kept,) = (tmp_path / ".local" / "state" / "figscope" / "documents").iterdir()
    assert len(json.loads(kept.read_text(encoding="utf-8"))["marks"]) == 1
    with explorer(article, places) as again:
        again.wait("1 marked")
        again.wait(lambda screen: "4.2 billion euros" in selected(screen))
        again.keys("q")
        again.wait("status 0")
