"""The programme in hand, asked once: its weeks by days, what became of them, and what the rules say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hybrid_tui.coach import following, week_rules
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.plan_cells import PlanCells
from hybrid_tui.coach.plan_rows import WEEK, PlanRow, goes_on, rows_of
from hybrid_tui.domain.interference.findings import Finding
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import ProgrammeErrors
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.plan_view import PlanView, PlanWeek
from hybrid_tui.domain.programme.plan import PlannedSession, RunningPlan, WeekPlace
from hybrid_tui.domain.programme.prescription import Known
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.domain.programme.session import PrescribedSession, prescribe_session
from hybrid_tui.domain.programme.summary import training_session
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.training import TrainingSession
from hybrid_tui.store import reads_plan, reads_sessions
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import PlanChange, ProgrammeRow

DAY = timedelta(days=1)
MISSED_WITHIN = timedelta(days=7)
"""How long a session that was missed is offered."""


def plan(store: Store, library: Library, moment: Moment, week: int | None = None) -> PlanView | None:
    """The round of the programme that holds its week `week` (from 1), or today where that is None.

    None without a programme. The number of questions to the file is fixed. Raises StoreError.
    """
    with store.snapshot():
        row = reads_plan.programme(store)
        if row is None:
            return None
        changes = reads_plan.plan_changes(store, row.id)
        running = following.plan_of(row, changes, library)
        if running is None:
            return _unread(row, library, moment)
        return _Asked(store, library, moment, row, changes, running).view(week)


def with_move(
    store: Store,
    library: Library,
    moment: Moment,
    session: PlannedSession,
    day: date,
    week: int | None = None,
) -> PlanView | None:
    """As `plan`, with the session on another day; nothing is stored. Raises StoreError."""
    with store.snapshot():
        row = reads_plan.programme(store)
        if row is None:
            return None
        key = session.plan_key
        stored = reads_plan.plan_changes(store, row.id)
        changes = [each for each in stored if each.kind != "moved" or each.plan_key != key]
        if day != (session.moved_from or session.day):
            moved = PlanChange(
                id="", programme_id=row.id, kind="moved", at_us=moment.at_us, plan_key=key, to_day=day
            )
            changes.append(moved)
        running = following.plan_of(row, changes, library)
        return None if running is None else _Asked(store, library, moment, row, changes, running).view(week)


def missed(store: Store, library: Library, moment: Moment) -> tuple[PlannedSession, ...]:
    """Sessions of the last week whose day passed without them, the oldest first. Raises StoreError.

    What was skipped or done since, and what stood before the text was changed, is not among them.
    """
    with store.snapshot():
        row = reads_plan.programme(store)
        if row is None:
            return ()
        changes = reads_plan.plan_changes(store, row.id)
        running = following.plan_of(row, changes, library)
        if running is None:
            return ()
        taken = reads_sessions.taken_plan_keys(store, running.programme_id)
        first = max(_holds_from(running, changes), moment.day - MISSED_WITHIN)
        return tuple(
            each
            for each in planned_sessions(running, first, moment.day - DAY)
            if not each.skipped and each.plan_key not in taken
        )


def _holds_from(running: RunningPlan, changes: Sequence[PlanChange]) -> date:
    """The day from which the present text was asked for."""
    edits = [date.fromisoformat(change.detail) for change in changes if change.kind == following.EDITED]
    return max([running.start, *edits])


def _unread(row: ProgrammeRow, library: Library, moment: Moment) -> PlanView:
    try:
        parse_programme(row.text, names=library.catalogue)
        said: tuple[str, ...] = ()
    except ProgrammeErrors as found:
        said = tuple(str(error) for error in found.errors)
    return PlanView(
        programme_id=row.id,
        title=row.name,
        about="",
        today=moment.day,
        start=row.start_day,
        round_weeks=0,
        weeks=(),
        unread=said,
    )


class _Asked:
    """The questions of one view and their answers."""

    def __init__(
        self,
        store: Store,
        library: Library,
        moment: Moment,
        row: ProgrammeRow,
        changes: Sequence[PlanChange],
        running: RunningPlan,
    ) -> None:
        self.store = store
        self.library = library
        self.today = moment.day
        self.row = row
        self.plan = running
        self.changes = changes
        self.settings = reads_plan.settings(store)
        self.taken = reads_sessions.taken_plan_keys(store, running.programme_id)
        self.first_month = any(change.kind == following.FIRST_MONTH for change in changes)
        self.cells = PlanCells(
            catalogue=library.catalogue,
            settings=self.settings,
            today=moment.day,
            holds_from=_holds_from(running, changes),
            reasons={each.plan_key: each.reason for each in changes if each.kind in ("skipped", "excused")},
        )
        self.ready: dict[str, TrainingSession] = {}

    def view(self, week: int | None) -> PlanView:
        """The answers as one value."""
        rows, round_ = rows_of(self.plan, self.today, week)
        first, last = rows[0].first, rows[-1].first + WEEK - DAY
        records = reads_sessions.sessions_between(
            self.store, first - week_rules.LOOK_BACK - WEEK, last + WEEK
        )
        by_key = {each.plan_key: each for each in records if each.plan_key}
        planned = [
            each
            for each in planned_sessions(self.plan, first, last)
            if each.plan_key not in self.taken or each.plan_key in by_key
        ]
        asked = self._prescribed(planned)
        places = week_rules.places_between(self.plan, first - week_rules.LOOK_BACK, last + WEEK)
        waiting = [
            each
            for each in planned_sessions(self.plan, max(first, self.today), last + WEEK)
            if not each.skipped and each.plan_key not in self.taken
        ]
        catalogue = self.library.catalogue
        self.ready = {each.planned.plan_key: training_session(each, catalogue) for each in asked}
        self.ready |= {
            each.plan_key: week_rules.as_training(each, catalogue)
            for each in waiting
            if each.plan_key not in self.ready
        }
        weeks = tuple(self._week(row, asked, by_key, records, waiting, places) for row in rows)
        programme = self.plan.programme
        numbers = [row.place.number for row in rows if row.place is not None]
        return PlanView(
            programme_id=self.plan.programme_id,
            title=programme.title,
            about=programme.about,
            today=self.today,
            start=self.plan.start,
            round_weeks=programme.weeks,
            weeks=weeks,
            round=round_,
            paused_since=next((each.first for each in self.plan.changes.pauses if each.last is None), None),
            words=tuple(sorted({day.variant for day in programme.days if day.variant})),
            has_deload=bool(programme.deloads),
            earlier=bool(numbers) and min(numbers) > 1,
            later=bool(numbers) and goes_on(self.plan, max(numbers)),
        )

    def _prescribed(self, planned: Sequence[PlannedSession]) -> list[PrescribedSession]:
        """Each session as it is asked; the log is read for those to come alone, of the others it is no news."""
        rack = following.rack_of(self.settings)
        fresh = Known(catalogue=self.library.catalogue, rack=rack)
        coming = [each for each in planned if each.day >= self.today and each.plan_key not in self.taken]
        known = fresh
        if coming:
            known = following.known_for(
                self.store, self.library, self.plan, coming, rack=rack, until=self.today + DAY
            )
        ahead = {each.plan_key for each in coming}
        return [
            prescribe_session(each, known if each.plan_key in ahead else fresh, first_month=self.first_month)
            for each in planned
        ]

    def _week(
        self,
        row: PlanRow,
        asked: Sequence[PrescribedSession],
        by_key: dict[str, SessionRecord],
        records: Sequence[SessionRecord],
        waiting: Sequence[PlannedSession],
        places: dict[date, WeekPlace],
    ) -> PlanWeek:
        last = row.first + WEEK - DAY
        mine = [each for each in asked if row.first <= each.planned.day <= last]
        cells = tuple(self.cells.cell(each, by_key.get(each.planned.plan_key)) for each in mine)
        found: tuple[Finding, ...] = ()
        if last >= self.today:
            found = week_rules.findings(
                row.first,
                records,
                self.plan,
                places,
                [each for each in waiting if each.day <= last + WEEK],
                self.settings,
                self.library.catalogue,
                self.ready,
            )
        place = row.place
        return PlanWeek(
            first=row.first,
            number=place.number if place else None,
            of_round=place.week if place else None,
            deload=bool(place and place.deload),
            word=place.word if place else "",
            cells=cells,
            findings=found,
            sums=self.cells.sums(mine, cells),
        )
