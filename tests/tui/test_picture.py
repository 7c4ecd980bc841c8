"""A picture of any screen, in a file that the person names."""

from __future__ import annotations

import stat
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from hybrid_tui.tui.widgets.week_measured import MeasuredDialog
from tests.tui.history_app import history_app
from tests.tui.test_history import settle


async def test_any_screen_is_kept_as_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = history_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.take_picture()
        shown = await settle(pilot)
        assert "hybrid-history-2026-11-29.svg" in shown
        await settle(pilot, "enter")
        found = tmp_path / "hybrid-history-2026-11-29.svg"
        assert stat.S_IMODE(found.stat().st_mode) == 0o600
        text = found.read_text(encoding="utf-8")
        root = ElementTree.fromstring(text)
        assert root.tag.endswith("svg")
        assert "Week&#160;48" in text or "Week 48" in "".join(root.itertext()).replace("\xa0", " ")
        # The line that asked for the name is not in it, and nothing is fetched from elsewhere.
        assert "Picture" not in text
        assert "url(http" not in text
        assert "//cdn" not in text

        # What is there is not written over.
        app.take_picture()
        assert "hybrid-history-2026-11-29-2.svg" in await settle(pilot)
        await settle(pilot, *["backspace"] * 6, ".", "s", "v", "g", "enter")
        assert len(list(tmp_path.iterdir())) == 1
        await settle(pilot, "escape")

        # A dialog has no line: it goes under the next free name.
        await settle(pilot, "o")
        assert isinstance(app.screen, MeasuredDialog)
        app.take_picture()
        await settle(pilot)
        assert (tmp_path / "hybrid-history-2026-11-29-2.svg").exists()
