"""A weighed session: the check values of drinking, and how it is typed."""

import pytest

from hybrid_tui.domain.drinking import WeighedSession, before_words, read_weighed
from hybrid_tui.domain.notation.errors import NotationError


def test_the_check_values() -> None:
    session = read_weighed("70 69.3 drunk 0.5 1h")
    assert session == WeighedSession(before=70, after=69.3, drunk=0.5, hours=1)
    assert session.lines == (
        "Lost 1.0 % of body mass; under 2 % is fine",
        "Sweat 1.2 l an hour",
        "Drink back 1.05 l over the next hours, with food and salt",
        "Before: 350-490 ml about four hours ahead",
    )
    assert before_words(70) == "Before: 350-490 ml about four hours ahead"


def test_units_and_order() -> None:
    pounds = read_weighed("154.3 152.8 500ml 60m", lb=True)
    assert (pounds.before, pounds.after) == pytest.approx((69.99, 69.31), abs=0.01)
    assert (pounds.drunk, pounds.hours) == (0.5, 1)
    assert read_weighed("70 69.3 0.5 1h") == read_weighed("70 69.3 drunk 0.5 1h")
    assert read_weighed("70kg 69kg urine 0.2 drunk 1").urine == 0.2


def test_warnings_come_first() -> None:
    assert WeighedSession(before=70, after=68).lines[0].startswith("Over 2 %")
    gained = WeighedSession(before=70, after=70.5, drunk=2, hours=1).lines
    assert gained[0].startswith("Heavier than before")
    assert not any("Drink back" in line or "Lost" in line for line in gained)


@pytest.mark.parametrize("text", ["1h30", "1:30", "1.5h", "90m", "1h30m"])
def test_hours_as_they_are_written(text: str) -> None:
    assert read_weighed(f"70 69.3 {text}").hours == 1.5


@pytest.mark.parametrize(
    ("text", "column"), [("70", 3), ("70 nine", 4), ("70 5", 4), ("70 69 99h", 7), ("", 1)]
)
def test_what_cannot_be_read(text: str, column: int) -> None:
    with pytest.raises(NotationError) as found:
        read_weighed(text)
    assert found.value.column == column
