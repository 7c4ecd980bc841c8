"""The running rest is seen from every screen, and ends with its keys."""

from __future__ import annotations

from hybrid_tui.tui.widgets.rest_strip import RestStrip
from tests.fixed_clock import FixedClock
from tests.tui.shell_app import lines_of, small_app


async def test_the_strip_stands_above_the_keys_of_every_screen() -> None:
    clock = FixedClock()
    app = small_app(clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        app.rest.begin(150, "Pull-up 1 of 4")
        await pilot.pause()
        assert lines_of(app)[-2].startswith(" Rest 2:30  ━")
        assert lines_of(app)[-2].endswith("then Pull-up 1 of 4")
        assert lines_of(app)[-3] == "─" * 80
        await pilot.press("3")
        clock.advance(48)
        app.pulse.look()
        await pilot.pause()
        assert lines_of(app)[-2].startswith(" Rest 1:42")
        strip = app.screen.query_one(".rest-strip", RestStrip).render()
        lit = next(span for span in strip.spans if span.style == "$accent" and span.end - span.start > 1)
        assert lit.end - lit.start == round(18 * 102 / 150)
        assert "z skip rest" in lines_of(app)[-1]


async def test_plus_minus_and_z_work_from_any_screen() -> None:
    app = small_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.rest.begin(60)
        await pilot.press("4", "plus", "plus", "minus")
        assert app.rest.left_s() == 75
        await pilot.press("z")
        await pilot.pause()
        assert app.rest.running is None
        assert "Rest" not in "\n".join(lines_of(app))
        assert "skip rest" not in lines_of(app)[-1]
        assert app.pulse.silent
        await pilot.press("1")
        await pilot.pause()
        assert "Rest" not in "\n".join(lines_of(app))


async def test_what_comes_next_is_left_out_whole_where_there_is_no_room() -> None:
    app = small_app()
    async with app.run_test(size=(50, 20)) as pilot:
        app.rest.begin(102, "Bulgarian split squat, left, 2 of 3")
        await pilot.pause()
        assert lines_of(app)[-2].startswith(" Rest 1:42  ━")
        assert "Bulg" not in lines_of(app)[-2]
