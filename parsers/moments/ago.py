"""Times counted from now or from the text: "two years ago", "a year earlier", "a week from Monday"."""

from __future__ import annotations

from decimal import Decimal

from parsers.forms import Form, Month, Range, Reference, Relative, Same, Shifted, Year
from parsers.mentions import Candidate, FigureReading, MomentReading
from parsers.moments.building import dated, rule
from parsers.moments.lengths import ABOUT, DASH, SINGLE, UNITS, length_figure
from parsers.moments.phrase import GAP, When
from parsers.moments.ranges import goes_on_to
from parsers.moments.words import COUNTING, Pattern, entry, led, number_of, unit_of
from parsers.rules import Hit, Rule

ONE = ("", "a", "an", "one", "1")
"""How many of a single unit there are."""
WITHIN = {"less than", "no more than", "fewer than", "at most", "up to"}


def _more(hit: Hit) -> tuple[tuple[Decimal, str], ...]:
    """The larger unit of "two years and three months ago", taken in the same step."""
    count, unit = number_of(led(hit, "n0") or ""), unit_of(led(hit, "unit0"))
    return ((count, unit),) if count is not None and unit is not None else ()


def _ago(hit: Hit, when: When | None = None) -> Candidate | None:
    unit = unit_of(hit["unit"])
    counted = _count(hit)
    if unit is None or counted is None or hit.lead is None:
        return None
    many = led(hit, "n") or ""
    if many.lower() not in ONE and hit["unit"].lower() in SINGLE:
        return _without_article(hit, unit) if when is None else None
    if (
        when is not None
        and isinstance(when.form, Year | Month)
        and (led(hit, "n") or "").lower() in ("a", "an")
    ):
        return None  # "20,000 tonnes a year from 2025", "9,000 barrels a day from October"
    if when is not None and hit["how"].lower() == "from" and goes_on_to(hit.text, when.end):
        return None  # "in the five months from 3 August to 24 December"
    count, said = counted
    if "half" in hit.match.re.groupindex and hit["half"] and count is not None:
        count, said = count + Decimal("0.5"), False
    if "two" in hit.match.re.groupindex and hit["two"]:
        count, said = None, False
    if not said and unit == "year" and "-" in hit.match[0]:
        return None
    form = _shifted(hit, count, unit, when.form if when is not None else None)
    end = when.end if when is not None else hit.end
    figures: tuple[FigureReading, ...] = ()
    if said and count is not None:
        figures = (length_figure(hit, hit.lead.start("n"), count, unit),)
    start = hit.start
    if _is_compared(hit) and hit.lead.start("n") >= 0 and count != 1:
        start = hit.lead.start("n")  # "38% fewer than two years earlier"
    moments = (MomentReading(start=start, end=end, form=form),)
    return hit.candidate(start=start, end=end, figures=figures, moments=moments)


def _without_article(hit: Hit, unit: str) -> Candidate:
    """A time behind a number that is not its own ("versus 305,000 week ago")."""
    start = hit.match.start("unit")
    moment = MomentReading(start=start, end=hit.end, form=_back(unit))
    return hit.candidate(start=start, moments=(moment,))


def _back(unit: str) -> Form:
    return Same("period", -1) if unit == "year" else Shifted(Decimal(1), unit, -1)


def _count(hit: Hit) -> tuple[Decimal | None, bool] | None:
    """How many units, and whether by a number of their own; a vague count is ``None``."""
    said, some = led(hit, "n"), entry("timewords.some", led(hit, "some"))
    if some is not None:
        value = some.get("value")
        return (Decimal(value) if value else None), False
    if (said or "").lower() in ("a", "an", "one", ""):
        return Decimal(1), False
    if hit.lead is not None and led(hit, "either"):
        return None, False
    count = number_of(said or "")
    return (count, True) if count is not None else None


def _is_compared(hit: Hit) -> bool:
    """Whether "more than" says how much more there was than then, and not how long ago that is."""
    about = (led(hit, "about") or "").lower()
    return about.endswith("than") and MORE.search(hit.text, max(0, hit.start - 10), hit.start) is not None


MORE = Pattern(r"(?r)(?:%|\bper ?cent|\bpoints?|illion) \Z")
"""Before what is more than a year ago it was ("0.6% more than a year earlier")."""
YEARS = tuple(map(Decimal, range(2, 11)))
"""How many years earlier the period of the text is meant again ("up from $2 million two years earlier")."""
QUARTER = Pattern(r"(?r)\bquarter\b[^.;\n]{1,90}\Z")
"""Before "a quarter ago", in its sentence: the quarter from which it counts."""
A_YEAR = ((Decimal(1), "year"), (Decimal(12), "month"))


def _shifted(hit: Hit, count: Decimal | None, unit: str, base: Form | None) -> Form:
    how, more = " ".join(hit["how"].lower().split()), _more(hit)
    about = " ".join((led(hit, "about") or "").lower().split())
    ahead = bool(entry("timewords.hence", how)) or how == "from"
    if how == "back":
        how = "ago"
    compared = (
        about.endswith(" than") and MORE.search(hit.text, max(0, hit.start - 10), hit.start) is not None
    )
    if how in ("ago", "earlier", "previously", "before", "prior", "prior to"):
        if (count, unit) in A_YEAR and base is None and (not about or compared):
            return Same("period", -1)
        if how == "earlier" and unit == "year" and count in YEARS and base is None and not (about or more):
            return Same("period", -int(count or 0))
        if how == "ago" and not (unit == "quarter" and QUARTER.search(hit.text, 0, hit.start)):
            return Shifted(count, unit, -1, more=more) if count is not None else Reference("PAST_REF")
        return Shifted(count, unit, -1, base, from_text=base is None)
    if count is not None and about in WITHIN and (base or ahead):
        start = base or Relative("day", 0)
        return Range(start, Shifted(count, unit, 1, start, more=more))
    if ahead:
        return Shifted(count, unit, 1, base, more=more) if count is not None else Reference("FUTURE_REF")
    return Shifted(count, unit, 1, base, from_text=base is None, more=more)


def _bare_ago(hit: Hit) -> Candidate | None:
    """A time behind an amount, without the article ("vs $3.3 mln year ago")."""
    unit = unit_of(hit["unit"])
    return _without_article(hit, unit) if unit is not None else None


_UNIT = r"(?P<unit><<unit>>)(?!\p{L})"
_HOW_MANY = (
    rf"{ABOUT}(?:(?P<n0><<count>>){GAP}(?P<unit0><<unit>>),?{GAP}(?:and{GAP})?)?"
    rf"(?:(?<![\p{{L}}\p{{N}}])(?P<some><<timewords.some>>){GAP}|(?<!\p{{L}})(?P<n>an?){GAP}(?:full{GAP})?|(?:(?P<either><<count>>)(?:{GAP}(?:or|to){GAP}|-))?(?P<n><<count>>){DASH}(?:more{GAP})?)"
)


RULES: tuple[Rule, ...] = (
    rule(
        "relative.ago",
        UNITS,
        rf"{_UNIT}(?P<half>{GAP}and{GAP}a{GAP}half)?(?P<two>{GAP}or{GAP}two)?(?:{GAP}or{GAP}(?:so|more){GAP}|{GAP}|-)"
        r"(?P<how><<timewords.ago|timewords.hence>>|earlier|previously|later|afterwards?|on(?=[.,;])"
        r"|prior(?=[.,;:)]|[\s\u00a0](?:when|as|and)\b)|before(?=[.,;:)]|[\s\u00a0](?:as|because|amid|despite|thanks|due)\b"
        r"|[\s\u00a0](?:it|they|he|she|we|the[\s\u00a0]company)[\s\u00a0]had\b)|back(?=[.,;:]))(?!\p{L})",
        _ago,
        lead=_HOW_MANY,
        needs_lead=True,
        before=(*COUNTING, "timewords.some", "full", "more"),
        examples=(
            ("it was sold two years ago to a rival", "two years ago"),
            ("a fund set up nearly three weeks ago", "nearly three weeks ago"),
            ("profit had doubled a year earlier, it said", "a year earlier"),
            ("several months later it failed", "several months later"),
            ("down from $5 million a year before as costs rose", "a year before"),
            ("up from $5 million a year prior, it said", "a year prior"),
        ),
        rejects=("long ago it was sold", "two years after the merger"),
        rank=1,
    ),
    rule(
        "relative.long_ago",
        ("timeunits.many",),
        rf"<<timeunits.many>>{GAP}ago(?!\p{{L}})",
        lambda _hit: Reference("PAST_REF"),
        examples=(("it was sold decades ago, they said", "decades ago"),),
        rejects=("two decades ago",),
    ),
    rule(
        "relative.from",
        UNITS,
        rf"{_UNIT}{GAP}(?P<how>before|after|from|prior{GAP}to)(?!\p{{L}})",
        dated(GAP, _ago),
        lead=_HOW_MANY,
        needs_lead=True,
        before=(*COUNTING, "timewords.some", "full", "more"),
        examples=(("signed two days before yesterday in Rome", "two days before yesterday"),),
        rejects=("two years after the merger",),
        rank=1,
    ),
    rule(
        "relative.bare_ago",
        ("timeunits.one",),
        rf"{_UNIT}{GAP}(?:ago|earlier)(?=[.,;:)]|\s|\Z)",
        _bare_ago,
        lead=rf"(?<!\p{{L}})(?:m(?:l?n|illion)?|b(?:l?n|illion)?|p(?:er)?c(?:en)?t|cents?|share|euros?|dollars?|yen|%){GAP}",
        needs_lead=True,
        examples=(
            ("* net loss of $3 mln vs loss of $1 mln year ago", "year ago"),
            ("* it was 15 cents month ago, they said", "month ago"),
            ("it rose to $2bn, from $810m year earlier, they said", "year earlier"),
        ),
        rejects=("a share year-ago sales", "they paid 5 mln a year ago"),
        rank=1,
    ),
)
