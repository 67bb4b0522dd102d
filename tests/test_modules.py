"""The program's modules from one kept file: the same program, whatever has become of that file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.measure import ARTICLE

ROOT = Path(__file__).parent.parent
PROBE = (
    "import os, sys; from tui import modules; from parsers.pieces import keep_now;"
    "modules.from_one_file(('sample.',)); sys.path.insert(0, {folder!r});"
    "from sample import one; from sample.inner import VALUE, two;"
    "from importlib.resources import files;"
    "print(one.VALUE, VALUE, two.VALUE, files('sample').joinpath('words.txt').read_text(), one.__file__);"
    "{then}"
)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A package with a package inside, and a file beside them."""
    folder = tmp_path / "sample"
    (folder / "inner").mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "words.txt").write_text("words")
    (folder / "one.py").write_text("VALUE = 1\n")
    (folder / "inner" / "__init__.py").write_text("VALUE = 2\n")
    (folder / "inner" / "two.py").write_text("VALUE = 3\n\ndef fail():\n    raise ValueError('here')\n")
    return folder


def ran(sample: Path, then: str = "keep_now()") -> subprocess.CompletedProcess[str]:
    """A process that loads the sample, prints its values, and does something at its end."""
    environ = {
        **os.environ,
        "XDG_CACHE_HOME": str(sample.parent / "cache"),
        "PYTHONPYCACHEPREFIX": str(sample.parent / "bytecode"),
    }
    command = (sys.executable, "-c", PROBE.format(folder=str(sample.parent), then=then))
    return subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=environ, timeout=120, check=False
    )


def values(sample: Path) -> str:
    return ran(sample).stdout.split(" /")[0]


def bytecode_of(sample: Path) -> set[str]:
    """The modules of the sample that Python has compiled in its own way, which are forgotten."""
    found = list((sample.parent / "bytecode").rglob("sample/**/*.pyc"))
    names = {path.name.partition(".")[0] for path in found}
    for path in found:
        path.unlink()
    return names


def test_what_is_kept_is_not_read_again_from_its_own_file(sample: Path) -> None:
    assert values(sample) == "1 2 3 words"
    assert bytecode_of(sample) == {"__init__", "one", "two"}
    assert values(sample) == "1 2 3 words"
    assert bytecode_of(sample) <= {"__init__"}  # the package itself is found before anything is kept


def test_a_module_that_was_changed_is_read_anew_though_its_size_and_its_time_stay(sample: Path) -> None:
    assert values(sample) == "1 2 3 words"
    before = (sample / "one.py").stat()
    bytecode_of(sample)
    (sample / "one.py").write_text("VALUE = 7\n")
    os.utime(sample / "one.py", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert values(sample) == "7 2 3 words"


def test_a_module_that_was_changed_takes_the_place_of_the_older_one(sample: Path) -> None:
    assert values(sample) == "1 2 3 words"
    kept = next((sample.parent / "cache" / "figscope").glob("modules-*"))
    whole = kept.stat().st_size
    for number in (4, 5, 6):
        bytecode_of(sample)  # Python's own looks at seconds and sizes alone
        (sample / "one.py").write_text(f"VALUE = {number}\n")
        assert values(sample) == f"{number} 2 3 words"
    assert kept.stat().st_size == whole


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, None])
def test_a_damaged_file_is_as_none(sample: Path, damage: bytes | None) -> None:
    assert values(sample) == "1 2 3 words"
    kept = next((sample.parent / "cache" / "figscope").glob("modules-*"))
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) - 20] if damage is None else damage)
    assert values(sample) == "1 2 3 words"


def test_an_error_is_shown_with_its_line(sample: Path) -> None:
    values(sample)
    failed = ran(sample, "two.fail()")
    assert "two.py" in failed.stderr
    assert "raise ValueError('here')" in failed.stderr


def test_the_command_keeps_its_modules_and_finds_them_again(tmp_path: Path) -> None:
    loaded = (
        "import sys; sys.argv[1:] = ['extract', {article!r}, '-f', 'json']; from tui import modules, start;"
        "found = []; take = modules._Loader.get_code;"
        "modules._Loader.get_code = lambda self, name: (found.append(self._kept.get(self._source)),"
        "take(self, name))[1];"
        "import atexit; from parsers import lexicon; atexit.register(lambda: print("
        "len(found), sum(map(bool, found)), lexicon.sources.cache_info().misses, file=sys.stderr));"
        "start.COLLECT_EVERY = 0; start.Ending._end = lambda self: None; start.main()"
    )
    environ = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    command = (sys.executable, "-c", loaded.format(article=str(ARTICLE)))
    runs = [
        subprocess.run(
            command, capture_output=True, text=True, cwd=ROOT, env=environ, timeout=300, check=True
        )
        for _ in range(2)
    ]
    assert runs[0].stdout == runs[1].stdout
    first, again = ([int(each) for each in run.stderr.split()] for run in runs)
    assert first[1] == 0
    assert again[0] == again[1] == first[0] > 100
    assert (first[2], again[2]) == (1, 0), "the words are read from their tables once, and kept"
