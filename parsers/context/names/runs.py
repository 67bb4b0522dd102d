"""Runs of capitalised words in a text, before it is told what they name, and lines that are all such."""

from __future__ import annotations

import re
from functools import cache

from parsers import lexicon
from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.text import BULLET
from parsers.values import record


@record
class Run:
    """A place of capitalised words; ``initial`` if only its sentence's beginning may make it so."""

    start: int
    end: int
    words: tuple[str, ...]
    initial: bool


@cache
def dates() -> frozenset[str]:
    """The words of dates that have a capital."""
    words = {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}
    for entry in lexicon.entries("calendar").values():
        for surfaces in entry.classes.values():
            words.update(s.title() for s in surfaces if len(s) > 3)
    return frozenset(words)


def begins_with_date(words: list[str]) -> bool:
    """Whether words begin with one of a date, which is no part of a name ("Sunday Halden said")."""
    return bool(words) and words[0] in dates() and not is_paper(words)


def is_firm(words: list[str]) -> bool:
    """Whether a month begins the name of a firm ("May Hardware Stores", "March Networks Corp")."""
    if len(words) < 2 or not lexicon.find("calendar.month|calendar.month_word", words[0]):
        return False
    return not known("parties.legal parties.suffix parties.trade").isdisjoint(words[-1:])


def is_paper(words: list[str]) -> bool:
    """Whether a day begins the name of a newspaper ("the Sunday Herald")."""
    return len(words) > 1 and words[0] in ISSUED and words[1] in known("timenames.paper")


ISSUED = ("Daily", "Sunday", "Evening", "Morning")
"""When a newspaper comes out, as its name says."""
LONGEST_TITLE = 160


def in_title(text: str, at: int) -> bool:
    """Whether a place stands in a line of capitalised longer words, with no full stop if these are few."""
    start = max(at - LONGEST_TITLE, text.rfind("\n", 0, at) + 1)
    end = text.find("\n", at, start + LONGEST_TITLE)
    line = text[start : end if end >= 0 else start + LONGEST_TITLE].strip()
    small = known("parties.small_in_titles")
    long = (word for word in line.split() if len(word) > 3 and word[0].isalpha() and "." not in word[:-1])
    longer = [word for word in long if word not in small]
    enough = len(longer) > (2 if line[-1:] != "." else STOPPED)
    return enough and all(word[0].isupper() for word in longer)


STOPPED = 4
"""More than how many longer words a title of whole sentences has."""


def heads(text: str, run: Run) -> bool:
    """Whether a run heads an entry and says what is told there ("R&D Expenses: ...", "Cash Position:")."""
    start = text.rfind("\n", 0, run.start) + 1
    before = text[start : run.start]
    if (item := ITEM.match(before)) is not None and _is_label(text, start + item.end(), run):
        return True
    begins = not before.strip("-*\u2022\u2013 ")
    if not begins or text[run.end : run.end + 1] != ":":
        return False
    last = run.words[-1].lower()
    return bool(lexicon.find("metrics.noun", last)) or last in known("parties.heading")


ITEM = Pattern(rf"\s*{BULLET}\s*")
LABEL = Pattern(r"[^\n:.]{3,70}:\s")


def _is_label(text: str, start: int, run: Run) -> bool:
    """Whether a run is of the title of an item ("* Maintains Strong Balance Sheet: Expected leverage")."""
    hit = LABEL.match(text, start, start + 72)
    if hit is None or run.end > hit.end() or len(run.words) < 2:
        return False
    longer = [word for word in hit[0].split() if len(word) > 4 and word[0].isalpha()]
    name = text[run.start : run.end]
    return all(word[0].isupper() for word in longer) and text.find(name, hit.end()) < 0 > text.rfind(
        name, 0, start
    )


def is_only_quoted(text: str, run: Run) -> bool:
    """Whether marks of quotation hold a run and nothing else, and it stands nowhere without ('Mad Max')."""
    name = text[run.start : run.end]
    if not quoted(text, run.start) or CLOSED.match(text, run.end) is None:
        return False
    if not known("parties.legal").isdisjoint(run.words):
        return False
    places = (hit.start() for hit in re.finditer(re.escape(name), text))
    return all(quoted(text, at) for at in places)


def is_called(text: str, run: Run) -> bool:
    """Whether somebody is only spoken to ("Thanks, Anna. Gross margin was", "Good morning, Petra.")."""
    if text[run.end : run.end + 1] not in CALLS:
        return False
    return THANKED.search(text, max(0, run.start - 16), run.start) is not None


def is_portfolio(text: str, run: Run) -> bool:
    """Whether a word only tells what an office is for ("Finance officials", "the Finance department")."""
    if len(run.words) > 1 or run.words[0] not in known("parties.portfolio") or run.words[0] == "Treasury":
        return False
    return OFFICE.match(text, run.end) is not None


OFFICE = Pattern(
    r" (?:chiefs?|department|ministry|ministers?|officials?|portfolio|secretar(?:y|ies))(?!\p{L})"
)
CALLS = (".", ",", "!", "?")
"""Behind one who is spoken to."""
THANKED = Pattern(r"(?ri)\b(?:thanks|thank you|hi|hello|good (?:morning|afternoon|evening)|question),? \Z")
CLOSED = Pattern(r"[.,]?[\"\u201d'\u2019](?!s\b)")
"""Behind all that is quoted."""


SEAT = Pattern(r"[DR]-\p{Lu}[\p{L}.]*")
"""A member's party and state ("D-Kan.")."""


def is_code(text: str, run: Run) -> bool:
    """Whether a run is the code of a share or a contract ("<HLD>", "LCOc1"), of what is measured, a grade."""
    if run.words[:2] in PAGE or not known("parties.no_names_word").isdisjoint(run.words[1:]):
        return True  # "Calder Earns Even More Than" heads an article
    if run.words[-1] in known("parties.disease"):
        return True  # "AIDS", "Severe Acute Respiratory Syndrome"
    if run.words[-1] in LABELS and text[run.end : run.end + 1] == ":":
        return True
    if len(run.words) > 1:
        head = " ".join(run.words[-2:])
        return run.words[-1] in MEASURES and bool(lexicon.find("metrics.noun", head.lower()))
    if CONTRACT.fullmatch(run.words[0]) is not None or SEAT.fullmatch(run.words[0]) is not None:
        return True
    if GRADE.fullmatch(run.words[0]) is not None and (
        GRADED.search(text, max(0, run.start - 80), run.start) or RATED.match(text, run.end)
    ):
        return True
    return run.words[0].isupper() and CODED.match(text, run.start - 1) is not None and run.start > 1


def without_amounts(text: str, runs: list[Run]) -> list[Run]:
    """The runs without amounts of a currency that the text has large ones of ("N750", "N27.5 trillion")."""
    amounts = {run: hit["sign"] for run in runs if (hit := AMOUNT.fullmatch(run.words[0])) is not None}
    if not amounts:
        return runs
    signs = {hit["sign"] for hit in LARGE.finditer(text)}
    return [run for run in runs if amounts.get(run) not in signs]


_SIGN = r"(?P<sign>\p{Lu}{1,3}|[RK]s)"
AMOUNT = Pattern(rf"{_SIGN}\d{{2,}}")
LARGE = Pattern(rf"\b{_SIGN}\d[\d.,]{{0,24}}+[ \u00a0]?(?:trn|tn|bn|mn?|(?:tr|b|m)illion|crore|lakh)\b")
"""Letters before a large amount, the sign of a currency."""
GRADE = Pattern(r"A{1,3}[+-]?|B{1,3}[+-]?|C{1,3}[+-]?|(?:Aa|A|Baa|Ba|B|Caa)[1-3]|Aaa|Caa?")
"""A grade of debt, which is nobody."""
GRADED = Pattern(r"\brat(?:ed|es?|ings?)\b|\b(?:down|up)grad|\b(?:grade|notch)")
"""Behind which a grade stands."""
RATED = Pattern(r" (?:(?:credit|debt) )?(?:rating|grade|status)s?\b")
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri)day"
"""A day on which news comes."""
ACTS = (
    rf"(?:on {WEEKDAY} )?"
    r"(?:said|says|told|agreed|declined|expects|operates|warned|earned|(?:posted|reported) "
    r"(?:an?|its|that|net|record|higher|lower|better|\p{Ll}+-quarter|quarterly|annual))(?!\p{L})"
)
"""What a party does right behind its name, and a thing, a participle or what somebody owns does not."""
HELD = r"\b(?:[Ss]hares (?:of|in)|stake in|(?:takeover|acquisition) of) "
"""Before the name of a company: what others have or buy of it."""
MEASURES = frozenset(("Requirement", "Income", "Product", "Deficit", "Surplus", "Profit", "Loss", "Debt"))
"""How what is measured may end where a text writes it like a name ("the Exchequer Borrowing Requirement")."""
PAGE = (("Continue", "Reading"), ("Read", "More"), ("Story", "Continues"), ("Click", "Here"), ("Sign", "Up"))
"""How what a news page says of itself begins."""
LABELS = ("BREAKING", "EXCLUSIVE", "LIVE", "UPDATE", "UPDATES")
"""Before a colon: what a news page calls its own entries ("Market LIVE: ")."""
CONTRACT = Pattern(r"\p{Lu}{1,4}c\d")
CODED = Pattern(r"(?<=[\p{L}.] ?)<\p{Lu}{1,5}(?:\.\p{Lu}{1,2})?>")


def quoted(text: str, at: int) -> bool:
    """Whether a quotation mark opens right before a name ("Sword of Calden," a game)."""
    return text[max(0, at - 1) : at] in ('"', "\u201c") or SINGLE.match(text, max(0, at - 2), at) is not None


SINGLE = Pattern(r"(?:^|\W)['\u2018]\Z")
"""A single mark of quotation, which is no apostrophe."""


ECHO = 4000
"""How far behind a headline a name of it is looked for in full ("Orlin Homes Reports": not "Orlin")."""


def recurs(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether the two words that begin a name stand together behind it too."""
    pair = text[first[0] : second[1]]
    return first[1] + 1 == second[0] and text.find(pair, second[1], second[1] + ECHO) >= 0


def always_in_full(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether the second of two words that begin a text's names stands behind the first each time, and again.

    So "General Electric" is, in a text that begins two sentences with it.
    """
    pair, word = text[first[0] : second[1]], text[slice(*second)]
    if first[1] + 1 != second[0]:
        return False
    end = second[1] + ECHO
    again = text.count(pair, second[1], end)
    return again > 0 and again == text.count(word, second[1], end) and word not in text[: first[0]]


def stands_inside(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether the two words that begin a name stand together inside another sentence near, too."""
    if first[1] + 1 != second[0]:
        return False
    pair = text[first[0] : second[1]].removesuffix("'s").removesuffix("\u2019s")
    low, high = max(0, first[0] - ECHO), second[1] + ECHO
    at = text.find(pair, low, high)
    while at >= 0:
        if is_inside(text, at) and at != first[0] and not text[at + len(pair) : at + len(pair) + 1].isalpha():
            return True
        at = text.find(pair, at + 1, high)
    return False


def is_persons(words: list[str], at: int) -> bool:
    """Whether a person whose name ends at a word owns what is named behind it ("Alan Lind's Lind Corp")."""
    if words[at][-2:] not in ("'s", "\u2019s"):
        return False
    return words[at][:-2] == words[at + 1] or (at > 0 and words[at - 1] in known("parties.given"))


DASH = Pattern(r"(?r)(?:--?|[\u2013\u2014:])\s")
DASHES = "-\u2013\u2014:"
MARKS = ("# ", "- ", "| ", "* ", "> ", "\u2022 ")


def is_inside(text: str, at: int) -> bool:
    """Whether a word in small letters, or such a word and a comma, stands right before a place."""
    return at > 2 and (text[at - 2].islower() or (text[at - 2] == "," and text[at - 3].islower()))


def opens(text: str, at: int) -> bool:
    """Whether a mark stands before a place behind which a sentence or an entry of a list begins."""
    if text[at - 1 : at] in '"\u201c\u2018(' or text[max(0, at - 2) : at] in MARKS:
        return True
    if text[at - 1 : at] == "'" and (at == 1 or text[at - 2].isspace()):
        return True  # a headline's 'Strong dollar'
    if text[at - 1 : at] in ("*", "_"):
        return STARRED.match(text, max(0, at - 16), at) is not None
    return text[max(0, at - 2) : at - 1] in DASHES and DASH.match(text, max(0, at - 4), at) is not None


STARRED = Pattern(r"(?r)(?:\A|\n)[ \t]*(?:(?:[-*+\u2022]|\d{1,2}[.)])[ \t]+)?[*_]{1,3}")
"""Before the first word of a line, or of an entry of a list, that is marked as bold."""
