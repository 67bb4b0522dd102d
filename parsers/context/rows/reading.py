"""A sentence read into a row: its figures, moments and names, and the words between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat

from parsers.context.names.listing import code_behind
from parsers.context.rows.inserts import without_inserts
from parsers.context.rows.meant import as_meant
from parsers.context.rows.passing import with_counts_as_words
from parsers.context.rows.verblike import as_verbs
from parsers.context.rows.words import Longer, Name, Row, Word, known, seen, vocabulary, word_of
from parsers.latin import Compiled, LatinPattern
from parsers.lazy import Pattern
from parsers.model import Figure, Kind, Moment, Span
from parsers.values import replace

WORD = LatinPattern(
    r"([\p{Lu}]\.(?:[\p{L}]\.)*|[\p{L}\d]++(?:[-&/.'\u2019](?!s\b)[\p{L}\d]++)*|['\u2019]s\b|(?<=[sS])['\u2019](?!\w)"
    r"|--|``|''|[,;:(){}\[\]\"\u201c\u201d\u2013\u2014-])"
)
"""Cuts a text into what stands between its words, and the words."""


BRACKETED = Pattern(r"\([NE]\),")
"""A party that is not listed, in brackets, with which a sentence begins ("(Orlin Inc), a grocer, said")."""
EACH = Pattern(r"/\p{L}{2,}(?![\p{L}/-])")
"""Behind an amount, what it is for one of ("$0.45/share")."""


def read_row(
    text: str,
    span: Span,
    index: int,
    figures: Sequence[Figure],
    moments: Sequence[Moment],
    names: Sequence[Name],
) -> Row:
    """The row of one sentence; the mentions given are those inside it, in text order."""
    words: list[Word] = []
    places: dict[str, int] = {}
    pattern = WORD.of(text, span.start, span.end)
    at = span.start
    for start, end, tag, ref in _mentions(figures, moments, names):
        if start < at:
            continue
        marks = _marks(text, start, end) if isinstance(ref, Name) else None
        before = start - (marks is not None)
        if text[at:before] not in ("", " "):
            words += _words(pattern, text, at, before)
        if isinstance(ref, Figure):
            places[ref.id] = len(words)
        words.append(word_of((start, end, tag, text[start:end].lower(), ref)))
        if isinstance(ref, Figure) and (each := EACH.match(text, end)) is not None:
            words.append(word_of((end, each.end(), "Q", "per", None)))
            end = each.end()
        at = _behind(text, end, tag, ref) if marks is None else end + marks
        if marks == len(',"'):
            words.append(word_of((end, end + 1, ",", ",", None)))
        if isinstance(ref, Name) and text.startswith("s ", end):  # a possessive that has lost its apostrophe
            words.append(word_of((end, end + 1, "'", "'s", None)))
            at = end + 1
    words += _words(pattern, text, at, span.end)
    if BRACKETED.match("".join(word.tag for word in words[:4])) is not None:
        words = [words[1], *words[3:]]
        places = {name: place - 2 for name, place in places.items()}
    words, places = without_inserts(text, words, places)
    return _without_said(_row(text, span, index, words, places, figures), figures)


def _without_said(whole: Row, figures: Sequence[Figure]) -> Row:
    """The row of a sentence without who says it in passing or at its beginning; it keeps the whole one."""
    said = SAID_INSIDE.search(whole.tags) if "S" in whole.tags else None
    if said is None and whole.keys[:2] == ("according", "to"):
        said = ACCORDING_TO.match(whole.tags)
    if said is None:
        return whole
    first, end = said.span("what")
    words = [*whole.words[:first], *whole.words[end:]]
    places = {name: place if place < first else place - (end - first) for name, place in whole.places.items()}
    row = _row(whole.text, whole.span, whole.index, words, places, figures)
    return replace(row, kept={Row: whole})


def as_said(row: Row) -> Row:
    """The row of a sentence with who is said in passing to say it ("Halden, he said, earned")."""
    whole: Row = row.kept.get(Row, row)
    return whole


SAID_INSIDE = Pattern(
    r"(?<=^[^F;\"]{0,12}[xMGNKkLEPZRT])(?P<what>,(?:I|D[xLE]{0,2}[KRkxE]|[NPE]|[xLK]{0,2}RP)S(?:p?T)?,)(?=d?[VBHAWXm])"
)
"""Who says something, put in between who acts and his verb."""
ACCORDING_TO = Pattern(r"(?P<what>x?t[^,;F]{1,12},)(?=[^;]*[VBHAWXm])")
"""The source with which a sentence begins ("According to the filing, Halden earned")."""


def _row(
    text: str, span: Span, index: int, words: list[Word], places: dict[str, int], figures: Sequence[Figure]
) -> Row:
    """The row of the words of a sentence."""
    merged = as_meant(text, span, as_verbs(words))
    if len(places) < len(figures):
        _place_inside(merged, figures, places)
    merged = [*with_counts_as_words(merged, "".join(word.tag for word in merged))]
    _, _, tags, keys, _ = zip(*merged, strict=True) if merged else ((),) * 5
    told = _without_asides(merged, "".join(tags))
    return Row(text, span, index, tuple(merged), told, places, keys, {})


def _marks(text: str, start: int, end: int) -> int | None:
    """How many characters end the quotation right behind a name that is all of it (``"Mad Max,"``)."""
    mark = text[max(0, start - 1) : start]
    if mark not in CLOSING or text[max(0, start - 2) : start - 1].isalnum():
        return None
    return next((len(closing) for closing in CLOSING[mark] if text.startswith(closing, end)), None)


DOUBLE, SINGLE = ('"', "\u201d", ',"', ",\u201d"), ("'", "\u2019", ",'", ",\u2019")
CLOSING = {'"': DOUBLE, "\u201c": DOUBLE, "'": SINGLE, "\u2018": SINGLE}
"""What ends a quotation, by the mark that it begins with."""


def _behind(text: str, end: int, tag: str, ref: Figure | Moment | Name | None) -> int:
    """Where a sentence goes on behind a mention: "-old", a note's mark, the code of shares are no words."""
    if tag == "x" and text.startswith(OLD, end):
        return end + len(OLD)
    if tag == "F" and text.startswith(WORTH + " of ", end):
        return end + len(WORTH)
    if (
        tag == "T"
        and text[end : end + 2] == ", "
        and isinstance(ref, Moment)
        and OF_A_MONTH.match(text, ref.start - 4)
    ):
        return end + 1
    if tag == "F" and text[end : end + 1].isdigit() and FOOTNOTE.match(text, end - 1) is not None:
        return end + 1
    return code_behind(text, end) if isinstance(ref, Name) else end


def _without_asides(words: list[Word], told: str) -> str:
    """The tags of a sentence without what is only put in: what two dashes hold, whom a company is told by.

    Its words are changed as well.
    """
    if told.count("-") == 2:
        if (put_in := PUT_IN.search(told)) is not None:
            first, last = put_in.span("what")
            words[first:last] = [w._replace(tag="x") for w in words[first:last]]
            told = told[:first] + "x" * (last - first) + told[last:]
        words[:] = [w._replace(tag=",") if w.tag == "-" else w for w in words]
        told = told.replace("-", ",")
    owned = OWNED.search(told) if "Ko" in told or "xo" in told[:FRONT] else None
    if owned is not None and (
        owned["who"] == "K" or words[owned.start("who")].key in known("parties.owning")
    ):
        first, last = owned.span("what")
        words[first:last] = [w._replace(tag="x") if w.tag in "NLEM" else w for w in words[first:last]]
        told = told[:first] + told[first:last].translate(NAMELESS) + told[last:]
    for hit in MADE.finditer(told) if "NK" in told or "Nx" in told else ():
        at = hit.start()
        if words[at + 1].key in known("parties.making parties.competing"):
            words[at] = words[at]._replace(tag="x")
            told = told[:at] + "x" + told[at + 1 :]
    return told


PUT_IN = Pattern(r"(?:[MGxZ]-|N-(?=D))(?P<what>[^-FTS]*[,r][^-FTS]*)-(?=[dH]?[VBm])")
"""What a thing is, put in before what it did ("sales of Ledger - a tool that lets firms plan - rose")."""
OWNED = Pattern(
    r"(?:^|(?<=[,;\"]))D[xL]{0,2}(?P<who>[Kx])o(?P<what>(?:[xNLEZ]{1,4},){0,3}[xNLEZ]{1,4},?&[xNLEZ]{1,4}M?|N[xZ]{1,2})"
    r"(?=(?:p?T)?[SVHWB])"
)
"""What a company is told by ("The maker of Orlin coffee and Halden juices"): no party of the sentence."""
FRONT = 6
MADE = Pattern(r"N(?=[Kx]N)")
"""What a company is told by that makes, has or fights it ("Battleaxe maker Norvik", "Norvik rival Orlin")."""
NAMELESS = str.maketrans("NLEM", "xxxx")


def _mentions(
    figures: Iterable[Figure], moments: Iterable[Moment], names: Iterable[Name]
) -> list[tuple[int, int, str, Figure | Moment | Name]]:
    """Figures, moments and names in text order, the longer first where they overlap."""
    found: list[tuple[int, int, str, Figure | Moment | Name]] = [
        (f.start, f.end, _figure_tag(f), f) for f in figures
    ]
    found += [(m.start, m.end, "T", m) for m in moments if m.kind != "set"]
    found += [(n.start, n.end, n.tag, n) for n in names]
    return sorted(found, key=lambda m: (m[0], -m[1], m[2]))


OF_A_MONTH = Pattern(r"the \p{Lu}\p{Ll}+, (?:19|20)\d\d, (?!\p{Ll}+(?:ed|s) )\p{Ll}")
"""A month with its year before what is of it, its comma closing the year ("the March, 1988, total")."""
FOOTNOTE = Pattern(r"[%\p{L})][1-9](?![\w.])")
"""The mark of a note right behind a figure ("20.2%1, an increase")."""
OLD = "-old"
"""Behind an age, of which it is no word of its own: its hyphen would be a dash ("54-year-old")."""
WORTH = " worth"
"""Behind an amount, before what it buys, says nothing of its own ("$5 million worth of shares")."""
HYPHENED = (Kind.DURATION, Kind.COUNT, Kind.QUANTITY)


def _figure_tag(figure: Figure) -> str:
    """A rank, a "10-year" and a "30-share" stand like an adjective; every other figure is ``F``."""
    hyphened = figure.kind in HYPHENED and "-" in figure.text and " " not in figure.text
    adjective = figure.kind == Kind.RANK or hyphened
    return "x" if adjective else "F"


def _words(pattern: Compiled, text: str, start: int, end: int) -> list[Word]:
    """The words between two mentions with their tags, phrases of several words made one."""
    pieces = _cut(pattern, text, start, end)
    if len(pieces) < 2:
        return []
    edges = list(accumulate(map(len, pieces), initial=start))
    tags, keys, longer = zip(*map(seen().__getitem__, pieces[1::2]), strict=True)
    words = list(map(word_of, zip(edges[1::2], edges[2::2], tags, keys, repeat(None), strict=False)))
    return _with_phrases(words, [found for found in enumerate(longer) if found[1]]) if any(longer) else words


def _cut(pattern: Compiled, text: str, start: int, end: int) -> list[str]:
    """The words of a piece of text, and what stands before each and at the end."""
    if text[start:end].startswith(APOSTROPHES):  # what stands before tells what it is
        pieces: list[str] = []
        for match in pattern.finditer(text, start, end):
            pieces += (text[start : match.start()], match[0])
            start = match.end()
        return pieces
    return pattern.split(text[start:end])


APOSTROPHES = ("'", "\u2019")


def _with_phrases(words: list[Word], begins: Sequence[tuple[int, Longer]]) -> list[Word]:
    """The words, with those that are one phrase made one; ``begins`` are the places where one may begin."""
    tags = vocabulary()[0]
    found: list[tuple[int, int, str]] = []
    after = 0
    for at, longer in begins:
        if at < after or at + 1 == len(words):
            continue
        for length in longer.get(words[at + 1].key, ()):
            joined = " ".join([w.key for w in words[at : at + length]])
            if at + length <= len(words) and joined in tags:
                if at and joined == "a share" and _is_part_of(words, at + length):
                    break
                after = at + length
                found.append((at, after, joined))
                break
    for at, after, joined in reversed(found):
        words[at:after] = [word_of((words[at].start, words[after - 1].end, tags[joined], joined, None))]
    return words


def _is_part_of(words: Sequence[Word], at: int) -> bool:
    """Whether "of" behind "a share" says that a part is meant ("giving it a share of 10%")."""
    return at < len(words) and words[at].key == "of"


def _place_inside(words: Sequence[Word], figures: Iterable[Figure], places: dict[str, int]) -> None:
    """Set the places of the figures that are no word of their own: those of the moments that hold them."""
    starts = [word.start for word in words]
    for figure in figures:
        if figure.id not in places:
            at = bisect_right(starts, figure.start) - 1
            if at >= 0 and words[at].tag in ("F", "T") and words[at].end > figure.start:
                places[figure.id] = at
