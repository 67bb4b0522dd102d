"""Rules for lengths of time that are themselves measured: how long something lasts, by how much it moved."""

from __future__ import annotations

from parsers.context.metric.near import NP
from parsers.context.rows.grammar import ContextRule

LASTS = ContextRule(
    name="metric.lasts",
    before=rf"(?P<np>{NP})(?!')(?:,r)?[AHBdx]{{0,3}}[WVx]tq*",
    kinds=("duration",),
    examples=(("Its sales cycle had stretched to nine months.", "sales cycle"),),
    rejects=("The sale led to talks that took nine months.",),
)


DAYS_OF = ContextRule(
    name="metric.days_of",
    after=rf"'(?P<np>{NP})(?!')",
    kinds=("duration",),
    examples=(("Dealers hold 74 days' supply of vans.", "supply"),),
    rejects=("Dealers took two days' rest before sales.",),
)


MOVED_BY = ContextRule(
    name="metric.governing_length",
    before=rf"(?P<np>{NP})[^F;MG]{{0,6}}V[pq]*",
    after=r"tq*F",
    kinds=("duration",),
    examples=(("The average workweek edged up 0.1 hour to 34.3 hours.", "average workweek"),),
    rejects=("Sales rose for three years to a record.",),
)
