"""Many files: by several processes as by one, in the order of the input, whatever happens to one of them.

==================================== ==========================================================
workers as one process               test_several_processes_write_what_one_writes
where they pay                       test_workers_are_used_where_they_pay
a worker that dies or fails          test_a_worker_that_dies..., test_a_failure_of_ours_is_named...
Ctrl-C, what is done is kept         test_ctrl_c_...
a closed pipe, a parent that is gone test_a_closed_pipe_..., test_workers_end_with_their_parent
progress                             test_how_far_it_is..., test_a_person_at_a_terminal_is_told
==================================== ==========================================================
"""

from __future__ import annotations

import csv
import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from parsers.article import Article
from parsers.export import FORMATS, Layout
from parsers.model import Document
from parsers.pipeline import parse_article
from parsers.report import Detail
from tests.terminal import Terminal
from tui import workers
from tui.check import check
from tui.cli import main
from tui.extract import extract
from tui.progress import Progress, duration
from tui.reading import WORTH, Reading, Work

ROOT = Path(__file__).parent.parent
COMMAND = (sys.executable, "-m", "tui.start")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve articles, two of which cannot be read."""
    news = tmp_path / "news"
    news.mkdir()
    for number in range(12):
        (news / f"{number:02}.txt").write_text(f"Sales rose {number}% to ${number}.5 billion in 2024.\n")
    (news / "03.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (news / "07.txt").write_bytes("up 7% to €5".encode("cp1252"))
    (news / "08.txt").unlink()
    (news / "08.txt").symlink_to(news / "08.txt")
    return news


@pytest.fixture(autouse=True)
def _no_worker_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def sources(out: str) -> list[str]:
    """The file names of the documents in JSON, in their order."""
    return [Path(document["source"]).stem for document in json.loads(out)["documents"]]


@pytest.mark.parametrize("form", FORMATS)
def test_several_processes_write_what_one_writes(
    folder: Path, capfd: pytest.CaptureFixture[str], form: str
) -> None:
    paths = [str(folder / "05.txt"), str(folder), str(folder / "none.txt"), str(folder / "01.txt")]
    assert extract(paths, form=form, jobs=1) == 2
    alone = capfd.readouterr()
    assert extract(paths, form=form, jobs=3) == 2
    assert capfd.readouterr() == alone
    assert len(alone.err.splitlines()) == 4
    assert "05.txt" in alone.out


def test_check_by_several_processes_is_that_by_one(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for form in ("text", "json"):
        status = check([str(folder)], form=form, detail=Detail(everything=True), jobs=1)
        alone = capfd.readouterr()
        assert check([str(folder)], form=form, detail=Detail(everything=True), jobs=2) == status == 2
        assert capfd.readouterr() == alone


def test_a_pipe_keeps_its_place_among_the_files(folder: Path) -> None:
    """Only this process can read standard input; its article still comes where it was named."""
    names = [str(folder / "05.txt"), "-", str(folder / "01.txt")]
    done = subprocess.run(
        (*COMMAND, "extract", *names, "-f", "json", "--jobs", "2"),
        input=b"Costs fell 3%.",
        capture_output=True,
        cwd=ROOT,
        timeout=120,
        check=True,
    )
    assert sources(done.stdout.decode()) == ["05", "standard input", "01"]


def test_workers_are_used_where_they_pay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.reading.cores", lambda: 4)
    work = Work(parsed, parsed)
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_bytes(b"7% " * 100)
    large.write_bytes(b"7% " * WORTH)
    assert Reading([str(small)] * 20, work).workers == 0
    assert Reading([str(large)], work).workers == 0
    assert Reading([str(large), str(small)], work).workers == 2
    assert Reading([str(large)] * 9, work).workers == 4
    assert Reading([str(small)] * 9, work, jobs=3).workers == 3
    assert Reading([str(large)] * 9, work, jobs=1).workers == 0
    monkeypatch.setattr("tui.reading.can_fork", lambda: False)
    assert Reading([str(large)] * 9, work).workers == 0


def parsed(document: Document) -> Document:
    return document


# -- what goes wrong ------------------------------------------------------------------------------


def troubled(monkeypatch: pytest.MonkeyPatch, trouble: Callable[[], object], where: str) -> None:
    """Reading goes as ever, but for one article, at which something happens first."""

    def parse(article: Article, **given: object) -> Document:
        if str(article.source).endswith(where):
            trouble()
        return parse_article(article)

    monkeypatch.setattr("tui.reading.parse_article", parse)


def test_what_workers_have_compiled_is_there_for_the_next_run(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    command = (*COMMAND, "extract", str(folder), "-f", "json", "--jobs", "2")
    subprocess.run(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300, check=False
    )
    kept = {path.name.partition("-")[0] for path in (tmp_path / "cache" / "figscope").iterdir()}
    assert {"modules", "patterns", "worded"} <= kept


@pytest.mark.parametrize("at", ["00", "05", "11"])
def test_a_worker_that_dies_names_its_file_and_the_rest_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], at: str
) -> None:
    troubled(monkeypatch, lambda: os.kill(os.getpid(), signal.SIGKILL), f"{at}.txt")
    assert extract([str(folder)], form="json", jobs=2) == 2
    out, err = capfd.readouterr()
    wanted = [f"{number:02}" for number in range(12) if number not in (3, 8, int(at))]
    assert sources(out) == wanted
    assert f"figscope: {folder}/{at}.txt: the process that read it ended (signal 9)" in err.splitlines()


def test_every_worker_may_die(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    troubled(monkeypatch, lambda: os._exit(3), ".txt")
    assert extract([str(folder)], form="json", jobs=2) == 2
    out, err = capfd.readouterr()
    assert sources(out) == []
    assert err.count("the process that read it ended (exit status 3)") == 10


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_failure_of_ours_is_named_and_the_rest_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], jobs: int
) -> None:
    def fail() -> None:
        raise ZeroDivisionError("\x1b[2J\nhalf")

    troubled(monkeypatch, fail, "05.txt")
    assert extract([str(folder)], form="json", jobs=jobs) == 2
    out, err = capfd.readouterr()
    assert len(sources(out)) == 9
    assert (
        f"figscope: {folder}/05.txt: figscope failed on it (ZeroDivisionError: \ufffd[2J\ufffdhalf); "
        "please report it"
    ) in err.splitlines()


# -- Ctrl-C ---------------------------------------------------------------------------------------


def press(jobs: int) -> Callable[[], None]:
    """What a person at the terminal does while an article is read that never ends."""

    def pressed() -> None:
        if jobs == 1:
            os.kill(os.getpid(), signal.SIGINT)
        else:
            time.sleep(1)  # for the others' results; how many of them have come does not matter
            os.kill(os.getppid(), signal.SIGINT)
            time.sleep(600)

    return pressed


def assert_done(found: list[str], jobs: int) -> None:
    """One process has done all that comes before; several at least the first of it, in order."""
    wanted = ["00", "01", "02", "04"]
    assert found
    assert found == (wanted if jobs == 1 else wanted[: len(found)])


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("form", ["json", "csv"])
def test_ctrl_c_keeps_what_is_done_and_the_output_is_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], jobs: int, form: str
) -> None:
    troubled(monkeypatch, press(jobs), "05.txt")
    began = time.monotonic()
    assert extract([str(folder)], form=form, jobs=jobs) == 130
    assert time.monotonic() - began < 60
    out, err = capfd.readouterr()
    if form == "json":
        found = sources(out)
    else:
        found = list(dict.fromkeys(Path(row["source"]).stem for row in csv.DictReader(out.splitlines())))
    assert_done(found, jobs)
    assert err.splitlines()[-1].startswith(f"figscope: interrupted: {len(found)} of 12 articles are done")


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_leaves_an_earlier_file_alone_and_what_is_done_beside_it(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    jobs: int,
) -> None:
    target = tmp_path / "out.json"
    target.write_text("before", encoding="utf-8")
    troubled(monkeypatch, press(jobs), "05.txt")
    assert extract([str(folder)], form="json", jobs=jobs, output=str(target)) == 130
    assert target.read_text(encoding="utf-8") == "before"
    assert_done(sources((tmp_path / "out.json.partial").read_text(encoding="utf-8")), jobs)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news", "out.json", "out.json.partial"]
    assert f"articles are done and kept in {target}.partial" in capfd.readouterr().err


def test_ctrl_c_before_anything_is_done_leaves_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    troubled(monkeypatch, press(1), "00.txt")
    assert extract([str(folder)], form="csv", jobs=1, output=str(tmp_path / "out.csv")) == 130
    assert capfd.readouterr().err == "figscope: interrupted\n"
    assert [path.name for path in tmp_path.iterdir()] == ["news"]


def test_ctrl_c_while_an_article_is_written_waits_for_its_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def make(document: Document) -> Iterator[str]:
        if str(document.source).endswith("05.txt"):
            os.kill(os.getpid(), signal.SIGINT)
        yield from FORMATS["json"].pieces(document, Layout())

    reading = Reading([str(folder)], Work(make, make_nothing), 1)
    found = "".join(FORMATS["json"].join(reading.results()))
    assert sources(found) == ["00", "01", "02", "04", "05"]
    assert reading.interrupted
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_ignored_ctrl_c_stays_ignored(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell starts what runs in the background like this."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        troubled(monkeypatch, lambda: os.kill(os.getpid(), signal.SIGINT), "05.txt")
        assert len(list(Reading([str(folder)], Work(parsed, parsed), 1).results())) == 10
    finally:
        signal.signal(signal.SIGINT, before)


def make_nothing(pieces: Iterator[str]) -> Iterator[str]:
    return pieces


# -- pipes and parents ----------------------------------------------------------------------------


def test_a_closed_pipe_ends_several_processes_quietly(tmp_path: Path) -> None:
    command = " ".join((*COMMAND, "extract", *["seeds"] * 40, "-f", "json", "--jobs", "2"))
    shell = f"{command} | head -c 10; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(("bash", "-c", shell), capture_output=True, cwd=ROOT, timeout=120, check=False)
    assert done.stdout.endswith(b"0\n")
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks up the workers in /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_their_parent(number: signal.Signals) -> None:
    reading, writing = os.pipe()
    command = (*COMMAND, "extract", *["seeds"] * 3, "-", "--jobs", "2")
    process = subprocess.Popen(command, stdin=reading, stdout=subprocess.DEVNULL, cwd=ROOT)
    os.close(reading)
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    try:
        until(lambda: len(listed.read_text().split()) == 2)
        children = listed.read_text().split()
        process.send_signal(number)
        assert process.wait(60) in (143, -number)
        until(lambda: not any(Path(f"/proc/{child}/cmdline").exists() for child in children))
    finally:
        os.close(writing)
        process.kill()


def until(came: Callable[[], bool]) -> None:
    """Wait for what another process does, with an end."""
    deadline = time.monotonic() + 60
    while not came():
        assert time.monotonic() < deadline
        time.sleep(0.01)


# -- progress -------------------------------------------------------------------------------------


class Clock:
    """A clock that a test turns on."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_how_far_it_is_has_a_rate_and_the_time_left() -> None:
    clock = Clock()
    progress = Progress(2000, 4_000_000, clock)
    assert progress.line() == "0 of 2,000 articles"
    clock.now += 10
    for _ in range(800):
        progress.read(2_500)
    assert progress.line() == "800 of 2,000 articles, 80 a second, 10 s left"
    progress.reading("a.txt")
    assert progress.line().endswith("left (reading a.txt)")
    alone = Progress(1, 5, clock)
    alone.reading("a.txt")
    assert alone.line() == "reading a.txt"


@pytest.mark.parametrize(("load", "idle"), [(0.0, True), (1.9, True), (2.0, False), (7.5, False)])
def test_a_second_process_begins_early_where_a_core_is_free(
    monkeypatch: pytest.MonkeyPatch, load: float, idle: bool
) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 9.0, 0.0))
    assert workers.idle_core() is idle


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "1 s"), (59.4, "59 s"), (125, "2 min 5 s"), (4200, "1 h 10 min")]
)
def test_a_time_left_has_two_units(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_person_at_a_terminal_is_told_and_a_script_is_not(folder: Path, tmp_path: Path, jobs: str) -> None:
    """The article that takes long is standard input, which ends only once the person was told."""
    words = " ".join((*COMMAND, "extract", str(folder / "01.txt"), "-", "--jobs", jobs, "-o", "/dev/null"))
    environ = {**os.environ, "TERM": "xterm-256color"}
    with Terminal(
        ["/bin/sh", "-c", words], columns=100, rows=10, environ=environ, folder=str(ROOT)
    ) as person:
        if jobs == "1":
            person.wait("1 of 2 articles")
        person.keys("Costs fell 3%.\n\x04")
        assert person.status() == 0
        assert re.sub(r"\S", "", person.text.splitlines()[-1]).isspace()


def test_a_wrong_number_of_jobs_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for number in ("0", "-1", "many", "9" * 5000, "\u0663"):
        with pytest.raises(SystemExit):
            main(["extract", "seeds", "--jobs", number])
        assert "is not a number from 1 to 256" in capsys.readouterr().err
