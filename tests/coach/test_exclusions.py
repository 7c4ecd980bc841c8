"""Where no protein target may be given, said once and read everywhere."""

from __future__ import annotations

from hybrid_tui.coach import exclusions, weeks
from hybrid_tui.domain.nutrition import Exclusion
from hybrid_tui.store import reads_plan, writes
from hybrid_tui.store.database import open_memory
from tests.fixed_clock import FixedClock
from tests.tui.recovery_days import LIBRARY, fill, moment


def test_what_the_settings_say() -> None:
    assert exclusions.exclusion_of({}) is None
    assert exclusions.exclusion_of({"health": False}) is None
    assert exclusions.exclusion_of({"health": True}) is Exclusion.NOT_ASKED
    assert exclusions.exclusion_of({"health": True, "excluded": []}) is None
    assert exclusions.exclusion_of({"health": True, "excluded": ["pregnancy"]}) is Exclusion.PREGNANT
    assert exclusions.exclusion_of({"excluded": "pregnancy"}) is None, "no list: another program wrote it"


def test_the_week_and_its_undo() -> None:
    store = open_memory(clock=FixedClock())
    fill(store)
    with store.write("set") as writer:
        writes.save_setting(writer, "health", True)

    def targets() -> set[int | None]:
        return {day.protein_target_g for day in weeks.week(store, LIBRARY, moment()).week.days}

    assert targets() == {None}
    exclusions.exclude(store, moment(), [])
    assert reads_plan.settings(store)["excluded"] == []
    assert targets() == {105}
    exclusions.exclude(store, moment(), [Exclusion.KIDNEY, Exclusion.UNDER_18])
    assert reads_plan.settings(store)["excluded"] == ["kidney disease", "under 18"]
    assert targets() == {None}
