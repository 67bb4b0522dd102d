"""The command ``figscope``: arguments, pipes and exit statuses.

Nothing of the interface is imported here until the explorer opens, so that scripts start quickly.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from tui.arguments import Parser, add_jobs, add_reading, make_parser
from tui.outcome import DONE, INTERRUPTED, TERMINATED, UNREADABLE, say

if TYPE_CHECKING:
    from parsers.query import Query

ABOUT = """\
figscope reads financial news, finds every figure and every date in it, and says what each one measures.

usage:
  figscope [PATH|-]...            explore in the terminal: figures, timeline, source
  figscope extract [PATH|-]...    print what was found: table, json, jsonl, csv, tsv, md
  figscope check [PATH|-]...      figures that do not fit together, in an article and between several
  figscope copy-test              tell which way copying would take here, and why

A PATH is a text, Markdown, HTML, Word or PDF file, or a folder of them; - is standard input.
"""

EXAMPLES = """\
examples:
  figscope --demo                                    look around in four sample articles
  figscope results.html                              explore one article; ? shows the keys
  curl -s https://... | figscope                     explore what a pipe delivers
  figscope extract news/ --format csv -o out.csv     every figure of a folder, for a spreadsheet
  figscope extract a.txt -f jsonl | jq -r .value     values, for a script
  figscope check story.txt release.txt               does the story fit together, and the release?

exit status:
  0 done, 1 figures disagree (check only), 2 wrong usage or something could not be read, 130 interrupted
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    signal.signal(signal.SIGTERM, _terminated)
    try:
        if words and words[0] in COMMANDS:
            return COMMANDS[words[0]].run(words[1:])
        return explore(words)
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED


def explore(words: Sequence[str]) -> int:
    """``figscope [PATH|-]...``: the explorer, or the table where standard output is no terminal."""
    parser = make_parser("figscope", ABOUT, EXAMPLES)
    add_reading(parser)
    _add_exploring(parser)
    options = parser.parse_args(words)
    if options.version:  # looked up only now: that takes a while
        print(f"figscope {_version()}")
        return DONE
    paths = ([_demo()] if options.demo else []) + _paths(options.paths, parser, demo=options.demo)
    if not sys.stdout.isatty() and not options.print_marked:
        from tui.extract import extract

        return extract(paths, form="table", day=options.date)
    from tui.launch import launch

    return launch(
        paths,
        day=options.date,
        mouse=not options.no_mouse,
        theme=options.theme,
        clipboard=options.clipboard,
        remember=not options.no_state,
        print_marked=options.print_marked,
    )


def extract_command(words: Sequence[str]) -> int:
    """``figscope extract``: what was found, on standard output or in a file."""
    from parsers.export import FORMATS
    from parsers.query import FIELDS
    from tui.extract import extract, format_for

    fields = "\n".join(f"  {field.name:10} {field.example:26} {field.about}" for field in FIELDS)
    forms = "\n".join(f"  {form.name:7} {form.about}" for form in FORMATS.values())
    parser = make_parser(
        "figscope extract",
        "Print every figure that was found, to standard output.\n\n"
        "usage:\n  figscope extract [PATH|-]... [-f FORMAT] [-o FILE] [--where EXPR]\n",
        f"formats:\n{forms}\n\nwhere (with and, or, not, brackets, free words, /expressions/):\n{fields}\n",
    )
    add_reading(parser)
    add_jobs(parser)
    parser.add_argument(
        "-f", "--format", choices=list(FORMATS), metavar="FORMAT", help="see below; table if not given"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write to a file; its suffix can choose the format"
    )
    parser.add_argument("--with-text", action="store_true", help="put the articles' text into json")
    parser.add_argument(
        "--where",
        metavar="EXPR",
        help="only the figures that match, such as 'kind:money value>1bn'; see below",
    )
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
    from tui.check import FORMATS, check

    forms = "\n".join(f"  {name:7} {about}" for name, about in FORMATS.items())
    parser = make_parser(
        "figscope check",
        "Check the figures of articles against each other: exchange rates, growth, sums, shares, dates.\n"
        "Several articles are compared as well. The exit status is 1 where something disagrees.\n\n"
        "usage:\n  figscope check [PATH|-]... [-f FORMAT] [--all] [--formulas] [--date DATE]\n",
        f"formats:\n{forms}\n",
    )
    add_reading(parser)
    add_jobs(parser)
    parser.add_argument(
        "-f", "--format", choices=list(FORMATS), metavar="FORMAT", default="text", help="see below; text"
    )
    parser.add_argument("--all", action="store_true", help="also what agrees, and what cannot be checked")
    parser.add_argument("--formulas", action="store_true", help="the computation under each line")
    options = parser.parse_args(words)
    detail = Detail(everything=options.all, formulas=options.formulas)
    paths = _paths(options.paths, parser)
    return check(paths, form=options.format, detail=detail, day=options.date, jobs=options.jobs)


def copy_test_command(words: Sequence[str]) -> int:
    """``figscope copy-test``: which way copying would take here, and why; nothing is copied."""
    from tui.clipboard import explain

    parser = make_parser(
        "figscope copy-test",
        "Tell which way copying would take here, and why. Nothing is copied.\n\n"
        "usage:\n  figscope copy-test [--clipboard WAY]\n",
        "",
    )
    parser.add_argument(
        "--clipboard", metavar="WAY", default="auto", help="auto, tmux, native, osc52, file, or a command"
    )
    options = parser.parse_args(words)
    print("In this order; the first that works is used:")
    for number, line in enumerate(explain(options.clipboard, os.environ, terminal=sys.stderr.isatty()), 1):
        print(f"  {number}. {line}")
    return DONE


@dataclass(frozen=True, slots=True)
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
    )
}


def _where(expression: str, parser: Parser) -> Query:
    """The compiled expression; a mistake in it ends the program with its place shown."""
    from parsers import query

    try:
        return query.compile(expression)
    except query.QueryError as error:
        shown = query.point_at(expression, error).replace("\n", "\n  ")
        parser.exit(UNREADABLE, f"{parser.prog}: --where: {error}\n  {shown}\n")


def _add_exploring(parser: Parser) -> None:
    parser.add_argument(
        "--demo", action="store_true", help="open the sample articles that come with figscope"
    )
    parser.add_argument("--theme", metavar="NAME", help="colours; the explorer's palette (ctrl+p) lists them")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument(
        "--clipboard",
        metavar="WAY",
        default="auto",
        help="how to copy: auto, tmux, native, osc52, file, or a command (see figscope copy-test)",
    )
    parser.add_argument(
        "--print-marked",
        action="store_true",
        help="on leaving, write the marked figures to standard output, one JSON object a line",
    )
    parser.add_argument(
        "--no-state", action="store_true", help="neither restore nor keep marks, filter, order and position"
    )
    parser.add_argument("--version", action="store_true", help="show the version and leave")


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


def _terminated(_number: int, _frame: object) -> NoReturn:
    """SIGTERM ends the program the ordinary way, so that nothing half-written stays behind."""
    sys.exit(TERMINATED)


if __name__ == "__main__":
    sys.exit(main())
