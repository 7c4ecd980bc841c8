"""The map of the house: what the packages say of themselves names modules that are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "hybrid_tui"
MAPS = sorted(path for path in PACKAGE.rglob("__init__.py") if path.parent != PACKAGE)
NAME = re.compile(r"`(_?[a-z]\w*\*?|\*_\w+)`")


@pytest.mark.parametrize("path", MAPS, ids=lambda path: str(path.parent.relative_to(PACKAGE)))
def test_a_package_names_rooms_that_exist(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert said
    there = {each.stem for each in path.parent.glob("*.py")}
    there |= {each.parent.name for each in path.parent.glob("*/__init__.py")}
    rooms = {"hybrid", "clock"} | {each.parent.name for each in PACKAGE.rglob("__init__.py")}
    for name in NAME.findall(said):
        if name.startswith("_"):
            found = any(each.endswith(name) for each in there)
        else:
            found = name in rooms or any(Path(each).match(name) for each in there)
        assert found, f"{name} is not in {path.parent.name}"
