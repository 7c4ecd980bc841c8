"""The review of a block, asked once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hybrid_tui.coach import following
from hybrid_tui.coach.day_list import counts_as_set, readiness_by_day
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.since_write import kept
from hybrid_tui.domain.block_review import BlockReview, LiftChange, lift_change, next_block, push_and_pull
from hybrid_tui.domain.counts import is_working
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.programme_printing import print_programme
from hybrid_tui.domain.pounds import change_in_pounds
from hybrid_tui.domain.programme.plan import RunningPlan
from hybrid_tui.domain.programme.schedule import (
    place_on,
    planned_sessions,
    week_of_day,
    week_places,
    week_starts,
)
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.session_facts import TRAINED, SessionSummary, summarise
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.domain.trend import DaySet
from hybrid_tui.store import reads_days, reads_plan, reads_sessions
from hybrid_tui.store.database import Store

WEEK = timedelta(days=7)


def review(store: Store, library: Library, moment: Moment, round_: int | None = None) -> BlockReview | None:
    """The review of a round of the programme in hand, from 1; without one the latest that is over.

    The one in hand where none is over yet; None without a programme or outside its rounds. Raises StoreError.
    """
    asked = (moment.day, round_)
    return kept(store, library, "reviews", asked, lambda: _looked_back(store, library, moment, round_))


def _looked_back(store: Store, library: Library, moment: Moment, round_: int | None) -> BlockReview | None:
    with store.snapshot():
        plan = following.running_plan(store, library)
        if plan is None:
            return None
        rounds = _rounds(plan, moment.day)
        newest = max(rounds, default=0)
        chosen = newest if round_ is None else round_
        if chosen not in rounds:
            return None
        days = _days(plan, rounds[chosen], moment.day)
        if round_ is None and newest - 1 in rounds and (days is None or days[1] >= moment.day):
            chosen = newest - 1
            days = _days(plan, rounds[chosen], moment.day)
        return None if days is None else _review(store, library, moment, plan, chosen, *days)


def _rounds(plan: RunningPlan, today: date) -> dict[int, tuple[int, int]]:
    """The first and the last week of each round that may have begun."""
    found: dict[int, tuple[int, int]] = {}
    place = place_on(plan, today)
    begun = week_of_day(plan, today) + 1
    for each in week_places(plan.programme, plan.changes):
        if each.round > place.round if place is not None else each.number > begun and each.round not in found:
            break
        found[each.round] = (found.get(each.round, (each.number, 0))[0], each.number)
    return found


def _days(plan: RunningPlan, weeks: tuple[int, int], today: date) -> tuple[date, date] | None:
    """The first and the last day of a round, as far as its weeks have a place; None where it has not begun."""
    first = week_starts(plan, weeks[0])
    if first is None or first > today:
        return None
    opens = next(found for n in range(weeks[1], weeks[0] - 1, -1) if (found := week_starts(plan, n)))
    return max(first, plan.start), opens + WEEK - timedelta(days=1)


def _review(
    store: Store, library: Library, moment: Moment, plan: RunningPlan, round_: int, first: date, last: date
) -> BlockReview:
    until = min(last, moment.day)
    near = reads_sessions.sessions_between(store, first - WEEK, last + WEEK)
    inside = [each for each in near if first <= each.day <= until]
    facts = [found for each in inside if (found := summarise(each, library.catalogue)).trained]
    ready = readiness_by_day(store, first, until)
    nights = [
        c.slept_minutes for c in reads_days.checkins(store, first, until) if c.slept_minutes is not None
    ]
    planned, done, partial, excused = _kept(store, plan, near, first, until)
    lifts = _lifts(library, inside, first, last)
    mean = sum(ready.values()) / len(ready) if ready else None
    share = 100 * (done + partial) / planned if planned else None
    lb = reads_plan.settings(store).get("units") == "lb"
    programme, said = next_block(plan.programme, lifts, share, mean)
    push, pull = push_and_pull(_counted(library, inside), library.catalogue)
    return BlockReview(
        title=plan.programme.title,
        round=round_,
        first=first,
        last=last,
        over=last < moment.day,
        planned=planned,
        done=done,
        partial=partial,
        excused=excused,
        lifts=tuple(change_in_pounds(each) for each in lifts) if lb else lifts,
        push=push,
        pull=pull,
        sets=sum(each.sets for each in facts),
        run_minutes=sum(each.run_minutes for each in facts),
        easy_minutes=sum(each.easy_minutes for each in facts),
        sprint_seconds=sum(each.sprint_seconds for each in facts),
        contacts=sum(each.contacts for each in facts),
        load=_load(facts),
        readiness=mean,
        sleep_hours=sum(nights) / len(nights) / 60 if nights else None,
        mornings=len(ready),
        next_text=print_programme(programme),
        suggestions=said,
    )


def _load(facts: Sequence[SessionSummary]) -> float:
    return sum(each.load for each in facts if each.load is not None)


def _kept(
    store: Store, plan: RunningPlan, near: Sequence[SessionRecord], first: date, until: date
) -> tuple[int, int, int, int]:
    """Sessions planned (excused ones left out), done, done in part, and excused."""
    status = {each.plan_key: each.status for each in near if each.plan_key is not None}
    let_go = {
        change.plan_key
        for change in reads_plan.plan_changes(store, plan.programme_id)
        if change.kind == "excused"
    }
    keys = [each.plan_key for each in planned_sessions(plan, first, until)]
    excused = [key for key in keys if key in let_go or status.get(key) is SessionStatus.EXCUSED]
    asked = [key for key in keys if key not in excused]
    trained = [status[key] for key in asked if status.get(key) in TRAINED]
    partial = sum(each in (SessionStatus.PARTIAL, SessionStatus.OPEN) for each in trained)
    return len(asked), len(trained) - partial, partial, len(excused)


def _counted(library: Library, sessions: Sequence[SessionRecord]) -> list[tuple[str, int]]:
    """Each line's exercise and working sets."""
    return [
        (block.exercise, sum(is_working(done) for done in block.sets))
        for session in sessions
        for block in session.blocks
        if block.exercise is not None and block.part == "work" and counts_as_set(library, block.exercise)
    ]


def _lifts(
    library: Library, sessions: Sequence[SessionRecord], first: date, last: date
) -> tuple[LiftChange, ...]:
    sets: dict[str, list[DaySet]] = {}
    for session in sessions:
        for block in session.blocks:
            if block.exercise is None or block.part != "work" or not counts_as_set(library, block.exercise):
                continue
            for done in block.sets:
                if is_working(done) and done.reps:
                    reps = min(done.reps, done.right_reps or done.reps)
                    own = done.load is None or done.load.startswith("bw")
                    lifted = DaySet(session.day, reps, done.load_kg, own, done.rpe)
                    sets.setdefault(block.exercise, []).append(lifted)
    changes = (
        lift_change(exercise, library.catalogue.title(exercise), found, first, last)
        for exercise, found in sets.items()
        if library.catalogue.get(exercise) is not None
    )
    return tuple(sorted((each for each in changes if each is not None), key=lambda each: -each.percent))
