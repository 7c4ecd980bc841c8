"""A text handed to the person's own editor, and taken back when it is closed, while the app stands still."""

from __future__ import annotations

from textual.app import App, SuspendNotSupported

from hybrid_tui.tui.editor import NoEditor, edit_in_terminal, editor_command


def edited(app: App[object], text: str, *, name: str = "plan.txt") -> str:
    """The text as the person left it in the editor; the app stands still meanwhile. Raises NoEditor."""
    editor_command()
    found: str | NoEditor = ""
    try:
        with app.suspend():
            # An error must not leave the block: Textual would not take the terminal back.
            try:
                found = edit_in_terminal(text, name=name)
            except NoEditor as error:
                found = error
    except SuspendNotSupported as error:
        raise NoEditor(
            "No editor can be opened from here; «hybrid plan edit» does it from a shell."
        ) from error
    app.screen.refresh(layout=True)
    if isinstance(found, NoEditor):
        raise found
    return found
