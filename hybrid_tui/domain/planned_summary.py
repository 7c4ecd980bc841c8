"""A planned session in the words and numbers of the week."""

from __future__ import annotations

from datetime import date

from hybrid_tui.domain.catalogue import Catalogue, RunType
from hybrid_tui.domain.cells import repeats_text, split_word, steady_text
from hybrid_tui.domain.record import SessionKind
from hybrid_tui.domain.training import FAST, HARD_RUNS, RUNS, TrainingBlock, TrainingSession, Work
from hybrid_tui.domain.week import PlannedSummary


def planned_summary(session: TrainingSession, day: date, catalogue: Catalogue) -> PlannedSummary:
    """What the week shows of a planned session; its `key` is the plan key."""
    runs = [block for block in session.blocks if block.work in RUNS]
    fast = next((block for block in runs if block.work in FAST), None)
    legs = sum(int(b.hard_sets) for b in session.blocks if b.work is Work.LIFT and b.trains_legs)
    lifts = sum(int(b.hard_sets) for b in session.blocks if b.work is Work.LIFT)
    core = sum(int(b.hard_sets) for b in session.blocks if b.work is Work.CORE)
    return PlannedSummary(
        day=day,
        name=session.name,
        kind=session_kind(session),
        plan_key=session.key,
        slot=session.slot,
        minutes=session.minutes,
        load=session.load,
        leg_load=session.leg_load,
        leg_class=session.leg_class,
        hard_run=any(block.work in HARD_RUNS | {Work.LONG_RUN} for block in runs),
        run=" + ".join(_run_text(block, catalogue) for block in runs),
        place=fast.place if fast is not None and fast.place in {"hill", "stairs"} else "",
        lift=split_word(legs, lifts - legs, core),
        jump=str(session.contacts) if session.contacts else "",
    )


def session_kind(session: TrainingSession) -> SessionKind:
    """What a session is made of; core beside a run leaves it a run, nothing at all is recovery."""
    kinds = {
        kind
        for kind, works in (
            (SessionKind.RUN, RUNS),
            (SessionKind.LIFT, frozenset({Work.LIFT})),
            (SessionKind.JUMP, frozenset({Work.JUMP})),
        )
        if session.has(works)
    }
    if len(kinds) > 1:
        return SessionKind.MIXED
    if kinds:
        return kinds.pop()
    return SessionKind.LIFT if session.has(frozenset({Work.CORE})) else SessionKind.RECOVERY


def _run_text(block: TrainingBlock, catalogue: Catalogue) -> str:
    if block.repeats > 1:
        seconds = 60 * block.run_minutes / block.repeats
        return repeats_text(block.repeats, seconds=seconds or None)
    run = catalogue.get(block.exercise)
    return steady_text(run, block.run_minutes or None) if isinstance(run, RunType) else block.name
