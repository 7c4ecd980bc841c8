from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybrid_tui.domain.exercise import LegClass
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.programme.deload import less, lighter_line
from hybrid_tui.domain.programme.first_month import first_month_line
from hybrid_tui.domain.programme.lighter import LighterLine, leg_classes, lighter
from hybrid_tui.domain.programme.outcome import Past
from hybrid_tui.domain.programme.prescription import Known, Prescription
from hybrid_tui.domain.programme.schedule import begin_on, planned_sessions
from hybrid_tui.domain.programme.session import PrescribedSession, prescribe_session, ramp_for
from hybrid_tui.domain.recovery import Band
from hybrid_tui.domain.workout import SetsLine, StepKind, TimedLine

from .build import ask, catalogue, lift, place, programme, run

MONDAY = date(2026, 11, 23)
KNOWN = Known(catalogue=catalogue())


def session(programme_id: str, day: int, *, week: int = 1, first_month: bool = False) -> PrescribedSession:
    plan = begin_on(programme_id, programme(programme_id), MONDAY)
    on = date.fromordinal(MONDAY.toordinal() + 7 * (week - 1) + day)
    (planned,) = planned_sessions(plan, on, on)
    return prescribe_session(planned, KNOWN, first_month=first_month)


def by_name(lines: tuple[LighterLine, ...], name: str) -> LighterLine:
    return next(line for line in lines if line.before.name == name and line.before.part is StepKind.WORK)


@pytest.mark.parametrize(
    ("number", "percent", "left"),
    [(5, 40, 3), (4, 40, 2), (3, 50, 1), (1, 40, 1), (7, 40, 4), (2, 90, 1), (10, 45, 5)],
)
def test_a_share_is_rounded_to_the_nearest_a_half_down_and_never_to_nothing(
    number: int, percent: float, left: int
) -> None:
    assert less(number, percent) == left


@given(st.integers(1, 200), st.floats(0, 99))
def test_less_is_never_more(number: int, percent: float) -> None:
    assert 1 <= less(number, percent) <= number


def test_a_session_of_nothing_but_a_ramp_asks_for_nothing() -> None:
    text = "# Ramp\n\n## block legs\nramp\n\n## mon  Nothing\nwarm-up: legs\n"
    plan = begin_on("ramp", parse_programme(text, names=catalogue()), MONDAY)
    (planned,) = planned_sessions(plan, MONDAY, MONDAY)
    given = prescribe_session(planned, KNOWN)
    assert (given.prescriptions, given.minutes) == ((), 0)


@pytest.mark.parametrize(
    ("line", "left"), [("0.1km", "0.1km"), ("1km", "0.5km"), ("0.04km", "0.04km"), ("40mtr", "20mtr")]
)
def test_a_deload_leaves_something_of_a_distance(line: str, left: str) -> None:
    found = parse_plan_line(line)
    assert isinstance(found, TimedLine)
    assert print_line(lighter_line(found, 50)) == left


def test_a_ramp_stands_before_the_first_lift_once_its_load_is_known() -> None:
    text = (
        "# Ramp\nlevel: beginner\nweeks: 1, then week 1\n\n## block legs\nwarm-up: 3m walk\nramp\n\n"
        "## mon  Squats\nwarm-up: legs\nback squat 3x5 100kg\nplank 3x45s\n"
    )
    plan = begin_on("ramp", parse_programme(text, names=catalogue()), MONDAY)
    (planned,) = planned_sessions(plan, MONDAY, MONDAY)
    given = prescribe_session(planned, KNOWN).prescriptions
    assert [each.name for each in given] == ["warm-up", "Back squat", "Back squat", "Plank"]
    ramp = given[1]
    assert ramp.part is StepKind.WARM_UP
    assert [(t.load, t.reps) for t in ramp.sets] == [
        ("20kg", 8), ("40kg", 5), ("60kg", 3), ("80kg", 2), ("90kg", 1),
    ]  # fmt: skip
    assert print_line(ramp.line) == "back squat 8 20kg + 5 40kg + 3 60kg + 2 80kg + 1 90kg"


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("goblet squat 3x8-12 24kg", [("14kg", 5)]),
        ("deadlift 3x5 100kg", [("60kg", 3), ("80kg", 2), ("90kg", 1)]),
        ("back squat 3x5 225lb", [("45lb", 8), ("90lb", 5), ("135lb", 3), ("180lb", 2), ("200lb", 1)]),
        ("romanian deadlift 3x8 20kg", []),
        ("pull-up 3x5", []),
        ("back squat 3x5", []),
    ],
)
def test_ramps_suit_what_is_lifted(line: str, sets: list[tuple[str, int]]) -> None:
    ramp = ramp_for(ask(line), KNOWN)
    found = [(t.load, t.reps) for t in ramp.sets] if ramp else []
    if line.startswith("deadlift"):
        assert found[-2:] == sets[-2:]
        assert found[0][0] == "60kg"
    else:
        assert found == sets


def test_in_a_superset_the_rest_comes_after_the_round() -> None:
    text = (
        "# Pairs\nlevel: beginner\nweeks: 1, then week 1\n\n## mon  Pairs\n"
        "bench press 3x8 60kg rest 2m\n  & pull-up 3x5 rest 2m30\nplank 3x45s\n"
    )
    plan = begin_on("pairs", parse_programme(text, names=catalogue()), MONDAY)
    (planned,) = planned_sessions(plan, MONDAY, MONDAY)
    given = prescribe_session(planned, KNOWN).prescriptions
    assert [(each.rest_seconds, each.superset) for each in given] == [(0, False), (150, True), (45, False)]


def test_minutes_and_load_follow_the_reference() -> None:
    given = ask("goblet squat 3x8-12 @3rir rest 2m")
    assert (given.minutes, given.rating, given.load) == (8.25, 6, 49.5)
    rows = ask("dumbbell row 2x8-12 a side @3rir rest 90s")
    assert (rows.minutes, rows.rating) == (6.0, 6)
    assert ask("plank 2x20-40s @3rir rest 45s").rating == 4
    hills = ask("hill sprint: 4x(8s @8 hill 5-8% / 90s walk down)")
    assert hills.minutes == pytest.approx(302 / 60)
    assert hills.rating == 7
    assert hills.sprint_seconds == 32


def test_landings_count_both_feet_of_jumping_lunges() -> None:
    assert ask("box jump 3x5").contacts == 15
    assert ask("jumping lunge 2x4 a side").contacts == 16


def lines_of(text: str, number: int) -> str:
    line = parse_plan_line(text, names=catalogue())
    assert isinstance(line, SetsLine | TimedLine)
    found = first_month_line(line, place(number, week=min(number, 4)))
    return print_line(found[0]) if found else ""


def test_first_month_doses_are_few_short_and_gentle_and_then_grow_by_one() -> None:
    text = "hill sprint: [6,7,8,4]x(10s @9 hill 6-10% / 2m walk down)  ; +2s/block to 12s"
    tail = "  // first-month dose"
    assert [lines_of(text, number) for number in (1, 3, 5, 8, 13)] == [
        "hill sprint: 3x(6s @7 hill 4-6% / 2m walk down)" + tail,
        "hill sprint: 4x(8s @8 hill 4-6% / 2m walk down)" + tail,
        "hill sprint: 4x(8s @9 hill 6-10% / 2m walk down)" + tail,
        "hill sprint: 4x(8s @9 hill 6-10% / 2m walk down)" + tail,
        "",
    ]
    plain = "hill sprint: 12x(15s @max hill 6-10% / 2m walk down)"
    assert [lines_of(plain, number).split(" hill ")[0] for number in (4, 5, 8, 9, 12)] == [
        f"hill sprint: {dose}" for dose in ("4x(8s @8", "5x(8s @9", "8x(8s @9", "9x(9s @9", "12x(9s @9")
    ]
    assert "3x(6s @8 stairs" in lines_of("stair run: 5x(20s @8 stairs / 2m walk down)", 1)
    assert lines_of("easy run: 35m @easy", 1) == ""
    assert lines_of("back squat 3x5", 1) == ""


def test_first_month_sessions_say_why_and_leave_the_rest_alone() -> None:
    usual = session("hill-iron-3", 2)
    given = session("hill-iron-3", 2, first_month=True)
    assert given.sprint_seconds == 18
    assert given.run == "3×6s"
    changed = [a.name for a, b in zip(usual.prescriptions, given.prescriptions, strict=True) if a != b]
    assert changed == ["Hill sprint"]
    hill = next(each for each in given.prescriptions if each.name == "Hill sprint")
    assert "first-month" in hill.why
    assert print_line(hill.line).endswith("// first-month dose")


def test_first_month_and_lighter_sessions_earn_no_raise() -> None:
    line = "hill sprint: [4,5,6,3]x(8s @8 hill 5-8% / 90s walk down)  ; +2s/block to 10s"
    eased = run("hill sprint: 4x(8s @8 hill 4-6% / 90s walk down)  // first-month dose", done=4, number=3)
    assert "5x(8s" in print_line(ask(line, eased, at=place(5, week=2, round=2)).line)
    bench = "bench press 4x6-8  ; double +2.5kg"
    given = ask(bench, lift("8 8", asked="bench press 2x6-8 60kg  // lighter today", load="60kg"))
    assert given.sets[0].load == "60kg"
    assert given.change != "↑ 2.5"


def test_what_each_line_asks_of_the_legs() -> None:
    given = session("hill-iron-4", 0)
    classes = dict(
        zip((p.name for p in given.prescriptions), leg_classes(given.prescriptions, catalogue()), strict=True)
    )
    assert classes["Back squat"] is LegClass.A
    assert classes["Standing calf raise"] is LegClass.C
    hills = session("hill-iron-4", 3)
    classes = dict(
        zip((p.name for p in hills.prescriptions), leg_classes(hills.prescriptions, catalogue()), strict=True)
    )
    assert classes["Hill sprint"] is LegClass.A
    assert classes["Box jump"] is LegClass.C
    assert classes["Barbell row"] is LegClass.C


def test_go_and_no_answer_keep_the_plan() -> None:
    given = session("hill-iron-4", 3).prescriptions
    for band in (Band.GO, None):
        assert [each.after for each in lighter(given, catalogue(), band)] == list(given)


def test_reduce_takes_sets_and_repetitions_but_no_load() -> None:
    given = lighter(session("hill-iron-4", 0, week=3).prescriptions, catalogue(), Band.REDUCE)
    squat = by_name(given, "Back squat")
    assert squat.after is not None
    assert len(squat.before.sets) == 4
    assert len(squat.after.sets) == 2
    assert [(t.reps, t.rpe, t.effort) for t in squat.after.sets] == [(3, 7, "3rir")] * 2
    assert print_line(squat.after.line) == "back squat 2x3-5 @3rir rest 3m  // lighter today"
    assert squat.words == "4 → 2 sets, 5 → 3 repetitions, 3 in reserve"
    calves = by_name(given, "Standing calf raise")
    assert calves.after is not None
    assert len(calves.after.sets) == 2
    hills = by_name(lighter(session("hill-iron-4", 3).prescriptions, catalogue(), Band.REDUCE), "Hill sprint")
    assert hills.after is not None
    assert print_line(hills.after.line) == (
        "hill sprint: 4x(10s @8 hill 6-10% / 2m walk down)  // lighter today"
    )
    assert hills.words == "6 → 4 repeats, at 8 at most"


def test_swap_moves_what_is_hard_for_the_legs_and_rest_drops_all() -> None:
    given = lighter(session("hill-iron-4", 3).prescriptions, catalogue(), Band.SWAP)
    hill = by_name(given, "Hill sprint")
    assert hill.after is None
    assert hill.move
    row = by_name(given, "Barbell row")
    assert row.after is not None
    assert len(row.after.sets) == 1
    assert row.after.sets[0].effort == "4rir"
    rested = lighter(session("hill-iron-4", 3).prescriptions, catalogue(), Band.REST)
    assert all(line.after is None for line in rested if line.before.part is StepKind.WORK)


def test_sore_legs_gate_leg_work_whatever_the_score() -> None:
    given = lighter(session("hill-iron-4", 3).prescriptions, catalogue(), Band.GO, legs=6)
    assert by_name(given, "Hill sprint").move
    assert by_name(given, "Barbell row").words == "as planned"


@pytest.mark.parametrize("band", [Band.REDUCE, Band.SWAP])
@pytest.mark.parametrize("programme_id", ["hill-iron-5", "body-stairs-4", "race-keep-5", "first-steps-3"])
def test_the_lighter_version_is_never_more(programme_id: str, band: Band) -> None:
    plan = begin_on(programme_id, programme(programme_id), MONDAY)
    week = planned_sessions(plan, MONDAY, date.fromordinal(MONDAY.toordinal() + 6))
    for planned in week:
        given = prescribe_session(planned, KNOWN).prescriptions
        for line in lighter(given, catalogue(), band):
            if line.after is None:
                continue
            assert line.after.minutes <= line.before.minutes + 1e-9
            assert len(line.after.sets) <= len(line.before.sets)
            assert (line.after.sprint_seconds or 0) <= (line.before.sprint_seconds or 0)
            text = print_line(line.after.line)
            assert print_line(parse_plan_line(text, names=catalogue())) == text


def test_another_day_of_the_same_exercise_lends_its_load_only_for_like_sets() -> None:
    heavy = lift("5 5 5", asked="back squat 3x5 100kg", load="100kg")
    elsewhere = replace(heavy, line_key="1//0")

    def asked(text: str, key: str, *pasts: Past) -> Prescription:
        from hybrid_tui.domain.programme.lifts import prescribe_sets

        line = parse_plan_line(text, names=catalogue())
        assert isinstance(line, SetsLine)
        return prescribe_sets(
            line, place(), Known(catalogue=catalogue(), history={"back_squat": pasts}), key=key
        )

    assert asked("back squat 3x6  ; +2.5kg", "3//0", elsewhere).sets[0].load == "102.5kg"
    assert asked("back squat 3x10  ; +2.5kg", "3//0", elsewhere).asks_load
    own = replace(lift("10 10 10", asked="back squat 3x10 70kg", load="70kg"), line_key="3//0")
    assert asked("back squat 3x10  ; +2.5kg", "3//0", elsewhere, own).sets[0].load == "72.5kg"


def test_a_stop_rule_reaches_the_timer_and_a_circuit_becomes_its_minutes() -> None:
    given = ask("easy run: 5m @easy + 4x(400mtr @hard / 2m walk)  ; +1rep to 6rep, stop -5%")
    assert [step.until for step in given.steps[:3]] == [None, 5, 5]
    assert print_line(given.line).endswith("4x(400mtr @hard / 2m walk) until -5%")
    own = ask("easy run: 4x(400mtr @hard / 2m walk) until -8%  ; stop -5%")
    assert own.steps[0].until == 8
    text = (
        "# Rounds\nlevel: beginner\nweeks: 1, then week 1\n\n## mon  Rounds\n"
        "emom 10m:\n  push-up 5\n  bodyweight squat 10\n"
    )
    plan = begin_on("rounds", parse_programme(text, names=catalogue()), MONDAY)
    (planned,) = planned_sessions(plan, MONDAY, MONDAY)
    (rounds,) = prescribe_session(planned, KNOWN).prescriptions
    assert len(rounds.steps) == 10
    assert rounds.minutes == 10
    assert rounds.name == "emom 10m"
