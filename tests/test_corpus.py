"""The accept and reject cases of ``tests/corpus/*.toml``.

``[[accept]]`` has a ``text`` (and a ``reference_date`` where it needs one) with the figures and
moments that stand in it, in text order: ``[[accept.figures]]`` and ``[[accept.moments]]``.  Only
the keys that are given are compared.  The figures listed are all there are of the kinds listed,
unless the case says ``only_listed = false``; an empty list (``figures = []``) says there are none.
``[[reject]]`` has a ``text``, and the ``kind`` (or list of kinds) that must not be found in it;
without a kind nothing at all may be found but moments.  ``why`` is for the reader.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import regex

from parsers import figures, parse

CORPUS = Path(__file__).parent / "corpus"


def cases(section: str) -> list[Any]:
    found = []
    for file in sorted(CORPUS.glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
        assert set(table) <= {"accept", "reject"}, f"{file.name}: unknown section"
        found += [
            pytest.param(case, id=f"{file.stem}: {case['text'][:70]}") for case in table.get(section, [])
        ]
    return found


def test_every_family_of_mistakes_has_both() -> None:
    """Each of the fifteen, numbered here and named on the figures' front page, is shown both ways."""
    written = (CORPUS / "families.toml").read_text(encoding="utf-8")
    families = [tomllib.loads(part) for part in regex.split(r"(?m)^# \d+\. .*$", written)[1:]]
    front = (figures.__doc__ or "").partition("===\n")[2].rpartition("\n===")[0]
    assert len(families) == 15 == len(regex.findall(r"(?m)^[^ =]", front))
    assert all(family.get("accept") and family.get("reject") for family in families)


def read(case: dict[str, Any]) -> dict[str, Any]:
    day = case.get("reference_date")
    assert day is None or isinstance(day, dt.date)
    return parse(case["text"], reference_date=day).to_dict()


@pytest.mark.parametrize("case", cases("accept"))
def test_accept(case: dict[str, Any]) -> None:
    document = read(case)
    assert "figures" in case or "moments" in case, "a case lists figures or moments"
    for section in ("figures", "moments"):
        if section in case:
            compare(case[section], document[section], case.get("only_listed", True))


@pytest.mark.parametrize("case", cases("reject"))
def test_reject(case: dict[str, Any]) -> None:
    kinds = case.get("kind")
    refused = {kinds} if isinstance(kinds, str) else set(kinds or ())
    found = [f for f in read(case)["figures"] if not refused or f["kind"] in refused]
    assert not found, f"found {[(f['text'], f['kind']) for f in found]}"


def compare(wanted: list[dict[str, Any]], found: list[dict[str, Any]], only_listed: bool) -> None:
    """Every wanted item is found, in order; of the listed kinds (all, if none is named) nothing else."""
    kinds = {item["kind"] for item in wanted if "kind" in item}
    shown = [{key: item[key] for key in ("text", "kind", *keys_of(wanted))} for item in found]
    if only_listed:
        assert [project(item, want) for item, want in zip_kinds(found, wanted, kinds)] == wanted, shown
    else:
        remaining = iter(found)
        for want in wanted:
            assert any(project(item, want) == want for item in remaining), f"{want} not in {shown}"


def zip_kinds(
    found: list[dict[str, Any]], wanted: list[dict[str, Any]], kinds: set[str]
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The found items of the kinds, each with the wanted item at its place (or its own full self)."""
    of_kinds = [item for item in found if not kinds or item["kind"] in kinds]
    return [(item, wanted[i] if i < len(wanted) else item) for i, item in enumerate(of_kinds)]


def keys_of(wanted: list[dict[str, Any]]) -> list[str]:
    return sorted({key for item in wanted for key in item} - {"text", "kind"})


def project(item: dict[str, Any], want: dict[str, Any]) -> dict[str, Any]:
    """The keys of ``item`` that ``want`` names; dates as they stand in JSON; "null" is none."""
    missing = set(want) - set(item)
    assert not missing, f"no such key: {missing}"
    return {key: want[key] if same(item[key], want[key]) else item[key] for key in want}


def same(value: Any, wanted: Any) -> bool:
    if wanted == "null":
        return value is None
    if isinstance(wanted, int | Decimal) and isinstance(value, Decimal) and not isinstance(wanted, bool):
        return value == wanted
    if isinstance(wanted, dt.date):
        return bool(value == wanted.isoformat())
    return bool(value == wanted)
