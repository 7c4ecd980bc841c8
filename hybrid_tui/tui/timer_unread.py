"""The question about a run that is open but cannot be read: keep what is known of it, or put it away."""

from __future__ import annotations

from hybrid_tui.coach import timing_unread
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.sheet_words import clock
from hybrid_tui.domain.text import clean
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.widgets.ask import Choice, Choose


async def ask_about_unread(app: HybridApp, error: ValueError) -> None:
    """Say that the open run cannot be read, and ask what becomes of it. Raises StoreError."""
    found = await app.session.store.call(timing_unread.unread)
    if found is None:
        return
    why = error.message if isinstance(error, NotationError) else str(error)
    ways = [Choice(key="p", word="Put it away", value="away", hint="nothing is recorded")]
    if found.seconds >= 1:
        ways.insert(
            0, Choice(key="s", word="Keep what is known", value="keep", hint=clock(round(found.seconds)))
        )
    ways.append(
        Choice(key="l", word="Leave it open", value="leave", hint="it is asked again at the next start")
    )
    heading = "A run is still open, but its line cannot be read"
    app.notify(f"{found.line}\n{clean(why)}", severity="warning", timeout=20)
    app.push_screen(Choose(heading, ways, at=len(ways) - 1), lambda answer: _answered(app, answer))


def _answered(app: HybridApp, answer: str | None) -> None:
    if answer in ("keep", "away"):
        app.run_worker(_put_away(app, keep=answer == "keep"), group="timer")


async def _put_away(app: HybridApp, *, keep: bool) -> None:
    try:
        moment = app.session.moment()
        outcome = await app.session.store.call(timing_unread.put_away, moment, keep=keep)
    except StoreError as error:
        app.notify(str(error), severity="error")
        return
    app.notify(outcome.words)
    app.facts_changed()
