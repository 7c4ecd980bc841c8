"""Exercises of one's own: added, edited, known by another name, merged with one that is the same, put away."""

from __future__ import annotations

import re

from hybrid_tui.coach import following
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Choice, Outcome
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.name_key import name_key
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.names import within_a_line
from hybrid_tui.domain.own_exercise import as_table, print_own_line, read_own_line, with_alias
from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.domain.text import clean
from hybrid_tui.store import reads_plan, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import OwnExercise, TrainingMax

PUT_AWAY = "archived"
"""Ends the text of an exercise that is offered no more; what was done with it keeps its name."""


def listed(store: Store, library: Library, moment: Moment) -> tuple[Choice, ...]:
    """Own exercises and own names of shipped ones, by name; `hint` says which it is, and what is put away."""
    following.take_own(store, library)
    return tuple(
        sorted(
            (
                Choice(key=each.id, title=each.name, hint=_hint(each, library))
                for each in reads_plan.own_exercises(store)
            ),
            key=lambda choice: choice.title.casefold(),
        )
    )


def _hint(row: OwnExercise, library: Library) -> str:
    if is_name(row.id):
        known = row.text in library.catalogue.tables
        return (
            f"another name of {within_a_line(library.catalogue.title(row.text))}" if known else "another name"
        )
    return "put away" if _is_away(row) else ""


def is_name(key: str) -> bool:
    """Whether it is only another name of an exercise."""
    return key.startswith("alias_")


def all_others(store: Store, library: Library, moment: Moment, own_id: str) -> tuple[Choice, ...]:
    """Every exercise that an own one may be the same as."""
    following.take_own(store, library)
    return tuple(
        Choice(key=each.id, title=each.name, hint=", ".join(each.aliases))
        for each in library.catalogue.exercises
        if each.id != own_id
    )


def forget_name(store: Store, library: Library, moment: Moment, alias_id: str) -> Outcome:
    """Take another name of an exercise away. Raises NothingThere and StoreError."""
    row = _row(store, alias_id)
    with store.write(f"forget the name {row.name}") as writer:
        writes.remove(writer, OwnExercise, alias_id)
    following.take_own(store, library)
    return Outcome(words=f"{row.name} is no name any more; what was done with it stays.")


def line_of(store: Store, library: Library, moment: Moment, own_id: str) -> str:
    """An own exercise as it is edited. Raises NothingThere."""
    found = library.catalogue.get(_row(store, own_id).id)
    if not isinstance(found, Exercise):
        raise NothingThere("That exercise is not there any more.")
    like = next(
        (
            each.name
            for each in library.catalogue.exercises
            if each.id != own_id and each.pattern == found.pattern and each.primary == found.primary
        ),
        found.name,
    )
    return print_own_line(found, like)


def save(store: Store, library: Library, moment: Moment, text: str, own_id: str = "") -> Outcome:
    """Add an exercise as its line says, or change the one of that id. Raises NotationError, StoreError."""
    line = read_own_line(text, library.catalogue, own_id=own_id)
    identifier = own_id or _identifier(library, line.name)
    verb, table = "change" if own_id else "add", as_table(identifier, line)
    if own_id:
        before = _row(store, own_id)
        if library.catalogue.find(before.name) == own_id and name_key(before.name) not in map(
            name_key, (line.name, *line.aliases)
        ):
            # A plan may still call it by the name that it had.
            table = with_alias(table, before.name)
        table += f"# {PUT_AWAY}\n" if _is_away(before) else ""
    with store.write(f"{verb} the exercise {line.name}") as writer:
        writes.save(writer, OwnExercise(id=identifier, name=line.name, text=table))
    following.take_own(store, library)
    return Outcome(words=f"{line.name} is {'changed' if own_id else 'among the exercises'}.")


def change(store: Store, library: Library, moment: Moment, own_id: str, text: str) -> Outcome:
    """Change the own exercise of that id as its line says. Raises NotationError, NothingThere, StoreError."""
    return save(store, library, moment, text, _row(store, own_id).id)


def alias_line(store: Store, library: Library, moment: Moment, text: str) -> Outcome:
    """Another name as typed: `Sunday bench is bench press`. Raises NotationError and StoreError."""
    name, sign, known = text.partition(" is ")
    found = library.catalogue.find(known) if sign else None
    if found is None:
        near = ", ".join(library.catalogue.nearest(known)) if known.strip() else "Sunday bench is bench press"
        column = len(name) + len(sign) + 1
        raise NotationError("say the new name, then the exercise", column=column, hint=near, source=text)
    return alias(store, library, moment, found, name.strip())


def alias(store: Store, library: Library, moment: Moment, exercise: str, name: str) -> Outcome:
    """Let an exercise, own or shipped, be found by another name too. Raises NotationError, StoreError."""
    said = clean(name, limit=100).strip()
    taken = library.catalogue.find(said)
    if not name_key(said) or any(sign in said for sign in '"\\[]'):
        raise NotationError("a name has letters and no quotes or brackets", column=1, source=name)
    if taken is not None:
        raise NotationError(f"{said} is {library.catalogue.title(taken)} already", column=1, source=name)
    title = library.catalogue.title(exercise)
    own = {each.id: each for each in reads_plan.own_exercises(store)}
    with store.write(f"call {title} {said} too") as writer:
        if exercise in own:
            writes.change(writer, OwnExercise, exercise, text=with_alias(own[exercise].text, said))
        else:
            writes.save(writer, _alias_row(writer.new_id(), exercise, said))
    following.take_own(store, library)
    return Outcome(words=f"{said} is {title} from now on.")


def merge(store: Store, library: Library, moment: Moment, own_id: str, into: str) -> Outcome:
    """Make an own exercise one with another: all that was done with it follows, its name becomes an alias.

    Raises NotationError, NothingThere and StoreError.
    """
    row = _row(store, own_id)
    other = library.catalogue.find(into) or (into if into in library.catalogue.tables else None)
    if other is None or other == own_id or not isinstance(library.catalogue.get(other), Exercise):
        near = ", ".join(library.catalogue.nearest(into))
        raise NotationError("this is no other exercise", column=1, hint=near, source=into)
    title = library.catalogue.title(other)
    own = {each.id: each for each in reads_plan.own_exercises(store)}
    names = (row.name, *library.catalogue.tables[own_id].aliases)
    done = store.rows("SELECT id FROM block WHERE exercise = ?", (own_id,))
    maxes = store.rows("SELECT id FROM training_max WHERE exercise = ?", (own_id,))
    with store.write(f"merge {row.name} into {title}") as writer:
        for block in done:
            writes.change(writer, BlockRecord, block["id"], exercise=other, name=title)
        for each in maxes:
            writes.change(writer, TrainingMax, each["id"], exercise=other)
        writes.remove(writer, OwnExercise, own_id)
        if other in own:
            table = own[other].text
            for name in names:
                table = with_alias(table, name)
            writes.change(writer, OwnExercise, other, text=table)
        else:
            for name in names:
                writes.save(writer, _alias_row(writer.new_id(), other, name))
    following.take_own(store, library)
    follow = {0: "", 1: "; one entry follows"}.get(len(done), f"; {len(done)} entries follow")
    return Outcome(words=f"{row.name} is {title} now{follow}.")


def put_away(store: Store, library: Library, moment: Moment, own_id: str) -> Outcome:
    """Offer an own exercise no more, or offer it again; what was done with it stays. Raises StoreError."""
    row = _row(store, own_id)
    away = _is_away(row)
    text = row.text.removesuffix(f"# {PUT_AWAY}\n") if away else f"{row.text}# {PUT_AWAY}\n"
    with store.write(f"{'bring back' if away else 'put away'} {row.name}") as writer:
        writes.change(writer, OwnExercise, own_id, text=text)
    following.take_own(store, library)
    return Outcome(words=f"{row.name} is {'offered again' if away else 'put away; its history stays'}.")


def _row(store: Store, own_id: str) -> OwnExercise:
    for each in reads_plan.own_exercises(store):
        if each.id == own_id:
            return each
    raise NothingThere("That exercise is not there any more. Nothing was changed.")


def _is_away(row: OwnExercise) -> bool:
    return row.text.endswith(f"# {PUT_AWAY}\n")


def _alias_row(new_id: str, exercise: str, name: str) -> OwnExercise:
    return OwnExercise(id=f"alias_{new_id}", name=name, text=exercise)


def _identifier(library: Library, name: str) -> str:
    """A free catalogue id made of the name: `own_safety_bar_squat`."""
    stem = "own_" + (re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_") or "exercise")[:60]
    found, number = stem, 2
    while found in library.catalogue.tables:
        found, number = f"{stem}_{number}", number + 1
    return found
