"""A past session in a dialog: read, corrected, moved, copied to today, deleted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from hybrid_tui.coach import past, past_parts
from hybrid_tui.coach.past import OpenedSession
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.domain.text import clean
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.widgets.dialog import paragraph
from hybrid_tui.tui.widgets.week_paint import spelled
from hybrid_tui.tui.widgets.week_session_lines import SessionLines
from hybrid_tui.tui.widgets.week_session_parts import PART_BINDINGS, SessionParts
from hybrid_tui.tui.words import words


def status_words(session: OpenedSession) -> str:
    """`done`, `done in part`, `still open`, `planned`, …"""
    words = {
        SessionStatus.PARTIAL: "done in part",
        SessionStatus.MINIMUM: "done, the minimum",
        SessionStatus.OPEN: "still open",
    }
    return words.get(session.record.status, session.record.status.value)


class SessionDialog(SessionParts):
    """One session of the diary."""

    DEFAULT_CSS = "SessionDialog .panel { width: 84; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "edit", tooltip="Correct what the cursor stands on", id="session.edit"),
        *PART_BINDINGS,
        Binding(
            "delete,backspace",
            "delete",
            "remove",
            tooltip="Take the set or line under the cursor out, on the first line the whole session",
            id="session.delete",
        ),
        Binding("M", "move_day", "move", tooltip="Put the session on another day", id="session.move"),
        Binding(
            "C", "copy", "copy", tooltip="Begin the same lines today, as a free session", id="session.copy"
        ),
        Binding("t", "again", "run again", tooltip="Put this line on the Timer", id="session.again"),
        Binding("question_mark", "keys", "keys", tooltip="Every key with a word", id="session.keys"),
        Binding("u", "undo", "undo", tooltip="Take the last change back", id="session.undo", show=False),
        Binding("U", "redo", "redo", tooltip="Bring it back", id="session.redo", show=False),
        Binding("down,j", "step(1)", "down", tooltip="One line down", id="session.down", show=False),
        Binding("up,k", "step(-1)", "up", tooltip="One line up", id="session.up", show=False),
        Binding("pagedown", "step(8)", "far down", tooltip="Eight lines down", id="session.pgdn", show=False),
        Binding("pageup", "step(-8)", "far up", tooltip="Eight lines up", id="session.pgup", show=False),
        Binding("home", "step(-999)", "top", tooltip="To the session", id="session.top", show=False),
        Binding("end", "step(999)", "end", tooltip="To the last line", id="session.end", show=False),
        Binding("q,enter", "close", "close", tooltip="Back to the week", id="session.close", show=False),
    ]

    def content(self) -> Iterable[Widget]:
        """When it was and what became of it, then its lines."""
        about = paragraph(self._about())
        about.add_class("about")
        yield about
        yield SessionLines(self.session, self.desk.when, shell(self).glyphs)

    def _about(self) -> Content:
        record = self.session.record
        parts = [f"{day_words(record.day)} {record.day.year}", status_words(self.session)]
        if record.began_us is not None:
            times = self.desk.when(record.began_us, record.zone)
            if record.ended_us is not None:
                times += f"-{self.desk.when(record.ended_us, record.zone)}"
            parts.append(times)
        if record.reason:
            parts.append(record.reason)
        return Content.styled(spelled(clean(" · ".join(parts)), shell(self).glyphs), "$text-2")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense where the cursor stands has a key."""
        stored = self.session.stored
        lines = self.query(SessionLines)
        here = lines.first().here if lines else None
        if action == "edit":
            return stored and here is not None and here.kind in ("session", "block", "set", "step")
        if action == "copy":
            return stored
        if action == "again":
            return here is not None and here.block is not None and here.block.timed and bool(here.block.line)
        if action == "delete":
            done = here is not None and here.row is not None and here.row.done is not None
            return stored and here is not None and (here.kind in ("session", "block") or done)
        if action in ("note", "add_set", "add_line", "role", "shift"):
            return here is not None and self.part_works(action)
        return True if action != "move_day" else stored or bool(self.session.record.plan_key)

    def action_step(self, steps: int) -> None:
        """The cursor up or down, kept in view."""
        self.lines.move(steps)
        self.follow()

    def on_session_lines_chosen(self, event: SessionLines.Chosen) -> None:
        """A click."""
        self.lines.at = event.place
        self.lines.refresh()
        self.follow()

    def follow(self) -> None:
        """Keep the cursor in view."""
        body = self.query_one(".body")
        at = self.lines.at + 1
        top, rows = body.scroll_offset.y, body.size.height
        if at < top + 1:
            body.scroll_to(y=at - 1, animate=False)
        elif at >= top + rows:
            body.scroll_to(y=at - rows + 1, animate=False)
        self.refresh_bindings()

    async def reload(self) -> None:
        """Show the session as it stands now; close where it is gone."""
        found = await self.desk.look_up(self.session)
        if not self.is_attached:
            return
        if found is None:
            self.dismiss(None)
            return
        self.session = found
        self.lines.show(found)
        self.query_one(".title", Static).update(words(found.record.name or "Session"))
        self.query_one(".about", Static).update(self._about())
        self.refresh_bindings()

    def action_copy(self) -> None:
        """The same lines today, as a free session."""
        self.desk.deed(past.copy_to_today, self.session.record.id, then=self._leave)

    def action_again(self) -> None:
        """The line under the cursor on the Timer, ready to start."""
        from hybrid_tui.tui.timer_entrances import run_again  # late: most dialogs are only read

        block = self.lines.here.block
        if block is not None:
            self.dismiss(None)
            run_again(shell(self), block.line, block.name)

    def action_delete(self) -> None:
        """Take the set or the line under the cursor out, on the first line the whole session."""
        here, session_id = self.lines.here, self.session.record.id
        if here.row is not None and here.row.done is not None:
            self.desk.deed(past.delete_set, session_id, here.row.done.id, then=self.reload)
        elif here.block is not None and here.block.id is not None:
            self.desk.deed(past_parts.delete_line, session_id, here.block.id, then=self.reload)
        else:
            self.desk.deed(past.delete_session, session_id, then=self._leave)

    async def action_undo(self) -> None:
        """Take the last change back, whatever it was, and show the session as it is then."""
        if (undo := shell(self).session.verbs.undo) is not None:
            await shell(self).turn(undo, "Undone", "Nothing to undo.")
            await self.reload()

    async def action_redo(self) -> None:
        """Bring it back."""
        if (redo := shell(self).session.verbs.redo) is not None:
            await shell(self).turn(redo, "Redone", "Nothing to redo.")
            await self.reload()

    def action_keys(self) -> None:
        """Show all keys with a word on each."""
        shell(self).action_keys()
