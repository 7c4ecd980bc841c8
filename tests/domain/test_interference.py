"""The concurrent-training rules: shipped weeks keep them, planted faults are caught."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.interference.findings import Finding, LastSprints, PastWeek, Setting, Severity
from hybrid_tui.domain.interference.rules import RULES, check_week, moved, shown
from hybrid_tui.domain.recovery import Band
from hybrid_tui.domain.training import FAST, TrainingDay, TrainingSession
from tests.domain.plans import FOLDER, MONDAY, Sketch, sketch, training

LINES = (
    "hill sprint: 6x(10s @9 hill 8% / 2m walk)",
    "back squat 5x5",
    "long run: 70m @4",
    "tempo run: 20m @7",
    "bench press 3x5",
    "box jump 3x5",
    "easy run: 30m @easy",
)
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def wrapped(plan: Sketch, number: int) -> tuple[TrainingDay, ...]:
    """A week between the week before it and the one after, as the block goes round."""
    return (
        *plan.week(max(1, number - 1), monday=MONDAY - timedelta(days=7)),
        *plan.week(number),
        *plan.week(min(4, number + 1), monday=MONDAY + timedelta(days=7)),
    )


def setting(plan: Sketch, number: int) -> Setting:
    """What the weeks before say; the first has none."""
    past = []
    for week in range(1, number):
        days = plan.week(week)
        past.append(
            PastWeek(
                load=sum(day.load or 0 for day in days),
                sets=sum(block.hard_sets for day in days for block in day.blocks),
            )
        )
    before = plan.week(number - 1) if number > 1 else ()
    runs = [block.run_minutes for day in before for block in day.blocks]
    sprints = {
        block.exercise or "": LastSprints(repeats=block.repeats, seconds=block.sprint_seconds)
        for day in before
        for block in day.blocks
        if block.work in FAST
    }
    return Setting(
        level=plan.level,
        goal=plan.goal,
        past=tuple(past),
        deload=number == 4,
        longest_run=max(runs, default=None),
        last_sprints=sprints,
    )


def check(plan: Sketch, number: int = 1) -> tuple[Finding, ...]:
    return check_week(wrapped(plan, number), MONDAY, setting(plan, number))


def ids(findings: tuple[Finding, ...], at_least: Severity = Severity.WARN) -> set[str]:
    return {finding.id for finding in findings if finding.severity >= at_least}


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("name", NAMES)
def test_shipped_weeks_break_no_rule(name: str, number: int) -> None:
    found = [f for f in check(sketch(name), number) if f.severity >= Severity.WARN]
    assert found == []


def test_hills_beside_leg_day() -> None:
    plan = sketch("hill-iron-4")
    plan.move(3, 1)
    found = check(plan)
    assert {"CT-02", "CT-03"} <= ids(found, Severity.BLOCK)
    assert "CT-02" not in ids(shown(found))
    first = next(f for f in found if f.id == "CT-03")
    assert first.sentence.startswith("Tue hill sprint is the day after Mon ")


def test_a_move_is_offered_that_clears_the_fault() -> None:
    days = week(
        {
            0: [["back squat 5x5"]],
            1: [["hill sprint: 6x(10s @9 hill 8% / 2m walk)"]],
            4: [["bench press 3x5"]],
        }
    )
    found = check_week(days, MONDAY)
    first = next(f for f in found if f.id == "CT-03")
    assert first.move_to == MONDAY + timedelta(days=2)
    assert first.mend == "move Tue to Wed"
    mended = moved(days, first.day, first.move_to)
    assert not {"CT-02", "CT-03"} & ids(check_week(mended, MONDAY))


def week(plan: dict[int, list[list[str]]]) -> tuple[TrainingDay, ...]:
    """Seven days from lines of plans, a list of sessions for each weekday that has any."""
    return tuple(
        TrainingDay(
            date=MONDAY + timedelta(days=offset),
            sessions=tuple(training(lines) for lines in plan.get(offset, [])),
        )
        for offset in range(7)
    )


def test_long_run_on_the_eve_of_squats() -> None:
    plan = sketch("hill-iron-5")
    plan.move(6, 0)
    assert "CT-09" in ids(check(plan))
    short = {0: [["long run: 50m @4"]], 1: [["back squat 5x5"]]}
    assert "CT-09" not in ids(check_week(week(short), MONDAY))


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


def test_no_deload() -> None:
    plan = sketch("hill-iron-4")
    days, past = plan.week(3), setting(plan, 3).past
    third = PastWeek(load=None, sets=45)
    hint = check_week(days, MONDAY, Setting(past=(*past, third)))
    assert "CT-21" in ids(hint, Severity.HINT) - ids(hint)
    assert "CT-21" in ids(check_week(days, MONDAY, Setting(past=(*past, third, third))))
    rested = PastWeek(load=None, sets=20, deload=True)
    assert "CT-21" not in ids(check_week(days, MONDAY, Setting(past=(*past, rested))), Severity.HINT)


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


def loaded(loads: tuple[float, ...]) -> tuple[TrainingDay, ...]:
    """Seven days of which only the load is known."""
    return tuple(
        TrainingDay(date=MONDAY + timedelta(days=n), sessions=(TrainingSession(name="x", load=float(load)),))
        for n, load in enumerate(loads)
    )


def test_running_down_stairs() -> None:
    down = week({0: [["stair run: 4x(20s @8 stairs up / 20s jog down)"]]})
    assert "CT-27" in ids(check_week(down, MONDAY), Severity.BLOCK)
    walk = week({0: [["stair run: 4x(20s @8 stairs up / 2m walk down)"]]})
    assert "CT-27" not in ids(check_week(walk, MONDAY))


def test_knee_stack() -> None:
    lines = ["stair run: 4x(20s @8 stairs / 2m walk down)", "jumping lunge 2x4", "split squat 2x8"]
    assert "CT-28" in ids(check_week(week({0: [lines]}), MONDAY), Severity.HINT)


def test_gates_for_sprints() -> None:
    hills = week({0: [["hill sprint: 4x(8s @9 hill 6% / 2m walk)"]]})
    assert "CT-19" in ids(check_week(hills, MONDAY, Setting(running_weeks=3)))
    assert "CT-19" not in ids(check_week(hills, MONDAY, Setting(running_weeks=4)))
    assert "CT-19" in ids(check_week(hills, MONDAY, Setting(leg_pain=True)))
    flat = week({0: [["flat sprint: 4x(6s @9 flat / 2m walk)"]]})
    assert "CT-19" in ids(check_week(flat, MONDAY, Setting(running_weeks=8, hill_sessions=3)))
    assert "CT-19" not in ids(check_week(flat, MONDAY, Setting(running_weeks=8, hill_sessions=4)))


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


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.integers(0, 6), st.sampled_from(LINES), max_size=7))
def test_a_mend_never_makes_it_worse(plan: dict[int, str]) -> None:
    days = week({offset: [[line]] for offset, line in plan.items()})
    before = check_week(days, MONDAY)
    for finding in before:
        if finding.move_to is not None:
            after = check_week(moved(days, finding.day, finding.move_to), MONDAY, mend=False)
            assert len([f for f in after if f.severity is Severity.BLOCK]) <= len(
                [f for f in before if f.severity is Severity.BLOCK]
            )
            assert finding.id not in {f.id for f in after}


def test_an_empty_week_is_quiet() -> None:
    assert check_week(week({}), MONDAY) == ()
    assert check_week((), MONDAY) == ()


def test_what_is_done_is_never_moved() -> None:
    done = TrainingSession(name="x", done=True)
    days = (
        TrainingDay(date=MONDAY, sessions=(done,)),
        TrainingDay(date=MONDAY + timedelta(days=1)),
    )
    assert moved(days, MONDAY, MONDAY + timedelta(days=1)) == days


def test_the_table_names_each_rule_once() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert {f"CT-{n:02d}" for n in range(1, 33)} <= {r.id for r in RULES}
