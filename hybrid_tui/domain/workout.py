"""What is asked: lines of timed steps and of sets, and circuits.

These are the values behind the notation. `hybrid_tui.domain.notation` turns text into them and back, and
`hybrid_tui.domain.flatten` lays them out as steps for the timer or sets for the checklist. The rule behind a
line is in `rule`, the days and weeks around it in `written_programme`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hybrid_tui.domain.rule import Rule


class Ending(StrEnum):
    """What ends a step."""

    TIME = "time"
    DISTANCE = "distance"
    REPS = "reps"
    KEY = "key"


class StepKind(StrEnum):
    """What a step is for: its colour, and whether its seconds count as work."""

    WORK = "work"
    RECOVER = "recover"
    WARM_UP = "warm-up"
    COOL_DOWN = "cool-down"
    SET = "set"


@dataclass(frozen=True, slots=True, kw_only=True)
class ByWeek:
    """A number that has one value for each week of a programme: `[4,5,6,3]`."""

    values: tuple[float, ...]


Number = float | ByWeek
"""A plain number, or one for each week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How long a step is and what ends it."""

    ending: Ending
    seconds: Number | None = None
    """The length of a step that ends by time, the expected length of the others; None when unknown."""
    distance: float | None = None
    """In `unit`. In the log a step that ended by time may carry the distance covered."""
    unit: str = ""
    """`mtr`, `km` or `mi`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How hard: a rating, repetitions in reserve, a word, or a pace. Exactly one of the four is given."""

    rpe: float | None = None
    """1-10."""
    rir: Number | None = None
    """Repetitions left in reserve."""
    word: str = ""
    """`easy`, `steady`, `tempo`, `hard`, `max`, or `z1` to `z5`."""
    pace: float | None = None
    """Seconds for a kilometre."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a step is run; every part may be missing, but not all of them."""

    where: str = ""
    """`hill`, `flat`, `stairs`, `trail` or `treadmill`."""
    surface: str = ""
    """`grass`, `track`, `road`, `gravel`, `sand` or `turf`."""
    grade: Number | None = None
    """Percent; the lower end of a range."""
    grade_top: float | None = None
    """Percent; the upper end, None where there is no range."""
    climb: float | None = None
    """Metres up."""
    descent: float | None = None
    """Metres down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A load as written: a weight, the body's own with more or less, or a percentage."""

    value: Number | None = None
    """In `unit`; None for the body's own weight alone. Negative: assistance, or percent below the first."""
    unit: str = ""
    """`kg`, `lb`, `%` (of the training maximum; negative: below the line's first group), or empty."""
    body: bool = False
    """On top of (or, negative, taken off) the body's own weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gear:
    """What a step is run with."""

    kind: str
    """`vest`, `band` or `sled`."""
    load: Load | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a timed line."""

    measure: Measure
    effort: Effort | None = None
    place: Place | None = None
    gear: tuple[Gear, ...] = ()
    label: str = ""
    """The other words; empty means that the line's name serves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A bracket: its work `count` times, and what comes between two of them."""

    count: Number
    work: tuple[Step | Repeat, ...]
    """In a row, each time."""
    between: tuple[Step | Repeat, ...] = ()
    """In a row, after each time but the last (`/`)."""
    until: float | None = None
    """Percent behind the best repeat at which the timer proposes to stop (positive)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedLine:
    """A line of timed steps: `hill sprint: 8x(12s @8 hill 8% / 90s walk)`."""

    steps: tuple[Step | Repeat, ...]
    name: str = ""
    """As printed before the colon; `warm-up` and `cool-down` are kinds of their own. May be empty."""
    exercise: str | None = None
    """Catalogue id of the run type, where names were resolved."""
    rule: Rule | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """What one set holds: repetitions, a time or a distance."""

    low: Number | None = None
    """The number, or the lower end of a range; None means to the limit (`max`). Times are in seconds."""
    high: Number | None = None
    """The upper end of a range."""
    unit: str = ""
    """Empty for repetitions, `s` for a time, `mtr`, `km` or `mi` for a distance."""
    at_least: bool = False
    """As many more as good form allows (`5+`)."""
    effort: Effort | None = None
    """Of this set alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetGroup:
    """Sets at one load: `4x6-8 80kg @8`, or `5,5,3,1+ 85%`."""

    holds: tuple[Hold, ...]
    """One for all sets where `sets` is given, else one each."""
    sets: Number | None = None
    load: Load | None = None
    effort: Effort | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetsLine:
    """A line of sets: `back squat 4x6-8 @2rir rest 3m`."""

    name: str
    """As printed."""
    groups: tuple[SetGroup, ...]
    exercise: str | None = None
    """Catalogue id, where names were resolved."""
    side: bool = False
    """Every set is done on each side."""
    rest: Number | None = None
    """Seconds after each set, or after the round of a superset."""
    superset: bool = False
    """Joined with the line above (`&`)."""
    rule: Rule | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circuit:
    """Rounds by the clock: every minute on the minute, or as many rounds as possible."""

    kind: str
    """`emom` or `amrap`."""
    seconds: Number
    lines: tuple[SetsLine | TimedLine, ...]
    """The round."""
    rule: Rule | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockCall:
    """`warm-up: legs`: the block of that name stands here."""

    kind: StepKind
    """WARM_UP or COOL_DOWN."""
    block: str
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramp:
    """`ramp`: the computed warm-up sets of the next lift."""

    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment that has a line to itself."""

    text: str


PlanLine = TimedLine | SetsLine | Circuit | BlockCall | Ramp | Remark
"""Whatever one line of a plan may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedStep:
    """One step of a timeline, flattened: what the timer runs and `explain` lists."""

    label: str
    """Its own label, else the line's name."""
    kind: StepKind
    ending: Ending
    seconds: float | None
    """The length of a step that ends by time; the expected length of the others, None when unknown."""
    metres: float | None = None
    effort: str | None = None
    """As printed, without @: `9`, `easy`, `2rir`, `5:00/km`."""
    rpe: float | None = None
    """1-10, where the effort says one."""
    place: str | None = None
    """As printed: `hill 8%`, `stairs`, `flat vest 5kg`."""
    grade: float | None = None
    """Percent; the middle of a range."""
    rep: int | None = None
    """Which repeat of the outermost bracket, from 1, and"""
    reps: int | None = None
    """… of how many."""
    sprint: bool = False
    """A work step whose seconds count as sprint seconds."""
    until: float | None = None
    """Percent fall-off at which the timer proposes to stop, on the steps of that repeat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSet:
    """One set of a line of sets, with what applies to it."""

    hold: Hold
    load: Load | None
    effort: Effort | None
    group: int
    """Which group of the line it belongs to, from 0."""
