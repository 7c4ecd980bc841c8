"""The rows of the first screen, made from the questions of the domain and the answers that hold."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.coach.starting import Lead, Present
from hybrid_tui.domain.first_start import (
    CLINICIAN,
    QUESTIONS,
    Answers,
    Goal,
    Kit,
    Level,
    Option,
    Question,
    Units,
)
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.question_list import Row
from hybrid_tui.tui.widgets.question_row import QuestionRow
from hybrid_tui.tui.widgets.question_weight import WeightRow

KEEP = "keep"
TAKE = "take"

_LABELS = {"runs": "Running", "health": "Health"}
"""A whole question is too long for a label; it then stands beside its answers."""

_WEIGHT_HINT = "for the protein target; may stay empty"

_SHORT = {
    "level": {
        "new": "new to both",
        "beginner": "less than six months",
        "intermediate": "six months or more",
        "advanced": "a year or more, long runs too",
    },
    "runs": {"no": "not twice a week yet", "yes": "twice a week for four weeks"},
    "health": {"no": "none of the conditions", "yes": "yes"},
}


def first_rows(present: Present, lead: Lead, glyphs: Glyphs, *, first: bool) -> list[Row]:
    """All rows in the order of asking; later there is one more, for the programme."""
    rows = [_row(question, present, glyphs) for question in QUESTIONS]
    if not first:
        held = present.programme
        keep = f"{held} goes on" if held else "no programme"
        options = (Option(value=KEEP, words=keep), Option(value=TAKE, words="choose anew"))
        rows.append(QuestionRow("programme", "Programme", options, KEEP, glyphs, about=(lead.title,)))
    return rows


def _row(question: Question, present: Present, glyphs: Glyphs) -> Row:
    label = _LABELS.get(question.key, question.words)
    if not question.options:
        units = present.answers.units.value
        return WeightRow(label, present.weight_text, units, _WEIGHT_HINT, glyphs)
    return QuestionRow(
        question.key,
        label,
        question.options,
        value_of(present.answers, question.key),
        glyphs,
        about=(question.words,) if question.key in _LABELS else (),
        short=_SHORT.get(question.key),
    )


def value_of(answers: Answers, key: str) -> str:
    """The option that stands for the answer."""
    value = getattr(answers, key)
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def health_words(health: bool) -> tuple[str, ...]:
    """What stands beside the health line: the warning after a yes, else what is meant."""
    question = next(each for each in QUESTIONS if each.key == "health")
    return (CLINICIAN,) if health else (question.words, question.hint)


def answered(answers: Answers, key: str, value: str) -> Answers:
    """The answers with one of them as it was picked. Raises ValueError for a value that is no answer."""
    match key:
        case "units":
            return replace(answers, units=Units(value))
        case "level":
            return replace(answers, level=Level(value))
        case "kit":
            return replace(answers, kit=Kit(value))
        case "goal":
            return replace(answers, goal=Goal(value))
        case "days":
            return replace(answers, days=int(value))
        case "runs":
            return replace(answers, runs=value == "yes")
        case "health":
            return replace(answers, health=value == "yes")
    raise ValueError(f"there is no question {key!r}")
