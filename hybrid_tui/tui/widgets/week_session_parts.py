"""What is asked before a part of a past session changes: a set or a line more, its kind, its note, its place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.binding import Binding, BindingType

from hybrid_tui.coach import lifting, past_parts
from hybrid_tui.coach.outcome import Outcome, Spot
from hybrid_tui.domain.notation.set_entry import parse_set_entry
from hybrid_tui.domain.set_record import SetRole
from hybrid_tui.domain.text import clean
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.widgets.ask import AskText, Choice, Choose
from hybrid_tui.tui.widgets.week_session_edits import SessionEdits
from hybrid_tui.tui.widgets.week_session_rows import SessionRow

_KINDS = {
    "s": (SetRole.WORK, "Work", "counts"),
    "w": (SetRole.WARM_UP, "Warm-up", "not counted"),
    "b": (SetRole.BACK_OFF, "Back-off", "lighter, after the top set"),
    "d": (SetRole.DROP, "Drop", "lighter, without a rest"),
    "f": (SetRole.FAILURE, "To the limit", "no repetition was left"),
}

PART_BINDINGS: list[BindingType] = [
    Binding("n", "note", "note", tooltip="A note on the set, the line or the session", id="session.note"),
    Binding("a", "add_set", "add set", tooltip="A set that was forgotten", id="session.add_set"),
    Binding(
        "A",
        "add_line",
        "add line",
        tooltip="An exercise or a run that was forgotten",
        id="session.add",
    ),
    Binding("r", "role", "kind", tooltip="What the set was for: work, warm-up, drop", id="session.kind"),
    Binding(
        "J", "shift(1)", "later", tooltip="The line or set one place down", id="session.later", show=False
    ),
    Binding(
        "K", "shift(-1)", "earlier", tooltip="The line or set one place up", id="session.earlier", show=False
    ),
]
"""What can be done with a part of it, in order of importance."""


class SessionParts(SessionEdits):
    """A session whose lines and sets can be added to, moved and called what they were."""

    def part_works(self, action: str) -> bool:
        """Whether a key of these makes sense where the cursor stands."""
        if not self.session.stored:
            return False
        here = self.lines.here
        done = here.row is not None and here.row.done is not None
        if action == "add_set":
            return here.block is not None and not here.block.timed
        if action == "role":
            return done
        if action == "shift":
            return here.kind == "block" or done
        return action == "add_line" or here.kind in ("session", "block") or done

    def action_note(self) -> None:
        """A note on what the cursor stands on."""
        here, session_id = self.lines.here, self.session.record.id
        if here.row is not None and here.row.done is not None and here.block is not None:
            done = here.row.done
            self._asked(
                f"Note, {clean(here.block.name)} {past_parts.set_words(done)}",
                past_parts.note_set,
                session_id,
                done.id,
                text=done.note,
            )
        elif here.block is not None:
            spot = Spot(session_id=session_id, block=here.block.position)
            self._asked(f"Note, {clean(here.block.name)}", lifting.note, spot, text=here.block.note)
        else:
            self._edit_part("note")

    def action_add_set(self) -> None:
        """A set that was forgotten, behind those of its line."""
        block = self.lines.here.block
        if block is not None and block.id is not None:
            self._asked(
                f"{clean(block.name)}, one more set",
                past_parts.add_set,
                self.session.record.id,
                block.id,
                example="5   82.5x5@8   45s   w 40x8",
                check=parse_set_entry,
            )

    def action_add_line(self) -> None:
        """An exercise or a run that was forgotten, as a line of the log."""
        from hybrid_tui.coach.line_reading import read_log  # late: seldom asked

        library = shell(self).session.library
        self._asked(
            "What else was done?",
            past_parts.add_line,
            self.session.record.id,
            example=past_parts.EXAMPLE,
            check=lambda typed: read_log(library, typed),
        )

    def action_role(self) -> None:
        """Say what the set was for."""
        here = self.lines.here
        if here.row is None or here.row.done is None:
            return
        set_id, role = here.row.done.id, here.row.done.role
        kinds = [
            Choice(key=key, word=word, hint=hint, value=value.value)
            for key, (value, word, hint) in _KINDS.items()
        ]
        at = [value for value, _, _ in _KINDS.values()].index(role)

        def keep(said: str | None) -> None:
            if said is not None:
                session_id = self.session.record.id
                self.desk.deed(past_parts.set_role, session_id, set_id, said, then=self.reload)

        self.app.push_screen(Choose("What was the set for?", kinds, at=at), keep)

    def action_shift(self, step: int) -> None:
        """The line or the set a place up or down; the cursor goes along."""
        here, session_id = self.lines.here, self.session.record.id
        if (set_id := _set_id(here)) is not None:
            then = self._along(lambda row: _set_id(row) == set_id)
            self.desk.deed(past_parts.move_set, session_id, set_id, step, then=then)
        elif (block_id := _block_id(here)) is not None:
            then = self._along(lambda row: _block_id(row) == block_id)
            self.desk.deed(past_parts.move_line, session_id, block_id, step, then=then)

    def _along(self, same: Callable[[SessionRow], bool]) -> Callable[[], Awaitable[None]]:
        async def then() -> None:
            await self.reload()
            if self.is_attached:
                self.lines.stand_on(same)
                self.follow()

        return then

    def follow(self) -> None:
        """Keep the cursor in view."""
        raise NotImplementedError

    def _edit_line(self, here: SessionRow) -> None:
        block = here.block
        if block is not None and block.id is not None:
            self._asked(
                f"{clean(block.name)} was another {'run' if block.timed else 'exercise'}?",
                past_parts.rename_line,
                self.session.record.id,
                block.id,
                text=block.name,
                example="Its name; the sets stay. n writes a note, del takes the line out.",
            )

    def _asked(
        self,
        heading: str,
        verb: Callable[..., Outcome],
        *first: object,
        text: str = "",
        example: str = "",
        check: Callable[[str], object] | None = None,
    ) -> None:
        """One line for a verb that takes its text last."""

        def keep(said: str | None) -> None:
            if said is not None:
                self.desk.deed(verb, *first, said, then=self.reload)

        self.app.push_screen(AskText(heading, text=text, example=example, check=check), keep)


def _set_id(row: SessionRow) -> str | None:
    return None if row.row is None or row.row.done is None else row.row.done.id


def _block_id(row: SessionRow) -> str | None:
    return row.block.id if row.kind == "block" and row.block is not None else None
