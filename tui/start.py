"""Where the command begins and how its process ends: what is settled before its modules are loaded."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress

from tui.modules import from_one_file
from tui.streams import prepare_streams

COLLECT_EVERY = 1_000_000
"""New objects between two looks for those that hold each other: starting and reading make hardly any."""


def main() -> int:
    """Run the command; gives the exit status."""
    gc.set_threshold(COLLECT_EVERY)
    ending = Ending()
    prepare_streams()  # before a file is opened, which would take the number of a closed stream
    from_one_file()
    from tui import cli

    try:
        ending.status = cli.main(sys.argv[1:])
    except SystemExit as leaving:  # wrong usage, help, a signal
        if not isinstance(leaving.code, int):
            raise
        ending.status = leaving.code
    return ending.status


class Ending:
    """The end of the process, after all that the program has registered for it.

    Nothing is taken apart piece by piece: that takes some milliseconds.  An error on its way out
    ends the process in the usual way.
    """

    def __init__(self) -> None:
        self.status: int | None = None
        atexit.register(self._end)  # what is registered first runs last

    def _end(self) -> None:
        gc.freeze()  # or Python would look through everything once more before it ends
        if self.status is None:
            return  # an error is on its way out
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):  # who wrote what it holds has told that it cannot be written
                stream.flush()
        os._exit(self.status)


if __name__ == "__main__":
    sys.exit(main())
