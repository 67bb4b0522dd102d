"""Numbers that are labels: scores, phone numbers, list numbers, tickers, web addresses, versions.

Like the rules of `parsers.figures.names` these find candidates without a reading.
"""

from __future__ import annotations

from parsers.anchors import Digits
from parsers.digits import END, GAP
from parsers.figures.capitals import COUNTED, NO_AMOUNT, inner, whole
from parsers.mentions import Candidate
from parsers.patterns import compiled
from parsers.rules import DIGIT, Hit, Rule

_PAIR = r"(?P<a>[0-9]{1,3})\s?[-\u2013]\s?(?P<b>[0-9]{1,3})(?:-[0-9]{1,3})?(?![\p{L}\p{N}%/-]|[.,]\d)"
_TIE = r"(?:\s?\([0-9]{1,2}(?:[-\u2013][0-9]{1,2})?\))?"
_SETS = rf"(?:,?\s(?:and\s)?[0-9]{{1,2}}[-\u2013][0-9]{{1,2}}(?![\p{{L}}\p{{N}}%]){_TIE}){{0,6}}+"
_YEAR = r"[0-9]{1,4}(?![\p{L}\p{N}%]|[.,]\d)"
_YEARS = rf"{_YEAR}(?:(?:{GAP}(?:and|to){GAP}|[-\u2013]){_YEAR})?"
_ALONE = r"(?<![\p{L}\p{N}$\u20ac\u00a3\u00a5.,/-])"


def _score(hit: Hit) -> Candidate | None:
    """Two numbers with a hyphen, beside a word of contest, or of which the second is not the larger."""
    told = hit.lead is not None and hit.lead["contest"] is not None
    if hit["result"] is None and not told and not _is_against(hit):
        return None
    return hit.candidate()


def _is_against(hit: Hit) -> bool:
    """Whether one of the pairs does not go up: a range would ("6-4, 3-6", "1-1")."""
    pairs = compiled(r"(\d+)\s?[-\u2013]\s?(\d+)").findall(hit.match[0])
    return any(int(first) >= int(second) for first, second in pairs)


def _list_number(hit: Hit) -> Candidate | None:
    """A number at the beginning of a line, where the line before is finished."""
    before = hit.text[max(0, hit.start - 200) : hit.start].rstrip(" \t")
    if before and not before.endswith("\n"):
        return None
    last = before.rstrip()[-1:]
    finished = not last or last in '.;:!?"\u201d)' or before.endswith("\n\n")
    return hit.candidate() if finished or _follows(hit, before) else None


def _follows(hit: Hit, before: str) -> bool:
    """Whether the line before carries the number before this one."""
    number = compiled(r"\d+").match(hit.match[0])
    line = before.rstrip("\n").rpartition("\n")[2].lstrip(" \t([")
    return number is not None and line.startswith((f"{int(number[0]) - 1}.", f"{int(number[0]) - 1})"))


def _enumerated(hit: Hit) -> Candidate | None:
    """The number of one of several things in a sentence, behind which no bracket closes."""
    before = hit.text[max(0, hit.start - 200) : hit.start]
    return hit.candidate() if before.count("(") <= before.count(")") else None


RULES = (
    Rule(
        name="label.score",
        starts=(DIGIT,),
        pattern=(
            rf"{_PAIR}{_TIE}{_SETS}(?:{GAP}"
            rf"(?:\p{{Ll}}[\p{{Ll}}-]{{2,12}}{GAP})?(?P<result><<names.result>>){END})?{NO_AMOUNT}"
            rf"(?!{COUNTED})"
        ),
        peek=_PAIR,
        lead=(
            rf"(?:(?<!\p{{L}})(?P<contest><<names.contest>>)"
            rf"(?:{GAP}\p{{Lu}}[\p{{L}}.'\u2019]{{1,20}}){{0,3}}(?:{GAP}(?:by|of|them|it"
            rf"|at))?{GAP})?{_ALONE}"
        ),
        needs_lead=True,
        read=_score,
        rank=1,
        near=("-", "\u2013"),
        digits=Digits(count=(1, 2, 3)),
        examples=(
            ("they won 3-2 there", "won 3-2"),
            ("to beat Real Madrid 4-1 there", "beat Real Madrid 4-1"),
            ("a 2-0 win at home", "2-0 win"),
            ("the court ruled 6-3 in favor", "ruled 6-3"),
            ("it ended 1-1 there", "1-1"),
            ("won 7-5, 6-7(4), 6-2 there", "won 7-5, 6-7(4), 6-2"),
        ),
        rejects=(
            "they lost 3-5 percent",
            "it takes 3-5 days",
            "about 20-30 people came",
            "winning 3-5 contracts",
        ),
    ),
    Rule(
        name="label.phone",
        starts=(DIGIT,),
        pattern=(
            r"(?:(?<=\+)(?:[0-9]{1,3}[\s.-]?\(0\)[\s.-]?[0-9]{1,5}(?:[\s.-][0-9]{1,5}){1,5}|[0-9]{9,14}|[0-9]{1,3}(?:[\s.-]?\([0-9]{1,4}\))?(?:[\s.-][0-9]{2,5}){2,5})|"
            r"(?:1[-.\s])?\(?[0-9]{3}\)?[-.\s][0-9]{3}[-.][0-9]{4}"
            r"|1-8(?:00|44|55|66|77|88)(?:-[\p{Lu}\d]{3,8}){0,2}"
            r"|(?<=\()[0-9]{2,5}\)\s?[0-9]{3,4}[\s-][0-9]{3,4})(?![\p{L}\p{N}%]|[.,-]\d)"
        ),
        lead=r"[+(]{0,2}(?<![\p{L}\p{N}$.,-])",
        needs_lead=True,
        read=whole,
        rank=1,
        digits=Digits(then="^Aa%"),
        examples=(
            ("reach +44 20 7946 0958 now", "+44 20 7946 0958"),
            ("dial +49 (0)69 5550 0 for it", "+49 (0)69 5550 0"),
            ("at (212) 555-0142 or online", "(212) 555-0142"),
            ("at 1-800-555-0142 now", "1-800-555-0142"),
            ("shares of 1-800 Contacts rose", "1-800"),
        ),
        rejects=("up +44 percent", "from 212 to 555 people", "it rose 100.250 points"),
    ),
    Rule(
        name="label.contact",
        starts=("names.contact",),
        pattern=(
            r"<<names.contact>>(?:\s(?:on|us|at"
            r"|no\.?|number))*+[:.]?\s?(?P<n>(?:\(0\)\s?)?\+?\(?[0-9]{2,5}\)?(?:[\s.-][0-9]{2,5}){1,4})"
            r"(?![\p{L}\p{N}%]|[.,-]\d)"
        ),
        read=whole,
        rank=1,
        examples=(
            ("Tel: 555-0142", "Tel: 555-0142"),
            ("call us on 020 7946 0958", "call us on 020 7946 0958"),
        ),
        rejects=("they call 20 to 30 people", "contact 3 people"),
    ),
    Rule(
        name="label.list",
        starts=(DIGIT,),
        pattern=r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)\]][ \t\u00a0]+(?=[\p{L}\"\u201c])",
        lead=r"(?<=\n|\A)[ \t\u00a0]*[(\[]?",
        needs_lead=True,
        read=_list_number,
        rank=1,
        digits=Digits(count=(1, 2), before=" ([", then=".)]"),
        examples=(("1. Overview of the year", "1. "), ("It said:\n(2) The offer ends", "(2) ")),
        rejects=("it bought\n12. Others sold", "it has 3) left"),
    ),
    Rule(
        name="label.item",
        starts=(DIGIT,),
        pattern=r"[0-9]{1,2}\)(?=\s\p{Ll}|[,.;]|\Z)",
        lead=r"(?<=[,;:]\s|(?i:and|or|in|see|notes?|items?|sections?)\s)\(",
        needs_lead=True,
        read=whole,
        rank=1,
        digits=Digits(count=(1, 2), before="(", then=")"),
        examples=(("it must (a) pay, and (2) close the plant", "(2)"), ("see note (2), please", "(2)")),
        rejects=("a loss of (12) a share", "net income (3) rose"),
    ),
    Rule(
        name="label.enumerated",
        starts=(DIGIT,),
        pattern=r"[0-9]\)(?=[ \u00a0][\p{L}\"'\u201c\u2018])",
        lead=r"(?<=[,;:][ \u00a0]|(?i:[,;][ \u00a0](?:and|or)[ \u00a0]))",
        needs_lead=True,
        read=_enumerated,
        rank=1,
        digits=Digits(count=(1,), before=" ", then=")"),
        examples=(("three answers: 1) no; 2) yes, it is", "1)"), ("it must 1) pay, and 2) close", "2)")),
        rejects=("two mills (one in Oslo; 3) were sold", "it has 3) left"),
    ),
    Rule(
        name="label.note",
        starts=(DIGIT,),
        pattern=r"[0-9]{1,3}(?:,\s?[0-9]{1,3}){0,3}\]",
        lead=r"\[",
        needs_lead=True,
        read=whole,
        rank=1,
        digits=Digits(count=(1, 2, 3), before="[", then=",]"),
        examples=(("as shown before [12] it", "[12]"),),
        rejects=("(12) it was", "[12 people]"),
    ),
    Rule(
        name="label.ticker",
        starts=(DIGIT,),
        pattern=(
            r"(?:[0-9]{4,6}\.<<names.market>>(?![\p{L}\p{N}])|(?<=:[ \u00a0]?)[0-9]{3,6}"
            r"(?![\p{L}\p{N}%]|[.,]\d))"
        ),
        lead=r"(?:(?<!\p{L})(?P<exchange><<names.exchange>>):[ \u00a0]?)?(?<![\p{N}.,])",
        needs_lead=True,
        read=lambda hit: (
            hit.candidate() if "." in hit.match[0] or (hit.lead and hit.lead["exchange"]) else None
        ),
        rank=1,
        digits=Digits(count=(3, 4, 5, 6), then="^Aa%"),
        examples=(("shares of 9988.HK rose", "9988.HK"), ("the group (HKEX: 9988) said", "HKEX: 9988")),
        rejects=("it sold: 9988 cars", "the value 9988. The rest"),
    ),
    Rule(
        name="label.web",
        starts=(DIGIT,),
        pattern=r"[^\s<>\"]{1,60}+",
        lead=(
            r"(?:(?:https?://|www\.)[^\s<>\"]{0,56}|[\p{L}\p{N}._-]{1,30}@[\p{L}\p{N}.-]{0,30}"
            r"|[\p{L}\p{N}-]{1,30}\.(?:com|org|net|gov|co)/[^\s<>\"]{0,30})"
        ),
        needs_lead=True,
        read=whole,
        rank=1,
        digits=Digits(before="^ "),
        examples=(("see https://example.org/a/2024 for it", "https://example.org/a/2024"),),
        rejects=("see www now 5 people", "at example 5"),
    ),
    Rule(
        name="label.version",
        starts=(DIGIT,),
        pattern=(
            r"(?:[0-9]{1,4}(?:\.[0-9]{1,5}){2,4}|[0-9]{1,8}(?:-[0-9]{1,8}){2,5}|0[0-9]{2,9}"
            r"(?:-[0-9]{2,9})?)(?![\p{L}\p{N}%]|[.,-]\d)"
        ),
        lead=_ALONE,
        needs_lead=True,
        read=inner,
        digits=Digits(then="^Aa%"),
        examples=(("it runs 10.4.11.2 now", "10.4.11.2"), ("its file 001-36614 there", "001-36614")),
        rejects=("it grew 0.5 percent", "on 2024-12-31 it closed"),
    ),
    Rule(
        name="label.era",
        starts=(DIGIT,),
        near=("names.era",),
        pattern=rf"{_YEARS}{GAP}?<<names.era>>(?![\p{{L}}\p{{N}}])(?!{COUNTED})",
        lead=_ALONE,
        needs_lead=True,
        read=inner,
        rank=1,
        digits=Digits(count=(1, 2, 3, 4)),
        examples=(("it stood from 200 B.C. on", "200 B.C."),),
        rejects=("it sold 200 B shares",),
    ),
    Rule(
        name="label.era_before",
        starts=("names.era",),
        pattern=rf"<<names.era>>{GAP}{_YEARS}(?!{COUNTED}){NO_AMOUNT}",
        read=whole,
        rank=1,
        examples=(("between A.D. 1000 and 1260 it", "A.D. 1000 and 1260"),),
        rejects=("the A.D. 300 people saw", "in B.C. 300 workers left"),
    ),
    Rule(
        name="label.clock",
        starts=(DIGIT,),
        pattern=r"[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,3})?(?![\p{L}\p{N}]|[:,]\d)",
        lead=_ALONE,
        needs_lead=True,
        read=inner,
        digits=Digits(count=(1, 2, 3), then=":"),
        examples=(("a lap of 1:36.6 at the track", "1:36.6"),),
        rejects=("a ratio of 4:1",),
    ),
)
