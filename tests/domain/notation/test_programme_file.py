from __future__ import annotations

import time
from datetime import date

import pytest

from hybrid_tui.domain.notation.errors import ProgrammeErrors
from hybrid_tui.domain.notation.programme_file import FILE_LIMIT, parse_programme
from hybrid_tui.domain.notation.programme_printing import print_programme
from hybrid_tui.domain.workout import Circuit, Remark, SetsLine
from hybrid_tui.domain.written_programme import Race
from tests.domain.notation.test_plan_line import Shelf

WINTER = """\
# Winter Legs
level: intermediate
goal: hybrid
equipment: barbell, rack, dumbbells, box, hill
entry: two runs a week for the last four weeks
weeks: 4, deload 4 -40%, then week 2
about: three days that build legs on the hill and the rest in the rack
race 2027-04-11 10km
// written for a friend

## block legs
warm-up: 3m walk + 1m leg swings
bodyweight squat 2x8
ramp

## mon  Lower body
warm-up: legs
back squat [3,3,4,2]x5-8 @2rir rest 3m  ; double +2.5kg
  & push-up 3x6-15 @2rir  ; double, then swap decline push-up
// slowly now
cool-down: 5m walk

## wed am  Short hills
hill sprint: [4,5,6,3]x(8s @8 hill 5-8% / ~90s walk back)

## wed pm
emom 10m:
  push-up 5
  pull-up 3

## week 3 mon
rest

## week race fri  Sharp
easy run: 20m @easy
"""


def test_a_programme_as_values() -> None:
    programme = parse_programme(WINTER)
    assert (programme.title, programme.level, programme.goal) == ("Winter Legs", "intermediate", "hybrid")
    assert programme.equipment == ("barbell", "rack", "dumbbells", "box", "hill")
    assert (programme.weeks, programme.deloads, programme.then_week) == (4, ((4, 40.0),), 2)
    assert programme.races == (Race(day=date(2027, 4, 11), distance=10, unit="km"),)
    assert programme.remarks == ("written for a friend",)
    assert [block.name for block in programme.blocks] == ["legs"]
    monday, morning, evening, third, race = programme.days
    assert (monday.weekday, monday.title, monday.slot) == (0, "Lower body", "")
    assert isinstance(monday.lines[2], SetsLine)
    assert monday.lines[2].superset
    assert monday.lines[3] == Remark(text="slowly now")
    assert (morning.weekday, morning.slot, evening.slot, evening.title) == (2, "am", "pm", "")
    assert isinstance(evening.lines[0], Circuit)
    assert len(evening.lines[0].lines) == 2
    assert (third.week, third.rest, third.lines) == (3, True, ())
    assert (race.week, race.variant, race.weekday) == (None, "race", 4)


def test_a_programme_in_printed_form_stays_as_it_is() -> None:
    assert print_programme(parse_programme(WINTER)) == WINTER


def test_windows_line_ends_tabs_and_a_byte_order_mark_are_read() -> None:
    text = "\ufeff" + WINTER.replace("\n", "\r\n").replace("  & ", "\t& ")
    assert parse_programme(text) == parse_programme(WINTER)


def test_days_can_be_numbered() -> None:
    programme = parse_programme("# A\n## day 1  Legs\nsquat 3x5\n## Day 2 am\nsquat 3x5\n")
    assert [(day.number, day.weekday, day.slot) for day in programme.days] == [(1, None, ""), (2, None, "am")]


def errors(text: str, names: Shelf | None = None) -> list[tuple[int, int, str]]:
    with pytest.raises(ProgrammeErrors) as caught:
        parse_programme(text, names=names)
    return [(error.line, error.column, error.words()) for error in caught.value.errors]


def test_all_errors_are_said_at_once() -> None:
    found = errors(
        "# A\n"
        "level: expert\n"
        "weeks: 4, deload 5 -40%\n"
        "weeks: 4\n"
        "\n"
        "## mon\n"
        "squat 3x5 80\n"
        "squat [3,4]x5\n"
        "warm-up: arms\n"
        "## someday\n"
        "run: 400m\n"
        "## mon\n"
        "rest\n"
        "squat 3x5\n"
    )
    lines = [line for line, _, _ in found]
    assert lines == [2, 3, 7, 8, 9, 10, 11, 12]
    words = [each for _, _, each in found]
    assert "beginner, intermediate or advanced" in words[0]
    assert "there is no week 5" in words[1]
    assert "a load needs a unit" in words[2]
    assert "a week list has 2 values, the programme 4" in words[3]
    assert "there is no block arms" in words[4]
    assert "names no day and no block" in words[5]
    assert "400mtr" in words[6]
    assert "stands twice" in words[7]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "begins with its title"),
        ("# A\n", 2, "at least one day"),
        ("# A\n# B\n## mon\nrest\n", 2, "one title"),
        ("# A\nfoo: bar\n## mon\nrest\n", 2, "this is no header"),
        ("# A\ngoal: x\ngoal: y\n## mon\nrest\n", 3, "goal stands twice"),
        ("# A\nrace 2027-02-30 10km\n## mon\nrest\n", 2, "no such day"),
        ("# A\nweeks: four\n## mon\nrest\n", 2, "needs a number"),
        ("# A\n## mon\n", 2, "write rest for a rest day"),
        ("# A\n## mon\nrest\nsquat 3x5\n", 3, "rests or trains"),
        ("# A\n## mon\n  squat 3x5\n", 3, "below emom or amrap"),
        ("# A\n## mon\n  & squat 3x5\n", 3, "no line of sets above"),
        ("# A\n## mon\nemom 10m:\n## tue\nrest\n", 3, "the lines of the round are missing"),
        ("# A\n## mon\nemom 10m:\n  ramp\n", 4, "sets and timed steps only"),
        ("# A\nweeks: 2\n## week 3 mon\nrest\n", 3, "there is no week 3"),
        ("# A\n## mon\nrest\n## day 2\nrest\n", 4, "named or numbered"),
        ("# A\n## mon\nrest\n## wed\nrest\n## day 1\nrest\n", 6, "named or numbered"),
        ("# A\nweeks: 4, deload 4 -0%\n## mon\nrest\n", 2, "is not understood"),
        ("# A\n## mon\nrest\nlevel: beginner\n", 4, "headers stand above the first day"),
        ("# A\n## mon\nrest\nrace 2027-04-11 10km\n", 4, "headers stand above the first day"),
        ("# A\nrace 9999-12-31 10km\n## mon\nrest\n", 2, "no such day"),
        ("# A\n## Sunset strides\nrest\n", 2, "names no day and no block"),
        ("# A\n## mon\nsquat 3x5\nramp\n", 2, "no lift follows the ramp"),
        ("# A\n## mon\n" + "squat 3x5\n" * 102, 103, "100 lines at most"),
        ("# A\n## mon\n" + "1000x(1s)\n" * 7, 8, "5000 timed steps at most"),
        ("# A\nweeks: 2\n## mon\n" + "[1,1000]x(1s)\n" * 7, 9, "5000 timed steps at most"),
        ("# A\n## block b\n" + "squat 3x5\n" * 60 + "## mon\nwarm-up: b\ncool-down: b\n", 65, "100 lines"),
        ("# A\n## block b\n" + "1000x(1s)\n" * 3 + "## mon\nwarm-up: b\ncool-down: b\n", 8, "5000 timed"),
        ("# A\n## mon\nemom 10m:\n" + f"  {'squat' + ' 5' * 90}\n" * 12, 14, "2000 characters at most"),
        (f"# {'A' * 101}\n## mon\nrest\n", 1, "100 characters at most"),
        (f"# A\n## mon  {'A' * 101}\nrest\n", 2, "100 characters at most"),
        ("# A\n## block a\nwarm-up: a\n## mon\nrest\n", 3, "calls no other block"),
        ("# A\n## block a\nramp\n## block a\nramp\n## mon\nrest\n", 4, "stands twice"),
        ("# A\n## mon\nsquat\x07 3x5\n", 3, "U+0007"),
    ],
)
def test_what_is_wrong_with_a_file(text: str, line: int, words: str) -> None:
    assert any(each[0] == line and words in each[2] for each in errors(text))


def test_unknown_names_are_errors_with_suggestions() -> None:
    found = errors("# A\n## mon\nsqat 3x5\nsquat 3x5  ; swap frnt squat\n", Shelf())
    assert [(line, column) for line, column, _ in found] == [(3, 1), (4, 19)]
    assert all("did you mean" in words for _, _, words in found)


def test_a_file_beyond_1_mb_is_refused() -> None:
    assert "1 MB" in errors("x" * (FILE_LIMIT + 1))[0][2]


def seconds_for(size: int) -> float:
    lines = ["back squat 4x6-8 80kg @2rir rest 3m  ; double +2.5kg, miss 2: -10%  // a note"]
    lines.append("hill sprint: 8x(12s @8 hill 6-10% / 90s walk) until -8%")
    body = ("\n".join(lines) + "\n") * 45
    text = "# A\nweeks: 52\n" + "".join(f"## week {n} mon\n{body}" for n in range(1, size // len(body) + 1))
    began = time.process_time()
    parse_programme(text)
    return time.process_time() - began


def test_time_grows_with_the_length_and_no_faster() -> None:
    # Ten times the text in at most fifteen times the processor's time; the least of several is without noise.
    small = min(seconds_for(30_000) for _ in range(3))
    assert any(seconds_for(300_000) <= 15 * small for _ in range(3))


def test_a_wrong_line_is_answered_with_the_one_that_was_meant() -> None:
    text = "# Week\nweeks: 1\n\n## mon  Legs\nback squat: 5 x 5 @ 80kg  ; +2.5kg\n8x12s hill / 90s walk\n"
    with pytest.raises(ProgrammeErrors) as caught:
        parse_programme(text)
    first, second = caught.value.errors
    assert (first.line, first.instead) == (5, "back squat 5x5 80kg  ; +2.5kg")
    assert (second.line, second.instead) == (6, "8x(12s hill / 90s walk)")
