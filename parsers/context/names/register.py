"""Which places of a text name the same party: in full, by its first words, a person by his last name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from parsers import lexicon
from parsers.context.names.lettered import LETTERS, with_codes
from parsers.context.names.listing import tickers
from parsers.context.names.parties import Names, Party, bare_of, tag_of
from parsers.context.names.persons import fares_as_a_company, is_one_who_said
from parsers.context.names.runs import Run
from parsers.context.rows.words import Name, known
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.text import START
from parsers.values import replace


def tell_parties(text: str, runs: list[Run]) -> Names:
    """The parties that the runs, which are in text order, name."""
    register = Register(text, runs)
    cores = sorted(
        ((_core(run.words), run) for run in runs), key=lambda pair: (_is_shouted(pair[0]), -len(pair[0]))
    )
    found = sorted((register.name_of(core, run) for core, run in cores), key=START)
    return Names(tuple(with_codes(text, found)), tuple(register.parties))


ACTING = Pattern(
    r" (?:will|has|is|was|said|says|agreed|confirmed|announced|reported|expects|plans|sold|bought)\b"
)
"""Behind a name that does something itself: it has lost no apostrophe ("Danners will return")."""


class Register:
    """The parties told so far, longer names first, and what each may be called."""

    def __init__(self, text: str, runs: list[Run]) -> None:
        titles, legal = known("parties.title"), known("parties.legal")
        self.parties: list[Party] = []
        self._text = text
        self._titled = {r.words[-1] for r in runs if len(r.words) > 1 and r.words[0] in titles}
        self._firms = {
            c[0] for c, run in ((_core(r.words), r) for r in runs) if len(c) == 1 and run.words[-1] in legal
        }
        self._rulers = {r.words[0] for r in runs if len(r.words) == 1 and _rules(text, r)}
        self._companies = {r.words for r in runs if fares_as_a_company(text, r)}
        self._companies |= {_core(r.words) for r in runs if r.words[-1] in legal}
        self._people = {r.words for r in runs if is_one_who_said(text, r)}
        self._by_key: dict[str, int] = {}
        self._folded: dict[str, int] = {}
        self._first: dict[tuple[str, ...], int] = {}
        self._told: dict[tuple[str, ...], int] = {}
        """Where it is first told behind a name what it is."""
        for run in runs:
            self._first.setdefault(run.words, run.start)
            if IS_TOLD.match(text, run.end) is not None:
                self._told.setdefault(run.words, run.start)
        self._acting = {
            r.words[0] for r in runs if len(r.words) == 1 and ACTING.match(text, r.end) is not None
        }
        bare = POSSESSIVE.search(text) is None
        self._alone = {r.words[0] for r in runs if len(r.words) == 1} if bare else set()

    def name_of(self, core: tuple[str, ...], run: Run) -> Name:
        """The name at a run, with its party: one told before, or a new one."""
        if self._lost(core, run):
            core = (core[0][:-1],)
            run = replace(run, end=run.end - 1, words=core)
        key = " ".join(core)
        if key in self._firms and run.words[0] in known("parties.title"):
            key = "Mr. " + key  # "Mr. Daylin" of "Daylin Corp."
        number = self._known(key, core, run)
        if run.words[0] in HONORIFICS and (number is None or self.parties[number].tag != "P"):
            key = "Mr. " + key
            number = self._by_key.get(key)
        if number is None and _is_shouted(core):
            number = self._folded.get(key.lower())  # "NORVIK MILLS" of a headline
            if number is not None and self.parties[number].name.text.startswith(f"{key} "):
                number = None  # "NOR WEST" is not its NOR WEST Direct Inc.
        if number is None:
            number = self._add(key, core, run)
        elif _fuller(run, self.parties[number].name):
            name = Phrase(run.start, run.end, self._text[run.start : run.end])
            self.parties[number] = replace(self.parties[number], name=name)
        party = self.parties[number]
        return Name(run.start, _end_of(self._text, run, party.name.text), party.tag, number)

    def _lost(self, core: tuple[str, ...], run: Run) -> bool:
        """Whether a possessive has lost its apostrophe, in a text where all have ("Norviks metals unit")."""
        if len(core) > 1 or core != run.words or core[0][:-1] not in self._alone or core[0][-1] != "s":
            return False
        if core[0] in self._firms or core[0] in self._acting:
            return False  # "Danners" of Danners Inc., though a Danner is told of
        return self._text[run.end : run.end + 1] == " " and self._text[run.end + 1 : run.end + 2].islower()

    def _known(self, key: str, core: tuple[str, ...], run: Run) -> int | None:
        """The party told before that a name means."""
        number, exact = self._by_key.get(key), self._by_key.get("=" + key)
        if exact is not None and self.parties[exact].legal:
            return exact  # "Veltrana" is Veltrana Inc., not its Veltrana Cloud
        if number is None or not _is_country(key):
            told_first = number is not None and self._told_before(run, self.parties[number])
            meant = number is None or _means(self._text, run, core, self.parties[number], self._first)
            return number if meant and not told_first else exact
        return exact  # "France" is no "France Telecom"

    def _told_before(self, run: Run, party: Party) -> bool:
        """Whether it was told what a name is before a party is called by more than it ("Halden Capital")."""
        told = self._told.get(run.words, party.first)
        return told < party.first and party.tag == "N" and not party.legal

    def _add(self, key: str, core: tuple[str, ...], run: Run) -> int:
        """A new party, with what it may be called; of two with one beginning it means the one named first."""
        number = len(self.parties)
        name = Phrase(run.start, run.end, self._text[run.start : run.end])
        rules = len(run.words) == 1 and run.words[0] in self._rulers
        said = rules or run.words in self._people
        tag = "P" if said else tag_of(self._text, run, core, self._titled)
        if tag == "P" and not rules and (run.words in self._companies or key in known("parties.like_people")):
            tag = "N"
        first = self._first[run.words]
        self.parties.append(Party(number, name, tag, len(core) < len(run.words), first))
        shorts = (*_keys(core, tag), *(_initials(self._text, run, core) if tag in "NE" else ()))
        shorts = (*shorts, *tickers(self._text, run.end))
        for short in shorts:
            if tag == "E" and short != key and short in known("parties.index"):
                continue  # "the Dow" is no short name of its publisher
            called = "Mr. " + short if tag == "P" and short in self._firms else short
            if self._is_nearer(called, number):
                self._by_key[called] = number
                self._folded[called.lower()] = number
        self._by_key.setdefault("=" + key, number)
        if tag == "P":
            self._by_key.setdefault("Mr. " + core[-1], number)
        begins = tag == "P" and len(core) > 1 and core[0] not in known("parties.given")
        if begins and (core[0],) in self._first and (core[-1],) not in self._first:
            self._by_key.setdefault(core[0], number)  # "Najib" is Najib Razak
        return number

    def _is_nearer(self, called: str, number: int) -> bool:
        """Whether a short name means a party rather than the one it meant: a firm by its form, or the first.

        "Honda" is Honda Motor Co., and not the Honda Fit of the headline.
        """
        if called not in self._by_key:
            return True
        new, old = self.parties[number], self.parties[self._by_key[called]]
        if new.legal != old.legal and new.tag == old.tag == "N" and " " not in called:
            return new.legal
        return new.first < old.first


POSSESSIVE = Pattern(r"\p{L}['\u2019]s\b")


def _rules(text: str, run: Run) -> bool:
    """Whether a single name has the office of somebody who rules before it ("President Vogel")."""
    low = max(0, run.start - 20)
    return RULER.match(text, low, run.start) is not None and run.words[0] not in known("parties.place")


RULER = Pattern(r"(?r)\b(?:President|Premier|Chancellor|Prime Minister|Governor|Senator|Secretary) ")
HONORIFICS = ("Mr.", "Mrs.", "Ms.", "Dr.", "Miss", "Mr", "Mrs", "Ms", "Dr")
"""What only people are called with."""


def _is_country(name: str) -> bool:
    """Whether a name is that of a country."""
    return any(entry.id.startswith("countries") for entry in lexicon.find("parties.place", name))


def _is_shouted(core: tuple[str, ...]) -> bool:
    """Whether a name is written in capitals, as in a headline, and no short one that always is ("IBM")."""
    name = " ".join(core)
    return name.isupper() and len(name) > LETTERS


def _means(
    text: str, run: Run, core: tuple[str, ...], party: Party, first: dict[tuple[str, ...], int]
) -> bool:
    """Whether a short name means a party with a longer one: it comes later, or only lacks legal words."""
    if len(core) == 1 and core[0] == _letters(party.name.text):
        return True  # "API", though the American Petroleum Institute comes later
    rest = party.name.text.split()[len(core) :]
    if rest and len(core) < len(run.words) and not party.legal and party.tag == "N":
        return False  # "Harbor Co." is not its Harbor Bank
    if party.tag == "P" and len(run.words) == 1 and first[run.words] < party.first:
        return IS_MAKER.match(text, first[run.words] + len(core[0])) is None
    if (
        all(word in known("parties.suffix") or word in known("parties.legal") for word in rest)
        or party.tag == "P"
    ):
        return True
    return first[run.words] > party.first


def _letters(name: str) -> str:
    """The letters that a name of several words begins with; none where two would be anybody's."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters if len(letters) > 2 else ""


IS_TOLD = Pattern(r", (?:an?|the|which|\p{Lu}\p{Ll}+['\u2019]s|\p{Lu}{2,}['\u2019]s) ")
"""Behind a name, before what it is."""
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
        yield from (f"{particle} {core[-1]}" for particle in PARTICLES)
        return
    if tag in "NE":
        for length in range(len(core) - 1, 0, -1):
            yield " ".join(core[:length])
        if len(core) > 1:
            yield bare_of(core[0])
            yield "".join(w[0] for w in core)
            yield from _by_family(core)


PARTICLES = ("Van", "Von", "De", "Di")
"""What a last name may begin with, where it stands alone with a capital ("Van den Brink")."""


def _initials(text: str, run: Run, core: tuple[str, ...]) -> Iterator[str]:
    """A firm by its initials: with its "&" ("N&O"), without "Group", with the C of "Co."; without ".com"."""
    rest = list(core)
    while len(rest) > 1 and rest[-1] in known("parties.suffix"):
        rest.pop()
    if core[0].endswith(".com"):
        yield core[0].removesuffix(".com")
    letters = "".join(word[0] for word in rest)
    if "&" in text[run.start : run.end]:
        marked = AND_NEXT.sub("&", text[run.start : run.end])
        joined = "".join(part[0] for part in PARTS.split(marked)[: len(rest) + 1] if part)
        yield joined.rstrip("&")
    if len(letters) > 2:  # two are the initials of anybody
        yield letters
        if run.words[-1] in COMPANY:
            yield letters + "C"
    if "-" in core[0]:
        yield "".join(part[0] for part in core[0].split("-") if part)


AND_NEXT = Pattern(r" & ")
PARTS = Pattern(r"[ ,]+|(?=&)|(?<=&)")
COMPANY = ("Co", "Co.", "Company", "Corp", "Corp.", "Corporation")


def _by_family(core: tuple[str, ...]) -> Iterator[str]:
    """A firm by its founder's last name ("Dorney" of "J.C. Dorney Co.")."""
    if len(core) == 2 and INITIALS.fullmatch(core[0]) is not None:
        yield core[1]


INITIALS = Pattern(r"(?:\p{Lu}\.){1,3}|\p{Lu}")
