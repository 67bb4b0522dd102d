"""What stands around a number or a name decides whether it is a time: prepositions, numbering, nouns."""

from __future__ import annotations

from parsers.forms import Form, Part
from parsers.moments.phrase import Shape
from parsers.moments.words import Pattern, entry, led
from parsers.rules import Hit

AROUND = 24

# What makes a number or a capitalised word a time, or another thing.
TIMELY = Pattern(r"(?r)(?<!\p{L})(?:(?i:pre|post)-|<<timenames.timely>>[\s,\u00a0-]{1,3})")
DETERMINED = Pattern(r"(?r)(?<!\p{L})<<timenames.determined>>[\s\u00a0]{1,2}")
NUMBERED = Pattern(
    r"(?r)(?:(?<!\p{L})<<timenames.numbered>>\.?[\s\u00a0]{1,2}"
    r"|[#$\u20ac\u00a3\u00a5\u20b9\u00a7:.,/+=\-\u2212\p{N}\p{L}&])"
)
NAMED = Pattern(r"(?r)(?<!\p{L})\p{Lu}[\p{L}&.]*[\s\u00a0]")
FOLLOWED = Pattern(
    r"[\s\u00a0-]{1,2}<<timenames.measured>>(?!\p{L})|[%\u00b0]"
    r"|-(?!\p{L}*(?:based|led|era|style))[\p{L}\d]"
)
COUNTED = Pattern(r"[\s\u00a0]<<timenames.counted>>(?!\p{L})")


def framed(form: Form | None, hit: Hit) -> Form | None:
    """The form with the "early", "end of" that its lead says."""
    part = entry("timewords.early", led(hit, "early")) if hit.lead is not None else None
    return Part(part.id, form) if part and form is not None else form


def shaped(shape: Shape, hit: Hit) -> Form | None:
    """What a shape reads in a hit, with its lead."""
    return framed(shape.read(hit.match), hit)
