"""The one thread that owns the connection: the app awaits it, so a slow disk never stops a countdown."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Lock, Thread, get_ident
from typing import Concatenate, ParamSpec, TypeVar

from hybrid_tui.store.database import Store
from hybrid_tui.store.errors import StoreError

_P = ParamSpec("_P")
_T = TypeVar("_T")


class StoreThread:
    """Opens a store in a thread of its own and does there, one after the other, what it is asked.

    `opener` runs in the thread, so work can begin before there is an event loop. What was asked is done even
    when the asker no longer waits: a cancelled task does not cancel a write.
    """

    def __init__(self, opener: Callable[[], Store]) -> None:
        self._opener = opener
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._store: Store | None = None
        self._failure: BaseException | None = None
        self._door = Lock()
        self._shut = False
        # A daemon: what was committed is safe, and a stuck disk must not keep a closed window's process.
        self._thread = Thread(target=self._work, name="store", daemon=True)

    def start(self) -> None:
        """Begin to open the store."""
        self._thread.start()

    def submit(
        self, function: Callable[Concatenate[Store, _P], _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> Future[_T]:
        """Have `function(store, …)` done in the thread; also before there is an event loop.

        The future raises what the function raises, or the StoreError for which the file could not be opened.
        """
        future: Future[_T] = Future()
        # Running from the start, so that nobody can cancel it any more.
        future.set_running_or_notify_cancel()

        def job() -> None:
            try:
                if self._store is None or get_ident() != self._thread.ident:
                    raise self._failure or StoreError("The training file is closed. Nothing was changed.")
                future.set_result(function(self._store, *args, **kwargs))
            except BaseException as error:
                future.set_exception(error)

        with self._door:
            if not self._shut:
                self._jobs.put(job)
                return future
        job()
        return future

    async def call(
        self, function: Callable[Concatenate[Store, _P], _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> _T:
        """The result of `function(store, …)`, awaited without holding up the loop."""
        from asyncio import wrap_future  # late: the thread starts before there is a loop

        return await wrap_future(self.submit(function, *args, **kwargs))

    def close(self, timeout: float = 2.0) -> bool:
        """Do what is left to do, close the store and end. False when `timeout` seconds are not enough."""
        if not self._thread.is_alive():
            return True
        with self._door:
            # What comes after this is answered at once: the file is closed.
            self._shut = True
            self._jobs.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _work(self) -> None:
        try:
            self._store = self._opener()
        except BaseException as error:
            # Kept for whoever asks: this thread has nobody to tell.
            self._failure = error
        while (job := self._jobs.get()) is not None:
            job()
        if self._store is not None:
            self._store.close()
            self._store = None
