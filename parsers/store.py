"""What is costly to make and always the same, kept between runs in the user's cache folder.

Compiling the rules takes seconds, loading the compiled form takes hundredths of one.  Only plain
values are kept (`marshal`: numbers, strings, lists), under a key that names everything they were
made from; whatever is missing, damaged or not writable is made again and never an error.
"""

from __future__ import annotations

import copyreg
import marshal
import os
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, AnyStr, BinaryIO

import regex

try:  # `hashlib` loads all of OpenSSL; `random` takes the same way around it
    from _sha256 import sha256  # type: ignore[import-not-found,unused-ignore]
except ImportError:
    from hashlib import sha256

FORM = 14
"""Which form the kept values have: one more whenever what is kept under a name is laid out anew."""
KEPT = 4
"""How many values of one name are kept: those of as many versions of the program, or of its words."""


def remember(name: str, made_from: Iterable[str], make: Callable[[], Any]) -> Any:
    """The plain value of ``make()``, from the cache where one made from the same is there."""
    parts = tuple(made_from)
    kept = load(name, parts)
    if kept is None:
        kept = make()
        save(name, kept, parts)
    return kept


def load(name: str, made_from: Iterable[str] = ()) -> Any:
    """The value kept under a name, made from just this; ``None`` where there is none, or it is damaged."""
    file = open_kept(name, made_from)
    if file is None:
        return None
    try:
        with file:
            told, body = file.read(4), file.read()
        return marshal.loads(body) if check(body) == told else None
    except (OSError, ValueError, EOFError, TypeError):
        return None


def save(name: str, value: Any, made_from: Iterable[str] = ()) -> None:
    """Keep a plain value under a name; of those made from something else the ones used last stay."""
    body = marshal.dumps(value)
    write_kept(name, made_from, (check(body), body))


def holds(name: str) -> bool:
    """Whether something is kept under a name, or nothing ever can be; nothing is loaded."""
    folder = cache_folder(os.environ)
    return folder is None or any(folder.glob(f"{name}-*"))


def packed(value: Any) -> bytes:
    """A plain value as bytes, of which nothing is made before somebody asks for it."""
    return marshal.dumps(value)


def unpacked(value: bytes) -> Any:
    """The plain value again."""
    return marshal.loads(value)


def freeze(pattern: regex.Pattern[str]) -> bytes:
    """A compiled pattern as bytes: what pickling it would write, as plain values, but not its source.

    Sources are as large as the code; nobody reads them again.
    """
    _, *code = _reduced(pattern)[1]
    return marshal.dumps(("", *code))


def thaw(frozen: bytes) -> regex.Pattern[str]:
    """The compiled pattern again, without compiling."""
    pattern: regex.Pattern[str] = _build()(*marshal.loads(frozen))
    return pattern


def freeze_quick(pattern: re.Pattern[Any]) -> bytes:
    """A pattern of `re` as bytes, but not its source; empty where this Python makes them another way."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        flags = int(pattern.flags)
        parsed = _parser.parse(pattern.pattern, flags)
        code = [int(each) for each in _compiler._code(parsed, flags)]  # noqa: SLF001 - there is no other way
    except (ImportError, AttributeError, TypeError):
        return b""
    names = {number: name for name, number in pattern.groupindex.items()}
    numbered = tuple(names.get(number) for number in range(pattern.groups + 1))
    return marshal.dumps((flags, code, pattern.groups, dict(pattern.groupindex), numbered))


def thaw_quick(source: AnyStr, frozen: bytes) -> re.Pattern[AnyStr]:
    """The pattern of `re` again; its source is for showing only."""
    import _sre  # type: ignore[import-not-found,unused-ignore]

    pattern: re.Pattern[AnyStr] = _sre.compile(source, *marshal.loads(frozen))
    return pattern


@cache
def _build() -> Callable[..., Any]:
    """What makes a pattern of its plain values."""
    build: Callable[..., Any] = _reduced(regex.compile(""))[0]
    return build


def _reduced(pattern: regex.Pattern[str]) -> tuple[Any, ...]:
    """What pickle would call to make the pattern again, and with which arguments."""
    reduced: Any = copyreg.dispatch_table[regex.Pattern](pattern)
    return tuple(reduced)


def cache_folder(environ: Mapping[str, str]) -> Path | None:
    """The user's cache folder for figscope (XDG), or ``None`` where no home is known."""
    if environ.get("XDG_CACHE_HOME"):
        return Path(environ["XDG_CACHE_HOME"]) / "figscope"
    return Path(environ["HOME"]) / ".cache" / "figscope" if environ.get("HOME") else None


def _path(name: str, made_from: Iterable[str]) -> Path | None:
    folder = cache_folder(os.environ)
    if folder is None:
        return None
    return folder / f"{name}-{digest((str(FORM), sys.version, regex.__version__, *made_from))[:24]}"


def digest(parts: Iterable[str]) -> str:
    """What tells some texts from others, in hexadecimal digits."""
    whole = "\0".join((*parts, ""))
    return str(sha256(whole.encode("utf-8", "surrogatepass")).hexdigest())


def check(body: bytes) -> bytes:
    """What tells that a file is whole; whose it is, its owner tells."""
    return zlib.crc32(body).to_bytes(4, "big")


def open_kept(name: str, made_from: Iterable[str]) -> BinaryIO | None:
    """The file kept under a name; ``None`` where there is none, or another user could have written it."""
    path = _path(name, made_from)
    if path is None:
        return None
    try:
        file = path.open("rb")
        if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
            file.close()
            return None
    except OSError:
        return None
    with suppress(OSError):  # a folder that can only be read
        os.utime(path)
    return file


def write_kept(name: str, made_from: Iterable[str], parts: Iterable[bytes]) -> None:
    """Keep a file, written beside and renamed; of the same name those used last stay."""
    path = _path(name, made_from)
    if path is None:
        return
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside.write_bytes(b"".join(parts))
        beside.replace(path)
        stem = path.name.rpartition("-")[0]
        others = [old for old in path.parent.glob(f"{stem}-*") if old != path]
        others.sort(key=lambda old: old.stat().st_mtime_ns, reverse=True)
        for old in others[KEPT - 1 :]:
            old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
