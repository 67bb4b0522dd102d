"""The pictures in the README show the program as it is (``make screenshots`` draws them again)."""

from __future__ import annotations

from tests.screenshots import stale


def test_pictures_are_fresh() -> None:
    assert stale() == []
