"""The tokens of an expression: brackets, operators, words, quoted words, regular expressions."""

from __future__ import annotations

from functools import cache

import regex

from parsers.errors import QueryError
from parsers.values import record

LONGEST = 4_000
"""Characters of one expression; what is longer is refused, so that no expression can hold the program."""
SAME = {"==": "=", "≥": ">=", "≤": "<=", "≠": "!="}
KEYWORDS = ("and", "or", "not")

_SOURCE = r"""
    (?P<space>\s++)
  | (?P<open>\()
  | (?P<close>\))
  | (?P<op>[!<>=]=|[:=<>≥≤≠])
  | "(?P<quoted>(?:[^"\\]|\\.)*+)"
  | (?P<expression>/(?:[^/\\]|\\.)++/)(?=[\s)]|\Z)
  | (?P<word>(?:[^\s()"/:=<>!≥≤≠]|!(?!=))(?:[^\s()":=<>!≥≤≠]|!(?!=))*+)
"""


@record
class Token:
    """One token; ``kind`` is "(", ")", "op", "quoted", "expression", "word", "and", "or", "not" or "end"."""

    kind: str
    text: str
    start: int
    end: int


def read_tokens(expression: str) -> list[Token]:
    """All tokens, with an "end" behind them; raises `QueryError` at what cannot be one."""
    if len(expression) > LONGEST:
        raise QueryError(f"the filter is longer than {LONGEST:,} characters", LONGEST, len(expression))
    found: list[Token] = []
    at = 0
    while at < len(expression):
        match = _pattern().match(expression, at)
        if match is None:
            raise _unreadable(expression, at)
        kind = match.lastgroup or ""
        if kind != "space":
            found.append(_token(kind, match))
        at = match.end()
    found.append(Token("end", "", at, at))
    return found


def unquote(text: str) -> str:
    """The characters between quotation marks: a backslash keeps the one behind it."""
    return regex.sub(r"\\(.)", r"\1", text, flags=regex.DOTALL)


def quote(text: str) -> str:
    """A value as it is written in an expression: between quotation marks where it would fall apart."""
    plain = regex.fullmatch(r'[^\s()"/\\,:=<>!≥≤≠]++', text) and text.lower() not in KEYWORDS
    return text if plain else '"' + text.replace("\\", r"\\").replace('"', r"\"") + '"'


def _token(kind: str, match: regex.Match[str]) -> Token:
    text = match[0]
    if kind == "word" and text.lower() in KEYWORDS:
        kind = text.lower()
    elif kind == "quoted":
        text = unquote(match["quoted"])
    elif kind == "op":
        text = SAME.get(text, text)
    return Token({"open": "(", "close": ")"}.get(kind, kind), text, match.start(), match.end())


def _unreadable(expression: str, at: int) -> QueryError:
    if expression[at] == '"':
        return QueryError(
            "this quotation mark is never closed", at, len(expression), expected='a closing "', closing='"'
        )
    if expression[at] == "/":
        return QueryError(
            "this expression is never closed",
            at,
            len(expression),
            expected='a closing / (words with a slash stand in "...")',
            closing="/",
        )
    return QueryError(f"{expression[at]!r} means nothing here", at)


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(_SOURCE, flags=regex.VERBOSE | regex.DOTALL)
