from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.printing import format_effort, format_load, format_number, format_seconds
from hybrid_tui.domain.notation.set_entry import SetEntry, parse_set_entry
from hybrid_tui.domain.workout import Effort, Load


def printed(entry: SetEntry) -> str:
    """The set as the editor reads it; a load without a unit needs its repetitions beside it."""
    words = [entry.role] if entry.role else []
    reps = [str(entry.reps)] if entry.reps is not None else []
    if entry.right_reps is not None:
        reps = [f"l{entry.reps} r{entry.right_reps}"]
    if entry.load is not None:
        said = format_load(entry.load)
        bare = not entry.load.unit and not entry.load.body
        words.append(f"{said}x{reps.pop()}" if bare and reps else said)
    if entry.change is not None:
        sign = "+" if entry.change >= 0 else "-"
        words.append(f"{sign}{format_number(abs(entry.change))}{entry.change_unit}")
    if entry.steps:
        words.append(("+" if entry.steps > 0 else "-") * abs(entry.steps))
    words += reps
    if entry.seconds is not None:
        words.append(format_seconds(entry.seconds))
    if entry.distance is not None:
        words.append(f"{format_number(entry.distance)}{entry.unit}")
    if entry.effort is not None:
        words.append(f"@{format_effort(entry.effort)}")
    return " ".join(words)


ENTRIES = [
    ("82.5x5@8", SetEntry(load=Load(value=82.5), reps=5, effort=Effort(rpe=8))),
    ("82,5x5", SetEntry(load=Load(value=82.5), reps=5)),
    ("82.5kg", SetEntry(load=Load(value=82.5, unit="kg"))),
    ("180lbx5", SetEntry(load=Load(value=180, unit="lb"), reps=5)),
    ("5", SetEntry(reps=5)),
    ("5@2rir", SetEntry(reps=5, effort=Effort(rir=2))),
    ("@8.5", SetEntry(effort=Effort(rpe=8.5))),
    ("+2.5", SetEntry(change=2.5)),
    ("-5kg", SetEntry(change=-5, change_unit="kg")),
    ("bw+10kg", SetEntry(load=Load(value=10, unit="kg", body=True))),
    ("bw-20kgx5", SetEntry(load=Load(value=-20, unit="kg", body=True), reps=5)),
    ("bw", SetEntry(load=Load(body=True))),
    ("bwx12", SetEntry(load=Load(body=True), reps=12)),
    ("45s", SetEntry(seconds=45)),
    ("20mtr", SetEntry(distance=20, unit="mtr")),
    ("l8 r7", SetEntry(reps=8, right_reps=7)),
    ("w 40x5", SetEntry(role="w", load=Load(value=40), reps=5)),
    ("w40x5", SetEntry(role="w", load=Load(value=40), reps=5)),
    ("d", SetEntry(role="d")),
    ("f 8 @max", SetEntry(role="f", reps=8, effort=Effort(word="max"))),
    ("fl8 r7", SetEntry(role="f", reps=8, right_reps=7)),
    ("82.5kg 5 @8", SetEntry(load=Load(value=82.5, unit="kg"), reps=5, effort=Effort(rpe=8))),
]


AS_PEOPLE_WRITE = [
    ("82.5 x 5 @ 8", "82.5x5@8"),
    ("82.5kg x 5 @8", "82.5kgx5@8"),
    ("185 lb x 5", "185lbx5"),
    ("185 lb", "185lb"),
    ("bw+10 x5", "bw+10x5"),
    ("bw-20 kg x 5", "bw-20kgx5"),
    ("x5", "5"),
    ("+2.5kg x6", "+2.5kg 6"),
    ("8/7", "l8 r7"),
    ("24kg 8/7 @8", "24kg l8 r7 @8"),
    ("45 s", "45s"),
    ("30 mtr 24 kg", "30mtr 24kg"),
    ("drop 60x8", "d 60x8"),
    ("warm-up 40x5", "w 40x5"),
    ("w@8", "w @8"),
]


@pytest.mark.parametrize(("written", "meant"), AS_PEOPLE_WRITE)
def test_spaces_and_full_words_mean_what_they_mean_without(written: str, meant: str) -> None:
    entry = parse_set_entry(written)
    assert entry == parse_set_entry(meant)
    assert parse_set_entry(printed(entry)) == entry


@pytest.mark.parametrize(("text", "entry"), ENTRIES)
def test_what_is_typed_for_one_set(text: str, entry: SetEntry) -> None:
    assert parse_set_entry(text) == entry
    assert parse_set_entry(printed(entry)) == entry


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("82.5", 1, "82.5kg, or 82.5x5"),
        ("5x5@80", 4, "80 is no effort"),
        ("5 6", 3, "one number of repetitions"),
        ("80kg 85kg", 6, "one load"),
        ("l8", 1, "both sides"),
        ("75%", 1, "not understood"),
        ("squat 5", 1, "not understood"),
        ("5 ; hold", 2, "neither rule nor comment"),
        ("", 1, "nothing here"),
        ("400m", 1, "400mtr"),
        ("100x5@", 6, "the effort after @ is missing"),
        ("5@rir2", 2, "write @2rir"),
        ("5 rpe 8", 3, "write @8"),
        ("5 rpe8.5", 3, "write @8.5"),
        ("5 2rir", 3, "write @2rir"),
        ("5x100kg", 1, "write 100kgx5"),
        ("100kg5", 1, "write 100kgx5"),
        ("12+", 1, "write how many were done"),
        ("amrap 12", 1, "write how many were done"),
        ("12 vest 8kg", 4, "a vest is a load: bw+8kg"),
        ("back-off 60x8", 1, "like any other: 60x8"),
        ("100 x 5 x 3", 9, "x is not understood"),
        ("5  @ 80", 4, "80 is no effort"),
    ],
)
def test_what_is_no_set_is_answered_with_place_and_hint(text: str, column: int, words: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse_set_entry(text)
    assert words in caught.value.words()
    assert caught.value.column == column


quarter = st.integers(1, 1200).map(lambda each: each / 4)
loads = st.one_of(
    st.none(),
    st.builds(Load, value=quarter, unit=st.sampled_from(["", "kg", "lb"])),
    st.just(Load(body=True)),
    st.builds(Load, value=quarter, unit=st.just("kg"), body=st.just(True)),
)
entries = st.builds(
    SetEntry,
    role=st.sampled_from(["w", "d", "f"]),
    load=loads,
    reps=st.one_of(st.none(), st.integers(0, 100)),
    seconds=st.one_of(st.none(), st.integers(1, 4000)),
    effort=st.one_of(st.none(), st.integers(1, 10).map(lambda each: Effort(rpe=each))),
)


@settings(max_examples=150, deadline=None)
@given(entries)
def test_a_printed_entry_reads_as_the_same_value(entry: SetEntry) -> None:
    assume(entry.load is None or entry.load.unit or entry.load.body or entry.reps is not None)
    assert parse_set_entry(printed(entry)) == entry
