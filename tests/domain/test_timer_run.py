from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.notation.timed import parse_timed
from hybrid_tui.domain.presets import timeline_of
from hybrid_tui.domain.timeline import Timeline, rest
from hybrid_tui.domain.timer_fold import apply, fold, settle
from hybrid_tui.domain.timer_report import intervals
from hybrid_tui.domain.timer_run import EndedBy, Fact, FactKind, Phase, RunState, next_change, position
from tests.domain.timer_steps import by_distance, by_key, fact, line, started, us, walk, work

HILLS = line(work(12, 1, 2), walk(90), work(12, 2, 2))


def typed(text: str) -> Timeline:
    return timeline_of(parse_timed(text))


def at(state: RunState, seconds: float) -> tuple[int, float]:
    here = position(state, us(seconds))
    return here.index, here.elapsed / 1e6


def test_a_timeline_needs_a_step() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        Timeline(steps=())


def test_before_the_start_the_first_step_stands_ready() -> None:
    here = position(fold(HILLS, []), us(99))
    assert (here.phase, here.index, here.elapsed, here.shown) == (Phase.IDLE, 0, 0, 12)
    assert (here.done, here.left, here.about) == (0, us(114), False)


def test_get_ready_is_not_part_of_the_timeline() -> None:
    state = fold(HILLS, [started(100, ready=10)])
    early = position(state, us(104))
    assert (early.phase, early.shown, early.done, early.left) == (Phase.READY, 6, 0, us(114))
    begun = position(state, us(111))
    assert (begun.phase, begun.index, begun.shown) == (Phase.RUNNING, 0, 11)
    assert (begun.done, begun.left) == (us(1), us(113))


def test_get_ready_comes_before_work_only() -> None:
    assert HILLS.get_ready == us(10)
    assert line(walk(60), work(10)).get_ready == 0
    assert typed("stopwatch: open").get_ready == 0


def test_get_ready_can_be_skipped() -> None:
    state = fold(HILLS, [started(0, ready=10), fact(FactKind.SKIPPED, 3)])
    assert at(state, 3) == (0, 0)
    assert state.spans == ()


def test_steps_follow_the_clock_and_end() -> None:
    state = fold(HILLS, [started()])
    assert at(state, 11.999999) == (0, 11.999999)
    assert at(state, 12) == (1, 0)
    assert at(state, 102) == (2, 0)
    end = position(state, us(114))
    assert (end.phase, end.index, end.done, end.left) == (Phase.FINISHED, 2, us(114), 0)
    assert position(state, us(9999)) == end


def test_a_countdown_shows_its_length_first_and_never_zero() -> None:
    state = fold(HILLS, [started()])
    assert [position(state, us(t)).shown for t in (0, 0.01, 1, 11, 11.99)] == [12, 12, 11, 1, 1]


def test_a_step_by_key_counts_up_and_waits() -> None:
    state = fold(line(work(10), by_key(120), work(10)), [started()])
    here = position(state, us(10 + 84.5))
    assert (here.index, here.remaining, here.shown, here.expected) == (1, None, 84, us(120))
    assert (here.left, here.about) == (us(120 - 84.5 + 10), True)
    assert at(state, 5000)[0] == 1
    lapped = apply(state, fact(FactKind.LAPPED, 140))
    assert at(lapped, 141) == (2, 1)
    assert [span.ended_by for span in lapped.spans] == [EndedBy.TIME, EndedBy.KEY]
    assert lapped.spans[1].seconds_us == us(130)


def test_an_unknown_length_counts_nothing_towards_what_is_left() -> None:
    here = position(fold(line(by_distance(40), walk(60)), [started()]), us(3))
    assert (here.left, here.about) == (us(60), True)


def test_a_lap_on_a_timed_step_is_a_split() -> None:
    state = fold(
        typed("amrap 12m:\n  push-up 5"), [started(), fact(FactKind.LAPPED, 61), fact(FactKind.LAPPED, 130)]
    )
    assert [split.elapsed_us for split in state.splits] == [us(61), us(130)]
    assert at(state, 131) == (0, 131)


def test_a_stopwatch_runs_until_finished() -> None:
    state = fold(typed("stopwatch: open"), [started(), fact(FactKind.LAPPED, 30)])
    assert position(state, us(5000)).shown == 5000
    done = apply(state, fact(FactKind.FINISHED, 90))
    assert [(ran.seconds, ran.done) for ran in intervals(done, us(90))] == [(30.0, True), (60.0, True)]


def test_skip_ends_the_step_undone() -> None:
    state = fold(HILLS, [started(), fact(FactKind.SKIPPED, 5)])
    assert at(state, 6) == (1, 1)
    assert [(ran.seconds, ran.done) for ran in intervals(state, us(6))] == [(5.0, False)]


def test_skipping_the_last_step_ends_the_run() -> None:
    state = fold(HILLS, [started(), *(fact(FactKind.SKIPPED, t) for t in (1, 2, 3))])
    assert position(state, us(4)).phase is Phase.FINISHED
    assert position(state, us(4)).done == us(3)


def test_back_restarts_the_step_and_early_the_one_before() -> None:
    state = fold(HILLS, [started(), fact(FactKind.WENT_BACK, 20)])
    assert at(state, 20) == (1, 0)
    early = fold(HILLS, [started(), fact(FactKind.WENT_BACK, 13)])
    assert at(early, 13) == (0, 0)
    first = fold(HILLS, [started(), fact(FactKind.WENT_BACK, 1)])
    assert at(first, 1) == (0, 0)


def test_a_step_done_twice_is_done_once() -> None:
    state = fold(HILLS, [started(), fact(FactKind.WENT_BACK, 13)])
    ran = intervals(state, us(26))
    assert [(each.index, each.done, each.ended_by) for each in ran] == [
        (0, False, EndedBy.TIME),
        (0, True, EndedBy.TIME),
    ]


def test_back_from_the_end_runs_the_last_step_again() -> None:
    state = fold(HILLS, [started(), fact(FactKind.WENT_BACK, 200)])
    assert at(state, 201) == (2, 1)
    assert position(state, us(201)).done == us(115)


def test_nothing_leads_back_from_a_finished_run() -> None:
    state = fold(HILLS, [started(), fact(FactKind.FINISHED, 50)])
    back = apply(state, fact(FactKind.WENT_BACK, 51))
    assert position(back, us(60)) == position(state, us(60))
    assert [(ran.seconds, ran.done) for ran in intervals(state, us(60))] == [(12.0, True), (38.0, False)]


def test_adjusting_moves_the_end_of_this_step_only() -> None:
    state = fold(HILLS, [started(), fact(FactKind.ADJUSTED, 20, 10)])
    assert position(state, us(20)).remaining == us(92)
    assert at(state, 112) == (2, 0)


def test_taking_off_more_than_is_left_ends_the_step() -> None:
    state = fold(HILLS, [started(), fact(FactKind.ADJUSTED, 8, -10)])
    assert at(state, 8) == (1, 0)
    assert intervals(state, us(8))[0].done


def test_adjusting_a_step_by_key_moves_what_is_expected() -> None:
    state = fold(line(by_key(60)), [started(), fact(FactKind.ADJUSTED, 5, 10)])
    assert position(state, us(5)).expected == us(70)


def test_jump_begins_the_chosen_step() -> None:
    state = fold(HILLS, [started(), Fact(kind=FactKind.JUMPED, boot_us=us(4), value=2)])
    assert at(state, 5) == (2, 1)
    assert fold(HILLS, [started(), Fact(kind=FactKind.JUMPED, boot_us=us(4), value=9)]).index == 0


def test_a_paused_run_stands_and_can_be_moved() -> None:
    state = fold(HILLS, [started(), fact(FactKind.PAUSED, 5)])
    assert at(state, 500) == (0, 5)
    moved = apply(state, fact(FactKind.SKIPPED, 300))
    assert position(moved, us(400)).phase is Phase.PAUSED
    assert at(apply(moved, fact(FactKind.RESUMED, 500)), 510) == (1, 10)


def test_facts_without_sense_are_passed_over() -> None:
    state = fold(HILLS, [fact(FactKind.SKIPPED, 1), started(2), started(4), fact(FactKind.RESUMED, 5)])
    assert at(state, 6) == (0, 4)


def test_an_instant_before_the_last_fact_stands_at_it() -> None:
    state = fold(HILLS, [started(50)])
    assert at(state, 10) == (0, 0)


def test_emom_tabata_and_rest_are_plain_timelines() -> None:
    assert position(fold(typed("emom 10m:\n  push-up 5"), [started()]), us(125)).rep == 3
    assert typed("8x(20s run / 10s rest)").planned[-1] == us(8 * 20 + 7 * 10)
    assert position(fold(rest(150), [started()]), us(48)).shown == 102


def test_the_next_change_is_the_next_second_shown_or_the_halfway_mark() -> None:
    state = fold(line(work(61), by_key()), [started()])
    assert next_change(state, us(0.25)) == us(1)
    assert next_change(state, us(30.2)) == us(30.5)
    assert next_change(state, us(61)) == us(62)
    assert next_change(apply(state, fact(FactKind.PAUSED, 3)), us(4)) is None


left_out = {FactKind.STARTED, FactKind.JUMPED, FactKind.FROM_NOW, FactKind.FINISHED}
kinds = st.sampled_from([kind for kind in FactKind if kind not in left_out])
steps = st.lists(
    st.one_of(
        st.floats(0.5, 90).map(work), st.floats(1, 90).map(walk), st.sampled_from([by_key(), by_key(30)])
    ),
    min_size=1,
    max_size=12,
)


@st.composite
def runs(draw: st.DrawFn) -> tuple[Timeline, list[Fact], list[int]]:
    timeline = Timeline(steps=tuple(draw(steps)))
    now, facts = 0, [started(0, draw(st.sampled_from([0, 10])))]
    for kind in draw(st.lists(kinds, max_size=15)):
        now += draw(st.integers(0, us(60)))
        value = draw(st.sampled_from([us(10), us(-10)])) if kind is FactKind.ADJUSTED else None
        facts.append(Fact(kind=kind, boot_us=now, value=value))
    looks = draw(st.lists(st.integers(0, now + us(300)), max_size=20))
    return timeline, facts, sorted(looks)


def watched(timeline: Timeline, facts: list[Fact], looks: list[int]) -> RunState:
    """The run as an app sees it that settles what ended at every tick."""
    state = fold(timeline, [])
    pending = list(looks)
    for each in facts:
        while pending and pending[0] <= each.boot_us:
            state = settle(state, pending.pop(0))
        state = apply(state, each)
    for look in pending:
        state = settle(state, look)
    return state


@settings(max_examples=200, deadline=None)
@given(runs())
def test_no_pattern_of_ticks_changes_what_is_recorded(run: tuple[Timeline, list[Fact], list[int]]) -> None:
    timeline, facts, looks = run
    end = max([facts[-1].boot_us, *looks]) + us(1)
    plain, ticked = fold(timeline, facts), watched(timeline, facts, looks)
    assert intervals(plain, end) == intervals(ticked, end)
    assert position(plain, end) == position(ticked, end)


@settings(max_examples=200, deadline=None)
@given(runs())
def test_time_run_is_the_sum_of_all_goes_and_the_step_in_hand(
    run: tuple[Timeline, list[Fact], list[int]],
) -> None:
    timeline, facts, looks = run
    state = fold(timeline, facts)
    end = max([facts[-1].boot_us, *looks])
    here, settled = position(state, end), settle(state, end)
    in_hand = 0 if here.get_ready or here.phase is Phase.FINISHED else here.elapsed
    assert here.done == sum(span.seconds_us for span in settled.spans) + in_hand


@settings(max_examples=150, deadline=None)
@given(runs(), st.integers(0, us(600)))
def test_a_pause_shifts_everything_after_it(run: tuple[Timeline, list[Fact], list[int]], pause: int) -> None:
    timeline, facts, _ = run
    state = fold(timeline, facts)
    if state.standing is not Phase.RUNNING:
        return
    then = facts[-1].boot_us
    paused = apply(state, Fact(kind=FactKind.PAUSED, boot_us=then))
    resumed = apply(paused, Fact(kind=FactKind.RESUMED, boot_us=then + pause))
    for later in (0, us(1), us(77), us(900)):
        assert position(resumed, then + pause + later) == position(state, then + later)


@settings(max_examples=150, deadline=None)
@given(runs())
def test_ten_more_and_ten_less_leave_the_step_as_it_was(
    run: tuple[Timeline, list[Fact], list[int]],
) -> None:
    timeline, facts, _ = run
    state, now = fold(timeline, facts), facts[-1].boot_us
    if position(state, now).phase is Phase.FINISHED:
        return
    more = apply(state, Fact(kind=FactKind.ADJUSTED, boot_us=now, value=us(10)))
    back = apply(more, Fact(kind=FactKind.ADJUSTED, boot_us=now, value=us(-10)))
    assert position(back, now) == position(settle(state, now), now)


def test_skip_then_back_begins_the_skipped_step_again() -> None:
    state = fold(HILLS, [started(), fact(FactKind.SKIPPED, 5), fact(FactKind.WENT_BACK, 6)])
    assert at(state, 6) == (0, 0)


def _folded(steps: int) -> tuple[float, RunState]:
    """Processor seconds for a run of so many steps that were all lapped, looked at 200 times."""
    timeline = Timeline(steps=tuple(work(13.2) if n % 2 else walk(73.2) for n in range(steps)))
    facts = [started(), *(fact(FactKind.LAPPED, n * 43.0) for n in range(steps))]
    began = process_time()
    state = fold(timeline, facts)
    for n in range(200):
        position(state, us(n * 86))
    return process_time() - began, state


def test_a_day_of_two_thousand_steps_folds_no_slower_than_its_length() -> None:
    small = min(_folded(200)[0] for _ in range(3))
    assert min(_folded(2000)[0] for _ in range(3)) <= 25 * small
    assert position(_folded(2000)[1], us(86_400)).phase is Phase.FINISHED
