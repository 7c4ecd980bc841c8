from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.catalogue import read_catalogue
from hybrid_tui.domain.flatten import in_week, timed_steps
from hybrid_tui.domain.notation.amounts import read_duration
from hybrid_tui.domain.notation.brackets import size
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.log_entries import LogEntry
from hybrid_tui.domain.notation.log_line import parse_log
from hybrid_tui.domain.notation.log_printing import print_log
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.notation.printing import format_duration, print_line
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.notation.programme_printing import print_programme
from hybrid_tui.domain.notation.source import Token, read_line
from hybrid_tui.domain.notation.timed import parse_timed
from hybrid_tui.domain.workout import PlanLine, TimedLine
from hybrid_tui.domain.written_programme import Programme
from tests.domain.notation import strategies as values

DATA = Path(__file__).parents[3] / "data"


@settings(max_examples=50, deadline=None)
@given(values.lone_lines)
def test_a_printed_line_reads_as_the_same_value(line: PlanLine) -> None:
    text = print_line(line)
    again = parse_plan_line(text)
    assert again == line
    assert print_line(again) == text


@settings(max_examples=50, deadline=None)
@given(values.calls)
def test_a_printed_call_reads_as_the_same_value(line: PlanLine) -> None:
    assert parse_plan_line(print_line(line)) == line


@settings(max_examples=30, deadline=None)
@given(values.programmes())
def test_a_printed_programme_reads_as_the_same_value(programme: Programme) -> None:
    text = print_programme(programme)
    assert parse_programme(text) == programme


@settings(max_examples=50, deadline=None)
@given(values.log_entries)
def test_a_printed_log_entry_reads_as_the_same_value(entry: LogEntry) -> None:
    assert parse_log(print_log(entry)) == (entry,)


@given(st.integers(0, 90_000_000))
def test_a_printed_duration_reads_as_the_same_time(milliseconds: int) -> None:
    text = format_duration(milliseconds / 1000)
    token = Token(text, 0, len(text), text)
    read = read_duration(read_line(text), token)
    assert read == pytest.approx(milliseconds / 1000, abs=1e-6)


@settings(max_examples=50, deadline=None)
@given(values.timed_lines, st.integers(1, 5))
def test_the_size_of_a_line_is_that_of_its_steps(line: TimedLine, week: int) -> None:
    plain = in_week(line, week)
    laid = timed_steps(line, week)
    count, seconds = size(plain.steps)
    by_pace = [each for each in laid if each.effort and "/km" in each.effort and each.metres]
    assert len(laid) == count
    if not by_pace:
        assert sum(each.seconds or 0 for each in laid) == pytest.approx(seconds)


PROGRAMMES = sorted(DATA.glob("programmes/*.txt"))
TIMERS = sorted(DATA.glob("timers/*.txt"))


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_shipped_programmes_are_in_printed_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert print_programme(parse_programme(text)) == text


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_shipped_programmes_know_all_their_names(path: Path) -> None:
    names = read_catalogue((DATA / "exercises.toml").read_text(encoding="utf-8"))
    programme = parse_programme(path.read_text(encoding="utf-8"), names=names)
    assert parse_programme(print_programme(programme), names=names) == programme


@pytest.mark.parametrize("path", TIMERS, ids=lambda path: path.stem)
def test_shipped_timers_are_in_printed_form(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    remarks = [each for each in lines if each.startswith("//")]
    assert [print_line(parse_plan_line(each)) for each in remarks] == remarks
    text = "\n".join(lines[len(remarks) :])
    assert print_line(parse_timed(text)) == text


def test_a_run_takes_no_lifts_place() -> None:
    names = read_catalogue((DATA / "exercises.toml").read_text(encoding="utf-8"))
    with pytest.raises(NotationError, match="is a run") as caught:
        parse_plan_line("back squat 3x5  ; double +2.5kg, then swap easy run", names=names)
    assert caught.value.column == 44
    assert parse_plan_line("easy run: 30m  ; swap trail run", names=names)
