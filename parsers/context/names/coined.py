"""Words of no language that only stand at the beginnings of sentences: they name somebody ("Spotify is")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from parsers.context.names.runs import Run
from parsers.context.rows.words import known, vocabulary
from parsers.lazy import Pattern
from parsers.worded import Worded


def often_first(text: str, runs: Sequence[Run], does: Callable[[str, int], bool]) -> set[str]:
    """Words of no language that open several sentences, of what "is" or "has" something ("Spotify is").

    ``does`` tells whether a verb stands at a place of the text.
    """
    alone = [r for r in runs if r.initial and len(r.words) == 1 and not _is_known(r.words[0].lower())]
    first = [r for r in alone if r.words[0][-1] != "s"]
    told = (r for r in first if IN_PLACE.match(text, r.end, r.end + REACH) is not None)
    headed = (r for r in alone if OFFICER.match(text, r.end, r.end + REACH) is not None)
    times = Counter(run.words[0] for run in first)
    often = (
        r
        for r in first
        if not _is_built(r.words[0].lower())
        and (
            (times[r.words[0]] > 1 and IS_ONE.match(text, r.end) is not None)
            or TOLD.match(text, r.end, r.end + REACH) is not None
            or _acts_aside(text, r.end, does)
            or INNER.search(r.words[0]) is not None
        )
    )
    return {run.words[0] for runs in (told, headed, often) for run in runs}


def _is_built(low: str) -> bool:
    """Whether a word is built like one of the language."""
    return len(low) <= SHORT or BUILT.search(low) is not None


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
PUT_IN = Pattern(r", (?!(?:and|or|but|as|when|while|if) )[^.;:!?\n\"\u201c\u201d]{2,70}?(?=,)")
MORE = Pattern(r"[^.;:!?\n\"\u201c\u201d,]{1,60}(?=,)")
"""What is put in behind a name, between commas, and what goes on of it."""
DONE = Pattern(
    r" (?:(?:now|also|still|already|recently|later|never) )?(?:is|was|went|won|let|\p{Ll}{2,10}ed)(?!\p{L})"
)
MAKES = Pattern(r" \p{Ll}{2,10}[^s\P{L}]s (?:an?|the|its|about|more|nearly|over|some|\p{Sc}?\d)(?!\p{L})")
"""What somebody does, by its form; so only behind what is put in: "Orlin, in turn, makes 40 cars"."""


def _acts_aside(text: str, end: int, does: Callable[[str, int], bool]) -> bool:
    """Whether behind a word, or what is put in behind it, it acts ("Orlin, hit by recalls, cut")."""
    if text.startswith(" alone", end):
        return does(text, end + 6) or DONE.match(text, end + 6) is not None
    if does(text, end) or DONE.match(text, end) is not None:
        return True
    hit = PUT_IN.match(text, end, end + REACH)
    while hit is not None:
        at = hit.end() + 1
        if does(text, at) or DONE.match(text, at) is not None or MAKES.match(text, at) is not None:
            return True
        hit = MORE.match(text, at, end + REACH)
    return False


INNER = Pattern(r"\p{Ll}\p{Lu}\p{Ll}")
"""A capital inside a word, which no word of the language has ("SoundCloud")."""
REACH = 96
"""How many characters behind a word are looked at."""


IS_ONE = Pattern(r" (?:is|has|was|will|says|said|plans|expects)(?!\p{L})")
BUILT = Pattern(r"(?:[ts]ion|ment|ness|ity|ism|ance|ence|ship|hood|ing|age|ure|ery|er|or|ist|al|ly|ed|th)\Z")
"""How words of the language end that name no company."""
