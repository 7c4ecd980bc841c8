from __future__ import annotations

import json

from hybrid_tui.store import reads_plan
from hybrid_tui.store.database import open_store
from tests.cli.shell import Shell


def stored(shell: Shell) -> object:
    store = open_store(shell.path, clock=shell.clock)
    try:
        return reads_plan.settings(store).get("keys")
    finally:
        store.close()


def test_keys_are_listed_set_and_reset(shell: Shell) -> None:
    listed = shell("keys")
    assert listed.status == 0
    assert "plan.shelf" in listed.out
    assert "*" not in listed.out
    assert not shell.path.exists()
    assert shell("keys", "set", "plan.shelf", "g").status == 0
    assert stored(shell) == {"plan.shelf": "g"}
    verbs = {each["id"]: each for each in json.loads(shell("keys", "--json").out)["keys"]}
    assert verbs["plan.shelf"] == {
        "id": "plan.shelf",
        "room": "Plan",
        "keys": ["g"],
        "own": True,
        "words": "Choose a programme from the shelf",
    }
    assert shell("undo").status == 0
    assert stored(shell) is None
    assert shell("redo").status == 0
    assert shell("keys", "reset", "plan.shelf").status == 0
    assert stored(shell) == {}
    assert shell("keys", "set", "plan.shelf", "a").status == 0
    assert stored(shell) == {}


def test_what_cannot_be_is_refused_in_one_sentence(shell: Shell) -> None:
    for arguments, words in (
        (("set", "plan.shlef", "g"), "did you mean plan.shelf"),
        (("set", "plan.shelf", "x"), "x is «skip» (plan.skip, Plan)"),
        (("set", "plan.shelf", "u"), "(undo, Everywhere)"),
        (("set", "plan.shelf", "blah"), "is no key"),
    ):
        answer = shell("keys", *arguments)
        assert (answer.status, answer.out) == (2, "")
        assert words in answer.err
        assert len(answer.err.strip().splitlines()) == 1
    assert stored(shell) is None


def test_a_usual_key_that_was_given_away_is_not_taken_back_twice(shell: Shell) -> None:
    assert shell("keys", "set", "plan.shelf", "g").status == 0
    assert shell("keys", "set", "plan.skip", "a").status == 0
    answer = shell("keys", "reset", "plan.shelf")
    assert answer.status == 2
    assert "plan.skip" in answer.err
    assert shell("keys", "reset").status == 0
    assert stored(shell) == {}
