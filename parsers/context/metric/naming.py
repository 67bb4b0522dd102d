"""The words of a metric as they are shown, and the name that it has under several words."""

from __future__ import annotations

from functools import lru_cache

from parsers import lexicon
from parsers.model import Phrase
from parsers.worded import Worded

TIME_WORD = Worded(
    r"(?i)^(?:a-\p{L}+|biggest|largest|sharpest|steepest|<<contextwords.time_word>>|current(?![ -]account)"
    r"|flat(?= (?:revenues?|sales|turnover|profits?|earnings|income|volumes?|output)\b)|"
    r"(?:first|second|third|fourth)-quarter|(?:first|second)-half|(?:six|nine)-month|[\p{L}-]++ed)\s+"
)
KEEP = Worded(r"(?i)^<<contextwords.kept_participle>>\b")
ACTS = Worded(
    r"(?i)^.*\b(?:<<contextwords.acts_on>>|list(?:s|ing)(?! (?:price|fee|cost)s?\b)"
    r"|<<contextwords.foreseers>> forecasts?) (?=\S)"
    r"|^limit(?:s|ing)? (?=\S+ \S)"
    r"|^(?:be(?:gins?|gun|gan|ginning) |start(?:s|ed|ing) )?offering "
    r"(?!(?:price|cost|size|expense|proceeds|circular|document)s?\b)(?=\S+ \S)"
)
"""What somebody does to a metric, before it ("higher premiums help boost net income")."""


SHOWS = Worded(r"(?i)^(?:<<contextwords.showing>>) (?=\S)")
"""What a report does to a metric, before it ("a report due on Friday to show retail sales")."""
WHY = Worded(r"(?i)^(?:\p{L}+ly )?(?:how|when|where|why) (?=\S)")
"""Words of a question before a metric ("precisely why confidence declined")."""


def trimmed(phrase: Phrase) -> Phrase:
    """The phrase without words of time and praise at its front, and without what is done to it."""
    text = phrase.text
    if " " in text and (acts := ACTS.match(text)) is not None:
        text = text[acts.end() :]
    for before in (WHY, SHOWS):
        if " " in text and (told := before.match(text)) is not None:
            text = text[told.end() :]
    while (lead := TIME_WORD.match(text)) is not None and not (KEEP.match(text) or _is_term(text)):
        text = text[lead.end() :]
    return Phrase(phrase.end - len(text), phrase.end, text)


def _is_term(words: str) -> bool:
    """Whether a word of time belongs to the name of a metric ("annual recurring revenue")."""
    return words.lower().startswith("annual") and bool(lexicon.find("metrics.noun", words))


@lru_cache(maxsize=2048)
def headed(words: str) -> tuple[str, str | None]:
    """The words before the head of a metric, and the name of the head; none where none is known."""
    pieces = words.split()
    for start in range(len(pieces)):
        for name in ("metrics.noun", "metrics.verb", "metrics.making"):
            found = lexicon.find(name, " ".join(pieces[start:]))
            if found:
                return " ".join(pieces[:start]), found[0].id
    return words, None


def canonical(words: str) -> str | None:
    """The name of a metric that is the same under several words ("turnover" is revenue)."""
    return headed(words)[1] or words.lower() or None
