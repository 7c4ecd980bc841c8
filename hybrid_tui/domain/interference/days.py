"""Rules about days beside each other: what must not follow what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from hybrid_tui.domain import choices
from hybrid_tui.domain.calendar import day_name
from hybrid_tui.domain.exercise import LegClass
from hybrid_tui.domain.interference.findings import Finding, Severity, Span, follows, named
from hybrid_tui.domain.training import FAST, HARD_RUNS, TrainingDay, Work

DEPTH_JUMP = "depth_jump"


def _pair(
    id: str, severity: Severity, first: TrainingDay, then: TrainingDay, sentence: str, mend: str = ""
) -> Finding:
    return Finding(
        id=id, severity=severity, day=then.date, other_day=first.date, sentence=sentence, mend=mend
    )


def one_day_free(span: Span) -> Iterator[Finding]:
    """CT-01: one day in any seven stays empty; walks and mobility are no sessions."""
    row = 0
    before = None
    for day in span.days:
        follows_on = before is not None and day.date - before == timedelta(days=1)
        row = (row + 1 if follows_on else 1) if day.trains else 0
        before = day.date
        if row >= 7 and span.asks(day.date):
            yield Finding(
                id="CT-01",
                severity=Severity.BLOCK,
                day=day.date,
                sentence="Seven days of training in a row: muscle and tendon rebuild on the empty one",
                mend=f"keep {day_name(day.date)} free",
            )
            return


def two_nights_between_maximal_days(span: Span) -> Iterator[Finding]:
    """CT-02: days that are maximal for the legs are 48 h apart, which is two dates."""
    for first, then in span.pairs():
        if first.is_maximal and then.is_maximal:
            yield _pair(
                "CT-02",
                Severity.BLOCK,
                first,
                then,
                f"{follows(first, then)}: legs need two nights after a maximal day",
            )


def no_sprints_beside_heavy_legs(span: Span) -> Iterator[Finding]:
    """CT-03: no sprints on the day before or after heavy squats and pulls."""
    for first, then in span.pairs():
        if first.has(FAST) and then.is_heavy:
            words = f"{follows(first, then)}: sprints take the snap out of heavy sets"
        elif first.is_heavy and then.has(FAST):
            words = f"{follows(first, then)}: heavy sets take the speed out of sprints"
        else:
            continue
        yield _pair("CT-03", Severity.BLOCK, first, then, words)


def hard_runs_apart(span: Span) -> Iterator[Finding]:
    """CT-06: sprint, interval, tempo and hill days are never beside each other."""
    for first, then in span.pairs():
        if first.has(HARD_RUNS) and then.has(HARD_RUNS):
            yield _pair(
                "CT-06",
                Severity.WARN,
                first,
                then,
                f"{follows(first, then)}: let an easy day follow a hard run",
            )


def long_run_before_maximal(span: Span) -> Iterator[Finding]:
    """CT-09: no long run on the eve of a maximal day; under an hour it may be."""
    for first, then in span.pairs():
        long = [block for block in first.blocks if block.work is Work.LONG_RUN]
        if not then.is_maximal or not long:
            continue
        if any(b.minutes is None or b.minutes >= choices.CT_09_SHORT_MINUTES for b in long):
            yield _pair(
                "CT-09",
                Severity.WARN,
                first,
                then,
                f"{named(then)} asks for fresh legs, and {day_name(first.date)} is the long run",
                f"shorten the long run under {choices.CT_09_SHORT_MINUTES:g} min",
            )


def maximal_before_quality(span: Span) -> Iterator[Finding]:
    """CT-10: a maximal day before a hard run, or before a long one, leaves heavy legs."""
    for first, then in span.pairs():
        if not first.is_maximal:
            continue
        hard, long = then.runs_of(LegClass.B), then.runs_of(LegClass.BL)
        if hard or long:
            yield _pair(
                "CT-10",
                Severity.WARN if hard else Severity.HINT,
                first,
                then,
                f"{follows(first, then)}: expect heavy legs",
                "run by feel and keep it easy",
            )


def jumps_apart(span: Span) -> Iterator[Finding]:
    """CT-17: 48 h between jump days, 72 h where depth jumps are among them, and so many a week."""
    for apart in (1, 2):
        for first, then in span.pairs(apart):
            if not (first.contacts and then.contacts):
                continue
            deep = any(block.exercise == DEPTH_JUMP for block in (*first.blocks, *then.blocks))
            if apart == 1 or deep:
                nights = "three" if deep else "two"
                yield _pair(
                    "CT-17",
                    Severity.WARN,
                    first,
                    then,
                    f"Jumps on {day_name(first.date)} and {day_name(then.date)}: "
                    f"tendons want {nights} nights between",
                )
    most = choices.CT_17_SESSIONS[span.setting.tier]
    jumping = [day for day in span.week if day.contacts]
    if len(jumping) > most:
        yield Finding(
            id="CT-17",
            severity=Severity.WARN,
            day=jumping[most].date,
            sentence=f"{len(jumping)} jump days this week, {most} are enough",
            mend=f"leave the jumps of {day_name(jumping[most].date)} out",
        )


def reserve_before_speed(span: Span) -> Iterator[Finding]:
    """CT-30: leg sets to failure, or one short of it, in the three days before sprints."""
    for apart in (1, 2, 3):
        for first, then in span.pairs(apart):
            ground = [b for b in first.blocks if b.leg_sets and b.rpe is not None and b.rpe >= 9]
            if ground and then.has(FAST):
                yield _pair(
                    "CT-30",
                    Severity.HINT,
                    first,
                    then,
                    f"{ground[0].name} on {day_name(first.date)} goes to the limit before "
                    f"{day_name(then.date)}'s sprints",
                    "leave two repetitions in the tank",
                )


def race_taper(span: Span) -> Iterator[Finding]:
    """CT-31: nothing maximal within 72 h before a race, no leg lifting within five days."""
    race = span.setting.race
    if race is None:
        return
    for day in span.week:
        left = (race - day.date).days
        if not 0 < left <= choices.CT_31_LIFT_DAYS:
            continue
        lifts = any(block.trains_legs and block.hard_sets for block in day.blocks)
        if lifts or (left <= choices.CT_31_MAXIMAL_DAYS and day.is_maximal):
            yield Finding(
                id="CT-31",
                severity=Severity.WARN,
                day=day.date,
                other_day=race,
                sentence=f"{named(day)} is {left} day{'s' if left > 1 else ''} before the race",
                mend="leave it out: fresh legs are worth more now",
            )
