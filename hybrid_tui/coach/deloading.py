"""A deload week is suggested when the mornings ask for one; it is said until it is answered, and never forced."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from hybrid_tui.coach import deciding, following, mornings, replanning, week_rules
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.deload_signs import lifts_down, rest_running, signs_of, suggested
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.programme.plan import RunningPlan
from hybrid_tui.domain.programme.schedule import week_starts
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.domain.recovery import Readiness, readiness
from hybrid_tui.domain.trend import estimates
from hybrid_tui.store import reads_days, reads_sessions, reads_trends
from hybrid_tui.store.database import Store
from hybrid_tui.store.writer import Writer

KIND = "deload"
TAKEN, NOT_NOW = "taken", "not now"
QUIET = timedelta(days=13)
"""After an answer nothing is suggested for a fortnight, that day included."""
MONTH = timedelta(days=27)


class DeloadHint(NamedTuple):
    """Why a deload is suggested, and which week it would be."""

    reasons: tuple[str, ...]
    number: int | None
    """Week of the programme; None where it has no deload week to take."""
    first: date
    """The day the week opens."""

    @property
    def words(self) -> str:
        """`Two mornings running said rest, nights are short: a deload week from Mon 30 Nov?`"""
        why = ", ".join(self.reasons)
        why = why[:1].upper() + why[1:]
        if self.number is None:
            return f"{why}: halve your sets for a week?"
        return f"{why}: a deload week from {day_words(self.first)}?"


def hint(store: Store, library: Library, moment: Moment) -> DeloadHint | None:
    """The suggestion as it stands today; None without reasons, without a plan, or once answered."""
    today = moment.day
    with store.snapshot():
        checks = reads_days.checkins(store, today - MONTH - mornings.BASELINE, today)
        if not any(each.day == today for each in checks):
            return None  # it is asked on a morning that was told, not by what is missing
        scores = _scores(checks, today)
        resting = rest_running(scores, today)
        reasons = suggested(signs_of(checks, scores, today), resting=resting)
        if not reasons and not suggested(signs_of(checks, scores, today, lifts_down=2), resting=False):
            return None
        if any(each.kind == KIND for each in reads_days.decisions(store, today - QUIET, today)):
            return None
        plan = following.running_plan(store, library)
        if plan is None or any(each.last is None for each in plan.changes.pauses):
            return None
        down = lifts_down(_estimates(store, today), today)
        reasons = suggested(signs_of(checks, scores, today, lifts_down=down), resting=resting)
        week = _week(store, plan, today) if reasons else None
        return None if week is None else DeloadHint(reasons, *week)


def accept(store: Store, library: Library, moment: Moment) -> Outcome:
    """Take the week that is suggested, and keep the answer, in one action. Raises NothingThere, StoreError."""
    found, plan = hint(store, library, moment), following.running_plan(store, library)
    if found is None or plan is None:
        raise NothingThere("No deload is suggested any more. Nothing was changed.")
    from_ = day_words(found.first)
    with store.write(f"take a deload from {from_}") as writer:
        if found.number is not None:
            replanning.set_deload(store, writer, moment, plan, found.number)
        _answered(writer, moment, found, TAKEN)
    if found.number is None:
        return Outcome(words="Half the sets for a week; the plan itself has no deload week.")
    return Outcome(words=f"The week from {from_} is a deload: same weights, about half the sets.")


def refuse(store: Store, library: Library, moment: Moment) -> Outcome:
    """Keep the plan, and keep the answer: nothing is suggested for two weeks. Raises NothingThere, StoreError."""
    found = hint(store, library, moment)
    if found is None:
        raise NothingThere("No deload is suggested any more. Nothing was changed.")
    with store.write("no deload now") as writer:
        _answered(writer, moment, found, NOT_NOW)
    return Outcome(words="No deload now; it is not suggested again for two weeks.")


def _answered(writer: Writer, moment: Moment, found: DeloadHint, taken: str) -> None:
    deciding.keep(writer, moment, kind=KIND, offered="; ".join(found.reasons), taken=taken)


def _scores(checks: tuple[CheckIn, ...], today: date) -> dict[date, Readiness]:
    found = {}
    for check in checks:
        if check.day >= today - MONTH and (ready := readiness(check, checks)) is not None:
            found[check.day] = ready
    return found


def _estimates(store: Store, today: date) -> dict[str, dict[date, float]]:
    """Estimated maxima by lift and day over the four weeks that are compared."""
    done = reads_trends.sets(store, today - MONTH, today, hard_from=0)
    lifts = sorted({each.exercise for each in done if each.exercise is not None})
    return {lift: estimates(reads_trends.sets_of(store, lift, today - MONTH, today)) for lift in lifts}


def _week(store: Store, plan: RunningPlan, today: date) -> tuple[int | None, date] | None:
    """The week in hand while nothing of it was begun, else the next; None where a deload is near anyway."""
    places = week_rules.places_between(plan, today, today + timedelta(days=7))
    now, after = places.get(today), places.get(today + timedelta(days=7))
    if any(place is not None and place.deload for place in (now, after)):
        return None
    if not plan.programme.deloads:
        return None, today
    taken = reads_sessions.taken_plan_keys(store, plan.programme_id)
    for place in (now, after):
        opens = week_starts(plan, place.number) if place is not None else None
        if place is None or opens is None:
            continue
        if not any(key.startswith(f"{plan.programme_id}/{place.number}/") for key in taken):
            return place.number, max(opens, today)
    return None
