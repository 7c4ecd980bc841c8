"""The shape of `hybrid week --json` and `hybrid today --json`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from hybrid_tui.coach import weeks
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.formats.week_json import as_json, day_json, number
from hybrid_tui.store.database import Store, open_memory
from tests.coach.diary import HOSTILE, LIBRARY, MONDAY, SUNDAY, add_session, add_week, moment_on
from tests.domain.sessions import sets
from tests.fixed_clock import FixedClock

SESSION_KEYS = {
    "name",
    "kind",
    "status",
    "sets",
    "sprint_seconds",
    "contacts",
    "minutes",
    "rpe",
    "load",
    "leg_load",
    "planned_load",
}
DAY_KEYS = {"date", "sessions", "sleep_minutes", "protein_g", "protein_target_g", "readiness"}


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock())
    add_week(opened)
    yield opened
    opened.close()


def test_the_week_has_seven_days_and_its_totals(store: Store) -> None:
    found = as_json(weeks.week(store, LIBRARY, moment_on(SUNDAY)))
    assert set(found) == {"monday", "days", "totals", "units"}
    assert found["monday"] == "2026-11-23"
    assert [day["date"] for day in found["days"]] == [f"2026-11-{n}" for n in range(23, 30)]
    assert all(set(day) == DAY_KEYS for day in found["days"])
    assert all(set(each) == SESSION_KEYS for day in found["days"] for each in day["sessions"])
    assert set(found["totals"]) == {
        "sets",
        "sprint_seconds",
        "contacts",
        "minutes",
        "load",
        "leg_load",
        "monotony",
        "strain",
    }
    assert found["totals"]["sprint_seconds"] == 96
    assert json.loads(json.dumps(found)) == found


def test_what_is_unknown_is_null(store: Store) -> None:
    found = as_json(weeks.week(store, LIBRARY, moment_on(SUNDAY)))
    tuesday, saturday = found["days"][1], found["days"][5]
    assert (tuesday["sleep_minutes"], tuesday["protein_g"], tuesday["readiness"]) == (None, None, None)
    assert saturday["sessions"][0]["load"] is None
    assert saturday["sessions"][0]["rpe"] is None
    assert found["totals"]["load"] is None
    assert found["totals"]["strain"] is None


def test_statuses_are_words_and_an_open_session_is_partial(store: Store) -> None:
    add_session(store, "sun", SUNDAY, sets("plank", 1), status=SessionStatus.OPEN)
    found = as_json(weeks.week(store, LIBRARY, moment_on(SUNDAY)))
    assert [[each["status"] for each in day["sessions"]] for day in found["days"]] == [
        ["done"],
        [],
        ["done"],
        [],
        ["planned"],
        ["partial"],
        ["partial"],
    ]


def test_a_planned_session_says_its_expected_load(store: Store) -> None:
    found = as_json(weeks.week(store, LIBRARY, moment_on(MONDAY)))
    friday = found["days"][4]["sessions"][0]
    assert friday["status"] == "planned"
    assert friday["load"] is None
    assert friday["planned_load"] > 0


def test_a_day_lists_its_blocks_with_sets_and_steps(store: Store) -> None:
    on = MONDAY + timedelta(days=2)
    view = weeks.week(store, LIBRARY, moment_on(on))
    sessions = weeks.sessions_on(store, LIBRARY, moment_on(on), on)
    found = day_json(view, on, sessions)
    assert set(found) == DAY_KEYS | {"blocks"}
    assert found["sessions"][0]["name"] == HOSTILE
    hill, bench = found["blocks"]
    assert (hill["kind"], hill["steps_done"], hill["steps_total"], hill["sets"]) == ("timed", 15, 15, [])
    assert bench["kind"] == "sets"
    assert bench["sets"][0] == {"reps": 6, "load_kg": 60, "seconds": None, "rpe": 8, "done": True}
    assert set(bench) == {
        "session",
        "name",
        "kind",
        "line",
        "status",
        "sets",
        "steps_done",
        "steps_total",
    }
    assert "\\u001b" in json.dumps(found)


def test_a_planned_day_lists_what_is_asked(store: Store) -> None:
    on = MONDAY + timedelta(days=4)
    view = weeks.week(store, LIBRARY, moment_on(on))
    sessions = weeks.sessions_on(store, LIBRARY, moment_on(on), on)
    (block,) = day_json(view, on, sessions)["blocks"]
    assert (block["status"], block["steps_done"], block["steps_total"]) == ("open", 0, 1)


@pytest.mark.parametrize(
    ("value", "said"), [(None, None), (3.0, 3), (0.0, 0), (2.34567, 2.35), (1e-9, 0), (7, 7)]
)
def test_numbers_carry_no_false_decimals(value: float | None, said: float | None) -> None:
    assert number(value) == said
    assert type(number(value)) is type(said)
