"""How a run gets into the file: each deed in its turn, nothing shown as saved before it is, nothing lost
when the file is slow or refuses."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from hybrid_tui.coach.loaded import Loaded
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_run import Fact
from hybrid_tui.tui.context import AppContext

PATIENCE_S = 0.3
"""Seconds a key waits for the file before its effect shows all the same, with the word that it waits."""

Answer = TypeVar("Answer")


class RunKeeper:
    """Stores what happens to one run. Facts that the file refused are kept and sent again with the next."""

    def __init__(self, session: AppContext, waits: Callable[[], None]) -> None:
        """`waits` is called when `waiting` turned true, so that the screen can say so."""
        self.session = session
        self.waiting = False
        """Something is not stored yet."""
        self.trouble = ""
        """Why the file did not take it."""
        self._waits = waits
        self._run_id: str | None = None
        self._kept = 0
        self._unsaved: list[Fact] = []
        self._writing = asyncio.Lock()
        self._noting = False

    def follow(self, loaded: Loaded | None) -> None:
        """Keep this run from now on."""
        self._run_id = None if loaded is None else loaded.run_id
        self._kept = 0 if loaded is None else loaded.kept
        self._unsaved, self.waiting, self.trouble = [], False, ""

    def moment(self) -> Moment:
        """All clocks at once."""
        return self.session.moment()

    async def start(self, moment: Moment, loaded: Loaded) -> Loaded:
        """Begin the run as of `moment`. Raises StoreError."""
        from hybrid_tui.coach import timing  # late: SQLite is not needed for the first paint

        ready = loaded.timeline.get_ready / SECOND
        begun = await self._patiently(self._call(timing.start, self.session.library, moment, loaded, ready))
        self.follow(begun)
        return begun

    async def keep(self, facts: tuple[Fact, ...]) -> Awaitable[None]:
        """Send facts off and wait a moment for them; what comes back ends when they are stored or refused."""
        self._unsaved += facts
        write = asyncio.ensure_future(self.write())
        await asyncio.wait({write}, timeout=PATIENCE_S)
        self.waiting = not write.done()
        return write

    async def write(self) -> None:
        """Store the facts that are not stored yet."""
        from hybrid_tui.coach import timing  # late: SQLite is not needed for the first paint
        from hybrid_tui.store.errors import StoreError

        async with self._writing:
            run_id, facts = self._run_id, tuple(self._unsaved)
            if run_id is None or not facts:
                return
            try:
                await self._call(timing.keep, self.moment(), run_id, self._kept, facts)
            except StoreError as error:
                self.trouble = str(error)
                return
            if run_id == self._run_id:
                self.trouble = ""
                self._kept += len(facts)
                del self._unsaved[: len(facts)]

    async def note(self, done_us: int) -> None:
        """Note where the run stands, µs of time run; one note at a time, and none is worth a complaint."""
        from hybrid_tui.coach import timing  # late: SQLite is not needed for the first paint
        from hybrid_tui.store.errors import StoreError

        if self._noting or self._run_id is None:
            return
        self._noting = True
        try:
            await self.write()
            await self._call(timing.beat, self.moment(), self._run_id, done_us / SECOND)
        except StoreError:
            return  # the next note is five seconds away; a deed says what is wrong
        finally:
            self._noting = False

    async def finish(self, loaded: Loaded) -> Outcome | None:
        """Record the run; None where the file refuses, `trouble` then says why."""
        from hybrid_tui.coach import timing  # late: SQLite is not needed for the first paint
        from hybrid_tui.store.errors import StoreError

        await self.write()
        try:
            ask = self._call(timing.finish, self.session.library, self.moment(), loaded)
            return await self._patiently(ask)
        except StoreError as error:
            self.trouble = str(error)
            return None

    async def discard(self, run_id: str) -> Outcome:
        """End the run without a trace. Raises StoreError."""
        from hybrid_tui.coach import timing  # late: SQLite is not needed for the first paint

        return await self._patiently(self._call(timing.discard, self.moment(), run_id))

    async def _call(self, verb: Callable[..., Answer], *args: Any) -> Answer:
        return await self.session.store.call(verb, *args)

    async def _patiently(self, answer: Awaitable[Answer]) -> Answer:
        """Await, and say after a while that it waits for the file."""
        asked = asyncio.ensure_future(answer)
        await asyncio.wait({asked}, timeout=PATIENCE_S)
        if not asked.done():
            self.waiting = True
            self._waits()
        try:
            return await asked
        finally:
            self.waiting = False
