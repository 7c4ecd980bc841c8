"""What Recovery looks back on, out of a real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from hybrid_tui.coach import offers, own_list, recovering, recovery_past, replanning
from hybrid_tui.domain.consistency import Kept
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.own_items import MOST
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.store import reads_plan, writes
from hybrid_tui.store.database import Store, open_memory
from hybrid_tui.store.rows import Decision, PlanChange
from tests.fixed_clock import FixedClock
from tests.tui.recovery_days import DAY, LIBRARY, MORNING, follow, moment

START = date(2026, 10, 5)


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock(MORNING))
    yield opened
    opened.close()


def planned(store: Store) -> dict[str, date]:
    """The sessions that the plan asks for, by key."""
    from hybrid_tui.coach import following
    from hybrid_tui.domain.programme.schedule import planned_sessions

    plan = following.running_plan(store, LIBRARY)
    assert plan is not None
    return {each.plan_key: each.day for each in planned_sessions(plan, START, DAY)}


def done(store: Store, key: str, day: date, rpe: float | None = None) -> None:
    record = SessionRecord(
        id=store.new_id(),
        day=day,
        name="x",
        kind=SessionKind.LIFT,
        status=SessionStatus.DONE,
        plan_key=key,
        rpe=rpe,
    )
    with store.write("session") as writer:
        writes.save_session(writer, record)


def test_twelve_weeks_of_a_plan_that_began_in_october(store: Store) -> None:
    follow(store, start=START)
    keys = planned(store)
    excused = {key for key, day in keys.items() if date(2026, 10, 19) <= day < date(2026, 10, 26)}
    with store.write("ill") as writer:
        for key in excused:
            change = PlanChange(
                id=writer.new_id(),
                programme_id="plan",
                kind="excused",
                at_us=1,
                plan_key=key,
                reason="illness",
            )
            writes.save(writer, change)
    for key, day in keys.items():
        if day < date(2026, 11, 9) and key not in excused:
            done(store, key, day)
    found = recovery_past.past(store, LIBRARY, DAY).consistency
    assert [each.kept for each in found.weeks] == [
        *[Kept.NONE] * 4,
        Kept.DONE,
        Kept.DONE,
        Kept.EXCUSED,
        Kept.DONE,
        Kept.DONE,
        Kept.MISSED,
        Kept.MISSED,
        Kept.OPEN,
    ]
    assert found.sentence == "4 of 6 weeks kept; 2 missed; 1 excused (illness)."


def test_without_a_plan_nothing_is_kept_and_nothing_missed(store: Store) -> None:
    found = recovery_past.past(store, LIBRARY, DAY)
    assert not found.consistency.shown
    assert (found.compared, found.trend) == (None, None)


def test_kept_plans_are_compared_with_the_other_days(store: Store) -> None:
    for ago in range(1, 9):
        key, day = f"plan/1/{ago}/", DAY - timedelta(days=ago)
        low = ago <= 4
        done(store, key, day, 8.0 if low else 6.5)
        if low:
            with store.write("keep") as writer:
                decision = Decision(
                    id=writer.new_id(),
                    day=day,
                    kind=offers.KIND,
                    offered=f"{key} reduce {52 + ago}",
                    taken=offers.AS_PLANNED,
                    at_us=1,
                )
                writes.save(writer, decision)
    found = recovery_past.past(store, LIBRARY, DAY).compared
    assert found is not None
    assert found.words == (
        "The 4 times you kept the plan below 60, session RPE was 1.5 higher than on other days."
    )


def test_the_trend_holds_over_a_change_of_unit(store: Store) -> None:
    for ago, text in ((27, "75kg"), (18, "165lb"), (9, "74.6kg"), (0, "164lb")):
        recovering.weigh(store, moment(), DAY - timedelta(days=ago), text)
    trend = recovery_past.past(store, LIBRARY, DAY).trend
    assert trend is not None
    assert trend.kg_a_week == pytest.approx(-0.15, abs=0.02)


def test_own_items_have_an_end(store: Store) -> None:
    for number in range(MOST):
        own_list.add(store, moment(), f"item {number}")
    with pytest.raises(NotationError, match="full"):
        own_list.add(store, moment(), "one more")
    assert own_list.remove(store, moment(), "nobody") == ""
    found = recovering.day(store, LIBRARY, moment(), DAY)
    assert sum(item.own for item in found.items) == MOST
    with pytest.raises(KeyError):
        recovering.tick(store, moment(), DAY, "slept")


def test_a_pause_is_excused_with_its_reason(store: Store) -> None:
    follow(store, start=START)
    for key, day in planned(store).items():
        if day < date(2026, 11, 9):
            done(store, key, day)
    replanning.pause(store, LIBRARY, moment(), date(2026, 11, 9), "travel")
    back = replanning.resume(store, LIBRARY, moment(), date(2026, 11, 23))
    assert back.words.startswith("The plan goes on")
    found = recovery_past.past(store, LIBRARY, DAY).consistency
    assert [each.kept for each in found.weeks[-3:]] == [Kept.EXCUSED, Kept.EXCUSED, Kept.OPEN]
    assert found.streak == 5
    assert found.sentence == "5 of 5 weeks kept; 2 excused (travel)."
    # The reason is part of the file: it is there again when it is read anew, and an undo takes it along.
    assert [each.reason for each in reads_plan.plan_changes(store, "plan") if each.kind == "paused"] == [
        "travel"
    ]
