"""Writes the made-up log into a new file, through the store and with its journal, a quarter of a year at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

from hybrid_tui.coach.demo.diary import HOUR_US, OWN_FOODS, Diary
from hybrid_tui.coach.demo.life import Life, live
from hybrid_tui.coach.demo.past import Memory
from hybrid_tui.coach.demo.person import Person
from hybrid_tui.coach.demo.training import DAY, Training
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.load import session_load
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.store import writes
from hybrid_tui.store.database import Store, open_store
from hybrid_tui.store.ids import IdMaker
from hybrid_tui.store.writer import Writer

SEED: Final = 7
"""The seed unless another is given."""
DEVICE: Final = "demo"
QUARTER: Final = timedelta(days=91)
NOW: Final = 7.0
"""Hour of the last day at which the log ends."""


class Hand:
    """A clock that stands where it is put."""

    def __init__(self, at_us: int) -> None:
        self.at_us = at_us

    def now_us(self) -> int:
        """UTC microseconds since the epoch."""
        return self.at_us


@dataclass(slots=True, kw_only=True)
class Written:
    """What was written, counted."""

    sessions: int = 0
    sets: int = 0
    intervals: int = 0
    checks: int = 0
    foods: int = 0
    weights: int = 0
    ticks: int = 0

    def count(self, record: SessionRecord) -> None:
        """Count a session with its parts."""
        self.sessions += 1
        self.sets += sum(len(block.sets) for block in record.blocks)
        self.intervals += sum(len(block.intervals) for block in record.blocks)

    @property
    def words(self) -> str:
        """`203 sessions, 4112 sets, …`."""
        return (
            f"{self.sessions} sessions, {self.sets} sets, {self.intervals} intervals, {self.checks} check-ins, "
            f"{self.foods} foods, {self.weights} weights, {self.ticks} ticks"
        )


def write_log(
    path: Path, library: Library, *, first: date, today: date, zone: str = "UTC", seed: int = SEED
) -> Written:
    """Write the log of `first` up to the morning of `today` into the new file `path`.

    The same arguments make the same rows. Raises FileExistsError where there is a file already, ValueError
    for less than a week, and StoreError.
    """
    if path.exists():
        raise FileExistsError(path)
    if today - first < timedelta(days=7):
        raise ValueError("a log is at least a week long")
    clock = Hand(midnight_us(first, zone) + 7 * HOUR_US)
    ids = IdMaker(clock, Random(f"ids {seed}").randbytes)
    store = open_store(path, clock=clock, device=DEVICE, ids=ids)
    try:
        return _Years(store, library, clock, zone, Random(seed)).write(first, today)
    finally:
        store.close()


def years_before(day: date, years: int) -> date:
    """The same day of the calendar, `years` earlier; 28 February for a leap day."""
    import pendulum  # late: the first paint needs no calendars

    return pendulum.date(day.year, day.month, day.day).subtract(years=years)


def midnight_us(day: date, zone: str) -> int:
    """The instant at which a day begins in a zone, UTC microseconds."""
    import pendulum  # late: the first paint needs no zones

    return int(pendulum.datetime(day.year, day.month, day.day, tz=zone).timestamp()) * 1_000_000


class _Years:
    """One person's years on their way into a file."""

    def __init__(self, store: Store, library: Library, clock: Hand, zone: str, random: Random) -> None:
        self.store = store
        self.library = library
        self.clock = clock
        self.zone = zone
        self.random = random
        self.memory = Memory()
        self.written = Written()

    def write(self, first: date, today: date) -> Written:
        """Write it all; what was written."""
        life = live(self.random, self.library, first, today, self.store.new_id, self._noon)
        self.person = Person(random=self.random, first=first)
        self.diary = Diary(random=self.random, person=self.person)
        self.training = Training(
            life,
            catalogue=self.library.catalogue,
            random=self.random,
            person=self.person,
            diary=self.diary,
            memory=self.memory,
            midnight=self._midnight,
            zone=self.zone,
            new_id=self.store.new_id,
        )
        begins = first
        while begins <= today:
            ends = min(begins + QUARTER - DAY, today)
            self.clock.at_us = self._midnight(ends) + round((NOW if ends == today else 23.0) * HOUR_US)
            # One action for a quarter, and none that an undo takes back.
            with self.store.write(f"demo log up to {ends.isoformat()}", undoable=False) as writer:
                if begins == first:
                    self._begin(writer, life)
                for number in range((ends - begins).days + 1):
                    self._day(writer, life, begins + number * DAY)
            begins = ends + DAY
        return self.written

    def _midnight(self, day: date) -> int:
        return midnight_us(day, self.zone)

    def _noon(self, day: date) -> int:
        return self._midnight(day) + 12 * HOUR_US

    def _begin(self, writer: Writer, life: Life) -> None:
        settings: dict[str, object] = {
            "started": life.first.isoformat(),
            "units": "kg",
            "goal": "hybrid",
            "kit": "gym",
            "level": "intermediate",
            "runs": True,
            "days": 4,
            "health": False,
            "foods": OWN_FOODS,
        }
        for key, value in settings.items():
            writes.save_setting(writer, key, value)
        for stretch in life.stretches:
            writes.save(writer, stretch.row)
            for change in stretch.changes:
                writes.save(writer, change)

    def _day(self, writer: Writer, life: Life, day: date) -> None:
        midnight, last = self._midnight(day), day == life.today
        gap = life.gap_on(day)
        for stretch in life.stretches:
            if stretch.plan.start == day:
                self.memory.begin_plan(stretch.plan)
        check = self.diary.morning(day, midnight, gap, fine=last or life.today - day <= 2 * DAY)
        if check is not None:
            writes.save_checkin(writer, check)
            self.written.checks += 1
        if last or day.weekday() in (0, 3):
            writes.save(writer, self.diary.weight(day, midnight, self.store.new_id()))
            self.written.weights += 1
        for food in self.diary.foods(day, midnight, self.store.new_id, until_hour=NOW if last else 24.0):
            writes.save(writer, food)
            self.written.foods += 1
        if last:
            return
        load = 0.0
        for record in self.training.on(writer, day, check, gap):
            writes.save_session(writer, record)
            self.written.count(record)
            load += session_load(record.minutes, record.rpe) or 0.0
        self.diary.evening(load)
        for tick in self.diary.ticks(day, midnight):
            writes.tick(writer, tick)
            self.written.ticks += 1
        if gap is not None and gap.last == day:
            self.person.gap_ended = day
