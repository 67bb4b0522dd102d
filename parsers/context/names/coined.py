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
        or ASIDE.match(text, r.end, r.end + REACH) is not None
        or INNER.search(r.words[0]) is not None
    )
    seated = {
        r.words[0]
        for r in first
        if IN_PLACE.match(text, r.end, r.end + REACH) is not None and not _is_known(r.words[0].lower())
    }
    alone = (run for run in runs if run.initial and len(run.words) == 1)
    headed = {r.words[0] for r in alone if OFFICER.match(text, r.end, r.end + REACH) is not None}
    seated |= {word for word in headed if not _is_known(word.lower())}
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


OFFICER = Worded(
    r" (?:<<parties.heads>>)(?: (?:and|&) (?:<<parties.heads>>))?(?: \p{Lu}[\p{L}.'\u2019-]*+){2,3}[ ,]"
)
"""Behind a company that opens a sentence: one of its officers ("Orlin chief executive Petra Vogel said")."""
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
ASIDE = Worded(
    r"(?:(?:(?P<aside>, (?!(?:and|or|but|as|when|while|if) )[^.;:!?\n\"\u201c\u201d]{2,70}?,)| alone)"
    r"(?: <<parties.slipped>>)?)?"
    r" (?:(?:<<directions.verb|metrics.verb|contextwords.have|contextwords.say|contextwords.expect>>"
    r"|<<contextwords.modal>>|is|was|went|won|let|\p{Ll}{2,10}ed)(?!\p{L})"
    r"|(?(aside)\p{Ll}{2,10}[^s\P{L}]s (?:an?|the|its|about|more|nearly|over|some|\p{Sc}?\d)(?!\p{L})|(?!)))"
)
"""Behind a word that names somebody: what it does, behind what is put in ("Orlin, hit by recalls, cut")."""
INNER = Pattern(r"\p{Ll}\p{Lu}\p{Ll}")
"""A capital inside a word, which no word of the language has ("SoundCloud")."""
REACH = 96
"""How many characters behind a word are looked at."""


IS_ONE = Pattern(r" (?:is|has|was|will|says|said|plans|expects)(?!\p{L})")
BUILT = Pattern(r"(?:[ts]ion|ment|ness|ity|ism|ance|ence|ship|hood|ing|age|ure|ery|er|or|ist|al|ly|ed|th)\Z")
"""How words of the language end that name no company."""
