"""A programme that an earlier program took and this one refuses: it is named, and everything else goes on."""

from __future__ import annotations

import pytest

from hybrid_tui.coach import (
    best_list,
    deloading,
    finishing,
    lifting,
    log,
    noticing,
    planning,
    recovering,
    replanning,
    reviewing,
    trends,
    weeks,
)
from hybrid_tui.coach.opening import NothingThere, begin_next
from hybrid_tui.domain.plan_notice import PlanNotice
from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.domain.sheet import SheetState
from hybrid_tui.store import reads_plan, writes
from hybrid_tui.store.rows import ProgrammeRow
from tests.coach.evening import UPPER, Evening

BEYOND = {
    "rest": "back squat 3x5 60kg rest 90m",
    "sets": "back squat 150x5 60kg",
    "assistance": "pull-up 3x5 bw-1500kg",
    "rule": "back squat 3x5 60kg  ; +1.5rep",
    "thousands": "easy run: 1,500mtr",
    "ramp": "ramp\neasy run: 20m",
}


def refused(line: str) -> Evening:
    """A person who follows a programme with that line, taken by an earlier program."""
    evening = Evening()
    evening.follow(f"# Old\nweeks: 1\n\n## day 1  Legs\n{line}\n", name="old")
    return evening


@pytest.mark.parametrize("line", BEYOND.values(), ids=BEYOND)
def test_today_names_it_and_plan_says_where(line: str) -> None:
    evening = refused(line)
    sheet = evening.sheet()
    assert (sheet.state, sheet.programme) == (SheetState.FREE, "old")
    assert sheet.advice == ("The text of old cannot be read, so nothing is planned: 5 Plan says where.",)
    view = planning.plan(evening.store, evening.library, evening.now)
    assert view is not None
    assert view.unread[0].startswith("line ")


def test_everything_else_goes_on() -> None:
    evening = refused(BEYOND["sets"])
    store, library, now = evening.store, evening.library, evening.now
    log.log_text(store, library, now, "bench press 60kg 8 8; easy run: 20m 3.1km")
    assert weeks.week(store, library, now).week.totals.done == 1
    assert best_list.best_list(store, library, now)
    assert trends.trend_names(store, library, now).names
    assert reviewing.review(store, library, now) is None
    assert deloading.hint(store, library, now) is None
    assert noticing.notice(store, library, now) == PlanNotice()
    assert planning.missed(store, library, now) == ()
    assert recovering.day(store, library, now, now.day).day == now.day
    with pytest.raises(NothingThere):
        begin_next(store, library, now)


def test_a_session_begun_from_it_is_finished_and_the_mended_text_goes_on() -> None:
    evening = Evening()
    evening.follow()
    store, library = evening.store, evening.library
    lifting.tick(store, library, evening.now, evening.spot("Bench press"))
    row = reads_plan.programme(store)
    assert row is not None
    line = evening.block("Plank").id
    assert line is not None
    with store.write("as an earlier program wrote it") as writer:
        writes.change(writer, ProgrammeRow, row.id, text=row.text.replace("2x45s", "150x45s"))
        writes.change(writer, BlockRecord, line, line="plank 150x45s")
    lifting.tick(store, library, evening.now, evening.spot("Plank"))
    assert evening.sheet().sets_done == 2
    finishing.finish(store, library, evening.now, evening.sheet().session_id or "", 7, "")
    assert evening.sheet().state is SheetState.DONE
    replanning.replace_text(store, library, evening.now, UPPER)
    evening.clock.advance(2 * 86_400)
    assert evening.sheet().title == "Lower body"
