from __future__ import annotations

import pytest

from hybrid_tui.coach import maxes
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.store import journal
from tests.coach.evening import Evening

BY_PERCENT = """# Percent
weeks: 1

## day 1  Squat
back squat 3x5 80%
"""


@pytest.fixture
def evening() -> Evening:
    made = Evening()
    made.follow(BY_PERCENT)
    return made


def keep(evening: Evening, text: str) -> str:
    return maxes.keep(evening.store, evening.library, evening.now, evening.spot("Back squat"), text).words


def known(evening: Evening) -> list[str]:
    found = maxes.of_lift(evening.store, evening.library, evening.now, evening.spot("Back squat"))
    return [each.title for each in found]


def test_the_training_maximum_moves_the_loads_and_keeps_its_history(evening: Evening) -> None:
    keep(evening, "140kg")
    assert evening.block("Back squat").load_text in ("110 kg", "112.5 kg")
    keep(evening, "100")
    assert evening.block("Back squat").load_text == "80 kg"
    assert known(evening) == ["100kg", "140kg"]
    assert keep(evening, "") == "Took back 100kg; 140kg holds again"
    journal.undo(evening.store)
    assert known(evening) == ["100kg", "140kg"]


def test_pounds_stay_as_typed_and_nonsense_points_at_itself(evening: Evening) -> None:
    keep(evening, "310 lb".replace(" ", ""))
    assert known(evening) == ["310lb"]
    for text in ("bw", "heavy", "-5kg", "99999"):
        with pytest.raises(NotationError):
            keep(evening, text)
