from __future__ import annotations

import pytest

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.timed import parse_timed
from hybrid_tui.domain.presets import read_presets, timeline_of
from hybrid_tui.domain.workout import StepKind


def test_comments_name_the_line_below_them() -> None:
    found = read_presets(
        "// Hills\n// short ones\n8x(12s @9 hill 8% / 90s walk)\n\n5x(20s @8 stairs / 2m walk)\n"
    )
    assert [(each.title, each.about, each.text) for each in found] == [
        ("Hills", "short ones", "8x(12s @9 hill 8% / 90s walk)"),
        ("5x(20s @8 stairs / 2m walk)", "", "5x(20s @8 stairs / 2m walk)"),
    ]


def test_a_circuit_keeps_its_indented_round() -> None:
    (found,) = read_presets("// EMOM\nemom 10m:\n  push-up 8\n  squat 10\n")
    assert len(timeline_of(found.line).steps) == 10


def test_a_line_that_is_no_timer_is_refused() -> None:
    with pytest.raises(NotationError):
        read_presets("// Squats\nback squat 5x5 80kg\n")


def test_a_lone_rest_is_recovery_and_a_lone_open_step_a_stopwatch() -> None:
    resting = timeline_of(parse_timed("rest: 2m30 rest"))
    assert (resting.steps[0].kind, resting.steps[0].seconds, resting.get_ready) == (StepKind.RECOVER, 150, 0)
    assert timeline_of(parse_timed("stopwatch: open")).endless
    assert not timeline_of(parse_timed("easy run: ~40m @easy")).endless
