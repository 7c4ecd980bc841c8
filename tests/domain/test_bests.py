"""Bests, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hybrid_tui.domain.bests import E1RM, FAR, MOST, TIME, Lifted, Stretch, lift_bests, stretch_bests
from hybrid_tui.domain.pounds import best_in_pounds
from hybrid_tui.formats.bests_page import bests_page, said

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


def test_a_load_in_the_other_unit_stays_as_it_was_typed() -> None:
    typed = Lifted(
        exercise="x", reps=5, load_kg=83.9146, own_weight=False, day=FIRST, session_id="a", typed="185lb"
    )
    (best,) = lift_bests([typed])
    assert best.marks["5"].other_unit == "185 lb"
    assert "185 lb × 5" in said("5", best.marks["5"])
    assert said(E1RM, best.marks[E1RM]).endswith("from 185 lb × 5")
    (named,) = [replace(best, name="Squat")]
    row = bests_page([named], 80, today=FIRST).rows[0].text
    assert row.split()[1:4] == ["185", "lb", "185"]
    (pounds,) = [best_in_pounds(best)]
    assert pounds.marks["5"].other_unit == "", "its own unit needs no word"
    assert f"{pounds.marks['5'].value:g}" == "185"


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
