"""The filter language: one expression for the explorer's filter line and for ``--where``.

``compile("kind:money and value>1bn")`` gives a `Query`, ``complete`` what could be typed next.
What can be asked stands in `FIELDS`; how expressions are put together in `parsers.query.grammar`.
"""

from __future__ import annotations

from parsers.errors import QueryError
from parsers.query.compiled import Query, compile  # noqa: A004  # used as `query.compile`
from parsers.query.completion import Choice, Completion, complete
from parsers.query.fields import FIELDS, Field
from parsers.query.lookup import Lookup
from parsers.query.narrow import narrow
from parsers.query.pointing import point_at

__all__ = [
    "FIELDS",
    "Choice",
    "Completion",
    "Field",
    "Lookup",
    "Query",
    "QueryError",
    "compile",
    "complete",
    "narrow",
    "point_at",
]
