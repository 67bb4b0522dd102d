"""Parts of a day of trading: "in early trading", "at the close", "up 2% on the day"."""

from __future__ import annotations

from parsers.forms import Clock, Form, Relative
from parsers.moments.building import rule
from parsers.moments.phrase import GAP
from parsers.moments.words import entry
from parsers.rules import Hit, Rule


def _session(hit: Hit) -> Form:
    """As in "in early trading", "in afternoon deals": of the day told of, else of the article's."""
    part = entry("calendar.part", hit["part"])
    code = str(part.get("timex")) if part else "MI" if hit["part"] else "DT"
    return Clock(None, part=code, day=Relative("day", 0, base="session"))


def _at_bell(hit: Hit) -> Form:
    """As in "at the close", "in Frankfurt trading"."""
    return Clock(None, part="DT", day=_on_the_day(hit))


def _on_the_day(_hit: Hit) -> Form:
    """As in "up 2% on the day"."""
    return Relative("day", 0, base="session")


GOES_ON = (
    r"(?![\s\u00a0-]{1,3}(?!(?:after|against|amid|and|as|at|because|before|but|by|following|for|from|in|on"
    r"|since|to|when|while|with)(?!\p{L}))\p{L})"
)
"""Behind the words of a session: none of something else that bears its name ("trading revenue")."""
DAYS_OWN = rf"(?!(?:{GAP}in{GAP}\p{{L}}+)?(?:,?{GAP}on)?{GAP}(?:<<weekday_name>>|yesterday|today))"
"""Behind the words of a session: no day, of which they then are."""
SESSION_OF = (
    rf"{GAP}of{GAP}(?:(?:the{GAP})?(?:day|market|session)|business|dealings?|trad(?:e|ing))(?!\p{{L}})"
)


RULES: tuple[Rule, ...] = (
    rule(
        "clock.session",
        ("calendar.part", "timewords.session_part", "calendar.clock"),
        rf"(?:<<timewords.session_part>>{GAP})?(?:(?P<part><<calendar.part|calendar.clock>>){GAP})?"
        rf"(?:(?-i:\p{{Lu}}\p{{Ll}}+|Hong Kong|New York){GAP})?<<timewords.session>>(?!\p{{L}})"
        rf"{DAYS_OWN}(?!{GAP}(?:talks|halls?|rooms?|floors?|hours|systems?|partners?)(?!\p{{L}}))",
        _session,
        lead=rf"(?<!\p{{L}})in{GAP}",
        needs_lead=True,
        after=True,
        before=("in",),
        examples=(
            ("it fell 2% in early trading in Rome", "early trading"),
            ("it rose in afternoon London deals to 40", "afternoon London deals"),
        ),
        rejects=("it is in early trading talks with us", "it fell in early trading Monday", "late deals"),
    ),
    rule(
        "clock.venue",
        ("timewords.session",),
        rf"<<timewords.session>>(?!\p{{L}}){GOES_ON}{DAYS_OWN}",
        _at_bell,
        lead=rf"(?<=(?<!\p{{L}})in{GAP})(?-i:<<parties.place|parties.nationality>>){GAP}",
        needs_lead=True,
        before=("parties.place", "parties.nationality"),
        examples=(("it fell 2% in Frankfurt trading to 40", "Frankfurt trading"),),
        rejects=(
            "profit in European trading operations fell",
            "it fell in London trading on Monday",
            "it leads in trading",
        ),
    ),
    rule(
        "clock.bell",
        ("timewords.session_bell",),
        rf"<<timewords.session_bell>>(?!\p{{L}})(?:{SESSION_OF})?(?!{GAP}of(?!\p{{L}})){GOES_ON}{DAYS_OWN}",
        _at_bell,
        lead=rf"(?<!\p{{L}})(?:at|by|before|after|towards?){GAP}",
        needs_lead=True,
        after=True,
        before=("at", "by", "before", "after", "toward", "towards"),
        examples=(
            ("it stood at $40 at the close in Rome", "the close"),
            ("it was up 2% at the close of trading", "the close of trading"),
            ("it rose 4% before the bell after a bid", "the bell"),
        ),
        rejects=(
            "it is due at the close of the deal",
            "it fell at the close on Friday",
            "at the open door",
            "the close call",
        ),
    ),
    rule(
        "clock.on_the_day",
        ("timewords.session_day",),
        rf"<<timewords.session_day>>(?!\p{{L}})(?!{GAP}(?!(?:against|amid|and|as|at|but|to|with)(?!\p{{L}}))\p{{L}})",
        _on_the_day,
        lead=rf"(?:%|(?<!\p{{L}})(?:per{GAP}?cent|points?|cents?|pence|higher|lower|up|down|firmer|weaker|stronger"
        rf"|softer|unchanged|flat)){GAP}on{GAP}",
        needs_lead=True,
        after=True,
        before=("on",),
        examples=(
            ("it traded 0.4% higher on the day at $61", "the day"),
            ("it closed up 2 cents on the day.", "the day"),
        ),
        rejects=("it fell 2% on the day the bid came", "they met on the day."),
    ),
)
