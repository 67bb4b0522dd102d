"""Who is named only once, in passing: a sentence on, a text speaks again of the one that it is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from parsers.context.names.parties import Names
from parsers.context.rows.words import Name, known
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.model import Phrase, Span
from parsers.text import BULLET, START
from parsers.values import replace

NEAR = 40
"""Within how many characters of its beginning a paragraph names the one that it is about."""
FAR = 4000
"""More characters than this no paragraph has, of which the next one goes on to tell."""
ABOUT = 3
"""How often the one is named at least that a text is about, beside whom others come in in passing."""
AT_HEAD = Pattern(rf"\s*(?:{BULLET}\s*)?[\"\u201c]?(?:(?:But|And|Meanwhile|Rival|The),? )?(?:the )?")
"""Before a name that a sentence begins with."""

THE = Pattern(r"\b[Tt]he (?P<what>\p{Ll}{3,24})")
ANY = ("company", "firm", "group")
"""Words for any company."""


class Passing:
    """The parties of a text that are named once, beside one that it is about."""

    def __init__(self, text: str, sentences: Sequence[Span], names: Names) -> None:
        self._text = text
        self._sentences = sentences
        self._names = names
        self._times = Counter(n.party for n in names.found if n.tag == "N")

    def returned(self, topic: Topic, at: int) -> Topic:
        """The topic where a sentence begins: whoever came in only once is no longer spoken of there."""
        main = topic.main
        if main is None or self._often(main) < ABOUT:
            return topic
        now, company = topic.now, topic.company
        if now is not None and self._is_over(now, at) and not self._leads(now, main, at):
            now = main
        if company is not None and self._is_past(company, at) and not self._leads(company, main, at):
            company = main
        return (
            topic
            if now is topic.now and company is topic.company
            else replace(topic, now=now, company=company)
        )

    def has_led(self, company: Phrase, main: Phrase, at: int) -> bool:
        """Whether a paragraph that ends at an offset began with one, and has not named the main party."""
        if at - company.start > FAR:
            return False
        low = max(0, company.start - FAR)
        first = max(low, self._text.rfind("\n", low, company.start) + 1)
        paragraphs = self._text[company.start : at].split("\n")
        alone = sum(bool(each.strip()) for each in paragraphs) == 1
        named = [name for name in self._named(first, company.start + 1) if name.tag == "N"]
        begins = all(self._is_same(company, name) for name in named)
        begins = begins and bool(named) and named[0].start - first <= NEAR
        led = alone and (begins or AT_HEAD.fullmatch(self._text, first, company.start) is not None)
        return led and not any(self._is_same(main, name) for name in self._named(company.end, at))

    def tells_apart(self, topic: Topic, at: int) -> bool:
        """Whether the paragraph that ends at an offset is about another than the main party, not named in it.

        Nor does it by a word for a company of its own ("Orlin, which owns a third of the airline").
        """
        company, main = topic.company, topic.main
        if company is None or main is None or company.text in topic.tellers | topic.asides:
            return False
        end = len(self._text[:at].rstrip())
        first = self._text.rfind("\n", 0, end) + 1
        named = self._named(first, end)
        if any(self._is_same(main, name) for name in named) or not any(
            self._is_same(company, name) for name in named
        ):
            return False
        meant = (hit["what"] for hit in THE.finditer(self._text, company.end, at))
        return not any(what in known("parties.descriptor") and what not in ANY for what in meant)

    def _leads(self, phrase: Phrase, main: Phrase, at: int) -> bool:
        """Whether a paragraph that still goes on is about one: it begins with it, and names no main party."""
        first = self._text.rfind("\n", 0, phrase.start) + 1
        if self._text.find("\n", phrase.start, at) >= 0:
            return False
        if AT_HEAD.fullmatch(self._text, first, phrase.start) is None:
            return False
        return not any(self._is_same(main, name) for name in self._named(phrase.end, at))

    def _named(self, start: int, end: int) -> Sequence[Name]:
        """The names between two offsets."""
        names = self._names.found
        return names[bisect_left(names, start, key=START) : bisect_left(names, end, key=START)]

    def _is_same(self, phrase: Phrase, name: Name) -> bool:
        """Whether a name is that of a party."""
        at = bisect_left(self._names.found, phrase.start, key=START)
        return at < len(self._names.found) and self._names.found[at].party == name.party

    def _often(self, phrase: Phrase) -> int:
        """How often one is named; 0 for what is no name of a company."""
        at = bisect_left(self._names.found, phrase.start, key=START)
        name = self._names.found[at] if at < len(self._names.found) else None
        return self._times[name.party] if name is not None and name.start == phrase.start else 0

    def _is_past(self, phrase: Phrase, at: int) -> bool:
        """Whether one was named once, before the sentence that ends at an offset."""
        if self._often(phrase) != 1:
            return False
        behind = bisect_right(self._sentences, phrase.start, key=START)
        return behind < len(self._sentences) and self._sentences[behind].start < at

    def _is_over(self, phrase: Phrase, at: int) -> bool:
        """Whether one was named once, before the last sentence or in the course of it."""
        if self._often(phrase) != 1:
            return False
        span = self._sentences[bisect_right(self._sentences, phrase.start, key=START) - 1]
        return self._is_past(phrase, at) or AT_HEAD.fullmatch(self._text, span.start, phrase.start) is None
