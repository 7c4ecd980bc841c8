"""What the timer offers to run: the blocks of today's session, the person's own lines, the shipped ones."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hybrid_tui.coach import today
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.loaded import load
from hybrid_tui.coach.outcome import Outcome, Spot
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.notation.timed import parse_timed
from hybrid_tui.domain.presets import Preset, read_presets
from hybrid_tui.domain.sheet import SheetState
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.timeline import Timeline
from hybrid_tui.domain.workout import StepKind
from hybrid_tui.store import reads_plan, reads_timer, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.errors import StoreError
from hybrid_tui.store.rows import OwnTimer

RECENT = 3
"""How many lines that ran last are offered."""

TODAY, OWN, LAST, READY_MADE = "From today's session", "Your own", "Last run", "Ready-made"
"""The headings, in the order of the list."""

BEST_KNOWN = (
    "Hill sprints",
    "Flat sprints",
    "Stairs",
    "30/30",
    "4x4",
    "Tabata",
    "EMOM",
    "Strides",
    "Tempo",
    "Rest only",
)
"""The ready-made ones that come first; the others follow by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerChoice:
    """One line to run."""

    heading: str
    title: str
    text: str
    """The line in printed notation."""
    timeline: Timeline
    about: str = ""
    """A word on it, or what last time came to."""
    spot: Spot | None = None
    """The block it is, for one of today's session."""
    own_id: str | None = None
    """The id of the person's own line."""


def choices(store: Store, library: Library, moment: Moment) -> tuple[TimerChoice, ...]:
    """All that can be run, in the order of the list. Raises StoreError."""
    own = tuple(_own(each) for each in reads_plan.own_timers(store))
    shipped = library.remember("timer presets", lambda: tuple(_shipped(library)))
    recent = _recent(store, {each.text for each in own if each is not None}, shipped)
    known = tuple(each for each in (*own, *recent) if each is not None)
    found = (*_blocks(store, library, moment), *_with_last(store, known), *shipped)
    again = {each.text for each in recent}
    return tuple(each for each in found if each.heading != READY_MADE or each.text not in again)


def save_own(store: Store, moment: Moment, name: str, line: str) -> Outcome:
    """Keep a line under a name; one of that name is written over. Raises ValueError and StoreError."""
    title = clean(name, limit=200).strip()
    if not title:
        raise ValueError("a name is missing")
    text = print_line(parse_timed(line))
    known = next((own for own in reads_plan.own_timers(store) if own.name == title), None)
    identifier = known.id if known is not None else store.new_id()
    with store.write(f"keep the timer {title}") as writer:
        writes.save(writer, OwnTimer(id=identifier, name=title, line=text, used_us=moment.at_us))
    return Outcome(words=f"{title} is kept among your own timers.")


def rename_own(store: Store, identifier: str, name: str) -> Outcome:
    """Give one of the person's own lines another name. Raises ValueError and StoreError."""
    title = clean(name, limit=200).strip()
    if not title:
        raise ValueError("a name is missing")
    known = reads_plan.own_timers(store)
    own = next((each for each in known if each.id == identifier), None)
    if own is None:
        raise StoreError("That timer is not there any more. Nothing was changed.")
    if any(each.name == title and each.id != identifier for each in known):
        raise ValueError(f"Another timer is called {title} already.")
    with store.write(f"rename the timer {own.name}") as writer:
        writes.change(writer, OwnTimer, identifier, name=title)
    return Outcome(words=f"{own.name} is now called {title}.")


def forget_own(store: Store, identifier: str) -> Outcome:
    """Take one of the person's own lines away. Raises StoreError."""
    own = next((each for each in reads_plan.own_timers(store) if each.id == identifier), None)
    if own is None:
        raise StoreError("That timer is not there any more. Nothing was changed.")
    with store.write(f"forget the timer {own.name}") as writer:
        writes.remove(writer, OwnTimer, identifier)
    return Outcome(words=f"{own.name} was taken away; u brings it back.")


def _blocks(store: Store, library: Library, moment: Moment) -> tuple[TimerChoice, ...]:
    sheet = today.sheet(store, library, moment)
    if sheet.state not in (SheetState.PLANNED, SheetState.OPEN):
        return ()
    found = list[TimerChoice]()
    for block in sheet.blocks:
        if not block.timed or block.finished:
            continue
        spot = Spot(session_id=sheet.session_id, plan_key=sheet.plan_key, block=block.position)
        about = f"last time {block.last}" if block.last else ""
        try:
            found.append(_choice(TODAY, block.name, block.line, about=about, spot=spot))
        except NotationError:
            continue  # another program wrote it, or a newer version; Today still shows the line
    return tuple(found)


def _own(own: OwnTimer) -> TimerChoice | None:
    """One's own line; None for one that a newer version wrote and this one cannot read."""
    try:
        return _choice(OWN, own.name, own.line, own_id=own.id)
    except NotationError:
        return None


def _with_last(store: Store, known: tuple[TimerChoice, ...]) -> tuple[TimerChoice, ...]:
    """The same, with what last time came to: `last time 7 of 7, Wed 18 Nov`."""
    last = reads_timer.last_done(store, {each.text for each in known})
    found = list[TimerChoice]()
    for each in known:
        whole = sum(step.kind is StepKind.WORK for step in each.timeline.steps)
        if each.text in last and whole > 1:
            done, day = last[each.text]
            each = replace(each, about=f"last time {done} of {whole}, {day_words(day)}")
        found.append(each)
    return tuple(found)


def _recent(store: Store, own: set[str], shipped: tuple[TimerChoice, ...]) -> tuple[TimerChoice, ...]:
    """What ran last and is not one's own; under the title it has among the ready-made, if it is one."""
    titles = {each.text: (each.title, each.about) for each in shipped}
    found: list[TimerChoice] = []
    for line in reads_timer.recent_lines(store):
        if line in own or len(found) == RECENT:
            continue
        title, about = titles.get(line, ("", ""))
        try:
            found.append(_choice(LAST, title or load(line).name or "Timer", line, about=about))
        except NotationError:
            continue
    return tuple(found)


def _shipped(library: Library) -> list[TimerChoice]:
    presets: list[Preset] = [preset for text in library.timer_texts for preset in read_presets(text)]
    place = {title: number for number, title in enumerate(BEST_KNOWN)}
    presets.sort(key=lambda preset: (place.get(preset.title, len(place)), preset.title))
    return [
        _choice(READY_MADE, preset.title, print_line(preset.line), about=preset.about) for preset in presets
    ]


def _choice(
    heading: str,
    title: str,
    line: str,
    *,
    about: str = "",
    spot: Spot | None = None,
    own_id: str | None = None,
) -> TimerChoice:
    loaded = load(line)
    return TimerChoice(
        heading=heading,
        title=title,
        text=print_line(loaded.line),
        timeline=loaded.timeline,
        about=about,
        spot=spot,
        own_id=own_id,
    )
