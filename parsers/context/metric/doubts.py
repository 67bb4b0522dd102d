"""When words that stand far from a figure are not what it measures."""

from __future__ import annotations

from parsers.context.metric.leftout import is_left_out, is_outside
from parsers.context.rows.clauses import left_aside
from parsers.context.rows.grammar import Answer
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.metrics import group_family
from parsers.model import Figure, Kind
from parsers.quick import Quick

LOOSE = ("metric.governing", "metric.nearest", "metric.governing_count")
"""The rules whose words may stand far from the figure: "which costs $5" measures its cost."""


def is_of_people(figure: Figure, answer: Answer, name: str | None) -> bool:
    """Whether a rule gave people before a verb for money: they pay or earn it, and do not measure it.

    So they use or make what has a unit ("Households used 98 terawatt-hours").
    """
    if figure.kind not in (Kind.MONEY, Kind.QUANTITY) or answer.rule.name not in LOOSE:
        return False
    return group_family(name) in ("users", "headcount")


def is_elsewhere(row: Row, place: int, answer: Answer) -> bool:
    """Whether what is counted is where something before it is ("900 people at three plants")."""
    at = place - 1
    while at > 0 and row.tags[at] in "qDi":
        at -= 1
    if (
        answer.rule.name == "metric.governing_count"
        and row.tags[at - 1 : at + 1] == "px"
        and row.keys[at].endswith("ing")
    ):
        return True  # "Margins slid despite selling 33 million phones"
    if answer.rule.name == "metric.moved_count":
        return row.keys[row.tags.rfind("p", 0, place)] != "by"  # "cut spending on 2,000 cars"
    if row.tags[at] == "w" and row.tags[place + 1 : place + 2] in ("V", "W", "H"):
        return True  # "with 21,600 jobs added"
    if row.keys[answer.last] in ("loss", "losses") and row.tags[answer.last + 1] == "o":
        return True  # "the loss of 400 jobs"
    if answer.rule.name == "metric.level_of" and row.keys[answer.last] in known("contextwords.estimating"):
        return row.tags[answer.last + 1] == "o"  # "the median estimates of 25 analysts"
    if answer.last < place and BASED_ON.match(row.tags, answer.last + 1, place) is not None:
        return True
    if answer.rule.name == "metric.level_of":
        # "Calder ships about four million parcels"
        alone = answer.first == answer.last and row.tags[answer.first - 1 : answer.first] in tuple(",NKIr&")
        return alone and at == answer.last
    return answer.rule.name == "metric.versus" and row.tags[at] in "na"


BASED_ON = Quick(r"Bd?W[pfo](?:x[pfo])?q*\Z")
"""Between what something is and how many it is made of ("the index is based on answers from 40 mills")."""


def is_chance_of(figure: Figure, name: str | None) -> bool:
    """Whether a figure only tells what a chance is of ("odds of a half-point cut")."""
    return name == "probability" and figure.kind == Kind.POINTS


def is_no_thing(row: Row, place: int, answer: Answer) -> bool:
    """Whether the words of a rule are nothing that is measured: a quality, an owner's share, a way to pay.

    So in "8% more efficient", "owns 34% of the firm", "bought for $4 million in cash".
    """
    if answer.rule.name == "metric.of_things" and _is_owned(row, place, answer):
        return True
    if answer.rule.name == "metric.of_things" and row.keys[answer.first - 1] in ("each", "every"):
        return True  # "Interest takes up 7 cents of every dollar"
    if answer.rule.name == "metric.own_change":
        undone = row.keys[place + 1]  # "jumps 2% extending a rally"
        return undone.endswith("ing") and undone in known("contextwords.undoes")
    if answer.rule.name == "metric.of_things" and answer.first == answer.last:
        verb = row.tags[answer.first - 1] == "N" and row.tags[answer.last + 1 : answer.last + 2] in tuple(
            "DIiF"
        )
        return verb and row.keys[answer.last].endswith("s")  # "51% of Halden proves that"
    if answer.rule.name == "metric.those":
        return THOSE.isdisjoint(row.keys[max(0, place - 8) : place])
    if answer.rule.name == "metric.hoped_for":
        return row.keys[place - 1 - (row.tags[place - 1] == "q")] not in known("contextwords.reaches")
    if answer.rule.name == "metric.amount_in":
        how = place - 1 - (row.tags[place - 1] == "q")
        paid = row.keys[how] in known("contextwords.pays_for") and row.keys[how - 1] not in known(
            "contextwords.asks_for"
        )
        return paid and row.keys[answer.last] in known("contextwords.paid_in")
    if answer.rule.name == "metric.possessed" and row.tags[answer.last + 1 : answer.last + 3] == "tB":
        return True  # "$4 million thought to be held abroad"
    if answer.rule.name == "metric.possessed":
        return row.words[answer.last].key.endswith(
            ("ed", "ly", "wide", "more", "less", "remaining", "outstanding", "abroad", "overall")
        )
    more = answer.rule.name == "metric.fewer"
    if more and row.words[place + 1].key == "less" and answer.first == answer.last:
        left_out = row.keys[answer.last] in known("contextwords.left_out")  # "to yield 9% less fees"
        return row.tags[answer.last] != "M" or left_out  # not "60% less capacity"
    return more and not (
        row.words[place + 1].key in ("fewer", "more") and row.words[answer.last].key.endswith("s")
    )


THOSE = frozenset(("those", "that"))


def _is_owned(row: Row, place: int, answer: Answer) -> bool:
    """Whether it is a party of which so much is owned ("will own 34% of the combined company")."""
    at = place - 1
    while at > 0 and row.tags[at] in "qd":
        at -= 1
    party = row.keys[answer.last] in known("parties.descriptor") or row.keys[answer.last] in known(
        "parties.unit"
    )
    return party and row.keys[at] in known("contextwords.owns")


def is_left_aside(row: Row, place: int, answer: Answer) -> bool:
    """Whether far words stand in an aside that is over ("Calder, which keeps its profit abroad, lost 2%")."""
    lead = row.words[answer.first - 1].key if answer.first > 0 else ""
    if answer.rule.name in LOOSE and (_is_in_brackets(row, answer, place) or _is_missed(row, answer)):
        return True
    if answer.rule.name in LOOSE and lead == "by" and row.tags[answer.last + 1 : answer.last + 2] == ",":
        return True  # "Calder, the largest bank by assets, rose 2%"
    if answer.rule.name in LOOSE and _is_of_a_mover(row, place, answer):
        return True
    if answer.rule.name in LOOSE and _is_bought_for(row, place, answer):
        return True
    if answer.rule.name in LOOSE and TITLED.match(row.tags, answer.last + 1) is not None:
        return True
    if answer.rule.name in LOOSE and row.keys[answer.last + 1 : answer.last + 2] in OWNERS:
        return True
    if _did_another(row, place, answer) or (answer.rule.name in LOOSE and is_left_out(row, answer)):
        return True
    estimate = row.keys[answer.last] in known("contextwords.estimating")
    if answer.rule.name in LOOSE and estimate and "c" in row.tags[answer.last : place]:
        return True  # "fell short of expectations, even as it announced"
    if answer.rule.name in LOOSE and _is_of_its_use(row, answer):
        return True
    if answer.rule.name in LOOSE and (_is_where(row, answer) or _is_of_what(row, answer)):
        return True
    if answer.rule.name in LOOSE and (_is_what_it_is(row, answer) or is_outside(row, place, answer)):
        return True
    return answer.rule.name in LOOSE and lead != "whose" and left_aside(row.tags, answer.last, place)


def _is_where(row: Row, answer: Answer) -> bool:
    """Whether words tell where or when something is traded ("In the forex markets", "at the close in")."""
    last = row.keys[answer.last].split()[-1]
    if last in ("market", "markets"):
        return AT_MARKET.search(row.tags, max(0, answer.first - 5), answer.first) is not None
    return last == "close"


AT_MARKET = Pattern(r"(?r)[nap]D?[xLN]{0,3}\Z")


def _is_of_what(row: Row, answer: Answer) -> bool:
    """Whether words are only that of which another figure is a part ("from 3% of GDP in May to 2.7%")."""
    return row.tags[max(0, answer.first - 2) : answer.first] == "Fo" and row.keys[answer.last] in OF_GDP


OF_GDP = ("gdp", "gross domestic product", "national income")


def _is_of_its_use(row: Row, answer: Answer) -> bool:
    """Whether words end an aside on what is done with somebody ("The rand, used for transactions, rose")."""
    hit = USED.search(row.tags, max(0, answer.last - 12), answer.last + 2)
    return hit is not None and row.keys[hit.start("done")].endswith("ed")


USED = Pattern(r"(?r)[NZKkL],(?P<done>[HWVxm])[pontaf][^,;VBHAF]{0,6},\Z")


def _is_in_brackets(row: Row, answer: Answer, place: int) -> bool:
    """Whether words stand in brackets behind a name, closed before a figure ("Calder (CLD: News) fell")."""
    low = max(0, answer.first - BRACKETED)
    opened = row.tags.rfind("(", low, answer.first)
    if opened < 1 or opened < row.tags.rfind(")", low, answer.first) or row.tags[opened - 1] != "N":
        return False
    return ")" in row.tags[answer.last : place]


BRACKETED = 24
"""How many words back brackets may begin."""


def _is_missed(row: Row, answer: Answer) -> bool:
    """Whether it is what something fell short of, and then went on ("missed forecasts, increasing to")."""
    if answer.first < 1 or row.keys[answer.last] not in known("contextwords.estimating"):
        return False
    before = {row.keys[answer.first - 1], " ".join(row.keys[max(0, answer.first - 2) : answer.first])}
    verb = row.keys[answer.last + 2 : answer.last + 3]
    goes_on = row.tags[answer.last + 1 : answer.last + 2] == "," and verb != () and verb[0].endswith("ing")
    return goes_on and not before.isdisjoint(known("contextwords.misses"))


def _did_another(row: Row, place: int, answer: Answer) -> bool:
    """Whether somebody else did so much in a clause of his own ("its largest deal since Calder paid $4").

    So do the markets where they act ("Markets price 48bp of cuts").
    """
    if answer.rule.name == "metric.level_of" and row.keys[answer.last] == "markets":
        return row.tags[answer.last + 1 : place].rstrip("qd") == "W"
    if answer.rule.name != "metric.nearest":
        return False
    hit = ANOTHER_DID.search(row.tags, answer.last + 1, place)
    return hit is not None and (
        row.tags[hit.start()] == "c" or row.keys[hit.start()] in known("contextwords.since")
    )


ANOTHER_DID = Pattern(r"[cp](?:D?[xL]{0,2}[NKP]|I)A?[HVWm]q*\Z")
"""A clause in which somebody did so much ("Talks on costs ended after Calder offered $9 million")."""


def _is_of_a_mover(row: Row, place: int, answer: Answer) -> bool:
    """Whether a bare number tells how a name behind the words moved ("bids for Calder, which rose 2")."""
    figure = row.words[place].ref
    if not isinstance(figure, Figure) or figure.kind is not Kind.COUNT or figure.unit is not None:
        return False
    moved = MOVER.search(row.tags, answer.last + 1, place)
    return moved is not None


MOVER = Pattern(r"(?r)N,r[HA]?d?[VW]?[UV]q*\Z")


def _is_what_it_is(row: Row, answer: Answer) -> bool:
    """Whether words only say what a party is ("Asia, its biggest market, grew 4%")."""
    before, after = row.tags[max(0, answer.first - 3) : answer.first], row.tags[answer.last + 1 :]
    before = before.rstrip("x")
    return before[-3:] in TOLD and after[:1] == "," and after[1:2] in tuple("VBHAWm")


def _is_bought_for(row: Row, place: int, answer: Answer) -> bool:
    """Whether a figure is what another clause's buyer paid ("costs rose since it bought Calder for $5")."""
    at = place - 1
    while at > 0 and row.tags[at] in "qd":
        at -= 1
    if answer.last > place or row.keys[at] != "for":
        return False
    buys = [i for i in range(answer.last + 1, at) if row.keys[i] in known("contextwords.buying")]
    return bool(buys) and any(tag in "NKkxZ" for tag in row.tags[buys[-1] + 1 : at])


OWNERS = (("owner",), ("owners",), ("shareholder",), ("shareholders",), ("holder",), ("holders",))
"""Behind words that say only who somebody is ("The majority owner has sued for $28 million")."""
TITLED = Quick(r"R(?!')")
"""Behind words that say only what somebody is ("Budget director Petra Vogel")."""
TOLD = ("L,i", "N,i", "Z,i", "L,D", "N,D", "Z,D", ",L'", ",N'", "DK'", "Dx'", "DL'")


def is_of_economy(row: Row, place: int, answer: Answer) -> bool:
    """Whether a rule gave only the output of an economy, by which something is measured ("4% of GDP")."""
    if answer.rule.name != "metric.part_of" or row.tags[place + 1 : place + 2] != "o":
        return False
    return row.keys[answer.last] in OUTPUT


OUTPUT = ("gdp", "gnp", "gross domestic product", "gross national product")
"""The output of an economy, by which what a country has is measured ("4% of GDP")."""


def begins_anew(row: Row, place: int, answer: Answer) -> bool:
    """Whether a figure begins a clause ("57% oppose the tax while 29% favor it"), or counts sources."""
    at = place - 1
    while at > 0 and row.tags[at] == "q":
        at -= 1
    if answer.rule.name not in LOOSE or at < 0:
        return False
    sourced = row.words[at].key == "to" and at > 0 and row.words[at - 1].key == "according"
    return sourced or row.words[at].key in ("while", "whereas")


def of_one_kind(a: Figure, b: Figure) -> bool:
    """Whether two figures are of one kind, percentages and points taken together."""
    rates = (Kind.PERCENT, Kind.POINTS)
    return a.kind == b.kind or (a.kind in rates and b.kind in rates)


def is_reached(row: Row, place: int, answer: Answer) -> bool:
    """Whether a rule gave what something came to ("fell 7.5 percent to a 911,000-unit pace")."""
    if answer.rule.name == "metric.object":
        return row.tags[place - 1] in "ta"
    if answer.rule.name != "metric.added_to":
        return False
    rate = not known("contextwords.pace").isdisjoint(row.keys[answer.first : answer.last + 3])
    rate = rate and row.keys[answer.first - 1] in ("a", "an")  # not "added 25 basis points to its rate"
    return rate or row.keys[answer.first][0].isdigit()
