from __future__ import annotations

import pytest

from hybrid_tui.domain.flatten import timed_steps
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.notation.printing import format_duration, print_line
from hybrid_tui.domain.notation.timed import parse_timed
from hybrid_tui.domain.rule import RuleKind, RulePart
from hybrid_tui.domain.workout import (
    BlockCall,
    ByWeek,
    Circuit,
    Effort,
    Ending,
    Gear,
    Hold,
    Load,
    Measure,
    Place,
    Ramp,
    Remark,
    Repeat,
    SetsLine,
    Step,
    StepKind,
    TimedLine,
)

PRINTED = [
    "warm-up: 8m @easy + 4m drills + 3x(15s @7 stride + 45s walk)",
    "hill sprint: [4,5,6,3]x(8s @8 hill 5-8% / ~90s walk back)  ; +2s/block to 10s  // fast and smooth",
    "easy run: 35m @easy trail",
    "box jump 3x5",
    "back squat 4x6-8 @2rir rest 3m  ; double +2.5kg, miss 2: -10%",
    "bench press 5,5,5+ 85%  ; +2.5kg",
    "back squat 1x5-8 @2rir + 2x5-8 -10%  ; double +2.5kg",
    "dumbbell row 3x8-12 a side @2rir  ; double +2.5kg",
    "  & push-up 3x6-15 @2rir  ; double, then swap decline push-up",
    "plank 3x45s  ; +5s to 90s",
    "cool-down: 5m walk",
    "back squat 5 65% + 5 75% + 5+ 85%",
    "8x(12s hill / 90s walk)",
    "8x(12s hill + 90s walk) until -8%",
    "40mtr ~6s @max flat",
    "2x(10x(30s @8 / 30s @easy jog) / 3m walk)",
    "4x4: 4x(4m @hard / 3m jog)",
    "30/30: 10x(30s @z5 / 30s @z1)",
    "5m @5:00/km treadmill 1%",
    "open @9 race",
    "~90s walk",
    "20m @z2 trail climb 120mtr descent 300mtr vest 8kg",
    "6x(10s @8 flat band sled 20kg / open)",
    '"leg press 45" 3x10 90kg',
    '"Bench Press (Barbell)" 3x5',
    "pull-up max bw-20kg",
    "pull-up 5@8,5@8.5,4@9 bw+10kg",
    "farmer's carry 4x40mtr 24kg rest 1m",
    "plank 2x20-40s a side",
    "run: [20,22,24,18]m @easy  ; +2m/week to 45m",
    "back squat 3x[8,9,10,5] [80,85,90,60]kg @[3,2,1,4]rir rest [2,2,3,2]m",
    "hill sprint: 4x(8s hill / 90s)  ; +1rep/week to 6rep, stop -5%, then +1%/block to 10%",
    "back squat 3x5  ; miss 2: swap front squat, then hold",
    "emom 10m:\n  push-up 5\n  pull-up 3",
    "amrap 12m:  ; +1rep\n  burpee 5",
    "warm-up: legs  // slowly",
    "ramp",
    "// a comment alone: with a colon",
]


@pytest.mark.parametrize("text", PRINTED)
def test_printed_lines_stay_as_they_are(text: str) -> None:
    assert print_line(parse_plan_line(text)) == text


READ = [
    ("1:30 jog", "90s jog"),
    ("1h05m @easy", "1h05 @easy"),
    ("10min walk", "10m walk"),
    ("5' walk", "5m walk"),
    ("1'30\" @8", "90s @8"),
    ("1’30″ @8", "90s @8"),
    ("60s walk", "1m walk"),
    ("90m walk", "1h30 walk"),
    ("1:05:30 @easy", "1h05m30 @easy"),
    ("12,5s @8", "12.5s @8"),
    ("7,2km @easy", "7.2km @easy"),
    ("8×(12s hill / 90s walk)", "8x(12s hill / 90s walk)"),
    ("8x(hill @8 walk 12s 6–10% / 90s)", "8x(12s @8 hill 6-10% walk / 90s)"),
    ("8x( 12s / 90s )", "8x(12s / 90s)"),
    ("8X(12S HILL / 90S Walk)", "8x(12s hill / 90s Walk)"),
    ("back squat\u00a03×5 80kg", "back squat 3x5 80kg"),
    ("„Bench (Bar)“ 3x6—8", '"Bench (Bar)" 3x6-8'),
    ("back squat 82,5kg 6 6 6 5 @8", "back squat 6,6,6,5 82.5kg @8"),
    ("back squat 82.5kg rest 3m @8 6 6 5", "back squat 6,6,5 82.5kg @8 rest 3m"),
    ("lunge 3x8/leg", "lunge 3x8 a side"),
    ("lunge 3x8 /side", "lunge 3x8 a side"),
    ("lunge 3x8 a leg 20lbs", "lunge 3x8 a side 20lb"),
    ("plank 3x1m30", "plank 3x90s"),
    ("plank 3x1-2m", "plank 3x60-120s"),
    ("squat 3x5 ; +1 rep to 8 reps //deep", "squat 3x5  ; +1rep to 8rep  // deep"),
    ("squat 3x5 ; double then swap front squat", "squat 3x5  ; double, then swap front squat"),
    ("warmup: 5m walk", "warm-up: 5m walk"),
    ("Cool down: 5m walk", "cool-down: 5m walk"),
    ("emom 10m: push-up 5", "emom 10m:\n  push-up 5"),
    ('emom 10m: push-up 5 + "air squat" 10', "emom 10m:\n  push-up 5\n  air squat 10"),
    (
        "amrap 12m: pull-up 5 + 3 + push-up max  ; +1rep",
        "amrap 12m:  ; +1rep\n  pull-up 5 + 3\n  push-up max",
    ),
    ("emom 10m: run: 100mtr + 20s walk", "emom 10m:\n  run: 100mtr + 20s walk"),
    ("squat 3x[ 8, 9 ]", "squat 3x[8,9]"),
    ("& push-up 3x8", "  & push-up 3x8"),
]


@pytest.mark.parametrize(("text", "printed"), READ)
def test_what_is_read_comes_out_in_printed_form(text: str, printed: str) -> None:
    assert print_line(parse_plan_line(text)) == printed


@pytest.mark.parametrize(
    ("seconds", "printed"),
    [
        (7.9, "7.9s"), (59, "59s"), (60, "1m"), (61, "61s"), (90, "90s"), (119, "119s"), (120, "2m"),
        (125, "2m05"), (150, "2m30"), (150.5, "2m30.5"), (3599, "59m59"), (3600, "1h"), (3605, "1h00m05"),
        (3900, "1h05"), (5400, "1h30"), (24000, "6h40"), (0, "0s"),
    ],
)  # fmt: skip
def test_durations_are_printed(seconds: float, printed: str) -> None:
    assert format_duration(seconds) == printed


def test_a_hill_line_as_values() -> None:
    line = parse_plan_line("hill sprint: 8x(12s @max hill 6-10% vest 5kg up / ~90s walk) until -8%")
    work = Step(
        measure=Measure(ending=Ending.TIME, seconds=12),
        effort=Effort(word="max"),
        place=Place(where="hill", grade=6, grade_top=10),
        gear=(Gear(kind="vest", load=Load(value=5, unit="kg")),),
        label="up",
    )
    walk = Step(measure=Measure(ending=Ending.KEY, seconds=90), label="walk")
    bracket = Repeat(count=8, work=(work,), between=(walk,), until=8)
    assert line == TimedLine(name="hill sprint", steps=(bracket,))


def test_what_is_underfoot_is_part_of_the_place() -> None:
    line = parse_plan_line("stride: 6x(80mtr grass hill 4% band / ~90s walk)")
    assert isinstance(line, TimedLine)
    climb, walk, *_ = timed_steps(line)
    assert (climb.label, climb.place, climb.grade) == ("stride", "hill 4% grass band", 4)
    assert (walk.label, walk.place) == ("walk", None)
    assert print_line(line) == "stride: 6x(80mtr hill 4% grass band / ~90s walk)"
    with pytest.raises(NotationError, match="grass or sand, not both"):
        parse_plan_line("stride: 20s grass sand")


def test_a_line_of_sets_as_values() -> None:
    line = parse_plan_line("bench press 5,3,1+@9 85% a side @8 rest 3m")
    assert isinstance(line, SetsLine)
    (group,) = line.groups
    assert group.holds == (Hold(low=5), Hold(low=3), Hold(low=1, at_least=True, effort=Effort(rpe=9)))
    assert (group.sets, group.load, group.effort) == (None, Load(value=85, unit="%"), Effort(rpe=8))
    assert (line.side, line.rest) == (True, 180)


def test_a_rule_as_values() -> None:
    line = parse_plan_line("squat 3x5-8  ; double +2.5kg, miss 2: -10%, then +5s/week to 1m30")
    assert isinstance(line, SetsLine)
    assert line.rule is not None
    assert line.rule.stages == (
        (
            RulePart(kind=RuleKind.DOUBLE, amount=2.5, unit="kg"),
            RulePart(kind=RuleKind.MISS, times=2, amount=10),
        ),
        (RulePart(kind=RuleKind.ADD, amount=5, unit="s", every="week", limit=90),),
    )


def test_week_lists_stand_for_numbers() -> None:
    line = parse_plan_line("squat [3,3,4,2]x[8,9,10,5] [80,82.5,85,60]kg @[3,2,1,4]rir")
    assert isinstance(line, SetsLine)
    (group,) = line.groups
    assert group.sets == ByWeek(values=(3, 3, 4, 2))
    assert group.holds[0].low == ByWeek(values=(8, 9, 10, 5))
    assert group.load == Load(value=ByWeek(values=(80, 82.5, 85, 60)), unit="kg")
    assert group.effort == Effort(rir=ByWeek(values=(3, 2, 1, 4)))


def test_other_kinds_of_lines() -> None:
    assert parse_plan_line("warm-up: legs") == BlockCall(kind=StepKind.WARM_UP, block="legs")
    assert parse_plan_line("ramp") == Ramp()
    assert parse_plan_line("// rain") == Remark(text="rain")
    circuit = parse_plan_line("emom 10m:\n  push-up 5")
    assert isinstance(circuit, Circuit)
    assert (circuit.kind, circuit.seconds, len(circuit.lines)) == ("emom", 600, 1)


def test_a_comment_keeps_signs_and_semicolons() -> None:
    line = parse_plan_line('squat 3x5  // slow; "deep" (x)')
    assert isinstance(line, SetsLine)
    assert line.comment == 'slow; "deep" (x)'


def test_a_quoted_name_keeps_its_signs() -> None:
    line = parse_plan_line('"Press: 45; // (Machine)" 3x10')
    assert isinstance(line, SetsLine)
    assert line.name == "Press: 45; // (Machine)"


def test_a_timer_takes_timed_lines_and_circuits() -> None:
    assert isinstance(parse_timed("30/30: 10x(30s @8 / 30s jog)"), TimedLine)
    assert isinstance(parse_timed("emom 10m: push-up 5"), Circuit)


class Shelf:
    """A catalogue of two names."""

    titles = {"back_squat": "Back squat", "front_squat": "Front squat"}  # noqa: RUF012

    def find(self, name: str) -> str | None:
        key = name.lower().replace("-", " ")
        return {"back squat": "back_squat", "squat": "back_squat", "front squat": "front_squat"}.get(key)

    def prefix(self, text: str) -> tuple[str, ...]:
        return tuple(id for id, title in self.titles.items() if title.lower().startswith(f"{text.lower()} "))

    def nearest(self, name: str) -> tuple[str, str, str]:
        return "Back squat", "Front squat", "Squat jump"

    def title(self, id: str) -> str:
        return self.titles[id]

    def is_run(self, id: str) -> bool:
        return False


def test_names_come_out_as_the_catalogue_writes_them() -> None:
    line = parse_plan_line("SQUAT 3x5 ; swap Front-Squat", names=Shelf())
    assert isinstance(line, SetsLine)
    assert (line.name, line.exercise) == ("back squat", "back_squat")
    assert print_line(line) == "back squat 3x5  ; swap front squat"
    assert line.rule is not None
    assert line.rule.stages[0][0].exercise == "front_squat"


def test_while_typing_whole_words_stand_for_a_name() -> None:
    line = parse_plan_line("front 3x5", names=Shelf(), typing=True)
    assert isinstance(line, SetsLine)
    assert line.name == "front squat"
