"""The words of each screen that not everybody knows, for the `?` panel."""

from __future__ import annotations

from hybrid_tui.formats.week_marks import legend

_LOAD = ("load", "Minutes of a session times its effort from 1 to 10; AU is its unit")
_RIR = ("RIR", "Repetitions in reserve: how many more you could have done")
_RPE = ("RPE", "Effort from 1 to 10; 10 is all there is")
_ABOUT = ("~", "Worked out from the plan, not measured")
_BODY = ("bw", "Body weight; bw +10 kg is with 10 kg added")
_E1RM = ("e1RM", "The heaviest single repetition that a set stands for, estimated")
_HARD = ("hard set", "A working set that stops at most four repetitions short")

WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "today": (_RIR, _RPE, _BODY, _LOAD, _ABOUT),
    "timer": (("@8", "Effort 8 of 10"), ("until -5%", "Stop when a sprint is so much slower than the best")),
    "recovery": (("readiness", "0 to 100, from sleep, fatigue, stress and soreness of the morning"),),
    "history": (
        ("signs", legend(4)),
        _LOAD,
        ("legs", "Load that went through the legs; runs and leg lifts count more than arms"),
        _HARD,
        ("stress", "What runs and jumps asked of a muscle, 0 to 3 each; beside its hard sets"),
        _E1RM,
        ("monotony", "How alike the days were: the mean of a day's load over its spread"),
        ("strain", "The week's load times its monotony"),
        ("sprint seconds", "Seconds of sprinting itself, without the way back"),
        ("contacts", "Landings of jumps and hops"),
        ("easy minutes", "Running at effort 4 or below, without warm-ups and recoveries"),
        ("protein", "A tick where the day's grams reach the target"),
        ("ready", "0 to 100, from sleep, fatigue, stress and soreness of the morning"),
        ("weeks kept", "Weeks in a row with two of three planned sessions done"),
        _ABOUT,
    ),
    "plan": (
        _RIR,
        ("deload", "An easier week, to recover for the next ones"),
        ("practice", "A number from practice, not from proof"),
        _HARD,
    ),
}
"""By place: a word and what it means."""
