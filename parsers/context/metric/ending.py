"""Where the words of a metric end: with the noun that they belong to, without what moved it."""

from __future__ import annotations

from parsers.context.metric.naming import trimmed
from parsers.context.rows.grammar import Answer
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Phrase
from parsers.quick import Quick


def last_word(row: Row, answer: Answer, place: int) -> int:
    """The last word of a metric, without the change or participle behind it; none: one before its first."""
    last = answer.last
    if last > answer.first and row.words[last].key in known("directions.noun") and row.tags[last - 1] == "M":
        net = last == answer.first + 1 and row.keys[answer.first] == "net"  # "a net gain of 175,000 jobs"
        last -= not net and row.words[last].key not in ("gains", "growth", "loss", "losses")
    last -= last > answer.first and row.words[last].key == "worth" and row.tags[last - 1] != "K"
    amounts = row.keys[last] == "amount" and row.tags[last + 1 : last + 3] in ("tF", "tq")
    last -= last > answer.first and amounts  # "such gains amount to about $5 million"
    if answer.rule.name == "metric.of_things":
        last = next((at for at in range(answer.first, last) if _is_many(row.words[at].key)), last)
        # "paper maturing in May"
        last -= row.keys[last].endswith(("ing", "ed")) and row.keys[last] != "preferred"
    if answer.first > place and (more := HEAD_NOUN.match(row.tags, last + 1)) is not None:
        head = more.end() - 1  # "$4 million for rental vouchers", "in credit and loan guarantees"
        parts = any(row.keys[at].endswith(("ed", "s", "ly")) for at in range(last + 1, head))
        last = head if _is_many(row.keys[head]) and not parts else last
    if last > answer.first and row.keys[last] == "consensus":
        # "the loss consensus of 21 cents"
        last -= row.tags[last - 1] in "MG" and row.keys[last - 1] not in ("average", "market")
    if (
        row.keys[last] == "average"
        and answer.first == last
        and ANY_NOUN.match(row.tags, last + 1) is not None
    ):
        last += not row.keys[last + 1].endswith("ed")  # "the average wait is"
    if row.keys[last] == "average" and (mean := AVERAGED.match(row.tags, last + 1)) is not None:
        last = mean.end() - 1  # "the average analyst estimate"
    if (
        answer.rule.name in ("metric.governing", "metric.level_is")
        and COMPOUND.match(row.tags, last + 1) is not None
    ):
        last += _is_many(row.keys[last + 1])  # "Mortgage approvals fell"
    return last


HEAD_NOUN = Quick(r"(?:x{1,2}|&[xMZ][xM])(?=[,.;&pfntvrcUTAB):]|$)")
"""Behind a metric that stands like an adjective: the noun, where the phrase ends."""
ANY_NOUN = Quick(r"[xW](?=[BVHA])")
AVERAGED = Quick(r"[Rx]{1,2}(?:[MG]|X(?=[,.;):npof]|$))")
COMPOUND = Pattern(r"xT?(?:p[xML]{1,3})?[AVB]")


def _is_many(word: str) -> bool:
    """Whether a word looks like a plural, behind which its verb stands ("57% of residents oppose")."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


BOTH = Pattern(r"(?r)(?:^|['Di,T])[xZ]&\Z")
"""Before the second of two things that a metric is of ("Halden's oil and gas production")."""


CASH = Pattern(r"M,Mx?,?&(?:x{0,2}M|x{1,2}(?=[,.;BHVAnapt]|\Z))")
"""All that a company holds ("cash, cash equivalents and marketable securities")."""
SHORT = Pattern(r"(?r)(?P<np>[xZkK]{0,3}[MG]{1,2})\(\Z")
"""Before what a metric is called in short ("gross national product (GNP)")."""


def cash_held(row: Row, first: int, last: int) -> tuple[int, int]:
    """The first and last word of a metric, or of the whole list of what a company holds that it is one of."""
    start = row.tags.rfind("M,M", max(0, first - 6), last + 3)
    if start < 0 or row.keys[start] != "cash" or not row.keys[start + 2].startswith("cash"):
        return first, last
    hit = CASH.match(row.tags, start)
    return (start, hit.end() - 1) if hit is not None and start <= first < hit.end() else (first, last)


def in_full(row: Row, first: int, last: int) -> tuple[int, int]:
    """The first and last word of a metric, or of the one that it is short for."""
    if (
        first != last
        or row.tags[last + 1 : last + 2] != ")"
        or not row.phrase(first, last).text.rstrip("s").isupper()
    ):
        return cash_held(row, first, last)
    hit = SHORT.search(row.tags, 0, first)
    if hit is None:
        return first, last
    initial = row.keys[first][0]
    begin = next((at for at in range(*hit.span("np")) if row.keys[at][0] == initial), None)
    return (begin, hit.end("np") - 1) if begin is not None else (first, last)


def words_of(row: Row, first: int, last: int) -> Phrase:
    """The words of a metric, without what somebody is doing to it ("They are repaying bank loans at 12%")."""
    first, last = in_full(row, first, last)
    both = first < last and row.tags[first] in "xZ" and BOTH.search(row.tags, 0, first) is not None
    if both and row.keys[first - 2] not in known("timeunits.one"):
        first -= 2
    while first < last and row.keys[first].isdecimal() and row.tags[first - 1 : first] in ("N", "E"):
        first += 1  # "the S&P/ASX 200 Index"
    doing = first < last and row.tags[first - 1 : first + 1] == "Bx" and row.keys[first].endswith("ing")
    return trimmed(row.phrase(first + 1 if doing else first, last))
