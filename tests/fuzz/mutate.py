"""News and numerals, made worse: by a `random.Random`, so that a number names each of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

from parsers import lexicon

ROOT = Path(__file__).parent.parent.parent
PIECES = """
$ € £ US$ HK$ RMB ¥ % ‰ bps ½ ⅔ ² ³ ① Ⅷ ٣ ３ १ 〇 ( ) (( )) [ ] - – — − + ± ~ > < = / \\ ⁄ : ; , . … ' " ’ “ ”
million billion bn mn k M dozen hundred half third quarter and to from between of the a per out in minus plus
about nearly May may March Sept. Monday Q3 H1 FY25 1Q25 '24 1990s 2024 99999 0000 30 31 29 0 00 007 1e9
1e999999999 1,1 1.1.1 10-20 3/4 24:00 25:61 12:30pm year quarter week month ago last next earlier later ended
fiscal yesterday nine-month double-digit tens
"""
WORDS = PIECES.split()
ODD = (
    "\n",
    "\n\n",
    "\t",
    " ",
    "  ",
    "\u00a0",
    "\u2009",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\ufffd",
    "\x00",
    "\x1b[2J",
)
DIGITS = "0123456789"
NOISE = (
    DIGITS
    + DIGITS
    + ",.,.'\u2019 -\u2013\u2212()$\u20ac%/\u2044eExX\u00d7^kmMbB\u00bd\u00bc\u00b2\u0663\uff13\u0967"
)


def articles() -> tuple[str, ...]:
    """The news that is made worse: the seeds and the gold texts."""
    folders = (ROOT / "seeds", ROOT / "tests" / "gold")
    files = sorted(file for folder in folders for file in folder.rglob("*.txt"))
    return tuple(file.read_text(encoding="utf-8") for file in files)


def news(random: Random, originals: Sequence[str], longest: int = 1500) -> str:
    """A stretch of an article, with a few dozen changes at most."""
    original = random.choice(originals)
    start = random.randrange(len(original))
    text = original[start : start + random.randrange(20, longest)]
    for _ in range(random.randrange(1, 25)):
        text = random.choice(CHANGES)(text, random, originals)
    return text


def _stretch(text: str, random: Random, most: int = 30) -> tuple[int, int]:
    start = random.randrange(len(text) + 1)
    return start, min(len(text), start + random.randrange(1, most))


def _remove(text: str, random: Random, _: Sequence[str]) -> str:
    start, end = _stretch(text, random)
    return text[:start] + text[end:]


def _repeat(text: str, random: Random, _: Sequence[str]) -> str:
    start, end = _stretch(text, random)
    return text[:start] + text[start:end] * random.randrange(2, 5) + text[end:]


def _insert(text: str, random: Random, _: Sequence[str]) -> str:
    start = random.randrange(len(text) + 1)
    piece = random.choice(WORDS) + random.choice(("", " "))
    return text[:start] + random.choice((piece, piece, piece, random.choice(ODD))) + text[start:]


def _digit(text: str, random: Random, _: Sequence[str]) -> str:
    """Another character where a digit stands: what numbers are read from is hit most."""
    places = [at for at, char in enumerate(text) if char in DIGITS]
    if not places:
        return text
    at = random.choice(places)
    return text[:at] + random.choice(NOISE) + text[at + 1 :]


def _splice(text: str, random: Random, originals: Sequence[str]) -> str:
    other = random.choice(originals)
    at = random.randrange(len(other))
    start, end = _stretch(text, random)
    return text[:start] + other[at : at + random.randrange(1, 60)] + text[end:]


def _case(text: str, random: Random, _: Sequence[str]) -> str:
    start, end = _stretch(text, random)
    turned = random.choice((str.upper, str.lower, str.title))(text[start:end])
    return text[:start] + turned + text[end:]


def _exchange(text: str, random: Random, _: Sequence[str]) -> str:
    words = text.split(" ")
    one, other = random.randrange(len(words)), random.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _numeral(text: str, random: Random, _: Sequence[str]) -> str:
    start, end = _stretch(text, random)
    return text[:start] + numeral(random) + text[end:]


def _known(text: str, random: Random, _: Sequence[str]) -> str:
    """A word that the reader knows, where another one stands."""
    words = text.split(" ")
    words[random.randrange(len(words))] = random.choice(vocabulary())
    return " ".join(words)


def _end(text: str, random: Random, _: Sequence[str]) -> str:
    """An end, of the sentence or of all, behind one of the last words of a stretch."""
    words = text.split(" ")
    at = random.randrange(len(words)) + 1
    words[at - 1] += random.choice((".", ".\n\n", "", ","))
    return " ".join(words[:at] if random.randrange(4) == 0 else words)


@cache
def vocabulary() -> tuple[str, ...]:
    """Every word of the lexicon."""
    every = (entry for entries in lexicon.tables().values() for entry in entries)
    return tuple(sorted({word for entry in every for words in entry.classes.values() for word in words}))


CHANGES = (
    *(_remove, _repeat, _insert, _insert, _digit, _digit, _splice, _case, _exchange, _numeral),
    *(_known, _known, _known, _end),
)


# -- numerals -------------------------------------------------------------------------------------

SPELLED = "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty ninety"
UNITS = SPELLED.split()
SCALES = (
    "",
    "",
    "",
    "",
    " thousand",
    " million",
    " billion",
    " trillion",
    "bn",
    "mn",
    "m",
    "k",
    "M",
    " hundred",
)
BEFORE = ("", "", "", "$", "€", "£", "US$", "RMB ", "EUR ", "-", "+", "\u2212", "(", "minus ", "about ")
AFTER = ("", "", "", "%", " percent", " people", " euros", ")", " cents", " points", " times", " shares", "x")
FRAMES = (
    "Sales were {} in the year.",
    "Revenue rose {} from a year earlier.",
    "It paid {} for the unit.",
    "A gain of {} was recorded.",
    "{} was the result.",
    "They sold {} of them.",
    "Costs fell by {}, it said.",
)


def numeral(random: Random) -> str:
    """A numeral in one of the shapes that news has, or nearly so."""
    text = random.choice(SHAPES)(random)
    text = random.choice(BEFORE) + text + random.choice(SCALES) + random.choice(AFTER)
    for _ in range(random.choice((0, 0, 1, 1, 2, 3))):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(("", random.choice(NOISE))) + text[at + random.randrange(2) :]
    return text


def framed(random: Random) -> str:
    """One sentence with one numeral."""
    return random.choice(FRAMES).format(numeral(random))


def _digits(random: Random, most: int = 4) -> str:
    return "".join(random.choice(DIGITS) for _ in range(random.randrange(1, most + 1)))


def _grouped(random: Random) -> str:
    mark = random.choice((",", ",", ",", ",", "'", " ", "\u00a0", "."))
    groups = [f"{random.randrange(1000):03}" for _ in range(random.randrange(1, 5))]
    return mark.join([str(random.randrange(1, 1000)), *groups])


def _decimal(random: Random) -> str:
    whole = random.choice((_digits(random), _grouped(random), ""))
    return f"{whole}.{_digits(random)}"


def _power(random: Random) -> str:
    way = random.choice(("e", "E", "e-", "e+", "x10^", " x 10^", "*10**"))
    return _decimal(random) + way + random.choice((_digits(random, 2), "999999999"))


def _words(random: Random) -> str:
    return random.choice((" ", "-", " and ")).join(
        random.choice((*UNITS, "hundred", "thousand", "half", "a")) for _ in range(random.randrange(1, 6))
    )


def _range(random: Random) -> str:
    return random.choice(("-", " to ", "\u2013", " and ", " of ", " out of ", "/")).join(
        (random.choice(SHAPES[:4])(random), random.choice(SHAPES[:4])(random))
    )


def _long(random: Random) -> str:
    return random.choice(("1,", "9", "0", "1.", "$", "(", "\u00bd", "-")) * random.randrange(1, 60) + _digits(
        random
    )


SHAPES = (_digits, _grouped, _decimal, _digits, _decimal, _power, _words, _range, _long)
