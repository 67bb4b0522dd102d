"""Who is named at the head of a sentence, and whether it turns to them: no outsider, no backer, no site."""

from __future__ import annotations

from parsers.context.rows.clauses import NAMED
from parsers.context.rows.words import Row, known
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.model import Phrase


def turned(row: Row, end: int, topic: Topic) -> Phrase | None:
    """Whom a sentence turns to, whose head ends before ``end``: an index, a company, none of an analyst."""
    if (index := _index_named(row, end)) is not None:
        return index
    if not _turns_to(row, end, topic) or _is_the_unit(row, end - 1, topic):
        return None
    let = LETS.match(row.tags, end)
    if let is not None and row.keys[let.start("lets")] in known("contextwords.allows"):
        return row.phrase(let.start("who"), let.start("who"))
    at = end + 1 if row.tags[end - 1] in "Kk" else end - 1
    named = NAMED.match(row.tags, at)
    at = named.start("who") if named is not None else at
    return row.phrase(at, at)


LETS = Pattern(r"[AHd]{0,2}(?P<lets>[WxX])D?x{0,2}(?P<who>N)t")
"""Behind an authority: whom it lets do something, of whom the text goes on ("Ofwat will allow Norvik to")."""


def _is_the_unit(row: Row, at: int, topic: Topic) -> bool:
    """Whether a sentence tells of who is spoken of as a part of another ("The unit of Halden Industries")."""
    told = topic.company is not None and row.tags[at : at + 3] == "koN"
    return told and row.keys[at - 1 : at] == ("the",) and row.keys[at] in known("parties.any_unit")


INDEX = Pattern(r"x{0,2}M(?![xMk])")


def _index_named(row: Row, at: int) -> Phrase | None:
    """The index that the name before ``at`` begins ("the Halden Times 100-share index")."""
    hit = INDEX.match(row.tags, at)
    if hit is None or row.keys[hit.end() - 1] not in known("parties.gauge"):
        return None
    return row.phrase(at - 1, hit.end() - 1)


def _turns_to(row: Row, at: int, topic: Topic) -> bool:
    """Whether a sentence turns to the name that ends before ``at``: no outsider, no mine, no segment."""
    if topic.company is not None and row.text[row.words[at - 1].start : row.words[at - 1].end] in known(
        "parties.sector"
    ):
        return False
    if topic.company is not None and row.phrase(at - 1, at - 1).text in topic.asides:
        return False
    if (
        topic.main is not None
        and row.tags[at + 1 : at + 2] == "n"
        and row.keys[at] in known("parties.puts_in")
    ):
        return False  # an investor in its round
    if (
        row.tags[at : at + 1] == "W"
        and row.keys[at] in ("put", "puts", "pegged")
        and row.tags[at + 1 : at + 2] in ("D", "x", "M")
    ):
        return False  # a forecaster of others' losses
    if not known("contextwords.advises").isdisjoint(row.keys[at : at + 2]):
        return False
    if topic.main is not None and row.keys[at : at + 2] in SEES_IT:
        return False  # "Calder sees the deficit widening"
    if at > 1 and row.keys[at - 2] == "flagship" and topic.company is not None:
        return False
    surveys = not known("parties.survey").isdisjoint(row.keys[at : at + 1])  # "The Calder survey of 39"
    return not surveys and not _is_outsiders(row, at) and not _names_a_site(row, at, topic)


SEES_IT = (("sees", "the"), ("reckons", "the"), ("predicts", "the"), ("forecasts", "the"))


def _names_a_site(row: Row, at: int, topic: Topic) -> bool:
    """Whether a name is that of a mine or a mill of a company that is spoken of ("The Bayley field")."""
    sited = (
        row.tags[at - 2 : at - 1] == "D" and row.keys[at : at + 1] and row.keys[at] in known("parties.site")
    )
    named = row.text[row.words[at - 1].start : row.words[at - 1].end] in topic.sites
    return (bool(sited) or named) and topic.company is not None


def _is_outsiders(row: Row, at: int) -> bool:
    """Whether the word beside a name makes it an analyst's firm ("Halden analyst Petra Vogel")."""
    if (at > 1 and row.keys[at - 2] in known("parties.outsider")) or row.tags[at : at + 2] == "'P":
        return True
    opinions = known("contextwords.estimating contextwords.opinions")
    for told in range(at + 1, min(at + 7, len(row.keys) - 2)):
        if row.keys[told] in opinions and row.keys[told + 1] in ("of", "on", "for"):
            return "N" in row.tags[told + 2 : told + 4]  # "Halden cut its estimate of Norvik's earnings"
    return row.tags[at : at + 1] == "R" and row.words[at].key in known("parties.outsider")


def invests(row: Row, at: int) -> bool:
    """Whether a sentence begins with a buyout firm or one that led a round: the text goes on about whose."""
    if row.tags[at] != "N":
        return False
    behind = row.keys[at + 1 : at + 4]
    if "by" not in behind and not known("parties.puts_money").isdisjoint(behind):
        return True  # not "Norvik, acquired by Halden, makes"
    return at > 0 and (row.tags[at - 1] == "K" or row.keys[at - 1] == "fund") and backs(row, at)


def backs(row: Row, at: int) -> bool:
    """Whether a name is that of a lender or an investor, whom "the company" does not mean."""
    if row.tags[at] != "N" or row.tags[at + 1 : at + 2] == "'":
        return False
    kind = row.words[at - 1].key.split() if at and row.tags[at - 1] in "KM" else [""]
    if "private" in (kind[0], *row.keys[max(0, at - 3) : at - 1]):
        return True  # "Private equity group Calder"
    led = kind[-1]
    if (
        kind == ["firm"]
        and at > 1
        and row.tags[at - 2] == "x"
        and row.keys[at - 2] not in known("parties.invests")
    ):
        return False  # "Building products firm Calder"
    return led in known("parties.backing") or row.words[at].key.split()[-1] in known("parties.backer")
