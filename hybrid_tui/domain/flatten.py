"""From what is written to what is done: the numbers of one week, the timer's steps, the checklist's sets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar, cast

from hybrid_tui.domain.notation.printing import (
    format_effort,
    format_gear,
    format_hold,
    format_load,
    format_place,
)
from hybrid_tui.domain.workout import (
    AskedSet,
    ByWeek,
    Circuit,
    Effort,
    Ending,
    Measure,
    Repeat,
    SetsLine,
    Step,
    StepKind,
    TimedLine,
    TimedStep,
)

T = TypeVar("T")

METRES = {"mtr": 1.0, "km": 1000.0, "mi": 1609.344}
"""Metres in a unit of distance."""

RPE_OF_WORD = {
    "z1": 2.0, "z2": 3.0, "z3": 5.0, "z4": 7.0, "z5": 8.0,
    "easy": 3.0, "steady": 5.0, "tempo": 7.0, "hard": 8.0, "max": 10.0,
}  # fmt: skip
"""What the effort words say on the scale of 1 to 10."""

RECOVERY_WORDS = frozenset({"walk", "jog", "rest"})
EASY_WORDS = frozenset({"easy", "z1", "z2"})

SPRINT_SECONDS = {"hill": 30.0, "flat": 30.0, "": 30.0, "stairs": 60.0}
"""The longest step that is still a sprint, by place; longer climbs are hill repeats."""
SHORT_CLIMB_SECONDS = 20.0
"""A climb this short counts as a sprint also where no effort is written."""


def in_week(value: T, week: int) -> T:
    """Return `value` with each week list replaced by its number for `week` (from 1; later: the last)."""
    return cast(T, _in_week(value, max(week, 1)))


def _in_week(value: Any, week: int) -> Any:
    if isinstance(value, ByWeek):
        return value.values[min(week, len(value.values)) - 1]
    if isinstance(value, tuple):
        changed = tuple(_in_week(each, week) for each in value)
        return changed if any(new is not old for new, old in zip(changed, value, strict=True)) else value
    names = getattr(type(value), "__dataclass_fields__", None)
    if names is None:
        return value
    new = {}
    for name in names:
        old = getattr(value, name)
        if (now := _in_week(old, week)) is not old:
            new[name] = now
    return replace(value, **new) if new else value


def weeks_written(value: Any) -> set[int]:
    """Return the lengths of all week lists inside `value`; more than one length is a mistake."""
    if isinstance(value, ByWeek):
        return {len(value.values)}
    found: set[int] = set()
    for each in value if isinstance(value, tuple) else _fields(value):
        found |= weeks_written(each)
    return found


def _fields(value: Any) -> list[Any]:
    return [getattr(value, name) for name in getattr(type(value), "__dataclass_fields__", ())]


def _plain(value: float | ByWeek | None) -> float:
    """Narrow a number that `in_week` has made plain."""
    return cast(float, value) if value is not None else 0.0


def metres_of(measure: Measure) -> float | None:
    """Return the distance of a step in metres, or None."""
    return None if measure.distance is None else measure.distance * METRES[measure.unit]


def rpe_of(effort: Effort | None) -> float | None:
    """Return the rating of 1 to 10 that an effort says (10 less the repetitions in reserve), or None."""
    if effort is None:
        return None
    if effort.word:
        return RPE_OF_WORD[effort.word]
    if effort.rir is not None:
        return max(10.0 - _plain(in_week(effort.rir, 1)), 1.0)
    return effort.rpe


def expected_seconds(step: Step) -> float | None:
    """Return how long a step of plain numbers takes: its length, what `~` says, or distance by pace."""
    if step.measure.seconds is not None:
        return _plain(step.measure.seconds)
    metres = metres_of(step.measure)
    if metres is not None and step.effort is not None and step.effort.pace is not None:
        return metres / 1000 * step.effort.pace
    return None


def line_kind(name: str) -> StepKind:
    """Return the kind that a timed line's name gives to its steps."""
    return StepKind(name) if name in ("warm-up", "cool-down") else StepKind.WORK


def is_sprint(step: Step, name: str = "") -> bool:
    """Whether a work step's seconds count as sprint seconds.

    Short climbs and stairs count from effort 8; whatever calls itself a sprint from 7, or without an
    effort; on the flat only what calls itself a sprint or is run at 9 and more. Longer steps are repeats.
    """
    where = step.place.where if step.place else ""
    longest = SPRINT_SECONDS.get(where)
    seconds = expected_seconds(step)
    metres = metres_of(step.measure)
    if longest is None or (seconds is None and metres is None):
        return False
    if (seconds is not None and seconds > longest) or (seconds is None and (metres or 0) > 100):
        return False
    rpe = rpe_of(step.effort)
    if "sprint" in f"{name} {step.label}".lower():
        return rpe is None or rpe >= 7
    if where in ("hill", "stairs"):
        return rpe >= 8 if rpe is not None else (seconds or 0) <= SHORT_CLIMB_SECONDS
    return rpe is not None and rpe >= 9


def _recovers(step: Step) -> bool:
    words = set(step.label.lower().split())
    return bool(words & RECOVERY_WORDS) or (step.effort is not None and step.effort.word in EASY_WORDS)


Frame = tuple[int, int, float | None]
"""Which repeat of the outermost bracket, of how many, and its fall-off."""


class _Flattener:
    """Walks the brackets of one line and writes down its steps."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.line_kind = line_kind(name)
        self.steps: list[TimedStep] = []

    def add(
        self, item: Step | Repeat, kind: StepKind | None, frame: tuple[int, int, float | None] | None
    ) -> None:
        """Write one item down; `kind` is given by what stands around it, `frame` by the outermost bracket."""
        if isinstance(item, Step):
            self.steps.append(self._flat(item, kind or self.line_kind, frame))
            return
        count = int(_plain(item.count))
        for turn in range(1, count + 1):
            here = (frame[0], frame[1], item.until or frame[2]) if frame else (turn, count, item.until)
            for place, inner in enumerate(item.work):
                after_plus = place > 0 and isinstance(inner, Step) and _recovers(inner)
                self.add(inner, kind or (self._recover() if after_plus else None), here)
            if turn < count:
                for inner in item.between:
                    self.add(inner, kind or self._recover(), here)

    def _recover(self) -> StepKind:
        return StepKind.RECOVER if self.line_kind is StepKind.WORK else self.line_kind

    def _flat(self, step: Step, kind: StepKind, frame: Frame | None) -> TimedStep:
        place, effort = step.place, step.effort
        words = ([format_place(place)] if place else []) + [format_gear(each) for each in step.gear]
        grade = None if place is None or place.grade is None else _plain(place.grade)
        if grade is not None and place is not None and place.grade_top is not None:
            grade = (grade + place.grade_top) / 2
        rep, reps, until = frame or (None, None, None)
        where = place.where if place else ""
        return TimedStep(
            label=step.label or self.name or where or kind.value,
            kind=kind,
            ending=step.measure.ending,
            seconds=expected_seconds(step),
            metres=metres_of(step.measure),
            effort=format_effort(effort) if effort else None,
            rpe=rpe_of(effort),
            place=" ".join(words) or None,
            grade=grade,
            rep=rep,
            reps=reps,
            sprint=kind is StepKind.WORK and is_sprint(step, self.name),
            until=until,
        )


def timed_steps(line: TimedLine | Circuit, week: int = 1) -> tuple[TimedStep, ...]:
    """Lay a timed line out as the steps the timer runs, with the numbers of `week` (from 1).

    An `emom` becomes its minutes, an `amrap` one step.
    """
    plain = in_week(line, week)
    if isinstance(plain, Circuit):
        return _circuit_steps(plain)
    flattener = _Flattener(plain.name)
    for item in plain.steps:
        flattener.add(item, None, None)
    return tuple(flattener.steps)


def _circuit_steps(circuit: Circuit) -> tuple[TimedStep, ...]:
    total = _plain(circuit.seconds)
    label = " + ".join(_round_words(each) for each in circuit.lines)
    if circuit.kind == "amrap":
        return (TimedStep(label=label, kind=StepKind.WORK, ending=Ending.TIME, seconds=total),)
    minutes = int(-(-total // 60))
    return tuple(
        TimedStep(
            label=label,
            kind=StepKind.WORK,
            ending=Ending.TIME,
            seconds=min(60.0, total - 60.0 * turn),
            rep=turn + 1,
            reps=minutes,
        )
        for turn in range(minutes)
    )


def _round_words(line: SetsLine | TimedLine) -> str:
    if isinstance(line, TimedLine):
        return line.name or ", ".join(step.label for step in timed_steps(line))
    asked = line_sets(line)
    words = [format_hold(asked[0].hold)]
    if asked[0].load is not None:
        words.append(format_load(asked[0].load))
    return f"{line.name} {' '.join(words)}"


def line_sets(line: SetsLine, week: int = 1) -> tuple[AskedSet, ...]:
    """Lay a line of sets out as its sets, with the numbers of `week` (from 1).

    A set's own effort wins over its group's; where only one group names an effort, it is every set's.
    """
    plain = in_week(line, week)
    efforts = [group.effort for group in plain.groups if group.effort is not None]
    shared = efforts[0] if len(efforts) == 1 else None
    asked: list[AskedSet] = []
    for number, group in enumerate(plain.groups):
        holds = group.holds if group.sets is None else group.holds * int(_plain(group.sets))
        asked += [
            AskedSet(hold=hold, load=group.load, effort=hold.effort or group.effort or shared, group=number)
            for hold in holds
        ]
    return tuple(asked)
