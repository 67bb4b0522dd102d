"""Whom a sentence singles out of many ("The week's winner was Norvik", "For Norvik, it meant")."""

from __future__ import annotations

import re

import regex

from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.quick import Quick


def singled_out(row: Row) -> regex.Match[str] | re.Match[str] | None:
    """The company that a sentence singles out ("The exception is Norvik, which", "There is Norvik")."""
    out = SINGLED.match(row.tags)
    if out is not None:
        return out if row.keys[out.end("what") - 1] in known("contextwords.singles_out") else None
    there = THERE.match(row.tags)
    if there is not None and row.keys[there.start("there")] == "there":
        return there
    led = FOR_WHOM.match(row.tags) if "p" in row.tags[:3] else None
    return led if led is not None and "for" in row.keys[: led.start("who")] else None


SINGLED = Quick(r"(?:T')?(?P<what>[DdxMGK]{1,4})H?BD?[xK]{0,3}(?P<who>N)(?=,|$)")
THERE = Quick(r"[&c]?(?:d,?)?(?P<there>d)[B']d?D?[xK]{0,3}(?P<who>N)(?=,|$)")
FOR_WHOM = Pattern(r"[c&]?pD?[xK]{0,3}(?P<who>N),I(?=d?[BHAVWX])|dcpD?[xK]{0,3}(?P<who>N)(?=,|$)")
