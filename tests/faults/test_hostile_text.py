"""Text is inert: typed, pasted, given to the shell or found in the file, it is shown or visibly replaced, nothing
of it is obeyed, and the app goes on. Every byte that reaches the terminal is held against the allow-list.

The sabotages take the gates away: then the same look must find what got through.
"""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.faults.hostile import CORPUS, STORED, lived_in, poison
from tests.faults.sequences import Sequences
from tests.faults.terminal import PROGRAM, NotSeen, Terminal, environment
from tests.faults.training import NO_GATES, broken, make

FEW = ("half a tag", "action", "clear", "clipboard", "one-byte csi", "bidi", "marks", "long")
"""Enough for a line whose neighbours have met all of them."""


def _inert(terminal: Terminal) -> None:
    assert terminal.process.poll() is None, f"the app has gone:\n{terminal.text}"
    assert terminal.findings == []
    assert "owned" not in terminal.title


def _leave(terminal: Terminal) -> None:
    _inert(terminal)
    terminal.press("ctrl+q")
    terminal.until(
        lambda: terminal.process.poll() is not None or "Leave while the timer runs" in terminal.text,
        "the way out, or the question before it",
    )
    if terminal.process.poll() is None:
        terminal.press("y")
    assert terminal.exit_status() == 0
    assert terminal.not_restored() == []


def _empty(terminal: Terminal) -> None:
    """Empty the line in hand. What is typed next waits: keys that act overtake those that write."""
    terminal.type("\x05\x15")
    terminal.settle()


def _try_line(terminal: Terminal, name: str, keys: tuple[str, ...], sign: str) -> None:
    """Open a line, paste the text, take it, and close whatever came of it."""
    text = CORPUS[name]
    terminal.press(*keys)
    terminal.wait(sign)
    if keys in (("n",), ("e",)):  # they begin with what is there
        _empty(terminal)
    terminal.paste(text)
    terminal.settle()
    _inert(terminal)
    if text.isascii() and text.isprintable() and len(text) < 40:
        terminal.until(lambda: text in terminal.text, f"«{text}»")
    terminal.press("enter")
    if keys == ("ctrl+p",):
        terminal.settle()
        terminal.press("escape")
        terminal.settle()
        _inert(terminal)
        return
    # The line closes, or says under the very character what is wrong.
    refused = re.compile(r"^ *\^", re.MULTILINE)
    terminal.until(
        lambda: sign not in terminal.text or refused.search(terminal.text) is not None, "an answer"
    )
    _inert(terminal)
    if sign in terminal.text:
        terminal.press("escape")
        terminal.wait_gone(sign)
    terminal.settle()


LINES = {
    "log": ((), (":",), "enter save", tuple(CORPUS)),
    "note": ((), ("n",), "enter save", FEW),
    "edit": ((), ("e",), "enter save", FEW),
    "add exercise": ((), ("A",), "enter save", FEW),
    "timer": (("2",), ("/",), "enter run", FEW),
    "weight": (("3",), ("w",), "enter save", FEW),
    "palette": ((), ("ctrl+p",), "An action, exercise", FEW),
    "log on history": (("4",), (":",), "enter save", FEW),
}
"""How each line is reached: keys once, keys each time, what then shows, and what is pasted."""


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES)
def test_pasted_into_a_line_it_stays_text(tmp_path: Path, line: str) -> None:
    once, keys, sign, names = LINES[line]
    path = make(tmp_path / "training.sqlite")
    with Terminal("--db", str(path), home=tmp_path / "home") as terminal:
        terminal.wait("sets +0 of 60")
        for key in once:
            terminal.press(key)
            terminal.wait({"2": "Ready-made", "3": "Protein", "4": r"Week \d+"}[key])
            terminal.settle()
        for name in names:
            _try_line(terminal, name, keys, sign)
        _leave(terminal)


@pytest.mark.slow
def test_pasted_into_the_note_of_a_finished_session_it_stays_text(tmp_path: Path) -> None:
    path = make(tmp_path / "training.sqlite")
    with Terminal("--db", str(path), home=tmp_path / "home") as terminal:
        terminal.wait("sets +0 of 60")
        terminal.press("space")
        terminal.wait("sets +1 of 60")
        for name in ("action", "clipboard", "marks", "one-byte osc"):
            terminal.press("f")
            terminal.wait("How hard")
            terminal.press("5")
            terminal.wait("A note")
            terminal.settle()
            _empty(terminal)
            terminal.paste(CORPUS[name])
            terminal.settle()
            terminal.press("enter")
            terminal.wait_gone("A note\\?")
            terminal.settle()
            _inert(terminal)
            terminal.press("escape")
            terminal.settle()
            terminal.wait("f open again")
            terminal.press("f")
            terminal.wait("f finish")
            terminal.settle()
        _leave(terminal)


@pytest.mark.slow
def test_pasted_as_the_first_weight_it_stays_text(tmp_path: Path) -> None:
    with Terminal("--db", str(tmp_path / "fresh.sqlite"), home=tmp_path / "home") as terminal:
        terminal.wait("First start")
        terminal.settle()
        terminal.press("down")
        for name in FEW:
            _empty(terminal)
            terminal.paste(CORPUS[name])
            terminal.settle()
            _inert(terminal)
            terminal.press("enter")
            terminal.settle()
            _inert(terminal)
        _leave(terminal)


def test_typed_and_pasted_the_worst_of_it_stays_text(tmp_path: Path) -> None:
    path = make(tmp_path / "training.sqlite")
    with Terminal("--db", str(path), home=tmp_path / "home") as terminal:
        terminal.wait("sets +0 of 60")
        terminal.press(":")
        terminal.wait("enter save")
        terminal.type(CORPUS["action"])
        terminal.until(lambda: CORPUS["action"] in terminal.text, "what was typed")
        terminal.press("enter")
        terminal.wait(r"\^")
        terminal.press("escape")
        terminal.wait_gone("enter save")
        for name in ("clipboard", "half a tag"):
            _try_line(terminal, name, ("n",), "enter save")
        _leave(terminal)


@pytest.mark.slow
def test_bytes_that_are_no_text_do_not_end_it(tmp_path: Path) -> None:
    path = make(tmp_path / "training.sqlite")
    with Terminal("--db", str(path), home=tmp_path / "home") as terminal:
        terminal.wait("sets +0 of 60")
        terminal.settle()
        for data in (b"\xff\xfe", b"\xed\xa0\x80", b"\xc3"):
            os.write(terminal.master, data)
            terminal.settle()
            assert terminal.process.poll() is None
        terminal.press("escape")
        terminal.settle()
        terminal.press("space")
        terminal.wait("sets +1 of 60")
        _leave(terminal)


@pytest.mark.slow
@pytest.mark.parametrize("line", ["{}", "back squat 5x5 80kg {}", "protein 30g {}"])
def test_given_to_the_shell_it_is_read_or_refused(tmp_path: Path, line: str) -> None:
    path = make(tmp_path / "training.sqlite")
    env = environment(tmp_path / "home")
    for name, text in CORPUS.items():
        words = line.format(text).encode("utf-8", "surrogatepass").replace(b"\0", b"")
        done = subprocess.run(
            [*PROGRAM, b"--db", os.fsencode(path), b"log", b"-"],
            input=words,
            capture_output=True,
            env=env,
            timeout=20,
            check=False,
        )
        said = done.stdout + done.stderr
        assert done.returncode in (0, 1, 2), name
        assert b"Traceback" not in said, name
        assert b"did not expect" not in said, name
        assert [token.raw for token in Sequences().feed(said.decode("utf-8")) if not token.known] == [], name
        assert b"\x1b" not in said, name


def _walk(terminal: Terminal) -> None:
    """Look at every screen, and at what opens on it."""
    for place in ("1", "2", "3", "4", "1"):
        terminal.press(place)
        terminal.settle()
        _inert(terminal)
        for key in ("down", "?", "escape", "enter", "escape"):
            terminal.press(key)
            terminal.settle()
            _inert(terminal)
    terminal.press("4")
    for key in ("v", "a", "enter", "down", "e", "escape", "escape", "m", "y", "t", "b", "o", "escape", "1"):
        terminal.press(key)
        terminal.settle()
        _inert(terminal)
    terminal.press("ctrl+p")
    terminal.settle()
    terminal.type("o")
    terminal.settle()
    _inert(terminal)
    terminal.press("escape")
    terminal.settle()
    terminal.press("u")
    terminal.settle()
    _inert(terminal)


@pytest.mark.slow
@pytest.mark.parametrize("shift", range(0, len(STORED), 8))
def test_found_in_the_file_it_is_shown_and_not_obeyed(tmp_path: Path, shift: int) -> None:
    path = lived_in(tmp_path / "training.sqlite")
    assert poison(path, shift) > 30
    with Terminal("--db", str(path), home=tmp_path / "home") as terminal:
        terminal.wait("Today")
        terminal.settle()
        _walk(terminal)
        _leave(terminal)
    env = environment(tmp_path / "home")
    for words in (("today",), ("week",), ("log", "protein 20g"), ("undo",)):
        done = subprocess.run(
            [*PROGRAM, "--db", str(path), *words], capture_output=True, env=env, timeout=20, check=False
        )
        said = done.stdout + done.stderr
        assert done.returncode == 0, said.decode("utf-8", "replace")
        assert [token.raw for token in Sequences().feed(said.decode("utf-8")) if not token.known] == []


def test_a_name_in_brackets_is_shown_as_it_is_stored(tmp_path: Path) -> None:
    path = lived_in(tmp_path / "training.sqlite")
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM painted")
        connection.execute("UPDATE session SET name = '[@click=app.quit]tap[/]' WHERE status = 'open'")
    connection.close()
    with Terminal("--db", str(path), home=tmp_path / "home") as terminal:
        terminal.until(lambda: "[@click=app.quit]tap[/]" in terminal.text, "the name")
        _leave(terminal)


@pytest.mark.slow
def test_bytes_that_are_no_text_in_the_file_are_told_or_replaced(tmp_path: Path) -> None:
    path = lived_in(tmp_path / "training.sqlite")
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM painted")
        connection.execute("UPDATE session SET note = CAST(X'6162EDA080FF63' AS TEXT)")
        connection.execute("UPDATE block SET name = CAST(X'6162EDA080FF63' AS TEXT)")
    connection.close()
    with Terminal("--db", str(path), home=tmp_path / "home") as terminal:
        try:
            terminal.wait("Today")
        except NotSeen:
            assert terminal.exit_status() == 1
            assert "Traceback" not in terminal.text
            assert "did not expect" not in terminal.text
            assert terminal.not_restored() == []
            return
        terminal.settle()
        _walk(terminal)
        _leave(terminal)


@pytest.mark.slow
def test_sabotage_without_the_gates_it_is_found(tmp_path: Path) -> None:
    path = lived_in(tmp_path / "training.sqlite")
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM painted")
        connection.execute("UPDATE block SET name = ?, note = ?", (CORPUS["clipboard"], CORPUS["link"]))
    connection.close()
    with Terminal("--db", str(path), home=tmp_path / "home", program=broken(NO_GATES)) as terminal:
        terminal.wait("Today")
        terminal.settle()
        assert any("]52;" in found for found in terminal.findings)
