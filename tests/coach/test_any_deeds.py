"""Whatever is done to a session, in any order: what is shown at once, kept or joined stays what the file says."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach import bests_kept, blocks, joining, lifting, own_exercises, past_parts, swapping, weeks
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.log import log_text
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Outcome, Spot
from hybrid_tui.domain.sheet import Sheet
from hybrid_tui.domain.turns import superset_groups
from hybrid_tui.store import journal
from tests.coach.evening import Evening

PLAN = """# Any
weeks: 1

## day 1  Upper body
bench press 3x6-8 60kg rest 3m
  & barbell row 3x8 50kg rest 2m
dumbbell row 2x8-12 20kg
hill sprint: 2x(8s @9 hill 8% / 60s walk)
"""
OWN = "Yoke bench"
TYPED = ("62.5x5@8", "w 40x8", "7", "d 40x10", "60kg x7")


def merge(evening: Evening) -> None:
    """Let what was logged of an own exercise count for the bench press."""
    own = evening.library.catalogue.find(OWN)
    if own != "bench_press":
        own_exercises.merge(evening.store, evening.library, evening.now, own or "", "bench_press")


def delete(evening: Evening, spot: Spot) -> None:
    """Take the line out by the keys of History."""
    sheet = evening.sheet()
    block = next(each for each in sheet.blocks if each.position == spot.block)
    if sheet.session_id is not None and block.id is not None:
        past_parts.delete_line(evening.store, evening.library, evening.now, sheet.session_id, block.id)


def put_in(evening: Evening, spot: Spot) -> None:
    """Another lift in the place of one that is not finished."""
    found = next(each for each in evening.sheet().blocks if each.position == spot.block)
    choices = swapping.choices(evening.store, evening.library, evening.now, spot)
    if choices and not found.finished:
        swapping.swap(evening.store, evening.library, evening.now, spot, choices[-1].key)


def do(evening: Evening, deed: str, spot: Spot, number: int) -> Outcome | None:
    """One deed of that name."""
    here = (evening.store, evening.library, evening.now)
    verbs: dict[str, Callable[[], Outcome | str | None]] = {
        "tick": lambda: lifting.tick(*here, spot),
        "run": lambda: blocks.tick_timed(*here, spot),
        "type": lambda: lifting.record(*here, spot, TYPED[number % len(TYPED)]),
        "untick": lambda: lifting.untick(*here, spot),
        "more": lambda: lifting.add_set(*here, spot),
        "fewer": lambda: lifting.remove_set(*here, spot),
        "ramp": lambda: lifting.ramp(*here, spot),
        "join": lambda: joining.join(*here, spot),
        "move": lambda: blocks.move(*here, spot, -1 if number % 2 else 1),
        "skip": lambda: blocks.skip(*here, spot, "time"),
        "again": lambda: blocks.unskip(*here, spot),
        "swap": lambda: put_in(evening, spot),
        "delete": lambda: delete(evening, spot),
        "merge": lambda: merge(evening),
        "undo": lambda: journal.undo(evening.store),
        "redo": lambda: journal.redo(evening.store),
        "keep": lambda: bests_kept.keep(evening.store),
    }
    told = verbs[deed]()
    return told if isinstance(told, Outcome) else None


DEEDS = (
    *(
        "tick",
        "tick",
        "tick",
        "run",
        "type",
        "type",
        "untick",
        "more",
        "fewer",
        "ramp",
        "join",
        "move",
        "skip",
    ),
    *("again", "swap", "delete", "merge", "undo", "redo", "keep"),
)


def sound(sheet: Sheet) -> None:
    """No set twice on a row, no lift in turn with a run, no rest inside a round."""
    for group in superset_groups(sheet.blocks):
        assert not group[0].superset
        assert len(group) == 1 or not any(each.timed for each in group)
        assert not any(each.rest_seconds for each in group[:-1])
    for block in sheet.blocks:
        assert len({row.position for row in block.sets}) == len(block.sets)


@settings(max_examples=25, deadline=None)
@given(
    deeds=st.lists(
        st.tuples(st.sampled_from(DEEDS), st.integers(0, 4), st.integers(0, 4)), min_size=4, max_size=14
    )
)
def test_what_is_shown_and_kept_is_what_the_file_says(deeds: list[tuple[str, int, int]]) -> None:
    evening = Evening(library=Library())
    with closing(evening.store):
        evening.follow(PLAN)
        own_exercises.save(evening.store, evening.library, evening.now, f"{OWN}, like bench press")
        log_text(evening.store, evening.library, evening.now, f"{OWN.lower()} 60kg 6 6; bench press 55kg 8")
        bests_kept.keep(evening.store)
        weeks.week(evening.store, evening.library, evening.now)
        for deed, line, row in deeds:
            before = evening.sheet()
            if not before.blocks:
                return
            position = before.blocks[line % len(before.blocks)].position
            spot = Spot(session_id=before.session_id, plan_key=before.plan_key, block=position, row=row)
            try:
                told = do(evening, deed, spot, line + row)
            except NothingThere:
                continue
            evening.clock.advance(40)
            sheet = evening.sheet()
            sound(sheet)
            if told is not None and told.sheet is not None:
                assert told.sheet.in_its_day(before) == sheet
        known, counted = bests_kept.bests(evening.store), bests_kept.recount(evening.store)
        assert sorted(known.lifts, key=lambda each: each.name) == sorted(
            counted.lifts, key=lambda each: each.name
        )
        assert weeks.week(evening.store, evening.library, evening.now) == weeks.week(
            evening.store, Library(), evening.now
        )
        journal.verify_tables(evening.store)
