"""The four themes. Colours are named by what they mean; styles use only these names."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import BUILTIN_THEMES, Theme

from tui.settings import THEMES as SHORT

DEFAULT = "figscope-dark"
LIGHT = "figscope-light"
PLAIN = "figscope-ansi"
MEANINGS = (
    "figure-money",
    "figure-share",
    "figure-count",
    "moment",
    "selected",
    "partner",
    "match",
    "alert",
    "quiet",
    "line",
    "keys",
)
"""The colours every theme has to name."""


def _theme(name: str, *, dark: bool, base: Mapping[str, str], meanings: str, ansi: bool = False) -> Theme:
    variables = dict(zip(MEANINGS, meanings.split(), strict=True))
    variables["screen-selection-background"] = base["chosen"]
    variables["ansi-background"] = base["background"]
    variables["ansi-foreground"] = base["foreground"]
    variables["scrollbar"] = variables["line"]
    variables["scrollbar-hover"] = variables["quiet"]
    variables["scrollbar-active"] = variables["quiet"]
    for part in ("", "-hover", "-active"):
        variables[f"scrollbar-background{part}"] = base["background"]
    variables["scrollbar-corner-color"] = base["background"]
    return Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        primary=variables["selected"],
        secondary=variables["moment"],
        accent=variables["selected"],
        warning=variables["match"],
        error=variables["alert"],
        success=variables["figure-money"],
        foreground=base["foreground"],
        background=base["background"],
        surface=base["surface"],
        panel=base["panel"],
        boost=base["panel"],
        variables=variables,
    )


THEMES = (
    _theme(
        DEFAULT,
        dark=True,
        base={
            "foreground": "#d5d9e0",
            "background": "#15171b",
            "surface": "#1b1e24",
            "panel": "#23272f",
            "chosen": "#35507a",
        },
        meanings="#8fd19e #7fb8f0 #e5b567 #c8a2e8 #f4d35e #2d3a4d #4a4220 #ff8a80 #8a93a3 #3d4654 #f4d35e",
    ),
    _theme(
        LIGHT,
        dark=False,
        base={
            "foreground": "#22262e",
            "background": "#fbfaf7",
            "surface": "#f3f1ec",
            "panel": "#e9e6df",
            "chosen": "#aecbf0",
        },
        meanings="#1b6e3c #1557a6 #8a5200 #75349b #14375e #dce7f5 #f7e9a8 #b3261e #646b78 #bdb9ae #14375e",
    ),
    _theme(
        "figscope-contrast",
        dark=True,
        base={
            "foreground": "#ffffff",
            "background": "#000000",
            "surface": "#000000",
            "panel": "#1c1c1c",
            "chosen": "#0050c8",
        },
        meanings="#5fff87 #5fd7ff #ffd75f #ff9fff #ffff00 #303a5c #5c5c00 #ff6e6e #d0d0d0 #9a9a9a #ffff00",
    ),
    _theme(
        PLAIN,
        dark=True,
        ansi=True,
        base={
            "foreground": "ansi_default",
            "background": "ansi_default",
            "surface": "ansi_default",
            "panel": "ansi_default",
            "chosen": "ansi_default",
        },
        meanings="ansi_green ansi_cyan ansi_yellow ansi_magenta ansi_default ansi_default ansi_default"
        " ansi_red ansi_default ansi_default ansi_default",
    ),
)


def theme_names() -> tuple[str, ...]:
    """The names that a theme can be asked for by: ours in short, then those that Textual has."""
    return (*SHORT, *BUILTIN_THEMES)


def theme_named(name: str) -> str | None:
    """The theme of a name, short or whole, as Textual knows it; ``None`` where there is none."""
    whole = SHORT.get(name, name)
    return whole if whole in SHORT.values() or whole in BUILTIN_THEMES else None


def fitting(color_system: str | None, *, no_color: bool) -> str:
    """The theme to begin with: the terminal's own colours where it has few, or none are wanted."""
    return PLAIN if no_color or color_system in (None, "standard", "windows") else DEFAULT
