"""The warm-up sets of a lift, as the sheet asks them (DOMAIN 2.10)."""

from __future__ import annotations

from hybrid_tui.domain.exercise import Exercise, RunType
from hybrid_tui.domain.notation.printing import format_load
from hybrid_tui.domain.plates import Rack
from hybrid_tui.domain.programme.session import ramp_sets
from hybrid_tui.domain.programme.weights import kilograms, read_load
from hybrid_tui.domain.set_record import SetRole
from hybrid_tui.domain.sheet import Target
from hybrid_tui.domain.workout import Load


def ramp_targets(
    targets: tuple[Target, ...], exercise: Exercise | RunType | None, rack: Rack
) -> tuple[Target, ...]:
    """The sets before the first working set; none where its load is not known or needs no ramp."""
    work = next((each for each in targets if each.role is not SetRole.WARM_UP), None)
    load = read_load(work.load) if work is not None else None
    if work is None or load is None or load.body or load.value is None or not isinstance(exercise, Exercise):
        return ()
    blank = work._replace(role=SetRole.WARM_UP, high=None, effort=None, at_least=False, to_limit=False)
    rows: list[Target] = []
    for each in ramp_sets(exercise, load, work.shown or work.low or 8, rack):
        weight = Load(value=each.load, unit=load.unit)
        rows.append(
            blank._replace(
                low=each.reps,
                shown=each.reps,
                load=format_load(weight),
                load_kg=kilograms(weight),
            )
        )
    return tuple(rows)
