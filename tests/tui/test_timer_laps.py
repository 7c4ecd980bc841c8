"""What a key ends is timed, shown, and told at the end."""

from __future__ import annotations

from hybrid_tui.tui.widgets.timer_face import TimerFace
from tests.tui.timer_app import TimerApp, begin, passes, press


def notice(app: TimerApp) -> str:
    view = app.face.query_one(TimerFace)._view
    assert view is not None
    return view.notice


async def test_climbs_by_key_show_their_time_and_end_with_best_and_drop_off() -> None:
    app = TimerApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot, "hill sprint: 3x(~12s @9 hill 8% / 60s walk) until -20%")
        await passes(app, pilot, 11.8, step=0.2)
        await press(app, pilot, "enter")
        assert notice(app) == "11.8 s"
        await passes(app, pilot, 60)
        await passes(app, pilot, 12.4, step=0.2)
        await press(app, pilot, "enter")
        assert notice(app) == "12.4 s, best 11.8 s"
        labels = next(line for line in app.text.split("\n") if line.strip().startswith("11.8 s"))
        assert labels.split() == ["11.8", "s", "12.4", "s", "now", "3"]
        await passes(app, pilot, 60)
        await passes(app, pilot, 13, step=0.2)
        await press(app, pilot, "enter")
        assert "best 11.8 s, slowest 13.0 s, the last +10 %" in app.text
        assert "11.8 s" in app.text.split("\n")[-3]


async def test_the_key_counts_the_rounds_of_an_amrap() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot, "amrap 2m:\n  push-up 8\n  squat 12")
        assert "enter counts a round" in app.text
        assert "enter round" in app.keys
        await passes(app, pilot, 40)
        await press(app, pilot, "enter")
        await passes(app, pilot, 38)
        await press(app, pilot, "enter")
        assert notice(app) == "round 2 in 38.0 s, best 38.0 s"
        assert "SQUAT 12   2 rounds" in app.text
        await passes(app, pilot, 50)
        assert app.owner.ended is not None
        assert "AMRAP: 2 rounds, best 38.0 s, slowest 40.0 s" in app.text
