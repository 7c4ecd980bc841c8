"""A new best is said once: not after undo, correction or restart; and in the person's unit."""

from __future__ import annotations

import re
from functools import partial

import pytest

from hybrid_tui.coach import bests, blocks, finishing, lifting, opening
from hybrid_tui.coach.log import log_text
from hybrid_tui.coach.outcome import Spot
from hybrid_tui.store import journal, writes
from tests.coach.evening import Evening


@pytest.fixture
def evening() -> Evening:
    """A second session of bench press is in hand, the first was 60 kg for six."""
    made = Evening()
    session(made, "60kg")
    assert say(made, "60kgx6") == ""
    finishing.finish(made.store, made.library, made.now, made.sheet().session_id or "", 7, "")
    made.clock.advance(86_400)
    session(made, "60kg")
    return made


def session(evening: Evening, load: str) -> None:
    opening.begin_free(evening.store, evening.library, evening.now)
    spot = Spot(session_id=evening.sheet().session_id)
    blocks.add_exercise(evening.store, evening.library, evening.now, spot, f"bench press 3x6 {load}")


def say(evening: Evening, text: str, row: int = 0) -> str:
    spot = evening.spot("Bench press", row)
    return evening.best_of(lifting.record(evening.store, evening.library, evening.now, spot, text))


HEAVIEST = "Bench press 65 kg × 6, the heaviest yet, was 60 kg"


def test_a_set_done_again_after_undo_is_no_news(evening: Evening) -> None:
    assert say(evening, "65x6") == HEAVIEST
    journal.undo(evening.store)
    assert say(evening, "65x6") == ""
    spot = evening.spot("Bench press")
    lifting.untick(evening.store, evening.library, evening.now, spot)
    assert say(evening, "65x6") == ""
    journal.undo(evening.store)
    journal.redo(evening.store)
    assert say(evening, "65x6") == ""


def test_a_correction_says_only_what_is_new(evening: Evening) -> None:
    assert say(evening, "65x6") == HEAVIEST
    assert say(evening, "65x6") == ""
    assert say(evening, "65x5") == ""
    assert say(evening, "65x7") == "Bench press 65 kg × 7, e1RM 80 kg, was 72"
    assert say(evening, "650x7") == "Bench press 650 kg × 7, the heaviest yet, was 60 kg"
    assert say(evening, "66x7") == ""
    assert say(evening, "67.5x6", 1) == "Bench press 67.5 kg × 6, the heaviest yet, was 66 kg"
    assert say(evening, "68x7") == "Bench press 68 kg × 7, the heaviest yet, was 67.5 kg"


def test_an_equal_set_after_it_is_no_best(evening: Evening) -> None:
    say(evening, "65x6")
    assert say(evening, "65x6", 1) == ""


def test_of_sets_ticked_in_one_breath_the_best_is_said_whichever_it_was(evening: Evening) -> None:
    done = [
        lifting.record(evening.store, evening.library, evening.now, evening.spot("Bench press", row), text)
        for row, text in enumerate(("65x6", "60x5"))
    ]
    sets = [each.set_id for each in done]
    session_id = done[0].session_id or ""
    told = partial(bests.told_of, evening.store, evening.library, evening.now, session_id)
    assert told(*sets, "gone") == HEAVIEST
    assert told(*sets) == ""


def test_the_quick_line_and_the_sheet_tell_it_once_between_them(evening: Evening) -> None:
    assert say(evening, "65x6") == HEAVIEST
    journal.undo(evening.store)
    assert log_text(evening.store, evening.library, evening.now, "bench press 65kg 6").best == ""


def test_what_was_lifted_in_the_other_unit_is_named_as_it_was_written(evening: Evening) -> None:
    assert say(evening, "185lbx6") == "Bench press 185 lb (83.91 kg) × 6, the heaviest yet, was 60 kg"
    assert say(evening, "85kgx6", 1) == "Bench press 85 kg × 6, the heaviest yet, was 185 lb (83.91 kg)"


def test_it_is_said_in_pounds_where_they_were_chosen(evening: Evening) -> None:
    with evening.store.write("pounds") as writer:
        writes.save_setting(writer, "units", "lb")
    assert say(evening, "145lbx6") == "Bench press 145 lb × 6, the heaviest yet, was 60 kg (132.3 lb)"
    assert say(evening, "145lbx7") == "Bench press 145 lb × 7, e1RM 179 lb, was 159"
    assert say(evening, "66kgx6", 1).startswith(
        "Bench press 66 kg (145.5 lb) × 6, the heaviest yet, was 145 lb"
    )
    found = evening.sheet().session_id or ""
    said = finishing.finish(evening.store, evening.library, evening.now, found, 7, "").bests
    assert not any("kg" in re.sub(r"\d+ kg \(", "", each) for each in said)
