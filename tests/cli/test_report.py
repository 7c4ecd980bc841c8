"""The page: it stands for itself, is private, and never takes another file's place."""

from __future__ import annotations

import csv
import errno
import io
import json
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import click
import pytest

from hybrid_tui.cli.report import put_file
from hybrid_tui.coach.report import report
from hybrid_tui.domain.bests import Best, Mark
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.session_facts import SessionSummary
from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.domain.week import fold_week
from hybrid_tui.formats import bests_page
from hybrid_tui.formats.csv_cells import as_csv
from hybrid_tui.formats.report_html import as_html
from hybrid_tui.formats.week_rows import HEADER, week_rows
from hybrid_tui.store import writes
from hybrid_tui.store.database import open_memory
from tests.cli.shell import Shell
from tests.coach.diary import LIBRARY, MONDAY, SUNDAY, add_week, moment_on
from tests.fixed_clock import FixedClock

VOID = {"meta", "br", "line", "path"}


class Page(HTMLParser):
    """Collects what a browser would fetch, and checks that tags are closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "base", "form", "a", "use"}
        for name, value in attrs:
            assert name not in {"src", "href", "srcset", "xlink:href", "action", "style"}, name
            assert not name.startswith("on")
            assert "//" not in (value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_the_page_refers_to_nothing_outside_and_shows_names_as_text() -> None:
    store = open_memory(clock=FixedClock())
    add_week(store)
    html = as_html(report(store, LIBRARY, moment_on(SUNDAY), MONDAY, SUNDAY))
    page = Page()
    page.feed(html)
    page.close()
    assert not page.open
    assert "svg" in page.tags
    text = " ".join(page.text)
    assert "Hills [/red]" in text
    assert "\x1b" not in html
    for outside in ("http:", "https:", "url(", "@import", "<script"):
        assert outside not in html
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html


def test_a_set_that_is_the_best_for_several_numbers_has_one_row() -> None:
    store = open_memory(clock=FixedClock())
    add_week(store)
    html = as_html(report(store, LIBRARY, moment_on(SUNDAY), MONDAY, SUNDAY))
    assert "at least 1, 3, 5: 60 kg × 5" in html
    assert "e1RM 74 kg (Epley), from 60 kg × 5 @8" in html
    assert "<td>23 Nov 2026" in html  # a whole week needs no days beside its first
    cut = as_html(report(store, LIBRARY, moment_on(SUNDAY), MONDAY - timedelta(days=3), MONDAY))
    assert "16 Nov 2026, Fri 20 Nov to Sun 22 Nov" in cut
    assert "<desc>" in html


def test_markup_in_a_name_is_text() -> None:
    store = open_memory(clock=FixedClock())
    add_week(store)
    with store.write("rename") as writer:
        writes.change(writer, SessionRecord, "mon", name='<script>alert("x")</script>', note="<img src=x>")
    html = as_html(report(store, LIBRARY, moment_on(SUNDAY), MONDAY, SUNDAY))
    Page().feed(html)
    assert "&lt;script&gt;" in html


def test_it_is_private_whole_and_takes_no_other_files_place(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    assert shell("report", "-o", str(target)).status == 0
    assert target.stat().st_mode & 0o777 == 0o600
    before = target.read_text(encoding="utf-8")
    assert before.rstrip().endswith("</html>")
    refused = shell("report", "-o", str(target))
    assert refused.status == 2
    assert "--force" in refused.err
    assert target.read_text(encoding="utf-8") == before
    assert shell("report", "-o", str(target), "--force").status == 0
    assert [each.name for each in tmp_path.glob(".*")] == []


def test_a_file_that_comes_meanwhile_keeps_its_place(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text("mine")
    with pytest.raises(click.UsageError):
        put_file(target, "new", over=False)
    assert target.read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


def test_a_page_that_cannot_be_written_leaves_what_stood_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "page.html"
    target.write_text("mine")

    def fails(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(click.ClickException, match=r"page\.html could not be written"):
        put_file(target, "new", over=True)
    assert target.read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize("other", ["", ".lock"])
def test_the_training_file_is_never_written_over(shell: Shell, other: str) -> None:
    shell("log", "slept 7h")
    target = shell.path.with_name(shell.path.name + other)
    before = target.read_bytes()
    answer = shell("report", "-o", str(target), "--force")
    assert (answer.status, answer.out) == (2, "")
    assert "training file" in answer.err
    assert target.read_bytes() == before


@pytest.mark.parametrize("command", ["bests", "month", "trend load"])
def test_an_empty_log_gives_headings_alone(shell: Shell, command: str) -> None:
    told = shell(*command.split(), "--csv")
    assert told.status == 0
    assert told.out.splitlines()[0].count(",") >= 2
    assert shell(*command.split(), "--json").out.lstrip().startswith("[")


def test_a_trend_leaves_as_rows_and_an_unknown_one_is_told_under_its_name(shell: Shell) -> None:
    assert shell("log", "back squat 3x5 80kg").status == 0
    told = shell("trend", "back", "squat", "--csv")
    assert told.out == "trend,day,value,unit\ne1rm back squat,2026-11-25,93.333,kg\n"
    assert shell("bests", "--csv").out.splitlines()[1].startswith("lift,Back squat,1,80,kg,5,80,2026-11-25,")
    refused = shell("trend", "nonsense")
    assert refused.status == 2
    assert "is no trend" in refused.err


def test_a_week_leaves_as_rows_with_units_and_never_as_a_formula(shell: Shell) -> None:
    assert shell("log", "back squat 3x5 80kg").status == 0
    assert shell("log", "slept 7h30").status == 0
    told = shell("week", "--csv")
    assert told.status == 0
    head, *rows = csv.reader(told.out.splitlines())
    assert head[:2] == ["day", "session"]
    assert {"load_au", "sprint_seconds", "sleep_minutes", "protein_g"} <= set(head)
    assert len(rows) >= 7
    assert {len(row) for row in rows} == {len(head)}
    today = [row for row in rows if row[0] == "2026-11-25"]
    assert today[0][head.index("sleep_minutes")] == "450"
    assert sum(int(row[head.index("sets")] or 0) for row in rows) == 3
    assert json.loads(shell("week", "--json").out)["units"]["load"] == "AU"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_no_text_of_a_person_opens_as_a_formula(sign: str) -> None:
    session = SessionSummary(
        session_id="s",
        name=f"{sign}HYPERLINK(1)",
        kind=SessionKind.MIXED,
        status=SessionStatus.DONE,
    )
    week = fold_week(date(2026, 11, 23), (), LIBRARY.catalogue)
    days = (replace(week.days[0], sessions=(session,)), *week.days[1:])
    table = as_csv(HEADER, week_rows(replace(week, days=days)))
    named = list(csv.reader(io.StringIO(table)))[1][1]
    assert named.startswith("'")
    mark = Mark(value=1.0, unit="kg", day=date(2026, 1, 1), session_id="s")
    best = Best(kind="lift", name=f"{sign}1+1", marks={"1": mark})
    rows = list(csv.reader(io.StringIO(as_csv(bests_page.HEADER, bests_page.best_rows((best,))))))
    assert rows[1][1].startswith("'")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("trend load --from soon", "--from: «soon» is no day"),
        ("trend load --to soon", "--to: «soon» is no day"),
        ("report -o page.html --from soon", "--from: «soon» is no day"),
        ("month --on soon", "--on: «soon» is no day"),
        ("bests --json --csv", "Choose one of --json and --csv."),
        ("week --csv --json", "Choose one of --json and --csv."),
    ],
)
def test_what_cannot_be_taken_is_told_by_its_name(shell: Shell, command: str, told: str) -> None:
    answer = shell(*command.split())
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err


def test_a_folder_that_is_not_there_is_named(shell: Shell, tmp_path: Path) -> None:
    told = shell("report", "-o", str(tmp_path / "nowhere" / "page.html"))
    assert told.status == 2
    assert "nowhere" in told.err
