"""Who a text is about: the company that it names most, and every one whose name is a heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from parsers.context.names.listing import RELEASED, is_listed, is_shown, issues
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
from parsers.context.subject.begun import begun_with
from parsers.context.subject.headings import is_heading
from parsers.context.subject.held import OWNED_BY, holds_part, told_of_held
from parsers.context.subject.sorts import is_body
from parsers.lazy import Pattern
from parsers.model import Phrase, Span

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
        begun = begun_with(text, sentences, names)
        open_ones.update(islice((p for p in begun if p in counts or names.parties[p].tag != "N"), 1))
    told = told_of_held(text, sentences, names, best)
    for name in names.found:
        party = names.parties[name.party]
        line = starts.get(name.start) or starts.get(name.start - len("The "))
        heads = (
            name.tag == "N"
            and line is not None
            and is_heading(text, line, name)
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
    r"(?:, [^,.\n]{1,60},)?(?:,? (?:on )?\p{Lu}\p{Ll}{2,5}day)?"
    r"(?: (?:reported|posted)\b| said(?:,? (?:on )?\p{Lu}\p{Ll}{2,5}day,?)?(?: that)? its?\b)[^.\n]{0,60}?"
    r"\b(?:profits?|earn(?:ings|ed)|net income|loss|lost|revenues?|results)\b"
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


def _weights(text: str, first: Mapping[int, Name], counts: Mapping[int, int], lead: int) -> dict[int, int]:
    """What one mention of each party counts; ``first`` are their first ones."""
    weights = {p: LED if p == lead else OWNING if _only_owns(text, first[p]) else 4 for p in counts}
    return weights | {p: BACKING for p in counts if weights[p] > BACKING and _backs(text, first[p])}


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
