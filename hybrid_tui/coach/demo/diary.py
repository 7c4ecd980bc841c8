"""What is noted around the training: mornings, food, weight, and ticks of the day's list."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Final

from hybrid_tui.coach.demo.life import Gap
from hybrid_tui.coach.demo.person import Person
from hybrid_tui.domain.record import BodyWeight, CheckIn, Food
from hybrid_tui.store.rows import Tick

HOUR_US: Final = 3_600_000_000
WAKES: Final = 6.2
"""Hour of the morning check."""
USUAL_LOAD: Final = 170.0
"""Session load of an average day, days off included."""
MEALS: Final = (
    (6.6, 30.0, "oats and yoghurt"),
    (12.6, 38.0, "lunch"),
    (16.2, 25.0, "whey shake"),
    (19.6, 46.0, "dinner"),
)
"""Hour, grams of protein, words."""
TICKS: Final = (("plate", 0.6), ("water", 0.65), ("moved", 0.45))
"""Items of the day's list that are ticked by hand, and how often."""
FOOD_LOGGED: Final = 0.84
CHECKED: Final = 0.985
OWN_FOODS: Final = {"w": {"name": "whey shake", "grams": 25.0}, "s": {"name": "skyr", "grams": 22.0}}


@dataclass(slots=True, kw_only=True)
class Diary:
    """The notebook, and how tired the person is."""

    random: Random
    person: Person
    tired: float = 1.0
    """Load of the last days against the usual."""
    recent: deque[CheckIn] = field(default_factory=lambda: deque(maxlen=28))

    def morning(self, day: date, midnight_us: int, gap: Gap | None, *, fine: bool) -> CheckIn | None:
        """The morning's answers; `fine` after a good night, None where nobody asked."""
        random = self.random
        if not fine and random.random() > CHECKED:
            return None
        ill = gap is not None and gap.reason == "illness"
        fresh_ill = ill and gap is not None and (day - gap.first).days < 3
        strain = 0.0 if fine else self.tired - 1.0 + (2.2 if ill else 0.0)
        slept = round(random.gauss(462 - 12 * max(0.0, strain), 14 if fine else 38) / 5) * 5
        legs = 2 if fine else _between(random.gauss(1.2 + 1.6 * max(0.0, strain), 1.1), 0, 9)
        flags: tuple[str, ...] = ("fever",) if fresh_ill else ("cold",) if ill else ()
        check = CheckIn(
            day=day,
            sleep=_answer(random, 2.1 + 0.5 * strain + (1.6 if slept < 400 else 0.0)),
            fatigue=_answer(random, 2.2 + 0.9 * strain),
            stress=_answer(random, 2.2 if fine else random.choice((1.9, 2.2, 2.4, 3.6))),
            soreness=_answer(random, 2.1 + 0.9 * strain),
            legs=legs,
            resting_hr=round(54 - 5 * self.person.gained(day) + random.gauss(0, 1.4) + (7 if ill else 0)),
            slept_minutes=min(620, max(250, slept)),
            flags=flags if random.random() < 0.96 else None,
            sore={random.choice(("quads", "hamstrings", "calves")): legs} if legs >= 4 else {},
            at_us=midnight_us + round((WAKES + random.uniform(-0.2, 0.3)) * HOUR_US),
        )
        self.recent.append(check)
        return check

    def foods(
        self, day: date, midnight_us: int, new_id: Callable[[], str], *, until_hour: float = 24.0
    ) -> tuple[Food, ...]:
        """What was eaten, up to an hour of the day; many a day nothing of it is written down."""
        random = self.random
        if until_hour == 24.0 and random.random() > FOOD_LOGGED:
            return ()
        return tuple(
            Food(
                id=new_id(),
                day=day,
                grams=float(max(8, round(random.gauss(grams, grams * 0.12)))),
                words=words,
                at_us=midnight_us + round((hour + random.uniform(-0.3, 0.3)) * HOUR_US),
            )
            for hour, grams, words in MEALS
            if hour < until_hour and (until_hour < 24.0 or random.random() < 0.93)
        )

    def ticks(self, day: date, midnight_us: int) -> tuple[Tick, ...]:
        """Items ticked in the evening."""
        at_us = midnight_us + round(21.5 * HOUR_US)
        return tuple(
            Tick(day=day, item=item, at_us=at_us) for item, often in TICKS if self.random.random() < often
        )

    def weight(self, day: date, midnight_us: int, new_id: str) -> BodyWeight:
        """A weight on the scales."""
        kg = round(self.person.kg + self.random.gauss(0, 0.35), 1)
        at_us = midnight_us + round((WAKES + 0.1) * HOUR_US)
        return BodyWeight(id=new_id, day=day, kg=kg, text=f"{kg:g} kg", at_us=at_us)

    def evening(self, load: float) -> None:
        """Take the day's load into account; the body weight wanders a little."""
        self.tired += (load / USUAL_LOAD - self.tired) * 0.3
        self.person.kg += self.random.gauss(0, 0.05) + (77.0 - self.person.kg) * 0.01


def _answer(random: Random, usual: float) -> int:
    return _between(random.gauss(usual, 0.55), 1, 7)


def _between(value: float, low: int, high: int) -> int:
    return min(high, max(low, round(value)))
