"""What the Timer shows at one instant, worked out from the run alone; the widgets draw it."""

from __future__ import annotations

from dataclasses import dataclass

from hybrid_tui.coach.loaded import Loaded
from hybrid_tui.domain.notation.printing import on_one_line, print_line
from hybrid_tui.domain.sheet_words import clock, time_words
from hybrid_tui.domain.step_names import count_of, step_name, with_count
from hybrid_tui.domain.timeline import SECOND, Timeline
from hybrid_tui.domain.timer_fold import apply
from hybrid_tui.domain.timer_laps import laps_of
from hybrid_tui.domain.timer_past import climb_times, climbs
from hybrid_tui.domain.timer_report import FallOff, Ran, intervals, reps_done
from hybrid_tui.domain.timer_run import Phase, Position, RunState, position
from hybrid_tui.domain.workout import StepKind, TimedLine, TimedStep
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.timer_words import (
    asked_words,
    key_words,
    mark_of,
    next_words,
    total_words,
)

Runs = tuple[tuple[str, bool], ...]
"""Pieces of a line, each with whether it is bold."""

PHASE_OF = {
    StepKind.WORK: "work",
    StepKind.SET: "work",
    StepKind.RECOVER: "recover",
    StepKind.WARM_UP: "warm-up",
    StepKind.COOL_DOWN: "cool-down",
}
"""The colour of each kind of step, by its name in the themes."""


PHASES = ("work", "recover", "warm-up", "ready", "cool-down", "held")
"""All colours there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerView:
    """One picture of the Timer."""

    phase: str
    """`work`, `recover`, `warm-up`, `ready`, `cool-down` or `held`: the colour of the whole screen."""
    word: str
    """What is read from three metres."""
    mark: str = ""
    """A sign that says the same as the colour."""
    details: tuple[str, ...] = ()
    """What stands beside the word, the last part the first to go where there is no room."""
    count: tuple[int, int] | None = None
    """Which of how many."""
    rounds: int | None = None
    """How many rounds a key has counted, where it counts them."""
    seconds: int = 0
    """On the big digits."""
    fraction: float = 0.0
    leads: tuple[Runs, ...] = ()
    """The line below the bar, the longest form first."""
    tails: tuple[Runs, ...] = ()
    """Its right end, the longest form first."""
    steps: tuple[TimedStep, ...] = ()
    index: int = -1
    step_fraction: float = 0.0
    done: frozenset[int] = frozenset()
    times: tuple[tuple[int, str], ...] = ()
    """The steps that a key ended, each with how long it took."""
    chosen: int | None = None
    """The step that `g` would jump to."""
    notice: str = ""
    """What is to be known just now: a key, a proposal, what waits for the file."""


def loaded_view(loaded: Loaded, glyphs: Glyphs) -> TimerView:
    """A line that waits for its start."""
    line = loaded.timeline
    first = line.steps[0]
    ready = line.get_ready
    last = ((f"   {ghost_words(loaded)}", False),) if loaded.ghost else ()
    total = total_words(line, glyphs)
    start: Runs = (("space", True), (" starts", False))
    return TimerView(
        phase="ready" if ready else PHASE_OF[first.kind],
        word=loaded.name or step_name(line, 0),
        mark=mark_of(first.kind, glyphs),
        details=(line_words(loaded),),
        seconds=(ready or line.expected[0] or 0) // SECOND,
        leads=((*start, *last), start),
        tails=(((total, True), (" in all", False)), ((total, True),)),
        steps=line.steps,
    )


def ghost_words(loaded: Loaded) -> str:
    """What earlier runs came to: `last time 7 of 7, 18 Nov, best 11.8 s`; `best so far 11.8 s`; else empty."""
    if loaded.ghost.startswith("best "):
        return f"best so far {loaded.ghost.removeprefix('best ')}"
    return f"last time {loaded.ghost}" if loaded.ghost else ""


def full_line(loaded: Loaded) -> str:
    """The line as it is written, to be kept."""
    return print_line(loaded.line)


def line_words(loaded: Loaded) -> str:
    """The line as it is written, without its name, on one line."""
    text = on_one_line(print_line(loaded.line))
    return text.removeprefix(f"{loaded.line.name}: ") if isinstance(loaded.line, TimedLine) else text


def run_view(
    loaded: Loaded,
    now: int,
    glyphs: Glyphs,
    *,
    ran: tuple[Ran, ...] = (),
    chosen: int | None = None,
    notice: str = "",
) -> TimerView:
    """A run that goes on, or is paused."""
    line = loaded.timeline
    at = position(loaded.state, now)
    paused = at.phase is Phase.PAUSED
    name = step_name(line, at.index)
    details = asked_words(line, at.index)
    if at.get_ready:
        phase, word, details = "ready", "get ready", (name, *details)
    else:
        phase, word = PHASE_OF[at.step.kind], name
    if paused:
        phase, word, details = "held", "paused", (name, *details)
    return TimerView(
        phase=phase,
        word=word,
        mark=mark_of(at.step.kind, glyphs),
        details=details,
        count=count_of(line, at.index),
        rounds=len(laps_of(loaded.state, len(loaded.state.spans))) if line.rounds else None,
        seconds=at.shown,
        fraction=at.fraction,
        leads=_chosen_leads(loaded, chosen) if chosen is not None else _leads(loaded, at),
        tails=_tails(at, glyphs),
        steps=line.steps,
        index=-1 if at.get_ready else at.index,
        step_fraction=0.0 if at.get_ready else at.fraction,
        done=frozenset(each.index for each in ran if each.done),
        times=_times(ran),
        chosen=chosen,
        notice=notice,
    )


def held_view(
    loaded: Loaded, now: int, asked_us: int, glyphs: Glyphs, *, done: frozenset[int] = frozenset()
) -> TimerView:
    """A run that nobody watched: how long, and what the two answers lead to. `asked_us`: since it was asked."""
    away = loaded.away
    assert away is not None
    line = loaded.timeline
    at = position(away.held, now)
    gone = clock((away.away_us + asked_us) // SECOND)
    here = counted(line, at.index)
    then = _after(away.held, loaded, now, asked_us)
    enter: Runs = (("enter", True), (" from where it stopped   ", False))
    key: Runs = (("n", True), (" from now", False))
    return TimerView(
        phase="held",
        word=f"away {gone}",
        details=(here, "by the wall clock, about" if away.estimated else ""),
        seconds=at.shown,
        fraction=at.fraction,
        leads=(
            (*enter, *key, (f": {then}", False)),
            (*enter, *key),
            (("enter", True), (" from there  ", False), *key),
        ),
        tails=_tails(at, glyphs),
        steps=line.steps,
        index=-1 if at.get_ready else at.index,
        step_fraction=0.0 if at.get_ready else at.fraction,
        done=done,
    )


def ended_view(loaded: Loaded, at: int, words: str, glyphs: Glyphs) -> TimerView:
    """A run that is over: `at` is the boot µs at which it was recorded, `words` what was recorded."""
    ran = intervals(loaded.state, at)
    seconds = round(sum(each.seconds for each in ran))
    done, whole = reps_done(loaded.state, at)
    sprint = round(sum(each.seconds for each in ran if each.step.sprint))
    climbed = climbs(ran)
    said = [words if climbed is None else f"{words}, {climbed.words()}"]
    if sprint:
        said.append(f"{sprint} s of sprints")
    if loaded.ghost:
        said.append(ghost_words(loaded))
    dot = f" {glyphs.later} "
    forms = [dot.join(said[:many]) for many in range(len(said), 0, -1)]
    if climbed is not None:
        forms += [climbed.words(), f"best {time_words(climbed.best)}"]
    leads = tuple(((form, True),) for form in forms)
    return TimerView(
        phase="cool-down",
        word="done" if done == whole else "stored",
        details=(loaded.name,),
        count=(done, whole) if whole > 1 else None,
        seconds=seconds,
        fraction=done / whole if whole else 1.0,
        leads=leads,
        tails=(((clock(seconds), True), (" in all", False)), ((clock(seconds), True),)),
        steps=loaded.timeline.steps,
        index=len(loaded.timeline.steps) if done == whole else -1,
        step_fraction=1.0,
        done=frozenset(each.index for each in ran if each.done),
        times=_times(ran),
    )


def _times(ran: tuple[Ran, ...]) -> tuple[tuple[int, str], ...]:
    return tuple((index, time_words(seconds)) for index, seconds in climb_times(ran).items())


def fall_off_words(found: FallOff) -> str:
    """The proposal to stop."""
    return f"{found.last:.1f} s, best {found.best:.1f} s: {found.percent:.0f} % slower. f ends it here"


def counted(line: Timeline, index: int, between: str = " of ") -> str:
    """`hill sprint 4 of 8`."""
    return with_count(step_name(line, index), count_of(line, index), between)


def _leads(loaded: Loaded, at: Position) -> tuple[Runs, ...]:
    line = loaded.timeline
    following = 0 if at.get_ready else at.index + 1
    key: Runs = ()
    if line.rounds and not line.endless:
        key = (("enter", True), (" counts a round", False))
    if at.remaining is None:
        how = "marks a split" if line.endless else key_words(line, at.index)
        key = (("enter", True), (f" {how}", False))
    if following >= len(line.steps):
        last: Runs = () if line.endless else (("then ", False), ("done", True))
        return (((*key, ("   ", False), *last) if key else last), last)
    long, short = next_words(line, following)
    next_long: Runs = (("next ", False), (long, True))
    next_short: Runs = (("next ", False), (short, True))
    if not key:
        return (next_long, next_short)
    gap: Runs = (("   ", False),)
    return ((*key, *gap, *next_long), (*key, *gap, *next_short), next_long, next_short)


def _chosen_leads(loaded: Loaded, chosen: int) -> tuple[Runs, ...]:
    long, short = next_words(loaded.timeline, chosen)
    return (
        (("g", True), (" jumps to ", False), (long, True), ("   ", False), ("esc", True), (" stays", False)),
        (("g", True), (" jumps to ", False), (short, True)),
        (("g", True), (" to ", False), (short, True)),
    )


def _tails(at: Position, glyphs: Glyphs) -> tuple[Runs, ...]:
    done = clock(at.done // SECOND)
    left = f"{glyphs.about if at.about else ''}{clock(-(-at.left // SECOND))}"
    if not at.left:
        return (((done, True), (" done", False)),)
    return (
        ((done, True), (" done   ", False), (left, True), (" left", False)),
        ((done, True), (f" {glyphs.later} ", False), (left, True), (" left", False)),
        ((left, True), (" left", False)),
    )


def _after(held: RunState, loaded: Loaded, now: int, asked_us: int) -> str:
    """Where «from now» leads."""
    assert loaded.away is not None
    state = held
    for fact in loaded.away.resume_now(now, asked_us):
        state = apply(state, fact)
    at = position(state, now)
    if at.phase is Phase.FINISHED:
        return "it has ended"
    words = counted(loaded.timeline, at.index)
    return f"{words}, {clock(at.shown)}"
