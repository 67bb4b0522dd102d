"""Every scene looks as it did when a person last looked (``--snapshot-update`` after looking again)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.scenes import SCENES, Scene, app_of, play

CASES = [(scene, size) for scene in SCENES for size in scene.sizes]


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FILTERS"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("scene", "size"), CASES, ids=[f"{scene.name}-{size[0]}x{size[1]}" for scene, size in CASES]
)
def test_scene(scene: Scene, size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    async def keys(pilot: Any) -> None:
        await play(pilot, scene.keys)

    assert snap_compare(app_of(scene), terminal_size=size, run_before=keys)
