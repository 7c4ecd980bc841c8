"""The bests that are kept are those that a count of the whole log gives."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach import bests_kept
from hybrid_tui.coach.bests_kept import KeptBests
from hybrid_tui.domain.bests import Best
from hybrid_tui.domain.record import BlockRecord, IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import SetRecord, SetRole
from hybrid_tui.store import journal, painted, reads_bests, reads_touched, writes
from hybrid_tui.store.database import Store, open_memory
from hybrid_tui.store.writer import Writer
from tests.coach.diary import SUNDAY, add_session
from tests.domain.sessions import sets, step, timed
from tests.fixed_clock import FixedClock

EXERCISES = ("back_squat", "bench_press", "pull_up")
DEEDS = (
    "add", "add", "again", "again", "reps", "load", "role", "drop set", "drop session", "move day", "swap", "move set",
    "seconds", "drop step", "undo", "undo", "redo", "keep", "keep",
)  # fmt: skip


def lifts(exercise: str, reps: int, load: float | None) -> BlockRecord:
    block = sets(exercise, reps, max(1, reps - 2), rpe=8 if reps % 2 else None)
    words = None if load is None else f"{load:g}kg"
    return replace(block, sets=tuple(replace(each, load=words, load_kg=load) for each in block.sets))


def stretches(number: int) -> BlockRecord:
    climb = step(20.0 + number, "hill", place="hill 8%", ends="key")
    return timed("Hill", climb, step(600, "run", metres=1500.0 + 100 * number), exercise="hill_sprint")


def in_order(found: KeptBests) -> list[Best]:
    return sorted((*found.lifts, *found.stretches), key=lambda each: (each.kind, each.name))


def pick(store: Store, table: str, number: int) -> str | None:
    rows = store.rows(f"SELECT id FROM {table} ORDER BY id")
    return str(rows[number % len(rows)]["id"]) if rows else None


def once_more(writer: Writer, chosen: str, identifier: str, number: int) -> None:
    """The same repetitions with the same load, to the limit or not, told in another way or not."""
    row = writer.get("set_done", chosen)
    assert row is not None
    effort = (None, 8.0, 10.0)[number % 3]
    told = {"load": f"bw+{row['load']}"} if number % 2 and str(row["load"] or "b")[0] != "b" else {}
    writer.insert("set_done", {**row, "id": identifier, "rpe": effort, **told})


def do(store: Store, deed: str, turn: int, number: int) -> None:
    day = SUNDAY - timedelta(days=number % 5)
    if deed == "add":
        load = None if number % 4 == 0 else 60.0 + 2.5 * (number % 3)
        add_session(
            store,
            f"new {turn}",
            day,
            lifts(EXERCISES[number % 3], 3 + number % 5, load),
            stretches(number % 4),
        )
        return
    if deed in ("undo", "redo"):
        (journal.undo if deed == "undo" else journal.redo)(store)
        return
    if deed == "keep":
        bests_kept.keep(store)
        return
    table = {"move day": "session", "drop session": "session", "swap": "block"}.get(deed, "set_done")
    table = "interval_done" if deed in ("seconds", "drop step") else table
    chosen = pick(store, table, number)
    if chosen is None:
        return
    with store.write(deed) as writer:
        if deed == "again":
            once_more(writer, chosen, f"again {turn}", number)
        elif deed == "reps":
            writes.change(writer, SetRecord, chosen, reps=1 + number)
        elif deed == "load":
            writes.change(writer, SetRecord, chosen, load="70kg", load_kg=70.0)
        elif deed == "role":
            writes.change(writer, SetRecord, chosen, role=SetRole.WARM_UP)
        elif deed == "move set":
            writes.change(writer, SetRecord, chosen, block_id=pick(store, "block", number))
        elif deed == "move day":
            writes.change(writer, SessionRecord, chosen, day=day)
        elif deed == "swap":
            writes.change(writer, BlockRecord, chosen, exercise=EXERCISES[number % 3])
        elif deed == "seconds":
            writes.change(writer, IntervalRecord, chosen, seconds=15.0 + number)
        else:
            kind = {"drop set": SetRecord, "drop step": IntervalRecord}.get(deed, SessionRecord)
            writes.remove(writer, kind, chosen)


@given(deeds=st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 11)), max_size=14))
@settings(max_examples=60, deadline=None)
def test_what_is_kept_equals_a_recount(deeds: list[tuple[str, int]]) -> None:
    """Whatever is written, corrected, moved, taken away, undone or done again in between."""
    with closing(open_memory(clock=FixedClock())) as store:
        for number in range(3):
            do(store, "add", -number, number)
        bests_kept.keep(store)
        for turn, (deed, number) in enumerate(deeds):
            do(store, deed, turn + 1, number)
            assert in_order(bests_kept.bests(store)) == in_order(bests_kept.recount(store))


def test_a_new_set_does_not_have_the_whole_log_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(open_memory(clock=FixedClock())) as store:
        do(store, "add", 0, 1)
        bests_kept.keep(store)
        do(store, "add", 1, 2)
        asked: list[dict[str, object]] = []
        lifted = reads_bests.lifted

        def ask(store: Store, **among: object) -> object:
            asked.append(among)
            return lifted(store, **among)  # type: ignore[arg-type]

        monkeypatch.setattr(reads_bests, "lifted", ask)
        bests_kept.bests(store)
        assert [list(each) for each in asked] == [["ids"]]


def test_what_cannot_be_brought_up_to_date_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(open_memory(clock=FixedClock())) as store:
        do(store, "add", 0, 1)
        stamp = painted.stamp(store)
        for text in ("nonsense", "[]", "[[1], 2]"):
            painted.keep(store, bests_kept.NAME, stamp, text)
            assert bests_kept.bests(store) == bests_kept.recount(store)
        bests_kept.keep(store)
        monkeypatch.setattr(reads_touched, "MOST", 1)
        do(store, "add", 1, 2)
        assert bests_kept.bests(store) == bests_kept.recount(store)
