"""Whatever verb takes a person's text: nothing that a terminal obeys, or that hides, gets into the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress

from hybrid_tui.coach import (
    blocks,
    finishing,
    following,
    lifting,
    log,
    moving,
    own_exercises,
    past,
    past_parts,
    recovering,
    replanning,
    timer_choices,
)
from hybrid_tui.domain.notation.errors import NotationError, ProgrammeErrors
from hybrid_tui.domain.text import FORBIDDEN
from hybrid_tui.store.errors import StoreError
from hybrid_tui.store.schema import JOURNALED
from tests.coach.evening import UPPER, Evening

HOSTILE = "a\x1b]52;c;AAAA\x07b\x1b[2Jc\x9b31md\u202ee\x00f\u200bg\ud800[/]"
BRACKETS = "[/]"
"""What the name of an exercise may not hold."""


def test_no_verb_lets_hostile_text_into_the_file() -> None:
    evening = Evening()
    evening.follow()
    store, library, now = evening.store, evening.library, evening.now
    lifting.tick(store, library, now, evening.spot("Bench press"))
    sheet = evening.sheet()
    session, block = sheet.session_id or "", evening.block("Bench press")
    done = block.sets[0].done
    assert done is not None
    spot = evening.spot("Bench press")
    own_exercises.save(store, library, now, "sky lift, like back squat")
    timer_choices.save_own(store, now, "mine", "8x(12s / 90s)")
    timer = timer_choices.choices(store, library, now)
    mine = next(each.own_id for each in timer if each.title == "mine") or ""
    plan = following.running_plan(store, library)
    assert plan is not None
    planned = following.next_planned(store, plan, now.day, frozenset({sheet.plan_key or ""}))
    assert planned is not None
    typed: list[Callable[[str], object]] = [
        lambda text: lifting.note(store, library, now, spot, text),
        lambda text: lifting.record(store, library, now, spot, text),
        lambda text: finishing.note_session(store, library, now, spot, text),
        lambda text: blocks.skip(store, library, now, evening.spot("Plank"), text),
        lambda text: blocks.add_exercise(store, library, now, spot, text),
        lambda text: blocks.begin_with(store, library, now, f"10m // {text}", "Free"),
        lambda text: past.edit_session(store, library, now, session, "name", text),
        lambda text: past.edit_session(store, library, now, session, "note", text),
        lambda text: past_parts.note_set(store, library, now, session, done.id, text),
        lambda text: past_parts.rename_line(store, library, now, session, block.id or "", text),
        lambda text: past_parts.add_line(store, library, now, session, text),
        lambda text: own_exercises.save(
            store, library, now, f"{text.removesuffix(BRACKETS)}, like back squat"
        ),
        lambda text: own_exercises.alias(
            store, library, now, "back_squat", f"my {text.removesuffix(BRACKETS)}"
        ),
        lambda text: timer_choices.save_own(store, now, text, "8x(12s / 90s)"),
        lambda text: timer_choices.rename_own(store, mine, f"my {text}"),
        lambda text: recovering.eat(store, now, now.day, 30, text),
        lambda text: recovering.add_own_food(store, now, f"{text} 30g"),
        lambda text: recovering.weigh(store, now, now.day, text),
        lambda text: log.log_text(store, library, now, f"protein 30g {text}"),
        lambda text: log.log_text(store, library, now, f"push-up 10 // {text}"),
        lambda text: moving.skip(store, library, now, planned.plan_key, text),
        lambda text: replanning.pause(store, library, now, now.day, text),
        lambda text: replanning.replace_text(store, library, now, UPPER.replace("Upper body", text)),
        lambda text: finishing.finish(store, library, now, session, 7, text),
    ]
    kept = 0
    for verb in typed:
        before = len(store.rows("SELECT id FROM operation"))
        with suppress(NotationError, ProgrammeErrors, StoreError):
            verb(HOSTILE)
        kept += len(store.rows("SELECT id FROM operation")) > before
    assert kept >= 14, "most of them keep what is left of it"
    for table in (*JOURNALED, "operation"):
        for row in store.rows(f"SELECT * FROM {table}"):
            for name, value in dict(row).items():
                found = re.search(f"[{FORBIDDEN}]|\\\\u00(?:[01]|7f|[89])", str(value))
                assert found is None, f"{table}.{name}: {value!r}"
