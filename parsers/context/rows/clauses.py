"""The frame of a sentence: asides between commas, appositions, and where a new clause begins.

Everything here works on the tags of a `Row`; positions are those of its words.
"""

from __future__ import annotations

from parsers.context.rows.words import Row
from parsers.lazy import Pattern
from parsers.quick import Quick

ASIDE = Pattern(
    r',(?P<in>(?:&?[pno]?r)(?:[^;"]{1,70}?,|[^;"]{1,40}"[^;"]{1,8},"))'
    r"(?=[dH]?[VBHAWXSm]|T[VH]|t[NKPD]|&[td]?(?:[VHWAXm]|x[FDiq]))"
)
"""A relative clause that its main verb follows: ", which makes paper, sold"."""

HELPED = Quick(r'[WV]p[^;"S]{1,40},(?=[Dix]{0,2}[xMG]{0,3}[MG](?:d?[VBHAWXm]|[no]))')
"""A participle that tells why before the main clause: "Helped by demand for the Orlin, sales rose"."""

INTRODUCED = Pattern(r"[apn][^,;]{1,8}(?P<in>,r[^;\"]{1,40}?,)(?=D?[xMGZ]{1,4}[dq]?[VBHAWXF])")
"""A relative clause before the main one: "At the mill, where a line has started, output rose"."""

APPOSED = Pattern(
    r"(?P<who>[NPL]),(?P<of>(?:D|[NLE]'|i)[xRLMEZkKoTd&-]{0,8}?[KkR](?:[xHWV](?=[pnaot]))?(?:[^,;VBHAWXSmr]|W(?=[np])){0,12})(?=,|\Z)"
)
"""A name with what it is: "Halden, the Dutch paper maker,"."""

WHAT_IT_IS = Pattern(
    r"(?:K(?P<in>,(?:D|L')[^,;VBHAWXSmrFNPI]{1,14},)"
    r"|(?:[NPLkZ]|(?<=N[xM]?\([^()]{1,4})\)|(?<=D)x|(?<=N)[xM])(?P<in>,(?:D|i|[NLE]'|x{0,2}[KRkx]o)(?:[^,;VBHAWXSmrF]|W(?=[np])){1,14},|,D[xRLMEZ]{0,4}[Kk]D[^,;]{1,14},))"
    r"(?=(?:p?T)?[dH]?[VBHAWXSm])"
)
"""What a party is, told before its verb: ", Europe's largest maker after Calder,"."""

WHAT_IT_DOES = Pattern(
    r"(?:[NLk]|(?<=N[xM]?\([^()]{1,4})\)|(?<=N)[xM])(?P<in>,(?:D|i)?[xRLMEZd']{0,6}[Kk][op][^;\"Sr]{1,40}?,)(?=(?:p?T)?d?[VBHAWXS])"
)
"""A list of what a party makes, told before its verb: ", a maker of pumps, valves and pipes, reported"."""

WHO_DO = Pattern(
    r"(?<=[NLk]|N[xM]),[Di][xRLMEZ]{0,4}[Kk](?:o[NL])?(?:D[NPIL]|r)[^,;\"Sr]{1,24},(?=d?[VBHAWX])"
)
"""What others do with a party, told before its verb: ", the paper group that Calder wants to buy for $5,"."""

PASSIVE = Pattern(
    r",(?:(?:(?:D[xRLME]{0,4}[Kk])?[WxmH][dx]?[pna]|pI)[^,;VBHAXSrF]{1,14}|q*F[mWx]p[^,;VBHAXSr]{1,18}),"
    r"(?=d?[AVBHWSm])"
)
"""By whom a party is owned or which are among many, told before its verb: ", 40% owned by Calder, has"."""

SAID = Pattern(r",[Di]?[xKRk]{0,3}[NPKIERL]Sp?T?(?=,)")
"""Who says it, put into the sentence: ", its owner Halden said Thursday,"."""

NAMED = Pattern(r"(?:[NL]'|i|D)[xMZNELRd]{0,4}[kK],(?P<who>N),")
"""A description with its name behind: "Halden's paper unit, Norvik Corp.,"."""


WHICH_IS = Pattern(r"(?<=N)(?P<in>,D[DdxUqHW]{1,4}[xMZ],)(?=d?(?:[VHWm]|xF))")
"""What else a party is, told before its verb: ", the most heavily traded issue,"."""
KNOWN_FOR = Pattern(r"(?<=[NLk]|N[xM]),x[wpn][^,;\"VBHAWXSmrF]{1,12},(?=d?[VBHAWXSm])")
"""What a party is like, told before its verb: ", popular with younger shoppers, posted"."""
ALONG_WITH = Pattern(r"(?<=[NKk]),[dx]w[^;,\"VBHAWXSr]{1,8},(?=[dA]{0,2}[VBHWXm])")
"""With whom a party does something, told before its verb: ", together with its partner Calder, will"."""
TOLD_OF: tuple[tuple[Pattern, str | int], ...] = (
    *((pattern, "in") for pattern in (WHICH_IS, WHAT_IT_IS, WHAT_IT_DOES)),
    *((pattern, 0) for pattern in (WHO_DO, PASSIVE, ALONG_WITH, KNOWN_FOR)),
)
"""What is told of a party before its verb, and which group of it."""


BRACKETS = Pattern(r"\([^()]{1,24}\)")
"""What is told in brackets."""


def outside(tags: str, place: int, reach: int) -> list[int]:
    """The ``reach`` positions before ``place``, nearest first, without the asides that end before it."""
    low = max(0, place - reach)
    skipped: set[int] = set()
    if "r" in tags[low:place]:
        for hit in ASIDE.finditer(tags, low, place + 1):
            if hit.end() <= place:
                skipped.update(range(hit.start(), hit.end()))
        hit_first = INTRODUCED.match(tags, 0, place + 1) if tags[0] in "apn" else None
        if hit_first is not None and hit_first.end() <= place:
            skipped.update(range(*hit_first.span("in")))
    helped = HELPED.match(tags) if low == 0 and tags[:1] in ("W", "V") else None
    if helped is not None and helped.end() <= place:
        skipped.update(range(helped.end()))
    for pattern, group in TOLD_OF if tags.count(",", low, place) > 1 else ():
        for hit in pattern.finditer(tags, low, place + 1):
            skipped.update(range(*hit.span(group)))
    if "S" in tags[low:place]:
        for hit in SAID.finditer(tags, low, place):
            skipped.update(range(hit.start(), hit.end()))
    for hit in BRACKETS.finditer(tags, low, place) if "(" in tags[low:place] else ():
        skipped.update(range(hit.start(), hit.end()))
    return [at for at in range(place - 1, low - 1, -1) if at not in skipped]


def of_another_aside(tags: str, inside: int, place: int) -> bool:
    """Whether ``inside`` stands in an aside that ``place`` is not in ("yields, which fell then, were at")."""
    if "r" not in tags[max(0, inside - 40) : inside]:
        return False
    hits = ASIDE.finditer(tags, max(0, inside - 40))
    return any(hit.start() < inside < hit.end() and not hit.start() < place < hit.end() for hit in hits)


WITH_IT = Pattern(r"N,w[^;,VHBAWXS]{1,12}(?:,?&[^;,VHBAWXS]{1,8})?,(?=[dA]?[VBHW])")
"""What a name has, between it and what is told of it ("Norvik, with sales of $5 million, rose")."""


BESIDE_IT = Pattern(r",q(?:[DiKNLRxT'M]{1,8}o)F[QT]?,(?=&[VBWHm])")
"""What a value is above or below, between it and what follows ("6%, above its goal of 4%, and average")."""


def left_aside(tags: str, inside: int, place: int) -> bool:
    """Whether ``inside`` stands in an aside that ends before ``place``."""
    low = max(0, inside - 40)
    near = tags[low:inside]
    asides = (*((ASIDE,) if "r" in near else ()), *((WHO_DO,) if "K" in near or "k" in near else ()))
    asides = (*asides, WITH_IT) if "N,w" in tags[low : inside + 1] else asides
    asides = (*asides, BESIDE_IT) if ",q" in near else asides
    asides = (*asides, WHICH_IS) if "N,D" in tags[low : inside + 1] else asides
    hits = (hit for pattern in asides for hit in pattern.finditer(tags, low, place + 1))
    return any(hit.start() < inside < hit.end() <= place for hit in hits)


def named_for(row: Row, at: int) -> int | None:
    """The name that a description at ``at`` belongs to ("Halden, the paper maker," / "its unit, Norvik,")."""
    low, high = max(0, at - 16), min(len(row.tags), at + 16)
    for hit in APPOSED.finditer(row.tags, low, high):
        if hit.start("of") <= at < hit.end("of"):
            return hit.start("who")
    for hit in NAMED.finditer(row.tags, low, high):
        if hit.start() <= at < hit.start("who"):
            return hit.start("who")
    return None
