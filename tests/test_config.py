"""The configuration: what it sets, and one clear line for each thing in it that means nothing."""

from __future__ import annotations

import string
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from tests.test_cli import Run, figscope, run
from tui.actions import ACTIONS, BY_ID
from tui.config import config_path, load_config
from tui.config_file import config_text
from tui.config_values import Found, read_settings
from tui.fitting import sets
from tui.keymap import ALWAYS, KEPT, keymap, settle_keys, with_keys
from tui.keynames import KeyNameError, key_name, read_key
from tui.settings import DEFAULTS, Settings

__all__ = ["run"]


def read(text: str) -> tuple[Settings, list[str]]:
    """The settings of a text, and its problems as "line: words"."""
    settings, problems = read_settings(tomllib.loads(text), Found(text))
    return settings, [f"{problem.line}: {problem.words}" for problem in problems]


# -- values ---------------------------------------------------------------------------------------


def test_everything_can_be_set() -> None:
    text = """
    theme = "light"
    columns = ["value", "unit", "period"]
    clipboard = "osc52"
    mouse = false
    state = false

    [keys]
    copy = "x"
    mark = ["space", "ctrl+k"]
    filter-clear = []
    """
    settings, problems = read(text)
    assert problems == []
    assert settings == Settings(
        theme="figscope-light",
        columns=("value", "unit", "period"),
        clipboard="osc52",
        mouse=False,
        state=False,
        keys={"copy": ("x",), "mark": ("space", "ctrl+k"), "filter-clear": ()},
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('colums = "auto"', '1: there is no setting "colums"; perhaps "columns"'),
        ("\n\nxyzzy = 1", '3: there is no setting "xyzzy"; the settings are'),
        ('theme = "ligth"', '1: theme: no theme is called "ligth"; perhaps "light"'),
        ("theme = 3", "1: theme: a name in quotation marks is expected"),
        ('columns = "wid"', '1: columns: there is no set "wid"; perhaps "wide"'),
        ('columns = ["value", "metrik"]', '1: columns: there is no column "metrik"; perhaps "metric"'),
        ("columns = 3", "1: columns: "),
        ('clipboard = "ocs52"', '1: clipboard: there is no way "ocs52"; perhaps "osc52"'),
        ("clipboard = true", "1: clipboard: "),
        ('# a comment\nmouse = "no"', '2: mouse: true or false is expected, not "no"'),
        ("state = 0", "1: state: true or false is expected, not 0"),
        ("keys = 5", "1: keys: a table is expected"),
        ('[keys]\ncopi = "x"', '2: keys: there is no action "copi"; perhaps "copy"'),
        (
            '[keys]\ncopy = "x"\nsearch-nxt = "x"',
            '3: keys: there is no action "search-nxt"; perhaps "search-next"',
        ),
        ("[keys]\ncopy = 7", "2: keys: copy: a key in quotation marks or a list of keys is expected, not 7"),
        ('[keys]\ncopy = "pgeup"', '2: keys: copy: no key is called "pgeup"; perhaps "pageup"'),
        ('[keys]\ncopy = "ctrl+m"', "for a terminal it is the same key as Enter"),
        ('[keys]\ncopy = "ctrl+i"', "for a terminal it is the same key as Tab"),
        ('[keys]\ncopy = "^h"', "for a terminal it is the same key as Backspace"),
        ('[keys]\ncopy = "ctrl+c"', "2: keys: copy: ^c cannot be given away: it copies what the mouse"),
        ('[keys]\ncopy = "Esc"', "2: keys: copy: Esc cannot be given away: it always goes one step back"),
        ('[keys]\ncopy = "ctrl+1"', "most terminals do not tell it from another key"),
        ('[keys]\ncopy = "ctrl+shift+a"', "most terminals do not tell it from another key"),
        ('[keys]\ncopy = "shift+1"', "write the character that it gives"),
        ('keys.copy = "f"', '1: keys: "f" cannot be the key of filter and of copy: copy stays on y'),
        (
            '[keys]\ncopy = "x"\nfilter = "x"',
            '3: keys: "x" cannot be the key of copy and of filter: filter stays on f',
        ),
    ],
)
def test_what_means_nothing_is_told_with_its_line(text: str, expected: str) -> None:
    settings, problems = read(text)
    assert len(problems) == 1
    assert expected in problems[0]
    assert settings in (DEFAULTS, Settings(keys={"copy": ("x",)}))


def test_one_mistake_does_not_spoil_the_rest() -> None:
    settings, problems = read('theme = "nope"\nmouse = false\n[keys]\ncopy = "ctrl+m"\nfilter = "x"\n')
    assert len(problems) == 2
    assert settings == Settings(mouse=False, keys={"filter": ("x",)})


# -- keys -----------------------------------------------------------------------------------------


def test_two_actions_can_swap_their_keys() -> None:
    granted, refused = settle_keys({"copy": ("f",), "filter": ("y",)})
    assert refused == []
    actions = {action.id: action.keys for action in with_keys(granted)}
    assert (actions["copy"], actions["filter"]) == (("f",), ("y",))


def test_a_refused_wish_can_make_another_one_clash() -> None:
    """The filter keeps f, so copy needs y again, which filter-clear wanted."""
    granted, refused = settle_keys({"filter-clear": ("y",), "copy": ("f",)})
    assert granted == {}
    assert [name for name, _ in refused] == ["copy", "filter-clear"]


@given(
    st.dictionaries(
        st.sampled_from([action.id for action in ACTIONS]),
        st.lists(
            st.sampled_from([key for action in ACTIONS for key in action.keys] + ["x", "X"]), max_size=2
        ).map(tuple),
        max_size=6,
    )
)
def test_no_wishes_lead_to_a_key_of_two_actions(wanted: dict[str, tuple[str, ...]]) -> None:
    granted, refused = settle_keys(wanted)
    keys = [key for action in with_keys(granted) for key in action.keys]
    assert len(keys) == len(set(keys))
    assert {*granted, *(name for name, _ in refused)} == set(wanted)


def test_some_keys_stay_whatever_is_wished() -> None:
    actions = {a.id: a.keys for a in with_keys({"back": ("x",), "quit": ()})}
    assert actions["back"] == ("x", "escape")
    assert actions["quit"] == ("ctrl+q",)
    assert {key for keys in ALWAYS.values() for key in keys} <= set(KEPT)


def test_an_action_can_be_without_a_key() -> None:
    (action,) = [action for action in with_keys({"theme": ()}) if action.id == "theme"]
    assert action.keys == ()
    assert keymap([action]) == {"theme": "unbound"}


def test_every_character_is_called_as_the_terminal_s_events_are() -> None:
    for character in string.printable.strip() + " éß§":
        key = read_key(character)
        assert key == _character_to_key(character)
        assert key_name(key) == ("space" if character == " " else character)


def test_the_keys_of_every_action_can_be_written_and_read_again() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert read_key(key_name(key)) == key
            assert read_key(key) == key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        *(("Ctrl+P", "ctrl+p"), ("^p", "ctrl+p"), ("PgUp", "pageup"), ("shift+a", "A"), ("alt+x", "alt+x")),
        *(("F5", "f5"), ("ctrl+left", "ctrl+left"), ("shift+Tab", "shift+tab"), ("slash", "slash")),
        *(("Esc", "escape"), ("+", "plus"), (" ", "space")),
    ],
)
def test_keys_are_read_as_people_write_them(written: str, key: str) -> None:
    assert read_key(written) == key


@given(st.text(max_size=12))
def test_any_key_is_read_or_refused(written: str) -> None:
    try:
        key = read_key(written)
    except KeyNameError:
        return
    assert key
    assert "," not in key


# -- files ----------------------------------------------------------------------------------------


def test_where_the_file_lies(tmp_path: Path) -> None:
    home = {"HOME": "/home/a"}
    assert config_path(None, home) == Path("/home/a/.config/figscope/config.toml")
    assert config_path(None, {**home, "XDG_CONFIG_HOME": "/c"}) == Path("/c/figscope/config.toml")
    assert config_path(None, {**home, "XDG_CONFIG_HOME": "not-absolute"}) == config_path(None, home)
    assert config_path(None, {**home, "FIGSCOPE_CONFIG": "/x.toml"}) == Path("/x.toml")
    assert config_path("y.toml", {**home, "FIGSCOPE_CONFIG": "/x.toml"}) == Path("y.toml")
    assert config_path(None, {}) is None


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'theme = "light\n', ":1: not TOML: illegal character '\\n'"),
        (b"theme =\n", ":1: not TOML: invalid value"),
        (b"a = [", ": not TOML: invalid value"),
        (b"\xff\xfe", ": this is not UTF-8 text; the defaults are used"),
        (b"a = " + b"[" * 50_000, ": brackets lie too deep; the defaults are used"),
        (b"#" * 1_000_001, ": longer than 1,000,000 bytes; the defaults are used"),
        (b'"\x1b[31mtheme" = 1', ":1: "),
        (b"x\\u001b = 1\n", ":1: not TOML"),
    ],
    ids=range(8),
)
def test_a_damaged_file_is_told_in_one_line(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(data)
    loaded = load_config(str(path), {})
    assert loaded.settings == DEFAULTS
    (problem,) = loaded.problems
    assert problem.startswith(f"{path}{expected}")
    assert problem.isprintable()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert load_config(None, {"HOME": str(tmp_path)}).problems == ()
    assert load_config(None, {}).problems == ()
    path = tmp_path / "none.toml"
    assert load_config(str(path), {}).problems == (f"{path}: no such file or directory",)
    assert load_config(str(tmp_path), {}).problems == (f"{tmp_path}: is a directory",)


# -- the file that is printed ---------------------------------------------------------------------


def uncommented(text: str) -> str:
    """The printed file with its commented settings in force."""
    lines = []
    for line in text.splitlines():
        bare = line.removeprefix("# ")
        lines.append(bare if " = " in bare.split("#")[0] and ":" not in bare.split("=")[0] else line)
    return "\n".join(lines)


def test_the_printed_file_names_every_setting_and_every_action() -> None:
    text = config_text(DEFAULTS)
    assert tomllib.loads(text) == {"keys": {}}
    values = tomllib.loads(uncommented(text))
    assert set(values["keys"]) == set(BY_ID)
    assert set(values) == {*Settings.__dataclass_fields__}
    settings, problems = read(uncommented(text))
    assert problems == []
    assert with_keys(settings.keys) == ACTIONS


@given(
    st.sampled_from([None, "figscope-light", "nord"]),
    st.sampled_from([*sets().values(), ("value", "check")]),
    st.sampled_from(["auto", "file", 'xclip -i "a b"']),
    st.booleans(),
    st.sampled_from([{}, {"copy": ("x",)}, {"mark": ("quotation_mark", "ctrl+k"), "theme": ()}]),
)
def test_what_is_printed_sets_the_same(
    theme: str | None,
    columns: tuple[str, ...],
    clipboard: str,
    switch: bool,
    keys: dict[str, tuple[str, ...]],
) -> None:
    settings = Settings(theme, columns, clipboard, switch, not switch, keys)
    assert read(config_text(settings)) == (settings, [])


# -- the command ----------------------------------------------------------------------------------


def test_the_command_prints_and_says_what_is_wrong(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text('theme = "light"\nmouse = 3\n', encoding="utf-8")
    status, out, err = run("config", "--config", path)
    assert status == 2
    assert '\ntheme = "light"\n' in out
    assert "\n# mouse = true\n" in out
    assert err == f"figscope: {path}:2: mouse: true or false is expected, not 3\n"
    status, out, err = run("config", "--default", "--config", path)
    assert '\n# theme = "dark"\n' in out


def test_the_command_says_where_and_begins_a_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = tmp_path / "figscope" / "config.toml"
    assert run("config", "--path") == (0, f"{path}\n", "")
    assert run("config", "--init") == (0, f"{path}\n", "")
    assert path.read_text(encoding="utf-8") == config_text(DEFAULTS)
    assert run("config") == (0, config_text(DEFAULTS), "")
    status, out, err = run("config", "--init")
    assert (status, out) == (2, "")
    assert err == f"figscope: {path}: is there already, and stays as it is\n"


def test_copy_test_takes_the_configured_way(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text('clipboard = "file"\n', encoding="utf-8")
    _, out, _ = run("copy-test", "--config", path)
    assert "1. file: " in out
    _, out, _ = run("copy-test", "--config", path, "--clipboard", "osc52")
    assert "1. OSC 52" in out


def test_a_theme_that_is_not_there_is_refused_with_the_nearest(run: Run) -> None:
    status, out, err = run("--theme", "drak", "x.txt")
    assert (status, out) == (2, "")
    assert 'no theme is called "drak"; perhaps "dark"' in err


def test_a_config_never_stops_a_script(tmp_path: Path) -> None:
    done = figscope("--config", tmp_path / "none.toml", "-", given=b"Revenue rose 7%.")
    assert done.returncode == 0
    assert b"7%" in done.stdout
