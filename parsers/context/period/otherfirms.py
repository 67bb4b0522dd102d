"""Whether a figure is of another company than the one whose time a text is in."""

from __future__ import annotations

from parsers import lexicon
from parsers.context.period.times import Times, party_of
from parsers.context.rows.words import Row, known
from parsers.context.subject.sites import names_site
from parsers.context.subject.sorts import is_place
from parsers.model import Figure, Phrase


def is_apart(row: Row, figure: Figure, times: Times) -> bool:
    """Whether a figure is of another company; what is only called by what it is ("Hospitals had") is none."""
    if not is_other(figure, times, times.party):
        return False
    if figure.subject is not None and names_site(figure.subject):
        return True  # a mill of another company
    at = figure.subject.start if figure.subject is not None else -1
    return not any(word.start == at and word.tag == "x" for word in row.words)


def is_other(figure: Figure, times: Times, party: str) -> bool:
    """Whether a figure is of another company than the one whose period is the present one."""
    name = party_of(figure, times)
    if not party or not name or name == party or figure.subject is None:
        return False
    if any(len(word) > 3 and word[0].islower() for word in name.split()):
        return False
    if party.startswith(f"{name} ") and party[len(name) :].islower():
        return False  # "U.S. employers"
    if not any(word[0].isupper() for word in party.split()):
        return False  # what is told of things ("sales of new cars") is told of their makers as well
    if name.lower() in known("parties.security") or name.lower() in known("parties.descriptor"):
        return False  # "Government payrolls"
    if all(is_place(Phrase(0, len(each), each)) for each in (name, party)):
        return False  # "Visitors to Norway rose in May. Those from Sweden fell"
    if name.split()[-1].lower() in known("parties.segment"):
        return False  # "Wealth revenues", "In Services, sales"
    unit = name.split()[-1].lower() in lexicon.words("parties.unit")
    return not unit and name[0].isupper() and "'s " not in name and "\u2019s " not in name


def is_named_beside(text: str, times: Times, figure: Figure) -> bool:
    """Whether the party of a figure is named in the paragraph of the leading period."""
    lead, name = times.lead, party_of(figure, times).split()[0]
    if lead is None:
        return False
    start = text.rfind("\n", max(0, lead.start - AROUND), lead.start) + 1 or max(0, lead.start - AROUND)
    end = text.find("\n", lead.end, lead.end + AROUND)
    return text.find(name, start, end if end >= 0 else lead.end + AROUND) >= 0


AROUND = 240
"""How many characters around the leading period are looked at where its paragraph is long."""
