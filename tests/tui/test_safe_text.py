"""No text is ever read as markup: a walk through the sources, and hostile text through the shell."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.content import Content
from textual.widget import Widget

import hybrid_tui.tui
from hybrid_tui.tui.words import words
from tests.tui.shell_app import lines_of, small_app

ROOT = Path(hybrid_tui.tui.__file__).parent
SOURCES = sorted(ROOT.rglob("*.py"))

TAKES_MARKUP = {
    "Static",
    "Label",
    "Button",
    "Checkbox",
    "RadioButton",
    "Option",
    "Link",
    "Collapsible",
    "Tooltip",
}
"""Widgets of Textual's that read a str as markup."""


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _plain(call: ast.Call) -> bool:
    return any(
        word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
        for word in call.keywords
    )


def _may_be_markup(value: ast.expr) -> bool:
    """True for what may be a str; a call is trusted to make Content, and mypy sees to what it gives."""
    if isinstance(value, ast.IfExp):
        return _may_be_markup(value.body) or _may_be_markup(value.orelse)
    if not isinstance(value, ast.Call):
        return True
    of_a_str = isinstance(value.func, ast.Attribute) and isinstance(value.func.value, ast.Constant)
    return of_a_str or _name(value.func) in {"str", "format"}


def findings(source: str) -> Iterator[tuple[int, str]]:
    """Line and reason of everything in a module that Textual might read as markup."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = _name(node.func)
            shown = [
                *node.args[:1],
                *(word.value for word in node.keywords if word.arg in {"content", "label"}),
            ]
            if name in TAKES_MARKUP and not _plain(node) and any(map(_may_be_markup, shown)):
                yield node.lineno, f"{name} of something that may be a str"
            if name == "update" and node.args and isinstance(node.args[0], ast.Constant | ast.JoinedStr):
                yield node.lineno, "update with a str"
            if name == "from_markup":
                yield node.lineno, "from_markup"
        if isinstance(node, ast.Assign):
            for target in node.targets:
                titled = isinstance(target, ast.Attribute) and target.attr in {
                    "border_title",
                    "border_subtitle",
                    "tooltip",
                    "title",
                }
                if titled and isinstance(node.value, ast.JoinedStr):
                    yield node.lineno, f"{_name(target)} of a str"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_widget_is_built_from_a_str(path: Path) -> None:
    assert list(findings(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "bad",
    [
        'Static("a")',
        "Static(note)",
        'Label(f"{note}")',
        "Static(str(note))",
        'Static(", ".join(notes))',
        'self.line.update(f"{note}")',
        'Content.from_markup("[b]x")',
        'self.border_title = f"{note}"',
        'Static(words(a) if a else "")',
    ],
)
def test_the_walk_sees_what_it_should(bad: str) -> None:
    assert list(findings(bad))


@pytest.mark.parametrize(
    "good", ["Static(words(note))", "Static(note, markup=False)", "Static()", "known.update(a)"]
)
def test_the_walk_lets_safe_text_pass(good: str) -> None:
    assert not list(findings(good))


HOSTILE = (
    "[/]",
    "squat [x]",
    "[@click=app.quit]tap[/]",
    "[a=b:]",
    "[x='1]",
    "a\x1b]52;c;aGk=\x1b\\b",
    "a\x1b[2Jb",
    "a\x9b2Jb",
    "a\u202eb",
    "\ud800",
)


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_in_toast_and_rest_shows_or_goes_but_does_nothing(text: str) -> None:
    app = small_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.notify(text, title=text)
        app.rest.begin(60, text)
        await pilot.pause()
        await pilot.pause()
        await pilot.pause()
        drawn = "\n".join(lines_of(app))
        assert app.is_running
    for sign in ("\x1b", "\x9b", "\u202e", "\ud800"):
        assert sign not in drawn
    if text.isprintable() and text.isascii():
        assert drawn.count(text) >= 2


class _Careless(Widget):
    """Shows what it is given as it is."""

    DEFAULT_CSS = "_Careless { height: 3; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self) -> Content:
        return Content(self.text)


@pytest.mark.parametrize("text", HOSTILE)
async def test_even_a_careless_widget_sends_no_control_to_the_terminal(text: str) -> None:
    app = small_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.screen.query_one("#content").mount(_Careless(text))
        await pilot.pause()
        drawn = "".join(lines_of(app))
        assert app.is_running
    assert not any(
        unicodedata.category(sign) in {"Cc", "Cs"} or "\u202a" <= sign <= "\u202e" for sign in drawn
    )


def test_words_keep_brackets_and_lines_and_drop_controls() -> None:
    assert words("a [b]\nc\x1b[31m").plain == "a [b]\nc"
