"""Words of no language that only stand at the beginnings of sentences: they name somebody ("Spotify is")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from parsers.context.names.runs import Run
from parsers.context.rows.words import known, vocabulary
from parsers.lazy import Pattern
from parsers.worded import Worded


def often_first(text: str, runs: Sequence[Run]) -> set[str]:
    """Words of no language that open several sentences, of what "is" or "has" something ("Spotify is")."""
    first = [r for r in runs if r.initial and len(r.words) == 1 and r.words[0][-1] != "s"]
    times = Counter(run.words[0] for run in first)
    often = (
        r
        for r in first
        if (times[r.words[0]] > 1 and IS_ONE.match(text, r.end) is not None)
        or TOLD.match(text, r.end, r.end + REACH) is not None
    )
    seated = {
        r.words[0]
        for r in first
        if IN_PLACE.match(text, r.end, r.end + REACH) is not None and not _is_known(r.words[0].lower())
    }
    return seated | {run.words[0] for run in often if _is_no_word(run.words[0])}


def _is_no_word(word: str) -> bool:
    """Whether a word is none of the language, as far as is known, and is not built like one."""
    low = word.lower()
    return len(low) > SHORT and not _is_known(low) and BUILT.search(low) is None


def _is_known(low: str) -> bool:
    """Whether a word is one of the language."""
    return low in known("everyday.word contextwords.opening contextwords.opener") or low in vocabulary()[0]


IN_PLACE = Pattern(
    r", (?:in|near|outside) (?:(?:the|of|d[eu]) |d['\u2019]|\p{Lu}[\p{L}.'\u2019-]*+ ?){1,5}, (?=\p{Ll})"
)
"""Behind a word that names a site, with its place ("Telden, in Western Australia, produced")."""


SHORT = 3


TOLD = Worded(
    r", (?:which|whose|who|with an?|with its|based|backed|controlled|founded|headquartered|listed"
    r"|owned|registered"
    r"|(?:an?|the) (?:[\p{Ll}-]++ ){0,3}(?:maker|bank|group|company|firm|retailer|insurer|chain))\b"
    r"| (?:overtook|acquired|bought|sued) (?:its |\p{Lu})"
    r"| to <<contextwords.sets_out>>(?!\p{L})"
    r"| (?:<<contextwords.verb|contextwords.expect>>)(?<=s)(?= [^.])"
    r"| (?:CEO|CFO|Q[1-4]|H[12]|FY)(?= )"
)
"""Behind a word that so names somebody, though it stands there once ("Orlin, registered in Jersey,")."""
REACH = 96
"""How many characters behind a word are looked at."""


IS_ONE = Pattern(r" (?:is|has|was|will|says|said|plans|expects)(?!\p{L})")
BUILT = Pattern(r"(?:[ts]ion|ment|ness|ity|ism|ance|ence|ship|hood|ing|age|ure|ery|er|or|ist|al|ly|ed|th)\Z")
"""How words of the language end that name no company."""
