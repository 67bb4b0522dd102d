"""What can be completed: commands, options and their values, read off the parsers."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from parsers.values import record
from tui.arguments import PARSERS, Parser
from tui.settings import CLIPBOARDS, THEMES

FILE, EXPRESSION = "FILE", "EXPR"
VALUES = {"NAME": tuple(THEMES), "WAY": CLIPBOARDS}
"""The words that stand for a value, by what the help calls it."""


@record
class Option:
    """An option: its flags, a few words, and its value: none, known words, a file, or an expression."""

    flags: tuple[str, ...]
    about: str
    takes: str = ""
    words: tuple[str, ...] = ()


@record
class Command:
    """A word that may stand first ("" for none), its options, and what follows them: files or words."""

    name: str
    about: str
    options: tuple[Option, ...]
    words: tuple[str, ...] = ()
    files: bool = False


def commands() -> tuple[Command, ...]:
    """All commands, the explorer first."""
    return tuple(_command(name, make()) for name, make in PARSERS.items())


def expression_words() -> Iterator[str]:
    """What can stand in a filter: each field with its operator, and the values that are always the same."""
    from parsers.query import FIELDS

    for field in FIELDS:
        yield field.name + (">" if field.name == "value" else ":")
        yield from (f"{field.name}:{value}" for value in field.known() if " " not in value)
    yield from ("and", "or", "not")


def one_line(about: str) -> str:
    """Words about an option for one line of a menu, without what means something to a shell."""
    return " ".join(about.replace("%%", "%").split())


def _command(name: str, parser: Parser) -> Command:
    options = tuple(_option(action) for action in parser.choosing())
    about = (parser.description or "").strip().splitlines()[0]
    words: tuple[str, ...] = ()
    files = False
    for action in parser.placed():
        words += tuple(action.choices or ())
        files = files or action.dest == "paths"
    return Command(name, about, options, words, files)


def _option(action: argparse.Action) -> Option:
    flags, about = tuple(action.option_strings), one_line(action.help or "")
    if action.nargs == 0:
        return Option(flags, about)
    takes = str(action.metavar or action.dest.upper())
    known: Iterable[str] = action.choices or VALUES.get(takes, ())
    return Option(flags, about, takes, tuple(known))
