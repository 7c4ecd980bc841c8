"""When a past session was: typed as the clock of its training day says it, and all its instants follow."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hybrid_tui.coach.library import Library
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.coach.past_parts import session_of
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.record import IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import SessionStatus, SetRecord
from hybrid_tui.store import reads_plan, writes
from hybrid_tui.store.database import Store

EXAMPLE = "18:30, or 18:30-19:40, or empty where it is not known"
DAY_BEGINS = 4
"""The local hour at which a training day begins, where the person chose none."""
MINUTE_US = 60_000_000

Clock = tuple[int, int]
"""Hour and minute."""

_TIMES = re.compile(r"(\d{1,2})[:.](\d{2})(?:\s*[-–]\s*(\d{1,2})[:.](\d{2}))?", re.ASCII)


def read_times(text: str) -> tuple[Clock, Clock | None] | None:
    """Beginning and end as typed, None for an empty text. Raises NotationError."""
    said = text.strip()
    if not said:
        return None
    found = _TIMES.fullmatch(said)
    numbers = [int(each) for each in found.groups() if each is not None] if found else [99, 99]
    if any(hour > 23 for hour in numbers[::2]) or any(minute > 59 for minute in numbers[1::2]):
        raise NotationError("this is no time of day", column=1, hint=EXAMPLE, source=text)
    began = (numbers[0], numbers[1])
    return began, (numbers[2], numbers[3]) if len(numbers) == 4 else None


def edit_times(store: Store, library: Library, moment: Moment, session_id: str, text: str) -> Outcome:
    """Set when a session began, and ended where that is said too. Raises NotationError and StoreError.

    Its sets and steps move by as much as its beginning; a beginning and an end give its length.
    """
    session = session_of(store, session_id)
    times = read_times(text)
    words = f"time of {session.name}, {day_words(session.day)}"
    if times is None:
        if session.status is SessionStatus.OPEN:
            raise NothingThere("This session is still open: its clock began with it. Nothing was changed.")
        with store.write(f"forget the {words}") as writer:
            writes.change(writer, SessionRecord, session_id, began_us=None, ended_us=None, boot_us=None)
        return Outcome(words=f"Forgotten: {words}", session_id=session_id)
    hour = reads_plan.settings(store).get("day_start_hour")
    opens = hour if isinstance(hour, int) else DAY_BEGINS
    began = instant(session.day, times[0], session.zone, opens)
    ended = None if times[1] is None else instant(session.day, times[1], session.zone, opens)
    if max(began, ended or 0) > moment.at_us:
        raise NotationError("what was done cannot stand at a time to come", column=1, source=text)
    if ended is not None and ended < began:
        raise NotationError("it ended before it began", column=1, hint=EXAMPLE, source=text)
    shift = 0 if session.began_us is None else began - session.began_us
    changes: dict[str, object] = {"began_us": began, "boot_us": None, "boot_id": ""}
    if ended is not None:
        changes |= {"ended_us": ended, "minutes": round((ended - began) / MINUTE_US, 1)}
    elif session.ended_us is not None:
        changes["ended_us"] = max(began, session.ended_us + shift)
    with store.write(f"change the {words}") as writer:
        writes.change(writer, SessionRecord, session_id, **changes)
        for block in session.blocks if shift else ():
            for done in block.sets:
                if done.at_us is not None:
                    writes.change(writer, SetRecord, done.id, at_us=done.at_us + shift)
            for step in block.intervals:
                if step.at_us is not None:
                    writes.change(writer, IntervalRecord, step.id, at_us=step.at_us + shift)
    return Outcome(words=f"Changed: {words}", session_id=session_id)


def instant(day: date, clock: Clock, zone: str, opens: int) -> int:
    """The instant, UTC microseconds, of local time on a training day that opens at hour `opens`.

    An hour before that is the next morning's; one that the clocks left out is the one after it, and of two
    alike the first is taken.
    """
    import pendulum  # late: only a typed time needs it

    hour, minute = clock
    on = day + timedelta(days=1) if hour < opens else day
    first, second = (
        pendulum.datetime(on.year, on.month, on.day, hour, minute, tz=zone, fold=fold) for fold in (0, 1)
    )
    left_out = (second.hour, second.minute) != clock
    return round((second if left_out else first).timestamp()) * 1_000_000
