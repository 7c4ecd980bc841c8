"""The few words by which a week's grid speaks of a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.counts import is_working, was_done
from hybrid_tui.domain.exercise import Exercise, RunType
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.domain.record import BlockRecord, IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import SessionStatus

_MOSTLY = 0.75
"""From this share of its sets on a session is called lower or upper, else full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one row of the week says of a session: `8×12s`, `upper`, `15`."""

    text: str
    status: SessionStatus
    place: str = ""
    """`hill`, `stairs` or empty, for a sign before the text."""


def short_seconds(seconds: float) -> str:
    """`12s`, `3m`, `2m30`, from an hour `1h05`."""
    whole = half_up(seconds)
    if whole < 120 and whole != 60:
        return f"{whole}s"
    minutes, rest = divmod(whole, 60)
    if minutes >= 60:
        return f"{minutes // 60}h{minutes % 60:02d}"
    return f"{minutes}m{rest:02d}" if rest else f"{minutes}m"


def repeats_text(count: int, *, seconds: float | None, metres: float | None = None) -> str:
    """`8×12s`, `6×400mtr`; the count alone where the length is unknown."""
    if metres is not None:
        return f"{count}×{metres:g}mtr"
    return f"{count}×{short_seconds(seconds)}" if seconds is not None else f"{count}×"


def steady_text(run: RunType, minutes: float | None) -> str:
    """`easy 35m`, `long 1h12`."""
    word = run.name.split()[0].casefold()
    return word if minutes is None else f"{word} {short_seconds(60 * half_up(minutes))}"


def split_word(leg_sets: int, upper_sets: int, core_sets: int) -> str:
    """What a lifting session trained: `lower`, `upper`, `full`, `core`; empty for nothing."""
    limbs = leg_sets + upper_sets
    if not limbs:
        return "core" if core_sets else ""
    if leg_sets >= _MOSTLY * limbs:
        return "lower"
    return "upper" if upper_sets >= _MOSTLY * limbs else "full"


def run_cell(
    session: SessionRecord,
    status: SessionStatus,
    minutes: Sequence[float | None],
    catalogue: Catalogue,
) -> Cell | None:
    """The runs of a session, None without any."""
    texts: list[str] = []
    place = ""
    for block, length in zip(session.blocks, minutes, strict=True):
        run = catalogue.get(block.exercise)
        if isinstance(run, RunType) and was_done(block):
            texts.append(_run_text(block, run, length))
            place = place or _place(block.intervals)
    return Cell(text=" + ".join(texts), status=status, place=place) if texts else None


def lift_cell(session: SessionRecord, status: SessionStatus, catalogue: Catalogue) -> Cell | None:
    """What was lifted, None without working sets."""
    legs = upper = core = 0
    for block in session.blocks:
        exercise = catalogue.get(block.exercise)
        count = sum(is_working(done) for done in block.sets)
        if isinstance(exercise, RunType) or (isinstance(exercise, Exercise) and exercise.is_jump):
            continue
        if exercise is not None and exercise.is_core:
            core += count
        elif exercise is not None and exercise.is_leg_lift:
            legs += count
        else:
            upper += count
    word = split_word(legs, upper, core)
    return Cell(text=word, status=status) if word else None


def jump_cell(contacts: int, status: SessionStatus) -> Cell | None:
    """Landings, None without any."""
    return Cell(text=str(contacts), status=status) if contacts else None


def _run_text(block: BlockRecord, run: RunType, minutes: float | None) -> str:
    work = [i for i in block.intervals if i.kind == "work" and i.done]
    if len(work) < 2:
        return steady_text(run, sum(i.seconds or 0.0 for i in work) / 60 if work else minutes)
    first = work[0]
    if first.ends == "distance":
        return repeats_text(len(work), seconds=None, metres=first.metres)
    return repeats_text(len(work), seconds=first.planned_seconds or first.seconds)


def _place(intervals: Sequence[IntervalRecord]) -> str:
    for interval in intervals:
        word = (interval.place or "").split(" ")[0]
        if interval.kind == "work" and word in {"hill", "stairs"}:
            return word
    return ""
