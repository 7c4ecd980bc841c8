"""Programmes for the rules' tests: read from the shipped text, each week of each as training days."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.training import TrainingDay, TrainingSession
from hybrid_tui.domain.training_build import planned_training
from tests.domain.sessions import CATALOGUE

FOLDER = Path(__file__).parents[2] / "data" / "programmes"
MONDAY = date(2026, 11, 23)
WARM_UPS = {"legs": 8.0, "upper": 6.0, "hills": 15.0, "jumps": 15.0}
"""Minutes of the shared warm-ups (3.9); others take 5."""
_HEADING = re.compile(r"## (mon|tue|wed|thu|fri|sat|sun)(?: (am|pm))?  (.*)")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass
class Sketch:
    """A week in text: weekday and slot to title and lines, so that a test can plant a fault."""

    level: str = "intermediate"
    goal: str = "hybrid"
    days: dict[tuple[int, str], tuple[str, list[str]]] = field(default_factory=dict)

    def week(self, number: int, *, monday: date = MONDAY) -> tuple[TrainingDay, ...]:
        """Seven days with the numbers of a week."""
        return tuple(
            TrainingDay(
                date=monday + timedelta(days=offset),
                sessions=tuple(
                    training(lines, week=number, slot=slot, name=title)
                    for (weekday, slot), (title, lines) in sorted(self.days.items())
                    if weekday == offset
                ),
            )
            for offset in range(7)
        )

    def move(self, source: int, target: int) -> None:
        """Put all of one weekday's sessions on another."""
        for key in [key for key in self.days if key[0] == source]:
            self.days[target, key[1]] = self.days.pop(key)


def training(lines: list[str], *, week: int = 1, slot: str = "", name: str = "Session") -> TrainingSession:
    """A session from lines of a plan."""
    called = {line.removeprefix("warm-up: ") for line in lines if line.startswith("warm-up: ")}
    return planned_training(
        name,
        [parse_plan_line(line.strip(), names=CATALOGUE) for line in lines],
        CATALOGUE,
        week=week,
        slot=slot,
        # An evening has a warm-up of its own that the expected load leaves out.
        warm_up_minutes=0 if slot == "pm" else max((WARM_UPS.get(one, 5) for one in called), default=0),
    )


def sketch(name: str) -> Sketch:
    """A shipped programme."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    found = Sketch()
    lines: list[str] | None = None
    for line in text.splitlines():
        if heading := _HEADING.fullmatch(line):
            lines = []
            found.days[_WEEKDAYS.index(heading[1]), heading[2] or ""] = (heading[3], lines)
        elif line.startswith("## "):
            lines = None
        elif lines is not None and line.strip():
            lines.append(line)
        elif line.startswith("level: "):
            found.level = line.removeprefix("level: ")
        elif line.startswith("goal: "):
            found.goal = line.removeprefix("goal: ")
    return found
