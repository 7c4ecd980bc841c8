from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.programme.prescription import TrainingMax

from .build import ask, lift, loads, place, printed, reps, run

BENCH = "bench press 4x6-8 @2rir rest 3m  ; double +2.5kg, miss 2: -10%"
ASKED = "bench press 4x6-8 60kg @2rir rest 3m"


def test_double_adds_a_repetition_to_each_set_inside_the_range() -> None:
    given = ask(BENCH, lift("7 7 6 6", asked=ASKED, load="60kg"))
    assert reps(given) == [8, 8, 7, 7]
    assert loads(given) == ["60kg"] * 4
    assert given.change == "="
    assert given.why == "4 sets below 8 on 12 Nov"
    assert given.last == "60 kg  7 7 6 6"


def test_double_raises_the_load_and_starts_at_the_bottom_when_all_sets_reached_the_top() -> None:
    given = ask(BENCH, lift("8 8 8 8", asked=ASKED, load="60kg"))
    assert reps(given) == [6, 6, 6, 6]
    assert loads(given) == ["62.5kg"] * 4
    assert given.change == "↑ 2.5"
    assert given.why == "60 → 62.5 kg: all 4 sets reached 8 on 12 Nov"
    assert printed(given) == "bench press 4x6-8 62.5kg @2rir rest 3m"


def test_a_set_left_out_raises_nothing() -> None:
    given = ask(BENCH, lift("8 8 8", asked=ASKED, load="60kg"))
    assert loads(given) == ["60kg"] * 4
    assert given.why == "one set short on 12 Nov"
    assert reps(given) == [8, 8, 8, 8]


def test_all_done_but_much_harder_than_asked_raises_nothing() -> None:
    assert ask(BENCH, lift("8 8 8 8", asked=ASKED, load="60kg", rpe=8.5)).change == "↑ 2.5"
    given = ask(BENCH, lift("8 8 8 8", asked=ASKED, load="60kg", rpe=9.5))
    assert loads(given) == ["60kg"] * 4
    assert given.why == "all was done on 12 Nov, but harder than asked"


def test_two_misses_in_a_row_take_ten_percent_off() -> None:
    one = lift("6 5 5 4", asked=ASKED, load="60kg", days_ago=7)
    two = lift("6 6 5 5", asked=ASKED, load="60kg", days_ago=14)
    assert ask(BENCH, one).change == "="
    given = ask(BENCH, one, two)
    assert loads(given) == ["52.5kg"] * 4
    assert given.change == "↓ 10 %"
    assert given.why == "60 kg → 52.5 kg: the bottom was missed twice running, last on 12 Nov"
    assert reps(given) == [6, 6, 6, 6]


def test_misses_at_another_load_do_not_count_together() -> None:
    lighter = lift("5 5 5 5", asked=ASKED, load="55kg", days_ago=7)
    earlier = lift("5 5 5 5", asked=ASKED, load="60kg", days_ago=14)
    assert ask(BENCH, lighter, earlier).change == "="


@pytest.mark.parametrize(
    ("load", "line", "after", "change"),
    [
        ("bw", "pull-up 3x4-8  ; double +2.5kg", "bw+2.5kg", "↑ 2.5"),
        ("bw-20kg", "pull-up 3x4-8  ; double +2.5kg", "bw-17.5kg", "↑ 2.5"),
        ("bw-2.5kg", "pull-up 3x4-8  ; double +2.5kg", "bw", "↑ 2.5"),
        ("135lb", "bench press 3x4-8  ; double +5lb", "140lb", "↑ 5"),
        ("24kg", "goblet squat 3x4-8  ; double +2kg", "26kg", "↑ 2"),
    ],
)
def test_loads_of_all_kinds_rise_in_their_own_unit(load: str, line: str, after: str, change: str) -> None:
    asked = line.split("  ;")[0]
    given = ask(line, lift("8 8 8", asked=asked, load=load))
    assert loads(given) == [after] * 3
    assert given.change == change


def test_a_lift_without_a_load_asks_for_it_and_a_body_weight_lift_does_not() -> None:
    given = ask(BENCH)
    assert given.asks_load
    assert loads(given) == [None] * 4
    assert reps(given) == [6] * 4
    assert given.why == "no load known yet: the first tick asks for it"
    assert not ask("pull-up 3x4-8  ; double +2.5kg").asks_load
    assert loads(ask("pull-up 3x4-8  ; double +2.5kg")) == ["bw"] * 3
    assert loads(ask("plank 3x45s")) == [None] * 3
    assert not ask("plank 3x45s").asks_load


def test_linear_progress_after_each_full_session_up_to_its_limit() -> None:
    line = "back squat 3x5 rest 3m  ; +2.5kg to 102.5kg"
    asked = "back squat 3x5 100kg"
    assert loads(ask(line, lift("5 5 5", asked=asked, load="100kg"))) == ["102.5kg"] * 3
    assert loads(ask(line, lift("5 5 4", asked=asked, load="100kg"))) == ["100kg"] * 3
    given = ask(line, lift("5 5 5", asked=asked, load="102.5kg"))
    assert loads(given) == ["102.5kg"] * 3
    assert "limit" in given.why


@pytest.mark.parametrize(
    ("line", "load", "after"),
    [
        ("back squat 3x5 1990kg  ; +1000kg", "1990kg", "2000kg"),
        ("back squat 3x5 2000kg  ; +2.5kg", "2000kg", "2000kg"),
        ("pull-up 3x5 bw-990kg  ; miss 1: -90%", "bw-990kg", "bw-1000kg"),
    ],
)
def test_loads_end_where_the_training_file_ends(line: str, load: str, after: str) -> None:
    done = "4 4 4" if "miss" in line else "5 5 5"
    asked = line.partition("  ;")[0]
    assert loads(ask(line, lift(done, asked=asked, load=load))) == [after] * 3


def test_numbers_of_the_text_end_where_the_training_file_ends() -> None:
    most = "push-up 3x9000  ; +9000rep"
    assert reps(ask(most, lift("9000 9000 9000", asked="push-up 3x9000", load="bw"))) == [10_000] * 3
    sets = ask("push-up 90x5  ; +90set", lift("5 " * 90, asked="push-up 90x5", load="bw"))
    assert len(sets.sets) == 100
    listed = ask("push-up 5,5  ; +100set", lift("5 5", asked="push-up 5,5", load="bw"))
    assert len(listed.sets) == 100
    line = "hill sprint: 900x(1s / 1s)  ; +900rep"
    assert printed(ask(line, run("hill sprint: 900x(1s / 1s)"))) == "hill sprint: 900x(1s / 1s)"


def test_percentages_of_a_training_maximum_end_where_the_training_file_ends() -> None:
    maximum = TrainingMax(value=1500, unit="kg", day=date(2026, 1, 1))
    assert loads(ask("back squat 3x5 200%", maximum=maximum)) == ["2000kg"] * 3


def test_progress_by_week_and_by_block_waits_for_its_end() -> None:
    asked = "back squat 3x5 100kg"
    weekly = "back squat 3x5 rest 3m  ; +2.5kg/week"
    same = lift("5 5 5", asked=asked, load="100kg", number=2)
    before = lift("5 5 5", asked=asked, load="100kg", number=1)
    assert loads(ask(weekly, same, at=place(2))) == ["100kg"] * 3
    assert loads(ask(weekly, before, at=place(2))) == ["102.5kg"] * 3
    monthly = "back squat 3x5 rest 3m  ; +2.5kg/block"
    assert loads(ask(monthly, before, at=place(2, round=1))) == ["100kg"] * 3
    assert loads(ask(monthly, before, at=place(5, week=2, round=2))) == ["102.5kg"] * 3


def test_hold_keeps_the_load_of_last_time() -> None:
    given = ask("back squat 3x5  ; hold", lift("5 5 5", asked="back squat 3x5 100kg", load="100kg"))
    assert loads(given) == ["100kg"] * 3
    assert given.change == "="
    assert given.why.startswith("the plan holds here")


def test_without_a_rule_the_text_fixes_the_load() -> None:
    given = ask("back squat 3x5 90kg", lift("5 5 5", asked="back squat 3x5 100kg", load="100kg"))
    assert loads(given) == ["90kg"] * 3


def test_back_off_sets_follow_the_top_set_and_are_floored() -> None:
    line = "back squat 1x5-8 @2rir + 2x5-8 -10%  ; double +2.5kg"
    asked = "back squat 1x5-8 80kg @2rir + 2x5-8 70kg"
    given = ask(line, lift("8 8 8", asked=asked, load="80kg"))
    assert loads(given) == ["82.5kg", "72.5kg", "72.5kg"]
    assert [str(target.role) for target in given.sets] == ["work", "back-off", "back-off"]


def test_a_deload_keeps_the_load_and_asks_for_less() -> None:
    line = "bench press [3,3,4,2]x5-8 @[2,2,2,4]rir rest 3m  ; double +2.5kg"
    week3 = lift("8 8 8 8", asked="bench press 4x5-8 60kg @2rir", load="60kg", number=3)
    given = ask(line, week3, at=place(4, deload=40.0))
    assert loads(given) == ["60kg"] * 2
    assert reps(given) == [6, 6]
    assert given.change == "↓ deload"
    deloaded = lift(
        "6 6", asked="bench press 2x5-8 60kg @4rir", load="60kg", number=4, deload=True, days_ago=3
    )
    after = ask(line, deloaded, week3, at=place(5, week=2, round=2))
    assert after.change == "↑ 2.5"
    assert loads(after) == ["62.5kg"] * 3


def test_a_deload_cuts_lines_without_week_lists() -> None:
    given = ask("back squat 5x5 100kg @2rir", at=place(4, deload=40.0))
    assert printed(given) == "back squat 3x5 100kg @4rir"
    assert ask("back squat 5,5,5+ 100kg", at=place(4, deload=50.0)).sets[-1].at_least is False
    assert printed(ask("hill sprint: 7x(8s @9 hill 8% / 90s walk)", at=place(4, deload=40.0))) == (
        "hill sprint: 4x(8s @8 hill 8% / 90s walk)"
    )
    assert printed(ask("easy run: 35m @easy", at=place(4, deload=40.0))) == "easy run: 21m @easy"


def test_percentages_are_of_the_training_maximum_and_rise_with_it() -> None:
    line = "back squat 5 65% + 5 75% + 5+ 85%  ; +5kg"
    maximum = TrainingMax(value=140, unit="kg", day=date(2026, 11, 1))
    given = ask(line, maximum=maximum)
    assert loads(given) == ["90kg", "105kg", "120kg"]
    assert given.sets[2].at_least
    assert given.sets[2].asks
    asked = "back squat 5 90kg + 5 105kg + 5+ 120kg"
    after = ask(line, lift("5 5 7", asked=asked, load="90kg"), maximum=maximum)
    assert loads(after) == ["95kg", "107.5kg", "122.5kg"]
    assert after.sets[2].reps == 7
    earlier = replace(maximum, day=date(2026, 11, 13))
    assert loads(ask(line, lift("5 5 7", asked=asked, load="90kg"), maximum=earlier))[0] == "90kg"
    assert ask(line).asks_load


def test_holds_in_time_grow_to_their_limit() -> None:
    line = "plank 3x45s  ; +5s to 1m"
    asked = "plank 3x45s"
    one = lift("45 45 45", asked=asked, unit="s")
    given = ask(line, one)
    assert [target.seconds for target in given.sets] == [50.0] * 3
    assert given.change == "+5 s"
    many = [lift("60 60 60", asked=asked, unit="s", days_ago=7 * i) for i in range(1, 7)]
    assert [target.seconds for target in ask(line, *many).sets] == [60.0] * 3
    assert "limit" in ask(line, *many).why


def test_a_swap_follows_once_the_top_is_reached_and_stays() -> None:
    line = "push-up 3x6-15  ; double, then swap decline push-up"
    asked = "push-up 3x6-15"
    assert ask(line, lift("15 15 14", asked=asked, load="bw")).exercise == "push_up"
    full = lift("15 15 15", asked=asked, load="bw", days_ago=14)
    given = ask(line, full)
    assert given.exercise == "decline_push_up"
    assert given.name == "Decline push-up"
    assert reps(given) == [6, 6, 6]
    assert given.change == "⇄ swap"
    later = ask(line, lift("8 7 6", asked="decline push-up 3x6-15", load="bw"), full)
    assert later.exercise == "decline_push_up"
    assert reps(later) == [9, 8, 7]


def test_misses_can_swap_too() -> None:
    line = "pull-up 3x4-8  ; double +2.5kg, miss 2: swap band-assisted pull-up"
    low = [lift("3 3 2", asked="pull-up 3x4-8", load="bw", days_ago=7 * i) for i in (1, 2)]
    assert ask(line, *low).exercise == "band_pull_up"


def test_stages_follow_one_another() -> None:
    line = "back squat 3x5  ; +1rep to 6rep, then +2.5kg"
    first = lift("5 5 5", asked="back squat 3x5 100kg", load="100kg", days_ago=21)
    second = lift("6 6 6", asked="back squat 3x6 100kg", load="100kg", days_ago=14)
    assert reps(ask(line, first)) == [6, 6, 6]
    assert loads(ask(line, first)) == ["100kg"] * 3
    given = ask(line, second, first)
    assert reps(given) == [6, 6, 6]
    third = lift("6 6 6", asked="back squat 3x6 100kg", load="100kg", days_ago=7)
    assert loads(ask(line, third, second, first)) == ["102.5kg"] * 3


def test_repeats_grow_by_block_and_a_deload_list_stays_as_written() -> None:
    line = "stair run: [3,4,5,3]x(20s @8 stairs / 2m walk down)  ; +1rep/block to 6rep"
    asked = "stair run: 5x(20s @8 stairs / 2m walk down)"
    past = run(asked, done=5, number=3)
    assert printed(ask(line, past, at=place(4, deload=40.0))).startswith("stair run: 3x(20s")
    given = ask(line, past, at=place(5, week=2, round=2))
    assert printed(given).startswith("stair run: 5x(20s")
    assert given.change == "+1 rep"
    assert given.last == "5 of 5, 12 Nov"
    third = run(asked, done=5, number=6, round=2)
    assert printed(ask(line, third, past, at=place(9, week=3, round=3))).startswith("stair run: 6x(20s")


def test_work_seconds_grow_only_where_all_repeats_were_run() -> None:
    line = "hill sprint: [4,5,6,3]x(8s @8 hill 5-8% / 90s walk down)  ; +2s/block to 10s"
    asked = "hill sprint: 6x(8s @8 hill 5-8% / 90s walk down)"
    at = place(5, week=2, round=2)
    assert "5x(10s" in printed(ask(line, run(asked, done=6, number=3), at=at))
    assert "5x(8s" in printed(ask(line, run(asked, done=4, missed=2, number=3), at=at))
    assert "90s walk down" in printed(ask(line, run(asked, done=6, number=3), at=at))
    twice = [run(asked, done=6, number=6, round=2), run(asked, done=6, number=3)]
    given = ask(line, *twice, at=place(8, week=2, round=3))
    assert "5x(10s" in printed(given)
    assert "limit" in given.why


def test_minutes_of_a_run_grow_by_block() -> None:
    line = "easy run: [20,22,24,18]m @easy  ; +2m/block to 40m"
    past = run("easy run: 24m @easy", number=3)
    given = ask(line, past, at=place(5, week=2, round=2))
    assert printed(given) == "easy run: 24m @easy"
    assert given.change == "+2 min"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(1, 12), min_size=1, max_size=5), max_size=6),
    st.floats(20, 200).map(lambda x: round(x / 2.5) * 2.5),
)
def test_double_never_leaves_its_range_and_moves_the_load_by_its_own_step(
    history: list[list[int]], load: float
) -> None:
    pasts = [
        lift(" ".join(map(str, sets)), asked=ASKED, load=f"{load:g}kg", days_ago=7 * i)
        for i, sets in enumerate(history, start=1)
    ]
    given = ask(BENCH, *pasts)
    assert given == ask(BENCH, *pasts)
    assert len(given.sets) == 4
    assert all(6 <= (n or 0) <= 8 for n in reps(given))
    if pasts:
        now = given.sets[0].load_kg
        assert now is not None
        assert load * 0.9 - 2.5 <= now <= load + 2.5
        assert (now / 2.5) % 1 == 0


@settings(max_examples=50, deadline=None)
@given(st.lists(st.booleans(), max_size=10))
def test_counted_gains_never_fall_and_never_pass_their_limit(kept: list[bool]) -> None:
    line = "plank 3x45s  ; +5s to 1m"
    before = 45.0
    for count in range(len(kept) + 1):
        pasts = [
            lift("90 90 90" if good else "90 90", asked="plank 3x45s", unit="s", days_ago=7 * (count - i))
            for i, good in enumerate(kept[:count])
        ]
        now = ask(line, *reversed(pasts)).sets[0].seconds
        assert now is not None
        assert before <= now <= 60
        before = now
