"""The table of rules as a whole: shipped weeks keep them, a mend never makes it worse."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.interference.findings import Severity
from hybrid_tui.domain.interference.rules import RULES, check_week, moved
from hybrid_tui.domain.training import TrainingDay, TrainingSession
from tests.domain.interference.weeks_of import check, ids, week
from tests.domain.plans import FOLDER, MONDAY, sketch

LINES = (
    "hill sprint: 6x(10s @9 hill 8% / 2m walk)",
    "back squat 5x5",
    "long run: 70m @4",
    "tempo run: 20m @7",
    "bench press 3x5",
    "box jump 3x5",
    "easy run: 30m @easy",
)


NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("name", NAMES)
def test_shipped_weeks_break_no_rule(name: str, number: int) -> None:
    found = [f for f in check(sketch(name), number) if f.severity >= Severity.WARN]
    assert found == []


def test_a_move_is_offered_that_clears_the_fault() -> None:
    days = week(
        {
            0: [["back squat 5x5"]],
            1: [["hill sprint: 6x(10s @9 hill 8% / 2m walk)"]],
            4: [["bench press 3x5"]],
        }
    )
    found = check_week(days, MONDAY)
    first = next(f for f in found if f.id == "CT-03")
    assert first.move_to == MONDAY + timedelta(days=2)
    assert first.mend == "move Tue to Wed"
    mended = moved(days, first.day, first.move_to)
    assert not {"CT-02", "CT-03"} & ids(check_week(mended, MONDAY))


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.integers(0, 6), st.sampled_from(LINES), max_size=7))
def test_a_mend_never_makes_it_worse(plan: dict[int, str]) -> None:
    days = week({offset: [[line]] for offset, line in plan.items()})
    before = check_week(days, MONDAY)
    for finding in before:
        if finding.move_to is not None:
            after = check_week(moved(days, finding.day, finding.move_to), MONDAY, mend=False)
            assert len([f for f in after if f.severity is Severity.BLOCK]) <= len(
                [f for f in before if f.severity is Severity.BLOCK]
            )
            assert finding.id not in {f.id for f in after}


def test_an_empty_week_is_quiet() -> None:
    assert check_week(week({}), MONDAY) == ()
    assert check_week((), MONDAY) == ()


def test_what_is_done_is_never_moved() -> None:
    done = TrainingSession(name="x", done=True)
    days = (
        TrainingDay(date=MONDAY, sessions=(done,)),
        TrainingDay(date=MONDAY + timedelta(days=1)),
    )
    assert moved(days, MONDAY, MONDAY + timedelta(days=1)) == days


def test_the_table_names_each_rule_once() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert {f"CT-{n:02d}" for n in range(1, 33)} <= {r.id for r in RULES}
