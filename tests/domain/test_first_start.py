from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from hybrid_tui.domain.first_start import (
    OWNED,
    QUESTIONS,
    Answers,
    Choice,
    Goal,
    Kit,
    Level,
    choose,
)

SHELF = Path(__file__).parents[2] / "data" / "programmes"
RANK = {"beginner": 1, "intermediate": 2, "advanced": 3}
EVERY = [
    Answers(level=level, runs=runs, days=days, kit=kit, goal=goal, health=health)
    for level, runs, days, kit, goal, health in product(
        Level, (False, True), range(2, 7), Kit, Goal, (False, True)
    )
]


def header(programme_id: str, key: str) -> str:
    for line in (SHELF / f"{programme_id}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{key}: "):
            return line.removeprefix(f"{key}: ")
    raise AssertionError(f"{programme_id} has no {key}")


def training_days(programme_id: str) -> int:
    text = (SHELF / f"{programme_id}.txt").read_text(encoding="utf-8")
    heads = [line.split()[1] for line in text.splitlines() if line.startswith("## ")]
    return len({day for day in heads if day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")})


def test_every_combination_leads_to_a_programme_that_fits() -> None:
    for answers in EVERY:
        choice = choose(answers)
        assert training_days(choice.programme_id) <= answers.days, answers
        equipment = set(header(choice.programme_id, "equipment").split(", "))
        assert equipment <= OWNED[answers.kit], answers
        rank = 1 if answers.level is Level.NEW else RANK[answers.level]
        assert RANK[header(choice.programme_id, "level")] <= rank, answers
        assert choice.why.endswith(".")


def test_a_yes_on_the_health_line_always_walks_and_is_told_why() -> None:
    for answers in EVERY:
        choice = choose(answers)
        assert choice.walking_start == choice.programme_id.startswith("first-steps")
        if answers.health:
            assert choice.walking_start
            assert "clinician" in choice.advice
        else:
            assert choice.advice == ""


def test_sprints_come_in_first_month_doses_wherever_the_base_is_missing() -> None:
    for answers in EVERY:
        choice = choose(answers)
        if not choice.walking_start:
            assert choice.first_month == (not answers.runs)


def test_a_long_run_is_only_given_to_those_who_run_long() -> None:
    for answers in EVERY:
        if choose(answers).programme_id in ("hill-iron-5", "race-keep-5"):
            assert answers.level is Level.ADVANCED
            assert answers.runs


@pytest.mark.parametrize(
    ("answers", "programme"),
    [
        (Answers(), "hill-iron-3"),
        (Answers(level=Level.NEW), "first-steps-3"),
        (Answers(level=Level.NEW, days=2), "first-steps-2"),
        (Answers(level=Level.NEW, runs=True), "hill-iron-3"),
        (Answers(health=True, level=Level.ADVANCED, runs=True, days=6), "first-steps-3"),
        (Answers(kit=Kit.NONE, days=3), "body-stairs-2"),
        (Answers(kit=Kit.NONE, days=4), "body-stairs-4"),
        (Answers(days=2), "hill-iron-2"),
        (Answers(level=Level.INTERMEDIATE, days=4, kit=Kit.GYM, runs=True), "hill-iron-4"),
        (Answers(level=Level.BEGINNER, days=5, kit=Kit.GYM, runs=True), "hill-iron-3"),
        (
            Answers(level=Level.ADVANCED, days=5, kit=Kit.GYM, runs=True, goal=Goal.MUSCLE),
            "hill-iron-5",
        ),
        (
            Answers(level=Level.ADVANCED, days=6, kit=Kit.GYM, runs=True, goal=Goal.ENDURANCE),
            "race-keep-5",
        ),
    ],
)
def test_the_table(answers: Answers, programme: str) -> None:
    assert choose(answers).programme_id == programme


def test_the_defaults_give_something_to_do_today() -> None:
    choice = choose(Answers())
    assert choice == Choice(
        programme_id="hill-iron-3",
        begins_today=True,
        first_month=True,
        walking_start=False,
        why="Hill & Iron 3: 3 days a week, and dumbbells and a bench are enough. Sprints stay few, short "
        "and below full effort for four weeks, until the running base is there.",
    )


def test_programmes_are_called_by_their_own_titles() -> None:
    for answers in EVERY:
        choice = choose(answers)
        title = (SHELF / f"{choice.programme_id}.txt").read_text(encoding="utf-8").splitlines()[0]
        assert choice.why.startswith(title.removeprefix("# ") + ":")


def test_every_default_is_one_of_the_offered_answers() -> None:
    for question in QUESTIONS:
        if question.options:
            assert question.default in {option.value for option in question.options}


@pytest.mark.parametrize("days", [0, 1, 7])
def test_days_out_of_range_are_refused(days: int) -> None:
    with pytest.raises(ValueError, match="days a week"):
        choose(Answers(days=days))
