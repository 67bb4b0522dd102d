"""Completion for shells: scripts made from the parsers of the commands, so that they never tell of others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tui.completion.bash import bash_script
from tui.completion.fish import fish_script
from tui.completion.words import Command
from tui.completion.zsh import zsh_script

SCRIPTS: Mapping[str, Callable[[Sequence[Command]], str]] = {
    "bash": bash_script,
    "zsh": zsh_script,
    "fish": fish_script,
}
"""The script of each shell, from the commands (`parsers_words`)."""
