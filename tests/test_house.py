"""The map of the house: what the packages say of themselves names modules that are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "hybrid_tui"
MAPS = sorted(path for path in PACKAGE.rglob("__init__.py") if path.parent != PACKAGE)
NAME = re.compile(r"`(_?[a-z]\w*\*?)`")


ROOMS = {path.stem for path in PACKAGE.rglob("*.py")} | {path.parent.name for path in MAPS} | {"hybrid"}


@pytest.mark.parametrize("path", MAPS, ids=lambda path: str(path.parent.relative_to(PACKAGE)))
def test_a_package_names_rooms_that_exist(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert said
    for name in NAME.findall(said):
        wanted = f"*{name}" if name.startswith("_") else name
        assert any(Path(room).match(wanted) for room in ROOMS), f"{name} is no room of this house"
