"""What could be typed next: fields, their values as they stand in the document, the words between terms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from parsers.errors import QueryError
from parsers.model import Document
from parsers.query.compiled import compile  # noqa: A004
from parsers.query.fields import FIELDS, Field, Sort, fields
from parsers.query.grammar import read_expression
from parsers.query.lookup import Lookup
from parsers.query.nodes import Any
from parsers.query.tokens import LONGEST, SAME, quote
from parsers.values import record

MOST = 40
"""Choices at a time."""
SCOPES = 8
"""Beginnings of an expression whose figures are kept, for the letters to come."""
BROAD = ("metric", "subject", "unit", "kind")
"""Fields whose values are offered for a word that is no field."""
_LAST = (
    r"(?:^|[\s(])(?:(?P<field>\w{1,30})\s?(?P<op>[!<>=]=|[:=<>≥≤≠])\s?)?"
    r'(?P<values>(?:[^\s()"<>:=!]*,)?)(?P<part>"[^"]*|[^\s()"]*)\Z'
)


@record
class Choice:
    """One thing to put in: its characters, and a few words about it."""

    insert: str
    about: str


@record
class Completion:
    """What could stand at ``[start, end)`` of the expression; ``hint`` says what belongs there.

    ``begins_field`` tells that what stands there now could become the name of a field, or an "and".
    """

    start: int
    end: int
    choices: tuple[Choice, ...]
    hint: str = ""
    begins_field: bool = False

    def apply(self, expression: str, choice: Choice) -> tuple[str, int]:
        """The expression with a choice put in, and where the cursor stands then."""
        return expression[: self.start] + choice.insert + expression[self.end :], self.start + len(
            choice.insert
        )


def complete(
    expression: str,
    cursor: int,
    document: Document | Lookup | None = None,
    flags: tuple[str, ...] = (),
) -> Completion:
    """What could be typed at ``cursor`` (code points); values are those of ``document``, most frequent first.

    Behind other terms that must hold, values are those of the figures that match these.  Never raises:
    where nothing can be offered there are no choices.
    """
    cursor = max(0, min(cursor, len(expression)))
    match = _pattern().search(expression[:cursor]) if cursor <= LONGEST else None
    if match is None:
        return Completion(cursor, cursor, ())
    lookup = Lookup(document) if isinstance(document, Document) else document
    part = match["part"]
    if lookup is not None:
        lookup = _scope(expression[: match.start()], lookup)
    if match["field"]:
        field = fields().get(match["field"].lower())
        if field is None or SAME.get(match["op"], match["op"]) not in field.operators:
            return Completion(cursor, cursor, ())
        values = _values(field, part, lookup)
        return Completion(
            match.start("part"),
            cursor,
            values,
            f"{field.name}: {field.about}" if field.known() else f"{field.name}: {field.expected}",
        )
    if part.startswith('"'):
        return Completion(cursor, cursor, (), "words of the row")
    begun = bool(expression[: match.start("part")].strip(" ("))
    names = (*_names(part), *_words(part, flags, begun=begun))
    choices = tuple(choice for choice in (*names, *_broad(part, lookup)) if choice.insert != part)
    hint = "words, or a field with its value"
    return Completion(match.start("part"), cursor, choices[:MOST], hint, bool(part and names))


def _scope(before: str, lookup: Lookup) -> Lookup:
    """The figures that match what stands before, where the whole of it must hold; else all of them."""
    before = regex.sub(r"(?i)(?:(?<=\s)and)?\s*\Z", "", before[-LONGEST:].rstrip())
    if before not in lookup.scopes:
        scope = lookup
        try:
            if before and not isinstance(read_expression(before), Any):
                kept = compile(before).select(lookup)
                figures = tuple(lookup.document.figures[at] for at in kept or ())
                scope = lookup.among(figures) if figures else lookup
        except QueryError:
            pass  # a bracket is open, or an "or" waits for its other side
        if len(lookup.scopes) >= SCOPES:
            lookup.scopes.clear()
        lookup.scopes[before] = scope
    return lookup.scopes[before]


def _names(part: str) -> Iterator[Choice]:
    for field in FIELDS:
        if field.name.startswith(part.lower()):
            yield Choice(field.name + (">" if field.sort is Sort.NUMBER else ":"), field.about)


def _words(part: str, flags: tuple[str, ...], *, begun: bool) -> Iterator[Choice]:
    known = {"and": "both hold", "or": "one of them holds"} if begun else {}
    known |= {"not": "what does not match"} | dict.fromkeys(flags, "a mark of yours")
    for word, about in known.items():
        if word.startswith(part.lower()):
            yield Choice(word + ("" if word in flags else " "), about)


def _broad(part: str, lookup: Lookup | None) -> Iterator[Choice]:
    if len(part) < 2:
        return
    for name in BROAD:
        for choice in _values(fields()[name], part, lookup)[:5]:
            if lookup is not None and choice.about != "none":
                yield Choice(f"{name}:{choice.insert}", choice.about)


def _values(field: Field, part: str, lookup: Lookup | None) -> tuple[Choice, ...]:
    """The values of a field that begin with the part, then those in which another word does."""
    counts = lookup.counts(field.name, field.read) if lookup is not None else {}
    ranked = sorted(counts) if field.sort is Sort.DAYS else list(counts)
    names = [*ranked, *(name for name in field.known() if name not in counts)]
    wanted = part.removeprefix('"').casefold()
    begin = [name for name in names if name.casefold().startswith(wanted)]
    begun = set(begin)
    inside = [name for name in names if name not in begun and f" {wanted}" in f" {name.casefold()}"]
    choices = (
        Choice(name if field.sort is Sort.DAYS and ".." in name else quote(name), _count(counts.get(name, 0)))
        for name in (*begin, *inside)[:MOST]
    )
    return tuple(choice for choice in choices if choice.insert != part)


def _count(count: int) -> str:
    return f"{count:,}" if count else "none"


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(_LAST)
