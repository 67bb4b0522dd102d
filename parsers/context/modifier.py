"""How exactly a figure is meant: "about", "more than", "at least", "or more", "+"."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from parsers import lexicon
from parsers.context.draft import fill
from parsers.context.rows.beside import last_words, may_end
from parsers.digits import GAP
from parsers.lazy import Pattern
from parsers.model import Evidence, Figure, Kind, Modifier
from parsers.worded import worded

BEFORE = "modifiers.before|modifiers.passed"
BEFORE_WINDOW = 40
"""How many characters before a figure its modifier is looked for."""

_FILLER = (
    rf"(?:(?:an?|another|an{GAP}additional|a{GAP}further|a{GAP}total{GAP}of|a{GAP}combined"
    rf"|an{GAP}extra){GAP}|(?P<span>the{GAP}(?:past|last|next|coming){GAP})|(?P<within>in{GAP}))?"
)
_FILLER_ENDS = (
    *("an", "a", "another", "additional", "further", "total of", "combined", "extra"),
    *("the past", "the last", "the next", "the coming", "in"),
)
_BEFORE = (
    rf"(?i)(?<![\p{{L}}\p{{N}}-])(?P<word><<modifiers.before|modifiers.passed>>)[\"\u201d]?{GAP}?{_FILLER}\Z"
)
_INSIDE = r"(?i)(?<=\d[-\u2010])(?P<word>odd|plus)(?=\s)"
_AFTER = (
    rf"(?i)(?:{GAP}(?:old|of{GAP}age)(?={GAP}(?:or|and){GAP}))?(?:,?{GAP}|-)?(?P<word><<modifiers.after>>)"
    rf"(?![\p{{L}}\p{{N}}-]|/-)(?!{GAP}or{GAP}minus(?!\p{{L}}))"
)
# "over three years" says how long something takes, not that it takes longer.
_LASTING = rf"(?ri)(?<!\p{{L}})(?:for|just|well|took|takes|lasted|lasts|after|of|spent|aged|than|a){GAP}"
# "revised up to 40", "it went up to 40": the level that it rose to.
_RAISED = rf"(?ri)(?<!\p{{L}})<<modifiers.raised>>{GAP}"
_REACHED = rf"(?ri)(?<!\p{{L}})<<modifiers.reached>>{GAP}(?:\p{{L}}++{GAP})?"
_NEVER = rf"(?ri)(?:n['\u2019]t|(?<!\p{{L}})(?:not|never|cannot)){GAP}(?:\p{{L}}++{GAP})?"
# "the top 10 banks", "Leeds's top two lenders", "Top 20 holders own": the first ones, and no verb.
FOREMOST = Pattern(
    r"(?ri)(?:(?<!\p{L})(?:the|its|their|his|her|our|my|your|a|an|of|among|all|world|other|whose|these|those)"
    r"|\p{L}['\u2019]s?)[\s\u00a0]|(?:\A|[\n.!?:;\"\u201c]\s?)"
)
_HANDED = rf"(?ri)(?<!\p{{L}})<<modifiers.handed>>{GAP}"
_NUMBER_NEXT = Pattern(r"\s\p{Sc}?(?:\d|(?i:a|an|one|two|three|four|five|six|seven|eight|nine|ten|half)\b)")
_JOINS = r"\s[\p{L}\p{N}\p{Sc}]"
_SPATIAL = frozenset({"over", "around", "under", "near", "above", "below", "within", "some"})
_PLACES = frozenset({"over", "up to", "above", "below", "under"})


def add_modifiers(text: str, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures with the modifier that stands beside them; one that a rule has set already stays."""
    end, found = -2, list[Figure]()
    for figure in figures:
        found.append(_modified(text, figure, end))
        end = figure.end
    return tuple(found)


def _modified(text: str, figure: Figure, end: int) -> Figure:
    if figure.modifier is not Modifier.EXACT or figure.kind is Kind.RANK:
        return figure
    found = before(text, figure) or inside(text, figure) or after(text, figure)
    if found is None:
        return figure
    if found[1].start == end + 1 and text[found[1].start : found[1].end].endswith((" than", "over")):
        return figure  # "3.6 percent higher than 12 tons", "to $9 million over $8 million in May"
    modifier, evidence = found
    return fill(figure, modifier=modifier, evidence=(*figure.evidence, evidence))


def before(text: str, figure: Figure) -> tuple[Modifier, Evidence] | None:
    """The modifier that ends where the figure begins."""
    if not may_end(text, figure.start, last_words(BEFORE, *_FILLER_ENDS)):
        return None
    window = max(0, figure.start - BEFORE_WINDOW)
    match = worded(_BEFORE).search(text, window, figure.start)
    if match is None:
        return None
    word = lexicon.fold(match["word"])
    if not _may_stand_apart(match, word, figure):
        return None
    if word[-1].isalpha() and match.end("word") == figure.start:
        return None
    at = match.start("word")
    if word.startswith("up to") and _raised(text, at):
        return None
    if word == "as high as" and worded(_REACHED).match(text, max(0, at - 32), at):
        return None
    if (
        word == "over"
        and figure.kind is not Kind.DURATION
        and worded(_HANDED).match(text, max(0, match.start("word") - 16), match.start("word"))
    ):
        return None
    if word == "top" and FOREMOST.match(text, max(0, at - 24), at) is not None:
        return None
    if word == "under" and _called(text, figure.end):
        return None
    if figure.kind is Kind.DURATION and word in _SPATIAL and not _lasting(text, match.start("word")):
        return None
    found = _found(BEFORE, match, "modifier.before")
    if found and lexicon.find("modifiers.passed", word) and worded(_NEVER).match(text, max(0, at - 24), at):
        return Modifier.UP_TO, found[1]  # "won't top $95 million"
    return found


def _may_stand_apart(match: regex.Match[str], word: str, figure: Figure) -> bool:
    """Whether a modifier reaches over words before its figure ("at least the past year")."""
    if match["span"]:
        return figure.kind is Kind.DURATION and word not in (*_SPATIAL, "about")
    if match["within"]:
        return figure.kind is Kind.RATIO and figure.text == "half" and word not in _PLACES
    return True


def _lasting(text: str, at: int) -> bool:
    """Whether the word at ``at`` measures ("for over three years") and does not place."""
    return bool(worded(_LASTING).match(text, max(0, at - 12), at))


def _called(text: str, end: int) -> bool:
    """Whether names are counted under which things go ("shops under 30 different names")."""
    at = text.rfind(" ", 0, end) + 1
    return bool(_NAMES.match(text, at) or _NAMES.match(text, end + 1))


_NAMES = Pattern(
    r"(?i)(?:(?:different|separate|various|brand) )?"
    r"(?:names|brands|banners|nameplates|labels|fascias)(?!\p{L})"
)


def _raised(text: str, at: int) -> bool:
    """Whether the "up" at ``at`` goes with a verb of change before it."""
    return bool(worded(_RAISED).match(text, max(0, at - 16), at))


def inside(text: str, figure: Figure) -> tuple[Modifier, Evidence] | None:
    """The modifier between a number and its scale ("30-odd million")."""
    if "-odd " not in figure.text and "-plus " not in figure.text:
        return None
    match = worded(_INSIDE).search(text, figure.start, figure.end)
    return _found("modifiers.after", match, "modifier.inside") if match else None


def after(text: str, figure: Figure) -> tuple[Modifier, Evidence] | None:
    """The modifier that begins where the figure ends ("or more")."""
    match = worded(_AFTER).match(text, figure.end)
    if match and lexicon.find("modifiers.before", match["word"]) and _NUMBER_NEXT.match(text, match.end()):
        return None  # "$1.9 billion, approximately 40 percent of it"
    joined = match is not None and text[match.start("word") - 1] == "-"
    if match and match["word"] == "plus" and not joined and worded(_JOINS).match(text, match.end()):
        return None  # "$5 million plus costs", not "a $5 million-plus house"
    return _found("modifiers.after", match, "modifier.after") if match else None


def _found(classes: str, match: regex.Match[str], rule: str) -> tuple[Modifier, Evidence] | None:
    entry = lexicon.find(classes, match["word"])
    if not entry:
        return None
    return Modifier(entry[0].id), Evidence("modifier", match.start("word"), match.end("word"), rule)
