from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "training.sqlite"


@pytest.fixture
def shell(path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(path, capsys, monkeypatch)
