"""What is kept goes with the next write."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from hybrid_tui.coach import since_write
from hybrid_tui.coach.library import Library
from hybrid_tui.store import journal
from hybrid_tui.store.database import Store, open_memory
from tests.coach.diary import SUNDAY, add_session
from tests.fixed_clock import FixedClock


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock())
    yield opened
    opened.close()


def test_an_answer_is_worked_out_once_between_two_writes(store: Store) -> None:
    library, asked = Library(), []

    def answer() -> int:
        asked.append(1)
        return len(asked)

    def ask(what: object = "a", of: Store = store) -> int:
        return since_write.kept(of, library, "kind", what, answer)

    assert [ask(), ask(), ask("b"), ask()] == [1, 1, 2, 1]
    add_session(store, "new", SUNDAY)
    assert [ask(), ask()] == [3, 3]
    journal.undo(store)
    assert ask() == 4
    other = open_memory(clock=FixedClock())
    assert ask(of=other) == 5
    other.close()


def test_only_so_many_are_kept(store: Store) -> None:
    library = Library()
    for number in range(2 * since_write.MOST):
        assert since_write.kept(store, library, "kind", number, partial(int, number)) == number
    assert len(library.latest("kind", None, dict)) <= since_write.MOST
