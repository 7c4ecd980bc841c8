"""Rules that ask what lies behind a person, or how this morning is."""

from __future__ import annotations

from datetime import timedelta

from hybrid_tui.domain.interference.findings import PastWeek, Setting, Severity
from hybrid_tui.domain.interference.rules import check_week
from hybrid_tui.domain.recovery import Band
from tests.domain.interference.weeks_of import ids, week
from tests.domain.plans import MONDAY


def test_gates_for_sprints() -> None:
    hills = week({0: [["hill sprint: 4x(8s @9 hill 6% / 2m walk)"]]})
    assert "CT-19" in ids(check_week(hills, MONDAY, Setting(running_weeks=3)))
    assert "CT-19" not in ids(check_week(hills, MONDAY, Setting(running_weeks=4)))
    assert "CT-19" in ids(check_week(hills, MONDAY, Setting(leg_pain=True)))
    flat = week({0: [["flat sprint: 4x(6s @9 flat / 2m walk)"]]})
    assert "CT-19" in ids(check_week(flat, MONDAY, Setting(running_weeks=8, hill_sessions=3)))
    assert "CT-19" not in ids(check_week(flat, MONDAY, Setting(running_weeks=8, hill_sessions=4)))


def test_vests() -> None:
    def vest(line: str, level: str, kg: float | None = None) -> bool:
        found = check_week(week({0: [[line]]}), MONDAY, Setting(level=level, body_kg=kg))
        return "CT-20" in ids(found, Severity.BLOCK)

    assert vest("easy run: 20m @easy flat vest 3kg", "beginner")
    assert not vest("easy run: 20m @easy flat vest 3kg", "intermediate", 70)
    assert vest("easy run: 20m @easy flat vest 8kg", "intermediate", 70)
    assert not vest("easy run: 20m @easy hill 8% vest 3.5kg", "beginner", 70)
    assert vest("trail run: 40m descent 300mtr vest 3kg", "advanced", 70)
    assert not vest("easy run: 20m @easy", "beginner", 70)


def test_new_descents_before_squats() -> None:
    days = week({0: [["trail run: 1h10 descent 500mtr"]], 1: [["back squat 5x5"]]})
    assert "CT-26" in ids(check_week(days, MONDAY))
    far = week({0: [["trail run: 1h10 descent 500mtr"]], 2: [["back squat 5x5"]]})
    assert "CT-26" not in ids(check_week(far, MONDAY))


def test_this_morning() -> None:
    days = week({0: [["hill sprint: 4x(8s @8 hill 6% / 2m walk)"]], 2: [["bench press 3x5"]]})
    assert "CT-32" in ids(check_week(days, MONDAY, Setting(today=MONDAY, band=Band.REDUCE)))
    assert "CT-32" not in ids(check_week(days, MONDAY, Setting(today=MONDAY, band=Band.GO)))
    upper = Setting(today=MONDAY + timedelta(days=2), band=Band.SWAP)
    assert "CT-32" not in ids(check_week(days, MONDAY, upper))
    fever = Setting(today=MONDAY, band=Band.GO, flags=("fever",))
    assert "CT-33" in ids(check_week(days, MONDAY, fever), Severity.BLOCK)


def test_a_smaller_plan() -> None:
    missed = PastWeek(load=None, sets=20, planned_days=5, trained_days=3)
    kept = PastWeek(load=None, sets=20, planned_days=5, trained_days=4)
    found = check_week(week({}), MONDAY, Setting(past=(missed, missed, missed)))
    assert [(f.id, f.mend) for f in found] == [("CT-34", "choose one with 3 days")]
    assert check_week(week({}), MONDAY, Setting(past=(missed, kept, missed))) == ()
