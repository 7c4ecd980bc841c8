"""A person's own keys: how they are read, what is refused, and that the app has and shows them."""

from __future__ import annotations

import pytest

from hybrid_tui.tui import own_keys
from hybrid_tui.tui.glyphs import UNICODE
from hybrid_tui.tui.widgets.keybar import KeyBar
from tests.tui.test_plan import plan_app, settle, shown_keys, told


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("g", "g"),
        ("G", "G"),
        ("shift+g", "G"),
        ("ctrl+G", "ctrl+g"),
        ("?", "question_mark"),
        ("[", "left_square_bracket"),
        (",", "comma"),
        ("+", "plus"),
        ("ctrl++", "ctrl+plus"),
        (" ", "space"),
        ("Esc", "escape"),
        ("F5", "f5"),
        ("page down", "pagedown"),
        ("alt+ctrl+left", "alt+ctrl+left"),
        ("g,f5", "g,f5"),
        ("ä", "ä"),
    ],
)
def test_keys_are_read_as_people_name_them(typed: str, stored: str) -> None:
    assert own_keys.read_keys(typed) == stored
    assert own_keys.read_keys(stored) == stored


@pytest.mark.parametrize(
    "typed", ["", "foo", "ctrl+", "hyper+g", "ctrl+c", "g,h,i,j", "\x1b[A", "f99", "a b"]
)
def test_what_is_no_key_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is no key|key is missing|another key|keys at most|every terminal"):
        own_keys.read_keys(typed)


def test_a_verb_is_known_by_one_id_at_each_place() -> None:
    for room in own_keys.rooms():
        actions: dict[str, set[str]] = {}
        for each in room.bindings:
            assert each.id, f"{each.action} has no id"
            actions.setdefault(each.id, set()).add(each.action)
        assert {id: found for id, found in actions.items() if len(found) > 1} == {}


def test_the_usual_keys_are_sound_and_read_back() -> None:
    for verb in own_keys.verbs().values():
        assert [own_keys.read_keys(key) for key in verb.keys] == list(verb.keys)


def test_a_key_that_is_taken_where_the_verb_works_is_refused() -> None:
    assert own_keys.clash({}, "plan.shelf", "g", UNICODE) == ""
    assert "x is «skip» (plan.skip, Plan)" in own_keys.clash({}, "plan.shelf", "x", UNICODE)
    assert "u is «undo» (undo, Everywhere)" in own_keys.clash({}, "plan.shelf", "u", UNICODE)
    # A verb of everywhere must not stand in the way on any screen.
    assert "(today.add_set, Today)" in own_keys.clash({}, "undo", "a", UNICODE)
    # A key that was given away is free.
    assert own_keys.clash({"plan.skip": "g"}, "plan.shelf", "x", UNICODE) == ""
    assert "plan.skip" in own_keys.clash({"plan.skip": "g"}, "plan.shelf", "g", UNICODE)


def test_an_unknown_verb_is_answered_with_the_nearest() -> None:
    assert "did you mean plan.shelf" in own_keys.unknown("plan.shlef")
    assert "hybrid keys" in own_keys.unknown("zzzzzzzzzzzz")


def test_of_a_file_made_by_hand_what_is_wrong_is_told_and_the_rest_used() -> None:
    stored = {"plan.shelf": "g", "plan.skip": "g", "nonsense": "k", "undo": "", "redo": 7}
    good, wrong = own_keys.sound(stored, UNICODE)
    assert good["plan.shelf"] == "g"
    assert not {"plan.skip", "nonsense"} & set(good)
    assert "plan.skip keeps its usual key: g is" in " ".join(wrong)
    assert own_keys.sound(["x"], UNICODE) == ({}, ("The stored keys cannot be read; the usual ones work.",))


async def test_the_app_has_own_keys_shows_them_and_says_once_what_cannot_be() -> None:
    app = plan_app()
    settings = app.session.settings
    assert isinstance(settings, dict)
    settings["keys"] = {"plan.shelf": "g", "plan.skip": "u", "plan.down": "f6"}
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        bar = {word.active.binding.action: word.keys for word in app.plan.query_one(KeyBar)._words}
        assert bar["shelf"] == "g"
        assert "plan.skip keeps its usual key" in told(app)
        assert told(app).count("keeps its usual key") == 1
        assert {"shelf", "start", "pause", "edit"} <= shown_keys(app)
        panel = await settle(pilot, "question_mark")
        line = next(each for each in panel.splitlines() if "Choose a programme from the shelf" in each)
        assert line.split("Choose")[0].split()[-1] == "g"
        await settle(pilot, "escape", "a")
        assert not app.screen.is_modal
        await settle(pilot, "g")
        assert app.screen.is_modal


@pytest.mark.parametrize("verb", ["today.open", "history.open", "timer.act", "undo"])
def test_verbs_that_share_a_key_keep_theirs(verb: str) -> None:
    given = own_keys.keymap({verb: "f9"})
    for room in own_keys.rooms():
        if not any(each.id == verb for each in room.bindings):
            continue
        usual = {each.key for each in room.bindings if each.id == verb}
        sharing = {each.id for each in room.bindings if each.key in usual and each.id != verb}
        assert sharing <= set(given)
