"""The terminal's bytes as keys, as Textual reads them, but that Escape is answered at once.

A lone Escape begins like the bytes of many other keys.  Textual looks whether more of them have come
every tenth of a second, however short the wait is that it was asked for (``ESCDELAY``); here it looks
when that wait is over.
"""

from __future__ import annotations

import os
import threading
from codecs import getincrementaldecoder
from selectors import EVENT_READ, SelectSelector

from textual import constants
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from tui.interrupt import GONE

LOOK = 0.1
"""Seconds between two looks at whether the program is at its end."""
ESC = "\x1b"
GRACE = 5.0
"""Seconds that the ordinary way out has once the terminal is gone."""
MOST = 4096
"""Bytes that are read at once."""


class PromptEscape(LinuxDriver):
    """Textual's driver with another way to wait."""

    def run_input_thread(self) -> None:
        """Wait for bytes, and give the keys that they are to the program."""
        parser = XTermParser(self._debug)
        decoder = getincrementaldecoder("utf-8")(errors="replace")
        wait = LOOK
        with SelectSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            leaving = False
            while not leaving:
                leaving = self.exit_event.is_set()  # what has come by then is taken from the terminal still
                data = ""
                if selector.select(wait):
                    found = self._read()
                    if not found:
                        self._lose_terminal()
                        break
                    data = decoder.decode(found, final=leaving)
                for event in parser.feed(data) if data else ():
                    self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
                wait = constants.ESCAPE_DELAY if data.endswith(ESC) else LOOK
        try:
            for _ in parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass

    def _lose_terminal(self) -> None:
        """End before long where the terminal is gone: what writes to it, or waits for that, might never."""
        last = threading.Timer(GRACE, os._exit, (GONE,))
        last.daemon = True
        last.start()

    def _read(self) -> bytes:
        """What has come; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, MOST)
        except OSError:
            return b""
