"""Rules about a whole week."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybrid_tui.domain.interference.findings import PastWeek, Setting, Severity
from hybrid_tui.domain.interference.rules import check_week
from tests.domain.interference.weeks_of import ids, loaded, setting, week
from tests.domain.plans import MONDAY, sketch


def test_no_deload() -> None:
    plan = sketch("hill-iron-4")
    days, past = plan.week(3), setting(plan, 3).past
    third = PastWeek(load=None, sets=45)
    hint = check_week(days, MONDAY, Setting(past=(*past, third)))
    assert "CT-21" in ids(hint, Severity.HINT) - ids(hint)
    assert "CT-21" in ids(check_week(days, MONDAY, Setting(past=(*past, third, third))))
    rested = PastWeek(load=None, sets=20, deload=True)
    assert "CT-21" not in ids(check_week(days, MONDAY, Setting(past=(*past, rested))), Severity.HINT)


def test_week_ramp_leaves_deloads_out() -> None:
    days = week({0: [["bench press 20x5 rest 3m"]]})
    load = days[0].load or 0
    light = PastWeek(load=load / 1.3, sets=8)
    rest = PastWeek(load=load / 3, sets=4, deload=True)
    assert "CT-12" in ids(check_week(days, MONDAY, Setting(past=(light, rest))))
    assert "CT-12" not in ids(check_week(days, MONDAY, Setting(past=(PastWeek(load=load, sets=10), rest))))


def test_too_few_sets_name_the_exercise_that_helps() -> None:
    days = week({0: [["romanian deadlift 3x8", "leg press 4x8", "bench press 4x5", "pull-up 4x5"]]})
    found = {f.sentence: f.mend for f in check_week(days, MONDAY) if f.id == "CT-22"}
    assert found == {"hamstrings 3 sets this week": "one more set of romanian deadlift makes it 4"}
    assert "CT-22" not in ids(check_week(days, MONDAY, Setting(deload=True)), Severity.HINT)


def test_a_sum_in_the_middle_of_a_week_says_what_it_is_of() -> None:
    days = week({0: [["romanian deadlift 3x8"]], 4: [["leg press 4x8", "bench press 4x5", "pull-up 4x5"]]})
    begun = [
        replace(day, sessions=tuple(replace(each, done=day.date == MONDAY) for each in day.sessions))
        for day in days
    ]
    found = {f.sentence for f in check_week(begun, MONDAY) if f.id == "CT-22"}
    assert found == {"hamstrings 3 sets this week with what is planned"}


def test_too_many_sets() -> None:
    days = week({0: [["leg extension 9x10"]], 3: [["leg extension 9x10"]], 5: [["easy run: 20m @easy"]]})
    assert "CT-23" in ids(check_week(days, MONDAY))
    assert "CT-23" in ids(check_week(week({0: [["biceps curl 11x10"]]}), MONDAY))


@pytest.mark.parametrize(
    ("loads", "severity"),
    [
        ((200, 210, 190, 200, 205, 195, 0), Severity.WARN),
        ((280, 150, 290, 150, 310, 150, 60), Severity.WARN),
        ((300, 100, 300, 100, 300, 100, 100), Severity.HINT),
        ((0, 420, 180, 0, 450, 120, 540), None),
    ],
)
def test_like_days(loads: tuple[float, ...], severity: Severity | None) -> None:
    found = [f for f in check_week(loaded(loads), MONDAY) if f.id == "CT-24"]
    assert max((each.severity for each in found), default=None) is severity


def test_the_heaviest_week_in_a_while() -> None:
    days = loaded((200, 210, 190, 200, 205, 195, 0))
    heavy = Setting(past=tuple(PastWeek(load=1000, sets=20, strain=1500) for _ in range(6)))
    assert "CT-25" in ids(check_week(days, MONDAY, heavy))
    young = Setting(past=heavy.past[:5])
    assert "CT-25" not in ids(check_week(days, MONDAY, young))
