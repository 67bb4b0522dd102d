"""However the explorer ends or stops, the terminal is as it was: its settings, and what was switched on."""

from __future__ import annotations

import os
import re
import shlex
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent
ARTICLE = "Sales climb\n\nRevenue rose 7 percent to 4.2 billion euros in the third quarter of 2024.\n"
MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
KEYBOARD = re.compile(rb"\x1b\[([<>=])[\d;]*u")
SETTINGS = re.compile(rb"b([0-9a-f:]+)e\r\n")
ENTER_SCREEN = b"\x1b[?1049h"
RESTING = {b"7", b"25"}
"""What is on in a terminal at rest: lines are wrapped, the cursor is shown."""
PASTE = b"2004"
"""What a shell switches on itself while it waits for a command."""


@pytest.fixture
def person(tmp_path: Path) -> Terminal:
    """A shell that opens the explorer and tells its settings before and after, and the exit status."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    figscope = f"exec {shlex.quote(sys.executable)} -m tui.start {tmp_path}/a.txt"
    inner = shlex.quote(f"echo $$ > {tmp_path}/pid; {figscope}")
    return started(
        tmp_path, ["/bin/sh", "-c", f"echo b$(stty -g)e; sh -c {inner}; echo status $? b$(stty -g)e"]
    )


def started(tmp_path: Path, command: list[str]) -> Terminal:
    environ = {
        **os.environ,
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "PS1": "ready$ ",
    }
    return Terminal(command, columns=100, rows=30, environ=environ, folder=str(ROOT))


def assert_at_rest(raw: bytes, but: frozenset[bytes] = frozenset()) -> None:
    """Every mode that was switched on is off again, the cursor is shown, the keyboard speaks as before."""
    left = {mode: state for modes, state in MODE.findall(raw) for mode in modes.split(b";")}
    assert {left.pop(mode) for mode in RESTING} == {b"h"}
    assert b"1049" in left
    left = {mode: state for mode, state in left.items() if mode not in but}
    assert {mode for mode, state in left.items() if state == b"h"} == set()
    assert KEYBOARD.findall(raw).count(b">") == KEYBOARD.findall(raw).count(b"<")


def assert_settings_kept(raw: bytes) -> None:
    """What stty says before and after is the same."""
    before, after = re.findall(rb"b([0-9a-f:]+)e", raw)
    assert before == after


def opened(screen: str) -> bool:
    return "7 percent" in screen and "▸" in screen


def pid(tmp_path: Path) -> int:
    return int((tmp_path / "pid").read_text())


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_leaves_the_terminal_as_it_was(
    tmp_path: Path, person: Terminal, number: signal.Signals, status: int
) -> None:
    with person:
        person.wait(opened)
        os.kill(pid(tmp_path), number)
        person.wait(f"status {status}")
        person.status()
        assert_settings_kept(person.raw)
        assert_at_rest(person.raw)
        assert b"Traceback" not in person.raw


def test_without_its_terminal_it_ends_also_where_hangups_are_ignored(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    figscope = f"exec {shlex.quote(sys.executable)} -m tui.start {tmp_path}/a.txt"
    with started(tmp_path, ["/bin/sh", "-c", f"trap '' HUP; {figscope}"]) as person:
        person.wait(opened)
        os.dup2(os.open(os.devnull, os.O_RDONLY), person.fd)  # the window is closed
        until(lambda: state(person.pid) == "Z")
        _, status = os.waitpid(person.pid, 0)
        person.pid = 0
        assert os.waitstatus_to_exitcode(status) == 129


@pytest.mark.parametrize("shown", [ENTER_SCREEN, b"\x1b[?25l", b"Figures", b"7 percent"])
def test_a_window_that_is_closed_while_it_opens_leaves_nothing_behind(tmp_path: Path, shown: bytes) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    with started(tmp_path, [sys.executable, "-m", "tui.start", f"{tmp_path}/a.txt"]) as person:
        person.wait(lambda _: shown in person.raw)
        os.dup2(os.open(os.devnull, os.O_RDONLY), person.fd)  # the window is closed
        until(lambda: state(person.pid) == "Z")
        _, status = os.waitpid(person.pid, 0)
        person.pid = 0
        assert os.waitstatus_to_exitcode(status) == 129


def test_leaving_leaves_the_terminal_as_it_was(person: Terminal) -> None:
    with person:
        person.wait(opened)
        person.keys("q")
        person.wait("status 0")
        person.status()
        assert_settings_kept(person.raw)
        assert_at_rest(person.raw)


def test_ctrl_c_copies_or_does_nothing(person: Terminal) -> None:
    with person:
        person.wait(opened)
        person.keys("\x03\x03\x03j")
        person.wait(lambda screen: "4.2 billion" in next((x for x in screen.splitlines() if "▸" in x), ""))
        person.keys("q")
        person.wait("status 0")


def test_a_storm_of_sizes_leaves_the_terminal_as_it_was(person: Terminal) -> None:
    with person:
        person.wait(opened)
        for step in range(60):
            person.resize(1 + step * 37 % 150, 1 + step * 23 % 45)
        person.resize(100, 30)
        person.wait(opened)
        person.keys("q")
        person.wait("status 0")
        person.status()
        assert_settings_kept(person.raw)
        assert_at_rest(person.raw)


@pytest.mark.parametrize("way", ["key", "signal"])
def test_stopped_and_continued(tmp_path: Path, way: str) -> None:
    """In a shell with job control: the shell gets its terminal back, and the explorer draws anew."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    with started(tmp_path, ["/bin/bash", "--norc", "--noprofile", "-i"]) as person:
        person.wait("ready$")
        person.keys("echo b$(stty -g)e\r")
        person.wait(lambda _: ready(person.raw, SETTINGS))
        person.keys(
            f"sh -c 'echo $$ > {tmp_path}/pid; exec {sys.executable} -m tui.start {tmp_path}/a.txt'\r"
        )
        person.wait(opened)
        if way == "key":
            person.keys("\x1a")
        else:
            os.kill(pid(tmp_path), signal.SIGTSTP)
        person.wait("Stopped")
        until(lambda: state(pid(tmp_path)) == "T")
        person.wait(lambda _: ready(person.raw, re.compile(rb"Stopped")))
        person.keys("echo b$(stty -g)e\r")
        person.wait(lambda _: len(SETTINGS.findall(person.raw)) == 2)
        assert_settings_kept(person.raw.replace(b"$(stty -g)", b""))
        assert_at_rest(person.raw, frozenset({PASTE}))
        person.keys("fg\r")
        person.wait(lambda _: drawn(person.raw, 2))
        person.keys("j")
        person.wait(lambda screen: "4.2 billion" in next((x for x in screen.splitlines() if "▸" in x), ""))
        prompts = person.raw.count(b"ready$ ")
        person.keys("q")
        person.wait(lambda _: person.raw.count(b"ready$ ") > prompts)
        person.keys("echo status $?\r")
        person.wait("status 0")
        person.keys("exit\r")
        person.status()
        assert_at_rest(person.raw, frozenset({PASTE}))


def ready(raw: bytes, behind: re.Pattern[bytes]) -> bool:
    """Whether the shell has asked for a command since something came last: keys before it could get lost."""
    return b"ready$ " in behind.split(raw)[-1] and behind.search(raw) is not None


def drawn(raw: bytes, times: int) -> bool:
    """Whether the explorer has taken the terminal so many times, and drawn the article since."""
    return raw.count(ENTER_SCREEN) == times and b"7 percent" in raw.rpartition(ENTER_SCREEN)[2]


def state(number: int) -> str:
    """The letter that the system has for what a process does (T: stopped)."""
    return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]


def until(came: Callable[[], bool]) -> None:
    """Wait for what another process does, with an end."""
    deadline = time.monotonic() + 60
    while not came():
        assert time.monotonic() < deadline
        time.sleep(0.01)
