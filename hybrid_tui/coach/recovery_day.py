"""One day of recovery as the screen shows it, folded from what was logged and what the plan asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from hybrid_tui.coach.mornings import Morning
from hybrid_tui.coach.recovery_past import PastWeeks
from hybrid_tui.domain.checklist import ChecklistItem
from hybrid_tui.domain.load import mean
from hybrid_tui.domain.nutrition import Exclusion, Goal, ProteinTarget
from hybrid_tui.domain.record import CheckIn, Food
from hybrid_tui.domain.sleep import short_sleep_words, sleep_debt
from hybrid_tui.domain.week import PlannedSummary

MUSCLE_GROUPS: Mapping[str, tuple[str, ...]] = {
    "quads": ("quads",),
    "hamstrings": ("hamstrings",),
    "glutes": ("glutes",),
    "calves": ("calves",),
    "hips": ("hip_flexors", "adductors", "abductors"),
    "core": ("abs", "obliques"),
    "back": ("erectors", "lats", "upper_back"),
    "chest": ("chest",),
    "shoulders": ("shoulders",),
    "arms": ("biceps", "triceps", "forearms"),
}
"""Where one says it hurts, and the catalogue's muscles that belong there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFood:
    """Something eaten often, behind a letter of its own."""

    letter: str
    name: str
    grams: float
    """Protein of one portion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDay:
    """One of the last seven days. None says that it was not logged."""

    day: date
    slept_minutes: int | None = None
    protein: float | None = None
    """Grams eaten."""
    target: int | None = None
    """Grams asked for."""
    score: int | None = None
    """Readiness, 0-100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryDay:
    """Everything the screen says of one day."""

    day: date
    today: date
    morning: Morning
    checks: tuple[CheckIn, ...] = ()
    """The mornings before, as far back as readiness looks."""
    pulse_rise: float | None = None
    """Beats over the own median; None with too few readings."""
    items: tuple[ChecklistItem, ...] = ()
    ticked: frozenset[str] = frozenset()
    """Items ticked by hand."""
    foods: tuple[Food, ...] = ()
    own_foods: tuple[OwnFood, ...] = ()
    protein: ProteinTarget
    kg: float | None = None
    """Body weight that counts for the day."""
    excluded: Exclusion | None = None
    """Why there is no protein target."""
    lb: bool = False
    """Whether the person weighs in pounds."""
    sleep_target_minutes: int = 480
    week: tuple[PastDay, ...] = ()
    """The seven days that end with this one."""
    sore: Mapping[str, int] = field(default_factory=dict)
    """0-10 by muscle group; a group that is not in it is not known."""
    goal: Goal = Goal.HYBRID
    past: PastWeeks | None = None
    """What the last months say; None where nothing was asked of them."""
    tomorrow: str = ""
    """What comes next and what it wants tonight."""

    deload: str = ""
    """Why a deload week is suggested, and from when; empty where none is."""

    @property
    def is_today(self) -> bool:
        """Whether it is the day that is lived now."""
        return self.day == self.today

    @property
    def check(self) -> CheckIn:
        """The day's answers; empty ones where nothing was asked."""
        return self.morning.check or CheckIn(day=self.day)

    @property
    def checked(self) -> bool:
        """Whether any question of the morning was answered."""
        check = self.check
        answers = (check.sleep, check.fatigue, check.stress, check.soreness, check.legs, check.flags)
        return any(answer is not None for answer in answers)

    @property
    def eaten(self) -> float | None:
        """Grams of protein logged; None when no food was."""
        return sum(food.grams for food in self.foods) if self.foods else None

    @property
    def asks_weight(self) -> bool:
        """Whether a body weight is all that the protein target waits for."""
        return self.kg is None and self.protein.per_kg is not None

    @property
    def asks_exclusion(self) -> bool:
        """Whether one question about health stands before the protein target."""
        return self.excluded is Exclusion.NOT_ASKED

    @property
    def done(self) -> int:
        """Items of the list that are done."""
        return sum(item.done is True for item in self.items)

    @property
    def mean_sleep(self) -> float | None:
        """Minutes a night, over the nights that are known."""
        return mean_known(each.slept_minutes for each in self.week)

    @property
    def sleep_debt(self) -> float | None:
        """Minutes short of the target over the nights that are known; None when none is."""
        return sleep_debt([each.slept_minutes for each in self.week], target=self.sleep_target_minutes)

    @property
    def short_sleep(self) -> str:
        """What is said of a week that slept under seven hours a night; empty for any other."""
        return short_sleep_words([each.slept_minutes for each in self.week], target=self.sleep_target_minutes)

    @property
    def mean_protein(self) -> float | None:
        """Grams a day, over the days with food."""
        return mean_known(each.protein for each in self.week)

    @property
    def mean_target(self) -> float | None:
        """Grams asked for on the days with food, so that it compares with `mean_protein`."""
        return mean_known(each.target for each in self.week if each.protein is not None)

    @property
    def mean_score(self) -> float | None:
        """Readiness over the mornings that are known."""
        return mean_known(each.score for each in self.week)


def mean_known(values: Iterable[float | None]) -> float | None:
    """The mean of what is known; None when nothing is."""
    known = [value for value in values if value is not None]
    return mean(known) if known else None


def sore_groups(sore: Mapping[str, int]) -> dict[str, int]:
    """Soreness by the groups of the screen: the worst of their muscles."""
    found: dict[str, int] = {}
    for group, muscles in MUSCLE_GROUPS.items():
        values = [sore[name] for name in {group, *muscles} if name in sore]
        if values:
            found[group] = max(values)
    return found


def sore_with(sore: Mapping[str, int], group: str, value: int | None) -> dict[str, int]:
    """The same answers with one group changed; None takes it away, so that it is unknown again."""
    names = {group, *MUSCLE_GROUPS.get(group, ())}
    kept = {name: found for name, found in sore.items() if name not in names}
    return kept if value is None else {**kept, group: value}


def goal_of(settings: Mapping[str, object]) -> Goal:
    """What the training is for; hybrid where it was never said."""
    goal = settings.get("goal")
    return Goal(goal) if isinstance(goal, str) and goal in set(Goal) else Goal.HYBRID


def own_foods(settings: Mapping[str, object]) -> tuple[OwnFood, ...]:
    """The person's own foods by letter, as far as the setting can be read."""
    stored = settings.get("foods")
    found: list[OwnFood] = []
    for letter, value in sorted(stored.items()) if isinstance(stored, dict) else ():
        name, grams = (value.get("name"), value.get("grams")) if isinstance(value, dict) else (None, None)
        if isinstance(name, str) and isinstance(grams, int | float) and len(str(letter)) == 1:
            found.append(OwnFood(letter=str(letter), name=name, grams=float(grams)))
    return tuple(found)


def tomorrow_words(planned: Sequence[PlannedSummary], *, follows_plan: bool) -> str:
    """What the day after asks, and what it wants the evening before."""
    if not follows_plan:
        return "nothing planned: train or rest as you feel"
    if not planned:
        return "rest day: walk, mobility, an early night"
    names = ", then ".join(each.name or "session" for each in planned)
    hard = any(each.hard_run or each.leg_class.name == "A" for each in planned)
    return f"{names}: carbohydrate with dinner, an early night" if hard else names
