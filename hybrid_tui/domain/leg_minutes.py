"""How long each block of a session took, and how much of it the legs carried (2.18)."""

from __future__ import annotations

from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.counts import is_easy, was_done
from hybrid_tui.domain.exercise import RunType
from hybrid_tui.domain.load import leg_factor, leg_load, set_minutes
from hybrid_tui.domain.record import BlockRecord, IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import SessionKind

WALK_WORDS: Final = ("walk", "mobility", "stretch", "swing", "rest", "breath")
DEFAULT_REST: Final = 90.0
"""Seconds between sets where neither the line nor the catalogue says; only shares out minutes."""
UNKNOWN_RUN_MINUTES: Final = 20.0
"""Share of a run that was ticked without its steps; only shares out minutes."""


def block_minutes(session: SessionRecord, catalogue: Catalogue) -> tuple[float | None, ...]:
    """Minutes of each block (2.18).

    Timed blocks take the seconds of their intervals. What is left of the session's minutes is shared by the
    other blocks as their sets and rests would take; without the session's minutes those stay None.
    """
    known = [_timed_minutes(block) for block in session.blocks]
    if session.minutes is None:
        return tuple(known)
    spent = sum(minutes for minutes in known if minutes is not None)
    if spent > session.minutes > 0:  # as typed: the session cannot be shorter than its parts
        known = [None if minutes is None else minutes * session.minutes / spent for minutes in known]
        spent = session.minutes
    weights = [
        0.0 if minutes is not None else _expected_minutes(block, catalogue)
        for block, minutes in zip(session.blocks, known, strict=True)
    ]
    left, whole = max(0.0, session.minutes - spent), sum(weights)
    return tuple(
        minutes if minutes is not None else (left * weight / whole if whole else 0.0)
        for minutes, weight in zip(known, weights, strict=True)
    )


def _timed_minutes(block: BlockRecord) -> float | None:
    seconds = [interval.seconds for interval in block.intervals if interval.seconds is not None]
    return sum(seconds) / 60 if block.timed and seconds else None


def _expected_minutes(block: BlockRecord, catalogue: Catalogue) -> float:
    exercise = catalogue.get(block.exercise)
    if not was_done(block):
        return 0.0
    if block.timed or isinstance(exercise, RunType):
        return UNKNOWN_RUN_MINUTES
    rest = block.rest_seconds
    if rest is None:
        rest = exercise.rest_seconds if exercise is not None else int(DEFAULT_REST)
    unilateral = exercise is not None and exercise.unilateral
    return set_minutes(len(block.sets), rest, unilateral=unilateral)


def block_leg_minutes(block: BlockRecord, minutes: float, catalogue: Catalogue) -> float:
    """A block's minutes weighed by how much the legs took part (2.18)."""
    known = catalogue.get(block.exercise)
    vest = any("vest" in (interval.place or "") for interval in block.intervals)
    if known is not None or not block.timed or not block.intervals:
        return minutes * leg_factor(known, vest=vest)
    seconds = [interval.seconds or 0.0 for interval in block.intervals]
    whole = sum(seconds)
    if not whole:
        return minutes * leg_factor(None, vest=vest)
    return sum(
        minutes * length / whole * _loose_factor(interval)
        for interval, length in zip(block.intervals, seconds, strict=True)
    )


def is_walk_word(label: str) -> bool:
    """Whether a step's words say that it is walking, mobility or rest."""
    return any(word in label.casefold() for word in WALK_WORDS)


def _loose_factor(interval: IntervalRecord) -> float:
    """Leg factor of a step on a line that names no run: by its words, its place, its effort."""
    factors, place = choices.LEG_FACTOR_2_18, interval.place or ""
    if is_walk_word(interval.label):
        return factors["walk"]
    if interval.kind == "recover":
        return factors["easy_run"]
    if place.startswith(("hill", "stairs")):
        return factors["hill_sprint"]
    if interval.sprint:
        return factors["flat_sprint"]
    return factors["easy_run"] if is_easy(interval, None) else factors["tempo_run"]


def session_leg_load(session: SessionRecord, catalogue: Catalogue) -> float | None:
    """Leg load of a session in AU (2.18); None where minutes or rating are unknown."""
    if session.minutes is None:
        return None
    minutes = block_minutes(session, catalogue)
    weighed = [
        (block_leg_minutes(block, length or 0.0, catalogue), 1.0)
        for block, length in zip(session.blocks, minutes, strict=True)
    ]
    if not weighed:
        weighed = [(session.minutes, _kind_factor(session.kind))]
    return leg_load(session.rpe, weighed)


def _kind_factor(kind: SessionKind) -> float:
    """Leg factor of a session of which only its kind is known."""
    word = {SessionKind.RUN: "easy_run", SessionKind.JUMP: "jump", SessionKind.RECOVERY: "walk"}
    return choices.LEG_FACTOR_2_18[word.get(kind, "leg lift")]
