"""Rules about one day or one session."""

from __future__ import annotations

import pytest

from hybrid_tui.domain.interference.findings import Setting, Severity
from hybrid_tui.domain.interference.rules import check_week
from hybrid_tui.domain.training import TrainingDay
from tests.domain.interference.weeks_of import check, ids, week
from tests.domain.plans import MONDAY, sketch, training


def test_hills_and_leg_lifting_in_one_slot() -> None:
    lines = ["hill sprint: 6x(10s @9 hill 8% / 2m walk)", "back squat 5x5"]
    found = check_week(week({0: [lines]}), MONDAY)
    assert "CT-04" in ids(found)
    first_year = check_week(week({0: [lines]}), MONDAY, Setting(first_year=True))
    assert "CT-04" in ids(first_year, Severity.HINT) - ids(first_year)


def test_hills_in_the_morning_and_legs_in_the_evening_are_fine() -> None:
    hills = training(["hill sprint: 6x(10s @9 hill 8% / 2m walk)"], slot="am")
    legs = training(["back squat 5x5"], slot="pm")
    days = (TrainingDay(date=MONDAY, sessions=(hills, legs)),)
    assert "CT-04" not in ids(check_week(days, MONDAY))


def test_jumps_after_step_ups() -> None:
    assert "CT-15" in ids(check_week(week({0: [["step-up 3x8", "box jump 3x5"]]}), MONDAY))
    assert "CT-15" not in ids(check_week(week({0: [["box jump 3x5", "step-up 3x8"]]}), MONDAY))


def test_four_hills_more() -> None:
    plan = sketch("hill-iron-3")
    title, lines = plan.days[2, ""]
    plan.days[2, ""] = (title, [line.replace("[4,5,6,3]x", "[4,5,10,3]x") for line in lines])
    assert {"CT-13", "CT-14"} <= ids(check(plan, 3))


@pytest.mark.parametrize(("minutes", "severity"), [(85, None), (95, Severity.WARN), (105, Severity.BLOCK)])
def test_single_run_spike(minutes: int, severity: Severity | None) -> None:
    days = week({6: [[f"long run: {minutes // 60}h{minutes % 60:02d} @4"]]})
    found = [f for f in check_week(days, MONDAY, Setting(longest_run=78)) if f.id == "CT-11"]
    assert max((each.severity for each in found), default=None) is severity


def test_depth_jumps_for_a_beginner() -> None:
    days = week({0: [["depth jump 10x5"]]})
    found = check_week(days, MONDAY, Setting(level="beginner"))
    assert {"CT-16", "CT-18"} <= ids(found)
    earned = Setting(level="advanced", jump_weeks=(8, 8), squat_ratio=1.3)
    assert "CT-18" not in ids(check_week(days, MONDAY, earned))


def test_far_too_many_landings_block() -> None:
    found = check_week(week({0: [["box jump 25x5"]]}), MONDAY, Setting(level="new"))
    assert max(f.severity for f in found if f.id == "CT-16") is Severity.BLOCK


def test_running_before_lifting() -> None:
    days = week({0: [["easy run: 30m @easy", "bench press 3x5"]]})
    assert "CT-05" in ids(check_week(days, MONDAY))
    assert "CT-05" not in ids(check_week(days, MONDAY, Setting(goal="endurance")))
    core = week({0: [["long run: 60m @4", "side plank 2x30s a side"]]})
    assert "CT-05" not in ids(check_week(core, MONDAY))


def test_running_down_stairs() -> None:
    down = week({0: [["stair run: 4x(20s @8 stairs up / 20s jog down)"]]})
    assert "CT-27" in ids(check_week(down, MONDAY), Severity.BLOCK)
    walk = week({0: [["stair run: 4x(20s @8 stairs up / 2m walk down)"]]})
    assert "CT-27" not in ids(check_week(walk, MONDAY))


def test_knee_stack() -> None:
    lines = ["stair run: 4x(20s @8 stairs / 2m walk down)", "jumping lunge 2x4", "split squat 2x8"]
    assert "CT-28" in ids(check_week(week({0: [lines]}), MONDAY), Severity.HINT)
