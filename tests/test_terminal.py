"""The explorer in a real terminal, as a person meets it: open, move, search, copy, quit."""

from __future__ import annotations

import base64
import os
import re
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent
ARTICLE = """Sales climb again

Revenue rose 7 percent to 4.2 billion euros in the third quarter of 2024.

Costs fell to 3.1 billion euros, and the company employed 12,500 people on September 30, 2024.
"""
FIGSCOPE = f"{shlex.quote(sys.executable)} -m tui.start"
LEAVE_SCREEN = b"\x1b[?1049l"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def terminal(
    command: str,
    tmp_path: Path,
    variables: Mapping[str, str] | None = None,
    *,
    columns: int = 120,
    rows: int = 36,
) -> Terminal:
    """A shell command in a terminal of its own, with a state folder of its own."""
    environ = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
        "PATH": str(tmp_path / "bin"),  # no clipboard program
        "XDG_STATE_HOME": str(tmp_path / "state"),
        **(variables or {}),
    }
    return Terminal(["/bin/sh", "-c", command], columns=columns, rows=rows, environ=environ, folder=str(ROOT))


def selected(screen: str) -> str:
    """The row that the figures pane marks as selected."""
    rows = [line for line in screen.splitlines() if "▸" in line]
    return rows[0] if rows else ""


def test_open_move_search_copy_quit(tmp_path: Path, article: Path) -> None:
    with terminal(f"{FIGSCOPE} {article}", tmp_path) as person:
        person.wait(lambda screen: "7 percent" in selected(screen))
        person.keys("j")
        person.wait(lambda screen: "4.2 billion euros" in selected(screen))
        person.keys("G")
        person.wait(lambda screen: "12,500 people" in selected(screen))
        person.keys("/billion\rn")
        person.wait(lambda screen: "2/2" in screen and "3.1 billion euros" in selected(screen))
        person.keys("gyv")
        person.wait("cannot confirm")
        person.keys("q")
        assert person.status() == 0
        sent = re.findall(rb"\x1b\]52;c;([^\x07\x1b]*)", person.raw)
        assert [base64.b64decode(data) for data in sent] == [b"7"]
        assert LEAVE_SCREEN in person.raw
    kept = tmp_path / "state" / "figscope" / "last-copy"
    assert kept.read_text(encoding="utf-8") == "7"


def test_keys_that_arrive_together_go_where_they_belong(tmp_path: Path, article: Path) -> None:
    """Over a slow line a whole word arrives at once; in a search its q does not quit."""
    with terminal(f"{FIGSCOPE} {article}", tmp_path) as person:
        person.wait(lambda screen: "7 percent" in selected(screen))
        person.keys("/zq and more\rjjj")
        person.wait(lambda screen: "12,500 people" in selected(screen))
        person.keys("kfcosts\rq")
        assert person.status() == 0


def test_a_pipe_is_read_and_the_keys_still_work(tmp_path: Path, article: Path) -> None:
    with terminal(f"/bin/cat {article} | {FIGSCOPE}; echo status $?", tmp_path) as person:
        person.wait(lambda screen: "7 percent" in selected(screen))
        person.keys("j")
        person.wait(lambda screen: "4.2 billion euros" in selected(screen))
        person.keys("q")
        person.wait("status 0")


def test_a_text_can_be_typed(tmp_path: Path) -> None:
    with terminal(f"{FIGSCOPE} extract -; echo status $?", tmp_path) as person:
        person.wait("Ctrl-D")
        person.keys("Revenue rose 7 percent.\n\x04")
        assert "+7  percent" in person.wait("status 0")


def test_what_cannot_be_read_is_named_and_the_rest_opens(tmp_path: Path, article: Path) -> None:
    command = f"{FIGSCOPE} {tmp_path}/none.txt {article}; echo status $?"
    with terminal(command, tmp_path) as person:
        person.wait(lambda screen: "7 percent" in selected(screen))
        person.keys("q")
        person.wait("status 2")
        before, opened, _ = person.raw.partition(b"\x1b[?1049h")
        assert opened
        assert b"none.txt: no such file or directory" in before


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 12)])
def test_small_terminals_work(tmp_path: Path, article: Path, columns: int, rows: int) -> None:
    with terminal(f"{FIGSCOPE} {article}", tmp_path, columns=columns, rows=rows) as person:
        person.wait(lambda screen: "7 percent" in selected(screen))
        person.keys("G")
        person.wait(lambda screen: "12,500" in selected(screen))
        person.resize(120, 36)
        person.wait(lambda screen: "Source" in screen and "12,500" in selected(screen))
        person.resize(20, 6)
        person.keys("q")
        assert person.status() == 0


@pytest.mark.parametrize(
    "variables",
    [
        {"TERM": "xterm", "COLORTERM": ""},
        {"TERM": "screen", "COLORTERM": ""},
        {"TERM": "linux"},
        {"NO_COLOR": "1"},
    ],
    ids=str,
)
def test_plain_terminals_work(tmp_path: Path, article: Path, variables: dict[str, str]) -> None:
    with terminal(f"{FIGSCOPE} {article}", tmp_path, variables) as person:
        person.wait(lambda screen: "7 percent" in selected(screen))
        person.keys("q")
        assert person.status() == 0


def test_nothing_that_the_text_says_is_obeyed(tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_bytes(
        b"Sales rose 7% \x1b]52;c;aGVsbG8=\x07 and \x1b]0;owned\x07 "
        b"[@click=app.quit]8%[/] \xc2\x9b2J [bold]9%[/bold]"
    )
    with terminal(f"{FIGSCOPE} {hostile}", tmp_path) as person:
        person.wait("[bold]9%[/bold]")
        person.keys("q")
        assert person.status() == 0
        assert b"aGVsbG8=\x07" not in person.raw
        assert b"\x1b]0;owned" not in person.raw
