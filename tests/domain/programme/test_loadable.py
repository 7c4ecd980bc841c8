"""Prescribed loads are weights that exist, and progress is not stuck where the next one is far away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.next_load import Kind, around, at_most_here, nearest_here
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.plates import KG_RACK, Rack
from hybrid_tui.domain.programme.lifts import prescribe_sets
from hybrid_tui.domain.programme.outcome import Past
from hybrid_tui.domain.programme.prescription import Known, Prescription
from hybrid_tui.domain.workout import SetsLine

from .build import catalogue, lift, loads, place, reps

FIXED = replace(KG_RACK, dumbbells=(8.0, 10.0, 12.5, 15.0, 17.5, 20.0, 22.5, 24.0, 30.0))
CURL = "biceps curl 3x8-12 @2rir"
CHEST = "dumbbell bench 3x8-12 @2rir"


def ask(text: str, *pasts: Past, rack: Rack = FIXED) -> Prescription:
    line = parse_plan_line(text, names=catalogue())
    assert isinstance(line, SetsLine)
    known = Known(catalogue=catalogue(), history={line.exercise or "": pasts}, rack=rack)
    return prescribe_sets(line, place(), known)


def done(text: str, values: str, load: str) -> Past:
    return lift(values, asked=text, load=load)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("12kg", "12.5kg"),
        ("14kg", "12.5kg"),
        ("14.5kg", "15kg"),
        ("10kg", "10kg"),
        ("40kg", "30kg"),
        ("5kg", "5kg"),
    ],
)
def test_the_load_of_the_text_becomes_the_dumbbell_that_is_there(wanted: str, given: str) -> None:
    asked = ask(f"biceps curl 3x10 {wanted}")
    assert loads(asked) == [given] * 3
    said = f"{wanted[:-2]} kg is not here: {given[:-2]} kg"
    assert asked.why.endswith(said) == (wanted != given)


def test_a_rise_goes_to_the_dumbbell_beside_the_wanted_load() -> None:
    asked = ask(f"{CHEST}  ; double +2kg", done(CHEST, "12 12 12", "10kg"))
    assert (loads(asked), reps(asked), asked.change) == (["12.5kg"] * 3, [8, 8, 8], "↑ 2.5")
    assert asked.why == "10 → 12.5 kg: all 3 sets reached 12 on 12 Nov; 12 kg is not here"
    asked = ask(f"{CHEST}  ; double +2.5kg", done(CHEST, "12 12 12", "22.5kg"))
    assert (loads(asked)[0], asked.change) == ("24kg", "↑ 1.5")


def test_where_the_next_dumbbell_is_far_repetitions_come_first() -> None:
    rule = f"{CHEST}  ; double +2.5kg"
    asked = ask(rule, done(CHEST, "12 12 12", "24kg"))
    assert (loads(asked), reps(asked), asked.change) == (["24kg"] * 3, [13, 13, 13], "+1 rep")
    assert asked.why == "the next dumbbell is 30 kg, 25 % more: first 16 repetitions with this one"
    assert asked.sets[0].high == 13
    asked = ask(rule, done(CHEST, "15 15 14", "24kg"))
    assert reps(asked) == [16, 16, 15]
    asked = ask(rule, done(CHEST, "16 16 16", "24kg"))
    assert (loads(asked), reps(asked), asked.change) == (["30kg"] * 3, [8, 8, 8], "↑ 6")


def test_at_the_heaviest_dumbbell_repetitions_grow_and_then_stay() -> None:
    rule = f"{CHEST}  ; double +2.5kg"
    asked = ask(rule, done(CHEST, "12 12 12", "30kg"))
    assert (loads(asked)[0], reps(asked)[0], asked.change) == ("30kg", 13, "+1 rep")
    assert asked.why == "30 kg is the heaviest dumbbell here: more repetitions, up to 16"
    asked = ask(rule, done(CHEST, "16 16 16", "30kg"))
    assert (loads(asked)[0], reps(asked)[0], asked.change) == ("30kg", 16, "=")


def test_stacks_and_small_plates_count_and_the_usual_bar_is_no_limit() -> None:
    machine = replace(KG_RACK, machine_step=5.0)
    text = "leg curl 3x12-15"
    asked = ask(f"{text}  ; double +2.5kg", done(text, "15 15 15", "40kg"), rack=machine)
    assert (loads(asked)[0], reps(asked)[0]) == ("40kg", 16)
    assert asked.why == "the next weight is 45 kg, 12 % more: first 18 repetitions with this one"
    wide = "leg curl 3x10-15"
    asked = ask(f"{wide}  ; double +2.5kg", done(wide, "15 15 15", "40kg"), rack=machine)
    assert (loads(asked)[0], reps(asked)[0], asked.change) == ("45kg", 10, "↑ 5")
    bench = "bench press 3x5"
    asked = ask(f"{bench}  ; +1.25kg", done(bench, "5 5 5", "60kg"), rack=KG_RACK)
    assert loads(asked)[0] == "61.25kg"
    home = Rack(unit="kg", bar=20.0, plates=(10.0, 5.0))
    asked = ask(f"{bench}  ; +2.5kg", done(bench, "5 5 5", "40kg"), rack=home)
    assert (loads(asked)[0], reps(asked)[0]) == ("40kg", 6)


@settings(max_examples=40)
@given(
    dumbbells=st.sets(st.integers(2, 40).map(float), min_size=2, max_size=8),
    first=st.integers(0, 7),
    step=st.sampled_from((1.0, 2.0, 2.5)),
)
def test_who_does_what_is_asked_reaches_the_heaviest_dumbbell(
    dumbbells: set[float], first: int, step: float
) -> None:
    rack = replace(KG_RACK, dumbbells=tuple(sorted(dumbbells)))
    load = rack.dumbbells[min(first, len(dumbbells) - 1)]
    values = [12.0, 12.0, 12.0]
    for _ in range(80):
        past = done(CHEST, " ".join(f"{each:g}" for each in values), f"{load:g}kg")
        asked = ask(f"{CHEST}  ; double +{step:g}kg", past, rack=rack)
        values = [float(each or 0) for each in reps(asked)]
        before, load = load, float((loads(asked)[0] or "").removesuffix("kg"))
        assert load in dumbbells
        assert load >= before
        assert max(values) <= 16
        if load == max(dumbbells):
            break
    assert load == max(dumbbells)


@settings(max_examples=100)
@given(
    value=st.floats(1, 200),
    kind=st.sampled_from(list(Kind)),
    dumbbells=st.sets(st.integers(1, 60).map(float), max_size=6),
    machine=st.sampled_from((None, 5.0, 7.5)),
)
def test_what_is_taken_is_there_and_hardly_heavier(
    value: float, kind: Kind, dumbbells: set[float], machine: float | None
) -> None:
    rack = replace(KG_RACK, dumbbells=tuple(sorted(dumbbells)), machine_step=machine)
    near, most = nearest_here(value, kind, rack), at_most_here(value, kind, rack)
    assert near is None or near <= value * 1.05 + 1e-6
    assert most is None or most <= value + 1e-6
    if kind is Kind.DUMBBELLS and dumbbells:
        assert {near, most} <= dumbbells | {None}
    if around(value, kind, rack) is None:
        assert near is None
