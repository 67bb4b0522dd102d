"""Numbers that are part of a name ("Boeing 737", "S&P 500", "Section 301", "GPT-4"): no figures.

Every rule here finds a candidate without a reading, which keeps its characters from being read.
Two principles carry most of it: a number glued or hyphened to letters names something unless a rule
reads all of it, and so does a bare number behind a capitalised word inside a sentence.  The table
``names`` lists only what goes on being a name where a counted noun follows ("Boeing 737 jets").
"""

from __future__ import annotations

from functools import cache

import regex

from parsers import lexicon
from parsers.anchors import Digits
from parsers.mentions import Candidate
from parsers.numerals import END, GAP
from parsers.patterns import compiled
from parsers.rules import DIGIT, Hit, Rule

# What makes an amount of the number before it.
AMOUNT = (
    rf"(?!\d|[.,]\d|[^\S\n]?%|{GAP}(?:<<scales.word|scales.short|scales.hundred|scales.dozen>>{END}"
    rf"|per{GAP}?cent|pct\b|percentage\b|basis{GAP}points?\b|points?\b|bps\b|pence\b|cents?\b))"
)
# A counted noun: up to two small words and one in the plural.
_WORD = rf"{GAP}(?!<<nouns.stop|nouns.singular>>{END})"
COUNTED = (
    rf"(?:{_WORD}\p{{Ll}}[\p{{Ll}}-]{{2,16}}+){{0,2}}"
    rf"(?:{_WORD}\p{{L}}[\p{{Ll}}-]{{2,16}}(?<![siu])s|{GAP}(?:people|men|women|children|staff)){END}"
)
_TOKEN = r"[0-9]{1,5}+(?:\.[0-9]{1,3}+){0,3}+"
_TAIL = (
    r"(?:(?!st|nd|rd|th)\p{L}{1,4}+(?![\p{L}\p{N}]))?+(?:[-/][\p{Lu}\d][\p{L}\d.]{0,6}(?<!\.)){0,3}+"
    r"(?:\([0-9A-Za-z]{1,3}\)){0,4}+"
)
_NAMED = rf"{_TOKEN}{_TAIL}(?![\p{{L}}\p{{N}}]){AMOUNT}"
_MORE = (
    rf"(?:(?:,{GAP}|{GAP}(?:and|or|to|through){GAP}|\s?[-\u2013/]\s?){_TOKEN}"
    rf"(?![\p{{L}}\p{{N}}%]){AMOUNT}(?!{COUNTED})){{0,4}}+(?:,{GAP}[Nn]o\.{GAP}[0-9]{{1,4}}(?![\p{{L}}\p{{N}}]))?"
)
# "page 3 of 12"
_OF = rf"(?:{GAP}of{GAP}[0-9]{{1,4}}(?![\p{{L}}\p{{N}}%-]|[.,]\d))?"
# "the iPhone 15 Pro and 15 Pro Max"
_SISTERS = (
    rf"(?:(?:{GAP}\p{{Lu}}[\p{{Ll}}]{{1,10}}+){{0,2}}(?:,{GAP}|{GAP}(?:and|or){GAP})[0-9]{{1,4}}"
    rf"(?={GAP}\p{{Lu}}\p{{Ll}})(?!{GAP}<<calendar.month>>)){{0,3}}+"
)
_YEAR = r"(?!(?:19|20)\d\d(?!\d))"


def _name(hit: Hit) -> Candidate | None:
    return hit.candidate()


def has_word_before(text: str, at: int) -> bool:
    """Whether the word that begins at ``at`` has another word of its sentence before it."""
    before = _pattern(r"(?r)[\p{L}\p{N}),;%\u2019'][\u00a0 ]{1,2}").match(text, max(0, at - 4), at)
    return before is not None


def inside_sentence(text: str, at: int) -> bool:
    """Whether a capital letter at ``at`` says something: within a sentence that is no headline."""
    return has_word_before(text, at) and not _in_title(text, at)


def opens_name(text: str, at: int, end: int) -> bool:
    """Whether a word from ``at`` to ``end`` begins a sentence and a name ("First Solar said")."""
    follows = _pattern(r"[\u00a0 ]\p{Lu}[\p{Ll}&]").match(text, end)
    return follows is not None and not has_word_before(text, at) and not _in_title(text, at)


def _in_title(text: str, at: int) -> bool:
    """Whether most long words around ``at`` in its line are capitalised, as in a headline."""
    start = max(text.rfind("\n", max(0, at - 90), at) + 1, at - 90)
    end = text.find("\n", at, at + 90)
    words = _pattern(r"(?<![\p{L}\p{N}'\u2019])\p{L}[\p{L}'\u2019]{3,}").findall(
        text, start, end if end >= 0 else min(len(text), at + 90)
    )
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.8 * len(words)


@cache
def _pattern(source: str) -> regex.Pattern[str]:
    return compiled(source)


def _capitalised(hit: Hit) -> Candidate | None:
    """A capitalised word and its number, unless the word is a common one."""
    assert hit.lead is not None
    word = hit.lead["word"]
    if lexicon.surfaces("names.plain").find(word.rstrip(".")) or word.endswith(("'s", "\u2019s")):
        return None
    if has_word_before(hit.text, hit.start):
        return None if _in_title(hit.text, hit.start) else hit.candidate()
    # At the beginning it is a name where the sentence goes on ("Phillips 66 said"), else a line of a table.
    goes_on = _pattern(rf"{GAP}\p{{Ll}}{{2}}").match(hit.text, hit.end)
    return hit.candidate() if goes_on and not word.endswith(("s", "ed", "ing", "ly")) else None


def _glued(hit: Hit) -> Candidate | None:
    """A number written together with the letters before it."""
    assert hit.lead is not None
    word, hyphen = hit.lead["word"], hit.lead["hyphen"]
    if (hyphen or hit.match[0][0] == ".") and not (
        word[0].isupper() or lexicon.surfaces("names.compound").find(word)
    ):
        return None
    prefix = word.rsplit("-", 1)[-1]
    return None if hyphen and lexicon.surfaces("names.prefix").find(prefix) else hit.candidate()


RULES = (
    Rule(
        name="name.index",
        starts=("names.index",),
        pattern=(
            rf"<<names.index>>(?:{GAP}|-)(?:[0-9]{{1,2}},[0-9]00(?=[^\S\n]index)|{_NAMED}|(?:Three|Four"
            rf"|Five|Six|Seven|Eight|Ten|Twenty){END})"
        ),
        read=_name,
        rank=1,
        examples=(
            ("the S&P 500 gained", "S&P 500"),
            ("Nasdaq 100 companies reported", "Nasdaq 100"),
            ("a Fortune 500 company", "Fortune 500"),
            ("the TA-35 index", "TA-35"),
        ),
        rejects=("the Nasdaq 1.2 percent higher", "the Dow 36,000 mark", "Big 12 million order"),
    ),
    Rule(
        name="name.series",
        starts=("names.series",),
        pattern=rf"<<names.series>>(?:{GAP}|-)?+{_YEAR}{_NAMED}(?:{GAP}[0-9]{{1,4}}B{END})?{_SISTERS}",
        read=_name,
        rank=1,
        examples=(
            ("demand for iPhone 15 models", "iPhone 15"),
            ("Boeing 737 jets were grounded", "Boeing 737"),
            ("the open Qwen 2.5-72B model", "Qwen 2.5-72B"),
            ("it tested GPT-4 first", "GPT-4"),
        ),
        rejects=("Boeing 12 billion order", "Airbus 3.5 percent lower"),
    ),
    Rule(
        name="name.model",
        starts=(DIGIT,),
        pattern=rf"[0-9]{{1,4}}(?:-[0-9]{{1,4}})?{GAP}<<names.model>>{END}(?:{GAP}[0-9]{{1,2}}{END})?",
        read=_name,
        rank=1,
        near=("names.model",),
        digits=Digits(count=(1, 2, 3, 4), then=" -"),
        examples=(
            ("orders for the 737 MAX 8", "737 MAX 8"),
            ("a 787 Dreamliner was sold", "787 Dreamliner"),
        ),
        rejects=("it ordered 737 jets",),
    ),
    Rule(
        name="name.brand",
        starts=("names.brand",),
        pattern=rf"<<names.brand>>(?!-?[\p{{L}}\p{{N}}])(?!{GAP}(?:shares|people)\b)",
        read=_name,
        rank=2,  # the whole of a known name is nothing else ("Y2K" is no yen)
        lead=r"(?<![$\u20ac\u00a3\u00a5\p{N}.,])",
        needs_lead=True,
        examples=(("a 401(k) plan", "401(k)"), ("shares of 7-Eleven rose", "7-Eleven")),
        rejects=("it paid $3M for it", "between 7 and 11 plants"),
    ),
    Rule(
        name="name.idiom",
        starts=("names.idiom",),
        pattern=rf"<<names.idiom>>{END}",
        read=_name,
        rank=2,
        examples=(("at one point it fell", "at one point"), ("for one thing, it lost", "for one thing")),
        rejects=("it fell one point",),
    ),
    Rule(
        name="name.designator",
        starts=("names.designator",),
        pattern=rf"<<names.designator>>(?:{GAP}(?i:no\.?|number)?{GAP}?|-)#?{_NAMED}{_OF}{_MORE}",
        read=_name,
        rank=1,
        examples=(
            ("under Section 301 tariffs", "Section 301"),
            ("filed for Chapter 11 protection", "Chapter 11"),
            ("in phase 3 trials", "phase 3"),
            ("the table on page 14 shows", "page 14"),
            ("rules 12 and 13 apply", "rules 12 and 13"),
            ("Section 16(b) applies", "Section 16(b)"),
        ),
        rejects=(
            "at a level 12 percent higher",
            "the scope 3 million users have",
            "the section had 12 pages",
        ),
    ),
    Rule(
        name="name.label",
        starts=("names.label",),
        pattern=rf"<<names.label>>{GAP}(?i:(?:no\.?|number){GAP})?#?{_YEAR}{_NAMED}{_OF}{_MORE}(?!{COUNTED})",
        read=_name,
        rank=1,
        examples=(
            ("see Note 12 to the accounts", "Note 12"),
            ("the meeting in round 14 ended", "round 14"),
            ("Form 10-K was filed", "Form 10-K"),
            ("Lot 45 fetched a record", "Lot 45"),
            ("the blast at reactor No. 4 in May", "reactor No. 4"),
            ("printed in vol. 12, No. 3 of it", "vol. 12, No. 3"),
        ),
        rejects=("they train 500 workers", "the group 12 companies own", "the series 3 million people saw"),
    ),
    Rule(
        name="name.spelled",
        starts=("names.designator", "names.label"),
        pattern=(
            rf"<<names.designator|names.label>>{GAP}<<numbers.unit|numbers.teen>>{END}{AMOUNT}"
            rf"(?![-\u2010]|{GAP}(?:hundred|or|to)\b)(?!{COUNTED})"
        ),
        read=_name,
        rank=1,
        examples=(("they met on day two of it", "day two"), ("phase one ended", "phase one")),
        rejects=("they train two dogs", "the group two companies own", "a page one hundred read"),
    ),
    Rule(
        name="name.generation",
        starts=(DIGIT,),
        pattern=(
            rf"(?:[2-7]G|[2-4]D|(?:2|4|8|16)K(?:{GAP}<<names.shown>>{END}))"
            rf"(?:-[\p{{Lu}}][\p{{L}}]+)?(?![\p{{L}}\p{{N}}])"
        ),
        read=_name,
        rank=1,
        lead=r"(?<![$\u20ac\u00a3\u00a5\p{L}\p{N}])",
        needs_lead=True,
        digits=Digits(count=(1, 2), then="A"),
        examples=(("the 5G network", "5G"), ("a 4K screen", "4K screen")),
        rejects=("4K people came", "it paid $5G to them"),
    ),
    Rule(
        name="name.glued",
        starts=(DIGIT,),
        pattern=r"\.?[0-9]++[\p{L}\p{N}]{0,30}+(?:[-.](?=[\p{L}\d]*\d)[\p{L}\d]{1,12}+){0,4}+",
        lead=r"(?<![\p{N}\p{L}$])(?<![\p{L}\p{N}][-.'])(?P<word>\p{L}[\p{L}&/.-]{0,24})(?P<hyphen>-)?",
        needs_lead=True,
        read=_glued,
        digits=Digits(before="Aa&/.-"),
        examples=(
            ("an Airbus A320neo landed", "A320neo"),
            ("leaders of the G20 met", "G20"),
            ("after Covid-19 spread", "Covid-19"),
            ("the F-35 program", "F-35"),
        ),
        rejects=("a sub-5 rating", "Mid-20 rates", "it cost USD10m"),
    ),
    Rule(
        name="name.form",
        starts=(DIGIT,),
        pattern=r"[0-9]{1,4}(?:[-/][0-9]{1,4})?-?\p{Lu}{1,3}(?:[-/]\p{Lu}{1,3})?(?![\p{L}\p{N}])",
        read=_name,
        lead=r"(?<![$\u20ac\u00a3\u00a5\p{L}\p{N}-])",
        needs_lead=True,
        digits=Digits(count=(1, 2, 3, 4), then="A-/"),
        examples=(("its latest 10-K says", "10-K"), ("a 13F filing", "13F")),
        rejects=("it made 10 K", "a $10B deal"),
    ),
    Rule(
        name="name.capitalised",
        starts=(DIGIT,),
        pattern=(
            rf"{_YEAR}[0-9]{{1,4}}+(?:\.[0-9]{{1,2}}+)?+(?!<<units.glued>>{END}){_TAIL}(?![\p{{L}}\p{{N}}]){AMOUNT}"
            rf"(?!{COUNTED})(?![^\S\n]?(?:<<units.symbol|units.name>>){END})"
        ),
        lead=r"(?<![\p{L}\p{N}_.])(?P<word>\p{Lu}[\p{L}&.\u2019'+]{0,24}(?:-[\p{L}]{1,20})?)[\u00a0 ]",
        needs_lead=True,
        read=_capitalised,
        digits=Digits(count=(1, 2, 3, 4), before=" "),
        examples=(
            ("shares of Dragon 9 rose", "Dragon 9"),
            ("the deal for Hotel 6 closed", "Hotel 6"),
            ("with its Kirin 9000 chip", "Kirin 9000"),
        ),
        rejects=(
            "In Germany 40 workers left",
            "Sales 12 million",
            "Revenue 3.2 million",
            "Profit Up 12%",
            "the Dow fell In 2020",
            "Tesla Cuts 500 Jobs At Berlin Plant",
        ),
    ),
)
