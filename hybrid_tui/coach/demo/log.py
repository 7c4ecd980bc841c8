"""Writes the made-up log into a new file, through the store and with its journal, a quarter of a year at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

from hybrid_tui.coach.demo.diary import HOUR_US, OWN_FOODS, Diary
from hybrid_tui.coach.demo.life import Gap, Life, Stretch, live
from hybrid_tui.coach.demo.past import Memory
from hybrid_tui.coach.demo.person import Person
from hybrid_tui.coach.demo.session import Sitting, perform
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.offers import AS_PLANNED, KIND, LIGHTER
from hybrid_tui.domain.load import session_load
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.programme.lighter import lighter
from hybrid_tui.domain.programme.plan import PlannedSession
from hybrid_tui.domain.programme.prescription import Known, Prescription
from hybrid_tui.domain.programme.session import PrescribedSession, prescribe_session
from hybrid_tui.domain.programme.single import prescribe_line
from hybrid_tui.domain.record import CheckIn, SessionRecord
from hybrid_tui.domain.recovery import Band, readiness
from hybrid_tui.domain.set_record import SessionKind
from hybrid_tui.domain.workout import StepKind
from hybrid_tui.store import writes
from hybrid_tui.store.database import Store, open_store
from hybrid_tui.store.ids import IdMaker
from hybrid_tui.store.rows import Decision
from hybrid_tui.store.writer import Writer

SEED: Final = 7
"""The seed unless another is given."""
DEVICE: Final = "demo"
QUARTER: Final = timedelta(days=91)
DAY: Final = timedelta(days=1)
NOW: Final = 7.0
"""Hour of the last day at which the log ends."""
TAKES_LIGHTER: Final = 0.6
"""How often the lighter session is taken when the morning offers it."""
LAST_OF_WEEK: Final = 6
"""Free sessions are done on the seventh day of the plan's week, from 0."""
LONG_RUN_EVERY: Final = 2
LONG_RUN_MINUTES: Final = (44, 57)
"""From the first year to the last; below an hour, so that legs may be trained the day after."""
TEST_EVERY_WEEKS: Final = 9
CLIMBS: Final = "hill sprint: 4x(~12s @9 hill 8% / ~2m walk back)"
"""The same hill, by the key: its times can be compared over the years."""


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
        self.planned = {
            planned.day: (stretch, planned) for stretch in life.stretches for planned in stretch.planned
        }
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
        for record in self._sessions(writer, life, day, check, gap):
            writes.save_session(writer, record)
            self.written.count(record)
            load += session_load(record.minutes, record.rpe) or 0.0
        self.diary.evening(load)
        for tick in self.diary.ticks(day, midnight):
            writes.tick(writer, tick)
            self.written.ticks += 1
        if gap is not None and gap.last == day:
            self.person.gap_ended = day

    def _sessions(
        self, writer: Writer, life: Life, day: date, check: CheckIn | None, gap: Gap | None
    ) -> Iterator[SessionRecord]:
        due = self.planned.get(day)
        if due is not None:
            yield self._planned(writer, *due, check, life.today)
        elif gap is None and day + DAY < life.today:
            stretch = life.stretches[-1]
            if day > stretch.plan.start and (day - stretch.plan.anchor).days % 7 == LAST_OF_WEEK:
                yield from self._end_of_week(day, stretch)

    def _planned(
        self,
        writer: Writer,
        stretch: Stretch,
        planned: PlannedSession,
        check: CheckIn | None,
        today: date,
    ) -> SessionRecord:
        known = Known(catalogue=self.library.catalogue, history=self.memory.history)
        prescribed = prescribe_session(planned, known)
        lines = self._as_offered(writer, prescribed, check)
        sitting = Sitting(
            day=planned.day,
            began_us=self._hour(planned.day),
            zone=self.zone,
            name=planned.title or "Session",
            kind=prescribed.kind,
            plan_key=planned.plan_key,
            slot=planned.slot,
            may_fall_short=today - planned.day > timedelta(days=4),
        )
        record = perform(self.person, sitting, lines, self.store.new_id)
        self.memory.add(stretch.plan, record)
        return record

    def _hour(self, day: date) -> int:
        usual = 9.3 if day.weekday() >= 5 else 17.6
        return self._midnight(day) + round((usual + self.random.uniform(-0.8, 0.8)) * HOUR_US)

    def _as_offered(
        self, writer: Writer, prescribed: PrescribedSession, check: CheckIn | None
    ) -> tuple[Prescription, ...]:
        """The session as planned, or lighter after a bad morning; the choice is kept as the app keeps it."""
        whole = prescribed.prescriptions
        if check is None:
            return whole
        found = readiness(check, [each for each in self.diary.recent if each.day < check.day])
        if found is None or found.band is Band.GO:
            return whole
        lines = tuple(
            line.after
            for line in lighter(whole, self.library.catalogue, found.band, legs=check.legs)
            if line.after is not None
        )
        works = any(line.part is StepKind.WORK for line in lines)
        takes = works and self.random.random() < TAKES_LIGHTER
        planned = prescribed.planned
        writes.save(
            writer,
            Decision(
                id=self.store.new_id(),
                day=planned.day,
                kind=KIND,
                offered=f"{planned.plan_key} {found.band.word} {found.score}",
                taken=LIGHTER if takes else AS_PLANNED,
                at_us=check.at_us or self._noon(planned.day),
            ),
        )
        return lines if takes else whole

    def _end_of_week(self, day: date, stretch: Stretch) -> Iterator[SessionRecord]:
        """A long run every other week, and now and then the hill by the key."""
        weeks = (day - stretch.plan.anchor).days // 7
        if weeks % TEST_EVERY_WEEKS == 0:
            yield self._free(day, "Hill by the key", CLIMBS, stretch)
        elif weeks % LONG_RUN_EVERY == 0:
            begins, ends = LONG_RUN_MINUTES
            minutes = round(begins + (ends - begins) * self.person.gained(day))
            yield self._free(day, "Long run", f"long run: {minutes}m @easy", stretch)

    def _free(self, day: date, name: str, text: str, stretch: Stretch) -> SessionRecord:
        line = parse_plan_line(text, names=self.library.catalogue)
        asked = prescribe_line(line, Known(catalogue=self.library.catalogue))
        sitting = Sitting(day=day, began_us=self._hour(day), zone=self.zone, name=name, kind=SessionKind.RUN)
        record = perform(self.person, sitting, (asked,), self.store.new_id)
        self.memory.add(stretch.plan, record)
        return record
