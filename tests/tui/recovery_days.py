"""A week and a half of mornings, meals and a weight, for the tests of Recovery."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hybrid_tui.coach import recovering
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.store import writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import ProgrammeRow

DAY = date(2026, 11, 25)
YESTERDAY = date(2026, 11, 24)
MORNING = datetime(2026, 11, 25, 6, 52, tzinfo=UTC)
LIBRARY = Library()

SCORES = {
    0: (2, 3, 2, 3),
    1: (2, 3, 3, 3),
    2: (2, 2, 2, 3),
    3: (2, 2, 1, 3),
    4: (4, 4, 3, 3),
    5: (2, 3, 3, 2),
    6: (3, 3, 2, 3),
}
SLEPT = {0: 460, 1: 440, 2: 485, 3: 430, 4: 450, 5: 395, 6: 415}
EATEN = {1: (20, 40), 2: (30, 40, 50), 3: (40, 40, 52), 4: (30, 45, 40), 5: (45, 50, 49), 6: (45, 50, 50)}


def moment(at: datetime = MORNING, day: date = DAY) -> Moment:
    """One reading of the clocks."""
    return Moment(at_us=int(at.timestamp()) * 1_000_000, boot_us=1, boot_id="boot-1", zone="UTC", day=day)


def fill_and_follow(store: Store) -> None:
    """The filled days, with a programme."""
    fill(store)
    follow(store)


def fill_mornings(store: Store, *, days: int = 7, pulse: bool = True, first: int = 0) -> None:
    """Check-ins of the `days` days that end with `DAY`; `first` leaves out the newest ones."""
    for ago in range(first, days):
        sleep, fatigue, stress, soreness = SCORES[ago % 7]
        check = CheckIn(
            day=DAY,
            sleep=sleep,
            fatigue=fatigue,
            stress=stress,
            soreness=soreness,
            legs=2,
            resting_hr=52 if ago == 0 else 51 if pulse else None,
            slept_minutes=SLEPT[ago % 7],
            flags=(),
            sore={"quads": 2, "hamstrings": 1, "glutes": 1, "calves": 0} if ago == 0 else {},
        )
        recovering.save_checkin(
            store, moment(MORNING - timedelta(days=ago)), DAY - timedelta(days=ago), check
        )


def fill_meals(store: Store) -> None:
    """What was eaten in the last seven days: 96 g up to now."""
    for ago, meals in EATEN.items():
        for grams in meals:
            recovering.eat(store, moment(), DAY - timedelta(days=ago), grams)
    for hour, (grams, words) in enumerate(((26, "oats"), (30, ""), (40, "chicken"))):
        recovering.eat(store, moment(MORNING + timedelta(hours=3 * hour)), DAY, grams, words)


def fill(store: Store) -> None:
    """All of a well kept week."""
    fill_mornings(store, days=10)
    fill_meals(store)
    recovering.weigh(store, moment(), DAY, "74.2kg")
    recovering.tick(store, moment(), DAY, "water")
    recovering.add_own_food(store, moment(), "w whey shake 25g")
    recovering.add_own_food(store, moment(), "q curd 500 g cup 60g")


def follow(store: Store, programme: str = "hill-iron-4", start: date = date(2026, 11, 16)) -> None:
    """Begin a programme from the shelf."""
    text = LIBRARY.programme_text(programme)
    row = ProgrammeRow(id="plan", name=programme, text=text, start_day=start, status="active", created_us=1)
    with store.write("begin a programme") as writer:
        writes.save(writer, row)
