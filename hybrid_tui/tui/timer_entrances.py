"""The ways onto the Timer from elsewhere: what a kill left behind, a block of the session, a line run before."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.coach.loaded import load
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.timer_clock import timer_clock


async def take_up(app: HybridApp, line: str | None = None) -> bool:
    """Stand on the Timer with the run that a kill left behind, held; else with `line`, ready to start.

    False when there is neither. A run that is still open goes before the line. Raises StoreError.
    """
    from hybrid_tui.coach import timing  # late: SQLite is not needed for the first paint

    timer = timer_clock(app)
    try:
        found = await app.session.store.call(timing.running, timer.keeper.moment())
    except ValueError as error:  # another program wrote it, or a version that knew more
        from hybrid_tui.tui.timer_unread import ask_about_unread  # late: hardly ever

        await ask_about_unread(app, error)
        return False
    if found is not None:
        timer.put(found)
        if line is not None:
            app.notify("A run was still open; the new line can be typed when it has ended.")
    elif line is not None:
        try:
            timer.load(line)
        except NotationError as error:
            app.notify(error.pointer(), severity="error", timeout=20)
    if timer.loaded is None:
        return False
    _stand_on(app)
    return True


async def open_block(app: HybridApp, plan_key: str | None, session_id: str | None, block: int) -> None:
    """Stand on the Timer with a block of the session, ready to start; what runs already is left alone."""
    from hybrid_tui.coach import timing  # late: SQLite is not needed for the first paint
    from hybrid_tui.coach.outcome import Spot
    from hybrid_tui.store.errors import StoreError

    timer = timer_clock(app)
    if timer.on:
        app.notify("A timer runs already; f ends it.")
    else:
        spot = Spot(session_id=session_id, plan_key=plan_key, block=block)
        library, moment = app.session.library, timer.keeper.moment()
        try:
            timer.put(await app.session.store.call(timing.load_block, library, moment, spot))
        except (StoreError, NotationError) as error:
            app.notify(str(error), severity="error")
            return
    _stand_on(app)


def run_again(app: HybridApp, line: str, name: str) -> None:
    """Stand on the Timer with a line that was run before, ready to start; what runs already is left alone."""
    timer = timer_clock(app)
    if timer.on:
        app.notify("A timer runs already; f ends it.")
    else:
        try:
            timer.put(replace(load(line), name=name))
        except NotationError as error:
            app.notify(error.pointer(), severity="error")
            return
    _stand_on(app)


def _stand_on(app: HybridApp) -> None:
    if app.current_mode != "timer":
        app.switch_mode("timer")
