"""Completion: a real bash completes what is typed; zsh and fish, where they are there, take their scripts."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from parsers.export import FORMATS
from parsers.query import FIELDS
from tests.terminal import Terminal
from tui.arguments import PARSERS
from tui.cli import COMMANDS
from tui.completion import SCRIPTS
from tui.completion.words import commands

BASH = shutil.which("bash")


def script(shell: str) -> str:
    return SCRIPTS[shell](commands())


def test_every_command_has_a_parser() -> None:
    assert list(PARSERS)[1:] == [name for name in PARSERS if name in COMMANDS]
    assert set(PARSERS) - {""} == set(COMMANDS)


@pytest.mark.parametrize("shell", SCRIPTS)
def test_scripts_know_all_options_formats_and_fields(shell: str) -> None:
    text = script(shell)
    for make in PARSERS.values():
        for action in make().choosing():
            for flag in action.option_strings:
                dashes = len(flag) - len(flag.lstrip("-"))
                in_fish = f"-{'l' if dashes == 2 else 's'} {flag[dashes:]}"
                assert (in_fish if shell == "fish" else flag) in text
    for word in (*FORMATS, *COMMANDS, *(field.name for field in FIELDS), "kind:money", "osc52", "contrast"):
        assert word in text


@pytest.mark.parametrize(("shell", "check"), [("bash", "-n"), ("zsh", "-n"), ("fish", "-n")])
def test_the_shell_can_read_its_script(shell: str, check: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    path = tmp_path / "script"
    path.write_text(script(shell), encoding="utf-8")
    done = subprocess.run((program, check, path), capture_output=True, text=True, check=False, timeout=30)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_bash_completes(tmp_path: Path) -> None:
    (tmp_path / "completion.bash").write_text(script("bash"), encoding="utf-8")
    (tmp_path / "news").mkdir()
    (tmp_path / "two words.txt").write_text("", encoding="utf-8")
    environ = {**os.environ, "TERM": "dumb", "PS1": "> ", "LC_ALL": "C.UTF-8", "HISTFILE": ""}
    command = [str(BASH), "--norc", "--noprofile", "-i"]
    cases = {
        "ext": "extract ",
        "completion z": "completion zsh ",
        "extract --for": "extract --format ",
        "extract -f js": "extract -f json",
        "extract --format=cs": "extract --format=csv ",
        "extract --where kind:mon": "extract --where kind:money",
        'extract --where "kind:money sta': 'extract --where "kind:money status:',
        "check --where 'kind:money (has": "check --where 'kind:money (has:",
        "--clipboard osc": "--clipboard osc52 ",
        "--theme con": "--theme contrast ",
        "extract ne": "extract news/",
        "config --config two": "config --config two\\ words.txt ",
    }
    with Terminal(command, columns=100, rows=40, environ=environ, folder=str(tmp_path)) as person:
        person.keys("source ./completion.bash; PS1='$ '; clear\n")
        person.wait("$ ")
        for typed, completed in cases.items():
            person.keys(f"figscope {typed}\t#")
            person.wait(f"$ figscope {completed}#")
            person.keys("\x15")
