"""The first answers: stored with the programme they lead to in one step, and changed one by one later."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from hybrid_tui.coach import programmes
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.first_start import (
    FEWEST_DAYS,
    MOST_DAYS,
    Answers,
    Choice,
    Goal,
    Kit,
    Level,
    Units,
    choose,
)
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.plates import KG_PER_LB
from hybrid_tui.domain.programme.plan import PlannedSession
from hybrid_tui.domain.record import BodyWeight
from hybrid_tui.store import reads_days, reads_plan, reads_sessions, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.writer import Writer

Word = TypeVar("Word", bound=StrEnum)

STARTED = "started"
"""The setting that says that the questions were answered: the ISO day on which."""
NEW_TO_BOTH = "new_to_both"
"""Beside `level`: the training rules know no level below beginner, the questions do."""
LIGHTEST_KG, HEAVIEST_KG = 20.0, 400.0
"""A body weight outside of these is a slip of the finger."""

_WEIGHT = re.compile(r"\s*([0-9]+(?:[.,][0-9]+)?)\s*(kgs?|lbs?)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """What was answered so far, for the questions to begin from."""

    answers: Answers
    weight_text: str = ""
    """The latest body weight as it was typed; empty where none is known."""
    programme: str = ""
    """Title of the programme in hand; empty without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Where the answers lead."""

    choice: Choice
    title: str
    week: tuple[PlannedSession, ...]
    """The sessions of the first seven days."""
    start: date


def needed(store: Store) -> bool:
    """Whether the first questions are still to be asked; never where nothing could be stored."""
    return not store.read_only and STARTED not in reads_plan.settings(store)


def defaults(store: Store, library: Library, moment: Moment) -> Present:
    """The answers as they stand: what is stored, else what `esc` takes."""
    with store.snapshot():
        settings = reads_plan.settings(store)
        weight = reads_days.latest_weight(store, moment.day)
        programme = reads_plan.programme(store)
    return Present(
        answers=_answers(settings, weight),
        weight_text=weight.text if weight else "",
        programme=programme.name if programme else "",
    )


def lead(store: Store, library: Library, moment: Moment, answers: Answers) -> Lead:
    """The programme that the answers lead to, with its first week. Raises ValueError for impossible days."""
    choice = choose(answers)
    start = _start(store, moment.day)
    week = programmes.first_week(library, choice.programme_id, start, begins_today=choice.begins_today)
    return Lead(choice=choice, title=choice.why.partition(":")[0], week=week, start=start)


def begin(
    store: Store,
    library: Library,
    moment: Moment,
    answers: Answers,
    *,
    weight_text: str = "",
    anew: bool = False,
) -> Outcome:
    """Store all answers and the programme they lead to, in one transaction that one undo takes back.

    A programme that was chosen in the shell before stays in hand, unless another is asked for (`anew`) or the
    health line asks for a walking start. `weight_text` is the body weight as it was typed.
    Raises ValueError for impossible days, and StoreError.
    """
    chosen = reads_plan.programme(store)
    new = anew or chosen is None or choose(answers).walking_start
    outcome = _store(store, library, moment, answers, weight_text=weight_text, new_programme=new)
    if chosen is None or new:
        return outcome
    return Outcome(words=f"Your answers are kept. {chosen.name}, which you chose before, goes on.")


def change(
    store: Store,
    library: Library,
    moment: Moment,
    answers: Answers,
    *,
    weight_text: str = "",
    new_programme: bool = False,
) -> Outcome:
    """Store changed answers; the programme in hand goes on unless `new_programme` asks for another.

    Raises ValueError for impossible days, and StoreError.
    """
    return _store(store, library, moment, answers, weight_text=weight_text, new_programme=new_programme)


def read_weight(text: str, units: Units) -> tuple[float, str] | None:
    """A typed body weight as kilograms and in its own words; None where nothing stands.

    A number without a unit is in `units`. Raises NotationError where it cannot be read.
    """
    if not text.strip():
        return None
    match = _WEIGHT.match(text)
    first = len(text) - len(text.lstrip())
    hint = "write 74.2kg or 165lb"
    if match is None:
        raise NotationError(f"«{text[first]}» is no number", column=first + 1, hint=hint, source=text)
    if match.end() < len(text):
        at = match.end()
        raise NotationError(f"«{text[at]}» is not understood", column=at + 1, hint=hint, source=text)
    unit = (match[2] or units.value).lower().removesuffix("s")
    value = float(match[1].replace(",", "."))
    kg = value * KG_PER_LB if unit == Units.LB else value
    if not LIGHTEST_KG <= kg <= HEAVIEST_KG:
        low, high = (44, 880) if unit == Units.LB else (20, 400)
        raise NotationError(
            f"a body weight is {low} to {high} {unit}", column=first + 1, hint=hint, source=text
        )
    return round(kg, 4), f"{value:g}{unit}"


def _store(
    store: Store,
    library: Library,
    moment: Moment,
    answers: Answers,
    *,
    weight_text: str,
    new_programme: bool,
) -> Outcome:
    choice = choose(answers)
    title = choice.why.partition(":")[0]
    start = _start(store, moment.day)
    with store.write(f"begin with {title}" if new_programme else "change your answers") as writer:
        _save_settings(writer, moment, answers)
        _save_weight(store, writer, moment, answers, weight_text)
        if new_programme:
            programmes.put(
                store,
                writer,
                library,
                moment,
                choice.programme_id,
                start,
                begins_today=choice.begins_today,
                first_month=choice.first_month,
            )
    if new_programme:
        return Outcome(words=f"{title} begins {programmes.day_words(start, moment.day)}.")
    return Outcome(words="Your answers are kept. The programme goes on as it is.")


def _start(store: Store, today: date) -> date:
    """Today, or tomorrow where today already holds training: nobody is asked for a second session."""
    trained = reads_sessions.sessions_without_blocks(store, today, today)
    return today + timedelta(days=1) if trained else today


def _save_settings(writer: Writer, moment: Moment, answers: Answers) -> None:
    new = answers.level is Level.NEW
    values: dict[str, object] = {
        "units": answers.units.value,
        "kit": answers.kit.value,
        "goal": answers.goal.value,
        "level": Level.BEGINNER.value if new else answers.level.value,
        NEW_TO_BOTH: new,
        "runs": answers.runs,
        "days": answers.days,
        "health": answers.health,
        STARTED: moment.day.isoformat(),
    }
    for key, value in values.items():
        writes.save_setting(writer, key, value)


def _save_weight(store: Store, writer: Writer, moment: Moment, answers: Answers, text: str) -> None:
    """A new body weight of the day; nothing where none was given or the latest says the same."""
    kg = answers.body_weight_kg
    latest = reads_days.latest_weight(store, moment.day)
    if kg is None or (latest is not None and abs(latest.kg - kg) < 0.01):
        return
    said = text or (f"{kg / KG_PER_LB:.1f}lb" if answers.units is Units.LB else f"{round(kg, 2):g}kg")
    weight = BodyWeight(id=store.new_id(), day=moment.day, kg=kg, text=said, at_us=moment.at_us)
    writes.save(writer, weight)


def _answers(settings: Mapping[str, object], weight: BodyWeight | None) -> Answers:
    usual = Answers()
    days = settings.get("days")
    level = _one_of(Level, settings.get("level"), usual.level)
    if settings.get(NEW_TO_BOTH) is True and level is Level.BEGINNER:
        level = Level.NEW
    return replace(
        usual,
        units=_one_of(Units, settings.get("units"), usual.units),
        body_weight_kg=weight.kg if weight else None,
        level=level,
        runs=settings.get("runs") is True,
        days=days if isinstance(days, int) and FEWEST_DAYS <= days <= MOST_DAYS else usual.days,
        kit=_one_of(Kit, settings.get("kit"), usual.kit),
        goal=_one_of(Goal, settings.get("goal"), usual.goal),
        health=settings.get("health") is True,
    )


def _one_of(words: type[Word], value: object, usual: Word) -> Word:
    """The word that a setting holds; the usual one where another program wrote something else."""
    return next((each for each in words if each.value == value), usual)
