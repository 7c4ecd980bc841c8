"""The training maximum of a lift: what percentages are taken of, from a day on. Each value stays in its history."""

from __future__ import annotations

from hybrid_tui.coach import opening
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Choice, Outcome, Spot
from hybrid_tui.domain.calendar import MONTH_NAMES
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.printing import format_load
from hybrid_tui.domain.programme.weights import kilograms, read_load
from hybrid_tui.domain.text import clean
from hybrid_tui.store import reads_plan, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import TrainingMax

MOST_KG = 2000.0


def of_lift(store: Store, library: Library, moment: Moment, spot: Spot) -> tuple[Choice, ...]:
    """Every training maximum of the lift at that spot, the one that holds first. Raises NothingThere.

    `key` is the lift's catalogue id, `title` the load as it was typed, `hint` since when.
    """
    exercise = _lift(store, library, moment, spot)
    return tuple(
        Choice(key=exercise.id, title=each.text or f"{each.kg:g}kg", hint=_since(each))
        for each in reads_plan.training_max_history(store, exercise.id)
    )


def keep(store: Store, library: Library, moment: Moment, spot: Spot, text: str) -> Outcome:
    """Set the training maximum of a lift from today on; an empty text takes the latest one back.

    Raises NotationError, NothingThere and StoreError.
    """
    exercise = _lift(store, library, moment, spot)
    said = clean(text, limit=100).strip().casefold()
    known = reads_plan.training_max_history(store, exercise.id)
    name = exercise.name
    if not said:
        if not known:
            return Outcome(words=f"{name} has no training maximum.")
        with store.write(f"take back the training maximum of {name}") as writer:
            writes.remove(writer, TrainingMax, known[0].id)
        return Outcome(words=f"Took back {known[0].text}; {_now(known[1:])}")
    load = read_load(said) or read_load(f"{said}{reads_plan.settings(store).get('units', 'kg')}")
    kg = None if load is None or load.body else kilograms(load)
    if load is None or kg is None or not 0 < kg <= MOST_KG:
        raise NotationError("this is no weight", column=1, hint="140kg or 310lb", source=text)
    written = format_load(load)
    with store.write(f"training maximum of {name} {written}") as writer:
        writes.save(
            writer,
            TrainingMax(
                id=writer.new_id(),
                exercise=exercise.id,
                kg=kg,
                text=written,
                day=moment.day,
                at_us=moment.at_us,
            ),
        )
    return Outcome(words=f"Training maximum of {name}: {written}")


def _lift(store: Store, library: Library, moment: Moment, spot: Spot) -> Exercise:
    block = opening.in_hand(store, library, moment, spot).block(spot.block)
    exercise = library.catalogue.get(block.exercise)
    if not isinstance(exercise, Exercise):
        raise opening.NothingThere("Only a lift has a training maximum.")
    return exercise


def _since(each: TrainingMax) -> str:
    return f"since {each.day.day} {MONTH_NAMES[each.day.month - 1]} {each.day.year}"


def _now(left: tuple[TrainingMax, ...]) -> str:
    return f"{left[0].text} holds again" if left else "none is left"
