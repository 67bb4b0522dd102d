"""The terminal's bytes as keys, as Textual reads them, but that Escape is answered at once.

A lone Escape begins like the bytes of many other keys.  Textual looks whether more of them have come
every tenth of a second, however short the wait is that it was asked for (``ESCDELAY``); here it looks
when that wait is over.
"""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from selectors import EVENT_READ, SelectSelector

from textual import constants
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

LOOK = 0.1
"""Seconds between two looks at whether the program is at its end."""
ESC = "\x1b"
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
                    data = decoder.decode(os.read(self.fileno, MOST), final=leaving)
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
