"""The words: TOML tables, one entry per thing, loaded, validated and compiled once on first use.

A table is one file beside this one.  Each ``[[entry]]`` has an ``id``; every key that holds a list
of strings is a *class* of surfaces ("symbol", "code", "name"), addressed as ``table.class``; every
other key is an attribute.  Surfaces are literal strings; a space in one stands for one or two
white-space characters of the text.  At the top of a file:

``case = ["code"]``      classes whose surfaces are matched with their case (others ignore it)
``ambiguous = ["dollar"]``  surfaces that more than one entry of a class may claim
``[reach]``              for a class the sentence in which each of its surfaces (for ``{}``) must be read

In rule patterns ``<<table.class>>`` stands for the alternation of a class, longest surface first,
and ``<<table.a|table.b>>`` for several together.  `define` adds named fragments (``<<number>>``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import regex

from parsers import store
from parsers.errors import LexiconError
from parsers.values import record

# Each repetition in a pattern costs time whenever it is tried, reached or not; a choice costs nothing.
GAP = r"(?:(?: |)\s(?: |))"
MACRO = regex.compile(r"<<([\w.|]+)>>")


@record
class Entry:
    """One thing of a table: its ``id``, its attributes, its surfaces by class."""

    id: str
    table: str
    attributes: Mapping[str, Any]
    classes: Mapping[str, tuple[str, ...]]

    def get(self, attribute: str, default: Any = None) -> Any:
        """The value of an attribute, or ``default``."""
        return self.attributes.get(attribute, default)


@record
class Surfaces:
    """One class of one table: what its surfaces mean, and the pattern that matches them."""

    name: str
    cased: bool
    entries: Mapping[str, tuple[Entry, ...]]

    @property
    def pattern(self) -> str:
        """A trie of the surfaces, longest first, as regex source."""
        source = _tries()[self.name]
        return f"(?:{source})" if self.cased else f"(?i:{source})"

    def find(self, surface: str) -> tuple[Entry, ...]:
        """The entries that claim a surface as it stands in a text (none: an empty tuple)."""
        found = self.entries.get(surface if self.cased else surface.lower())
        if found is None and not surface.isalpha():  # what is not only letters may hold white space
            found = self.entries.get(fold(surface, self.cased))
        return found or ()


def fold(surface: str, cased: bool = False) -> str:
    """The key of a surface: white space made one space, case folded unless it matters."""
    key = " ".join(surface.split())
    return key if cased else key.lower()


@cache
def sources() -> Mapping[str, str]:
    """The text of every table, by its name."""
    return {file.stem: file.read_text(encoding="utf-8") for file in _files()}


@cache
def digest() -> str:
    """What tells the tables from those of another version."""
    return store.digest(store.check(file.read_bytes()).hex() for file in _files())


def _files() -> list[Path]:
    return sorted(Path(__file__).parent.glob("*.toml"))


@cache
def tables() -> Mapping[str, tuple[Entry, ...]]:
    """Every table by name."""
    return MappingProxyType({name: _table(name)[0] for name in sources()})


@cache
def entries(table: str) -> Mapping[str, Entry]:
    """The entries of one table by id."""
    return MappingProxyType({entry.id: entry for entry in _table(table)[0]})


@cache
def surfaces(name: str) -> Surfaces:
    """The class ``table.class``."""
    table, _, klass = name.partition(".")
    read, head = _table(table)
    alone = [(entry,) for entry in read]
    found = {
        surface: alone[claim] if type(claim) is int else tuple(read[one] for one in claim)
        for surface, claim in _claimed(name).items()
    }
    return Surfaces(name, klass in head.get("case", ()), MappingProxyType(found))


@cache
def words(name: str) -> frozenset[str]:
    """The surfaces of the class ``table.class``, for those who do not ask what they mean: that is sooner."""
    return frozenset(_claimed(name))


def reach(name: str) -> str | None:
    """The sentence in which each surface of the class ``table.class`` must be read, if one is given."""
    table, _, klass = name.partition(".")
    sentence = _table(table)[1].get("reach", {}).get(klass)
    return None if sentence is None else str(sentence)


@lru_cache(maxsize=8192)
def find(names: str, surface: str) -> tuple[Entry, ...]:
    """The entries that claim ``surface`` in the first of the classes ``a.b|c.d`` that knows it."""
    for name in names.split("|"):
        if found := surfaces(name).find(surface):
            return found
    return ()


def expand(pattern: str, fragments: Mapping[str, str], once: Collection[str] = ()) -> str:
    """Regex source with every ``<<macro>>`` replaced; fragments may hold macros themselves.

    Those named in ``once`` are spelt out where they stand first; every later place calls that one as a group,
    so that the pattern does not hold their words again.  All must be read in the same direction and case.
    """
    spelt: dict[str, str] = {}

    def one(match: regex.Match[str]) -> str:
        name = match[1]
        if name in spelt:
            return f"(?&{spelt[name]})"
        if name in once:
            spelt[name] = "_" + name.replace(".", "_").replace("|", "_")
        begin = f"(?P<{spelt[name]}>" if name in spelt else "(?:"
        if name in fragments:
            return begin + MACRO.sub(one, fragments[name]) + ")"
        return begin + "|".join(surfaces(part).pattern for part in name.split("|")) + ")"

    source = MACRO.sub(one, pattern)
    for group in spelt.values():
        if f"(?&{group})" not in source:
            source = source.replace(f"(?P<{group}>", "(?:")
    return source


@cache
def _loaded() -> dict[str, Any]:
    """What `_load` makes of the tables, kept between runs."""
    kept: dict[str, Any] = store.remember("lexicon", (digest(),), _load)
    return kept


@cache
def _tries() -> dict[str, str]:
    """The trie of every class: nobody asks for them but who compiles a pattern."""

    def make() -> dict[str, str]:
        return {name: trie(store.unpacked(words)) for name, words in _loaded()["claims"].items()}

    kept: dict[str, str] = store.remember("tries", (digest(),), make)
    return kept


def _load() -> dict[str, Any]:
    """The tables as plain values, and who claims which surface of every class.

    An entry is its id, its attributes and its classes; a claim the number of an entry, or of several.
    Each is packed by itself: of most tables a text asks for few classes.
    """
    import tomllib

    tables: dict[str, Any] = {}
    claims: dict[str, dict[str, Any]] = {}
    for table, source in sources().items():
        try:
            raw = tomllib.loads(source)
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(f"{table}.toml: {error}") from error
        head = {k: v for k, v in raw.items() if k != "entry"}
        found = [_read_entry(item) for item in raw.get("entry", [])]
        names = [name for name, *_ in found]
        if twice := {name for name in names if names.count(name) > 1}:
            raise LexiconError(f"{table}.toml: two entries are called {min(twice)!r}")
        tables[table] = (found, head)
        claims |= _claims(table, found, head)
    return {
        "tables": {name: store.packed(table) for name, table in tables.items()},
        "claims": {name: store.packed(words) for name, words in claims.items()},
    }


def _read_entry(item: Mapping[str, Any]) -> tuple[str, dict[str, Any], dict[str, tuple[str, ...]]]:
    classes = {k: tuple(v) for k, v in item.items() if _is_surfaces(v)}
    return str(item["id"]), {k: v for k, v in item.items() if k not in classes and k != "id"}, classes


def _claims(
    table: str, found: list[tuple[str, dict[str, Any], dict[str, tuple[str, ...]]]], head: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    """Who claims each surface of every class of a table; more than one only where that is allowed."""
    claims: dict[str, dict[str, list[int]]] = {}
    for number, (_, _, classes) in enumerate(found):
        for name, words in classes.items():
            for surface in words:
                claimed = claims.setdefault(f"{table}.{name}", {})
                claimed.setdefault(fold(surface, name in head.get("case", ())), []).append(number)
    for name, claimed in claims.items():
        cased = name.partition(".")[2] in head.get("case", ())
        allowed = {fold(surface, cased) for surface in head.get("ambiguous", ())}
        for surface, numbers in claimed.items():
            if len(numbers) > 1 and surface not in allowed:
                claimants = ", ".join(found[one][0] for one in numbers)
                raise LexiconError(f"{name}: {surface!r} is claimed by {claimants}")
    return {
        name: {surface: each[0] if len(each) == 1 else tuple(each) for surface, each in claimed.items()}
        for name, claimed in claims.items()
    }


def _claimed(name: str) -> Mapping[str, Any]:
    """Which entries claim each surface of a class, by their numbers."""
    packed = _loaded()["claims"].get(name)
    if packed is None:
        raise LexiconError(f"no surfaces in {name}")
    claims: Mapping[str, Any] = store.unpacked(packed)
    return claims


@cache
def _table(table: str) -> tuple[tuple[Entry, ...], Mapping[str, Any]]:
    packed = _loaded()["tables"].get(table)
    if packed is None:
        raise LexiconError(f"there is no table {table}.toml")
    found, head = store.unpacked(packed)
    entries = (
        Entry(name, table, MappingProxyType(attributes), MappingProxyType(classes))
        for name, attributes, classes in found
    )
    return tuple(entries), MappingProxyType(head)


def _is_surfaces(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(s, str) for s in value)


def trie(words: Iterable[str]) -> str:
    """Regex source that matches the longest of ``words`` at a place, branching letter by letter."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    ends = "" in node
    arms = [
        (GAP if letter == " " else regex.escape(letter)) + _branch(rest)
        for letter, rest in node.items()
        if letter
    ]
    if not arms:
        return ""
    if ends:
        arms.append("")
    return arms[0] if len(arms) == 1 else "(?:" + "|".join(arms) + ")"
