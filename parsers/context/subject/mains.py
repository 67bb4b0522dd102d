"""Who a text is about: the company that it names most, and every one whose name is a heading."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from parsers.context.names.listing import RELEASED, TICKER, is_listed, is_shown, issues
from parsers.context.names.parties import Names, Party
from parsers.context.rows.words import Name, known
from parsers.context.subject.asides import (
    begins,
    is_league,
    is_made,
    is_of_market,
    is_outsiders,
    is_scheme,
    is_site,
)
from parsers.context.subject.beginning import headed, of_body, stands_over
from parsers.context.subject.held import OWNED_BY, holds_part, told_of_held
from parsers.context.subject.sorts import AUTHORITY, is_body
from parsers.context.subject.topic import is_country
from parsers.lazy import Pattern
from parsers.model import Phrase, Span
from parsers.text import START

LED = 5
"""Against 4 of the others: the weight of a mention of the company that is named first of all."""
LED_TWICE = 9
"""The weight of a mention of the one that both the headline and the first sentence below it begin with."""
SPOKEN_OF = 4
"""How often a company is named at least that a report of a market is about."""
OWNING = 2
"""The weight of one that comes in as the owner of another ("the airline, owned by Calder, flies")."""


def mains(
    text: str, sentences: Sequence[Span], names: Names, mute: Collection[int] = ()
) -> Iterator[tuple[int, Phrase, bool]]:
    """Where a main party begins, in text order, and whether a heading says so.

    It is the company that a text names most (at least twice, or with its legal form) from where it is
    first named, before it the one that the first sentence is about, and every company from its own
    heading on; nobody who comes in as an analyst's firm, and none of the ``mute``, who tell of others.
    """
    counts = _counted(text, names)
    for number in mute:
        counts.pop(number, None)
    best = _most_named(text, sentences, names, counts)
    starts = {span.start: span for span in sentences}
    open_ones = {best} if best is not None else set()
    if best is not None and stands_over(text, sentences, names, best):
        yield 0, names.parties[best].name, False
        open_ones = set()
    if sentences and not any(n.party == best for n in names.found if n.start < sentences[0].end):
        begun = _begun_with(text, sentences, names)
        open_ones.update(islice((p for p in begun if p in counts or names.parties[p].tag != "N"), 1))
    told = told_of_held(text, sentences, names, best)
    for name in names.found:
        party = names.parties[name.party]
        line = starts.get(name.start) or starts.get(name.start - len("The "))
        heads = (
            name.tag == "N"
            and line is not None
            and _is_heading(text, line, name)
            and (counts[name.party] > 1 or party.legal or is_shown(text, name.end))
        )
        if heads or name.party in open_ones or name.start == told:
            yield name.start, party.name, heads
        open_ones.discard(name.party)


def _counted(text: str, names: Names) -> Counter[int]:
    """How often each party is named that a text can be about."""
    first = {n.party: n for n in reversed(names.found) if n.tag == "N"}
    aside = (is_outsiders, _is_owned, is_league, is_made)
    outside = {p for p, n in first.items() if any(told(text, n) for told in aside)}
    outside |= {n.party for n in names.found if n.tag == "N" and (is_site(text, n) or is_scheme(text, n))}
    return Counter(n.party for n in names.found if n.tag == "N" and n.party not in outside)


def _most_named(text: str, sentences: Sequence[Span], names: Names, counts: Mapping[int, int]) -> int | None:
    """The party that a text names most, if it is about one."""
    first = {n.party: n for n in reversed(names.found) if n.tag == "N"}
    lead = next((n.party for n in names.found if n.party in counts), -1)
    weights = _weights(text, first, counts, lead)
    if lead in headed(text, names, sentences) & set(of_body(text, names, sentences)) & counts.keys():
        weights[lead] = LED_TWICE
    if lead in first and RESULTS.match(text, first[lead].end) is not None:
        weights[lead] = LED_TWICE
    ranked = sorted(counts.items(), key=lambda c: (-c[1] * weights[c[0]], names.parties[c[0]].name.start))
    if _is_of_state(text, names, sentences):
        ranked = [(p, count) for p, count in ranked if not _is_office(names.parties[p].name)]
    owned = lead if OWNING in weights.values() else -1
    listed = {n.party for n in names.found if n.start < RELEASED and n.tag == "N" and is_listed(text, n.end)}
    if len(listed & counts.keys()) == 1:
        return next(iter(listed & counts.keys()))
    best = next(
        (p for p, count in ranked if count > 1 or p == owned or _is_subject(text, names.parties[p])), None
    )
    if best is None:
        return _of_one_house(names, ranked)
    return None if counts[best] < SPOKEN_OF and is_of_market(text, sentences) else best


def _of_one_house(names: Names, ranked: Sequence[tuple[int, int]]) -> int | None:
    """The first of the companies that begin with the same letters ("JBH Foods", "JBH Australia")."""
    firsts = [names.parties[party].name.text.split()[0] for party, _ in ranked]
    shared = {word for word, count in Counter(firsts).items() if count > 1 and word.isupper()}
    return next((party for (party, _), word in zip(ranked, firsts, strict=True) if word in shared), None)


RESULTS = Pattern(
    r"(?:, [^,.\n]{1,60},)?(?:,? (?:on )?\p{Lu}\p{Ll}{2,5}day)? (?:reported|posted)\b[^.\n]{0,60}?"
    r"\b(?:profits?|earnings|net income|loss|revenues?|results)\b"
)
"""Behind the first company of a text: it tells its own results, and the text is about it."""


def _is_of_state(text: str, names: Names, sentences: Sequence[Span]) -> bool:
    """Whether a text begins with a country's government, which its offices are only parts of."""
    end = sentences[0].end if sentences else 0
    return any(
        GOVERNMENT.match(text, name.end) is not None
        for name in names.found
        if name.tag == "L" and name.start < end and begins(text, name.start)
    )


def _is_office(name: Phrase) -> bool:
    """Whether a name is that of a part of a state."""
    return is_body(name) or name.text.endswith("Treasury")


GOVERNMENT = Pattern(r"(?:['\u2019]s?)? (?:\p{Ll}++ )?government(?!\p{L}|['\u2019])")


def _begun_with(text: str, sentences: Sequence[Span], names: Names) -> Iterator[int]:
    """Whom a text begins with: a central bank under its headline, who leads, a city."""
    if text[sentences[0].end - 1] != ".":
        yield from of_body(text, names, sentences)
        yield from (n.party for span in sentences[1:HEADED] for n in _rules(text, names, span))
    yield from _of_lead(text, names, sentences[0].end)
    yield from _civic(text, names, sentences[sentences[0].end < DATED and len(sentences) > 1].end)


def _weights(text: str, first: Mapping[int, Name], counts: Mapping[int, int], lead: int) -> dict[int, int]:
    """What one mention of each party counts; ``first`` are their first ones."""
    weights = {p: LED if p == lead else OWNING if _only_owns(text, first[p]) else 4 for p in counts}
    return weights | {p: BACKING for p in counts if weights[p] > BACKING and _backs(text, first[p])}


def _of_lead(text: str, names: Names, end: int) -> Iterator[int]:
    """Who the first sentence is about, where nobody is named more than once: a company, else a country.

    A company that it only names beside another ("led by Calder") is not; a country only as its subject.
    """
    inside = [name for name in names.found if name.start < end]
    for name in inside:
        beside = BESIDE.match(text, max(0, name.start - 24), name.start) is not None
        aside = AUTHORITY.search(text, name.start, name.end) is not None and not _leads(text, name.start)
        aside = aside or is_league(text, name)
        if name.tag == "N" and not is_outsiders(text, name) and not beside and not aside:
            yield name.party
    for name in inside:
        if name.tag == "L" and is_country(text[name.start : name.end]) and _has(text, name):
            yield name.party


def _has(text: str, name: Name) -> bool:
    """Whether a sentence begins at a country or says what it has, but not as a reason."""
    if begins(text, name.start):
        return True
    if text[max(0, name.start - 10) : name.start] == "Corporate ":
        return False  # "Corporate America's jobs"
    if text[name.end : name.end + 2] in ("'s", "\u2019s"):
        return REASON.match(text, max(0, name.start - 12), name.start) is None
    fronts = text[max(0, name.start - 4) : name.start] == "The "
    return fronts and LAND_HAS.match(text, name.end) is not None


REASON = Pattern(r"(?r)\b(?:after|amid|as|because|despite|on|since|while) ")
"""Before a country that only gives the reason ("fell as Asia's troubles ate into exports")."""
LAND_HAS = Pattern(r" (?:\p{Ll}++ ){0,2}?(?:deficit|economy|inflation|jobless|surplus|unemployment)(?!\p{L})")
"""Behind a country whose economy is spoken of ("The U.S. trade deficit")."""
DATED = 40
"""How long what stands before the first sentence, as one of its own ("CALDEN, Ore."), is at most."""


def _civic(text: str, names: Names, end: int) -> Iterator[int]:
    """The city whose mayor or council a text begins with."""
    for name in names.found:
        if name.start < end and name.tag == "L" and CIVIC.match(text, name.end) is not None:
            yield name.party


CIVIC = Pattern(
    r"(?:['\u2019]s)?(?:(?:, [^\n-]{2,24}?)?(?: \([\p{L} ]{2,20}\))? ?(?:--?|[\u2013\u2014]))?"
    r" (?:The )?(?:Mayor|City [Cc]ouncil|city council|mayor|Gov\.|Governor|County Executive)(?!\p{L})"
)
"""Behind the name of a place that a text is about ("Calden Mayor Petra Vogel proposed")."""


def _backs(text: str, name: Name) -> bool:
    """Whether a name is that of a private equity firm or the like, which buys whom a text is about."""
    return BACKER.match(text, max(0, name.start - 32), name.start) is not None


BACKER = Pattern(
    r"(?ri)\b(?:private[ -]equity|buy-?out|venture capital|investment) (?:firms?|groups?|funds?|giants?) "
)
BACKING = 3
"""The weight of one that comes in as an investor."""


def _is_owned(text: str, name: Name) -> bool:
    """Whether a name comes in as that of what another has ("its Bayley mine", "its drug Norvex")."""
    return OWNED.match(text, max(0, name.start - 48), name.start) is not None


OWNED = Pattern(
    r"(?r)\b(?:its|their) (?:(?!(?:at|by|for|from|in|into|of|on|to|with|and|against|via)\b)[\p{Ll}-]+ ){0,3}"
)


def _only_owns(text: str, name: Name) -> bool:
    """Whether a name comes in as that of an owner ("backed by the investor Calder", "Calder, which owns").

    So little does one count that has a digit in it: a product ("the H2, a processor").
    """
    if text[name.start - 4 : name.start] == "the " and DIGIT.search(text, name.start, name.end) is not None:
        return True
    low = max(0, name.start - 48)
    return OWNED_BY.match(text, low, name.start) is not None or holds_part(text, name)


DIGIT = Pattern(r"\d")
HEADED = 4
"""Among how many sentences, headline and date lines counted, the first one of the report itself is."""


def _rules(text: str, names: Names, span: Span) -> Iterator[Name]:
    """The central bank or the like that a sentence of a report begins with, which its headline calls less."""
    at = bisect_left(names.found, span.start, key=START)
    for name in names.found[at : at + 1]:
        begins = name.start in (span.start, span.start + len("The "))
        if begins and name.tag == "N" and AUTHORITY.search(text, name.start, name.end) is not None:
            yield name


def _leads(text: str, at: int) -> bool:
    """Whether a central bank or the like acts in a sentence, and is not named in passing ("as the Fed")."""
    return begins(text, at) or LEADS.match(text, max(0, at - 40), at) is not None


LEADS = Pattern(r"(?r)(?:\A\s*|(?:--?|[\u2013\u2014:\n]) ?)(?:The |[\p{Lu}][\p{L}. ]{1,24}['\u2019]s? )?")
BESIDE = Pattern(
    r"(?ri)\b(?<!\b(?:shares?|stock|stake|maker|unit|owner) )"
    r"(?:by|with|from|for|at|of|to|on|in|against|via|through) (?:the )?"
)


FRONT = 700
"""Within how many characters of a text a company is named that is its main one though it is named once."""


def _is_subject(text: str, party: Party) -> bool:
    """Whether a company named once, with its legal form, can be the main one (not "led by Calder Co.")."""
    if party.first > FRONT:
        return False
    if is_listed(text, party.name.end) or issues(text, party.name.start, party.name.end):
        return True
    lead = text[max(0, party.first - 16) : party.first].split()[-1:]
    return party.legal and not any(w.endswith(",") or w in known("contextwords.preposition") for w in lead)


def _is_heading(text: str, line: Span, name: Name) -> bool:
    """Whether a name is all of its line, or opens a paragraph as "Halden Paper Co. (HPC) --"."""
    behind = text[max(0, line.start - 8) : line.start].rstrip(" \t")
    whole = line.end <= name.end + 1 and text[line.end : line.end + 1] in ("", "\n", "\r")
    if behind[-1:] not in ("", "\n"):
        return False
    return whole or TICKER.match(text, name.end) is not None or _heads_item(text, line, name)


def _heads_item(text: str, line: Span, name: Name) -> bool:
    """Whether a line amid a text begins with whom the paragraph below it begins with ("Hino profit up")."""
    if line.start == 0 or line.end - line.start > LONGEST_HEAD or text[line.end - 1] in ".!?:;,":
        return False
    words = text[name.start : name.end]
    below = BELOW.match(text, line.end)
    return below is not None and text.startswith(words, below.end())


LONGEST_HEAD = 64
"""Characters of a line that heads an item of a report."""
BELOW = Pattern(r"[ \t]*\n\s*\n(?:The )?")
