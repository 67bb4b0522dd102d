"""Making what comes from outside safe to show: nothing that a terminal might obey is left in it."""

from __future__ import annotations

from parsers.quick import Quick

# C0 but tab and newline, DEL, C1, bidirectional and invisible formatting, surrogates, tags.
UNSAFE = Quick(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def make_safe(text: str) -> str:
    """``text`` with every character that a terminal might obey replaced, its length kept."""
    return UNSAFE.sub("\ufffd", text)
