"""Jump labels: short names for all mentions in sight, typed to select one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from tui.state import Selection

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the fingers first."""
MOST = len(LETTERS) ** 2


def label(mentions: Iterable[Selection]) -> dict[Selection, str]:
    """A label for each mention, in their order: one letter each if they are few, else two."""
    found = list(dict.fromkeys(mentions))[:MOST]
    if len(found) <= len(LETTERS):
        return dict(zip(found, LETTERS, strict=False))
    return {mention: "".join(pair) for mention, pair in zip(found, product(LETTERS, LETTERS), strict=False)}


def narrow(labels: Mapping[Selection, str], typed: str) -> dict[Selection, str]:
    """The labels that begin with what has been typed, without it."""
    return {mention: name[len(typed) :] for mention, name in labels.items() if name.startswith(typed)}
