"""Bytes that are no text: a slip of the terminal, a paste from another encoding. They are dropped."""

from __future__ import annotations

from typing import Any

from textual.driver import Driver


def forgiving(driver: type[Driver]) -> type[Driver]:
    """The same driver, which goes on reading after bytes that are no UTF-8.

    One that does not read keys in a thread of its own (headless, Windows) is given back as it is.
    """
    read: Any = getattr(driver, "run_input_thread", None)
    if read is None:
        return driver

    def run_input_thread(self: Driver) -> None:
        while True:
            try:
                read(self)
            except UnicodeDecodeError:
                continue
            return

    return type("Forgiving", (driver,), {"run_input_thread": run_input_thread})
