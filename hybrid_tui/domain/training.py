"""Days of training as the rules see them, planned and done alike: what each block asks of the body."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hybrid_tui.domain import choices
from hybrid_tui.domain.counts import add_muscles
from hybrid_tui.domain.exercise import LegClass
from hybrid_tui.domain.muscles import LEG_MUSCLES


class Work(StrEnum):
    """What a block is, as far as the rules care."""

    SPRINT = "sprint"
    STAIRS = "stairs"
    HARD_RUN = "hard run"
    LONG_RUN = "long run"
    EASY_RUN = "easy run"
    JUMP = "jump"
    LIFT = "lift"
    CORE = "core"


FAST = frozenset({Work.SPRINT, Work.STAIRS})
STEADY = frozenset({Work.HARD_RUN, Work.LONG_RUN, Work.EASY_RUN})
HARD_RUNS = FAST | {Work.HARD_RUN}
RUNS = FAST | STEADY


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingBlock:
    """One line of a session in the numbers that rules ask for; warm-ups and cool-downs are left out."""

    work: Work
    name: str
    exercise: str | None = None
    """Catalogue id."""
    minutes: float | None = None
    """Length with its rests and recoveries."""
    run_minutes: float = 0.0
    """Minutes of running work alone."""
    easy_minutes: float = 0.0
    run_class: LegClass = LegClass.C
    """Stress class of a run."""
    repeats: int = 0
    """Work steps of a timed line."""
    sprint_seconds: float = 0.0
    rpe: float | None = None
    """Hardest effort asked, 1-10."""
    contacts: int = 0
    level: int = 1
    """Level of a jump."""
    hard_sets: float = 0.0
    leg_sets: int = 0
    """Hard sets of squat, lunge, hinge and knee work."""
    pattern: str = ""
    muscles: dict[str, float] = field(default_factory=dict)
    """Fractional hard sets."""
    runs_down: bool = False
    """Runs down stairs."""
    trains_legs: bool = False
    """A lift whose prime mover is a leg muscle."""
    vest_kg: float | None = None
    """Weight of a vest, 0 where it is not said; None without one."""
    descent: float = 0.0
    """Metres down, as far as the line says."""
    place: str = ""
    """`hill`, `stairs` or another place of a run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSession:
    """One session, its blocks in the order of doing."""

    name: str
    blocks: tuple[TrainingBlock, ...] = ()
    slot: str = ""
    """`am`, `pm` (six hours apart or more), or empty."""
    load: float | None = None
    """Session load in AU, planned or done; None when unknown."""
    leg_load: float | None = None
    """The legs' part of it (2.18)."""
    done: bool = False
    key: str = ""
    """Its plan key or id, for whoever moves it."""
    begins: float | None = None
    """Hour of the day at which it began, where that is known."""
    minutes: float | None = None

    @property
    def leg_sets(self) -> int:
        """Hard sets of heavy leg patterns."""
        return sum(block.leg_sets for block in self.blocks)

    @property
    def contacts(self) -> int:
        """Landings of jumps."""
        return sum(block.contacts for block in self.blocks)

    @property
    def leg_class(self) -> LegClass:
        """How much it asks of the legs: maximal, hard, long, or light (4)."""
        if (
            any(block.work in FAST for block in self.blocks)
            or self.contacts >= choices.CLASS_A_4_CONTACTS
            or self.leg_sets >= choices.CLASS_A_4_HARD_SETS
        ):
            return LegClass.A
        classes = [block.run_class for block in self.blocks]
        return min(classes, key=list(LegClass).index, default=LegClass.C)

    def has(self, works: frozenset[Work]) -> bool:
        """Whether one of its blocks is of these kinds."""
        return any(block.work in works for block in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDay:
    """One date with its sessions, in the order of doing; walks and mobility are not among them."""

    date: date
    sessions: tuple[TrainingSession, ...] = ()

    @property
    def trains(self) -> bool:
        """Whether it is no rest day: a session with training in it, or one done of which no more is known."""
        return any(session.blocks or session.done for session in self.sessions)

    @property
    def blocks(self) -> tuple[TrainingBlock, ...]:
        """All blocks of the day."""
        return tuple(block for session in self.sessions for block in session.blocks)

    @property
    def leg_sets(self) -> int:
        """Hard sets of heavy leg patterns."""
        return sum(session.leg_sets for session in self.sessions)

    @property
    def contacts(self) -> int:
        """Landings of jumps."""
        return sum(session.contacts for session in self.sessions)

    @property
    def is_maximal(self) -> bool:
        """Whether the legs have a maximal day: sprints, many landings or heavy leg sets (4)."""
        return (
            self.has(FAST)
            or self.contacts >= choices.CLASS_A_4_CONTACTS
            or self.leg_sets >= choices.CLASS_A_4_HARD_SETS
        )

    @property
    def is_heavy(self) -> bool:
        """Whether heavy leg lifting alone makes it maximal."""
        return self.leg_sets >= choices.CLASS_A_4_HARD_SETS

    @property
    def load(self) -> float | None:
        """Session load in AU; 0 without sessions, None when one is unknown."""
        loads = [session.load for session in self.sessions]
        if any(load is None for load in loads):
            return None
        return sum(load for load in loads if load is not None)

    def has(self, works: frozenset[Work]) -> bool:
        """Whether one of its blocks is of these kinds."""
        return any(session.has(works) for session in self.sessions)

    def runs_of(self, leg_class: LegClass) -> bool:
        """Whether it holds a run of this class."""
        return any(block.work in RUNS and block.run_class is leg_class for block in self.blocks)

    def words(self) -> str:
        """The day's hardest work in a few words: `back squat`, `hill sprint`, `long run`; else its title."""
        blocks = sorted(self.blocks, key=_weight, reverse=True)
        return blocks[0].name.casefold() if blocks else "rest"


def _weight(block: TrainingBlock) -> tuple[bool, bool, int, float]:
    return (
        block.work in FAST,
        block.run_class is not LegClass.C,
        block.leg_sets + block.contacts // 5,
        block.minutes or 0.0,
    )


def muscle_total(days: tuple[TrainingDay, ...]) -> dict[str, float]:
    """Fractional hard sets by muscle over days."""
    total: dict[str, float] = {}
    for day in days:
        for block in day.blocks:
            add_muscles(total, block.muscles)
    return total


def is_leg_muscle(muscle: str) -> bool:
    """Whether a muscle belongs to the legs for the caps of CT-23."""
    return muscle in LEG_MUSCLES or muscle == "hip_flexors"
