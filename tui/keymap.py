"""ACTIONS with the keys that a person wants: who gets which, and which wishes clash. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from parsers.values import replace
from tui.actions import ACTIONS, Action
from tui.keynames import key_name

Keys = tuple[str, ...]
UNBOUND = "unbound"
"""Stands for no key at all: an event that never comes."""
ALWAYS: Mapping[str, Keys] = {"back": ("escape",), "quit": ("ctrl+q",)}
"""Keys that an action has whatever is wished."""
KEPT = {
    "ctrl+c": "it copies what the mouse has selected",
    "ctrl+q": "it always leaves the program",
    "escape": "it always goes one step back",
}
"""Keys that no other action can have, and why."""


def with_keys(keys: Mapping[str, Keys], actions: Sequence[Action] = ACTIONS) -> tuple[Action, ...]:
    """The actions with other keys where ``keys`` has some; these must not clash (`settle_keys`)."""
    return tuple(replace(action, keys=_own(action, keys)) for action in actions)


def settle_keys(
    wanted: Mapping[str, Keys], actions: Sequence[Action] = ACTIONS
) -> tuple[dict[str, Keys], list[tuple[str, str]]]:
    """The wishes that can be had together, and for each other one its action's id and what is wrong.

    Where two want the same key, the one that was wished for later stays as it was; a usual key is only
    free once its own action has been given others.
    """
    granted = dict(wanted)
    refused: list[tuple[str, str]] = []
    while clash := _clash(with_keys(granted, actions), tuple(granted)):
        key, loser, other = clash
        del granted[loser]
        usual = " ".join(key_name(k) for k in next(a.keys for a in actions if a.id == loser))
        refused.append(
            (
                loser,
                f'"{key_name(key)}" cannot be the key of {other} and of {loser}: {loser} stays on {usual}',
            )
        )
    return granted, refused


def keymap(actions: Sequence[Action]) -> dict[str, str]:
    """The keys of each action's bindings, in Textual's form."""
    return {action.id: ",".join(action.keys) or UNBOUND for action in actions}


def _own(action: Action, keys: Mapping[str, Keys]) -> Keys:
    if action.id not in keys:
        return action.keys
    return tuple(dict.fromkeys((*keys[action.id], *ALWAYS.get(action.id, ()))))


def _clash(actions: Sequence[Action], wished: Sequence[str]) -> tuple[str, str, str] | None:
    """A key of two actions, the one that has to give way and the other."""
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for action in actions:
        for key in action.keys:
            owners[key].append(action.id)
    for key, names in owners.items():
        if len(names) > 1:
            loser = max((name for name in names if name in wished), key=wished.index)
            return key, loser, next(name for name in names if name != loser)
    return None
