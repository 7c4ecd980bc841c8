"""The week as one answer: plan and log merged, counted, judged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from hybrid_tui.coach import weeks
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.domain.week_view import planned_load, week_met
from hybrid_tui.store import writes
from hybrid_tui.store.database import Store, open_memory
from hybrid_tui.store.rows import PlanChange
from tests.coach.diary import LIBRARY, MONDAY, SUNDAY, add_plan, add_session, add_week, key, moment_on
from tests.domain.sessions import easy, hills, sets
from tests.fixed_clock import FixedClock


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock())
    yield opened
    opened.close()


def test_plan_and_log_are_merged_day_by_day(store: Store) -> None:
    add_week(store)
    view = weeks.week(store, LIBRARY, moment_on(SUNDAY))
    assert view.first == MONDAY
    statuses = [[session.status for session in day.sessions] for day in view.week.days]
    assert statuses == [
        [SessionStatus.DONE],
        [],
        [SessionStatus.DONE],
        [],
        [SessionStatus.PLANNED],
        [SessionStatus.PARTIAL],
        [],
    ]
    totals = view.week.totals
    assert (totals.planned, totals.done, totals.partial) == (4, 2, 1)
    assert totals.load is None
    assert totals.known_load == 60 * 6 + 75 * 6
    assert totals.contacts == 20
    assert view.rest_days == {MONDAY + timedelta(days=n) for n in (1, 3, 6)}


def test_a_missed_session_is_told_from_one_to_come(store: Store) -> None:
    add_week(store)
    friday = MONDAY + timedelta(days=4)
    late = weeks.week(store, LIBRARY, moment_on(SUNDAY))
    early = weeks.week(store, LIBRARY, moment_on(friday))
    for view, missed in ((late, True), (early, False)):
        day = view.week.days[4]
        assert view.is_missed(day, day.sessions[0]) is missed
    assert planned_load(late, late.week.days[4]) is None
    assert planned_load(early, early.week.days[4]) == pytest.approx(35 * 3, rel=0.3)


def test_a_session_that_was_let_go_shows_as_skipped(store: Store) -> None:
    add_week(store)
    with store.write("skip") as writer:
        change = PlanChange(id="c", programme_id="plan", kind="skipped", at_us=1, plan_key=key(5))
        writes.save(writer, change)
    day = weeks.week(store, LIBRARY, moment_on(SUNDAY)).week.days[4]
    assert day.sessions[0].status is SessionStatus.SKIPPED
    assert day.sessions[0].run is not None
    assert day.sessions[0].run.status is SessionStatus.SKIPPED


def test_what_was_done_in_another_week_is_not_asked_twice(store: Store) -> None:
    add_plan(store)
    add_session(store, "late", SUNDAY + timedelta(days=1), easy(35), plan_key=key(5))
    view = weeks.week(store, LIBRARY, moment_on(SUNDAY + timedelta(days=1)), MONDAY)
    assert view.week.days[4].sessions == ()


def test_mornings_and_food_are_known_only_where_logged(store: Store) -> None:
    add_week(store)
    days = weeks.week(store, LIBRARY, moment_on(SUNDAY)).week.days
    assert (days[0].sleep_minutes, days[0].readiness) == (460, 83)
    assert (days[1].sleep_minutes, days[1].readiness, days[1].protein_g) == (None, None, None)
    assert days[0].protein_g == 150
    assert days[0].protein_target_g == 120
    assert days[2].protein_target_g == 135


@pytest.mark.parametrize(
    ("set_to", "begins"),
    [(None, 0), ("sun", 6), ("Sunday", 6), (6, 6), ("saturday", 5), ("never", 0), (True, 0), (9, 0)],
)
def test_the_week_begins_where_the_person_says(store: Store, set_to: object, begins: int) -> None:
    if set_to is not None:
        with store.write("set") as writer:
            writes.save_setting(writer, "week_starts", set_to)
    view = weeks.week(store, LIBRARY, moment_on(date(2026, 11, 25)))
    assert view.first.weekday() == begins
    assert view.holds_today
    assert not view.rolling


def test_seven_days_that_are_no_week_are_rolling_and_over(store: Store) -> None:
    add_week(store)
    today = date(2026, 11, 25)
    view = weeks.week(store, LIBRARY, moment_on(today), today - timedelta(days=6))
    assert view.rolling
    assert view.is_over
    assert view.last == today


def test_the_week_before_is_folded_beside_it(store: Store) -> None:
    add_session(store, "before", MONDAY - timedelta(days=3), easy(40), minutes=40, rpe=3)
    add_session(store, "now", MONDAY, easy(60), minutes=60, rpe=4)
    view = weeks.week(store, LIBRARY, moment_on(SUNDAY))
    assert view.before.totals.load == 120
    assert view.week.totals.load == 240


def test_weeks_in_a_row_that_met_the_minimum_are_counted(store: Store) -> None:
    start = MONDAY - timedelta(days=21)
    add_plan(store, start=start)
    for week, days in ((1, (1,)), (2, (1, 3, 5)), (3, (1, 3, 5, 6)), (4, (1,))):
        for number in days:
            day = start + timedelta(days=7 * (week - 1) + number - 1)
            add_session(store, f"{week}-{number}", day, easy(30), plan_key=key(number, week))
    tuesday = moment_on(MONDAY + timedelta(days=1))
    assert weeks.week(store, LIBRARY, tuesday).kept == 2
    assert weeks.week(store, LIBRARY, tuesday, start + timedelta(days=7)).kept == 1
    assert weeks.week(store, LIBRARY, tuesday, start).kept == 0
    add_session(store, "4-3", MONDAY + timedelta(days=2), easy(30), plan_key=key(3, 4))
    add_session(store, "4-5", MONDAY + timedelta(days=4), easy(30), plan_key=key(5, 4))
    assert weeks.week(store, LIBRARY, moment_on(SUNDAY)).kept == 3


def test_a_streak_reaches_further_back_than_one_look(store: Store) -> None:
    start = MONDAY - timedelta(days=7 * 29)
    plan = "# Runs\nweeks: 1, then week 1\n\n## mon  Run\neasy run: 30m @easy\n"
    add_plan(store, start=start, text=plan)
    for week in range(30):
        add_session(store, f"w{week}", start + timedelta(days=7 * week), easy(30), plan_key=key(1, week + 1))
    assert weeks.week(store, LIBRARY, moment_on(SUNDAY)).kept == 30


def test_without_a_plan_no_weeks_are_kept(store: Store) -> None:
    add_session(store, "one", MONDAY, easy(30))
    view = weeks.week(store, LIBRARY, moment_on(SUNDAY))
    assert view.kept is None
    assert view.rest_days == frozenset()


@pytest.mark.parametrize(
    ("planned", "done", "met"),
    [(0, 0, None), (4, 3, True), (4, 2, False), (3, 2, True), (2, 1, False), (1, 1, True), (5, 4, True)],
)
def test_two_of_three_sessions_keep_a_week(planned: int, done: int, met: bool | None) -> None:
    assert week_met(planned, done) is met


def test_the_rules_speak_of_what_was_done_and_what_is_to_come(store: Store) -> None:
    add_session(store, "mon", MONDAY, sets("back_squat", 5, 5, 5, 5, 5))
    add_session(store, "tue", MONDAY + timedelta(days=1), hills(8))
    found = weeks.week(store, LIBRARY, moment_on(SUNDAY)).findings
    assert "CT-03" in {finding.id for finding in found}
    assert [finding.severity for finding in found] == sorted(
        (finding.severity for finding in found), reverse=True
    )


def test_an_empty_week_breaks_no_rule(store: Store) -> None:
    view = weeks.week(store, LIBRARY, moment_on(SUNDAY))
    assert view.is_empty
    assert view.findings == ()


def test_a_sprint_session_after_a_deload_is_measured_against_the_one_before(store: Store) -> None:
    plan = (
        "# Hills\nweeks: 2, deload 2 -50%, then week 1\n\n"
        "## mon  Hills\nhill sprint: 8x(12s @9 hill 8% / 90s walk)\n"
    )
    start = MONDAY - timedelta(days=14)
    add_plan(store, start=start, text=plan)
    add_session(store, "one", start, hills(8), plan_key=key(1, 1))
    add_session(store, "two", start + timedelta(days=7), hills(4), plan_key=key(1, 2))
    add_session(store, "three", MONDAY, hills(8), plan_key=key(1, 3))
    found = weeks.week(store, LIBRARY, moment_on(SUNDAY)).findings
    assert "CT-13" not in {finding.id for finding in found}


def test_ten_years_ask_no_more_questions_than_a_week(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    rows = store.rows

    def counting(sql: str, *args: object) -> object:
        asked.append(sql)
        return rows(sql, *args)  # type: ignore[arg-type]

    def questions() -> int:
        asked.clear()
        weeks.week(store, LIBRARY, moment_on(SUNDAY))
        return len(asked)

    monkeypatch.setattr(store, "rows", counting)
    add_week(store)
    few = questions()
    for back in range(1, 200):
        add_session(store, f"old{back}", MONDAY - timedelta(days=2 * back), easy(30))
    assert questions() == few
    assert few <= 24


def test_a_day_gives_its_sessions_with_what_the_plan_still_asks(store: Store) -> None:
    add_week(store)
    friday = MONDAY + timedelta(days=4)
    found = weeks.sessions_on(store, LIBRARY, moment_on(friday), friday)
    assert [session.name for session in found] == ["Easy"]
    assert found[0].status is SessionStatus.PLANNED
    assert found[0].blocks[0].line.startswith("easy run")


def test_the_usual_week_is_the_mean_of_four_as_far_as_the_log_reaches(store: Store) -> None:
    for weeks_back, minutes in ((1, 30), (2, 60), (3, 90), (4, 20), (5, 300)):
        add_session(
            store,
            f"back {weeks_back}",
            MONDAY - weeks_back * timedelta(days=7),
            easy(minutes),
            minutes=minutes,
            rpe=4,
        )
    found = weeks.usual(store, LIBRARY, moment_on(SUNDAY), MONDAY)
    assert found is not None
    assert (found.weeks, found.load, found.easy_minutes) == (4, 4 * 50, 50)
    # The week before the log began is none; one in which nothing was done is.
    begun = weeks.usual(store, LIBRARY, moment_on(SUNDAY), MONDAY - timedelta(days=28))
    assert begun is not None
    assert (begun.weeks, begun.load) == (1, 1200)
    later = weeks.usual(store, LIBRARY, moment_on(SUNDAY), MONDAY + timedelta(days=14))
    assert later is not None
    assert (later.weeks, later.load) == (4, 90)
    assert weeks.usual(store, LIBRARY, moment_on(SUNDAY), MONDAY - timedelta(days=35)) is None
