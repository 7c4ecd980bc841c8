"""What came of keeping the plan against the morning."""

from hybrid_tui.domain.kept_plan import Chosen, compared

ANSWERS = ((58, 8), (52, 8), (40, 9), (55, 7), (51, 8), (44, 8.4))
KEPT = [Chosen(score=score, lighter=False, rpe=rpe) for score, rpe in ANSWERS]


def test_the_example_of_six() -> None:
    found = compared([*KEPT, Chosen(score=30, lighter=True, rpe=3)], [6.5, 6.5, 7.0])
    assert found is not None
    assert (
        found.words
        == "The 6 times you kept the plan below 60, session RPE was 1.4 higher than on other days."
    )


def test_too_few_say_nothing_and_unrated_ones_do_not_count() -> None:
    assert compared(KEPT[:2], [6.0] * 5) is None
    assert compared(KEPT, [6.0, 6.0]) is None
    assert compared([Chosen(score=50, lighter=False)] * 9, [6.0] * 5) is None


def test_lighter_sessions_where_the_plan_was_never_kept() -> None:
    found = compared([Chosen(score=69, lighter=True, rpe=4)] * 3, [6.0] * 3)
    assert found is not None
    assert found.words == (
        "The 3 times you took the lighter session below 70, session RPE was 2.0 lower than on other days."
    )
    alike = compared([Chosen(score=60, lighter=False, rpe=6.2)] * 3, [6.0] * 3)
    assert alike is not None
    assert "was about as on other days" in alike.words
