"""What happens on which day: two programmes after one another, illness, journeys, days that were missed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from hybrid_tui.coach import following
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.programme.plan import PlannedSession, RunningPlan
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.store.rows import PlanChange, ProgrammeRow

FIRST_PROGRAMME: Final = "hill-iron-3"
SECOND_PROGRAMME: Final = "hill-iron-4"
SHOWN_WEEKDAY: Final = 3
"""Today is the fourth day of the second programme's week: jumps, hills and a little lifting."""
SHOWN_WEEK: Final = 3
"""Today stands in the heaviest week of a round, where the choice of the start allows it."""
MOST_FIRST_WEEKS: Final = 26
"""The first programme is left after half a year at the latest."""
WEEK: Final = timedelta(days=7)
CALM_DAYS: Final = 10
"""Up to today everything went as planned for so many days."""
GAP_EVERY_DAYS: Final = (95, 170)
"""From one illness or journey to the next."""
MISSED, SKIPPED, MOVED = 0.02, 0.02, 0.03
"""Shares of the planned sessions that are missed without a word, let go with one, done a day later."""
ADDED: Final[dict[str, str]] = {
    "## mon  Lower A": "lat pulldown [3,3,3,2]x8-12 @2rir rest 90s  ; double +2.5kg, miss 2: -10%\n"
    "hanging knee raise [3,3,3,2]x8-15 rest 1m  ; double",
    "## tue  Upper A": "triceps extension [3,3,3,2]x10-15 @2rir rest 1m  ; double +2.5kg, miss 2: -10%",
    "## thu  Jumps": "biceps curl [3,3,3,2]x10-15 @2rir rest 1m  ; double +2kg, miss 2: -10%\n"
    "lateral raise [3,3,3,2]x12-20 @2rir rest 1m  ; double +2kg, miss 2: -10%",
    "## sat  Lower B": "cable row [3,3,3,2]x8-12 @2rir rest 90s  ; double +2.5kg, miss 2: -10%\n"
    "back extension [2,2,2,1]x10-15 @3rir rest 1m  ; double +2.5kg",
}
"""Lines that the person put into the second programme, at the end of a day's lifting, by the day's heading."""
REASONS: Final = ("work", "visitors", "slept too little", "storm", "sore knee")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A week or two without training."""

    first: date
    last: date
    reason: str
    """`illness` or `travel`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One programme as it was followed, with all that was changed in it."""

    row: ProgrammeRow
    changes: tuple[PlanChange, ...]
    plan: RunningPlan
    planned: tuple[PlannedSession, ...]
    """Sessions that were done, in order, up to yesterday or to the programme's end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """The years on paper."""

    first: date
    today: date
    gaps: tuple[Gap, ...]
    stretches: tuple[Stretch, ...]

    def gap_on(self, day: date) -> Gap | None:
        """The gap that a day falls in."""
        return next((gap for gap in self.gaps if gap.first <= day <= gap.last), None)


def live(
    random: Random,
    library: Library,
    first: date,
    today: date,
    new_id: Callable[[], str],
    noon_us: Callable[[date], int],
) -> Life:
    """Lay out a life from `first` to `today`; `noon_us` gives the instant of a day."""
    gaps = _gaps(random, first, today)
    weeks = (today - first).days // 7
    second = _begin_second(library, today, min(MOST_FIRST_WEEKS, max(1, weeks * 3 // 10)), first, gaps)
    ends = (second, today)
    stretches = tuple(
        _stretch(
            random,
            library,
            programme_id,
            (start, end),
            gaps,
            new_id,
            noon_us,
            follows=end == today,
        )
        for programme_id, start, end in zip(
            (FIRST_PROGRAMME, SECOND_PROGRAMME), (first, second), ends, strict=True
        )
    )
    return Life(first=first, today=today, gaps=gaps, stretches=stretches)


def _gaps(random: Random, first: date, today: date) -> tuple[Gap, ...]:
    found: list[Gap] = []
    day = first + timedelta(days=random.randint(*GAP_EVERY_DAYS) // 2)
    while day < today - timedelta(days=42):
        weeks = random.choice((1, 1, 1, 2))
        reason = random.choice(("illness", "travel"))
        # A pause shifts the plan by whole weeks, so the gap is as long as that.
        last = day + weeks * WEEK - timedelta(days=1)
        found.append(Gap(first=day, last=last, reason=reason))
        day = last + timedelta(days=random.randint(*GAP_EVERY_DAYS))
    return tuple(found)


def _begin_second(library: Library, today: date, weeks: int, first: date, gaps: tuple[Gap, ...]) -> date:
    """A start for the second programme such that today has a session worth showing."""
    begins = today - timedelta(days=SHOWN_WEEKDAY)
    begins -= max(0, (begins - first).days // 7 - weeks) * WEEK
    return next(
        (
            start
            for start in (begins + number * WEEK for number in range(4))
            if start < today and _shows(library, start, today, gaps)
        ),
        begins,
    )


def _shows(library: Library, start: date, today: date, gaps: tuple[Gap, ...]) -> bool:
    row = _row(library, SECOND_PROGRAMME, "x", start, 0, "active")
    plan = following.plan_of(row, _pauses(row, start, today, gaps, lambda: "x", lambda day: 0), library)
    assert plan is not None
    found = planned_sessions(plan, today, today)
    return bool(found) and found[0].place.week == SHOWN_WEEK


def _row(
    library: Library, programme_id: str, identifier: str, start: date, created_us: int, status: str
) -> ProgrammeRow:
    text = (
        _own_text(library.programme_text(programme_id))
        if programme_id == SECOND_PROGRAMME
        else (library.programme_text(programme_id))
    )
    name = text.splitlines()[0].removeprefix("# ")
    return ProgrammeRow(
        id=identifier, name=name, text=text, start_day=start, status=status, created_us=created_us
    )


def _own_text(text: str) -> str:
    """The programme with the person's own lines, each before the day's easy run or cool-down."""
    days = text.split("\n## ")
    for number, day in enumerate(days):
        added = next((lines for heading, lines in ADDED.items() if f"## {day}".startswith(heading)), None)
        if added is not None:
            before = "easy run:" if "\neasy run:" in day else "cool-down:"
            days[number] = day.replace(f"\n{before}", f"\n{added}\n{before}", 1)
    return "\n## ".join(days)


def _pauses(
    row: ProgrammeRow,
    start: date,
    end: date,
    gaps: tuple[Gap, ...],
    new_id: Callable[[], str],
    noon_us: Callable[[date], int],
) -> tuple[PlanChange, ...]:
    begin = PlanChange(id=new_id(), programme_id=row.id, kind=following.BEGINS_TODAY, at_us=noon_us(start))
    pauses = (
        PlanChange(
            id=new_id(),
            programme_id=row.id,
            kind="paused",
            at_us=noon_us(gap.first),
            to_day=gap.last,
            detail=gap.first.isoformat(),
            reason=gap.reason,
        )
        for gap in gaps
        if start <= gap.first < end
    )
    return (begin, *pauses)


def _stretch(
    random: Random,
    library: Library,
    programme_id: str,
    span: tuple[date, date],
    gaps: tuple[Gap, ...],
    new_id: Callable[[], str],
    noon_us: Callable[[date], int],
    *,
    follows: bool,
) -> Stretch:
    """A programme from the first day of `span` up to, but without, the second."""
    start, end = span
    row = _row(library, programme_id, new_id(), start, noon_us(start), "active")
    changes = _pauses(row, start, end, gaps, new_id, noon_us)
    plan = following.plan_of(row, changes, library)
    assert plan is not None
    before, missed = _incidents(random, plan, end, row, new_id, noon_us)
    changes = tuple(sorted((*changes, *before), key=lambda change: change.at_us))
    plan = following.plan_of(row, changes, library)
    assert plan is not None
    done = tuple(
        each
        for each in planned_sessions(plan, start, end - timedelta(days=1))
        if not each.skipped
        and each.plan_key not in missed
        and not any(g.first <= each.day <= g.last for g in gaps)
    )
    status = "active" if follows else "ended"
    return Stretch(row=replace(row, status=status), changes=changes, plan=plan, planned=done)


def _incidents(
    random: Random,
    plan: RunningPlan,
    end: date,
    row: ProgrammeRow,
    new_id: Callable[[], str],
    noon_us: Callable[[date], int],
) -> tuple[list[PlanChange], frozenset[str]]:
    """What was let go or moved, and the keys of what was simply missed."""
    planned = planned_sessions(plan, plan.start, end - timedelta(days=CALM_DAYS))
    busy = {each.day for each in planned}
    changes: list[PlanChange] = []
    missed: set[str] = set()
    for each in planned:
        draw = random.random()
        later = each.day + timedelta(days=1)
        if draw < MISSED:
            missed.add(each.plan_key)
        elif draw < MISSED + SKIPPED or (draw < MISSED + SKIPPED + MOVED and later not in busy):
            skips = draw < MISSED + SKIPPED
            changes.append(
                PlanChange(
                    id=new_id(),
                    programme_id=row.id,
                    kind="skipped" if skips else "moved",
                    at_us=noon_us(each.day),
                    plan_key=each.plan_key,
                    to_day=None if skips else later,
                    reason=random.choice(REASONS),
                )
            )
    return changes, frozenset(missed)
