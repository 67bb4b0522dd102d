"""Who is named only once, in passing: a sentence on, a text speaks again of the one that it is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from parsers.context.names.parties import Names
from parsers.context.subject.topic import Topic
from parsers.lazy import Pattern
from parsers.model import Phrase, Span
from parsers.text import START
from parsers.values import replace

ABOUT = 3
"""How often the one is named at least that a text is about, beside whom others come in in passing."""
AT_HEAD = Pattern(r"[\"\u201c]?(?:(?:But|And|Meanwhile|Rival|The),? )?(?:the )?")
"""Before a name that a sentence begins with."""


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
        now = main if topic.now is not None and self._is_over(topic.now, at) else topic.now
        company = main if topic.company is not None and self._is_past(topic.company, at) else topic.company
        return (
            topic
            if now is topic.now and company is topic.company
            else replace(topic, now=now, company=company)
        )

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
