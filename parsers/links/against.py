"""What a change is set against: an earlier time, another level, what something once was."""

from __future__ import annotations

from parsers.lazy import Pattern
from parsers.model import Figure, Kind

SIDE = Pattern(
    r" (?:higher|lower|weaker|stronger|firmer|dearer|cheaper)\b"
    r"(?! than (?:analysts|economists|expected|forecast))"
    r"| (?:(?:more|less|fewer|better|worse|weaker|stronger|larger|smaller|bigger) than"
    r"|above|below|ahead of|behind) "
    r"(?!(?:its|the|\p{Lu}\p{Ll}++['\u2019]s) (?:\p{L}++ )?(?:close|closing price|last trade)\b"
    r"(?! (?:of|at) )"
    r"|previously (?:expected|forecast|estimated|thought|predicted|feared)"
    r"|the (?:[\p{L}'\u2019-]++ ){1,3}?(?:was|were|is|are|had been) (?:prepared|willing|supposed|due)"
    r"|(?:the|an?) [^,;]{0,30}?(?:consensus|estimates|undisturbed|average of analysts"
    r"|(?:state|national|industry|group|sector) average))"
    r"(?:(?:an?|the|its|last|this|in|at|under|he|she|it|they|what|that of|previously) |now\b|before the "
    r"|(?:19|20)\d\d\b|\p{L}++ (?:years|months) (?:ago|earlier|before)\b"
    r"|\p{Lu}\p{Ll}++['\u2019]s )"
)
OF_A_TIME = (
    r"(?:of|in|for) (?:the |early |late )?"
    r"(?:an? (?:year|month)|last|previous|first|\d{4}|\p{Lu}\p{Ll}{2,8}[.,;]|\p{L}++ years)"
)
TIMES_WHAT = Pattern(
    r" (?:(?:the|its)(?: (?:current|present))? [\p{Sc}\d]|\p{Lu}\p{Ll}++['\u2019]s [\p{Sc}\d]"
    r"|(?:that|those) of (?:an?|last|(?:19|20)\d\d\b|the (?:previous|prior|same|year)) ?"
    r"|what (?:it|they) (?:was|were|had been|cost|sold for|fetched) "
    r"|what (?:it|they|he|she|the \p{L}++) (?!had|expected|planned)\p{L}++(?: \p{L}++)? (?:in|an?|last) "
    r"|its (?:\p{Ll}++ )?(?:worth|value|valuation|size|level|price) (?:\p{L}++ \p{L}++ (?:ago"
    r"|earlier)|in \d{4}|last )"
    r"|what (?:\p{L}++ ){1,4}(?:was|were) worth "
    rf"|the (?!deficit|increase|decline|drop|rise|gain)\p{{Ll}}{{3,}} (?:{OF_A_TIME}|recorded|seen"
    rf"|of an? year"
    r"|\p{L}++ years? earlier"
    r"|an? \p{L}++ (?:ago|earlier|before))\b"
    r"|as (?:many|much) as (?:in |a year |last year)"
    r"|(?:last year's|(?:the|its) (?:year-earlier|year-ago|previous|earlier|prior)) )"
)
"""Behind a multiple that tells how far a level before it has come ("$4 billion, twice what it was")."""
ABOVE = Pattern(
    r"(?! below (?:its|the|an?) (?:\p{L}++ )?(?:record|peak|high)\b)"
    r" (?:(?:more|less|fewer|higher|lower|wider|narrower|larger|smaller|better|worse) than"
    r"|above|below|ahead of|behind) "
    r"(?:(?:in|at|under) (?:\p{Lu}|its|the|fiscal|\d{4})|before the |(?:19|20)\d\d\b"
    r"|\p{L}++ (?:years|months) (?:ago|earlier|before)\b|now\b|\p{Lu}\p{Ll}++['\u2019]s |its |(?:the"
    r"|its) [\p{Sc}\d]"
    r"|the (?:low|high|top|bottom|upper|lower) (?:end|half) of (?:its|the) "
    r"|(?:he|she|it|they|the (?:group|company|bank|firm|government)) (?:had|did|was|were)|planned\b"
    r"|previously (?:announced|reported|ordered|planned|agreed|stated)\b"
    r"|the (?:\p{L}++ ){1,3}(?:it|they) (?:replaces?|succeeds?)\b"
    r"|the (?:\p{L}++ )?(?:model|version|one|predecessor)\b"
    r"|that of (?:an?|last|the)\b|an? year|last (?:\p{L}++)|this year|the (?:year|same|comparable"
    r"|previous|earlier|prior|original"
    r"|level|pace|figure|total))"
)


WEAKER = Pattern(r" (?:weaker|stronger|firmer|softer|dearer|cheaper)(?: (?:on|in|at|against)|[,.])")


def is_above(text: str, figure: Figure) -> bool:
    """Whether an amount is told against an earlier time ("12% above a year ago", "twice what it was")."""
    if figure.kind == Kind.MULTIPLE and TIMES_WHAT.match(text, figure.end) is not None:
        return True
    return (ABOVE.match(text, figure.end) or WEAKER.match(text, figure.end)) is not None
