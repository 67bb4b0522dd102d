"""Copying, so that it works or says exactly what happened.

`copy` tries the ways in a stated order and never says more than it knows: "copied" only where a
clipboard program took the text and reported success.  The last copy is always kept in a private
file as well.  It may take up to `TIMEOUT` seconds: call it off the interface's thread.
"""

from __future__ import annotations

import base64
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from parsers.values import record

TIMEOUT = 2.0
"""Seconds that all clipboard programs together may take."""

OSC52_LIMIT = 74_000
"""Bytes of text that terminals accept in one OSC 52 sequence; longer ones are dropped silently by some."""


class Certainty(StrEnum):
    """How sure it is that the text is on a clipboard."""

    COPIED = "copied"
    SENT = "sent"
    FILED = "filed"
    FAILED = "failed"


@record
class CopyResult:
    """What was done with a text: by which way, how sure, how many characters, and in which file it is."""

    way: str
    certainty: Certainty
    size: int
    file: Path | None = None
    reason: str | None = None

    @property
    def message(self) -> str:
        """What happened, in words that claim no more than is known (without the text itself)."""
        if self.certainty is Certainty.COPIED:
            return f"Copied ({self.way})"
        if self.certainty is Certainty.SENT:
            return "Sent to the terminal (cannot confirm)"
        if self.certainty is Certainty.FILED:
            return f"No clipboard here; written to {self.file}"
        return f"Not copied: {self.reason or 'no way to copy here'}"


@record
class Way:
    """One way of copying: its name, the command that takes the text, and why it would be used."""

    name: str
    command: tuple[str, ...]
    why: str
    encoding: str = "utf-8"


def copy(
    text: str,
    *,
    mode: str = "auto",
    environ: Mapping[str, str] | None = None,
    write: Callable[[str], None] | None = None,
) -> CopyResult:
    """Put ``text`` on the clipboard by the ways that ``mode`` allows.

    ``mode`` is "auto", "tmux", "native", "osc52", "file", or a command line that reads the text.
    ``write`` sends an escape sequence to the terminal; without it OSC 52 is not tried.
    """
    environ = os.environ if environ is None else environ
    size = len(text)
    kept, reason = keep(text, environ)
    end = time.monotonic() + TIMEOUT
    for way in ways(mode, environ):
        failure = _run(way, text, environ, end)
        if failure is None:
            return CopyResult(way.name, Certainty.COPIED, size, kept)
        reason = f"{way.name}: {failure}"
    if mode in ("auto", "osc52") and write is not None:
        sequence = osc52(text)
        if sequence is not None:
            write(sequence)
            return CopyResult("OSC 52", Certainty.SENT, size, kept)
        reason = f"the text is longer than a terminal accepts ({OSC52_LIMIT:,} bytes)"
    if kept is not None:
        return CopyResult("file", Certainty.FILED, size, kept, reason)
    return CopyResult("none", Certainty.FAILED, size, None, reason)


def ways(mode: str, environ: Mapping[str, str]) -> tuple[Way, ...]:
    """The clipboard programs to try here, in order; none of them is run."""
    if mode in ("osc52", "file"):
        return ()
    if mode not in ("auto", "tmux", "native"):
        return (_command(mode),)
    found: list[Way] = []
    if mode in ("auto", "tmux") and environ.get("TMUX") and _which("tmux", environ):
        found.append(Way("tmux", ("tmux", "load-buffer", "-w", "-"), "inside tmux"))
    if mode == "native" or (mode == "auto" and not _remote(environ)):
        found += _native(environ)
    return tuple(found)


def _command(line: str) -> Way:
    """The program that a person has named; one that cannot be read as a command line is found nowhere."""
    try:
        return Way("command", tuple(shlex.split(line)), "as it was asked for")
    except ValueError as error:
        return Way("command", (), f"{line}: {str(error).lower()}")


def explain(mode: str, environ: Mapping[str, str], *, terminal: bool) -> tuple[str, ...]:
    """Which way copying would take here, and why, a line each (``figscope copy-test``)."""
    lines = []
    for way in ways(mode, environ):
        missing = "" if way.command and _which(way.command[0], environ) else "; not found"
        lines.append(f"{way.name}: {' '.join(way.command)} ({way.why}{missing})")
    if _remote(environ) and mode == "auto":
        lines.append("native programs are not used: this is a remote session (SSH)")
    if mode in ("auto", "osc52"):
        state = "sent to the terminal" if terminal else "not possible: no terminal"
        lines.append(f"OSC 52: {state}; the terminal does not confirm it, and some ignore it")
    folder = state_folder(environ)
    lines.append(f"file: {folder / 'last-copy'}" if folder else "file: no state folder (HOME is not set)")
    return tuple(lines)


def osc52(text: str) -> str | None:
    """The OSC 52 sequence that asks the terminal to copy, or ``None`` where the text is too long."""
    data = text.encode("utf-8", "replace")
    if len(data) > OSC52_LIMIT:
        return None
    return f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\x07"


def keep(text: str, environ: Mapping[str, str]) -> tuple[Path | None, str | None]:
    """Write the last copy to a private file (mode 0600); its path, or why there is none."""
    folder = state_folder(environ)
    if folder is None:
        return None, "no state folder"
    path = folder / "last-copy"
    beside = folder / f".last-copy.{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
        beside.replace(path)
    except OSError as error:
        return None, f"{path}: {error.strerror}"
    return path, None


def state_folder(environ: Mapping[str, str]) -> Path | None:
    """The user's state folder for figscope (XDG), or ``None`` where no home is known."""
    if environ.get("XDG_STATE_HOME"):
        return Path(environ["XDG_STATE_HOME"]) / "figscope"
    return Path(environ["HOME"]) / ".local" / "state" / "figscope" if environ.get("HOME") else None


def _native(environ: Mapping[str, str]) -> list[Way]:
    known = (
        (sys.platform == "darwin", Way("pbcopy", ("pbcopy",), "macOS")),
        (bool(environ.get("WAYLAND_DISPLAY")), Way("wl-copy", ("wl-copy",), "WAYLAND_DISPLAY is set")),
        (
            bool(environ.get("DISPLAY")),
            Way("xclip", ("xclip", "-selection", "clipboard"), "DISPLAY is set"),
        ),
        (bool(environ.get("DISPLAY")), Way("xsel", ("xsel", "--clipboard", "--input"), "DISPLAY is set")),
        (True, Way("clip.exe", ("clip.exe",), "Windows clipboard from WSL", "utf-16")),
    )
    return [way for applies, way in known if applies and _which(way.command[0], environ)]


def _remote(environ: Mapping[str, str]) -> bool:
    return bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))


def _which(program: str, environ: Mapping[str, str]) -> str | None:
    return shutil.which(program, path=environ.get("PATH", os.defpath))


def _run(way: Way, text: str, environ: Mapping[str, str], end: float) -> str | None:
    """Give ``text`` to a program until ``end`` (monotonic); ``None`` where it succeeded, else why not.

    Output goes to the null device: wl-copy and xclip leave a child behind that would hold a pipe open.
    """
    program = _which(way.command[0], environ) if way.command else None
    if program is None:
        return "not found"
    try:
        done = subprocess.run(
            (program, *way.command[1:]),
            input=text.encode(way.encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # Without a locale pbcopy takes every text for ASCII.
            env={"LC_CTYPE": "UTF-8", **environ} if way.name == "pbcopy" else dict(environ),
            timeout=max(0.1, end - time.monotonic()),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "no answer in time"
    except OSError as error:
        return error.strerror or "cannot be started"
    return None if done.returncode == 0 else f"exit status {done.returncode}"
