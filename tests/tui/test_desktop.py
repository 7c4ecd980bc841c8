"""Notifications on the desktop: by what the terminal can, without a sign that it would obey."""

from __future__ import annotations

import pytest

from hybrid_tui.tui.desktop import program, sequence


@pytest.mark.parametrize(
    ("environment", "begins"),
    [
        ({"TERM_PROGRAM": "iTerm.app"}, "\x1b]9;"),
        ({"TERM": "xterm-kitty"}, "\x1b]9;"),
        ({"TERM": "foot-extra"}, "\x1b]777;notify;hybrid;"),
        ({"TERM": "xterm-256color"}, ""),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/x"}, ""),
    ],
)
def test_each_terminal_its_way(environment: dict[str, str], begins: str) -> None:
    said = sequence("Rest is over: Pull-up set 1 of 4", environment)
    assert said.startswith(begins)
    assert bool(said) == bool(begins)


def test_hostile_words_end_no_sequence() -> None:
    said = sequence("a\x1b\\\x07b;c\x9b", {"TERM": "foot"})
    assert said.count("\x1b") == 2
    assert "\x07" not in said
    assert said.count(";") == 3


def test_no_program_over_ssh_or_without_a_desktop() -> None:
    assert program({}) == ""
    assert program({"DISPLAY": ":0", "SSH_CONNECTION": "1"}) == ""
