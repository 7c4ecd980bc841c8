"""The README's guide to the language, read by the program itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hybrid_tui.coach import checking
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.interference.findings import Severity
from hybrid_tui.domain.notation.log_line import parse_log
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.notation.programme_printing import print_programme

TEXT = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
LIBRARY = Library()
FENCED = re.findall(r"^```(\w*)\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
PROGRAMMES = [text for kind, text in FENCED if not kind and text.startswith("# ")]
LINES = re.findall(r"^\| `([^`]+)` \|", TEXT.partition("### A programme")[0], re.MULTILINE)
RULES = [
    rule
    for row in re.findall(r"^\| (`.+?) \|", TEXT.partition("### What comes next")[2], re.MULTILINE)
    for rule in re.findall(r"`([^`]+)`", row)
]
_DONE = {"pull-up bw+10kg 5 5 4"}
_BEFORE = {
    "[4,5,6,3]x(…)": "[4,5,6,3]x(8s hill / 90s walk)",
    "; double +2.5kg, miss 2: -10%": "back squat 4x6-8 80kg  ; double +2.5kg, miss 2: -10%",
}


def test_there_is_a_programme_and_lines_to_read() -> None:
    assert PROGRAMMES
    assert len(LINES) >= 6
    assert len(RULES) >= 8


@pytest.mark.parametrize("text", PROGRAMMES)
def test_the_programme_is_in_printed_form_and_no_rule_blocks_it(text: str) -> None:
    programme = parse_programme(text, names=LIBRARY.catalogue)
    assert print_programme(programme).strip() == text.strip()
    weeks = checking.check(programme, LIBRARY.catalogue, {})
    assert [each for week in weeks for each in week.findings if each.severity is Severity.BLOCK] == []


@pytest.mark.parametrize("line", LINES)
def test_each_line_is_understood(line: str) -> None:
    if line in _DONE:
        assert parse_log(line, names=LIBRARY.catalogue)
    else:
        parse_plan_line(_BEFORE.get(line, line), names=LIBRARY.catalogue, typing=True)


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_is_understood(rule: str) -> None:
    timed = "/block" in rule or rule.startswith("stop")
    line = "easy run: 4x(3m @hard / 90s walk)" if timed else "back squat 4x6-8 80kg"
    written = f"double, {rule}" if rule.startswith("then") else rule
    parse_plan_line(f"{line}  ; {written}", names=LIBRARY.catalogue)


def test_the_loose_signs_of_the_guide_are_understood() -> None:
    for line in (
        "back squat 5 65% + 5 75%",
        "back squat 1x5-8 + 2x5-8 -10%",
        "plank 3xmax",
        "push-up 3x5+",
        "back squat 3x5 85%",
    ):
        parse_plan_line(line, names=LIBRARY.catalogue)
    assert parse_log("tm back squat 140kg", names=LIBRARY.catalogue)
