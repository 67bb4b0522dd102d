"""The amount beside the words for most of a whole: "The bulk of the $5 million, $3 million, is"."""

from __future__ import annotations

from parsers.lazy import Pattern
from parsers.links.pieces import HEDGE
from parsers.links.placed import Placed

BULK_OF = Pattern(
    r"(?i)(?:^|[\s(])(?:the )?(?:bulk|most|part|much|rest|majority|lion's share|largest (?:part|share)"
    rf"|remainder) of (?:the |its |that |this )?(?:[\p{{L}}'\u2019-]++ ){{0,3}}?{HEDGE}$"
)
IN_COMMAS = Pattern(rf"^(?: [\p{{L}}'\u2019-]++){{0,4}}(?:, | \(|,? or ){HEDGE}$")


def is_bulk_of(whole: Placed, item: Placed) -> bool:
    """Whether a figure, by the words between, says how much "the bulk of" the one before it is."""
    return (
        " of " in whole.lead
        and BULK_OF.search(whole.lead) is not None
        and IN_COMMAS.match(item.lead) is not None
    )
