"""What is asked this time, set by set or step by step, what has changed since last time, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.plates import KG_RACK, Rack
from hybrid_tui.domain.programme.outcome import Past
from hybrid_tui.domain.programme.plan import PlannedLine
from hybrid_tui.domain.set_record import SetRole
from hybrid_tui.domain.workout import StepKind, TimedStep

NO_LOAD = "no load known yet: the first tick asks for it"
"""Why a lift has no load; true until a set of it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingMax:
    """The training maximum that percentages are taken of."""

    value: float
    unit: str
    """`kg` or `lb`."""
    day: date
    """Since when; what was earned before that day does not raise it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What prescriptions are worked out from, beside the programme itself."""

    catalogue: Catalogue
    history: dict[str, tuple[Past, ...]] = field(default_factory=dict)
    """By catalogue id, most recent first."""
    maxes: dict[str, TrainingMax] = field(default_factory=dict)
    """By catalogue id."""
    rack: Rack = KG_RACK


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTarget:
    """One set as it is asked; space records what `reps`, `seconds` or `metres` say."""

    role: SetRole
    low: float | None
    """Least that it should hold, in repetitions, seconds or metres; None to the limit."""
    high: float | None
    """Top of a range."""
    reps: int | None = None
    seconds: float | None = None
    metres: float | None = None
    load: str | None = None
    """As written: `82.5kg`, `bw`; None where it takes none, or where it is not known yet."""
    load_kg: float | None = None
    effort: str | None = None
    """As printed, without @: `2rir`, `8`."""
    rpe: float | None = None
    at_least: bool = False
    """As many more as good form allows: the editor opens with what is shown."""
    to_limit: bool = False
    """To the limit: the editor opens with what is shown."""

    @property
    def asks(self) -> bool:
        """Whether the number has to be typed."""
        return self.at_least or self.to_limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """One line of a session as it is asked this time."""

    line: PlannedLine
    """With plain numbers and loads, without its rule: this is what the record keeps as asked."""
    part: StepKind
    """WORK, or WARM_UP and COOL_DOWN, which are not counted."""
    name: str
    """As shown: the catalogue's name, else the line's own."""
    exercise: str | None = None
    """Catalogue id."""
    sets: tuple[SetTarget, ...] = ()
    steps: tuple[TimedStep, ...] = ()
    side: bool = False
    """Every set is done on each side."""
    superset: bool = False
    """Joined with the prescription above."""
    change: str = ""
    """In a few signs: `↑ 2.5`, `+1 rep`, `=`, `↓ deload`."""
    why: str = ""
    """One sentence."""
    last: str = ""
    """What was done last time: `60 kg  8 8 8 8`."""
    rest_seconds: int | None = None
    """After each set; 0 where the next line of a superset follows at once."""
    asks_load: bool = False
    """It needs a load and none is known: the first tick asks for it."""
    comment: str = ""
    minutes: float = 0.0
    """How long it takes, with its rests."""
    rating: float = 0.0
    """The session rating it is worth, 0-10; minutes times rating is its planned load."""
    contacts: int = 0
    """Landings of a jump."""
    sprint_seconds: float = 0.0

    @property
    def load(self) -> float:
        """Planned load in AU."""
        return self.minutes * self.rating
