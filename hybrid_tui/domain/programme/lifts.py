"""Lines of sets: targets, loads and reasons from the text and the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, cast

from hybrid_tui.domain import choices
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.exercise import Measure as MeasuredBy
from hybrid_tui.domain.flatten import line_sets
from hybrid_tui.domain.load import planned_rating, set_minutes
from hybrid_tui.domain.programme.deload import line_of_week
from hybrid_tui.domain.programme.loadable import raised
from hybrid_tui.domain.programme.numbers import number_of, with_gains
from hybrid_tui.domain.programme.outcome import Outcome, Past, judge
from hybrid_tui.domain.programme.plan import WeekPlace
from hybrid_tui.domain.programme.prescription import NO_LOAD, Known, Prescription, SetTarget, TrainingMax
from hybrid_tui.domain.programme.progression import WEIGHT, Decision, Situation, decide, settled
from hybrid_tui.domain.programme.targets import Lift, last_words, target_of
from hybrid_tui.domain.programme.weights import BODY, amount_of, nearest, plus, share, spaced, within
from hybrid_tui.domain.rule import RuleKind, RulePart
from hybrid_tui.domain.set_record import SetRole
from hybrid_tui.domain.workout import AskedSet, Load, SetGroup, SetsLine, StepKind

USUAL_REST: Final = 90
"""Seconds of rest where neither the line nor the catalogue says anything."""
WARM_UP_REST: Final = 30
"""Seconds after a warm-up set where its line says nothing."""
RECENT: Final = 16
"""How many past lines are read where only the last of them decide."""
NEARBY_REPS: Final = 2
"""A load from another line of the same exercise serves while its goal is this near."""


def prescribe_sets(
    line: SetsLine, place: WeekPlace, known: Known, *, key: str = "", part: StepKind = StepKind.WORK
) -> Prescription:
    """What a line of sets asks in its week; `key` is its `line_key` in the plan."""
    found = known.catalogue.get(line.exercise)
    exercise = found if isinstance(found, Exercise) else None
    if part is not StepKind.WORK:
        return _warm_up(line, place, known, exercise, part)
    lift = _lift(line, place, known, key)
    outcomes = _outcomes(lift, line_sets(cast(SetsLine, line_of_week(line, place))))
    decision = _decision(lift, outcomes)
    if decision.swap is not None and decision.swap.exercise is not None:
        return _swapped(lift, decision.swap, decision, key)
    return _written(lift, outcomes, decision, part)


def sets_settled(line: SetsLine, place: WeekPlace, known: Known, *, key: str) -> bool:
    """Whether the history in hand is enough: older times than these would not change what is asked."""
    lift = _lift(line, place, known, key)
    if (line.exercise or "") in known.maxes or len(lift.pasts) < RECENT or (key and not lift.own):
        return False
    if not _looks_far_back(lift):
        return True
    outcomes = _outcomes(lift, line_sets(cast(SetsLine, line_of_week(line, place))))
    return settled(line.rule, _situation(lift, outcomes))


def _lift(line: SetsLine, place: WeekPlace, known: Known, key: str) -> Lift:
    found = known.catalogue.get(line.exercise)
    everything = known.history.get(line.exercise or "", ())
    mine = tuple(past for past in everything if past.line_key == key) if key else everything
    return Lift(
        line=line,
        place=place,
        known=known,
        exercise=found if isinstance(found, Exercise) else None,
        pasts=mine or everything,
        own=bool(mine),
    )


def _outcomes(lift: Lift, asked: tuple[AskedSet, ...]) -> tuple[tuple[Past, Outcome], ...]:
    """Past lines that can be compared, oldest first."""
    pasts = lift.pasts if _looks_far_back(lift) else lift.pasts[:RECENT]
    judged = ((past, judge(past, asked)) for past in reversed(pasts))
    found = [(past, outcome) for past, outcome in judged if outcome is not None]
    if lift.own or not asked:
        return tuple(found)
    goal = asked[0].hold.high if asked[0].hold.high is not None else asked[0].hold.low
    near = [
        (past, outcome)
        for past, outcome in found
        if outcome.goal is None or goal is None or abs(outcome.goal - cast(float, goal)) <= NEARBY_REPS
    ]
    return tuple(near)


def _looks_far_back(lift: Lift) -> bool:
    """Whether what was earned long ago counts: stages, growing numbers of the text, a training maximum."""
    stages = lift.line.rule.stages if lift.line.rule else ()
    counted = any(p.kind is RuleKind.ADD and p.unit not in WEIGHT for stage in stages for p in stage)
    return len(stages) > 1 or counted or (lift.line.exercise or "") in lift.known.maxes


def _parts(lift: Lift) -> list[RulePart]:
    rule = lift.line.rule
    return [part for stage in (rule.stages if rule else ()) for part in stage]


def _situation(lift: Lift, outcomes: Sequence[tuple[Past, Outcome]]) -> Situation:
    counted = next((p for p in _parts(lift) if p.kind is RuleKind.ADD and p.unit not in WEIGHT), None)
    return Situation(
        outcomes=tuple(outcome for past, outcome in outcomes if not past.pauses),
        place=lift.place,
        base=_recorded(outcomes) or _text_load(lift),
        number=number_of(lift.line, counted.unit) if counted is not None else None,
    )


def _decision(lift: Lift, outcomes: Sequence[tuple[Past, Outcome]]) -> Decision:
    parts = _parts(lift)
    situation = _situation(lift, outcomes)
    decision = decide(lift.line.rule, situation)
    if decision.from_bottom and decision.change.startswith("↑"):
        before = next((each.load for each in reversed(situation.outcomes) if each.load is not None), None)
        hold = line_sets(cast(SetsLine, line_of_week(lift.line, lift.place)))[0].hold
        decision = raised(decision, before, situation.outcomes[-1], hold, lift.stock)
    written = _text_load(lift)
    if written is not None and not any(part.unit in (*WEIGHT, "%") or part.times for part in parts):
        decision = replace(decision, load=written)  # the text fixes the load where no rule moves it
    if lift.place.deload:
        kept = "the same load, fewer sets" if situation.base is not None else "fewer sets"
        why = f"deload week: {kept}, more in reserve"
        decision = replace(
            decision,
            load=situation.base,
            from_bottom=False,
            change="↓ deload",
            why=why,
            swap=decision.swap,
        )
    return decision


def _recorded(outcomes: Sequence[tuple[Past, Outcome]]) -> Load | None:
    """The load of the last time, whatever that time was."""
    return next((outcome.load for _, outcome in reversed(outcomes) if outcome.load is not None), None)


def _text_load(lift: Lift) -> Load | None:
    """The load the text gives to the first group this week; None for none or a percentage."""
    load = cast(SetsLine, line_of_week(lift.line, lift.place)).groups[0].load
    if load is not None and load.unit != "%":
        return load
    measures = lift.exercise.measures if lift.exercise else ()
    return BODY if load is None and MeasuredBy.BODYWEIGHT in measures else None


def _swapped(lift: Lift, swap: RulePart, decision: Decision, key: str) -> Prescription:
    """The line with another exercise in its place, which then has a history of its own and no rule yet."""
    title = lift.known.catalogue.title(swap.exercise or "")
    line = replace(lift.line, name=title.lower(), exercise=swap.exercise, rule=None, comment="")
    groups = tuple(replace(group, load=None) for group in line.groups)
    given = prescribe_sets(replace(line, groups=groups), lift.place, lift.known, key=key)
    return replace(given, change=decision.change, why=decision.why)


def _written(
    lift: Lift,
    outcomes: Sequence[tuple[Past, Outcome]],
    decision: Decision,
    part: StepKind,
) -> Prescription:
    plain = cast(SetsLine, line_of_week(with_gains(lift.line, decision.gains, lift.place), lift.place))
    maximum = _maximum(lift, outcomes)
    wanted = _with_loads(plain.groups, decision, maximum)
    groups = tuple(replace(group, load=lift.stock.nearest(group.load)) for group in wanted)
    plain = replace(plain, groups=groups, rule=None, comment="")
    usual = [outcome for past, outcome in outcomes if not past.pauses]
    last = usual[-1] if usual else None
    targets = tuple(
        target_of(asked, index, last, decision, lift) for index, asked in enumerate(line_sets(plain))
    )
    needs = lift.exercise is not None and lift.exercise.measures[0] is MeasuredBy.LOAD
    asks = needs and any(target.load is None for target in targets)
    why = decision.why
    if asks:
        why = NO_LOAD
    elif maximum is not None and _percent(lift.line.groups[0]):
        why = f"of a training maximum of {spaced(maximum)}; {why}" if why else ""
    if wanted[0].load is not None and groups[0].load is not None and groups[0].load != wanted[0].load:
        here = f"{spaced(wanted[0].load)} is not here: {spaced(groups[0].load)}"
        why = f"{why}; {here}" if why else here
    return replace(
        _finished(plain, lift, part, targets),
        change=decision.change,
        why=why,
        last=last_words(outcomes),
        asks_load=asks,
        comment=lift.line.comment,
    )


def _percent(group: SetGroup) -> bool:
    return group.load is not None and group.load.unit == "%"


def _maximum(lift: Lift, outcomes: Sequence[tuple[Past, Outcome]]) -> Load | None:
    """The training maximum with what the rule has earned since it was set."""
    given: TrainingMax | None = lift.known.maxes.get(lift.line.exercise or "")
    if given is None:
        return None
    maximum = Load(value=given.value, unit=given.unit)
    rule = lift.line.rule
    parts = rule.stages[0] if rule is not None and rule.stages else ()
    part = next((each for each in parts if each.kind is RuleKind.ADD and each.unit in WEIGHT), None)
    if part is None or part.amount is None:
        return maximum
    for past, outcome in outcomes:
        if past.pauses or past.day < given.day or not outcome.full or outcome.too_hard:
            continue
        if (part.every == "week" and past.number == lift.place.number) or (
            part.every == "block" and past.round == lift.place.round
        ):
            continue
        maximum = plus(maximum, part.amount, part.unit)
    return maximum


def _with_loads(
    groups: tuple[SetGroup, ...], decision: Decision, maximum: Load | None
) -> tuple[SetGroup, ...]:
    """Each group with the load it comes to; percentages are of the maximum, or below the first group."""
    out: list[SetGroup] = []
    top: Load | None = None
    for number, group in enumerate(groups):
        load = group.load
        if load is not None and load.unit == "%":
            value = cast(float, load.value)
            if value < 0:
                load = None if top is None or top.value is None else share(top, 100 + value, decision.step)
            elif maximum is not None:
                step = decision.step if maximum.unit == "kg" else max(decision.step, 5.0)
                exact = amount_of(maximum) * value / 100
                load = replace(maximum, value=within(nearest(exact, step)))
            else:
                load = None
        elif number == 0:
            load = decision.load if decision.load is not None else load
        elif load is None:
            load = top
        top = load if number == 0 else top
        out.append(replace(group, load=load))
    return tuple(out)


def _warm_up(
    line: SetsLine, place: WeekPlace, known: Known, exercise: Exercise | None, part: StepKind
) -> Prescription:
    plain = replace(cast(SetsLine, line_of_week(line, replace(place, deload=0.0))), rule=None, comment="")
    lift = Lift(line=plain, place=place, known=known, exercise=exercise, pasts=(), own=True)
    base = Decision(load=plain.groups[0].load)
    targets = tuple(
        replace(target_of(asked, i, None, base, lift), role=SetRole.WARM_UP)
        for i, asked in enumerate(line_sets(plain))
    )
    given = _finished(plain, lift, part, targets)
    # Warm-up sets follow one another without a rest worth counting.
    minutes = set_minutes(len(targets), 0, unilateral=given.side)
    return replace(
        given,
        comment=line.comment,
        rating=choices.RATING_6_WARM_UP,
        minutes=minutes,
        contacts=0,
        rest_seconds=given.rest_seconds if line.rest is not None else WARM_UP_REST,
    )


def _finished(line: SetsLine, lift: Lift, part: StepKind, targets: tuple[SetTarget, ...]) -> Prescription:
    exercise = lift.exercise
    usual = exercise.rest_seconds if exercise is not None else USUAL_REST
    rest = int(cast(float, line.rest)) if line.rest is not None else usual
    side = line.side or (exercise is not None and exercise.unilateral)
    ratings = [target.rpe for target in targets if target.rpe is not None]
    rir = 10 - max(ratings) if ratings else None
    reps = sum(target.reps or 0 for target in targets)
    return Prescription(
        line=line,
        part=part,
        name=exercise.name if exercise is not None else line.name,
        exercise=line.exercise,
        sets=targets,
        side=side,
        superset=line.superset,
        rest_seconds=rest,
        minutes=set_minutes(len(targets), rest, unilateral=side),
        rating=planned_rating(rir, core=exercise is not None and exercise.is_core),
        contacts=reps * exercise.contacts * (2 if side else 1) if exercise is not None else 0,
    )
