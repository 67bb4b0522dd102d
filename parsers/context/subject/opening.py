"""Whom a sentence opens with: a government, goods, whose shares or results, a person's company."""

from __future__ import annotations

import regex

from parsers.context.rows.words import Row, known
from parsers.context.subject.deals import came_as
from parsers.context.subject.singled import singled_out
from parsers.context.subject.sorts import is_no_company
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.quick import Quick

RULED = Pattern(
    r"(?:[^;]{0,6}-|[Td,]{0,4})(?:(?P<who>L'x{0,2}K)(?:,(?:r|D)[^,;]{1,16},)?|(?P<who>L)'x?R(?:p?T)?)(?=d?[AVBHWXSm])"
)
"""A government that a sentence begins with ("Norway's government will")."""
GOODS = Pattern(
    r"(?:[^;]{0,6}-)?(?:D?[xTN]{0,2}|nTx?,D?|[pa]?T,D?)(?P<who>Z)(?=(?P<what>[xM]{0,2})(?:p[T]x?)?d?[VBHWm])"
    r"|(?:[^;]{0,6}:)?(?P<who>Z)(?=:)|(?:T,?)?(?P<who>L)(?=d?[AVBHWXm])"
)
"""What is traded, where a sentence begins with it and the text is about no company ("Corn futures rose")."""
TRADED = Pattern(r"(?P<who>Z[xZM]?)(?=,d,V|d?V)")
"""What is traded, where a sentence begins with it ("Treasury bonds fell")."""
PARENT = Pattern(r"(?:D|[NL]'|Dx')x{0,3}K,(?P<who>N),(?=[VBHAWXSm])")
"""A description with its name ("The parent, Norvik Corp., had")."""
SHARES_OF = Pattern(r"(?:[^;,]{0,6},)?[Dx]?(?P<what>M)[on]D?[xKRLZ]{0,3}(?P<who>N)(?!')(?=,|d?[AVBHWXm])")
ITS_SHARES = Pattern(r"(?:[^;,]{0,6},)?D?[xKRLZ]{0,3}(?P<who>N)'x?(?P<what>M)(?=d?[AVBHWXm])")
"""Of whose shares a sentence begins to tell ("Shares of Norvik jumped", "Norvik's share price")."""
RESULT_AT = Quick(r"[DxT]{0,2}[xM]{0,2}MaD?[xKRL]{0,2}(?P<who>N)(?=d?[AVBHm])")
"""What is measured at a company, where a sentence begins with it ("Sales at Norvik rose")."""
INVERTED = Quick(r"(?:pD?[xMG]{1,3}|xD?[xMG]{0,2}|d?U)[BH]D?[xK]{0,3}(?P<who>N)(?=,)")
"""A sentence that ends with whom it is about ("Among the losers was Norvik, down 88 cents")."""
SAME_AT = Quick(r"(?:[cd]{1,2},?|x,)?I[BV](?:D?x{1,3}){1,2}[an]D?(?P<who>N)(?!')")
"""A sentence that turns to another of whom the same is told ("It was a similar story at Norvik Park")."""


def opened(row: Row, topic: Topic) -> Phrase | None:
    """Whom a sentence opens with where it is no plain name, or whose company a person there has."""
    return came_as(row) or _begun(row, topic) or _persons_company(row)


def opens_with_parent(row: Row) -> bool:
    """Whether a sentence opens with the parent of whom the text told ("The parent, Norvik Corp., had")."""
    return row.keys[1:2] == ("parent",) and PARENT.match(row.tags) is not None


def _begun(row: Row, topic: Topic) -> Phrase | None:
    """A government, bonds or the name of what is described, where a sentence begins with it."""
    hit = (
        RULED.match(row.tags)
        or PARENT.match(row.tags)
        or SAME_AT.match(row.tags)
        or RESULT_AT.match(row.tags)
        or _whose_shares(row)
        or INVERTED.match(row.tags)
        or singled_out(row)
    )
    if hit is None and (topic.main is None or is_no_company(topic.now)):
        hit = GOODS.match(row.tags)
        if hit is not None and hit.end("what") > 0 and "W" in row.tags[hit.end() : hit.end() + 2]:
            hit = hit if "traded" in row.keys[hit.end() : hit.end() + 2] else None
        what = hit.span("what") if hit is not None else (0, 0)
        if hit is not None and what[0] < what[1] and row.keys[what[1] - 1] in known("parties.gauge"):
            return row.phrase(hit.start("who"), what[1] - 1)  # "The Nasdaq composite rose"
        if (
            what[0] < what[1]
            and row.tags[what[1] - 1] == "M"
            and row.keys[what[1] - 1] not in known("parties.quoted")
        ):
            hit = None  # "Oil imports rose"
    first = row.text[row.words[0].start : row.words[0].end].split()[:1] if row.words else []
    if hit is None and first and first[0] in known("parties.issuing"):
        hit = TRADED.match(row.tags)
    return row.phrase(hit.start("who"), hit.end("who") - 1) if hit is not None else None


def _whose_shares(row: Row) -> regex.Match[str] | None:
    """The company of whose shares a sentence begins to tell ("Shares of Norvik rose", "Norvik's shares")."""
    hit = SHARES_OF.match(row.tags) if "M" in row.tags[:4] else None
    hit = hit or (ITS_SHARES.match(row.tags) if "'" in row.tags[:8] else None)
    word = row.keys[hit.start("what")] if hit is not None else ""
    return hit if word in STOCK or word in known("parties.shares") else None


STOCK = ("share price", "stock price")


BY_PERSON = Pattern(r"(?:d,|T,|c)*(?:D?[xRL]{0,3}P|I)")
PARTY = Pattern(r"(?<![oawpfq])(?<![KkLTx]n)(?<![oawpqf]D)(?P<who>N)(?!['xMk])")


def _persons_company(row: Row) -> Phrase | None:
    """The one company that a sentence about a person speaks of ("He took over Norvik")."""
    by = BY_PERSON.match(row.tags)
    if by is None or row.keys[by.end() - 1] in ("it", "they", "we"):
        return None
    found = {row.words[hit.start("who")].key: hit.start("who") for hit in PARTY.finditer(row.tags)}
    at = next(iter(found.values()), None)
    return row.phrase(at, at) if at is not None and len(found) == 1 else None
