"""Rules about one day or one session: order, distance, caps and gates."""

from __future__ import annotations

from collections.abc import Iterator

from hybrid_tui.domain import choices
from hybrid_tui.domain.calendar import day_name
from hybrid_tui.domain.exercise import LegClass
from hybrid_tui.domain.interference.findings import Finding, Severity, Span, named
from hybrid_tui.domain.training import (
    FAST,
    HARD_RUNS,
    RUNS,
    STEADY,
    TrainingBlock,
    TrainingDay,
    TrainingSession,
    Work,
)


def _on(id: str, severity: Severity, day: TrainingDay, sentence: str, mend: str = "") -> Finding:
    return Finding(id=id, severity=severity, day=day.date, sentence=sentence, mend=mend)


def _sessions(span: Span) -> Iterator[tuple[TrainingDay, TrainingSession]]:
    for day in span.week:
        for session in day.sessions:
            yield day, session


def hours_between(one: TrainingSession, other: TrainingSession) -> float:
    """Hours from the end of one session to the beginning of another; `am` and `pm` are six apart or more."""
    if one.begins is not None and other.begins is not None:
        first, then = sorted((one, other), key=lambda session: session.begins or 0.0)
        return (then.begins or 0.0) - (first.begins or 0.0) - (first.minutes or 0.0) / 60
    return choices.CT_04_HOURS if {one.slot, other.slot} == {"am", "pm"} else 0.0


def hard_run_and_leg_lifting_apart(span: Span) -> Iterator[Finding]:
    """CT-04: a hard run and four or more heavy leg sets on one day want six hours between; sprints three."""
    for day in span.week:
        if not day.has(HARD_RUNS) or not day.is_heavy:
            continue
        runs = [session for session in day.sessions if session.has(HARD_RUNS)]
        lifts = [session for session in day.sessions if session.leg_sets]
        gap = min(0.0 if run is lift else hours_between(run, lift) for run in runs for lift in lifts)
        fast = all(not run.has(frozenset({Work.HARD_RUN})) for run in runs)
        if gap < (choices.CT_04_HOURS_MAXIMAL if fast else choices.CT_04_HOURS):
            yield _on(
                "CT-04",
                Severity.HINT if span.setting.first_year else Severity.WARN,
                day,
                f"{named(day)} and heavy leg sets stand close together",
                "split them into am and pm, or halve one",
            )


def fast_and_heavy_before_long(span: Span) -> Iterator[Finding]:
    """CT-05: no steady running over 20 min before lifting or jumping in one session, where muscle counts."""
    if span.setting.goal not in {"hybrid", "muscle"}:
        return
    for day, session in _sessions(span):
        run = 0.0
        for block in session.blocks:
            if block.work in {Work.LIFT, Work.JUMP} and run > choices.CT_05_STEADY_MINUTES:
                yield _on(
                    "CT-05",
                    Severity.WARN,
                    day,
                    f"{day_name(day.date)}: {block.name} comes after {run:.0f} min of running",
                    "lift or jump first while fresh, run afterwards",
                )
                break
            run += (block.minutes or 0.0) if block.work in STEADY else 0.0


def single_run_spike(span: Span) -> Iterator[Finding]:
    """CT-11: no run much longer than the longest of the 30 days before."""
    longest = span.setting.longest_run
    if not longest:
        return
    for day in span.week:
        for block in day.blocks:
            minutes = block.run_minutes or block.minutes or 0.0
            allowed = max(choices.CT_11_WARN * longest, choices.CT_11_FROM_MINUTES)
            if block.work not in STEADY or minutes <= allowed + 1e-6:
                continue
            far = minutes > choices.CT_11_BLOCK * longest + 1e-6
            yield _on(
                "CT-11",
                Severity.BLOCK if far else Severity.WARN,
                day,
                f"{day_name(day.date)} {block.name.casefold()} of {minutes:.0f} min is "
                f"{100 * (minutes / longest - 1):.0f} % past your longest this month",
                f"run {allowed:.0f} min",
            )


def sprint_ramp(span: Span) -> Iterator[Finding]:
    """CT-13: against the last session of its kind at most two repeats more, or a fifth more work."""
    for day in span.week:
        for block in day.blocks:
            last = span.setting.last_sprints.get(block.exercise or "")
            if block.work not in FAST or last is None:
                continue
            more = block.sprint_seconds - last.seconds
            piled = block.sprint_seconds > choices.CT_13_SHARE * last.seconds and more > choices.CT_13_SECONDS
            if block.repeats > last.repeats + choices.CT_13_REPS or piled:
                yield _on(
                    "CT-13",
                    Severity.WARN,
                    day,
                    f"{named(day)}: {block.repeats} repeats after {last.repeats} last time",
                    f"add one: {last.repeats + 1}",
                )


def sprint_seconds_cap(span: Span) -> Iterator[Finding]:
    """CT-14: past so many sprint seconds a session trains tiredness."""
    caps = {
        Work.SPRINT: choices.CT_14_SPRINT_SECONDS[span.setting.tier],
        Work.STAIRS: choices.CT_14_STAIR_SECONDS[span.setting.tier],
    }
    for day, session in _sessions(span):
        for work, cap in caps.items():
            seconds = sum(block.sprint_seconds for block in session.blocks if block.work is work)
            if seconds > cap:
                yield _on(
                    "CT-14",
                    Severity.WARN,
                    day,
                    f"{named(day)}: {seconds:.0f} s of sprinting, {cap} s train speed",
                    "take repeats off",
                )


def fresh_for_speed(span: Span) -> Iterator[Finding]:
    """CT-15: jumps and sprints come before leg lifting and before long running in a session."""
    for day, session in _sessions(span):
        run, lifted = 0.0, ""
        for block in session.blocks:
            quick = block.work in FAST or block.work is Work.JUMP
            if quick and (lifted or run > choices.CT_05_STEADY_MINUTES):
                after = lifted or f"{run:.0f} min of running"
                yield _on(
                    "CT-15",
                    Severity.WARN,
                    day,
                    f"{day_name(day.date)}: {block.name.casefold()} comes after {after}",
                    f"put {block.name.casefold()} first",
                )
                break
            run += (block.minutes or 0.0) if block.work in STEADY else 0.0
            if block.trains_legs and block.hard_sets:
                lifted = lifted or block.name.casefold()


def contact_cap(span: Span) -> Iterator[Finding]:
    """CT-16: so many landings in a session, by level."""
    cap = choices.CT_16_CONTACTS[span.setting.tier]
    for day, session in _sessions(span):
        if session.contacts > cap:
            far = session.contacts > choices.CT_16_BLOCK * cap
            yield _on(
                "CT-16",
                Severity.BLOCK if far else Severity.WARN,
                day,
                f"{day_name(day.date)}: {session.contacts} landings, {cap} are enough",
                "take a set of jumps off",
            )


def walk_down_stairs(span: Span) -> Iterator[Finding]:
    """CT-27: stairs are run up and walked down."""
    for day in span.week:
        if any(block.runs_down for block in day.blocks):
            yield _on(
                "CT-27",
                Severity.BLOCK,
                day,
                f"{day_name(day.date)}: running down stairs",
                "fast up, walk down with a hand near the rail",
            )


def knee_stack(span: Span) -> Iterator[Finding]:
    """CT-28: stairs, squats or lunges, and jumping lunges on one date."""
    for day in span.week:
        stairs = day.has(frozenset({Work.STAIRS}))
        bends = any(block.hard_sets and block.pattern in {"squat", "lunge"} for block in day.blocks)
        jumps = any(block.exercise == "jumping_lunge" for block in day.blocks)
        if stairs and bends and jumps:
            yield _on(
                "CT-28",
                Severity.HINT,
                day,
                f"{day_name(day.date)}: stairs, squats or lunges, and jumping lunges ask much of the knee",
                "swap one for a hinge",
            )


def runs_in(day: TrainingDay) -> tuple[TrainingBlock, ...]:
    """All runs of a day."""
    return tuple(block for block in day.blocks if block.work in RUNS)


def is_hard_run(session: TrainingSession) -> bool:
    """Whether a session holds a sharp run, as CT-07 counts them."""
    return any(
        block.work in HARD_RUNS or (block.work in RUNS and block.run_class is LegClass.B)
        for block in session.blocks
    )
