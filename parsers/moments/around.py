"""What stands around a number or a name decides whether it is a time: prepositions, numbering, nouns."""

from __future__ import annotations

from parsers.forms import Form, Part
from parsers.moments.phrase import Shape
from parsers.moments.words import Pattern, entry, led
from parsers.rules import Hit

AROUND = 24

# Words before a number or a capitalised word that make it a time.
TIMELY = Pattern(
    r"(?ri)(?<!\p{L})(?:(?:pre|post)-|(?:in|since|by|of|until|till|during|from|through|throughout|to|for|before|after|late|early|mid|and|or|year|"
    r"between|around|about|circa|than|as|last|next|this|that|each|every|calendar|vs|versus|on|at|over|into|spring|summer|autumn|"
    r"fall|winter|back|end|with|against)[\s,\u00a0-]{1,3})"
)

DETERMINED = Pattern(r"(?ri)(?<!\p{L})(?:the|its|his|her|their|our|a|an|'s|’s|s'|s’)[\s\u00a0]{1,2}")

NUMBERED = Pattern(
    r"(?ri)(?:(?<!\p{L})(?:no|nos|page|pages|p|pp|section|sections|chapter|room|route|flight|model|item|rule|act|form|article|paragraph|"
    r"highway|figure|table|suite|version|lot|line|channel|unit|resolution|bill|number|volume|vol|box|code|step|phase)\.?[\s\u00a0]{1,2}|[#$€£¥₹§:.,/+=\-\u2212\p{N}\p{L}&])"
)

NAMED = Pattern(r"(?r)(?<!\p{L})\p{Lu}[\p{L}&.]*[\s\u00a0]")

FOLLOWED = Pattern(
    r"[\s\u00a0-]{1,2}(?i:percent|per[\s\u00a0]cent|pct|million|billion|trillion|points?|basis|degrees|dollars|euros|pounds|yen|yuan|feet|miles|km|kg|mg|GB|MB|MW|tons?|tonnes|barrels)(?!\p{L})|[%°]|-(?!\p{L}*(?:based|led|era|style))[\p{L}\d]"
)

COUNTED = Pattern(
    r"[\s\u00a0](?i:people|employees|workers|jobs|staff|shares|units|stores|cars|homes|companies|members|customers|miles|men|women|"
    r"students|children|troops|soldiers|deaths|cases|votes|seats|acres|households|investors|branches|vehicles|points|copies|tonnes)(?!\p{L})"
)


def framed(form: Form | None, hit: Hit) -> Form | None:
    """The form with the "early", "end of" that its lead says."""
    part = entry("timewords.early", led(hit, "early")) if hit.lead is not None else None
    return Part(part.id, form) if part and form is not None else form


def shaped(shape: Shape, hit: Hit) -> Form | None:
    """What a shape reads in a hit, with its lead."""
    return framed(shape.read(hit.match), hit)
