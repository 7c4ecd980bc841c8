"""Rules about a whole week: sums, shares, ramps, deloads."""

from __future__ import annotations

from collections.abc import Iterator

from hybrid_tui.domain import choices
from hybrid_tui.domain.calendar import day_name
from hybrid_tui.domain.interference.findings import Finding, PastWeek, Severity, Span
from hybrid_tui.domain.interference.sessions import is_hard_run, runs_in
from hybrid_tui.domain.load import mean, monotony, strain
from hybrid_tui.domain.training import TrainingDay, is_leg_muscle, muscle_total

MUSCLE_WORDS = {"upper_back": "upper back", "hip_flexors": "hip flexors"}


def _week(span: Span, id: str, severity: Severity, sentence: str, mend: str = "") -> Finding:
    return Finding(id=id, severity=severity, day=span.monday, sentence=sentence, mend=mend)


def _loads(span: Span) -> list[float] | None:
    loads = [day.load for day in span.week]
    known = [load for load in loads if load is not None]
    return known if len(known) == 7 else None


def hard_run_cap(span: Span) -> Iterator[Finding]:
    """CT-07: so many sharp runs a week, by level."""
    most = choices.CT_07_HARD_RUNS[span.setting.tier]
    hard = [day for day in span.week for session in day.sessions if is_hard_run(session)]
    if len(hard) > most:
        yield Finding(
            id="CT-07",
            severity=Severity.WARN,
            day=hard[most].date,
            sentence=f"{len(hard)} sharp runs this week, {most} are plenty beside lifting",
            mend=f"run easy on {day_name(hard[most].date)}",
        )


def mostly_easy(span: Span) -> Iterator[Finding]:
    """CT-08: with three runs or more, most of their minutes are easy."""
    runs = [block for day in span.week for block in runs_in(day)]
    total = sum(block.run_minutes for block in runs)
    easy = sum(block.easy_minutes for block in runs)
    if len(runs) >= choices.CT_08_RUNS and total and easy / total < choices.CT_08_EASY_SHARE:
        yield _week(
            span,
            "CT-08",
            Severity.HINT,
            f"{100 * easy / total:.0f} % of the running is easy",
            "slow the easy runs down so that the hard ones count",
        )


def week_ramp(span: Span) -> Iterator[Finding]:
    """CT-12: a week's load against the mean of up to three loading weeks before."""
    before = [week.load for week in _loading(span) if week.load is not None][-3:]
    loads = _loads(span)
    if loads is None or not before or span.setting.deload:
        return
    now, usual = sum(loads), mean(before)
    if usual > 0 and now > choices.CT_12_RAMP * usual + 1e-6:
        yield _week(
            span,
            "CT-12",
            Severity.WARN,
            f"A big step: {now:.0f} AU after {usual:.0f}",
            "take one set or one run off",
        )


def _loading(span: Span) -> list[PastWeek]:
    return [week for week in span.setting.past if not week.deload]


def deload_due(span: Span) -> Iterator[Finding]:
    """CT-21: after three loading weeks a lighter one: same weights, about half the sets."""
    row: list[PastWeek] = []
    for week in reversed(span.setting.past):
        if week.deload:
            break
        row.append(week)
    usual = mean(week.sets for week in row[:3]) if row else 0.0
    sets = sum(block.hard_sets for day in span.week for block in day.blocks)
    if len(row) < choices.CT_21_LOADING_WEEKS or not usual or sets <= choices.CT_21_KEEP * usual:
        return
    yield _week(
        span,
        "CT-21",
        Severity.HINT if len(row) == choices.CT_21_LOADING_WEEKS else Severity.WARN,
        f"{len(row)} loading weeks behind you, and this one keeps {100 * sets / usual:.0f} % of the sets",
        "deload: same weights, half the sets",
    )


def enough_sets(span: Span) -> Iterator[Finding]:
    """CT-22: the large muscles get four fractional sets in a loading week, where muscle counts."""
    if (
        span.setting.deload
        or span.setting.goal not in {"hybrid", "muscle"}
        or not any(block.hard_sets for day in span.week for block in day.blocks)
    ):
        return
    total = muscle_total(span.week)
    counted = {muscle: total.get(muscle, 0.0) for muscle in ("quads", "hamstrings", "glutes", "chest")}
    # Pulling trains both; either may carry it.
    counted[max(("lats", "upper_back"), key=lambda muscle: total.get(muscle, 0.0))] = max(
        total.get("lats", 0.0), total.get("upper_back", 0.0)
    )
    for muscle, sets in counted.items():
        if sets < choices.CT_22_SETS:
            yield _week(
                span,
                "CT-22",
                Severity.HINT,
                f"{MUSCLE_WORDS.get(muscle, muscle)} {sets:g} set{'' if sets == 1 else 's'} {_this_week(span)}",
                _one_more(span.week, muscle, sets),
            )


def _this_week(span: Span) -> str:
    """What a week's sum is of: in the middle of a week also of what is still planned, and that is said."""
    done = {session.done for day in span.week for session in day.sessions if session.blocks}
    return "this week with what is planned" if len(done) > 1 else "this week"


def _one_more(days: tuple[TrainingDay, ...], muscle: str, sets: float) -> str:
    blocks = [block for day in days for block in day.blocks if block.muscles.get(muscle)]
    if not blocks:
        return "add an exercise for it"
    best = max(blocks, key=lambda block: block.muscles[muscle] / block.hard_sets)
    more = best.muscles[muscle] / best.hard_sets
    return f"one more set of {best.name.casefold()} makes it {sets + more:g}"


def few_enough_sets(span: Span) -> Iterator[Finding]:
    """CT-23: past these sets a muscle gains little: by week, and ten in one session."""
    total = muscle_total(span.week)
    runs = any(runs_in(day) for day in span.week)
    for muscle, sets in total.items():
        leg = is_leg_muscle(muscle)
        most = choices.CT_23_LEG_SETS if leg else choices.CT_23_UPPER_SETS
        if sets > most and (runs or not leg):
            yield _week(
                span,
                "CT-23",
                Severity.WARN,
                f"{MUSCLE_WORDS.get(muscle, muscle)} {sets:g} sets {_this_week(span)}: returns are shrinking",
                f"stay at {most:g}",
            )
    for day in span.week:
        for session in day.sessions:
            here = muscle_total((TrainingDay(date=day.date, sessions=(session,)),))
            for muscle, sets in here.items():
                if sets > choices.CT_23_SESSION_SETS:
                    yield Finding(
                        id="CT-23",
                        severity=Severity.WARN,
                        day=day.date,
                        sentence=f"{MUSCLE_WORDS.get(muscle, muscle)} {sets:g} sets on {day_name(day.date)}",
                        mend="spread them over two days",
                    )


def evenness(span: Span) -> Iterator[Finding]:
    """CT-24: a week whose days are all alike."""
    loads = _loads(span)
    value = None if loads is None else monotony(loads)
    if value is not None and value >= choices.CT_24_HINT:
        yield _week(
            span,
            "CT-24",
            Severity.WARN if value > choices.CT_24_WARN else Severity.HINT,
            f"Monotony {value:.2f}: the days are much alike",
            "make the easy days easier",
        )


def own_strain(span: Span) -> Iterator[Finding]:
    """CT-25: strain against the mean of one's own last six weeks."""
    loads = _loads(span)
    known = [week.strain for week in span.setting.past if week.strain is not None]
    own = known[-choices.CT_25_WEEKS :]
    now = None if loads is None else strain(loads)
    if now is None or len(own) < choices.CT_25_WEEKS:
        return
    if now > choices.CT_25_SHARE * mean(own):
        yield _week(
            span,
            "CT-25",
            Severity.WARN,
            f"The heaviest week in a while: strain {now:.0f}, usually {mean(own):.0f}",
            "watch sleep, and your throat",
        )


def after_a_break(span: Span) -> Iterator[Finding]:
    """CT-29: after a week off begin at 70 %, after two at half."""
    loads, usual = _loads(span), span.setting.usual_load
    share = next((s for days, s in choices.CT_29_SHARES if span.setting.days_off >= days), None)
    if loads is None or not usual or share is None:
        return
    if sum(loads) > share * usual + 1e-6:
        yield _week(
            span,
            "CT-29",
            Severity.WARN,
            f"{span.setting.days_off} days off, and this week is {100 * sum(loads) / usual:.0f} % of usual",
            f"begin with {100 * share:.0f} %; it returns fast",
        )
