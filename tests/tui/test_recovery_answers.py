"""What a morning offers, answered on the screens: the exchange of a session on Today, a deload on Recovery."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from textual.pilot import Pilot

from hybrid_tui.coach import following
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.store import reads_days, writes
from hybrid_tui.store.database import Store
from tests.tui.recovery_app import RecoveryApp
from tests.tui.recovery_days import LIBRARY, follow

FRIDAY = date(2026, 11, 27)
SWAP = CheckIn(day=FRIDAY, sleep=5, fatigue=4, stress=4, soreness=4, legs=3, flags=())


def check(store: Store, *checks: CheckIn) -> None:
    with store.write("check in") as writer:
        for each in checks:
            writes.save_checkin(writer, each)


def fill(store: Store) -> None:
    follow(store, "hill-iron-3", start=date(2026, 11, 23))
    check(store, SWAP)


async def shown(app: RecoveryApp, pilot: Pilot[None], *keys: str) -> str:
    for key in keys:
        await pilot.press(key)
        await app.workers.wait_for_complete(
            [each for each in app.workers if each.group in ("deeds", "notice")]
        )
        await pilot.pause()
    return app.text()


async def test_the_exchange_and_the_deload_are_taken_by_a_key_and_taken_back() -> None:
    app = RecoveryApp(fill)
    app.clock.set_wall(datetime(2026, 11, 27, 7, 0, tzinfo=UTC))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        text = await shown(app, pilot, "1", "y")
        for part in (
            "Full body B and an easy run to Sat 28 Nov?",
            "Sat 28 Nov  Full body B",
            "Fri 27 Nov  20-30 min easy",
            "No training rule speaks against it",
            "y  exchange: Sat 28 Nov",
            "p  keep the plan",
        ):
            assert part in text
        text = await shown(app, pilot, "y")
        assert "Easy day" in text
        assert "waits until Sat 28 Nov" in text
        assert [each.taken for each in reads_days.decisions(app.store, FRIDAY, FRIDAY)] == [
            "moved 2026-11-28"
        ]
        text = await shown(app, pilot, "enter")
        assert "An easy run" in text
        text = await shown(app, pilot, "escape", "u")
        assert "can go to Sat 28 Nov" in text

        tired = replace(SWAP, sleep=6, fatigue=6, stress=6, soreness=6)
        check(app.store, tired, replace(tired, day=FRIDAY - timedelta(days=1)))
        app.facts_changed()
        text = await shown(app, pilot, "3")
        assert "Two mornings running said rest: a deload week from" in " ".join(text.split())
        text = await shown(app, pilot, "D")
        assert "takes it" not in text
        plan = following.running_plan(app.store, LIBRARY)
        assert plan is not None
        assert [each.kind for each in plan.changes.weeks] == ["deload"]
        text = await shown(app, pilot, "u", "N")
        assert "not suggested again" in app.said[-1]
        assert "takes it" not in text
