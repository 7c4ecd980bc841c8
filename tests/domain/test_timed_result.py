from __future__ import annotations

import pytest

from hybrid_tui.coach.library import Library
from hybrid_tui.domain.plates import KG_RACK, LB_RACK
from hybrid_tui.domain.record import BlockRecord, IntervalRecord
from hybrid_tui.domain.set_record import BlockStatus
from hybrid_tui.domain.sheet_blocks import from_record


def run(line: str, *steps: tuple[float | None, float | None], rack: object = KG_RACK) -> tuple[str, str]:
    """What the sheet says of a run that was done: what was asked, and the result."""
    done = tuple(
        IntervalRecord(
            id=str(place),
            block_id="b",
            position=place,
            label="",
            kind="work",
            ends="time",
            seconds=seconds,
            metres=metres,
        )
        for place, (seconds, metres) in enumerate(steps)
    )
    block = BlockRecord(
        id="b", session_id="s", position=0, line=line, name="easy run", exercise="easy_run", timed=True,
        status=BlockStatus.DONE, intervals=done,
    )  # fmt: skip
    row = from_record(block, Library().catalogue, LB_RACK if rack is LB_RACK else KG_RACK)
    return row.sets_text, row.change


@pytest.mark.parametrize(
    ("line", "steps", "told"),
    [
        ("easy run: 30m 5km", [(1800, 5000)], ("5 km", "30:00  6:00/km")),
        ("easy run: 40m", [(2400, 7200)], ("40 min", "7.2 km  40:00  5:33/km")),
        ("easy run: 40m", [(2400, None)], ("40 min", "40:00")),
        ("easy run: 5km", [(None, 5000)], ("5 km", "done")),
        ("easy run: 400mtr", [(80, 400)], ("400 m", "1:20")),
        ("easy run: 2x(1km / 1m)", [(240, 1000), (245, 1000)], ("2 × 1 km, rest", "2 of 2")),
    ],
)
def test_a_run_is_told_with_distance_time_and_pace(
    line: str, steps: list[tuple[float | None, float | None]], told: tuple[str, str]
) -> None:
    assert run(line, *steps) == told


def test_miles_where_pounds_were_chosen() -> None:
    assert run("easy run: 30m 3mi", (1800, 3 * 1609.344), rack=LB_RACK) == ("3 mi", "30:00  10:00/mi")
    assert run("easy run: 40m", (2400, 5 * 1609.344), rack=LB_RACK) == ("40 min", "5 mi  40:00  8:00/mi")
