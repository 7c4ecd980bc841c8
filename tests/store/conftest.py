from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hybrid_tui.store.database import Store, open_memory, open_store
from tests.fixed_clock import FixedClock


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "training.sqlite"


@pytest.fixture
def made(path: Path, clock: FixedClock) -> Path:
    """An existing, cleanly closed file."""
    open_store(path, clock=clock).close()
    return path


@pytest.fixture
def store(path: Path, clock: FixedClock) -> Iterator[Store]:
    opened = open_store(path, clock=clock, patience=0.1)
    yield opened
    opened.close()


@pytest.fixture
def memory(clock: FixedClock) -> Iterator[Store]:
    opened = open_memory(clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def state() -> Callable[[Path], dict[str, object]]:
    """What a folder holds: contents, times and modes, to show that nothing was touched."""

    def look(folder: Path) -> dict[str, object]:
        found: dict[str, object] = {}
        for entry in sorted(folder.rglob("*")):
            info = os.lstat(entry)
            body = hashlib.sha256(entry.read_bytes()).hexdigest() if entry.is_file() else ""
            found[str(entry)] = (body, info.st_mtime_ns, info.st_mode, info.st_size)
        return found

    return look
