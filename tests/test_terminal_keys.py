"""Every action in a real terminal, by its key, in one run; plain terminals are left as they were."""

from __future__ import annotations

import termios
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.test_terminal import FIGSCOPE, LEAVE_SCREEN, ROOT, selected, terminal
from tui.actions import ACTIONS, BY_ID

STORY = """Brewer sells its mill

The brewer Halden sold its mill for 412.5 million euros in March 2024.

Sales rose 12 percent to $55.0 million from $50.0 million in the second quarter of 2024.

Halden employed 12,500 people on June 30, 2024, and 11,900 people on June 30, 2023.
"""
OTHER = "Ferry line orders two ships\n\nThe ferry line ordered two ships for 380 million kroner in 2025.\n"


@dataclass(frozen=True, slots=True)
class Front:
    """A pane that has the keys, by the words of its title."""

    words: str


Words = str | Callable[[str], bool]
Seen = Words | Front
MOVED = Front("the timeline's title changes")
# As terminals with the newer key protocol send it: no key that follows at once can be taken for a part of it.
ESCAPE = "\x1b[27u"

TYPED = {
    "escape": ESCAPE,
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "left": "\x1b[D",
    "right": "\x1b[C",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "f1": "\x1bOP",
    "space": " ",
}
"""What a terminal sends for the keys that are no characters."""
MODES = (
    (b"\x1b[?1049h", LEAVE_SCREEN),  # the second screen
    (b"\x1b[?25l", b"\x1b[?25h"),  # the cursor
    (b"\x1b[?1000h", b"\x1b[?1000l"),  # the mouse
    (b"\x1b[?2004h", b"\x1b[?2004l"),  # pasting in brackets
)
"""What is switched on while the explorer is open, and has to be off again."""
FIRST, LAST = "412.5 million", "11,900 people"


@dataclass(frozen=True, slots=True)
class Step:
    """An action, what its key makes to be seen, and what is typed afterwards to go on from there."""

    action: str
    seen: Seen
    then: str = ""
    then_seen: Seen = ""


def on(words: str) -> Words:
    """The figure that is selected in the table."""
    return lambda screen: words in selected(screen)


def gone(words: str) -> Words:
    return lambda screen: words not in screen


def lane(words: str) -> Words:
    """The row that is selected in the timeline."""
    return lambda screen: any("▸" in row and words in row.partition("▸")[2] for row in screen.splitlines())


def heading(words: str) -> Front:
    """The pane whose title is bold."""
    return Front(words)


def title(screen: str) -> str:
    """The words in the timeline's border."""
    named = (row.partition("2 Timeline")[2] for row in screen.splitlines() if "2 Timeline" in row)
    return next(named, "").partition("─╮")[0]


STEPS = (
    Step("move-down", on("12 percent")),
    Step("move-up", on(FIRST)),
    Step("move-bottom", on(LAST)),
    Step("move-top", on(FIRST)),
    Step("move-page-down", on(LAST)),
    Step("move-page-up", on(FIRST)),
    Step("move-half-down", lambda s: bool(selected(s)) and FIRST not in selected(s)),
    Step("move-half-up", on(FIRST)),
    Step("move-right", "", "s", "by value"),
    Step("sort", gone("by value"), "s", "by value"),
    Step("sort-reverse", "by value reversed", "Ss", gone("by value")),
    Step("sort-group", "grouped by value", "b", gone("grouped")),
    Step("move-left", "", "s", "by as written"),
    Step("columns", lambda s: "Columns" in s and "Esc back" in s, "n" + ESCAPE, gone("Esc back")),
    Step("columns-set", "wide columns", "C", gone("wide columns")),
    Step("mark", "1 marked", "g", on(FIRST)),
    Step("copy-marked", "as written, with its place", ESCAPE + "g", on("50.0 million")),
    Step("mark-next", on(FIRST), "g", on("50.0 million")),
    Step("mark-previous", on(FIRST)),
    Step("mark-clear", gone("1 marked"), "sg", on(FIRST)),
    Step("copy", "as written, with its place", "v", "cannot confirm"),
    Step("detail", "Figure: 412.5 million euros", ESCAPE, gone("Figure: 412.5")),
    Step("search", "words, or /an expression/", "people\r", '1/2 "people"'),
    Step("search-next", '2/2 "people"'),
    Step("search-previous", '1/2 "people"', ESCAPE, gone('"people"')),
    Step("filter", "of 6", "kind:percent\r", "1/6"),
    Step("filter-clear", gone("1/6"), "g", on(FIRST)),
    Step("jump", lambda s: "a " in s, "s", on("12 percent")),
    Step("line-go", "its number", "1" + ESCAPE, gone(" line ")),
    Step("finding-next", lambda s: "does not fit its two ends" in s),
    Step("finding-previous", lambda s: "does not fit its two ends" in s),
    Step("pane-timeline", heading("2 Timeline"), "g", lane("30 Jun 2023")),
    Step("time-next", lane("Mar 2024"), "]", lane("Q2 2024")),
    Step("time-previous", lane("Mar 2024")),
    Step("time-in", MOVED),
    Step("time-out", MOVED),
    Step("pane-source", heading("3 Source")),
    Step("lines", " 3 The brewer"),
    Step("pane-findings", heading("4 Findings")),
    Step("pane-figures", heading("1 Figures")),
    Step("pane-next", heading("2 Timeline")),
    Step("pane-previous", heading("1 Figures")),
    Step("pane-zoom", gone("3 Source")),
    Step("back", "3 Source"),
    Step("follow", gone("that belong to no date"), ESCAPE, "that belong to no date"),
    Step("document-next", on("two ships")),
    Step("document-previous", lambda s: "380 million" not in s and "412.5" in s),
    Step("document-reread", "Read again: 6 figures"),
    Step("document-open", "2 documents", ESCAPE, gone("2 documents")),
    Step("document-all", "all documents   2 documents   9 figures", "a", "1/2   6 figures"),
    Step("theme", "Theme: figscope-light"),
    Step("help", "Keys", ESCAPE, gone("─ Keys")),
    Step("palette", "Everything about the selection", ESCAPE, gone("Everything about the selection")),
    Step("quit", ""),
)


def see(person: Terminal, seen: Seen, before: str) -> None:
    """Wait until something is seen; ``before`` is what the timeline's title was."""
    if isinstance(seen, Front):
        words = seen.words
        moved = seen is MOVED
        person.wait(lambda s: title(s) not in (before, "") if moved else is_bold(person, words))
    elif seen:
        person.wait(seen)


def is_bold(person: Terminal, words: str) -> bool:
    """Whether these words stand in bold letters on the screen."""
    places = ((row, line.find(words)) for row, line in enumerate(person.screen.display))
    return any(person.screen.buffer[row][column].bold for row, column in places if column >= 0)


def typed(action: str) -> str:
    """What a terminal sends for the first key of an action."""
    key = BY_ID[action].keys[0]
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) & 31)
    from tui.keynames import key_name

    return TYPED.get(key) or key_name(key)


def test_every_action_has_a_step() -> None:
    """But stopping, which needs a shell to come back from: tests/test_signals.py."""
    assert {*(step.action for step in STEPS), "suspend"} == {action.id for action in ACTIONS}


def test_each_action_in_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    # From their folder: there is room for the names whatever it is called.
    command = f"cd {tmp_path} && PYTHONPATH={ROOT} {FIGSCOPE} story.txt other.txt"
    with terminal(command, tmp_path, columns=150, rows=40) as person:
        person.wait(on(FIRST))
        person.wait("1/2   6 figures")
        for step in STEPS:
            try:
                before = title(person.text)
                person.keys(typed(step.action))
                see(person, step.seen, before)
                if step.then:
                    person.keys(step.then)
                see(person, step.then_seen, before)
            except AssertionError as error:
                raise AssertionError(f"{step}\n{error}") from None
        assert person.status() == 0
        assert LEAVE_SCREEN in person.raw


def attributes(fd: int) -> list[object]:
    """The terminal's modes, as a shell finds them."""
    modes = termios.tcgetattr(fd)
    return [*modes[:4], [bytes(c) if isinstance(c, bytes) else c for c in modes[6]]]


@pytest.mark.parametrize(
    "variables",
    [
        {"TERM": "xterm", "COLORTERM": ""},
        {"TERM": "screen", "COLORTERM": ""},
        {"TERM": "xterm-16color", "COLORTERM": ""},
        {"TERM": "linux", "COLORTERM": ""},
        {"TERM": "vt100", "COLORTERM": "", "NO_COLOR": "1"},
    ],
    ids=str,
)
def test_the_terminal_is_left_as_it_was(tmp_path: Path, variables: dict[str, str]) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    with terminal(f"{FIGSCOPE} {path}", tmp_path, variables) as person:
        before = attributes(person.fd)
        person.wait(on(FIRST))
        person.keys("j")
        person.wait(on("12 percent"))
        person.keys("q")
        person.wait(lambda _: LEAVE_SCREEN in person.raw)
        assert attributes(person.fd) == before
        assert person.status() == 0
        for on_, off in MODES:
            assert person.raw.rfind(off) > person.raw.rfind(on_)
