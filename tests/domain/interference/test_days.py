"""Rules about days beside each other."""

from __future__ import annotations

from datetime import timedelta

from hybrid_tui.domain.interference.findings import Setting, Severity
from hybrid_tui.domain.interference.rules import check_week, shown
from hybrid_tui.domain.training import TrainingDay
from tests.domain.interference.weeks_of import check, ids, week
from tests.domain.plans import MONDAY, sketch, training


def test_hills_beside_leg_day() -> None:
    plan = sketch("hill-iron-4")
    plan.move(3, 1)
    found = check(plan)
    assert {"CT-02", "CT-03"} <= ids(found, Severity.BLOCK)
    assert "CT-02" not in ids(shown(found))
    first = next(f for f in found if f.id == "CT-03")
    assert first.sentence.startswith("Tue hill sprint is the day after Mon ")


def test_long_run_on_the_eve_of_squats() -> None:
    plan = sketch("hill-iron-5")
    plan.move(6, 0)
    assert "CT-09" in ids(check(plan))
    short = {0: [["long run: 50m @4"]], 1: [["back squat 5x5"]]}
    assert "CT-09" not in ids(check_week(week(short), MONDAY))


def test_a_seventh_day() -> None:
    days = week({offset: [["plank 3x30s"]] for offset in range(7)})
    assert "CT-01" in ids(check_week(days, MONDAY), Severity.BLOCK)
    six = week({offset: [["plank 3x30s"]] for offset in range(6)})
    assert "CT-01" not in ids(check_week(six, MONDAY))


def test_seven_days_in_a_row_over_the_edge_of_a_week() -> None:
    before = tuple(
        TrainingDay(date=MONDAY - timedelta(days=n), sessions=(training(["plank 3x30s"]),))
        for n in (4, 3, 2, 1)
    )
    days = (*before, *week({offset: [["plank 3x30s"]] for offset in range(3)}))
    assert "CT-01" in ids(check_week(days, MONDAY), Severity.BLOCK)


def test_a_walk_is_no_session() -> None:
    walk = training(["20m walk"])
    assert walk.blocks == ()
    days = (
        *week({offset: [["plank 3x30s"]] for offset in range(6)})[:6],
        TrainingDay(date=MONDAY + timedelta(days=6), sessions=(walk,)),
    )
    assert "CT-01" not in ids(check_week(days, MONDAY))


def test_hard_runs_beside_each_other_and_too_many() -> None:
    tempo = ["tempo run: 20m @7"]
    assert "CT-06" in ids(check_week(week({0: [tempo], 1: [tempo]}), MONDAY))
    three = week({0: [tempo], 2: [tempo], 4: [tempo]})
    assert "CT-07" in ids(check_week(three, MONDAY, Setting(level="beginner")))
    assert "CT-07" not in ids(check_week(three, MONDAY))
    assert "CT-08" in ids(check_week(three, MONDAY), Severity.HINT)


def test_maximal_before_quality_and_before_long() -> None:
    squats = ["back squat 5x5"]
    found = check_week(week({0: [squats], 1: [["tempo run: 20m @7"]]}), MONDAY)
    assert max(f.severity for f in found if f.id == "CT-10") is Severity.WARN
    found = check_week(week({0: [squats], 1: [["long run: 60m @4"]]}), MONDAY)
    assert max(f.severity for f in found if f.id == "CT-10") is Severity.HINT


def test_jump_days() -> None:
    jumps = ["box jump 3x5"]
    assert "CT-17" in ids(check_week(week({0: [jumps], 1: [jumps]}), MONDAY))
    assert "CT-17" not in ids(check_week(week({0: [jumps], 2: [jumps]}), MONDAY))
    deep = {0: [["depth jump 3x3"]], 2: [jumps]}
    assert "CT-17" in ids(check_week(week(deep), MONDAY))
    three = week({0: [jumps], 2: [jumps], 4: [jumps]})
    assert "CT-17" in ids(check_week(three, MONDAY, Setting(level="beginner")))


def test_grinding_before_speed() -> None:
    days = week({0: [["back squat 2x5 @9.5"]], 2: [["hill sprint: 4x(8s @8 hill 6% / 2m walk)"]]})
    assert "CT-30" in ids(check_week(days, MONDAY), Severity.HINT)


def test_taper_and_return() -> None:
    race = MONDAY + timedelta(days=6)
    days = week({1: [["back squat 2x5"]], 4: [["hill sprint: 4x(8s @8 hill 6% / 2m walk)"]]})
    found = check_week(days, MONDAY, Setting(race=race))
    assert [f.day for f in found if f.id == "CT-31"] == [
        MONDAY + timedelta(days=1),
        MONDAY + timedelta(days=4),
    ]
    usual = sum(day.load or 0 for day in days)
    assert "CT-29" in ids(check_week(days, MONDAY, Setting(days_off=8, usual_load=usual)))
    assert "CT-29" not in ids(check_week(days, MONDAY, Setting(days_off=6, usual_load=usual)))
