from __future__ import annotations

import pytest

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.log_entries import (
    LoggedMaximum,
    LoggedProtein,
    LoggedRest,
    LoggedSession,
    LoggedSets,
    LoggedSleep,
    LoggedSoreness,
    LoggedSteps,
    LoggedWeight,
)
from hybrid_tui.domain.notation.log_line import parse_log
from hybrid_tui.domain.notation.log_printing import print_log
from hybrid_tui.domain.workout import Load
from tests.domain.notation.test_plan_line import Shelf

LINES = [
    ("back squat 82.5kg 6 6 6 5 @8", "back squat 6,6,6,5 82.5kg @8"),
    ("back squat 80kg 5 + 85kg 3", "back squat 5 80kg + 3 85kg"),
    ("bench press 5x5 80kg", "bench press 5x5 80kg"),
    ("pull-up bw+10kg 5 5 4", "pull-up 5,5,4 bw+10kg"),
    ("plank 45s 40s", "plank 45s,40s"),
    (
        "hill sprint: 7x(12s @max hill 8% / 90s walk)  rpe 8",
        "hill sprint: 7x(12s @max hill 8% / 90s walk)  rpe 8",
    ),
    (
        "hill sprint: 4x(40mtr hill / 3m walk) in 7.9s 7.7s 7.8s 8.3s",
        "hill sprint: 4x(40mtr hill / 3m walk) in 7.9s 7.7s 7.8s 8.3s",
    ),
    ("easy run: 40m 7.2km  rpe 4  // rain", "easy run: 40m 7.2km  rpe 4  // rain"),
    ("easy run: 7,2km 40m walk in woods rpe 4", "easy run: 40m 7.2km walk in woods  rpe 4"),
    ("session 68m rpe 7", "session 1h08 rpe 7"),
    ("session rpe 7", "session rpe 7"),
    ("slept 7h30", "slept 7h30"),
    ("weight 74,2kg", "weight 74.2kg"),
    ("protein 30g lunch: 2 eggs", "protein 30g lunch: 2 eggs"),
    ("sore hip flexors 2", "sore hip flexors 2"),
    ("tm back squat 140kg", "tm back squat 140kg"),
    ("rest", "rest"),
]


@pytest.mark.parametrize(("text", "printed"), LINES)
def test_log_lines_are_read_and_printed(text: str, printed: str) -> None:
    (entry,) = parse_log(text)
    assert print_log(entry) == printed
    assert parse_log(printed) == (entry,)


def test_several_lines_are_parted_by_semicolons_and_newlines() -> None:
    entries = parse_log(
        "session 68m rpe 7; slept 7h30\n\nweight 74.2kg // dry; really\r\nrest;\n// nothing\n"
    )
    assert [type(entry) for entry in entries] == [LoggedSession, LoggedSleep, LoggedWeight, LoggedRest]
    assert entries[2] == LoggedWeight(value=74.2, unit="kg", comment="dry; really")


def test_entries_as_values() -> None:
    text = "squat 5x5 80kg\neasy run: 40m rpe 4\nprotein 30g lunch\nsore quads 2\ntm squat 140kg"
    sets, run, protein, sore, maximum = parse_log(text, names=RunsToo())
    assert isinstance(sets, LoggedSets)
    assert sets.line.exercise == "back_squat"
    assert isinstance(run, LoggedSteps)
    assert run.rpe == 4
    assert protein == LoggedProtein(grams=30, words="lunch")
    assert sore == LoggedSoreness(muscle="quads", value=2)
    assert maximum == LoggedMaximum(name="back squat", exercise="back_squat", load=Load(value=140, unit="kg"))


class RunsToo(Shelf):
    """A catalogue that knows an easy run as well."""

    def find(self, name: str) -> str | None:
        return "easy_run" if name == "easy run" else super().find(name)

    def title(self, id: str) -> str:
        return "Easy run" if id == "easy_run" else super().title(id)


BAD = [
    ("squat 5x5 80kg ; double +2.5kg", 1, 18, "the rule «double +2.5kg» belongs in a plan"),
    ("squat 5x5 80kg ; +2.5kg", 1, 18, "belongs in a plan"),
    ("slept 7h30\nsquat 5x5 80", 2, 11, "a load needs a unit, 80kg"),
    ("slept 7h30; squat 5x5 80", 1, 23, "a load needs a unit, 80kg"),
    ("squat 6-8 80kg", 1, 7, "belongs in a plan"),
    ("squat 5+ 80kg", 1, 7, "belongs in a plan"),
    ("squat 5 75%", 1, 9, "write the load: 80kg"),
    ("squat [5,6] 80kg", 1, 1, "a week list belongs in a plan"),
    ("squat 5 80kg rpe 8", 1, 1, "write @8"),
    ("run: 4x(40mtr / 3m) in 7.9s", 1, 21, "1 times for 4 repeats"),
    ("run: 4x(40mtr / 3m", 1, 19, "the bracket opened at column 8 is not closed"),
    ("run: 40m rpe 11", 1, 10, "rpe needs a number"),
    ("slept", 1, 1, "slept 7h30"),
    ("slept 400m", 1, 7, "6h40"),
    ("weight 74", 1, 1, "kg or lb"),
    ("protein lunch", 1, 1, "protein 30g lunch"),
    ("sore quads", 1, 1, "from 0 to 10"),
    ("tm squat", 1, 1, "tm back squat 140kg"),
    ("session", 1, 1, "session 68m rpe 7"),
    ("session 68m hard", 1, 13, "// hard"),
    ("emom 10m: push-up 5", 1, 1, "sets or steps"),
    ("", 1, 1, "nothing to log"),
]


@pytest.mark.parametrize(("text", "line", "column", "words"), BAD)
def test_bad_log_lines_are_answered_with_place_and_hint(
    text: str, line: int, column: int, words: str
) -> None:
    with pytest.raises(NotationError) as caught:
        parse_log(text)
    error = caught.value
    assert words in error.words()
    assert (error.line, error.column) == (line, column)
