"""A newer version of a document: what is still there stays selected and marked."""

from __future__ import annotations

import pytest

from parsers import parse
from tui.index import Index, build_index
from tui.keeping import carried

OLD = """Sales rose 4% in 2024.

Halden sold 300 boats and 20 ferries. Costs fell 2%.

The board offers $5 a share."""


def version(text: str) -> Index:
    return build_index(parse(text), "news")


def moves(old: str, new: str) -> dict[str, str]:
    """The mentions of the old text that are kept: their words and place, then those in the new text."""
    before, after = version(old), version(new)
    found = carried(before, after)
    told = {}
    for here, there in found.items():
        assert here.is_figure == there.is_figure
        start, end = before.span(here)
        first, last = after.span(there)
        told[f"{old[start:end]}@{start}"] = f"{new[first:last]}@{first}"
    return told


def test_the_same_text_keeps_everything() -> None:
    same = moves(OLD, OLD)
    assert same
    assert all(before == after for before, after in same.items())


@pytest.mark.parametrize(
    ("new", "shift"),
    [(OLD.replace("300 boats", "41,500 boats"), 3), (OLD.replace("Costs fell 2%. ", ""), 0)],
    ids=["a figure corrected", "nothing"],
)
def test_what_stands_before_and_behind_a_change_is_kept(new: str, shift: int) -> None:
    kept = moves(OLD, new)
    assert kept[f"4%@{OLD.index('4%')}"] == f"4%@{OLD.index('4%')}"
    assert kept[f"$5@{OLD.index('$5')}"] == f"$5@{OLD.index('$5') + shift}"
    assert (f"300 boats@{OLD.index('300')}" in kept) is ("300 boats" in new)


def test_a_sentence_that_moved_between_two_changes_is_found_again() -> None:
    new = OLD.replace("Sales rose 4%", "Total sales rose 4.5%").replace("$5 a share", "$6 a share")
    kept = moves(OLD, new)
    assert kept[f"300 boats@{OLD.index('300')}"] == f"300 boats@{new.index('300')}"
    assert kept[f"2%@{OLD.index('2%')}"] == f"2%@{new.index('2%')}"
    assert not any(words.startswith(("4%", "$5")) for words in kept)


def test_two_alike_are_not_taken_for_one() -> None:
    old = "Up 4% and up 4%.\n\nIn all 7 ships."
    kept = moves(old, f"Note.\n\n{old}\n\nThe end.")
    assert len(set(kept.values())) == len(kept) == len(moves(old, old))
