"""The session sheet: one list in the order of doing, what is asked beside what was done.

A sheet is drawn as it stands; whoever ticks on it gets a new one. Before the session is opened it comes from
the plan, afterwards from the record, and it looks the same.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hybrid_tui.domain.set_record import BlockStatus, SessionKind, SessionStatus, SetRecord, SetRole
from hybrid_tui.domain.turns import superset_groups


class SheetState(StrEnum):
    """What a day has to show."""

    PLANNED = "planned"
    OPEN = "open"
    DONE = "done"
    REST = "rest"
    FREE = "free"
    """Nothing is planned: no programme, or it has ended."""


class When(StrEnum):
    """The day of a sheet, seen from today."""

    NOW = "now"
    PAST = "past"
    """Told afterwards: what is ticked bears no time."""
    AHEAD = "ahead"
    """To look at only."""


class Target(NamedTuple):
    """What one set asks for."""

    role: SetRole = SetRole.WORK
    low: int | None = None
    """Fewest repetitions; None for a timed or distance set, and for `max`."""
    high: int | None = None
    """Most repetitions of a range."""
    shown: int | None = None
    """The repetitions that a tick records; None where the person must say."""
    load: str | None = None
    """As written: `62.5kg`, `bw`; empty where none belongs; None where the person must say."""
    load_kg: float | None = None
    seconds: float | None = None
    metres: float | None = None
    top: float | None = None
    """Upper end of a range of seconds or metres."""
    effort: str | None = None
    """As printed, without @: `2rir`, `8`."""
    at_least: bool = False
    """As many more as good form allows (`5+`)."""
    to_limit: bool = False
    """To the limit (`max`)."""
    guess: bool = False
    """Whether the load is an estimate from another exercise."""

    @property
    def asks(self) -> bool:
        """Whether a tick alone cannot say what was done, so that the editor opens first."""
        return self.at_least or self.to_limit or self.load is None


class SheetSet(NamedTuple):
    """One row of a lift: a target and, once ticked, the set."""

    position: int
    """Order inside the block, from 0; the set that is ticked here is stored under it."""
    number: int
    """As shown, from 1; warm-ups and work are counted apart."""
    target: Target
    done: SetRecord | None = None


class SheetBlock(NamedTuple):
    """One line of the session."""

    id: str | None
    """Of the stored block; None before the session is opened."""
    position: int
    name: str
    exercise: str | None
    line: str
    """What is asked, in printed notation."""
    timed: bool = False
    superset: bool = False
    """Joined with the block above."""
    side: bool = False
    status: BlockStatus = BlockStatus.OPEN
    sets_text: str = ""
    """`4 × 6-8`, or a timed line in short: `8 × 12 s hill 8 %, walk`."""
    effort_text: str = ""
    load_text: str = ""
    change: str = ""
    """`↑ 2.5`, `+1 rep`, `=`, `↓ deload`; after the deed its result: `8 of 8`, `15:00`."""
    why: str = ""
    """One sentence: what changed since last time, and why."""
    last: str = ""
    """Last time in short: `60 kg  8 8 8 8`."""
    per_side: str = ""
    """The plates on each side of the bar, empty where no bar is used."""
    estimate: str = ""
    """`e1RM 78 kg, Epley`: what the next set, or the best one done, stands for; empty where it is a guess."""
    total: str = ""
    """`1240 kg moved`; empty before the first set, and where no load is moved."""
    note: str = ""
    reason: str = ""
    rest_seconds: int | None = None
    minutes: float | None = None
    """How long the block should take, rests included."""
    part: str = "work"
    """`work`, `warm-up` or `cool-down`."""
    sets: tuple[SheetSet, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether nothing of it is left to do."""
        return self.status is not BlockStatus.OPEN

    @property
    def excuse(self) -> str:
        """Why it was left out; that it stands in for another line is no reason to."""
        return "" if self.why.startswith(self.reason) else self.reason

    @property
    def next_set(self) -> SheetSet | None:
        """The first set that is not ticked."""
        if self.finished:
            return None
        return next((each for each in self.sets if each.done is None), None)


class Offer(NamedTuple):
    """A lighter version of the session that readiness proposes."""

    band: str
    """`reduce`, `swap` or `rest`."""
    why: str
    lines: tuple[str, ...]
    """What would change, line by line."""
    move_to: str = ""
    """The free day the whole session can go to, `Fri 27 Nov`; empty where nothing has to move."""


class Sheet(NamedTuple):
    """What Today shows."""

    day: date
    state: SheetState
    title: str
    """The session's name, or what the day is."""
    when: When = When.NOW
    programme: str = ""
    place: str = ""
    """`week 2 of 4 · day 2`."""
    session_id: str | None = None
    plan_key: str | None = None
    slot: str = ""
    kind: SessionKind = SessionKind.MIXED
    status: SessionStatus = SessionStatus.PLANNED
    minutes: float | None = None
    """As planned."""
    load: float | None = None
    """As planned, AU."""
    began_us: int | None = None
    zone: str = "UTC"
    blocks: tuple[SheetBlock, ...] = ()
    note: str = ""
    minimum: bool = False
    """Cut down to its least for today; done like that it counts as kept."""
    sprint_seconds: float = 0.0
    """Done so far in this session."""
    contacts: int = 0
    """Done so far in this session."""
    contacts_week: int = 0
    """Done so far this week, this session included."""
    load_so_far: float | None = None
    rpe: float | None = None
    advice: tuple[str, ...] = ()
    """For a rest day or a finished one: what to do for recovery."""
    next_title: str = ""
    """The next planned session after this one."""
    next_day: date | None = None
    left_day: date | None = None
    """The earlier day of a session that was left open: the sheet's own where that one is in hand."""
    rest_answered: bool = False
    """Whether training on this rest day was asked about already."""
    easy_instead: bool = False
    """Whether the morning sent the day's session away, so that something easy stands in for it."""
    offer: Offer | None = None
    readiness: int | None = None
    """0-100; None where the morning was not checked."""
    band: str = ""
    """`go`, `reduce`, `swap` or `rest`; empty where unknown."""
    new_best: str = ""
    """A best that the latest set brought, in one quiet line."""

    def in_its_day(self, before: Sheet) -> Sheet:
        """This session with what its day added to `before`, the sheet as it stood until this deed.

        Blocks that the deed left as they were are those of `before`, so that nobody draws them again.
        """
        stood = {each.position: each for each in before.blocks}
        return self._replace(
            when=before.when,
            programme=before.programme,
            place=before.place,
            blocks=tuple(
                was if (was := stood.get(each.position)) == each and was is not None else each
                for each in self.blocks
            ),
            contacts_week=before.contacts_week + self.contacts - before.contacts,
            advice=before.advice,
            next_title=before.next_title,
            next_day=before.next_day,
            left_day=before.left_day,
            readiness=before.readiness,
            band=before.band,
        )

    @property
    def sets_total(self) -> int:
        """Working sets asked."""
        return sum(1 for block in self.blocks for each in block.sets if counted(each))

    @property
    def sets_done(self) -> int:
        """Working sets ticked."""
        return sum(1 for block in self.blocks for each in block.sets if counted(each) and each.done)

    @property
    def next_up(self) -> tuple[SheetBlock, SheetSet | None] | None:
        """What comes next: a block, and its set if it has sets; None at the end.

        It goes on where the last set was ticked, and only then from the top. Supersets alternate.
        """
        groups = superset_groups(self.blocks)
        here = _in_hand(groups)
        for group in (*groups[here:], *groups[:here]):
            waiting = [block for block in group if not block.finished]
            if waiting:
                return _turn(waiting)
        return None


def counted(row: SheetSet) -> bool:
    """Whether a set counts as a working set."""
    return row.target.role is not SetRole.WARM_UP


def _in_hand(groups: tuple[tuple[SheetBlock, ...], ...]) -> int:
    """The group whose set was ticked last; the first when none was, or when it bears no time.

    One that was told as a whole, all at one instant, was done beside the list: the group before it stays in hand.
    """
    newest, found = (False, 0), 0
    for index, group in enumerate(groups):
        ticked = [row.done.at_us or 0 for block in group for row in block.sets if row.done is not None]
        at_once = len(set(ticked)) == 1 and (len(ticked) > 1 or not group[0].line)
        told = at_once and all(block.finished for block in group)
        if max(ticked, default=0) and (latest := (not told, max(ticked))) > newest:
            newest, found = latest, index
    return found


def _turn(waiting: list[SheetBlock]) -> tuple[SheetBlock, SheetSet | None]:
    """The block whose turn it is: one that still warms up, else the one with the fewest working sets ticked.

    Of equal ones the upper comes first.
    """

    def turn(block: SheetBlock) -> tuple[bool, int]:
        row = block.next_set
        ticked = sum(1 for each in block.sets if each.done is not None and counted(each))
        return row is None or counted(row), ticked

    block = min(waiting, key=turn)
    return block, block.next_set
