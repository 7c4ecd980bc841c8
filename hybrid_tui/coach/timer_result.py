"""What a run came to: in words, and whether all of it was done."""

from __future__ import annotations

from hybrid_tui.coach.loaded import Loaded
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.sheet_words import LAP, ROUND
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.timer_fold import settle
from hybrid_tui.domain.timer_laps import laps_words
from hybrid_tui.domain.timer_report import Ran
from hybrid_tui.domain.timer_run import Phase, position
from hybrid_tui.domain.workout import StepKind


def is_complete(loaded: Loaded, ran: tuple[Ran, ...], now: int) -> bool:
    """Whether at boot instant `now` (µs) it stood at its end with no step of work left out."""
    return position(loaded.state, now).phase is Phase.FINISHED and not _skipped_work(loaded, ran)


def result_words(loaded: Loaded, ran: tuple[Ran, ...]) -> str:
    """`7 of 8` where there are repeats, else the time that was run."""
    rounds = (
        [each.step.label for each in ran if each.step.label in (ROUND, LAP)] if loaded.timeline.rounds else []
    )
    if rounds:
        return f"{len(rounds)} {rounds[0]}{'s' if len(rounds) > 1 else ''}"
    work = [step for step in loaded.timeline.steps if step.kind is StepKind.WORK]
    done = {each.index for each in ran if each.done and each.step.kind is StepKind.WORK}
    if len(work) > 1:
        return f"{len(done)} of {len(work)}"
    seconds = round(sum(each.seconds for each in ran))
    return f"{seconds // 60}:{seconds % 60:02}"


def kept_laps(loaded: Loaded, moment: Moment) -> str:
    """The laps pressed inside its steps, in words that a block's note has room for."""
    return clean(laps_words(settle(loaded.state, moment.boot_us)), limit=1000)


def _skipped_work(loaded: Loaded, ran: tuple[Ran, ...]) -> bool:
    if loaded.timeline.rounds:
        return not ran or not ran[-1].done
    done = {each.index for each in ran if each.done}
    work = {i for i, step in enumerate(loaded.timeline.steps) if step.kind is StepKind.WORK}
    return not work <= done
