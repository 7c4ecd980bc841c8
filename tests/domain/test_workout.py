from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from hybrid_tui.domain.flatten import in_week, line_sets, rpe_of, timed_steps, weeks_written
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.notation.printing import format_load, print_line
from hybrid_tui.domain.notation.timed import parse_timed
from hybrid_tui.domain.workout import ByWeek, Effort, Ending, SetsLine, StepKind, TimedStep


def steps(text: str, week: int = 1) -> tuple[TimedStep, ...]:
    return timed_steps(parse_timed(text), week)


def sets(text: str) -> SetsLine:
    line = parse_plan_line(text)
    assert isinstance(line, SetsLine)
    return line


def test_what_comes_between_is_left_out_after_the_last() -> None:
    laid = steps("8x(12s hill / 90s walk)")
    assert len(laid) == 15
    assert sum(step.seconds or 0 for step in laid) == 726
    assert [step.kind for step in laid[:3]] == [StepKind.WORK, StepKind.RECOVER, StepKind.WORK]
    assert laid[-1].kind is StepKind.WORK


def test_what_comes_after_each_is_done_after_the_last_too() -> None:
    laid = steps("8x(12s hill + 90s walk)")
    assert len(laid) == 16
    assert laid[-1].kind is StepKind.RECOVER


@pytest.mark.parametrize("words", ["walk", "jog", "rest", "@easy", "@z1", "@2 slow walk back"])
def test_easy_words_after_a_plus_in_a_bracket_recover(words: str) -> None:
    assert [step.kind for step in steps(f"1x(12s + 90s {words})")] == [StepKind.WORK, StepKind.RECOVER]


def test_outside_brackets_and_first_in_them_easy_words_are_work() -> None:
    assert {step.kind for step in steps("8m @easy + 3m walk")} == {StepKind.WORK}
    assert [step.kind for step in steps("2x(45s walk + 15s run)")] == [StepKind.WORK] * 4


def test_warm_up_and_cool_down_are_kinds_of_their_own() -> None:
    assert {step.kind for step in steps("warm-up: 8m @easy + 3x(15s @7 stride / 45s walk)")} == {
        StepKind.WARM_UP
    }
    assert {step.kind for step in steps("cool-down: 5m walk")} == {StepKind.COOL_DOWN}


def test_repeats_are_counted_on_the_outermost_bracket() -> None:
    laid = steps("3m walk + 2x(2x(10s / 20s) / 3m walk) until -8%")
    assert [(step.rep, step.reps) for step in laid] == [(None, None)] + [(1, 2)] * 4 + [(2, 2)] * 3
    assert laid[0].until is None
    assert {step.until for step in laid[1:]} == {8}


def test_a_label_that_is_missing_is_the_name() -> None:
    laid = steps("hill sprint: 2x(12s up / 90s)")
    assert [step.label for step in laid] == ["up", "hill sprint", "up"]
    assert [step.label for step in steps("2x(12s hill / 90s)")] == ["hill", "recover", "hill"]


def test_the_four_endings() -> None:
    timed, far, near, key, open_step = steps("12s + 400mtr @5:00/km + 40mtr ~6s + ~90s + open")
    assert (timed.ending, timed.seconds) == (Ending.TIME, 12)
    assert (far.ending, far.metres, far.seconds) == (Ending.DISTANCE, 400, 120)
    assert (near.ending, near.metres, near.seconds) == (Ending.DISTANCE, 40, 6)
    assert (key.ending, key.seconds) == (Ending.KEY, 90)
    assert (open_step.ending, open_step.seconds) == (Ending.KEY, None)


def test_what_a_step_says_is_printed_with_it() -> None:
    (step,) = steps("40mtr @2rir hill 6-10% vest 5kg")
    assert (step.effort, step.rpe, step.place, step.grade) == ("2rir", 8, "hill 6-10% vest 5kg", 8)


@pytest.mark.parametrize(
    ("effort", "rpe"),
    [
        (Effort(rpe=8.5), 8.5), (Effort(rir=2), 8), (Effort(word="easy"), 3), (Effort(word="z2"), 3),
        (Effort(word="steady"), 5), (Effort(word="tempo"), 7), (Effort(word="hard"), 8), (Effort(word="max"), 10),
        (Effort(word="z1"), 2), (Effort(pace=300), None), (None, None),
    ],
)  # fmt: skip
def test_efforts_on_the_scale_of_ten(effort: Effort | None, rpe: float | None) -> None:
    assert rpe_of(effort) == rpe


@pytest.mark.parametrize(
    ("text", "sprint"),
    [
        ("8x(12s hill / 90s walk)", True),
        ("8x(12s @8 hill / 90s walk)", True),
        ("8x(12s @5 hill / 90s walk)", False),
        ("hill sprint: 8x(8s @7 hill / 90s walk)", True),
        ("6x(60s @8 hill / 2m walk)", False),
        ("stair run: 4x(30s @8 stairs / 2m walk)", True),
        ("flat sprint: 4x(30mtr @9 flat / 3m walk)", True),
        ("30/30: 10x(30s @8 flat / 30s jog)", False),
        ("4x(20s stride @7 / 60s walk)", False),
        ("warm-up: 3x(8s @8 hill / 45s walk)", False),
    ],
)
def test_which_steps_are_sprints(text: str, sprint: bool) -> None:
    assert steps(text)[0].sprint is sprint
    assert not any(step.sprint for step in steps(text) if step.kind is not StepKind.WORK)


def test_week_lists_become_the_number_of_the_week() -> None:
    text = "hill sprint: [4,5,6,3]x([8,8,10,8]s hill / 90s)"
    line = parse_timed(text)
    assert weeks_written(line) == {4}
    assert [len(timed_steps(line, week)) for week in (1, 2, 3, 4, 9)] == [7, 9, 11, 5, 5]
    assert timed_steps(line, 3)[0].seconds == 10
    assert print_line(in_week(line, 2)) == "hill sprint: 5x(8s hill / 90s)"
    number: float | ByWeek = ByWeek(values=(1, 2))
    assert in_week(number, 2) == 2


def test_what_has_no_week_list_is_handed_back() -> None:
    line = parse_timed("8m @easy")
    assert in_week(line, 3) is line


def test_circuits_become_minutes_or_one_step() -> None:
    laid = steps("emom 2m30: push-up 5 bw+10kg")
    assert [(step.seconds, step.rep, step.reps) for step in laid] == [(60, 1, 3), (60, 2, 3), (30, 3, 3)]
    assert laid[0].label == "push-up 5 bw+10kg"
    (whole,) = steps("amrap 12m:\n  push-up 5\n  pull-up 3")
    assert (whole.seconds, whole.label) == (720, "push-up 5 + pull-up 3")


def test_a_line_of_sets_laid_out() -> None:
    asked = line_sets(sets("squat 1x5-8 100kg @2rir + [2,3]x5 -10%"), week=2)
    assert len(asked) == 4
    assert [each.group for each in asked] == [0, 1, 1, 1]
    assert [format_load(each.load) for each in asked if each.load] == ["100kg", "-10%", "-10%", "-10%"]
    assert {each.effort for each in asked} == {Effort(rir=2)}


def test_a_set_has_its_own_effort_before_its_groups() -> None:
    asked = line_sets(sets("squat 5@7,5 @8 + 3 @9"))
    assert [each.effort for each in asked] == [Effort(rpe=7), Effort(rpe=8), Effort(rpe=9)]


def test_values_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        sets("squat 3x5").name = "other"  # type: ignore[misc]
