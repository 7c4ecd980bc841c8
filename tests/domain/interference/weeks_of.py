"""Weeks for the training rules: shipped ones as the block goes round, and sketched ones."""

from __future__ import annotations

from datetime import timedelta

from hybrid_tui.domain.interference.findings import Finding, LastSprints, PastWeek, Setting, Severity
from hybrid_tui.domain.interference.rules import check_week
from hybrid_tui.domain.training import FAST, TrainingDay, TrainingSession
from tests.domain.plans import MONDAY, Sketch, training


def wrapped(plan: Sketch, number: int) -> tuple[TrainingDay, ...]:
    """A week between the week before it and the one after, as the block goes round."""
    return (
        *plan.week(max(1, number - 1), monday=MONDAY - timedelta(days=7)),
        *plan.week(number),
        *plan.week(min(4, number + 1), monday=MONDAY + timedelta(days=7)),
    )


def setting(plan: Sketch, number: int) -> Setting:
    """What the weeks before say; the first has none."""
    past = []
    for week in range(1, number):
        days = plan.week(week)
        past.append(
            PastWeek(
                load=sum(day.load or 0 for day in days),
                sets=sum(block.hard_sets for day in days for block in day.blocks),
            )
        )
    before = plan.week(number - 1) if number > 1 else ()
    runs = [block.run_minutes for day in before for block in day.blocks]
    sprints = {
        block.exercise or "": LastSprints(repeats=block.repeats, seconds=block.sprint_seconds)
        for day in before
        for block in day.blocks
        if block.work in FAST
    }
    return Setting(
        level=plan.level,
        goal=plan.goal,
        past=tuple(past),
        deload=number == 4,
        longest_run=max(runs, default=None),
        last_sprints=sprints,
    )


def check(plan: Sketch, number: int = 1) -> tuple[Finding, ...]:
    return check_week(wrapped(plan, number), MONDAY, setting(plan, number))


def ids(findings: tuple[Finding, ...], at_least: Severity = Severity.WARN) -> set[str]:
    return {finding.id for finding in findings if finding.severity >= at_least}


def week(plan: dict[int, list[list[str]]]) -> tuple[TrainingDay, ...]:
    """Seven days from lines of plans, a list of sessions for each weekday that has any."""
    return tuple(
        TrainingDay(
            date=MONDAY + timedelta(days=offset),
            sessions=tuple(training(lines) for lines in plan.get(offset, [])),
        )
        for offset in range(7)
    )


def loaded(loads: tuple[float, ...]) -> tuple[TrainingDay, ...]:
    """Seven days of which only the load is known."""
    return tuple(
        TrainingDay(date=MONDAY + timedelta(days=n), sessions=(TrainingSession(name="x", load=float(load)),))
        for n, load in enumerate(loads)
    )
