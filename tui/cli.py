"""The command ``figscope``: arguments, pipes and exit statuses.

Nothing of the interface is imported here until the explorer opens, so that scripts start quickly.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from parsers.values import record, replace
from tui.arguments import Parser
from tui.interrupt import take_signals
from tui.outcome import DONE, INTERRUPTED, UNREADABLE, say
from tui.streams import write_out

if TYPE_CHECKING:
    from parsers.query import Query

SETTABLE = ("theme", "mouse", "clipboard", "state")
"""Settings that an option goes before."""


def main(words: Sequence[str]) -> int:
    """Run the command; gives the exit status."""
    take_signals()
    try:
        if words and words[0] in COMMANDS:
            return COMMANDS[words[0]].run(words[1:])
        return explore(words)
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED


def explore(words: Sequence[str]) -> int:
    """``figscope [PATH|-]...``: the explorer, or the table where standard output is no terminal."""
    from tui.arguments import explore_parser

    parser = explore_parser()
    options = parser.parse_args(words)
    if options.paths and options.paths[0] in COMMANDS:  # with options before it: they are the command's own
        at = words.index(options.paths[0])
        return COMMANDS[words[at]].run([*words[:at], *words[at + 1 :]])
    if options.version:  # looked up only now: that takes a while
        return write_out([f"figscope {_version()}\n"])
    if options.theme is not None:
        options.theme = _theme(options.theme, parser)
    paths = ([_demo()] if options.demo else []) + _paths(options.paths, parser, demo=options.demo)
    if not sys.stdout.isatty() and not options.print_marked:
        from tui.extract import extract

        return extract(paths, form="table", day=options.date)
    from tui.config import load_config
    from tui.launch import launch

    loaded = load_config(options.config, os.environ)
    given: dict[str, Any] = {
        name: getattr(options, name) for name in ("theme", "mouse", "clipboard", "state")
    }
    settings = replace(loaded.settings, **{name: each for name, each in given.items() if each is not None})
    return launch(
        paths,
        day=options.date,
        settings=settings,
        notices=loaded.problems,
        print_marked=options.print_marked,
    )


def extract_command(words: Sequence[str]) -> int:
    """``figscope extract``: what was found, on standard output or in a file."""
    from tui.arguments import extract_parser
    from tui.extract import extract, format_for

    parser = extract_parser()
    options = parser.parse_args(words)
    return extract(
        _paths(options.paths, parser),
        form=options.format or format_for(options.output),
        output=options.output,
        with_text=options.with_text,
        day=options.date,
        where=_where(options.where, parser) if options.where is not None else None,
        jobs=options.jobs,
    )


def check_command(words: Sequence[str]) -> int:
    """``figscope check``: what does not fit together; the exit status is 1 where something does not."""
    from parsers.report import Detail
    from tui.arguments import check_parser
    from tui.check import check

    parser = check_parser()
    options = parser.parse_args(words)
    where = _where(options.where, parser) if options.where is not None else None
    detail = Detail(everything=options.all, formulas=options.formulas, about=where)
    paths = _paths(options.paths, parser)
    return check(paths, form=options.format, detail=detail, day=options.date, jobs=options.jobs)


def copy_test_command(words: Sequence[str]) -> int:
    """``figscope copy-test``: which way copying would take here, and why; nothing is copied."""
    from parsers.article import one_line
    from tui.arguments import copy_test_parser
    from tui.clipboard import explain
    from tui.config import load_config

    options = copy_test_parser().parse_args(words)
    loaded = load_config(options.config, os.environ)
    for problem in loaded.problems:
        say(problem)
    way = options.clipboard or loaded.settings.clipboard
    ways = enumerate(explain(way, os.environ, terminal=sys.stderr.isatty()), 1)
    told = [f"  {number}. {one_line(each)}\n" for number, each in ways]
    return write_out(["In this order; the first that works is used:\n", *told])


def config_command(words: Sequence[str]) -> int:
    """``figscope config``: the settings in force; 2 where the file has mistakes or cannot be written."""
    from parsers.article import show_path
    from tui.arguments import config_parser
    from tui.config import config_path, load_config, write_config
    from tui.config_file import config_text
    from tui.settings import DEFAULTS

    options = config_parser().parse_args(words)
    path = config_path(options.config, os.environ)
    shown = show_path(path) if path else "no home folder is known; name a file with --config"
    if options.path:
        return write_out([f"{shown}\n"]) or (DONE if path else UNREADABLE)
    if options.init:
        problem = write_config(path, config_text(DEFAULTS))
        if problem:
            say(problem)
            return UNREADABLE
        return write_out([f"{shown}\n"])
    loaded = load_config(options.config, os.environ)
    status = write_out([config_text(DEFAULTS if options.default else loaded.settings)])
    for problem in loaded.problems:
        say(problem)
    return UNREADABLE if loaded.problems else status


def completion_command(words: Sequence[str]) -> int:
    """``figscope completion``: a script for a shell."""
    from tui.arguments import completion_parser
    from tui.completion import SCRIPTS
    from tui.completion.words import commands

    return write_out([SCRIPTS[completion_parser().parse_args(words).shell](commands())])


@record
class Command:
    """A word after ``figscope`` that is no path (a file of that name is ``./extract``)."""

    name: str
    run: Callable[[Sequence[str]], int]


COMMANDS: Mapping[str, Command] = {
    command.name: command
    for command in (
        Command("extract", extract_command),
        Command("check", check_command),
        Command("copy-test", copy_test_command),
        Command("config", config_command),
        Command("completion", completion_command),
    )
}


def _theme(name: str, parser: Parser) -> str:
    """The theme that is meant; one that there is none of ends the program with the nearest named."""
    from tui.config_values import read_theme

    try:
        return read_theme(name)
    except ValueError as error:
        parser.error(f"argument --theme: {error}")


def _where(expression: str, parser: Parser) -> Query:
    """The compiled expression; a mistake in it ends the program with its place shown."""
    from parsers import query
    from parsers.article import one_line

    try:
        return query.compile(expression)
    except query.QueryError as error:
        shown = query.point_at(expression, error).replace("\n", "\n  ")
        parser.exit(UNREADABLE, f"{parser.prog}: --where: {one_line(str(error))}\n  {shown}\n")


def _paths(named: list[str], parser: Parser, *, demo: bool = False) -> list[str]:
    """The paths that were named, else standard input where something is piped in."""
    if "-" in named and sys.stdin is not None and sys.stdin.isatty():
        say("type or paste a text; Ctrl-D on a line of its own ends it")
    if named or demo:
        return named
    if sys.stdin is None or sys.stdin.isatty():
        parser.error("nothing to read: name a file or a folder, pipe a text in, or try figscope --demo")
    return ["-"]


def _demo() -> str:
    """The folder of the sample articles: inside the package once installed, beside it in a checkout."""
    from pathlib import Path

    here = Path(__file__).resolve().parent
    inside = here / "seeds"
    return str(inside if inside.is_dir() else here.parent / "seeds")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("figscope")
    except PackageNotFoundError:
        return "(not installed)"
