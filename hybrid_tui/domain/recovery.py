"""Readiness of a morning: the Hooper sum, what takes from it, and the band it falls in.

The score is no validated measure and no forecast: it turns four honest answers into one word. Missing answers
mean that nothing is known, never a penalty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from math import ceil
from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.load import mean, spread
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.domain.record import CheckIn


class Band(IntEnum):
    """What a morning allows, from the best down."""

    GO = 0
    REDUCE = 1
    SWAP = 2
    REST = 3

    @property
    def word(self) -> str:
        """`go`, `reduce`, `swap` or `rest`."""
        return self.name.lower()

    @property
    def told(self) -> str:
        """The band as a person reads it: `go`, `ease off` or `rest`."""
        return "ease off" if self in (Band.REDUCE, Band.SWAP) else self.word

    def lowered(self, steps: int) -> Band:
        """This band, `steps` lower, at most down to rest."""
        return Band(min(Band.REST, self + steps))


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one answer took from the full hundred."""

    item: str
    """`sleep`, `fatigue`, `stress`, `soreness`, `hours slept`, `pulse`."""
    answer: str
    """As given: `3`, `5.5 h`, `+6`."""
    points: float
    """Points it took, 0 and up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """The score of one morning and how it came about."""

    score: int
    """0-100."""
    band: Band
    """After the own baseline was looked at."""
    hooper: int
    """Sum of the four answers, 4 (best) to 28."""
    base: float
    """The score before penalties."""
    sleep_penalty: int
    pulse_penalty: int
    pulse_rise: float | None
    """Beats over the own median; None with too few readings."""
    z: float | None
    """Standard scores of the Hooper sum over the own mean; None with too few mornings."""
    lowered: int
    """Bands that the own baseline took."""
    taken: tuple[Taken, ...]
    """The largest first; what took nothing is left out."""

    @property
    def sum_words(self) -> str:
        """The score as its sum: `75 = 100·(28-10)/24, no penalty`."""
        parts = [
            f"{points} for {word}"
            for points, word in ((self.sleep_penalty, "short sleep"), (self.pulse_penalty, "pulse"))
            if points
        ]
        words = f"{self.score} = 100·(28-{self.hooper})/24" + (
            ", less " + ", less ".join(parts) if parts else ", no penalty"
        )
        if self.lowered:
            words += f"; {self.band.told}: worse than your own usual"
        return words


_ITEMS: Final = ("sleep", "fatigue", "stress", "soreness")


def hooper(check: CheckIn) -> int | None:
    """Sum of the four answers (Hooper & Mackinnon 1995), 4-28, lower is better; None where one is missing."""
    answers = (check.sleep, check.fatigue, check.stress, check.soreness)
    known = [answer for answer in answers if answer is not None]
    return sum(known) if len(known) == len(answers) else None


def sleep_penalty(hours: float | None) -> int:
    """Points taken for a short night: 5 for each hour begun below 7, at most 15 (7.2)."""
    if hours is None:
        return 0
    missing = max(0.0, choices.SLEEP_7_2_ENOUGH_HOURS - hours)
    # Rounded first, so that minutes divided by sixty never begin an hour of their own.
    return min(choices.SLEEP_7_2_MOST, choices.SLEEP_7_2_POINTS_AN_HOUR * ceil(round(missing, 6)))


def pulse_penalty(rise: float | None) -> int:
    """Points taken for a resting pulse above the own median, by beats per minute (7.2)."""
    if rise is None:
        return 0
    return next((points for beats, points in choices.PULSE_7_2_STEPS if rise >= beats), 0)


def pulse_rise(check: CheckIn, history: Sequence[CheckIn]) -> float | None:
    """Resting pulse over the median of the 14 days before; None with fewer than 7 readings (7.2)."""
    since = check.day - timedelta(days=choices.PULSE_7_2_DAYS)
    readings = [c.resting_hr for c in _between(history, since, check.day) if c.resting_hr is not None]
    if check.resting_hr is None or len(readings) < choices.PULSE_7_2_READINGS:
        return None
    return check.resting_hr - median(readings)


def baseline_z(check: CheckIn, history: Sequence[CheckIn]) -> float | None:
    """The Hooper sum against the own 28 days before, in standard deviations of at least 1 (7.2)."""
    since = check.day - timedelta(days=choices.BASELINE_7_2_DAYS)
    sums = [total for c in _between(history, since, check.day) if (total := hooper(c)) is not None]
    own = hooper(check)
    if own is None or len(sums) < choices.BASELINE_7_2_ENTRIES:
        return None
    return (own - mean(sums)) / max(choices.BASELINE_7_2_LEAST_SD, spread(sums))


def readiness_score(check: CheckIn, history: Sequence[CheckIn] = ()) -> int | None:
    """The score of a morning alone (7.2); `history` may hold any days. None without all four."""
    total = hooper(check)
    if total is None:
        return None
    hours = None if check.slept_minutes is None else check.slept_minutes / 60
    return _score(total, sleep_penalty(hours) + pulse_penalty(pulse_rise(check, history)))


def _score(total: int, taken: int) -> int:
    return max(0, min(100, half_up(100 * (28 - total) / 24 - taken)))


def readiness(check: CheckIn, history: Sequence[CheckIn] = ()) -> Readiness | None:
    """Score and band of a morning (7.2); `history` may hold any days. None without all four."""
    total = hooper(check)
    if total is None:
        return None
    hours = None if check.slept_minutes is None else check.slept_minutes / 60
    rise = pulse_rise(check, history)
    base = 100 * (28 - total) / 24
    short, fast = sleep_penalty(hours), pulse_penalty(rise)
    score = _score(total, short + fast)
    z = baseline_z(check, history)
    steps = 0 if z is None else next((n for over, n in choices.BASELINE_7_2_STEPS if z >= over), 0)
    band = band_of(score)
    return Readiness(
        score=score,
        band=band.lowered(steps),
        hooper=total,
        base=base,
        sleep_penalty=short,
        pulse_penalty=fast,
        pulse_rise=rise,
        z=z,
        lowered=band.lowered(steps) - band,
        taken=_taken(check, hours, rise, short, fast),
    )


def band_of(score: int) -> Band:
    """The band of a score before the own baseline is looked at (7.2)."""
    if score >= choices.BAND_7_2_GO:
        return Band.GO
    if score >= choices.BAND_7_2_REDUCE:
        return Band.REDUCE
    return Band.SWAP if score >= choices.BAND_7_2_SWAP else Band.REST


def _taken(
    check: CheckIn, hours: float | None, rise: float | None, short: int, fast: int
) -> tuple[Taken, ...]:
    answers = (check.sleep, check.fatigue, check.stress, check.soreness)
    taken = [
        Taken(item=item, answer=str(answer), points=100 * ((answer or 1) - 1) / 24)
        for item, answer in zip(_ITEMS, answers, strict=True)
    ]
    if hours is not None:
        taken.append(Taken(item="hours slept", answer=f"{hours:.1f} h", points=short))
    if rise is not None:
        taken.append(Taken(item="pulse", answer=f"{rise:+.0f}", points=fast))
    return tuple(sorted((t for t in taken if t.points > 0), key=lambda t: -t.points))


def median(values: Sequence[float]) -> float:
    """The middle one of the values given, or the mean of the middle two."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _between(history: Sequence[CheckIn], since: date, before: date) -> list[CheckIn]:
    return [check for check in history if since <= check.day < before]
