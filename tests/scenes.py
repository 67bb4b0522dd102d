"""Scenes: fixed documents and keys, for the snapshot tests and for ``make screenshots`` alike.

The documents are built by hand, so that a picture changes only where the explorer does.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from parsers.article import Article
from parsers.model import (
    Calendar,
    Coverage,
    Direction,
    Document,
    Evidence,
    Figure,
    Finding,
    Kind,
    Link,
    LinkKind,
    Modifier,
    Moment,
    MomentKind,
    Phrase,
    Span,
    State,
    Status,
)
from parsers.readers import Source as ArticleFile
from parsers.readers import find_sources
from parsers.safe import make_safe
from parsers.text import split_sentences
from tui.app import FigscopeApp
from tui.shelf import Source

TEXT = """\
Norvik Lines orders six ships and looks further ahead

OSLO, October 24, 2024 - Norvik Lines will spend at least 4.2 billion kroner ($384 million) on six container \
ships over the next three years, its largest order in a decade.

Revenue rose 12 percent to NOK 1.94 billion ($177.4 million) in the third quarter of 2024, and cargo volume \
reached 310,000 containers. Fuel took about a quarter of the cost.

In the six months ended September 30, 2024, operating profit fell by 3.5 percentage points to a margin of \
11.2 percent, as 14 of 41 sailings to Asia were cancelled. Chief executive Ida Moen expects growth in the \
double digits for 2025 and no more than 5 to 7 percent after it.

The company was founded in 1923 and has paid a dividend for 31 years.
"""


class Builder:
    """Puts figures, moments and links on the phrases of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.figures: list[Figure] = []
        self.moments: list[Moment] = []
        self.links: list[Link] = []

    def span(self, phrase: str, nth: int = 0) -> tuple[int, int]:
        """Where a phrase stands for the nth time."""
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(phrase, at + 1)
        return at, at + len(phrase)

    def words(self, phrase: str | None) -> Phrase | None:
        """A phrase with its place."""
        return None if phrase is None else Phrase(*self.span(phrase), phrase)

    def moment(self, name: str, phrase: str, kind: MomentKind = MomentKind.DATE, **fields: Any) -> None:
        """A moment on a phrase."""
        start, end = self.span(phrase)
        self.moments.append(
            Moment(id=name, start=start, end=end, text=phrase, kind=kind, rule="scene", **fields)
        )

    def figure(self, name: str, phrase: str, kind: Kind, value: str | None, **fields: Any) -> None:
        """A figure on a phrase; numbers may be given as strings."""
        start, end = self.span(phrase)
        for key in ("low", "high", "precision"):
            if key in fields:
                fields[key] = Decimal(fields[key])
        fields["metric"] = self.words(fields.get("metric"))
        fields["subject"] = self.words(fields.get("subject"))
        number = None if value is None else Decimal(value)
        self.figures.append(
            Figure(
                id=name, start=start, end=end, text=phrase, kind=kind, value=number, rule="scene", **fields
            )
        )

    def link(self, kind: LinkKind, *figures: str, rate: str | None = None) -> None:
        """A link between figures, its rate with a small interval about it."""
        by_id = {figure.id: figure for figure in self.figures}
        evidence = Span(by_id[figures[0]].start, by_id[figures[-1]].end)
        bounds = {}
        if rate is not None:
            middle = Decimal(rate)
            bounds = {
                "rate": middle,
                "rate_low": middle - Decimal("0.01"),
                "rate_high": middle + Decimal("0.01"),
            }
        self.links.append(Link(kind=kind, figures=figures, evidence=evidence, rule="scene", **bounds))

    def document(self, **fields: Any) -> Document:
        """The document of it all."""
        return Document(
            text=self.text,
            sentences=split_sentences(self.text),
            figures=tuple(self.figures),
            moments=tuple(self.moments),
            links=tuple(self.links),
            coverage=Coverage(figures=len(self.figures)),
            **fields,
        )


def ships() -> Document:
    """An article with every kind of thing in it."""
    b = Builder(TEXT)
    day = dt.date
    anchored: dict[str, Any] = {"anchored": True, "anchor": "reference date"}
    b.moment(
        "m1",
        "October 24, 2024",
        timex="2024-10-24",
        first=day(2024, 10, 24),
        last=day(2024, 10, 24),
        granularity="day",
    )
    b.moment(
        "m2",
        "the next three years",
        MomentKind.DURATION,
        timex="P3Y",
        first=day(2024, 10, 25),
        last=day(2027, 10, 24),
        granularity="year",
        **anchored,
    )
    b.moment("m3", "a decade", MomentKind.DURATION, timex="P1DE", granularity="decade")
    b.moment(
        "m4",
        "the third quarter of 2024",
        timex="2024-Q3",
        first=day(2024, 7, 1),
        last=day(2024, 9, 30),
        granularity="quarter",
    )
    b.moment(
        "m5",
        "the six months ended September 30, 2024",
        timex="2025-H1",
        first=day(2024, 4, 1),
        last=day(2024, 9, 30),
        granularity="half",
        calendar=Calendar.FISCAL,
    )
    b.moment("m6", "2025", timex="2025", first=day(2025, 1, 1), last=day(2025, 12, 31), granularity="year")
    b.moment("m7", "1923", timex="1923", first=day(1923, 1, 1), last=day(1923, 12, 31), granularity="year")
    b.moment("m8", "31 years", MomentKind.DURATION, timex="P31Y", granularity="year")
    _figures(b)
    b.link(LinkKind.EQUIVALENT, "f1", "f2", rate="10.94")
    b.link(LinkKind.CHANGE, "f4", "f5")
    b.link(LinkKind.EQUIVALENT, "f5", "f6", rate="10.94")
    return b.document(
        title="Norvik Lines orders six ships and looks further ahead",
        source="norvik-lines.txt",
        reference_date=day(2024, 10, 24),
        reference_date_from="dateline",
        published=day(2024, 10, 24),
    )


def _figures(b: Builder) -> None:
    money, percent = Kind.MONEY, Kind.PERCENT
    order: dict[str, Any] = {
        "metric": "order",
        "subject": "Norvik Lines",
        "period": "m2",
        "inferred": ("metric",),
    }
    sales: dict[str, Any] = {
        "metric": "Revenue",
        "subject": "Norvik Lines",
        "period": "m4",
        "inferred": ("subject",),
    }
    b.figure(
        "f1",
        "4.2 billion kroner",
        money,
        "4200000000",
        precision="100000000",
        unit="NOK",
        modifier=Modifier.AT_LEAST,
        evidence=_said(b, "subject", "Norvik Lines"),
        **order,
    )
    b.figure("f2", "$384 million", money, "384000000", precision="1000000", unit="USD", **order)
    b.figure("f3", "six container ships", Kind.COUNT, "6", unit="container ship", metric="order", period="m2")
    b.figure(
        "f4",
        "12 percent",
        percent,
        "12",
        precision="1",
        unit="percent",
        direction=Direction.INCREASE,
        evidence=_said(b, "metric", "Revenue"),
        **sales,
    )
    b.figure("f5", "NOK 1.94 billion", money, "1940000000", precision="10000000", unit="NOK", **sales)
    b.figure("f6", "$177.4 million", money, "177400000", precision="100000", unit="USD", **sales)
    b.figure(
        "f7",
        "310,000 containers",
        Kind.COUNT,
        "310000",
        precision="1",
        unit="container",
        metric="cargo volume",
        period="m4",
    )
    b.figure("f8", "a quarter", Kind.RATIO, "0.25", modifier=Modifier.ABOUT, metric="Fuel")
    b.figure(
        "f9",
        "3.5 percentage points",
        Kind.POINTS,
        "3.5",
        precision="0.1",
        unit="percentage point",
        direction=Direction.DECREASE,
        metric="operating profit",
        period="m5",
    )
    b.figure(
        "f10", "11.2 percent", percent, "11.2", precision="0.1", unit="percent", metric="margin", period="m5"
    )
    b.figure("f11", "14 of 41 sailings", Kind.RATIO, None, low="14", high="41", unit="sailing", period="m5")
    b.figure(
        "f12",
        "double digits",
        percent,
        None,
        low="10",
        high="99",
        unit="percent",
        metric="growth",
        direction=Direction.INCREASE,
        period="m6",
        attribution="Ida Moen",
    )
    b.figure(
        "f13",
        "5 to 7 percent",
        percent,
        None,
        low="5",
        high="7",
        unit="percent",
        metric="growth",
        modifier=Modifier.UP_TO,
        attribution="Ida Moen",
        inferred=("metric",),
    )
    b.figure("f14", "31 years", Kind.DURATION, "31", unit="year", metric="dividend")


def _said(b: Builder, field: str, phrase: str) -> tuple[Evidence, ...]:
    return (Evidence(field, *b.span(phrase), "scene"),)


def ships_checked() -> Document:
    """The same article with a finding on it."""
    document = ships()
    finding = Finding(
        check="implied-rate",
        state=State.DISAGREES,
        severity="warning",
        figures=("f5", "f6"),
        message="This pair implies 10.94 kroner to the dollar; the others imply 10.81.",
        formula="1,940,000,000 / 177,400,000 = 10.94",
        expected_low=Decimal("10.80"),
        expected_high=Decimal("10.82"),
        evidence=(Span(*Builder(TEXT).span("NOK 1.94 billion ($177.4 million)")),),
    )
    agreeing = Finding(
        check="implied-rate",
        state=State.AGREES,
        severity="info",
        figures=("f3", "f4"),
        message="4.2 billion kroner ($384 million) agrees with the rate that the text states: 10.94.",
        formula="4.2 billion kroner / $384 million = 10.8 to 11.08",
    )
    return replace(document, findings=(finding, agreeing))


YEARS = """\
Halmstad Ferries: five seasons

Revenue of Halmstad Ferries was 31.2 million euros in 2021, 38 million euros in 2022, about 44.6 million \
euros in 2023 and 47.9 million euros in 2024. It expects 50 to 54 million euros for 2025. The result of \
2022, a loss of 1.4 million euros, became 2.6 million euros in 2024.
"""


def years() -> Document:
    """An article that tells one metric for several periods, the last ahead, and one that was below zero."""
    b = Builder(YEARS)
    for number, year in enumerate(range(2021, 2026)):
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        b.moment(f"m{number}", str(year), timex=str(year), first=first, last=last, granularity="year")
    said: dict[str, Any] = {"unit": "EUR", "precision": "100000", "subject": "Halmstad Ferries"}
    sales = {**said, "metric": "Revenue", "metric_name": "revenue"}
    result = {**said, "metric": "result", "metric_name": "net income"}
    money = Kind.MONEY
    b.figure("f1", "31.2 million euros", money, "31200000", period="m0", **sales)
    b.figure("f2", "38 million euros", money, "38000000", period="m1", **sales)
    b.figure("f3", "about 44.6 million", money, "44600000", modifier=Modifier.ABOUT, period="m2", **sales)
    b.figure("f4", "47.9 million euros", money, "47900000", period="m3", **sales)
    ends = {"low": "50000000", "high": "54000000", "status": Status.FORECAST}
    b.figure("f5", "50 to 54 million euros", money, None, period="m4", **ends, **sales)
    b.figure("f6", "1.4 million euros", money, "-1400000", period="m1", **result)
    b.figure("f7", "2.6 million euros", money, "2600000", period="m3", **result)
    b.figure("f8", "five seasons", Kind.COUNT, "5", unit="season")
    return b.document(
        source="halmstad-ferries.txt", reference_date=dt.date(2025, 2, 3), reference_date_from="given"
    )


HOSTILE_NAME = "[bold red]x[/] \x1b]0;owned\x07\x9b31m \u202etxt.exe"
HOSTILE = (
    "[@click=app.quit]press[/] [/] [link='https://example.invalid']here[/link] $x{y} \\[b]\n"
    "\x1b[2J\x1b]52;c;aGk=\x07 \x9b5n \u202eredro\u202c \u200bzero\u200b\tand a tab\n"
    "收入增长了百分之七 e\u0301tude 한국어 profit of [red]$5 million[/red] in [blink]2024[/blink]\n"
)


def hostile() -> Document:
    """A text that tries to be markup, to command the terminal and to run in both directions."""
    text = make_safe(HOSTILE)
    b = Builder(text)
    b.figure("f1", "$5 million", Kind.MONEY, "5000000", unit="[USD]", precision="1000000", metric="[red]")
    b.moment(
        "m1", "2024", timex="2024", first=dt.date(2024, 1, 1), last=dt.date(2024, 12, 31), granularity="year"
    )
    return b.document(title=make_safe("[b]t[/b]"), source=make_safe(HOSTILE_NAME))


def empty() -> Document:
    """A text without a figure or a date."""
    text = "A quiet day at the harbour.\n"
    return Document(text=text, sentences=split_sentences(text), source="quiet.txt")


@dataclass(frozen=True, slots=True)
class Ready:
    """A source that is a document already."""

    name: str
    document: Document

    def read(self) -> Document:
        return self.document


@dataclass(frozen=True, slots=True)
class Scene:
    """What is open, which keys were pressed, and in which looks it is drawn."""

    name: str
    keys: tuple[str, ...] = ()
    theme: str = "figscope-dark"
    sizes: tuple[tuple[int, int], ...] = ((120, 36),)
    documents: tuple[str, ...] = ("ships", "empty")


WIDE, USUAL, SMALL, LARGE = (120, 36), (80, 24), (40, 12), (200, 60)
SCENES = (
    Scene("explorer", ("j", "j", "j", "j"), sizes=(WIDE, USUAL, SMALL, LARGE)),
    Scene("light", ("j", "j", "j", "j"), "figscope-light", sizes=(WIDE, USUAL)),
    Scene("contrast", ("j", "j", "j", "j"), "figscope-contrast"),
    Scene("plain", ("j", "j", "j", "j"), "figscope-ansi"),
    Scene("timeline", ("2", "g", "j", "j", "plus"), sizes=(WIDE, USUAL, SMALL)),
    Scene("source", ("3", "l", "l", "l"), sizes=(WIDE, USUAL, SMALL)),
    Scene("search", ("slash", *"percent", "enter", "n"), sizes=(WIDE, USUAL)),
    Scene("filter", ("f", *"kind:money and unit:", "tab"), sizes=(USUAL, SMALL)),
    Scene("mistake", ("f", *"kind:money value>much"), sizes=(USUAL,)),
    Scene("copy", ("j", "y"), sizes=(WIDE, SMALL)),
    Scene("documents", ("o",), sizes=(WIDE, SMALL)),
    Scene("detail", ("j", "j", "j", "j", "enter"), sizes=(WIDE, USUAL)),
    Scene("help", ("question_mark",), sizes=(USUAL,)),
    Scene("finding", ("e",), documents=("checked",)),
    Scene("follow", ("j", "v"), documents=("years",), sizes=(WIDE, USUAL, SMALL)),
    Scene("together", ("a", "l", "l", "l", "l", "b"), documents=("ships", "years")),
    Scene("nothing", documents=("empty",), sizes=(WIDE, SMALL)),
    Scene("hostile", ("3",), documents=("hostile",), sizes=(USUAL,)),
)
PICTURES = (
    ("explorer", (WIDE, USUAL, SMALL, LARGE)),
    ("light", (WIDE,)),
    ("timeline", (WIDE,)),
    ("search", (USUAL,)),
    ("copy", (USUAL,)),
    ("detail", (WIDE,)),
    ("together", (WIDE,)),
)
"""The scenes that are also drawn for the README, there with the articles of ``seeds/``."""
SEEDS = Path(__file__).parent.parent / "seeds"
DOCUMENTS: Mapping[str, Callable[[], Source]] = {
    "ships": lambda: Ready("norvik-lines.txt", ships()),
    "checked": lambda: Ready("norvik-lines.txt", ships_checked()),
    "years": lambda: Ready("halmstad-ferries.txt", years()),
    "empty": lambda: Ready("quiet.txt", empty()),
    "hostile": lambda: Ready(HOSTILE_NAME, hostile()),
    "seed": lambda: Seed(min(SEEDS.glob("*.txt"))),
}


@dataclass(frozen=True, slots=True)
class Seed:
    """One of the sample articles, as the program reads it."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    def read(self) -> Article:
        return replace(ArticleFile(self.path).read(), source=self.name, path=None)


def pictures() -> Iterator[tuple[str, Scene, tuple[int, int]]]:
    """The pictures of the README: file name, scene and size."""
    by_name = {scene.name: scene for scene in SCENES}
    for name, sizes in PICTURES:
        for width, height in sizes:
            yield (
                f"{name}-{width}x{height}.svg",
                replace(by_name[name], documents=("seeds",)),
                (width, height),
            )


def sources_of(scene: Scene) -> list[Source]:
    """What is open in a scene."""
    found: list[Source] = []
    for name in scene.documents:
        if name == "seeds":
            articles = (each for each in find_sources([SEEDS]) if isinstance(each, ArticleFile))
            found += [Seed(each.path) for each in articles if each.path is not None]
        else:
            found.append(DOCUMENTS[name]())
    return found


def app_of(scene: Scene) -> FigscopeApp:
    """The program with the documents of a scene open."""
    return FigscopeApp(sources_of(scene), theme=scene.theme)


async def settle(pilot: Pilot[Any]) -> None:
    """Until every document that is being read is read and everything is drawn."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def play(pilot: Pilot[Any], keys: Sequence[str]) -> None:
    """Press the keys of a scene, each when the one before has been answered."""
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
    await settle(pilot)


def shown(app: FigscopeApp) -> str:
    """All characters on the screen, row by row."""
    rows = app.screen._compositor.render_strips()  # noqa: SLF001 - Textual has no public way to ask
    return "\n".join("".join(segment.text for segment in row) for row in rows)


def messages(app: FigscopeApp) -> list[str]:
    """What the program has told, the oldest first."""
    return [notification.message for notification in app._notifications]  # noqa: SLF001


def picture(scene: Scene, size: tuple[int, int]) -> str:
    """The scene as SVG at a size."""

    async def draw() -> str:
        app = app_of(scene)
        async with app.run_test(size=size) as pilot:
            await play(pilot, scene.keys)
            return app.export_screenshot(title="figscope")

    return asyncio.run(draw())
