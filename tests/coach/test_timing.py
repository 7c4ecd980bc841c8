from __future__ import annotations

from dataclasses import replace

import pytest

from hybrid_tui.coach import timer_choices, timing
from hybrid_tui.coach.loaded import Loaded, load
from hybrid_tui.coach.outcome import Spot
from hybrid_tui.domain.set_record import BlockStatus, SessionKind, SessionStatus
from hybrid_tui.domain.sheet_words import timed_result
from hybrid_tui.domain.timer_fold import apply
from hybrid_tui.domain.timer_run import Fact, FactKind, Phase
from hybrid_tui.store import reads_plan, reads_sessions, reads_timer, writes
from hybrid_tui.store.rows import OwnTimer
from tests.coach.evening import Evening

LINE = "hill sprint: 3x(8s @9 hill 8% / 60s walk)"


@pytest.fixture
def evening() -> Evening:
    return Evening()


def fact(evening: Evening, kind: FactKind, value: int | None = None) -> Fact:
    return Fact(kind=kind, boot_us=evening.now.boot_us, value=value)


def begun(evening: Evening, line: str = LINE, ready: float = 0) -> Loaded:
    return timing.start(evening.store, evening.library, evening.now, load(line), ready)


def test_a_run_of_its_own_becomes_a_session(evening: Evening) -> None:
    loaded = begun(evening)
    evening.clock.advance(3 * 8 + 2 * 60)
    outcome = timing.finish(evening.store, evening.library, evening.now, loaded)
    assert outcome.words == "Hill sprint: 3 of 3"
    assert outcome.session_id is not None
    record = reads_sessions.session(evening.store, outcome.session_id)
    assert record is not None
    assert (record.kind, record.status) == (SessionKind.RUN, SessionStatus.DONE)
    assert sum(each.seconds or 0 for each in record.blocks[0].intervals) == 144
    assert reads_timer.running_timer(evening.store) is None


def test_a_circuit_is_no_run(evening: Evening) -> None:
    loaded = begun(evening, "emom 2m:\n  push-up 8")
    evening.clock.advance(120)
    outcome = timing.finish(evening.store, evening.library, evening.now, loaded)
    record = reads_sessions.session(evening.store, outcome.session_id or "")
    assert record is not None
    assert record.kind is SessionKind.LIFT


def test_facts_sent_twice_are_kept_once(evening: Evening) -> None:
    loaded = begun(evening)
    assert loaded.run_id is not None
    told = (fact(evening, FactKind.PAUSED), fact(evening, FactKind.RESUMED))
    timing.keep(evening.store, evening.now, loaded.run_id, loaded.kept, told[:1])
    timing.keep(evening.store, evening.now, loaded.run_id, loaded.kept, told)
    stored = reads_timer.timer_facts(evening.store, loaded.run_id)
    assert [(row.seq, row.kind) for row in stored] == [(0, "started"), (1, "paused"), (2, "resumed")]


def test_a_run_left_behind_stands_where_it_was_last_seen(evening: Evening) -> None:
    loaded = begun(evening)
    assert loaded.run_id is not None
    evening.clock.advance(5)
    timing.beat(evening.store, evening.now, loaded.run_id, 5.0)
    evening.clock.advance(30)
    found = timing.running(evening.store, evening.now)
    assert found is not None
    assert found.away is not None
    assert found.away.away_us == 30_000_000
    assert found.away.held.elapsed == 5_000_000
    assert found.kept == 1


def test_a_run_that_had_ended_only_waits_to_be_recorded(evening: Evening) -> None:
    loaded = begun(evening, "flat sprint: 2x(8s / 10s walk)")
    assert loaded.run_id is not None
    evening.clock.advance(27)
    timing.beat(evening.store, evening.now, loaded.run_id, 26.0)
    evening.clock.reboot()
    found = timing.running(evening.store, evening.now)
    assert found is not None
    assert (found.away, found.state.standing) == (None, Phase.FINISHED)
    assert timing.finish(evening.store, evening.library, evening.now, found).words == "Flat sprint: 2 of 2"


def test_its_block_is_ticked_with_what_was_run(evening: Evening) -> None:
    evening.follow()
    sheet = evening.sheet()
    spot = Spot(plan_key=sheet.plan_key, block=evening.block("Hill sprint").position)
    loaded = timing.load_block(evening.store, evening.library, evening.now, spot)
    loaded = timing.start(evening.store, evening.library, evening.now, loaded, 0)
    evening.clock.advance(8 + 60 + 4)
    stopped = apply(loaded.state, fact(evening, FactKind.FINISHED))
    ended = replace(loaded, state=stopped)
    timing.finish(evening.store, evening.library, evening.now, ended)
    block = evening.block("Hill sprint")
    assert block.status is BlockStatus.PARTIAL
    assert block.change.startswith("1 of 3")


def test_a_run_outlives_its_session(evening: Evening) -> None:
    evening.follow()
    sheet = evening.sheet()
    spot = Spot(plan_key=sheet.plan_key, block=evening.block("Hill sprint").position)
    loaded = timing.load_block(evening.store, evening.library, evening.now, spot)
    loaded = timing.start(evening.store, evening.library, evening.now, loaded, 0)
    gone = replace(loaded, spot=Spot(session_id="gone", block=3))
    evening.clock.advance(144)
    outcome = timing.finish(evening.store, evening.library, evening.now, gone)
    assert outcome.session_id is not None


def test_own_lines_come_before_the_ready_made(evening: Evening) -> None:
    timer_choices.save_own(evening.store, evening.now, " Mine ", LINE)
    headings = [each.heading for each in _offered(evening)]
    assert headings[0] == timer_choices.OWN
    assert headings[-1] == timer_choices.READY_MADE
    timer_choices.save_own(evening.store, evening.now, "Mine", "easy run: 20m @easy")
    (own,) = reads_plan.own_timers(evening.store)
    assert own.line == "easy run: 20m @easy"
    timer_choices.forget_own(evening.store, own.id)
    assert reads_plan.own_timers(evening.store) == ()


def test_what_ran_last_is_offered_once(evening: Evening) -> None:
    for _ in range(2):
        loaded = begun(evening, "Tabata: 8x(20s @max / 10s rest)")
        timing.discard(evening.store, evening.now, loaded.run_id or "")
    offered = [each for each in _offered(evening) if each.title == "Tabata"]
    assert [each.heading for each in offered] == [timer_choices.LAST]


def test_a_name_must_be_one(evening: Evening) -> None:
    with pytest.raises(ValueError, match="name"):
        timer_choices.save_own(evening.store, evening.now, "  ", LINE)


def test_a_line_nobody_reads_any_more_is_left_out(evening: Evening) -> None:
    with evening.store.write("a newer version's line") as writer:
        writes.save(writer, OwnTimer(id="x", name="X", line="??"))
    assert all(each.title != "X" for each in _offered(evening))


def test_running_an_own_line_brings_it_to_the_front(evening: Evening) -> None:
    timer_choices.save_own(evening.store, evening.now, "A", LINE)
    evening.clock.advance(10)
    timer_choices.save_own(evening.store, evening.now, "B", "easy run: 20m @easy")
    evening.clock.advance(10)
    begun(evening, LINE)
    assert [own.name for own in reads_plan.own_timers(evening.store)] == ["A", "B"]


def _offered(evening: Evening) -> tuple[timer_choices.TimerChoice, ...]:
    return timer_choices.choices(evening.store, evening.library, evening.now)


def test_a_rep_keeps_where_and_with_what_it_was_run(evening: Evening) -> None:
    loaded = begun(evening, "hill sprint: 2x(8s @9 hill 6-10% grass vest 5kg band / 20s walk)")
    evening.clock.advance(36)
    outcome = timing.finish(evening.store, evening.library, evening.now, loaded)
    record = reads_sessions.session(evening.store, outcome.session_id or "")
    assert record is not None
    first = record.blocks[0].intervals[0]
    assert (first.place, first.grade) == ("hill 6-10% grass vest 5kg band", 8)


def lapped(evening: Evening, loaded: Loaded, *lengths: float) -> Loaded:
    for length in lengths:
        evening.clock.advance(length)
        loaded = replace(loaded, state=apply(loaded.state, fact(evening, FactKind.LAPPED)))
    return loaded


def test_the_rounds_that_a_key_counted_are_kept_and_told(evening: Evening) -> None:
    loaded = lapped(evening, begun(evening, "amrap 2m:\n  push-up 8"), 40, 38)
    evening.clock.advance(42)
    outcome = timing.finish(evening.store, evening.library, evening.now, loaded)
    assert outcome.words == "AMRAP: 2 rounds"
    record = reads_sessions.session(evening.store, outcome.session_id or "")
    assert record is not None
    assert record.status is SessionStatus.DONE
    assert [(each.label, each.seconds) for each in record.blocks[0].intervals] == [
        ("round", 40.0),
        ("round", 38.0),
        ("part of a round", 42.0),
    ]
    assert timed_result(record.blocks[0], loaded.line) == "2 rounds"


def test_an_amrap_ended_early_is_kept_as_partial(evening: Evening) -> None:
    loaded = lapped(evening, begun(evening, "amrap 2m:\n  push-up 8"), 40)
    evening.clock.advance(20)
    loaded = replace(loaded, state=apply(loaded.state, fact(evening, FactKind.FINISHED)))
    outcome = timing.finish(evening.store, evening.library, evening.now, loaded)
    assert outcome.words == "AMRAP: 1 round"
    record = reads_sessions.session(evening.store, outcome.session_id or "")
    assert record is not None
    assert record.status is SessionStatus.PARTIAL


def test_the_laps_of_a_run_stand_in_its_note(evening: Evening) -> None:
    loaded = lapped(evening, begun(evening, "easy run: 15m @easy"), 298, 302)
    evening.clock.advance(300)
    outcome = timing.finish(evening.store, evening.library, evening.now, loaded)
    record = reads_sessions.session(evening.store, outcome.session_id or "")
    assert record is not None
    (block,) = record.blocks
    assert block.note == "laps 4:58 5:02 5:00"
    assert [each.seconds for each in block.intervals] == [900.0]
