"""The standard streams, as a shell or another program left them: closed, full, or a pipe nobody reads."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress

from tui.outcome import DONE, UNREADABLE, say


def prepare_streams() -> None:
    """Put something in the place of streams that are closed (``figscope ... >&-``).

    Without it the next file that is opened would take the number of the closed stream, and what is
    meant for the stream would go into the file.  Writing to a standard output that was closed fails,
    as it should; a standard error that was closed takes everything and keeps nothing.
    """
    for number, flags in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flags)  # the lowest number that is free: this one
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115


def columns() -> int:
    """The cells of a line of the terminal."""
    from shutil import get_terminal_size  # here, because what writes to a pipe does not ask

    return get_terminal_size().columns


def write_out(pieces: Iterable[str]) -> int:
    """Write to standard output, all of it or until nobody reads on; gives the exit status."""
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        drop_standard_output()  # the reader of the pipe has seen enough
    except OSError as error:
        say(f"standard output: cannot be written: {(error.strerror or str(error)).lower()}")
        drop_standard_output()
        return UNREADABLE
    return DONE


def drop_standard_output() -> None:
    """Forget what could not be written, so that Python does not try it again when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
