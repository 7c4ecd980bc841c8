"""What is said of a line that is refused."""

from __future__ import annotations

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui.screens.asking import refusal


def test_a_toast_names_a_place_only_in_a_text_of_several_lines() -> None:
    assert refusal(NotationError("too late", column=1, hint="write 18:00", source="23:59")) == (
        "too late; write 18:00"
    )
    assert refusal(NotationError("no day", column=4, line=2, source="# A\nday")) == "line 2, column 4: no day"
    assert refusal(StoreError("The disk is full.")) == "The disk is full."
