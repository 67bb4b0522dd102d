"""The rules for what is counted and for lengths of time, which come before their own nouns."""

from __future__ import annotations

from parsers.context.metric.lasting import DAYS_OF, LASTS, MOVED_BY
from parsers.context.metric.near import NP, OWNER
from parsers.context.metric.rules import RULES
from parsers.context.rows.grammar import ContextRule

GOVERNING_COUNT = ContextRule(
    name="metric.governing_count",
    before=rf"(?<![xMG])(?<![pnofav]{OWNER})(?P<np>{NP})(?!')(?:[pno]D?[NEL])?[^F;NKIPc]{{0,12}}?(?:B[^F;MGNKIP]{{0,8}}|V[^F;MGNKIP]{{0,6}}[tpnafU][^F;MGNKIP]{{0,3}})",
    examples=(
        ("Shipments fell to 41 million units.", "Shipments"),
        ("Payrolls rose by 2,000 jobs.", "Payrolls"),
    ),
    rejects=(
        "If debt is swapped, Halden will issue 3,000 shares.",
        "The economy shed 6,600 jobs.",
    ),
)


MOVED_COUNT = ContextRule(
    name="metric.moved_count",
    before=rf"(?:[VC]|X[pt]V)[Di]?[xTL]{{0,3}}(?:[MX]p[Di]?[xTL]{{0,3}})?(?P<np>{NP})(?:[no][Di]?[LNx])?p[qxD]{{0,2}}",
    examples=(
        ("It cut its output by 2,000 cars.", "output"),
        ("It raised its forecast for sales by 2,000 cars.", "sales"),
    ),
    rejects=("It cut spending on 2,000 cars.",),
)


ESTIMATE_OF = ContextRule(
    name="metric.estimate_of",
    before=rf"[MX]o(?P<np>{NP})(?!')(?:n?D?T)?tq*",
    kinds=("count",),
    examples=(("It trimmed its estimate of van sales this year to 4 million units.", "van sales"),),
    rejects=("It trimmed its estimate of losses, and its staff to 400 people.",),
)
COUNTING = (
    "at_a_rate",
    "level_of",
    "level_is_with",
    "level_is",
    "change_in",
    "versus",
    "part_of",
    "own_change",
    "twin",
    "moved_to",
)
# A count names its own noun; only a metric that clearly governs it comes before that.
COUNT_RULES = (
    ESTIMATE_OF,
    *(rule for rule in RULES if rule.name.split(".")[1] in COUNTING),
    GOVERNING_COUNT,
    MOVED_COUNT,
)


DURATION_RULES = (
    DAYS_OF,
    MOVED_BY,
    *(rule for rule in RULES if rule.name.split(".")[1] in ("level_of", "level_is", "versus", "relative")),
    LASTS,
    GOVERNING_COUNT,
    MOVED_COUNT,
)
