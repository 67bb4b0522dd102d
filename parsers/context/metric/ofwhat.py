"""What is measured where a rule gave only of what: "the index of 225 issues", "its share of the market"."""

from __future__ import annotations

from parsers.context.metric.generic import OF_WHAT
from parsers.context.metric.naming import canonical
from parsers.context.metric.near import NP
from parsers.context.rows.grammar import Answer
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind


def of_what(row: Row, figure: Figure, answer: Answer) -> Answer:
    """The answer moved to what is measured, where it has only found of what ("a share of the market")."""
    if row.keys[answer.first].isdecimal() and row.tags[max(0, answer.first - 2) : answer.first] == "Mo":
        answer = Answer(answer.rule, answer.first - 2, answer.first - 2)  # "the index of 225 issues"
    of = CHANCE.search(row.tags[: answer.first]) if figure.kind == Kind.PERCENT else None
    if of is not None and canonical(row.keys[of.start("what")]) == "probability":
        answer = Answer(answer.rule, of.start("what"), of.start("what"))  # "the odds of a June rate cut"
    of = SHARE_OF.search(row.tags[: answer.first]) if row.keys[answer.last].split()[-1] in WHOLES else None
    if of is not None and row.keys[of.start("what")] == "share":
        answer = Answer(answer.rule, of.start("what"), of.start("what"))  # "its share of the beer market"
    if row.keys[answer.last] == "worth" and (worth := WORTH.search(row.tags[: answer.first])) is not None:
        at = worth.end("np") - 1  # "the offers had been worth", "a proposal, worth"
        if row.tags[at] != "x" or row.keys[at] in known("contextwords.bids_made"):
            return Answer(answer.rule, worth.start("np"), at)
    if row.keys[answer.last] == "worth" and (goods := OF_WHAT.match(row.tags, answer.last + 1)) is not None:
        return Answer(answer.rule, goods.start("np"), goods.end("np") - 1)  # "$5 million worth of shares"
    return answer


WORTH = Pattern(rf"(?r)(?P<np>{NP}|x)(?!')[dAH]{{0,2}}(?:B[qd]?|,)\Z")
"""Before "worth": what is said to be worth so much."""
SHARE_OF = Pattern(r"(?r)(?P<what>M)o(?:[Di]|[NL]'|[xLZT])*\Z")
WHOLES = ("market", "segment", "industry", "sector")
CHANCE = Pattern(r"(?r)(?P<what>M)oD?T?[xLN]{0,2}\Z")
