"""The arguments of each command: parsed, told in ``--help``, and known to the shells' completion."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, NoReturn

from tui.helps import CHECK, CHECK_MORE, CONFIG, COPY_TEST, EXTRACT, FIGSCOPE, FIGSCOPE_MORE, SHELLS
from tui.outcome import DONE, UNREADABLE
from tui.streams import write_out

MOST_JOBS = 256
NARROW = 80
"""The cells of a line that nobody is shown."""
NAMES = ("bash", "zsh", "fish")
"""The shells that completion is written for."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Options with their value named once: ``-f, --format FORMAT``."""

    def _format_action_invocation(self, action: argparse.Action) -> str:
        names = ", ".join(action.option_strings)
        return f"{names} {action.metavar}" if action.metavar and action.nargs != 0 else names


class Parser(argparse.ArgumentParser):
    """Arguments in titled groups, with a mistake told in one line and help written by hand around them."""

    def __init__(self, name: str, about: str, more: str | Callable[[], str] = "") -> None:
        super().__init__(
            prog=name,
            description=about,
            allow_abbrev=False,
            add_help=False,
            # One is made to check each argument, too: that one need not know how wide the terminal is.
            formatter_class=lambda prog: _Formatter(prog, max_help_position=24, width=NARROW),
        )
        self._more = more

    def error(self, message: str) -> NoReturn:
        from parsers.article import one_line

        self.exit(UNREADABLE, f"{self.prog}: {one_line(message)} (see {self.prog} --help)\n")

    def exit(self, status: int = DONE, message: str | None = None) -> NoReturn:
        """End, with a message on standard error where it can be written."""
        if message:
            with suppress(OSError):
                sys.stderr.write(message)
                sys.stderr.flush()
        raise SystemExit(status)

    def print_help(self, file: Any = None) -> None:
        """Write the help to standard output (never to a ``file``), quietly where nobody reads on."""
        if status := write_out([self.format_help()]):
            self.exit(status)

    def format_help(self) -> str:
        """What it is and how it is called, the options by group, examples."""
        formatter = _Formatter(self.prog, max_help_position=24)
        for group in self._action_groups:
            shown = [action for action in group._group_actions if action.option_strings]  # noqa: SLF001
            if shown:
                formatter.start_section(group.title)
                formatter.add_arguments(shown)
                formatter.end_section()
        more = self._more if isinstance(self._more, str) else self._more()
        return "\n".join(filter(None, (self.description, formatter.format_help(), more)))

    def choosing(self) -> list[argparse.Action]:
        """The options, for the shells' completion."""
        return [action for action in self._actions if action.option_strings]

    def placed(self) -> list[argparse.Action]:
        """What stands without an option, for the shells' completion."""
        return [action for action in self._actions if not action.option_strings]


def explore_parser() -> Parser:
    """``figscope [PATH|-]...``."""
    parser = Parser("figscope", FIGSCOPE, FIGSCOPE_MORE)
    _add_reading(parser).add_argument(
        "--demo", action="store_true", help="open the sample articles that come with figscope"
    )
    looks = parser.add_argument_group("how it looks and works")
    looks.add_argument("--theme", metavar="NAME", help="dark, light, contrast, plain, or one of Textual's")
    switch = argparse.BooleanOptionalAction
    looks.add_argument("--mouse", action=switch, help="use the mouse, or leave it to the terminal")
    _add_clipboard(looks)
    _add_config(looks)
    coming = parser.add_argument_group("coming and going")
    coming.add_argument("--state", action=switch, help="restore and keep marks, filter, order and position")
    coming.add_argument(
        "--print-marked",
        action="store_true",
        help="on leaving, write the marked figures to standard output, one JSON object a line",
    )
    coming.add_argument("--version", action="store_true", help="its version")
    _add_help(coming)
    return parser


def extract_parser() -> Parser:
    """``figscope extract``."""
    from parsers.export import FORMATS

    parser = Parser("figscope extract", EXTRACT, _more_of_extract)
    reading = _add_reading(parser)
    _add_where(reading)
    _add_jobs(reading)
    writing = parser.add_argument_group("writing")
    writing.add_argument(
        "-f", "--format", choices=list(FORMATS), metavar="FORMAT", help="see below; table if not given"
    )
    writing.add_argument(
        "-o", "--output", metavar="FILE", help="write to a file; its suffix can choose the format"
    )
    writing.add_argument("--with-text", action="store_true", help="put the articles' text into json")
    _add_help(writing)
    return parser


def _more_of_extract() -> str:
    """The formats and the fields: what they need is loaded where somebody asks for help."""
    from parsers.export import FORMATS
    from parsers.query import FIELDS

    fields = "\n".join(f"  {field.name:10} {field.example:26} {field.about}" for field in FIELDS)
    forms = "\n".join(f"  {form.name:7} {form.about}" for form in FORMATS.values())
    return f"formats:\n{forms}\n\nwhere (with and, or, not, brackets, free words, /expressions/):\n{fields}\n"


def check_parser() -> Parser:
    """``figscope check``."""
    from tui.check import FORMATS

    forms = "\n".join(f"  {name:7} {about}" for name, about in FORMATS.items())
    parser = Parser("figscope check", CHECK, f"formats:\n{forms}\n\n{CHECK_MORE}")
    reading = _add_reading(parser)
    _add_where(reading)
    _add_jobs(reading)
    writing = parser.add_argument_group("writing")
    writing.add_argument(
        "-f", "--format", choices=list(FORMATS), metavar="FORMAT", default="text", help="see below; text"
    )
    writing.add_argument("--all", action="store_true", help="also what agrees, and what cannot be checked")
    writing.add_argument("--formulas", action="store_true", help="the computation under each line")
    _add_help(writing)
    return parser


def copy_test_parser() -> Parser:
    """``figscope copy-test``."""
    parser = Parser("figscope copy-test", COPY_TEST)
    options = parser.add_argument_group("options")
    _add_clipboard(options)
    _add_config(options)
    _add_help(options)
    return parser


def config_parser() -> Parser:
    """``figscope config``."""
    parser = Parser("figscope config", CONFIG)
    options = parser.add_argument_group("options")
    options.add_argument("--path", action="store_true", help="only say where the file lies")
    options.add_argument("--init", action="store_true", help="write the file, if there is none yet")
    options.add_argument("--default", action="store_true", help="print the defaults, whatever is configured")
    _add_config(options)
    _add_help(options)
    return parser


def completion_parser() -> Parser:
    """``figscope completion``."""
    parser = Parser("figscope completion", SHELLS)
    parser.add_argument("shell", choices=NAMES, metavar="SHELL")
    _add_help(parser.add_argument_group("options"))
    return parser


PARSERS: Mapping[str, Callable[[], Parser]] = {
    "": explore_parser,
    "extract": extract_parser,
    "check": check_parser,
    "config": config_parser,
    "copy-test": copy_test_parser,
    "completion": completion_parser,
}
"""The parser of each word that may stand first; without one, the explorer's."""


def _add_reading(parser: Parser) -> argparse._ArgumentGroup:
    parser.add_argument("paths", nargs="*", metavar="PATH")
    reading = parser.add_argument_group("what is read")
    reading.add_argument(
        "--date",
        type=_day,
        metavar="DATE",
        help='the articles\' day (2024-11-15), from which "last week" counts; else it is read from each',
    )
    return reading


def _add_jobs(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--jobs",
        type=_count,
        metavar="N",
        help="read with N processes; without it as many as there are processors, where that is quicker",
    )


def _add_where(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--where", metavar="EXPR", help="only the figures that match, such as 'kind:money value>1bn'"
    )


def _add_clipboard(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--clipboard",
        metavar="WAY",
        help="how to copy: auto, tmux, native, osc52, file, or a command (see figscope copy-test)",
    )


def _add_config(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--config", metavar="FILE", help="take this configuration (see figscope config)")


def _add_help(group: argparse._ArgumentGroup) -> None:
    group.add_argument("-h", "--help", action="help", help="these lines")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2024-11-15") from None


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_JOBS):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST_JOBS}")
    return int(text)
