"""A person with a programme in hand, for tests: a clock that stands still, a store in memory, the shipped library."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hybrid_tui.coach import bests, sheets
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome, Spot
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.sheet import Sheet, SheetBlock
from hybrid_tui.store import writes
from hybrid_tui.store.database import Store, open_memory
from hybrid_tui.store.rows import PlanChange, ProgrammeRow
from tests.fixed_clock import FixedClock

LIBRARY = Library()

UPPER = """# Test Week
weeks: 1

## day 1  Upper body
warm-up: 5m walk
bench press 3x6-8 60kg @2rir rest 3m  ; double +2.5kg
  & pull-up 2x5-8 bw rest 2m
hill sprint: 3x(8s @9 hill 8% / 60s walk)
plank 2x45s

## day 3  Lower body
back squat 5,5,5+ 100kg rest 3m  ; +2.5kg
"""


@dataclass
class Evening:
    """One training evening."""

    clock: FixedClock = field(default_factory=FixedClock)
    library: Library = LIBRARY

    def __post_init__(self) -> None:
        self.store: Store = open_memory(clock=self.clock)

    @property
    def now(self) -> Moment:
        """This moment."""
        return self.clock.moment()

    def follow(self, text: str = UPPER, *, start: date | None = None, name: str = "test") -> None:
        """Follow a programme, from today unless said otherwise."""
        with self.store.write("follow a programme") as writer:
            writes.save(
                writer,
                ProgrammeRow(
                    id=name,
                    name=name,
                    text=text,
                    start_day=start or self.clock.today(),
                    status="active",
                    created_us=self.clock.now_us(),
                ),
            )
            writes.save(
                writer,
                PlanChange(
                    id=writer.new_id(), programme_id=name, kind="begins today", at_us=self.clock.now_us()
                ),
            )

    def sheet(self) -> Sheet:
        """Today's sheet, worked out anew."""
        return sheets.work_out(self.store, self.library, self.now)

    def block(self, name: str) -> SheetBlock:
        """The block of that name on today's sheet."""
        return next(block for block in self.sheet().blocks if block.name == name)

    def best_of(self, outcome: Outcome) -> str:
        """The new best that a deed brought, as it is said beside the sheet or a moment after it."""
        return outcome.best or bests.told_of(
            self.store, self.library, self.now, outcome.session_id or "", outcome.set_id
        )

    def spot(self, name: str, row: int = 0) -> Spot:
        """Where that block's row stands."""
        sheet = self.sheet()
        return Spot(
            session_id=sheet.session_id, plan_key=sheet.plan_key, block=self.block(name).position, row=row
        )
