"""The first six questions and the health line, and which programme their answers lead to.

The table is careful where an answer leaves room: nobody is given a long run, an all-out sprint or a fifth
day that the answers do not carry. Everything it decides can be changed in Plan afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Units(StrEnum):
    """How loads and distances are shown and typed."""

    KG = "kg"
    LB = "lb"


class Level(StrEnum):
    """How much training lies behind the person."""

    NEW = "new"
    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Kit(StrEnum):
    """What there is to lift with."""

    NONE = "none"
    DUMBBELLS = "dumbbells"
    GYM = "gym"


class Goal(StrEnum):
    """What the training is for."""

    HYBRID = "hybrid"
    MUSCLE = "muscle"
    ENDURANCE = "endurance"


_HOME = frozenset({"stairs", "hill", "table", "chair", "wall", "step", "towel", "band", "box"})
_DUMBBELLS = _HOME | {"dumbbells", "bench"}
_GYM = _DUMBBELLS | {"barbell", "rack", "trap bar", "pull-up bar", "cable", "machine"}

OWNED: dict[Kit, frozenset[str]] = {Kit.NONE: _HOME, Kit.DUMBBELLS: _DUMBBELLS, Kit.GYM: _GYM}
"""What each answer counts as owned, in the words of a programme's `equipment:` header."""

FEWEST_DAYS = 2
MOST_DAYS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that can be picked."""

    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One line of the first screen."""

    key: str
    """The field of `Answers` it fills."""
    words: str
    options: tuple[Option, ...]
    """Empty where something is typed."""
    default: str
    """The value that `esc` takes; empty where nothing is known."""
    hint: str = ""


NO = Option(value="no", words="no")
YES = Option(value="yes", words="yes")

QUESTIONS: tuple[Question, ...] = (
    Question(
        key="units",
        words="Units",
        options=(
            Option(value="kg", words="kilograms, kilometres"),
            Option(value="lb", words="pounds, miles"),
        ),
        default="kg",
    ),
    Question(
        key="body_weight",
        words="Body weight",
        options=(),
        default="",
        hint="for the protein target; leave it empty if you prefer",
    ),
    Question(
        key="level",
        words="Level",
        options=(
            Option(value="new", words="new to both running and lifting"),
            Option(value="beginner", words="less than six months of regular training"),
            Option(value="intermediate", words="six months or more"),
            Option(value="advanced", words="a year or more, with a run over 75 minutes this month"),
        ),
        default="beginner",
    ),
    Question(
        key="runs",
        words="Have you run twice a week for the last four weeks?",
        options=(NO, YES),
        default="no",
    ),
    Question(
        key="days",
        words="Days a week",
        options=tuple(Option(value=str(n), words=str(n)) for n in range(FEWEST_DAYS, MOST_DAYS + 1)),
        default="3",
    ),
    Question(
        key="kit",
        words="Equipment",
        options=(
            Option(value="none", words="no gym: stairs, a band, a sturdy table"),
            Option(value="dumbbells", words="dumbbells and a bench"),
            Option(value="gym", words="a gym with barbell, rack and machines"),
        ),
        default="dumbbells",
    ),
    Question(
        key="goal",
        words="Goal",
        options=(
            Option(value="hybrid", words="run and lift, both"),
            Option(value="muscle", words="muscle first"),
            Option(value="endurance", words="running first"),
        ),
        default="hybrid",
    ),
    Question(
        key="health",
        words="Does any of these apply to you?",
        options=(NO, YES),
        default="no",
        hint="heart, blood pressure, pregnancy, recent surgery, medication for these, under 18, "
        "over 65 and new to exercise",
    ),
)
"""In the order of asking: the six questions (level has two lines) and the health line."""

CLINICIAN = "Please talk to a clinician first; until then walking and easy strength are a good start."
"""Shown with every yes on the health line (DOMAIN 7.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What was answered; the defaults are those that `esc` takes."""

    units: Units = Units.KG
    body_weight_kg: float | None = None
    """Kilograms; None when it was left empty."""
    level: Level = Level.BEGINNER
    runs: bool = False
    """Ran twice a week for the last four weeks."""
    days: int = 3
    """Days a week that are free for training, 2-6."""
    kit: Kit = Kit.DUMBBELLS
    goal: Goal = Goal.HYBRID
    health: bool = False
    """Any yes on the health line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Where the answers lead."""

    programme_id: str
    """File name of the shelf programme without its ending."""
    begins_today: bool
    """The days of the plan shift as a block so that its first session falls on today."""
    first_month: bool
    """Sprint lines are cut to first-month doses for the first four weeks."""
    walking_start: bool
    why: str
    """One or two sentences for the screen."""
    advice: str = ""
    """What must be said beside it, such as the word about a clinician."""


_NAMES = {
    "first-steps-2": "First Steps 2",
    "first-steps-3": "First Steps 3",
    "body-stairs-2": "Body & Stairs 2",
    "body-stairs-4": "Body & Stairs 4",
    "hill-iron-2": "Hill & Iron 2",
    "hill-iron-3": "Hill & Iron 3",
    "hill-iron-4": "Hill & Iron 4",
    "hill-iron-5": "Hill & Iron 5",
    "race-keep-5": "Race-Season Keep 5",
}

_WITH = {
    Kit.NONE: "a staircase and your own weight are enough",
    Kit.DUMBBELLS: "dumbbells and a bench are enough",
    Kit.GYM: "the gym has all it needs",
}


def choose(answers: Answers) -> Choice:
    """Which programme suits, and in what dose.

    Raises ValueError for a number of days outside 2-6.
    """
    if not FEWEST_DAYS <= answers.days <= MOST_DAYS:
        raise ValueError(f"days a week must be {FEWEST_DAYS} to {MOST_DAYS}")
    walking = answers.health or (answers.level is Level.NEW and not answers.runs)
    programme = _walking(answers.days) if walking else _training(answers)
    first_month = not walking and not answers.runs
    return Choice(
        programme_id=programme,
        begins_today=True,
        first_month=first_month,
        walking_start=walking,
        why=_why(answers, programme, walking=walking, first_month=first_month),
        advice=CLINICIAN if answers.health else "",
    )


def _walking(days: int) -> str:
    return "first-steps-3" if days >= 3 else "first-steps-2"


def _training(answers: Answers) -> str:
    if answers.kit is Kit.NONE:
        return "body-stairs-4" if answers.days >= 4 else "body-stairs-2"
    if answers.days == 2:
        return "hill-iron-2"
    practised = answers.level in (Level.INTERMEDIATE, Level.ADVANCED)
    if answers.kit is Kit.DUMBBELLS or answers.days == 3 or not practised:
        return "hill-iron-3"
    # The five-day programmes hold runs of an hour and more, which only this answer vouches for (CT-11).
    if answers.level is Level.ADVANCED and answers.runs and answers.days >= 5:
        if answers.goal is Goal.MUSCLE:
            return "hill-iron-5"
        if answers.goal is Goal.ENDURANCE:
            return "race-keep-5"
    return "hill-iron-4"


def _why(answers: Answers, programme: str, *, walking: bool, first_month: bool) -> str:
    name = _NAMES[programme]
    days = int(programme[-1])
    fit = f"{days} of your {answers.days} days" if days < answers.days else f"{days} days a week"
    if walking:
        reason = "of a yes on the health line" if answers.health else "running and lifting are new"
        return f"{name}: {fit} of walking, easy jogging and your own weight, because {reason}."
    sentence = f"{name}: {fit}, and {_WITH[answers.kit]}."
    if first_month:
        sentence += (
            " Sprints stay few, short and below full effort for four weeks, until the running base is there."
        )
    return sentence
