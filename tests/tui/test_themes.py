"""All text keeps its contrast in both themes, and no colour is missing from either."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from hybrid_tui.tui.glyphs import ASCII, UNICODE, choose
from hybrid_tui.tui.themes import COLOURLESS, PHASES, THEMES, VARIABLE_DEFAULTS, phase_variables

TEXTS = ("text", "text-2", "text-3", "accent", "danger")


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""

    def luminance(colour: str) -> float:
        parts = [part / 255 for part in Color.parse(colour).rgb]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme.name))
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_readable_on_every_ground(theme: Theme, text: str) -> None:
    for ground in (theme.background, theme.surface, theme.variables["raised"]):
        assert ground is not None
        assert contrast(theme.variables[text], ground) >= 4.5


@pytest.mark.parametrize("phase", PHASES)
def test_text_is_readable_on_every_phase(phase: str) -> None:
    for phases in (PHASES, COLOURLESS):
        ground, text, text_2, unlit, line = phases[phase]
        assert contrast(text, ground) >= 4.5
        assert contrast(text_2, ground) >= 4.5
        assert len({ground, text, unlit, line}) == 4


def test_without_colour_work_is_the_reverse_of_recovery() -> None:
    work, recover = COLOURLESS["work"], COLOURLESS["recover"]
    assert contrast(work[0], recover[0]) >= 12
    assert contrast(phase_variables(colour=False)["phase-blink"], work[0]) >= 3


def test_both_themes_and_the_defaults_name_the_same_variables() -> None:
    for theme in THEMES:
        assert set(theme.variables) == set(VARIABLE_DEFAULTS)


def test_every_sign_is_one_cell_and_has_a_plain_one() -> None:
    names = [
        name for name in vars(type(UNICODE)) if isinstance(getattr(UNICODE, name), str) and name[0] != "_"
    ]
    for name in names:
        if name != "heights":
            assert len(getattr(UNICODE, name)) == 1
            assert len(getattr(ASCII, name)) == 1
        assert getattr(ASCII, name).isascii()
    assert len(UNICODE.heights) == len(ASCII.heights) == 9


@pytest.mark.parametrize(
    ("setting", "encoding", "plain"),
    [
        (None, "UTF-8", False),
        (None, "utf8", False),
        (None, "ISO-8859-1", True),
        (None, "ANSI_X3.4-1968", True),
        (True, "UTF-8", True),
        (False, "ISO-8859-1", False),
    ],
)
def test_the_setting_goes_before_the_locale(setting: bool | None, encoding: str, plain: bool) -> None:
    assert choose(setting, encoding).plain is plain
