"""The time behind an old value, which tells that it is one ("$5 million a year earlier")."""

from __future__ import annotations

from parsers.lazy import Pattern
from parsers.links.worded import Worded

IN_THE_PAST = Pattern(
    r"(?: (?!that\b)[\p{L}'\u2019-]++){0,4}?,? "
    r"(?:(?:an?|one|the) (?:year|quarter|month|week|day),? (?:ago|earlier|before)"
    r"|last (?:year|quarter|month|week)|(?:in|for) (?:the )?(?:\p{L}++ (?:of )?)?(?:19|20)\d\d"
    r"|of (?:the )?(?:\p{Lu}\p{Ll}++ )?\d{4}s?|previously|prior(?=\))"
    r"|of the (?:first|second|third|fourth|final) (?:quarter|half)"
    r"|in the (?:first|second|third|fourth|final)(?: (?:quarter|half)|(?= ?[.,;]))"
    r"|(?:(?:in|of|for|during) )?the (?:previous|prior|preceding|year-earlier|year-ago|prior-year) \p{L}++"
    r"|on \p{Lu}\p{Ll}{2,6}day|(?:of|in|during|for) the same \p{L}++|of an? \p{L}++ (?:earlier|ago|before)"
    r"|(?:first|originally|initially|previously) (?:reported|announced|stated))\b"
)
AT_A_TIME = Pattern(
    r" (?:it|he|she|they) \p{L}++ (?:last|the) (?:year|time|quarter|month)\b"
    r"| (?:an? \p{L}++|last|in|at|on|the|\p{L}++ \p{L}++) (?:\p{L}++ )?"
    r"(?:ago|earlier|before|month|year|\d{4})\b| in (?:late |early )?\p{Lu}\p{Ll}{2,8}\b"
    r"| for (?:19|20)\d\d\b"
    r"| (?:in|for|during) the (?:\p{L}++ ){1,2}(?:quarter|half|period|months)\b"
    r"| in the (?:first|second|third|fourth|final) ?[.,;]"
    r"| (?:at|on|as of) \p{Lu}\p{Ll}{2,8}\.? \d{1,2}\b"
    r"| in the (?:previous|prior|preceding) "
    r"| in the (?:year|quarter|month|half|\p{L}++ months) (?:to|ended|through|until) "
)


IN_A_MONTH = Pattern(
    r"(?: (?!ceiling|limit|quota|target|goal)\p{Ll}++){0,3} (?:in|for|of) (?:early |late )?"
    r"(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)\b"
)
"""Behind a value set beside one of another month ("slower than the 6.1 percent recorded in June")."""


def past_noun(text: str, end: int) -> int:
    """Where the noun behind a change ends ("a 1.7% advance in March"), or the change itself."""
    noun = NOUN.match(text, end)
    return end if noun is None else noun.end()


NOUN = Worded(r" (?:<<directions.noun>>)\b")
