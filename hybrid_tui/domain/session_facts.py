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
from hybrid_tui.domain.record import BlockRecord, IntervalRecord, SessionRecord
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


class _Tally:
    """What the blocks of a session come to, added up block by block."""

    def __init__(self) -> None:
        self.sets = self.contacts = self.leg_sets = 0
        self.sprint = self.easy = self.running = 0.0
        self.muscles: dict[str, float] = {}
        self.stress: dict[str, float] = {}
        self.intervals: list[IntervalRecord] = []
        self.classes = [LegClass.C]

    def add(self, block: BlockRecord, known: Exercise | RunType | None, minutes: float | None) -> None:
        """Add a block; `minutes` is how long it took, None where nobody knows."""
        done = was_done(block)
        if done:
            add_muscles(self.stress, muscle_stress(known))
        self.contacts += sum(contacts_of(known, each) for each in block.sets if is_working(each))
        self.sprint += sum(i.seconds or 0.0 for i in block.intervals if i.sprint and i.kind == "work")
        self.intervals += block.intervals
        if isinstance(known, RunType):
            if done:
                easy, running = run_minutes(block, known, minutes)
                self.easy, self.running = self.easy + easy, self.running + running
                self.classes.append(known.leg_class)
        elif not (isinstance(known, Exercise) and known.is_jump):
            hard = sum(is_hard(each) for each in block.sets)
            self.sets += sum(is_working(each) for each in block.sets)
            add_muscles(self.muscles, muscle_sets(known, hard))
            self.leg_sets += hard if isinstance(known, Exercise) and known.is_heavy_leg else 0

    @property
    def hard_run(self) -> bool:
        """Whether it holds sprints, intervals, tempo or a long run."""
        return self.sprint > 0 or any(each is not LegClass.C for each in self.classes)

    @property
    def leg_class(self) -> LegClass:
        """The hardest that it asks of the legs (4)."""
        maximal = (
            self.sprint > 0
            or self.contacts >= choices.CLASS_A_4_CONTACTS
            or self.leg_sets >= choices.CLASS_A_4_HARD_SETS
        )
        return LegClass.A if maximal else hardest(self.classes)

    @property
    def metres(self) -> float | None:
        """The run distance, as far as it is known."""
        known = [each.metres for each in self.intervals if each.metres is not None]
        return sum(known) if known else None


def summarise(session: SessionRecord, catalogue: Catalogue) -> SessionSummary:
    """A session that was recorded, in the numbers of the week. One in hand counts as partial."""
    status = SessionStatus.PARTIAL if session.status is SessionStatus.OPEN else session.status
    minutes = block_minutes(session, catalogue)
    tally = _Tally()
    for block, length in zip(session.blocks, minutes, strict=True):
        tally.add(block, catalogue.get(block.exercise), length)
    return SessionSummary(
        name=session.name,
        kind=session.kind,
        status=status,
        slot=session.slot,
        session_id=session.id,
        plan_key=session.plan_key,
        sets=tally.sets,
        sprint_seconds=tally.sprint,
        contacts=tally.contacts,
        minutes=session.minutes,
        run_minutes=tally.running,
        easy_minutes=tally.easy,
        metres=tally.metres,
        pace=_pace(tally.intervals),
        rpe=session.rpe,
        load=session_load(session.minutes, session.rpe),
        leg_load=session_leg_load(session, catalogue),
        planned_load=session.planned_load,
        leg_class=tally.leg_class,
        hard_run=tally.hard_run,
        run=run_cell(session, status, minutes, catalogue),
        lift=lift_cell(session, status, catalogue),
        jump=jump_cell(tally.contacts, status),
        muscles=tally.muscles,
        stress=tally.stress,
    )


def _pace(intervals: list[IntervalRecord]) -> float | None:
    """Seconds per kilometre over the steps whose length and time are both known."""
    measured = [(each.metres, each.seconds) for each in intervals if each.metres and each.seconds]
    metres = sum(length for length, _ in measured)
    return 1000 * sum(seconds for _, seconds in measured) / metres if metres else None


def hardest(classes: list[LegClass]) -> LegClass:
    """The hardest of stress classes: A, B, long, light."""
    return min(classes, key=list(LegClass).index, default=LegClass.C)
