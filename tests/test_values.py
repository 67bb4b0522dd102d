"""Records: what ``dataclass(frozen=True, slots=True)`` promises holds for them, without its work."""

from __future__ import annotations

import dataclasses
import inspect
import pickle
from decimal import Decimal
from functools import cached_property
from typing import Any

import pytest

from parsers.model import Document, Figure, Kind, Span
from parsers.values import RARE, fields_of, record, replace


@record
class Place:
    """A field without a default, and one with."""

    start: int
    names: tuple[str, ...] = ()

    @property
    def after(self) -> int:
        return self.start + 1


@record
class Named(Place):
    """One more field than its base."""

    name: str = "none"


@record(frozen=False)
class Open:
    """May be changed."""

    count: int = 0


@record(eq=False)
class Alone:
    """Equals itself."""

    count: int = 0


@record(kw_only=True, cached=True)
class Lazy:
    """Keeps what it has worked out."""

    start: int = 1

    @cached_property
    def doubled(self) -> list[int]:
        return [2 * self.start]


def test_fields_are_set_by_place_by_name_and_by_default() -> None:
    assert (Place(1).start, Place(1).names) == (1, ())
    assert Named(1, ("a",), name="b") == Named(start=1, names=("a",), name="b")
    assert Named(1).after == 2


@pytest.mark.parametrize("given", [{}, {"start": 1, "other": 2}])
def test_missing_and_unknown_fields_are_refused(given: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="Place"):
        Place(**given)  # type: ignore[arg-type]


def test_names_of_fields_can_be_wanted() -> None:
    with pytest.raises(TypeError):
        Lazy(1)  # type: ignore[call-arg]


def test_values_are_compared_and_hashed_by_their_fields() -> None:
    assert Place(1, ("a",)) == Place(1, ("a",))
    assert Place(1) != Place(2)
    assert Place(1) != Named(1)
    assert len({Place(1), Place(1), Place(2)}) == 2
    assert Alone(1) != Alone(1)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Open())


def test_they_cannot_be_changed() -> None:
    for value in (Place(1), Named(1), Lazy()):
        with pytest.raises(AttributeError, match="cannot be changed: start"):
            value.start = 2  # type: ignore[misc]
        with pytest.raises(AttributeError):
            del value.start
        with pytest.raises(AttributeError):
            value.other = 2  # type: ignore[union-attr]
    opened = Open()
    opened.count = 3
    assert opened == Open(3)
    assert not hasattr(Place(1), "__dict__")


def test_what_is_worked_out_is_kept() -> None:
    value = Lazy(start=3)
    assert value.doubled is value.doubled
    assert replace(value, start=4).doubled == [8]


def test_they_are_shown_and_matched() -> None:
    assert repr(Place(1, ("a",))) == "Place(start=1, names=('a',))"
    match Place(1, ("a",)):
        case Place(start, names):
            assert (start, names) == (1, ("a",))


def test_they_go_from_one_process_to_another() -> None:
    figure = Figure(id="f1", start=0, end=2, text="5%", kind=Kind.PERCENT, value=Decimal(5))
    document = Document(text="5%", sentences=(Span(0, 2),), figures=(figure,))
    assert pickle.loads(pickle.dumps(document)) == document


def test_other_libraries_see_the_fields_of_a_dataclass() -> None:
    assert [field.name for field in dataclasses.fields(Span)] == ["start", "end"]
    assert dataclasses.asdict(Named(1)) == {"start": 1, "names": (), "name": "none"}
    assert fields_of(Named(1)) == dataclasses.asdict(Named(1))
    assert dataclasses.replace(Place(1), start=2) == Place(2)


def _seldom() -> type[Place]:
    @record
    class Seldom(Place):
        """Few are made."""

    return Seldom


def test_a_constructor_is_written_when_many_values_are_made() -> None:
    kind = _seldom()
    values = []
    for number in range(RARE):
        assert "args" in inspect.signature(kind.__init__).parameters
        values.append(kind(names=("a",), start=number) if number % 2 else kind(number, ("a",)))
    values.append(kind(RARE, ("a",)))
    assert "start" in inspect.signature(kind.__init__).parameters
    assert values == [kind(number, ("a",)) for number in range(RARE + 1)]
    assert kind(1).names == ()


@pytest.mark.parametrize("made", [0, RARE])
def test_wrong_arguments_are_refused_in_the_usual_words(made: int) -> None:
    kind: Any = _seldom()
    for number in range(made):
        kind(number)
    for args, named, complaint in (
        ((), {}, "missing 1 required positional argument: 'start'"),
        ((1, (), 3), {}, "takes from 2 to 3 positional arguments but 4 were given"),
        ((1,), {"start": 2}, "got multiple values for argument 'start'"),
        ((1,), {"end": 2}, "got an unexpected keyword argument 'end'"),
    ):
        with pytest.raises(TypeError, match=complaint):
            kind(*args, **named)
    lazy: Any = Lazy
    with pytest.raises(TypeError, match="takes 1 positional argument but 2 were given"):
        lazy(1)
