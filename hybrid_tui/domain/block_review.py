"""A block looked back on: what was kept of the plan, what got stronger, how it was balanced, what comes next.

A block is one round through the weeks of a programme. Verdicts are prompts for a person to judge, made from
few numbers; they explain themselves and never change a plan on their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.trend import DaySet, estimates, heaviest
from hybrid_tui.domain.workout import ByWeek, Number, SetGroup, SetsLine
from hybrid_tui.domain.written_programme import Day, Programme

PROGRESSED_PERCENT: Final = 1.0
"""From this rise on a lift has progressed: a round of small plates on a heavy bar is about as much. [D]"""
FELL_PERCENT: Final = -2.5
"""From this fall on it is more than the noise of a day. [D]"""
LEAST_DAYS: Final = 3
"""Days with a lift below which nothing is said about it. [D]"""
RECOVERED: Final = 60
"""Mean readiness from which more work may be suggested. [D]"""
ADHERENCE_PERCENT: Final = 70
"""Share of the sessions that must be done before more work is suggested. [D]"""
MOST_CHANGES: Final = 2
"""Lifts that are changed at once; the first of the plan, where its main lifts stand. [D]"""
E1RM_UNIT: Final = "kg e1RM"
MOST_SETS: Final = 6
"""Sets of one line that are never gone beyond. [D]"""

DEFINITIONS: Final = (
    ("block", "one round through the weeks of the programme, its deload included."),
    (
        "kept",
        "sessions done, in full or in part, of those the plan asked for up to today; excused ones left out.",
    ),
    (
        "progressed",
        "the best e1RM (Epley) of the second half is at least 1 % above that of the first. Without loads: repetitions.",
    ),
    ("fell", "it is at least 2.5 % below. All between has stood still; fewer than three days say nothing."),
    ("push, pull", "working sets of pressing and of pulling, by the catalogue's patterns."),
    ("run, lift", "minutes of running without walks and recoveries; working sets of everything lifted."),
    ("easy, hard", "minutes run at effort 4 or below, and above it."),
    ("fast", "seconds of sprinting itself; landings of jumps, both sides counted."),
    ("readiness", "mean of the mornings that were answered, and of the sleep they tell."),
    ("load", "minutes × effort of each session, in AU; one without minutes or effort is left out."),
    (
        "next block",
        "at most two lifts change: one that stood still gets a set more; a set less where it fell or the mean "
        "readiness is below 60. Where less than 70 % was done, all stays.",
    ),
)
"""What each line of the review is."""

Lifts = Sequence[DaySet]
"""Working sets of one lift."""


class Verdict(StrEnum):
    """What became of a lift in a block."""

    PROGRESSED = "progressed"
    STALLED = "stood still"
    FELL = "fell"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftChange:
    """One lift's best of the first half of a block against that of the second."""

    exercise: str
    """Catalogue id."""
    name: str
    before: float
    after: float
    unit: str
    """`kg e1RM`, `kg` of load, or `reps`."""

    @property
    def percent(self) -> float:
        """The change in percent of the first."""
        return 100 * (self.after / self.before - 1)

    @property
    def verdict(self) -> Verdict:
        """Progressed, stood still or fell."""
        if self.percent >= PROGRESSED_PERCENT:
            return Verdict.PROGRESSED
        return Verdict.FELL if self.percent <= FELL_PERCENT else Verdict.STALLED


def lift_change(exercise: str, name: str, sets: Lifts, first: date, last: date) -> LiftChange | None:
    """How a lift moved from the first half of `first` to `last` to the second; None where that is not known."""
    if len({each.day for each in sets}) < LEAST_DAYS:
        return None
    values, unit = estimates(sets), E1RM_UNIT
    if not values:
        values, unit = heaviest(sets)
    middle = first + timedelta(days=((last - first).days + 1) // 2)
    early = [value for day, value in values.items() if day < middle]
    late = [value for day, value in values.items() if day >= middle]
    if not early or not late or max(early) <= 0:
        return None
    return LiftChange(exercise=exercise, name=name, before=max(early), after=max(late), unit=unit)


def push_and_pull(counted: Iterable[tuple[str, int]], catalogue: Catalogue) -> tuple[int, int]:
    """Working sets of pressing and pulling, from (exercise, sets)."""
    push = pull = 0
    for exercise, sets in counted:
        known = catalogue.get(exercise)
        if isinstance(known, Exercise):
            push += sets if known.pattern.endswith(" push") else 0
            pull += sets if known.pattern.endswith(" pull") else 0
    return push, pull


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockReview:
    """One block in numbers. None says that it is not known."""

    title: str
    """Of the programme."""
    round: int
    """From 1."""
    first: date
    last: date
    over: bool
    """Whether its last day has passed."""
    planned: int
    """Sessions asked for up to today, excused ones left out."""
    done: int
    partial: int
    excused: int
    lifts: tuple[LiftChange, ...]
    push: int
    pull: int
    sets: int
    run_minutes: float
    easy_minutes: float
    sprint_seconds: float
    contacts: int
    load: float
    """AU, of the sessions whose load is known."""
    readiness: float | None
    """Mean of the mornings known."""
    sleep_hours: float | None
    mornings: int
    """How many are known."""
    next_text: str = ""
    """The suggested next block as the text of a programme."""
    suggestions: tuple[str, ...] = ()
    """What differs in it from the present one, and why."""

    @property
    def hard_minutes(self) -> float:
        """Running that was not easy."""
        return self.run_minutes - self.easy_minutes

    @property
    def kept_percent(self) -> float | None:
        """Share of the planned sessions that were done, also in part."""
        return 100 * (self.done + self.partial) / self.planned if self.planned else None


def next_block(
    programme: Programme,
    lifts: Sequence[LiftChange],
    kept_percent: float | None,
    readiness: float | None,
) -> tuple[Programme, tuple[str, ...]]:
    """The programme once more, with a set more or less where a lift did not progress, and what was changed."""
    tired = readiness is not None and readiness < RECOVERED
    missed = kept_percent is not None and kept_percent < ADHERENCE_PERCENT
    if missed:
        return programme, (f"{kept_percent:.0f} % was done: the same work again, perhaps on fewer days.",)
    changes: dict[str | None, int] = {}
    said: list[str] = []
    known = {lift.exercise: lift for lift in lifts if lift.verdict is not Verdict.PROGRESSED}
    lines = (line for day in programme.days for line in day.lines if isinstance(line, SetsLine))
    for exercise in dict.fromkeys(line.exercise for line in lines):
        lift = None if exercise is None else known.get(exercise)
        if lift is None or len(changes) == MOST_CHANGES:
            continue
        less = tired or lift.verdict is Verdict.FELL
        changes[lift.exercise] = -1 if less else 1
        why = "readiness was low" if tired else "to let it recover" if less else "recovery allows it"
        said.append(f"{lift.name} {lift.verdict.value}: one set {'less' if less else 'more'}, {why}.")
    if not changes:
        return programme, ("Nothing stood still: the same work again, its rules go on raising it.",)
    deloads = frozenset(week for week, _ in programme.deloads)
    days = tuple(_changed(day, changes, deloads) for day in programme.days)
    return replace(programme, days=days, remarks=(*programme.remarks, *said)), tuple(said)


def _changed(day: Day, changes: Mapping[str | None, int], deloads: frozenset[int]) -> Day:
    lines = []
    done: set[str | None] = set()
    for line in day.lines:
        exercise = line.exercise if isinstance(line, SetsLine) else None
        if isinstance(line, SetsLine) and exercise in changes and exercise not in done:
            done.add(exercise)
            first, *others = line.groups
            line = replace(line, groups=(_group(first, changes[exercise], deloads), *others))
        lines.append(line)
    return replace(day, lines=tuple(lines))


def _group(group: SetGroup, step: int, deloads: frozenset[int]) -> SetGroup:
    return group if group.sets is None else replace(group, sets=_sets(group.sets, step, deloads))


def _sets(sets: Number, step: int, deloads: frozenset[int]) -> Number:
    def moved(count: float) -> float:
        return max(1.0, count + step) if step < 0 else max(count, min(MOST_SETS, count + step))

    if not isinstance(sets, ByWeek):
        return moved(sets)
    weeks = enumerate(sets.values, start=1)
    return ByWeek(values=tuple(count if week in deloads else moved(count) for week, count in weeks))
