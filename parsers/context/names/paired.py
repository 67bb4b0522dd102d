"""Two names with "and" that are one ("Procter and Merrow"), and names with a class of shares behind them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, starmap

import regex

from parsers.context.names.runs import Run, is_inside
from parsers.context.rows.words import known
from parsers.lazy import Pattern


def paired(text: str, runs: list[Run]) -> list[Run]:
    """The runs, those of two names with "and" that are never apart as one, none with a class of shares.

    The second of two stands nowhere without the first, nor that one if they stand together once.
    """
    runs = _with_owned(text, _with_both(text, [_without_class(text, run) for run in runs]))
    beside = [(a, b) for a, b in pairwise(runs) if _is_pair(text, a, b)]
    firms = {_pair(a, b) for a, b in beside if _is_firm(b) and len(_core(b)) == 1}
    pairs = {p: count for p, count in Counter(starmap(_pair, beside)).items() if count > 1 or p in firms}
    last, first = Counter(run.words[-1] for run in runs), Counter(run.words[0] for run in runs)
    whole = {p for p, count in pairs.items() if first[p[1]] == count and (count > 1 or last[p[0]] == 1)}
    traded = any(_is_one_trade(text, a, b) for a, b in pairwise(runs))
    return _joined(text, runs, whole) if whole or traded else runs


def _without_class(text: str, run: Run) -> Run:
    """A name without the letter of a class of its shares ("Halden B shares rose")."""
    if len(run.words) < 2 or len(run.words[-1]) > 1 or SHARES.match(text, run.end) is None:
        return run
    if run.words[-2] in known("parties.lettered"):
        return run
    return Run(run.start, run.end - len(run.words[-1]) - 1, run.words[:-1], run.initial)


SHARES = Pattern(r" (?:ordinary |common )?(?:shares?|stock)(?!\p{L})")


def _pair(first: Run, second: Run) -> tuple[str, str]:
    """Two names by the word before "and" and the one behind it."""
    return first.words[-1], second.words[0]


def _is_pair(text: str, first: Run, second: Run) -> bool:
    """Whether only "and" stands between two names of one word each, which are no places.

    The first has more words where it has no end without the second ("Norland Catering and Tourism Corp.").
    """
    if text[first.end : second.start] != " and " or LISTED.match(text, max(0, first.start - 24), first.start):
        return False
    if len(first.words) > 1:
        doing = first.words[-1].endswith("ing") and not _is_firm(first)
        return doing and _is_firm(second) and len(_core(second)) == 1
    core = _core(second)
    few = len(core) == 1 or (_is_firm(second) and len(core) <= LONGEST)
    return few and known("parties.place parties.nationality").isdisjoint((*first.words, *core))


LONGEST = 3
"""Of how many words without its legal form the second of two is at most."""


LISTED = Pattern(r"(?r)\p{Lu}[\p{L}&.'\u2019-]*+, ")
"""Before the last but one of several names ("Orlin, Norvik and Calder Electronics")."""


def _core(run: Run) -> list[str]:
    return [word for word in run.words if word not in known("parties.legal parties.suffix")]


def _is_one_trade(text: str, first: Run, second: Run) -> bool:
    """Whether two names with "and" are that of one firm by its trade ("Halden Oil and Gas Co")."""
    if text[first.end : second.start] != " and ":
        return False
    if len(first.words) < 2:
        return _is_for_two(text, first, second)
    trade = known("parties.trade")
    if first.words[0] in OFFICES and second.words[-1] not in known("parties.legal"):
        return True  # "the Ministry of Trade and Industry"
    if second.words[-1] in PANELS and len(second.words) > 1:
        return first.words[-1] not in known("parties.legal parties.place")
    if len(second.words) == 1 and second.words[0] in known("parties.suffix"):
        return first.words[-1] in trade  # "Norway Investment and Securities"
    return first.words[-1] in trade and second.words[0] in trade


def _is_for_two(text: str, first: Run, second: Run) -> bool:
    """Whether a body's name tells the two things that it is for ("Food and Agriculture Organization").

    A word that stands alone inside another sentence is a name of its own.
    """
    word = first.words[0]
    if second.words[-1] not in AGENCIES or len(second.words) != PAIR:
        return False
    if word.isupper() or word in known("parties.legal parties.place parties.nationality"):
        return False
    both, high = f"{word} and {second.words[0]}", first.start + FAR
    at = text.find(word, max(0, first.start - FAR), high)
    while at >= 0:
        if not text.startswith(both, at) and is_inside(text, at):
            return False
        at = text.find(word, at + 1, high)
    return True


PAIR = 2
"""Of how many words the second part is."""
AGENCIES = ("Organization", "Organisation", "Administration", "Authority", "Agency")
"""How a body ends that is for two things ("the Food and Agriculture Organization")."""


def _with_owned(text: str, runs: list[Run]) -> list[Run]:
    """The runs, the parts of a name with a possessive inside as one, as in full ("Corvin's Bay Co.")."""
    owned = {" ".join(core): core for run in runs if len(core := _core(run)) > 1 and core[0][-2:] in OWNS}
    if not owned:
        return runs
    found: list[Run] = []
    for run in runs:
        if found and run.start < found[-1].end:
            continue
        whole = next((name for name in owned if text.startswith(name, run.start)), None)
        if whole is not None and run.end < run.start + len(whole):
            run = Run(run.start, run.start + len(whole), tuple(owned[whole]), False)
        found.append(run)
    return found


OWNS = ("'s", "\u2019s")


def _with_both(text: str, runs: list[Run]) -> list[Run]:
    """The runs, those of bodies with both of the two things that they are for."""
    found: list[Run] = []
    for run in runs:
        if found and run.start < found[-1].end:
            continue
        hit = _also(text, run)
        run = run if hit is None else Run(run.start, hit.end(), (*run.words, *hit[0].split()), False)
        run = _with_first(text, run)
        while found and found[-1].end > run.start:
            found.pop()  # the first word alone
        found.append(run)
    return found


def _also(text: str, run: Run) -> regex.Match[str] | None:
    """What stands behind a name and belongs to it: what else a body is for, the second of two places."""
    if run.words[0] in OFFICES:
        return FOR_MORE.match(text, run.end)
    return AND_ALSO.match(text, run.end) if _is_body(text, run) else _joined_place(text, run)


def _with_first(text: str, run: Run) -> Run:
    """A firm's name with the word before "and" that stands nowhere else ("Farmers and Halden Bancshares")."""
    if len(run.words) < 2 or run.words[-1] not in known("parties.legal parties.suffix"):
        return run
    hit = FIRST.match(text, max(0, run.start - 24), run.start)
    if hit is None or hit["word"] in known("parties.place parties.nationality"):
        return run
    low, high = max(0, run.start - FAR), run.start + FAR
    both = text.count(f"{hit['word']} and {run.words[0]}", low, high)
    if text.count(hit["word"], low, high) > both:
        return run
    return Run(hit.start(), run.end, (hit["word"], "and", *run.words), False)


FIRST = Pattern(r"(?r)(?<![\p{L}'\u2019&] |[\w-]|, )(?P<word>\p{Lu}\p{Ll}{2,14}) and ")
FAR = 4000
"""How many characters around a name its first word is looked for."""
FOR_MORE = Pattern(r"(?:, \p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{3,})?){1,4},? and (?:the )?\p{Lu}\p{Ll}{3,}")
"""What else an office is for ("the Ministry of Culture, Sports and Tourism")."""


AND_ALSO = Pattern(r" and (?:the )?(?P<too>\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{3,})?)(?= \p{Ll}|[,.)]| \()")
"""Behind what a body is for, the other thing ("the Society of Motor Manufacturers and Traders")."""
AND_LAND = Pattern(r" and (?:the )?(?P<too>\p{Lu}\p{Ll}+)(?![\p{L}'\u2019])")


def _joined_place(text: str, run: Run) -> regex.Match[str] | None:
    """Behind the first of two places that are one: the second ("Trinidad and Tobago")."""
    if run.words[-1] not in {name.partition(" and ")[0].split()[-1] for name in known("parties.joined")}:
        return None
    hit = AND_LAND.match(text, run.end)
    whole = " ".join(run.words) + hit[0] if hit is not None else ""
    return hit if whole in known("parties.joined") else None


def _is_body(text: str, run: Run) -> bool:
    """Whether a name is that of a body with what it is for."""
    if len(run.words) < 2 or BODIES.isdisjoint(run.words[:-1]):
        return False
    return FOR_WHAT.search(text, run.start, run.end) is not None


FOR_WHAT = Pattern(r"\p{L} (?:of|for) \p{Lu}")
BODIES = frozenset(
    (
        *(
            "Agency",
            "Association",
            "Board",
            "Bureau",
            "Center",
            "Centre",
            "Chamber",
            "Commission",
            "Committee",
        ),
        *("Confederation", "Council", "Federation", "Institute", "Institution", "Office", "Organisation"),
        *("Organization", "Society"),
    )
)
OFFICES = ("Ministry", "Department")
PANELS = ("Administration",)
"""Words at the edge of the name of an office that looks after two things."""


def _is_firm(second: Run) -> bool:
    """Whether the second of two names has a legal form."""
    return second.words[-1] in known("parties.legal") and len(second.words) > 1


def _joined(text: str, runs: list[Run], whole: set[tuple[str, str]]) -> list[Run]:
    """The runs, those of the pairs as one."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        one = last is not None and _is_pair(text, last, run) and _pair(last, run) in whole
        if last is not None and (one or _is_one_trade(text, last, run)):
            found[-1] = Run(last.start, run.end, (*last.words, "and", *run.words), False)
        else:
            found.append(run)
    return found
