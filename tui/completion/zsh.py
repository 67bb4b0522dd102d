"""The script for zsh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.completion.words import EXPRESSION, FILE, Command, Option, expression_words

START = """\
#compdef figscope
# Completes figscope's words in zsh.  Made by "figscope completion zsh".

_figscope_terms() {
  local -a terms=(%(terms)s)
  compset -P '*[ (]'
  compadd -S '' -- $terms
}

_figscope() {
  local -a commands=(
%(commands)s
  )
  case $words[2] in
%(cases)s
  esac
}

if [[ $funcstack[1] == _figscope ]]; then _figscope "$@"; else compdef _figscope figscope; fi
"""


def zsh_script(commands: Sequence[Command]) -> str:
    """The whole script; it can be a file of $fpath or be sourced."""
    named = [command for command in commands if command.name]
    described = "\n".join(f"    {_quoted(f'{c.name}:{c.about}')}" for c in named)
    cases = "\n".join(_case(command) for command in [*named, commands[0]])
    return START % {
        "commands": described,
        "cases": cases,
        "terms": " ".join(map(_quoted, expression_words())),
    }


def _case(command: Command) -> str:
    specs = [spec for option in command.options for spec in _specs(option)]
    if command.name:
        head = [f"    {command.name})", "      shift words; (( CURRENT-- ))"]
    else:
        head = ["    *)", "      if (( CURRENT == 2 )); then _describe -t commands command commands; fi"]
    if command.words:
        specs.append(_quoted(f":word:({' '.join(command.words)})"))
    if command.files:
        specs.append(_quoted("*:file:_files"))
    lines = [f"        {spec}" for spec in specs]
    return "\n".join([*head, "      _arguments -s -S \\", " \\\n".join(lines), "      ;;"])


def _specs(option: Option) -> Iterator[str]:
    """An option as _arguments wants it, once for each of its flags."""
    about = option.about.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    others = f"({' '.join(option.flags)})" if len(option.flags) > 1 else ""
    for flag in option.flags:
        joined = "=" if option.takes and flag.startswith("--") else ""
        yield _quoted(f"{others}{flag}{joined}[{about}]{_value(option)}")


def _value(option: Option) -> str:
    if option.takes == FILE:
        return ":file:_files"
    if option.takes == EXPRESSION:
        return ":expression:_figscope_terms"
    return f":{option.takes.lower()}:({' '.join(option.words)})" if option.takes else ""


def _quoted(text: str) -> str:
    """In single quotation marks, always: brackets and tildes mean much to zsh."""
    return "'" + text.replace("'", "'\\''") + "'"
