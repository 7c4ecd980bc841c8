"""Training files for the fault tests, how they are looked into afterwards, and programs that are broken on purpose."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from hybrid_tui.clock import SystemClock
from hybrid_tui.coach import settings
from hybrid_tui.store import journal, writes
from hybrid_tui.store.database import open_store
from hybrid_tui.store.rows import PlanChange, ProgrammeRow
from tests.faults.terminal import noon

SETS = """# Many Sets
weeks: 1

## day 1  Many sets
back squat 20x5 60kg rest 3m
bench press 20x5 50kg rest 3m
overhead press 20x5 30kg rest 3m
"""

HILLS = """# Many Hills
weeks: 1

## day 1  Many hills
hill sprint: 60x(40s hill / 40s walk)
back squat 3x5 60kg rest 3m
"""


class NoonClock(SystemClock):
    """The machine's clock in the zone that the program under test is given."""

    def zone(self) -> str:
        """The zone in which it is about noon."""
        return noon()


def make(path: Path, programme: str = SETS) -> Path:
    """A file whose questions are answered and whose programme begins today."""
    clock = NoonClock()
    store = open_store(path, clock=clock)
    settings.save(store, "started", clock.today().isoformat())
    row = ProgrammeRow(
        id="plan",
        name="plan",
        text=programme,
        start_day=clock.today(),
        status="active",
        created_us=clock.now_us(),
    )
    with store.write("follow a programme") as writer:
        writes.save(writer, row)
        change = PlanChange(
            id=writer.new_id(), programme_id="plan", kind="begins today", at_us=clock.now_us()
        )
        writes.save(writer, change)
    store.close()
    return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a file holds."""

    sets: int
    sessions: tuple[str, ...]
    """Their ids."""
    notes: tuple[str, ...]
    """Of sessions, their lines and single sets."""
    runs: int
    """Runs of the timer that have not ended."""
    facts: int
    """What was done to those."""
    grams: float
    ticks: int
    sore: str
    """The day's soreness as it is stored."""


def whole(path: Path) -> Kept:
    """What the file holds; that it is sound, its rows refer to rows, and its journal says the same, is checked."""
    store = open_store(path, clock=NoonClock(), create=False)
    try:
        store.check(full=True)
        assert [tuple(row) for row in store.rows("PRAGMA integrity_check")] == [("ok",)]
        assert store.rows("PRAGMA foreign_key_check") == []
        journal.verify(store)
        journal.verify_tables(store)
        counts = store.row(
            "SELECT (SELECT count(*) FROM set_done) AS sets,"
            " (SELECT count(*) FROM timer_run WHERE ended_us IS NULL) AS runs,"
            " (SELECT count(*) FROM timer_fact) AS facts,"
            " (SELECT coalesce(sum(grams), 0) FROM food) AS grams,"
            " (SELECT count(*) FROM tick) AS ticks,"
            " (SELECT coalesce(max(sore), '{}') FROM checkin) AS sore"
        )
        assert counts is not None
        return Kept(
            sets=counts["sets"],
            sessions=tuple(row["id"] for row in store.rows("SELECT id FROM session ORDER BY id")),
            notes=tuple(
                row["note"]
                for table in ("session", "block", "set_done")
                for row in store.rows(f"SELECT note FROM {table} WHERE note <> ''")
            ),
            runs=counts["runs"],
            facts=counts["facts"],
            grams=counts["grams"],
            ticks=counts["ticks"],
            sore=counts["sore"],
        )
    finally:
        store.close()


def broken(patch: str) -> tuple[str, ...]:
    """The program with these lines run before it: a sabotage, or a key that makes it fail."""
    return (
        sys.executable,
        "-c",
        f"import sys\n{patch}\nfrom hybrid_tui.cli import main\nmain(sys.argv[1:])\n",
    )


FAILING_KEY = """
from textual.binding import Binding
from hybrid_tui.tui.app import HybridApp
def explode(self):
    raise ValueError("secret [/]")
HybridApp.BINDINGS.append(Binding("f12", "explode", priority=True))
HybridApp.action_explode = explode
"""
"""`f12` raises in a callback, also while a dialog is open."""

FAILING_START = """
import hybrid_tui.tui.start as start
def explode(self):
    raise ValueError("secret [/]")
start.OpenedApp.on_mount = explode
"""
"""The app fails once it has the terminal and before it has drawn anything."""

FAILING_LOOK = """
import hybrid_tui.coach.first_look as first
def explode(*_):
    raise ValueError("secret [/]")
first.first_look = explode
"""
"""Reading fails before the app has the terminal."""

NO_SIGNALS = """
import hybrid_tui.tui.app as app
app.watch_signals = lambda _: None
"""
"""Sabotage: signals do what they do to any program."""

DEAF = """
import signal
import hybrid_tui.tui.app as app
app.watch_signals = lambda _: None
import hybrid_tui.tui.patient_input as patient_input
app.HybridApp.exit = lambda *_, **__: None
patient_input.is_gone = lambda _: False
signal.signal(signal.SIGHUP, signal.SIG_IGN)
"""
"""Sabotage: nobody minds that the window was closed."""

GHOST = """
import shutil
from pathlib import Path
import hybrid_tui.cli.door as door
def ghost(given):
    shutil.copy(given, given + ".ghost")
    return Path(given + ".ghost")
door.database_path = ghost
"""
"""Sabotage: all is written to another file than the one that was named."""

NO_GATES = """
import hybrid_tui.domain.text as text
import hybrid_tui.tui.inert as inert
def as_it_is(text, *, limit=4000, newlines=False):
    return text[:limit]
text.clean = as_it_is
inert.NoControls.apply = lambda self, segments, background: segments
"""
"""Sabotage: text is cleaned neither where it enters nor where it leaves."""
