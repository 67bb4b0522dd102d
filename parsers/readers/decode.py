"""Bytes -> text: by the byte order mark, by what was declared, else UTF-8, UTF-16 or Windows-1252.

What had to be assumed or replaced is said in a note.  Binary content is refused.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from parsers.errors import UnreadableError
from parsers.quick import Quick

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HEAD = 8192
"""How many bytes are looked at to tell text from binary."""

SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "zip archive or office document"),
    (b"\xd0\xcf\x11\xe0", "old office document"),
    (b"\x1f\x8b", "gzip archive"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3", "database"),
)
CONTROL = Quick(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
WHOLE = Quick("[^\x00-\x7f\ufffd]")
DECLARABLE = Quick(r"iso8859|cp\d|koi8|gb|big5|euc|shift_jis|iso2022|mac|ascii")
# Web pages that declare one of these mean its superset.
SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}


class Decoded(NamedTuple):
    """A text, and what was assumed or replaced to read it."""

    text: str
    notes: tuple[str, ...]


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of ``data``; raises `UnreadableError` (the reason alone) for binary content."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding, ())
    if (guess := _guess_utf16(data)) is not None:
        return _replacing(data, guess, ("read as UTF-16 (no byte order mark)",))
    refuse_binary(data)
    if (known := _known(declared)) is not None:
        return _replacing(data, known, ())
    try:
        return Decoded(data.decode("utf-8"), ())
    except UnicodeDecodeError:
        return _decode_broken(data)


def refuse_binary(data: bytes) -> None:
    """Raise `UnreadableError` where ``data`` is no text."""
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"is not text ({what})")
    head = data[:HEAD]
    if b"\x00" in head or len(CONTROL.findall(head)) > len(head) // 20:
        raise UnreadableError("is not text (binary content)")


def _guess_utf16(data: bytes) -> str | None:
    """UTF-16 of mostly Latin letters has a NUL in every other byte, and none in the others."""
    head = data[: HEAD & ~1]
    if len(head) < 4 or b"\x00" not in head:
        return None
    for encoding, letters, nuls in (
        ("utf-16-le", head[0::2], head[1::2]),
        ("utf-16-be", head[1::2], head[0::2]),
    ):
        if b"\x00" not in letters and nuls.count(0) > len(nuls) * 0.7:
            return encoding
    return None


def _known(declared: str | None) -> str | None:
    """The codec of a declared encoding; UTF-8 and UTF-16 are found without being declared."""
    try:
        name = codecs.lookup(declared or "").name
    except LookupError:
        return None
    return SUPERSETS.get(name, name) if DECLARABLE.match(name) else None


def _decode_broken(data: bytes) -> Decoded:
    """Bytes that are not UTF-8: mostly UTF-8 with damage, or else Windows-1252."""
    text = data.decode("utf-8", "replace")
    whole = sum(1 for _ in WHOLE.finditer(text))
    broken = text.count("\ufffd")
    if whole >= broken or _only_cut_off(data):
        return _replacing(data, "utf-8", ())
    return _replacing(data, "cp1252", ("read as Windows-1252",))


def _only_cut_off(data: bytes) -> bool:
    """Whether the only fault is that the last character is incomplete."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _replacing(data: bytes, encoding: str, notes: tuple[str, ...]) -> Decoded:
    try:
        return Decoded(data.decode(encoding), notes)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        count = text.count("\ufffd")
        what = "character" if count == 1 else "characters"
        return Decoded(text, (*notes, f"{count:,} broken {what} shown as \ufffd"))
