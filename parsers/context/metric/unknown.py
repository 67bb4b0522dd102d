"""What a figure measures where no table knows the word: what moved, what has changed, what has a size."""

from __future__ import annotations

from parsers.context.metric.before import EXPECTED, last_alike, with_metric
from parsers.context.metric.doubts import LOOSE
from parsers.context.metric.naming import canonical, trimmed
from parsers.context.metric.near import NP, OWNER
from parsers.context.metric.ofthings import is_of_list
from parsers.context.rows.grammar import Answer
from parsers.context.rows.words import Row, known
from parsers.lazy import Pattern
from parsers.model import Figure, Kind
from parsers.quick import Quick

CHANGED_BY = Pattern(rf"(?r)V{OWNER}(?P<np>x{{1,3}})(?P<by>p)q*\Z")
CHANGED_TO = Pattern(r"(?r)V(?:i(?P<np>Z?x{1,3})(?:t?q*|Dx?oq*)|D(?P<np>x{1,3})tq*)\Z")
"""Before a figure: what was changed to it ("raised its crude postings to", "raised the threshold to")."""
MOVED = Pattern(
    r"(?r)(?:^|[,;\"c&X]|(?P<own>['i]))D?(?P<np>x{1,3})(?P<of>[op]D?[xLM]{1,3})?(?:n[LT])?T?"
    r"(?:(?:A?B)?d?V|tV|A?BC|(?P<mean>B))(?P<to>[tpUqdD]*(?:Dx)?)\Z"
)
"""Before a figure: what moved to it or by it ("boardings last month rose to", "its roster was cut by")."""
BESIDE_ANOTHER = Pattern(r"(?r)[onpaf]D?[xKkLNZMHW]{1,4}&D?\Z")
"""Before the second of two things that a metric is of ("sales at the maker of pumps and valves")."""
FOR_WHOSE = Pattern(r"(?r)M(?:[pn][NLE]|aDx)'\Z")
"""Before what a metric is told for ("users for Norvik's main network rose", "at the world's big mills")."""
TAKEN_OFF = Quick(rf"(?P<off>p){OWNER}(?P<np>{NP})(?!')")
"""Behind a figure: what it was taken off ("knocked 210 basis points off gross margin")."""
OF_WHICH = Pattern(r"(?r)(?P<np>[xM]{1,3}),(?P<of>r)(?:I|D?[NK])d?[HWmB]q*\Z")
SIZED = Pattern(r"(?P<np>x{1,2})(?=[,;nfpoVBAHWIF&]|\Z)")
CHANGES = (Kind.PERCENT, Kind.POINTS, Kind.RATIO, Kind.MULTIPLE, Kind.MONEY)
NOUNS = ("s", "tion", "ment", "ity", "ancy", "ance", "facturing")
"""How words end that things are called by, and hardly those who act."""
AGENTS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "eer", "eers", "man", "men", "people", "'s")
"""How words end that those are called by who act."""
REACH = 16


def _is_told(row: Row, figure: Figure, place: int, answer: Answer) -> bool:
    """Whether a rule is sure of what is measured, and no unknown words begin a clause of their own.

    They do so in "cost it $5 million, and new orders fell to 12,000".
    """
    if answer.rule.name in LOOSE:
        return False
    if answer.rule.name != "metric.versus" or figure.kind != Kind.COUNT:
        return True
    return BEGUN.search(row.tags, max(0, place - REACH), place) is None


BEGUN = Pattern(r"(?r)F[^F;c]{0,6},&x{1,3}V[dt]?q*\Z")


def moved_thing(row: Row, figure: Figure, place: int, answer: Answer | None) -> Figure | None:
    """The figure with the unknown words that are the subject of its verb of change, if they are nearest."""
    if answer is not None and _is_told(row, figure, place, answer):
        return None
    answer = answer if answer is not None and answer.rule.name in LOOSE else None
    low = max(0, place - REACH)
    off = TAKEN_OFF.match(row.tags, place + 1)
    if off is not None and row.keys[off.start("off")] == "off" and row.tags[place - 1] in "xWVq":
        return _measures(figure, row, off.start("np"), off.end("np"), "metric.taken_off")
    listed = OF_WHICH.search(row.tags[low:place]) if figure.kind == Kind.COUNT else None
    if listed is not None and row.keys[low + listed.start("of")] == "of which":
        return _measures(figure, row, low + listed.start("np"), low + listed.end("np"), "metric.of_which")
    if figure.kind not in (*CHANGES, Kind.COUNT):
        return None
    hit = MOVED.search(row.tags[low:place])
    if hit is None or (hit["own"] is None and _may_act(row, low + hit.start("np"), low + hit.end("np"))):
        return None
    mean = hit.start("mean")
    if mean >= 0 and row.keys[low + mean] not in known("contextwords.averaged contextwords.totals"):
        return None
    first, end = low + hit.start("np"), low + hit.end("np")
    if answer is not None and hit["own"] is not None and FOR_WHOSE.search(row.tags[low:first]) is not None:
        return None
    beside = answer is not None and BESIDE_ANOTHER.search(row.tags[low:first]) is not None
    if beside or (answer is not None and is_of_list(row, answer, first)):
        return None
    if (
        answer is not None
        and answer.last >= first
        and (hit["of"] is None or answer.last >= low + hit.end("of"))
    ):
        return None
    if figure.kind in (Kind.MONEY, Kind.COUNT) and mean < 0 and not set(hit["to"]) & set("tpU"):
        return None  # "its backers added $5 million", "Health care added 45,000"
    if row.keys[end - 1] in known("parties.actor parties.site"):
        return None
    return _measures(figure, row, first, end, "metric.moved")


def _may_act(row: Row, first: int, end: int) -> bool:
    """Whether unknown words may be for somebody who acts, or a name at a beginning."""
    word = row.keys[end - 1]
    alone = end - first == 1 and row.text[row.words[first].start].isupper()
    return word.endswith(AGENTS) or (alone and not word.endswith(NOUNS))


def changed_by(row: Row, figure: Figure, place: int) -> Figure:
    """What a change is one of, where no metric is known ("reducing development time by 35%")."""
    low = max(0, place - 12)
    hit = CHANGED_BY.search(row.tags[low:place]) if figure.kind in CHANGES else None
    if hit is None or row.words[low + hit.start("by")].key != "by":
        hit = CHANGED_TO.search(row.tags[low:place]) if figure.kind in CHANGES else None
    if hit is None or row.keys[low + hit.end("np") - 1] in known("parties.actor parties.site"):
        return figure
    if row.keys[low + hit.start("np") - 1] == "a":
        return figure  # "eased a touch to 2.95 marks"
    return _measures(figure, row, low + hit.start("np"), low + hit.end("np"), "metric.changed_by")


def sized(row: Row, figure: Figure, place: int, answer: Answer | None) -> Figure | None:
    """What is of a size ("the 200 mg dose", "60,000 tonne cargoes", "cargoes of 60,000 tonnes")."""
    loose = answer is None or answer.rule.name in LOOSE
    if figure.kind != Kind.QUANTITY or not place or not loose:
        return None
    hit = SIZED.match(row.tags, place + 1)
    each = hit is not None and figure.text[-1] != "s" and row.keys[hit.end("np") - 1].endswith("s")
    if hit is not None and answer is None and (each or row.tags[place - 1] in "Di'"):
        return _measures(figure, row, hit.start("np"), hit.end("np"), "metric.sized")
    if each and hit is not None and figure.unit is not None and figure.text.endswith(figure.unit):
        return _measures(figure, row, hit.start("np"), hit.end("np"), "metric.sized")
    hit = OF_SIZE.search(row.tags, max(0, place - 5), place)
    if hit is None or not row.keys[hit.end("np") - 1].endswith("s"):
        return None
    return _measures(figure, row, hit.start("np"), hit.end("np"), "metric.sized")


OF_SIZE = Pattern(r"(?r)(?P<np>x{1,2})oq*\Z")


def of_futures(row: Row, figure: Figure, place: int) -> Figure:
    """The futures that moved under a name of one word ("Brent crude futures fell by")."""
    hit = FUTURES.search(row.tags[max(0, place - REACH) : place]) if "Z" in row.tags[:place] else None
    at = hit.start("np") + max(0, place - REACH) if hit is not None else -1
    if at < 0 or row.keys[at].split()[-1] != "futures":
        return figure
    return _measures(figure, row, at, at + 1, "metric.futures")


FUTURES = Pattern(r"(?r)(?:^|[,;c&-])(?:D|d,)?(?P<np>Z)[xN]?(?:oT|nT|T)?d?[VmB][pqdD]*\Z")


def amounting(row: Row, figure: Figure, place: int) -> Figure:
    """What amounts to so much money, told behind it ("saw a $1.1 billion benefit from lower taxes")."""
    hit = AMOUNTING.match(row.tags, place + 1) if figure.kind == Kind.MONEY and figure.per is None else None
    if hit is None or row.tags[place - 1 : place] not in ("D", "i"):
        return figure
    if row.keys[hit.end("np") - 1].endswith(NO_THINGS):
        return figure
    return _measures(figure, row, hit.start("np"), hit.end("np"), "metric.amounting")


AMOUNTING = Pattern(r"(?P<np>x{1,2})(?=[poft,;&c]|\Z)")
NO_THINGS = (*AGENTS, "ed", "ing", "ly", "al", "ive", "ous", "able")
"""How words end that are hardly what an amount is of."""


def _measures(figure: Figure, row: Row, first: int, end: int, rule: str) -> Figure:
    """The figure with the words ``first`` to ``end`` (exclusive) as its metric."""
    phrase = trimmed(row.phrase(first, end - 1))
    if len(phrase.text) > LONGEST:
        return figure
    return with_metric(figure, phrase, canonical(phrase.text), rule)


LONGEST = 80
"""How many characters words may take that no table knows and yet measure something."""


def with_change(row: Row, figure: Figure, place: int, given: dict[str, Figure]) -> Figure:
    """A figure whose only metric is the change itself ("triple-digit growth").

    What another party posted is of what was told last, and what was expected
    ("Sales rose 4%. Orlin posted a 7% gain", "Economists had expected a 5% gain").
    """
    named = CHANGE_NOUN.match(row.tags, place + 1)
    if named is None:
        return figure
    told = POSTED.search(row.tags, max(0, place - 4), place) or EXPECTED.search(row.tags[:place])
    if told and ENDS.match(row.tags, named.end()):
        same = last_alike(figure, given, "metric.continued")
        if same.metric is not None:
            return same
    phrase = row.phrase(named.start("np"), named.end("np") - 1)
    return with_metric(figure, phrase, canonical(phrase.text), "metric.own_change")


def is_their_estimate(row: Row, figure: Figure, answer: Answer) -> bool:
    """Whether an answer is only what analysts had in mind, behind it ("missing the 7.9% median estimate")."""
    if answer.first != row.places.get(figure.id, -2) + 1:
        return False
    return row.keys[answer.last].split()[-1] in known("contextwords.estimating")


def reaches(row: Row, answer: Answer, before: Figure) -> bool:
    """Whether an answer is only the change behind a figure ("posted a 7% gain, to $1.02 billion")."""
    last = row.places.get(before.id)
    if last is None or answer.first != last + 1 or row.tags[answer.first] not in "CG":
        return False
    return REACHED.match(row.tags, answer.last + 1) is not None


REACHED = Quick(r",?tq*F")
POSTED = Pattern(r"(?r)[NK]HD\Z")
ENDS = Quick(r"[,;c]|\Z")
CHANGE_NOUN = Pattern(r"x{0,2}(?P<np>[CG])")


def indexed(row: Row, figure: Figure, place: int) -> Figure:
    """The level of an index that is called by its name ("Its Confidence Index was 116.4, up from 115")."""
    if figure.kind not in (Kind.COUNT, Kind.POINTS, Kind.PERCENT) or figure.unit not in INDEXED:
        return figure
    for at in range(place - 1, max(-1, place - REACH), -1):
        tag = row.tags[at]
        if tag in ";cSMGNPIE":
            return figure
        if tag == "Z":
            named = row.keys[at].split()[-1] in known("metrics.indexes")
            return _measures(figure, row, at, at + 1, "metric.index") if named else figure
    return figure


def is_other_index(row: Row, before: Figure, place: int) -> bool:
    """Whether another name stands behind the last level of an index ("and the Nasdaq composite fell 12")."""
    told = before.metric is not None and before.metric.text.lower().endswith(tuple(known("metrics.indexes")))
    return told and any(tag in "NZE" for tag in row.tags[row.places.get(before.id, place) + 1 : place])


INDEXED = (None, "point", "percent")
"""Units of the level of an index, and of what it moves by."""


def made_of(row: Row, figure: Figure, place: int) -> Figure | None:
    """The figure with what it multiplies, where it is a participle ("it is halving its dividend payment")."""
    if figure.kind != Kind.MULTIPLE or not figure.text.lower().endswith("ing"):
        return None
    hit = MULTIPLIED.match(row.tags, place + 1)
    if hit is None:
        return None
    words = trimmed(row.phrase(hit.start("np"), hit.end("np") - 1))
    return with_metric(figure, words, canonical(words.text), "metric.multiplied")


MULTIPLIED = Pattern(rf"{OWNER}(?P<np>{NP})(?!')")


def moved_on(row: Row, figure: Figure, place: int, given: dict[str, Figure]) -> Figure:
    """A later rate of what a sentence foresees ("growth of 3.6% for all 30 members, slipping to 2.9%")."""
    hit = MOVING_TO.search(row.tags, max(0, place - 6), place)
    if hit is None or not row.keys[hit.start("verb")].endswith("ing"):
        return figure
    for name, at in reversed(row.places.items()):
        earlier = given.get(name) if at < place else None
        if earlier is not None and earlier.kind == figure.kind and earlier.metric is not None:
            return with_metric(figure, earlier.metric, earlier.metric_name, "metric.continued", ("metric",))
    return figure


MOVING_TO = Pattern(r"(?r)[,cp](?P<verb>[Vx])tq*\Z")
"""Before a rate that is reached later ("before recovering to 3.1%")."""
