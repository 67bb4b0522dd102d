"""The command as a shell sees it: output, errors, exit statuses, files, pipes and signals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from parsers.export import FORMATS
from parsers.safe import UNSAFE
from tui import cli
from tui.extract import format_for

ARTICLE = "Sales climb\n\nRevenue rose 7% to €4.20 billion in the third quarter of 2024.\n"
COMMAND = (sys.executable, "-m", "tui.start")
ROOT = Path(__file__).parent.parent


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def figscope(*arguments: str | Path, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, without a terminal."""
    stdin: dict[str, object] = {"stdin": subprocess.DEVNULL} if given is None else {"input": given}
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        (*COMMAND, *map(str, arguments)), capture_output=True, cwd=ROOT, timeout=120, check=False, **stdin
    )


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in this process: exit status, standard output, standard error."""
    monkeypatch.setattr(signal, "signal", lambda *_: None)

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        try:
            status = cli.main([str(a) for a in arguments])
        except SystemExit as end:
            status = int(str(end.code or 0))
        out, err = capsys.readouterr()
        return status, out, err

    return call


# -- extract --------------------------------------------------------------------------------------


def test_extract_prints_the_table(run: Run, article: Path) -> None:
    status, out, err = run("extract", article)
    assert (status, err) == (0, "")
    assert out.startswith(f"{article}: 2 figures, 1 date")
    assert "€4.20 billion" in out
    assert "4,200,000,000" in out


@pytest.mark.parametrize("form", FORMATS)
def test_extract_knows_every_format(run: Run, article: Path, form: str) -> None:
    status, out, err = run("extract", article, "--format", form)
    assert (status, err) == (0, "")
    assert "4.20 billion" in out


def test_json_is_the_public_form(run: Run, article: Path) -> None:
    _, out, _ = run("extract", article, "--format", "json", "--with-text", "--date", "2024-11-15")
    (document,) = json.loads(out)["documents"]
    assert document["title"] == "Sales climb"
    assert (document["reference_date"], document["reference_date_from"]) == ("2024-11-15", "given")
    assert document["text"] == ARTICLE
    assert [f["value"] for f in document["figures"]] == [7, 4200000000]


def test_where_keeps_the_figures_that_match(run: Run, article: Path) -> None:
    status, out, err = run("extract", article, "--where", "unit:EUR and value>4bn")
    assert (status, err) == (0, "")
    assert out.startswith(f"{article}: 1 of 2 figures, 1 date")
    assert "4,200,000,000" in out
    assert "7%" not in out
    _, out, _ = run("extract", article, "--where", "kind:rank")
    assert out.startswith(f"{article}: 0 of 2 figures, 1 date")
    assert "no figure matches" in out


def test_where_keeps_the_links_among_the_figures_that_stay(run: Run, article: Path) -> None:
    def links(where: str) -> list[list[str]]:
        _, out, _ = run("extract", article, "-f", "json", "--where", where)
        (document,) = json.loads(out)["documents"]
        return [link["figures"] for link in document["links"]]

    assert links("link:change")
    assert links("link:change") == links("")
    assert links("kind:money") == []


@pytest.mark.parametrize("expression", ["kind:mony", "(kind:money", "marked", "value>", "/(/"])
def test_a_mistake_in_where_is_pointed_at(run: Run, article: Path, expression: str) -> None:
    status, out, err = run("extract", article, "--where", expression)
    assert (status, out) == (2, "")
    why, line, place = err.splitlines()
    assert why.startswith("figscope extract: --where: ")
    assert line == f"  {expression}"
    assert place.strip(" ^") == ""
    assert "^" in place


def test_an_expression_that_takes_too_long_ends_with_its_own_status(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parsers.query.words.PATIENCE", 0.0)
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    status, _, err = run("extract", path, "--where", "/a|b/")
    assert status == 2
    assert "gave up" in err


def test_standard_input_and_files_are_read_in_order(article: Path) -> None:
    done = figscope("extract", article, "-", "--format", "json", given="Costs fell 3%.".encode("utf-16"))
    documents = json.loads(done.stdout)["documents"]
    assert [d["source"] for d in documents] == [str(article), "standard input"]
    assert documents[1]["figures"][0]["text"] == "3%"


def test_what_cannot_be_read_is_named_and_the_rest_is_written(
    run: Run, tmp_path: Path, article: Path
) -> None:
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    status, out, err = run(
        "extract", tmp_path / "none.txt", article, tmp_path / "image.txt", "--format", "json"
    )
    assert status == 2
    assert len(json.loads(out)["documents"]) == 1
    assert err.splitlines() == [
        f"figscope: {tmp_path}/none.txt: no such file or directory",
        f"figscope: {tmp_path}/image.txt: is not text (picture)",
    ]


def test_an_empty_file_has_no_figures_and_a_note(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    status, out, err = run("extract", tmp_path / "empty.txt")
    assert status == 0
    assert "no figures found" in out
    assert err == f"figscope: {tmp_path}/empty.txt: there is no text in it\n"


def test_an_assumed_encoding_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("up 7% to €5".encode("cp1252"))
    _, out, err = run("extract", tmp_path / "old.txt")
    assert "€5" in out
    assert err == f"figscope: {tmp_path}/old.txt: read as Windows-1252\n"


def test_a_hostile_name_is_shown_harmlessly(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;x\x07\nb.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    _, out, err = run("extract", path, tmp_path / "\x1b[2Jnone")
    assert not UNSAFE.search(out.replace("\ufffd", ""))
    assert not UNSAFE.search(err.replace("\ufffd", ""))
    assert len(err.splitlines()) == 1


# -- check ----------------------------------------------------------------------------------------

WRONG = "Sales rose 12 percent to $55.0 million from $50.0 million.\n"
TOLD = "12 percent does not fit its two ends: from $50.0 million to $55.0 million is a rise of 10 percent."
RIGHT = "Sales rose 10 percent to $55.0 million from $50.0 million.\n"


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_check_says_what_does_not_fit_and_where(tmp_path: Path, run: Run) -> None:
    path = write(tmp_path / "story.txt", "Sales up\n\n" + WRONG)
    status, out, err = run("check", path)
    assert status == 1
    assert out.splitlines() == [
        f"{path}:3: disagrees: {TOLD} [growth]",
        f"{path}: 3 figures, 3 could be checked: 0 agree, 3 do not",
    ]
    assert not err


def test_check_is_silent_but_for_coverage_where_all_fits(tmp_path: Path, run: Run) -> None:
    path = write(tmp_path / "story.txt", RIGHT)
    assert run("check", path) == (0, f"{path}: 3 figures, 3 could be checked: 3 agree, 0 do not\n", "")
    status, out, _ = run("check", "--all", "--formulas", path)
    assert status == 0
    assert "agrees: 10 percent fits" in out
    assert "$55.0 million / $50.0 million - 1 = " in out


def test_check_compares_and_names_both_places(tmp_path: Path, run: Run) -> None:
    one = write(tmp_path / "a.txt", "It paid 412.5 million euros ($461.2 million).\n")
    other = write(tmp_path / "b.txt", "Price\n\nIt paid 412.5 million euros ($446.7 million).\n")
    status, out, _ = run("check", one, other)
    assert status == 1
    assert f"{one}:1: disagrees: {one}, line 1 gives" in out
    assert f"{other}, line 3" in out


def test_check_of_only_the_figures_that_match(tmp_path: Path, run: Run) -> None:
    costs = "Costs rose 20 percent to 33.0 million euros from 30.0 million.\n"
    path = write(tmp_path / "story.txt", f"{WRONG}\n{costs}")
    status, out, _ = run("check", path)
    assert (status, out.count(": disagrees: ")) == (1, 2)
    status, out, _ = run("check", path, "--where", "unit:EUR")
    assert (status, out.count(": disagrees: ")) == (1, 1)
    assert "33.0 million euros" in out
    status, out, _ = run("check", path, "--where", "unit:JPY", "--all")
    assert (status, out.splitlines()) == (0, [f"{path}: 6 figures, 6 could be checked: 0 agree, 6 do not"])
    status, out, _ = run("check", path, "--where", "unit:EUR", "-f", "json")
    (document,) = json.loads(out)["documents"]
    units = {figure["id"]: figure["unit"] for figure in document["figures"]}
    assert (status, len(units)) == (1, 6)
    assert document["findings"]
    assert all("EUR" in [units[name] for name in found["figures"]] for found in document["findings"])


def test_comparisons_of_only_the_figures_that_match(tmp_path: Path, run: Run) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text("The mill cost 412.5 million euros ($461.2 million).\n", encoding="utf-8")
    other.write_text("The mill went for 412.5 million euros ($446.7 million).\n", encoding="utf-8")
    assert run("check", one, other)[0] == 1
    assert run("check", one, other, "--where", "unit:USD")[0] == 1
    assert run("check", one, other, "--where", "unit:JPY")[0] == 0


def test_a_mistake_in_the_where_of_check_is_pointed_at(tmp_path: Path, run: Run) -> None:
    status, out, err = run("check", tmp_path, "--where", "kind:mony")
    assert (status, out) == (2, "")
    assert err.startswith("figscope check: --where: ")
    assert "^" in err


def test_check_as_json(tmp_path: Path, run: Run) -> None:
    one = write(tmp_path / "a.txt", WRONG + "It paid 412.5 million euros ($461.2 million).\n")
    other = write(tmp_path / "b.txt", "It paid 412.5 million euros ($446.7 million).\n")
    status, out, _ = run("check", "--format", "json", one, other)
    assert status == 1
    found = json.loads(out)
    assert found["schema"] == "figscope/1"
    states = [f["state"] for f in found["documents"][0]["findings"] if f["check"] == "growth"]
    assert states == ["disagrees"]
    assert found["documents"][0]["coverage"]["disagree"] == 3
    [comparison] = found["comparisons"]
    assert comparison["state"] == "disagrees"
    assert [(p["document"], p["line"], p["text"]) for p in comparison["figures"]] == [
        (0, 2, "$461.2 million"),
        (1, 1, "$446.7 million"),
    ]


def test_check_goes_on_where_something_cannot_be_read(tmp_path: Path, run: Run) -> None:
    path = write(tmp_path / "story.txt", WRONG)
    status, out, err = run("check", tmp_path / "missing.txt", path)
    assert status == 2
    assert "does not fit" in out
    assert "missing.txt" in err


# -- files ----------------------------------------------------------------------------------------


def test_a_file_is_written_whole_in_the_format_of_its_suffix(run: Run, tmp_path: Path, article: Path) -> None:
    target = tmp_path / "out.json"
    assert run("extract", article, "-o", target) == (0, "", "")
    assert len(json.loads(target.read_text(encoding="utf-8"))["documents"]) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.txt", "out.json"]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.csv", "csv"),
        ("a.JSONL", "jsonl"),
        ("a.markdown", "md"),
        ("a.txt", "table"),
        ("a", "table"),
        (None, "table"),
    ],
)
def test_a_suffix_names_a_format(name: str | None, form: str) -> None:
    assert format_for(name) == form


def test_a_file_keeps_its_mode_and_a_link_its_target(run: Run, tmp_path: Path, article: Path) -> None:
    target, link = tmp_path / "real.csv", tmp_path / "link.csv"
    target.touch(mode=0o640)
    target.chmod(0o640)
    link.symlink_to(target)
    assert run("extract", article, "-o", link)[0] == 0
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert target.read_text(encoding="utf-8").startswith("source,id,")


def test_an_earlier_result_is_kept_when_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("before", encoding="utf-8")
    assert run("extract", tmp_path / "none.txt", "-o", target)[0] == 2
    assert target.read_text(encoding="utf-8") == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]


def test_a_failure_while_writing_leaves_nothing_half_written(
    run: Run, tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.csv"
    target.write_text("before", encoding="utf-8")

    def replace(_path: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", replace)
    status, _, err = run("extract", article, "-o", target)
    assert (status, err) == (2, f"figscope: {target}: cannot be written: no space left on device\n")
    assert target.read_text(encoding="utf-8") == "before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.txt", "out.csv"]


def test_a_folder_or_a_missing_folder_cannot_be_written(run: Run, tmp_path: Path, article: Path) -> None:
    assert "is a directory" in run("extract", article, "-o", tmp_path)[2]
    assert "no such file or directory" in run("extract", article, "-o", tmp_path / "no" / "out.csv")[2]


def test_a_full_disk_ends_with_one_line() -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            (*COMMAND, "extract", "seeds"),
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            timeout=120,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"figscope: standard output: cannot be written: no space left on device\n"


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"'{sys.executable}' -m tui.start extract seeds seeds seeds -f json"
    shell = f"{command} | head -c 10; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(("bash", "-c", shell), capture_output=True, cwd=ROOT, timeout=120, check=False)
    assert done.stdout.endswith(b"0\n")
    assert done.stderr == b""


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_leaves_no_half_written_file(tmp_path: Path, number: signal.Signals, status: int) -> None:
    """It is sent when the file beside the target is there: writing has begun, input has not ended."""
    reading, writing = os.pipe()
    target = tmp_path / "out.csv"
    process = subprocess.Popen(
        (*COMMAND, "extract", "seeds", "-", "-o", str(target)),
        stdin=reading,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    os.close(reading)
    try:
        deadline = time.monotonic() + 60
        while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.01)  # polling for what the other process does, with an end
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
    finally:
        os.close(writing)
        process.kill()
    assert process.returncode == status
    assert b"Traceback" not in err
    assert list(tmp_path.iterdir()) == []


# -- usage ----------------------------------------------------------------------------------------


def test_without_a_terminal_the_command_prints_the_table(run: Run, article: Path) -> None:
    assert run(article)[1] == run("extract", article)[1]


def test_help_tells_everything_a_person_needs_first(run: Run) -> None:
    status, out, err = run("--help")
    assert (status, err) == (0, "")
    for word in ("extract", "copy-test", "--demo", "--date", "examples:", "exit status:"):
        assert word in out
    assert max(map(len, out.splitlines())) <= 110
    assert all(name in run("extract", "--help")[1] for name in FORMATS)


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version")[1].startswith("figscope 0.")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--bogus"], "unrecognized arguments: --bogus"),
        (["extract", "a", "--format", "xml"], "invalid choice: 'xml'"),
        (["extract", "a", "--date", "soon"], "'soon' is not a date like 2024-11-15"),
    ],
)
def test_wrong_usage_is_told_in_one_line(run: Run, arguments: list[str], why: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert why in err
    assert len(err.splitlines()) == 1


def test_options_may_stand_before_a_command(run: Run, tmp_path: Path, article: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('theme = "light"\n')
    status, out, _ = run("--config", str(file), "config")
    assert status == 0
    assert 'theme = "light"' in out.splitlines()
    assert run("--date", "2024-11-15", "extract", str(article)) == run(
        "extract", "--date", "2024-11-15", str(article)
    )


def test_nothing_to_read_says_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    status, _, err = run()
    assert status == 2
    assert "--demo" in err


def test_the_demo_opens_the_seeds(run: Run) -> None:
    status, out, _ = run("--demo")
    assert status == 0
    assert out.count("figures,") == 4
    assert "README" not in out


def test_copy_test_names_the_ways_in_order(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    status, out, _ = run("copy-test", "--clipboard", "file")
    assert status == 0
    assert f"file: {tmp_path}/figscope/last-copy" in out
    assert list(tmp_path.iterdir()) == []


def test_the_explorer_says_when_it_cannot_draw(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    status, out, err = run(article)
    assert (status, out) == (2, "")
    assert "standard error, which is redirected" in err


def test_the_explorer_does_not_open_on_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    assert run(tmp_path / "none.txt")[::2] == (
        2,
        f"figscope: {tmp_path}/none.txt: no such file or directory\n",
    )


# -- layers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [("extract", "seeds", "-f", "json"), ("--version",), ("copy-test",)])
def test_scripts_never_load_the_interface(arguments: tuple[str, ...]) -> None:
    """What a script runs starts without Textual and rich, which take longer than the work itself."""
    probe = (
        "import sys; from tui.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "sys.stderr.write(' '.join(sorted({m.partition('.')[0] for m in sys.modules})))"
    )
    done = subprocess.run(
        (sys.executable, "-c", probe, *arguments),
        capture_output=True,
        cwd=ROOT,
        timeout=120,
        check=True,
        text=True,
    )
    loaded = set(done.stderr.split())
    assert "tui" in loaded
    assert not loaded & {"textual", "rich"}


# -- the end --------------------------------------------------------------------------------------


def test_the_process_ends_with_its_status_after_all_that_waits_for_its_end(article: Path) -> None:
    last = (
        "import atexit, sys; from tui import cli, start; run = cli.main;"
        "cli.main = lambda words: (atexit.register(print, 'at the end'), run(words))[1];"
        "sys.exit(start.main())"
    )
    for path, status in ((article, 0), (article.with_name("missing.txt"), 2)):
        command = (sys.executable, "-c", last, "extract", str(path))
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)
        assert (done.returncode, done.stdout.splitlines()[-1:]) == (status, ["at the end"])


def test_an_error_on_its_way_out_is_shown() -> None:
    broken = "from tui import cli, start; cli.main = None; start.main()"
    command = (sys.executable, "-c", broken)
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)
    assert done.returncode == 1
    assert "TypeError" in done.stderr


def test_patterns_are_kept_when_the_process_ends(article: Path, tmp_path: Path) -> None:
    command = (*COMMAND, "extract", str(article))
    environ = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    subprocess.run(command, capture_output=True, cwd=ROOT, env=environ, timeout=300, check=True)
    kept = {path.name.partition("-")[0] for path in (tmp_path / "figscope").iterdir()}
    assert {"lexicon", "patterns", "rules", "vocabulary", "worded"} <= kept
