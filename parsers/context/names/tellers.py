"""Bodies that only tell the figures of others: a trade association, a statistical office that just speaks."""

from __future__ import annotations

from functools import cache

import regex

from parsers.context.names.parties import Names
from parsers.context.rows.words import Name, known
from parsers.lazy import Pattern
from parsers.values import replace
from parsers.worded import worded


def without_tellers(text: str, names: Names) -> Names:
    """The names, those of bodies that gather figures and in all their places only speak as ``E``."""
    tellers = {p.number for p in names.parties if p.tag == "N" and not p.legal and gathers(p.name.text)}
    first = {name.party: name for name in reversed(names.found) if name.tag == "N"}
    researchers = {party for party, name in first.items() if _researches(text, name)}
    researchers |= {
        n.party for n in names.found if n.tag == "N" and _apposed().match(text, n.end) is not None
    }
    researchers |= {n.party for n in names.found if n.tag == "N" and _is_a_report(text, n)}
    tellers |= {n.party for n in names.found if n.tag == "N" and is_source(text, n)} | researchers
    if not tellers:
        return names
    letters = {_letters(p.name.text) + land for p in names.parties if p.number in tellers for land in LANDS}
    tellers |= {p.number for p in names.parties if p.tag == "N" and p.name.text in letters}
    called = tuple(" " + p.name.text for p in names.parties if p.number in tellers)
    tellers |= {p.number for p in names.parties if p.tag == "N" and p.name.text.endswith(called)}
    for name in names.found:
        bracketed = text[max(0, name.start - 1) : name.start] == "(" and text[name.end : name.end + 1] == ")"
        if name.party in tellers - researchers and not (bracketed or speaks(text, name)):
            tellers.discard(name.party)
    found = (replace(name, tag="E") if name.party in tellers else name for name in names.found)
    return replace(names, found=tuple(found)) if tellers else names


def _letters(name: str) -> str:
    """The letters that the words of a name begin with ("PI" of "Property Institute")."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


LANDS = ("", "NZ", "UK", "US", "SA", "A", "B", "C")
"""What such letters go on with where the name is told without its land ("PINZ")."""


def gathers(name: str) -> bool:
    """Whether a body gathers figures by its name ("Institute of Brewers", "Statistics Norway")."""
    words = name.replace(",", " ").split()
    at = next((i for i, word in enumerate(words) if word in known("parties.gathering")), -1)
    return at >= 0 and words[at - 1] not in known("parties.lending")


def is_source(text: str, name: Name) -> bool:
    """Whether a name comes in as the source of figures ("according to property broker Calder")."""
    low = max(0, name.start - 64)
    if FORECASTER.match(text, name.end) is not None or WHOSE_DATA.match(text, name.end) is not None:
        return True
    if FIRST.match(text, name.end) is not None:
        return True
    if HEADLINED.match(text, max(0, name.start - 2), name.start) and ENDS.match(text, name.end):
        return True
    return SOURCE.match(text, low, name.start) is not None or WATCHER.match(text, low, name.start) is not None


def _is_a_report(text: str, name: Name) -> bool:
    """Whether a name is that of a report which comes out again and again ("raised in latest WASDE")."""
    capitals = text[name.start : name.end].isupper()
    return capitals and LATEST.match(text, max(0, name.start - 32), name.start) is not None


LATEST = Pattern(r"(?ri)\bin (?:the |its |a )?(?:latest|newest|monthly|weekly|quarterly) ")


def _researches(text: str, name: Name) -> bool:
    """Whether a name at a sentence's end comes in as a researcher's ("fell, consultants Calder said")."""
    if _researcher_behind().match(text, name.end) is None:
        return False
    return _researcher_before().match(text, max(0, name.start - 80), name.start) is not None


@cache
def _researcher_before() -> regex.Pattern[str]:
    return worded(
        r"(?r), (?:[\p{L}-]+ ){0,3}?<<parties.researcher>> "
        r"(?:\p{Lu}[\p{L}.&]* (?:[\p{Lu}&][\p{L}.&]* ){0,3}and )?"
    )


@cache
def _apposed() -> regex.Pattern[str]:
    """Behind a name: that it is a researcher's ("Calder, a consultancy, expects")."""
    return worded(
        r", (?:an?|the) (?:[\p{L}'\u2019-]+ ){0,4}?<<parties.researcher>>(?: (?:in|for|on) [^,.;\n]{2,40})?,"
    )


@cache
def _researcher_behind() -> regex.Pattern[str]:
    return worded(r"(?: and(?: \p{Lu}[\p{L}.&]*+){1,4}?)?(?:,? on \w+day)? <<contextwords.say>>(?!\p{L})")


WATCHER = Pattern(r"(?r)\b(?:property broker|brokerage|market researcher|price tracker|data tracker) ")
FORECASTER = Pattern(
    r", (?:its|the)(?: house| company['\u2019]s)? (?:stock)?broker[^,.;]{0,24},"
    r"| (?:now |is |are |still ){0,2}(?:looks?|looking) for (?:[\p{L}-]+ ){0,4}"
    r"(?:profits?|earnings|sales|losses|revenues?)\b"
    r"| (?:has |had |have )?pencil(?:s|led) in "
    r"| (?:said|says) (?:\w+day )?in (?:its|an?|the) (?:[\p{L}-]+ ){0,4}?(?:market|commodit(?:y|ies)|research"
    r"|economic|industry|price) (?:report|review|survey|outlook|bulletin|note|circular|commentary)\b"
    r"| (?:cut|cuts|raise[sd]|lower(?:s|ed)|trim(?:s|med)|lift(?:s|ed)|hike[sd]) its (?:share[ -])?"
    r"(?:price )?targets?\b"
    r"| (?:expects|sees) the company (?:to|earning) "
    r"| (?:also |now |\p{Ll}{3,12}ly |last \p{Ll}++ |on \p{Lu}\p{Ll}++day )*(?:has |have )?"
    r"(?:raise[sd]|cut|cuts|lower(?:s|ed)|trim(?:s|med)) its "
    r"(?:\p{Lu}[\p{L}.]*+ )?(?:\p{Ll}++ )?(?:growth|inflation|GDP) "
    r"(?:forecast|outlook|estimate|projection)s?\b"
    r"| (?:also |now )?(?:expects|sees|forecasts|predicts) (?:growth|inflation|unemployment|GDP|borrowing)\b"
    r"|,?(?: too| also)?(?: has| have| had)? "
    r"(?:initiated|kept|maintain(?:s|ed)?|reiterat(?:es|ed)|retain(?:s|ed)?) (?:an? |its |the )?"
    r"[\"\u201c'\u2018]?"
    r"(?:(?i:accumulate|add|buy|hold|neutral|outperform|overweight|reduce|sell|underperform|underweight)\b"
    r"|(?:price )?target\b|rating\b|coverage\b)"
)
"""Behind the name of a broker that tells what it expects of others."""
WHOSE_DATA = Pattern(
    r"(?: \([\p{Lu}&]{2,8}\))?['\u2019]?s? (?:[\p{Ll}-]++ )?(?:data|figures|statistics)"
    r"(?: (?:on|late|early) \p{L}++(?: \p{L}++)?)?"
    r"(?: show(?:ed|s|n)?\b|\s*(?:\n|\Z))"
)
"""Behind the name of who has gathered what is told ("the API data showed", "- API data" at a line's end)."""
HEADLINED, ENDS = Pattern(r"(?r): "), Pattern(r"\s*(?:\n|\Z)")
"""Around who tells what a headline says ("House prices rise 10%: Calder Group")."""
SOURCE = Pattern(
    r"(?r)\b(?:according to|(?:data|figures|numbers|statistics)"
    r" (?:assembled |collected |compiled |gathered |issued |provided |published |released |shared )?"
    r"(?:by|from))(?: the)? (?:\p{Lu}{2,4} )?(?:[\p{Ll}-]+ ){0,5}"
    r"|\b(?:polled|surveyed) by (?:the )?(?:[\p{Ll}-]+ ){0,4}|\btold (?:the )?"
    r"|\bshared (?:by [^.;\n]{3,48} )?with (?:the )?"
    r"|\bshares? its (?:\p{Ll}+ )?(?:numbers|figures|data) with (?:the )?"
)
"""Before who has gathered what is told, or to whom it was said ("told Newsday")."""


def speaks(text: str, name: Name) -> bool:
    """Whether a name stands for who says something, whose report it is or for whom a speaker works."""
    return (
        _speaker_before().match(text, max(0, name.start - 48), name.start) is not None
        or _speaker_behind().match(text, name.end, name.end + 96) is not None
        or TITLED.match(text, name.end) is not None
        or is_source(text, name)
        or REPORTS.match(text, name.end) is not None
        or OPINES.match(text, name.end) is not None
        or FIRST.match(text, name.end) is not None
        or (text[max(0, name.start - 3) : name.start] == " - " and ENDS.match(text, name.end) is not None)
    )


FIRST = Pattern(
    r" (?:first|earlier|previously) (?:reported|revealed)\b| was (?:the )?first to report\b"
    r"|(?: (?:business |financial |news)?(?:agency|broadcaster|daily|magazine|newspaper|paper|tabloid|website"
    r"|weekly)){1,2} (?:reported|said|says|wrote)\b"
    r"| (?:has )?reported(?: on)?(?: \p{Lu}\p{Ll}{2,5}day)?,? (?:citing|quoting)\b"
)
"""Behind a paper that has told what others repeat, or tells what it has heard."""
OPINES = Pattern(r"(?i)['\u2019]?s? (?:opinion|recommendation|upgrade|downgrade|rating)s?\b")
"""Behind who has an opinion of shares ("UP ON CALDER OPINION")."""
TITLED = Pattern(r" \([\p{Lu}&]{2,8}\) (?:on \w+day |\w+day )?(?:said|says|reported)\b")
"""Behind a name with its letters ("the Institute of Brewers (IOB) said")."""


REPORTS = Pattern(
    r"['\u2019]s (?!annual|quarterly|earnings|results|trading)(?:[\p{L}-]++ ){0,6}?"
    r"(?:report|survey|index|poll|study|data|figures|tracker)(?: [^,.;\n]{0,40})?"
    r" (?:found|showed|shows?|revealed)\b| (?:[\p{Ll}-]++ ){0,2}data(?!\p{L})"
)
"""Behind who has asked or counted others ("Calder's house price report released on Monday found")."""


@cache
def _speaker_before() -> regex.Pattern[str]:
    return worded(
        r"(?r)\b(?:according to|said|<<contextwords.survey>>(?: (?:\w+ )?(?:by|from|of))"
        r"|<<parties.role>>,? (?:at|of|for|with|from))(?: the)? "
    )


@cache
def _speaker_behind() -> regex.Pattern[str]:
    return worded(
        r"(?:, (?:an?|the|which) (?:[^,.;\n]|(?<=\d)[,.](?=\d)){1,64},| \([^()\n]{1,24}\))?"
        r"(?: and (?:the )?(?:\p{Lu}[\p{L}.&]*+ ?){1,4}(?<! )(?= (?:estimates?|says?|said|show)\b))?"
        r"(?: also| has| have|,? on)?"
        r"(?: \p{Lu}\p{Ll}{2,5}day)?,? (?:<<contextwords.say>>|<<contextwords.asserts>>|reported|reports"
        r"|added(?=[.,]|\s*\n|\Z)"
        r"|(?:sees|predicts|forecasts?|projects|expects|estimates?)(?! (?:its|to|it)\b)"
        r"|calculate[sd]|reckon(?:s|ed)|follows?|tracks?|monitors?|surveys|compiles?|publishes|gathers?|statement|note"
        r"|<<contextwords.survey>>|<<parties.role>>)(?!\p{L})"
        r"|['\u2019]s? (?:[\p{Ll}-]++ ){0,3}?(?:<<contextwords.survey>>|<<parties.role>>|index)(?!\p{L})"
    )
