"""The words of change and what may stand between them and their figure, as patterns."""

from __future__ import annotations

from parsers.digits import GAP, JOIN
from parsers.worded import Worded

_FILL = (
    rf"(?>(?:(?:(?!(?:just{GAP}|well{GAP}|slightly{GAP})?<<directions.crossed>>"
    rf"(?!\p{{L}}))<<modifiers.before>>|only|just|even|another|further|roughly|by|between"
    rf"|sharply"
    rf"|slightly|nearly|almost|a{GAP}(?:mere|further|record|whopping|modest|combined"
    rf"|total{GAP}of)"
    rf"|an{GAP}(?:additional|extra|average{GAP}of|average|annual|annualised|annualized)){GAP}){{0,3}})"
    rf"(?:an?{GAP}(?:\p{{Ll}}[\p{{Ll}}-]{{2,20}}{GAP}){{0,2}})?"
)
# Words between a verb and its amount that open no new clause and name no level.
_BETWEEN = (
    r"(?:(?!(?i:to|at|of|from|and|but|or|while|which|who|that|as|with|than|for|after|when"
    r"|where|because|said|is|was|were|are|has|have|had|<<directions.crossed>>)(?!\p{L}))"
    r"(?:\d{1,2}-\p{L}{3,9}|[\p{L}'\u2019&-]{1,24})[ \u00a0]){0,7}?"
)
# Before "by" they may name what is changed ("cut the price of its 1990 model by 5 percent").
_CHANGED = (
    r"(?:(?!(?i:and|but|or|while|which|who|that|as|with|than|after|when|where|because|said|is|was|were|are"
    r"|has|have|had|<<directions.crossed|directions.comparing>>)(?!\p{L}))"
    r"(?:[\p{L}'\u2019&-]{1,24}|(?:\p{Lu}\.){2,4}|\d{4}(?:-\d{2,4})?)[ \u00a0]){0,11}?"
)
_EDGE = r"(?<![\p{L}\p{N}]|(?<!-)-)"
# The words of change before a figure, each read from its first character on...
_VERB = Worded(rf"(?i){_EDGE}(?P<word><<directions.verb>>|<<directions.act>>)")
_NOUN = Worded(rf"(?i){_EDGE}(?P<word><<directions.noun>>|raises(?= of ))")
_REMOVE = Worded(rf"(?i){_EDGE}(?P<word><<directions.removing>>)")
_COMPARE = Worded(rf"(?i){_EDGE}(?P<word><<directions.comparing>>)")
_MOVE = Worded(
    rf"(?i){_EDGE}(?P<word><<directions.verb>>|"
    r"(?<!(?<!\p{L})<<directions.particled>>\s)<<directions.before>>|(?<=[,;]\s|(?:and|was|were|is|are"
    r"|ended|closed|finished|sales|shares|stock|volume|traffic|output|prices|orders|profits?|earnings"
    r"|exports|imports)\s)<<directions.loose>>)"
)
# ...and what stands between one and its figure.
Before = tuple[Worded, Worded]
"""The word, and what stands behind it up to the figure."""
_UP_TO_IT = rf"{GAP}{_FILL}\Z"
_THAN_EXPECTED = (
    rf"(?:(?:less|more|faster|slower|further){GAP}than|as){GAP}"
    rf"<<contextwords.thought>>,?{GAP}"
)
# What is put in between a change and by how much ("rose, helped by exports, by", "fell again, this time by").
_ASIDE = (
    rf"(?:{GAP}(?:for|in)(?:{GAP}[\p{{L}}'\u2019-]{{1,14}}){{2,7}},{GAP}|(?:{GAP}\p{{Ll}}{{2,12}})?,{GAP}"
    r"(?!(?:and|as|but|nor|or|so|that|though|when|which|while|who|with)(?!\p{L}))"
    rf"[^,;.\d]{{3,60}},?{GAP})"
)
_ONLY = rf",{GAP}(?:(?:but|albeit|if|though){GAP}(?:only{GAP}|just{GAP})?)?"
"""Between a change and by how much, behind a comma ("slipped, by 2%", "rose, but only by 2%")."""
MOVES = (_MOVE, Worded(rf"(?i)(?:{GAP}\p{{Ll}}{{2,12}}ly)?{_UP_TO_IT}"))
ACTS = (_VERB, Worded(rf"(?i){_UP_TO_IT}"))
BY = (
    _VERB,
    Worded(
        rf"(?i)(?:{GAP}{_CHANGED}(?:(?:as{GAP}well|[\p{{L}}\d\u2019'-]{{1,24}}),{GAP}|{_THAN_EXPECTED})?|{_ASIDE}|{_ONLY})"
        rf"by{_UP_TO_IT}"
    ),
)
PASSIVE = (
    Worded(rf"(?i)(?<=(?<!\p{{L}})(?:be|been|being|was|were){GAP})(?P<word><<directions.act>>)"),
    Worded(rf"(?i){_UP_TO_IT}"),
)
"""What is done to an amount ("earnings will be reduced $40 million")."""
OBJECT = (_VERB, Worded(rf"(?i){GAP}{_BETWEEN}{_FILL}\Z"))
OF = (_NOUN, Worded(rf"(?i)(?:{GAP}(?:rate|rates))?{GAP}(?:of|by){_UP_TO_IT}"))
LEVEL = (
    _NOUN,
    Worded(
        rf"(?i)(?:{GAP}(?:rate|rates))?{GAP}(?:is|was|were|(?:will|would){GAP}(?:be|have{GAP}been)|has{GAP}been"
        rf"|at|averaged|reached|hit|between|in{GAP}the{GAP}range{GAP}of){_UP_TO_IT}"
    ),
)
# What the moves of a longer time make in all ("extending its decline this year to 23 percent").
IN_ALL = (
    _NOUN,
    Worded(
        rf"(?i)(?:{GAP}(?:so{GAP}far{GAP})?(?:(?:for|in|on|over|since|during){GAP})?[\p{{L}}\d.'\u2019-]{{3,9}}"
        rf"(?:{GAP}[\p{{L}}\d.-]{{3,9}})?)?{GAP}to{_UP_TO_IT}"
    ),
)
ADDS_UP = Worded(
    rf"(?i){_EDGE}(?:extend|bring|trim|par|widen|narrow|tak|push|shav)ing{GAP}"
    rf"(?:[\p{{L}}\d'\u2019-]{{2,9}}{GAP}){{1,3}}?\Z"
)
RATE = (
    _VERB,
    Worded(
        rf"(?i)(?<!lower(?={GAP}at{GAP})){GAP}(?:\p{{Ll}}{{2,12}}ly{GAP})?(?:(?:at{GAP}(?:the{GAP}|an?{GAP})?"
        rf"|(?:in|into){GAP}(?:(?:the|an?){GAP}(?=(?:[\p{{L}}-]{{2,20}}{GAP}){{0,4}}?(?:rate|pace|clip){GAP}of))?)"
        rf"(?:(?:[\p{{L}}-]{{2,20}}{GAP}){{0,4}}?(?:rate|pace|clip){GAP}of{GAP})?){_FILL}\Z"
    ),
)
CHANGES = (
    "directions.verb|directions.act|directions.before|directions.loose|directions.noun|directions.removing"
)
"""One of these begins each of them."""
# A rate with an owner is a level ("raised its 5% stake").
HELD = Worded(rf"(?i)(?:['\u2019]s|(?<!\p{{L}})(?:its|their|his|her|our|the|an?)){GAP}\Z")
# What stands behind it.
NAMED = Worded(
    rf"(?i)(?:{GAP}|-)(?:an?-\p{{L}}++{GAP}|(?:a|per){GAP}(?:barrel|ton|tonne|ounce|share|bushel|pound|gallon){GAP})?(?:(?!(?:<<nouns.stop>>|and|but)"
    rf"(?!\p{{L}}))\p{{L}}[\p{{L}}\u2019'-]{{1,20}}{GAP}){{0,3}}?(?P<word><<directions.noun>>)"
    rf"(?![\p{{L}}\p{{N}}-]|{GAP}due\b)"
)
SIDE = Worded(
    rf"(?i){GAP}(?P<word><<directions.side>>)(?![\p{{L}}\p{{N}}-])"
    rf"(?!{GAP}(?:to|from|front|(?:full{GAP})?fees)(?!\p{{L}}))"
)
# A rate that stands before the old amount ("25% down from $14 million").
FROM_MONEY = Worded(rf"(?i){GAP}(?P<word>up|down){GAP}(?:from|on){GAP}(?:the{GAP})?\p{{Sc}}")
_THEN = (
    rf"(?:a{GAP}(?:year|month|week|quarter){GAP}(?:ago|earlier|before)|(?:last|the{GAP}(?:previous|prior|preceding"
    rf"|year-earlier|year-ago)){GAP}(?:year|month|week|quarter|period|level|pace|figure)"
    rf"|(?:the{GAP})?year-(?:earlier|ago){GAP}\p{{Ll}}|(?:in{GAP})?(?:<<calendar.month|calendar.month_word>>|(?:19|20)\d\d)(?!\p{{L}}))"
)
# An amount by which something is more or less than at another time ("9,000 more than in May").
THAN_THEN = Worded(
    rf"(?i){GAP}(?P<word>more|less|fewer|higher|lower){GAP}than{GAP}"
    rf"(?:(?:it|they|the{GAP}level){GAP}(?:was|were|of){GAP})?{_THEN}"
)
# The same of a rate ("63% above the level of a year ago").
PAST = Worded(
    rf"(?i){GAP}(?P<word>above|below|behind){GAP}(?:(?:the|its|their){GAP}(?:level|pace|total|figure|rate|number)s?"
    rf"{GAP}(?:of|in){GAP})?{_THEN}"
)
# What is done to jobs behind their number ("as many as 300 jobs will be lost").
ENDED = Worded(
    rf"(?i){GAP}(?:(?:will|would|could|may|might|are{GAP}to|were{GAP}to){GAP})?"
    rf"(?:(?:be|were|was|have{GAP}been|had{GAP}been|being){GAP})(?:\p{{Ll}}{{3,12}}ly{GAP})?(?P<word>lost|cut|axed|shed|slashed)(?!\p{{L}})"
)
TWIN_BETWEEN = Worded(
    rf"(?i)(?P<comma>,)?{GAP}or{GAP}(?:<<modifiers.before>>{GAP})?[\d.]{{1,6}}(?:[^\S\n]?%|{GAP}per{GAP}?cent)"
    r"(?(comma),)"
)
# Behind a price ("at $19.80, a gain of 35 cents") these are a change of it.
MOVED = Worded(
    rf"(?i),?{GAP}(?:or{GAP}(?:about{GAP})?[\d.]{{1,6}}(?:[^\S\n]?%|{GAP}per)|,?{GAP}to{GAP}\p{{Sc}}?\d)"
)
# What is put to something else is an amount of its own ("added $20 million to its offer"), unless that is a
# reserve or the level is told too ("added $20 million to its offer, bringing it to $90 million").
PUT_TO = Worded(
    rf"(?i){GAP}to{GAP}(?!(?:[\p{{L}}'\u2019-]{{1,24}}{GAP}){{0,6}}(?:reserves?|provisions?|allowances?)(?!\p{{L}}))(?!(?:close|finish|end|settle|trade|stand|reach|hit|total)(?!\p{{L}}))\p{{L}}"
    rf"(?![^.;]{{0,140}},{GAP}(?:<<directions.act|directions.verb>>|bringing|taking|pushing){GAP}"
    rf"[^.;]{{0,60}}{GAP}to{GAP}\p{{Sc}}?\d)"
)
# Behind what is told to change, with no word between: "reduced results $40 million", "raised costs $5 a ton".
RESULT = (
    _VERB,
    Worded(
        rf"(?i){GAP}(?:(?!(?:to|at|of|from|and|but|or|by|for|with|on)(?!\p{{L}}))"
        rf"[\p{{L}}'\u2019-]{{1,24}}{GAP}){{0,5}}?"
        rf"(?:results|earnings|profits?|income|revenues?|sales|costs|expenses|prices?)"
        rf"{GAP}(?:(?:<<modifiers.before>>|another){GAP})?\Z"
    ),
)
# Behind an amount: what is so large, which is raised or cut itself ("raised its initial $55-a-share offer").
THING = Worded(
    rf"(?:(?:{GAP}an?|{GAP}per|-a){JOIN}\p{{L}}++)?{JOIN}"
    rf"(?!(?:to|by|from|a|an|per|and|or|in|on|at|for|this|last|next|after|before|with|as|when|while|since|through|due)\b)"
    rf"\p{{Ll}}{{3,}}+(?!ly\b)"
)
# The same of anything that somebody has: "raised its dividend 20 cents a share".
ITS = (
    _VERB,
    Worded(
        rf"(?i){GAP}(?:its|their|his|her){GAP}"
        rf"(?:(?!(?:to|at|of|from|and|but|or|by|for|with|on)(?!\p{{L}}))[\p{{L}}'\u2019-]{{1,24}}{GAP}){{1,5}}"
        rf"(?:(?:<<modifiers.before>>|another){GAP})?\Z"
    ),
)
# What is eliminated of a balance sheet is gone from it; jobs and the like are told as things.
REMOVED = (_REMOVE, Worded(rf"(?i){GAP}(?:(?:<<modifiers.before>>|another){GAP})?\Z"))
TO = Worded(rf",?{GAP}to{GAP}\p{{Sc}}?\d")  # "raised its dividend 5 cents, to 30 cents"
SHORT = Worded(rf"(?i){GAP}(?:short|shy){GAP}of(?!\p{{L}})")  # how far from a level, not how much it moved
APPOSED = Worded(
    rf"(?i)\G(?:{GAP}(?:an?|per){GAP}\p{{L}}{{1,12}})?,{GAP}(?:(?:logging|marking|posting|recording|registering|showing){GAP})?"
    rf"an?{GAP}(?:\p{{Ll}}{{2,12}}{GAP})?(?:gain|loss|advance|rally|(?P<cut>cut|raise)){GAP}of{GAP}\Z"
)
COMPARING = (_COMPARE, Worded(rf"(?i){GAP}{_CHANGED}by{_UP_TO_IT}"))
