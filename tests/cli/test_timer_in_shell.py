"""`hybrid timer --plain` and `--inline`: told in lines, driven by keys, stored like any run, no Textual."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from hybrid_tui.cli.timer.faces import InlineFace, PlainFace
from hybrid_tui.cli.timer.keeping import ShellKeeper
from hybrid_tui.cli.timer.keys import INTERRUPT, LEAVE, single_keys
from hybrid_tui.cli.timer.running import ShellTimer
from hybrid_tui.coach import timing
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.loaded import Loaded, load
from hybrid_tui.domain.timer_cues import Cue
from hybrid_tui.store import reads_sessions
from hybrid_tui.store.database import open_store
from hybrid_tui.store.thread import StoreThread
from hybrid_tui.tui.glyphs import UNICODE
from tests.cli.shell import ROOT, Shell
from tests.fixed_clock import FixedClock

HILLS = "3x(12s @9 hill 8% / 30s walk back)"


class Script:
    """Deeds by the seconds since the start; waiting moves the clock, to the very end of the wait."""

    def __init__(self, clock: FixedClock, deeds: dict[float, str], *, possible: bool = True) -> None:
        self.clock, self.deeds, self.possible, self.signal_number = clock, dict(deeds), possible, 0
        self.began = clock.boot_us()
        self.sleeps: dict[float, float] = {}

    def wait(self, seconds: float) -> list[str]:
        now = (self.clock.boot_us() - self.began) / 1_000_000
        first = min(self.deeds, default=float("inf"))
        if first <= now + seconds:
            self.clock.advance(max(0.0, first - now))
            return [self.deeds.pop(first)]
        for at in [each for each in self.sleeps if each <= now + seconds]:
            seconds += self.sleeps.pop(at)
        self.clock.advance(seconds)
        return []

    def suspend(self) -> None:
        raise AssertionError("not asked for")


class Person:
    """Runs lines on a file of its own."""

    def __init__(self, path: Path) -> None:
        self.clock = FixedClock(zone="Europe/Paris")
        self.thread = StoreThread(partial(open_store, path, clock=self.clock))
        self.thread.start()
        self.library = Library()
        self.played: list[Cue] = []
        self.out = io.StringIO()

    def run(self, line: str | Loaded, script: Script, *, inline: bool = False) -> int:
        face = InlineFace(self.out, UNICODE, colour=False) if inline else PlainFace(self.out)
        keeper = ShellKeeper(self.thread, self.library, self.clock.moment)
        loaded = load(line) if isinstance(line, str) else line
        return ShellTimer(
            loaded, clock=self.clock, keeper=keeper, source=script, face=face, play=self.played.append
        ).run()

    def lines(self) -> list[str]:
        return [line.strip() for line in self.out.getvalue().splitlines()]

    def open_run(self) -> Loaded | None:
        return self.thread.submit(timing.running, self.clock.moment()).result()

    def seconds(self) -> list[tuple[str, float | None, bool]]:
        """Label, seconds and whether done, of every interval that is stored."""
        found = self.thread.submit(reads_sessions.sessions_between, self.clock.today(), self.clock.today())
        return [
            (each.label, each.seconds, each.done)
            for session in found.result()
            for block in session.blocks
            for each in block.intervals
        ]


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    one = Person(tmp_path / "training.sqlite")
    yield one
    one.thread.close()


def test_a_closed_terminal_leaves_the_run_open(person: Person) -> None:
    with Path("/dev/full").open("w") as person.out:  # type: ignore[assignment]  # every write fails
        assert person.run(HILLS, Script(person.clock, {}), inline=True) == 129
    assert person.open_run() is not None


def test_one_line_a_cue_to_the_end(person: Person) -> None:
    assert person.run("2x(12s @9 hill 8% / 5s walk back)", Script(person.clock, {})) == 0
    assert person.lines() == [
        "0:00  get ready, 10 s: hill sprint 1 of 2, 12 s @9, hill 8 %",
        "0:00  3",
        "0:00  2",
        "0:00  1",
        "0:00  hill sprint 1 of 2, 12 s @9, hill 8 %",
        "0:09  3",
        "0:10  2",
        "0:11  1",
        "0:12  walk back, 5 s",
        "0:14  3",
        "0:15  2",
        "0:16  1",
        "0:17  hill sprint 2 of 2, 12 s @9, hill 8 %",
        "0:26  3",
        "0:27  2",
        "0:28  1",
        "0:29  done",
        "Timer: 2 of 2",
    ]
    assert [cue.words for cue in person.played][-1] == "done"
    assert len(person.played) == 17
    assert person.seconds() == [("hill", 12.0, True), ("walk back", 5.0, True), ("hill", 12.0, True)]
    assert person.open_run() is None


def test_ctrl_c_keeps_what_was_done(person: Person) -> None:
    assert person.run(HILLS, Script(person.clock, {30.0: INTERRUPT})) == 130
    assert person.lines()[-1] == "Timer: 1 of 3"
    assert person.seconds() == [("hill", 12.0, True), ("walk back", 8.0, False)]


def test_ctrl_c_before_the_first_step_leaves_no_trace(person: Person) -> None:
    assert person.run(HILLS, Script(person.clock, {4.0: INTERRUPT})) == 130
    assert person.seconds() == []
    assert person.open_run() is None


def test_keys_steer_it(person: Person) -> None:
    deeds = {12.0: "p", 60.0: " ", 61.0: "+", 62.0: "s", 63.0: "f", 64.0: "x", 65.0: "f", 66.0: "f"}
    assert person.run("12s hill; 2m easy".replace("; ", " + "), Script(person.clock, deeds)) == 0
    assert "paused" in person.lines()
    kept = person.seconds()
    assert kept[0] == ("hill", 4.0, False)  # 2 s before the pause, 2 s after it, then skipped
    assert kept[1][1] == 4.0  # one f asks, another key goes on, f f ends


def test_a_lock_lets_only_space_and_enter_through(person: Person) -> None:
    script = Script(person.clock, {11.0: "L", 12.0: "s", 13.0: "f", 14.0: "f", 15.0: "L", 16.0: "s"})
    assert person.run("1m tempo + 5s walk", script) == 0
    assert person.seconds()[0] == ("tempo", 6.0, False)


def test_where_nothing_can_be_typed_an_open_step_ends_by_itself(person: Person) -> None:
    script = Script(person.clock, {}, possible=False)
    assert person.run("2x(12s hill / ~20s walk back)", script) == 0
    assert person.seconds()[1] == ("walk back", 20.0, True)


@pytest.mark.parametrize("inline", [False, True])
def test_a_gap_is_asked_about(person: Person, inline: bool) -> None:
    script = Script(person.clock, {60.0: "n", 61.0: INTERRUPT})
    script.sleeps[15.0] = 30.0
    person.run(HILLS, script, inline=inline)
    assert "away 0:3" in person.out.getvalue().lower()
    # Ready ends at 10 s: 12 s of hill and 30 s of walk passed meanwhile, the second hill had begun at 52 s.
    assert person.seconds() == [("hill", 12.0, True), ("walk back", 30.0, True), ("hill", 9.0, False)]


def test_a_gap_goes_on_where_it_stopped_when_nobody_can_answer(person: Person) -> None:
    script = Script(person.clock, {}, possible=False)
    script.sleeps[15.0] = 3600.0
    assert person.run("30s row", script) == 0
    assert person.seconds() == [("row", 30.0, True)]


def test_a_closed_window_leaves_the_run_open_and_it_is_taken_up(person: Person) -> None:
    script = Script(person.clock, {15.0: LEAVE})
    script.signal_number = int(signal.SIGHUP)
    assert person.run(HILLS, script) == 129
    person.clock.advance(100)
    again = person.open_run()
    assert again is not None
    assert again.away is not None
    assert person.run(again, Script(person.clock, {5.0: "", 7.0: INTERRUPT})) == 130
    assert person.seconds() == [("hill", 7.0, False)]  # 5 s before, 2 s after, the rest was away


def test_inline_writes_only_lines_that_changed(person: Person) -> None:
    person.run("20m easy", Script(person.clock, {5.0: INTERRUPT}), inline=True)
    before = len(person.out.getvalue())
    person.out.seek(0)
    person.out.truncate()
    person.run("20m easy", Script(person.clock, {65.0: INTERRUPT}), inline=True)
    assert (len(person.out.getvalue()) - before) / 60 < 300
    assert person.out.getvalue().count("\x1b[?25l") == person.out.getvalue().count("\x1b[?25h")


def test_what_a_thread_says_stands_in_the_drawing_for_a_while() -> None:
    out = io.StringIO()
    face, loaded = InlineFace(out, UNICODE, colour=False), load("20m easy")
    second = 1_000_000
    face.draw(loaded, 100 * second, "")
    lines = out.getvalue().count("\n")
    face.note("no sound")
    face.draw(loaded, 101 * second, "")
    face.draw(loaded, 102 * second, "paused")
    face.draw(loaded, 103 * second, "")
    face.draw(loaded, 112 * second, "")
    said = out.getvalue()
    assert (said.count("no sound"), said.count("\n")) == (2, lines)
    assert said.rindex("no sound") < said.rindex("\x1b[K")


def test_keys_as_a_terminal_sends_them() -> None:
    assert single_keys("\x1b[C\x1b[D\r f\x1b[15~x\x1b") == ["s", "b", "", " ", "f", "x"]


def test_wrong_calls(shell: Shell) -> None:
    assert shell("timer", "--plain").status == 2
    assert shell("timer", HILLS, "--plain", "--inline").status == 2
    answer = shell("timer", HILLS, "--inline")
    assert (answer.status, "needs a terminal" in answer.err) == (2, True)
    assert not shell.path.exists() or shell("today").status == 0


def test_the_real_program_ends_cleanly_without_a_terminal_and_without_textual(tmp_path: Path) -> None:
    path = tmp_path / "run.sqlite"
    script = (
        "import sys\nfrom hybrid_tui.cli.commands import run\n"
        f"status = run(['timer', '20s easy walk', '--plain', '--quiet', '--db', {str(path)!r}])\n"
        "print([name for name in sys.modules if name.partition('.')[0] in ('textual', 'rich')], status)"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert running.stdout is not None
    first = running.stdout.readline()
    running.send_signal(signal.SIGINT)
    rest, errors = running.communicate(timeout=20)
    assert b"walk" in first or b"get ready" in first
    assert rest.splitlines()[-1] == b"[] 130"
    assert errors == b""


def test_climbs_by_key_tell_best_and_drop_off_and_teach_the_next_run(person: Person) -> None:
    line = "4x(60mtr @max hill 8% / ~90s walk back) until -8%"
    at, deeds = 10.0, {}
    for seconds in (12.0, 60.0, 11.5, 62.0, 11.8, 61.0, 13.0):
        at += seconds
        deeds[at] = ""
    assert person.run(line, Script(person.clock, deeds)) == 0
    assert person.lines()[-1].endswith("4 of 4, best 11.5 s, slowest 13.0 s, the last +13 %")
    person.clock.advance(3 * 86_400)
    person.run(line, Script(person.clock, {12.0: "", 80.0: INTERRUPT}))
    text = person.out.getvalue()
    assert "about 1:01" in text.rpartition("get ready")[2]  # the median of the three walks down
