"""The laws of the house that a machine can see: sizes, imports, and everything said in the README."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from parsers import lexicon
from parsers.export import FORMATS
from parsers.findings import CHECKS
from parsers.query import FIELDS
from tui.action_tables import markdown_table
from tui.actions import ACTIONS
from tui.cli import COMMANDS

ROOT = Path(__file__).parent.parent
MODULES = sorted([*(ROOT / "parsers").rglob("*.py"), *(ROOT / "tui").rglob("*.py")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
MODULE, CLASS, FUNCTION = 300, 200, 40
"""Lines at most: a module is one idea, a class and a function fit on a screen or two."""

TOP = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "parsers",
    "pyproject.toml",
    "screenshots",
    "seeds",
    "tests",
    "tui",
}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def definitions(path: Path) -> Iterator[tuple[str, int, int, ast.AST]]:
    """The classes and functions of a module: kind, first line, lines, node."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            kind = "class" if isinstance(node, ast.ClassDef) else "function"
            yield kind, first, (node.end_lineno or first) - first + 1, node


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_rooms_are_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= MODULE, f"{name(path)} has {lines} lines"
    limits = {"class": CLASS, "function": FUNCTION}
    large = [(k, first, size) for k, first, size, _ in definitions(path) if size > limits[k]]
    assert not large, f"{name(path)}: too long: {large}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_exception_is_swallowed_whole(path: Path) -> None:
    """But where a line says why (``noqa: BLE001 - ...``): an error that is carried to another thread, say."""
    lines = path.read_text(encoding="utf-8").splitlines()
    handlers = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
        and "noqa: BLE001 - " not in lines[node.lineno - 1]
    ]
    assert not handlers, f"{name(path)}: lines {handlers}"


def test_nothing_is_compiled_or_read_at_import() -> None:
    """A pattern with words of the lexicon in it is made on first use, not when a module is imported."""
    probe = (
        "import sys, parsers, parsers.readers, parsers.export, tui.cli\n"
        "from parsers import lexicon, pipeline\n"
        "caches = (lexicon.tables, lexicon.surfaces, pipeline.engine)\n"
        "print(sum(cache.cache_info().currsize for cache in caches), 'dateparser' in sys.modules)"
    )
    loaded = subprocess.run(
        (sys.executable, "-c", probe), capture_output=True, text=True, cwd=ROOT, check=True, timeout=60
    )
    assert loaded.stdout.split() == ["0", "False"]


def test_the_top_holds_what_it_should_and_nothing_else() -> None:
    tracked = subprocess.run(
        ("git", "ls-files", "--cached", "--others", "--exclude-standard"),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    if tracked.returncode:
        pytest.skip("not a git checkout")
    found = {line.split("/")[0] for line in tracked.stdout.splitlines()}
    assert {entry for entry in found if not entry.startswith(".")} == TOP


# -- the README -----------------------------------------------------------------------------------


def assert_made(name: str, wanted: str, update_gold: bool) -> None:
    """The README's block of this name is what the registry makes; ``--update-gold`` writes it again."""
    path = ROOT / "README.md"
    head, begin, rest = path.read_text(encoding="utf-8").partition(f"<!-- {name} -->\n")
    table, end, tail = rest.partition(f"<!-- /{name} -->")
    assert begin, name
    assert end, name
    if update_gold:
        table = wanted.rstrip("\n") + "\n"
        path.write_text(head + begin + table + end + tail, encoding="utf-8")
    assert table.splitlines() == wanted.splitlines()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_string_is_executed(path: Path) -> None:
    """Where Ctrl-C comes inside the ``exec`` of a string, Python ends by the signal, whatever is caught."""
    calls = (
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    )
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id in ("exec", "eval"):
            first = call.args[0]
            assert isinstance(first, ast.Call), name(path)
            assert isinstance(first.func, ast.Name), name(path)
            assert first.func.id == "compile", name(path)


def test_every_key_stands_in_the_readme(update_gold: bool) -> None:
    assert_made("keys", markdown_table(), update_gold)


def test_every_check_stands_in_the_readme(update_gold: bool) -> None:
    rows = "".join(f"| {c.title.lower()} | {c.needs} | {c.decides} |\n" for c in CHECKS)
    assert_made("checks", "| check | needs | how it decides |\n|---|---|---|\n" + rows, update_gold)


def test_every_field_of_the_filter_stands_in_the_readme(update_gold: bool) -> None:
    rows = "".join(f"| `{f.name}` | `{f.example}` | {f.about} |\n" for f in FIELDS)
    assert_made("fields", "| field | for example | what |\n|---|---|---|\n" + rows, update_gold)


def test_the_readme_shows_what_the_command_prints(update_gold: bool) -> None:
    """Each block that pipes a sentence into ``figscope`` stands with its true output."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(
        r"^```console\n(\$ echo '(.*)' \| figscope (.*)\n)((?:.*\n)*?)```$", readme, re.MULTILINE
    )
    assert blocks
    for prompt, sentence, arguments, shown in blocks:
        done = subprocess.run(
            (sys.executable, "-m", "tui.start", *arguments.split()),
            input=sentence,
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=True,
            timeout=60,
        )
        if update_gold:
            readme = readme.replace(prompt + shown, prompt + done.stdout)
            (ROOT / "README.md").write_text(readme, encoding="utf-8")
        else:
            assert done.stdout == shown


def test_every_action_has_a_key_and_words() -> None:
    for action in ACTIONS:
        assert action.keys, action.id
        assert action.label, action.id
        assert action.help, action.id
    ids = [action.id for action in ACTIONS]
    assert len(ids) == len(set(ids))
    # Its id is written in the configuration without quotation marks: no dots, nothing but bare TOML.
    assert [name for name in ids if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []


@pytest.mark.parametrize("word", [*FORMATS, *COMMANDS])
def test_every_format_and_command_stands_in_the_readme(word: str) -> None:
    assert re.search(rf"`(?:figscope )?{re.escape(word)}\b", README), word


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for document in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "seeds/README.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
            if "://" not in target:
                assert (ROOT / document).parent.joinpath(target).exists(), f"{document}: {target}"


# -- the lexicon ----------------------------------------------------------------------------------


def test_every_table_of_the_lexicon_is_used() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in MODULES)
    unused = [table for table in lexicon.tables() if not re.search(rf"\b{table}\b[.\"']", sources)]
    assert not unused
