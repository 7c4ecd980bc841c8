"""How long to rest after a set: the exercise's own length, moved by how hard the set was (DOMAIN 2.12)."""

from __future__ import annotations

from dataclasses import dataclass

from hybrid_tui.domain import choices
from hybrid_tui.domain.set_record import SetRecord, SetRole
from hybrid_tui.domain.sheet import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class RestLength:
    """A rest and its reason."""

    seconds: int
    words: str
    """`3:00 after a hard set`."""


def rest_after(
    done: SetRecord, target: Target, usual: int | None, *, asked_rpe: float | None
) -> RestLength | None:
    """The rest after a set; None where the next thing follows at once.

    `usual` is the line's or the exercise's own rest in seconds, `asked_rpe` the effort that was asked. A set
    harder than asked lengthens it by half a minute a point, one clearly easier takes half a minute off; a
    rest never falls below two thirds of what is usual, nor grows by more than two minutes.
    """
    if done.role is SetRole.WARM_UP or target.role is SetRole.WARM_UP:
        seconds = min(usual, choices.REST_2_12_WARM_UP) if usual else choices.REST_2_12_WARM_UP
        return RestLength(seconds=seconds, words=f"{_clock(seconds)} after a warm-up set")
    if not usual:
        return None
    more = _more(done, asked_rpe)
    seconds = max(round(usual * choices.REST_2_12_LEAST_SHARE), usual + more)
    return RestLength(seconds=seconds, words=f"{_clock(seconds)} after {_set_words(done, more)}")


def _more(done: SetRecord, asked_rpe: float | None) -> int:
    """Seconds that the effort adds to a rest, or takes off."""
    step, most = choices.REST_2_12_STEP, choices.REST_2_12_MOST_MORE
    if done.role is SetRole.FAILURE:
        return 2 * step
    if done.rpe is None or asked_rpe is None:
        return 0
    apart = done.rpe - asked_rpe
    if apart >= 1:
        return min(int(apart) * step, most)
    return -step if apart <= -choices.REST_2_12_EASIER else 0


def _set_words(done: SetRecord, more: int) -> str:
    if done.role is SetRole.FAILURE:
        return "a set to failure"
    if more > 0:
        return "a set harder than asked"
    if more < 0:
        return "a set easier than asked"
    if done.rpe is None:
        return "a set"
    if done.rpe >= choices.REST_2_12_HARD_RPE:
        return "a hard set"
    return "a steady set" if done.rpe >= choices.REST_2_12_STEADY_RPE else "an easy set"


def _clock(seconds: int) -> str:
    minutes, left = divmod(seconds, 60)
    return f"{minutes}:{left:02}"
