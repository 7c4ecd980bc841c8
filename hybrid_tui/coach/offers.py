"""When the morning asks for less: the lighter session is offered, and whichever is chosen is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hybrid_tui.coach import deciding, following, mornings
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.programme.lighter import LighterLine, lighter
from hybrid_tui.domain.programme.plan import RunningPlan
from hybrid_tui.domain.programme.prescription import Prescription
from hybrid_tui.domain.programme.session import PrescribedSession
from hybrid_tui.domain.recovery import Band
from hybrid_tui.domain.sheet import Offer
from hybrid_tui.domain.workout import StepKind
from hybrid_tui.store import reads_days
from hybrid_tui.store.database import Store

KIND = "readiness"
REST_DAY = "rest day"
"""The question whether to train on a day that the plan keeps free."""
LIGHTER = "lighter"
AS_PLANNED = "as planned"
MOVED = "moved"
"""First word of an answer that put the session on another day; the day follows."""
INSTEAD = "20-30 min easy"
"""What a day is for once its session went to another (7.3)."""


def lines_for(
    store: Store, library: Library, prescriptions: Sequence[Prescription], morning: mornings.Morning
) -> tuple[LighterLine, ...]:
    """What the morning would make of each line."""
    legs = morning.check.legs if morning.check else None
    return lighter(tuple(prescriptions), library.catalogue, morning.verdict, legs=legs)


def offer(
    store: Store,
    library: Library,
    prescribed: PrescribedSession,
    morning: mornings.Morning,
    plan: RunningPlan | None = None,
) -> Offer | None:
    """The lighter version, while it has not been answered; None where the plan stands as it is."""
    legs = morning.check.legs if morning.check else None
    if morning.verdict in (None, Band.GO) and (legs is None or legs < 4):
        return None
    if decided(store, prescribed.planned.day, prescribed.planned.plan_key) is not None:
        return None
    lines = lines_for(store, library, prescribed.prescriptions, morning)
    changed = tuple(
        f"{_name(line)}: {'not today' if line.after is None else line.words}"
        for line in lines
        if line.after is not line.before
    )
    if not changed:
        return None
    to = None
    if plan is not None and any(line.move for line in lines):
        from hybrid_tui.coach import moving_off  # late: it asks this module for the answers

        to = moving_off.new_day(store, library, plan, prescribed.planned)
    return Offer(
        band=Band.SWAP.word if to is not None else morning.band or Band.REDUCE.word,
        why=_why(morning),
        lines=changed,
        move_to=day_words(to.day) if to is not None else "",
    )


def moved_today(store: Store, day: date) -> tuple[str, date] | None:
    """The plan key of the session that left `day` in the morning, and its new day; None where none did."""
    found = [
        each
        for each in reads_days.decisions(store, day, day)
        if each.kind == KIND and each.taken.startswith(f"{MOVED} ")
    ]
    if not found:
        return None
    return found[-1].offered.split(" ", 1)[0], date.fromisoformat(found[-1].taken.split(" ", 1)[1])


def rest_answered(store: Store, day: date) -> bool:
    """Whether training on that rest day was asked about already. Raises StoreError."""
    return any(each.kind == REST_DAY for each in reads_days.decisions(store, day, day))


def _name(line: LighterLine) -> str:
    return line.before.name[:1].upper() + line.before.name[1:]


def _why(morning: mornings.Morning) -> str:
    if morning.stop:
        return morning.stop
    if morning.score is not None and morning.verdict not in (None, Band.GO):
        walk = " A walk or mobility instead." if morning.verdict is Band.REST else ""
        return f"Readiness {morning.score}: {morning.band}.{walk}"
    legs = morning.check.legs if morning.check else None
    return f"Your legs are at {legs} of 10."


def decided(store: Store, day: date, plan_key: str | None) -> str | None:
    """What was chosen for a planned session of a day: `lighter`, `as planned`, `moved DATE`, or None."""
    found = [
        each
        for each in reads_days.decisions(store, day, day)
        if each.kind == KIND and each.offered.split(" ", 1)[0] == (plan_key or "-")
    ]
    return found[-1].taken if found else None


def as_decided(
    store: Store, library: Library, prescribed: PrescribedSession, day: date
) -> tuple[Prescription, ...]:
    """The lines of a session as they stand after the morning's choice."""
    planned = prescribed.planned
    if decided(store, day, planned.plan_key) != LIGHTER:
        return prescribed.prescriptions
    lines = lines_for(store, library, prescribed.prescriptions, mornings.morning(store, day))
    return tuple(line.after for line in lines if line.after is not None)


def leaves_something(store: Store, library: Library, moment: Moment) -> bool:
    """Whether any work of today's session is left after the morning. Raises StoreError."""
    plan = following.running_plan(store, library)
    from hybrid_tui.coach import sheets  # late: it asks this module what was decided

    planned = sheets.waiting_session(store, plan, moment.day) if plan is not None else None
    if plan is None or planned is None:
        return False
    prescribed = following.prescribe(store, library, plan, planned, rack=sheets.rack(store))
    lines = lines_for(store, library, prescribed.prescriptions, mornings.morning(store, moment.day))
    return any(line.after is not None and line.before.part is StepKind.WORK for line in lines)


def answer(store: Store, library: Library, moment: Moment, taken: bool) -> Outcome:
    """Keep which version was chosen for today's planned session. Raises StoreError."""
    from hybrid_tui.coach import sheets  # late: it asks this module what was decided

    plan = following.running_plan(store, library)
    planned = sheets.waiting_session(store, plan, moment.day) if plan is not None else None
    words = "the lighter session" if taken else "the session as planned"
    morning = mornings.morning(store, moment.day)
    with store.write(f"take {words}") as writer:
        deciding.keep(
            writer,
            moment,
            kind=KIND,
            offered=f"{planned.plan_key if planned else '-'} {morning.band} {morning.score}",
            taken=LIGHTER if taken else AS_PLANNED,
        )
    return Outcome(words=f"Took {words}." if taken else "Kept the session as planned.")
