"""The one table of rules, and the verb that asks them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from hybrid_tui.domain.calendar import day_name
from hybrid_tui.domain.interference import days, gates, sessions, weeks
from hybrid_tui.domain.interference.findings import Finding, Setting, Severity, Span
from hybrid_tui.domain.training import TrainingDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the table."""

    id: str
    title: str
    check: Callable[[Span], Iterator[Finding]]
    movable: bool = False
    """Whether moving a day's training may mend it."""


RULES: Final = (
    Rule(id="CT-01", title="One full rest day in seven", check=days.one_day_free, movable=True),
    Rule(
        id="CT-02",
        title="Two nights between maximal leg days",
        check=days.two_nights_between_maximal_days,
        movable=True,
    ),
    Rule(
        id="CT-03",
        title="No sprints beside heavy squats or pulls",
        check=days.no_sprints_beside_heavy_legs,
        movable=True,
    ),
    Rule(
        id="CT-04",
        title="Hard run and leg lifting six hours apart",
        check=sessions.hard_run_and_leg_lifting_apart,
    ),
    Rule(id="CT-05", title="Fast, heavy, long", check=sessions.fast_and_heavy_before_long),
    Rule(id="CT-06", title="Hard run days apart", check=days.hard_runs_apart, movable=True),
    Rule(id="CT-07", title="Few hard runs", check=weeks.hard_run_cap),
    Rule(id="CT-08", title="Mostly easy running", check=weeks.mostly_easy),
    Rule(
        id="CT-09",
        title="No long run on the eve of a maximal day",
        check=days.long_run_before_maximal,
        movable=True,
    ),
    Rule(
        id="CT-10",
        title="Heavy legs before quality or long runs",
        check=days.maximal_before_quality,
        movable=True,
    ),
    Rule(id="CT-11", title="No single-run spike", check=sessions.single_run_spike),
    Rule(id="CT-12", title="Week ramp", check=weeks.week_ramp),
    Rule(id="CT-13", title="Sprint ramp", check=sessions.sprint_ramp),
    Rule(id="CT-14", title="Sprint seconds", check=sessions.sprint_seconds_cap),
    Rule(id="CT-15", title="Jumps and sprints first", check=sessions.fresh_for_speed),
    Rule(id="CT-16", title="Landings", check=sessions.contact_cap),
    Rule(id="CT-17", title="Two nights between jump days", check=days.jumps_apart, movable=True),
    Rule(id="CT-18", title="Jump gate", check=gates.jump_gate),
    Rule(id="CT-19", title="Sprint gate", check=gates.sprint_gate),
    Rule(id="CT-20", title="Vest gate", check=gates.vest_gate),
    Rule(id="CT-21", title="Deload every fourth week", check=weeks.deload_due),
    Rule(id="CT-22", title="Enough sets", check=weeks.enough_sets),
    Rule(id="CT-23", title="Not too many sets", check=weeks.few_enough_sets),
    Rule(id="CT-24", title="Monotony", check=weeks.evenness),
    Rule(id="CT-25", title="Strain", check=weeks.own_strain),
    Rule(id="CT-26", title="New descents", check=gates.descent_before_maximal, movable=True),
    Rule(id="CT-27", title="Walk down stairs", check=sessions.walk_down_stairs),
    Rule(id="CT-28", title="Knee stack", check=sessions.knee_stack),
    Rule(id="CT-29", title="Return after a break", check=weeks.after_a_break),
    Rule(id="CT-30", title="No grinding before speed", check=days.reserve_before_speed),
    Rule(id="CT-31", title="Race taper", check=days.race_taper),
    Rule(id="CT-32", title="This morning", check=gates.morning_gate),
    Rule(id="CT-34", title="Consistency beats size", check=gates.fewer_days),
)
"""All rules in the order in which they are shown within one severity."""

_MOVABLE: Final = tuple(rule for rule in RULES if rule.movable)


def check_week(
    training: Sequence[TrainingDay], monday: date, setting: Setting | None = None, *, mend: bool = True
) -> tuple[Finding, ...]:
    """What the rules say about the seven days from `monday`, the gravest first.

    `training` holds days in order without gaps and may reach a week before and after. With `mend` each
    finding that a move can clear says where to. CT-03 speaks for CT-02 where both name the same days.
    """
    span = Span(days=tuple(training), monday=monday, setting=setting or Setting())
    found = [finding for rule in RULES for finding in rule.check(span)]
    special = {(f.day, f.other_day) for f in found if f.id == "CT-03"}
    if mend:
        found = [_with_move(span, finding) for finding in found]
    return tuple(
        sorted(
            found,
            key=lambda f: (-f.severity, f.id == "CT-02" and (f.day, f.other_day) in special, f.day),
        )
    )


def shown(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings without CT-02 where CT-03 says the same of the same two days."""
    special = {(f.day, f.other_day) for f in findings if f.id == "CT-03"}
    return tuple(f for f in findings if not (f.id == "CT-02" and (f.day, f.other_day) in special))


def moved(training: Sequence[TrainingDay], source: date, target: date) -> tuple[TrainingDay, ...]:
    """The days after all planned sessions of `source` went to `target`; what is done stays."""
    by_date = {day.date: day for day in training}
    going = tuple(session for session in by_date[source].sessions if not session.done)
    staying = tuple(session for session in by_date[source].sessions if session.done)
    changes = {
        source: replace(by_date[source], sessions=staying),
        target: replace(by_date[target], sessions=by_date[target].sessions + going),
    }
    return tuple(changes.get(day.date, day) for day in training)


def _with_move(span: Span, finding: Finding) -> Finding:
    """The finding with the nearest empty day that takes its training and breaks nothing else."""
    if finding.other_day is None or not any(rule.id == finding.id for rule in _MOVABLE):
        return finding
    before = _gravity(span)
    for source in (finding.day, finding.other_day):
        day = next((day for day in span.week if day.date == source), None)
        if day is None or not any(not session.done for session in day.sessions):
            continue
        empty = [free.date for free in span.week if not free.sessions]
        for target in sorted(empty, key=lambda free: (abs((free - source).days), free)):
            after = replace(span, days=moved(span.days, source, target))
            if _gravity(after) < before and not _still(after, finding.id):
                words = f"move {day_name(source)} to {day_name(target)}"
                other = f", or {finding.mend}" if finding.mend else ""
                return replace(
                    finding,
                    mend=words + other,
                    moved=(source, target),
                    # The move is told for the day the finding shows on.
                    move_to=target if source == finding.day else None,
                )
    return finding


def _gravity(span: Span) -> tuple[int, int]:
    found = [finding for rule in _MOVABLE for finding in rule.check(span)]
    return (
        sum(finding.severity is Severity.BLOCK for finding in found),
        sum(finding.severity is Severity.WARN for finding in found),
    )


def _still(span: Span, id: str) -> bool:
    return any(True for rule in _MOVABLE if rule.id == id for _ in rule.check(span))
