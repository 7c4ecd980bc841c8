"""What past sessions say about one line: was all done, what fell short, how hard it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import cast

from hybrid_tui.domain.calendar import MONTH_NAMES
from hybrid_tui.domain.flatten import METRES, line_sets, rpe_of
from hybrid_tui.domain.programme.plan import RunningPlan, WeekPlace
from hybrid_tui.domain.programme.schedule import week_places
from hybrid_tui.domain.programme.weights import read_load
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.set_record import BlockStatus, SetRecord, SetRole
from hybrid_tui.domain.workout import AskedSet, Hold, Load, SetsLine, TimedLine

TOO_HARD = 0.75
"""A set rated this much above what was asked was too hard: half a point is within the accuracy of ratings."""

LIGHTER = "lighter today"
"""The comment on a line that was asked in a lighter version: rules pause there."""
FIRST_MONTH = "first-month dose"
"""The comment on a sprint line in its first-month dose: rules pause there too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One line as it was done on one day."""

    day: date
    block: BlockRecord
    number: int = 0
    """Week of the programme, from 1; 0 for a session outside the plan."""
    round: int = 0
    """Round of the programme, from 1; 0 likewise."""
    deload: bool = False
    line_key: str = ""
    """Which line of the plan it was, as `line_key` writes it; empty for a session outside the plan."""

    @property
    def pauses(self) -> bool:
        """Whether rules pass over it: less was asked on purpose."""
        return self.deload or self.block.line.endswith((f"// {LIGHTER}", f"// {FIRST_MONTH}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One past line of sets, judged."""

    day: date
    number: int
    round: int
    load: Load | None
    """The load of most sets of its first group; None where none was recorded."""
    values: tuple[float, ...]
    """Repetitions, seconds or metres of each working set; of two sides the weaker."""
    full: bool
    """All that was asked was done, at the top of a range."""
    missed: bool
    """A set stayed below the bottom of what was asked."""
    short: int
    """Sets that were asked and not done."""
    too_hard: bool
    """Rated clearly harder than asked."""
    goal: float | None
    """What each set had to hold to be full; None to the limit."""


def line_key(day_number: int, slot: str, turn: int) -> str:
    """A line's own mark in its plan: day, slot, and which line of its exercise it is on that day, from 0."""
    return f"{day_number}/{slot}/{turn}"


def short_date(day: date) -> str:
    """`12 Nov`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]}"


def past_lines(plan: RunningPlan, sessions: Sequence[SessionRecord]) -> dict[str, tuple[Past, ...]]:
    """Everything that was done, by catalogue id, most recent first, with its place in this plan.

    Sessions outside the plan are in too: their loads count, their weeks do not.
    """
    prefix = plan.programme_id + "/"
    own = {each.id: each for each in sessions if (each.plan_key or "").startswith(prefix)}
    furthest = max((int((each.plan_key or "").split("/")[1]) for each in own.values()), default=0)
    places: dict[int, WeekPlace] = {}
    for place in week_places(plan.programme, plan.changes):
        if place.number > furthest:
            break
        places[place.number] = place
    found: dict[str, list[Past]] = {}
    ordered = sorted(sessions, key=lambda each: (each.day, each.began_us or 0, each.id), reverse=True)
    for session in ordered:
        parts = (session.plan_key or "").split("/")
        here = places.get(int(parts[1])) if session.id in own and session.day >= plan.start else None
        turns: Counter[str] = Counter()
        for block in sorted(session.blocks, key=lambda each: each.position):
            # What was done to warm up has no line of its own in the plan.
            if block.exercise is None or block.part != "work" or not (block.timed or working_sets(block)):
                continue
            turn = turns[block.exercise]
            turns[block.exercise] += 1
            if block.status in (BlockStatus.OPEN, BlockStatus.SKIPPED):
                continue
            found.setdefault(block.exercise, []).append(
                Past(
                    day=session.day,
                    block=block,
                    number=here.number if here else 0,
                    round=here.round if here else 0,
                    deload=bool(here and here.deload),
                    line_key=line_key(int(parts[2]), parts[3], turn) if here else "",
                )
            )
    return {exercise: tuple(pasts) for exercise, pasts in found.items()}


def working_sets(block: BlockRecord) -> tuple[SetRecord, ...]:
    """The sets of a block that count, in order; drop sets hang on the set before them."""
    sets = sorted(block.sets, key=lambda each: each.position)
    return tuple(each for each in sets if each.role not in (SetRole.WARM_UP, SetRole.DROP))


def set_value(done: SetRecord, unit: str) -> float | None:
    """What a set held in the unit that was asked: repetitions, seconds, or metres."""
    if unit == "s":
        return done.seconds
    if unit in METRES:
        return done.metres
    if done.reps is not None and done.right_reps is not None:
        return float(min(done.reps, done.right_reps))
    return None if done.reps is None else float(done.reps)


@lru_cache(maxsize=4096)
def asked_in(text: str) -> SetsLine | TimedLine | None:
    """What a block asked on its day; None for a free entry or a text that cannot be read any more."""
    from hybrid_tui.domain.kept_line import kept_line  # late: not needed for the first paint

    line = kept_line(text)
    return line if isinstance(line, SetsLine | TimedLine) else None


@lru_cache(maxsize=4096)
def _sets_asked_in(text: str) -> tuple[AskedSet, ...] | None:
    """The sets that a block asked on its day; None for anything but a line of sets."""
    line = asked_in(text)
    return line_sets(line) if isinstance(line, SetsLine) else None


def judge(past: Past, now: tuple[AskedSet, ...]) -> Outcome | None:
    """Judge one past line against what it asked then, or against `now` where that is not known.

    None where no working set holds anything that can be compared.
    """
    written = _sets_asked_in(past.block.line)
    asked = now if written is None else written
    unit = now[0].hold.unit if now else ""
    done = [(each, set_value(each, unit)) for each in working_sets(past.block)]
    known = [(each, value) for each, value in done if value is not None]
    if not known or not asked or asked[0].hold.unit != unit:
        return None
    pairs = [(each, value, asked[min(i, len(asked) - 1)]) for i, (each, value) in enumerate(known)]
    first_group = sum(1 for each in asked if each.group == asked[0].group)
    loads = Counter(each.load for each, _ in known[:first_group] if read_load(each.load) is not None)
    short = max(0, len(asked) - len(known)) if written is not None else 0
    return Outcome(
        day=past.day,
        number=past.number,
        round=past.round,
        load=read_load(loads.most_common(1)[0][0]) if loads else None,
        values=tuple(value for _, value in known),
        full=not short and all(value >= (goal_of(ask.hold) or 0) for _, value, ask in pairs),
        missed=any(value < bottom_of(ask.hold) for _, value, ask in pairs),
        short=short,
        too_hard=any(_too_hard(each, ask) for each, _, ask in pairs),
        goal=goal_of(asked[0].hold),
    )


def goal_of(hold: Hold) -> float | None:
    """What a set must hold to be full: the top of a range, else its number; None to the limit."""
    top = hold.high if hold.high is not None else hold.low
    return None if top is None else cast(float, top)


def bottom_of(hold: Hold) -> float:
    """The least a set should hold."""
    return 0.0 if hold.low is None else cast(float, hold.low)


def _too_hard(done: SetRecord, asked: AskedSet) -> bool:
    rating = rpe_of(asked.effort)
    return done.rpe is not None and rating is not None and done.rpe >= rating + TOO_HARD
