"""Numbers of places: addresses, roads, postcodes ("221 Baker Street", "on US 101", "SE1 9GF"); no figures."""

from __future__ import annotations

from parsers.anchors import Digits
from parsers.digits import END, GAP
from parsers.figures.capitals import COUNTED, NO_AMOUNT, inner, whole
from parsers.mentions import Candidate
from parsers.rules import DIGIT, Hit, Rule
from parsers.worded import worded

_ALONE = r"(?<![\p{L}\p{N}$\u20ac\u00a3\u00a5.,/-])"


_ON = rf"(?<!\p{{L}})(?i:on|along|off|via|near|onto|down|up|crossing|closed|where|and|from|of){GAP}"


def _road(hit: Hit) -> Candidate | None:
    """A numbered road of America, unless the number counts what stands right behind it."""
    if worded(
        rf"{GAP}(?:(?!<<nouns.stop|nouns.singular>>{END})\p{{L}}{{3,16}}(?<!ed)(?:(?<![siu])s"
        rf"|(?<=people|men|women|children|staff))|<<timeunits.one>>){END}"
    ).match(hit.text, hit.end):
        return None
    assert hit.lead is not None
    return hit.candidate(start=hit.lead.start() + hit.lead[0].rindex("U", 0, hit.lead[0].rindex("S")))


RULES = (
    Rule(
        name="place.road",
        starts=(DIGIT,),
        pattern=rf"[0-9]{{1,3}}[A-Z]?(?![\p{{L}}\p{{N}}%-]|[.,]\d){NO_AMOUNT}",
        lead=rf"(?:{_ON}|(?<=(?:\A|\n|[.!?][\u00a0 ])))(?:US|U\.S\.)[\u00a0 -]",
        needs_lead=True,
        read=_road,
        rank=1,
        digits=Digits(count=(1, 2, 3), before=" -"),
        examples=(("traffic on US 101 slowed", "US 101"), ("US 101 faced delays", "US 101")),
        rejects=("of US 300 companies", "US 30 people", "in the US 101 people left", "U.S. 10-year yields"),
    ),
    Rule(
        name="place.address",
        starts=(DIGIT,),
        pattern=(
            rf"[0-9]{{1,5}}\p{{L}}?(?:{GAP}(?:[NSEW]\.?(?!\p{{L}})|(?:of|the|de|la)"
            rf"|\p{{Lu}}[\p{{L}}'\u2019.]+|[0-9]{{1,3}}(?:st|nd|rd"
            rf"|th))){{1,3}}?{GAP}<<names.street>>{END}(?!{COUNTED})"
        ),
        peek=rf"[0-9]{{1,5}}\p{{L}}?(?:{GAP}[\p{{L}}\d'\u2019.]+){{1,3}}?{GAP}<<names.street>>{END}",
        lead=_ALONE,
        needs_lead=True,
        read=inner,
        rank=1,
        digits=Digits(count=(1, 2, 3, 4, 5), then=" Aa"),
        examples=(
            ("its office at 221 Baker Street opened", "221 Baker Street"),
            ("at 350 Fifth Avenue in town", "350 Fifth Avenue"),
        ),
        rejects=("about 40 Wall Street analysts said", "it owns 12 stores on Oxford Street"),
    ),
    Rule(
        name="place.postcode",
        starts=("names.state",),
        pattern=r"<<names.state>>[ \u00a0](?P<n>[0-9]{5}(?:-[0-9]{4})?)(?![\p{L}\p{N}]|[.,]\d)",
        lead=r"(?<=,[ \u00a0]?)",
        needs_lead=True,
        read=whole,
        rank=1,
        examples=(("in Springfield, IL 62704 they", "IL 62704"),),
        rejects=("in Springfield, IL they hired 62704", "the plant in MA 10000 people"),
    ),
    Rule(
        name="place.postcode_letters",
        starts=(DIGIT,),
        digits=Digits(count=(1,), before=" ", then="A"),
        pattern=r"[0-9][A-Z]{2}(?![\p{L}\p{N}])",
        lead=r"(?<![\p{L}\p{N}])[A-Z]{1,2}[0-9][A-Z0-9]?[\u00a0 ]",
        needs_lead=True,
        read=whole,
        rank=1,
        examples=(("its address is SE1 9GF there", "SE1 9GF"),),
        rejects=("it made 9GW there",),
    ),
)
