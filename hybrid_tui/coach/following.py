"""The programme in hand: its text with what was changed in it, and what it asks on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from weakref import ref

from hybrid_tui.coach import places
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.plates import Rack
from hybrid_tui.domain.programme import prescription as asked
from hybrid_tui.domain.programme.outcome import Past, past_lines
from hybrid_tui.domain.programme.plan import (
    Move,
    Pause,
    PlanChanges,
    PlannedSession,
    RunningPlan,
    WeekChange,
    WeekChangeKind,
)
from hybrid_tui.domain.programme.schedule import begin_on, begin_today, planned_sessions
from hybrid_tui.domain.programme.session import PrescribedSession, exercises_of, prescribe_session, unsettled
from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.store import painted, reads_plan, reads_sessions
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import PlanChange, ProgrammeRow

BEGINS_TODAY = "begins today"
"""The change that shifts the days of a programme so that its first session falls on its start."""
FIRST_MONTH = "first month"
"""The change that cuts sprints to first-month doses."""
EDITED = "edited"
"""The change that says from which day (`detail`) the present text holds, and which day 1 is (`to_day`)."""
LOOK_AHEAD = timedelta(days=35)
"""How far the next session is looked for."""
LOOK_BACK = (timedelta(days=18 * 7), timedelta(days=60 * 7))
"""How far back of a plan the log is read, step by step, as far as the rules of its lines need it: sixteen times
of a weekly line, of a fortnightly or monthly one, and then all of it."""


def running_plan(store: Store, library: Library) -> RunningPlan | None:
    """The programme that is followed; None without one, or where its text cannot be read any more."""
    take_own(store, library)
    row = reads_plan.programme(store)
    if row is None:
        return None
    changes = reads_plan.plan_changes(store, row.id)
    return library.latest("plan", (row, changes), lambda: plan_of(row, changes, library))


def take_own(store: Store, library: Library) -> None:
    """Let the library know the exercises that the file holds, also after an undo or another program's deed."""
    library.use_own(reads_plan.own_exercises(store))


def plan_of(row: ProgrammeRow, changes: Sequence[PlanChange], library: Library) -> RunningPlan | None:
    """A stored programme with its changes; None where its text cannot be read."""
    try:
        programme = library.remember(
            f"programme {row.text}", lambda: parse_programme(row.text, names=library.catalogue)
        )
        kinds = {change.kind for change in changes}
        begin = begin_today if BEGINS_TODAY in kinds else begin_on
        plan = begin(row.id, programme, row.start_day)
    except ValueError:
        # Mistakes in the text, or no session in it: another program wrote it.
        return None
    # A changed text may open its week on another day; what stands in the calendar stays where it is.
    kept = next((each.to_day for each in changes if each.kind == EDITED and each.to_day), None)
    return RunningPlan(
        programme_id=plan.programme_id,
        programme=programme,
        anchor=kept or plan.anchor,
        start=plan.start,
        changes=_changes(changes),
    )


def _changes(rows: Sequence[PlanChange]) -> PlanChanges:
    moves: dict[str, date] = {}
    skips: set[str] = set()
    excused: set[str] = set()
    pauses: list[Pause] = []
    weeks: dict[int, WeekChange] = {}
    for row in rows:
        if row.kind == "moved" and row.to_day is not None:
            moves[row.plan_key] = row.to_day
        elif row.kind in ("skipped", "excused"):
            skips.add(row.plan_key)
            if row.kind == "excused":
                excused.add(row.plan_key)
        elif row.kind == "paused":
            first = date.fromisoformat(row.detail)
            pauses.append(Pause(first=first, last=row.to_day, reason=row.reason))
        elif row.kind in set(WeekChangeKind):
            number = int(row.detail.partition(" ")[0] or 0)
            weeks[number] = WeekChange(
                number=number, kind=WeekChangeKind(row.kind), word=row.detail.partition(" ")[2]
            )
    return PlanChanges(
        moves=tuple(Move(plan_key=key, day=day) for key, day in moves.items()),
        skips=frozenset(skips),
        excused=frozenset(excused),
        pauses=tuple(pauses),
        weeks=tuple(weeks.values()),
    )


def is_first_month(store: Store, plan: RunningPlan) -> bool:
    """Whether sprints are still cut to first-month doses in this plan."""
    return any(change.kind == FIRST_MONTH for change in reads_plan.plan_changes(store, plan.programme_id))


def rack_of(settings: dict[str, object]) -> Rack:
    """The person's bar and plates, where they train now."""
    return places.rack_of(settings)


def prescribe(
    store: Store,
    library: Library,
    plan: RunningPlan,
    planned: PlannedSession,
    *,
    rack: Rack,
    until: date | None = None,
) -> PrescribedSession:
    """What a planned session asks, worked out from the programme's text and the log up to its day.

    `until` is another day up to which the log counts.
    """
    day = until or planned.day

    def anew() -> PrescribedSession:
        known = known_for(store, library, plan, (planned,), rack=rack, until=day)
        return prescribe_session(planned, known, first_month=is_first_month(store, plan))

    # The first set of an evening asks for what the sheet has just worked out; nothing was written between.
    made_from = (ref(store), painted.newest_operation(store), plan, planned, rack, day, library.catalogue)
    # A slot for each weekday, so that a look at the week leaves what Today has.
    return library.latest(f"prescribed {day.weekday()} {planned.slot}", made_from, anew)


def known_for(
    store: Store,
    library: Library,
    plan: RunningPlan,
    sessions: Sequence[PlannedSession],
    *,
    rack: Rack,
    until: date | None = None,
) -> asked.Known:
    """What these sessions are worked out from: the log of their exercises, and the training maximums."""
    day = until or max((session.day for session in sessions), default=plan.start)
    exercises = {
        exercise for each in sessions for block in each.blocks for exercise in exercises_of(block.line)
    }
    maxes = {
        exercise: asked.TrainingMax(value=_typed(found.text, found.kg), unit=_unit(found.text), day=found.day)
        for exercise, found in reads_plan.training_maxes(store, day).items()
    }
    history: dict[str, tuple[Past, ...]] = {}
    known = asked.Known(catalogue=library.catalogue, history=history, maxes=maxes, rack=rack)
    wanted, before = frozenset(exercises), day
    for back in (*LOOK_BACK, None):
        opens = plan.start if back is None else max(plan.start, day - back)
        older = past_lines(plan, reads_sessions.sessions_with(store, sorted(wanted), opens, before))
        history |= {exercise: (*history.get(exercise, ()), *pasts) for exercise, pasts in older.items()}
        if opens <= plan.start:
            break
        # The rest of a long plan is read only where a rule counts that far back.
        wanted, before = frozenset(one for each in sessions for one in unsettled(each, known)), opens
    missing = sorted(exercises - history.keys())
    history |= loose_history(reads_sessions.block_history(store, missing, plan.start, count=3))
    return replace(known, history=history)


def loose_history(
    blocks: Mapping[str, Sequence[tuple[date, BlockRecord]]],
) -> dict[str, tuple[Past, ...]]:
    """What was done outside any plan, by catalogue id: its loads are known, its weeks do not count."""
    return {
        exercise: tuple(Past(day=day, block=block) for day, block in found)
        for exercise, found in blocks.items()
    }


def _unit(text: str) -> str:
    return "lb" if text.endswith("lb") else "kg"


def _typed(text: str, kg: float) -> float:
    try:
        return float(text.removesuffix("lb").removesuffix("kg"))
    except ValueError:
        return kg


def next_planned(store: Store, plan: RunningPlan, day: date, taken: frozenset[str]) -> PlannedSession | None:
    """The first session from `day` on that is neither skipped nor among the `taken` plan keys."""
    found = planned_sessions(plan, day, day + LOOK_AHEAD)
    return next((each for each in found if not each.skipped and each.plan_key not in taken), None)
