"""Copying: the way that is taken, what is claimed about it, and the bytes that leave."""

from __future__ import annotations

import base64
import stat
import time
from pathlib import Path

import pytest

from tui.clipboard import TIMEOUT, Certainty, copy, explain, osc52


@pytest.fixture
def place(tmp_path: Path) -> dict[str, str]:
    """An environment with an empty PATH folder and a state folder of its own."""
    (tmp_path / "bin").mkdir()
    return {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path), "OUT": str(tmp_path / "out")}


def tool(place: dict[str, str], name: str, *, status: int = 0) -> None:
    """A clipboard program that writes its arguments and what it was given to $OUT."""
    path = Path(place["PATH"]) / name
    path.write_text(f'#!/bin/sh\n{{ echo "$@"; /bin/cat; }} > "$OUT"\nexit {status}\n')
    path.chmod(0o755)


def taken(place: dict[str, str]) -> str:
    return Path(place["OUT"]).read_text(encoding="utf-8")


def test_tmux_comes_first(place: dict[str, str]) -> None:
    tool(place, "tmux")
    tool(place, "xclip")
    result = copy("380 billion yuan", environ={**place, "TMUX": "x", "DISPLAY": ":0"})
    assert (result.way, result.certainty, result.size) == ("tmux", Certainty.COPIED, 16)
    assert taken(place) == "load-buffer -w -\n380 billion yuan"
    assert result.message == "Copied (tmux)"


def test_a_program_that_fails_is_not_believed(place: dict[str, str]) -> None:
    tool(place, "xclip", status=1)
    tool(place, "xsel")
    result = copy("7 %", environ={**place, "DISPLAY": ":0"})
    assert (result.way, result.certainty) == ("xsel", Certainty.COPIED)


def test_over_ssh_the_terminal_is_asked_and_nothing_is_claimed(place: dict[str, str]) -> None:
    tool(place, "xclip")
    sent: list[str] = []
    result = copy("7 %", environ={**place, "DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"}, write=sent.append)
    assert sent == ["\x1b]52;c;" + base64.b64encode(b"7 %").decode() + "\x07"]
    assert result.certainty is Certainty.SENT
    assert result.message == "Sent to the terminal (cannot confirm)"
    assert not Path(place["OUT"]).exists()


def test_without_any_way_the_private_file_is_named(place: dict[str, str]) -> None:
    result = copy("€5/MWh", environ=place)
    assert result.certainty is Certainty.FILED
    assert result.file is not None
    assert result.file.read_text(encoding="utf-8") == "€5/MWh"
    assert stat.S_IMODE(result.file.stat().st_mode) == 0o600
    assert str(result.file) in result.message


def test_the_last_copy_is_kept_whatever_the_way(place: dict[str, str]) -> None:
    tool(place, "tmux")
    result = copy("a\nb", environ={**place, "TMUX": "x"})
    assert result.file is not None
    assert result.file.read_bytes() == b"a\nb"


def test_no_home_and_no_way_is_said(place: dict[str, str]) -> None:
    result = copy("x", environ={"PATH": place["PATH"]})
    assert result.certainty is Certainty.FAILED
    assert result.message == "Not copied: no state folder"


def test_a_text_too_long_for_a_terminal_is_not_sent(place: dict[str, str]) -> None:
    sent: list[str] = []
    result = copy("x" * 74_001, environ=place, write=sent.append)
    assert sent == []
    assert result.certainty is Certainty.FILED
    assert osc52("x" * 74_000) is not None


def test_a_lone_surrogate_does_not_break_copying(place: dict[str, str]) -> None:
    sent: list[str] = []
    assert copy("\ud800", environ=place, write=sent.append).certainty is Certainty.SENT
    assert sent == ["\x1b]52;c;" + base64.b64encode(b"?").decode() + "\x07"]


def test_a_command_of_ones_own(place: dict[str, str]) -> None:
    tool(place, "mine")
    assert copy("x", mode="mine --quiet", environ=place).way == "command"
    assert taken(place) == "--quiet\nx"
    assert copy("x", mode="missing", environ=place).reason == "command: not found"


def test_explain_names_the_ways_in_order(place: dict[str, str]) -> None:
    tool(place, "tmux")
    lines = explain("auto", {**place, "TMUX": "x", "SSH_TTY": "t"}, terminal=True)
    assert [line.partition(":")[0] for line in lines] == [
        "tmux",
        "native programs are not used",
        "OSC 52",
        "file",
    ]


def test_explain_says_what_is_not_there(place: dict[str, str]) -> None:
    tool(place, "own")
    assert explain("own --quiet", place, terminal=True)[0] == "command: own --quiet (as it was asked for)"
    assert explain("missing", place, terminal=True)[0].endswith("not found)")


def test_programs_that_do_not_answer_cost_two_seconds_in_all(place: dict[str, str]) -> None:
    for name in ("tmux", "wl-copy", "xclip"):
        path = Path(place["PATH"]) / name
        path.write_text("#!/bin/sh\nexec /bin/sleep 30\n")
        path.chmod(0o755)
    began = time.monotonic()
    result = copy("7%", environ={**place, "TMUX": "x", "WAYLAND_DISPLAY": "x", "DISPLAY": ":0"})
    assert time.monotonic() - began < 2 * TIMEOUT
    assert result.certainty is Certainty.FILED
    assert result.reason == "xclip: no answer in time"
