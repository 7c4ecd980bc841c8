"""Which session stands on which day: weeks, rounds, deloads, moves, pauses.

A programme runs through its weeks once and then returns to its `then` week for ever. `anchor` is the date of
day 1 (Monday, where days are named) of week 1; an anchor on another weekday shifts all days as a block.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from hybrid_tui.domain.programme.plan import (
    UNCHANGED,
    Pause,
    PlanChanges,
    PlannedBlock,
    PlannedLine,
    PlannedSession,
    RunningPlan,
    WeekChangeKind,
    WeekPlace,
)
from hybrid_tui.domain.workout import BlockCall, PlanLine, Ramp, Remark, StepKind, TimedLine
from hybrid_tui.domain.written_programme import Block, Day, Programme

WEEK = timedelta(days=7)
FURTHEST_WEEK = 5200
"""A plan is not followed beyond a hundred years."""


def first_day(programme: Programme) -> int:
    """Index (from 0) of the first training day in a usual week. Raises ValueError where there is none."""
    days = [day_index(day) for day in programme.days if day.week is None and not day.variant and not day.rest]
    if not days:
        raise ValueError("the programme has no sessions")
    return min(days)


def day_index(day: Day) -> int:
    """Index of a day in its week, from 0."""
    return day.weekday if day.weekday is not None else (day.number or 1) - 1


def begin_today(programme_id: str, programme: Programme, today: date) -> RunningPlan:
    """Start with the first session today: the days shift as a block, so their distances stay as they were."""
    anchor = today - timedelta(days=first_day(programme))
    return RunningPlan(programme_id=programme_id, programme=programme, anchor=anchor, start=today)


def begin_on(programme_id: str, programme: Programme, start: date) -> RunningPlan:
    """Start on a day and keep the weekdays of the file; week 1 is what is left of that week.

    Where nothing is left of it, or days are numbered, week 1 begins at the next Monday or on the day itself.
    """
    if any(day.number is not None for day in programme.days):
        anchor = start
    else:
        anchor = start - timedelta(days=start.weekday())
        usual = [day_index(d) for d in programme.days if d.week is None and not d.variant and not d.rest]
        if usual and max(usual) < start.weekday():
            anchor += timedelta(days=7)
    return RunningPlan(programme_id=programme_id, programme=programme, anchor=anchor, start=start)


def week_places(
    programme: Programme, changes: PlanChanges = UNCHANGED, *, since: int = 1
) -> Iterator[WeekPlace]:
    """Walk the weeks of a programme from its week `since` on; ends only where the programme does.

    Rows of weeks that nothing changed are passed over in one step, so that a late beginning costs nothing.
    """
    deloads = dict(programme.deloads)
    by_number = {change.number: change for change in changes.weeks}
    week, round_, number = 1, 1, 1
    last: WeekPlace | None = None
    while number <= FURTHEST_WEEK:
        until = min((each for each in by_number if each >= number), default=FURTHEST_WEEK + 1)
        steps = min(since, until) - 1 - number  # the week before a change is walked: it may be done again
        if steps > 0:
            on = _weeks_on(programme, week, round_, steps)
            if on is None:
                return
            week, round_ = on
            number += steps
        change = by_number.get(number)
        if change is not None and change.kind is WeekChangeKind.REPEAT and last is not None:
            last = WeekPlace(number=number, week=last.week, round=last.round, deload=last.deload)
            if number >= since:
                yield last
            number += 1
            continue
        if change is not None and change.kind is WeekChangeKind.DELOAD and deloads:
            week = min((each for each in deloads if each >= week), default=max(deloads))
        word = change.word if change is not None and change.kind is WeekChangeKind.WORD else ""
        last = WeekPlace(number=number, week=week, round=round_, deload=deloads.get(week, 0.0), word=word)
        if number >= since:
            yield last
        number += 1
        if week < programme.weeks:
            week += 1
        elif programme.then_week is None:
            return
        else:
            week, round_ = programme.then_week, round_ + 1


def _weeks_on(programme: Programme, week: int, round_: int, steps: int) -> tuple[int, int] | None:
    """Week and round some weeks later where nothing was changed; None beyond the end."""
    if week + steps <= programme.weeks:
        return week + steps, round_
    if programme.then_week is None:
        return None
    length = programme.weeks - programme.then_week + 1
    over = week + steps - programme.weeks - 1
    return programme.then_week + over % length, round_ + 1 + over // length


def _days_of(programme: Programme, place: WeekPlace) -> tuple[Day, ...]:
    usual = [day for day in programme.days if day.week is None and not day.variant]
    for special in programme.days:
        numbered = special.week == place.week and not special.variant
        if numbered or (special.variant and special.variant == place.word):
            usual = [
                day
                for day in usual
                if day_index(day) != day_index(special)
                or (special.slot and day.slot not in ("", special.slot))
            ]
            usual.append(special)
    training = [day for day in usual if not day.rest]
    return tuple(sorted(training, key=lambda day: (day_index(day), day.slot)))


class _Shifts:
    """Where days fall after the pauses before them: whole weeks later, so that weekdays stay."""

    def __init__(self, pauses: tuple[Pause, ...]) -> None:
        self._pauses = [
            (each.first, None if each.last is None else _whole_weeks((each.last - each.first).days + 1))
            for each in sorted(pauses, key=lambda each: each.first)
        ]

    def of(self, day: date) -> date | None:
        """The day in its place; None after a pause that still goes on."""
        for first, length in self._pauses:
            if day < first:
                break
            if length is None:
                return None
            day += length
        return day


def _whole_weeks(days: int) -> timedelta:
    return timedelta(days=7 * -(-max(days, 0) // 7))


def week_of_day(plan: RunningPlan, day: date) -> int:
    """The first week (from 1) of the plan that can hold a day from `day` on, moved sessions left aside."""
    return _first_week(plan, _Shifts(plan.changes.pauses), day)


def _first_week(plan: RunningPlan, shifts: _Shifts, day: date) -> int:
    def reaches(number: int) -> bool:
        # A pause within a week puts only its later days off.
        ends = shifts.of(plan.anchor + number * WEEK + WEEK)
        return ends is None or ends >= day

    return bisect_left(range(1, FURTHEST_WEEK + 1), True, key=reaches) + 1


def planned_sessions(plan: RunningPlan, first: date, last: date) -> tuple[PlannedSession, ...]:
    """Every session planned from `first` to `last`, both included, in the order of doing.

    Skipped sessions stay in the list, marked. Sessions moved into the range are in, moved out of it are not.
    """
    changes = plan.changes
    moves = {move.plan_key: move.day for move in changes.moves}
    shifts = _Shifts(changes.pauses)
    days: dict[tuple[int, str], tuple[Day, ...]] = {}
    blocks: dict[int, tuple[PlannedBlock, ...]] = {}
    found: list[PlannedSession] = []
    for place in _weeks_among(plan, shifts, moves, first, last):
        alike = (place.week, place.word)
        if alike not in days:
            days[alike] = _days_of(plan.programme, place)
        for day in days[alike]:
            raw = _monday(plan, place) + timedelta(days=day_index(day))
            usual = shifts.of(raw)
            key = f"{plan.programme_id}/{place.number}/{day_index(day) + 1}/{day.slot}"
            falls = moves.get(key, usual)
            if raw < plan.start or falls is None or not first <= falls <= last:
                continue
            if id(day) not in blocks:
                blocks[id(day)] = planned_blocks(plan.programme, day)
            found.append(
                PlannedSession(
                    plan_key=key,
                    day=falls,
                    place=place,
                    day_number=day_index(day) + 1,
                    slot=day.slot,
                    title=day.title,
                    blocks=blocks[id(day)],
                    skipped=key in changes.skips,
                    excused=key in changes.excused,
                    moved_from=usual if falls != usual else None,
                )
            )
    return tuple(sorted(found, key=lambda session: (session.day, session.slot, session.place.number)))


def _monday(plan: RunningPlan, place: WeekPlace) -> date:
    """The first day of a week of the plan, pauses left aside."""
    return plan.anchor + timedelta(days=7 * (place.number - 1))


def _weeks_among(
    plan: RunningPlan, shifts: _Shifts, moves: Mapping[str, date], first: date, last: date
) -> Iterator[WeekPlace]:
    """The weeks that may have a session from `first` to `last`; a far one only where it was moved there."""
    moved = {int(key.split("/")[1]) for key, day in moves.items() if first <= day <= last}
    # Weeks that are over by then, however far they were put off, are passed over: a plan may be years old.
    earliest = _first_week(plan, shifts, first)
    for place in week_places(plan.programme, plan.changes, since=min({earliest, *moved})):
        if place.number < earliest and place.number not in moved:
            continue
        opens = shifts.of(_monday(plan, place))
        if (opens is None or opens > last) and place.number > max(moved, default=0):
            return
        yield place


def planned_blocks(programme: Programme, day: Day) -> tuple[PlannedBlock, ...]:
    """The lines of a day in the order of doing, shared blocks put in their place."""
    shared = {block.name.casefold(): block for block in programme.blocks}
    parts = list(_expand(day.lines, shared))
    return tuple(
        PlannedBlock(position=position, line=line, part=part) for position, (line, part) in enumerate(parts)
    )


def _expand(
    lines: tuple[PlanLine, ...], shared: dict[str, Block], part: StepKind = StepKind.WORK
) -> Iterator[tuple[PlannedLine, StepKind]]:
    for line in lines:
        if isinstance(line, Remark):
            continue
        if isinstance(line, BlockCall):
            block = shared.get(line.block.casefold())
            # A block may not call itself; the parser refuses it, and a hand-made value simply stops here.
            if block is not None and part is StepKind.WORK:
                yield from _expand(block.lines, shared, line.kind)
            continue
        own = part
        if isinstance(line, TimedLine) and line.name in ("warm-up", "cool-down"):
            own = StepKind(line.name)
        if isinstance(line, Ramp):
            own = StepKind.WARM_UP
        yield line, own


def week_starts(plan: RunningPlan, number: int) -> date | None:
    """The day on which week `number` (from 1) of the plan opens; None when it has no place yet."""
    return _Shifts(plan.changes.pauses).of(plan.anchor + timedelta(days=7 * (number - 1)))


def place_on(plan: RunningPlan, day: date) -> WeekPlace | None:
    """The week of the programme in which `day` falls; None before its start and after its end."""
    shifts = _Shifts(plan.changes.pauses)
    found: WeekPlace | None = None
    ends = day
    since = max(1, _first_week(plan, shifts, day) - 2)
    for place in week_places(plan.programme, plan.changes, since=since):
        opens = shifts.of(plan.anchor + timedelta(days=7 * (place.number - 1)))
        if opens is None or opens > day:
            return found
        found, ends = place, opens + timedelta(days=7)
    return found if day < ends else None
