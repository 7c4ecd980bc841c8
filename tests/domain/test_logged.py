from __future__ import annotations

import pytest
from hypothesis import given, settings

from hybrid_tui.domain.flatten import in_week, timed_steps
from hybrid_tui.domain.logged import kind_of, minutes_of, name_of, sets_done, steps_done
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.log_entries import LoggedSets, LoggedSteps
from hybrid_tui.domain.notation.log_line import parse_log
from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.domain.set_record import SessionKind
from hybrid_tui.domain.workout import TimedLine
from tests.domain.notation.strategies import timed_lines
from tests.domain.sessions import CATALOGUE, sets


def steps(text: str) -> LoggedSteps:
    (entry,) = parse_log(text, names=CATALOGUE)
    assert isinstance(entry, LoggedSteps)
    return entry


def run_block(text: str) -> BlockRecord:
    entry = steps(text)
    return BlockRecord(
        id="b",
        session_id="s",
        position=0,
        line=text,
        name=name_of(entry),
        exercise=entry.line.exercise,
        timed=True,
        intervals=steps_done(entry),
    )


@given(timed_lines)
@settings(max_examples=40, deadline=None)
def test_every_step_of_a_line_is_one_interval(line: TimedLine) -> None:
    # A log holds no week lists; the numbers of one week stand in their place.
    asked = timed_steps(line)
    done = steps_done(LoggedSteps(line=in_week(line, 1)))
    assert [(each.label, each.seconds, each.kind) for each in done] == [
        (each.label, each.seconds, each.kind.value) for each in asked
    ]


@pytest.mark.parametrize(
    "text",
    [
        "40mtr hill in 7.9s",
        "2x(40mtr hill / 3m walk) in 7.9s 8s",
        "2x(40mtr hill + 3m walk) in 7.9s 8s",
        "5m @easy + 2x(40mtr hill / 3m walk) + 5m @easy in 7.9s 8s",
        "1x(2x(40mtr hill / 3m walk) / 5m walk) in 7.9s 8s",
        "1x(40mtr / 1m) + 1x(40mtr / 1m) in 7.9s 8s",
    ],
)
def test_times_stand_on_the_first_step_of_each_repeat(text: str) -> None:
    entry = steps(text)
    found = [each.seconds for each in steps_done(entry) if each.metres is not None]
    assert tuple(found) == entry.times


def test_a_time_that_was_taken_stands_beside_the_one_asked() -> None:
    first, *_ = steps_done(steps("2x(12s hill / 90s walk) in 11.4s 12.2s"))
    assert (first.seconds, first.planned_seconds) == (11.4, 12)


def test_minutes_need_every_step() -> None:
    assert minutes_of(steps_done(steps("2x(30s hill / 1m walk)"))) == 2
    assert minutes_of(steps_done(steps("2x(40mtr hill / 1m walk)"))) is None
    assert minutes_of(()) is None


def test_a_run_without_a_name_has_that_of_its_first_step() -> None:
    assert name_of(steps("30m walk")) == "walk"
    assert name_of(steps("easy run: 30m")) == "easy run"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["easy run: 30m"], SessionKind.RUN),
        (["30m @easy"], SessionKind.RUN),
        (["30m walk"], SessionKind.RECOVERY),
        (["30m walk", "easy run: 30m"], SessionKind.RUN),
    ],
)
def test_the_kind_of_runs(lines: list[str], kind: SessionKind) -> None:
    assert kind_of([run_block(line) for line in lines], CATALOGUE) is kind


def test_the_kind_of_sets() -> None:
    squat, jump, plank = sets("back_squat", 5), sets("box_jump", 5), sets("plank", 1)
    run = run_block("easy run: 30m")
    assert kind_of([squat], CATALOGUE) is SessionKind.LIFT
    assert kind_of([jump], CATALOGUE) is SessionKind.JUMP
    assert kind_of([plank], CATALOGUE) is SessionKind.LIFT
    assert kind_of([plank, run], CATALOGUE) is SessionKind.RUN
    assert kind_of([squat, run], CATALOGUE) is SessionKind.MIXED
    assert kind_of([squat, jump], CATALOGUE) is SessionKind.MIXED


@pytest.mark.parametrize(
    "text", ["back squat 5x5 80kg", "pull-up bw+10kg 5 4@9", "plank 45s", "sled push 20mtr 60kg"]
)
def test_sets_hold_exactly_one_measure(text: str) -> None:
    (entry,) = parse_log(text, names=CATALOGUE)
    assert isinstance(entry, LoggedSets)
    for done in sets_done(entry.line, CATALOGUE):
        assert [done.reps, done.seconds, done.metres].count(None) == 2


def test_a_time_for_every_repeat_or_none() -> None:
    with pytest.raises(NotationError, match="3 times for 2 repeats"):
        steps("2x(40mtr hill / 3m walk) in 7s 8s 9s")
