"""Plans and records as training days: the shipped weeks come to the numbers they were made for."""

from __future__ import annotations

from datetime import date

import pytest

from hybrid_tui.domain.exercise import LegClass
from hybrid_tui.domain.load import monotony, strain
from hybrid_tui.domain.set_record import SessionKind, SessionStatus, SetRole
from hybrid_tui.domain.training import TrainingDay, Work, muscle_total
from hybrid_tui.domain.training_build import recorded_training
from tests.domain.plans import sketch, training
from tests.domain.sessions import CATALOGUE, easy, hills, session, sets, step, timed

DAY = date(2026, 11, 23)

WEEKS = """
hill-iron-3 1 575 0.85 491 27 0 32
hill-iron-3 2 638 0.85 545 30 0 40
hill-iron-3 3 716 0.86 614 34 0 48
hill-iron-3 4 414 0.84 350 19 0 24
hill-iron-4 1 1114 1.14 1272 36 12 60
hill-iron-4 2 1213 1.14 1388 39 16 70
hill-iron-4 3 1371 1.15 1572 45 20 80
hill-iron-4 4 656 1.13 742 22 8 40
hill-iron-5 1 1477 1.50 2214 43 12 70
hill-iron-5 2 1556 1.50 2337 44 16 80
hill-iron-5 3 1714 1.48 2535 48 20 90
hill-iron-5 4 893 1.46 1306 26 8 50
body-stairs-4 1 721 1.07 769 29 35 60
body-stairs-4 2 784 1.07 841 31 40 80
body-stairs-4 3 892 1.06 942 36 50 100
body-stairs-4 4 532 1.09 583 20 20 60
race-keep-5 1 1237 1.24 1536 15 0 32
race-keep-5 2 1308 1.25 1631 16 0 40
race-keep-5 3 1404 1.23 1732 16 0 48
race-keep-5 4 886 1.27 1125 8 0 24
"""


@pytest.mark.parametrize("row", WEEKS.strip().splitlines())
def test_shipped_weeks_come_to_their_numbers(row: str) -> None:
    name, number, load, alike, hard, lift_sets, contacts, seconds = row.split()
    days = sketch(name).week(int(number))
    loads = [day.load or 0 for day in days]
    assert sum(block.hard_sets for day in days for block in day.blocks) == int(lift_sets)
    assert sum(day.contacts for day in days) == int(contacts)
    assert sum(b.sprint_seconds for d in days for b in d.blocks if b.work is not Work.HARD_RUN) == int(
        seconds
    )
    # The expected load is made of assumptions; it agrees within a set or two.
    assert sum(loads) == pytest.approx(float(load), rel=0.03)
    assert monotony(loads) == pytest.approx(float(alike), abs=0.07)
    assert strain(loads) == pytest.approx(float(hard), rel=0.07)


MUSCLES = {
    "hill-iron-3": "quads 6, hamstrings 6, glutes 12, calves 2, hip_flexors 1, adductors 4.5, abs 5.5, "
    "obliques 2, erectors 1.5, chest 5, lats 8, upper_back 8, shoulders 6.5, biceps 4, triceps 4",
    "hill-iron-4": "quads 12, hamstrings 8.5, glutes 15.5, calves 4.5, hip_flexors 1, adductors 6, "
    "abductors 2, abs 3, obliques 3, erectors 7, chest 6, lats 7, upper_back 9, shoulders 7, biceps 3.5, "
    "triceps 4.5",
    "hill-iron-5": "quads 9, hamstrings 8.5, glutes 13, calves 4.5, adductors 6, abductors 1, abs 1, "
    "obliques 2, erectors 5, chest 7, lats 10, upper_back 7.5, shoulders 10, biceps 7, triceps 7",
    "body-stairs-4": "quads 6, hamstrings 6.5, glutes 11, calves 3.5, adductors 1.5, abductors 2.5, abs 6.5, "
    "obliques 3, erectors 2, chest 6.5, lats 9, upper_back 9, shoulders 7.5, biceps 4.5, triceps 4",
    "race-keep-5": "quads 2, hamstrings 3, glutes 6, calves 2, adductors 2, erectors 2, chest 2, lats 4, "
    "upper_back 4, shoulders 3, biceps 2, triceps 2",
}


@pytest.mark.parametrize("name", MUSCLES)
def test_shipped_third_weeks_train_their_muscles(name: str) -> None:
    expected = {word.split()[0]: float(word.split()[1]) for word in MUSCLES[name].split(", ")}
    assert muscle_total(sketch(name).week(3)) == expected


def test_a_planned_session_in_blocks() -> None:
    mixed = training(
        [
            "warm-up: 8m @easy",
            "box jump 3x5",
            "hill sprint: 8x(12s @9 hill 8% / 90s walk)",
            "back squat 3x5-8 @2rir rest 3m",
            "pogo hop 2x10 a side",
            "plank 2x30s",
            "cool-down: 5m walk",
        ]
    )
    jump, hill, squat, pogo, plank = mixed.blocks
    assert (jump.work, jump.contacts) == (Work.JUMP, 15)
    assert (hill.work, hill.repeats, hill.sprint_seconds, hill.rpe) == (Work.SPRINT, 8, 96, 9)
    assert hill.minutes == pytest.approx((96 + 7 * 90) / 60)
    assert (squat.leg_sets, squat.rpe) == (3, 8)
    assert squat.minutes == pytest.approx(11.25)
    assert pogo.contacts == 40
    assert (plank.work, plank.leg_sets) == (Work.CORE, 0)
    assert mixed.leg_class is LegClass.A


@pytest.mark.parametrize(
    ("line", "work", "leg_class"),
    [
        ("easy run: 35m @easy", Work.EASY_RUN, LegClass.C),
        ("long run: 1h10 @4", Work.LONG_RUN, LegClass.BL),
        ("tempo run: 20m @7", Work.HARD_RUN, LegClass.B),
        ("strides: 4x(15s @7 flat / 60s walk)", Work.EASY_RUN, LegClass.C),
        ("stair run: 4x(20s @8 stairs / 2m walk down)", Work.STAIRS, LegClass.A),
        ("vo2 intervals: 4x(3m @8 / 150s jog)", Work.HARD_RUN, LegClass.B),
        ("30m @easy", Work.EASY_RUN, LegClass.C),
    ],
)
def test_kinds_of_runs(line: str, work: Work, leg_class: LegClass) -> None:
    only = training([line])
    assert only.blocks[0].work is work
    assert only.leg_class is leg_class


def test_a_recorded_session_in_blocks() -> None:
    record = session(
        DAY,
        timed("warm-up", step(480, "warm-up", kind="warm-up", effort="easy")),
        hills(6),
        sets("back_squat", 5, role=SetRole.WARM_UP),
        sets("back_squat", 5, 5, 5, 5),
        sets("box_jump", 5, 5),
        easy(20),
        timed("walk", step(600, "walk home")),
        minutes=80,
    )
    done = recorded_training(record, CATALOGUE, begins=7.5)
    assert done is not None
    assert [block.work for block in done.blocks] == [Work.SPRINT, Work.LIFT, Work.JUMP, Work.EASY_RUN]
    assert done.leg_sets == 4
    assert done.contacts == 10
    assert done.load == 480
    assert done.blocks[3].easy_minutes == 20
    assert TrainingDay(date=DAY, sessions=(done,)).is_maximal


def test_walks_and_skipped_sessions_are_no_training() -> None:
    assert recorded_training(session(DAY, kind=SessionKind.RECOVERY), CATALOGUE) is None
    assert recorded_training(session(DAY, status=SessionStatus.SKIPPED), CATALOGUE) is None
