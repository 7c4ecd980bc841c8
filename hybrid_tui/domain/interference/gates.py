"""Rules that ask what lies behind a person, or how this morning is, before they let hard work through."""

from __future__ import annotations

from collections.abc import Iterator

from hybrid_tui.domain import choices, red_flags
from hybrid_tui.domain.calendar import day_name
from hybrid_tui.domain.exercise import LegClass
from hybrid_tui.domain.interference.findings import Finding, Severity, Span, named
from hybrid_tui.domain.load import mean
from hybrid_tui.domain.recovery import Band
from hybrid_tui.domain.training import FAST, TrainingBlock, TrainingDay, Work


def _on(id: str, severity: Severity, day: TrainingDay, sentence: str, mend: str = "") -> Finding:
    return Finding(id=id, severity=severity, day=day.date, sentence=sentence, mend=mend)


def jump_gate(span: Span) -> Iterator[Finding]:
    """CT-18: bigger jumps after weeks of smaller ones; where nothing is known the level decides."""
    setting = span.setting
    if setting.jump_weeks is None:
        allowed = {"beginner": 1, "intermediate": 2, "advanced": 3}[setting.tier]
    else:
        small, middle = setting.jump_weeks
        strong = setting.squat_ratio is None or setting.squat_ratio >= choices.CT_18_SQUAT_RATIO
        allowed = 1 + (small >= choices.CT_18_LEVEL_2_WEEKS)
        if allowed == 2 and middle >= choices.CT_18_LEVEL_3_WEEKS and strong:
            allowed = 3
    for day in span.week:
        for block in day.blocks:
            if block.work is Work.JUMP and block.level > allowed:
                yield _on(
                    "CT-18",
                    Severity.BLOCK,
                    day,
                    f"{day_name(day.date)} {block.name.casefold()} needs weeks of smaller jumps first",
                    "pogo hops, rope or a low box jump",
                )


def sprint_gate(span: Span) -> Iterator[Finding]:
    """CT-19: near-maximal hills after four weeks of running, flat sprints after eight and four hill days."""
    setting = span.setting
    for day in span.week:
        for block in day.blocks:
            if block.work not in FAST:
                continue
            if setting.leg_pain:
                words, mend = "no sprints with a hurting hamstring, calf or Achilles", "run easy, or rest"
            elif block.rpe is None or block.rpe < choices.CT_19_RPE:
                continue
            elif setting.running_weeks is not None and setting.running_weeks < choices.CT_19_HILL_WEEKS:
                words, mend = "four weeks with two runs come first", "hills at 7 or 8"
            elif block.exercise == "flat_sprint" and not _flat_ready(span):
                words, mend = "flat sprints come after hills", "hill sprints instead"
            else:
                continue
            yield _on("CT-19", Severity.BLOCK, day, f"{named(day)}: {words}", mend)


def _flat_ready(span: Span) -> bool:
    weeks, hills = span.setting.running_weeks, span.setting.hill_sessions
    return (weeks is None or weeks >= choices.CT_19_FLAT_WEEKS) and (
        hills is None or hills >= choices.CT_19_FLAT_HILLS
    )


def vest_gate(span: Span) -> Iterator[Finding]:
    """CT-20: no vest downhill, down stairs or on jumps, and none heavier than the level allows (3.6)."""
    for day in span.week:
        for block in day.blocks:
            if block.vest_kg is None:
                continue
            if block.descent > 0 or block.runs_down or block.work is Work.JUMP:
                words, mend = "a vest has no place on descents, stairs down or jumps", "take it off"
            elif _too_heavy(span, block):
                words, mend = "the vest is heavier than your level allows here", "lighter, or uphill only"
            else:
                continue
            yield _on("CT-20", Severity.BLOCK, day, f"{named(day)}: {words}", mend)


def _too_heavy(span: Span, block: TrainingBlock) -> bool:
    if block.place == "hill" and block.work not in FAST:
        allowed = choices.CT_20_VEST_UPHILL[span.setting.tier]
    elif block.work in FAST or block.exercise == "strides":
        allowed = choices.CT_20_VEST_FAST[span.setting.tier]
    else:
        allowed = choices.CT_20_VEST_EASY[span.setting.tier]
    if allowed == 0:
        return True
    body, vest = span.setting.body_kg, block.vest_kg
    return body is not None and vest is not None and vest > allowed * body + 1e-9


def descent_before_maximal(span: Span) -> Iterator[Finding]:
    """CT-26: more descent than in the last 30 days on the eve of a maximal day."""
    known = span.setting.largest_descent
    for first, then in span.pairs():
        down = sum(block.descent for block in first.blocks)
        new = known is not None and down > choices.CT_26_SHARE * known
        hilly = any(block.exercise == "trail_run" and block.descent > 0 for block in first.blocks)
        if down > 0 and (new or hilly) and then.is_maximal:
            yield Finding(
                id="CT-26",
                severity=Severity.WARN,
                day=then.date,
                other_day=first.date,
                sentence=f"{down:.0f} m downhill on {day_name(first.date)} bruise the quads before "
                f"{named(then)}",
                mend="leave two nights between",
            )


def morning_gate(span: Span) -> Iterator[Finding]:
    """CT-32 and CT-33: what this morning's answers say about what is planned today."""
    setting = span.setting
    today = next((day for day in span.week if day.date == setting.today), None)
    if today is None or not any(session.blocks and not session.done for session in today.sessions):
        return
    flag = red_flags.gravest(setting.flags)
    if flag is not None and flag.action > red_flags.FlagAction.HALVE:
        yield _on("CT-33", Severity.BLOCK, today, flag.line)
        return
    hard = [s for s in today.sessions if not s.done and s.leg_class in {LegClass.A, LegClass.B}]
    if hard and setting.band is not None and setting.band is not Band.GO:
        yield _on(
            "CT-32",
            Severity.WARN,
            today,
            f"Readiness says {setting.band.word}, and {named(today)} is hard",
            "do less of it" if setting.band is Band.REDUCE else "swap it with an easier day",
        )


def fewer_days(span: Span) -> Iterator[Finding]:
    """CT-34: three weeks with two or more planned days left out ask for a smaller plan."""
    known = [
        (week.planned_days, week.trained_days)
        for week in span.setting.past[-choices.CT_34_WEEKS :]
        if week.planned_days is not None and week.trained_days is not None
    ]
    if len(known) < choices.CT_34_WEEKS or any(p - t < choices.CT_34_DAYS for p, t in known):
        return
    days = max(1, round(mean(trained for _, trained in known)))
    yield Finding(
        id="CT-34",
        severity=Severity.HINT,
        day=span.monday,
        sentence="Three weeks with days left out: a plan that is finished beats a bigger one",
        mend=f"choose one with {days} day{'s' if days > 1 else ''}",
    )
