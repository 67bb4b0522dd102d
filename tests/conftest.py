"""What all tests share: a place of their own, the compiled rules, and which of them may run side by side."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# What a person's session says about itself, and would change what the program does.
SESSION = (
    "COLUMNS",
    "LINES",
    "TMUX",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "SSH_CONNECTION",
    "SSH_TTY",
    "NO_COLOR",
    "TEXTUAL_THEME",
    "XDG_STATE_HOME",
    "XDG_CONFIG_HOME",
    "PYTHONUNBUFFERED",
)


ROOT = Path(__file__).parent.parent
ALONE = "terminal"
"""The group of the tests that wait for programs in terminals: one of them at a time."""
FIRST = (ALONE, "test_laws.py", "test_fuzz.py", "test_caches.py", "test_snapshots.py", "test_reading.py")
"""The groups that take longest begin first, or one process would be left with them at the end."""

# Every run tries the same examples, so that a failure belongs to a change; `make fuzz` tries others.
settings.register_profile("figscope", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile("figscope")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-gold",
        action="store_true",
        help="write the golden documents of tests/gold/seeds and the README's table of keys again",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Compiled rules are kept with pytest's own cache, never in the person's folder; Ctrl-C interrupts.

    They are compiled once, before the processes that share the tests and the programs that those start; the
    bytecode is kept beside them, as that of an installed program would be.
    """
    os.environ["XDG_CACHE_HOME"] = str(config.cache.mkdir("figscope"))
    os.environ["PYTHONPYCACHEPREFIX"] = str(config.cache.mkdir("bytecode"))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        subprocess.run([sys.executable, "-c", WARM], cwd=ROOT, check=True)
    # A shell that starts the tests in the background has them ignore Ctrl-C, and so would all they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


WARM = "import pathlib, parsers; [parsers.parse(f.read_text()) for f in pathlib.Path('seeds').glob('*.txt')]"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The tests of a file run in one process, in their order, and all that wait for terminals in the same."""
    if not config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        return
    groups = {item: _group(item) for item in items}
    order = {name: place for place, name in enumerate(FIRST)}
    items.sort(key=lambda item: order.get(groups[item], len(order)))
    for item in items:
        item.add_marker(pytest.mark.xdist_group(groups[item]))


def _group(item: pytest.Item) -> str:
    in_terminal = "Terminal" in vars(getattr(item, "module", None) or item)
    return ALONE if in_terminal else item.path.name


@pytest.fixture
def update_gold(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-gold"))


@pytest.fixture(autouse=True)
def _own_place(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or writes the folders of the person who runs it, nor takes their clipboard."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    monkeypatch.setenv("HOME", str(home))
    for name in SESSION:
        monkeypatch.delenv(name, raising=False)
