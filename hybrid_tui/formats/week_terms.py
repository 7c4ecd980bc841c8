"""What each number of the week is: one sentence with its formula, for `o`, for `?` and for the number itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.domain.week_sources import Part, parts_of, stress_of
from hybrid_tui.domain.week_view import WeekView, tally
from hybrid_tui.formats.week_cells import ROWS, week_cell
from hybrid_tui.formats.week_lines import against_words, span_words
from hybrid_tui.formats.week_marks import legend, mark_of
from hybrid_tui.formats.week_muscles import LEFT, RIGHT, sets_of

TERMS: Final = (
    ("signs", legend(4)),
    (
        "sessions",
        "planned: asked by the plan, those done included; done: of these, whole or at the minimum; part: in part; "
        "free: done beside the plan.",
    ),
    ("run, lift", "sessions of the week with a run or a lift that were done, also in part."),
    ("km", "the distance of the day's runs as logged, and the pace of a measured one, per kilometre."),
    ("load", "minutes × the effort of the whole session, 0-10, in AU (Foster). A rest day counts 0."),
    (
        "legs",
        "effort × minutes × how much the legs take part: sprints 1.2-1.3, runs and leg lifts 1, arms 0.1.",
    ),
    ("~", "what the plan still asks: expected minutes × expected effort."),
    (
        "monotony",
        "mean of the seven days' loads ÷ their standard deviation. From 1.5 on the days are much alike.",
    ),
    ("strain", "the week's load × monotony. Compare it with your own weeks only."),
    (
        "hard sets",
        "sets with four repetitions or fewer left: 1 for the prime mover, ½ for helpers. Jumps and runs 0.",
    ),
    (
        "stress",
        "what runs ask of a muscle, 0-3 each by kind of run, and jumps, 2 for a prime mover and 1 for a helper, "
        "added up. It stands beside the sets and is never one of them.",
    ),
    ("sprint seconds", "seconds of sprinting itself, without the way back."),
    ("contacts", "landings of jumps: repetitions × landings, both sides counted."),
    ("easy minutes", "running at effort 4 or below, recoveries and warm-ups left out."),
    ("sleep", "as answered in the morning; the mean is over the nights that are known."),
    (
        "protein",
        "a tick where the day's grams reach the target. The target: body weight × 1.2-2.0 g by goal and day.",
    ),
    ("ready", "100 × (28 - the four answers) ÷ 24, less for short sleep and a raised pulse."),
    ("weeks kept", "weeks in a row in which two of three planned sessions were done, also in part."),
    ("not known", "a dash. What was not logged is never taken for nothing."),
)
"""Each number of the page, and how it comes about."""

_SAID: Final = dict(TERMS)
_NAMES: Final = {
    "run": "runs",
    "km": "distance",
    "lift": "lifts",
    "jump": "jumps",
    "legs": "leg load",
    "ready": "readiness",
}
_STATUS: Final = {
    SessionStatus.PARTIAL: "in part",
    SessionStatus.OPEN: "in hand",
    SessionStatus.MINIMUM: "the minimum",
}
_UNITS: Final = {
    "km": "km",
    "load": "AU",
    "legs": "AU",
    "strain": "AU",
    "sprint seconds": "s",
    "easy minutes": "min",
    "jump": "contacts",
}


def definition(figure: str) -> str:
    """What a figure is; a muscle's are its hard sets and the stress beside them."""
    if figure in LEFT:
        return f"Hard sets: {_SAID['hard sets']} Stress: {_SAID['stress']}"
    if figure in RIGHT:
        return f"Hard sets: {_SAID['hard sets']}"
    name = {"run": "run, lift", "lift": "run, lift", "jump": "contacts"}.get(figure, figure)
    return f"{_SAID[name][:1].upper()}{_SAID[name][1:]}"


def heading(view: WeekView, figure: str) -> str:
    """`Leg load, week 48`."""
    name = _NAMES.get(figure, figure)
    return f"{name[:1].upper()}{name[1:]}, {span_words(view)[0].lower()}"


def parts(view: WeekView, figure: str) -> tuple[Part, ...]:
    """What a figure is made of: for a muscle its sets and then its stress, for sessions each with its sign."""
    found = parts_of(view.week, figure)
    if figure in LEFT:
        return found + stress_of(view.week, figure)
    return tuple(each if each.status is None else _marked(view, each, each.status) for each in found)


def _marked(view: WeekView, part: Part, status: SessionStatus) -> Part:
    missed = status is SessionStatus.PLANNED and part.day < view.today
    sign = mark_of(status, missed=missed)
    return replace(part, said=f"{'missed' if missed else _STATUS.get(status, status.value)} {sign}")


def total_words(view: WeekView, figure: str) -> str:
    """What a figure comes to over the week, with its unit."""
    totals = view.week.totals
    if figure in LEFT or figure in RIGHT:
        stress = view.week.stress.get(figure.replace(" ", "_"), 0.0) if figure in LEFT else 0.0
        sets = f"{sets_of(view.week.muscles, figure):g} sets"
        return f"{sets}, stress {stress:g}" if stress else sets
    if figure in ROWS:
        found = week_cell(view, figure)
        unit = _UNITS.get(figure) or ("" if figure in ("run", "lift") else found.unit)
        change = f", {found.change} on {against_words(view)}" if found.change and view.is_over else ""
        return f"{found.text} {unit}".rstrip() + change
    if figure == "sessions":
        return ", ".join(f"{word} {number}" for word, number in tally(view.week).items())
    if figure == "weeks kept":
        return f"{view.kept} weeks"
    value = {
        "sprint seconds": totals.sprint_seconds,
        "contacts": float(totals.contacts),
        "easy minutes": totals.easy_minutes,
        "monotony": totals.monotony,
        "strain": totals.strain,
    }[figure]
    if value is None:
        return "–"
    said = f"{value:.2f}" if figure == "monotony" else f"{value:.0f}"
    return f"{said} {_UNITS.get(figure, '')}".rstrip()
