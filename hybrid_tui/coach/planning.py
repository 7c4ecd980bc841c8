"""The programme in hand, asked once: its weeks by days, what became of them, and what the rules say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from hybrid_tui.coach import following, week_rules
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.catalogue import Exercise
from hybrid_tui.domain.interference.findings import Finding
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import ProgrammeErrors
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.plan_view import CellStatus, PlanCell, PlanLine, PlanView, PlanWeek, WeekSums
from hybrid_tui.domain.programme.plan import PlannedSession, RunningPlan, WeekPlace
from hybrid_tui.domain.programme.prescription import Known, Prescription
from hybrid_tui.domain.programme.schedule import planned_sessions, week_places, week_starts
from hybrid_tui.domain.programme.session import PrescribedSession, prescribe_session
from hybrid_tui.domain.programme.summary import LEAST_HARD_RPE, planned_summary, training_session
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.domain.sheet_blocks import from_record, to_records
from hybrid_tui.domain.training import TrainingSession
from hybrid_tui.domain.workout import StepKind
from hybrid_tui.store import reads_plan, reads_sessions
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import PlanChange, ProgrammeRow

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
MOST_WEEKS = 16
"""A round that is longer is shown in parts."""
MISSED_WITHIN = timedelta(days=7)
"""How long a session that was missed is offered."""

_STATUS = {
    SessionStatus.DONE: CellStatus.DONE,
    SessionStatus.MINIMUM: CellStatus.DONE,
    SessionStatus.PARTIAL: CellStatus.PARTIAL,
    SessionStatus.OPEN: CellStatus.PARTIAL,
    SessionStatus.PLANNED: CellStatus.PLANNED,
    SessionStatus.SKIPPED: CellStatus.SKIPPED,
    SessionStatus.EXCUSED: CellStatus.SKIPPED,
}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One week that is shown."""

    first: date
    place: WeekPlace | None


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
        self.reasons = {each.plan_key: each.reason for each in changes if each.kind in ("skipped", "excused")}
        self.holds_from = _holds_from(running, changes)
        self.ready: dict[str, TrainingSession] = {}

    def view(self, week: int | None) -> PlanView:
        """The answers as one value."""
        rows, round_ = self._rows(week)
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
            later=bool(numbers) and self._goes_on(max(numbers)),
        )

    def _goes_on(self, number: int) -> bool:
        places = week_places(self.plan.programme, self.plan.changes)
        return any(place.number > number for place in takewhile(lambda one: one.number <= number + 1, places))

    def _rows(self, week: int | None) -> tuple[list[_Row], int]:
        """The weeks of the round asked for, those of a pause between them included."""
        numbered: list[_Row] = []
        for place in week_places(self.plan.programme, self.plan.changes):
            opens = week_starts(self.plan, place.number)
            if opens is None:
                break
            numbered.append(_Row(first=opens, place=place))
            reached = place.number >= week if week is not None else opens + WEEK > self.today
            if reached and self._round_ends(numbered):
                break
        if not numbered:
            return [_Row(first=self.plan.anchor, place=None)], 1
        chosen = self._chosen(numbered, week)
        assert chosen.place is not None
        round_ = chosen.place.round
        mine = [row for row in numbered if row.place is not None and row.place.round == round_]
        at = mine.index(chosen)
        opening = at // MOST_WEEKS * MOST_WEEKS
        mine = mine[opening : opening + MOST_WEEKS]
        return self._with_pauses(mine), round_

    def _round_ends(self, rows: Sequence[_Row]) -> bool:
        place = rows[-1].place
        return place is not None and place.week >= self.plan.programme.weeks

    def _chosen(self, rows: Sequence[_Row], week: int | None) -> _Row:
        if week is not None:
            return next((row for row in rows if row.place and row.place.number == week), rows[-1])
        begun = [row for row in rows if row.first <= self.today]
        return begun[-1] if begun else rows[0]

    def _with_pauses(self, rows: Sequence[_Row]) -> list[_Row]:
        found: list[_Row] = []
        for row in rows:
            while found and found[-1].first + WEEK < row.first:
                found.append(_Row(first=found[-1].first + WEEK, place=None))
            found.append(row)
        if any(each.last is None for each in self.plan.changes.pauses):
            while found[-1].first + WEEK <= self.today and len(found) < MOST_WEEKS:
                found.append(_Row(first=found[-1].first + WEEK, place=None))
        return found

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
        row: _Row,
        asked: Sequence[PrescribedSession],
        by_key: dict[str, SessionRecord],
        records: Sequence[SessionRecord],
        waiting: Sequence[PlannedSession],
        places: dict[date, WeekPlace],
    ) -> PlanWeek:
        last = row.first + WEEK - DAY
        mine = [each for each in asked if row.first <= each.planned.day <= last]
        cells = tuple(self._cell(each, by_key.get(each.planned.plan_key)) for each in mine)
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
            sums=self._sums(mine, cells),
        )

    def _cell(self, asked: PrescribedSession, record: SessionRecord | None) -> PlanCell:
        planned = asked.planned
        short = planned_summary(asked, self.library.catalogue)
        return PlanCell(
            plan_key=planned.plan_key,
            day=planned.day,
            title=planned.title or "Session",
            status=self._status(planned, record),
            slot=planned.slot,
            run=short.run,
            lift=short.lift,
            jump=short.jump,
            minutes=asked.minutes,
            load=asked.load,
            leg_load=short.leg_load or 0.0,
            moved_from=planned.moved_from,
            reason=self.reasons.get(planned.plan_key, ""),
            session_id=record.id if record is not None else None,
            lines=self._lines(asked.prescriptions),
        )

    def _status(self, planned: PlannedSession, record: SessionRecord | None) -> CellStatus:
        if record is not None:
            return _STATUS[record.status]
        if planned.skipped:
            return CellStatus.SKIPPED
        return CellStatus.MISSED if self.holds_from <= planned.day < self.today else CellStatus.PLANNED

    def _lines(self, given: Sequence[Prescription]) -> tuple[PlanLine, ...]:
        rack = following.rack_of(self.settings)
        rows = [from_record(each, self.library.catalogue, rack) for each in to_records(given, "", lambda: "")]
        return tuple(
            PlanLine(
                name=row.name,
                asks=row.sets_text,
                effort=row.effort_text,
                load=row.load_text,
                change=row.change,
                why=row.why,
                superset=row.superset,
                part=row.part,
            )
            for row in rows
        )

    def _sums(self, asked: Sequence[PrescribedSession], cells: Sequence[PlanCell]) -> WeekSums:
        kept = [
            (each, cell)
            for each, cell in zip(asked, cells, strict=True)
            if cell.status is not CellStatus.SKIPPED
        ]
        return WeekSums(
            sprint_seconds=sum(each.sprint_seconds for each, _ in kept),
            contacts=sum(each.contacts for each, _ in kept),
            leg_sets=sum(self._leg_sets(each) for each, _ in kept),
            load=sum(cell.load for _, cell in kept),
            leg_load=sum(cell.leg_load for _, cell in kept),
            rest_days=7 - len({cell.day for _, cell in kept}),
        )

    def _leg_sets(self, asked: PrescribedSession) -> int:
        found = 0
        for each in asked.prescriptions:
            exercise = self.library.catalogue.get(each.exercise)
            if each.part is StepKind.WORK and isinstance(exercise, Exercise) and exercise.is_leg_lift:
                found += sum(one.rpe is None or one.rpe >= LEAST_HARD_RPE for one in each.sets)
        return found
