"""Which company a release is of: its headline begins with it, the code of its shares stands behind it.

("Halden Reports Third Quarter Results", "Halden Inc. (NYSE: HLD) today reported")
"""

from __future__ import annotations

from parsers.context.rows.words import known
from parsers.lazy import Pattern
from parsers.worded import Worded

RELEASED = 3000
"""Within how many characters of a text the company whose release it is comes in with its code."""
LISTING = Worded(
    r"(?: \([^()\n]{2,60}\))? ?\( ?<<parties.exchange_code>>(?![\p{L}\d])[^()\n:]{0,20}: ?[^()\n]{1,60}\)"
)
"""Behind a company: maybe its other name, and the code of its shares."""


CODE = Pattern(r" (?:\((?:\p{Lu}{1,6}|\d{3,6})\.\p{Lu}{1,3}\)|<[\p{Lu}\d]{1,8}(?:\.\p{Lu}{1,3})?>)")
"""Behind a company: the code of its shares as agencies give it ("(HLD.L)", "<HLD.O>")."""


def code_behind(text: str, end: int) -> int:
    """Where the code of shares behind a company's name ends; ``end`` itself where there is none."""
    if text[end : end + 1] not in (" ", "("):
        return end
    hit = CODE.match(text, end) or (LISTING.match(text, end) if "(" in text[end : end + 2] else None)
    return hit.end() if hit is not None else end


TICKERS = Pattern(r" ?\((?:[^()\n:]{2,24}: ?(?P<code>\p{Lu}{2,5})(?:, ?|; ?)?){1,3}\)")


def tickers(text: str, end: int) -> tuple[str, ...]:
    """The codes of the shares of a company whose name ends at an offset ("(NYSE: HLD)")."""
    if text[end : end + 1] not in (" ", "("):
        return ()
    hit = TICKERS.match(text, end) if is_listed(text, end) else None
    return tuple(hit.captures("code")) if hit is not None else ()


def is_release(text: str) -> bool:
    """Whether the beginning of a text gives the code of a company's shares."""
    begin = text[:RELEASED]
    if not any(code in begin for code in known("parties.exchange_code")):
        return False  # most texts: the pattern is not even made
    return LISTING.search(begin) is not None


def is_listed(text: str, end: int) -> bool:
    """Whether the code of its shares stands behind a name that ends at an offset."""
    return text[end : end + 2] in (" (", "(N", "(n") and LISTING.match(text, end) is not None


RELEASES = Worded(r" <<parties.releases>>(?!\p{L})")


def issues(text: str, start: int, end: int) -> bool:
    """Whether a name begins a text and does there what a company does in the headline of its release."""
    return text[:start].strip() in ("", "The") and RELEASES.match(text, end) is not None


MAKER = Worded(r"\s*\n\s*The (?:[\p{L}-]++ ){0,3}?<<parties.descriptor>>(?!\p{L})")


def is_shown(text: str, at: int) -> bool:
    """Whether what stands behind a name says that it is a company's: "The boat maker ...", a ticker."""
    return MAKER.match(text, at, at + 96) is not None or TICKER.match(text, at) is not None


TICKER = Pattern(
    r" ?\([^()\n]{1,24}\)\s{0,2}(?:--|[-\u2013\u2014:])\s"
    r"|(?:, [\p{Lu}][\p{L}.]{1,12})? ?--[ \t]*\n"
)
