"""Which names mean the same party, and whether a party is a company, a person, a place or a venue."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

import regex

from parsers.context.names.persons import acts_as_a_company, is_child_of, is_person, speaks_as_one
from parsers.context.names.runs import Run, is_paper
from parsers.context.rows.words import Name, known
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.text import START
from parsers.values import record
from parsers.worded import Worded, worded

STATE_NEXT = Pattern(r", (\p{Lu}[\p{L}.]*+)(?!['\u2019])")
INDEX = (
    r"(?:S&P|Russell|FTSE|Nikkei|(?:Stoxx|STOXX)(?: Europe)?|CSI|Euronext|Nasdaq|CAC|SSE|ASX|TSX|Topix|Nifty"
    r"|DAX|IBEX|MDAX|(?:Euro|EURO) (?:Stoxx|STOXX)|OMX|Kospi|KOSPI|SMI|AEX)(?: Composite)? \d{2,4}(?!\.?\d)"
    r"|Standard (?:&|amp) Poor['\u2019]s \d{3}(?:-[Ss]tock)?(?: Price)? [Ii]ndex(?!\p{L})"
    r"|(?:Jakarta|Nasdaq|NASDAQ|Shanghai|Shenzhen|S&P/TSX|Toronto) "
    r"(?:[Cc]omposite|[Cc]omponent)(?! index)(?!\p{L})"
)
ISSUE_NEXT = Pattern(
    r"(?:['\u2019]s)?(?: [\w-]+){0,2} (?:bonds?|notes?|bills?|issues?|yields?|securities|debt)\b"
)
NUMBERED_INDEX = Pattern(INDEX + r"\Z")
COMPOSITE = ("composite", "component")
"""How an index that bears the name of its market ends."""
POSSESSIVE = Pattern(r"['\u2019]s?$")
APOSTROPHES = ("'", "\u2019")


def bare_of(word: str) -> str:
    """A word without its possessive."""
    return POSSESSIVE.sub("", word) if word[-1:] in APOSTROPHES or word[-2:-1] in APOSTROPHES else word


def straight(name: str) -> str:
    """A name with typewriter's apostrophes, as the tables have it."""
    return name.replace("\u2019", "'")


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

    def often(self, name: str) -> bool:
        """Whether a text names the one of that fullest name more than once."""
        known = (n for n in self.found if self.parties[n.party].name.text == name)
        return next(known, None) is not None and next(known, None) is not None

    def is_person(self, phrase: Phrase) -> bool:
        """Whether a phrase is a person's name."""
        at = bisect_left(self.found, phrase.start, key=START)
        name = self.found[at] if at < len(self.found) else None
        return name is not None and name.start == phrase.start and name.tag == "P"

    def full(self, phrase: Phrase) -> str:
        """The fullest name of what a phrase names ("Halden" is "Halden Paper Co."); else its words."""
        at = bisect_left(self.found, phrase.start, key=START)
        name = self.found[at] if at < len(self.found) else None
        whole = name is not None and name.start == phrase.start and name.end >= phrase.end
        words = self.parties[name.party].name.text if name is not None and whole else phrase.text
        return " ".join(words.split())


def tag_of(text: str, run: Run, core: tuple[str, ...], titled: set[str]) -> str:
    """What a name is: ``N``, ``P`` a person, ``L`` a place, ``E`` a venue."""
    whole = straight(" ".join(run.words))
    if _is_traded(text, run, core, whole):
        return "Z"
    if _only_tells(text, run, core, whole):
        return "E"
    if (len(core) in (2, 3) and core[-1] in titled) or is_child_of(text, run):
        return "P"
    if (
        text.endswith("-based ", 0, run.start)
        and len(core) == 1
        and core[0] not in known("parties.nationality")
    ):
        return "N"  # "at Dallas-based Southwest"
    if _is_part_of_land(text, run, core):
        return "L"
    places = known("parties.place parties.abbreviated")
    if not places.isdisjoint(
        (whole, whole.title(), whole + ".", *((SEATED.sub("", whole),) if "-" in whole else ()))
    ):
        return "L"
    if run.words[0] in known("parties.title") and len(run.words) > 1 and "&" not in text[run.start : run.end]:
        return "P"
    if (
        len(core) > 3
        or not known("parties.suffix").isdisjoint(run.words[1:])
        or "&" in text[run.start : run.end]
    ):
        return "P" if _has_initial(run.words) else "N"
    if len(core) <= 2 and (_is_place(text, run) or _describes_maker(text, run)):
        return "L"
    given = core[0].partition("-")[0] in known("parties.given") and core[-1] not in known("parties.trade")
    given = given and run.words[-1] not in known("parties.legal")  # "Henry Halden Inc."
    if given and len(core) == 2 and acts_as_a_company(text, run):
        return "N"
    if len(core) in (2, 3) and (given or _has_initial(run.words) or is_person(text, run)):
        return "P"
    return "P" if speaks_as_one(text, run) else "N"


def _only_tells(text: str, run: Run, core: tuple[str, ...], whole: str) -> bool:
    """Whether a name is that of a venue, a law, an agency or another that only tells figures of others."""
    return (
        core[-1] in known("parties.reporting")
        or run.words[:2] == ("News", "Agency")
        or whole in known("parties.venue parties.politics")
        or (len(run.words) == 2 and is_paper(list(run.words)))
        or (straight(" ".join(core)) in known("parties.venue") and not _is_a_firm(run))
        or (len(run.words) > 1 and run.words[-1] in known("parties.statute"))
        or (len(run.words) == 1 and OFFICE.match(text, run.end) and whole in known("parties.portfolio"))
        or MINISTER_OF.match(text, max(0, run.start - 48), run.start) is not None
        or (run.words[0] in known("parties.lettered") and len(run.words) <= 2)
        or REPORTS.match(text, max(0, run.start - 20), run.start) is not None
    )


MINISTER_OF = Pattern(r"(?r)\b[Mm]inister (?:of|(?:[Rr]esponsible )?for) (?:\p{Lu}\p{Ll}+ and )?")
"""Before what a minister's office is for ("Minister of Economics and Communication")."""
OFFICE = Pattern(r" (?:department|ministry)\b")
"""Behind what an office of a state is for, where it is written small ("the Labor department")."""


def _is_a_firm(run: Run) -> bool:
    """Whether a name has a firm's legal form ("Dow Jones & Co." publishes, "Dow Jones" may only tell)."""
    return len(run.words) > 1 and run.words[-1] in known("parties.legal")


def _has_initial(words: tuple[str, ...]) -> bool:
    """Whether a name has a person's initial in it, and nothing of a firm's ("Petra V. Lane III")."""
    firm = known("parties.legal parties.suffix parties.trade")
    if not 3 <= len(words) <= 4 or not firm.isdisjoint(words) or not all(w[0].isupper() for w in words):
        return False
    shorts = [at for at, word in enumerate(words) if INITIAL.fullmatch(word) is not None]
    return shorts in ([0], [1]) and words[-1] not in known("parties.acronym")


INITIAL = Pattern(r"\p{Lu}\.")


def _is_traded(text: str, run: Run, core: tuple[str, ...], whole: str) -> bool:
    """Whether a name is that of an index, or of a state's bonds (not "Nasdaq Inc.")."""
    if core[-1] in known("parties.index"):
        if len(core) == 1 and _is_called_by(text, run):
            return False
        return len(core) == len(run.words) or run.words[-1] not in known("parties.legal")
    if whole in known("parties.state_debt"):
        return True
    if whole == "Dow Jones" and THE_DOW.match(text, run.end) is not None:
        return text[max(0, run.start - 4) : run.start].lower() == "the "
    if whole == "S&P" and ITS_INDEX.match(text, run.end) is not None:
        return True
    if (whole[-1].isdecimal() or whole.lower().endswith(COMPOSITE)) and NUMBERED_INDEX.match(whole):
        return True
    return core[-1] in known("parties.issuing") and ISSUE_NEXT.match(text, run.end) is not None


def _is_called_by(text: str, run: Run) -> bool:
    """Whether a company is called by the word for an index ("Orlin sued Dow", of Dow Chemical Co.)."""
    if text[max(0, run.start - 4) : run.start].lower() == "the ":
        return False
    first = text.find(f"{run.words[0]} ", 0, run.start)
    return first >= 0 and _firm_behind().match(text, first + len(run.words[0])) is not None


@cache
def _firm_behind() -> regex.Pattern[str]:
    return worded(r"(?: \p{Lu}\p{Ll}+){0,2},? <<parties.legal>>(?![\p{L}])")


THE_DOW = Pattern(
    r"(?!['\u2019]| (?:industrials?|averages?|index|composite)\b"
    r"| (?:polls?|surveys?|consensus|estimates?|reports?|newsletter|publication)\b)"
)
"""Behind "the Dow Jones": what is no index of it."""
ITS_INDEX = Pattern(
    r" (?:[\p{Ll}-]+ ){0,3}(?:index|subindex|composite)\b"
    r"| (?:\p{Ll}+ly )?(?:rose|fell|gained|lost|slipped|slid|climbed|jumped|dropped|advanced|declined|tumbled"
    r"|surged|closed|ended|finished|was (?:up|down)|is (?:up|down)|hit|added|shed) "
    r"(?:by |up |down |nearly |about |more than |at )*(?:\d|an? )"
)
"""Behind "S&P": one of its indices."""


def _is_part_of_land(text: str, run: Run, core: tuple[str, ...]) -> bool:
    """Whether a name is that of a county, or with "the" before it of a quarter of a country ("the South")."""
    if len(core) > 1:
        return core[-1] in known("parties.district")
    return core[0] in known("parties.quarter") and text[max(0, run.start - 4) : run.start].lower() == "the "


REPORTS = Pattern(
    r"(?r)\b(?:bureau|institute|pollster|newspaper|daily|weekly|newsletter|magazine|journal|consultancy"
    r"|(?:statistics|news) (?:agency|office)"
    r"|(?<!\b(?:biomedical|clinical|contract|drug|medical) )"
    r"(?:research|data) (?:firm|group|provider|company))[ \n]"
)
"""Before the name of one who only publishes figures ("statistics bureau ISTAT")."""
SEATED = Pattern(r"-(?:based|listed|quoted|traded|headquartered)\Z")


MAKER_BEHIND = Worded(r" (?:[\p{Ll}-]++ ){0,2}?<<parties.descriptor>>(?![\p{L}'\u2019-])")


def _describes_maker(text: str, run: Run) -> bool:
    """Whether a name only tells of a company where it is, or what it makes ("the Long Island concern")."""
    if text[max(0, run.start - 4) : run.start].lower() != "the ":
        return False
    hit = MAKER_BEHIND.match(text, run.end, run.end + 48)
    return hit is not None and hit[0].split()[-1] not in known("parties.own_name")


SEATED_AT = Pattern(r"(?r)\b(?:coast|port|suburb|city|town|village) of ")
"""Before the name of a place ("off the coast of Calden")."""


OF_A_LAND = Pattern(r"(?ri)\b(?:the|(?:north|south|east|west)ern|central|upper|lower|U\.S\.) ")
REGIONS = ("Belt", "Delta", "Highlands", "Lowlands", "Midlands", "Plains", "Prairies", "Valley")
"""Parts of a land, behind its name or where in it they are ("the southern U.S. Plains")."""


def _is_place(text: str, run: Run) -> bool:
    """A single word before an abbreviated state ("Toledo, Ohio"; "Eau Claire, Wis."), or with a coast."""
    if SEATED_AT.match(text, max(0, run.start - 12), run.start) is not None:
        return True
    if run.words[-1] in REGIONS and OF_A_LAND.match(text, max(0, run.start - 12), run.start) is not None:
        return True
    after = STATE_NEXT.match(text, run.end, run.end + 16) if text.startswith(", ", run.end) else None
    return after is not None and after[1] in known("parties.abbreviated parties.place")
