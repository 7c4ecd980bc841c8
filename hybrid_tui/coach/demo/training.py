"""What is trained on each day: the plan as the morning leaves it, and free sessions at the end of a week."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Final

from hybrid_tui.coach.demo.diary import HOUR_US, Diary
from hybrid_tui.coach.demo.life import Gap, Life, Stretch
from hybrid_tui.coach.demo.past import Memory
from hybrid_tui.coach.demo.person import Person
from hybrid_tui.coach.demo.session import Sitting, perform
from hybrid_tui.coach.offers import AS_PLANNED, KIND, LIGHTER
from hybrid_tui.domain.catalogue import Catalogue
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
from hybrid_tui.store.rows import Decision
from hybrid_tui.store.writer import Writer

DAY: Final = timedelta(days=1)
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


class Training:
    """One person's sessions, day by day and in order: each is asked for on what those before it left."""

    def __init__(
        self,
        life: Life,
        *,
        catalogue: Catalogue,
        random: Random,
        person: Person,
        diary: Diary,
        memory: Memory,
        midnight: Callable[[date], int],
        zone: str,
        new_id: Callable[[], str],
    ) -> None:
        """`midnight` gives the instant at which a day begins, UTC microseconds."""
        self.life, self.catalogue, self.random = life, catalogue, random
        self.person, self.diary, self.memory = person, diary, memory
        self.midnight, self.zone, self.new_id = midnight, zone, new_id
        self.planned = {
            planned.day: (stretch, planned) for stretch in life.stretches for planned in stretch.planned
        }

    def on(
        self, writer: Writer, day: date, check: CheckIn | None, gap: Gap | None
    ) -> Iterator[SessionRecord]:
        """The sessions of a day, in their order; what was answered to an offer is written on the way."""
        due = self.planned.get(day)
        if due is not None:
            yield self._as_planned(writer, *due, check)
        elif gap is None and day + DAY < self.life.today:
            stretch = self.life.stretches[-1]
            if day > stretch.plan.start and (day - stretch.plan.anchor).days % 7 == LAST_OF_WEEK:
                yield from self._end_of_week(day, stretch)

    def _as_planned(
        self, writer: Writer, stretch: Stretch, planned: PlannedSession, check: CheckIn | None
    ) -> SessionRecord:
        known = Known(catalogue=self.catalogue, history=self.memory.history)
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
            may_fall_short=self.life.today - planned.day > timedelta(days=4),
        )
        record = perform(self.person, sitting, lines, self.new_id)
        self.memory.add(stretch.plan, record)
        return record

    def _hour(self, day: date) -> int:
        usual = 9.3 if day.weekday() >= 5 else 17.6
        return self.midnight(day) + round((usual + self.random.uniform(-0.8, 0.8)) * HOUR_US)

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
            for line in lighter(whole, self.catalogue, found.band, legs=check.legs)
            if line.after is not None
        )
        works = any(line.part is StepKind.WORK for line in lines)
        takes = works and self.random.random() < TAKES_LIGHTER
        planned = prescribed.planned
        writes.save(
            writer,
            Decision(
                id=self.new_id(),
                day=planned.day,
                kind=KIND,
                offered=f"{planned.plan_key} {found.band.word} {found.score}",
                taken=LIGHTER if takes else AS_PLANNED,
                at_us=check.at_us or self.midnight(planned.day) + 12 * HOUR_US,
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
        line = parse_plan_line(text, names=self.catalogue)
        asked = prescribe_line(line, Known(catalogue=self.catalogue))
        sitting = Sitting(day=day, began_us=self._hour(day), zone=self.zone, name=name, kind=SessionKind.RUN)
        record = perform(self.person, sitting, (asked,), self.new_id)
        self.memory.add(stretch.plan, record)
        return record
