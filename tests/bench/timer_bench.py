"""How late the timer's cues are, and what it costs, beside the best a plain program can do.

    python -m tests.bench.timer_bench [--seconds 20] [--together] [--blocked] [--busy 2] [--cost 30] [--json FILE]

For the record: `--seconds 300 --cost 60`, `--seconds 300 --busy 2` and, before a release, `--seconds 3600 --together`.
Three runs of `--seconds` each, a cue every half second to two seconds, one after the other or, with `--together`,
side by side in a process each, so that all three meet the same load:

sleep    a thread that sleeps until the next due instant (time.sleep): the floor of this machine
asyncio  one `loop.call_at` a due instant, nothing else: the floor of an event loop
timer    the app's own pulse with the timer engine: position and cues from the boot clock

`--blocked` holds the event loop up for 120 ms of every 250 ms, as a busy app might; `--busy N` keeps N processes
spinning. Printed for each run: median, 95th and 99th percentile and largest lateness of a cue in milliseconds,
the drift (the least lateness among the last five cues: what does not go away), and how many cues were missed or
came twice; below it the timer's 99th percentile against the two floors. `--cost` adds processor time, bytes and
wake-ups of the running program against termdown's, each so many seconds long.
Exit status 1 when the timer misses or doubles a cue, is late by more than 150 ms once, or drifts by 50 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from hybrid_tui.clock import SystemClock
from hybrid_tui.domain.timeline import SECOND, Timeline
from hybrid_tui.domain.timer_cues import Boundary, crossed
from hybrid_tui.domain.timer_fold import fold
from hybrid_tui.domain.timer_run import Fact, FactKind, RunState, next_change
from hybrid_tui.domain.workout import Ending, StepKind, TimedStep
from hybrid_tui.tui.pulse import Listener, Pulse
from tests.bench.timer_cost import compare

LENGTHS = (1.3, 0.7, 2.0, 0.5)
"""Seconds of the steps, over and over: none divides another, so cues fall between whole seconds too."""

RUNS = ("sleep", "asyncio", "timer")
"""The runs, floors first."""

WORST_MS, DRIFT_MS = 150.0, 50.0
"""The promise: no cue later than the first, no drift beyond the second."""


def program(seconds: float) -> Timeline:
    """A timeline of about `seconds`."""
    steps, total = list[TimedStep](), 0.0
    while total < seconds:
        length = LENGTHS[len(steps) % len(LENGTHS)]
        kind = StepKind.WORK if len(steps) % 2 == 0 else StepKind.RECOVER
        steps.append(TimedStep(label="bench", kind=kind, ending=Ending.TIME, seconds=length))
        total += length
    return Timeline(steps=tuple(steps))


def started(timeline: Timeline, at: int) -> RunState:
    """The timeline running from boot instant `at`."""
    return fold(timeline, [Fact(kind=FactKind.STARTED, boot_us=at, value=0)])


def due_times(state: RunState) -> list[Boundary]:
    """Every boundary of the run, in order."""
    return list(crossed(state, state.anchor, state.anchor + state.timeline.clocked[-1]))


def run_sleep(timeline: Timeline) -> tuple[list[float], int]:
    """Lateness in ms of a thread that sleeps from one due instant to the next."""
    now = SystemClock().boot_us
    boundaries = due_times(started(timeline, now()))
    late = []
    for boundary in boundaries:
        time.sleep(max(0, boundary.due - now()) / SECOND)
        late.append((now() - boundary.due) / 1000)
    return late, 0


async def run_asyncio(timeline: Timeline, blocked: bool) -> tuple[list[float], int]:
    """Lateness in ms of one `call_at` for each due instant."""
    loop, now = asyncio.get_running_loop(), SystemClock().boot_us
    begin, begin_loop = now(), loop.time()
    boundaries = due_times(started(timeline, begin))
    late: list[float] = []
    done = asyncio.Event()

    def fire(boundary: Boundary) -> None:
        late.append((now() - boundary.due) / 1000)
        if len(late) == len(boundaries):
            done.set()

    for boundary in boundaries:
        loop.call_at(begin_loop + (boundary.due - begin) / SECOND, fire, boundary)
    await _until(done, blocked)
    return late, 0


async def run_timer(timeline: Timeline, blocked: bool) -> tuple[list[float], int]:
    """Lateness in ms of the app's pulse and engine, and how many cues were missed or doubled."""
    now = SystemClock().boot_us
    state = started(timeline, now())
    expected, seen = due_times(state), list[Boundary]()
    late: list[float] = []
    done = asyncio.Event()
    last = state.anchor

    def beat(instant: int) -> None:
        nonlocal last
        for boundary in crossed(state, last, instant):
            seen.append(boundary)
            late.append((now() - boundary.due) / 1000)
        last = instant
        if len(seen) >= len(expected):
            done.set()

    def due(instant: int) -> int | None:
        return next_change(state, instant)

    pulse = Pulse(now)
    pulse.listen("bench", Listener(next_due=due, beat=beat))
    await _until(done, blocked)
    pulse.stop()
    return late, 0 if seen == expected else len(set(expected) ^ set(seen)) + len(seen) - len(set(seen))


async def _until(done: asyncio.Event, blocked: bool) -> None:
    while not done.is_set():
        if blocked:
            time.sleep(0.120)  # on purpose: nothing of the loop runs meanwhile
            await asyncio.sleep(0.130)
        else:
            await asyncio.sleep(0.25)


def one_run(name: str, seconds: float, blocked: bool) -> tuple[list[float], int]:
    """The lateness in ms of the run of that name (of RUNS), and how many cues were wrong."""
    timeline = program(seconds)
    if name == "sleep":
        return run_sleep(timeline)
    return asyncio.run((run_asyncio if name == "asyncio" else run_timer)(timeline, blocked))


def measured(seconds: float, blocked: bool, together: bool) -> Iterator[tuple[str, dict[str, float]]]:
    """The figures of each run: one after the other here, or side by side in a process each."""
    if not together:
        for name in RUNS:
            yield name, summary(*one_run(name, seconds, blocked))
        return
    command = [sys.executable, "-m", "tests.bench.timer_bench", "--seconds", str(seconds)]
    command += ["--blocked"] if blocked else []
    beside = [(name, subprocess.Popen([*command, "--only", name], stdout=subprocess.PIPE)) for name in RUNS]
    for name, process in beside:
        yield name, json.loads(process.communicate()[0])


def summary(late: list[float], wrong: int) -> dict[str, float]:
    """The figures of one run."""
    ordered = sorted(late)
    return {
        "cues": len(late),
        "median_ms": statistics.median(ordered),
        "p95_ms": ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))],
        "p99_ms": ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))],
        "worst_ms": ordered[-1],
        "drift_ms": min(late[-5:]),
        "wrong": wrong,
    }


def main() -> int:
    """Run the three, print a table, judge the timer."""
    read = argparse.ArgumentParser(description="lateness of the timer's cues")
    read.add_argument("--seconds", type=float, default=20.0)
    read.add_argument("--together", action="store_true", help="the three side by side, a process each")
    read.add_argument("--only", choices=RUNS, help="this run alone, its figures as JSON")
    read.add_argument("--blocked", action="store_true", help="hold the loop up 120 of every 250 ms")
    read.add_argument("--busy", type=int, default=0, help="spinning processes beside it")
    read.add_argument("--cost", type=float, default=0.0, help="seconds of measuring CPU and bytes")
    read.add_argument("--json", type=Path, help="write the figures here")
    asked = read.parse_args()
    if asked.only:
        print(json.dumps(summary(*one_run(asked.only, asked.seconds, asked.blocked))))
        return 0
    spinning = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(asked.busy)]
    figures: dict[str, dict[str, float]] = {}
    try:
        print(
            f"{'':8} {'cues':>5} {'median':>8} {'p95':>8} {'p99':>8} {'worst':>8} {'drift':>8} {'wrong':>6}   (ms)"
        )
        for name, found in measured(asked.seconds, asked.blocked, asked.together):
            figures[name] = found
            print(
                f"{name:8} {found['cues']:5.0f} {found['median_ms']:8.2f} {found['p95_ms']:8.2f}"
                f" {found['p99_ms']:8.2f} {found['worst_ms']:8.2f} {found['drift_ms']:8.2f} {found['wrong']:6.0f}"
            )
    finally:
        for process in spinning:
            process.kill()
            process.wait()
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    timer = figures["timer"]
    print(
        f"p99      {timer['p99_ms'] / figures['asyncio']['p99_ms']:.2f} of a bare asyncio deadline,"
        f" {timer['p99_ms'] - figures['sleep']['p99_ms']:+.2f} ms beside a raw sleep"
    )
    if asked.cost:
        compare(asked.cost)
    kept = timer["wrong"] == 0 and timer["worst_ms"] <= WORST_MS and timer["drift_ms"] <= DRIFT_MS
    print("kept" if kept else "broken", f"(worst {WORST_MS:.0f} ms, drift {DRIFT_MS:.0f} ms, none wrong)")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
