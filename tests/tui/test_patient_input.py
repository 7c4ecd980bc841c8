"""The input thread sleeps longer where nobody types, and a key wakes it all the same."""

from __future__ import annotations

import os
from collections.abc import Iterator
from selectors import EVENT_READ
from time import monotonic

import pytest
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.drivers.linux_driver import LinuxDriver

from hybrid_tui.tui import patient_input
from hybrid_tui.tui.patient_input import PatientSelector, patient


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        os.close(end)


def test_a_key_is_there_at_once(pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patient_input, "QUIET_S", 30.0)
    selector = PatientSelector()
    selector._came -= 100
    selector.register(pipe[0], EVENT_READ)
    os.write(pipe[1], b"q")
    began = monotonic()
    assert [key.fd for key, _ in selector.select(0.1)] == [pipe[0]]
    assert monotonic() - began < 5


def test_just_after_a_key_the_short_time_holds(
    pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patient_input, "QUIET_S", 30.0)
    selector = PatientSelector()
    selector.register(pipe[0], EVENT_READ)
    began = monotonic()
    assert selector.select(0.001) == []
    assert monotonic() - began < 5


def test_only_a_driver_with_that_selector_is_changed() -> None:
    changed = patient(LinuxDriver)
    assert issubclass(changed, LinuxDriver)
    assert changed.run_input_thread is not LinuxDriver.run_input_thread
    assert changed.run_input_thread.__globals__["selectors"].SelectSelector is PatientSelector
    headless: type[Driver] = HeadlessDriver
    assert patient(headless) is headless
