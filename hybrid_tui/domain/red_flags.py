"""Answers that come before any score: what stops a session, and what is said then (7.4).

They are asked first, they are not scored, and nothing in the program overrides them. General training
information, not medical advice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class FlagAction(IntEnum):
    """What a flag does to today, from the mildest up."""

    HALVE = 0
    """Train, with half the volume."""
    EASY = 1
    """Only easy work, half as long; stop when it gets worse after ten minutes."""
    NO_PATTERN = 2
    """Leave out the movement that hurts; others are allowed."""
    NO_IMPACT = 3
    """No running, no jumps."""
    REST = 4
    """No session today."""
    STOP = 5
    """Stop now, close the timer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """One question of the morning check that is answered with yes or no."""

    id: str
    question: str
    action: FlagAction
    line: str
    """What is said when the answer is yes."""

    @property
    def stops(self) -> bool:
        """Whether there is no session at all."""
        return self.action >= FlagAction.REST


FOOTER: Final = "General training information, not medical advice."

RED_FLAGS: Final = (
    RedFlag(
        id="heart",
        question="Chest pain or pressure, pain into arm, neck or jaw, fainting, a racing or uneven "
        "heartbeat, far too little breath, or sudden weakness, numbness, trouble speaking or seeing",
        action=FlagAction.STOP,
        line="Stop now. If it is severe or not over within minutes, call the emergency number.",
    ),
    RedFlag(
        id="dizzy",
        question="Dizzy, light-headed or confused, or chills or no sweat in the heat",
        action=FlagAction.STOP,
        line="Stop, sit down, cool off and drink. Get help when it does not pass.",
    ),
    RedFlag(
        id="calf",
        question="Calf that hurts, swells or feels warm at rest",
        action=FlagAction.STOP,
        line="Have it looked at by a doctor today.",
    ),
    RedFlag(
        id="urine",
        question="Dark urine, or extreme soreness and weakness after a hard session",
        action=FlagAction.STOP,
        line="See a doctor today; drink, and do not train.",
    ),
    RedFlag(
        id="fever",
        question="Fever in the last 24 hours, or a chesty cough, wheeze, aching body, vomiting or diarrhoea",
        action=FlagAction.REST,
        line="No training with a fever or with symptoms below the neck.",
    ),
    RedFlag(
        id="bone",
        question="Pain for more than one or two weeks, at night, or on pressing a bone",
        action=FlagAction.NO_IMPACT,
        line="No running or jumping until a clinician has seen it.",
    ),
    RedFlag(
        id="sharp",
        question="Sharp, sudden, one-sided or joint pain, pain that changes your stride, or swelling",
        action=FlagAction.NO_PATTERN,
        line="Sharp pain means stop, it does not warm up. Another movement can take its place.",
    ),
    RedFlag(
        id="cold",
        question="Head cold without fever",
        action=FlagAction.EASY,
        line="Easy and half as long today; stop if it is worse after ten minutes.",
    ),
    RedFlag(
        id="dull",
        question="Dull pain up to 3 of 10 that fades in the warm-up and is gone next morning",
        action=FlagAction.HALVE,
        line="Fine to train with half the volume, as long as it is gone by tomorrow.",
    ),
)
"""All flags, the gravest first."""


def raised(answers: Iterable[str]) -> tuple[RedFlag, ...]:
    """The flags of these ids, the gravest first; ids that are not known are left out."""
    ticked = set(answers)
    return tuple(flag for flag in RED_FLAGS if flag.id in ticked)


def gravest(answers: Iterable[str]) -> RedFlag | None:
    """The flag that decides about today, None without any."""
    return max(raised(answers), key=lambda flag: flag.action, default=None)


def said(answers: Iterable[str]) -> str:
    """What is said to these answers: every line that stops, for each asks for its own help; else the gravest."""
    found = raised(answers)
    stops = [flag.line for flag in found if flag.action is FlagAction.STOP]
    return " ".join(stops or [max(found, key=lambda flag: flag.action).line]) if found else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingBack:
    """What is allowed after a fever."""

    allowed: bool
    half_length: bool
    line: str


def after_fever(days_free: int, *, easy_days: int) -> ComingBack:
    """What is allowed `days_free` days without symptoms after a fever, `easy_days` trained since (7.4)."""
    if days_free < 1:
        return ComingBack(allowed=False, half_length=False, line="Wait for a whole day without symptoms.")
    if easy_days == 0:
        return ComingBack(allowed=True, half_length=True, line="First day back: easy, half as long.")
    if easy_days < 2:
        return ComingBack(allowed=True, half_length=False, line="One more easy day before anything hard.")
    return ComingBack(allowed=True, half_length=False, line="As planned.")
