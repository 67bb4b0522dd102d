"""Which single words at a sentence's beginning are names: those that something shows to be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import regex

from parsers import lexicon
from parsers.context.names.coined import often_first
from parsers.context.names.listing import is_listed
from parsers.context.names.runs import ACTS, WEEKDAY, Run
from parsers.context.rows.words import known, vocabulary
from parsers.lazy import Pattern
from parsers.model import Span
from parsers.text import BULLET
from parsers.worded import Worded, worded

MANY = Pattern(r" (?:have|are|were|do|don't|aren't|weren't|haven't)(?!\p{L})")
ABSTRACT = Pattern(r"(?r)(?:[ts]ions?|ments?|ness|ity|ism|ances?|ences?|age)")
SPEAKS = Pattern(
    r"['\u2019]|, (?:an?|the|which|based) "
    rf"|(?: on {WEEKDAY})? (?:said|says|agreed|reported|announced|posted)(?!\p{{L}})"
)
COUNTED = Pattern(r"(?<=[\d\p{Ll}] )\p{Lu}[\p{L}-]++(?= \p{L})")
"""The name in a count of what is a company's ("1.9 million Halden shares")."""


def sure_names(text: str, runs: list[Run], taken: Sequence[Span]) -> list[Run]:
    """Without the single words at a sentence's beginning that nothing shows to be names."""
    runs = [run for run in runs if not _is_section(text, run)]
    pairs = {run.words[:2] for run in runs if len(run.words) > 1 and not run.initial}
    runs = [_with_first_word(text, run, pairs) for run in runs]
    heads = {run.words[0] for run in runs}
    runs = [_without_kind(text, run, heads) for run in runs]
    named = {run.words[0] for run in runs if not run.initial}
    capital = [s for s in taken if " " in (words := text[s.start : s.end]) and not words.islower()]
    named |= {word[0] for span in capital for word in COUNTED.finditer(text, span.start, span.end)}
    given = known("parties.given")
    named |= {run.words[-1] for run in runs if len(run.words) > 1 and run.words[0] in given}
    named |= known("parties.place parties.index")
    named |= {run.words[0] for run in runs if run.words[0][-1].isdecimal() and " " in run.words[0]}
    named |= {run.words[0] for run in runs if run.initial and _is_in_brackets(text, run)}
    named |= {run.words[0] for run in runs if run.initial and _owns(text, run.end)}
    named |= {run.words[0] for run in runs if run.initial and _is_entry(text, run)}
    named |= {run.words[0] for run in runs if run.initial and _is_of_the_net(text, run)}
    named |= {run.words[0] for run in runs if run.initial and LISTED.match(text, run.end) is not None}
    named |= {run.words[0] for run in runs if run.initial and APPOSED.match(text, run.end) is not None}
    named |= {run.words[0] for run in runs if run.initial and _has_shares(text, run)}
    named |= {run.words[0] for run in runs if run.initial and _heads_results(text, run)}
    named |= {run.words[0] for run in runs if run.initial and is_listed(text, run.end)}
    named |= often_first(text, runs, _has_verb)
    single = (run for run in runs if run.initial and run.words[0][-1] != "s")
    named |= {run.words[0] for run in single if acts(text, run.end)}
    sure = [
        r for r in runs if not r.initial or r.words[0] in named or acts(text, r.end) or _is_dated(text, r)
    ]
    return [r for r in sure if not r.initial or not _describes(text, r)]


def _has_shares(text: str, run: Run) -> bool:
    """Whether a word that opens a sentence is whose shares move ("Calder shares fell"), no sort of shares."""
    word = run.words[0]
    if len(run.words) > 1 or SORT.search(word) is not None:
        return False
    sorts = known("parties.sector parties.trade parties.suffix parties.nationality parties.share_sort")
    return word not in sorts and SHARES_BEHIND.match(text, run.end, run.end + 160) is not None


def _heads_results(text: str, run: Run) -> bool:
    """Whether letters that open a sentence are whose quarter is told ("NRWT Q3 revenue came in at")."""
    letters = len(run.words) == 1 and len(run.words[0]) > 2 and run.words[0].isupper()
    return letters and run.words[0].isalpha() and QUARTER.match(text, run.end) is not None


QUARTER = Pattern(r" (?:Q[1-4]|[1-4]Q|H[12]|[12]H|FY)(?:[ -]?(?:FY)?['\u2019]?\d{2,4})?:? \p{L}")
SORT = Pattern(r"(?:s|al|ary|ive|ed|ing|ic|ish|ese|ian|less|ous|able|ant)\Z|-")
"""How a word ends that only tells of what sort shares are ("Financial", "Listed", "Small-cap")."""


SHARES_BEHIND = Worded(
    r" (?:shares|stock)(?:, which [^,.;]{3,120},)?"
    r" (?:(?:<<directions.verb>>|closed|ended|opened|traded|are|is|were|was|have|has|had)(?!\p{L})"
    r"|\p{Ll}{3,12} (?:(?:up|down|higher|lower|back|by) )?(?:(?:about|almost|nearly|over|more than) )?"
    r"[\d\p{Sc}])"
)
"""What stands behind whose shares move ("shares fell")."""


LISTED = Pattern(
    r"(?<=(?<!\p{L})(?P<first>\p{Lu})\p{L}{2,24}) "
    r"\((?:\p{Lu}{2,6}[.:] ?)?(?P=first)\p{Lu}{1,4}(?:\.\p{Lu}{1,2})?\)"
    r"| (?:<\p{Lu}{1,5}(?:\.\p{Lu}{1,2})?>|\((?:(?:up|down|off) |[+\u2212-])\d)"
)
"""Behind a company: the code of its shares, or what they gained or lost ("Itala (+1.2%)")."""


def _is_dated(text: str, run: Run) -> bool:
    """Whether a city in capitals opens a text whose mayor acts in it ("CHICAGO - Mayor Petra Vogel")."""
    return text[run.start : run.end].isupper() and MAYOR.match(text, run.end) is not None


def _is_in_brackets(text: str, run: Run) -> bool:
    """Whether letters in brackets stand for the name before them ("Norvik Orlin Financial (NOFG)")."""
    alone = len(run.words) == 1 and len(run.words[0]) > 2 and run.words[0].isupper()
    closed = text[run.start - 1 : run.start] == "(" and text[run.end : run.end + 1] == ")"
    return alone and closed and NAME_BEFORE.match(text, max(0, run.start - 40), run.start - 2) is not None


NAME_BEFORE = Pattern(r"(?r)(?<![\p{L}])\p{Lu}[\p{L}.&]*")


APPOSED = Pattern(
    r", (?:(?:\p{Lu}[\p{L}.]+|the (?:country|world|nation|region|state))['\u2019]s [\p{L} -]{4,40}, "
    r"(?:said|says|fell|rose|lost|gained|posted|reported|agreed|plans|is|was|has|had|will)\b"
    r"|an? (?!few|number|lot|bit|little|year|month|week|day)|which |whose |based "
    r"|with (?:(?!the )\p{Ll}+ ){0,2}(?:assets|sales|revenues?|turnover|deposits|employees|workers) of )"
)
"""Behind a word that is a name wherever it stands ("Orlin, a maker of")."""
MAYOR = Pattern(
    r"(?:, [^\n-]{2,24}?)?(?: \([\p{L} ]{2,20}\))? ?(?:--?|[\u2013\u2014]) (?:The |A )?(?:Mayor|[Cc]ity)"
    r"(?!\p{L})"
)


def _is_section(text: str, run: Run) -> bool:
    """Whether capitals head a paragraph with what it is about ("PRECIOUS METALS: Gold fell")."""
    if text[run.end : run.end + 2] != ": " or not text[run.start : run.end].isupper():
        return False
    if _is_entry(text, run):
        return False
    opens = not text[max(0, run.start - 1) : run.start].strip(" ")
    begun = run.start == 0 or text[run.start - 1] == "\n"
    return opens and begun and known("parties.legal").isdisjoint(run.words)


def _is_entry(text: str, run: Run) -> bool:
    """Whether capitals head an item of a list that tells of a company ("* BP: The oil company will cut")."""
    first = text.rfind("\n", 0, run.start) + 1
    if ITEM.fullmatch(text, first, run.start) is None or lexicon.find("metrics.noun", run.words[-1].lower()):
        return False
    return _told_as_firm().match(text, run.end, run.end + 160) is not None


def _is_of_the_net(text: str, run: Run) -> bool:
    """Whether a word is a name by its ending of the net ("Norvik.com"), and no paper's before its text."""
    return DOTTED.search(run.words[0]) is not None and DATELINE.match(text, run.end) is None


DATELINE = Pattern(r"\s*[-\u2013\u2014:]")
DOTTED = Pattern(r"\p{Ll}\.\p{Ll}{2,3}\Z")
"""A name with an ending of the net ("Norvik.com")."""
ITEM = Pattern(rf"\s*{BULLET}\s*")


@cache
def _told_as_firm() -> regex.Pattern[str]:
    return worded(
        r" ?: (?:[^.\n]{0,60} )?(?:(?i:the|an?|its)|\p{Lu}\p{L}+['\u2019]s) (?:[\p{L}'\u2019-]++ ){0,5}?"
        r"<<parties.descriptor>>(?!\p{L})"
    )


FIRST_WORD = Pattern(r"(?r)(?<![\w-])(\p{Lu}\p{L}{1,24}) ")


def _with_first_word(text: str, run: Run, pairs: set[tuple[str, ...]]) -> Run:
    """A name with the common word before it that a longer name begins with as well ("First Harbor said")."""
    if not pairs:
        return run
    hit = FIRST_WORD.match(text, max(0, run.start - 26), run.start)
    if hit is None or (hit[1], run.words[0]) not in pairs:
        return run
    return Run(hit.start(), run.end, (hit[1], *run.words), run.initial)


def _describes(text: str, run: Run) -> bool:
    """Whether a word that opens a sentence begins a description ("Buyout firm Calder said")."""
    tags, longer = vocabulary()
    lengths = longer.get(run.words[0].lower())
    if lengths is None:
        return False
    words = text[run.start : run.end + 32].lower().split()
    for length in lengths.get(words[1] if len(words) > 1 else "", ()):
        if tags.get(" ".join(words[:length])) in ("K", "k", "R"):
            return True
    return False


def _without_kind(text: str, run: Run, heads: set[str]) -> Run:
    """A name without the word for what it names ("Builder Lenox Homes"), where it stands alone as well."""
    if len(run.words) < 2 or run.words[1] not in heads or run.words[0] in known("parties.of_name"):
        return run
    if vocabulary()[0].get(run.words[0].lower()) not in ("K", "k") or run.words[1] in known("parties.legal"):
        return run
    return Run(text.index(run.words[1], run.start), run.end, run.words[1:], False)


def _owns(text: str, at: int) -> bool:
    """Whether a word that opens a sentence is shown to be a name wherever it stands ("Norvik agreed to")."""
    return OWNS.match(text, at) is not None


PAIR = Pattern(r" and \p{Lu}[\p{L}&'\u2019.-]++(?: \p{Lu}[\p{L}&'\u2019.-]++){0,2}")
"""Behind the first of two names that act together ("Orlin and Calder fell 3% and 2%")."""
OWNS = Pattern(r"['\u2019]s |, based | agreed(?!\p{L})")
DOES = Pattern(
    r" (?:of (?=\p{Lu})|came (?:in|first|second|third|last)\b|accounted for\b"
    r"|went (?:the|up|down|into|public)\b"
    r"|(?:\p{Ll}{2,12}ed|bought|built|drew|gave|got|made|paid|sold|spent|took|won)"
    r" (?:an?|the|its|their|\p{Sc}?\d))"
)
"""Behind a name in one number: where it is of, what it did ("Calder of Norway", "Calder razed the")."""


VERBS = "|".join(
    (*(f"contextwords.{c}" for c in ("expect", "say", "have", "modal")), "directions.verb", "metrics.verb")
)
VERB_FOLLOWS = Worded(
    rf"['\u2019]|, (?:an?|the|which|whose|based|<<parties.begun>>|of(?= \p{{Lu}})) "
    rf"|(?:(?: on)? {WEEKDAY}| yesterday| today| last (?:night|week|month|year)| <<parties.slipped>>"
    rf"|, (?:meanwhile|however|in turn|by contrast|for its part),)? <<{VERBS}>>(?!\p{{L}})"
    r"|(?: <<parties.slipped>>)? <<parties.runs>>(?!\p{L})"
    r"| is to (?:acquire|buy|build|cut|invest|issue|pay|raise|sell|spend)(?!\p{L})"
    r"| (?:charges|values|offers) \p{Sc}\d| trades at "
    r"| and its \p{Ll}+ <<contextwords.have|parties.runs>>(?!\p{L})"
    r"| won (?:an?|the|its|approval|permission|control) "
)
"""Behind a name: that it does something."""
VERB_REACH = 96
"""How many characters behind a name its verb is looked for."""


def _has_verb(text: str, at: int) -> bool:
    """Whether a verb of a company stands at a place."""
    verb = VERB_FOLLOWS.match(text, at, at + VERB_REACH)
    return verb is not None and not _is_noun(verb[0].strip())


def acts(text: str, at: int) -> bool:
    """Whether a word that opens a sentence is shown to be one party by what follows it."""
    if LEGAL.match(text, at) is not None:
        return True  # "Calder plc said"
    if AGED.match(text, at) is not None:
        return True  # "Calder, 64, will"
    if text[at - 3 : at] == "ing":
        return ACTS_SO.match(text, at) is not None  # "Boeing said"
    if MANY.match(text, at) is not None:
        return False
    if ABSTRACT.match(text, max(0, at - 6), at) is not None and SPEAKS.match(text, at) is None:
        return False
    pair = PAIR.match(text, at)
    if pair is not None and VERB_FOLLOWS.match(text, pair.end(), pair.end() + VERB_REACH) is not None:
        return True
    verb = VERB_FOLLOWS.match(text, at, at + VERB_REACH)
    if verb is not None:
        return text[at - 1] == "s" or not _is_noun(verb[0].strip())
    return text[at - 1] != "s" and DOES.match(text, at) is not None


AGED = Pattern(r", (?:aged )?[1-9]\d, ")
LEGAL = Pattern(r" (?:plc|ltd|llc|inc|corp)\b")
ACTS_SO = Pattern(rf" {ACTS}")


@lru_cache(maxsize=256)
def _is_noun(verb: str) -> bool:
    """Whether a verb behind a name in one number is none ("Home purchase plans"): it lacks its ending."""
    verbs = known("contextwords.have directions.verb metrics.verb contextwords.say")
    bare = not verb.endswith("s") and not verbs.isdisjoint((verb + "s", verb + "d", verb + "ed"))
    return verb.isalpha() and bare and verb not in SAME


SAME = ("beat", "bid", "cost", "cut", "hit", "let", "put", "quit", "set", "shed", "shut", "split", "spread")
"""Verbs that do not change in the past."""


NUMBER = Pattern(r" (?P<number>\d{1,3})(?![\p{L}\d%/-]|[.,:]\d| (?:\d|\p{Lu}))")
"""What tells a product or a place from others of its name ("the Vega 7")."""


def numbered(text: str, runs: Sequence[Run], taken: Sequence[Span]) -> list[Run]:
    """The names with the numbers behind them, unless these are figures or times."""
    begun = {span.start for span in taken}
    return [_with_number(text, run, begun) for run in runs]


def _with_number(text: str, run: Run, taken: set[int]) -> Run:
    """The name with the number behind it, unless that is one that begins at ``taken``."""
    hit = NUMBER.match(text, run.end, run.end + 8) if text[run.end : run.end + 1] == " " else None
    if hit is None or hit.start("number") in taken or not run.words[-1][-1].isalpha():
        return run
    return Run(run.start, hit.end("number"), (*run.words, hit["number"]), run.initial)
