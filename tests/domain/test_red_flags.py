"""Red flags: the gravest decides, and the grave ones cannot be scored away."""

import pytest

from hybrid_tui.domain.red_flags import (
    RED_FLAGS,
    FlagAction,
    after_fever,
    gravest,
    raised,
    said,
)

BY_ID = {flag.id: flag for flag in RED_FLAGS}


def test_every_flag_has_its_words_and_an_id_of_its_own() -> None:
    assert len(BY_ID) == len(RED_FLAGS)
    for flag in RED_FLAGS:
        assert flag.line.endswith((".",))
        assert flag.question


@pytest.mark.parametrize(
    ("id", "action", "stops"),
    [
        ("heart", FlagAction.STOP, True),
        ("dizzy", FlagAction.STOP, True),
        ("calf", FlagAction.STOP, True),
        ("urine", FlagAction.STOP, True),
        ("fever", FlagAction.REST, True),
        ("cold", FlagAction.EASY, False),
        ("sharp", FlagAction.NO_PATTERN, False),
        ("bone", FlagAction.NO_IMPACT, False),
        ("dull", FlagAction.HALVE, False),
    ],
)
def test_actions(id: str, action: FlagAction, stops: bool) -> None:
    assert BY_ID[id].action is action
    assert BY_ID[id].stops is stops


def test_the_gravest_decides() -> None:
    flag = gravest(("dull", "heart", "cold"))
    assert flag is not None
    assert flag.id == "heart"
    assert [f.id for f in raised(("dull", "heart"))] == ["heart", "dull"]


def test_each_flag_that_stops_says_its_own_help() -> None:
    dizzy, calf = BY_ID["dizzy"].line, BY_ID["calf"].line
    assert said(["calf", "cold", "dizzy"]) == f"{dizzy} {calf}"
    assert said(["cold", "fever"]) == BY_ID["fever"].line
    assert said(["dull", "sharp"]) == BY_ID["sharp"].line
    assert said([]) == ""


def test_no_answer_and_unknown_answers_change_nothing() -> None:
    assert gravest(()) is None
    assert gravest(("from another version",)) is None


def test_coming_back_from_a_fever() -> None:
    assert not after_fever(0, easy_days=0).allowed
    assert after_fever(1, easy_days=0).half_length
    assert "easy" in after_fever(2, easy_days=1).line
    assert after_fever(3, easy_days=2).line == "As planned."
