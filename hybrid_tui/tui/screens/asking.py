"""A screen that asks the coach, one deed after the other, and says what the file refuses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.tui.screens.frame import HybridScreen

Answer = TypeVar("Answer")


class AskingScreen(HybridScreen):
    """Base of screens whose verbs are the coach's."""

    async def ask(self, verb: Callable[..., Answer], *args: Any) -> Answer:
        """Call a verb of the coach on the store's thread, with the library and this moment."""
        session = self.shell.session
        return await session.store.call(verb, session.library, session.moment(), *args)

    def do(self, deed: Callable[..., Awaitable[None]], *args: Any) -> None:
        """Run a deed after those before it; what is refused is said in a toast."""
        self.run_worker(self._alone(deed, args), group="deeds")

    async def _alone(self, deed: Callable[..., Awaitable[None]], args: tuple[Any, ...]) -> None:
        from hybrid_tui.store.errors import StoreError  # late: SQLite is not needed for the first paint

        async with self.in_turn:
            try:
                await deed(*args)
            except (StoreError, NotationError) as error:
                self.notify(str(error), severity="error")
