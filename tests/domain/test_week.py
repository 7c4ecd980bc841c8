"""A week folded from records: counts, loads, cells, merges with the plan, and what stays unknown."""

from datetime import date, timedelta

import pytest

from hybrid_tui.domain.cells import repeats_text, short_seconds, split_word
from hybrid_tui.domain.exercise import LegClass
from hybrid_tui.domain.nutrition import DayType, Exclusion, Goal
from hybrid_tui.domain.record import BodyWeight, CheckIn, Food
from hybrid_tui.domain.recovery import Band
from hybrid_tui.domain.set_record import SessionKind, SessionStatus, SetRole
from hybrid_tui.domain.week import Diet, PlannedSummary, day_type, fold_week
from hybrid_tui.domain.week_view import tally
from tests.domain.sessions import CATALOGUE, easy, hills, session, sets, step, timed

MONDAY = date(2026, 11, 23)


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


WEDNESDAY = session(
    day(2),
    hills(8),
    sets("box_jump", 5, 5, 5),
    sets("bench_press", 20, role=SetRole.WARM_UP),
    sets("bench_press", 6, 6, 6, 6),
    sets("pull_up", 8, 7),
    minutes=75,
    rpe=6,
    name="Short hills + upper body",
    plan_key="p/2/2/",
)
FRIDAY = session(day(4), easy(35), minutes=35, rpe=3, name="Easy run", kind=SessionKind.RUN)


def test_a_mixed_session_in_numbers() -> None:
    week = fold_week(MONDAY, [WEDNESDAY], CATALOGUE)
    done = week.days[2].sessions[0]
    assert done.sets == 6
    assert done.contacts == 15
    assert done.sprint_seconds == 96
    assert done.load == 450
    assert done.easy_minutes == 0
    assert done.leg_class is LegClass.A
    assert done.run is not None
    assert (done.run.text, done.run.place, done.run.status) == ("8×12s", "hill", SessionStatus.DONE)
    assert done.lift is not None
    assert done.lift.text == "upper"
    assert done.jump is not None
    assert done.jump.text == "15"
    assert week.muscles["chest"] == 4
    assert week.muscles["lats"] == 2


def test_runs_and_jumps_stress_muscles_beside_their_sets() -> None:
    """Section 5: hill sprints quads 2, glutes 3; easy run 1 each; box jumps (our choice) 2 for prime movers."""
    week = fold_week(MONDAY, [WEDNESDAY, FRIDAY], CATALOGUE)
    assert week.stress["quads"] == 2 + 2 + 1
    assert week.stress["hamstrings"] == 3 + 1
    assert week.stress["glutes"] == 3 + 2 + 1
    assert "quads" not in week.muscles


def test_totals_and_their_evenness() -> None:
    week = fold_week(MONDAY, [WEDNESDAY, FRIDAY], CATALOGUE)
    assert week.totals.load == 555
    assert week.totals.minutes == 110
    assert week.totals.easy_minutes == 35
    assert week.totals.monotony == pytest.approx(0.5095, abs=0.0001)
    assert week.totals.strain == pytest.approx(282.8, abs=0.1)
    assert week.days[4].sessions[0].run is not None
    assert week.days[4].sessions[0].run.text == "easy 35m"


def test_the_check_week_of_foster() -> None:
    loads = (0, 420, 180, 0, 450, 120, 540)
    records = [session(day(n), minutes=load / 6, rpe=6) for n, load in enumerate(loads) if load]
    totals = fold_week(MONDAY, records, CATALOGUE).totals
    assert totals.load == pytest.approx(1710)
    assert totals.monotony == pytest.approx(1.1809, abs=0.0001)
    assert totals.strain == pytest.approx(2019.3, abs=0.1)


def test_an_unrated_session_leaves_the_sum_unknown_but_says_what_is_known() -> None:
    week = fold_week(MONDAY, [WEDNESDAY, session(day(4), easy(35), minutes=35, rpe=None)], CATALOGUE)
    assert week.days[4].load is None
    assert week.totals.load is None
    assert week.totals.monotony is None
    assert week.totals.strain is None
    assert week.totals.known_load == 450
    assert week.totals.minutes == 110


def test_an_empty_week_is_rest() -> None:
    week = fold_week(MONDAY, [], CATALOGUE)
    assert [d.date for d in week.days] == [day(n) for n in range(7)]
    assert week.totals.load == 0
    assert week.totals.monotony is None
    assert week.days[0].readiness is None
    assert week.days[0].protein_g is None


def test_sessions_in_hand_count_as_partial() -> None:
    week = fold_week(
        MONDAY, [session(day(0), sets("back_squat", 5), status=SessionStatus.OPEN, rpe=None)], CATALOGUE
    )
    assert week.days[0].sessions[0].status is SessionStatus.PARTIAL
    assert week.totals.partial == 1
    assert week.totals.sets == 1


def test_skipped_sessions_carry_nothing() -> None:
    skipped = session(day(0), minutes=None, rpe=None, status=SessionStatus.SKIPPED, plan_key="p/1/0/")
    plan = PlannedSummary(
        day=day(0),
        name="Lower",
        kind=SessionKind.LIFT,
        plan_key="p/1/0/",
        load=300,
        lift="lower",
    )
    week = fold_week(MONDAY, [skipped], CATALOGUE, planned=[plan])
    only = week.days[0].sessions
    assert len(only) == 1
    assert only[0].lift is not None
    assert only[0].lift.status is SessionStatus.SKIPPED
    assert week.totals.load == 0
    assert (week.totals.planned, week.totals.done) == (1, 0)


def test_plan_and_record_meet_by_their_key_also_on_another_day() -> None:
    plans = [
        PlannedSummary(
            day=day(1), name="Hills", kind=SessionKind.MIXED, plan_key="p/2/2/", load=440, leg_load=300
        ),
        PlannedSummary(
            day=day(5), name="Full body", kind=SessionKind.LIFT, plan_key="p/2/5/", load=290, lift="full"
        ),
    ]
    week = fold_week(MONDAY, [WEDNESDAY], CATALOGUE, planned=plans)
    assert week.days[1].sessions == ()
    assert week.days[2].sessions[0].planned_load == 440
    assert week.days[2].sessions[0].planned_leg_load == 300
    saturday = week.days[5].sessions[0]
    assert saturday.status is SessionStatus.PLANNED
    assert saturday.load is None
    assert saturday.lift is not None
    assert saturday.lift.text == "full"
    assert (week.totals.planned, week.totals.done) == (2, 1)


def test_what_is_done_beside_the_plan_is_told_apart() -> None:
    plan = PlannedSummary(day=day(0), name="Lower", kind=SessionKind.LIFT, plan_key="p/1/1/")
    runs = [
        session(day(2), easy(30), minutes=30, rpe=3),
        session(day(3), easy(30), status=SessionStatus.PARTIAL),
    ]
    assert tally(fold_week(MONDAY, runs, CATALOGUE, planned=[plan])) == {
        "planned": 1,
        "done": 0,
        "part": 0,
        "free": 2,
    }
    assert tally(fold_week(MONDAY, runs, CATALOGUE)) == {"planned": 0, "done": 1, "part": 1}
    done = session(day(0), sets("back_squat", 5), plan_key="p/1/1/")
    assert tally(fold_week(MONDAY, [done], CATALOGUE, planned=[plan])) == {"planned": 1, "done": 1, "part": 0}


def test_morning_comes_before_evening() -> None:
    evening = session(day(3), sets("back_squat", 5), slot="pm", name="Evening")
    morning = session(day(3), hills(6), slot="am", name="Morning")
    week = fold_week(MONDAY, [evening, morning], CATALOGUE)
    assert [s.name for s in week.days[3].sessions] == ["Morning", "Evening"]


def test_mornings_reach_back_for_the_own_baseline() -> None:
    usual = [CheckIn(day=day(-n), sleep=2, fatigue=2, stress=2, soreness=2) for n in range(1, 20)]
    worse = CheckIn(day=day(0), sleep=3, fatigue=2, stress=2, soreness=3, slept_minutes=460)
    week = fold_week(MONDAY, [], CATALOGUE, checks=[*usual, worse])
    assert week.days[0].readiness == 75
    assert week.days[0].band is Band.SWAP
    assert week.days[0].sleep_minutes == 460


def test_protein_follows_the_day() -> None:
    diet = Diet(goal=Goal.HYBRID, weights=(BodyWeight(id="w", day=day(-3), kg=74.2, text="74.2kg"),))
    foods = [Food(id="1", day=day(2), grams=60), Food(id="2", day=day(2), grams=36)]
    week = fold_week(MONDAY, [WEDNESDAY, FRIDAY], CATALOGUE, foods=foods, diet=diet)
    assert week.days[2].protein_g == 96
    assert week.days[2].protein_target_g == 135
    assert week.days[4].protein_target_g == 110
    assert week.days[0].protein_target_g == 105
    none = fold_week(MONDAY, [], CATALOGUE, diet=Diet(excluded=Exclusion.KIDNEY))
    assert none.days[0].protein_target_g is None


def test_body_weight_of_a_day() -> None:
    weights = tuple(BodyWeight(id=str(n), day=day(n), kg=70 + n, text="") for n in (4, 0))
    diet = Diet(weights=weights)
    assert [diet.kg_on(day(n)) for n in (-1, 0, 3, 4)] == [70, 70, 70, 74]
    assert Diet().kg_on(day(0)) is None


def test_day_types() -> None:
    def kind_of(*records: object) -> DayType:
        return day_type(fold_week(MONDAY, list(records), CATALOGUE).days[0].sessions)  # type: ignore[arg-type]

    assert kind_of() is DayType.REST
    assert kind_of(session(day(0), easy(30))) is DayType.EASY
    assert kind_of(session(day(0), hills(4))) is DayType.HARD_RUN
    assert kind_of(session(day(0), sets("bench_press", 5))) is DayType.LIFT
    assert kind_of(session(day(0), hills(4), sets("bench_press", 5))) is DayType.BOTH
    assert kind_of(session(day(0), minutes=20, kind=SessionKind.RECOVERY)) is DayType.REST


def test_run_cells() -> None:
    long = session(
        day(0), timed("Long run", step(4320, "long run", effort="4"), exercise="long_run"), minutes=72
    )
    track = session(
        day(1),
        timed(
            "VO2 intervals",
            *[step(90, "fast", ends="distance", metres=400, effort="hard") for _ in range(6)],
            exercise="vo2_interval",
        ),
    )
    week = fold_week(MONDAY, [long, track], CATALOGUE)
    assert week.days[0].sessions[0].run is not None
    assert week.days[0].sessions[0].run.text == "long 1h12"
    assert week.days[0].sessions[0].hard_run
    assert week.days[1].sessions[0].run is not None
    assert week.days[1].sessions[0].run.text == "6×400mtr"
    assert week.days[1].sessions[0].metres == 2400


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(12, "12s"), (60, "1m"), (90, "90s"), (150, "2m30"), (2100, "35m"), (3900, "1h05")],
)
def test_short_seconds(seconds: float, text: str) -> None:
    assert short_seconds(seconds) == text


def test_cell_words() -> None:
    assert repeats_text(8, seconds=None) == "8×"
    assert split_word(9, 1, 2) == "lower"
    assert split_word(5, 5, 0) == "full"
    assert split_word(0, 0, 3) == "core"
    assert split_word(0, 0, 0) == ""
