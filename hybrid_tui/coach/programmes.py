"""The shelf of programmes, and taking one of them into hand."""

from __future__ import annotations

from datetime import date, timedelta

from hybrid_tui.coach import following
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError, ProgrammeErrors
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.programme.plan import PlannedSession
from hybrid_tui.domain.programme.schedule import begin_on, begin_today, day_index, planned_sessions
from hybrid_tui.domain.shelf_card import ShelfEntry
from hybrid_tui.domain.written_programme import Programme
from hybrid_tui.store import reads_plan, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import PlanChange, ProgrammeRow
from hybrid_tui.store.writer import Writer

ACTIVE = "active"
ENDED = "ended"


def shelf(library: Library) -> tuple[ShelfEntry, ...]:
    """All programmes that ship with the program: the easier and shorter ones first."""
    found = [_entry(each, _read(library, each)) for each in library.programme_ids]
    ranks = ("beginner", "intermediate", "advanced")
    return tuple(sorted(found, key=lambda each: (ranks.index(each.level), each.days, each.title)))


def _entry(programme_id: str, programme: Programme) -> ShelfEntry:
    usual = {
        day_index(day) for day in programme.days if day.week is None and not day.variant and not day.rest
    }
    return ShelfEntry(
        id=programme_id,
        title=programme.title,
        level=programme.level,
        days=len(usual),
        equipment=programme.equipment,
        about=programme.about,
        goal=programme.goal,
        entry=programme.entry,
        weeks=programme.weeks,
    )


def _read(library: Library, programme_id: str) -> Programme:
    text = library.programme_text(programme_id)
    return library.remember(f"programme {text}", lambda: parse_programme(text, names=library.catalogue))


def first_week(
    library: Library, programme_id: str, start: date, *, begins_today: bool
) -> tuple[PlannedSession, ...]:
    """The sessions of the seven days from `start`, were it begun then. Raises KeyError for an unknown id."""
    begin = begin_today if begins_today else begin_on
    plan = begin(programme_id, _read(library, programme_id), start)
    return planned_sessions(plan, start, start + timedelta(days=6))


def use(
    store: Store,
    library: Library,
    moment: Moment,
    programme_id: str,
    start: date,
    *,
    begins_today: bool,
    first_month: bool,
) -> Outcome:
    """Follow a programme of the shelf from `start` on; the one in hand ends.

    With `begins_today` its days shift as a block so that the first session falls on `start`; with
    `first_month` its sprints begin in first-month doses. Raises KeyError for an unknown id, and StoreError.
    """
    title = _read(library, programme_id).title
    with store.write(f"begin {title}") as writer:
        put(
            store,
            writer,
            library,
            moment,
            programme_id,
            start,
            begins_today=begins_today,
            first_month=first_month,
        )
    return Outcome(words=f"{title} begins {day_words(start, moment.day)}.")


def put(
    store: Store,
    writer: Writer,
    library: Library,
    moment: Moment,
    programme_id: str,
    start: date,
    *,
    begins_today: bool,
    first_month: bool,
) -> None:
    """As `use`, inside a transaction that is already open, so that what belongs to it goes along."""
    text = library.programme_text(programme_id)
    end_all(store, writer)
    row = ProgrammeRow(
        id=store.new_id(),
        name=_read(library, programme_id).title,
        text=text,
        start_day=start,
        status=ACTIVE,
        created_us=moment.at_us,
    )
    writes.save(writer, row)
    kinds = ((following.BEGINS_TODAY, begins_today), (following.FIRST_MONTH, first_month))
    for kind in (kind for kind, holds in kinds if holds):
        change = PlanChange(id=store.new_id(), programme_id=row.id, kind=kind, at_us=moment.at_us)
        writes.save(writer, change)


TEMPLATE = """# My plan
level: intermediate
goal: hybrid
weeks: 4, deload 4 -40%, then week 1
about: two days of lifting, one of hills

## mon  Full body
back squat 3x5 60kg @2rir rest 3m  ; +2.5kg, miss 2: -10%
bench press 3x6-8 40kg @2rir rest 2m  ; double +2.5kg
plank 3x30s

## wed  Hills
warm-up: 8m @easy + 4m drills
hill sprint: 6x(10s @9 hill 8% / 90s walk back)  ; +1rep/block to 10rep
cool-down: 5m walk

## sat  Full body
romanian deadlift 3x8-10 50kg @2rir rest 2m  ; double +2.5kg
pull-up 3x5-8 bw @2rir rest 2m  ; double
easy run: 30m @easy  ; +2m/block to 45m
"""
"""What a new programme begins from: every kind of line once, and it may be used as it is."""


def read_text(library: Library, text: str) -> Programme:
    """A programme's text as a value; one without usual sessions is refused. Raises ProgrammeErrors."""
    found = library.remember(f"programme {text}", lambda: parse_programme(text, names=library.catalogue))
    if not any(day.week is None and not day.variant and not day.rest for day in found.days):
        missing = NotationError(
            "the programme has no session",
            line=1,
            column=1,
            hint="give it a day, «## mon  Lower body», with lines below",
            source=text.partition("\n")[0],
        )
        raise ProgrammeErrors((missing,))
    return found


def checked(store: Store, library: Library, moment: Moment, text: str) -> Programme:
    """As `read_text`, asked as a verb: nothing is stored. Raises ProgrammeErrors."""
    return read_text(library, text)


def adopt(
    store: Store, library: Library, moment: Moment, text: str, start: date, begins_today: bool = False
) -> Outcome:
    """Follow a programme of one's own from its text; the one in hand ends.

    Raises ProgrammeErrors with every mistake, and then nothing is changed; StoreError.
    """
    title = read_text(library, text).title
    with store.write(f"begin {title}") as writer:
        end_all(store, writer)
        row = ProgrammeRow(
            id=store.new_id(),
            name=title,
            text=text,
            start_day=start,
            status=ACTIVE,
            created_us=moment.at_us,
        )
        writes.save(writer, row)
        if begins_today:
            kind = following.BEGINS_TODAY
            change = PlanChange(id=store.new_id(), programme_id=row.id, kind=kind, at_us=moment.at_us)
            writes.save(writer, change)
    return Outcome(words=f"{title} begins {day_words(start, moment.day)}.")


def end_all(store: Store, writer: Writer) -> None:
    """End whatever programme is in hand, active or paused; its text and its sessions stay."""
    for row in reads_plan.programmes(store):
        if row.status != ENDED:
            writes.change(writer, ProgrammeRow, row.id, status=ENDED)


def day_words(day: date, today: date) -> str:
    """`today`, `tomorrow`, or `on Mon 30 Nov`."""
    if day == today:
        return "today"
    if day == today + timedelta(days=1):
        return "tomorrow"
    return f"on {day:%a} {day.day} {day:%b}"
