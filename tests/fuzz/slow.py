"""A second reading of numerals, slow and plain, without any code or pattern of the project.

It knows the shapes that `tests.fuzz.mutate` makes.  Of a mention it gives every value that its
characters allow, with the printed step where digits print one; a shape that it does not know is
not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from parsers.model import Figure

DIGITS = "0123456789"
MARKS = ",'\u2019\u00a0\u202f\u2009"
"""What may stand between groups of digits; a blank too, which is looked at on its own."""
MINUS = "-\u2212\u2013"
POWERS = {
    2: "hundred hundreds",
    3: "thousand thousands",
    6: "million millions mn mln mio",
    9: "billion billions bn bln",
    12: "trillion trillions tn trn",
}
PERHAPS = {3: "k thou thsd", 6: "m mm mil mill mi", 9: "b bil bi", 12: "t tril tri"}
"""Words that are a scale in one place and something else in another."""
SCALES: dict[str, tuple[int, ...]] = {
    word: (power,) for power, words in POWERS.items() for word in words.split()
}
SCALES |= {word: (power, 0) for power, words in PERHAPS.items() for word in words.split()}
SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
COUNTS = {word: number for number, word in enumerate(SMALL.split())}
COUNTS |= {"twenty": 20, "thirty": 30, "ninety": 90}
VULGAR = {"\u00bd": (1, 2), "\u00bc": (1, 4), "\u00be": (3, 4), "\u2153": (1, 3), "\u2154": (2, 3)}
MINOR = {"cent", "cents", "pence", "p", "c", "cts", "sen", "\u00a2"}
POWER = "e^"
"""The token of an "e" that stands directly behind a digit."""
SHARED = 60
"""Characters behind a mention in which the scale and unit may stand that it shares with others."""
COUNTING = ("half", "third", "quarter", "point", "dozen", "a", "hundred", "thousand")
CLOSE = Decimal("1e-20")


@dataclass(frozen=True)
class Reading:
    """One thing that a numeral may mean: its value, and its printed step (``None``: it prints none)."""

    value: Decimal
    step: Decimal | None


def complaint(figure: Figure, text: str) -> str | None:
    """What is wrong with a figure's numbers; empty: nothing; ``None``: its shape is not known here."""
    if torn := _torn(figure, text):
        return torn
    before = text[max(0, figure.start - 8) : figure.start].rstrip()
    negative = before[-1:] in (*MINUS, "(") or before.endswith("minus")
    parts = _parts(_tokens(figure.text))
    if parts is None:
        return None
    # "two and five million euros" are both millions, and both euros.
    shared = _powers([token.lower() for token in _tokens(text[figure.end : figure.end + SHARED])])
    allowed = [
        signed
        for reading in parts.readings
        for power in shared
        for signed in _with_signs(_times(reading, power), negative or parts.negative)
    ]
    wanted = [figure.value] if figure.value is not None else [figure.low, figure.high]
    for value in wanted:
        if value is not None and not any(_same(value, reading.value) for reading in allowed):
            return f"{value} is none of {[str(reading.value) for reading in allowed]}"
    steps = [
        reading.step for reading in allowed if figure.value is not None and _same(figure.value, reading.value)
    ]
    if figure.precision is not None and steps and figure.precision not in steps:
        return f"precision {figure.precision} is none of {[str(step) for step in steps]}"
    return ""


def _times(reading: Reading, power: int) -> Reading:
    return Reading(reading.value.scaleb(power), reading.step.scaleb(power) if reading.step else None)


def _torn(figure: Figure, text: str) -> str:
    """Whether a mention begins or ends inside a run of digits and the marks between them."""
    start, end = figure.start, figure.end
    before = text[max(0, start - 2) : start]
    if text[start] in DIGITS and (before[-1:] in tuple(DIGITS) or _is_part(before)):
        return f"begins inside {before + text[start:end]!r}"
    after = text[end : end + 2]
    if text[end - 1] in DIGITS and (after[:1] in tuple(DIGITS) or _is_part(after[::-1])):
        return f"ends inside {text[start:end] + after!r}"
    return ""


def _is_part(pair: str) -> bool:
    """A digit, then a point or comma."""
    return len(pair) == 2 and pair[0] in DIGITS and pair[1] in ".,"


def _same(one: Decimal, other: Decimal) -> bool:
    with localcontext() as context:
        context.prec = 200
        return one == other or abs(one - other) <= abs(other) * CLOSE


def _with_signs(reading: Reading, negative: bool) -> list[Reading]:
    return [reading, Reading(-reading.value, reading.step)] if negative else [reading]


# -- the words of a mention -----------------------------------------------------------------------


def _tokens(text: str) -> list[str]:
    """Runs of digits with their marks, runs of letters, and every other character but blanks by itself."""
    found: list[str] = []
    at = 0
    while at < len(text):
        char, begin = text[at], at
        at += 1
        if char in DIGITS or (char == "." and text[at : at + 1] in tuple(DIGITS)):
            while at < len(text) and (
                text[at] in DIGITS or (text[at] in MARKS + "." and text[at + 1 : at + 2] in tuple(DIGITS))
            ):
                at += 1
            while _goes_on(text, begin, at):
                at += 4
            if text[begin:at].count(" ") and text[at : at + 2].strip(".") in tuple(DIGITS):
                at = _skip_decimals(text, at)
        elif char.isalpha():
            while at < len(text) and text[at].isalpha():
                at += 1
            at += text[at - 1 : at] == "m" and text[at : at + 1] in ("2", "3")  # square and cubic metres
            glued = at - begin == len("MEUR") and text[begin] in "kKmMbB" and text[begin + 1 : at].isupper()
            if glued and begin and (text[begin - 1] in DIGITS or text[begin - 1] in VULGAR):  # "2MEUR"
                at = begin + 1
        token = text[begin:at]
        if token in ("e", "E") and found and text[begin - 1] in DIGITS:
            found.append(POWER)
        elif token.strip():
            found.append(token)
    return found


def _goes_on(text: str, begin: int, at: int) -> bool:
    """Whether a blank and a group of three digits go on with the number before ("12 345")."""
    if text[at : at + 1] != " " or "." in text[begin:at] or len(text[begin:at].split(" ")[0]) > 3:
        return False
    group, after = text[at + 1 : at + 4], text[at + 4 : at + 5]
    return len(group) == 3 and all(char in DIGITS for char in group) and after not in tuple(DIGITS)


def _skip_decimals(text: str, at: int) -> int:
    if text[at] == ".":
        at += 1
        while at < len(text) and text[at] in DIGITS:
            at += 1
    return at


@dataclass(frozen=True)
class _Parts:
    readings: Sequence[Reading]
    negative: bool


def _parts(tokens: Sequence[str]) -> _Parts | None:
    """The numerals of a mention; ``None`` where something in it is not known here."""
    first = next((at for at, token in enumerate(tokens) if _begins(token)), None)
    if first is None:
        return None
    lead = [token.lower() for token in tokens[:first]]
    if any(token in COUNTING or token in SCALES for token in lead):
        return None
    negative = any(token in MINUS or token in ("(", "minus", "negative") for token in lead)
    rest = [token.lower() for token in tokens[first:]]
    readings = list(_read(rest))
    signed = bool(lead) and (lead[-1].isalpha() or lead[-2:] == ["s", "/"])
    if signed and rest[0][0] == ".":  # "Rs.500", "S/.500"
        readings += _read([rest[0][1:], *rest[1:]])
    if lead and len(lead[-1]) == len("msek") and lead[-1][1:] in BEHIND_A_SCALE:
        power = LETTERS.get(lead[-1][0], 0)
        readings = [Reading(r.value.scaleb(power), r.step and r.step.scaleb(power)) for r in readings]
    return _Parts(readings, negative) if readings else None


BEHIND_A_SCALE = ("chf", "dkk", "eur", "gbp", "nok", "pln", "sek", "usd")
LETTERS = {"k": 3, "t": 3, "m": 6, "b": 9}
"""The scales before the code of a currency ("MSEK 82.2"), as powers of ten."""


def _begins(token: str) -> bool:
    if token[0] in DIGITS or (token[0] == "." and len(token) > 1):
        return True
    return token in VULGAR or token.lower() in COUNTS


def _read(tokens: list[str]) -> Iterator[Reading]:
    """Every value that the tokens allow, of one numeral or of the two of a range or ratio."""
    if tokens[1:2] == ["/"] and len(tokens) > 2:
        yield from _or_minor(list(_offer(tokens[0], tokens[2])), tokens)
    core, rest = _core(tokens)
    if core is None:
        return
    scaled, rest = _scaled(core, rest)
    numbers = [at for at, token in enumerate(rest) if _begins(token)]
    if not numbers and {"half", "third", "quarter"}.isdisjoint(rest):
        yield from _or_minor(scaled, rest)
    if not numbers:
        return  # nor "1/4-half trillion"
    joint, others = rest[: numbers[0]], rest[numbers[0] :]
    second = list(_read(others))
    if not second or "^" in joint:
        return
    if joint in (["out", "of"], ["in"], ["of"], ["in", "every"], ["of", "every"]):
        yield from [Reading(a.value / b.value, None) for a in core for b in second if b.value]
        if joint == ["of"] and others[0] in ("1", "one"):  # ".587 of 1 percent"
            yield from scaled
    elif "for" in joint and not set(joint) - {"for", *MINUS}:  # "a 5-for-eight split"
        yield from [Reading(a.value / b.value, None) for a in core for b in second if b.value]
    elif joint and joint[-1] in (*MINUS, "to", "and", "or", "through"):
        yield from _or_minor(list(_offer(tokens[0], others[0])), others)
        yield from (*scaled, *second)
        # "a 60-40 split"
        shares = [(a.value, b.value) for a in core for b in second if a.value + b.value == 100]
        yield from [Reading(one / other, None) for one, other in shares if other]
        if len(joint) > 1:  # "5--7"
            yield from [Reading(-reading.value, reading.step) for reading in second]
        for power in {
            round((b.value / a.value).adjusted()) for a in second for b in second if a.value and b.value
        }:
            yield from [Reading(r.value.scaleb(power), None) for r in core]
        yield from [Reading(r.value.scaleb(power), None) for r in scaled for power in _powers(others)]


def _or_minor(readings: list[Reading], tokens: Sequence[str]) -> Iterator[Reading]:
    """The readings, and in hundredths where cents stand among the tokens."""
    yield from readings
    if MINOR & set(tokens):
        yield from [Reading(r.value / 100, r.step / 100 if r.step else None) for r in readings]


def _offer(bid: str, end: str) -> Iterator[Reading]:
    """The offer of which only the last two digits stand behind a bid ("129.20/50"), or all ("7.00/7.20")."""
    whole = [_number(bid), _number(end)] if bid.count(".") == end.count(".") == 1 else []
    yield from (price for price in whole if price is not None)
    if set(bid) <= set(DIGITS + ".") and bid.count(".") == 1 and len(end) == 2 and end.isdecimal():
        step = Decimal(1).scaleb(-len(bid.split(".")[1]))
        low = Decimal(bid)
        high = Decimal(bid[:-2] + end)
        yield from (Reading(low, step), Reading(high if high > low else high + 100 * step, step))


def _powers(tokens: Sequence[str]) -> set[int]:
    """The powers of ten that the scales among the tokens can make together."""
    found = {0}
    for token in tokens:
        found |= {power + more for power in found for more in SCALES.get(token, ())}
    return found | {power - 2 for power in found if MINOR & set(tokens)}


# -- one numeral ----------------------------------------------------------------------------------


def _core(tokens: list[str]) -> tuple[list[Reading] | None, list[str]]:
    """The number at the head of the tokens, before any scale; what follows it."""
    head = tokens[0]
    if head in VULGAR:
        over, under = VULGAR[head]
        return [Reading(Decimal(over) / under, None)], tokens[1:]
    if head in COUNTS:
        return _spelled(tokens)
    number = _number(head)
    if number is None:
        return None, tokens
    rest = tokens[1:]
    if rest and rest[0] in VULGAR:
        over, under = VULGAR[rest[0]]
        return [Reading(number.value + Decimal(over) / under, None)], rest[1:]
    if (fraction := _fraction(number.value, rest)) is not None:
        return fraction
    return _power(number, rest)


def _fraction(number: Decimal, rest: list[str]) -> tuple[list[Reading], list[str]] | None:
    """A fraction: "3/4", "1 1/2"."""
    slash = ("/", "\u2044")
    if len(rest) >= 2 and rest[0] in slash and (under := _number(rest[1])) and under.value:
        return [Reading(number / under.value, None)], rest[2:]
    joined = rest[:1] == ["-"]
    if joined:
        rest = rest[1:]
    if len(rest) >= 3 and rest[1] in slash and rest[0][0] in DIGITS:
        over, under = _number(rest[0]), _number(rest[2])
        if over and under and under.value:
            part = over.value / under.value
            ends = [Reading(number, None), Reading(part, None)] if joined else []  # "5-3/4" may be a range
            return [Reading(number + part, None), *ends], rest[3:]
    return None


def _power(number: Reading, rest: list[str]) -> tuple[list[Reading], list[str]]:
    """A power of ten: "6.2e10", "6.2 x 10^-4"."""
    if rest[:1] == [POWER]:
        at = 1
    elif len(rest) >= 3 and rest[0] in "x\u00d7*" and rest[1] == "10" and rest[2] in "^*":
        at = 4 if rest[2:4] == ["*", "*"] else 3
    elif len(rest) >= 3 and rest[0] in "x\u00d7*" and rest[1] == "10" and rest[2] in MINUS:
        at = 2
    else:
        return [number], rest
    sign = -1 if at < len(rest) and rest[at] in MINUS else 1
    at += at < len(rest) and rest[at] in (*MINUS, "+")
    if at >= len(rest) or not rest[at].isdecimal() or len(rest[at]) > 3:
        return [number], rest
    power = sign * int(rest[at])
    step = number.step.scaleb(power) if number.step else None
    return [Reading(number.value.scaleb(power), step)], rest[at + 1 :]


def _scaled(core: list[Reading], rest: list[str]) -> tuple[list[Reading], list[str]]:
    """The number with each meaning of the scales behind it."""
    scaled = core
    if rest[:1] == [")"] and len(rest) > 1 and rest[1] in SCALES:  # "RMB (898) thousand"
        rest = rest[1:]
    while rest and (rest[0] in SCALES or (rest[0] == "-" and len(rest) > 1 and rest[1] in SCALES)):
        rest = rest[1:] if rest[0] == "-" else rest
        powers, rest = SCALES[rest[0]], rest[1:]
        scaled = [each for reading in scaled for power in powers for each in _in_scale(reading, power)]
    return scaled, rest


def _in_scale(reading: Reading, power: int) -> list[Reading]:
    """A hundred prints no step of its own: "4 hundred" may be exact."""
    found = [_times(reading, power)]
    return [*found, Reading(found[0].value, reading.step)] if power == 2 and reading.step == 1 else found


def _number(token: str) -> Reading | None:
    """Digits with their groups: of three, or as in India of two before the last three."""
    whole, point, decimals = token.partition(".")
    if point and not (decimals and all(char in DIGITS for char in decimals)):
        return None
    marks = {char for char in whole if char not in DIGITS}
    if len(marks) > 1:
        return None
    groups = whole.split(marks.pop()) if marks else [whole]
    if len(groups) > 1:
        western = 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
        most = 3 if len(groups) > 3 else 2  # "500,00,00,000" is five hundred crore
        indian = "," in whole and len(groups[0]) <= most and len(groups[-1]) == 3
        if not western and not (indian and groups[0] and all(len(group) == 2 for group in groups[1:-1])):
            return None
    digits = "".join(groups)
    if not digits and not decimals:
        return None
    return Reading(Decimal(f"{digits or 0}{point}{decimals}"), Decimal(1).scaleb(-len(decimals)))


def _spelled(tokens: list[str]) -> tuple[list[Reading] | None, list[str]]:
    """One word, or a ten and a unit; longer ones are not judged."""
    first, rest = COUNTS[tokens[0]], tokens[1:]
    if any(token in COUNTS or token in COUNTING for token in rest):
        return None, tokens
    return [Reading(Decimal(first), step) for step in (Decimal(1), None)], rest
