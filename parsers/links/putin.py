"""Changes that are put in behind their level: "it sold 40 million cars, up 8%, and sales rose to"."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.lazy import Pattern
from parsers.links.leadrules import Role
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed


def is_closed(placed: Sequence[Placed], at: int) -> bool:
    """Whether a change stands between pauses behind its level, and another level follows."""
    if not 0 < at < len(placed) - 1 or placed[at - 1].role != Role.LEVEL:
        return False
    return UP.match(placed[at].lead) is not None and AND_SO.match(placed[at + 1].lead) is not None


UP = Pattern(rf"^(?: [\p{{L}}-]++){{0,3}}, (?:up|down|off) (?:by )?{HEDGE}$")
AND_SO = Pattern(r"^, (?:and|while|but|as|whereas) (?!now |then )\p{L}")
