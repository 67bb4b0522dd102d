"""What words or an expression match: one way for the search, its highlights and the filter.

Words match as they are, whatever white space stands between them; ``/.../`` is a regular expression.
Letters match either case until the query has a capital of its own.
"""

from __future__ import annotations

from functools import lru_cache

import regex

LONGEST = 1_000
"""Characters of an expression; what is longer was not typed by a person."""
BACKSLASHED = r"\\."


class ExpressionError(ValueError):
    """What stands between the slashes is no regular expression; ``position`` counts from their inside."""

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.position = position


@lru_cache(maxsize=8)  # asked for each cell that is drawn
def query_pattern(query: str) -> regex.Pattern[str]:
    """The pattern of words, or of an expression between slashes; raises `ExpressionError`."""
    if len(query) > 2 and query[0] == query[-1] == "/":
        return expression_pattern(query[1:-1])
    return words_pattern(query)


def words_pattern(words: str) -> regex.Pattern[str]:
    """The pattern of plain words; it matches in linear time."""
    source = r"\s+".join(regex.escape(word) for word in regex.split(r"\s+", words))
    return regex.compile(source, flags=_smart(words) | regex.MULTILINE)


def expression_pattern(source: str) -> regex.Pattern[str]:
    """The pattern of an expression; it may take any time: use a timeout. Raises `ExpressionError`."""
    if len(source) > LONGEST:
        raise ExpressionError(f"longer than {LONGEST:,} characters", LONGEST)
    letters = regex.sub(BACKSLASHED, "", source)
    try:
        return regex.compile(source, flags=_smart(letters) | regex.MULTILINE)
    except regex.error as error:
        where: object = getattr(error, "pos", None)
        message = str(getattr(error, "msg", error))
        raise ExpressionError(message, where if isinstance(where, int) else 0) from None
    except RecursionError:
        raise ExpressionError("too many brackets inside each other") from None
    except (OverflowError, ValueError) as error:
        raise ExpressionError(str(error)) from None


def _smart(letters: str) -> int:
    return int(regex.IGNORECASE) if letters == letters.lower() else 0
