"""Draws the pictures in screenshots/ again (``make screenshots``); ``--check`` only names the stale ones."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.scenes import picture, pictures

FOLDER = Path(__file__).parent.parent / "screenshots"


def draw() -> Iterator[tuple[Path, str]]:
    """Each picture, drawn now, and the file it belongs in."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FILTERS"):
        os.environ.pop(name, None)
    for name, scene, size in pictures():
        yield FOLDER / name, picture(scene, size)


def stale() -> list[str]:
    """The names of the pictures that do not show the program as it is, or that nothing draws any more."""
    drawn = dict(draw())
    old = [file.name for file in FOLDER.glob("*.svg") if file not in drawn]
    for file, svg in drawn.items():
        if not file.exists() or file.read_text(encoding="utf-8") != svg:
            old.append(file.name)
    return sorted(old)


def main() -> int:
    """Write the pictures; gives the exit status."""
    if "--check" in sys.argv[1:]:
        names = stale()
        print("\n".join(names) if names else "all pictures are fresh")
        return 1 if names else 0
    drawn = dict(draw())
    for file in FOLDER.glob("*.svg"):
        if file not in drawn:
            file.unlink()
    for file, svg in drawn.items():
        file.write_text(svg, encoding="utf-8")
        print(f"{file.parent.name}/{file.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
