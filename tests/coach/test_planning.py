"""The plan looked at and changed, over a real store."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach import moving, planning, programmes, replanning, shelf
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.domain.interference.findings import Severity
from hybrid_tui.domain.notation.errors import ProgrammeErrors
from hybrid_tui.domain.plan_view import CellStatus, PlanView
from hybrid_tui.store import journal, reads_plan
from hybrid_tui.store.database import Store, open_memory
from tests.coach.diary import LIBRARY, MONDAY, PLAN, add_plan, add_week, key, moment_on
from tests.fixed_clock import FixedClock

WED = MONDAY + timedelta(days=2)
FRI = MONDAY + timedelta(days=4)
SUN = MONDAY + timedelta(days=6)


@pytest.fixture
def store() -> Store:
    found = open_memory(clock=FixedClock())
    add_plan(found)
    return found


def view(store: Store, on: date = MONDAY, week: int | None = None) -> PlanView:
    found = planning.plan(store, LIBRARY, moment_on(on), week)
    assert found is not None
    return found


def days(found: PlanView) -> list[tuple[date, str]]:
    return [(cell.day, cell.title) for week in found.weeks for cell in week.cells]


def test_without_a_programme_there_is_no_view() -> None:
    assert planning.plan(open_memory(clock=FixedClock()), LIBRARY, moment_on(MONDAY)) is None


def test_weeks_by_days_with_what_became_of_them() -> None:
    store = open_memory(clock=FixedClock())
    add_week(store)
    found = view(store, SUN)
    assert [week.of_round for week in found.weeks] == [1, 2, 3, 4]
    first = found.weeks[0]
    assert [(cell.day.day, cell.status) for cell in first.cells] == [
        (23, CellStatus.DONE),
        (25, CellStatus.DONE),
        (27, CellStatus.MISSED),
        (28, CellStatus.PARTIAL),
    ]
    assert first.cells[1].run == "8×12s"
    assert first.cells[1].lift == "upper"
    assert (first.sums.sprint_seconds, first.sums.contacts, first.sums.rest_days) == (96, 20, 3)
    assert first.cells[0].lines[0].asks == "3 × 5"


def test_the_number_of_questions_does_not_grow_with_the_log(store: Store) -> None:
    def asked() -> int:
        count = 0
        rows, row = store.rows, store.row

        def counting(*args: object) -> object:
            nonlocal count
            count += 1
            return rows(*args)  # type: ignore[arg-type]

        store.rows = counting  # type: ignore[method-assign,assignment]
        view(store, SUN)
        store.rows = rows  # type: ignore[method-assign]
        assert store.row == row
        return count

    few = asked()
    assert few < 20


def test_a_session_is_moved_and_the_rules_answer_at_once(store: Store) -> None:
    assert not [each for each in view(store).findings if each.severity is Severity.BLOCK]
    outcome = moving.move_session(store, LIBRARY, moment_on(MONDAY), key(6), MONDAY + timedelta(days=3))
    assert "Thu 26 Nov" in outcome.words
    found = view(store)
    cell = next(cell for cell in found.weeks[0].cells if cell.plan_key == key(6))
    assert (cell.day, cell.moved_from) == (MONDAY + timedelta(days=3), MONDAY + timedelta(days=5))
    assert found.moved == 1
    journal.undo(store)
    assert view(store).moved == 0


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=0, max_value=20), st.sampled_from([1, 3, 5, 6]))
def test_moving_and_moving_back_is_as_if_nothing_had_happened(offset: int, day_number: int) -> None:
    store = open_memory(clock=FixedClock())
    add_plan(store)
    before = view(store)
    moment = moment_on(MONDAY)
    moving.move_session(store, LIBRARY, moment, key(day_number), MONDAY + timedelta(days=offset))
    home = MONDAY + timedelta(days=day_number - 1)
    moving.move_session(store, LIBRARY, moment, key(day_number), home)
    assert view(store) == before
    assert reads_plan.plan_changes(store, "plan") == ()


def test_nothing_is_planned_for_a_day_that_has_passed(store: Store) -> None:
    with pytest.raises(NothingThere):
        moving.move_session(store, LIBRARY, moment_on(WED), key(6), MONDAY)
    for wrong in ("plan/9999/1/", "plan/1/2/", "other/1/1/", "x", "plan/one/1/"):
        with pytest.raises(NothingThere):
            moving.move_session(store, LIBRARY, moment_on(WED), wrong, SUN)


def test_what_was_done_is_not_moved_any_more() -> None:
    store = open_memory(clock=FixedClock())
    add_week(store)
    with pytest.raises(NothingThere, match="begun already"):
        moving.move_session(store, LIBRARY, moment_on(WED), key(1), SUN)


def test_a_skip_has_a_reason_and_can_be_taken_back(store: Store) -> None:
    moving.skip(store, LIBRARY, moment_on(MONDAY), key(5), "travel")
    cell = next(cell for cell in view(store).weeks[0].cells if cell.plan_key == key(5))
    assert (cell.status, cell.reason) == (CellStatus.SKIPPED, "travel")
    assert reads_plan.plan_changes(store, "plan")[0].kind == "excused"
    moving.ask_again(store, LIBRARY, moment_on(MONDAY), key(5))
    cell = next(cell for cell in view(store).weeks[0].cells if cell.plan_key == key(5))
    assert cell.status is CellStatus.PLANNED


def test_a_pause_shifts_by_whole_weeks_and_piles_nothing_up(store: Store) -> None:
    before = days(view(store))
    replanning.pause(store, LIBRARY, moment_on(WED), WED)
    paused = view(store, WED)
    assert paused.paused_since == WED
    assert [title for day, title in days(paused) if day >= WED] == []
    with pytest.raises(NothingThere, match="paused already"):
        replanning.pause(store, LIBRARY, moment_on(WED), WED)
    back = WED + timedelta(days=9)
    replanning.resume(store, LIBRARY, moment_on(back), back)
    after = days(view(store, back))
    assert after == [(day + timedelta(days=14 if day >= WED else 0), title) for day, title in before]
    waiting = view(store, back).weeks
    assert [week.number for week in waiting] == [1, None, None, 2, 3, 4]


def test_a_pause_that_ends_on_its_own_day_never_was(store: Store) -> None:
    before = view(store)
    replanning.pause(store, LIBRARY, moment_on(MONDAY), MONDAY)
    replanning.resume(store, LIBRARY, moment_on(MONDAY), MONDAY)
    assert view(store) == before
    with pytest.raises(NothingThere, match="not paused"):
        replanning.resume(store, LIBRARY, moment_on(MONDAY), MONDAY)


def test_a_week_is_repeated_and_again_takes_it_back(store: Store) -> None:
    moment = moment_on(WED)
    found = replanning.repeat_week(store, LIBRARY, moment, 1)
    assert found.words == "The week from Mon 30 Nov repeats the one before."
    assert [week.of_round for week in view(store, WED).weeks] == [1, 1, 2, 3, 4]
    found = replanning.repeat_week(store, LIBRARY, moment, 1)
    assert found.words == "The week from Mon 30 Nov is as it was."
    assert [week.of_round for week in view(store, WED).weeks] == [1, 2, 3, 4]
    with pytest.raises(NothingThere):
        replanning.repeat_week(store, LIBRARY, moment_on(MONDAY + timedelta(days=21)), 1)


def test_a_deload_is_taken_now_where_the_programme_has_one(store: Store) -> None:
    with pytest.raises(NothingThere, match="no deload"):
        replanning.deload_now(store, LIBRARY, moment_on(MONDAY), 2)
    shelf.start(store, LIBRARY, moment_on(MONDAY), "hill-iron-3", MONDAY, False)
    replanning.deload_now(store, LIBRARY, moment_on(MONDAY), 2)
    weeks = view(store).weeks
    assert [(week.of_round, week.deload) for week in weeks] == [(1, False), (4, True)]


def test_a_word_week_takes_the_place_of_a_usual_one() -> None:
    store = open_memory(clock=FixedClock())
    add_plan(store, text=PLAN + "\n## week race fri  Race\neasy run: 10m @easy\n")
    assert view(store).words == ("race",)
    replanning.take_word(store, LIBRARY, moment_on(MONDAY), 2, "race")
    week = view(store).weeks[1]
    assert week.word == "race"
    assert "Race" in [cell.title for cell in week.cells]
    with pytest.raises(NothingThere):
        replanning.take_word(store, LIBRARY, moment_on(MONDAY), 2, "party")


def test_an_ended_programme_is_gone_and_undo_brings_it_back(store: Store) -> None:
    replanning.end(store, LIBRARY, moment_on(MONDAY))
    assert planning.plan(store, LIBRARY, moment_on(MONDAY)) is None
    with pytest.raises(NothingThere):
        replanning.end(store, LIBRARY, moment_on(MONDAY))
    journal.undo(store)
    assert view(store).title == "Winter Legs"


def test_a_wrong_text_is_refused_with_every_mistake_and_the_old_plan_stays(store: Store) -> None:
    before = view(store)
    wrong = PLAN.replace("80kg", "80kgs").replace("8x(12s", "8*(12s")
    with pytest.raises(ProgrammeErrors) as found:
        replanning.replace_text(store, LIBRARY, moment_on(MONDAY), wrong)
    assert [error.line for error in found.value.errors] == [7, 10]
    assert view(store) == before
    with pytest.raises(ProgrammeErrors):
        programmes.adopt(store, LIBRARY, moment_on(MONDAY), wrong, MONDAY)
    assert view(store) == before


@pytest.mark.parametrize(
    "text", ["", "# Nothing\n", "# Nothing\nweeks: 4\n\n## mon  Rest\nrest\n", "\x00", "## mon"]
)
def test_a_text_without_sessions_is_refused(store: Store, text: str) -> None:
    with pytest.raises(ProgrammeErrors):
        replanning.replace_text(store, LIBRARY, moment_on(MONDAY), text)
    assert view(store).title == "Winter Legs"


def test_a_new_text_holds_from_today_and_leaves_what_was_done() -> None:
    store = open_memory(clock=FixedClock())
    add_week(store)
    changed = PLAN.replace("## fri  Easy", "## tue  Easy").replace("8x(12s", "6x(12s")
    replanning.replace_text(store, LIBRARY, moment_on(SUN), changed)
    found = view(store, SUN)
    assert [cell.status for cell in found.weeks[0].cells if cell.title == "Lower"] == [CellStatus.DONE]
    assert planning.missed(store, LIBRARY, moment_on(SUN)) == ()
    assert [cell.day for cell in found.weeks[1].cells][:2] == [
        MONDAY + timedelta(days=7),
        MONDAY + timedelta(days=8),
    ]
    journal.undo(store)
    assert view(store, SUN).weeks[0].cells[2].title == "Easy"


def test_days_stay_where_they_are_when_a_text_loses_its_first(store: Store) -> None:
    programmes.adopt(store, LIBRARY, moment_on(WED), PLAN, WED, True)
    before = {title: day for day, title in days(view(store, WED))[:4]}
    head, rest = PLAN.split("## mon  Lower\nback squat 3x5 80kg rest 3m\n\n")
    replanning.replace_text(store, LIBRARY, moment_on(WED), head + rest)
    after = {title: day for day, title in days(view(store, WED))[:3]}
    assert after == {title: day for title, day in before.items() if title != "Lower"}


def test_what_was_missed_is_offered_until_it_is_decided(store: Store) -> None:
    def titles(on: date) -> list[str]:
        return [each.title for each in planning.missed(store, LIBRARY, moment_on(on))]

    assert titles(MONDAY) == []
    assert titles(WED) == ["Lower"]
    assert titles(SUN) == ["Lower", "Hills and upper", "Easy", "Full"]
    moving.skip(store, LIBRARY, moment_on(FRI), key(1), "time")
    moving.move_session(store, LIBRARY, moment_on(FRI), key(3), FRI)
    assert titles(FRI) == []
    assert titles(MONDAY + timedelta(days=60)) != titles(SUN)


def test_swapping_in_a_missed_session_stacks_nothing(store: Store) -> None:
    moving.swap_in(store, LIBRARY, moment_on(WED), key(1))
    shown = days(view(store, WED))
    assert (WED, "Lower") in shown
    assert (WED + timedelta(days=1), "Hills and upper") in shown
    assert [title for day, title in shown if day == WED] == ["Lower"]
    journal.undo(store)
    assert (WED, "Hills and upper") in days(view(store, WED))


def test_the_template_may_be_used_as_it_is() -> None:
    store = open_memory(clock=FixedClock())
    programmes.adopt(store, LIBRARY, moment_on(MONDAY), programmes.TEMPLATE, MONDAY)
    found = view(store)
    assert found.title == "My plan"
    assert not [each for each in found.findings if each.severity >= Severity.WARN]


def test_the_shelf_says_what_each_programme_asks() -> None:
    cards = shelf.shelved(LIBRARY)
    assert len(cards) >= 6
    assert {card.entry.days for card in cards} >= {2, 3, 4, 5}
    assert all(card.profile.minutes > 0 for card in cards)


def test_starting_again_begins_at_week_one(store: Store) -> None:
    late = MONDAY + timedelta(days=70)
    assert view(store, late).round > 1
    shelf.start_again(store, LIBRARY, moment_on(late), late, False)
    assert (view(store, late).round, view(store, late).weeks[0].first) == (1, late)


def test_a_programme_whose_text_went_bad_says_so() -> None:
    store = open_memory(clock=FixedClock())
    add_plan(store, text="# Broken\n## mon\nnonsense 3x5\n")
    found = view(store)
    assert found.weeks == ()
    assert "line 3" in found.unread[0]
    replanning.replace_text(store, LIBRARY, moment_on(MONDAY), PLAN)
    assert len(view(store).weeks) == 4


def test_rounds_before_and_after_can_be_asked_for(store: Store) -> None:
    found = view(store)
    assert (found.earlier, found.later) == (False, True)
    later = view(store, week=5)
    assert [week.number for week in later.weeks] == [5, 6, 7, 8]
    assert later.earlier


def test_a_week_that_was_begun_in_its_middle_makes_the_next_no_big_step() -> None:
    store = open_memory(clock=FixedClock())
    text = LIBRARY.programme_text("hill-iron-3")
    programmes.adopt(store, LIBRARY, moment_on(FRI), text, FRI)
    weeks = view(store, FRI).weeks
    assert [cell.day for cell in weeks[0].cells] == [FRI]
    assert not [each for each in weeks[1].findings if each.severity >= Severity.WARN]
