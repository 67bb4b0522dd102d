"""The arguments that several commands share, and how a mistake in them is told: in one line."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import NoReturn

from tui.outcome import UNREADABLE

MOST_JOBS = 256


class Parser(argparse.ArgumentParser):
    """Arguments, with a mistake told in one line and help that is written by hand above its options."""

    def error(self, message: str) -> NoReturn:
        self.exit(UNREADABLE, f"{self.prog}: {message} (see {self.prog} --help)\n")

    def format_help(self) -> str:
        formatter = self._get_formatter()
        formatter.start_section("options")
        formatter.add_arguments(action for action in self._actions if action.option_strings)
        formatter.end_section()
        return "\n".join(filter(None, (self.description, formatter.format_help(), self.epilog)))


def make_parser(name: str, about: str, epilog: str) -> Parser:
    """The parser of one command; ``about`` and ``epilog`` are shown as they are written."""
    return Parser(
        prog=name,
        description=about,
        epilog=epilog,
        allow_abbrev=False,
        formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(prog, max_help_position=26),
    )


def add_reading(parser: Parser) -> None:
    """What every command that reads takes: paths, and the day of the articles."""
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument(
        "--date",
        type=day,
        metavar="DATE",
        help='the articles\' day (2024-11-15), from which "last week" counts; else it is read from each',
    )


def add_jobs(parser: Parser) -> None:
    """How many processes read."""
    parser.add_argument(
        "--jobs",
        type=count,
        metavar="N",
        help="read with N processes; without it as many as there are processors, where that is quicker",
    )


def day(text: str) -> dt.date:
    """A day as written on the command line."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2024-11-15") from None


def count(text: str) -> int:
    """A number of processes as written on the command line."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_JOBS):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST_JOBS}")
    return int(text)
