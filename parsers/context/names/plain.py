"""Companies that are called by a word of the language ("Target", "Gap"), where the text shows it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

import regex

from parsers.context.names.parties import bare_of
from parsers.context.names.runs import Run, in_title, opens
from parsers.context.names.sure import SHARES_BEHIND, acts
from parsers.context.rows.words import known, vocabulary
from parsers.lazy import Pattern
from parsers.model import Span
from parsers.worded import Worded


def with_plain(text: str, runs: list[Run], taken: Sequence[Span], initials: set[int]) -> list[Run]:
    """The runs of a text, and all places of the words of the language that it shows to be names."""
    shown = {hit["name"] for hit in WORD.finditer(text) if _is_shown(text, hit)}
    shown |= {hit["name"] for hit in ITS_OWN.finditer(text) if _can_be(hit["name"])}
    shown |= {hit["name"] for hit in SAW_ITS.finditer(text) if _can_be(hit["name"])}
    shown |= {hit["name"] for hit in DESCRIBED.finditer(text) if _can_be(hit["name"])}
    shown |= _firms(text, runs) | _in_lists(text, runs) | _within(runs)
    if not shown:
        return runs
    kept = sorted([(run.start, run.end) for run in runs] + [(span.start, span.end) for span in taken])
    ends = list(accumulate((end for _, end in kept), max))
    new = [run for run in _places(text, shown, initials) if not _meets(run, kept, ends)]
    return sorted((*runs, *new), key=lambda run: run.start)


def _within(runs: Sequence[Run]) -> set[str]:
    """The names within sentences that are words a sentence often begins with ("Shares of Next")."""
    lone = {run.words[0] for run in runs if len(run.words) == 1 and not run.initial}
    first = known("contextwords.opener")
    return {w for w in lone if w.istitle() and (w.lower() in vocabulary()[0] or w.lower() in first)}


def _in_lists(text: str, runs: Sequence[Run]) -> set[str]:
    """The words of the language that stand in a list of names, and elsewhere ("Orlin and Gap rose")."""
    ends = {run.end for run in runs if len(run.words) < LONG}
    listed = {
        hit["name"]
        for hit in LISTED.finditer(text)
        if hit.start() in ends and _can_be(hit["name"]) and not in_title(text, hit.start("name"))
    }
    if not listed:
        return listed
    begun = {hit[0] for hit in NAME.finditer(text) if hit[0] in listed and opens(text, hit.start())}
    found = {hit["name"] for hit in WORD.finditer(text) if hit["name"] in listed}
    return listed & (begun | found)


LONG = 4
LISTED = Pattern(
    r"(?:,|,? and|,? &|, \p{Lu}\p{Ll}{2,16},? and) (?P<name>\p{Lu}\p{Ll}{2,16})(?=,? \p{Ll}|[,.])"
)
"""Behind a name, another one of its list."""


def _can_head(words: tuple[str, ...]) -> bool:
    """Whether a firm's name begins with a word of the language ("Line Corp.", "Line Brewing Co.")."""
    if len(words) not in FIRM or not words[0].istitle() or words[0] in _no_names():
        return False
    low = words[0].lower()
    if low not in vocabulary()[0] and low not in known("contextwords.opener"):
        return False
    return not known("parties.legal parties.suffix parties.trade").isdisjoint(words[1:])


def _firms(text: str, runs: Sequence[Run]) -> set[str]:
    """The words of the language by which firms are called whose names begin with them.

    A word with a legal form is one ("Line Corp."); one that only begins a name has to stand alone as well
    ("Line Brewing Co.", "at Line", "Line said").
    """
    heads = {run.words for run in runs if _can_head(run.words)}
    found = {words[0] for words in heads if _is_plain(words)}
    rest = {words[0] for words in heads} - found
    if not rest:
        return found
    found |= {hit[0] for hit in NAME.finditer(text) if hit[0] in rest and _does(text, hit)}
    return found | {
        hit["name"] for hit in WORD.finditer(text) if hit["name"] in rest and _is_alone(text, hit)
    }


def _is_plain(words: tuple[str, ...]) -> bool:
    """Whether a name is one word with its legal form ("Line Corp.")."""
    return len(words) == FIRM.start and bare_of(words[1]) in known("parties.legal")


def _is_alone(text: str, hit: regex.Match[str]) -> bool:
    """Whether a word with a capital inside a sentence is nothing that a document only writes so."""
    start = hit.start("name")
    return DEFINED.match(text, max(0, start - 8), start) is None and not in_title(text, start)


def _does(text: str, hit: regex.Match[str]) -> bool:
    """Whether a word, wherever it stands, says or plans something, or does what no word does."""
    measures = vocabulary()[0].get(hit[0].lower(), "x") in MEASURES
    return SPEAKS.match(text, hit.end()) is not None or (not measures and acts(text, hit.end()))


MEASURES = "MCGV"
"""Tags of words that rise and fall themselves ("Profit rose")."""
SPEAKS = Pattern(r" (?:said|says|agreed|announced|expects|plans)(?!\p{L})")
FIRM = range(2, 5)
"""How many words the name of a firm has that begins with a word of the language."""


WORD = Pattern(
    r"(?<=(?<![\p{L}'\u2019])[\p{Ll}'\u2019-]{1,24},? )"
    r"(?P<name>\p{Lu}\p{Ll}{2,16})(?=,? \p{Ll}|['\u2019]s |[,.;)])"
)
"""A capital where no sentence begins, and no other one behind it."""


def _is_shown(text: str, hit: regex.Match[str]) -> bool:
    """Whether a word stands where only a company does: behind its shares, before what it says or has."""
    word, start, end = hit["name"], hit.start("name"), hit.end("name")
    if not _can_be(word):
        return False
    if DEFINED.match(text, max(0, start - 8), start) is not None:
        return False
    if HAS.match(text, end) is None and COMPANY_BEFORE.match(text, max(0, start - 40), start) is None:
        return False
    return not in_title(text, start)


RESULTS = r"(?:net )?(?:sales|profits?|earnings|revenues?|income|results)"
ITS_OWN = Pattern(
    r"(?<![^.!?][ ]|\w)(?P<name>\p{Lu}\p{Ll}{2,16})"
    r" (?:(?:said|says) (?:on \p{Lu}\p{Ll}{2,5}day )?(?:that )?"
    rf"(?:its |{RESULTS} \p{{Ll}})|agreed to (?:buy|acquire|sell) )"
)
"""A word that opens a sentence before what only a party does with what is its own ("Gap said sales rose")."""
SAW_ITS = Pattern(
    r"(?<=(?<![\p{L}'\u2019])\p{Ll}{2,24} )(?P<name>\p{Lu}\p{Ll}{2,16})"
    rf" (?:also )?(?:saw|had|made|booked|reported|posted) its (?:own |[\p{{Ll}}-]+ )?{RESULTS}\b"
)
"""A capital within a sentence before what only a party does with its own ("while Gap saw its sales")."""


DESCRIBED = Worded(
    r"(?<![\p{L}'\u2019-])(?P<name>\p{Lu}\p{Ll}{2,16}),"
    r" (?:the|an?|\p{Lu}[\p{L}.]{1,16}['\u2019]s) (?:[\p{L}.'\u2019-]++ ){0,6}?"
    r"<<parties.descriptor|parties.merchant>>"
    r"(?:,| (?:that|which|based|in|of|by)\b)"
)
"""A word before what it is: a company, and nothing that is measured ("Gap, the apparel chain,")."""


def _can_be(word: str) -> bool:
    """Whether a word of the language is a company's name here and there."""
    return vocabulary()[0].get(word.lower(), "x") in CAN_BE and word not in _no_names()


CAN_BE = "MVCGmUdpWAXHM&nc"
"""Tags of words of the language that are names of companies here and there."""
DEFINED = Pattern(r"(?r)(?:\b(?:an?|the|The|its|their|our|this|each)|['\u2019]s?) ")
"""Before a word that only a document writes with a capital ("the Notes", "Halden's Board")."""
HAS = Pattern(
    r" (?:said|says|agreed to|earned)(?!\p{L})"
    r"|['\u2019]s? (?:\p{Ll}+ )?(?:shares|stock|sales|profits?|earnings|stores|board|customers)(?!\p{L})"
)


@cache
def _no_names() -> frozenset[str]:
    """What has a capital in any text."""
    return known("parties.nationality parties.title parties.suffix parties.acronym parties.shortened")


COMPANY_BEFORE = Worded(
    r"(?r)\b(?:(?:[Ss]hares|stock|stake) (?:in|of)|chief executive (?:of|at)"
    r"|(?:[Ss]ales|[Pp]rofits?|[Ee]arnings|[Rr]evenues?|[Tt]raffic|[Oo]rders) at"
    r"|(?:the|at|rival|\p{Ll}+-?\p{Ll}+) <<parties.descriptor>>) "
)


def _places(text: str, shown: set[str], initials: set[int]) -> Iterator[Run]:
    """Where words that are names stand; at a sentence's beginning only where they act."""
    for hit in NAME.finditer(text):
        if hit[0] not in shown:
            continue
        initial = hit.start() in initials or opens(text, hit.start())
        acting = initial and (acts(text, hit.end()) or FARES.match(text, hit.end()) is not None)
        if not initial or acting or SHARES_BEHIND.match(text, hit.end(), hit.end() + 160):
            yield Run(hit.start(), hit.end(), (hit[0],), False)


FARES = Pattern(
    r" (?:(?:quarterly|annual|full-year|same-store|\p{Ll}++-quarter|\p{Ll}++-half) )?"
    rf"{RESULTS} \p{{Ll}}"
)
"""Behind a company at the beginning of a sentence, what is measured of it ("Target profit fell")."""
NAME = Pattern(r"(?<![\w'\u2019-])\p{Lu}\p{Ll}{2,16}(?![\w-]| \p{Lu})")


def _meets(run: Run, kept: Sequence[tuple[int, int]], ends: Sequence[int]) -> bool:
    """Whether a place overlaps one of those that are told already; ``ends`` are their last ends so far."""
    before = bisect_left(kept, (run.end, 0))
    return before > 0 and ends[before - 1] > run.start
