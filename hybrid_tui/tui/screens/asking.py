"""A screen that asks the coach, one deed after the other, and says what the file refuses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, ClassVar, TypeVar

from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.tui.screens.frame import HybridScreen

Answer = TypeVar("Answer")


class AskingScreen(HybridScreen):
    """Base of screens whose verbs are the coach's."""

    REFUSED: ClassVar[tuple[type[Exception], ...]] = (NotationError,)
    """What a verb may answer with beside a StoreError, in words for the person."""

    def moment(self) -> Moment:
        """The clocks as they are now."""
        return self.shell.session.moment()

    def when(self, at_us: int, zone: str) -> str:
        """The local time of an instant, `18:05`."""
        return f"{self.shell.session.clock.local(at_us, zone):%H:%M}"

    async def ask(self, verb: Callable[..., Answer], *args: Any) -> Answer:
        """Call a verb of the coach on the store's thread, with the library and this moment."""
        session = self.shell.session
        return await session.store.call(verb, session.library, self.moment(), *args)

    def do(self, deed: Callable[..., Awaitable[object]], *args: Any) -> None:
        """Run a deed after those before it; what is refused is said in a toast."""
        self.run_worker(self._alone(deed, args), group="deeds")

    def taking(self, deed: Callable[[str], Awaitable[None]]) -> Callable[[str], Awaitable[None]]:
        """A deed for an open line: a text that is not understood, or not stored, stays in the line."""

        async def submit(text: str) -> None:
            from hybrid_tui.store.errors import StoreError  # late: SQLite is not needed for the first paint

            try:
                async with self.in_turn:
                    await deed(text)
            except StoreError as error:
                raise NotationError(str(error), column=len(text) + 1, source=text) from error
            self.read_if_stale()

        return submit

    async def _alone(self, deed: Callable[..., Awaitable[object]], args: tuple[Any, ...]) -> None:
        from hybrid_tui.store.errors import StoreError  # late: SQLite is not needed for the first paint

        refused: tuple[type[Exception], ...] = (StoreError, *self.REFUSED)
        async with self.in_turn:
            try:
                await deed(*args)
            except refused as error:
                self.notify(refusal(error), severity="error")
        self.read_if_stale()  # what was written elsewhere meanwhile waited for this


def refusal(error: Exception) -> str:
    """What a toast says of an error: where it stands only helps in a text of several lines."""
    if isinstance(error, NotationError) and "\n" not in error.source:
        return error.words()
    return str(error)
