"""What a person installs is whole: the program, its styles and its data."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def run(command: list[str], home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command with a home of its own and nothing of this checkout in its way."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "HYBRID"))}
    return subprocess.run(
        command,
        cwd=home,
        env={**kept, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), **more},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_holds_every_style_and_all_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    styles = {
        f"hybrid_tui/{each.relative_to(ROOT / 'hybrid_tui')}" for each in ROOT.glob("hybrid_tui/**/*.tcss")
    }
    data = {f"hybrid_tui/data/{each.relative_to(ROOT / 'data')}" for each in (ROOT / "data").rglob("*.t*")}
    assert styles
    assert len(data) > 20
    assert styles | data <= names
    assert not any(name.startswith("tests/") for name in names)


def test_the_program_runs_from_the_unpacked_wheel(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "unpacked")
    path = str(tmp_path / "unpacked")
    hybrid = [sys.executable, "-m", "hybrid_tui"]
    logged = run([*hybrid, "log", "back squat 5x5 80kg"], tmp_path, PYTHONPATH=path)
    assert logged.returncode == 0, logged.stderr
    shown = run([*hybrid, "today"], tmp_path, PYTHONPATH=path)
    assert "Back squat" in shown.stdout
    where = run([*hybrid, "where"], tmp_path, PYTHONPATH=path)
    assert str(tmp_path / "unpacked" / "hybrid_tui" / "data") in where.stdout


@pytest.mark.slow
def test_a_fresh_environment_needs_nothing_but_pip(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    binaries = tmp_path / "venv" / "bin"
    installed = subprocess.run(
        [str(binaries / "pip"), "install", "-q", str(wheel)], capture_output=True, text=True
    )
    assert installed.returncode == 0, installed.stderr
    for command in ("hybrid", "hybrid-tui"):
        told = run([str(binaries / command), "--version"], tmp_path)
        assert told.stdout.startswith("hybrid "), told.stderr
    explained = run([str(binaries / "hybrid"), "explain", "8x(12s hill / 90s walk)"], tmp_path)
    assert "15 steps" in explained.stdout
