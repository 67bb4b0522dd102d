"""What comes from the terminal, as keys."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from queue import SimpleQueue

import pytest
from textual import events
from textual.message import Message

from tui.app import FigscopeApp
from tui.escape import PromptEscape

PATIENCE = 10.0


class Typed(PromptEscape):
    """The driver with a pipe in the place of the terminal."""

    def __init__(self, fileno: int) -> None:
        self.fileno = fileno
        self.exit_event = threading.Event()
        self._debug = False
        self.keys: SimpleQueue[str] = SimpleQueue()
        self.lost = threading.Event()

    def _lose_terminal(self) -> None:
        self.lost.set()

    def process_message(self, message: Message) -> None:
        if isinstance(message, events.Key):
            self.keys.put(message.key)


@pytest.fixture
def typed() -> Iterator[tuple[Typed, int]]:
    """A driver that reads, and where to write for it."""
    fileno, there = os.pipe()
    driver = Typed(fileno)
    thread = threading.Thread(target=driver.run_input_thread)
    thread.start()
    yield driver, there
    driver.exit_event.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()
    os.close(there)
    os.close(fileno)


@pytest.mark.parametrize(
    ("pieces", "keys"),
    [
        ((b"\x1b",), ["escape"]),
        ((b"j", b"\x1b"), ["j", "escape"]),
        ((b"\x1b[A",), ["up"]),
        ((b"\x1b[5~k",), ["pageup", "k"]),
        (("\u5143".encode()[:1], "\u5143".encode()[1:]), ["\u5143"]),
        ((b"\xff", b"q"), ["replacement_character", "q"]),
    ],
)
def test_bytes_are_keys(typed: tuple[Typed, int], pieces: tuple[bytes, ...], keys: list[str]) -> None:
    driver, there = typed
    for piece in pieces:
        os.write(there, piece)
    assert [driver.keys.get(timeout=PATIENCE) for _ in keys] == keys


def test_a_terminal_that_is_gone_is_asked_no_more() -> None:
    fileno, there = os.pipe()
    driver = Typed(fileno)
    thread = threading.Thread(target=driver.run_input_thread)
    thread.start()
    os.write(there, b"j")
    os.close(there)
    thread.join(PATIENCE)
    assert not thread.is_alive()
    assert driver.lost.is_set()
    assert driver.keys.get(timeout=PATIENCE) == "j"
    os.close(fileno)


def test_it_is_the_one_that_is_used() -> None:
    assert FigscopeApp([]).get_driver_class() is PromptEscape
