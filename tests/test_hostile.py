"""Input that attacks, bullet by bullet: where the test of each stands, and those that stand nowhere else.

============================= ============================================================================
encodings                     test_readers.py "encodings"; test_a_nul_far_inside_...
line ends, one long line,     test_readers.py test_every_kind_of_line_end..., test_twenty_megabytes...;
a million tiny ones           test_a_million_tiny_lines_are_read; test_scaling.py
empty, FIFO, device, links,   test_readers.py "places"
file names
vanishing, truncated          test_a_file_that_vanishes..., test_a_file_cut_short...
no permission                 test_what_this_user_may_not_read_is_named
DOCX and PDF bombs            test_a_document_type_is_refused..., test_a_word_document_of_nothing...,
                              test_readers.py test_a_word_document_made_to_fill..., test_pages_that_share...
text, titles, names           tui/test_hostile_texts.py, test_terminal.py test_nothing_that_the_text_says...;
                              test_arguments_are_never_obeyed, test_nothing_is_obeyed_in_any_output
numbers                       test_a_number_that_attacks_is_exact_or_unread; test_fuzz.py; test_scaling.py
dates                         test_a_date_that_attacks_is_right_or_unread
exports                       test_export.py; test_fuzz.py; test_cli.py "files"; test_a_file_that_outgrows...,
                              test_streams_that_are_closed..., test_streams_that_are_full...
state and config              tests/tui/test_memory.py; test_fuzz.py "state"
signals                       test_signals.py; test_many.py; test_cli.py test_a_signal_leaves...
many files                    test_many.py
caches                        test_caches.py
============================= ============================================================================
"""

from __future__ import annotations

import io
import json
import os
import shlex
import shutil
import stat
import subprocess
import sys
import tempfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from parsers import parse
from parsers.article import make_article
from parsers.errors import UnreadableError
from parsers.export import FORMATS
from parsers.readers import Source, docx, pdf, read_articles, sources
from parsers.safe import UNSAFE
from tests.fuzz.laws import assert_lawful
from tests.test_readers import pdf_file

ROOT = Path(__file__).parent.parent
COMMAND = (sys.executable, "-m", "tui.start")
ARTICLE = "Sales climb\n\nRevenue rose 7% to €4.20 billion in the third quarter of 2024.\n"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def shell(command: str) -> tuple[int, str, str]:
    """A command line in bash, with ``figscope`` in it: exit status, output, errors."""
    whole = f'figscope() {{ {shlex.join(COMMAND)} "$@"; }}; {command}'
    done = subprocess.run(
        ("bash", "-c", whole),
        capture_output=True,
        cwd=ROOT,
        timeout=120,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


# -- files ----------------------------------------------------------------------------------------


def test_a_nul_far_inside_a_text_is_shown_and_moves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Sales rose. " * 1000 + b"\x00 up 7%")
    (article,) = read_articles([path])
    assert not isinstance(article, UnreadableError)
    assert article.text.endswith("\ufffd up 7%")


def test_a_million_tiny_lines_are_read() -> None:
    text = "so\n" * 1_000_000
    article = make_article(text)
    assert article.text == text
    small = parse("so\n" * 20_000 + "up 7%\n")
    assert [figure.text for figure in small.figures] == ["7%"]


def test_a_file_that_vanishes_before_it_is_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("up 7%")
    (source,) = sources.find_sources([path])
    path.unlink()
    assert isinstance(source, Source)
    with pytest.raises(UnreadableError, match="no such file or directory"):
        source.read()


def test_a_file_cut_short_while_it_is_read_is_read_as_far_as_it_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("up 7% " * 50_000)
    refuse = sources._refuse  # noqa: SLF001  # the last look before the reading

    def cut(status: os.stat_result) -> None:
        refuse(status)
        os.truncate(path, 6)

    monkeypatch.setattr(sources, "_refuse", cut)
    (article,) = read_articles([path])
    assert not isinstance(article, UnreadableError)
    assert article.text == "up 7% "


@pytest.mark.skipif(os.getuid() != 0, reason="gives up its rights, which only root can do and come back")
def test_what_this_user_may_not_read_is_named() -> None:
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    try:
        folder.chmod(0o755)
        for name, mode in (("closed", 0o700), ("open", 0o755)):
            (folder / name).mkdir()
            (folder / name / "in.txt").write_text("up 7%")
            (folder / name).chmod(mode)
        (folder / "secret.txt").write_text("up 8%")
        (folder / "secret.txt").chmod(0o600)
        found = as_nobody(folder)
    finally:
        shutil.rmtree(folder)
    assert found == [
        f"{folder}/closed: permission denied",
        "up 7%",
        f"{folder}/secret.txt: permission denied",
    ]


def as_nobody(folder: Path) -> list[str]:
    """What a user without rights reads in a folder: a child process that is nobody."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.setgid(65534)
        os.setuid(65534)
        told = [getattr(found, "text", str(found)) for found in read_articles([folder])]
        os.write(writing, json.dumps(told).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        told = json.load(pipe)
    os.waitpid(child, 0)
    return [str(line) for line in told]


# -- bombs ----------------------------------------------------------------------------------------


def word(xml: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
    return out.getvalue()


LAUGHS = "<!DOCTYPE w [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{('&' + before + ';') * 10}'>"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
HEAD = f"<w:document xmlns:w='{WORD}'><w:body>"
TAIL = "</w:body></w:document>"
LAUGHING = f"{LAUGHS}]>{HEAD}<w:p><w:r><w:t>&i;</w:t></w:r></w:p>{TAIL}"


@pytest.mark.parametrize(
    "xml",
    [LAUGHING.encode(), b"<!--" + b" " * 5000 + b"-->" + LAUGHING.encode(), LAUGHING.encode("utf-16")],
    ids=["at its head", "behind a comment", "in UTF-16"],
)
def test_a_document_type_is_refused_wherever_it_stands(xml: bytes) -> None:
    with pytest.raises(UnreadableError, match="is not a Word document that can be read"):
        docx.read(word(xml))


def test_a_word_document_of_nothing_but_paragraphs_takes_little_memory() -> None:
    """A megabyte and a half of empty elements: as a tree they would be more than twenty."""
    data = word(HEAD.encode() + b"<w:p/>" * 250_000 + TAIL.encode())
    assert len(data) < 20_000
    tracemalloc.start()
    try:
        assert docx.read(data).text == ""
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_pages_that_share_one_stream_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LIMIT", 40)
    one = pdf_file("up 7% in all of the year", "and more")
    assert pdf.read(one).text
    two = one.replace(b"/Kids [3 0 R] /Count 1", b"/Kids [3 0 R 3 0 R] /Count 2")
    with pytest.raises(UnreadableError, match="too large once unpacked"):
        pdf.read(two)


@pytest.mark.parametrize("steps", [pdf.PAGE + 1, 2 * pdf.PAGE - 1])
def test_pages_that_draw_without_end_are_bounded(monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    """Every step of drawing counts, and every page: no text is needed to take time."""
    one = pdf_file("up 7% in all of the year", "and more")
    two = one.replace(b"/Kids [3 0 R] /Count 1", b"/Kids [3 0 R 3 0 R] /Count 2")
    assert pdf.read(two).text.count("7%") == 2
    monkeypatch.setattr(pdf, "STEPS", steps)
    with pytest.raises(UnreadableError, match="takes too long to read"):
        pdf.read(two)


# -- what is said ---------------------------------------------------------------------------------

ATTACK = "\x1b]0;owned\x07\x1b[2J\u202e\u200b\x9b31m"


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", f"--{ATTACK}"),
        ("extract", "seeds", "-f", ATTACK),
        ("extract", "seeds", "--date", ATTACK),
        ("extract", "seeds", "--jobs", ATTACK),
        ("extract", "seeds", "--where", f"kind:{ATTACK}"),
        ("extract", "seeds", "--where", f"{ATTACK}:x"),
        ("extract", "seeds", "--where", f"/({ATTACK}/"),
        ("extract", "seeds", "-o", f"/dev/null/{ATTACK}"),
        ("extract", f"/dev/null/{ATTACK}"),
        ("check", f"/dev/null/{ATTACK}"),
        (f"--{ATTACK}",),
        (f"/dev/null/{ATTACK}",),
        ("copy-test", "--clipboard", ATTACK),
        ("copy-test", "--clipboard", f"'{ATTACK}"),
    ],
    ids=lambda arguments: " ".join(arguments).replace(ATTACK, "!"),
)
def test_arguments_are_never_obeyed(arguments: tuple[str, ...]) -> None:
    status, out, err = shell(f"figscope {shlex.join(arguments)}")
    assert status in (0, 2)
    assert "Traceback" not in err
    assert not UNSAFE.search((out + err).replace("\ufffd", ""))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", ["extract", "check"])
def test_nothing_is_obeyed_in_any_output(tmp_path: Path, command: str, form: str) -> None:
    """An attack in the name, the title, the text, and in what a figure measures."""
    if command == "check":
        form = "json" if form == "json" else "text"
    path = tmp_path / f"a{ATTACK}\n.txt"
    path.write_text(
        f"{ATTACK} title\n\n{ATTACK}Sales {ATTACK} of {ATTACK}Acme{ATTACK} rose 12 percent to $55.0 million "
        f"from $50.0 million in the [@click=app.quit]third quarter[/] {ATTACK} of 2024.\n",
        encoding="utf-8",
    )
    status, out, err = shell(f"figscope {command} {shlex.quote(str(tmp_path))} --format {form}")
    assert status == (1 if command == "check" else 0)
    assert not UNSAFE.search((out + err).replace("\ufffd", ""))
    assert "55.0 million" in out


# -- streams --------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["extract seeds", "check seeds", "--version", "copy-test", "seeds"])
def test_streams_that_are_closed_are_told_or_filled(command: str) -> None:
    assert shell(f"figscope {command} >&-") == (
        2,
        "",
        "figscope: standard output: cannot be written: bad file descriptor\n",
    )
    status, out, err = shell(f"figscope {command} 2>&-")
    assert (status, err) == (1 if command == "check seeds" else 0, "")
    assert out
    assert shell(f"figscope {command} /none >&- 2>&-")[0] == 2


def test_what_is_said_never_goes_into_a_file_that_was_opened(tmp_path: Path) -> None:
    """With standard error closed, the next file would get its number."""
    assert shell(f"figscope extract seeds /none -f csv -o {tmp_path}/out.csv 2>&-") == (2, "", "")
    assert "figscope:" not in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_a_standard_input_that_is_closed_is_named() -> None:
    told = "figscope: standard input: is closed\n"
    assert shell("figscope extract - -f csv -o /dev/null <&-") == (2, "", told)


@pytest.mark.parametrize("command", ["extract seeds", "check seeds", "--version", "copy-test", "seeds"])
def test_streams_that_are_full_are_told(command: str) -> None:
    assert shell(f"figscope {command} > /dev/full") == (
        2,
        "",
        "figscope: standard output: cannot be written: no space left on device\n",
    )
    assert shell(f"figscope {command} 2> /dev/full")[0] == (1 if command == "check seeds" else 0)
    assert shell("figscope extract /none 2> /dev/full")[0] == 2


def test_a_full_device_that_was_named_is_told() -> None:
    assert shell("figscope extract seeds -o /dev/full") == (
        2,
        "",
        "figscope: /dev/full: cannot be written: no space left on device\n",
    )


def test_a_file_that_outgrows_the_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("before")
    status, out, err = shell(f"ulimit -f 4; figscope extract seeds -f json -o {target}")
    assert (status, out, err) == (2, "", f"figscope: {target}: cannot be written: file too large\n")
    assert target.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize(
    "command", ["extract seeds -f json", "check seeds --all --formulas", "copy-test", "--help"]
)
def test_a_pipe_that_nobody_reads_ends_quietly(command: str) -> None:
    status, out, err = shell(f"figscope {command} | true; echo ${{PIPESTATUS[0]}}")
    assert (status, err) == (0, "")
    assert out in ("0\n", "1\n")


def test_broken_files_among_good_ones_are_a_line_each(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (news / "b.txt").write_bytes(bytes(range(256)) * 50)
    (news / "c.docx").write_bytes(b"PK\x03\x04 broken")
    (news / "d.pdf").write_bytes(b"%PDF-1.4 broken")
    (news / "e.txt").symlink_to("e.txt")
    os.mkfifo(news / "f.txt")
    (news / "g.html").write_bytes(b"<p>Costs fell 3%.")
    (news / "h.txt").symlink_to("gone.txt")
    os.mknod(news / "i.txt", stat.S_IFSOCK | 0o600)
    status, out, err = shell(f"figscope extract {news} -f json")
    assert status == 2
    assert [Path(d["source"]).name for d in json.loads(out)["documents"]] == ["a.txt", "g.html"]
    assert [line.split("/news/")[1].split(":")[0] for line in err.splitlines()] == [
        "b.txt", "c.docx", "d.pdf", "e.txt", "f.txt", "h.txt", "i.txt",
    ]  # fmt: skip


# -- numbers and dates ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        ("9" * 3000, {}),
        ("$" + "1," * 500 + "000", {}),
        ("1e999999999 euros", {}),
        ("$1e-999999999", {}),
        ("1.5E+3 cars", {"1.5E+3 cars": "1500"}),
        ("$1e3 million", {}),
        ("1e3 hundred-shares", {}),
        ("2.5*10**3 thousand points", {}),
        ("(" * 50 + "5" + ")" * 50, {"5": "5"}),
        ("1,1,1,1,1,1", {}),
        ("1.1.1.1.1", {}),
        ("3,0000 cars", {}),
        ("$" * 3000 + "5", {"$5": "5"}),
        ("٣٤٥ cars", {}),
        ("1٣ cars", {}),
        ("１２ cars", {}),
        ("10² cars", {}),
        ("5₂ cars", {}),
        ("①② cars", {}),
        ("ⅻ cars", {}),
        ("10^9 years", {"10^9": "1000000000"}),
        ("2½ million euros", {"2½ million euros": "2500000"}),
        ("⅞ percent", {"⅞ percent": "0.875"}),
        ("1⁄2 percent", {"1⁄2 percent": "0.5"}),
        ("5/0 percent", {}),
        ("5‰", {}),
        ("0x1F cars", {}),
        ("1_000 cars", {}),
        ("NaN percent", {}),
        ("$0 hundred", {"$0 hundred": "0"}),
    ],
    ids=lambda value: value[:16] if isinstance(value, str) else "",
)
def test_a_number_that_attacks_is_exact_or_unread(number: str, figures: dict[str, str]) -> None:
    text = f"It paid {number} for it."
    document = parse(text)
    assert_lawful(document, text)
    assert {f.text: f"{f.value.normalize():f}" for f in document.figures if f.value is not None} == figures


@pytest.mark.parametrize(
    ("date", "moments"),
    [
        ("in 0000", {}),
        ("in 99999", {}),
        ("on 0000-00-00", {}),
        ("on 2024-13-01", {}),
        ("on 99/99/9999", {}),
        ("on February 30, 2024", {"February 30, 2024": None}),
        ("on 31 April", {"31 April": None}),
        ("on February 29, 2023", {"February 29, 2023": None}),
        ("on Monday, February 30, 2024", {"Monday, February 30, 2024": None}),
        ("on December 31, 9999", {}),
        ("on 1731628800", {}),
        ("on 1731628800000", {}),
        ("in 2024-W54", {}),
        ("in Q5", {}),
        ("in 5Q24", {}),
        ("in FY0", {}),
        ("10000 years ago", {"10000 years ago": None}),
        ("jan feb mar apr may jun jul aug sep oct nov", {}),
        ("january february march april may june july august september october november december", {}),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_a_date_that_attacks_is_right_or_unread(date: str, moments: dict[str, str | None]) -> None:
    """No day is made of what no calendar has."""
    text = f"It was {date}."
    document = parse(text)
    assert_lawful(document, text)
    assert {m.text: m.first for m in document.moments} == moments
