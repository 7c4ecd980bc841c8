"""A programme's text in the person's editor, back and forth until it is right or given up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from hybrid_tui.tui.screens.asking import AskingScreen

Take = Callable[[str], Awaitable[None]]
"""Takes the text that came back. Raises ProgrammeErrors where it is wrong."""


async def edit_text(
    screen: AskingScreen, text: str, take: Take, *, kept: str, name: str = "plan.txt"
) -> None:
    """Open the text, and take what comes back; a wrong one is shown with every mistake and may be mended.

    `kept` says what holds while the text is wrong, `name` is that of the file in the editor.
    """
    from hybrid_tui.domain.notation.errors import ProgrammeErrors  # late: only an edit needs these
    from hybrid_tui.tui.editing import edited
    from hybrid_tui.tui.editor import NoEditor

    try:
        changed = edited(screen.app, text, name=name)
    except NoEditor as error:
        screen.notify(str(error), severity="error", timeout=8)
        return
    try:
        await take(changed)
    except ProgrammeErrors as found:
        from hybrid_tui.tui.widgets.plan_dialogs import MistakesDialog  # late: only a mistake needs it

        again = partial(edit_text, screen, changed, take, kept=kept, name=name)
        screen.app.push_screen(
            MistakesDialog(found.errors, kept), lambda mend: screen.do(again) if mend else None
        )
