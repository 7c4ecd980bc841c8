"""A further exercise: where it stands in the session."""

from __future__ import annotations

from hybrid_tui.coach import blocks, lifting
from hybrid_tui.store import journal
from tests.coach.evening import Evening

WARM_AND_COOL = """# Whole
weeks: 1

## day 1  Press
warm-up: 5m walk
bench press 1x6 60kg
cool-down: 3m walk
cool-down: 5m stretch
"""


def test_what_is_added_stands_before_the_cool_down_that_is_still_to_do() -> None:
    evening = Evening()
    evening.follow(WARM_AND_COOL)

    def add(text: str) -> list[str]:
        blocks.add_exercise(evening.store, evening.library, evening.now, evening.spot("Bench press"), text)
        return [block.name for block in evening.sheet().blocks]

    before = [block.name for block in evening.sheet().blocks]
    added = ["Warm-up", "Bench press", "Plank", *before[2:]]
    assert add("plank 1x30s") == added
    assert journal.undo(evening.store)
    assert [block.name for block in evening.sheet().blocks] == before
    assert journal.redo(evening.store)
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Plank"))
    for _ in range(2):
        waiting = next(
            each for each in evening.sheet().blocks if each.part == "cool-down" and not each.finished
        )
        spot = evening.spot("Plank")._replace(block=waiting.position)
        blocks.tick_timed(evening.store, evening.library, evening.now, spot)
    assert add("face pull 1x12 10kg") == [*added, "Face pull"]
