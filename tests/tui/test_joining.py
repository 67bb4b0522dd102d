"""All documents as one: each stands whole in it, and what is done there is done in the document itself."""

from __future__ import annotations

import threading

import pytest

from parsers.model import Document
from tests.scenes import Ready, empty, messages, settle, ships_checked, years
from tests.tui.test_keys import Tried, figure, opened, press
from tui.app import FigscopeApp
from tui.copy_forms import FORMS
from tui.describe import headline
from tui.index import Index, build_index
from tui.joining import join
from tui.screens.explorer import Explorer
from tui.state import Selection
from tui.together import Partners

DOCUMENTS = (ships_checked(), empty(), years())
OWN = [build_index(document, f"news/{number}.txt") for number, document in enumerate(DOCUMENTS)]


@pytest.fixture
def joined() -> Index:
    return join(list(enumerate(OWN)))


def words_of(document: Document) -> list[tuple[object, ...]]:
    """What places point at: each figure with the words of its fields."""
    text = document.text
    return [
        (
            text[f.start : f.end],
            f.metric and text[f.metric.start : f.metric.end],
            f.subject and text[f.subject.start : f.subject.end],
            [text[e.start : e.end] for e in f.evidence],
        )
        for f in document.figures
    ]


def test_every_document_stands_whole_and_every_place_fits(joined: Index) -> None:
    assert words_of(joined.document) == [words for own in DOCUMENTS for words in words_of(own)]
    for part in joined.parts:
        own = part.index.document
        assert joined.document.text[part.start : part.start + len(own.text)] == own.text
    for moment in joined.document.moments:
        assert joined.document.text[moment.start : moment.end] == moment.text
    assert len(joined.document.links) == sum(len(own.links) for own in DOCUMENTS)
    assert len({f.id for f in joined.document.figures}) == len(joined.document.figures)


def test_each_mention_knows_its_document(joined: Index) -> None:
    for part, own in zip(joined.parts, OWN, strict=True):
        for first, count, is_figure in (
            (part.figures, len(own.document.figures), True),
            (part.moments, len(own.document.moments), False),
        ):
            for at in range(count):
                assert joined.own(Selection(is_figure, first + at)) == (own, Selection(is_figure, at))
    assert OWN[0].own(figure(3)) == (OWN[0], figure(3))


def test_links_periods_and_findings_go_with_their_figures(joined: Index) -> None:
    for part, own in zip(joined.parts, OWN, strict=True):
        for at in range(len(own.document.figures)):
            moved = {joined.own(each)[1] for each in Partners(joined, figure(part.figures + at))}
            assert moved == set(Partners(own, figure(at)))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_copy_reads_as_from_the_document_itself(joined: Index, form: object) -> None:
    last = joined.parts[-1]
    for at in (0, 4):
        assert form.write(joined, [figure(last.figures + at)]) == form.write(OWN[-1], [figure(at)])  # type: ignore[attr-defined]


def names(screen: Explorer) -> set[str]:
    assert screen.index is not None
    return {screen.index.document_of(at) for at in screen.figures_pane.rows}


async def test_one_table_of_all_and_back_to_the_document_of_the_selection() -> None:
    async with opened("ships", "empty", "years", keys=("j", "a")) as (pilot, screen, _):
        assert len(screen.figures_pane.rows) == 14 + 8
        assert screen.selection == figure(1)
        assert "document" in {column.id for column, _ in screen.figures_pane.fitted}
        await press(pilot, "G", "a")
        assert (screen.entry, screen.selection) == (screen.entries[2], figure(7))
        assert "document" not in {column.id for column, _ in screen.figures_pane.fitted}


async def test_filter_search_and_groups_go_across_documents() -> None:
    async with opened("ships", "years", keys=("a",)) as (pilot, screen, _):
        await press(pilot, "f", *"source:halmstad", "enter")
        assert names(screen) == {"halmstad-ferries.txt"}
        await press(pilot, "F", "f", *"value>1bn or status:forecast", "enter")
        assert names(screen) == {"norvik-lines.txt", "halmstad-ferries.txt"}
        await press(pilot, "F", "slash", *"revenue", "enter", "N")
        assert screen.selection is not None
        assert screen.index is not None
        assert screen.index.document_of(screen.selection.at) == "halmstad-ferries.txt"
        screen.figures_pane.column = "document"
        await press(pilot, "b")
        assert [group.title for group in screen.figures_pane._groups] == [  # noqa: SLF001
            "norvik-lines.txt",
            "halmstad-ferries.txt",
        ]
        titles = {column.id for column, _ in screen.figures_pane.fitted}
        assert "document" not in titles  # the heads say it
        await press(pilot, "b")
        assert "document" in {column.id for column, _ in screen.figures_pane.fitted}


async def test_marks_are_those_of_the_documents() -> None:
    async with opened("ships", "years", keys=("space", "a")) as (pilot, screen, app):
        assert screen.marks == {0}
        await press(pilot, "G", "space", "g", "space", "a")
        assert [entry.marks for entry in screen.entries] == [frozenset(), frozenset({7})]
        await press(pilot, "q")
    assert [[f.id for f in document.figures] for document in app.marked_documents()] == [["f8"]]


async def test_a_document_that_cannot_be_read_is_left_out_and_told() -> None:
    app = Tried("ships", "years")
    app.entries[1].problem = "gone.txt: No such file"
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "a")
        screen = app.screen
        assert isinstance(screen, Explorer)
        assert screen.whole is None
        assert messages(app) == ["There is only one document to show."]


class Slow:
    """A source that is read once it may be."""

    name = "slow.txt"

    def __init__(self) -> None:
        self.may = threading.Event()

    def read(self) -> Document:
        self.may.wait(30)
        return years()


async def test_who_leaves_while_documents_are_read_leaves_in_peace() -> None:
    slow = Slow()
    app = FigscopeApp([Ready("x", ships_checked()), slow], theme="figscope-dark")
    async with app.run_test() as pilot:
        await pilot.press("a", "q")
        slow.may.set()
    assert app.return_code == 0


async def test_asked_twice_while_documents_are_read_it_reads_them_all_and_shows_them_once() -> None:
    slow = Slow()
    app = FigscopeApp([Ready("x", ships_checked()), slow], theme="figscope-dark")
    async with app.run_test() as pilot:
        await pilot.press("a", "a")
        slow.may.set()
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, Explorer)
        assert screen.whole is not None
        assert all(entry.index is not None for entry in screen.entries)


async def test_one_document_alone_stays_as_it_is() -> None:
    async with opened("ships", keys=("a",)) as (_, screen, app):
        assert screen.whole is None
        assert messages(app) == []


def test_the_detail_names_the_document_where_there_are_several(joined: Index) -> None:
    last = joined.parts[-1]
    assert headline(joined, figure(last.figures))[-1] == "2.txt"
    assert headline(joined, Selection.moment(last.moments))[-1] == "2.txt"
    assert "2.txt" not in headline(OWN[-1], figure(0))
