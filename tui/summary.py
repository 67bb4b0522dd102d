"""The words of the first line: what is open and what is in it."""

from __future__ import annotations

from collections.abc import Mapping

from tui.index import Index
from tui.layout import PANES, Shape
from tui.wording import counted, day


def counts(index: Index | None, wrong: int, done: float = 1.0) -> tuple[str, ...]:
    """How many figures, dates and findings that disagree (``wrong``) there are, and the article's "now".

    While it is being read, the share of it that is ``done``.
    """
    if index is None or index.partial:
        return _so_far(index, done)
    document = index.document
    parts = [counted(len(document.figures), "figure"), counted(len(document.moments), "date")]
    if wrong:
        parts.insert(1, counted(wrong, "finding"))  # a narrow line has no room for the last parts
    elif document.findings:
        parts.append("nothing disagrees")
    if index.parts:
        parts.insert(0, counted(len(index.parts), "document"))
    elif document.reference_date is not None:
        how = f" ({document.reference_date_from})" if document.reference_date_from else ""
        parts.append(f"as of {day(document.reference_date)}{how}")
    else:
        parts.append("no reference date")
    return tuple(parts)


def _so_far(index: Index | None, done: float) -> tuple[str, ...]:
    """How far the reading is; at the end of the text what the figures say is still to be worked out."""
    if not done:
        return ()
    found = counted(len(index.document.figures), "figure") + " so far" if index else ""
    share = f"{int(done * 100)}% read" if done < 1 else "all read, working out what they measure"
    return (share, found) if found else (share,)


def reading_words(name: str, waited: float, *, first: bool = False) -> str:
    """What is said while there is nothing else to say about a document: "Reading results.txt, 3 s".

    At the ``first`` start the rules have to be made ready, which takes some seconds.
    """
    what = "Making the rules ready, at the first start only" if first else f"Reading {name}"
    return what + (f", {waited:.0f} s" if waited >= 1 else "")


def position(
    shape: Shape, front: str, name: str, where: str, found: tuple[str, ...], keys: Mapping[str, str]
) -> tuple[str, ...]:
    """The parts of the first line; one pane at a time says which, and the way (``keys``) to the others."""
    named = f"{name} {where}".strip()
    if shape is Shape.SINGLE:
        own = f"{keys[f'pane-{front}']} {front.title()}".strip()
        panes = " ".join(f"[{own}]" if pane == front else keys[f"pane-{pane}"] for pane in PANES)
        return (panes, named, *found)
    return ("figscope", named, *found)
