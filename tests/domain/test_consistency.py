"""Twelve weeks in one line, and the sentence that explains it."""

from datetime import date, timedelta

from hybrid_tui.domain.consistency import Consistency, Kept, WeekDone, last_weeks

FIRST = date(2026, 9, 7)


def weeks(*facts: WeekDone) -> Consistency:
    return last_weeks(facts)


def week(asked: int, done: int, **more: object) -> WeekDone:
    return WeekDone(first=FIRST, asked=asked, done=done, **more)  # type: ignore[arg-type]


def test_what_becomes_of_a_week() -> None:
    assert week(3, 3).kept is Kept.DONE
    assert week(4, 3).kept is Kept.MINIMUM
    assert week(3, 3, least=1).kept is Kept.MINIMUM
    assert week(3, 1).kept is Kept.MISSED
    assert week(0, 0, excused=3, reason="ill").kept is Kept.EXCUSED
    assert week(0, 0, paused=True).kept is Kept.EXCUSED
    assert week(0, 0).kept is Kept.NONE
    assert week(3, 1, current=True).kept is Kept.OPEN
    assert week(3, 2, current=True).kept is Kept.MINIMUM
    assert week(2, 2, excused=1).kept is Kept.DONE, "an excused session asks for nothing"


def test_the_sentence() -> None:
    ill = week(0, 0, excused=3, reason="ill")
    found = weeks(week(3, 3), week(3, 3), week(3, 2), week(3, 0), ill, week(3, 3), week(3, 1, current=True))
    assert found.sentence == "4 of 5 weeks kept: 3 whole, 1 at the minimum; 1 missed; 1 excused (ill)."
    assert found.streak == 1, "illness is stepped over, a miss ends it"


def test_the_first_week_and_none_at_all() -> None:
    assert weeks(week(3, 1, current=True)).sentence == "The first week is in hand."
    assert not weeks(week(0, 0)).shown
    assert weeks(week(3, 3, current=True)).sentence == "1 of 1 week kept."


def test_only_twelve_are_looked_at() -> None:
    long = [WeekDone(first=FIRST + timedelta(days=7 * n), asked=3, done=3) for n in range(20)]
    assert weeks(*long).weeks == tuple(long[-12:])
