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
from parsers.digits import END, GAP
from parsers.figures.capitals import (
    COUNTED,
    NAMED,
    NO_AMOUNT,
    NO_YEAR,
    TAIL,
    has_word_before,
    in_title,
    is_shouted,
    whole,
)
from parsers.figures.turns import is_counted_in_turn
from parsers.lazy import Pattern
from parsers.mentions import Candidate
from parsers.patterns import compiled
from parsers.rules import DIGIT, Hit, Rule
from parsers.worded import worded


@cache
def _pattern(source: str) -> regex.Pattern[str]:
    return compiled(source)


def _capitalised(hit: Hit) -> Candidate | None:
    """A capitalised word and its number, unless the word is a common one."""
    assert hit.lead is not None
    word = hit.lead["word"]
    if lexicon.surfaces("names.plain").find(word.rstrip(".")) or word.endswith(("'s", "\u2019s")):
        return None
    if word[-1] == "." and ENDS.fullmatch(word) is not None:
        return None  # "It left Norvik. 40 of its shops shut"
    if word.isupper() and "." in hit.match[0] and is_shouted(hit.text, hit.start):
        return None
    if hit.match[0].isdecimal() and is_counted_in_turn(hit.text, hit.start, hit.end):
        return None
    if has_word_before(hit.text, hit.start):
        return None if in_title(hit.text, hit.start) else hit.candidate()
    # At the beginning it is a name where the sentence goes on ("Phillips 66 said"), else a line of a table.
    verb = (
        rf"{GAP}(?:is|was|has|had|will|would|said|says|\p{{Ll}}{{3,12}}ed"
        rf"|<<directions.verb>>|and{GAP}\p{{Lu}}\p{{Ll}}+){END}"
    )
    goes_on = rf"{GAP}\p{{Ll}}{{2}}" if not word.endswith(("s", "ed", "ing", "ly")) else verb
    return hit.candidate() if worded(goes_on).match(hit.text, hit.end) else None


ENDS = Pattern(r"(?:\p{L}{5,}|Corp|Inc|Ltd|Co|Bros|May|June|July)\.")
"""A word with a full stop that ends its sentence, and shortens no title before a number ("Sec. 301")."""


def _determined(hit: Hit) -> Candidate | None:
    """A capitalised word and its number behind what makes a noun of them: "its Hotel 6 guests"."""
    assert hit.lead is not None
    word = hit.lead["word"]
    if lexicon.find("names.plain|calendar.month|calendar.weekday|currencies.adjective", word.rstrip(".")):
        return None
    return None if in_title(hit.text, hit.start) else hit.candidate(start=hit.lead.start("word"))


def _brand(hit: Hit) -> Candidate | None:
    """A known name; "3M shares" are millions unless something is said of them."""
    shares = _pattern(rf"{GAP}shares\b").match(hit.text, hit.end)
    said = rf"{GAP}(?:<<directions.verb>>|were|closed|traded|have|had){END}"
    if shares and not worded(said).match(hit.text, shares.end()):
        return None
    return hit.candidate()


def _glued(hit: Hit) -> Candidate | None:
    """A number written together with the letters before it."""
    assert hit.lead is not None
    word, hyphen = hit.lead["word"], hit.lead["hyphen"]
    if word[-1] == "." and lexicon.surfaces("modifiers.before").find(word):
        return None  # "c.12,400"
    if (hyphen or word[-1] == ".") and not (
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
            rf"<<names.index>>(?:{GAP}|-)(?:[0-9]{{1,2}},[0-9]00(?=[^\S\n]index)|{NAMED}|(?:Three|Four"
            rf"|Five|Six|Seven|Eight|Ten|Twenty){END})"
        ),
        read=whole,
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
        name="name.index_size",
        starts=(DIGIT,),
        pattern=(
            rf"[0-9]{{2,4}}-<<names.member>>"
            rf"{GAP}(?:\p{{L}}[\p{{L}}-]{{1,14}}{GAP}){{0,3}}?<<names.gauge>>(?!\p{{L}})"
        ),
        read=whole,
        rank=1,
        examples=(
            ("the 30-share index lost 4 points", "30-share index"),
            ("its 40-stock industrial average", "40-stock industrial average"),
        ),
        rejects=("a 30-share purchase", "the 63-store chain"),
    ),
    Rule(
        name="name.brand",
        starts=("names.brand",),
        pattern=(rf"<<names.brand>>(?!-?[\p{{L}}\p{{N}}])(?!{GAP}people\b)"),
        read=_brand,
        rank=2,  # the whole of a known name is nothing else ("Y2K" is no yen)
        lead=r"(?<![$\u20ac\u00a3\u00a5\p{N}.,])",
        needs_lead=True,
        examples=(
            ("a 401(k) plan", "401(k)"),
            ("shares of 7-Eleven rose", "7-Eleven"),
            ("3M shares fell", "3M"),
        ),
        rejects=("it paid $3M for it", "between 7 and 11 plants", "it bought 3M shares"),
    ),
    Rule(
        name="name.idiom",
        starts=("names.idiom",),
        pattern=rf"<<names.idiom>>{END}",
        read=whole,
        rank=2,
        examples=(("at one point it fell", "at one point"), ("for one thing, it lost", "for one thing")),
        rejects=("it fell one point",),
    ),
    Rule(
        name="name.generation",
        starts=(DIGIT,),
        pattern=(
            rf"(?:[2-7]G|[2-4]D|(?:2|4|8|16)K(?:{GAP}<<names.shown>>{END}))"
            rf"(?:-[\p{{Lu}}][\p{{L}}]+)?(?![\p{{L}}\p{{N}}])"
        ),
        read=whole,
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
        pattern=(
            r"\.?[0-9]++[\p{L}\p{N}]{0,30}+(?:[-.](?=[\p{L}\d]*\d)[\p{L}\d]{1,12}+){0,4}+(?:\+[0-9]{1,2}(?!\d))?+"
        ),
        lead=r"(?<![\p{N}\p{L}$])(?<![\p{L}\p{N}][-.'])(?P<word>\p{L}[\p{L}&/.-]{0,24})(?P<hyphen>-)?",
        needs_lead=True,
        read=_glued,
        digits=Digits(before="Aa&/.-"),
        examples=(
            ("an Airbus A320neo landed", "A320neo"),
            ("leaders of the G20 met", "G20"),
            ("after Covid-19 spread", "Covid-19"),
            ("the F-35 program", "F-35"),
            ("talks of the P5+1 began", "P5+1"),
        ),
        rejects=("a sub-5 rating", "Mid-20 rates", "it cost USD10m"),
    ),
    Rule(
        name="name.form",
        starts=(DIGIT,),
        pattern=(
            r"(?:[0-9]{1,4}(?:[-/][0-9]{1,4})?-?\p{Lu}{1,3}(?:[-/]\p{Lu}{1,3})?"
            r"|[0-9]{1,4}&[\p{L}0-9]{1,6}|[0-9]{1,3}\(\p{Ll}\)(?:\([0-9a-z]{1,3}\)){0,2})(?![\p{L}\p{N}])"
        ),
        read=whole,
        lead=r"(?<![$\u20ac\u00a3\u00a5\p{L}\p{N}-])",
        needs_lead=True,
        digits=Digits(count=(1, 2, 3, 4), then="A-/(&"),
        examples=(
            ("its latest 10-K says", "10-K"),
            ("a 13F filing", "13F"),
            ("501(c)(3) groups", "501(c)(3)"),
            ("1&1 said so", "1&1"),
        ),
        rejects=("it made 10 K", "a $10B deal"),
    ),
    Rule(
        name="name.firm",
        starts=(DIGIT,),
        near=("names.firm",),
        pattern=rf"[0-9]{{1,4}}{GAP}<<names.firm>>{END}",
        read=lambda hit: None if in_title(hit.text, hit.start) else hit.candidate(),
        lead=r"(?<![$\u20ac\u00a3\u00a5\p{L}\p{N}.,-])",
        needs_lead=True,
        rank=1,
        digits=Digits(count=(1, 2, 3, 4), then=" "),
        examples=(("shares in 450 Holdings rose", "450 Holdings"),),
        rejects=("it has 450 holdings", "it paid 5 million Group members"),
    ),
    Rule(
        name="name.grade",
        starts=(DIGIT,),
        pattern=r"[0-9]{1,2}[A-HJLN-Z]-[0-9]{1,3}(?![\p{L}\p{N}%]|[.,]\d)",
        read=whole,
        lead=r"(?<![$\u20ac\u00a3\u00a5\p{L}\p{N}.,-])",
        needs_lead=True,
        rank=1,
        digits=Digits(count=(1, 2), then="A"),
        examples=(("it needs 5W-30 oil", "5W-30"),),
        rejects=("a loss of 5M-10 million", "it made 5W of power"),
    ),
    Rule(
        name="name.capitalised",
        starts=(DIGIT,),
        pattern=(
            rf"{NO_YEAR}[0-9]{{1,4}}+(?:\.[0-9]{{1,2}}+)?+(?!(?:<<units.glued>>|bn|mn|mln|bln|tn|trn){END})"
            rf"{TAIL}(?![\p{{L}}\p{{N}}]){NO_AMOUNT}(?!{COUNTED})(?![^\S\n]?(?:<<units.symbol|units.name>>){END})"
        ),
        lead=(
            r"(?<![\p{L}\p{N}_.])(?P<word>\p{Ll}{0,5}\p{Lu}[\p{L}&.\u2019'+]{0,24}(?:-[\p{L}]{1,20})?)"
            r"[\u00a0 ]"
        ),
        needs_lead=True,
        read=_capitalised,
        digits=Digits(count=(1, 2, 3, 4), before=" "),
        examples=(
            ("shares of Dragon 9 rose", "Dragon 9"),
            ("the deal for Hotel 6 closed", "Hotel 6"),
            ("with its Kirin 9000 chip", "Kirin 9000"),
            ("users of macOS 14 were hit", "macOS 14"),
            ("Optics 450 and Vista both sold", "Optics 450"),
        ),
        rejects=(
            "In Germany 40 workers left",
            "Sales 12 million",
            "Revenue 3.2 million",
            "Profit Up 12%",
            "the Dow fell In 2020",
            "Tesla Cuts 500 Jobs At Berlin Plant",
            "NORWAY INFLATION 2.3 PCT IN OCT",
            "IFO CLIMATE 88.1 VS 88.4",
            "Norvik sold 30 mills last year, Orlin 20 and Calder 9.",
        ),
    ),
    Rule(
        name="name.determined",
        starts=(DIGIT,),
        pattern=rf"{NO_YEAR}[0-9]{{1,4}}+{TAIL}(?![\p{{L}}\p{{N}}]){NO_AMOUNT}(?={COUNTED})",
        lead=(
            rf"(?:(?<=\p{{L}})['\u2019]s|(?<!\p{{L}})(?i:its|their|his|her|our|an?|new)){GAP}"
            rf"(?:[\p{{L}}/-]{{2,16}}{GAP}){{0,2}}(?P<word>\p{{Lu}}[\p{{L}}&.+-]{{1,24}})[\u00a0 ]"
        ),
        needs_lead=True,
        read=_determined,
        rank=1,
        digits=Digits(count=(1, 2, 3, 4), before=" "),
        examples=(
            ("sales of its Kirin 9000 chips rose", "Kirin 9000"),
            ("Merck's Varivax 20 doses were shipped", "Varivax 20"),
        ),
        rejects=("In Germany 40 workers left", "Ford gave Delta 300 jobs", "its March 12 meetings"),
    ),
)
