"""What a session asks is worked out once, and anew after every write: undo, redo and settings as well."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach import following, lifting, maxes, sheets
from hybrid_tui.coach.log import log_text
from hybrid_tui.coach.outcome import Spot
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.domain.programme.session import prescribe_session
from hybrid_tui.store import journal, writes
from hybrid_tui.store.errors import StoreError
from tests.coach.evening import Evening

DEEDS = ("tick", "harder", "correct", "untick", "add", "max", "log", "units", "plates", "undo", "redo", "day")


def act(evening: Evening, deed: str) -> None:
    """One deed, where it can be done."""
    store, library, now = evening.store, evening.library, evening.now
    block = next((each for each in evening.sheet().blocks if each.name == "Bench press"), None)
    spot = evening.spot("Bench press") if block is not None else Spot()
    try:
        if deed == "tick":
            lifting.tick(store, library, now, spot)
        elif deed in ("harder", "correct"):
            lifting.record(store, library, now, spot, "70x8@9" if deed == "harder" else "65x7@8")
        elif deed == "untick":
            lifting.untick(store, library, now, spot)
        elif deed == "add":
            lifting.add_set(store, library, now, spot)
        elif deed == "max":
            maxes.keep(store, library, now, spot, "90kg")
        elif deed == "log":
            log_text(store, library, now, "bench press 3x8 62.5kg; back squat 5x5 105kg")
        elif deed in ("units", "plates"):
            with store.write("a setting") as writer:
                writes.save_setting(writer, deed, "lb" if deed == "units" else [20, 5])
        elif deed == "undo":
            journal.undo(store)
        elif deed == "redo":
            journal.redo(store)
        else:
            evening.clock.advance(86_400)
    except (StoreError, StopIteration):
        return


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(DEEDS), min_size=1, max_size=8))
def test_what_is_kept_is_what_would_be_worked_out_anew(deeds: list[str]) -> None:
    evening = Evening()
    evening.follow()
    for deed in deeds:
        act(evening, deed)
        store, library, today = evening.store, evening.library, evening.now.day
        plan = following.running_plan(store, library)
        if plan is None:  # the programme itself was undone
            continue
        rack = sheets.rack(store)
        for planned in planned_sessions(plan, plan.start, today)[-1:]:
            kept = following.prescribe(store, library, plan, planned, rack=rack, until=today)
            known = following.known_for(store, library, plan, (planned,), rack=rack, until=today)
            assert kept == prescribe_session(
                planned, known, first_month=following.is_first_month(store, plan)
            )
