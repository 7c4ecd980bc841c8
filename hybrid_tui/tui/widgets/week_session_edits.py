"""What is asked before a past session changes: one line, one digit, or a day."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

from hybrid_tui.coach import past
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.coach.past import OpenedSession
from hybrid_tui.coach.past_words import FORMS, minutes_in, read_day
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.load import CR10_WORDS
from hybrid_tui.domain.notation.set_entry import parse_set_entry
from hybrid_tui.domain.record import IntervalRecord
from hybrid_tui.domain.text import clean
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.widgets import sheet_text
from hybrid_tui.tui.widgets.ask import AskText, Choice, Choose, scale
from hybrid_tui.tui.widgets.dialog import Dialog
from hybrid_tui.tui.widgets.week_session_lines import SessionLines
from hybrid_tui.tui.widgets.week_session_rows import SessionRow


class Desk(Protocol):
    """Whoever opened the session: does what is asked and looks it up again."""

    def when(self, at_us: int, zone: str) -> str:
        """The local time of an instant, `18:05`."""
        ...

    def deed(
        self, verb: Callable[..., Outcome], *args: object, then: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        """Do it on the store's thread, say so, then go on."""
        ...

    async def look_up(self, session: OpenedSession) -> OpenedSession | None:
        """The same session as it stands now; None when it is gone."""
        ...


class SessionEdits(Dialog[None]):
    """A dialog whose session can be corrected."""

    def __init__(self, session: OpenedSession, desk: Desk) -> None:
        super().__init__(clean(session.record.name) or "Session")
        self.session = session
        self.desk = desk

    @property
    def lines(self) -> SessionLines:
        """The widget with the cursor."""
        return self.query_one(SessionLines)

    async def reload(self) -> None:
        """Show the session as it stands now."""
        raise NotImplementedError

    def action_edit(self) -> None:
        """Correct what the cursor stands on: the session, a line's exercise, a set or a step."""
        here = self.lines.here
        if here.kind == "set":
            self._edit_set(here)
        elif here.step is not None:
            self._edit_step(here.step)
        elif here.kind == "block":
            self._edit_line(here)
        else:
            self._edit_session()

    def _edit_session(self) -> None:
        parts = [
            Choice(key="e", word="Effort", hint="of the whole session, 0-10", value="rpe"),
            Choice(key="m", word="Length", hint="in minutes", value="minutes"),
            Choice(key="w", word="When", hint="from and to; its sets move along", value="times"),
            Choice(key="n", word="Note", value="note"),
            Choice(key="t", word="Title", value="name"),
        ]
        self.app.push_screen(Choose("Change", parts), self._edit_part)

    def _edit_part(self, part: str | None) -> None:
        record = self.session.record
        if part == "rpe":
            names = {number: CR10_WORDS.get(number, "") for number in range(1, 11)}
            at = 5 if record.rpe is None else round(record.rpe)
            dialog = scale("How hard was the whole session?", names, at=at)
            self.app.push_screen(dialog, lambda rpe: None if rpe is None else self._keep("rpe", str(rpe)))
        elif part == "minutes":
            text = "" if record.minutes is None else f"{record.minutes:g}"
            question = AskText(
                "How many minutes?",
                text=text,
                example="62, or empty where it is not known",
                replaced=True,
                check=minutes_in,
            )
            self.app.push_screen(question, lambda said: self._keep("minutes", said))
        elif part == "times":
            self._edit_times()
        elif part is not None:
            text = record.note if part == "note" else record.name
            heading = "Note" if part == "note" else "Title"
            self.app.push_screen(AskText(heading, text=text), lambda said: self._keep(part, said))

    def _edit_times(self) -> None:
        from hybrid_tui.coach import past_times  # late: seldom asked

        record = self.session.record
        times = [at for at in (record.began_us, record.ended_us) if at is not None]

        def keep(said: str | None) -> None:
            if said is not None:
                self.desk.deed(past_times.edit_times, record.id, said, then=self.reload)

        question = AskText(
            f"When was it, {day_words(record.day)}?",
            text="-".join(self.desk.when(at, record.zone) for at in times),
            example=past_times.EXAMPLE,
            replaced=True,
            check=past_times.read_times,
        )
        self.app.push_screen(question, keep)

    def _keep(self, part: str, said: str | None) -> None:
        if said is not None:
            self.desk.deed(past.edit_session, self.session.record.id, part, said, then=self.reload)

    def _edit_line(self, here: SessionRow) -> None:
        """Say that a line was another exercise."""
        raise NotImplementedError

    def _edit_set(self, here: SessionRow) -> None:
        block, row, session_id = here.block, here.row, self.session.record.id
        if block is None or row is None or block.id is None:
            return
        block_id = block.id

        def keep(said: str | None) -> None:
            if said is not None:
                self.desk.deed(past.edit_set, session_id, block_id, row.position, said, then=self.reload)

        question = AskText(
            f"{clean(block.name)}, {sheet_text.set_words(block, row)}",
            text=sheet_text.entry_text(row),
            example="82.5x5@8   5   +2.5   + next weight   45s",
            check=parse_set_entry,
            replaced=True,
        )
        self.app.push_screen(question, keep)

    def _edit_step(self, step: IntervalRecord) -> None:
        from hybrid_tui.coach.past_steps import edit_step, read_length  # late: seldom asked

        session_id = self.session.record.id

        def keep(said: str | None) -> None:
            if said is not None:
                self.desk.deed(edit_step, session_id, step.id, said, then=self.reload)

        question = AskText(
            f"How long did {clean(step.label)} take?",
            text="" if step.seconds is None else f"{step.seconds:.1f}",
            example="11.8   1:52   x where it was not done",
            check=read_length,
            replaced=True,
        )
        self.app.push_screen(question, keep)

    def action_move_day(self) -> None:
        """Ask for the day and move the session there."""
        record, today = self.session.record, shell(self).session.today()
        latest = today if self.session.stored else None

        def keep(said: str | None) -> None:
            if said is None:
                return
            day = read_day(said, record.day, today, latest=latest)
            if self.session.stored:
                self.desk.deed(past.move_session, record.id, day, then=self._leave)
            else:
                self.desk.deed(past.move_planned, record.plan_key, day, then=self._leave)

        question = AskText(
            f"Move from {day_words(record.day)} to which day?",
            example=FORMS,
            check=lambda typed: read_day(typed, record.day, today, latest=latest),
        )
        self.app.push_screen(question, keep)

    async def _leave(self) -> None:
        if self.is_attached:
            self.dismiss(None)
