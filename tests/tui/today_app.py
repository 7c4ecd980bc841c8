"""Today with a store that answers from one sheet in memory and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

from hybrid_tui.coach.outcome import Choice, Outcome, Spot, Summary
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.plan_notice import PlanNotice
from hybrid_tui.domain.set_record import BlockStatus, SessionStatus, SetRecord, SetRole
from hybrid_tui.domain.sheet import Sheet, SheetBlock, SheetSet, SheetState, Target, When
from hybrid_tui.domain.turns import pair
from hybrid_tui.tui import launch
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.context import AppContext, Verbs
from hybrid_tui.tui.screens.today import TodayScreen
from tests.fixed_clock import FixedClock

Answer = TypeVar("Answer")

NOW = datetime(2026, 11, 25, 18, 43, 0, tzinfo=UTC)
DAY = date(2026, 11, 25)


def done(position: int, reps: int, load: str, *, rpe: float | None = 8.0) -> SetRecord:
    """A set that was ticked at 18:42."""
    at = int(datetime(2026, 11, 25, 18, 42, tzinfo=UTC).timestamp()) * 1_000_000
    return SetRecord(
        id=f"set-{position}", block_id="block", position=position, reps=reps, load=load, rpe=rpe, at_us=at
    )


def asked(
    reps: tuple[int, ...], load: str | None, *, ticked: int = 0, effort: str = "2rir"
) -> tuple[SheetSet, ...]:
    """Rows of a lift; the first `ticked` of them are done as asked."""
    return tuple(
        SheetSet(
            position=place,
            number=place + 1,
            target=Target(low=5, high=8, shown=count, load=load, effort=effort),
            done=done(place, count, load or "bw") if place < ticked else None,
        )
        for place, count in enumerate(reps)
    )


def lifts() -> tuple[SheetBlock, ...]:
    """Bench press with pull-ups in turn, then rows and a plank."""
    return (
        SheetBlock(
            id="b3",
            position=3,
            name="Bench press",
            exercise="bench-press",
            line="bench press 4x6-8 62.5kg @2rir",
            sets_text="4 × 6-8",
            effort_text="2 RIR",
            load_text="62.5 kg",
            change="↑ 2.5",
            why="all sets hit on Wed 18: 8 8 8 8 at 60 kg, 2 RIR",
            last="60 kg  8 8 8 8",
            per_side="20 + 1.25",
            sets=asked((6, 6, 6, 6), "62.5kg", ticked=1),
        ),
        SheetBlock(
            id="b4",
            position=4,
            name="Pull-up",
            exercise="pull-up",
            line="& pull-up 4x5-8 bw @2rir",
            superset=True,
            sets_text="4 × 5-8",
            effort_text="2 RIR",
            load_text="bw",
            change="+1 rep",
            last="bw  7 7 6 5",
            sets=asked((8, 8, 7, 6), "bw"),
        ),
        SheetBlock(
            id="b5",
            position=5,
            name="Dumbbell row",
            exercise="dumbbell-row",
            line="dumbbell row 3x8-12 a side 24kg",
            side=True,
            sets_text="3 × 8-12",
            effort_text="2 RIR",
            load_text="24 kg",
            change="=",
            last="24 kg  11 10 10",
            sets=asked((11, 10, 10), "24kg"),
        ),
        SheetBlock(
            id="b6",
            position=6,
            name="Plank",
            exercise="plank",
            line="plank 3x45s",
            sets_text="3 × 45 s",
            change="+5 s",
            last="40 s  3 of 3",
            sets=tuple(
                SheetSet(position=place, number=place + 1, target=Target(seconds=45, load="bw"))
                for place in range(3)
            ),
        ),
    )


def example_sheet(**changed: Any) -> Sheet:
    """A session in hand: three blocks done, one set of the bench press."""
    blocks = (
        SheetBlock(
            id="b0",
            position=0,
            name="Warm-up",
            line="8m @easy + 4m drills + 3x(15s stride + 45s walk)",
            sets_text="8 m easy, drills, strides",
            change="15:00",
            status=BlockStatus.DONE,
            exercise=None,
            timed=True,
        ),
        SheetBlock(
            id="b1",
            position=1,
            name="Hill sprint",
            line="8x(12s @9 hill 8% / ~2m walk back)",
            sets_text="8 × 12 s hill 8 %, walk",
            change="8 of 8",
            last="Wed 18 7 of 7",
            status=BlockStatus.DONE,
            exercise="hill-sprint",
            timed=True,
        ),
        SheetBlock(
            id="b2",
            position=2,
            name="Box jump",
            exercise="box-jump",
            line="box jump 3x5",
            sets_text="3 × 5",
            change="15",
            last="Wed 18 15",
            status=BlockStatus.DONE,
            sets=asked((5, 5, 5), "bw", ticked=3, effort=""),
        ),
        *lifts(),
        SheetBlock(
            id="b7",
            position=7,
            name="Cool-down",
            line="5m walk",
            sets_text="5 m walk",
            exercise=None,
            timed=True,
        ),
    )
    sheet = Sheet(
        day=DAY,
        state=SheetState.OPEN,
        title="Short hills + upper body",
        programme="Winter Legs",
        place="week 2 of 4 · day 2",
        session_id="session",
        plan_key="winter-legs/2/2/",
        status=SessionStatus.OPEN,
        minutes=75,
        load=450,
        began_us=int(NOW.timestamp() - 41 * 60 - 8) * 1_000_000,
        blocks=blocks,
        sprint_seconds=96,
        contacts=15,
        contacts_week=35,
        load_so_far=240,
        readiness=75,
        band="go",
        new_best="bench press 62.5 kg × 6, e1RM 78 kg, was 76",
    )
    return sheet._replace(**changed)


def planned_sheet() -> Sheet:
    """The same session before anything was done."""
    blocks = tuple(
        block._replace(
            id=None,
            status=BlockStatus.OPEN,
            change="" if block.finished else block.change,
            sets=tuple(row._replace(done=None) for row in block.sets),
        )
        for block in example_sheet().blocks
    )
    return example_sheet(
        state=SheetState.PLANNED,
        status=SessionStatus.PLANNED,
        session_id=None,
        began_us=None,
        blocks=blocks,
        new_best="",
        sprint_seconds=0.0,
        contacts=0,
        load_so_far=None,
    )


def empty_sheet(state: SheetState, **changed: Any) -> Sheet:
    """A day that asks for nothing."""
    titles = {SheetState.REST: "Rest day", SheetState.FREE: "Nothing planned"}
    return Sheet(day=DAY, state=state, title=titles.get(state, "Free session"))._replace(**changed)


class SheetStore:
    """Answers the coach's verbs from one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet_now = sheet
        self.asked: list[tuple[Any, ...]] = []
        """Name and arguments of every verb but the reading, in order."""
        self.refuses: Exception | None = None
        self.reads = 0
        self.moments: list[Moment] = []

    async def call(self, fn: Callable[..., Answer], /, *args: Any, **kwargs: Any) -> Answer:
        name = fn.__name__
        _library, moment, *rest = args
        assert isinstance(moment, Moment)
        if name == "fresh":
            self.reads += 1
            return self.sheet_now, ""  # type: ignore[return-value]
        if name == "keep" and isinstance(rest[0], Sheet):
            return None  # type: ignore[return-value]
        if name == "notice":
            return PlanNotice()  # type: ignore[return-value]
        if name == "of_other_day":
            when = When.PAST if moment.day < rest[0] else When.AHEAD
            return self.sheet_now._replace(day=moment.day, when=when)  # type: ignore[return-value]
        self.moments.append(moment)
        self.asked.append((name, *rest))
        if self.refuses is not None:
            raise self.refuses
        answer: Any = getattr(self, name)(*rest)
        return answer  # type: ignore[no-any-return]

    @property
    def names(self) -> list[str]:
        """The verbs that were asked."""
        return [each[0] for each in self.asked]

    def tick(self, spot: Spot) -> Outcome:
        row = self._row(spot)
        self._set(spot, done(row.position, row.target.shown or 0, row.target.load or "bw"))
        return Outcome(words="set ticked", rest_seconds=150, rest_then="next set")

    def record(self, spot: Spot, text: str) -> Outcome:
        if not text[:1].isdigit():
            word = text.split()[0]
            raise NotationError(f"«{word}» is not understood", column=text.index(word) + 1, source=text)
        self._set(
            spot, done(spot.row, int(text.split("@")[0].split("x")[-1]), self._row(spot).target.load or "bw")
        )
        return Outcome(words="set recorded", rest_seconds=90, rest_then="next set")

    def untick(self, spot: Spot) -> Outcome:
        self._set(spot, None)
        return Outcome(words="set unticked")

    def remove_set(self, spot: Spot) -> Outcome:
        block = self._block(spot)
        self._replace(block._replace(sets=tuple(row for row in block.sets if row.position != spot.row)))
        return Outcome(words="set removed")

    def add_set(self, spot: Spot) -> Outcome:
        block = self._block(spot)
        last = block.sets[-1]
        more = last._replace(position=last.position + 1, number=last.number + 1, done=None)
        self._replace(block._replace(sets=(*block.sets, more)))
        return Outcome(words="set added")

    def ramp(self, spot: Spot) -> Outcome:
        block = self._block(spot)
        rows = tuple(row._replace(position=row.position + 2) for row in block.sets)
        warm = tuple(
            SheetSet(
                position=place,
                number=place + 1,
                target=Target(role=SetRole.WARM_UP, shown=5, load=f"{20 + 20 * place}kg"),
            )
            for place in range(2)
        )
        self._replace(block._replace(sets=(*warm, *rows)))
        return Outcome(words="warm-up added")

    def note(self, spot: Spot, text: str) -> Outcome:
        self._replace(self._block(spot)._replace(note=text))
        return Outcome(words="noted")

    def add_exercise(self, spot: Spot, text: str) -> Outcome:
        blocks = self.sheet_now.blocks
        more = SheetBlock(
            id="new",
            position=len(blocks),
            name=text.split()[0],
            exercise="x",
            line=text,
            sets=asked((5,), "20kg"),
        )
        self.sheet_now = self.sheet_now._replace(blocks=(*blocks, more))
        return Outcome(words="added")

    def move(self, spot: Spot, step: int) -> Outcome:
        blocks = list(self.sheet_now.blocks)
        blocks.insert(spot.block + step, blocks.pop(spot.block))
        self.sheet_now = self.sheet_now._replace(
            blocks=tuple(block._replace(position=place) for place, block in enumerate(blocks))
        )
        return Outcome(words="moved")

    def join(self, spot: Spot) -> Outcome:
        found = pair(self.sheet_now.blocks, spot.block)
        assert found is not None
        lower = found[1]
        self._replace(lower._replace(superset=not lower.superset))
        return Outcome(words="in turn")

    def choices(self, spot: Spot) -> tuple[Choice, ...]:
        return (
            Choice(key="incline", title="Incline press"),
            Choice(key="push-up", title="Push-up", hint="no bar"),
        )

    def swap(self, spot: Spot, key: str) -> Outcome:
        self._replace(self._block(spot)._replace(name=key, exercise=key))
        return Outcome(words="swapped")

    def skip(self, spot: Spot, reason: str) -> Outcome:
        self._replace(self._block(spot)._replace(status=BlockStatus.SKIPPED, reason=reason))
        return Outcome(words="left out; chest is marked in Recovery")

    def tick_timed(self, spot: Spot) -> Outcome:
        self._replace(self._block(spot)._replace(status=BlockStatus.DONE, change="as asked"))
        return Outcome(words="done")

    def unskip(self, spot: Spot) -> Outcome:
        self._replace(self._block(spot)._replace(status=BlockStatus.OPEN, reason=""))
        return Outcome(words="asked again")

    def note_session(self, spot: Spot, text: str) -> Outcome:
        self.sheet_now = self.sheet_now._replace(note=text)
        return Outcome(words="noted")

    def lines(self, spot: Spot) -> tuple[tuple[str, str], ...]:
        return (("Pull-up", "4 → 1 set"), ("Plank", "3 → 1 set"))

    def take(self, spot: Spot) -> Outcome:
        self.sheet_now = self.sheet_now._replace(minimum=True, session_id="session", state=SheetState.OPEN)
        return Outcome(words="Less today.")

    def settle(self, session_id: str) -> None:
        """A day that was filled in is left."""

    def listed(self) -> tuple[Choice, ...]:
        return (Choice(key="gym", title="gym, here", hint="bar 20kg; plates 20"),)

    def of_lift(self, spot: Spot) -> tuple[Choice, ...]:
        return (Choice(key="bench-press", title="80kg", hint="since 3 Nov 2026"),)

    def keep(self, spot: Spot, text: str) -> Outcome:
        return Outcome(words=f"Training maximum: {text}")

    def finish(self, session_id: str, rpe: float, note: str, minutes: float | None) -> Summary:
        self.sheet_now = self.sheet_now._replace(
            state=SheetState.DONE,
            status=SessionStatus.PARTIAL,
            rpe=rpe,
            note=note,
            advice=("Walk ten minutes this evening.",),
        )
        return Summary(
            title="Short hills + upper body",
            status="partial",
            lines=(("sets", "4 of 17"), ("load", "290")),
            bests=("bench press 62.5 kg × 6",),
            next_title="Easy run",
            next_words="Fri 27 Nov, 35 min",
        )

    def reopen(self, session_id: str) -> Outcome:
        self.sheet_now = self.sheet_now._replace(state=SheetState.OPEN, status=SessionStatus.OPEN)
        return Outcome(words="reopened")

    def answer(self, taken: bool) -> Outcome:
        self.sheet_now = self.sheet_now._replace(offer=None)
        return Outcome(words="lighter" if taken else "kept")

    def begin_free(self) -> Outcome:
        self.sheet_now = empty_sheet(
            SheetState.OPEN, session_id="free", began_us=int(NOW.timestamp()) * 1_000_000
        )
        return Outcome(words="begun")

    def begin_next(self) -> Outcome:
        self.sheet_now = example_sheet()
        return Outcome(words="begun")

    def _block(self, spot: Spot) -> SheetBlock:
        return next(block for block in self.sheet_now.blocks if block.position == spot.block)

    def _row(self, spot: Spot) -> SheetSet:
        return next(row for row in self._block(spot).sets if row.position == spot.row)

    def _set(self, spot: Spot, record: SetRecord | None) -> None:
        block = self._block(spot)
        rows = tuple(row._replace(done=record) if row.position == spot.row else row for row in block.sets)
        status = BlockStatus.DONE if all(row.done for row in rows) else BlockStatus.OPEN
        self._replace(block._replace(sets=rows, status=status))
        if self.sheet_now.state is SheetState.PLANNED:
            self.sheet_now = self.sheet_now._replace(
                state=SheetState.OPEN,
                session_id="session",
                began_us=int(NOW.timestamp()) * 1_000_000,
            )

    def _replace(self, block: SheetBlock) -> None:
        blocks = tuple(block if each.position == block.position else each for each in self.sheet_now.blocks)
        self.sheet_now = self.sheet_now._replace(blocks=blocks)


class TodayApp(HybridApp):
    """The app on Today; `timers` lists the blocks that the timer was opened with."""

    CSS_PATH = str(Path(launch.__file__).with_name("shell.tcss"))

    def __init__(self, sheet: Sheet, *, known: bool = False, **settings: object) -> None:
        self.sheets = SheetStore(sheet)
        self.clock = FixedClock(NOW)
        super().__init__(
            AppContext(
                store=self.sheets,
                clock=self.clock,
                settings={"ascii": False, **settings},
                verbs=Verbs(),
                sheet=sheet if known else None,
            )
        )
        self.timers: list[int] = []

    def open_timer(self, *, plan_key: str | None, session_id: str | None, block: int) -> None:
        """In place of the timer's screen."""
        self.timers.append(block)

    @property
    def today(self) -> TodayScreen:
        """The screen under test, whatever dialog is above it."""
        return next(screen for screen in self.screen_stack if isinstance(screen, TodayScreen))
