"""The script for bash."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from tui.completion.words import EXPRESSION, FILE, Command, expression_words

START = """\
# Completes figscope's words in bash.  Made by "figscope completion bash".

# The words up to the cursor, with what bash has split at ":", "=", "<" and ">" put together again.
__figscope_words() {
    local rest=${COMP_LINE:0:COMP_POINT} part gap i
    words=()
    for ((i = 0; i <= COMP_CWORD; i++)); do
        part=${COMP_WORDS[i]}
        if ((i == COMP_CWORD)); then
            gap=${rest%%[![:space:]]*}
            part=${rest:${#gap}}
        else
            gap=${rest%%"$part"*}
            rest=${rest:$((${#gap} + ${#part}))}
        fi
        if ((i == 0)) || [[ -n $gap ]]; then words+=("$part"); else words[${#words[@]} - 1]+=$part; fi
    done
}

# Words that begin like the current one, without the part of it that bash leaves alone.
__figscope_offer() {
    local kept= quote=
    case $current in
        \\"* | \\'*) quote=${current:0:1} ;;
        *[:=\\<\\>]*) kept=${current%"${current##*[:=<>]}"} ;;
    esac
    local typed=${current#"$quote"} word
    for word in "$@"; do
        if [[ $word == "$typed"* ]]; then COMPREPLY+=("${word#"$kept"}"); fi
    done
}

__figscope_files() {
    compopt -o filenames 2>/dev/null
    local name
    while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$current")
}

# The last term of a filter; what stands before it stays.
__figscope_where() {
    compopt -o nospace 2>/dev/null
    local before=${current%"${current##*[ (]}"} word
    local -a found=()
    for word in $1; do found+=("${before#[\\"\\']}$word"); done
    __figscope_offer "${found[@]}"
}
"""

MAIN = """\

_figscope() {
    local -a words
    local current previous first
    __figscope_words
    current=${words[${#words[@]} - 1]} previous=${words[${#words[@]} - 2]} first=
    if [[ $current == --*=* ]]; then previous=${current%%%%=*} current=${current#*=}; fi
    COMPREPLY=()
    case ${words[1]} in %(names)s) if ((${#words[@]} > 2)); then first=${words[1]}; fi ;; esac
    case $first in
%(cases)s
    esac
}

complete -F _figscope figscope
"""


def bash_script(commands: Sequence[Command]) -> str:
    """The whole script."""
    names = [command.name for command in commands if command.name]
    cases = "\n".join(_case(command, names if not command.name else []) for command in commands)
    where = f"__figscope_terms={shlex.quote(' '.join(expression_words()))}\n"
    return START + where + MAIN % {"names": " | ".join(names), "cases": cases}


def _case(command: Command, names: Sequence[str]) -> str:
    lines = [f"    {shlex.quote(command.name)})", "        case $previous in"]
    lines += (f"            {line}" for line in _values(command))
    lines.append("        esac")
    flags = " ".join(flag for option in command.options for flag in option.flags)
    lines.append(f"        if [[ $current == -* ]]; then __figscope_offer {flags}; return; fi")
    if names:
        lines.append(f"        if ((${{#words[@]}} == 2)); then __figscope_offer {' '.join(names)}; fi")
    if command.words:
        lines.append(f"        __figscope_offer {' '.join(command.words)}")
    if command.files:
        lines.append("        __figscope_files")
    return "\n".join([*lines, "        ;;"])


def _values(command: Command) -> Iterator[str]:
    for option in command.options:
        flags = " | ".join(option.flags)
        if option.takes == FILE:
            yield f"{flags}) __figscope_files; return ;;"
        elif option.takes == EXPRESSION:
            yield f'{flags}) __figscope_where "$__figscope_terms"; return ;;'
        elif option.takes:
            yield f"{flags}) __figscope_offer {' '.join(map(shlex.quote, option.words))}; return ;;"
