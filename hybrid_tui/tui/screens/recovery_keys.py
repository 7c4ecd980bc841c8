"""The keys of Recovery, each declared once, and why some items of the list cannot be ticked."""

from __future__ import annotations

from textual.binding import Binding

from hybrid_tui.tui.keys import step_bindings

KEYS: list[Binding] = [
    Binding(
        "space", "tick", "tick", tooltip="Tick the marked item, or hear what decides it", id="recovery.tick"
    ),
    Binding(
        "delete",
        "remove_item",
        "take off",
        tooltip="Take the marked item of your own off the list",
        id="recovery.remove_item",
    ),
    Binding(
        "c", "check_in", "check-in", tooltip="The morning's questions, red flags first", id="recovery.check"
    ),
    Binding(
        "a", "food", "food", tooltip="Log protein: own foods by letter, grams by digits", id="recovery.food"
    ),
    Binding("w", "weigh", "weight", tooltip="Log body weight: 74.2kg or 163lb", id="recovery.weight"),
    Binding("s", "sore", "soreness", tooltip="Say which muscles are sore, 0 to 10", id="recovery.sore"),
    Binding(
        "D",
        "take_deload",
        "deload",
        tooltip="Take the deload week that is suggested",
        id="recovery.take_deload",
    ),
    Binding(
        "N",
        "refuse_deload",
        "no deload",
        tooltip="Keep the plan; no deload is suggested for two weeks",
        id="recovery.refuse_deload",
    ),
    *step_bindings("day"),
    Binding("d", "drinking", "drink", tooltip="How much to drink, from the scale", id="recovery.drink"),
    Binding(
        "i", "own_item", "own item", tooltip="Put an item of your own on the list", id="recovery.own_item"
    ),
    Binding(
        "p",
        "exclusions",
        "who needs advice",
        tooltip="Kidney disease, pregnancy, under 18: no protein target",
        id="recovery.exclusions",
        show=False,
    ),
    Binding(
        "enter", "open", "open", tooltip="Do what the marked item asks for", id="recovery.open", show=False
    ),
    Binding(
        "down,j", "move(1)", "down", tooltip="Next item; then further down", id="recovery.down", show=False
    ),
    Binding("up,k", "move(-1)", "up", tooltip="Item before", id="recovery.up", show=False),
    Binding("pagedown", "page(1)", "page down", tooltip="A page down", id="recovery.page_down", show=False),
    Binding("pageup", "page(-1)", "page up", tooltip="A page up", id="recovery.page_up", show=False),
]
"""In the order of the key bar."""

ACTIONS = frozenset(
    {
        "tick",
        "check_in",
        "food",
        "weigh",
        "sore",
        "exclusions",
        "drinking",
        "take_deload",
        "refuse_deload",
        "own_item",
        "remove_item",
        "open",
        "move",
        "page",
        "step",
        "now",
    }
)
"""The actions of these keys."""

DECIDES = {
    "slept": "The night in the check-in decides this: c.",
    "meals": "The food log decides this: three entries of 15 g or more.",
    "protein": "The food log decides this: a adds what you eat.",
    "moved": "The log has a recovery session today: this is done.",
    "rest": "The plan and the log decide this: it is kept when a rest day stays free.",
}
"""Why an item cannot be ticked by hand."""
