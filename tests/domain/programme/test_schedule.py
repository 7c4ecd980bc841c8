from __future__ import annotations

from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.programme.plan import (
    Move,
    Pause,
    PlanChanges,
    PlannedSession,
    RunningPlan,
    WeekChange,
    WeekChangeKind,
)
from hybrid_tui.domain.programme.schedule import (
    begin_on,
    begin_today,
    place_on,
    planned_sessions,
    week_places,
)

from .build import SHELF, catalogue, programme

MONDAY = date(2026, 11, 23)
YEAR = timedelta(days=364)


def sessions(plan: RunningPlan, days: int = 28, first: date = MONDAY) -> tuple[PlannedSession, ...]:
    return planned_sessions(plan, first, first + timedelta(days=days - 1))


def with_changes(plan: RunningPlan, changes: PlanChanges) -> RunningPlan:
    return RunningPlan(
        programme_id=plan.programme_id,
        programme=plan.programme,
        anchor=plan.anchor,
        start=plan.start,
        changes=changes,
    )


def test_weeks_run_through_once_and_return_to_the_second_for_ever() -> None:
    places = week_places(programme("hill-iron-3"))
    found = [next(places) for _ in range(11)]
    assert [place.week for place in found] == [1, 2, 3, 4, 2, 3, 4, 2, 3, 4, 2]
    assert [place.round for place in found] == [1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4]
    assert [place.deload for place in found[:5]] == [0, 0, 0, 40, 0]


def test_a_programme_without_then_ends() -> None:
    text = "# Short\nlevel: beginner\nweeks: 2\n\n## mon  One\neasy run: 20m @easy\n"
    plan = begin_on("short", parse_programme(text, names=catalogue()), MONDAY)
    assert [each.plan_key for each in sessions(plan, 100)] == ["short/1/1/", "short/2/1/"]
    assert place_on(plan, MONDAY + timedelta(days=14)) is None


def test_days_and_keys_of_a_week() -> None:
    plan = begin_on("hill-iron-5", programme("hill-iron-5"), MONDAY)
    week = sessions(plan, 7)
    assert [each.plan_key for each in week] == [
        "hill-iron-5/1/2/",
        "hill-iron-5/1/3/",
        "hill-iron-5/1/4/am",
        "hill-iron-5/1/4/pm",
        "hill-iron-5/1/6/",
        "hill-iron-5/1/7/",
    ]
    assert all(each.day == MONDAY + timedelta(days=each.day_number - 1) for each in week)


def test_shared_blocks_are_put_in_place_as_warm_up() -> None:
    plan = begin_on("hill-iron-3", programme("hill-iron-3"), MONDAY)
    blocks = sessions(plan, 1)[0].blocks
    assert [block.part.value for block in blocks] == ["warm-up"] * 4 + ["work"] * 5 + ["cool-down"]
    assert [block.position for block in blocks] == list(range(10))


@pytest.mark.parametrize("programme_id", SHELF)
@pytest.mark.parametrize("weekday", range(7))
def test_a_start_today_has_something_to_do_today_and_keeps_the_distances(
    programme_id: str, weekday: int
) -> None:
    today = MONDAY + timedelta(days=weekday)
    shifted = sessions(begin_today(programme_id, programme(programme_id), today), 28, today)
    usual = sessions(begin_on(programme_id, programme(programme_id), MONDAY), 28)
    assert shifted[0].day == today
    gaps = [(b.day - a.day).days for a, b in pairwise(shifted)]
    assert gaps[:10] == [(b.day - a.day).days for a, b in pairwise(usual)][:10]


def test_a_start_in_mid_week_does_what_is_left_of_it() -> None:
    plan = begin_on("hill-iron-3", programme("hill-iron-3"), MONDAY + timedelta(days=2))
    assert [each.plan_key for each in sessions(plan, 8)] == [
        "hill-iron-3/1/3/",
        "hill-iron-3/1/5/",
        "hill-iron-3/2/1/",
    ]
    weekend = begin_on("hill-iron-3", programme("hill-iron-3"), MONDAY + timedelta(days=5))
    assert sessions(weekend, 14)[0].plan_key == "hill-iron-3/1/1/"
    assert sessions(weekend, 14)[0].day == MONDAY + timedelta(days=7)


def test_moves_skips_and_their_marks() -> None:
    plan = begin_on("hill-iron-3", programme("hill-iron-3"), MONDAY)
    thursday = MONDAY + timedelta(days=3)
    changes = PlanChanges(
        moves=(Move(plan_key="hill-iron-3/1/3/", day=thursday),), skips=frozenset({"hill-iron-3/1/5/"})
    )
    week = sessions(with_changes(plan, changes), 7)
    assert [(each.day - MONDAY).days for each in week] == [0, 3, 4]
    assert week[1].moved_from == MONDAY + timedelta(days=2)
    assert [each.skipped for each in week] == [False, False, True]


def test_a_session_moved_into_a_later_week_is_found_there_and_only_there() -> None:
    plan = begin_on("hill-iron-3", programme("hill-iron-3"), MONDAY)
    later = MONDAY + timedelta(days=8)
    moved = with_changes(plan, PlanChanges(moves=(Move(plan_key="hill-iron-3/1/5/", day=later),)))
    assert len(sessions(moved, 7)) == 2
    assert [each.plan_key for each in sessions(moved, 1, later)] == ["hill-iron-3/1/5/"]
    back = with_changes(plan, PlanChanges(moves=(Move(plan_key="hill-iron-3/9/1/", day=MONDAY),)))
    assert "hill-iron-3/9/1/" in [each.plan_key for each in sessions(back, 1)]


def test_a_pause_shifts_what_follows_by_whole_weeks() -> None:
    plan = begin_on("hill-iron-3", programme("hill-iron-3"), MONDAY)
    wednesday = MONDAY + timedelta(days=2)
    ill = Pause(first=wednesday, last=wednesday + timedelta(days=2))
    paused = sessions(with_changes(plan, PlanChanges(pauses=(ill,))), 15)
    assert [(each.day - MONDAY).days for each in paused] == [0, 9, 11, 14]
    assert [each.plan_key[-4:] for each in paused] == ["1/1/", "1/3/", "1/5/", "2/1/"]
    still = with_changes(plan, PlanChanges(pauses=(Pause(first=wednesday),)))
    assert len(sessions(still, 100)) == 1


def test_a_week_can_be_repeated_deloaded_and_replaced_by_a_word_week() -> None:
    race = programme("race-keep-5")
    repeat = PlanChanges(weeks=(WeekChange(number=3, kind=WeekChangeKind.REPEAT),))
    places = week_places(race, repeat)
    assert [next(places).week for _ in range(5)] == [1, 2, 2, 3, 4]
    early = PlanChanges(weeks=(WeekChange(number=2, kind=WeekChangeKind.DELOAD),))
    places = week_places(race, early)
    found = [next(places) for _ in range(4)]
    assert [place.week for place in found] == [1, 4, 2, 3]
    assert [place.round for place in found] == [1, 1, 2, 2]
    plan = begin_on("race-keep-5", race, MONDAY)
    word = PlanChanges(weeks=(WeekChange(number=2, kind=WeekChangeKind.WORD, word="race"),))
    titles = [each.title for each in sessions(with_changes(plan, word), 7, MONDAY + timedelta(days=7))]
    assert titles == [
        "A few sharp repeats",
        "Upper keep and an easy run",
        "Easy run",
        "Recovery jog",
        "Race day",
    ]


def test_a_numbered_week_replaces_its_session_and_a_lone_rest_removes_it() -> None:
    text = (
        "# Special\nlevel: beginner\nweeks: 4\n\n## mon  Usual\neasy run: 20m @easy\n\n"
        "## wed  Usual\neasy run: 20m @easy\n\n## week 2 mon  Test\neasy run: 10m @easy\n\n"
        "## week 3 wed\nrest\n"
    )
    plan = begin_on("special", parse_programme(text, names=catalogue()), MONDAY)
    titles = [each.title for each in sessions(plan)]
    assert titles == ["Usual", "Usual", "Test", "Usual", "Usual", "Usual", "Usual"]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(SHELF),
    st.lists(st.tuples(st.integers(0, 300), st.integers(1, 30)), max_size=4),
    st.integers(0, 200),
    st.integers(1, 60),
)
def test_parts_of_a_range_make_up_the_whole_and_keys_are_unique(
    programme_id: str, pauses: list[tuple[int, int]], offset: int, length: int
) -> None:
    changes = PlanChanges(
        pauses=tuple(
            Pause(first=MONDAY + timedelta(days=a), last=MONDAY + timedelta(days=a + n - 1))
            for a, n in pauses
        )
    )
    plan = with_changes(begin_on(programme_id, programme(programme_id), MONDAY), changes)
    whole = planned_sessions(plan, MONDAY, MONDAY + YEAR)
    assert len({each.plan_key for each in whole}) == len(whole)
    assert [each.day for each in whole] == sorted(each.day for each in whole)
    for pause in changes.pauses:
        assert pause.last is not None
        assert not any(pause.first <= each.day <= pause.last for each in whole)
    first = MONDAY + timedelta(days=offset)
    last = min(first + timedelta(days=length), MONDAY + YEAR)
    part = planned_sessions(plan, first, last)
    assert part == tuple(each for each in whole if first <= each.day <= last)


@given(
    st.sampled_from(SHELF),
    st.integers(1, 120),
    st.lists(
        st.tuples(st.integers(1, 60), st.sampled_from(WeekChangeKind)),
        max_size=5,
        unique_by=lambda one: one[0],
    ),
)
@settings(max_examples=60)
def test_a_walk_that_begins_late_is_the_rest_of_the_whole(
    programme_id: str, since: int, changed: list[tuple[int, WeekChangeKind]]
) -> None:
    """Weeks that nothing changed are passed over in one step, with the same outcome."""
    chosen = programme(programme_id)
    changes = PlanChanges(weeks=tuple(WeekChange(number=n, kind=kind, word="race") for n, kind in changed))
    whole = list(islice(week_places(chosen, changes), 140))
    late = list(islice(week_places(chosen, changes, since=since), 20))
    assert late == whole[since - 1 : since + 19]


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 40)), max_size=4), st.integers(0, 500))
@settings(max_examples=60)
def test_pauses_hide_no_week_from_a_late_look(breaks: list[tuple[int, int]], at: int) -> None:
    """What is planned on a day is the same whether one asks for it alone or for all days up to it."""
    pauses = tuple(
        Pause(first=MONDAY + timedelta(days=first), last=MONDAY + timedelta(days=first + length))
        for first, length in breaks
    )
    plan = RunningPlan(
        programme_id="p",
        programme=programme("hill-iron-3"),
        anchor=MONDAY,
        start=MONDAY,
        changes=PlanChanges(pauses=pauses),
    )
    day = MONDAY + timedelta(days=at)
    alone = planned_sessions(plan, day, day)
    assert alone == tuple(each for each in planned_sessions(plan, MONDAY, day) if each.day == day)
