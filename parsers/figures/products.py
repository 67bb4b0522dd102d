"""Products, versions and works called by a number: "Boeing 737", "the 2.0 version", "12 Angry Men"."""

from __future__ import annotations

from parsers import lexicon
from parsers.anchors import Digits
from parsers.digits import END, GAP
from parsers.figures.capitals import (
    COUNTED,
    NAMED,
    NO_AMOUNT,
    NO_YEAR,
    inner,
    inside_sentence,
    whole,
)
from parsers.figures.turns import is_counted_in_turn
from parsers.mentions import Candidate
from parsers.rules import DIGIT, Hit, Rule

# "the iPhone 15 Pro and 15 Pro Max"
_SISTERS = (
    rf"(?:(?:{GAP}\p{{Lu}}[\p{{Ll}}]{{1,10}}+){{0,2}}(?:,{GAP}|{GAP}(?:and|or){GAP})[0-9]{{1,4}}"
    rf"(?={GAP}\p{{Lu}}\p{{Ll}})(?!{GAP}<<calendar.month>>)){{0,3}}+"
)


_TYPE = (
    r"(?<![\p{L}\p{N}$\u20ac\u00a3.,/-])<<names.type_number>>(?:-[0-9]{1,3}(?:[A-Z]{1,3})?|s)?"
    r"(?![\p{L}\p{N}%/-]|[.,]\d)"
)
# "the Boeing 767, 757 and 747 airliners"
_TYPES = rf"(?:(?:,{GAP}(?:and{GAP})?|{GAP}(?:and|or){GAP}){_TYPE}{NO_AMOUNT}){{0,5}}+"
_CAPITALS = (
    r"\p{Lu}[\p{L}'\u2019&-]{0,20}(?:[\u00a0 ](?:(?:of|the|and|a|an|in|to|for|on|with)[\u00a0 ])?"
    r"\p{Lu}[\p{L}'\u2019&-]{0,20}){0,6}"
)


def _type(hit: Hit) -> Candidate | None:
    """The numbers of types, but for one that rather counts what is behind it ("with 486 people")."""
    number = hit.match[0]
    said = (hit.lead[0] if hit.lead else "").lower().split()
    if said[:1] in (["of"], ["with"], ["and"], ["each"], ["every"]) and len(said) == 1 and number.isdecimal():
        return None
    return inner(hit)


def _series(hit: Hit) -> Candidate | None:
    """A maker with the number of a type, but for how many it has ("Halden sold 45 jets and Airbus 51")."""
    number = hit.match[0].rpartition(" ")[2]
    known_type = lexicon.find("names.type_number", number)
    if number.isdecimal() and not known_type and is_counted_in_turn(hit.text, hit.start, hit.end):
        return None
    return whole(hit)


def _coded(hit: Hit) -> Candidate | None:
    """A number with a capital glued to it behind a name inside a sentence: "the Hakata 626L sedan"."""
    assert hit.lead is not None
    return inner(hit) if inside_sentence(hit.text, hit.lead.start("name")) else None


def _title(hit: Hit) -> Candidate | None:
    """The title of a work: behind a word for it, or alone between quotation marks."""
    quoted = hit.lead is not None and hit.lead["quote"] is not None
    closed = hit.text[hit.end : hit.end + 1] in ('"', "\u201d", "\u2019")
    if quoted != closed and (quoted or hit.match[0].isdecimal()):
        return None
    return hit.candidate()


RULES = (
    Rule(
        name="name.short_year",
        starts=(DIGIT,),
        pattern=r"[0-9]{2}(?![\p{L}\p{N}%'\u2019]|[.,]\d)",
        read=whole,
        lead=r"\p{Lu}[\p{L}-]{1,20}[^\S\n]['\u2018\u2019]",
        needs_lead=True,
        rank=1,
        examples=(
            ("its Forward '28 strategy", "Forward '28"),
            ("the Ahead \u201930 plan", "Ahead \u201930"),
        ),
        rejects=("he said '28 people left'", "Some '9 in 10' agree"),
    ),
    Rule(
        name="name.type",
        starts=(DIGIT,),
        pattern=(
            rf"{_TYPE}{NO_AMOUNT}(?:(?:,{GAP}|{GAP}(?:and|or|to){GAP}|/)(?:the{GAP})?{_TYPE}{NO_AMOUNT}){{0,4}}+"
        ),
        lead=(
            rf"(?:(?<=\p{{L}})['\u2019]s|(?<!\p{{L}})(?i:the|its|their|his|her|our|an?|new|old|older|latest|each|every"
            rf"|of|with|and)){GAP}(?:\p{{Ll}}[\p{{Ll}}-]{{2,14}}{GAP})?"
        ),
        needs_lead=True,
        read=_type,
        rank=1,
        digits=Digits(count=(3, 4, 5)),
        examples=(
            ("Boeing's 737 and 787 lines are busy", "737 and 787"),
            ("the 8086 and 80286 chips sold", "8086 and 80286"),
            ("a 747 crashed there", "747"),
        ),
        rejects=("Boeing sold 737 jets to Delta", "a rise of 737 points", "with 486 people and 737 guests"),
    ),
    # Nobody counts so many of a thing without a comma.
    Rule(
        name="name.processor",
        starts=(DIGIT,),
        peek=r"[68]",  # most numbers so long are years
        pattern=rf"<<names.processor>>(?![\p{{L}}\p{{N}}%/-]|[.,]\d){NO_AMOUNT}(?!{COUNTED})",
        read=whole,
        rank=1,
        digits=Digits(count=(4, 5), before=" (,-"),
        examples=(
            ("it chose the 16-bit 8088 chip", "8088"),
            ("an earlier model, 80386, was slower", "80386"),
        ),
        rejects=("it sold 8088 shares", "it paid 80386 dollars"),
    ),
    Rule(
        name="name.coded",
        starts=(DIGIT,),
        # No scale: "Halden 450M" may be an amount.
        pattern=rf"[1-9][0-9]{{2,3}}(?![KMBT](?!\p{{L}}))\p{{Lu}}{{1,3}}(?![\p{{L}}\p{{N}}%/]|-\d){NO_AMOUNT}",
        lead=r"(?<![\p{L}\p{N}-])(?P<name>\p{Lu}\p{Ll}{2,14})[\u00a0 -]",
        needs_lead=True,
        read=_coded,
        rank=1,
        digits=Digits(count=(3, 4), before=" -", then="A"),
        examples=(
            ("the Hakata 626L sedan sold out", "626L"),
            ("it makes the Vero 910C and others", "910C"),
        ),
        rejects=(
            "ore heated to 910C in May",
            "it raised Halden 450M in debt",
            "it uses 250V sockets",
        ),
    ),
    Rule(
        name="name.version",
        starts=(DIGIT,),
        pattern=rf"[0-9]{{1,3}}(?:\.[0-9]{{1,2}}){{1,2}}{GAP}<<names.edition>>(?![\p{{L}}\p{{N}}])",
        read=whole,
        rank=1,
        near=("names.edition",),
        digits=Digits(count=(1, 2, 3), then="."),
        examples=(
            ("the 2.0 version was shown", "2.0 version"),
            ("it shipped the 10.3 release", "10.3 release"),
        ),
        rejects=("it sold 2.5 versions of it", "it made 2.5 million releases"),
    ),
    Rule(
        name="name.title",
        starts=(DIGIT,),
        pattern=rf"[0-9]{{1,4}}(?:(?:st|nd|rd|th)?(?:{GAP}|-){_CAPITALS}|(?=[\"\u201d]))",
        lead=r"(?:(?<!\p{L})<<names.work>>,?[\u00a0 ][\"\u201c\u2018']?|(?P<quote>[\"\u201c\u2018]))",
        needs_lead=True,
        read=_title,
        rank=1,
        digits=Digits(count=(1, 2, 3, 4), before=" \"'?", then=' -a"?'),
        examples=(
            ("the film 12 Angry Men was shown", "film 12 Angry Men"),
            ("they sang \u201c99 Luftballons\u201d there", "\u201c99 Luftballons"),
        ),
        rejects=(
            "the film sold 12 American copies",
            "\u201c40 Americans left\u201d, she said",
            "the show 12 people saw",
        ),
    ),
    Rule(
        name="name.series",
        starts=("names.series",),
        pattern=rf"<<names.series>>(?:{GAP}|-)?+{NO_YEAR}{NAMED}(?:{GAP}[0-9]{{1,4}}B{END})?{_SISTERS}{_TYPES}",
        read=_series,
        rank=1,
        examples=(
            ("demand for iPhone 15 models", "iPhone 15"),
            ("Boeing 737 jets were grounded", "Boeing 737"),
            ("the open Qwen 2.5-72B model", "Qwen 2.5-72B"),
            ("it tested GPT-4 first", "GPT-4"),
        ),
        rejects=(
            "Boeing 12 billion order",
            "Airbus 3.5 percent lower",
            "Norvik delivered 45 jets in May and Airbus 51.",
        ),
    ),
    Rule(
        name="name.model",
        starts=(DIGIT,),
        pattern=rf"[0-9]{{1,4}}(?:-[0-9]{{1,4}})?{GAP}<<names.model>>{END}(?:{GAP}[0-9]{{1,2}}{END})?",
        read=whole,
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
        name="name.line",
        starts=(DIGIT,),
        pattern=rf"[0-9]{{3,5}}{GAP}<<names.line>>{END}",
        lead=r"(?:(?<=['\u2019]s )|(?<!\p{L})(?i:its|their|the|our) )(?:\p{Ll}{3,12} )?",
        needs_lead=True,
        read=whole,
        rank=1,
        near=("names.line",),
        digits=Digits(count=(3, 4, 5), before=" ", then=" "),
        examples=(
            ("prices of its mainstay 8800 line fell", "its mainstay 8800 line"),
            ("The 9370 series sold well", "The 9370 series"),
        ),
        rejects=("it has a 300 line limit", "it sold 8800 lines of code"),
    ),
)
