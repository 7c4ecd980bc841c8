"""`hybrid log` and the app's `:` line take the same words, store the same records and point at the same mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from hybrid_tui.coach import own_exercises
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.log import log_text
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.store import journal, reads_days, reads_plan, reads_sessions
from hybrid_tui.store.database import Store, open_memory, open_store
from tests.cli.shell import Shell

FORMS = [
    "back squat 82.5kg 6 6 6 5 @8",
    "back squat 80kg 5 + 85kg 3",
    "bench press 5x5 80kg",
    "bench press 5x5 180lb @2rir",
    "bench press 82,5kg 5",
    "bench press 5@8 5@9 80kg",
    "Back-Squats 5x5 80kg",
    "romanian 3x8 60kg",
    "pull-up bw+10kg 5 5 4",
    "pull-up bw-20kg 5 5 4",
    "push-up 20 15 12",
    "dumbbell row 10 10 a side 24kg",
    "plank 45s 40s",
    "sled push 2x20mtr 60kg",
    '"back squat" 5x5 80kg  // belt',
    "safety bar squat 3x5 100kg",
    "SSB 3x5 100kg",
    "hill sprint: 7x(12s @max hill 8% / 90s walk)  rpe 8",
    "hill sprint: 4x(40mtr hill / 3m walk) in 7.9s 7.7s 7.8s 8.3s",
    "easy run: 40m 7.2km  rpe 4  // rain",
    "30m walk",
    "session 68m rpe 7",
    "session rpe 7",
    "slept 7h30",
    "weight 74.2kg",
    "weight 163lb",
    "protein 30g lunch",
    "sore quads 2",
    "tm back squat 140kg",
    "rest",
    "back squat 5x5 80kg; slept 7h30; protein 30g lunch",
    "slept 7h30\nweight 74.2kg\n// a remark\nrest",
]
MISTAKES = [
    "8x(12s hill / 90m",
    "back squat 5x5",
    "bakc squat 5x5 80kg",
    "back squat 5x5 80",
    "back squat 5x5 80kg  ; double +2.5kg",
    "bench press: 3x5 60kg",
    "bench press 5+5 60kg",
    "leg press 45 3x10",
    "easy run 40m",
    "bench press bw + 10kg 5",
    "bench press 5x5@80 60kg",
    "8x(12s hill 90s walk)",
    "protein 30",
    "sore ears 2",
    "weight 900kg",
    "tm easy run 100kg",
    "slept",
    "",
    "slept 7h30; back squat 5x5",
    "slept 7h30\nrest\nback squat 5x5",
    "x" * 501,
]


@pytest.fixture
def store(shell: Shell) -> Iterator[Store]:
    """What the app has open; it and the shell's file know the same own exercise."""
    shell.path.parent.mkdir(parents=True, exist_ok=True)
    line = "Safety bar squat like back squat; also SSB"
    on_disk = open_store(shell.path, clock=shell.clock)
    memory = open_memory(clock=shell.clock)
    for each in (on_disk, memory):
        own_exercises.save(each, Library(), shell.clock.moment(), line)
    on_disk.close()
    yield memory
    memory.close()


@pytest.mark.parametrize("text", FORMS)
def test_every_form_makes_the_same_records(shell: Shell, store: Store, text: str) -> None:
    answer = shell("log", text)
    assert (answer.status, answer.err) == (0, "")
    words = log_text(store, Library(), shell.clock.moment(), text).words
    assert answer.out.splitlines()[0] == f"Logged: {words}"
    on_disk = open_store(shell.path, clock=shell.clock)
    assert known(on_disk) == known(store)
    assert known(store) != known(open_memory(clock=shell.clock))
    on_disk.close()


@pytest.mark.parametrize("text", MISTAKES)
def test_every_mistake_is_pointed_at_alike_and_nothing_is_stored(
    shell: Shell, store: Store, text: str
) -> None:
    before, count = known(store), journal.verify(store)
    with pytest.raises(NotationError) as raised:
        log_text(store, Library(), shell.clock.moment(), text)
    answer = shell("log", text)
    assert (answer.status, answer.out) == (2, "")
    assert f"^ column {raised.value.column}: {raised.value.message}" in answer.err
    assert (known(store), journal.verify(store)) == (before, count)
    on_disk = open_store(shell.path, clock=shell.clock)
    assert (known(on_disk), journal.verify(on_disk)) == (before, count)
    on_disk.close()


def test_own_exercises_are_known_to_explain_and_plan_too(shell: Shell, store: Store) -> None:
    assert store.path is None
    answer = shell("explain", "SSB 3x5 100kg")
    assert (answer.status, answer.err) == (0, "")
    plan = shell.path.with_name("plan.txt")
    plan.write_text("# Own\nweeks: 1\n\n## mon  Lower\nSSB 3x5 100kg\n", encoding="utf-8")
    answer = shell("plan", "use", str(plan))
    assert (answer.status, "SSB" in answer.err) == (0, False)
    assert shell("plan", "check", str(plan)).status in (0, 1)


def known(store: Store) -> list[Any]:
    """All that the log holds, without the ids."""
    first, last = date(2000, 1, 1), date(2100, 1, 1)
    maxes = reads_plan.training_maxes(store, last)
    rows = (
        *reads_sessions.sessions_between(store, first, last),
        *reads_days.checkins(store, first, last),
        *reads_days.foods(store, first, last),
        *reads_days.weights(store, first, last),
        *maxes.values(),
    )
    return [anonymous(each) for each in rows]


def anonymous(value: Any) -> Any:
    """The value without the ids of it and of its parts."""
    if not is_dataclass(value) or isinstance(value, type):
        return value
    names = [each.name for each in fields(value)]
    ids = {name: "" for name in ("id", "block_id", "session_id") if name in names}
    parts = {
        name: tuple(anonymous(each) for each in getattr(value, name))
        for name in ("blocks", "sets", "intervals")
        if name in names
    }
    return replace(value, **ids, **parts)
