"""One session in numbers: sets, landings, sprint seconds, minutes, loads, muscles, and its cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.cells import Cell, jump_cell, lift_cell, run_cell
from hybrid_tui.domain.counts import (
    add_muscles,
    contacts_of,
    is_hard,
    is_working,
    muscle_sets,
    muscle_stress,
    run_minutes,
    was_done,
)
from hybrid_tui.domain.exercise import Exercise, LegClass, RunType
from hybrid_tui.domain.leg_minutes import block_minutes, session_leg_load
from hybrid_tui.domain.load import session_load
from hybrid_tui.domain.record import IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import SessionKind, SessionStatus

TRAINED: Final = frozenset(
    {SessionStatus.OPEN, SessionStatus.PARTIAL, SessionStatus.MINIMUM, SessionStatus.DONE}
)
"""Statuses of sessions in which something was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSummary:
    """One session of a week, planned or done."""

    name: str
    kind: SessionKind
    status: SessionStatus
    slot: str = ""
    session_id: str | None = None
    """None for one that is only planned."""
    plan_key: str | None = None
    sets: int = 0
    """Working sets done; warm-ups and landings do not count."""
    sprint_seconds: float = 0.0
    contacts: int = 0
    """Landings of jumps."""
    minutes: float | None = None
    run_minutes: float = 0.0
    """Minutes of running work, recoveries and warm-ups left out."""
    easy_minutes: float = 0.0
    """The part of them that was easy (RPE up to 4)."""
    metres: float | None = None
    """Run distance, as far as it is known."""
    pace: float | None = None
    """Seconds per kilometre of what was measured in both; None without."""
    rpe: float | None = None
    load: float | None = None
    """Session load in AU; None where minutes or rating are unknown."""
    leg_load: float | None = None
    planned_load: float | None = None
    planned_leg_load: float | None = None
    leg_class: LegClass = LegClass.C
    """The hardest that it asks of the legs."""
    hard_run: bool = False
    """Whether it holds sprints, intervals, tempo or a long run."""
    run: Cell | None = None
    lift: Cell | None = None
    jump: Cell | None = None
    muscles: dict[str, float] = field(default_factory=dict)
    """Fractional hard sets by muscle."""
    stress: dict[str, float] = field(default_factory=dict)
    """What its runs and jumps asked of each muscle, 0-3 a line, added up; never sets."""

    @property
    def trained(self) -> bool:
        """Whether something was done."""
        return self.status in TRAINED


def summarise(session: SessionRecord, catalogue: Catalogue) -> SessionSummary:
    """A session that was recorded, in the numbers of the week. One in hand counts as partial."""
    status = SessionStatus.PARTIAL if session.status is SessionStatus.OPEN else session.status
    sets, contacts, sprint, easy, running = 0, 0, 0.0, 0.0, 0.0
    muscles: dict[str, float] = {}
    stress: dict[str, float] = {}
    metres: list[float] = []
    measured: list[IntervalRecord] = []
    minutes = block_minutes(session, catalogue)
    classes = [LegClass.C]
    leg_sets = 0
    for block, length in zip(session.blocks, minutes, strict=True):
        known = catalogue.get(block.exercise)
        if was_done(block):
            add_muscles(stress, muscle_stress(known))
        contacts += sum(contacts_of(known, done) for done in block.sets if is_working(done))
        sprint += sum(i.seconds or 0.0 for i in block.intervals if i.sprint and i.kind == "work")
        metres.extend(i.metres for i in block.intervals if i.metres is not None)
        measured.extend(i for i in block.intervals if i.metres and i.seconds)
        if isinstance(known, RunType):
            if was_done(block):
                easy_part, run_part = run_minutes(block, known, length)
                easy, running = easy + easy_part, running + run_part
                classes.append(known.leg_class)
        elif not (isinstance(known, Exercise) and known.is_jump):
            hard = sum(is_hard(done) for done in block.sets)
            sets += sum(is_working(done) for done in block.sets)
            add_muscles(muscles, muscle_sets(known, hard))
            leg_sets += hard if isinstance(known, Exercise) and known.is_heavy_leg else 0
    hard_run = any(c is not LegClass.C for c in classes) or sprint > 0
    if sprint > 0 or contacts >= choices.CLASS_A_4_CONTACTS or leg_sets >= choices.CLASS_A_4_HARD_SETS:
        classes.append(LegClass.A)
    return SessionSummary(
        name=session.name,
        kind=session.kind,
        status=status,
        slot=session.slot,
        session_id=session.id,
        plan_key=session.plan_key,
        sets=sets,
        sprint_seconds=sprint,
        contacts=contacts,
        minutes=session.minutes,
        run_minutes=running,
        easy_minutes=easy,
        metres=sum(metres) if metres else None,
        pace=_pace(measured),
        rpe=session.rpe,
        load=session_load(session.minutes, session.rpe),
        leg_load=session_leg_load(session, catalogue),
        planned_load=session.planned_load,
        leg_class=hardest(classes),
        hard_run=hard_run,
        run=run_cell(session, status, minutes, catalogue),
        lift=lift_cell(session, status, catalogue),
        jump=jump_cell(contacts, status),
        muscles=muscles,
        stress=stress,
    )


def _pace(measured: list[IntervalRecord]) -> float | None:
    """Seconds per kilometre over the steps whose length and time are both known."""
    metres = sum(each.metres or 0.0 for each in measured)
    return 1000 * sum(each.seconds or 0.0 for each in measured) / metres if metres else None


def hardest(classes: list[LegClass]) -> LegClass:
    """The hardest of stress classes: A, B, long, light."""
    return min(classes, key=list(LegClass).index, default=LegClass.C)
