"""How a run in the shell gets into the file: by the store's own thread, so that no cue waits for a disk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from hybrid_tui.coach import timing
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.loaded import Loaded
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_run import Fact
from hybrid_tui.store.errors import StoreError
from hybrid_tui.store.thread import StoreThread


class ShellKeeper:
    """Stores what happens to one run. Facts that the file refused are sent again with the next note."""

    def __init__(self, thread: StoreThread, library: Library, moment: Callable[[], Moment]) -> None:
        self.moment = moment
        """All clocks at once."""
        self.trouble = ""
        """Why the file did not take the last facts; empty once it did."""
        self._thread = thread
        self._library = library
        self._run_id: str | None = None
        self._kept = 0
        self._unsaved: list[Fact] = []
        self._sent = 0
        self._writing: Future[None] | None = None
        self._noting: Future[None] | None = None

    def follow(self, loaded: Loaded) -> None:
        """Keep this run, which is in the file already."""
        self._run_id, self._kept = loaded.run_id, loaded.kept

    def start(self, loaded: Loaded) -> Loaded:
        """Begin the run now. Raises StoreError."""
        ready = loaded.timeline.get_ready / SECOND
        begun = self._thread.submit(timing.start, self._library, self.moment(), loaded, ready).result()
        self.follow(begun)
        return begun

    def keep(self, facts: tuple[Fact, ...]) -> None:
        """Send facts off."""
        self._unsaved += facts
        self._settle(wait=False)
        self._send()

    def note(self, done_us: int) -> None:
        """Note where the run stands, µs of time run, and send again what was refused."""
        self._settle(wait=False)
        self._send()
        if self._run_id is None or (self._noting is not None and not self._noting.done()):
            return
        self._noting = self._thread.submit(timing.beat, self.moment(), self._run_id, done_us / SECOND)

    def finish(self, loaded: Loaded) -> Outcome:
        """Record the run, and wait for it. Raises StoreError; the run then stays open in the file."""
        self._flush()
        return self._thread.submit(timing.finish, self._library, self.moment(), loaded).result()

    def discard(self) -> Outcome | None:
        """End the run without a trace in the log. Raises StoreError."""
        self._flush()
        if self._run_id is None:
            return None
        return self._thread.submit(timing.discard, self.moment(), self._run_id).result()

    def leave(self, done_us: int) -> None:
        """Leave the run open, with a last note of where it stands."""
        self._flush()
        self._noted()
        self.note(done_us)
        self._noted()

    def _noted(self) -> None:
        """Wait for the note that is on its way; the facts say enough without it."""
        if self._noting is not None:
            self._noting.exception()

    def _flush(self) -> None:
        self._settle(wait=True)
        self._send()
        self._settle(wait=True)

    def _send(self) -> None:
        if self._writing is None and self._unsaved and self._run_id is not None:
            facts = tuple(self._unsaved)
            self._sent = len(facts)
            self._writing = self._thread.submit(timing.keep, self.moment(), self._run_id, self._kept, facts)

    def _settle(self, *, wait: bool) -> None:
        """See what became of the facts that are on their way."""
        if self._writing is None or not (wait or self._writing.done()):
            return
        writing, self._writing = self._writing, None
        try:
            writing.result()
        except StoreError as error:
            self.trouble = str(error)
            return
        self.trouble = ""
        self._kept += self._sent
        del self._unsaved[: self._sent]
