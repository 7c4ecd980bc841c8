from __future__ import annotations

from pathlib import Path

import pytest

from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.presets import read_presets, timeline_of

FILES = sorted((Path(__file__).parent.parent / "data" / "timers").glob("*.txt"))


def test_there_are_timers_to_choose_from() -> None:
    assert len(FILES) >= 12
    titles = [read_presets(path.read_text("utf-8"))[0].title for path in FILES]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_timer_is_in_printed_form_and_runs(path: Path) -> None:
    text = path.read_text("utf-8")
    (preset,) = read_presets(text)
    assert preset.title
    assert preset.about
    assert text == f"// {preset.title}\n// {preset.about}\n{print_line(preset.line)}\n"
    assert timeline_of(preset.line).steps
