"""One thread owns the connection; whoever asks is answered without holding up the loop."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from hybrid_tui.store.database import Store, open_store
from hybrid_tui.store.errors import ForeignFile, LockedFile, StoreError
from hybrid_tui.store.thread import StoreThread
from tests.fixed_clock import FixedClock


def _count(store: Store) -> int:
    return int(store.rows("SELECT count(*) FROM food")[0][0])


def _eat(store: Store, identifier: str) -> int:
    with store.write("eat") as writer:
        writer.insert("food", {"id": identifier, "day": "2026-11-25", "grams": 1.0})
    return threading.get_ident()


def _thread(path: Path) -> StoreThread:
    thread = StoreThread(lambda: open_store(path, clock=FixedClock(), hold=True, patience=0.2))
    thread.start()
    return thread


def test_work_begins_before_there_is_a_loop(path: Path) -> None:
    thread = _thread(path)
    early = thread.submit(_count)

    async def later() -> int:
        return await asyncio.wrap_future(early)

    assert asyncio.run(later()) == 0
    assert thread.close()


async def test_calls_are_done_in_one_other_thread_and_in_order(path: Path) -> None:
    thread = _thread(path)
    idents = await asyncio.gather(*(thread.call(_eat, f"f{number}") for number in range(5)))
    assert len(set(idents)) == 1
    assert idents[0] != threading.get_ident()
    assert await thread.call(_count) == 5
    assert thread.close()


async def test_errors_come_back_to_the_asker_and_the_thread_lives_on(path: Path) -> None:
    thread = _thread(path)
    with pytest.raises(ZeroDivisionError):
        await thread.call(lambda _: 1 // 0)
    assert await thread.call(_count) == 0
    thread.close()


async def test_a_file_that_cannot_be_opened_is_told_to_every_asker(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("not ours")
    thread = _thread(path)
    for _ in range(2):
        with pytest.raises(ForeignFile):
            await thread.call(_count)
    assert thread.close()


async def test_a_write_goes_on_when_its_asker_is_cancelled(path: Path) -> None:
    thread = _thread(path)
    gate = threading.Event()
    blocked = asyncio.ensure_future(thread.call(lambda _: gate.wait()))
    asked = asyncio.ensure_future(thread.call(_eat, "f1"))
    await asyncio.sleep(0)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    gate.set()
    await blocked
    assert await thread.call(_count) == 1
    thread.close()


async def test_a_locked_file_does_not_hold_up_the_loop(path: Path) -> None:
    thread = _thread(path)
    await thread.call(_count)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    waiting = asyncio.ensure_future(thread.call(_eat, "f1"))
    turns = 0
    while not waiting.done():
        await asyncio.sleep(0.001)
        turns += 1
    with pytest.raises(LockedFile):
        await waiting
    assert turns > 20
    other.execute("COMMIT")
    other.close()
    assert await thread.call(_eat, "f1")
    assert await thread.call(_count) == 1
    thread.close()


async def test_closing_does_what_was_asked_before(path: Path) -> None:
    thread = _thread(path)
    last = thread.submit(_eat, "f1")
    assert thread.close()
    assert last.done()
    reopened = open_store(path, clock=FixedClock(), hold=True)
    assert reopened.held_by == ""
    assert _count(reopened) == 1
    reopened.close()


async def test_asking_after_the_end_is_an_error_that_arrives(path: Path) -> None:
    thread = _thread(path)
    assert thread.close()
    with pytest.raises(StoreError, match="closed"):
        await asyncio.wait_for(thread.call(_count), 1)
