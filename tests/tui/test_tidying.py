"""The collector's full rounds come in calm moments."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from hybrid_tui.tui import tidying


class _Ring:
    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_what_was_put_off_is_made_up_for() -> None:
    tidying.begin()
    ring = _Ring()
    gone = ref(ring)
    for _ in range(tidying.DUE + 1):
        gc.collect(1)
    del ring
    assert gone() is not None
    tidying.tidy()
    assert gone() is None


def test_nothing_is_looked_through_while_there_is_little_to_find() -> None:
    tidying.begin()
    gc.collect()
    rounds = gc.get_stats()[2]["collections"]
    tidying.tidy()
    assert gc.get_stats()[2]["collections"] == rounds


def test_what_stands_once_all_is_brought_in_is_left_aside() -> None:
    kept = [[] for _ in range(1000)]  # type: list[list[int]]
    tidying.settle()
    assert not any(each is kept for each in gc.get_objects())
