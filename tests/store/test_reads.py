"""What goes in comes out the same, and each question gets just its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hybrid_tui.domain.record import BodyWeight, CheckIn, Food
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.store import reads_days, reads_plan, reads_sessions, reads_timer, writes
from hybrid_tui.store.connection import Row
from hybrid_tui.store.database import Store
from hybrid_tui.store.errors import DamagedFile
from hybrid_tui.store.rows import (
    Decision,
    Heartbeat,
    OwnExercise,
    OwnTimer,
    PlanChange,
    ProgrammeRow,
    Rest,
    Tick,
    TimerFact,
    TimerRun,
    TrainingMax,
)
from hybrid_tui.store.writer import Value, Writer
from tests.store.facts import DAY, lift_session

NEXT_DAY = DAY + timedelta(days=1)


@contextmanager
def writing(store: Store) -> Iterator[Writer]:
    with store.write("test") as writer:
        yield writer


def _queries(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    asked: list[str] = []
    real = Store.rows

    def noted(self: Store, sql: str, parameters: Sequence[Value] = ()) -> list[Row]:
        asked.append(sql)
        return real(self, sql, parameters)

    monkeypatch.setattr(Store, "rows", noted)
    return asked


def test_a_session_comes_back_as_it_went_in(memory: Store) -> None:
    wanted = lift_session()
    with writing(memory) as writer:
        writes.save_session(writer, wanted)
    assert reads_sessions.session(memory, "s1") == wanted
    assert reads_sessions.block(memory, "s1-lift") == wanted.blocks[1]
    assert reads_sessions.session(memory, "nobody") is None


def test_saving_again_writes_over(memory: Store) -> None:
    wanted = lift_session()
    for session in (wanted, replace(wanted, note="good")):
        with writing(memory) as writer:
            writes.save_session(writer, session)
    assert reads_sessions.session(memory, "s1") == replace(wanted, note="good")


def test_the_session_in_hand(memory: Store) -> None:
    assert reads_sessions.open_session(memory) is None
    with writing(memory) as writer:
        writes.save_session(writer, lift_session("done"))
        writes.save_session(writer, lift_session("open", status=SessionStatus.OPEN))
    found = reads_sessions.open_session(memory)
    assert found is not None
    assert found.id == "open"


def test_sessions_between_days_in_order_of_time(memory: Store) -> None:
    with writing(memory) as writer:
        for name, day, began in (
            ("late", DAY, 9_000),
            ("early", DAY, 1_000),
            ("free", DAY, None),
            ("next", NEXT_DAY, 10_000),
            ("other", DAY + timedelta(days=9), 20_000),
        ):
            writes.save_session(writer, lift_session(name, day, began_us=began))
    found = reads_sessions.sessions_between(memory, DAY, NEXT_DAY)
    assert [session.id for session in found] == ["free", "early", "late", "next"]
    assert all(len(session.blocks) == 2 and len(session.blocks[1].sets) == 3 for session in found)
    bare = reads_sessions.sessions_without_blocks(memory, DAY, NEXT_DAY)
    assert bare == tuple(replace(session, blocks=()) for session in found)
    assert reads_sessions.session_days(memory) == (DAY, DAY + timedelta(days=9))


def test_the_number_of_queries_does_not_grow_with_the_log(
    memory: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writing(memory) as writer:
        for number in range(30):
            writes.save_session(writer, lift_session(f"s{number}"))
    asked = _queries(memory, monkeypatch)
    assert len(reads_sessions.sessions_between(memory, DAY, DAY)) == 30
    assert len(asked) == 4
    asked.clear()
    reads_sessions.block_history(memory, ["back-squat", "hill-sprint"], NEXT_DAY)
    assert len(asked) <= 5


def test_the_exercises_that_were_done(memory: Store) -> None:
    with writing(memory) as writer:
        writes.save_session(writer, lift_session("s1", DAY, kg=80))
        writes.save_session(writer, lift_session("s2", NEXT_DAY, kg=82.5))
    assert reads_sessions.exercises_done(memory) == {"back-squat": NEXT_DAY, "hill-sprint": NEXT_DAY}


def test_block_history_finds_the_latest_however_long_ago(memory: Store) -> None:
    days = [DAY - timedelta(days=back) for back in (900, 800, 30, 7, 0)]
    with writing(memory) as writer:
        for number, day in enumerate(days):
            writes.save_session(writer, lift_session(f"s{number}", day))
        writes.save_session(writer, lift_session("old", DAY - timedelta(days=1000), exercise="deadlift"))
        writes.save_session(writer, lift_session("empty", DAY - timedelta(days=1), sets=0))
    found = reads_sessions.block_history(memory, ["back-squat", "deadlift", "curl"], DAY, count=3)
    assert [day for day, _ in found["back-squat"]] == [days[3], days[2], days[1]]
    assert [day for day, _ in found["deadlift"]] == [DAY - timedelta(days=1000)]
    assert found["deadlift"][0][1] == lift_session("old", exercise="deadlift").blocks[1]
    assert "curl" not in found
    assert reads_sessions.block_history(memory, [], DAY) == {}


def test_check_ins_keep_what_was_not_asked_apart_from_none(memory: Store) -> None:
    asked = CheckIn(
        day=DAY, sleep=2, fatigue=3, legs=0, slept_minutes=460, flags=(), sore={"quads": 2}, at_us=1
    )
    bare = CheckIn(day=NEXT_DAY)
    flagged = CheckIn(day=DAY + timedelta(days=2), flags=("fever", "chest pain"))
    with writing(memory) as writer:
        for checkin in (asked, bare, flagged):
            assert writes.save_checkin(writer, checkin)
        assert not writes.save_checkin(writer, asked)
    assert reads_days.checkins(memory, DAY, flagged.day) == (asked, bare, flagged)
    assert reads_days.checkin(memory, NEXT_DAY) == bare
    assert reads_days.checkin(memory, DAY - timedelta(days=1)) is None


def test_food_and_weight(memory: Store) -> None:
    foods = (
        Food(id="a", day=DAY, grams=30, words="shake", at_us=1),
        Food(id="b", day=DAY, grams=20.5, at_us=2),
        Food(id="c", day=NEXT_DAY, grams=10),
    )
    weights = (
        BodyWeight(id="w1", day=DAY, kg=74.2, text="74.2kg", at_us=1),
        BodyWeight(id="w2", day=DAY, kg=74.0, text="74kg", at_us=2),
    )
    with writing(memory) as writer:
        for food in foods:
            writes.save(writer, food)
        for weight in weights:
            writes.save(writer, weight)
    assert reads_days.foods(memory, DAY, NEXT_DAY) == foods
    assert reads_days.protein_by_day(memory, DAY, NEXT_DAY) == {DAY: 50.5, NEXT_DAY: 10.0}
    assert reads_days.weights(memory, DAY, DAY) == weights
    assert reads_days.latest_weight(memory, NEXT_DAY) == weights[1]
    assert reads_days.latest_weight(memory, DAY - timedelta(days=1)) is None


def test_ticks(memory: Store) -> None:
    with writing(memory) as writer:
        assert writes.tick(writer, Tick(day=DAY, item="water", at_us=5))
        assert not writes.tick(writer, Tick(day=DAY, item="water", at_us=6))
        writes.tick(writer, Tick(day=NEXT_DAY, item="walk"))
    assert reads_days.ticks(memory, DAY) == {"water"}
    assert reads_days.ticks_between(memory, DAY, NEXT_DAY)[0] == Tick(day=DAY, item="water", at_us=5)
    with writing(memory) as writer:
        assert writes.untick(writer, DAY, "water")
        assert not writes.untick(writer, DAY, "water")
    assert reads_days.ticks(memory, DAY) == frozenset()


def test_decisions(memory: Store) -> None:
    taken = Decision(id="d", day=DAY, kind="readiness", offered="lighter", taken="plan", at_us=1)
    with writing(memory) as writer:
        writes.save(writer, taken)
    assert reads_days.decisions(memory, DAY, DAY) == (taken,)


def _programme(identifier: str, status: str, created_us: int) -> ProgrammeRow:
    return ProgrammeRow(
        id=identifier, name="Winter Legs", text="name: x", start_day=DAY, status=status, created_us=created_us
    )


def test_the_programme_in_hand(memory: Store) -> None:
    assert reads_plan.programme(memory) is None
    with writing(memory) as writer:
        writes.save(writer, _programme("ended", "ended", 9))
        writes.save(writer, _programme("paused", "paused", 5))
    found = reads_plan.programme(memory)
    assert found is not None
    assert found.id == "paused"
    with writing(memory) as writer:
        writes.save(writer, _programme("active", "active", 1))
    assert reads_plan.programme(memory) == _programme("active", "active", 1)
    assert [each.id for each in reads_plan.programmes(memory)] == ["ended", "paused", "active"]


def test_plan_changes(memory: Store) -> None:
    moved = PlanChange(
        id="c1", programme_id="p", plan_key="p/1/2/", kind="moved", to_day=NEXT_DAY, reason="travel", at_us=1
    )
    swapped = PlanChange(id="c2", programme_id="p", kind="swapped", detail="curl", at_us=2)
    with writing(memory) as writer:
        writes.save(writer, _programme("p", "active", 1))
        writes.save(writer, swapped)
        writes.save(writer, moved)
    assert reads_plan.plan_changes(memory, "p") == (moved, swapped)


def test_training_max_of_a_day(memory: Store) -> None:
    first = TrainingMax(id="t1", exercise="back-squat", kg=100, text="100kg", day=DAY, at_us=1)
    second = TrainingMax(id="t2", exercise="back-squat", kg=105, text="105kg", day=NEXT_DAY, at_us=2)
    with writing(memory) as writer:
        writes.save(writer, second)
        writes.save(writer, first)
    assert reads_plan.training_maxes(memory, DAY) == {"back-squat": first}
    assert reads_plan.training_maxes(memory, DAY - timedelta(days=1)) == {}
    assert reads_plan.training_maxes(memory, NEXT_DAY) == {"back-squat": second}


@pytest.mark.parametrize("value", [True, 4, 7.5, "kg", None, ["barbell", "bench"], {"water": False}])
def test_settings(memory: Store, value: object) -> None:
    with writing(memory) as writer:
        assert writes.save_setting(writer, "key", value)
        assert not writes.save_setting(writer, "key", value)
    assert reads_plan.settings(memory) == {"key": value}


def test_own_exercises_and_timers(memory: Store) -> None:
    exercise = OwnExercise(id="log-press", name="Log press", text='name = "Log press"')
    old, new = (
        OwnTimer(id="1", name="Hills", line="8x(12s / 90s)", used_us=None),
        OwnTimer(id="2", name="Stairs", line="6x(20s / 60s)", used_us=5),
    )
    with writing(memory) as writer:
        for own in (exercise, old, new):
            writes.save(writer, own)
    assert reads_plan.own_exercises(memory) == (exercise,)
    assert reads_plan.own_timers(memory) == (new, old)


def test_the_running_timer(memory: Store) -> None:
    assert reads_timer.running_timer(memory) is None
    run = TimerRun(id="r", line="8x(12s / 90s)", at_us=1, boot_us=7, boot_id="b", zone="UTC", day=DAY)
    facts = tuple(
        TimerFact(
            id=f"t{seq}",
            run_id="r",
            seq=seq,
            kind=kind,
            boot_us=7,
            at_us=1,
            boot_id="b",
            value=1.0,
            position=0.5,
        )
        for seq, kind in enumerate(("start", "pause"))
    )
    beat = Heartbeat(run_id="r", boot_us=9, at_us=3, boot_id="b", position=2.0)
    with writing(memory) as writer:
        writes.save(writer, run)
        for fact in reversed(facts):
            writes.save(writer, fact)
    found = reads_timer.running_timer(memory)
    assert found is not None
    assert (found.run, found.facts, found.heartbeat) == (run, facts, None)
    with writing(memory) as writer:
        writes.beat(writer, replace(beat, position=1.0))
        writes.beat(writer, beat)
    found = reads_timer.running_timer(memory)
    assert found is not None
    assert found.heartbeat == beat
    with writing(memory) as writer:
        writes.change(writer, TimerRun, "r", ended_us=9, outcome="done")
    assert reads_timer.running_timer(memory) is None


def test_the_rest_that_runs(memory: Store) -> None:
    assert reads_timer.rest(memory) is None
    rest = Rest(boot_us=1, at_us=2, boot_id="b", seconds=180, block_id="s1-lift", words="set 2 of 3")
    with writing(memory) as writer:
        writes.save_rest(writer, replace(rest, seconds=90))
        writes.save_rest(writer, rest)
    assert reads_timer.rest(memory) == rest
    with writing(memory) as writer:
        writes.end_rest(writer)
    assert reads_timer.rest(memory) is None


def test_a_day_given_with_a_time_zone_library_is_stored_as_a_day(memory: Store) -> None:
    import pendulum

    with writing(memory) as writer:
        writes.save(writer, Food(id="a", day=pendulum.date(2026, 11, 25), grams=1))
    assert reads_days.foods(memory, date(2026, 11, 25), DAY)[0].day == date(2026, 11, 25)


@pytest.mark.parametrize(
    "question",
    [
        lambda store: reads_sessions.session(store, "s1"),
        reads_sessions.open_session,
        lambda store: reads_sessions.sessions_between(store, DAY, NEXT_DAY),
        lambda store: reads_sessions.sessions_without_blocks(store, DAY, NEXT_DAY),
        lambda store: reads_sessions.block_history(store, ["back-squat"], NEXT_DAY),
        lambda store: reads_days.checkins(store, DAY, NEXT_DAY),
        lambda store: reads_days.foods(store, DAY, NEXT_DAY),
        lambda store: reads_days.weights(store, DAY, NEXT_DAY),
        lambda store: reads_days.latest_weight(store, DAY),
        lambda store: reads_days.ticks(store, DAY),
        lambda store: reads_days.decisions(store, DAY, NEXT_DAY),
        lambda store: reads_plan.plan_changes(store, "p1"),
        lambda store: reads_plan.training_max_history(store, "back-squat"),
        reads_timer.running_timer,
    ],
)
def test_no_question_walks_a_whole_table(
    memory: Store, monkeypatch: pytest.MonkeyPatch, question: Callable[[Store], object]
) -> None:
    with writing(memory) as writer:
        for number in range(5):
            writes.save_session(writer, lift_session(f"s{number}"))
    plans: list[str] = []
    real = Store.rows

    def planned(self: Store, sql: str, parameters: Sequence[Value] = ()) -> list[Row]:
        plans.extend(str(row["detail"]) for row in real(self, f"EXPLAIN QUERY PLAN {sql}", parameters))
        return real(self, sql, parameters)

    monkeypatch.setattr(Store, "rows", planned)
    question(memory)
    walked = [
        plan for plan in plans if plan.startswith("SCAN") and "USING" not in plan and "subquery" not in plan
    ]
    assert plans
    assert not walked


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE checkin SET flags = '[\"cold\"'", "checkin.flags of 2026-11-25"),
        ("UPDATE checkin SET flags = '5'", "checkin.flags of 2026-11-25"),
        ("UPDATE checkin SET sore = '{\"quads\":'", "checkin.sore of 2026-11-25"),
        ("UPDATE checkin SET sore = '[]'", "checkin.sore of 2026-11-25"),
        ('UPDATE checkin SET sore = \'{"quads": "much"}\'', "checkin.sore of 2026-11-25"),
        ("UPDATE setting SET value = '{'", "setting «units»"),
    ],
)
def test_a_broken_json_column_is_told_as_a_damaged_file(store: Store, statement: str, where: str) -> None:
    with writing(store) as writer:
        writes.save_checkin(writer, CheckIn(day=date(2026, 11, 25), flags=("cold",), sore={"quads": 3}))
        writes.save_setting(writer, "units", "kg")
    store.rows(statement)
    day = date(2026, 11, 25)
    with pytest.raises(DamagedFile) as caught:
        reads_plan.settings(store) if "setting" in statement else reads_days.checkin(store, day)
    for part in (where, "damaged", "nothing was changed", "Restore a backup"):
        assert part in str(caught.value)
