"""Own exercises: named in one line, found everywhere, merged with their history, put away, all of it undone."""

from __future__ import annotations

import pytest

from hybrid_tui.coach import blocks, following, lifting, log, opening, own_exercises, swapping
from hybrid_tui.coach.best_list import best_list
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Spot
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.store import journal, reads_sessions
from tests.coach.evening import Evening

LINE = "Safety bar squat like back squat; also SSB; with barbell + rack; rest 2m30"
OWN = "own_safety_bar_squat"


@pytest.fixture
def evening() -> Evening:
    made = Evening(library=Library())
    own_exercises.save(made.store, made.library, made.now, LINE)
    return made


def lifted(evening: Evening, text: str = "ssb 2x5 100kg") -> str:
    log.log_text(evening.store, evening.library, evening.now, text)
    session = reads_sessions.sessions_between(evening.store, evening.now.day, evening.now.day)[-1]
    return session.blocks[-1].exercise or ""


def test_a_comma_before_like_belongs_to_no_name_and_a_long_name_is_refused(evening: Evening) -> None:
    own_exercises.save(evening.store, evening.library, evening.now, "Sky lift, like back squat")
    assert lifted(evening, "sky lift 3x5 80kg") == "own_sky_lift"
    with pytest.raises(NotationError, match="100 characters at most"):
        own_exercises.save(evening.store, evening.library, evening.now, f"{'la' * 51} like back squat")


@pytest.mark.parametrize("name", ["emom", "rest", "weight", "12s", "then"])
def test_a_name_that_is_a_word_of_the_notation_is_written_in_quotes(evening: Evening, name: str) -> None:
    own_exercises.save(evening.store, evening.library, evening.now, f"{name} like back squat")
    assert lifted(evening, f'"{name}" 3x5 80kg') == f"own_{name}"


def test_it_is_an_exercise_like_any_other(evening: Evening) -> None:
    found = evening.library.catalogue.get(OWN)
    assert isinstance(found, Exercise)
    assert (found.pattern, found.rest_seconds, found.primary) == ("squat", 150, ("quads", "glutes"))
    assert lifted(evening) == OWN
    opened = opening.begin_free(evening.store, evening.library, evening.now)
    spot = Spot(session_id=opened.session_id)
    blocks.add_exercise(evening.store, evening.library, evening.now, spot, "back squat 3x5 100kg")
    swaps = swapping.choices(evening.store, evening.library, evening.now, spot)
    assert OWN in [each.key for each in swaps]
    lifting.tick(evening.store, evening.library, evening.now, spot)


def test_an_abbreviation_in_its_name_stays_as_it_was_written(evening: Evening) -> None:
    own_exercises.save(evening.store, evening.library, evening.now, "SSB squat like back squat")
    outcome = log.log_text(evening.store, evening.library, evening.now, "ssb squat 2x5 185lb")
    assert outcome.words == "SSB squat 2x5 185lb"
    assert evening.sheet().blocks[-1].name == "SSB squat"


def test_a_second_library_learns_of_it_and_an_undo_takes_it_away(evening: Evening) -> None:
    other = Library()
    following.take_own(evening.store, other)
    assert other.catalogue.find("SSB") == OWN
    journal.undo(evening.store)
    following.take_own(evening.store, other)
    assert other.catalogue.find("SSB") is None


def test_it_is_edited_in_the_line_that_made_it(evening: Evening) -> None:
    line = own_exercises.line_of(evening.store, evening.library, evening.now, OWN)
    assert line.startswith("Safety bar squat like ")
    assert "also SSB; with barbell + rack; rest 150s; both sides" in line
    own_exercises.save(evening.store, evening.library, evening.now, line.replace("150s", "4m"), OWN)
    found = evening.library.catalogue.get(OWN)
    assert isinstance(found, Exercise)
    assert found.rest_seconds == 240


def test_merged_its_history_follows_and_its_name_stays_known(evening: Evening) -> None:
    lifted(evening)
    own_exercises.merge(evening.store, evening.library, evening.now, OWN, "back squat")
    session = reads_sessions.sessions_between(evening.store, evening.now.day, evening.now.day)[-1]
    assert session.blocks[-1].exercise == "back_squat"
    assert evening.library.catalogue.find("safety bar squat") == "back_squat"
    assert OWN not in evening.library.catalogue.tables
    journal.undo(evening.store)
    following.take_own(evening.store, evening.library)
    session = reads_sessions.sessions_between(evening.store, evening.now.day, evening.now.day)[-1]
    assert session.blocks[-1].exercise == OWN


def test_put_away_it_is_offered_no_more_and_still_known(evening: Evening) -> None:
    own_exercises.put_away(evening.store, evening.library, evening.now, OWN)
    assert OWN not in [each.id for each in evening.library.catalogue.exercises]
    assert evening.library.catalogue.title(OWN) == "Safety bar squat"
    own_exercises.put_away(evening.store, evening.library, evening.now, OWN)
    assert OWN in [each.id for each in evening.library.catalogue.exercises]


def test_a_shipped_exercise_takes_another_name(evening: Evening) -> None:
    own_exercises.alias(evening.store, evening.library, evening.now, "bench_press", "Sunday bench")
    assert lifted(evening, "sunday bench 3x5 60kg") == "bench_press"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Thing", "say the name"),
        ("Thing like nothing at all", "is no exercise"),
        ("Back squat like front squat", "is Back squat already"),
        ("Thing like back squat; colour red", "not understood"),
        ('Th"ing like back squat', "no quotes"),
        ("[x] like back squat", "no quotes"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_stored(evening: Evening, text: str, said: str) -> None:
    with pytest.raises(NotationError, match=said):
        own_exercises.save(evening.store, evening.library, evening.now, text)
    assert len(own_exercises.listed(evening.store, evening.library, evening.now)) == 1


def test_muscles_pattern_and_measure_are_its_own_and_edited_in_its_line(evening: Evening) -> None:
    line = own_exercises.line_of(evening.store, evening.library, evening.now, OWN)
    assert line.endswith("pattern squat; muscles quads, glutes + adductors, hamstrings; measure load") or (
        "pattern squat; muscles quads, glutes" in line
    )
    head = line.partition("; pattern")[0]
    changed = f"{head}; pattern hinge; muscles glutes, erectors + upper back; measure load/bw; a side"
    own_exercises.change(evening.store, evening.library, evening.now, OWN, changed)
    found = evening.library.catalogue.exercise(OWN)
    assert (found.pattern, found.primary, found.secondary) == (
        "hinge",
        ("glutes", "erectors"),
        ("upper_back",),
    )
    assert (found.unilateral, [each.value for each in found.measures]) == (True, ["load", "bw"])
    again = own_exercises.line_of(evening.store, evening.library, evening.now, OWN)
    own_exercises.change(evening.store, evening.library, evening.now, OWN, again)
    assert evening.library.catalogue.exercise(OWN) == found


@pytest.mark.parametrize(
    ("part", "said", "at"),
    [
        ("pattern sideways", "sideways is no pattern", "sideways"),
        ("muscles quads, ears", "ears is no muscle", "ears"),
        ("measure furlongs", "furlongs is no measure", "furlongs"),
    ],
)
def test_a_wrong_part_is_pointed_at(evening: Evening, part: str, said: str, at: str) -> None:
    text = f"Thing like back squat; {part}"
    with pytest.raises(NotationError, match=said) as raised:
        own_exercises.save(evening.store, evening.library, evening.now, text)
    assert raised.value.column == text.index(at) + 1


def test_under_a_new_name_the_old_one_is_still_known_and_put_away_it_stays(evening: Evening) -> None:
    own_exercises.put_away(evening.store, evening.library, evening.now, OWN)
    line = own_exercises.line_of(evening.store, evening.library, evening.now, OWN)
    renamed = line.replace("Safety bar squat like", "Yoke squat like")
    own_exercises.change(evening.store, evening.library, evening.now, OWN, renamed)
    for name in ("yoke squat", "safety bar squat", "SSB"):
        assert evening.library.catalogue.find(name) == OWN
    assert OWN in evening.library.catalogue.away


def test_merged_every_name_stays_known_and_bests_and_the_plan_follow(evening: Evening) -> None:
    lifted(evening, "ssb 1x5 140kg")
    text = "# Own\nweeks: 1\n\n## day 1  Lower\nSSB 3x5-8 100kg @2rir  ; double +2.5kg\n"
    evening.follow(text)
    own_exercises.merge(evening.store, evening.library, evening.now, OWN, "back_squat")
    for name in ("safety bar squat", "SSB"):
        assert evening.library.catalogue.find(name) == "back_squat"
    assert evening.sheet().blocks[0].exercise == "back_squat"
    bests = best_list(evening.store, evening.library, evening.now)
    assert {each.name for each in bests if each.kind == "lift"} == {"Back squat"}
    assert journal.undo(evening.store)
    following.take_own(evening.store, evening.library)
    assert evening.library.catalogue.find("SSB") == OWN
    assert evening.sheet().blocks[0].exercise == OWN


def test_two_own_ones_are_merged_with_all_names(evening: Evening) -> None:
    own_exercises.save(evening.store, evening.library, evening.now, "Yoke squat like back squat; also YS")
    own_exercises.merge(evening.store, evening.library, evening.now, "own_yoke_squat", OWN)
    for name in ("yoke squat", "YS", "SSB"):
        assert evening.library.catalogue.find(name) == OWN


def test_another_name_is_listed_and_can_be_forgotten(evening: Evening) -> None:
    own_exercises.alias(evening.store, evening.library, evening.now, "bench_press", "Sunday bench")
    found = own_exercises.listed(evening.store, evening.library, evening.now)
    assert [each.title for each in found] == ["Safety bar squat", "Sunday bench"]
    assert found[1].hint == "another name of bench press"
    own_exercises.forget_name(evening.store, evening.library, evening.now, found[1].key)
    assert evening.library.catalogue.find("Sunday bench") is None
