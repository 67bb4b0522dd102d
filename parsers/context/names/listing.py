"""Which company a release is of: its headline begins with it, the code of its shares stands behind it.

("Halden Reports Third Quarter Results", "Halden Inc. (NYSE: HLD) today reported")
"""

from __future__ import annotations

from parsers.worded import Worded

LISTING = Worded(
    r"(?: \([^()\n]{2,60}\))? ?\( ?<<parties.exchange_code>>(?![\p{L}\d])[^()\n:]{0,20}: ?[^()\n]{1,60}\)"
)
"""Behind a company: maybe its other name, and the code of its shares."""


def is_listed(text: str, end: int) -> bool:
    """Whether the code of its shares stands behind a name that ends at an offset."""
    return text[end : end + 2] in (" (", "(N", "(n") and LISTING.match(text, end) is not None


RELEASES = Worded(r" <<parties.releases>>(?!\p{L})")


def issues(text: str, start: int, end: int) -> bool:
    """Whether a name begins a text and does there what a company does in the headline of its release."""
    return text[:start].strip() in ("", "The") and RELEASES.match(text, end) is not None
