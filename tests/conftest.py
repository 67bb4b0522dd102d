"""What all tests share: a place of their own, and the flag that rewrites golden files."""

from __future__ import annotations

import os
import signal

import pytest
from hypothesis import settings

# What a person's session says about itself, and would change what the program does.
SESSION = (
    "TMUX",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "SSH_CONNECTION",
    "SSH_TTY",
    "NO_COLOR",
    "TEXTUAL_THEME",
    "XDG_STATE_HOME",
    "XDG_CONFIG_HOME",
)


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
    """Compiled rules are kept with pytest's own cache, never in the person's folder; Ctrl-C interrupts."""
    os.environ["XDG_CACHE_HOME"] = str(config.cache.mkdir("figscope"))
    # A shell that starts the tests in the background has them ignore Ctrl-C, and so would all they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)


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
