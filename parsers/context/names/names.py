"""The names in a text: companies, people, places and venues, and which names mean the same party.

A name is a run of capitalised words ("Halden Paper Co.", "Bank of Winnipeg").  A word that only a
sentence's beginning makes a capital is none.  A shorter run that begins a longer one means the same
party ("Halden"), and so does a person's last name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.context.names.apostrophes import with_apostrophes
from parsers.context.names.begins import (
    acts_in_full,
    behind_based,
    behind_role,
    has_measure,
    is_kept,
    is_metric,
    is_role,
    leads_known,
    leads_land,
    measures,
)
from parsers.context.names.common import HYPHENED, is_common, is_word
from parsers.context.names.cuts import HEADLINE, cuts
from parsers.context.names.datelines import town_before, without_dateline
from parsers.context.names.faring import without_faring
from parsers.context.names.lettered import without_short_terms
from parsers.context.names.measuring import without_measures
from parsers.context.names.nations import with_land_tellers
from parsers.context.names.paired import paired
from parsers.context.names.parties import INDEX, Names, bare_of, straight
from parsers.context.names.plain import with_plain
from parsers.context.names.register import tell_parties
from parsers.context.names.runs import (
    Run,
    begins_with_date,
    dates,
    heads,
    in_title,
    is_called,
    is_code,
    is_firm,
    is_only_quoted,
    is_portfolio,
    opens,
    without_amounts,
)
from parsers.context.names.shortened import is_short
from parsers.context.names.shouted import unshouted
from parsers.context.names.sure import numbered, sure_names
from parsers.context.names.tellers import without_tellers
from parsers.context.names.titled import with_titles
from parsers.context.names.venues import with_own_results
from parsers.context.openers import SLUG
from parsers.context.rows.small import small_words
from parsers.context.rows.words import known, vocabulary
from parsers.lazy import Pattern
from parsers.model import Span
from parsers.text import START
from parsers.worded import Worded

LINK = (
    r"(?:-[ ](?:und|och|og|en)[ ](?=\p{Lu})"
    r"|(?<=Cent(?:er|re)|Office|Organi[sz]ation|Institute|Agency|Council|Foundation)[ \n]for[ \n](?=\p{Lu})"
    r"|[ \n]and[ \n](?=(?:\p{Lu}\p{L}{2,16}[ \n]){1,3}(?:Committee|Subcommittee)\b|Cos?\b)"
    r"|[ \n](?:[&+]|amp|of|de|van|von|del|da|di|do|dos|das|du|bin|ibn|bint|ve|y|et|und|ng|al)"
    r"(?:[ \n](?:der|den|de|la))?[ \n](?=\p{Lu})"
    r"|[ \n](?<=\bV[ao]n[ \n])(?:den|der|de|ter)[ \n](?=\p{Lu})|[ \n])"
)
CAPITAL = (
    r"(?:<<parties.brand>>\b|<<parties.exclaimed>>(?!\w)|(?!<<parties.no_brand>>)\p{Ll}\p{Lu}\p{Ll}{2,}\b"
    r"|\d{1,4}\p{Ll}{0,12}\.com\b|\d{1,3}-?(?!\p{Lu}bit)\p{Lu}\p{Ll}{2}[\p{L}]*+|(?:\p{Lu}\.){1,3}+(?![\p{L}])|(?:\p{Lu}\.){2,3}\p{Lu}(?![\p{L}.])|\p{Lu}(?:[\p{L}\d]++|[&/-](?=[\p{L}\d])|['\u2019](?=\p{L}{2})"
    r"|['\u2019]s(?=[ ](?:\p{Lu}[\p{L}]{0,20},?[ ]){0,3}(?:Inc|Corp|Cos?|Ltd|PLC|Group|Stores|Restaurants)\b)"
    r"|['\u2019]s(?=[ ]<<parties.goes_on>>)"
    r"|\.(?:com|ly|io|ai|net)\b|\*(?=\p{Lu})"
    r"|(?<=\bSt\.? \p{Lu}\p{L}{2,12})['\u2019]s(?=[ ]\p{Lu})"
    r"|(?<=s)['\u2019](?=[ ](?:Assn|Association|Federation|Institute|Society|Union)\b))*+"
    r"(?:\.(?<=(?:Assn|Corp|CORP|Inc|INC|Co|CO|LTD|Cos|Ltd|Bros|St|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Bancorp|Jr|Sr|S\.p\.A)\.))?+(?:\+(?![\w+]))?+)"
)
VENUES = (
    r"Securities and Exchange Commission|Food and Drug Administration"
    r"|Moody['\u2019]s(?: Investors Service(?: Inc\.)?)?"
    r"|Standard (?:&|amp|and) Poor['\u2019]s(?: Corp\b\.?)?"
)
RUN = Worded(
    rf"\b(?=\p{{Lu}}|\d{{1,4}}\p{{Ll}}{{0,12}}\.com\b|\d{{1,3}}-?\p{{Lu}}\p{{Ll}}|<<parties.brand>>\b|\p{{Ll}}\p{{Lu}}\p{{Ll}})(?<![\w.$]|\p{{Ll}}-)"
    rf"(?!The[ \n](?:{INDEX}))(?!(?<!\w){SLUG}|(?<=\b<<contextwords.slug>> )\d{{1,2}}-)"
    rf"(?:(?P<word>{INDEX})|(?:(?P<word>The)[ \n])?(?P<word>{VENUES})|"
    rf"(?P<word>{CAPITAL})(?:,?[ \n](?P<word>G\.m\.b\.H\.|S\.p\.A\.)|{LINK}(?P<word>{VENUES}|{CAPITAL})|"
    rf",[ ](?P<word>{CAPITAL})(?=(?:,[ ]\p{{Lu}}[\p{{L}}]{{1,16}}){{0,2}}[ ](?:&|amp)[ ]\p{{Lu}})|"
    r"[ ](?P<word>\(\p{Lu}\p{L}{1,14}\))(?=[ ](?:Ltd|LTD|Limited|Inc|PLC|Plc|plc|LLC|Corp)\b)|"
    rf",?[ \n](?P<word>Inc\.?|Corp\.?|Co\.?|Ltd\.?|L\.P\.|Jr\.|Sr\.|PLC|plc|N\.V\.|S\.A\.)"
    rf"(?![\p{{L}}])){{0,9}}+)"
)
BANK = Pattern(
    r"\bFirst (?:\p{Lu}[\p{L}.&'\u2019-]*+ ){1,4}?(?:Bancorp|Bancorporation|Bancshares|Bankshares|Bank"
    r"|Financial|Savings|Federal|National|Trust|Capital|Corp|Inc|Co|Ltd|PLC)\b"
)
"""A name that begins with "First", which in small letters is a word of most texts."""


def find_names(text: str, sentences: Sequence[Span], taken: Sequence[Span]) -> Names:
    """The names of a text; ``taken`` are the spans of figures and moments, which hold none."""
    common = small_words(text)
    if "first" in common and BANK.search(text) is not None:
        common = common - {"first"}
    initials = {s.start for s in sentences}
    runs = [r for r in _runs(text, initials, taken, common) if not _is_none(text, r)]
    runs = list(without_measures(text, without_short_terms(text, without_amounts(text, runs))))
    runs = with_plain(text, sure_names(text, unshouted(text, runs), taken), taken, initials)
    runs = without_faring(text, runs)
    runs = with_apostrophes(text, numbered(text, paired(text, runs), taken))
    names = tell_parties(text, runs)
    names = with_land_tellers(text, with_own_results(text, without_tellers(text, names)), sentences)
    return without_dateline(text, with_titles(text, names))


def _is_none(text: str, run: Run) -> bool:
    """Whether a run names nobody: it heads an entry, is a code, is only quoted, or means many."""
    return (
        heads(text, run)
        or is_code(text, run)
        or is_only_quoted(text, run)
        or run.words[-1].partition("-")[2] in known("parties.tells_whose")
        or is_portfolio(text, run)
        or is_called(text, run)
        or text[run.start : run.end] in known("parties.called_one")
    )


def _runs(text: str, initials: set[int], taken: Sequence[Span], common: set[str]) -> Iterator[Run]:
    after = iter(sorted(taken, key=START))
    mention = next(after, None)
    for match in RUN.finditer(text):
        while mention is not None and mention.end <= match.start():
            mention = next(after, None)
        spans = match.spans(1)  # the only group
        while mention is not None and mention.start < match.end():
            before = [s for s in spans if s[1] <= mention.start]
            if before:
                yield from _of_words(text, before, initials, common)
            spans = [s for s in spans if s[0] >= mention.end]  # "Four of Calden's pools", "On Monday Calden"
            if not spans:
                break
            mention = next(after, None)
        if spans:
            yield from _of_words(text, spans, initials, common)


def _of_words(text: str, spans: list[tuple[int, int]], initials: set[int], common: set[str]) -> Iterator[Run]:
    """The names in a run of capitalised words by their places."""
    words = [text[start:end] for start, end in spans]
    if len(words) > 1 and words[0].isupper() and (town := town_before(text, spans[0][0], words)):
        spans, words = spans[town:], words[town:]
        initials = initials | {spans[0][0]}
    if len(words) > 1:
        yield from _parts(text, spans, words, initials, common)
    elif (name := _alone(text, spans[0], words[0], initials, common)) is not None:
        yield name


def _parts(
    text: str, spans: list[tuple[int, int]], words: list[str], initials: set[int], common: set[str]
) -> Iterator[Run]:
    """The names in a run of several capitalised words."""
    tags = vocabulary()[0]
    for cut, last in cuts(text, spans, words, initials):
        first = cut
        initial = spans[first][0] in initials or opens(text, spans[first][0])
        last -= last < len(words) and is_role(tags, words[last - 1 : last + 1])
        behind = behind_role(tags, words[first:last])
        first, initial = first + behind, initial and not behind
        if based := behind_based(words[first:last]):
            first, initial = first + based, False
        if behind and last < len(words) and tags.get(words[last].lower()) == "R":
            continue  # the title goes on: "Chief Risk" of "Chief Risk Officer"
        if cut and (words[cut - 1] in known("parties.index") or in_title(text, spans[first][0])):
            while first < last and tags.get(words[first].lower(), "x") in HEADLINE:
                first += 1
        land = _owner(words[first:last])
        if land in known("parties.place"):
            yield Run(spans[first][0], spans[first][0] + len(land), (land,), False)  # "Japan's Norvik Ltd."
            first, initial = first + 1, False
        monthly = is_firm(words[first:last])
        named = words[first:last]
        if named and initial and not monthly and _is_no_part(text, spans[first:last], named, common):
            first, initial = first + 1, False
        first += leads_land(words[first:last])
        while begins_with_date(words[first:last]) and not (behind or monthly):
            first += 1  # not "Chairman Jan Maes"
        last -= measures(text, words[first:last], spans[last - 1][1])
        last = first + 1 if has_measure(words, first, last) else last
        alone = last - first == 1
        name = " ".join(words[first:last])
        if _is_nationality(HYPHENED.sub("", name) if "-" in name else name):
            continue  # "West German", "North American-built", "Eastern European"
        if last - first > 1 and (is_metric(words[first:last]) or words[last : last + 1] == ["Minister"]):
            continue  # "Dutch Gross National Product", "the Argentine Economy Minister"
        if first < last and not (alone and _is_word_there(text, spans[first][0], words[first], cut, common)):
            run = Run(spans[first][0], spans[last - 1][1], tuple(words[first:last]), initial and alone)
            yield _trim(run)


def _is_word_there(text: str, at: int, word: str, cut: int, common: set[str]) -> bool:
    """Whether a word alone is no name: behind others in a title not, if the text has it in small letters."""
    return is_word(word) or (cut > 0 and word.lower() in common and in_title(text, at))  # "Ostria Debt Swaps"


def _is_nationality(name: str) -> bool:
    """Whether a name only tells where somebody is from."""
    side, _, people = name.rpartition(" ")
    nations = known("parties.nationality")
    if side in nations and people in known("parties.trade_letters parties.acronym"):
        return True  # "Indian IT", "French GDP"
    return name in nations or (side.lower() in known("parties.side") and people in nations)


def _owner(words: list[str]) -> str:
    """Whose the party is that is named behind a possessive, if there is one ("Japan's Norvik Ltd.")."""
    owner = bare_of(words[0]) if len(words) > 1 else ""
    return owner if owner not in words[:1] else ""


def _is_no_part(text: str, spans: list[tuple[int, int]], words: list[str], common: set[str]) -> bool:
    """Whether the word that begins a sentence is no part of the name behind it."""
    if len(words) > 1 and leads_known(text, words, spans[0][0]):
        return True
    if len(words) > 1 and is_kept(text, words[0], spans):
        return False
    if len(words) == 2 and acts_in_full(text, words[0], spans[1][1]):
        return False
    return is_common(words, common, vocabulary()[0])


def _alone(text: str, span: tuple[int, int], word: str, initials: set[int], common: set[str]) -> Run | None:
    """A capitalised word between others that are none, where it can be a name."""
    short = is_short(text, word, span[1])
    initial = span[0] in initials or opens(text, span[0])
    owner = not initial and OWNS_AMOUNT.match(text, span[1]) is not None and not in_title(text, span[0])
    if not short and not owner and (is_word(word) or word in dates()):
        return None
    owns = short or (word[-1] == "s" and text.startswith(OWNS, span[1]))  # no plural has "'s"
    owns = owns or word in known("parties.brand")  # "Pets at Home"
    common_word = word.lower() in known("contextwords.source_of_findings") or is_common(
        [word], common, vocabulary()[0]
    )
    several = initial and not common_word and word.endswith("s") and word.lower() in known("everyday.word")
    several = several and SPEAKS.match(text, span[1]) is None
    common_word = common_word or (several and not _stands_inside(text, word))  # "Terms will be set"
    if initial and not owns and common_word:
        return None
    return _trim(Run(*span, (word,), initial))


def _stands_inside(text: str, word: str) -> bool:
    """Whether a word has its capital within a sentence as well."""
    at = -1
    for _ in range(PLACES):
        at = text.find(f" {word}", at + 1)
        if at < 1:
            return False
        if (text[at - 1].islower() or text[at - 1] == ",") and not text[at + 1 + len(word) :][:1].isalpha():
            return True
    return False


SPEAKS = Pattern(
    r"['\u2019]s |, (?:which|whose|the|an?) | (?:also |has |\p{Lu}\p{Ll}{2,5}day )?"
    r"(?:said|says|reported|reports|posted|earned|lost|announced|agreed|confirmed|expects|plans|bought|sold|acquired|owns)(?!\p{L})"
)
"""Behind a word that stands for somebody, whatever it means else ("Square said")."""
PLACES = 8
"""At how many places of a word it is looked for."""
OWNS = ("'s ", "\u2019s ")
OWNS_AMOUNT = Pattern(r"['\u2019]s [\p{Sc}\d]")
"""Behind a word that is a name within a sentence, whatever it means else ("Rocket's $15 million round")."""


def _trim(run: Run) -> Run:
    """The run without the possessive at its end (unless a name has it: its legal form follows)."""
    last = run.words[-1]
    bare = last[:-1] if last.endswith(("s'", "s\u2019")) else bare_of(last)
    if bare == last or straight(" ".join(run.words)) in known("parties.venue"):
        return run
    return Run(run.start, run.end - (len(last) - len(bare)), (*run.words[:-1], bare), run.initial)
