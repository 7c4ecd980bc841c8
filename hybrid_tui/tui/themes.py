"""The two themes and the colours of the timer's phases, as CSS variables.

Position and weight carry the meaning; a colour only confirms it. Every text colour keeps a contrast of at
least 4.5 on background, surface and raised. A style sheet or a span asks for them by name: `$text-2`,
`$accent`.
"""

from __future__ import annotations

import os

from textual.theme import Theme

DARK = "hybrid-dark"
"""Name of the dark theme."""

LIGHT = "hybrid-light"
"""Name of the light theme."""

PHASES = {
    "work": ("#b5301c", "#ffffff", "#ffe3da", "#c2422d", "#cf5a45"),
    "recover": ("#0d4f63", "#ffffff", "#cfe8f0", "#17607a", "#2f7187"),
    "warm-up": ("#6b4a00", "#ffffff", "#ffe9b8", "#7d5a10", "#92712b"),
    "ready": ("#3d3a78", "#ffffff", "#dcdaff", "#4b488c", "#6864a6"),
    "cool-down": ("#22543d", "#ffffff", "#d3f0df", "#2d674c", "#468064"),
    "held": ("#2a3138", "#ffffff", "#c9d1d9", "#39424b", "#56616c"),
}
"""Ground, text, second text, unlit and line of each phase; the same in both themes."""

COLOURLESS = {
    **PHASES,
    "work": ("#f2f2f2", "#000000", "#303030", "#cfcfcf", "#8a8a8a"),
    "recover": ("#1c1c1c", "#ffffff", "#cfcfcf", "#3a3a3a", "#6a6a6a"),
}
"""The same where `NO_COLOR` asks for greys: work is reversed, as its red and recovery's blue are one grey."""


def phase_variables(*, colour: bool) -> dict[str, str]:
    """`$phase-work`, `$phase-work-text`, `-text-2`, `-unlit` and `-line`, for each phase; and `$phase-blink`."""
    parts = ("", "-text", "-text-2", "-unlit", "-line")
    variables = {
        f"phase-{phase}{part}": shade
        for phase, shades in (PHASES if colour else COLOURLESS).items()
        for part, shade in zip(parts, shades, strict=True)
    }
    return {**variables, "phase-blink": "#ffffff" if colour else "#808080"}


def _variables(tokens: dict[str, str]) -> dict[str, str]:
    """The house's own variables, and Textual's that the built-in widgets (palette, input) read."""
    return {
        **tokens,
        **phase_variables(colour="NO_COLOR" not in os.environ),
        "text-muted": tokens["text-2"],
        "text-disabled": tokens["text-3"],
        "border": tokens["accent"],
        "border-blurred": tokens["hair"],
        "block-cursor-foreground": tokens["text"],
        "block-cursor-background": tokens["raised"],
        "block-cursor-blurred-foreground": tokens["text"],
        "block-cursor-blurred-background": tokens["raised"],
        "block-hover-background": tokens["raised"],
        "input-cursor-background": tokens["accent"],
        "input-cursor-foreground": tokens["ground"],
        "input-cursor-text-style": "none",
        "input-selection-background": tokens["unlit"],
        "scrollbar": tokens["unlit"],
        "scrollbar-hover": tokens["text-3"],
        "scrollbar-active": tokens["accent"],
        "scrollbar-background": tokens["ground"],
        "scrollbar-background-hover": tokens["ground"],
        "scrollbar-background-active": tokens["ground"],
        "scrollbar-corner-color": tokens["ground"],
    }


_DARK_TOKENS = {
    "ground": "#0f1317",
    "raised": "#1f262d",
    "text": "#e7eaed",
    "text-2": "#a3adb8",
    "text-3": "#84909c",
    "danger": "#f28b7d",
    "hair": "#2c353e",
    "unlit": "#3d4751",
    "accent": "#f0b35a",
}

_LIGHT_TOKENS = {
    "ground": "#f7f5f0",
    "raised": "#e6e1d7",
    "text": "#1c2126",
    "text-2": "#4d565f",
    "text-3": "#59626b",
    "danger": "#a8281a",
    "hair": "#cfc9bd",
    "unlit": "#b9b2a5",
    "accent": "#964600",
}

VARIABLE_DEFAULTS = _variables(_DARK_TOKENS)
"""Values for a theme that is not ours, so that the style sheet still parses."""


def _theme(name: str, tokens: dict[str, str], surface: str, *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=tokens["accent"],
        secondary=tokens["text-2"],
        accent=tokens["accent"],
        warning=tokens["accent"],
        error=tokens["danger"],
        success=tokens["text-2"],
        foreground=tokens["text"],
        background=tokens["ground"],
        surface=surface,
        panel=tokens["raised"],
        boost=tokens["raised"],
        dark=dark,
        variables=_variables(tokens),
    )


THEMES = (
    _theme(DARK, _DARK_TOKENS, "#161b20", dark=True),
    _theme(LIGHT, _LIGHT_TOKENS, "#efece5", dark=False),
)
"""Both themes, to be registered with the app."""
