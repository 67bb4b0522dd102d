"""The program's modules, read from one kept file instead of hundreds.

The program has some five hundred small modules.  For each of them Python looks through folders, compares
two files and reads one: together that takes longer than reading an article.  Their bytecode is kept
between runs, in the user's cache folder, where a module is used as long as its source has the size and
the times that it was made from; the rest is loaded in the usual way, and kept for the next run.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

from parsers.pieces import Pieces, keep_at_the_end

PACKAGES = ("parsers.", "tui.")
FORM = "2"
"""Of what is kept: another number where another version of the program kept it otherwise."""
MOST_KEPT = 2000
"""How many modules of an installation are kept; beyond it, which none has, they are gathered anew."""


def from_one_file(packages: tuple[str, ...] = PACKAGES) -> None:
    """Load the modules of the program from the kept file from now on; what it lacks is added at the end."""
    installed = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - before anything else is loaded
    kept = Pieces("modules", (str(sys.flags.optimize), installed, FORM))
    sys.meta_path.insert(0, _Finder(packages, kept))
    keep_at_the_end(partial(kept.keep, MOST_KEPT))


class _Finder:
    """Finds the modules of the program beside the package that they belong to."""

    def __init__(self, packages: tuple[str, ...], kept: Pieces) -> None:
        self._packages = packages
        self._kept = kept

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where a module is and how it is loaded; ``None`` for those of others."""
        if not name.startswith(self._packages) or not path:
            return None
        beside = f"{path[0]}{os.sep}{name.rpartition('.')[2]}"
        for source, inside in ((f"{beside}.py", None), (f"{beside}{os.sep}__init__.py", [beside])):
            try:
                found = os.stat(source)  # noqa: PTH116 - hundreds of times, before anything is shown
            except OSError:
                continue
            # Installers may give every file the same time; when it was put there nobody can choose.
            made_from = (found.st_size, found.st_mtime_ns, found.st_ctime_ns)
            loader = _Loader(name, source, made_from, self._kept)
            return _spec(name, source, loader, inside)
        return None


def _spec(name: str, source: str, loader: _Loader, inside: list[str] | None) -> ModuleSpec:
    """As `spec_from_file_location` makes it, but with no look at paths that are known to be whole."""
    spec = ModuleSpec(name, loader, origin=source)
    spec.has_location = True
    spec.submodule_search_locations = inside
    folder, _, file = source.rpartition(os.sep)
    spec.cached = f"{folder}{os.sep}__pycache__{os.sep}{file[:-2]}{sys.implementation.cache_tag}.pyc"
    return spec


class _Loader(SourceFileLoader):
    """Loads a module of the program: its bytecode from the kept file where that has it."""

    def __init__(self, name: str, source: str, made_from: tuple[int, ...], kept: Pieces) -> None:
        super().__init__(name, source)
        self._source = source
        self._made_from = made_from
        self._kept = kept

    def get_code(self, fullname: str) -> CodeType | None:
        """The bytecode of the module."""
        piece = self._kept.get(self._source)
        kept: tuple[tuple[int, ...], CodeType] | None = marshal.loads(piece) if piece is not None else None
        if kept is not None and kept[0] == self._made_from:
            return kept[1]
        made = super().get_code(fullname)
        if made is not None:
            kept_code = _without_docstrings(made)
            self._kept.add(
                self._source, marshal.dumps((self._made_from, kept_code))
            )  # in place of an older one
        return made


def _without_docstrings(code: CodeType) -> CodeType:
    """Bytecode whose functions have no docstrings: nothing asks for them, and they are half a megabyte."""
    constants = tuple(
        _without_docstrings(one) if isinstance(one, CodeType) else one for one in code.co_consts
    )
    if _has_docstring(code):
        constants = (None, *constants[1:])
    return code.replace(co_consts=constants)


def _has_docstring(code: CodeType) -> bool:
    """Whether the first constant of a function is its docstring, which no instruction loads."""
    function = bool(code.co_flags & OPTIMIZED) and not code.co_name.startswith("<")
    if not function or not code.co_consts or not isinstance(code.co_consts[0], str):
        return False
    import dis

    return all(one.opcode not in dis.hasconst or one.arg != 0 for one in dis.get_instructions(code))


OPTIMIZED = 1
"""The flag of a function's bytecode; a class and a module load their docstrings themselves."""
