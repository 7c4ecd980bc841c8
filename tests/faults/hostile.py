"""Texts that would style, act, write the clipboard or break the app if they were ever more than text, and a file
that is full of them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from hybrid_tui.coach import finishing, lifting, log, timing
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.loaded import load
from hybrid_tui.coach.outcome import Spot
from hybrid_tui.coach.today import sheet
from hybrid_tui.store.database import open_store
from tests.faults.training import NoonClock, make

CORPUS = {
    "closing tag": "[/]",
    "half a tag": "[/",
    "wrong attribute": "[x='1]",
    "empty value": "[a=b:]",
    "style": "[bold red on blue]loud[/bold]",
    "action": "[@click=app.quit]tap[/]",
    "variable": "[$accent]x[/] $name {0} %s",
    "colour": "a\x1b[31;5mb",
    "clear": "a\x1b[2J\x1b[Hb",
    "reset": "a\x1bcb",
    "alternate screen": "a\x1b[?1049lb",
    "link": "a\x1b]8;;https://example.org\x1b\\b\x1b]8;;\x1b\\c",
    "clipboard": "a\x1b]52;c;aGVsbG8=\x1b\\b",
    "clipboard by bell": "a\x1b]52;c;aGVsbG8=\x07b",
    "title": "a\x1b]0;owned\x1b\\b",
    "device string": "a\x1bPq#0;2;0;0;0\x1b\\b",
    "graphics": "a\x1b_Gi=1,a=T;AAAA\x1b\\b",
    "unfinished": "a\x1b]52;c;aGVs",
    "one-byte csi": "a\x9b2Jb",
    "one-byte osc": "a\x9d52;c;eA==\x9cb",
    "nul and del": "a\x00\x08\x7fb",
    "bidi": "a\u202eb\u202cc",
    "isolates": "a\u2066\u2067b\u2069c",
    "zero width": "a\u200bb\u200e\ufeff\u2060c",
    "marks": "e" + "\u0301" * 100_000,
    "lone surrogate": "a\ud800b",
    "long": "x" * 10_000,
    "wide": "漢" * 3_000,
    "family": "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 20,
    "lines": "one\ntwo\r\nthree\u2028four\tfive",
}
"""By what they try."""

STORED = tuple(text for text in CORPUS.values() if text != CORPUS["lone surrogate"])
"""SQLite takes no lone surrogate; bytes that are no text at all have a test of their own."""

_TEXTS = {
    "session": ("name", "note", "reason"),
    "block": ("name", "note", "reason", "line", "change", "why", "last", "exercise"),
    "set_done": ("note", "load"),
    "interval_done": ("label", "effort", "place"),
    "programme": ("name",),
    "plan_change": ("reason", "detail"),
    "food": ("words",),
    "body_weight": ("text",),
    "operation": ("words",),
    "own_exercise": ("name", "text"),
    "own_timer": ("name", "line"),
    "rest": ("words",),
    "decision": ("offered", "taken"),
    "training_max": ("exercise", "text"),
}
"""Columns that hold what a person, or a stranger's file, has written."""

_PROGRAMME = """# {title}
weeks: 1

## day 1  {title}
hill sprint: 3x(2s hill / 2s walk)
back squat 3x5 60kg rest 3m
bench press 20x5 50kg rest 3m
"""


def lived_in(path: Path) -> Path:
    """A file with something in nearly every table."""
    make(path, _PROGRAMME.format(title="Many Sets"))
    store, clock, library = open_store(path, clock=NoonClock()), NoonClock(), Library()
    moment = clock.moment()
    timed = load("3x(2s hill / 2s walk)")
    begun = timing.start(store, library, moment, timed, 0)
    timing.finish(store, library, moment, begun)
    for line in (
        "protein 30g lunch",
        "weight 74.2kg",
        "slept 7h30",
        "deadlift 100kg 5 5 5",
        "tm bench press 80kg",
        "session rpe 7",
    ):
        log.log_text(store, library, moment, line)
    planned = sheet(store, library, moment)
    for row in range(2):
        spot = Spot(
            session_id=sheet(store, library, moment).session_id, plan_key=planned.plan_key, block=1, row=row
        )
        lifting.tick(store, library, moment, spot)
    today = sheet(store, library, moment)
    lifting.note(store, library, moment, Spot(session_id=today.session_id, block=1), "a note")
    if today.session_id is not None:
        finishing.note_session(store, library, moment, Spot(session_id=today.session_id, block=-1), "a note")
    with store.write("own things") as writer:
        writer.insert("own_exercise", {"id": "mine", "name": "My lift", "text": "my lift"})
        writer.insert("own_timer", {"id": "t1", "name": "My timer", "line": "3x(5s hill / 5s walk)"})
    store.close()
    return path


def poison(path: Path, shift: int) -> int:
    """Write a text of the corpus into every column of text, another one with each `shift`; how many were taken."""
    taken = 0
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM painted")
    for table, columns in _TEXTS.items():
        for column in columns:
            text = STORED[(taken * 7 + shift) % len(STORED)]
            for limit in (4000, 1000, 200, 100, 40, 20):
                try:
                    connection.execute(f"UPDATE {table} SET {column} = ?", (text[:limit],))
                except sqlite3.IntegrityError:
                    continue
                break
            taken += 1
    connection.commit()
    connection.close()
    return taken
