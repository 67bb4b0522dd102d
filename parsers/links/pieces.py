"""Pieces of the patterns that tell how figures hang together."""

from __future__ import annotations

from parsers.links.worded import Cued

HEDGES = (
    r"about|approximately|around|roughly|some|nearly|almost|or|i\.e\.|"
    r"equal to|equivalent to|currently|between|up to|as much as|more than|less than|at least|only|just|"
    r"close to|just over|just under|a little over|well over|over|under|an estimated|exactly|precisely|fully"
    r"|slightly (?:more|less) than|a (?:bit|little) (?:more|less) than|little more than|well under"
    r"|an? (?:mere|net|gross|revised|combined)"
    r"|barely"
)
HEDGE = rf"(?>(?:(?:{HEDGES}) )*)~?+"

PUT_IN = Cued(
    r"(?i)\b(?:put(?:s|ting)?(?: (?:in|up))?|(?:chip|kick)(?:s|ped|ed|ping|ing)? in|invest(?:s|ed|ing)?"
    r"|contribut(?:es|ed|ing|e)|commit(?:s|ted|ting)?|provid(?:es|ed|ing|e)) "
    rf"(?:a further |another |between them |a combined |a total of )?{HEDGE}$",
    "put",
    "chip",
    "kick",
    "invest",
    "contribut",
    "commit",
    "provid",
)
"""Before what an investor gives ("Calder, which put in $60 million")."""

AT_TIME = (
    r" (?:at|by) the end of (?:\p{Lu}\p{Ll}{2,9}|(?:last|the) \p{Ll}++)"
    r"| (?:in|at|for) (?:early |late |mid-)?\p{Lu}[\p{Ll}.]{2,9}(?: \d{1,2})?(?:, \d{4})?| in (?:the )?\d{4}"
    r"| (?:last|this) (?:year|quarter|month|week)| overnight| yesterday| today"
    r"| (?:in|during|for|over) (?:the|its|their) (?:[\p{L}\d-]++ ){0,5}"
    r"(?:year|quarter|months?|weeks?|half|period)"
    r"(?: of (?:the year|(?:19|20)\d\d))?"
    r"(?: (?:ending|ended|to|through) (?:in )?\p{Lu}[\p{L}.]{2,9}(?: \d{1,2})?(?:, \d{4})?)?"
)
"""A time that an amount may have behind it, before it is said again ("6.4% in May, or 11 million people")."""


OF_RESULT = r"(?:figure|level|loss|number|profit|result|revenues?|sales|total|turnover) of"
TIME_OWNS = (
    r"(?:(?:last|this) (?:year|quarter|month|week)|the (?:previous|prior|preceding) \p{L}++"
    r"|the (?:first|second|third|fourth) (?:quarter|half)|(?:19|20)\d\d|a year (?:ago|earlier)"
    r"|yesterday|(?:(?:last|the previous) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)"
    r"(?: (?:19|20)\d\d)?)['\u2019]s"
)
"""A time gone by that owns a value ("less than last year's 7 million", "faster than April's 8.3%")."""
WORDS = r"(?:(?!to )[\p{L}'\u2019.-]++ )"
NAMED = r"(?:(?!to )[\p{L}\d'\u2019.-]++ )"
"""A word that may be a name with digits ("of its NC-90 cathodes")."""
VERBS = "directions.verb|contextwords.be|contextwords.have"
NO_VERBS = (
    r"(?:(?:available|attributable|applicable) to "
    rf"|(?!(?:to|and|or|offsetting|<<{VERBS}>>) )[\p{{L}}'\u2019.-]++ )"
)
