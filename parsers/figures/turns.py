"""How many each of several has, told in turn ("Halden built 45 mills in May, Norvik 51").

Elsewhere a number behind a name belongs to it ("Kirin 9000").
"""

from __future__ import annotations

from parsers.lazy import Pattern

_WORD = r"\p{Lu}[\p{L}&.-]{1,20}"
_NEXT = rf"{_WORD}(?:\s{_WORD}){{0,2}}\s\d[\d,]{{0,9}}"
_WHERE = (
    r"(?:\s(?:(?:in|at|on|from|to|of)\s(?:the\s)?[\p{L}\d]{1,16}|(?:last|this)\s\p{Ll}{1,9}"
    r"|\p{Ll}{1,16}ly)){0,3}"
)
BEFORE = Pattern(
    r"(?r)(?<![\p{L}\p{N}.])(?!(?:It|The|They|He|She|We|In|At|On|And|But)\s)\p{Lu}[\p{L}&.\u2019'-]{1,20}"
    r"(?:\s[\p{L}&.\u2019'-]{1,20}){1,8}?\s\d[\d,]{0,9}(?:\s[\p{L}-]{2,16}){0,2}?\s(?:\p{Ll}{1,16}"
    rf"s|people|men|women|staff){_WHERE}(?:,\s{_NEXT}){{0,8}}(?:,\s(?:and\s|while\s)?|\s(?:and|while)\s)"
)
"""Before the next: who has how many of what, and those told in turn so far."""
BEHIND = Pattern(
    rf"[.;)]?(?:\s*\Z|\n)|[.;)]\s|,?\s(?:and|while)\s{_NEXT}|,\s(?:and\s)?{_NEXT}|,\s(?:he|she|it|they)\s"
)
"""Behind his number: the end, or the next."""
NAME = Pattern(rf"(?r)(?:{_WORD}\s){{1,2}}")
REACH = 160
"""How many characters before a name are looked at."""


def is_counted_in_turn(text: str, start: int, end: int) -> bool:
    """Whether a name and a number (``start`` to ``end``) tell how many of what was counted another has."""
    if BEHIND.match(text, end) is None:
        return False
    first = NAME.match(text, max(0, start - 44), start)  # the name may begin further on
    start = first.start() if first is not None else start
    return BEFORE.match(text, max(0, start - REACH), start) is not None
