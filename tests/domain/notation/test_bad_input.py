from __future__ import annotations

import pytest

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.notation.timed import parse_timed
from tests.domain.notation.test_plan_line import Shelf

BAD = [
    ("8x(12s hill / 90m", 18, "the bracket opened at column 3 is not closed; add )"),
    ("2x(8x(12s / 90s) / 3m", 22, "the bracket opened at column 3 is not closed"),
    ("8x(12s hill / 90m  // soon", 18, "add )"),
    ("8x(12s / 90s))", 14, "no bracket to close"),
    ("leg press 45 3x10", 11, 'if 45 belongs to the name, quote it: "leg press 45" 3x10'),
    ("bench press: 3x5", 12, "no colon before sets: bench press 3x5"),
    ("bench press 5 65,75,85%", 15, "join groups with +: 5 65% + 5 75% + 5 85%"),
    ("bench press 5+5", 14, "spaces around +: 5 + 5"),
    ("8*(12s / 90s)", 2, "write 8x("),
    ("pull-up 5 5 bw + 10kg", 16, "no spaces: bw+10kg"),
    ("pull-up 5 5 bw - 20kg", 16, ""),
    ("back squat 5x5@80", 15, "80 is no effort; efforts are 1 to 10; a load needs a unit, 80kg"),
    ("back squat 5x5 @80", 16, "a load needs a unit, 80kg"),
    ("8x(12s hill 90s walk)", 13, "two durations in one step; put / or + between"),
    ("400m", 1, "400mtr for metres or 6h40 for minutes"),
    ("easy run: 400m", 11, "400mtr"),
    ("2m5 walk", 1, "2m05 or 2m50"),
    ("1h5", 1, "1h05 or 1h50"),
    ("back squat 60,70kg 5", 12, "60.70kg for one load, or join groups with +: 5 60kg + 5 70kg"),
    ("back squat 82,55kg 5", 12, "two ways"),
    ("back squat 5x5@8,5", 15, "write @8.5"),
    ("back squat @8,5 5", 12, "@8.5"),
    ("back squat 5,5 5", 16, "commas or spaces, not both"),
    ("back squat 5x5 80", 16, "a load needs a unit, 80kg"),
    ("back squat 82.5 5 5", 12, "a load needs a unit, 82.5kg"),
    ("back squat 80kg 5 85kg 5", 19, "join groups with +"),
    ("back squat", 11, "the sets are missing; back squat 3x8"),
    ("back squat 80kg", 12, "the sets are missing"),
    ("5x5 80kg", 1, "begins with a name"),
    ("12 hill", 1, "12 has no unit; write 12s or 12m"),
    ("8 x (12s / 90s)", 1, "no spaces: 8x("),
    ("8x(12 hill / 90s)", 4, "12 has no unit"),
    ("8x(12s/90s)", 7, "spaces around + and /"),
    ("(12s / 90s)", 1, "a bracket needs a count"),
    ("12s (10s / 5s)", 5, "a bracket needs a count"),
    ("8x(12s / 90s / 10s)", 14, "only one / stands in a bracket"),
    ("12s / 90s", 5, "stands inside a bracket"),
    ("8x(12s / )", 10, "a step is missing"),
    ("8x()", 4, "a step is missing"),
    ("8m +", 5, "a step is missing"),
    ("8x(12s / 90s) 3m", 15, "stands alone after a bracket"),
    ("8x(12s / 90s walk until -8%)", 19, "until belongs to a bracket"),
    ("8x(12s / 90s) until 8%", 15, "until -8%"),
    ("walk slowly 8x(12s)", 1, ""),
    ("easy run: walk", 11, "a step needs a length"),
    ("12s @8 @9", 8, "one effort"),
    ("12s @11", 5, "11 is no effort"),
    ("12s @fast", 5, "write @8, @2rir, @easy"),
    ("12s @[7,8]", 5, "write @[7,8]rir"),
    ("[4,5]km", 1, "a week list does not go with km"),
    ("[4,5]x([8,9,10]s / 90s)", 1, "2 and 3 values"),
    ("12s hill stairs", 10, "hill or stairs, not both"),
    ("12s hill -8%", 10, "until stands after the closing bracket"),
    ("12s climb", 5, "climb 120mtr"),
    ("10m ~5m", 5, "not both"),
    ("10m 2km", 5, "two lengths in one step"),
    ("12s 80kg", 5, "80kg is a load"),
    ("12s [4,5", 5, "add ]"),
    ('"leg press 3x10', 16, 'add "'),
    ("bench press (barbell) 3x5", 13, 'quote a name with signs: "Bench Press (Barbell)" 3x5'),
    ("squat 3x8-6", 7, "from less to more"),
    ("squat 0x5", 7, "sets are whole numbers"),
    ("squat 3x5 rest", 11, ""),
    ("squat 3x5 -10kg", 11, "bw-10kg or 10kg"),
    ("pull-up 5 bw10kg", 11, "bw+10kg or bw-10kg"),
    ("squat 3x5 ;", 11, "no rule stands after the semicolon"),
    ("squat 3x5 ; faster", 13, "faster is no rule"),
    ("squat 3x5 ; +2.5", 13, "kg lb rep set s m mtr km or %"),
    ("squat 3x5 ; +2.5kg to 10lb", 23, "another unit"),
    ("run: 10m ; +2.5kg", 12, "kg changes nothing on a timed line"),
    ("squat 3x5 ; miss 2", 13, "miss 2: -10%"),
    ("squat 3x5 ; then hold", 13, "nothing stands before then"),
    ("squat 3x5 ; double,", 20, "a part of the rule is missing"),
    ("squat 3x5 ; swap", 13, "swap needs a name"),
    ("ramp ; hold", 8, "no rule belongs"),
    ("", 1, "there is nothing here"),
    ("emom 10m", 9, "a colon ends emom"),
    ("emom long: push-up 5", 6, "no length"),
    ("&", 2, "a line of sets is missing"),
    ('a"b: 8m walk', 2, "quotes stand around the whole name"),
    ("squat 3x5 deep", 11, "// deep"),
    ("squat\u202e 3x5", 6, "U+202E"),
    ("squat\x1b[31m 3x5", 6, "U+001B"),
    ("squat 3x5 // a\u2066b", 15, "U+2066"),
    ("8m walk!", 4, "walk! is not understood"),
    ("10m @max", 1, "3 minutes at most"),
    ("25h", 1, "24 hours"),
    ("2000x(10m)", 1, "24 hours"),
    ("1500x(1s / 1s)", 1, "2000 steps at most"),
    ("2001x(1s)", 1, "from 1 to 2000"),
    ("[4,2000]x(1s / 1s)", 1, "2000 steps"),
    ("2x(2x(2x(2x(2x(1s)))))", 15, "at most 4 deep"),
    ("squat " + "5 " * 260, 501, "500 characters"),
    ("squat 3x5 -100%", 11, "below 100%"),
    ("squat 3x5 -10%", 11, "the first group has nothing above it"),
    ("pull-up 3x5 bw-1001kg", 13, "assistance takes at most 1000 off"),
    ("squat 3x5 rest 61m", 11, "1 hour at most"),
    ("plank 3x25h", 7, "24 hours at most"),
    ("plank 3x1-90000s", 7, "24 hours at most"),
    ("squat 101x5", 7, "100 sets at most"),
    ("squat 60x5 + 41x5", 7, "100 sets at most"),
    ("squat [4,101]x5", 7, "100 sets at most"),
    ("squat 3x5 ; +0.5rep", 13, "whole"),
    ("squat 3x5 ; +1set to 4.5set", 22, "whole"),
    ("squat 3x5 ; +2001kg", 13, "2000kg at most"),
    ("run: 10m ; +25h", 12, "24 hours at most"),
    ("squat 3x5 ; +2,5kg", 13, "a comma parts rules: write +2.5kg"),
    ("10km climb 1001km", 12, "1000km at most"),
    ("1001km", 1, "1000km at most"),
    ("carry 3x1500km", 7, "1000km at most"),
    ("1,500mtr", 1, "write 1.5mtr or 1500mtr"),
    ("12s " + "la " * 40, 5, "100 characters at most"),
    ("la " * 40 + "3x5", 1, "100 characters at most"),
    ("la " * 40 + ": 10m", 1, "100 characters at most"),
    ("hill sprint:8x(12s / 90s)", 12, "a colon is followed by a space; hill sprint: 8x"),
    ("warm-up:8m", 8, "warm-up: 8m"),
    ("8x(12s / 90s)// soon", 14, "a space before //"),
    ("squat 3x5 @ 8", 11, "no space after @"),
    ("squat ３x５", 7, "write 3x5"),
    ("８x(12s / 90s)", 1, "write 8x"),
]


@pytest.mark.parametrize(("text", "column", "words"), [each for each in BAD if each[2]])
def test_bad_input_is_answered_with_place_and_hint(text: str, column: int, words: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse_plan_line(text)
    error = caught.value
    assert words in error.words()
    assert error.column == column
    assert (error.line, error.end >= error.column) == (1, True)


@pytest.mark.parametrize("text", [each[0] for each in BAD if not each[2]])
def test_other_bad_input_is_refused(text: str) -> None:
    with pytest.raises(NotationError):
        parse_plan_line(text)


def test_the_pointer_stands_under_the_character() -> None:
    with pytest.raises(NotationError) as caught:
        parse_timed("8x(12s hill / 90m")
    assert caught.value.pointer() == (
        "8x(12s hill / 90m\n                 ^ column 18: the bracket opened at column 3 is not closed; add )"
    )


def test_the_pointer_counts_cells_of_wide_characters() -> None:
    with pytest.raises(NotationError) as caught:
        parse_plan_line("走る: 400m")
    assert caught.value.column == 5
    assert caught.value.pointer().split("\n")[1].startswith(" " * 6 + "^ column 5")


def test_refused_characters_are_not_shown() -> None:
    with pytest.raises(NotationError) as caught:
        parse_plan_line("squat\x1b]0;title\x07 3x5")
    assert "\x1b" not in caught.value.pointer()


def test_an_unknown_name_shows_the_nearest_three() -> None:
    with pytest.raises(NotationError, match="did you mean back squat, front squat or squat jump") as caught:
        parse_plan_line("sqat 3x5", names=Shelf())
    assert caught.value.column == 1
    with pytest.raises(NotationError) as caught:
        parse_plan_line("squat 3x5  ; swap sqat", names=Shelf())
    assert caught.value.column == 19


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("emom 10m: push-up 8 squat 10", 21, "write emom 10m: push-up 8 + squat 10"),
        ("emom 10m: push-up 8, squat 10", 19, "write emom 10m: push-up 8 + squat 10"),
        ("amrap 10m: push-up 8 and squat 10", 22, "write amrap 10m: push-up 8 + squat 10"),
        ("emom 10m: push-up 8, sq", 19, "+ before another exercise: push-up 8 + squat 10"),
        ("emom 10m: push-up 8 + squat ten", 32, "squat ten 3x8, or squat ten: 10m for time"),
    ],
)
def test_a_round_of_several_is_told_how_to_part_them(text: str, column: int, hint: str) -> None:
    with pytest.raises(NotationError) as raised:
        parse_timed(text)
    assert (raised.value.column, raised.value.hint) == (column, hint)


def test_a_timer_refuses_sets_and_rounds_without_lines() -> None:
    for text in ("back squat 3x5", "emom 10m:", "ramp", "warm-up: legs"):
        with pytest.raises(NotationError):
            parse_timed(text)
