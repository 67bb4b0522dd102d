"""Which names mean the same party, and whether a party is a company, a person, a place or a venue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from parsers import lexicon
from parsers.context.names.persons import is_person
from parsers.context.names.runs import Run
from parsers.context.rows.words import Name, known
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.text import START
from parsers.values import record, replace
from parsers.worded import worded

STATE_NEXT = Pattern(r", (\p{Lu}[\p{L}.]*+)(?!['\u2019])")
INDEX = (
    r"(?:S&P|Russell|FTSE|Nikkei|Stoxx(?: Europe)?|CSI|Euronext|Nasdaq|CAC|SSE|ASX|TSX|Topix|Nifty|DAX|IBEX"
    r"|MDAX|Euro Stoxx|OMX|Kospi|KOSPI|SMI|AEX)(?: Composite)? \d{2,4}(?!\.?\d)"
    r"|Standard (?:&|amp) Poor's \d{3}(?:-[Ss]tock)?(?: Price)? [Ii]ndex(?!\p{L})"
    r"|(?:Nasdaq|NASDAQ|Shanghai) composite(?! index)(?!\p{L})"
)
ISSUE_NEXT = Pattern(
    r"(?:['\u2019]s)?(?: [\w-]+){0,2} (?:bonds?|notes?|bills?|issues?|yields?|securities|debt)\b"
)
NUMBERED_INDEX = Pattern(INDEX + r"\Z")
POSSESSIVE = Pattern(r"['\u2019]s?$")
APOSTROPHES = ("'", "\u2019")


def bare_of(word: str) -> str:
    """A word without its possessive."""
    return POSSESSIVE.sub("", word) if word[-1:] in APOSTROPHES or word[-2:-1] in APOSTROPHES else word


@record
class Party:
    """One company, person or thing that the text names: its fullest name and what it is."""

    number: int
    name: Phrase
    tag: str
    legal: bool = False
    first: int = 0


@record
class Names:
    """Every place where a name stands, in text order, and the parties that they mean."""

    found: tuple[Name, ...]
    parties: tuple[Party, ...]

    def full(self, phrase: Phrase) -> str:
        """The fullest name of what a phrase names ("Halden" is "Halden Paper Co."); else its words."""
        at = bisect_left(self.found, phrase.start, key=START)
        name = self.found[at] if at < len(self.found) else None
        whole = name is not None and name.start == phrase.start and name.end >= phrase.end
        words = self.parties[name.party].name.text if name is not None and whole else phrase.text
        return " ".join(words.split())


def tell_parties(text: str, runs: list[Run]) -> Names:
    """The parties that the runs, which are in text order, name."""
    titled = {r.words[-1] for r in runs if len(r.words) > 1 and r.words[0] in known("parties.title")}
    parties: list[Party] = []
    by_key: dict[str, int] = {}
    first: dict[tuple[str, ...], int] = {}
    for run in runs:
        first.setdefault(run.words, run.start)
    found = []
    cores = [(_core(run.words), run) for run in runs]
    folded: dict[str, int] = {}
    firms = {core[0] for core, run in cores if len(core) == 1 and run.words[-1] in known("parties.legal")}
    for core, run in sorted(cores, key=lambda pair: (_is_shouted(pair[0]), -len(pair[0]))):
        key = " ".join(core)
        if key in firms and run.words[0] in known("parties.title"):
            key = "Mr. " + key  # "Mr. Daylin" of "Daylin Corp."
        number, exact = by_key.get(key), by_key.get("=" + key)
        if exact is not None and parties[exact].legal:
            number = exact  # "Veltrana" is Veltrana Inc., not its Veltrana Cloud
        elif number is not None and (_is_country(key) or not _means(text, run, core, parties[number], first)):
            number = exact  # "France" is no "France Telecom"
        if number is None and _is_shouted(core):
            number = folded.get(key.lower())  # "NORVIK MILLS" of a headline
        if number is None:
            number = len(parties)
            name, tag = Phrase(run.start, run.end, text[run.start : run.end]), _tag(text, run, core, titled)
            parties.append(Party(number, name, tag, len(core) < len(run.words), first[run.words]))
            for short in _keys(core, tag):
                called = "Mr. " + short if tag == "P" and short in firms else short
                # Of two with the same beginning the one named first is called by it.
                if called not in by_key or first[run.words] < parties[by_key[called]].first:
                    by_key[called] = number
                    folded[called.lower()] = number
            by_key.setdefault("=" + key, number)
        elif _fuller(run, parties[number].name):
            name = Phrase(run.start, run.end, text[run.start : run.end])
            parties[number] = replace(parties[number], name=name)
        party = parties[number]
        found.append(Name(run.start, _end_of(text, run, party.name.text), party.tag, number))
    return Names(tuple(sorted(found, key=START)), tuple(parties))


def _is_country(name: str) -> bool:
    """Whether a name is that of a country."""
    return any(entry.id.startswith("countries") for entry in lexicon.find("parties.place", name))


def _is_shouted(core: tuple[str, ...]) -> bool:
    """Whether a name is written in capitals, as in a headline, and no short one that always is ("IBM")."""
    name = " ".join(core)
    return name.isupper() and len(name) > LETTERS


LETTERS = 5
"""Up to how many letters a name in capitals can be one that always has them."""


def _means(
    text: str, run: Run, core: tuple[str, ...], party: Party, first: dict[tuple[str, ...], int]
) -> bool:
    """Whether a short name means a party with a longer one: it comes later, or only lacks legal words."""
    rest = party.name.text.split()[len(core) :]
    if party.tag == "P" and len(run.words) == 1 and first[run.words] < party.first:
        return IS_MAKER.match(text, first[run.words] + len(core[0])) is None
    if (
        all(word in known("parties.suffix") or word in known("parties.legal") for word in rest)
        or party.tag == "P"
    ):
        return True
    return first[run.words] > party.first


IS_MAKER = Pattern(
    r"(?:, (?:an?|the|which|based)|['\u2019]s (?:shares|stock|board|sales|revenue|profit)"
    r"| (?:shares|reported|posted)) "
)
"""Behind a name that is a company's, though its founder has it as well ("Calder, the shoe maker, ...")."""


def _end_of(text: str, run: Run, name: str) -> int:
    """Where a name ends: the "'s" behind it is its own in "Weisfield's Inc." and in "for Weisfield's,"."""
    behind = text[run.end : run.end + 2]
    if behind not in ("'s", "\u2019s"):
        return run.end
    own = text[run.end + 2 : run.end + 3] in ",.;:)" or name.startswith(text[run.start : run.end] + behind)
    return run.end + 2 if own else run.end


def _fuller(run: Run, name: Phrase) -> bool:
    """Whether this place writes the name longer than the one kept, or as long but earlier."""
    length = run.end - run.start
    kept = name.end - name.start
    return length > kept or (length == kept and run.start < name.start)


@lru_cache(maxsize=4096)
def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without title, article and legal form."""
    titles = known("parties.title")
    start = 1 if len(words) > 1 and (words[0] in titles or words[0] == "The") else 0
    end = len(words)
    while end - start > 1 and words[end - 1] in known("parties.legal"):
        end -= 1
    return words[start:end]


def _keys(core: tuple[str, ...], tag: str) -> Iterator[str]:
    """The shorter names by which a party may be called later."""
    yield " ".join(core)
    if core[-1].isdecimal() and tag == "N":
        return  # the maker is not its product: "Vega" is no "Vega 7"
    if tag == "P" and len(core) > 1:
        yield from (" ".join(core[first:]) for first in range(1, len(core)))
        return
    if tag in "NE":
        for length in range(len(core) - 1, 0, -1):
            yield " ".join(core[:length])
        if len(core) > 1:
            yield bare_of(core[0])
            yield "".join(w[0] for w in core)


def _tag(text: str, run: Run, core: tuple[str, ...], titled: set[str]) -> str:
    """What a name is: ``N``, ``P`` a person, ``L`` a place, ``E`` a venue."""
    whole = " ".join(run.words)
    if _is_traded(text, run, core, whole):
        return "Z"
    if (
        core[-1] in known("parties.reporting")
        or whole in known("parties.venue")
        or " ".join(core) in known("parties.venue")
        or (len(run.words) > 1 and run.words[-1] in known("parties.statute"))
        or (run.words[0] in known("parties.lettered") and len(run.words) <= 2)
    ):
        return "E"
    if REPORTS.match(text, max(0, run.start - 20), run.start) is not None:
        return "E"
    if len(core) in (2, 3) and core[-1] in titled:
        return "P"
    if _is_part_of_land(text, run, core):
        return "L"
    places = known("parties.place parties.abbreviated")
    if not places.isdisjoint(
        (whole, whole.title(), whole + ".", *((SEATED.sub("", whole),) if "-" in whole else ()))
    ):
        return "L"
    if run.words[0] in known("parties.title") and len(run.words) > 1:
        return "P"
    if (
        len(core) > 3
        or not known("parties.suffix").isdisjoint(run.words[1:])
        or "&" in "".join(run.words[1:])
    ):
        return "N"
    if len(core) <= 2 and (_is_place(text, run) or _describes_maker(text, run)):
        return "L"
    given = core[0] in known("parties.given") and core[-1] not in known("parties.trade")
    given = given and run.words[-1] not in known("parties.legal")  # "Henry Halden Inc."
    if len(core) in (2, 3) and (given or is_person(text, run)):
        return "P"
    return "N"


def _is_traded(text: str, run: Run, core: tuple[str, ...], whole: str) -> bool:
    """Whether a name is that of an index, or of a state's bonds (not "Nasdaq Inc.")."""
    if core[-1] in known("parties.index"):
        return len(core) == len(run.words) or run.words[-1] not in known("parties.legal")
    if whole[-1].isdecimal() and NUMBERED_INDEX.match(whole):
        return True
    return core[-1] in known("parties.issuing") and ISSUE_NEXT.match(text, run.end) is not None


def _is_part_of_land(text: str, run: Run, core: tuple[str, ...]) -> bool:
    """Whether a name is that of a county, or with "the" before it of a quarter of a country ("the South")."""
    if len(core) > 1:
        return core[-1] in known("parties.district")
    return core[0] in known("parties.quarter") and text[max(0, run.start - 4) : run.start].lower() == "the "


REPORTS = Pattern(
    r"(?r)\b(?:bureau|institute|pollster|newspaper|daily|weekly|newsletter|magazine|journal|consultancy"
    r"|(?:statistics|news) (?:agency|office)"
    r"|(?:research|data) (?:firm|group|provider|company))[ \n]"
)
"""Before the name of one who only publishes figures ("statistics bureau ISTAT")."""
SEATED = Pattern(r"-(?:based|listed|quoted|traded|headquartered)\Z")


@cache
def _maker_behind() -> regex.Pattern[str]:
    return worded(r" (?:[\p{Ll}-]++ ){0,2}?<<parties.descriptor>>(?![\p{L}'\u2019-])")


def _describes_maker(text: str, run: Run) -> bool:
    """Whether a name only tells of a company where it is, or what it makes ("the Long Island concern")."""
    if text[max(0, run.start - 4) : run.start].lower() != "the ":
        return False
    hit = _maker_behind().match(text, run.end, run.end + 48)
    return hit is not None and hit[0].split()[-1] not in known("parties.own_name")


SEATED_AT = Pattern(r"(?r)\b(?:coast|port|suburb|city|town|village) of ")
"""Before the name of a place ("off the coast of Calden")."""


def _is_place(text: str, run: Run) -> bool:
    """A single word before an abbreviated state ("Toledo, Ohio"; "Eau Claire, Wis."), or with a coast."""
    if SEATED_AT.match(text, max(0, run.start - 12), run.start) is not None:
        return True
    after = STATE_NEXT.match(text, run.end, run.end + 16) if text.startswith(", ", run.end) else None
    return after is not None and after[1] in known("parties.abbreviated parties.place")
