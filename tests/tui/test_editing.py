"""What a person's own editor may do to a text, and what is said of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from textual.app import App

from hybrid_tui.tui.editing import edited
from hybrid_tui.tui.editor import NoEditor, edit_in_terminal


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script that stands for the editor; its first argument is the file."""
    script = tmp_path / "editor.sh"
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"/bin/sh {script}")
    return script


def test_the_text_comes_back_as_it_was_left(editor: Path) -> None:
    editor.write_text("printf 'more\\n' >> \"$1\"\n")
    assert edit_in_terminal("text ü\n") == "text ü\nmore\n"


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("exit 1", "ended with status 1"),
        ("kill -9 $$", "was ended by a signal"),
        ('head -c 1000001 /dev/zero > "$1"', "longer than 1 MB"),
        ("printf '\\377\\000\\376' > \"$1\"", "no UTF-8"),
        ('rm "$1"', "is not there any more"),
        ('rm "$1"; mkdir "$1"', "cannot be read"),
    ],
)
def test_what_an_editor_spoils_is_said_and_changes_nothing(editor: Path, does: str, said: str) -> None:
    editor.write_text(f"{does}\n")
    with pytest.raises(NoEditor, match=said) as caught:
        edit_in_terminal("text\n")
    assert "Nothing was changed" in str(caught.value)


def test_the_terminal_is_taken_back_whatever_the_editor_did(editor: Path) -> None:
    class Standing(App[object]):
        """As Textual's own: what follows its `yield` is left out when an error comes through."""

        back = 0

        @contextmanager
        def suspend(self) -> Iterator[None]:
            yield
            self.back += 1

    async def ask(does: str) -> int:
        editor.write_text(f"{does}\n")
        app = Standing()
        async with app.run_test():
            with suppress(NoEditor):
                edited(app, "text")
            return app.back

    assert asyncio.run(ask("exit 1")) == 1
    assert asyncio.run(ask("exit 0")) == 1


@pytest.mark.parametrize("named", ["no-such-editor", "'vi", "/etc", "   "])
def test_an_editor_that_cannot_be_opened_is_named(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", named)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoEditor, match="EDITOR"):
        edit_in_terminal("text\n")
