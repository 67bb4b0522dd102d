"""The configuration file: where it lies, and what it sets. A damaged one never stops the program.

Everything that means nothing is told in one line with the nearest thing that does; the rest counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from parsers.safe import make_safe
from parsers.values import record
from tui.settings import DEFAULTS, Problem, Settings

MOST = 1_000_000
"""Bytes of a configuration; what is longer was not written by a person."""
VARIABLE = "FIGSCOPE_CONFIG"


@record
class Loaded:
    """What a file sets, and what is wrong with it: a line each, with the file's name and the place."""

    settings: Settings = DEFAULTS
    problems: tuple[str, ...] = ()


def config_path(named: str | None, environ: Mapping[str, str]) -> Path | None:
    """The configuration's file: the one that was named, $FIGSCOPE_CONFIG, else the user's (XDG).

    ``None`` where no home is known.
    """
    if named or environ.get(VARIABLE):
        return Path(named or environ[VARIABLE])
    home = environ.get("XDG_CONFIG_HOME", "")
    if home.startswith("/"):
        return Path(home) / "figscope" / "config.toml"
    return Path(environ["HOME"]) / ".config" / "figscope" / "config.toml" if environ.get("HOME") else None


def load_config(named: str | None, environ: Mapping[str, str]) -> Loaded:
    """What is configured; a file that is not there sets nothing, and only one that was named is missed."""
    path = config_path(named, environ)
    if path is None:
        return Loaded()
    try:
        text = _read(path)
    except FileNotFoundError as error:
        asked = bool(named or environ.get(VARIABLE))
        return Loaded(problems=(_line(path, Problem(_reason(error))),)) if asked else Loaded()
    except OSError as error:
        return Loaded(problems=(_line(path, Problem(_reason(error))),))
    except UnicodeDecodeError:
        return Loaded(problems=(_line(path, Problem("this is not UTF-8 text; the defaults are used")),))
    import tomllib

    from tui.config_values import Found, read_settings

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Loaded(problems=(_line(path, _damage(error)),))
    except RecursionError:
        return Loaded(problems=(_line(path, Problem("brackets lie too deep; the defaults are used")),))
    settings, problems = read_settings(values, Found(text))
    return Loaded(settings, tuple(_line(path, problem) for problem in problems))


def write_config(path: Path | None, text: str) -> str:
    """Write a configuration where there is none yet; gives one line where that was not done."""
    if path is None:
        return "no home folder is known; name a file with --config"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return _line(path, Problem("is there already, and stays as it is"))
    except OSError as error:
        return _line(path, Problem(f"cannot be written: {_reason(error)}"))
    return ""


def _read(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(MOST + 1)
    if len(data) > MOST:
        raise OSError(None, f"longer than {MOST:,} bytes; the defaults are used")
    return data.decode("utf-8-sig")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _damage(error: ValueError) -> Problem:
    """What tomllib says, with its place in front: "line 3: not TOML: expected '=' after a key"."""
    said = str(error)
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", said)
    words = said[: place.start()] if place else said
    line = int(place[1]) if place and place[1] else None
    return Problem(f"not TOML: {words[:1].lower()}{words[1:]}; the defaults are used", line)


def _line(path: Path, problem: Problem) -> str:
    where = f"{path}:{problem.line}" if problem.line else str(path)
    return " ".join(make_safe(f"{where}: {problem.words}").split())
