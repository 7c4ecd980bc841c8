"""Entries of the log back to text."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.domain.notation.log_entries import (
    LogEntry,
    LoggedMaximum,
    LoggedProtein,
    LoggedRest,
    LoggedSession,
    LoggedSets,
    LoggedSleep,
    LoggedSoreness,
    LoggedSteps,
)
from hybrid_tui.domain.notation.printing import (
    format_duration,
    format_load,
    format_number,
    print_line,
    quoted,
)


def print_log(entry: LogEntry) -> str:
    """Print one entry as a line of the log."""
    if isinstance(entry, LoggedSets):
        return print_line(entry.line)
    comment = entry.line.comment if isinstance(entry, LoggedSteps) else entry.comment
    return f"{_said(entry)}  // {comment}" if comment else _said(entry)


def _said(entry: LogEntry) -> str:
    if isinstance(entry, LoggedSets):
        return print_line(entry.line)
    if isinstance(entry, LoggedSteps):
        times = f" in {' '.join(format_duration(each) for each in entry.times)}" if entry.times else ""
        rpe = f"  rpe {format_number(entry.rpe)}" if entry.rpe is not None else ""
        return f"{print_line(replace(entry.line, comment=''))}{times}{rpe}"
    if isinstance(entry, LoggedSession):
        words = ["session"]
        if entry.minutes is not None:
            words.append(format_duration(entry.minutes * 60))
        if entry.rpe is not None:
            words.append(f"rpe {format_number(entry.rpe)}")
        return " ".join(words)
    if isinstance(entry, LoggedSleep):
        return f"slept {format_duration(entry.seconds)}"
    if isinstance(entry, LoggedProtein):
        return f"protein {format_number(entry.grams)}g {entry.words}".rstrip()
    if isinstance(entry, LoggedSoreness):
        return f"sore {entry.muscle} {entry.value}"
    if isinstance(entry, LoggedMaximum):
        return f"tm {quoted(entry.name)} {format_load(entry.load)}"
    if isinstance(entry, LoggedRest):
        return "rest"
    return f"weight {format_number(entry.value)}{entry.unit}"
