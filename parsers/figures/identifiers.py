"""Numbers that only tell one from others: patents, dockets, registers, statutes, footnotes, rounds, ages.

Like the rules of `parsers.figures.names` these find candidates without a reading.
Ages are those of whom no name tells to be a person: `parsers.figures.ages` reads the others.
"""

from __future__ import annotations

from parsers.anchors import Digits
from parsers.digits import END, GAP, JOIN
from parsers.figures.capitals import COUNTED, NO_AMOUNT, whole
from parsers.rules import DIGIT, Rule

_CODE = r"(?:\p{Lu}{1,4}[-/]?)?[0-9](?:[\p{L}\p{N}]|[,./:-](?=[\p{L}\p{N}])){0,24}+"


RULES = (
    Rule(
        name="label.identifier",
        starts=("names.identifier",),
        pattern=(
            rf"<<names.identifier>>(?:{GAP}(?:[Nn]os?\.?|[Nn]umbers?|code)(?=[\s#:]))?(?:(?<=(?i:id|code|number)){GAP}(?:is|was)(?={GAP}))?:?{GAP}?#?{_CODE}"
            rf"(?:(?:,{GAP}|{GAP}and{GAP}){_CODE}(?!{COUNTED}))*+(?![\p{{L}}\p{{N}}]|[^\S\n]?%){NO_AMOUNT}(?!{COUNTED})"
        ),
        read=whole,
        rank=1,
        examples=(
            ("under U.S. Patent No. 7,104,221 it", "Patent No. 7,104,221"),
            ("quote invoice 10023 when you pay", "invoice 10023"),
            ("in docket 22-451 it asked", "docket 22-451"),
            ("it trades under the code 600999 there", "code 600999"),
            ("the conference ID is 4471234 today", "conference ID is 4471234"),
        ),
        rejects=("it filed patent 12 times", "the code 5 million people use", "the patent 30% of them own"),
    ),
    Rule(
        name="label.registered",
        starts=("names.numbered",),
        pattern=(
            rf"<<names.numbered>>{GAP}?(?:\p{{Lu}}{{1,3}}[ -]?)?[0-9]"
            rf"(?:[\d,]{{2,12}}[0-9]|[\d-]{{3,12}}[0-9]){END}"
        ),
        read=whole,
        rank=1,
        examples=(("registered in England No. 1234567 there", "No. 1234567"),),
        rejects=("it is No. 1 there", "No. 10 said so"),
    ),
    # Nobody writes a power with a scale: read in part, either would be wrong.
    Rule(
        name="label.power_scaled",
        starts=(DIGIT,),
        near=("scales.word", "scales.hundred"),
        pattern=rf"<<scientific>>{JOIN}<<scales.word|scales.hundred>>{END}",
        lead=r"\p{Sc}[^\S\n]?",
        read=whole,
        rank=1,
        examples=(("it paid $1e3 million for", "$1e3 million"), ("2.5*10**3 thousand", "2.5*10**3 thousand")),
        rejects=("it paid $3 million for", "some 1e3 cars and a million", "3e2 in thousands"),
    ),
    Rule(
        name="label.statute",
        starts=("names.statute",),
        pattern=rf"<<names.statute>>{GAP}(?:\xa7{{1,2}}{GAP}?)?[0-9]{{1,5}}(?:\.[0-9]{{1,5}})?\p{{L}}{{0,3}}",
        lead=rf"(?<![\p{{L}}\p{{N}}.,$])[0-9]{{1,4}}{GAP}",
        needs_lead=True,
        read=whole,
        rank=1,
        examples=(("under 15 U.S.C. 78a and", "15 U.S.C. 78a"), ("see 17 CFR 240.10b", "17 CFR 240.10b")),
        rejects=("it sold 15 U.S. plants",),
    ),
    Rule(
        name="label.note_mark",
        starts=(DIGIT,),
        digits=Digits(count=(1, 2), before="(", then=")"),
        pattern=r"[0-9]{1,2}\)(?:,?\([0-9]{1,2}\))*+(?![\p{L}\p{N}])",
        lead=r"(?<=\p{Ll}{2}|\p{Lu}{3}|%)\(",
        needs_lead=True,
        read=whole,
        rank=1,
        examples=(("Revenue(1) rose", "(1)"), ("net of EBITDA(2)(3) it", "(2)(3)")),
        rejects=("a loss (12) a share", "it fell (3.1)"),
    ),
    # The level that an index has in its base year ("(2010=100)").
    Rule(
        name="label.index_base",
        starts=(DIGIT,),
        digits=Digits(count=(3,), then=")"),
        pattern=r"100(?=\))",
        lead=r"\((?:\p{L}{3,9}\.? )?(?:19|20)\d\d ?= ?",
        needs_lead=True,
        read=whole,
        rank=3,
        examples=(("rose to 126.7 (2010=100) in", "(2010=100"), ("at 104 (1992 = 100)", "(1992 = 100")),
        rejects=("it sold more (some 100)", "a score (2010: 100)"),
    ),
    Rule(
        name="label.footnote",
        starts=(DIGIT,),
        digits=Digits(count=(1,), before="%"),
        pattern=r"[1-9](?![\p{L}\p{N}%]|[.,/:-]?\d)",
        lead=r"(?<=\d%)",
        needs_lead=True,
        read=whole,
        rank=1,
        examples=(("a margin of 12%1 was seen", "1"),),
        rejects=("a margin of 12%5%", "12% 1 year later"),
    ),
    Rule(
        name="label.age",
        starts=(DIGIT,),
        digits=Digits(count=(2,), before=" ", then=",)"),
        pattern=r"[1-9][0-9](?=,(?!\d|\s(?:and|or|\d))|\))",
        lead=(
            r"(?:(?<!\p{L})<<names.person>>|(?<!\p{L})(?i:the|an?|his|her)[\u00a0 ]\p{Ll}[\p{Ll}-]{2,15}"
            r"|(?<=(?<![\p{L}\d])\p{Lu}[\p{L}.'\u2019-]{1,20})),[\u00a0 ]"
        ),
        needs_lead=True,
        read=whole,
        rank=1,
        examples=(
            ("the pitcher Hale, 27, won", ", 27"),
            ("the founder, 62, will stay", "founder, 62"),
            ("the catcher, 29, left", "the catcher, 29"),
        ),
        rejects=("it sold apples, 24, and pears", "In Ohio, 40 of them left", "in Norway, 38,000 left"),
    ),
    Rule(
        name="label.round",
        starts=("names.stage",),
        pattern=(
            rf"<<names.stage>>(?:{GAP}|-)(?:4|8|16|32|64|128|four|eight|sixteen)(?![\p{{L}}\p{{N}}%]|[.,-]\d){NO_AMOUNT}"
            rf"(?!{COUNTED})(?!{GAP}(?:of{END}|<<timeunits.many>>))"
        ),
        peek=rf"<<names.stage>>(?:{GAP}|-)(?:[0-9]|four|eight|sixteen)",
        read=whole,
        rank=1,
        examples=(("it reached the last 16 there", "last 16"), ("in the round of 32 they", "round of 32")),
        rejects=("in the last 8 years", "the last eight of them", "the last 16 games it won"),
    ),
    Rule(
        name="name.instance",
        starts=(DIGIT, "numbers.ordinal", "numbers.tens"),
        digits=Digits(count=(1, 2, 3, 4), then="a"),
        pattern=(
            rf"(?:[0-9]{{1,4}}(?:st|nd|rd|th)|(?=\p{{Lu}})(?:<<numbers.tens>>[-\s])?<<numbers.ordinal>>)"
            rf"(?:{GAP}\p{{Lu}}[\p{{L}}.]{{0,12}}){{0,2}}{GAP}<<names.instance>>{END}"
        ),
        read=whole,
        rank=1,
        examples=(
            ("the 9th U.S. Circuit Court ruled", "9th U.S. Circuit"),
            ("Second Circuit judges agreed", "Second Circuit"),
            ("its store on 42nd Street closed", "42nd Street"),
        ),
        rejects=("its 9th store", "the second circuit of the track", "it ranked 9th in Avenue"),
    ),
    Rule(
        name="label.domain",
        starts=("names.domain",),
        pattern=r"<<names.domain>>(?![\p{L}\p{N}])",
        lead=r"(?<![\p{L}\p{N}.,])[0-9]{1,6}[\p{L}\d-]{0,12}",
        needs_lead=True,
        read=whole,
        rank=1,
        examples=(("shares of 58.com rose", "58.com"),),
        rejects=("it rose 5.8. Comments came",),
    ),
)
