"""What a week is held against: the figures of the one before, or the mean of some."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hybrid_tui.domain.week import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFigures:
    """A week in figures, or the mean of several. None where something is not known."""

    weeks: int = 1
    """How many weeks they are the mean of."""
    runs: float = 0.0
    lifts: float = 0.0
    metres: float = 0.0
    """Run, as far as it is known."""
    contacts: float = 0.0
    load: float | None = None
    """AU."""
    leg_load: float | None = None
    """AU."""
    sleep_minutes: float | None = None
    """Mean of the nights that are known."""
    protein_days: float | None = None
    """Days with protein to target; None where none was logged."""
    readiness: float | None = None
    """Mean of the mornings that are known."""
    sprint_seconds: float = 0.0
    easy_minutes: float = 0.0
    monotony: float | None = None
    strain: float | None = None
    muscles: dict[str, float] = field(default_factory=dict)
    """Fractional hard sets by muscle."""


def mean(values: Sequence[float | None]) -> float | None:
    """The mean of those that are known; None without any."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def trained_with(week: Week, part: str) -> int:
    """Sessions of the week that were done and have a `run` or a `lift` in them."""
    return sum(getattr(s, part) is not None and s.trained for day in week.days for s in day.sessions)


def metres_run(week: Week) -> float:
    """Distance of the runs of the week, in metres, as far as it is known."""
    return sum(s.metres or 0.0 for day in week.days for s in day.sessions if s.trained)


def protein_met(week: Week) -> tuple[int, int]:
    """Days with protein to target, and days on which it was logged and had one."""
    logged = [d for d in week.days if d.protein_g is not None and d.protein_target_g is not None]
    return sum((d.protein_g or 0) >= (d.protein_target_g or 0) for d in logged), len(logged)


def figures_of(week: Week) -> WeekFigures:
    """The figures of one week."""
    met, logged = protein_met(week)
    return WeekFigures(
        runs=trained_with(week, "run"),
        lifts=trained_with(week, "lift"),
        metres=metres_run(week),
        contacts=week.totals.contacts,
        load=week.totals.load,
        leg_load=week.totals.leg_load,
        sleep_minutes=mean([day.sleep_minutes for day in week.days]),
        protein_days=met if logged else None,
        readiness=mean([day.readiness for day in week.days]),
        sprint_seconds=week.totals.sprint_seconds,
        easy_minutes=week.totals.easy_minutes,
        monotony=week.totals.monotony,
        strain=week.totals.strain,
        muscles=dict(week.muscles),
    )


def mean_of(weeks: Sequence[WeekFigures]) -> WeekFigures:
    """The mean of some weeks, each figure over those in which it is known. Raises ValueError without any."""
    if not weeks:
        raise ValueError("no week to take the mean of")

    def over(figure: Callable[[WeekFigures], float | None]) -> float | None:
        return mean([figure(each) for each in weeks])

    def sure(figure: Callable[[WeekFigures], float]) -> float:
        return sum(figure(each) for each in weeks) / len(weeks)

    names = {name for each in weeks for name in each.muscles}
    return WeekFigures(
        weeks=len(weeks),
        runs=sure(lambda each: each.runs),
        lifts=sure(lambda each: each.lifts),
        metres=sure(lambda each: each.metres),
        contacts=sure(lambda each: each.contacts),
        load=over(lambda each: each.load),
        leg_load=over(lambda each: each.leg_load),
        sleep_minutes=over(lambda each: each.sleep_minutes),
        protein_days=over(lambda each: each.protein_days),
        readiness=over(lambda each: each.readiness),
        sprint_seconds=sure(lambda each: each.sprint_seconds),
        easy_minutes=sure(lambda each: each.easy_minutes),
        monotony=over(lambda each: each.monotony),
        strain=over(lambda each: each.strain),
        muscles={name: sum(each.muscles.get(name, 0.0) for each in weeks) / len(weeks) for name in names},
    )
