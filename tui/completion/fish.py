"""The script for fish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.completion.words import EXPRESSION, FILE, Command, Option, expression_words

START = """\
# Completes figscope's words in fish.  Made by "figscope completion fish".

# Whether the command's first word is one of these.
function __figscope_first
    set -l words (commandline -opc)
    test (count $words) -gt 1; and contains -- $words[2] $argv
end

# Whether it is still to come.
function __figscope_none
    test (count (commandline -opc)) -eq 1
end

# The last term of a filter; what stands before it stays.
function __figscope_terms
    set -l typed (commandline -ct | string trim --left --chars '"\\'')
    set -l before (string match -r '^.*[ (]' -- $typed; or echo '')
    printf '%s\\n' $before{TERMS}
end

"""


def fish_script(commands: Sequence[Command]) -> str:
    """The whole script."""
    names = [command.name for command in commands if command.name]
    terms = ",".join(map(_quoted, expression_words()))
    lines = [START.replace("{TERMS}", "{" + terms + "}")]
    for command in commands:
        when = (
            f"__figscope_first {command.name}" if command.name else f"not __figscope_first {' '.join(names)}"
        )
        if command.name:
            lines.append(_line("__figscope_none", f"-a {command.name}", command.about))
        if not command.files:
            lines.append(_line(when, "-f"))
        if command.words:
            lines.append(_line(when, f"-a {_quoted(' '.join(command.words))}"))
        lines += (line for option in command.options for line in _option(option, when))
    return "\n".join(lines) + "\n"


def _option(option: Option, when: str) -> Iterator[str]:
    short = [f"-s {flag[1:]}" for flag in option.flags if not flag.startswith("--")]
    long = [f"-l {flag[2:]}" for flag in option.flags if flag.startswith("--")]
    value = ""
    if option.takes == FILE:
        value = " -r -F"
    elif option.takes == EXPRESSION:
        value = " -x -a '(__figscope_terms)'"
    elif option.takes:
        value = f" -x -a {_quoted(' '.join(option.words))}"
    if len(long) == 1:
        yield _line(when, f"{' '.join(short + long)}{value}", option.about)
    else:  # "--mouse", "--no-mouse"
        yield from (_line(when, flag + value, option.about) for flag in short + long)


def _line(when: str, what: str, about: str = "") -> str:
    told = f" -d {_quoted(about)}" if about else ""
    return f"complete -c figscope -n {_quoted(when)} {what}{told}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
