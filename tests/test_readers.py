"""Bytes -> articles: encodings, titles, folders, and everything that is no article."""

from __future__ import annotations

import datetime as dt
import io
import os
import stat
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.article import Article, make_article, one_line
from parsers.errors import UnreadableError
from parsers.readers import READERS, docx, html, markdown, pdf, read_articles
from parsers.readers.base import Reader
from parsers.readers.decode import decode
from parsers.safe import UNSAFE


def read_one(path: Path) -> Article:
    (article,) = read_articles([path])
    assert isinstance(article, Article), article
    return article


def refusal(path: Path | str) -> str:
    """The one line with which a path is refused."""
    (error,) = read_articles([path])
    assert isinstance(error, UnreadableError)
    assert "\n" not in str(error)
    assert not UNSAFE.search(str(error))
    return str(error)


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


# -- encodings ------------------------------------------------------------------------------------

WORDS = "Sales rose 7% to €4.2 billion – “a record”"


@pytest.mark.parametrize(
    ("data", "notes"),
    [
        (WORDS.encode(), ()),
        (b"\xef\xbb\xbf" + WORDS.encode(), ()),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), ()),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), ()),
        (b"\xff\xfe\x00\x00" + WORDS.encode("utf-32-le"), ()),
        (WORDS.encode("utf-16-le"), ("read as UTF-16 (no byte order mark)",)),
        (WORDS.encode("utf-16-be"), ("read as UTF-16 (no byte order mark)",)),
        (WORDS.encode("cp1252"), ("read as Windows-1252",)),
    ],
)
def test_a_text_is_read_in_its_encoding(data: bytes, notes: tuple[str, ...]) -> None:
    assert decode(data) == (WORDS, notes)


def test_broken_bytes_in_utf8_are_replaced_and_counted() -> None:
    text, notes = decode("€1 and €2 and £3 \xff and".encode().replace("ÿ".encode(), b"\xff"))
    assert text == "€1 and €2 and £3 \ufffd and"
    assert notes == ("1 broken character shown as \ufffd",)


def test_a_text_cut_off_inside_a_character_stays_utf8() -> None:
    text, notes = decode("profit of €".encode()[:-1])
    assert text == "profit of \ufffd"
    assert notes == ("1 broken character shown as \ufffd",)


def test_an_odd_byte_at_the_end_of_utf16_is_noted() -> None:
    text, notes = decode(b"\xff\xfe" + "up 7%".encode("utf-16-le") + b"\x20")
    assert text == "up 7%\ufffd"
    assert notes


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\nstream", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"some words\x00\x01\x02 and more" * 9, "binary"),
        (bytes(range(1, 9)) * 40, "binary"),
        (b"words without end " * 9 + b"\x00", "binary"),
    ],
)
def test_binary_content_is_refused_in_one_line(tmp_path: Path, data: bytes, what: str) -> None:
    path = write(tmp_path / "figures.txt", data)
    assert refusal(path).startswith(f"{path}: is not text (")
    assert what in refusal(path)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x0b", "\x0c", "\x85"])
def test_every_kind_of_line_end_is_a_line_end(end: str) -> None:
    assert make_article(f"one{end}two{end}{end}three").text == "one\ntwo\n\nthree"


def test_what_a_terminal_would_obey_is_made_visible_at_the_same_offset() -> None:
    attack = "up \x1b]52;c;aGk=\x07 7% \u202eabc \u200b \x9b31m [@click=app.quit]x[/]"
    article = make_article(attack, title="a\x1b[31mb\nc\td", source="x\ny\x1b")
    assert not UNSAFE.search(article.text)
    assert len(article.text) == len(attack)
    assert article.text.index("7%") == attack.index("7%")
    assert article.title == "a\ufffd[31mb\ufffdc\ufffdd"
    assert article.source == "x\ufffdy\ufffd"


# -- titles ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Sales climb again\n\nRevenue rose 7%.", "Sales climb again"),
        ("\n\nSales climb again\n\nRevenue rose.", "Sales climb again"),
        ("Is it a record?\n\nRevenue rose.", "Is it a record?"),
        ("Revenue rose 7%.\n\nCosts fell.", None),
        ("Revenue rose 7 percent in the\nthird quarter", None),
        ("Only one line", None),
        ("w " * 200 + "\n\nRevenue rose.", None),
        ("", None),
    ],
)
def test_the_first_line_is_a_title_only_where_it_clearly_is(text: str, title: str | None) -> None:
    assert make_article(text).title == title


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("# Jobs beat hopes #\n\nText", "Jobs beat hopes", None),
        ("Jobs beat hopes\n===\n\nText", "Jobs beat hopes", None),
        (
            '---\ntitle: "Jobs: a surprise"\ndate: 2024-10-04\n---\n# Other\n',
            "Jobs: a surprise",
            dt.date(2024, 10, 4),
        ),
        ("---\r\nDate: 2024-10-04T08:30:00Z\r\n---\r\n\r\n# After it\r\n", "After it", dt.date(2024, 10, 4)),
        ("---\ndate: soon\n---\nplain\n", None, None),
        ("Just text.\n", None, None),
    ],
)
def test_markdown_has_its_title_and_date_in_its_header(
    text: str, title: str | None, day: dt.date | None
) -> None:
    content = markdown.read(text.encode())
    assert (content.title, content.dated) == (title, day)
    assert content.text == text


# -- HTML -----------------------------------------------------------------------------------------

PAGE = """<!doctype html><html><head><title>Record | The Paper</title>
<meta property="og:title" content="A &quot;record&quot; year">
<meta itemprop="datePublished" content="2024-05-06T08:00Z">
<script>var total = "<p>99 million</p>";</script><style>p { width: 12% }</style></head>
<body><nav>Markets 24</nav><article data-x="a > b"><h1>Record year</h1>
<p>Revenue   rose&nbsp;7% to &euro;4.2
billion.<br>Costs fell.</p><table><tr><th>Item<th>2024</tr><tr><td>Sales<td>1,234</tr></table>
<aside>Also: 5 charts</aside><p>Margin &lt; 4%.</article><footer>(c) 2024</footer></body></html>"""


def test_a_web_page_is_read_as_its_article_alone() -> None:
    content = html.read(PAGE.encode())
    assert content.text == (
        "Record year\n\nRevenue rose\xa07% to €4.2 billion.\nCosts fell.\n\n"
        "Item\t2024\nSales\t1,234\n\nMargin < 4%."
    )
    assert content.title == 'A "record" year'
    assert content.dated == dt.date(2024, 5, 6)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>one<p>two", "one\n\ntwo"),
        ("<main><p>" + "in " * 9 + "</p></main><p>out", "in " * 8 + "in"),
        (
            "<article>teaser</article>" + "<p>long story</p>" * 20,
            "teaser\n\n" + "\n\n".join(["long story"] * 20),
        ),
        ("<nav>never closed <p>all text", "never closed\n\nall text"),
        ("1 < 2 <b>and</b> 3 <", "1 < 2 and 3 <"),
        ("a<!-- 5 -->b<!-- never closed 6", "ab"),
        ("<pre>a  1\n b  2</pre>", "a 1\nb 2"),
        ("<p title='>'>x</p><p title=\">y", "x\n\ny"),
    ],
)
def test_broken_markup_still_gives_text(page: str, text: str) -> None:
    assert html.read(page.encode()).text == text


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="date" content="2024-05-06">', dt.date(2024, 5, 6)),
        (
            '<script type="application/ld+json">{"datePublished": "2024-05-06T08:00Z"}</script>',
            dt.date(2024, 5, 6),
        ),
        ('<article><time datetime="2024-05-06T08:00">Monday</time>', dt.date(2024, 5, 6)),
        ('<meta property="article:published_time" content="soon">', None),
        ('<time datetime="2024-05-06">another article</time>', None),
    ],
)
def test_the_day_of_a_web_page_stands_in_its_header(head: str, day: dt.date | None) -> None:
    assert html.read(f"<html>{head}<p>up 7%".encode()).dated == day


def test_a_declared_encoding_is_used() -> None:
    page = '<html><meta charset="windows-1251"><p>рост 7%'
    assert html.read(page.encode("cp1251")).text == "рост 7%"
    liar = '<html><meta charset="hex"><p>up 7% to €5'
    assert html.read(liar.encode()).text == "up 7% to €5"


@pytest.mark.parametrize(
    "piece", ["<a ", "<a b='", '<a b="c', "</", "<!--", "<td>", "<title>", "<pre>\n x", "<"]
)
def test_markup_made_to_hurt_is_read_in_one_pass(piece: str) -> None:
    """Half a million characters; a parser that looks back would take minutes."""
    source = piece * (500_000 // len(piece))
    text = html.read(source.encode()).text
    assert "<a" not in text
    assert len(text) <= len(source)


# -- Word and PDF ---------------------------------------------------------------------------------

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body: str, **parts: str) -> bytes:
    """A Word document with this body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        )
        for name, part in parts.items():
            archive.writestr(f"docProps/{name}.xml", part)
    return out.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_word_document_is_its_paragraphs_and_rows(tmp_path: Path) -> None:
    row = f"<w:tr><w:tc>{paragraph('Sales')}</w:tc><w:tc>{paragraph('1,234')}</w:tc></w:tr>"
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A record</dc:title></c>'
    data = word(
        paragraph("Record year") + "<w:p><w:r><w:t>Up 7%</w:t><w:br/><w:t>to &#8364;5</w:t></w:r></w:p>"
        f"<w:tbl>{row}{row}</w:tbl>" + paragraph("End."),
        core=core,
    )
    article = read_one(write(tmp_path / "a.docx", data))
    assert article.text == "Record year\n\nUp 7%\nto €5\n\nSales\t1,234\nSales\t1,234\n\nEnd."
    assert article.title == "A record"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 broken",
        b"no archive at all",
        word("<w:p>"),
        word("").replace(b"word/document.xml", b"word/elsewhere.xm"),
    ],
    ids=["begins like an archive", "no archive", "broken inside", "without its text"],
)
def test_a_broken_word_document_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "Word document" in refusal(write(tmp_path / "a.docx", data))


def test_a_word_document_made_to_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx, "LIMIT", 1_000_000)
    data = word(paragraph("7" * 2_000_000))
    assert len(data) < 10_000
    assert "too large once unpacked" in refusal(write(tmp_path / "a.docx", data))


def pdf_file(*lines: str) -> bytes:
    """A PDF of one page with these lines, written by hand."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown}ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + (
        b"xref\n0 7\n0000000000 65535 f \n%strailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (table, len(out))
    )


def test_a_pdf_is_read_with_its_broken_lines_joined(tmp_path: Path) -> None:
    lines = ("Revenue of the whole group rose by", "7 percent, to 4.2 billion.", "Outlook", "Growth goes on.")
    article = read_one(write(tmp_path / "a.pdf", pdf_file(*lines)))
    assert article.text == (
        "Revenue of the whole group rose by 7 percent, to 4.2 billion.\nOutlook\nGrowth goes on."
    )
    assert read_one(write(tmp_path / "unnamed", pdf_file("up 7%"))).text == "up 7%"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf_file(), "without text (perhaps a scan)"),
        (pdf_file("up 7%")[:120], "cannot be read"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 9, "cannot be read"),
    ],
)
def test_a_pdf_without_text_or_with_damage_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    assert why in refusal(write(tmp_path / "a.pdf", data))


def test_a_pdf_without_its_package_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert "pip install 'figscope[pdf]'" in refusal(write(tmp_path / "a.pdf", pdf_file("up 7%")))


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            "a long line that ends with a hy-\nphen in it\nShort\nEnd",
            "a long line that ends with a hy-phen in it\nShort\nEnd",
        ),
        (
            "one whole sentence here.\nanother whole sentence.",
            "one whole sentence here.\nanother whole sentence.",
        ),
        ("", ""),
    ],
)
def test_lines_are_joined_only_where_the_page_broke_them(page: str, text: str) -> None:
    assert pdf.join_lines(page) == text


WHOLE = {
    "plain text": "Sales rose 7% to €4.2 billion.".encode(),
    "Markdown": b"---\ntitle: x\n---\n# Sales\n\nup 7%\n",
    "HTML": PAGE.encode(),
    "PDF": pdf_file("up 7% to", "4.2 billion"),
    "Word": word(paragraph("up 7%")),
}


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_damaged_content_is_read_or_refused(reader: Reader, data: st.DataObject) -> None:
    """Bytes of any kind, and whole files with a piece cut out and another put in."""
    whole = WHOLE[reader.name]
    at, cut = data.draw(st.integers(0, len(whole))), data.draw(st.integers(0, 40))
    damaged = whole[:at] + data.draw(st.binary(max_size=20)) + whole[at + cut :]
    for content in (damaged, data.draw(st.binary())):
        try:
            text = reader.read(content).text
        except UnreadableError:
            continue
        safe = make_article(text).text
        assert not UNSAFE.search(safe)


# -- places ---------------------------------------------------------------------------------------


def test_a_file_without_a_known_suffix_is_read_by_its_content(tmp_path: Path) -> None:
    assert read_one(write(tmp_path / "saved", PAGE.encode())).title == 'A "record" year'
    assert read_one(write(tmp_path / "note.log", b"up 7%")).text == "up 7%"


def test_an_empty_file_is_an_empty_article_with_a_note(tmp_path: Path) -> None:
    article = read_one(write(tmp_path / "empty.txt", b""))
    assert article.text == ""
    assert article.notes == ("there is no text in it",)


def test_a_missing_file_and_a_name_with_a_nul_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt") == f"{tmp_path}/none.txt: no such file or directory"
    assert refusal("a\0b") == "a\ufffdb: no such file"


def test_a_pipe_and_a_device_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "pipe.txt") == f"{tmp_path}/pipe.txt: is a named pipe, not a file"
    assert refusal("/dev/zero") == "/dev/zero: is a device, not a file"


def test_a_pipe_that_the_shell_has_opened_is_read() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"up 7%")
    os.close(writing)
    try:
        (article,) = read_articles([f"/dev/fd/{reading}"])
    finally:
        os.close(reading)
    assert isinstance(article, Article)
    assert article.text == "up 7%"


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert "is too large (1,099,511,627,776 bytes;" in refusal(path)


def test_a_folder_gives_its_articles_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "README.md", ".hidden.txt", "data.csv", "c.HTML"):
        write(tmp_path / name, b"up 7%")
    (tmp_path / "bb").mkdir()
    write(tmp_path / "bb" / "d.txt", b"up 8%")
    (tmp_path / "bb" / "loop").symlink_to(tmp_path)
    names = [article.source for article in read_articles([tmp_path]) if isinstance(article, Article)]
    assert names == [f"{tmp_path}/{name}" for name in ("a.md", "b.txt", "bb/d.txt", "c.HTML")]


def test_a_readme_that_is_named_is_read(tmp_path: Path) -> None:
    assert read_one(write(tmp_path / "README.md", b"up 7%")).text == "up 7%"


def test_a_link_to_itself_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert "symbolic links" in refusal(tmp_path / "self.txt")
    (tmp_path / "nothing").mkdir()
    assert "no articles in this folder" in refusal(tmp_path / "nothing")


def test_what_may_not_be_opened_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refusal is made here, because a test may run as a user whom no permission stops."""
    (tmp_path / "closed").mkdir()
    write(tmp_path / "open.txt", b"up 7%")
    write(tmp_path / "secret.txt", b"up 8%")
    list_folder, open_file = Path.iterdir, os.open

    def iterdir(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return list_folder(path)

    def open_(path: str | Path, flags: int) -> int:
        if Path(path).name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return open_file(path, flags)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    monkeypatch.setattr(os, "open", open_)
    closed, opened, secret = read_articles([tmp_path])
    assert str(closed) == f"{tmp_path}/closed: permission denied"
    assert isinstance(opened, Article)
    assert str(secret) == f"{tmp_path}/secret.txt: permission denied"


def test_a_file_that_turns_into_a_pipe_after_it_was_looked_at_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    regular = write(tmp_path / "a.txt", b"up 7%").stat()
    os.mkfifo(tmp_path / "b.txt")
    monkeypatch.setattr(Path, "stat", lambda *_, **__: regular)
    assert stat.S_ISREG(Path(tmp_path / "b.txt").stat().st_mode)
    assert "is a named pipe" in refusal(tmp_path / "b.txt")


@pytest.mark.parametrize(
    "name", [b"a\nb.txt", b"\x1b]0;title\x07.txt", b"\xff\xfe.txt", "\u202etxt.exe".encode()]
)
def test_a_hostile_file_name_is_one_safe_line(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    article = read_one(write(path, b"up 7%"))
    assert article.source is not None
    assert one_line(article.source) == article.source
    assert article.source.encode("utf-8")
    assert article.path == path


def test_twenty_megabytes_in_one_line_are_read(tmp_path: Path) -> None:
    article = read_one(write(tmp_path / "long.txt", b"up 7% " * (20_000_000 // 6)))
    assert len(article.text) == 20_000_000 // 6 * 6
    assert article.title is None


def test_the_same_content_has_the_same_digest() -> None:
    assert make_article("up 7%\r\n", source="a").digest == make_article("up 7%\n", source="b").digest
    assert make_article("up 7%").digest != make_article("up 8%").digest


def test_every_reader_has_a_name_and_no_suffix_is_claimed_twice() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(reader.name for reader in READERS)
