"""The allow-list lets drawing pass and nothing else; so a green run of the hostile texts means something."""

from __future__ import annotations

import pytest

from tests.faults.sequences import Sequences


def _unknown(stream: str) -> list[str]:
    return [token.raw for token in Sequences().feed(stream) if not token.known]


@pytest.mark.parametrize(
    "stream",
    [
        "Bench press [/] 3×5",
        "\x1b[1;38;2;10;20;30mbold\x1b[0m",
        "\x1b[12;40H\x1b[K\x1b[2J",
        "\x1b[?1049h\x1b[?25l\x1b[?2026h\x1b[?2026l",
        "\x1b[>1u\x1b[<u\x1b[?2026$p\x1b[c\x1b[6n",
        "\x1b]0;Hill 3/8 · hybrid\x07",
        "\x1b]22;default\x1b\\",
        "\r\n\x07",
    ],
)
def test_what_draws_passes(stream: str) -> None:
    assert _unknown(stream) == []


@pytest.mark.parametrize(
    "stream",
    [
        "\x1b]52;c;aGVsbG8=\x1b\\",
        "\x1b]52;c;aGVsbG8=\x07",
        "\x1b]8;;https://example.org\x1b\\tap\x1b]8;;\x1b\\",
        "\x1b]0;a\u202eb\x07",
        "\x1bPq#0;2;0;0;0\x1b\\",
        "\x1b_Gi=1;AAAA\x1b\\",
        "a\x9b2Jb",
        "a\x9d52;c;eA==\x9c",
        "a\u202eb",
        "a\u2066b",
        "a\x7fb",
        "a\x00b",
        "\x1b[5i",
        "\x1b[?1047h",
        "\x1b[4h",
        "\x1bc",
        "\x1b#8",
        "\x1b[1;5r",
    ],
)
def test_what_does_not_draw_is_found(stream: str) -> None:
    assert _unknown(stream)


def test_a_sequence_may_come_in_pieces() -> None:
    sequences = Sequences()
    stream = "a\x1b[38;5;1mb\x1b]0;title\x1b\\c"
    got = [token for sign in stream for token in sequences.feed(sign)]
    assert all(token.known for token in got)
    assert "".join(token.raw for token in got) == stream
    assert sequences.unfinished == ""


def test_what_has_no_end_is_kept_in_mind() -> None:
    sequences = Sequences()
    assert list(sequences.feed("\x1b]0;tit")) == []
    assert sequences.unfinished == "\x1b]0;tit"
