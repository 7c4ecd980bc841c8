"""What one day of the Plan asks, in its cell, and what a week of such cells comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from hybrid_tui.coach import following
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.plan_view import CellStatus, PlanCell, PlanLine, WeekSums
from hybrid_tui.domain.programme.plan import PlannedSession
from hybrid_tui.domain.programme.prescription import Prescription
from hybrid_tui.domain.programme.session import PrescribedSession
from hybrid_tui.domain.programme.summary import LEAST_HARD_RPE, planned_summary
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.domain.sheet_blocks import from_record, to_records
from hybrid_tui.domain.workout import StepKind

_STATUS = {
    SessionStatus.DONE: CellStatus.DONE,
    SessionStatus.MINIMUM: CellStatus.DONE,
    SessionStatus.PARTIAL: CellStatus.PARTIAL,
    SessionStatus.OPEN: CellStatus.PARTIAL,
    SessionStatus.PLANNED: CellStatus.PLANNED,
    SessionStatus.SKIPPED: CellStatus.SKIPPED,
    SessionStatus.EXCUSED: CellStatus.SKIPPED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCells:
    """What all cells of one view are made from."""

    catalogue: Catalogue
    settings: dict[str, object]
    today: date
    holds_from: date
    """The day from which the present text was asked for: before it nothing was missed."""
    reasons: dict[str, str] = field(default_factory=dict)
    """Why a session was let go, by its plan key."""

    def cell(self, asked: PrescribedSession, record: SessionRecord | None) -> PlanCell:
        """A planned session, with what became of it."""
        planned = asked.planned
        short = planned_summary(asked, self.catalogue)
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
        rows = [from_record(each, self.catalogue, rack) for each in to_records(given, "", lambda: "")]
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

    def sums(self, asked: Sequence[PrescribedSession], cells: Sequence[PlanCell]) -> WeekSums:
        """What these sessions, cell by cell, come to; those that were let go are left out."""
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
            exercise = self.catalogue.get(each.exercise)
            if each.part is StepKind.WORK and isinstance(exercise, Exercise) and exercise.is_leg_lift:
                found += sum(one.rpe is None or one.rpe >= LEAST_HARD_RPE for one in each.sets)
        return found
