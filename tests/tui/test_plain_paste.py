"""What is pasted can press no key, however it reaches the app."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.drivers.linux_driver import LinuxDriver

from hybrid_tui.tui.patient_input import patient
from hybrid_tui.tui.plain_paste import PasteFilter

BEGIN, END = "\x1b[200~", "\x1b[201~"


def events_of(*chunks: str) -> list[events.Event]:
    driver: Any = patient(LinuxDriver)
    parser = driver.run_input_thread.__globals__["XTermParser"](False)
    return [event for chunk in chunks for event in parser.feed(chunk)]


@pytest.mark.parametrize("size", [1, 3, 7, 200])
def test_an_escape_in_a_paste_presses_no_key(size: int) -> None:
    text = f"a{BEGIN}wet \x1b[31mred\x1b x f 7{END}\x1b[Ab"
    found = events_of(*(text[at : at + size] for at in range(0, len(text), size)))
    assert [event.key for event in found if isinstance(event, events.Key)] == ["a", "up", "b"]
    assert [event.text for event in found if isinstance(event, events.Paste)] == ["wet [31mred x f 7"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("\x1b[201~0a", max_size=8), max_size=12))
def test_outside_a_paste_nothing_is_changed_and_inside_only_escapes(chunks: list[str]) -> None:
    text = "".join(chunks)
    plain = PasteFilter()
    if BEGIN not in text:
        assert "".join(map(plain.passed, chunks)) == text
    wrapped = PasteFilter()
    passed = "".join(map(wrapped.passed, [BEGIN, *chunks, END, "\x1b[A"]))
    if BEGIN not in text and END not in text:
        assert passed == f"{BEGIN}{text.replace(chr(27), '')}{END}\x1b[A"
