"""What is kept between runs: used where it fits, made again where it does not, never an error."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import regex

from parsers import patterns, store


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "figscope"


class Maker:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> list[int]:
        self.times += 1
        return [1, 2, 3]


def test_made_once_while_its_sources_stay_the_same(cache: Path) -> None:
    make = Maker()
    assert store.remember("x", ["a"], make) == store.remember("x", ["a"], make) == [1, 2, 3]
    assert make.times == 1
    store.remember("x", ["b"], make)
    assert make.times == 2


def test_two_versions_side_by_side_keep_each_other_s(cache: Path) -> None:
    make = Maker()
    for _ in range(3):
        for version in ("one", "two", "three"):
            store.remember("x", [version], make)
    assert make.times == 3


def test_the_versions_used_last_are_kept_and_no_more(cache: Path) -> None:
    make = Maker()
    store.remember("y", ["another name"], make)
    for number in range(10):
        store.remember("x", [str(number)], make)
        for file in cache.glob("x-*"):  # clocks of file systems are coarse
            os.utime(file, ns=(0, file.stat().st_mtime_ns - 10**9))
        assert store.load("x", ["0"]) == [1, 2, 3]
    assert len(list(cache.glob("x-*"))) == store.KEPT
    assert store.load("x", ["9"]) == store.load("y", ["another name"]) == [1, 2, 3]
    assert store.load("x", ["5"]) is None


def never(source: Any) -> Any:
    """What spells a pattern that need not be spelt."""
    raise AssertionError(source)


def test_patterns_that_another_process_has_added_are_kept(cache: Path) -> None:
    one, other = patterns.Shelf(), patterns.Shelf()
    one.find("a+", 0)
    other.find("b+", 0)
    one.keep()
    other.keep()
    kept = patterns.Shelf()
    assert [kept.find(source, 0, never).fullmatch("b") is not None for source in ("a+", "b+")] == [
        False,
        True,
    ]


def test_what_hangs_on_other_tables_stands_apart(cache: Path) -> None:
    one, other = patterns.Shelf("x", ("old",)), patterns.Shelf("x", ("new",))
    one.find("a", 0, lambda _: "b+")
    other.find("a", 0, lambda _: "c+")
    one.keep()
    other.keep()
    assert patterns.Shelf("x", ("old",)).find("a", 0).fullmatch("bb")
    assert patterns.Shelf("x", ("new",)).find("a", 0).fullmatch("cc")


@pytest.mark.parametrize(
    ("source", "flags", "text"),
    [
        (r"(?P<word>[a-z]++)|(?P<number>\d+)", 0, "abc 12"),
        (r"^(title|date)\s*:", re.MULTILINE | re.IGNORECASE, "x\nDATE :"),
        (rb"charset=([\w-]+)", 0, b"<meta charset=utf-8>"),
    ],
)
def test_patterns_of_the_standard_library_are_kept_too(
    cache: Path, source: str | bytes, flags: int, text: str | bytes
) -> None:
    def all_of(pattern: re.Pattern[Any]) -> list[Any]:
        return [(m.span(), m.groups(), m.groupdict()) for m in pattern.finditer(text)]

    made = patterns.Shelf()
    expected = all_of(made.find_quick(source, flags))
    assert expected
    made.keep()
    kept = patterns.Shelf()
    assert all_of(kept.find_quick(source, flags)) == expected == all_of(re.compile(source, flags))
    assert all_of(kept.find_quick(source, flags, never)) == expected, "it is made of what was kept"


ROOT = Path(__file__).parents[1]
READ = """
import pathlib
from parsers import parse
parse(pathlib.Path("seeds/alibaba-cloud-investment.txt").read_text())
"""


def test_every_process_makes_the_same_patterns(cache: Path) -> None:
    """What one has made the next one finds, whatever order its sets have."""

    def made(seed: str) -> set[str]:
        process = [sys.executable, "-c", READ]
        subprocess.run(process, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed})
        kept = (pickle for name in ("patterns", "worded") for pickle in cache.glob(f"{name}-*"))
        return {f"{file.name}: {file.stat().st_size}" for file in kept}

    assert made("1") == made("2") != set()


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 64])
def test_a_damaged_file_is_made_again(cache: Path, damage: bytes) -> None:
    make = Maker()
    store.remember("x", ["a"], make)
    for file in cache.iterdir():
        file.write_bytes(damage)
    assert store.remember("x", ["a"], make) == [1, 2, 3]
    assert make.times == 2


def test_a_file_with_one_bit_wrong_is_made_again(cache: Path) -> None:
    store.remember("x", ["a"], Maker())
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert store.remember("x", ["a"], Maker()) == [1, 2, 3]


def test_a_damaged_piece_is_made_again_and_no_other(cache: Path) -> None:
    shelf = patterns.Shelf()
    shelf.find("a+", 0)
    shelf.find("b+", 0)
    shelf.keep()
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))  # in the piece that stands last
    kept = patterns.Shelf()
    assert kept.find("a+", 0, never).fullmatch("aa")
    assert kept.find("b+", 0, str).fullmatch("bb")
    for at in range(len(whole)):
        file.write_bytes(whole[:at])
        cut = patterns.Shelf()
        assert cut.find("a+", 0).fullmatch("aa")
        assert cut.find("b+", 0).fullmatch("bb")


def test_a_folder_that_cannot_be_written_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert store.remember("x", ["a"], Maker()) == [1, 2, 3]
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("HOME", raising=False)
    assert store.remember("x", ["a"], Maker()) == [1, 2, 3]


def test_a_thawed_pattern_matches_as_before() -> None:
    pattern = regex.compile(r"(?P<n>\d++)(?:,(?P<n>\d++))*+\s(?i:yuan)")
    match = store.thaw(store.freeze(pattern)).match("380,5 YUAN")
    assert match is not None
    assert match.captures("n") == ["380", "5"]
