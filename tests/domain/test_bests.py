"""Bests, worked by hand."""

from __future__ import annotations

from datetime import date

from hybrid_tui.domain.bests import E1RM, FAR, MOST, TIME, Lifted, Stretch, lift_bests, stretch_bests

FIRST, LATER = date(2026, 11, 2), date(2026, 11, 9)


def lifted(reps: int, kg: float | None, day: date = FIRST, *, own: bool = False) -> Lifted:
    return Lifted(exercise="x", reps=reps, load_kg=kg, own_weight=own, day=day, session_id=day.isoformat())


def test_a_heavier_set_of_more_repetitions_is_the_best_of_fewer_too() -> None:
    (best,) = lift_bests([lifted(5, 80.0), lifted(6, 82.5, LATER), lifted(1, 95.0)])
    assert {name: mark.value for name, mark in best.marks.items() if name != E1RM} == {
        "1": 95.0,
        "3": 82.5,
        "5": 82.5,
    }
    assert best.marks[E1RM].value == 82.5 * (1 + 6 / 30)  # 99
    assert best.marks[E1RM].reps == 6


def test_the_first_day_it_was_reached_is_kept() -> None:
    (best,) = lift_bests([lifted(5, 80.0, LATER), lifted(5, 80.0, FIRST)])
    assert best.marks["5"].day == FIRST


def test_own_weight_has_no_estimate_and_counts_repetitions() -> None:
    (best,) = lift_bests([lifted(7, None, own=True), lifted(3, 10.0, own=True)])
    assert best.marks[MOST].value == 7
    assert best.marks["3"].value == 10.0
    assert E1RM not in best.marks


def test_climbs_are_best_when_short_and_runs_when_long() -> None:
    def stretch(by_hand: bool, seconds: float | None, far: float | None, day: date) -> Stretch:
        return Stretch(
            label="hill",
            place="hill 8%",
            metres=None,
            by_hand=by_hand,
            seconds=seconds,
            far_metres=far,
            day=day,
            session_id="s",
        )

    found = stretch_bests(
        [
            stretch(True, 12.4, None, FIRST),
            stretch(True, 11.8, None, LATER),
            stretch(False, None, 400.0, FIRST),
            stretch(False, None, 380.0, LATER),
        ]
    )
    assert [(each.kind, each.name) for each in found] == [
        ("climb", "hill · hill 8%"),
        ("run", "hill · hill 8%"),
    ]
    assert found[0].marks[TIME].value == 11.8
    assert found[1].marks[FAR].value == 400.0
