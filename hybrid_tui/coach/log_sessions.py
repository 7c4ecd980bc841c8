"""Where logged sets and runs go: the session in hand, one that was logged on that day, else a new one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hybrid_tui.coach import bests, log_blocks
from hybrid_tui.coach.log_blocks import joined, noted
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.logged import kind_of, minutes_of, name_of, sets_done, steps_done
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.log_entries import LoggedRest, LoggedSession, LoggedSets, LoggedSteps
from hybrid_tui.domain.notation.printing import format_number, print_line
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.session_facts import TRAINED
from hybrid_tui.domain.set_record import BlockStatus, SessionKind, SessionStatus
from hybrid_tui.domain.sheet_blocks import shown_name
from hybrid_tui.store import reads_sessions, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.writer import Writer

MINUTE_US = 60_000_000
SAME_BOUT_US = 180 * MINUTE_US
"""What is logged this long before or after a session that was logged is another bout of training."""


class LogSessions:
    """The sessions of one day while lines of the log are added to them."""

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        moment: Moment,
        day: date,
        at_us: int | None,
        *,
        into: str | None = None,
    ) -> None:
        """`into` is the session that all lines join, whatever else there is on that day."""
        self._store = store
        self._catalogue = catalogue
        self._moment = moment
        self._day = day
        self._at_us = at_us
        self._into = into
        found = reads_sessions.sessions_between(store, day, day)
        self._sessions = {session.id: session for session in found}
        self._touched: dict[str, None] = {}
        self._before = {done.id for session in found for block in session.blocks for done in block.sets}

    @property
    def last_id(self) -> str | None:
        """The session that was touched last; None when none was."""
        return next(reversed(self._touched), None)

    def save(self, writer: Writer) -> None:
        """Write the sessions that were touched, as they are now."""
        for identifier in self._touched:
            writes.save_session(writer, self._sessions[identifier])

    def new_best(self, writer: Writer) -> str:
        """A best that the added sets bring, in one quiet line; to be asked before they are saved."""
        said = [
            bests.new_best(self._store, block, done, self._day)
            for identifier in self._touched
            for block in self._sessions[identifier].blocks
            for done in block.sets
            if done.id not in self._before
        ]
        bests.remember(self._store, writer, *said)
        return next((each.words for each in reversed(said) if each.words), "")

    def add_sets(self, entry: LoggedSets) -> None:
        """Add sets: onto the rows that the session in hand still asks for, the others behind them."""
        line, session = entry.line, self._session()
        rows = tuple(
            replace(done, id=self._store.new_id(), at_us=self._at_us, zone=self._moment.zone)
            for done in sets_done(line, self._catalogue)
        )
        blocks = log_blocks.of_lift(session, line.exercise, side=line.side)
        if not blocks:
            fresh = self._block(session, line.name, line.exercise)
            rest = line.rest if isinstance(line.rest, int | float) else None
            blocks = (replace(fresh, side=line.side, rest_seconds=None if rest is None else int(rest)),)
        filled = log_blocks.with_sets(blocks, rows)
        last = next(block.id for block in reversed(filled) if rows[-1].id in _ids(block))
        self._put(session, *(noted(each, line.comment) if each.id == last else each for each in filled))

    def add_steps(self, entry: LoggedSteps) -> None:
        """Add a run: onto the open line of that run in the session in hand, else as a line of its own."""
        line = entry.line
        session = self._session(rated=entry.rpe is not None)
        block = log_blocks.waiting_run(session, line.exercise)
        home = block or replace(
            self._block(session, shown_name(name_of(entry)), line.exercise),
            line=print_line(replace(line, comment="")),
            timed=True,
        )
        steps = tuple(replace(each, id=self._store.new_id(), block_id=home.id) for each in steps_done(entry))
        ended = replace(steps[-1], at_us=self._at_us)
        home = noted(log_blocks.with_steps(home, (*steps[:-1], ended)), line.comment)
        if block is None:
            home = replace(home, minutes=minutes_of(steps))
        alone = {each.id for each in session.blocks} <= {home.id}
        if entry.rpe is not None and alone:
            session = replace(session, rpe=entry.rpe)
        elif entry.rpe is not None:
            # A block has no rating of its own; the session's would say too much.
            home = noted(home, f"rpe {format_number(entry.rpe)}")
        self._put(session, home)

    def rate(self, entry: LoggedSession) -> None:
        """Say how long and how hard the day's last session was; make one where there is none."""
        trained = [each for each in self._sessions.values() if each.status in TRAINED and not _is_rest(each)]
        touched = [each for each in trained if each.id == self.last_id]
        session = (touched or trained or [self._fresh()])[-1]
        self._keep(
            replace(
                session,
                name=session.name or "Session",
                minutes=session.minutes if entry.minutes is None else round(entry.minutes, 2),
                rpe=session.rpe if entry.rpe is None else entry.rpe,
                note=joined(session.note, entry.comment),
            )
        )

    def rest(self, entry: LoggedRest) -> None:
        """Mark the day as one of rest, once."""
        kept = next((each for each in self._sessions.values() if _is_rest(each)), None)
        session = kept or replace(self._fresh(), name="Rest day", kind=SessionKind.RECOVERY)
        self._keep(replace(session, note=joined(session.note, entry.comment)))

    def _session(self, *, rated: bool = False) -> SessionRecord:
        """The session that sets or a run join. A rated run keeps its rating: it joins none that has one."""
        if self._into is not None:
            return self._sessions[self._into]
        found = [each for each in self._sessions.values() if each.status is SessionStatus.OPEN]
        if not found:
            found = [
                each
                for each in self._sessions.values()
                if each.plan_key is None
                and each.status in TRAINED
                and each.kind is not SessionKind.RECOVERY
                and not (rated and each.rpe is not None)
                and self._is_same_bout(each)
            ]
        return found[-1] if found else self._fresh()

    def _is_same_bout(self, session: SessionRecord) -> bool:
        if self._at_us is None or session.began_us is None:
            return True
        ended = session.began_us if session.ended_us is None else session.ended_us
        return session.began_us - SAME_BOUT_US <= self._at_us <= ended + SAME_BOUT_US

    def _fresh(self) -> SessionRecord:
        """A session that this call makes; its name is that of its first line."""
        return SessionRecord(
            id=self._store.new_id(),
            day=self._day,
            name="",
            kind=SessionKind.MIXED,
            status=SessionStatus.DONE,
            began_us=self._at_us,
            zone=self._moment.zone,
        )

    def _block(self, session: SessionRecord, name: str, exercise: str | None) -> BlockRecord:
        return BlockRecord(
            id=self._store.new_id(),
            session_id=session.id,
            position=max((block.position for block in session.blocks), default=-1) + 1,
            line="",
            name=shown_name(name)[:200],
            exercise=exercise,
            status=BlockStatus.DONE,
        )

    def _put(self, session: SessionRecord, *changed: BlockRecord) -> None:
        """Put blocks into a session. One that was only logged takes its name, kind and length from them."""
        known = {block.id: block for block in session.blocks}
        blocks = tuple({**known, **{block.id: block for block in changed}}.values())
        after = replace(session, blocks=blocks)
        if session.status is not SessionStatus.OPEN:
            after = replace(
                after,
                name=session.name if session.blocks else blocks[0].name,
                kind=kind_of(blocks, self._catalogue),
                minutes=_minutes(session, blocks),
            )
        self._keep(after)

    def _keep(self, session: SessionRecord) -> None:
        if session.status is not SessionStatus.OPEN:
            session = self._timed(session)
        self._sessions[session.id] = session
        self._touched.pop(session.id, None)
        self._touched[session.id] = None

    def _timed(self, session: SessionRecord) -> SessionRecord:
        """The session with its beginning and end: what is logged now has just ended, `--at` says when it began."""
        if self._at_us is None or session.plan_key is not None:
            return session
        length = round((session.minutes or 0.0) * MINUTE_US)
        if self._at_us == self._moment.at_us:
            began = min(session.began_us or self._at_us, self._at_us - length)
            return replace(session, began_us=began, ended_us=self._at_us)
        began = min(session.began_us or self._at_us, self._at_us)
        return replace(session, began_us=began, ended_us=max(session.ended_us or 0, began + length))


def _ids(block: BlockRecord) -> set[str]:
    return {done.id for done in block.sets}


def _is_rest(session: SessionRecord) -> bool:
    """Whether it only says that the day was one of rest."""
    return session.kind is SessionKind.RECOVERY and not session.blocks and session.minutes is None


def _minutes(before: SessionRecord, blocks: tuple[BlockRecord, ...]) -> float | None:
    """The length of a logged session: that of its runs, unless it was told or sets are among them."""
    lengths = [block.minutes for block in before.blocks]
    told = before.minutes is not None and before.minutes != _sum(lengths)
    whole = _sum([block.minutes for block in blocks if block.timed])
    return before.minutes if told or not all(block.timed for block in blocks) else whole


def _sum(lengths: list[float | None]) -> float | None:
    known = [each for each in lengths if each is not None]
    return round(sum(known), 2) if known and len(known) == len(lengths) else None
